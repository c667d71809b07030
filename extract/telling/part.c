/* 1—5月 of the sentence before holds for 其中，工业增长16% and behind ；. 分产业看，… speaks of what the paragraph spoke of
 * first, and in a report of 1—5月 so do all sentences that name no time. */
#include "extract/telling/telling.h"

#include "extract/base/banned.h"

static const struct told_part *part_of(const struct telling *told) {
    const struct sentence *s = told->s;
    const struct frame    *frame = told->frame;
    if (frame->before.told && (s->goes_on || s->tags[0] == AMONG)) return &frame->before;
    bool all = told->c->review_until && period_last_month(&frame->first.period) == told->c->review_until;
    return frame->first.told && (all || note_at(s, 0, NOTE_FRAME)) ? &frame->first : NULL;
}

void part_tells(struct telling *told) {
    struct sentence        *s = told->s;
    const struct told_part *part = part_of(told);
    if (!part || s->period_count == MOST_CANDIDATES) return;
    s->periods[s->period_count] = part->period;
    told->period = (int16_t)s->period_count++;
    told->year = part->year;
    told->start = told->status = part->status;
    told->year_by = told->start_by = told->status_by = TOLD_BY_PARAGRAPH;
}

void part_keep(const struct telling *told) {
    struct frame        *frame = told->frame;
    const struct period *p = told_period(told);
    frame->before.told = p && period_is_part(p) && !p->day;
    if (!frame->before.told) return;
    frame->before = (struct told_part){true, *p, told->year, told->status};
    if (!frame->first.told) frame->first = frame->before;
}
