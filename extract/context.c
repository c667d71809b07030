/* Years and plans. 政府工作报告 of 2024 counts 2023; under 2024年工作安排 its figures are targets of 2024; 去年 is 2023, and
 * 到2025年 is a year of its own. Words that open reviews and plans are rows of rules/sections.tsv. */
#include "extract/context.h"
#include "extract/phrase.h"

#include "extract/base/banned.h"

void context_open(struct context *c, const struct head_rules *rules, const struct document *d, struct arena *arena) {
    struct head_years years;
    *c = (struct context){.status = STATUS_ACTUAL};
    head_read(&c->about, &years, rules, d, arena);
    c->report_year = years.report;
    c->review_year = years.review;
    c->plan_year = years.plan;
    c->year = years.plan ? years.plan : years.review;
    if (years.plan) c->status = STATUS_TARGET;
}

/* ---- headings ---- */

static size_t keep(char *out, slice text, size_t most) {
    while (text.len > most) text.len -= utf8_size_before(text, text.len);
    if (text.len) memcpy(out, text.ptr, text.len);
    return text.len;
}

static void set_heading(struct context *c, int level, slice text) {
    if (level < 1) level = 1;
    if (level > MOST_LEVELS) level = MOST_LEVELS;
    c->heading_length[level - 1] = keep(c->headings[level - 1], text, LONGEST_HEADING);
    for (int i = level; i < MOST_LEVELS; i++) {
        c->heading_length[i] = 0;
        c->plan_before[i] = false;
    }
    c->section_length = 0;
    for (int i = 0; i < MOST_LEVELS; i++) {
        if (!c->heading_length[i] || c->section_length + c->heading_length[i] + 3 > LONGEST_SECTION) continue;
        if (c->section_length) {
            memcpy(c->section + c->section_length, " / ", 3);
            c->section_length += 3;
        }
        memcpy(c->section + c->section_length, c->headings[i], c->heading_length[i]);
        c->section_length += c->heading_length[i];
    }
}

static bool says_both(const struct section_words *w, slice heading) {
    bool plan = false, review = false;
    for (size_t i = 0; i < w->count; i++) {
        const struct section_word *word = &w->words[i];
        if (word->head || slice_find(heading, word->text, 0) == SIZE_MAX) continue;
        *(word->status == STATUS_TARGET ? &plan : &review) = true;
    }
    return plan && review;
}

/* Plan or review, and of which year, as the headings say, the deepest one that says it. */
static void section_meaning(struct context *c, const struct section_words *w, const struct period_table *periods) {
    c->status = c->plan_year ? STATUS_TARGET : STATUS_ACTUAL;
    c->year = c->plan_year ? c->plan_year : c->review_year;
    c->said_by_heading = false;
    for (int i = 0; i < MOST_LEVELS; i++) {
        slice heading = {c->headings[i], c->heading_length[i]};
        if (!heading.len) continue;
        const struct section_word *hit = section_word_in(w, heading, false);
        struct years               years = years_in(periods, heading);
        int                        named = years.first;
        bool                       says = hit != NULL;
        c->said_by_heading |= says || named;
        if (!says && !named && c->plan_before[i] && c->report_year > c->review_year) {
            c->status = STATUS_TARGET;
            c->year = c->report_year;
        }
        if (says) c->plan_before[i] = hit->status == STATUS_TARGET && !says_both(w, heading);
        if (says) {
            c->status = hit->status;
            if (hit->status == STATUS_TARGET && says_both(w, heading)) {
                c->status = STATUS_ACTUAL; /* 发展成就和目标任务: its sentences tell which */
                c->year = c->review_year;
                continue;
            }
            c->year = hit->status == STATUS_TARGET ? c->report_year : c->review_year;
            if (hit->status == STATUS_TARGET && c->report_year && c->report_year == c->review_year)
                c->year = c->report_year + 1;
            if (hit->dated && c->report_year) c->year = c->report_year + hit->offset;
            /* “十二五”时期的主要目标 are to be reached by its end */
            if (hit->status == STATUS_TARGET && years.span > c->year) c->year = years.span;
        }
        if (named) {
            /* 2021年工作回顾 says which year is reviewed, whatever the title or the file's name say. */
            if (hit && hit->status == STATUS_ACTUAL && named != c->review_year) {
                if (c->report_year <= named && c->report_year != c->review_year) c->report_year = named + 1;
                c->review_year = named;
            }
            c->year = named;
            if (c->review_year && named > c->review_year) c->status = STATUS_TARGET;
        }
    }
}

