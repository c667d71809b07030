/* What one sentence says against itself: 投资3亿元，其中民间投资5亿元; 由100家增加到120家，增长30%; 三次产业比例 5.1:40.2:56.8.
 */
#include "export/audit/checks.h"
#include "export/series/sentence.h"
#include "export/series/wording.h"

#include "extract/words/scan.h"

#include "extract/base/banned.h"

enum { FIGURES = 64 }; /* of one sentence that are looked at */

struct said { /* the figures of one sentence, in its order */
    const struct claim *claims;
    size_t              n;
    size_t              at[FIGURES], after[FIGURES];
};

static void read_sentence(struct said *out, const struct claim *claims, size_t n) {
    struct figure_place place = {0};
    *out = (struct said){.claims = claims, .n = n < FIGURES ? n : FIGURES};
    for (size_t i = 0; i < out->n; i++) {
        figure_next(&place, &claims[i]);
        out->at[i] = place.at;
        out->after[i] = place.after;
    }
}

/* What stands between the figures i and j; empty when their places are not known. */
static slice between(const struct said *s, size_t i, size_t j) {
    return s->after[i] <= s->at[j] ? slice_sub(s->claims[i].sentence, s->after[i], s->at[j]) : SLICE_NONE;
}

static bool has_stop(slice text) { return scan_stop(text, 0) < text.len; }

static bool is_amount(const struct claim *c) { return c->kind == KIND_LEVEL && c->value.present && c->role == ROLE_NONE; }

static bool same_measure(const struct claim *a, const struct claim *b) {
    return slice_equal(a->unit, b->unit) && a->status == b->status && a->year == b->year;
}

/* ---- 其中 ------------------------------------------------------------------------------------------------------------------
 */

static void add_part(const struct auditor *a, const struct claim *part, const struct claim *whole, decimal parts,
                     enum severity severity, const char *note) {
    audit_add(a, (struct contradiction){.check = CHECK_PART,
                                        .severity = severity,
                                        .claim = part,
                                        .other = whole,
                                        .year = whole->year,
                                        .unit = whole->unit,
                                        .value = parts,
                                        .against = whole->value,
                                        .difference = decimal_sub(parts, whole->value),
                                        .note = note});
}

struct parts { /* of a whole, by their places in the sentence */
    size_t at[FIGURES], count;
};

/* 专任教师1468人，教授271人，副教授530人: those behind a part may be parts of that part, as far as they fit into it. Not where
 * a 、 makes them one row, nor where they are of its sort: 工业类50个，农业类40个. */
static bool some_may_be_within(const struct said *s, const struct parts *parts) {
    for (size_t k = 0; k + 1 < parts->count; k++) {
        const struct claim *part = &s->claims[parts->at[k]], *next = &s->claims[parts->at[k + 1]];
        bool                row = slice_starts(between(s, parts->at[k], parts->at[k + 1]), SLICE_LIT("、"));
        if (!row && !wording_one_end(part->metric, next->metric) && decimal_compare(next->value, part->value) <= 0) return true;
    }
    return false;
}

/* Those behind 其中 that are of the whole's measure, up to the next 。； and 其中. */
static void find_parts(struct parts *out, const struct auditor *a, const struct said *s, size_t whole) {
    out->count = 0;
    for (size_t i = whole + 1; i < s->n && !has_stop(between(s, i - 1, i)); i++) {
        if (i > whole + 1 && audit_says(a->rules, SAYS_PART, between(s, i - 1, i))) break;
        if (is_amount(&s->claims[i]) && same_measure(&s->claims[i], &s->claims[whole])) out->at[out->count++] = i;
    }
}

