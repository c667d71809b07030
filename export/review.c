/* A row of review.csv → a correction: 2020.txt,88,,314,,yes makes 处置网络舆情 313 起 say 314; …,no drops the claim. Claims
 * that no row names are left alone; a row that names no claim is told, for the report was changed since. */
#include "export/review.h"

#include "extract/read/csv.h"
#include "extract/base/bound.h"
#include "extract/normalize.h"
#include "extract/suanpan.h"
#include "extract/words/headings.h"

#include <limits.h>
#include <stdatomic.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

struct correction {
    slice    document, metric, unit;
    uint32_t start;
    decimal  value;
    bool     drop;
    int      line;
    /* The value, or 1, of its unit: 121 亿元 is 12100000000 元. Without a value where no table knows the unit. */
    struct reading quantity;

    atomic_bool read, met; /* a claim of its document was seen, and the very one */
};
struct review {
    const char        *path;
    struct correction *rows; /* sorted by document, then start; of equal ones the last line wins */
    size_t             count, capacity;
};

enum { DOCUMENT, START, METRIC, VALUE, UNIT, KEEP, COLUMNS };
static const char *const headings[COLUMNS] = {"document", "start", "metric", "value", "unit", "keep"};

struct loading {
    struct review *review;
    struct arena  *run;
    int            at[COLUMNS];
    bool           started;
};

static bool read_header(struct loading *l, const slice *cells, size_t n, int line, struct err *err) {
    for (int i = 0; i < COLUMNS; i++)
        l->at[i] = csv_heading_either(cells, n, headings[i], i == KEEP ? COLUMN_KEEP : claim_heading(headings[i]));
    l->started = true;
    if (l->at[DOCUMENT] >= 0 && l->at[START] >= 0) return true;
    return err_set(err, ERR_USAGE, l->review->path, line, 0,
                   "lacks the columns document and start; write document,start,metric,value,unit,keep");
}

static slice cell_at(const struct loading *l, const slice *cells, size_t n, int column) {
    return l->at[column] >= 0 && (size_t)l->at[column] < n ? slice_trim(cells[l->at[column]]) : SLICE_NONE;
}

static bool read_row(void *context, const slice *cells, size_t n, int line, struct err *err) {
    struct loading *l = context;
    struct review  *r = l->review;
    if (!l->started) return read_header(l, cells, n, line, err);
    slice             value = cell_at(l, cells, n, VALUE), keep = cell_at(l, cells, n, KEEP);
    struct correction c = {.line = line};
    int               start = slice_int(cell_at(l, cells, n, START));
    if (start < 0) return err_set(err, ERR_USAGE, r->path, line, 0, "start is no whole number");
    c.start = (uint32_t)start;
    c.value = decimal_read(value);
    if (value.len && !c.value.present)
        return err_set(err, ERR_USAGE, r->path, line, 0, "value \"%.*s\" is no number; write its digits: 51000",
                       SLICE_ARG(value));
    int kept = keep.len ? csv_answer(keep) : 1;
    c.drop = kept == 0;
    if (kept < 0) return err_set(err, ERR_USAGE, r->path, line, 0, "keep \"%.*s\" is neither yes nor no", SLICE_ARG(keep));
    c.document = arena_copy(l->run, cell_at(l, cells, n, DOCUMENT));
    c.metric = arena_copy(l->run, cell_at(l, cells, n, METRIC));
    c.unit = arena_copy(l->run, cell_at(l, cells, n, UNIT));
    ARENA_PUSH(l->run, r->rows, r->count, r->capacity, c);
    return true;
}

static int by_place(const void *a, const void *b) {
    const struct correction *x = a, *y = b;
    int                      order = slice_compare(x->document, y->document);
    if (!order) order = ORDER(x->start, y->start);
    return order ? order : x->line - y->line;
}

static bool keep_reading(void *context, const struct reading *reading) { return *(struct reading *)context = *reading, true; }

/* Reads 121亿元 as a report would say it. A unit that is not all of what stands behind the number is none that is known. */
static void read_quantity(struct correction *c, const struct ruleset *rules, struct arena *run) {
    slice          number = c->value.present ? decimal_text(c->value, run) : SLICE_LIT("1");
    slice          text = arena_format(run, "%.*s%.*s", SLICE_ARG(number), SLICE_ARG(c->unit));
    struct reading found = {0};
    normalize_line(rules, text, keep_reading, &found, run);
    if (found.raw.len < text.len || !found.unit.len) return;
    found.unit = arena_copy(run, found.unit);
    found.base_unit = arena_copy(run, found.base_unit);
    found.dimension = arena_copy(run, found.dimension);
    c->quantity = found;
}

static bool read_quantities(struct review *r, const struct options *options, struct suanpan **suanpan, struct arena *run,
                            struct err *err) {
    for (size_t i = 0; i < r->count; i++) {
        if (!r->rows[i].unit.len) continue;
        if (!*suanpan && !suanpan_open(suanpan, options->rules, options->rule_count, err)) return false;
        read_quantity(&r->rows[i], suanpan_ruleset(*suanpan), run);
    }
    return true;
}

bool review_load(struct review **out, const struct options *options, struct suanpan **suanpan, struct arena *run,
                 struct err *err) {
    struct loading l = {.review = arena_new(run, sizeof *l.review), .run = run};
    l.review->path = options->review;
    if (!csv_read_option(options->review, false, read_row, &l, err) || !read_quantities(l.review, options, suanpan, run, err))
        return false;
    if (l.review->count) qsort(l.review->rows, l.review->count, sizeof *l.review->rows, by_place);
    *out = l.review;
    return true;
}