bool context_heading(struct context *c, const struct section_words *w, const struct period_table *periods,
                     const struct paragraph *p) {
    size_t size = 0;
    slice  text = p->text;
    while (text.len && text.ptr[0] == '#') text = slice_trim(slice_from(text, 1));
    int   hashes = (int)(text.ptr - p->text.ptr);
    int   level = mark_level(text, &size);
    slice words = slice_trim(slice_from(text, size));
    bool  whole = p->level > 0 || (hashes > 0 && hashes <= 6);
    if (!whole && !level) {
        /* A short line without an end mark and without a list mark is a heading when it names a plan or a review. */
        if (text.len > 90 || sentence_end(text, 0) < text.len || slice_ends(text, SLICE_LIT("。")) ||
            !section_word_in(w, text, false))
            return false;
        level = 1;
        words = text;
    }
    size_t stop = sentence_end(words, 0);
    slice  title = slice_sub(words, 0, stop);
    if (title.len > 180 && !whole) return false;
    while (slice_ends(title, SLICE_LIT("。")) || slice_ends(title, SLICE_LIT("；"))) title.len -= 3;
    if (title.len == 0) return false;
    set_heading(c, level ? level : whole ? (p->level ? p->level : hashes) : 1, title);
    section_meaning(c, w, periods);
    return stop >= words.len;
}

/* ---- a sentence ---- */

static bool notes(const struct sentence *s, size_t i, slice note) {
    return i < s->count && s->tokens[i].noted && slice_equal(s->tokens[i].word->note, note);
}

/* 1985年以来最高, 2000年底以前发布的, 2020年启动以来: the clause goes on to 以来. */
static bool is_since(const struct sentence *s, size_t i) {
    while (i < s->count && is_one_of(s->tokens[i].tag, "nhvZwGa") && !notes(s, i, SLICE_LIT("since"))) i++;
    return notes(s, i, SLICE_LIT("since"));
}

/* 比2015年增长, 与2015年相比, 由2015年的41%, 达到2015年的2倍, 是1950年到1997年总和的1.7倍: a basis, not the year of what
 * follows; cards tie it to its own figure. */
static bool is_basis(const struct sentence *s, size_t i) {
    if (is_since(s, i + 1)) return true;
    const struct period *p = &s->periods[s->tokens[i].period];
    size_t next = i + 1 + (i + 1 < s->count && s->tokens[i + 1].tag == 'n'); /* 上年同期的1.6倍, 上年的65% */
    char   of = tag_at(s, next) == 'c' ? tag_at(s, next + 1) : '.';
    bool   measured = p->relative || (i > 0 && notes(s, i - 1, SLICE_LIT("basis"))); /* 恢复到2019年的98% */
    if (of == 'M' || (of == 'P' && measured)) return true;
    if (i > 0 && s->tokens[i - 1].tag == '<') i--; /* 比“十三五”末 */
    if (i == 0) return false;
    char before = s->tokens[i - 1].tag;
    if (next < s->count && s->tokens[next].tag == 'b' && is_one_of(before, "kp")) return true;
    return is_one_of(before, "byf") || (before == 'd' && p->first_year != p->last_year);
}

