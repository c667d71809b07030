/* `suanpan normalize 三万五 百分之五点三` → 三万五 = 35000, 百分之五点三 = 5.3 %. A filter: one line in, its answers out and
 * flushed. What the figures mean is normalize.c's business; here they are only written. */
#include "extract/normalize.h"

#include "export/table/jsonl.h"
#include "export/replace.h"
#include "export/verbs.h"
#include "export/writers.h"

#include <sys/stat.h>

#include "extract/base/banned.h"

static const char *const names[] = {"raw",       "value",      "low",       "high",      "qualifier", "unit", "kind",
                                    "direction", "base_value", "base_unit", "dimension", "start",     "end"};
enum { COLUMNS = sizeof names / sizeof *names };

/* Plain lines and JSON lines go to `out`; any other format is a table, a figure a row, which `writer` fills. */
struct show {
    const struct writer *writer;
    void                *state;       /* the writer's */
    struct output       *out;         /* NULL: a table */
    const void          *layout;      /* of the JSON objects; NULL: plain */
    size_t               line, shown; /* of the input; figures of this line */
    bool                 refused;     /* some line or figure was */
    struct err          *err;
};

static bool put(struct show *s, slice text) { return output_write(s->out, text.ptr, text.len, s->err); }

/* ---- figures ------------------------------------------------------------------------------------------------------------- */

static void reading_cells(const struct reading *r, struct cell cells[COLUMNS], char digits[4][DECIMAL_TEXT]) {
    const struct cell all[COLUMNS] = {{CELL_TEXT, r->raw, 0},
                                      r->kind == KIND_DATE ? text_cell(r->date) : decimal_cell(r->value, digits[0]),
                                      decimal_cell(r->low, digits[1]),
                                      decimal_cell(r->high, digits[2]),
                                      text_cell(slice_of(qualifier_names[r->qualifier])),
                                      {CELL_TEXT, r->unit, 0},
                                      text_cell(slice_of(kind_names[r->kind])),
                                      text_cell(slice_of(direction_names[r->direction])),
                                      decimal_cell(r->base_value, digits[3]),
                                      text_cell(r->base_value.present ? r->base_unit : SLICE_NONE),
                                      text_cell(r->dimension),
                                      {CELL_INTEGER, SLICE_NONE, r->start},
                                      {CELL_INTEGER, SLICE_NONE, r->end}};
    memcpy(cells, all, sizeof all);
}

/* raw = value unit; a range without a value as LOW..HIGH. */
static bool put_plain(struct show *s, const struct reading *r, const struct cell cells[COLUMNS]) {
    bool  range = !cells[1].text.len && r->kind != KIND_RATIO;
    slice value = range ? cells[2].text : cells[1].text.len ? cells[1].text : r->raw;
    return put(s, r->raw) && put(s, SLICE_LIT(" = ")) && put(s, value) &&
           (!range || (put(s, SLICE_LIT("..")) && put(s, cells[3].text))) &&
           (!r->unit.len || (put(s, SLICE_LIT(" ")) && put(s, r->unit))) && put(s, SLICE_LIT("\n"));
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
    struct cell  cells[COLUMNS];
    char         digits[4][DECIMAL_TEXT];
    if (r->too_long) {
        complain(s, "%.*s has more than 38 digits; it is not rounded but left out", r->raw);
        return true;
    }
    if (r->base_too_long) complain(s, "%.*s has more than 38 digits in its base unit; its base value is left out", r->raw);
    reading_cells(r, cells, digits);
    s->shown++;
    if (!s->out) return s->writer->row(s->state, cells, s->err);
    if (!s->layout) return put_plain(s, r, cells);
    return (s->shown == 1 || put(s, SLICE_LIT(","))) && jsonl_put_object(s->layout, s->out, cells, s->err);
}

/* ---- lines --------------------------------------------------------------------------------------------------------------- */

static bool put_readings(struct show *s, const struct ruleset *rules, slice line, struct arena *arena) {
    return line.len >= UINT32_MAX || normalize_line(rules, line, show_reading, s, arena);
}

static bool answer_line(struct show *s, const struct ruleset *rules, slice line, struct arena *arena) {
    if (utf8_validate(line) < line.len) {
        complain(s, "is not UTF-8%.*s; convert it with iconv first", SLICE_NONE);
        return !s->layout || put(s, SLICE_LIT("{\"text\":null,\"error\":\"is not UTF-8\"}\n"));
    }
    if (!s->layout) return put_readings(s, rules, line, arena);
    return put(s, SLICE_LIT("{\"text\":")) && jsonl_put_string(s->out, line, s->err) &&
           put(s, SLICE_LIT(",\"quantities\":[")) && put_readings(s, rules, line, arena) && put(s, SLICE_LIT("]}\n"));
}

