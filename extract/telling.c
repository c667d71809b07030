/* The year and the status of every figure of a sentence, from the words before it: 力争到2025年达到5万亩 is a target of 2025,
 * 由2015年的3万亩 is no plan. What the sentence does not say it inherits: context.c tells what from headings and report. */
#include "extract/context.h"

#include "extract/classes.h"
#include "extract/in_turn.h"

#include "extract/base/banned.h"

/* 1985年以来最高, 2000年底以前发布的, 2020年启动以来: the clause goes on to 以来. */
static bool is_since(const struct sentence *s, size_t i) {
    while (i < s->count && is_one_of(s->tokens[i].tag, "nhvZwGa") && !has_note(&s->tokens[i], NOTE_SINCE)) i++;
    return i < s->count && has_note(&s->tokens[i], NOTE_SINCE);
}

/* 与2010年普查的3187654人相比，增加5万人: the clause goes on to 相比. */
static bool is_compared(const struct sentence *s, size_t i) {
    while (i < s->count && !is_one_of(s->tokens[i].tag, ",.b")) i++;
    return tag_at(s, i) == 'b' && is_one_of(tag_at(s, i + 1), ",.");
}

/* 比2015年增长, 与2015年相比, 由2015年的41%, 达到2015年的2倍, 是1950年到1997年总和的1.7倍: a basis, not the year of what
 * follows; cards tie it to its own figure. */
static bool is_basis(const struct sentence *s, size_t i) {
    if (is_since(s, i + 1)) return true;
    const struct period *p = &s->periods[s->tokens[i].period];
    size_t next = i + 1 + (i + 1 < s->count && s->tokens[i + 1].tag == 'n'); /* 上年同期的1.6倍, 上年的65% */
    char   of = tag_at(s, next) == 'c' ? tag_at(s, next + 1) : '.';
    /* “十四五”规划 is a name */
    if (p->first_year != p->last_year && i + 1 < s->count &&
        (s->tokens[i + 1].tag == 'C' || has_note(&s->tokens[i + 1], NOTE_SCHEME)))
        return true;
    bool measured = p->relative || (i > 0 && has_note(&s->tokens[i - 1], NOTE_BASIS)); /* 恢复到2019年的98% */
    bool made = i > 0 && s->tokens[i - 1].tag == 'd';                                  /* 为1955年的98.88% */
    if (of == 'M' || (of == 'P' && (measured || made))) return true;
    if (i > 0 && s->tokens[i - 1].tag == '<') i--; /* 比“十三五”末 */
    /* 与2010年第六次全国人口普查的42户相比 */
    if (i > 0 && s->tokens[i - 1].period >= 0 && s->periods[s->tokens[i - 1].period].last_year == p->last_year) i--;
    if (i == 0) return false;
    char before = s->tokens[i - 1].tag;
    if (is_one_of(before, "kp") && (tag_at(s, next) == 'b' || is_compared(s, i + 1))) return true;
    /* 从1992年到1996年, 从1月到9月, 从2015年起 are spans, not the end of a change */
    if (before == 'f') return p->first_year == p->last_year && p->month == p->last_month && !p->since;
    size_t than = i; /* 较政府去年的承诺增加 */
    while (than > 0 && is_one_of(s->tokens[than - 1].tag, "ng")) than--;
    if (than > 0 && s->tokens[than - 1].tag == 'b') return true;
    return is_one_of(before, "by") || (before == 'd' && p->first_year != p->last_year);
}

/* 五年来, 这是…的五年: the length of a span that frames, in years; 0 when the refused candidate `k` is none. */
static int span_years(const struct candidate *k) {
    const struct quantity *q = &k->quantity;
    char                   digits[DECIMAL_TEXT];
    if (q->ordinal || !q->unit || q->unit->class != UNIT_TIME || !q->unit->year) return 0;
    int years = slice_int((slice){digits, decimal_write(digits, q->numeral.value)});
    return years > 1 && years <= 10 ? years : 0;
}

/* 成立于2016年，注册志愿者1200人; 对1954年的灾区，拨付3亿元: the year of an event holds in its own clause only. */
static bool is_event_year(const struct sentence *s, size_t i) {
    if (i == 0) return false;
    const struct token *before = &s->tokens[i - 1];
    return has_note(before, NOTE_EVENT) || (has_note(before, NOTE_TOWARD) && tag_at(s, i + 1) == 'c');
}

