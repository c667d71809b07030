/* `suanpan normalize 三万五 百分之五点三` → 三万五 = 35000, 百分之五点三 = 5.3 %. A filter: one line in, its answers out and
 * flushed. What the figures mean is normalize.c's business; here they are only written. */
#include "extract/normalize.h"
#include "extract/verbs.h"

#include "extract/base/banned.h"

enum format { FORMAT_PLAIN, FORMAT_CSV, FORMAT_TSV, FORMAT_JSONL };

struct show {
    FILE       *out;
    enum format format;
    size_t      line, shown; /* of the input; readings of this line */
    bool        refused;     /* some line or figure was */
};

static const char *const columns[] = {"raw",       "value",      "low",       "high",      "qualifier", "unit", "kind",
                                      "direction", "base_value", "base_unit", "dimension", "start",     "end"};
enum { COLUMNS = sizeof columns / sizeof *columns, TEXT_COLUMNS = COLUMNS - 2 };

static void put_escaped(FILE *out, slice s) {
    size_t written = 0;
    fputc('"', out);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
        fwrite(s.ptr + written, 1, i - written, out);
        written = i + 1;
        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else
            fprintf(out, "\\u%04x", c);
    }
    if (s.len > written) fwrite(s.ptr + written, 1, s.len - written, out);
    fputc('"', out);
}

static bool is_number(slice s) { return decimal_read(s).present; }

/* A cell of CSV: quoted when it must be, guarded against being run as a formula. */
static void put_csv(FILE *out, slice s) {
    bool guard = s.len && memchr("=+-@\t\r", s.ptr[0], 6) && !is_number(s), quote = false;
    for (size_t i = 0; i < s.len; i++) quote |= s.ptr[i] == '"' || s.ptr[i] == ',' || s.ptr[i] == '\n' || s.ptr[i] == '\r';
    if (quote) fputc('"', out);
    if (guard) fputc('\'', out);
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"') fputc('"', out);
        fputc(s.ptr[i], out);
    }
    if (quote) fputc('"', out);
}

static void put_tsv(FILE *out, slice s) {
    for (size_t i = 0; i < s.len; i++) fputc(s.ptr[i] == '\t' || s.ptr[i] == '\n' || s.ptr[i] == '\r' ? ' ' : s.ptr[i], out);
}

static slice number_text(char room[DECIMAL_TEXT], decimal d) { return (slice){room, decimal_write(room, d)}; }

/* raw = value unit; a range without a value as LOW..HIGH. */
static void put_plain(FILE *out, const struct reading *r, const slice cells[TEXT_COLUMNS]) {
    fprintf(out, "%.*s =", SLICE_ARG(r->raw));
    if (cells[1].len)
        fprintf(out, " %.*s", SLICE_ARG(cells[1]));
    else if (r->kind == KIND_RATIO)
        fprintf(out, " %.*s", SLICE_ARG(r->raw));
    else
        fprintf(out, " %.*s..%.*s", SLICE_ARG(cells[2]), SLICE_ARG(cells[3]));
    if (r->unit.len) fprintf(out, " %.*s", SLICE_ARG(r->unit));
    fputc('\n', out);
}

static void put_object(FILE *out, const struct reading *r, const slice cells[TEXT_COLUMNS], bool first) {
    fputs(first ? "{" : ",{", out);
    for (int i = 0; i < TEXT_COLUMNS; i++) {
        fprintf(out, "%s\"%s\":", i ? "," : "", columns[i]);
        bool empty = cells[i].len == 0 && i != 0 && i != 5;
        if (empty)
            fputs("null", out);
        else
            put_escaped(out, cells[i]);
    }
    fprintf(out, ",\"start\":%u,\"end\":%u}", r->start, r->end);
}

static void put_row(const struct show *s, const struct reading *r, const slice cells[TEXT_COLUMNS]) {
    char separator = s->format == FORMAT_CSV ? ',' : '\t';
    for (int i = 0; i < TEXT_COLUMNS; i++) {
        if (s->format == FORMAT_CSV)
            put_csv(s->out, cells[i]);
        else
            put_tsv(s->out, cells[i]);
        fputc(separator, s->out);
    }
    fprintf(s->out, "%u%c%u%s", r->start, separator, r->end, s->format == FORMAT_CSV ? "\r\n" : "\n");
}

/* `what` is named, or how it starts: a figure of a million digits would leave no room for the reason. */
static void complain(struct show *s, const char *format, slice what) {
    enum { MOST_SHOWN = 60 };
    struct err err = {0};
    if (what.len > MOST_SHOWN) what.len = MOST_SHOWN - utf8_size_before(what, MOST_SHOWN);
    err_set(&err, ERR_INPUT, "-", (int)s->line, 0, format, SLICE_ARG(what));
    err_print(&err);
    s->refused = true;
}

