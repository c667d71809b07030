/* Records and wholes that the series refute: 首次突破100万人次 in 2021 when 2019 had 128万; 进出口120亿元 beside 出口70亿元 and
 * 进口60亿元 in one report. */
#include "export/audit/checks.h"
#include "export/series/sentence.h"
#include "export/series/key.h"

#include "extract/words/scan.h"

#include "extract/base/banned.h"

/* ---- 首次, 历史新高 --------------------------------------------------------------------------------------------------------
 */

/* What is said right behind the figure: ，创历史新高。 To its next stop, the next digit, and no further than a dozen
 * characters. */
static slice said_behind(slice sentence, size_t after) {
    size_t end = after;
    for (int i = 0; i < 12 && end < sentence.len; i++) {
        slice rest = slice_from(sentence, end);
        if (scan_stops(rest)) break;
        if (ascii_digit(rest.ptr[0])) break;
        end += utf8_next(rest, 0);
    }
    return slice_sub(sentence, after, end < sentence.len ? end : sentence.len);
}

/* `q`, of an earlier year, was as much as the record `p`, or more. */
static bool refutes(const struct point *q, const struct point *p, enum audit_word record) {
    struct leeway own = claim_leeway(p->claim, p->value), other = claim_leeway(q->claim, q->value);
    if (record == SAYS_FIRST) return other.low.present && decimal_compare(other.low, p->value) >= 0;
    if (record == SAYS_HIGHEST) return other.low.present && own.high.present && decimal_compare(other.low, own.high) > 0;
    return other.high.present && own.low.present && decimal_compare(other.high, own.low) < 0;
}

/* 由60.2%提高到65.2% of a later report says another figure of a year of which a report told 58.5%: who said 首次超过60% had
 * that. */
static bool told_otherwise(const struct series *s, const struct point *q, const struct point *p, enum audit_word record) {
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *r = &s->points[i];
        bool                other = r->year == q->year && r->value.present && !r->reckoned && slice_equal(r->body, q->body);
        if (other && !refutes(r, p, record)) return true;
    }
    return false;
}

/* The earlier year that refutes the record; NULL when none does. */
static const struct point *refuted_by(const struct series *s, const struct point *p, enum audit_word record) {
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *q = &s->points[i];
        bool                wrong_year = q->reckoned && !is_within_tenth(q->value, p->value);
        if (q->year >= p->year || !q->value.present || q->duplicate || wrong_year || !slice_equal(q->body, p->body)) continue;
        if (refutes(q, p, record) && !told_otherwise(s, q, p, record)) return q;
    }
    return NULL;
}

static void check_record(const struct auditor *a, const struct series *s, const struct point *p) {
    struct figure_place place = {0};
    slice               clause[2];
    figure_next(&place, p->claim);
    if (!place.after) return;
    figure_clause(clause, &place);
    slice           behind = said_behind(p->claim->sentence, place.after);
    enum audit_word record = audit_says(a->rules, SAYS_FIRST, clause[0])  ? SAYS_FIRST
                             : audit_says(a->rules, SAYS_HIGHEST, behind) ? SAYS_HIGHEST
                             : audit_says(a->rules, SAYS_LOWEST, behind)  ? SAYS_LOWEST
                                                                          : AUDIT_WORDS;
    if (record == AUDIT_WORDS) return;
    const struct point *other = refuted_by(s, p, record);
    if (!other) return;
    audit_add(a, (struct contradiction){.check = CHECK_RECORD,
                                        .severity = SEVERITY_WARNING,
                                        .claim = p->claim,
                                        .other = other->claim,
                                        .year = p->year,
                                        .unit = s->unit,
                                        .value = p->value,
                                        .against = other->value,
                                        .difference = decimal_sub(p->value, other->value),
                                        .note = "an earlier year had it already"});
}