/* One part may not exceed the whole; three and more that nearly make it up are all its parts, and then must. */
static void check_parts(const struct auditor *a, const struct said *s, size_t whole) {
    const struct claim *total = &s->claims[whole], *last = NULL;
    decimal             sum = decimal_int(0), step = written_step(total);
    struct figure_place place = {0};
    struct parts        parts;
    slice               before = figure_next(&place, total);
    if (audit_says(a->rules, SAYS_EACH, before) || audit_says(a->rules, SAYS_AVERAGE, before))
        return; /* 每千人6.6批次 and 年均超收2亿元 are no wholes */
    if (!is_amount(total) || whole + 1 >= s->n || !audit_says(a->rules, SAYS_PART, between(s, whole, whole + 1))) return;
    find_parts(&parts, a, s, whole);
    for (size_t k = 0; k < parts.count; k++) {
        const struct claim *part = last = &s->claims[parts.at[k]];
        struct leeway       p = claim_leeway(part, part->value), t = claim_leeway(total, total->value);
        if (p.low.present && t.high.present && decimal_compare(p.low, t.high) > 0) {
            add_part(a, part, total, part->value, SEVERITY_ERROR, "the part is larger than the whole");
            return;
        }
        sum = decimal_add(sum, part->value);
        step = decimal_add(step, written_step(part));
    }
    decimal gap = decimal_magnitude(decimal_sub(sum, total->value)), tenth = decimal_shift(total->value, -1);
    bool    exact = last && total->qualifier == QUALIFIER_EXACT && last->qualifier == QUALIFIER_EXACT;
    bool    apart = gap.present && step.present && decimal_compare(gap, step) > 0 && decimal_compare(gap, tenth) < 0;
    if (exact && parts.count >= 3 && apart && !some_may_be_within(s, &parts))
        add_part(a, last, total, sum, SEVERITY_WARNING, "the parts do not add up to the whole");
}

/* ---- 由A到B，增长C%
 * ------------------------------------------------------------------------------------------------------------ */

static bool is_exact(const struct claim *c) { return c->qualifier == QUALIFIER_EXACT && c->value.present; }

/* Two levels, each as far off as it is written, and the growth between them. */
struct two_levels {
    struct leeway from, to;
    decimal       percent;
    int           years; /* that they are apart */
};

/* The levels make the growth, half a point besides. `level`: the one to show. */
static void judge_growth(const struct auditor *a, const struct claim *growth, const struct claim *level,
                         const struct two_levels *by) {
    decimal said = signed_value(growth);
    if (!leeway_gap(growth_leeway(by->from, by->to, by->years), claim_leeway(growth, said)).present) return;
    bool    prices = audit_says(a->rules, SAYS_PRICES, growth->sentence) || audit_says(a->rules, SAYS_REAL, growth->metric);
    bool    scope = audit_says(a->rules, SAYS_SCOPE, growth->sentence);
    decimal computed = decimal_round(by->percent, 2);
    audit_add(a, (struct contradiction){.check = CHECK_GROWTH,
                                        .severity = prices || scope ? SEVERITY_NOTE : SEVERITY_ERROR,
                                        .claim = growth,
                                        .other = level,
                                        .year = growth->year,
                                        .unit = growth->unit,
                                        .value = said,
                                        .against = computed,
                                        .difference = decimal_sub(said, computed),
                                        .note = prices ? "growth at constant prices, levels at current ones"
                                                       : "the sentence's own figures make another growth"});
}

/* The claim within the next few that has `kind` and the metric of `of`, with no 。； on the way; NULL when there is none. */
static const struct claim *follower(const struct said *s, size_t from, enum kind kind, slice *words) {
    const struct claim *of = &s->claims[from];
    for (size_t i = from + 1; i < s->n && i <= from + 3; i++) {
        const struct claim *c = &s->claims[i];
        *words = between(s, from, i);
        if (has_stop(*words)) return NULL;
        if (c->kind == KIND_LEVEL && c->role != ROLE_TO) return NULL;
        if (c->kind == kind && slice_equal(c->metric, of->metric) && c->year == of->year && c->status == of->status) return c;
    }
    return NULL;
}

static void check_growth(const struct auditor *a, const struct said *s, size_t i) {
    const struct claim *to = &s->claims[i], *from = i ? &s->claims[i - 1] : NULL;
    slice               words, ignored;
    if (to->kind != KIND_LEVEL || !is_exact(to) || to->role == ROLE_FROM) return;
    const struct claim *growth = follower(s, i, KIND_GROWTH, &words), *change = follower(s, i, KIND_CHANGE, &ignored);
    if (!growth || !is_exact(growth) || !slice_is(growth->unit, "%")) return;
    bool average = audit_says(a->rules, SAYS_AVERAGE, words);
    bool ends = to->role == ROLE_TO && from && from->role == ROLE_FROM && slice_equal(from->unit, to->unit) && is_exact(from);
    int  years = ends && from->year ? to->year - from->year : 0;
    if (ends && (average ? years > 1 : growth->basis.len == 0 || years == 1)) {
        int apart = average ? years : 1;
        judge_growth(a, growth, from,
                     &(struct two_levels){claim_leeway(from, from->value), claim_leeway(to, to->value),
                                          growth_percent(from->value, to->value, apart), apart});
    } else if (!ends && !average && change && is_exact(change) && slice_equal(change->unit, to->unit) &&
               slice_equal(change->basis, growth->basis)) {
        decimal       more = signed_value(change), before = decimal_sub(to->value, more);
        struct leeway b = claim_leeway(to, to->value), d = claim_leeway(change, more);
        struct leeway was = {decimal_sub(b.low, d.high), decimal_sub(b.high, d.low)};
        judge_growth(a, growth, change, &(struct two_levels){was, b, growth_percent(before, to->value, 1), 1});
    }
}

