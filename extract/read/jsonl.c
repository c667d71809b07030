/* One line, one document: {"id":"a1","text":"处置网络舆情 313 起","year":2020} → id a1, that text, year 2020. Lines are
 * taken as they arrive, so a host that waits for an answer before it sends the next line gets it. A bad line is refused
 * alone. Leaves members alone that it does not know. */
#include "extract/read/jsonl.h"

#include <errno.h>
#include <unistd.h>

#include "extract/base/digits.h"
#include "extract/base/json.h"
#include "extract/messages.h"
#include "extract/read/encoding.h"
#include "extract/read/reader.h"

#include "extract/base/banned.h"

struct records {
    struct arena *run;
    const char   *path;
    char         *buffer;
    size_t        start, end, capacity; /* bytes start..end of the buffer are not handed out yet */
    int           fd, line;             /* line: 1-based, of the line handed out last */
    bool          finished, skipping;   /* skipping: inside a line that is too long */
};

struct records *records_new(int fd, slice head, const char *path, struct arena *run) {
    struct records *r = arena_new(run, sizeof *r);
    *r = (struct records){.run = run, .path = path, .fd = fd};
    r->buffer = arena_grow(run, NULL, 0, &r->capacity, head.len + 65536, 1);
    if (head.len) memcpy(r->buffer, head.ptr, head.len);
    r->end = head.len;
    r->start = head.len - utf8_unmarked(head).len;
    return r;
}

void records_close(struct records *r) {
    if (r->fd > STDERR_FILENO) close(r->fd);
    r->fd = -1;
}

bool records_probe(slice head) {
    head = slice_trim(utf8_unmarked(head));
    if (head.len < 2 || head.ptr[0] != '{') return false;
    head = slice_trim(slice_from(head, 1));
    return head.len > 0 && head.ptr[0] == '"';
}

bool records_spread(slice head) {
    head = slice_trim(utf8_unmarked(head));
    bool list = head.len && head.ptr[0] == '[';
    if (!list) return records_probe(head) && memchr(head.ptr, '\n', (size_t)(slice_trim(slice_from(head, 1)).ptr - head.ptr));
    return records_probe(slice_trim(slice_from(head, 1)));
}

/* Makes room and reads what there is, at least a byte. False at the end of the input, and on a fault, which `err` tells. */
static bool read_more(struct records *r, struct err *err) {
    if (r->finished) return false;
    if (r->start > 0) {
        memmove(r->buffer, r->buffer + r->start, r->end - r->start);
        r->end -= r->start;
        r->start = 0;
    }
    if (r->capacity - r->end < 32768) r->buffer = arena_grow(r->run, r->buffer, r->end, &r->capacity, r->end + 65536, 1);
    ssize_t got;
    do got = read(r->fd, r->buffer + r->end, r->capacity - r->end);
    while (got < 0 && errno == EINTR);
    if (got < 0) err_set(err, ERR_INPUT, r->path, r->line + 1, 0, "cannot be read on: %s", err_reason(ERR_INPUT));
    r->finished = got <= 0;
    if (got > 0) r->end += (size_t)got;
    return got > 0;
}

/* The next line without its end; false at the end of the input or on a fault. It lives until the next call. */
static bool next_line(struct records *r, slice *line, struct err *err) {
    size_t looked = 0;
    for (;;) {
        size_t      from = r->start + looked;
        const char *stop = r->end > from ? memchr(r->buffer + from, '\n', r->end - from) : NULL;
        size_t      end = stop ? (size_t)(stop - r->buffer) : r->end;
        if (stop || (r->finished && end > r->start)) {
            *line = (slice){r->buffer + r->start, end - r->start};
            r->start = end + (stop != NULL);
            r->line++;
            if (!r->skipping) return true;
            r->skipping = false;
            looked = 0;
            continue;
        }
        looked = r->end - r->start;
        if (r->skipping) r->start = r->end, looked = 0;
        if (looked > LARGEST_RECORD) {
            r->skipping = true;
            return err_set(err, ERR_INPUT, r->path, r->line + 1, 0, "is longer than %d MB; split it",
                           LARGEST_RECORD / MEGABYTE);
        }
        if (!read_more(r, err) && (err->kind != ERR_NONE || r->start == r->end)) return false;
    }
}