/* 五年来, 这是…的五年: the length of a span that frames, in years; 0 when candidate `k` is none. */
static int span_years(const struct candidate *k) {
    const struct quantity *q = &k->quantity;
    char                   digits[DECIMAL_TEXT];
    if (!k->refused || q->ordinal || !q->unit || q->unit->class != UNIT_TIME || !slice_equal(q->unit_name, SLICE_LIT("年")))
        return 0;
    int years = slice_int((slice){digits, decimal_write(digits, q->numeral.value)});
    return years > 1 && years <= 10 ? years : 0;
}

/* 成立于2016年，注册志愿者1200人: the year of an event holds in its own clause only. */
static bool is_event_year(const struct sentence *s, size_t i) {
    return i > 0 && s->tokens[i - 1].tag == 'p' && s->tokens[i - 1].word &&
           slice_equal(s->tokens[i - 1].word->text, SLICE_LIT("于"));
}

/* Nothing but list marks, adverbs and 截至 stands before token `i`. */
static bool opens_sentence(const struct sentence *s, size_t i) {
    while (i > 0 && is_one_of(s->tokens[i - 1].tag, "aHpg(:n") && s->tokens[i - 1].tag != 'n') i--;
    return i == 0;
}

/* What has been told of year and status up to here in a sentence, and by which token. */
struct telling {
    int         year, clause_year; /* clause_year: what holds again behind the next comma */
    int16_t     period, year_by, clause_by, status_by, start_by;
    enum status status, start; /* start: at the head of the sentence */
    bool        existing;      /* 现有: the next figure exists */
};

static void told_status(struct telling *told, enum status status, size_t i) {
    told->status = status;
    told->status_by = (int16_t)i;
}

static void word_tells(struct telling *told, const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag == '.' && i + 1 < s->count) { /* what ends it is kept for the clause behind ； */
        told->status = told->start;
        told->status_by = told->start_by;
    }
    if (t->tag == ',' && told->clause_year) {
        told->year = told->clause_year;
        told->year_by = told->clause_by;
        told->clause_year = 0;
    }
    char next = tag_at(s, i + 1); /* “两个确保”, 完成预期目标，: a thing, no plan */
    bool named = next == '>' || (is_one_of(next, ",.") && i > 0 && is_one_of(s->tokens[i - 1].tag, "dwvU"));
    if ((t->tag == 't' && !named) || (t->noted && slice_equal(t->word->note, SLICE_LIT("target"))))
        told_status(told, STATUS_TARGET, i);
    /* 计划增长, 计划投资: a plan; 行动计划 is a name. */
    if (t->tag == 'C' && i + 1 < s->count && is_one_of(s->tokens[i + 1].tag, "vZujKUJdwYQPpga"))
        told_status(told, STATUS_TARGET, i);
    if (t->tag == 'e') told_status(told, STATUS_ACTUAL, i);
    if (t->noted && slice_equal(t->word->note, SLICE_LIT("actual"))) told->existing = true; /* 摸清现有的450户 */
    if (is_one_of(t->tag, ",.")) told->existing = false;
}

static void period_tells(struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                         size_t i) {
    const struct period *p = &s->periods[s->tokens[i].period];
    int                  named = period_year(p, c->review_year, c->report_year);
    if (!named) return;
    if (!p->relative && !p->last_year && told->year && (c->status == STATUS_TARGET || told->year <= c->review_year)) {
        told->period = s->tokens[i].period; /* 10月份, 一季度: of the year that is spoken of, in a plan the plan's */
        return;
    }
    if (is_event_year(s, i) && !told->clause_year) {
        told->clause_year = told->year;
        told->clause_by = told->year_by;
    }
    told->year = named;
    told->year_by = (int16_t)i;
    told->period = s->tokens[i].period;
    frame->single = p->first_year == p->last_year || p->relative;
    if (!frame->single) {
        frame->span_from = p->first_year - 1;
        frame->span_year = named;
        frame->review_from = 0; /* “十二五”时期 is what the next paragraphs speak of */
    }
    if (c->review_year)
        told_status(told,
                    named > c->review_year                           ? STATUS_TARGET
                    : c->status == STATUS_TARGET && named == c->year ? STATUS_TARGET
                                                                     : STATUS_ACTUAL,
                    i);
    if (!told->clause_year && p->last_year && !p->month && opens_sentence(s, i)) {
        frame->year = told->year;
        frame->status = told->status;
    }
}

