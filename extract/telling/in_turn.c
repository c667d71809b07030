/* 一季度、上半年、前三季度，增加值分别增长6%、5%、4%: each figure of the row speaks of its own time, and so it does behind a
 * span of as many years or quarters: 2019—2021年, 一至四季度. A list of things between the times and 分别 is dealt out in their
 * place: 2022年、2023年城镇、农村居民收入分别增长…. */
#include "extract/telling/in_turn.h"

#include "extract/naming/deal.h"

#include "extract/base/banned.h"

enum { MOST_TIMES = 12 };

/* The times that the last date before token `told` ends or spans, into s->periods from `*first` on; how many, 0 when no date
 * stands there with nothing but one thing's name between. */
static size_t times_before(struct sentence *s, size_t told, size_t *first) {
    size_t last = told;
    while (last > 0 && !period_at(s, last - 1))
        if (is_one_of(s->tokens[--last].tag, STOP, LIST_COMMA, AND, THAN, FIGURES)) return 0;
    if (last-- == 0) return 0;
    size_t from = last;
    while (is_one_of(tag_before(s, from), LIST_COMMA, AND) && period_at(s, from - 2)) from -= 2;
    if (tag_before(s, from) == THAN) return 0; /* 比2022年和2019年|分别增长 */
    *first = s->period_count;
    const struct period *p = period_at(s, last);
    if (from < last) {
        size_t count = (last - from) / 2 + 1;
        if (count > MOST_TIMES || *first + count > MOST_CANDIDATES) return 0;
        for (size_t i = from; i <= last; i += 2) s->periods[s->period_count++] = *period_at(s, i);
        return count;
    }
    int years = p->last_year - p->first_year, quarters = p->last_quarter ? p->last_quarter - p->quarter : 0;
    int count = 1 + (quarters ? quarters : p->relative ? 0 : years);
    if (count < 2 || count > MOST_TIMES || *first + (size_t)count > MOST_CANDIDATES) return 0;
    for (int i = 0; i < count; i++) s->periods[s->period_count++] = period_part(p, i);
    return (size_t)count;
}

static void give(const struct context *c, struct candidate *k, const struct sentence *s, size_t period) {
    const struct period *p = &s->periods[period];
    k->period = (int16_t)period;
    k->span_from = 0;
    if (!p->relative && !p->last_year) return;
    k->year = period_year(p, k->year, c->review_year, c->report_year);
}

void times_in_turn(const struct context *c, struct sentence *s) {
    if (!(s->classes & CLASSES(RESPECTIVELY)) || s->period_count == 0) return;
    for (size_t i = 0, first, periods = s->period_count; i + 1 < s->candidate_count; i++, s->period_count = periods) {
        size_t count = 1, told = s->candidates[i].token;
        if (s->candidates[i].refused) continue;
        while (in_row(s, &s->candidates[i + count - 1])) count++;
        while (count > 1 && !is_one_of(tag_before(s, told), RESPECTIVELY, COMMA, STOP, FIGURES)) told--;
        bool dealt = count > 1 && tag_before(s, told) == RESPECTIVELY;
        if (dealt && times_before(s, told - 1, &first) == count) {
            for (size_t k = 0; k < count; k++) give(c, &s->candidates[i + k], s, first + k);
            periods = s->period_count;
        }
        i += count - 1;
    }
}
