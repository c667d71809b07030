/* The paths of a command line → documents, one after another: reports/ (walked), 2020年工作总结.txt, corpus.jsonl, "-".
 * Nothing is read before it is asked for; one that cannot be read is refused with a line and the next one follows. */
#include "extract/read/jsonl.h"
#include "extract/read/manifest.h"
#include "extract/read/ours.h"
#include "extract/read/reader.h"
#include "extract/read/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/read/encoding.h"

#include "extract/base/banned.h"

enum { PADDING = 64, PROBE = 4096, PATIENCE = 10000 /* ms for the first byte of a named pipe */ };

struct source {
    struct arena       *run;
    const char *const  *paths;
    size_t              count, next;
    struct read_options options;
    struct manifest     manifest;
    size_t              looked_at; /* rows of it that source_note has gone through */
    struct passed       passed;    /* by the walks */
    bool                ended;     /* all paths were read */
    struct walk        *walk;      /* the folder that is being walked */
    struct records     *records;   /* the .jsonl that is being read */
};

bool source_open(struct source **out, const char *const *paths, size_t n, const struct read_options *options, struct arena *run,
                 struct err *err) {
    struct source *s = arena_new(run, sizeof *s);
    *s = (struct source){.run = run, .paths = paths, .count = n, .options = *options};
    *out = s;
    size_t streams = 0;
    for (size_t i = 0; i < n; i++) streams += strcmp(paths[i], "-") == 0;
    if (streams > 1) return err_usage(err, "standard input is named twice, and can be read once; name - once");
    if (options->encoding && !encoding_known(options->encoding))
        return err_usage(err, "--encoding %s: this system knows no such encoding; try UTF-8, GB18030, Big5 or UTF-16",
                         options->encoding);
    return !options->manifest || manifest_load(&s->manifest, options->manifest, run, err);
}

void source_close(struct source *s) {
    if (s->records) records_close(s->records);
    s->records = NULL;
}

/* ---- bytes of one file ---- */

struct input {
    int    fd;
    bool   regular;
    size_t size; /* of a regular file, else 0 */
};

/* A pipe given by name (<(cat report.txt) is one) waits for its writer, but not for ever. */
static bool await_writer(int fd, const char *path, struct err *err) {
    struct pollfd p = {.fd = fd, .events = POLLIN};
    if (poll(&p, 1, PATIENCE) == 0) return err_file(err, ERR_INPUT, path, "is a pipe that nobody writes to");
    int flags = fcntl(fd, F_GETFL);
    if (flags >= 0) fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
    return true;
}

/* suanpan extract - <report.txt is a file like any other; nothing of it was read before. */
static void open_standard_input(struct input *in) {
    struct stat st;
    *in = (struct input){.fd = STDIN_FILENO};
    if (fstat(STDIN_FILENO, &st) != 0 || !S_ISREG(st.st_mode) || lseek(STDIN_FILENO, 0, SEEK_CUR) != 0) return;
    int fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (fd >= 0) *in = (struct input){.fd = fd, .regular = st.st_size > 0, .size = (size_t)st.st_size};
}