/* The last row for the place, NULL when there is none; its neighbours learn that their document was read. */
static const struct correction *find(const struct review *r, const struct claim *claim) {
    struct correction wanted = {.document = claim->document, .start = claim->start, .line = INT_MAX}, *found = NULL;
    size_t            behind = first_not_before(&wanted, r->rows, r->count, sizeof wanted, by_place);
    for (size_t i = behind ? behind - 1 : 0; i <= behind && i < r->count; i++) {
        struct correction *row = &r->rows[i];
        if (!slice_equal(row->document, claim->document)) continue;
        row->read = true;
        if (row->start == claim->start) found = row;
    }
    if (found) found->met = true;
    return found;
}

/* Of rows[first, end), which are of one document: those that were not met, unless a later row is for the same place. */
static size_t count_unmet(const struct correction *rows, size_t first, size_t end, const struct correction **one) {
    size_t unmet = 0;
    bool   read = false;
    for (size_t i = first; i < end; i++) read |= rows[i].read;
    for (size_t i = first; i < end && read; i++) {
        if (rows[i].met || (i + 1 < end && rows[i + 1].start == rows[i].start)) continue;
        if (!*one) *one = &rows[i];
        unmet++;
    }
    return unmet;
}

/* 报告/a.txt of a page made elsewhere is not a.txt: a review of which nothing was read is told, one of more reports is not. */
static void tell_unread(const struct review *r) {
    struct err note = {0};
    for (size_t i = 0; i < r->count; i++)
        if (r->rows[i].read) return;
    if (!r->count) return;
    err_set(&note, ERR_NOTE, r->path, r->rows[0].line, 0, "%.*s is none of the documents; look at its path",
            SLICE_ARG(r->rows[0].document));
    err_print(&note);
}

void review_tell_unmet(const struct review *r) {
    const struct correction *one = NULL;
    struct err               note = {0};
    if (r) tell_unread(r);
    size_t unmet = 0;
    for (size_t first = 0, end; r && first < r->count; first = end) {
        for (end = first + 1; end < r->count && slice_equal(r->rows[end].document, r->rows[first].document); end++) {
        }
        unmet += count_unmet(r->rows, first, end, &one);
    }
    if (unmet == 1)
        err_set(&note, ERR_NOTE, r->path, one->line, 0, "no claim of %.*s starts at %u; was the report changed?",
                SLICE_ARG(one->document), one->start);
    if (unmet > 1)
        err_set(&note, ERR_NOTE, r->path, one->line, 0,
                "no claim of %.*s starts at %u (rows like it: %zu more); was the report changed?", SLICE_ARG(one->document),
                one->start, unmet - 1);
    if (unmet) err_print(&note);
}

/* 4.3万余人 is 43000 and at least 43000: what bounds it is the figure itself, and goes with it. */
static void correct_bound(decimal *bound, decimal was, decimal value) {
    if (bound->present && was.present && decimal_compare(*bound, was) == 0) *bound = value;
}

/* The figure in a unit that it did not have; of a unit that no table knows, the base unit is not known. */
static decimal correct_unit(struct claim *claim, const struct correction *c) {
    const struct reading *q = &c->quantity;
    decimal               times = c->value.present ? decimal_int(1) : claim->value;
    bool                  known = q->value.present;
    claim->unit = known ? q->unit : c->unit;
    claim->base_value = decimal_mul(q->base_value, times);
    claim->base_unit = q->base_unit;
    claim->dimension = q->dimension;
    if (known && !c->value.present) {
        claim->low = decimal_mul(claim->low, q->value);
        claim->high = decimal_mul(claim->high, q->value);
    }
    return known ? decimal_mul(q->value, times) : c->value.present ? c->value : claim->value;
}

/* A new value of the same unit keeps its factor to the base unit. */
static void correct_quantity(struct claim *claim, const struct correction *c) {
    bool same_unit = !c->unit.len || slice_equal(c->unit, claim->unit);
    bool is_base = claim->value.present && claim->base_value.present && decimal_compare(claim->value, claim->base_value) == 0;
    decimal value = c->value.present ? c->value : claim->value, was = claim->value;
    if (!same_unit)
        value = correct_unit(claim, c);
    else
        claim->base_value = is_base ? value : decimal_div(decimal_mul(value, claim->base_value), claim->value, 12);
    if (c->value.present) {
        correct_bound(&claim->low, was, value);
        correct_bound(&claim->high, was, value);
    }
    claim->value = value;
}

int review_line(const struct review *review, const struct claim *claim) {
    const struct correction *c = review ? find(review, claim) : NULL;
    return c ? c->line : 0;
}

bool review_apply(const struct review *review, struct claim *claim) {
    const struct correction *c = review ? find(review, claim) : NULL;
    if (!c) return true;
    if (c->drop) return false;
    if (c->metric.len && !slice_equal(c->metric, claim->metric)) {
        claim->metric = c->metric;
        claim->rule = SLICE_LIT("review");
    }
    bool new_value = c->value.present && (!claim->value.present || decimal_compare(c->value, claim->value) != 0);
    if (new_value || (c->unit.len && !slice_equal(c->unit, claim->unit))) {
        correct_quantity(claim, c);
        claim->rule = SLICE_LIT("review");
    }
    return true;
}