/* Nothing but list marks, adverbs and 截至 stands before token `i`. */
static bool opens_sentence(const struct sentence *s, size_t i) {
    while (i > 0 && is_one_of(s->tokens[i - 1].tag, "aHpg(:<")) i--;
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

static void frame_status(struct frame *frame, enum status status) {
    frame->status = status;
    frame->tells_status = true;
}

/* 计划增长, 将提供: a plan before what is to be done; 行动计划, 285个计划新开工项目 and 将资金用于 are none. */
static bool is_plan(const struct sentence *s, size_t i) {
    char next = tag_at(s, i + 1);
    if (s->tokens[i].tag == 'C') return is_one_of(next, "vZujKUJdwYQPpga") && !(i > 0 && is_one_of(s->tokens[i - 1].tag, "QS"));
    return is_one_of(next, "vZujKUJdw") || (next == 'a' && is_one_of(tag_at(s, i + 2), "vZujKUJdw"));
}

/* 已出台的政策, 2009年到期的扶持: what stands before 的 tells of the noun behind it alone, and so it does between a figure or a
 * verb and that noun: 推动39个已签约项目开工, 优化已建成设施. */
static bool is_attribute(const struct sentence *s, size_t i) {
    bool inside = i > 0 && is_one_of(s->tokens[i - 1].tag, "QSw") && is_one_of(tag_at(s, i + 1), "vwZ");
    if (inside && is_one_of(tag_at(s, i + 2), "nh")) return true;
    return is_one_of(tag_at(s, i + 1), "vwZ") && tag_at(s, i + 2) == 'c' && is_one_of(tag_at(s, i + 3), "nhvZ");
}

/* 2004年提出清欠，目前已偿还18亿元: now is the year that the section speaks of. */
static void back_to_now(struct telling *told, const struct context *c, const struct sentence *s, size_t i) {
    if (told->year_by < 0 || told->year >= c->year || c->status == STATUS_TARGET) return;
    bool   done = false; /* 截至2004年底，已偿还: the date is that of 已 */
    size_t k = (size_t)told->year_by + 1;
    for (; k < i && s->tokens[k].tag != ','; k++) done |= is_one_of(s->tokens[k].tag, "vwuj");
    if (k == i || !done) return;
    told->year = c->year;
    told->year_by = c->said_by_heading ? TOLD_BY_HEADING : TOLD_BY_REPORT;
    told->period = -1;
    told_status(told, c->status, i);
}

/* What may tell: figures, dates, and the classes and notes that class_tells and notes_tell ask for. Most words do not. */
static const bool telling_classes[128] = {
    ['Q'] = 1, ['S'] = 1, ['P'] = 1, ['D'] = 1, ['M'] = 1, ['R'] = 1, ['T'] = 1, ['A'] = 1, ['N'] = 1,
    ['X'] = 1, ['Y'] = 1, ['('] = 1, [')'] = 1, ['.'] = 1, ['t'] = 1, ['C'] = 1, ['e'] = 1};
#define TELLING_NOTES (NOTE_NOW | NOTE_TARGET | NOTE_PLAN | NOTE_ACTUAL)

static size_t next_telling(const struct sentence *s, size_t i) {
    const char         *tags = s->tags;
    const struct token *tokens = s->tokens;
    const size_t        count = s->count;
    const bool          notes = s->notes & TELLING_NOTES;
    while (i < count && !telling_classes[tags[i] & 127] && !(notes && has_note(&tokens[i], TELLING_NOTES))) i++;
    return i;
}

/* 既有住宅加装电梯1000台 is no stock, 现有入学、招聘等62项 is. */
static bool ends_stock(const struct sentence *s, size_t i) {
    char tag = s->tokens[i].tag;
    return is_one_of(tag, ",.d") || (is_one_of(tag, "vwK") && !is_one_of(tag_at(s, i + 1), ";Wc"));
}

/* “两个确保”, 完成预期目标，: a thing, no plan. */
static bool names_aim(const struct sentence *s, size_t i) {
    size_t k = i;
    while (k > 0 && s->tokens[k - 1].tag == 'Y') k--; /* 低于年初预期目标 */
    char next = tag_at(s, i + 1), before = k > 0 ? s->tokens[k - 1].tag : '.';
    bool measures = is_one_of(before, "bKO") || (k > 0 && has_note(&s->tokens[k - 1], NOTE_THAN));
    measures |= k > 1 && before == 'n' && s->tokens[k - 2].tag == 'o'; /* 占年度计划118亿元的107% */
    bool counted = s->tokens[i].tag == 'n' && is_one_of(next, "QS");   /* 约束性指标11项全部完成 */
    return next == '>' || measures || counted || (is_one_of(next, ",.") && is_one_of(before, "dwvU"));
}

static void notes_tell(struct telling *told, const struct context *c, const struct sentence *s, size_t i) {
    uint64_t notes = s->tokens[i].notes;
    if (notes & NOTE_NOW) back_to_now(told, c, s, i);
    if ((notes & NOTE_TARGET && !names_aim(s, i)) || (notes & NOTE_PLAN && is_plan(s, i))) told_status(told, STATUS_TARGET, i);
    if (notes & NOTE_ACTUAL) told->existing = true; /* 摸清现有的450户 */
}

static void class_tells(struct telling *told, const struct sentence *s, size_t i) {
    switch (s->tokens[i].tag) {
    case '.': /* what ends the sentence is kept for the clause behind ； */
        if (i + 1 == s->count) return;
        told->status = told->start;
        told->status_by = told->start_by;
        return;
    case 't':
        if (!names_aim(s, i)) told_status(told, STATUS_TARGET, i);
        return;
    case 'C':
        if (is_plan(s, i) && !names_aim(s, i)) told_status(told, STATUS_TARGET, i);
        return;
    case 'e':
        if (!is_attribute(s, i)) told_status(told, STATUS_ACTUAL, i);
        return;
    default: return;
    }
}

/* What holds up to here holds behind token `i` no more. */
static void told_until(struct telling *told, const struct sentence *s, size_t i) {
    if (told->existing && ends_stock(s, i)) told->existing = false;
    if (told->clause_year && s->tokens[i].tag == ',') {
        told->year = told->clause_year;
        told->year_by = told->clause_by;
        told->clause_year = 0;
    }
}

/* 今年以来, 预计今年: under 2022年工作回顾 a report that was written before that year's end speaks of it. */
static bool year_still_running(const struct context *c, const struct sentence *s, size_t i) {
    const struct period *p = &s->periods[s->tokens[i].period];
    if (!p->relative || p->offset || c->status == STATUS_TARGET || !c->said_by_heading || c->year != c->review_year)
        return false;
    return p->running || (i > 0 && has_note(&s->tokens[i - 1], NOTE_EXPECTED));
}

/* In news 2022年新建书房15家。 is of one sentence; 2022年，… and 截至2022年 hold on. */
static bool told_in_passing(const struct context *c, const struct sentence *s, size_t i, int named) {
    return c->report_year == c->review_year && named < c->report_year && i == 0 && tag_at(s, i + 1) != ',';
}

/* 2022年7月至2023年6月: begun in the year that is reviewed, its end is no plan. */
static bool begun_before(const struct context *c, const struct sentence *s, size_t i) {
    if (i < 2 || s->tokens[i - 1].tag != 'z' || s->tokens[i - 2].period < 0) return false;
    const struct period *p = &s->periods[s->tokens[i - 2].period];
    int                  year = period_year(p, c->year, c->review_year, c->report_year);
    return p->month && year && year <= c->review_year;
}

/* 2004年，…，由上年居第四位 is of 2003: 上年 counts from what the paragraph speaks of, else from its section. */
static int year_of(const struct period *p, const struct context *c, const struct frame *frame) {
    if (p->frame && p->relative) return c->review_year; /* 过去一年 of a summary is the year that it sums up */
    return period_year(p, frame->year ? frame->year : c->year, c->review_year, c->report_year);
}

/* 下半年 in a report of 上半年. */
static bool is_ahead(const struct period *p, const struct context *c, int named) {
    return c->review_until && named == c->review_year && period_first_month(p) > c->review_until;
}

static void period_tells(struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                         size_t i) {
    const struct period *p = &s->periods[s->tokens[i].period];
    int                  named = year_still_running(c, s, i) ? c->review_year : year_of(p, c, frame);
    /* In news: 2022年，…。全年收入2万元 goes on with that year. */
    bool news = c->report_year == c->review_year && c->status == STATUS_ACTUAL;
    bool again = p->frame && news && frame->last_year && frame->last_year < c->review_year && opens_sentence(s, i);
    if (again) named = frame->last_year;
    if (p->told && i > 0 && !is_one_of(s->tokens[i - 1].tag, ",.;:(")) return; /* 在上年增长的基础上，又增产2万吨 */
    if (!named || (p->since && named <= c->review_year)) return; /* 1999年起扩大招生，录取率提高到59% */
    bool ahead = is_ahead(p, c, named);
    if (!again && !ahead && !p->relative && !p->last_year && told->year &&
        (c->status == STATUS_TARGET || told->year <= c->review_year)) {
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
    bool planned = told->status == STATUS_TARGET && told->status_by >= 0; /* 我们计划今年为每区预留1亿元 */
    if (c->review_year && !(planned && named == c->report_year))
        told_status(told,
                    ahead || (named > c->review_year && !begun_before(c, s, i)) ? STATUS_TARGET
                    : c->status == STATUS_TARGET && named == c->year            ? STATUS_TARGET
                                                                                : STATUS_ACTUAL,
                    i);
    bool stays = ahead          ? tag_at(s, i + 1) == ','
                 : p->last_year ? !p->month && !told_in_passing(c, s, i, named)
                                : p->relative && !p->told && tag_at(s, i + 1) == ',';
    if (!told->clause_year && stays && opens_sentence(s, i)) {
        frame->year = told->year;
        frame_status(frame, told->status);
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
    frame->year = frame->last_year = 0;
    frame->tells_status = frame->goes_on = frame->single = false;
    frame->announced = 0;
    frame->targets = frame->others = 0;
    if (frame->passing) frame->span_from = frame->span_year = 0;
    frame->passing = false;
    frame->from_year = frame->span_from; /* 由2014年的… holds in its paragraph, 五年来 on */
    to_review(frame);
}

/* 由上年居世界第四位: the date between 由 and the figure at token `i` is the figure's own; -1: there is none. */
static int16_t date_of_start(const struct sentence *s, size_t i) {
    while (i-- > 0 && !is_one_of(s->tokens[i].tag, "f,."))
        if (s->tokens[i].period >= 0) return s->tokens[i].period;
    return -1;
}

/* 由现时的1000名增至3000名 */
static bool starts_now(const struct sentence *s, size_t i) {
    if (i > 0 && s->tokens[i - 1].tag == 'c') i--;
    return i > 0 && has_note(&s->tokens[i - 1], NOTE_NOW);
}

/* “十二五”时期… ⏎ 五年来，…: the five years that were spoken of, not the last five. */
static void take_up_span(struct telling *told, struct frame *frame, int years, bool opens) {
    if (!frame->span_year || told->year_by >= 0 || frame->span_year >= told->year) return;
    if (years != frame->span_year - frame->span_from || !opens) return;
    told->year = frame->year = frame->span_year;
    told->year_by = TOLD_BY_PARAGRAPH;
    frame_status(frame, told->status);
}

/* 五年来, 五年建成铁路新线1万公里, 这是极不平凡的五年, 资产五年增长64%: inside its clause a span is part of a name, or of what
 * the clause does (十年建设经验, 三年全面提升, 五年倍增计划, 六年来最低); so is one before a noun that has no figure
 * (三年行动计划, 减少至 5年前的). */
static bool stands_free(const struct sentence *s, const struct candidate *k) {
    size_t first = k->token, next = k->token + 1, end = next;
    while (first > 0 && (is_one_of(s->tokens[first - 1].tag, "aHpg") || has_note(&s->tokens[first - 1], NOTE_SPAN))) first--;
    bool begins = first == 0 || is_one_of(s->tokens[first - 1].tag, ",.:()");
    while (is_one_of(tag_at(s, end), "nhvZ")) end++;
    bool figure = is_one_of(tag_at(s, end), "QSPN"); /* 五年城镇新增就业4500万人 */
    if (is_one_of(tag_at(s, next), "nV")) return begins && figure;
    return begins || k->qualifier != QUALIFIER_EXACT || is_one_of(tag_at(s, next), ",.eFEuj") ||
           (tag_at(s, next) == 'I' && is_one_of(tag_at(s, next + 1), ",.:")) || (figure && end <= next + 1) ||
           (next < s->count && has_note(&s->tokens[next], NOTE_TOTAL));
}

/* A span of so many years, refused as it only frames. False when it frames its own sentence alone:
 * 五年年均增长5.2%，十年增加70万 亿元. */
APART static bool span_tells(struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                             const struct candidate *k, int years) {
    size_t i = k->token;
    bool   opens = opens_sentence(s, i), leads = opens || i <= 1; /* 过去五年, 五年来 */
    take_up_span(told, frame, years, opens);
    int first = told->year ? told->year - years : 0;
    bool ahead = first && c->report_year && (first == c->report_year || first == c->report_year - 1); /* of “十二五” in 2011 */
    if ((told->status != STATUS_ACTUAL && !ahead) || !(leads || stands_free(s, k))) return leads;
    frame->passing = k->qualifier != QUALIFIER_EXACT;
    span_frames(frame, first, told->year, leads && !frame->passing);
    return leads;
}

/* 由上年居世界第四位, 由现时的1000名: a figure that a change starts from, or that a card gave a date, may have a year of its
 * own. False when it takes what is told. */
APART static bool takes_own_year(const struct context *c, struct frame *frame, const struct sentence *s, struct candidate *k) {
    bool    dated = k->period >= 0 && k->set & 1u << FIELD_YEAR;
    int16_t own = dated ? k->period : date_of_start(s, k->token);
    if (own >= 0) {
        k->year = year_of(&s->periods[own], c, frame);
        if (dated) frame->from_year = k->year;
    } else if (starts_now(s, k->token)) {
        k->year = c->year;
        k->year_by = c->said_by_heading ? TOLD_BY_HEADING : TOLD_BY_REPORT;
    } else if (frame->from_year) {
        k->year = frame->from_year;
        k->year_by = TOLD_BY_PARAGRAPH;
    } else {
        return false;
    }
    return true;
}

static void takes_year(const struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                       struct candidate *k) {
    k->year_by = told->year_by;
    if ((k->role == ROLE_FROM || k->set & 1u << FIELD_YEAR) && takes_own_year(c, frame, s, k)) return;
    k->year = told->year;
    k->period = told->period;
    if (told->period < 0 && !frame->single && frame->span_from && frame->span_year == told->year)
        k->span_from = frame->span_from;
}

/* 现有450户; 到2025年由41%提高到52%: where a plan starts from is no plan, nor is what bears a past year of its own;
 * 预计可建1.2万个 单位，其中10幅已改划, 其余6个项目已落成. */
APART static bool is_done(const struct telling *told, const struct context *c, const struct sentence *s,
                          const struct candidate *k) {
    size_t what = k->token + 1;
    bool   past = k->period >= 0 && k->set & 1u << FIELD_YEAR && k->year && k->year <= c->review_year;
    if (told->existing || k->role == ROLE_FROM || past) return true;
    while (is_one_of(tag_at(s, what), "nhZ")) what++;
    return c->status == STATUS_ACTUAL && tag_at(s, what) == 'e';
}

/* The year after the one that is reviewed, or that of the report. */
static int plan_year(const struct context *c) { return c->report_year > c->review_year ? c->report_year : c->review_year + 1; }

static void figure_takes(const struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                         struct candidate *k) {
    takes_year(told, c, frame, s, k);
    k->status_by = told->status_by;
    if (!(k->set & 1u << FIELD_STATUS))
        k->status = told->status == STATUS_TARGET && !is_done(told, c, s, k) ? STATUS_TARGET : STATUS_ACTUAL;
    if (k->refused) return;
    bool target = k->status == STATUS_TARGET && k->year == plan_year(c);
    *(target ? &frame->targets : &frame->others) += 1;
}

/* As span_tells. */
static bool figure_met(struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                       struct candidate *k) {
    int  years = k->refused ? span_years(k) : 0;
    bool leads = !years || span_tells(told, c, frame, s, k, years);
    figure_takes(told, c, frame, s, k);
    return leads;
}

enum { PLAN_TARGETS = 4 };
void context_close(struct context *c, const struct frame *frame, slice text) {
    bool leads = context_leads(text) && frame->status == STATUS_TARGET && frame->year == plan_year(c) && !frame->others;
    int  announced = leads ? frame->year : frame->announced;
    if (announced && c->status == STATUS_ACTUAL) {
        c->status = STATUS_TARGET;
        c->year = announced;
        if (c->both) return;
        c->plan_year = announced;
        for (int i = 0; i < MOST_LEVELS; i++) {
            c->headings[i].says = NULL;
            c->headings[i].years = (struct years){0};
        }
        return;
    }
    if (c->status == STATUS_TARGET || c->report_year <= c->review_year || frame->targets < PLAN_TARGETS || frame->others)
        return;
    c->status = STATUS_TARGET;
    c->year = c->plan_year = c->report_year;
}

/* 今年要着重做好以下八个方面工作 opens the plan, “十四五”时期 the second half of 发展成就和目标任务. */
static void announce(struct frame *frame, const struct context *c, const struct sentence *s, const struct telling *told) {
    if (told->year_by < 0 || told->status != STATUS_TARGET || told->year <= c->review_year) return;
    const struct period *p = told->period < 0 ? NULL : &s->periods[told->period];
    if (c->both && p && p->first_year != p->last_year && opens_sentence(s, (size_t)told->year_by))
        frame->announced = told->year;
    for (size_t i = (size_t)told->year_by; i < s->count && told->year == plan_year(c); i++)
        if (s->tokens[i].tag == '4') frame->announced = told->year;
}

/* The words of a sentence that tells something itself. False when a span of it frames this sentence alone. */
static bool words_tell(struct telling *told, const struct context *c, struct frame *frame, struct sentence *s) {
    struct telling outside = *told; /* of a bracket: 2300元（2010年不变价），比2009年提高92% */
    bool           leads = true;
    for (size_t i = 0; i < s->count; i++) {
        if (told->existing || told->clause_year)
            told_until(told, s, i);
        else if ((i = next_telling(s, i)) == s->count)
            break;
        const struct token *t = &s->tokens[i];
        if (t->candidate >= 0) {
            leads &= figure_met(told, c, frame, s, &s->candidates[t->candidate]);
            told->existing = false;
            continue;
        }
        if (t->tag == '(') outside = *told;
        if (t->tag == ')') *told = outside;
        if (t->notes & TELLING_NOTES) notes_tell(told, c, s, i);
        class_tells(told, s, i);
        if (t->tag == 't' && tag_at(s, i + 1) == ',' && opens_sentence(s, i)) /* 下一步，…。…。: of all the paragraph */
            frame_status(frame, told->status);
        if (t->period >= 0 && !is_basis(s, i)) period_tells(told, c, frame, s, i);
    }
    return leads;
}

bool context_may_announce(const struct context *c, const struct sentence *s) {
    bool leads = s->count && s->tokens[s->count - 1].tag == ':';
    if (!s->period_count || !(c->both || leads)) return false; /* most */
    size_t i = 0;
    while (i < s->count && s->tokens[i].period < 0) i++;
    if (i == s->count || !opens_sentence(s, i)) return false;
    const struct period *p = &s->periods[s->tokens[i].period];
    return (c->both && p->first_year != p->last_year) ||
           (leads && period_year(p, c->year, c->review_year, c->report_year) > c->review_year);
}

void context_apply(const struct context *c, struct frame *frame, struct sentence *s) {
    if (s->count && (s->tags[0] == 'H' || s->tags[0] == '('))
        frame->year = frame->tells_status = 0; /* a list item stands for itself */
    int16_t        by = c->said_by_heading ? TOLD_BY_HEADING : TOLD_BY_REPORT;
    struct telling told = {.period = -1, .year_by = frame->year ? TOLD_BY_PARAGRAPH : by};
    told.start_by = told.status_by = frame->tells_status ? TOLD_BY_PARAGRAPH : by;
    bool leads = true;
    told.year = frame->year ? frame->year : c->year;
    told.start = told.status = frame->tells_status ? frame->status : c->status;
    if (s->goes_on && frame->goes_on) {
        told.year = frame->last_year;
        told.status = frame->last_status;
        told.year_by = told.status_by = TOLD_BY_PARAGRAPH;
    }
    for (size_t i = 0; i < s->period_count; i++) period_of_century(&s->periods[i], c->report_year);
    if (s->goes_on || s->period_count || s->notes & TELLING_NOTES || s->classes & CLASSES("tCe"))
        leads = words_tell(&told, c, frame, s);
    else /* most sentences tell nothing themselves */
        for (size_t i = 0; i < s->candidate_count; i++) leads &= figure_met(&told, c, frame, s, &s->candidates[i]);
    times_in_turn(c, s);
    if (!leads) to_review(frame);
    announce(frame, c, s, &told);
    frame->goes_on = true;
    frame->last_year = told.year;
    /* 条件将得到改善；新开工13栋: 将 plans its own clause, 力争 all that follows. */
    frame->last_status = told.status_by >= 0 && has_note(&s->tokens[told.status_by], NOTE_PLAN) ? told.start : told.status;
}
