/* aliases.csv → pairs of keys: 网评员,网络评论员,yes joins what the words alone would not; no keeps apart what they would.
 * As Excel saves it: a BOM or none, UTF-8 or GB18030, CRLF, quotes round a cell. Leaves alone how joins are made (series.c). */
#include "export/series/alias.h"

#include "extract/read/csv.h"
#include "extract/base/bound.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

/* What is dropped depends on the kind (涨幅 of a growth): a pair holds for each kind that the words could be of. */
static void push_pairs(struct aliases *out, const struct metric_rules *rules, slice metric, slice alias, struct alias said,
                       struct arena *arena) {
    static const enum kind kinds[] = {KIND_LEVEL, KIND_SHARE, KIND_GROWTH, KIND_CHANGE};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct metric_key a, b;
        metric_key_make(&a, rules, metric, SLICE_NONE, kinds[i], arena);
        metric_key_make(&b, rules, alias, SLICE_NONE, kinds[i], arena);
        bool ordered = slice_compare(a.match, b.match) <= 0;
        said.a = ordered ? a.match : b.match;
        said.b = ordered ? b.match : a.match;
        said.met = slice_equal(said.a, said.b);
        ARENA_PUSH(arena, out->items, out->count, out->capacity, said);
    }
}

static int by_pair(const void *a, const void *b) {
    const struct alias *x = a, *y = b;
    int                 order = slice_compare(x->a, y->a);
    if (!order) order = slice_compare(x->b, y->b);
    return order ? order : (int)x->join - (int)y->join;
}

enum { METRIC, ALIAS, JOIN, COLUMNS };

struct loading {
    struct aliases            *out;
    const char                *path;
    const struct metric_rules *rules;
    struct arena              *arena;
    int                        at[COLUMNS];
};

/* A first line that names columns is no pair. */
static bool read_headings(struct loading *l, const slice *cells, size_t n) {
    const struct {
        const char *english, *chinese;
    } names[COLUMNS] = {{"metric", claim_heading("metric")}, {"alias", COLUMN_ALIAS}, {"join", COLUMN_JOIN}};
    bool any = false;
    for (int k = 0; k < COLUMNS; k++) {
        int at = csv_heading_either(cells, n, names[k].english, names[k].chinese);
        if (at >= 0) l->at[k] = at;
        any |= at >= 0;
    }
    return any;
}

static bool read_row(void *context, const slice *cells, size_t n, int line, struct err *err) {
    struct loading *l = context;
    slice           said[COLUMNS] = {{0}};
    if (line == 1 && read_headings(l, cells, n)) return true;
    for (int k = 0; k < COLUMNS; k++)
        if ((size_t)l->at[k] < n) said[k] = slice_trim(cells[l->at[k]]);
    if (!said[JOIN].len) return true; /* a row of matches.csv that nobody has answered */
    int join = csv_answer(said[JOIN]);
    if (join < 0) return err_set(err, ERR_USAGE, l->path, line, 0, "says neither yes nor no; write metric,alias,yes");
    if (!said[METRIC].len || !said[ALIAS].len) return err_set(err, ERR_USAGE, l->path, line, 0, "has an empty metric or alias");
    push_pairs(l->out, l->rules, arena_copy(l->arena, said[METRIC]), arena_copy(l->arena, said[ALIAS]),
               (struct alias){.join = join, .line = line}, l->arena);
    return true;
}

bool aliases_load(struct aliases *out, const char *path, const struct metric_rules *rules, struct arena *arena,
                  struct err *err) {
    struct loading l = {out, path, rules, arena, {METRIC, ALIAS, JOIN}};
    *out = (struct aliases){0};
    if (path && !csv_read_option(path, true, read_row, &l, err)) return false;
    if (out->count) qsort(out->items, out->count, sizeof *out->items, by_pair);
    return true;
}

static int by_line(const void *a, const void *b) { return ((const struct alias *)a)->line - ((const struct alias *)b)->line; }

void aliases_tell_idle(struct aliases *aliases, const char *path) {
    struct err note = {0};
    int        line = 0;
    size_t     idle = 0;
    if (aliases->count) qsort(aliases->items, aliases->count, sizeof *aliases->items, by_line);
    for (size_t i = 0, end; i < aliases->count; i = end) {
        bool met = !aliases->items[i].join;
        for (end = i; end < aliases->count && aliases->items[end].line == aliases->items[i].line; end++)
            met |= aliases->items[end].met;
        if (!met && idle++ == 0) line = aliases->items[i].line;
    }
    if (!aliases->count) err_file(&note, ERR_NOTE, path, "says yes or no of nothing; write metric,alias,yes");
    if (idle == 1)
        err_set(&note, ERR_NOTE, path, line, 0,
                "joins nothing: no two figures of one unit bear these names; write them as compare does");
    if (idle > 1)
        err_set(
            &note, ERR_NOTE, path, line, 0,
            "joins nothing (rows like it: %zu more): no two figures of one unit bear these names; write them as compare does",
            idle - 1);
    if (note.kind) err_print(&note);
}

int aliases_say(const struct aliases *aliases, slice match_a, slice match_b) {
    struct alias wanted = {.a = match_a, .b = match_b};
    if (slice_compare(match_a, match_b) > 0) wanted = (struct alias){.a = match_b, .b = match_a};
    size_t low = first_not_before(&wanted, aliases->items, aliases->count, sizeof *aliases->items, by_pair);
    if (low == aliases->count || !slice_equal(aliases->items[low].a, wanted.a) || !slice_equal(aliases->items[low].b, wanted.b))
        return 0;
    return aliases->items[low].join ? 1 : -1; /* no sorts before yes: a refusal wins */
}