static bool show_reading(void *context, const struct reading *r) {
    struct show *s = context;
    char         room[4][DECIMAL_TEXT];
    if (r->too_long) {
        complain(s, "%.*s has more than 38 digits; it is not rounded but left out", r->raw);
        return true;
    }
    if (r->base_too_long) complain(s, "%.*s has more than 38 digits in its base unit; its base value is left out", r->raw);
    slice value = r->kind == KIND_DATE ? r->date : number_text(room[0], r->value);
    slice cells[TEXT_COLUMNS] = {r->raw,
                                 value,
                                 number_text(room[1], r->low),
                                 number_text(room[2], r->high),
                                 slice_of(qualifier_names[r->qualifier]),
                                 r->unit,
                                 slice_of(kind_names[r->kind]),
                                 slice_of(direction_names[r->direction]),
                                 number_text(room[3], r->base_value),
                                 r->base_value.present ? r->base_unit : SLICE_NONE,
                                 r->dimension};
    if (s->format == FORMAT_PLAIN)
        put_plain(s->out, r, cells);
    else if (s->format == FORMAT_JSONL)
        put_object(s->out, r, cells, s->shown == 0);
    else
        put_row(s, r, cells);
    s->shown++;
    return true;
}

/* Answers one line and flushes. False when the answer cannot be written. */
static bool answer(struct show *s, const struct ruleset *rules, slice line, struct arena *arena) {
    size_t bad = utf8_validate(line);
    s->line++;
    s->shown = 0;
    while (line.len && (line.ptr[line.len - 1] == '\n' || line.ptr[line.len - 1] == '\r')) line.len--;
    if (bad < line.len) {
        complain(s, "is not UTF-8%.*s; convert it with iconv first", SLICE_NONE);
        if (s->format == FORMAT_JSONL) fputs("{\"text\":null,\"error\":\"is not UTF-8\"}\n", s->out);
        return fflush(s->out) == 0;
    }
    if (s->format == FORMAT_JSONL) {
        fputs("{\"text\":", s->out);
        put_escaped(s->out, line);
        fputs(",\"quantities\":[", s->out);
    }
    if (line.len < UINT32_MAX) normalize_line(rules, line, show_reading, s, arena);
    if (s->format == FORMAT_JSONL) fputs("]}\n", s->out);
    arena_reset(arena);
    return fflush(s->out) == 0;
}

static bool answer_all(struct show *s, const struct ruleset *rules, const struct options *o, struct arena *arena) {
    char   *line = NULL;
    size_t  room = 0;
    ssize_t size;
    bool    written = true;
    for (size_t i = 0; i < o->path_count && written; i++) written = answer(s, rules, slice_of(o->paths[i]), arena);
    if (o->path_count) return written;
    while (written && (size = getline(&line, &room, stdin)) >= 0) {
        slice text = {line, (size_t)size};
        if (s->line == 0 && slice_starts(text, SLICE_LIT("\xEF\xBB\xBF"))) text = slice_from(text, 3);
        written = answer(s, rules, text, arena);
    }
    free(line);
    return written;
}

static bool format_read(enum format *out, const struct options *o, struct err *err) {
    static const char *const names[] = {"plain", "csv", "tsv", "jsonl"};
    const char              *name = o->format, *dot = o->output ? strrchr(o->output, '.') : NULL;
    if (!name && dot) name = dot + 1;
    *out = FORMAT_PLAIN;
    for (int i = 0; name && i < 4; i++)
        if (!strcmp(name, names[i])) return *out = (enum format)i, true;
    return !name || !o->format ||
           err_set(err, ERR_USAGE, NULL, 0, 0, "normalize writes plain, csv, tsv or jsonl, not %s", name);
}

static void put_header(const struct show *s) {
    if (s->format != FORMAT_CSV && s->format != FORMAT_TSV) return;
    for (int i = 0; i < COLUMNS; i++)
        fprintf(s->out, "%s%s", columns[i],
                i + 1 < COLUMNS ? (s->format == FORMAT_CSV ? "," : "\t") : (s->format == FORMAT_CSV ? "\r\n" : "\n"));
}

int verb_normalize(const struct options *options, struct arena *run, struct err *err) {
    struct show     show = {.out = stdout};
    struct suanpan *suanpan;
    struct arena    arena;
    (void)run;
    if (!format_read(&show.format, options, err) || !suanpan_open(&suanpan, options->rules, options->rule_count, err)) return 2;
    if (options->output && !(show.out = fopen(options->output, "wb"))) {
        suanpan_close(suanpan);
        err_set(err, ERR_OUTPUT, options->output, 0, 0, "cannot be written");
        return 2;
    }
    arena_init(&arena);
    put_header(&show);
    bool written = answer_all(&show, suanpan_ruleset(suanpan), options, &arena);
    if (show.out != stdout && fclose(show.out) != 0) written = false;
    arena_free(&arena);
    suanpan_close(suanpan);
    if (!written) err_set(err, ERR_OUTPUT, options->output, 0, 0, "the output cannot be written");
    return written ? show.refused : 2;
}
