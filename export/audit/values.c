/* One year of a series with two values: two reports give 2020 two, a from-value is not what last year's own report said, one
 * report states its figure twice and not alike. Growth and sums: audit/growth.c, audit/spans.c. */
#include "export/audit/checks.h"

#include "extract/base/banned.h"

static bool one_document(const struct point *p, const struct point *q) {
    return slice_equal(p->claim->document, q->claim->document);
}

static bool agree(const struct point *p, const struct point *q) {
    return !leeway_gap(claim_leeway(p->claim, p->value), claim_leeway(q->claim, q->value)).present;
}

struct year { /* the points of a series that are of one year and body, the winner first */
    const struct series *series;
    const struct point  *points;
    size_t               count;
};

/* The report of `p` says elsewhere what `q` says: then the two do not contradict one another. */
static bool said_too(const struct year *y, const struct point *p, const struct point *q) {
    for (size_t i = 0; i < y->count; i++)
        if (one_document(&y->points[i], p) && agree(&y->points[i], q)) return true;
    return false;
}

/* 1186 and 1168, 12.5 and 125: the same digits in another order, or the point in another place. */
static bool is_slip(decimal a, decimal b) {
    char text[DECIMAL_TEXT];
    int  digits[10] = {0}, seen = 0;
    for (size_t i = 0, end = decimal_write(text, a); i < end; i++)
        if (text[i] > '0' && text[i] <= '9') digits[text[i] - '0']++, seen++;
    for (size_t i = 0, end = decimal_write(text, b); i < end; i++)
        if (text[i] > '0' && text[i] <= '9') digits[text[i] - '0']--;
    for (int i = 1; i < 10; i++)
        if (digits[i]) return false;
    return seen > 2;
}

static void add_pair(const struct auditor *a, const struct year *y, const struct point *p, const struct point *q,
                     bool explained, bool close) {
    const struct point  *later = p->claim > q->claim ? p : q, *earlier = later == p ? q : p;
    bool                 slip = is_slip(p->value, q->value);
    struct contradiction f = {.check = p->claim->role == ROLE_FROM || q->claim->role == ROLE_FROM ? CHECK_FROM : CHECK_VALUE,
                              .severity = explained ? SEVERITY_NOTE
                                          : slip    ? SEVERITY_ERROR
                                          : close   ? SEVERITY_NOTE
                                                    : SEVERITY_WARNING,
                              .claim = later->claim,
                              .other = earlier->claim,
                              .year = p->year,
                              .unit = y->series->unit,
                              .value = later->value,
                              .against = earlier->value,
                              .difference = decimal_sub(later->value, earlier->value)};
    bool                 plan = y->series->status == STATUS_TARGET;
    f.note = explained && plan    ? "another plan or scope"
             : explained          ? "revised, or another scope"
             : slip               ? "the same digits: a slip of the pen"
             : one_document(p, q) ? "one report, two values"
             : close              ? "revised, or another scope"
                                  : "two reports, two values";
    audit_add(a, f);
}

/* What a revision or another scope may make of it: a tenth; the next rank. */
static bool is_close(const struct series *s, decimal a, decimal b) {
    if (s->kind != KIND_RANK) return is_within_tenth(a, b);
    decimal gap = decimal_magnitude(decimal_sub(a, b));
    return gap.present && decimal_compare(gap, decimal_int(1)) <= 0;
}

static bool is_explained(const struct auditor *a, const struct year *y, const struct point *p, const struct point *q) {
    return y->series->status == STATUS_TARGET || audit_says(a->rules, SAYS_SCOPE, p->claim->sentence) ||
           audit_says(a->rules, SAYS_SCOPE, q->claim->sentence);
}

static void compare_reports(const struct auditor *a, const struct year *y, const struct point *p, const struct point *q) {
    if (one_document(p, q) || !p->value.present || !q->value.present || !is_sure(p) || !is_sure(q) || agree(p, q)) return;
    bool close = is_close(y->series, p->value, q->value);
    /* far apart, nobody can tell: whether both are of one body, whether both plans are of a year and not one of five */
    bool unknown = !p->body.len || y->series->status == STATUS_TARGET;
    if (unknown && !close && !is_slip(p->value, q->value)) return;
    if ((p->reckoned || q->reckoned) && !close) return; /* its year is a guess, and a wrong one */
    if (said_too(y, p, q) || said_too(y, q, p)) return;
    add_pair(a, y, p, q, is_explained(a, y, p, q), close);
}

/* One report that states its figure twice, and nearly alike: a slip. Were there three, they would be of three things; shares
 * are of this and of that, but the ends of a change are not. */
static void compare_within(const struct auditor *a, const struct year *y, const struct point *p, const struct point *q) {
    bool exact = p->claim->qualifier == QUALIFIER_EXACT && q->claim->qualifier == QUALIFIER_EXACT;
    bool one_wording = slice_equal(p->claim->metric, q->claim->metric) && slice_equal(p->span, q->span);
    bool whole = y->series->kind != KIND_SHARE || p->claim->role != ROLE_NONE;
    if (!exact || !one_wording || !whole || !p->value.present || !q->value.present || agree(p, q)) return;
    if (slice_equal(p->claim->sentence, q->claim->sentence) || p->claim->role != q->claim->role) return;
    bool close = is_close(y->series, p->value, q->value);
    if (close || is_slip(p->value, q->value)) add_pair(a, y, p, q, is_explained(a, y, p, q), close);
}

static void compare_reports_own(const struct auditor *a, const struct year *y) {
    for (size_t i = 0, end; i < y->count; i = end) {
        for (end = i + 1; end < y->count && one_document(&y->points[i], &y->points[end]); end++) {
        }
        if (end - i == 2 && !y->series->broad && !y->points[i].duplicate)
            compare_within(a, y, &y->points[i], &y->points[i + 1]);
    }
}

/* A document that repeats another says the same again; what it says otherwise, as the draft beside the final text, is told. */
static bool says_again(const struct year *y, const struct point *p) {
    for (size_t i = 0; i < y->count && p->duplicate; i++)
        if (!y->points[i].duplicate && agree(&y->points[i], p)) return true;
    return false;
}

enum { MOST = 8 }; /* contradictions of one year of one series: among thousands of reports a person reads no more */

static void compare_year(const struct auditor *a, const struct year *y) {
    size_t before = a->out->count;
    for (size_t i = 1; i < y->count && a->out->count < before + MOST; i++)
        if (!says_again(y, &y->points[i])) compare_reports(a, y, &y->points[0], &y->points[i]);
    compare_reports_own(a, y);
}

void audit_values(const struct auditor *a) {
    for (size_t i = 0; i < a->comparison->count; i++) {
        const struct series *s = &a->comparison->series[i];
        struct year          y = {s, s->points, 0};
        for (const struct point *end = s->points + s->point_count; y.points < end; y.points += y.count) {
            for (y.count = 1; y.points + y.count < end && y.points[y.count].year == y.points->year &&
                              slice_equal(y.points[y.count].body, y.points->body);
                 y.count++) {
            }
            compare_year(a, &y);
        }
    }
}
