/* rules/metrics.tsv proves itself: each 例, 新增就业 = 就业新增 or 审判 ≠ 审批, is put to the question that its class is for.
 */
#include "export/series/metric_examples.h"

#include "export/series/metric_rules.h"
#include "export/series/body.h"
#include "export/series/key.h"
#include "export/series/other.h"
#include "export/series/rate.h"
#include "export/series/unit.h"
#include "export/series/wording.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

/* One 例: `a` and `b` on both sides of its sign, '=', '!' for ≠ or '~', of a row for figures of `kind`. */
struct example {
    slice     a, b;
    char      sign;
    enum kind kind;
};

/* ---- classes whose rows tell something of one text: 累计投资 is a sum, which 投资 is not ---- */

static bool names_zone(const struct metric_rules *rules, slice said) { return metric_zone(rules, said).name.len > 0; }
static bool names_act(const struct metric_rules *rules, slice metric) { return metric_act(rules, metric).len > 0; }
static bool names_sum(const struct metric_rules *rules, slice before) { return metric_sum(rules, before).len > 0; }
static bool names_year_end(const struct metric_rules *rules, slice said) { return word_within(&rules->of[YEAR_END], said); }
static bool names_service(const struct metric_rules *rules, slice behind) { return metric_serves(rules, behind).len > 0; }

/* The first text does, the second does not. */
static bool (*const told_of_first[CLASSES])(const struct metric_rules *, slice) = {
    [POINTS] = unit_is_points, [TIMES] = unit_counts_times, [SPAN] = metric_spans_years, [FLOW] = metric_flows,
    [STOCK] = metric_stands,   [YEAR_END] = names_year_end, [TOTAL] = metric_totals,     [ZONE] = names_zone,
    [ACT] = names_act,         [SUM] = names_sum,           [SERVES] = names_service,    [PERCENT] = metric_is_percent,
};

/* One of them does. */
static bool (*const told_of_one[CLASSES])(const struct metric_rules *, slice) = {
    [WHOLE] = metric_is_whole, [PART] = metric_is_whole, [REACH] = metric_reaches};

/* ---- classes whose rows hold two texts apart: ≠ ---- */

static bool restricts(const struct metric_rules *rules, slice a, slice b) { return metric_restricts(rules, a, b, SLICE_NONE); }

static bool (*const held_apart[CLASSES])(const struct metric_rules *, slice, slice) = {
    [CONTRAST] = metric_contrasts, [RESTRICT] = restricts, [JOINER] = metric_lists_apart};

/* ---- classes whose rows make two texts one: = ---- */

static bool same_context(const struct metric_rules *rules, const struct example *e, struct arena *arena) {
    return slice_equal(metric_context(rules, e->a, e->kind, arena), metric_context(rules, e->b, e->kind, arena));
}
static bool same_body(const struct metric_rules *rules, const struct example *e, struct arena *arena) {
    return slice_equal(body_key(rules, e->a, arena), body_key(rules, e->b, arena));
}
static bool same_renamed(const struct metric_rules *rules, const struct example *e, struct arena *arena) {
    return slice_equal(body_renamed(rules, body_key(rules, e->a, arena), arena),
                       body_renamed(rules, body_key(rules, e->b, arena), arena));
}
static bool same_office(const struct metric_rules *rules, const struct example *e, struct arena *arena) {
    return body_shortened(rules, body_key(rules, e->a, arena), body_key(rules, e->b, arena));
}
static bool same_counter(const struct metric_rules *rules, const struct example *e, struct arena *arena) {
    (void)arena;
    return units_grouped(rules, e->a, e->b);
}

static bool (*const made_one[CLASSES])(const struct metric_rules *, const struct example *, struct arena *) = {
    [CONTEXT] = same_context, [AVERAGE] = same_context, [BODY] = same_body,
    [RENAMED] = same_renamed, [OFFICE] = same_office,   [COUNTER] = same_counter,
};

/* ---- all others say what a metric is ---- */