static bool input_open(struct input *in, const char *path, struct err *err) {
    struct stat st;
    if (strcmp(path, "-") == 0) {
        open_standard_input(in);
        return true;
    }
    *in = (struct input){.fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
    if (in->fd < 0) return err_file(err, ERR_INPUT, path, "cannot be opened: %s", err_reason(ERR_INPUT));
    bool ok = fstat(in->fd, &st) == 0;
    if (!ok) {
        err_file(err, ERR_INPUT, path, "cannot be read: %s", err_reason(ERR_INPUT));
    } else if (S_ISREG(st.st_mode)) {
        in->regular = st.st_size > 0; /* those of /proc say 0 and are read to their end */
        in->size = (size_t)st.st_size;
    } else if (S_ISFIFO(st.st_mode)) {
        ok = await_writer(in->fd, path, err);
    } else if (!isatty(in->fd)) {
        ok = err_file(err, ERR_INPUT, path, "is a device or a socket, not a document");
    }
    if (!ok) close(in->fd);
    return ok;
}

static void input_close(struct input *in) {
    if (in->fd != STDIN_FILENO) close(in->fd);
}

/* Reads until `want` bytes more stand in the buffer or the input ends; false on a fault. */
static bool fill(int fd, char *to, size_t want, size_t *got, const char *path, struct err *err) {
    *got = 0;
    while (*got < want) {
        ssize_t n = read(fd, to + *got, want - *got);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return err_file(err, ERR_INPUT, path, "cannot be read: %s", err_reason(ERR_INPUT));
        if (n == 0) break;
        *got += (size_t)n;
    }
    return true;
}

static bool is_too_large(const char *path, struct err *err) {
    return err_file(err, ERR_INPUT, path, "is larger than %d MB; split it", (int)(LARGEST_FED / MEGABYTE));
}

/* All of a regular file in one read, behind `head` which was read already; what grows meanwhile is left. */
static bool load_regular(slice *out, const struct input *in, slice head, const char *path, struct arena *arena,
                         struct err *err) {
    size_t size = in->size > head.len ? in->size : head.len, got;
    char  *bytes = arena_text(arena, size + PADDING);
    if (head.len) memcpy(bytes, head.ptr, head.len);
    if (!fill(in->fd, bytes + head.len, size - head.len, &got, path, err)) return false;
    memset(bytes + head.len + got, 0, PADDING);
    *out = (slice){bytes, head.len + got};
    return true;
}

/* A large one stays where it is until it is read. */
static bool feed_regular(struct unread *out, struct input *in, size_t hold, struct err *err) {
    if (in->size > LARGEST_FED) return is_too_large(out->path, err);
    if (!feed_open(&out->feed, in->fd, in->size, hold, out->path, err)) return false;
    in->fd = STDIN_FILENO; /* the feed closes it */
    out->bytes = feed_bytes(out->feed);
    return true;
}

/* A stream says nothing of its length: beyond `hold` bytes it goes to a file and is fed. */
static bool load_stream(struct unread *out, const struct input *in, slice head, size_t hold, struct arena *arena,
                        struct err *err) {
    size_t capacity = 0, count = head.len, got;
    char  *bytes = arena_grow(arena, NULL, 0, &capacity, head.len + 65536, 1);
    if (head.len) memcpy(bytes, head.ptr, head.len);
    do {
        bytes = arena_grow(arena, bytes, count, &capacity, count + 65536, 1);
        if (!fill(in->fd, bytes + count, capacity - count - PADDING, &got, out->path, err)) return false;
        count += got;
    } while (got > 0 && count <= hold);
    memset(bytes + count, 0, PADDING);
    out->bytes = (slice){bytes, count};
    if (got == 0) return true;
    if (!feed_spool(&out->feed, out->bytes, in->fd, hold, out->path, err)) return false;
    out->bytes = feed_bytes(out->feed);
    return out->bytes.len <= LARGEST_FED || (unread_close(out, err), is_too_large(out->path, err));
}

/* ---- one document after another ---- */

static bool has_suffix(const char *path, const char *suffix) {
    slice p = slice_of(path), s = slice_of(suffix);
    return p.len > s.len && starts_like(slice_from(p, p.len - s.len), suffix);
}

/* What the person in front of the screen says wins over the manifest, which wins over the file. */
static void apply_manifest(const struct source *s, struct document *out) {
    const struct manifest_row *row = manifest_find(&s->manifest, out->path);
    if (!row) return;
    if (row->body.len > 0 && !s->options.body) out->body = row->body, out->body_from = ORIGIN_MANIFEST;
    if (row->year > 0 && !s->options.year) out->year = row->year, out->year_from = ORIGIN_MANIFEST;
}

/* A pipe may deliver a line and wait for its answer, so the head is what the first read brings, not more. */
static bool read_head(const struct input *in, char head[PROBE], size_t *n, const char *path, struct err *err) {
    ssize_t got;
    do got = read(in->fd, head, PROBE);
    while (got < 0 && errno == EINTR);
    if (got < 0) return err_file(err, ERR_INPUT, path, "cannot be read: %s", err_reason(ERR_INPUT));
    *n = (size_t)got;
    return true;
}

/* Its lines would end in the middle of a character. PowerShell's > writes UTF-16. */
static bool is_wide(slice head) {
    static const slice starts[] = {{"\xFF\xFE", 2}, {"\xFE\xFF", 2}, {"{\0", 2}, {"\0{", 2}, {"\0\0", 2}};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts(head, starts[i])) return true;
    return false;
}

/* The name that its rows bear, which must be UTF-8: one that a Chinese Windows packed (B1 A8 B8 E6 .txt) reads 报告.txt, also
 * in a folder whose own name is UTF-8. */
static const char *shown_name(const char *path, struct arena *run) {
    slice rest = slice_of(path), shown = SLICE_NONE;
    if (utf8_validate(rest) == rest.len) return path;
    while (rest.len) {
        struct decoded name;
        size_t         slash = slice_find(rest, SLICE_LIT("/"), 0);
        slice          step = slash == SIZE_MAX ? rest : slice_sub(rest, 0, slash + 1);
        rest = slice_from(rest, step.len);
        if (utf8_validate(step) < step.len && encoding_decode(&name, step, "GB18030", run)) step = name.text;
        shown = arena_format(run, "%.*s%.*s", (int)shown.len, shown.ptr, (int)step.len, step.ptr);
    }
    return shown.ptr;
}

