/* A head that tells no year → the year that the sentences below it tell: 截至2023年11月底，新建泵站3座。 in a report without a
 * date is of 2023. What it plans tells none, and where the sentences do not agree, nothing does. */
#include "extract/text/head_told.h"

#include "extract/base/banned.h"

enum { EARLIEST = 1949, LATEST = 2049, YEARS = LATEST - EARLIEST + 1, TEXT_BYTES = 32768 };

/* How often each year is told, and the last month of it that is. */
struct tellings {
    int  times[YEARS], month[YEARS], all;
    bool done[YEARS]; /* by a sentence that plans nothing */
};

static void tell(struct tellings *t, int year, int month, bool planned) {
    if (year < EARLIEST || year > LATEST) return;
    int i = year - EARLIEST;
    t->times[i]++;
    t->all++;
    t->done[i] |= !planned;
    if (month > t->month[i]) t->month[i] = month;
}

/* Does the period say when something was, and not since when, than when or until when? 成立于|2016年5月 is no time of the
 * report, 调查组于|2023年7—8月 is. */
static bool dates_deed(const struct period_table *periods, const struct period *p, slice before, slice behind) {
    if (p->relative || p->frame || p->since || p->first_year != p->last_year || !p->last_year) return false;
    bool months = p->month && p->last_month > p->month;
    return !year_word_behind(periods, YEAR_SINCE, behind) && !year_word_behind(periods, YEAR_ISSUE, behind) &&
           (months || !year_word_before(periods, YEAR_BOUND, before)) && !year_is_compared(periods, before, behind);
}

static bool is_planned(const struct head *h, slice sentence) {
    struct sieve sieve = sieve_text(sentence);
    return section_word_in(&h->rules->sections->of[SECTION_PLANS], sentence, &sieve);
}

/* No year starts before byte `at` of the sentence. */
static void sentence_tells(const struct head *h, struct tellings *t, slice sentence, size_t at) {
    struct period p;
    const size_t  first = at;
    size_t        size;
    bool          told = false;
    while ((size = period_next(h->rules->periods, sentence, &at, &p))) {
        if (!dates_deed(h->rules->periods, &p, slice_sub(sentence, 0, at - size), slice_from(sentence, at))) continue;
        tell(t, p.last_year, period_last_month(&p), is_planned(h, sentence));
        told = true;
    }
    if (!told && h->twins) /* 截至113年2月底 */
        tell(t, period_era_year(h->rules->periods, slice_from(sentence, first), true), 0, true);
}

/* Does the line open a plan, or, not, a review? `planned`: what it was before. */
static bool opens_plan(const struct head_rules *rules, slice line, bool holds_stop, bool planned) {
    size_t mark;
    if (holds_stop && mark_level(rules->sections->marks, line, &mark) && slice_ends(line, SLICE_LIT("。"))) {
        line.len -= HAN; /* 三、下步打算。 */
        holds_stop = head_holds_stop(line);
    }
    if (holds_stop) return planned; /* most */
    struct sieve               sieve = sieve_text(line);
    const struct section_word *says = section_of_heading(rules->sections, line, &sieve);
    return says ? says->status == STATUS_TARGET && !section_says_both(rules->sections, line, &sieve) : planned;
}

static void read_sentences(const struct head *h, struct tellings *t, struct arena *arena) {
    struct text_reader reader;
    struct paragraph   p;
    struct contents    contents = {0};
    slice              text = h->document->text;
    struct document    top = {.path = h->document->path,
                              .text = slice_sub(text, 0, utf8_whole(text, text.len < TEXT_BYTES ? text.len : TEXT_BYTES))};
    bool               planned = h->plans;
    text_open(&reader, &top, h->rules->vocabulary, period_years(h->rules->periods), arena, arena);
    while (text_next(&reader, &p)) {
        if (section_word_starts(&h->rules->sections->of[SECTION_ANNEX], p.text)) break;
        if (contents_take(&contents, h->rules->sections, p.text)) continue;
        const bool holds_stop = head_holds_stop(p.text);
        planned = opens_plan(h->rules, p.text, holds_stop, planned);
        for (size_t from = 0, to; !planned && holds_stop && from < p.text.len; from = to) {
            to = paragraph_sentence_end(&p, from);
            size_t year = scan_next(p.map, SCAN_MARKED, from);
            if (year < to) sentence_tells(h, t, slice_sub(p.text, from, to), year - from);
        }
    }
}

void head_hear_text(struct head *h, struct arena *arena) {
    enum { NEARLY_OVER = 11 };
    struct tellings t = {0};
    int             most = 0;
    read_sentences(h, &t, arena);
    for (int i = 1; i < YEARS; i++)
        if (t.times[i] > t.times[most]) most = i;
    int last = YEARS - 1; /* the latest that is told more than half as often as the most and that no plan tells */
    while (last > 0 && (!t.done[last] || t.times[last] * 2 <= t.times[most])) last--;
    if (h->named_within && EARLIEST + last > h->named.year) h->named = (struct told_year){EARLIEST + last, ORIGIN_TEXT};
    if (!h->named.year && t.times[most] * 2 > t.all) tell_year(&h->named, EARLIEST + most, ORIGIN_TEXT);
    int named = h->named.year - EARLIEST, month = named >= 0 && named < YEARS ? t.month[named] : 0;
    if (!h->until && month < NEARLY_OVER) h->until = month;
}

void head_hear_span(struct head *h, struct arena *arena) {
    enum { MOST_YEARS_LEFT = 4 };
    struct tellings t = {0};
    int             last = YEARS - 1;
    read_sentences(h, &t, arena);
    while (last > 0 && !t.times[last]) last--;
    int left = h->spanned.year - EARLIEST - last;
    if (left < 1 || left > MOST_YEARS_LEFT || t.times[last] * 2 <= t.all) return;
    tell_year(&h->dated, EARLIEST + last, ORIGIN_TEXT);
    if (!h->until && t.month[last] < 12) h->until = t.month[last];
}
