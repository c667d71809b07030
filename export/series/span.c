/* Which year a claim is of, and how many years, or what part of one: 五年来增长40% is 5y of 2017, 上半年 H1, 1—12月 the year
 * itself. */
#include "export/series/span.h"

#include "extract/base/banned.h"

bool period_spans(slice period, int *first, int *last) {
    size_t slash = slice_find(period, SLICE_LIT("/"), 0);
    if (slash == SIZE_MAX) return false;
    *first = slice_int(slice_sub(period, 0, slash));
    *last = slice_int(slice_from(period, slash + 1));
    return *first > 0 && *last >= *first;
}

/* 1—6月 is 上半年, 1—3月 一季度. */
static slice named_part(slice months) {
    static const char *const parts[][2] = {{"01/06", "H1"}, {"07/12", "H2"}, {"01/03", "Q1"},
                                           {"04/06", "Q2"}, {"07/09", "Q3"}, {"10/12", "Q4"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (slice_is(months, parts[i][0])) return slice_of(parts[i][1]);
    return months;
}

/* Q3 of 2025-Q3, 01/05 of 2025-01/2025-05, 07/06 of 2024-07/2025-06: the part of its year that a period is; empty when it is
 * the whole of it, as 1—12月 is. */
static slice part_of_year(slice period, struct arena *arena) {
    if (period.len < 6 || period.ptr[4] != '-') return SLICE_NONE;
    slice  part = slice_from(period, 5);
    size_t slash = slice_find(part, SLICE_LIT("/"), 0);
    slice  end = slash == SIZE_MAX ? SLICE_NONE : slice_from(part, slash + 1);
    if (end.len < 6 || end.ptr[4] != '-') return part;
    bool one_year = slice_equal(slice_sub(period, 0, 4), slice_sub(end, 0, 4));
    if (one_year && slice_starts(part, SLICE_LIT("01/")) && slice_is(slice_from(end, 5), "12")) return SLICE_NONE;
    slice months = arena_format(arena, "%.*s/%.*s", (int)slash, part.ptr, SLICE_ARG(slice_from(end, 5)));
    return one_year ? named_part(months) : months;
}

/* What there is 截至12月底 there is at the end of the year, and what a census counts 11月1日零时, too; what was done in 12月 is
 * a month's. A sentence without the month goes on with what the one that dates it says. */
static bool ends_year(const struct claim *claim, const struct claim *dated, slice part, const struct metric_rules *rules) {
    if (!part.len) return false; /* most */
    bool own = slice_has(claim->sentence, slice_sub(part, 0, 2));
    return slice_is(part, "12-31") || metric_ends_year(rules, own ? claim->sentence : dated->sentence, part);
}

int span_years(slice covers) {
    size_t end = slice_find(covers, SLICE_LIT("y"), 0), from = end;
    if (end == SIZE_MAX) return 0;
    while (from && ascii_digit(covers.ptr[from - 1])) from--;
    return from < end ? slice_int(slice_sub(covers, from, end)) : 0;
}

/* What the words say besides how many years it is of: 5y, as 五年内 is, stands first. */
static slice less_years(slice context) {
    slice rest = slice_from(context, slice_find(context, SLICE_LIT("y"), 0) + 1);
    return slice_starts(rest, SLICE_LIT("·")) ? slice_from(rest, strlen("·")) : rest;
}

slice claim_span(const struct claim *claim, const struct claim *dated, enum kind kind, const struct span_said *said,
                 const struct metric_rules *rules, struct arena *arena) {
    int   first, last, told = span_years(said->context), years = kind == KIND_MULTIPLE ? 0 : told; /* 二十年内翻两番 */
    slice context = told ? less_years(said->context) : said->context;
    if (period_spans(claim->period, &first, &last)) years = last - first + 1;
    bool state = !said->average && !kind_moves(kind) &&
                 (claim->role != ROLE_NONE || said->reaches || kind == KIND_SHARE || kind == KIND_RANK);
    if (state) years = 0;
    if (!years && said->average) years = said->years;
    int since = slice_int(claim->basis);
    if (!years && since > 0 && claim->year - since > 1) years = claim->year - since;
    slice part = years ? SLICE_NONE : part_of_year(claim->period, arena);
    if (ends_year(claim, dated, part, rules)) part = SLICE_NONE;
    if (years > 1) return arena_format(arena, "%.*s%dy", SLICE_ARG(context), years);
    return context.len && part.len ? arena_format(arena, "%.*s·%.*s", SLICE_ARG(context), SLICE_ARG(part))
           : part.len              ? part
                                   : context;
}

const struct claim *claim_other_end(const struct claim *from, const struct claim *end) {
    for (const struct claim *c = from + 1; c < end && c < from + 4; c++)
        if (c->role == ROLE_TO && slice_equal(c->document, from->document)) return c;
    return NULL;
}

int claim_year(const struct claim *claim, const struct claim *end) {
    int first, last;
    if (claim->role != ROLE_FROM) return claim->year;
    const struct claim *to = claim_other_end(claim, end);
    if (!to || !to->year || (claim->year && claim->year != to->year)) return claim->year;
    return period_spans(to->period, &first, &last) ? first - 1 : to->year - 1;
}