/* 五年来 frames what follows; the first of a section that opens its sentence, and does not look back (近三年), frames all of
 * it. */
static void span_frames(struct frame *frame, int first, int year, bool opens) {
    frame->from_year = frame->span_from = first;
    frame->span_year = year;
    frame->single = false;
    if (!opens || !first || frame->review_from) return;
    frame->review_from = first;
    frame->review_year = year;
}

static void to_review(struct frame *frame) {
    if (!frame->review_from) return;
    frame->from_year = frame->span_from = frame->review_from;
    frame->span_year = frame->review_year;
}

void frame_paragraph(struct frame *frame) {
    frame->year = 0;
    frame->goes_on = frame->single = false;
    to_review(frame);
}

static void figure_takes(const struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                         struct candidate *k, bool opens) {
    if (span_years(k) && told->status == STATUS_ACTUAL)
        span_frames(frame, told->year ? told->year - span_years(k) : 0, told->year, opens && k->qualifier == QUALIFIER_EXACT);
    k->year_by = told->year_by;
    if (k->period >= 0 && (k->set & 1u << FIELD_YEAR)) {
        k->year = period_year(&s->periods[k->period], c->review_year, c->report_year);
        frame->from_year = k->year;
    } else if (k->role == ROLE_FROM && frame->from_year) {
        k->year = frame->from_year;
        k->year_by = TOLD_BY_PARAGRAPH;
    } else {
        k->year = told->year;
        k->period = told->period;
        if (told->period < 0 && !frame->single && frame->span_from && frame->span_year == told->year)
            k->span_from = frame->span_from;
    }
    k->status_by = told->status_by;
    if (!(k->set & 1u << FIELD_STATUS)) k->status = told->existing ? STATUS_ACTUAL : told->status;
}

void context_apply(const struct context *c, struct frame *frame, struct sentence *s) {
    if (s->count && (s->tags[0] == 'H' || s->tags[0] == '(')) frame->year = 0; /* a list item stands for itself */
    int16_t        by = frame->year ? TOLD_BY_PARAGRAPH : c->said_by_heading ? TOLD_BY_HEADING : TOLD_BY_REPORT;
    struct telling told = {.period = -1, .year_by = by, .start_by = by, .status_by = by};
    told.year = frame->year ? frame->year : c->year;
    told.start = told.status = frame->year ? frame->status : c->status;
    if (frame->goes_on) {
        told.year = frame->last_year;
        told.status = frame->last_status;
        told.year_by = told.status_by = TOLD_BY_PARAGRAPH;
    }
    struct telling outside = told;     /* of a bracket: 2300元（2010年不变价），比2009年提高92% */
    bool           in_passing = false; /* 五年年均增长5.2%，十年增加70万亿元 frames its own sentence alone */
    for (size_t i = 0; i < s->count; i++) {
        const struct token *t = &s->tokens[i];
        if (t->tag == '(') outside = told;
        if (t->tag == ')' && i > 0) told = outside;
        word_tells(&told, s, i);
        if (t->period >= 0 && !is_basis(s, i)) period_tells(&told, c, frame, s, i);
        if (t->candidate < 0) continue;
        struct candidate *k = &s->candidates[t->candidate];
        bool              opens = i <= 1 || opens_sentence(s, i); /* 过去五年, 五年来 */
        in_passing |= span_years(k) && !opens;
        figure_takes(&told, c, frame, s, k, opens);
        told.existing = false;
    }
    if (in_passing) to_review(frame);
    slice end = s->count ? sentence_text(s, s->count - 1, s->count) : SLICE_NONE;
    frame->goes_on = slice_equal(end, SLICE_LIT("；")) || slice_equal(end, SLICE_LIT(";"));
    frame->last_year = told.year;
    frame->last_status = told.status;
}
