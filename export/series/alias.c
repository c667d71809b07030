/* aliases.csv → pairs of keys: 网评员,网络评论员,yes joins what the words alone would not; no keeps apart what they would.
 * As Excel saves it: a BOM or none, UTF-8 or GB18030, CRLF, quotes round a cell. Leaves alone how joins are made (series.c). */
#include "export/series/alias.h"

#include "export/table/csv_read.h"
#include "extract/base/bound.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/read/document.h"

#include "extract/base/banned.h"

enum { LARGEST_ALIASES = 16 * 1024 * 1024, CELLS = 16 };

/* The cells of the record at `*at`; quotes are taken off and "" inside them is one ". Returns how many. */
static size_t read_record(slice text, size_t *at, int *line, slice cells[CELLS], struct arena *arena) {
    size_t n = 0;
    bool   quoted = false;
    char  *cell = arena_text(arena, text.len - *at + 1);
    size_t len = 0;
    for (;; (*at)++) {
        char c = *at < text.len ? text.ptr[*at] : '\n';
        if (quoted && *at < text.len) {
            if (c == '\n') ++*line;
            if (c != '"')
                cell[len++] = c;
            else if (*at + 1 < text.len && text.ptr[*at + 1] == '"')
                cell[len++] = c, (*at)++;
            else
                quoted = false;
        } else if (c == '"')
            quoted = true;
        else if (c == ',' || c == '\t' || c == '\n') {
            if (n < CELLS) cells[n++] = slice_trim((slice){cell, len});
            cell += len;
            len = 0;
            if (c == '\n') break;
        } else
            cell[len++] = c;
    }
    ++*at;
    return n;
}

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

/* A leading ' was put before a cell that begins like a formula; it is no part of the metric. */
static slice unguarded(slice cell) { return cell.len && cell.ptr[0] == '\'' ? slice_from(cell, 1) : cell; }

static bool read_rows(struct aliases *out, const char *path, slice text, const struct metric_rules *rules, struct arena *arena,
                      struct err *err) {
    static const char *const names[] = {"metric", "alias", "join"};
    const char *const        chinese[] = {claim_heading(names[0]), COLUMN_ALIAS, COLUMN_JOIN};
    slice                    cells[CELLS] = {{0}};
    int                      line = 1, place[3] = {0, 1, 2};
    for (size_t at = 0; at < text.len; line++) {
        int    first = line;
        size_t n = read_record(text, &at, &line, cells, arena);
        bool   heading = false;
        for (int k = 0, at_column; first == 1 && k < 3; k++)
            if ((at_column = csv_heading_either(cells, n, names[k], chinese[k])) >= 0) place[k] = at_column, heading = true;
        if (heading || (n == 1 && !cells[0].len)) continue;
        slice metric = (size_t)place[0] < n ? unguarded(cells[place[0]]) : SLICE_NONE,
              alias = (size_t)place[1] < n ? unguarded(cells[place[1]]) : SLICE_NONE;
        slice said = (size_t)place[2] < n ? cells[place[2]] : SLICE_NONE;
        if (!said.len) continue; /* a row of matches.csv that nobody has answered */
        int join = csv_answer(said);
        if (join < 0) return err_set(err, ERR_USAGE, path, first, 0, "says neither yes nor no; write metric,alias,yes");
        if (!metric.len || !alias.len) return err_set(err, ERR_USAGE, path, first, 0, "has an empty metric or alias");
        push_pairs(out, rules, metric, alias, (struct alias){.join = join, .line = first}, arena);
    }
    if (out->count) qsort(out->items, out->count, sizeof *out->items, by_pair);
    return true;
}

bool aliases_load(struct aliases *out, const char *path, const struct metric_rules *rules, struct arena *arena,
                  struct err *err) {
    *out = (struct aliases){0};
    if (!path) return true;
    slice               bytes;
    struct document     document;
    struct read_options options = {0};
    if (!file_load(&bytes, path, LARGEST_ALIASES, arena, err) ||
        !document_from_bytes(&document, bytes, slice_of(path), &options, arena, err)) {
        err->kind = ERR_USAGE;
        return false;
    }
    return read_rows(out, path, document.text, rules, arena, err);
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
    if (!aliases->count) err_set(&note, ERR_NOTE, path, 0, 0, "says yes or no of nothing; write metric,alias,yes");
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