/* ---- shares and ratios
 * --------------------------------------------------------------------------------------------------------- */

static void add_share(const struct auditor *a, const struct claim *c, const struct claim *first, decimal sum) {
    audit_add(a, (struct contradiction){.check = CHECK_SHARE,
                                        .severity = SEVERITY_WARNING,
                                        .claim = c,
                                        .other = first,
                                        .year = c->year,
                                        .unit = SLICE_LIT("%"),
                                        .value = sum,
                                        .against = decimal_int(100),
                                        .difference = decimal_sub(sum, decimal_int(100)),
                                        .note = "the shares do not add up to 100"});
}

/* True when `sum`, of parts written to `step` together, is near 100 and not 100. */
static bool misses_hundred(decimal sum, decimal step, bool below) {
    decimal more = decimal_sub(sum, decimal_int(100)), gap = decimal_magnitude(more);
    return gap.present && step.present && (below || !more.negative) && decimal_compare(gap, step) > 0 &&
           decimal_compare(gap, decimal_int(5)) < 0;
}

/* 5.1:40.2:56.8 is 102.1. */
static void check_ratio(const struct auditor *a, const struct claim *c) {
    decimal sum = decimal_int(0), step = decimal_int(0);
    size_t  parts = 0;
    if (c->kind != KIND_RATIO) return;
    for (size_t at = 0, end, size; at < c->raw.len; at = end + (end < c->raw.len ? size : 0)) {
        for (end = at, size = 1; end < c->raw.len; end = utf8_next(c->raw, end)) {
            uint32_t code = utf8_decode(slice_from(c->raw, end), &size);
            if (code == ':' || code == 0xFF1A || code == 0x2236) break;
        }
        decimal part = decimal_read(slice_trim(slice_sub(c->raw, at, end)));
        sum = decimal_add(sum, part);
        step = decimal_add(step, (decimal){.coefficient = 1, .exponent = part.exponent, .present = part.present});
        parts++;
    }
    if (parts >= 3 && misses_hundred(sum, step, true)) add_share(a, c, c, sum);
}

/* A占40.1%，B占35.2%，C占28.3%: three and more shares of one sentence that come to a little over 100. */
static void check_shares(const struct auditor *a, const struct said *s) {
    for (size_t first = 0, end; first < s->n; first = end) {
        decimal sum = decimal_int(0), step = decimal_int(0);
        for (end = first;
             end < s->n && s->claims[end].kind == KIND_SHARE && is_exact(&s->claims[end]) && s->claims[end].role == ROLE_NONE &&
             same_measure(&s->claims[first], &s->claims[end]) && (end == first || !has_stop(between(s, end - 1, end)));
             end++) {
            sum = decimal_add(sum, s->claims[end].value);
            step = decimal_add(step, written_step(&s->claims[end]));
        }
        if (end - first >= 3 && misses_hundred(sum, step, false)) add_share(a, &s->claims[end - 1], &s->claims[first], sum);
        if (end == first) end++;
    }
}

void audit_sentences(const struct auditor *a) {
    const struct claim *claims = a->comparison->claims;
    struct said         s;
    for (size_t first = 0, end, n = a->comparison->claim_count; first < n; first = end) {
        for (end = first + 1; end < n && slice_equal(claims[end].sentence, claims[first].sentence) &&
                              slice_equal(claims[end].document, claims[first].document);
             end++) {
        }
        for (size_t i = first; i < end; i++) check_ratio(a, &claims[i]);
        if (end - first < 2) continue;
        read_sentence(&s, claims + first, end - first);
        for (size_t i = 0; i < s.n; i++) {
            check_parts(a, &s, i);
            check_growth(a, &s, i);
        }
        check_shares(a, &s);
    }
}