static slice member_text(const struct json_members *m, const char *key) {
    const struct json_member *found = json_find(m, key);
    return found && (found->kind == JSON_STRING || found->kind == JSON_NUMBER) ? found->value : SLICE_NONE;
}

/* 2020, 2020.0 of a table with gaps, "2020" and "2020年", one character behind, are the year 2020; anything else is none. */
static int member_year(const struct json_members *m) {
    slice year = member_text(m, "year");
    if (slice_ends(year, SLICE_LIT(".0"))) year.len -= 2;
    size_t behind = year.len ? utf8_size_before(year, year.len) : 0;
    if (behind > 1) year.len -= behind;
    int value = slice_int(year);
    return value >= EARLIEST_YEAR && value <= 9999 ? value : 0;
}

static void note_bad_year(slice year, const struct unread *line, struct err *err) {
    err_set(err, ERR_NOTE, line->path, line->line, 0, "“%.*s” is no year; write it as 2020 or leave it empty",
            (int)(year.len > 40 ? 40 : year.len), year.ptr);
}

/* 报告.jsonl:12, for a record that has no id of its own. */
static slice place_of(const struct unread *line, struct arena *report) {
    slice path = slice_of(line->path);
    char *text = arena_text(report, path.len + 1 + DIGITS_ROOM);
    memcpy(text, path.ptr, path.len);
    text[path.len] = ':';
    return (slice){text, (size_t)(digits_put(text + path.len + 1, (uint64_t)line->line) - text)};
}

bool record_read(struct document *out, const struct unread *line, const struct read_options *options, struct arena *report,
                 struct err *err) {
    struct decoded      decoded;
    struct json_members m;
    struct json_fault   fault;
    *out = (struct document){.path = slice_of(line->path), .format = SLICE_LIT("jsonl")};
    out->id = place_of(line, report);
    if (!encoding_decode(&decoded, line->bytes, options->encoding, report))
        return err_set(err, ERR_INPUT, line->path, line->line, 0, "is no text");
    if (!json_object(&m, decoded.text, report, &fault))
        return err_set(err, ERR_INPUT, line->path, line->line, (int)fault.at + 1, "%s; each line must be one JSON object",
                       say(fault.what));
    const struct json_member *id = json_find(&m, "id");
    if (id && (id->kind == JSON_STRING || id->kind == JSON_NUMBER) && id->value.len > 0) out->id = id->value;
    out->id_is_number = id && id->kind == JSON_NUMBER;
    const struct json_member *text = json_find(&m, "text");
    if (!text || text->kind != JSON_STRING)
        return err_set(err, ERR_INPUT, line->path, line->line, 0,
                       "has no “text”; a line looks like {\"id\":\"a1\",\"text\":\"…\",\"year\":2020}");
    out->text = text->value;
    out->encoding = slice_of(decoded.encoding);
    out->bad_bytes = decoded.bad;
    out->first_bad = decoded.first_bad;
    out->title = member_text(&m, "title");
    out->date = member_text(&m, "date");
    out->title_from = out->date_from = ORIGIN_RECORD;
    out->body = options->body ? slice_of(options->body) : member_text(&m, "body");
    out->body_from = options->body ? ORIGIN_OPTION : ORIGIN_RECORD;
    out->year = options->year ? options->year : member_year(&m);
    out->year_from = options->year ? ORIGIN_OPTION : ORIGIN_RECORD;
    if (!options->year && !out->year && member_text(&m, "year").len) note_bad_year(member_text(&m, "year"), line, err);
    note_losses(out, line->line, err);
    return true;
}

enum records_next records_next(struct records *r, struct unread *out, struct arena *report, struct err *err) {
    slice line;
    do {
        *out = (struct unread){.path = r->path};
        if (!next_line(r, &line, err)) {
            if (err->kind == ERR_NONE && r->line == 0 && !r->skipping)
                err_file(err, ERR_INPUT, r->path, "is empty; there is nothing to read");
            if (r->finished && r->line == 0) r->line = 1; /* said once */
            return err->kind == ERR_NONE ? RECORDS_END : RECORDS_REFUSED;
        }
        line = slice_trim(line);
    } while (line.len == 0);
    out->line = r->line;
    out->bytes = arena_copy(report, line);
    return RECORDS_LINE;
}

bool records_ready(const struct records *r) {
    return r->end > r->start && memchr(r->buffer + r->start, '\n', r->end - r->start);
}