static bool flush(struct show *s) {
    if (s->out) return output_flush(s->out, s->err);
    return !s->writer->flush || s->writer->flush(s->state, s->err);
}

/* Answers one line and flushes. False and the error when the answer cannot be written. */
static bool answer(struct show *s, const struct ruleset *rules, slice line, struct arena *arena) {
    s->line++;
    s->shown = 0;
    while (line.len && (line.ptr[line.len - 1] == '\n' || line.ptr[line.len - 1] == '\r')) line.len--;
    bool done = answer_line(s, rules, line, arena);
    arena_reset(arena);
    return done && flush(s);
}

/* An argument may hold several lines: suanpan normalize "$(cat 报告.txt)". One that is a file's name is read as text all the
 * same, which is hardly what was meant. */
static bool answer_argument(struct show *s, const struct ruleset *rules, const char *argument, struct arena *arena) {
    struct stat is;
    slice       text = slice_of(argument);
    bool        written = true;
    if (stat(argument, &is) == 0 && S_ISREG(is.st_mode)) {
        struct err err = {0};
        err_file(&err, ERR_NOTE, argument, "is taken as text; to read the file: suanpan normalize <%s", argument);
        err_print(&err);
    }
    size_t at = 0;
    do {
        written = answer(s, rules, slice_take(text, '\n', &at), arena);
    } while (at < text.len && written);
    return written;
}

static bool answer_all(struct show *s, const struct ruleset *rules, const struct options *o, struct arena *arena) {
    char   *line = NULL;
    size_t  room = 0;
    ssize_t size;
    bool    written = flush(s); /* the headings */
    bool    is_given = o->path_count > 1 || (o->path_count == 1 && strcmp(o->paths[0], "-") != 0);
    for (size_t i = 0; i < o->path_count && written && is_given; i++) written = answer_argument(s, rules, o->paths[i], arena);
    if (is_given) return written;
    while (written && (size = getline(&line, &room, stdin)) >= 0) {
        slice text = {line, (size_t)size};
        if (s->line == 0) text = utf8_unmarked(text);
        written = answer(s, rules, text, arena);
    }
    free(line);
    return written;
}

/* ---- where to ------------------------------------------------------------------------------------------------------------ */

static bool is_plain(const struct options *o) {
    slice suffix = o->output ? name_suffix(o->output) : SLICE_NONE;
    if (o->format) return strcmp(o->format, "plain") == 0;
    return !suffix.len || slice_is(suffix, ".txt");
}

/* The columns are a claim's. */
static struct table_schema schema_make(struct arena *run) {
    struct column *columns = ARENA_ARRAY(run, struct column, COLUMNS);
    for (size_t i = 0; i < COLUMNS; i++) columns[i] = claim_schema.columns[column_find(&claim_schema, slice_of(names[i]))];
    return (struct table_schema){"quantities", columns, COLUMNS};
}

static bool open_show(struct show *s, const struct options *o, struct arena *run) {
    const struct table_schema  schema = schema_make(run);
    const struct write_options how = {.bom = o->bom, .header = o->header};
    bool                       plain = is_plain(o);
    if (!plain && !(s->writer = writer_chosen(o, s->err))) return false;
    if (!output_may_replace(o->output, o->force, s->err)) return false;
    if (!plain && s->writer != &jsonl_writer) return s->writer->open(&s->state, o->output, &schema, &how, run, s->err);
    if (!plain && !(s->layout = jsonl_layout(&schema, &how, run, s->err))) return false;
    return output_open(&s->out, o->output, s->err);
}

static bool close_show(struct show *s, bool good) {
    if (good) return s->out ? output_commit(s->out, s->err) : s->writer->close(s->state, s->err);
    if (s->out)
        output_abort(s->out);
    else
        s->writer->abort(s->state);
    return false;
}

int verb_normalize(const struct options *options, struct arena *run, struct err *err) {
    struct show     show = {.err = err};
    struct suanpan *suanpan;
    struct arena    arena;
    if (!suanpan_open(&suanpan, options->rules, options->rule_count, err)) return 2;
    bool done = open_show(&show, options, run);
    if (done) {
        arena_init(&arena);
        done = close_show(&show, answer_all(&show, suanpan_ruleset(suanpan), options, &arena));
        arena_free(&arena);
    }
    suanpan_close(suanpan);
    return done ? show.refused : 2;
}