/* Opens `path`: all its bytes, or the lines that follow one by one (then s->records is set). */
static bool take_path(struct source *s, const char *path, struct unread *out, struct arena *report, struct err *err) {
    struct input in;
    char         head[PROBE];
    size_t       n = 0;
    if (!input_open(&in, path, err)) return false;
    bool ok = read_head(&in, head, &n, path, err);
    if (ok && has_suffix(path, ".jsonl") && is_wide((slice){head, n}))
        ok = err_file(err, ERR_INPUT, path, "is JSON Lines in UTF-16 or UTF-32; make it UTF-8 with iconv first");
    if (ok && records_spread((slice){head, n}))
        ok = err_file(err, ERR_INPUT, path, "is JSON, not JSON Lines; put each object on a line of its own, as jq -c does");
    if (ok && !in.regular && claims_start((slice){head, n}))
        ok = err_file(err, ERR_INPUT, path, "holds claims and is a pipe; name their file, or give them to compare");
    if (ok && n > 0 && (has_suffix(path, ".jsonl") || records_probe((slice){head, n}))) {
        s->records = records_new(in.fd, (slice){head, n}, out->path, s->run);
        return true;
    }
    slice  first = {head, n};
    size_t hold = s->options.hold ? s->options.hold : MOST_HELD;
    if (ok && in.regular && in.size > hold)
        ok = feed_regular(out, &in, hold, err);
    else
        ok = ok && (in.regular ? load_regular(&out->bytes, &in, first, path, report, err)
                               : load_stream(out, &in, first, hold, report, err));
    input_close(&in);
    return ok;
}

/* The next path in the run arena; 0 at the end, -1 when a folder entry is refused. */
static int next_path(struct source *s, const char **path, struct err *err) {
    for (;;) {
        if (s->walk) {
            enum walk_next next = walk_next(s->walk, path, err);
            if (next != WALK_END) return next == WALK_FILE ? 1 : -1;
            s->walk = NULL;
        }
        if (s->next == s->count) return 0;
        struct stat st;
        *path = s->paths[s->next++];
        if (strcmp(*path, "-") == 0 || stat(*path, &st) != 0 || !S_ISDIR(st.st_mode)) return 1;
        s->walk = walk_new(*path, &s->passed, s->run);
    }
}

enum source_next source_next(struct source *s, struct unread *out, struct arena *report, struct err *err) {
    for (;;) {
        const char *path = NULL;
        if (s->records) {
            enum records_next next = records_next(s->records, out, report, err);
            if (next != RECORDS_END) return next == RECORDS_LINE ? SOURCE_INPUT : SOURCE_REFUSED;
            source_close(s);
        }
        int found = next_path(s, &path, err);
        if (found == 0) return s->ended = true, SOURCE_END;
        *out = (struct unread){.path = shown_name(path, s->run)};
        manifest_meet(&s->manifest, slice_of(out->path));
        if (found < 0 || !take_path(s, path, out, report, err)) return SOURCE_REFUSED;
        if (!s->records) return SOURCE_INPUT;
    }
}

/* 3 files in folders are passed over (.csv .png): once. */
static bool passed_note(struct source *s, struct err *err) {
    char   kinds[128] = "";
    size_t n = 0, count = s->passed.count;
    s->passed.count = 0;
    if (!count || s->options.quiet) return false;
    for (size_t i = 0; i < PASSED_KINDS; i++)
        if (s->passed.kinds[i]) n += (size_t)snprintf(kinds + n, sizeof kinds - n, "%s%s", n ? " " : "", s->passed.kinds[i]);
    err_file(err, ERR_NOTE, NULL, "passed over in folders: %zu whose names end in %s; name a file to have it read", count,
             kinds);
    return true;
}

/* m.csv:1: no column is read but path, body and year; yaer is not: once. */
static bool heading_note(struct source *s, struct err *err) {
    slice unread = s->manifest.unread;
    s->manifest.unread = SLICE_NONE;
    if (!unread.len) return false;
    err_set(err, ERR_NOTE, s->options.manifest, s->manifest.unread_line, 0,
            "no column is read but path, body and year; %.*s is not", (int)(unread.len < 100 ? unread.len : 100), unread.ptr);
    return true;
}

bool source_note(struct source *s, struct err *err) {
    if (s->ended && (passed_note(s, err) || heading_note(s, err))) return true;
    while (s->ended && s->looked_at < s->manifest.count) {
        const struct manifest_row *row = &s->manifest.rows[s->looked_at++];
        if (row->met) continue;
        err_set(err, ERR_NOTE, s->options.manifest, row->line, 0, "%.*s is none of the documents; look at its path",
                (int)(row->path.len < 200 ? row->path.len : 200), row->path.ptr);
        return true;
    }
    return false;
}

bool source_read(const struct source *s, struct unread *input, struct document *out, struct arena *report, struct err *err) {
    slice path = slice_of(input->path);
    bool  read = input->line   ? record_read(out, input, &s->options, report, err)
                 : input->feed ? document_from_feed(out, &input->feed, path, &s->options, report, err)
                               : document_from_bytes(out, input->bytes, path, &s->options, report, err);
    if (!read) return false;
    out->path = slice_of(input->path);
    apply_manifest(s, out);
    if (!input->line) note_losses(out, 0, err);
    return true;
}

bool unread_close(struct unread *input, struct err *err) {
    struct err fault = input->feed ? feed_fault(input->feed) : (struct err){0};
    feed_close(input->feed);
    input->feed = NULL;
    if (fault.kind && !err->kind) *err = fault;
    return !fault.kind;
}