void audit_records(const struct auditor *a) {
    for (size_t i = 0; i < a->comparison->count; i++) {
        const struct series *s = &a->comparison->series[i];
        if (s->status != STATUS_ACTUAL || (s->kind != KIND_LEVEL && s->kind != KIND_SHARE)) continue;
        for (size_t k = 1; k < s->point_count; k++)
            if (s->points[k].value.present && !s->points[k].shadowed) check_record(a, s, &s->points[k]);
    }
}

/* ---- wholes and their parts ------------------------------------------------------------------------------------------------
 */

enum { PARTS = 6 };

/* The level of that key beside `like`: of its body, status and span; NULL when there is none. */
static const struct series *level_of(const struct auditor *a, const struct metric_key *key, const struct series *like) {
    const struct figure *f = figure_find(a, figure_name(key, SLICE_NONE, like->points[0].body, a->arena));
    for (size_t i = 0; f && i < f->count; i++) {
        const struct series *s = &f->series[i];
        if (s->kind == KIND_LEVEL && s->status == like->status && slice_equal(s->span, like->span) &&
            slice_equal(s->unit, like->unit))
            return s;
    }
    return NULL;
}

/* The figure of that year that stands in the same report as `by`. */
static const struct point *beside_it(const struct series *s, const struct point *by) {
    for (size_t i = 0; i < s->point_count; i++)
        if (s->points[i].year == by->year && slice_equal(s->points[i].claim->document, by->claim->document) &&
            s->points[i].value.present && s->points[i].claim->qualifier == QUALIFIER_EXACT)
            return &s->points[i];
    return NULL;
}

static void check_whole(const struct auditor *a, const struct series *whole, const struct series *const parts[PARTS],
                        size_t n) {
    for (size_t k = 0; k < whole->point_count; k++) {
        const struct point *w = &whole->points[k], *part = NULL;
        decimal             sum = decimal_int(0), step = written_step(w->claim);
        size_t              found = 0;
        if (w->shadowed || !w->value.present || w->claim->qualifier != QUALIFIER_EXACT) continue;
        for (; found < n && (part = beside_it(parts[found], w)); found++) {
            sum = decimal_add(sum, part->value);
            step = decimal_add(step, written_step(part->claim));
        }
        decimal gap = decimal_magnitude(decimal_sub(sum, w->value));
        if (found < n || !gap.present || !step.present || decimal_compare(gap, step) <= 0) continue;
        audit_add(a, (struct contradiction){.check = CHECK_PART,
                                            .severity = SEVERITY_WARNING,
                                            .claim = part->claim,
                                            .other = w->claim,
                                            .year = w->year,
                                            .unit = whole->unit,
                                            .value = sum,
                                            .against = w->value,
                                            .difference = decimal_sub(sum, w->value),
                                            .note = "the parts do not add up to the whole"});
    }
}

static void read_key(struct metric_key *out, const struct auditor *a, slice wording) {
    metric_key_make(out, a->comparison->rules, wording, SLICE_NONE, KIND_LEVEL, a->arena);
}

static void check_row(const struct auditor *a, const struct audit_row *row) {
    struct metric_key whole, keys[PARTS];
    size_t            n = 0;
    read_key(&whole, a, row->text);
    for (size_t at = 0; at < row->parts.len && n < PARTS;) read_key(&keys[n++], a, slice_take(row->parts, '+', &at));
    for (size_t i = 0; i < a->comparison->count; i++) {
        const struct series *s = &a->comparison->series[i], *parts[PARTS];
        size_t               found = 0;
        if (s->kind != KIND_LEVEL || !slice_equal(s->key, whole.text)) continue;
        while (found < n && (parts[found] = level_of(a, &keys[found], s))) found++;
        if (found == n) check_whole(a, s, parts, n);
    }
}

void audit_wholes(const struct auditor *a) {
    for (size_t i = 0; i < a->rules->count[SAYS_WHOLE] && !a->comparison->across; i++)
        check_row(a, &a->rules->rows[SAYS_WHOLE][i]);
}