static bool objects_same(const struct metric_rules *rules, const struct metric_key *x, const struct metric_key *y,
                         struct arena *arena) {
    struct metric_object of_x, of_y;
    metric_object_make(&of_x, rules, x, arena);
    metric_object_make(&of_y, rules, y, arena);
    return metric_objects_alike(&of_x, &of_y) == OBJECT_SAME;
}

static bool things_apart(const struct metric_rules *rules, const struct metric_key *x, const struct metric_key *y,
                         struct arena *arena) {
    struct metric_object of_x, of_y;
    metric_object_make(&of_x, rules, x, arena);
    metric_object_make(&of_y, rules, y, arena);
    return metric_things_apart(rules, &of_x, &of_y);
}

/* 新增就业 = 就业新增: of two metrics, by their keys. */
static bool metrics_hold(const struct metric_rules *rules, enum class class, const struct example *e, struct arena *arena) {
    struct metric_key x, y;
    metric_key_make(&x, rules, e->a, SLICE_NONE, e->kind, arena);
    metric_key_make(&y, rules, e->b, SLICE_NONE, e->kind, arena);
    if (class == SHARE_OF) return slice_equal(metric_share_near(rules, &x, arena), y.near);
    if (class == THING) return things_apart(rules, &x, &y, arena) == (e->sign == '!');
    if (class == DEED || class == LIGHT) return objects_same(rules, &x, &y, arena) == (e->sign == '=');
    if (e->sign == '~')
        return slice_equal(x.near, y.near) || (slice_equal(x.words, y.words) && wording_similarity(x.text, y.text) >= 60);
    return slice_equal(x.match, y.match) == (e->sign == '=');
}

static bool example_holds(const struct metric_rules *rules, enum class class, const struct example *e, struct arena *arena) {
    if (told_of_first[class]) return told_of_first[class](rules, e->a) && !told_of_first[class](rules, e->b);
    if (told_of_one[class]) return told_of_one[class](rules, e->a) != told_of_one[class](rules, e->b);
    if (held_apart[class]) return held_apart[class](rules, e->a, e->b) == (e->sign == '!');
    if (made_one[class]) return made_one[class](rules, e, arena) == (e->sign == '=');
    if (class == PLACE_NAME) return slice_equal(body_stem(rules, e->a), e->b);
    if (class == UNDONE) return slice_equal(metric_undone(rules, e->a), e->b);
    if (class == EACH) return slice_equal(rate_less(rules, e->a, arena), e->b);
    return metrics_hold(rules, class, e, arena);
}

/* The first kind that the row holds for. */
static enum kind kind_of(const struct word *row) {
    enum kind kind = KIND_LEVEL;
    while (kind < KIND_DATE && !(row->kinds & 1u << kind)) kind++;
    return kind;
}

/* 新增就业 = 就业新增 at its sign; false when there is none. */
static bool example_read(struct example *out, slice text) {
    static const char *const signs[] = {" = ", " ≠ ", " ~ "};
    for (size_t s = 0; s < sizeof signs / sizeof *signs; s++) {
        size_t at = slice_find(text, slice_of(signs[s]), 0);
        if (at == SIZE_MAX) continue;
        *out = (struct example){slice_sub(text, 0, at), slice_from(text, at + strlen(signs[s])), "=!~"[s], KIND_LEVEL};
        return true;
    }
    return false;
}

bool metric_rules_examples(const struct metric_tables *tables, metric_example check, void *context, struct arena *arena,
                           struct err *err) {
    struct metric_rules *rules;
    struct tsv           table;
    if (!metric_rules_load(&rules, tables, arena, err) || !tsv_load(&table, tables->metrics, arena, err)) return false;
    for (size_t i = 0; i < table.rows; i++) {
        slice          text = tsv_cell(&table.row[i], tsv_column(&table, COLUMN_EXAMPLE));
        struct word    word;
        struct example e;
        if (!word_read(&word, &table, &table.row[i], err)) return false;
        if (!example_read(&e, text)) continue;
        e.kind = kind_of(&word);
        check(context, table.row[i].line, text, e.sign, example_holds(rules, word.class, &e, arena));
    }
    return true;
}
