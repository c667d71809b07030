/* Dates that tell nothing of the figures behind them: 比2015年增长, 1985年以来最高, 去年出台的12条政策,
 * 获评“2022年度优秀单位”. */
#include "extract/telling/date_aside.h"

#include "extract/naming/basis.h"

#include "extract/base/banned.h"

/* 1985年以来最高, 2000年底以前发布的, 2020年实施“十年禁渔”以来, 2019年镇、村服务中心（站）挂牌以来: the clause goes on to 以来.
 */
static bool is_since(const struct sentence *s, size_t i) {
    bool level = false; /* 2019年省、市、县三级平台|上线以来, not 今年|中央财政|为此 */
    for (; i < s->count && !note_at(s, i, NOTE_SINCE); i++) {
        if (!is_one_of(s->tokens[i].tag, NOUN, HEAD, VERB, VERBAL, LIGHT, AWARD, ADVERB, PLACE, LEVEL, SET_PHRASE, QUOTE,
                       UNQUOTE, LIST_COMMA, OPEN, CLOSE))
            return false;
        level |= s->tokens[i].tag == LEVEL;
    }
    return i < s->count && (!level || s->tokens[i].tag == SINCE);
}

bool date_is_compared(const struct sentence *s, size_t i) {
    if (tag_at(s, i) == OPEN) i = next_of(s, i, CLASSES(CLOSE)); /* 与2018年末（普查年份，下同）相比， */
    i = next_of(s, i, CLASSES(COMMA, STOP, THAN));
    return tag_at(s, i) == THAN && is_one_of(tag_at(s, i + 1), COMMA, STOP);
}

/* 超过了1957年的|水平，达到2025年的|计划指标，恢复到2019年|水平。实现2025年|目标，超过原定1957年达到的|水平: is that from token
 * `from` on, of the year at token `i`, what was reached? It is the mark that a year sets, not when it was reached. */
static bool is_reached(const struct sentence *s, size_t i, size_t from) {
    size_t before = skip_back(s, i, CLASSES(ADVERB));
    if (tag_before(s, before) == OF) /* 超过了五年计划规定的|1957年|水平 */
        return tag_at(s, from) == HEAD && is_one_of(tag_at(s, from + 1), COMMA, STOP);
    bool fixed = before > 0 && token_ending(s, before - 1, EDGE_RULES); /* 超过|原定1957年达到的|水平 */
    if (fixed) before = skip_back(s, before - 1, CLASSES(ADVERB));
    if (fixed && tag_at(s, from) == REACH && tag_at(s, from + 1) == OF) from += 2;
    size_t end = skip(s, from, CLASSES(NOUN, PLAN, HEAD));
    if (before == 0 || end == from || !is_one_of(tag_at(s, end), COMMA, STOP)) return false;
    bool goal = tag_at(s, end) == STOP && note_at(s, end - 1, NOTE_GOAL);
    bool mark = s->tokens[end - 1].tag == HEAD || tag_at(s, from) == PLAN || goal;
    return mark && is_one_of(s->tokens[before - 1].tag, REACH, QUALIFIER, GROW_TO, FALL_TO);
}

/* 2015年的2倍, 超过2015年出口规模的3倍, 恢复到2019年的98%, 为1955年的98.88%, 上年的65%: the year that a multiple or a
 * percentage is taken of; 降到去年的1.5% is of last year itself. */
static bool is_measure(const struct sentence *s, size_t i, const struct period *p) {
    size_t particle = i + 1 + (tag_at(s, i + 1) == NOUN); /* 上年同期的1.6倍 */
    size_t whole = skip(s, particle, CLASSES(NOUN, HEAD, VERBAL, VERB, PLACE));
    if (tag_at(s, whole) == OF && tag_at(s, whole + 1) == MULTIPLE) return true;
    bool likens = tag_before(s, i) == SHARE && note_at(s, i - 1, NOTE_BASIS);                  /* 相当于|2007年 */
    bool of_it = i > 0 && (s->tokens[i - 1].tag == REACH || likens) && tag_at(s, whole) == OF; /* 为|去年|务工规模|的|103.5% */
    if (of_it && tag_at(s, whole + 1) == PERCENT) return true;
    if (is_reached(s, i, i + 1 + (tag_at(s, i + 1) == OF))) return true;
    const struct token *before = i > 0 ? &s->tokens[i - 1] : NULL;
    if (tag_at(s, particle) == PERCENT) return before && has_note(before, NOTE_BASIS); /* 恢复到|去年同期|八成 */
    if (tag_at(s, particle) != OF) return false;
    bool came = before && is_one_of(before->tag, GROW_TO, FALL_TO);
    bool measured =
        (p->relative && !came) || (before && (has_note(before, NOTE_BASIS) || is_one_of(before->tag, REACH, SHARE)));
    return tag_at(s, particle + 1) == PERCENT && measured;
}

/* 在去年实支数的基础上节减20%: the clause goes on to 基础上. */
static bool is_ground(const struct sentence *s, size_t i) {
    for (; is_one_of(tag_at(s, i), NOUN, HEAD, VERB, VERBAL, LIGHT, AWARD, ADVERB, PLACE, OF); i++)
        if (note_at(s, i, NOTE_SETTING) && note_at(s, i, NOTE_BASIS)) return true;
    return false;
}

/* “十四五”规划 is a name, “六五”计划期间 is not; 2024—2026年|计划|新建12座 plans, where “六五”计划安排12个 is a name's. */
static bool names_scheme(const struct sentence *s, size_t i) {
    if (i + 1 >= s->count || !(s->tokens[i + 1].tag == PLAN || note_at(s, i + 1, NOTE_SCHEME))) return false;
    bool deed = ascii_digit(s->text.ptr[s->tokens[i].start]) && is_one_of(tag_at(s, i + 2), VERB, VERBAL, REACH, LIGHT);
    return !deed && tag_at(s, i + 2) != WITHIN;
}

/* 超过|1998年洪峰水位|0.37米 and 花费不超过|去年|， bound no date. */
static bool is_surpassed(const struct sentence *s, size_t i, const struct period *p) {
    size_t figure = skip(s, i + 1, CLASSES(NOUN, HEAD, VERBAL, OF));
    if (figure < s->count && s->tokens[figure].candidate >= 0) return true;
    return p->relative && p->offset < 0 && is_one_of(tag_at(s, i + 1), COMMA, STOP);
}

/* 由|2017-18年度的|557亿元增至688亿元, behind 由 or 从: does a change start there? 从1992年到1996年, 从1月到9月, 从2015年起 are
 * spans, and 自|2019年动工 no change; 自|2014年的|54%升至87% is. */
static bool starts_change(const struct sentence *s, size_t i, const struct period *p) {
    bool spans = p->first_year != p->last_year, begins = s->tokens[i - 1].tag == FROM && token_ending(s, i - 1, EDGE_BEGUN);
    bool first = tag_at(s, i + 1) == OF && is_figure(s, i + 2);
    if (spans) return first;
    return p->month == p->last_month && !p->since && (first || !begins);
}

/* 评价结果与|2022年预算安排挂钩，: nothing is counted of the year that something else is tied to; 2021年和|2022年 are two. */
static bool is_tied(const struct sentence *s, size_t i) {
    size_t end = skip(s, i + 1, CLASSES(NOUN, HEAD, VERBAL, VERB, PLAN));
    return i > 1 && !period_at(s, i - 2) && end > i + 1 && is_one_of(tag_at(s, end), COMMA, STOP);
}

/* 同|今年预计完成数|持平，其中基建242亿元; 与|2018年|基本持平，: the clause says no more than that something else is as it is
 * that year. */
static bool is_as_much_as(const struct sentence *s, size_t i) {
    size_t end = skip(s, i + 1, CLASSES(NOUN, HEAD, REACH, VERBAL, OF, ADVERB));
    return tag_at(s, end) == IMPROVE && is_one_of(tag_at(s, end + 1), COMMA, STOP);
}

/* 低于|1973年|5124万担的水平, 超过|1984年|4731万吨的历史最高水平: of its year is the figure that another is measured against.
 */
static bool dates_level(const struct sentence *s, size_t i) {
    if (i == 0 || !is_figure(s, i + 1) || tag_at(s, i + 2) != OF) return false; /* most */
    size_t level = skip(s, i + 3, CLASSES(NOUN, ADVERB, BOTH));
    return tag_at(s, level) == HEAD && ends_phrase(s, level + 1);
}

/* 草莓从|11月|卖到|来年5月，每亩产值5万元: the end of what goes on from a month on. */
static bool ends_run(const struct sentence *s, size_t i) {
    const struct period *p = period_at(s, i), *start;
    if (!p->relative || p->offset <= 0 || !p->month) return false; /* most */
    size_t behind = skip_back(s, i, CLASSES(TO, NOUN, VERB, VERBAL, ADVERB));
    start = behind > 1 && tag_before(s, behind - 1) == FROM ? period_at(s, behind - 1) : NULL;
    return start && start->month;
}

/* 申请期延长两年至|2026年3月底，至今批出10万宗, 政策延续至|2027年底，: until when something lasts, of which nothing else is. */
static bool is_until(const struct sentence *s, size_t i) {
    if (!is_one_of(tag_at(s, i + 1), COMMA, STOP)) return false;
    if (ends_run(s, i)) return true;
    size_t verb = skip_back(s, i, CLASSES(TO, DURATION, ADVERB));
    return verb > 0 && token_ending(s, verb - 1, EDGE_UNTIL);
}

bool date_is_basis(const struct sentence *s, size_t i) {
    if (dates_level(s, i)) return false;
    if (is_until(s, i) || basis_beside(s, i)) return true;
    if (is_since(s, i + 1) || (s->notes & NOTE_BASIS && is_ground(s, i + 1))) return true;
    if (tag_before(s, i) == PREPOSITION && tag_at(s, i + 1) == ADVERB && note_at(s, i + 1, NOTE_BASIS))
        return true; /* 按1970年|不变价格计算 */
    const struct period *p = period_at(s, i);
    bool                 spans = p->first_year != p->last_year;
    if ((spans && names_scheme(s, i)) || is_measure(s, i, p)) return true;
    size_t next = i + 1 + (tag_at(s, i + 1) == NOUN);
    /* 与2010年第六次全国人口普查的42户相比 */
    const struct period *other = period_at(s, i - 1), *same = period_at(s, next);
    i -= other && other->last_year == p->last_year;
    next += same && same->last_year == p->last_year;
    if (i == 0) return false;
    char before = s->tokens[i - 1].tag;
    if (before == PREPOSITION && note_at(s, i - 1, NOTE_BASIS)) return true; /* 面向2035年的项目 */
    size_t with = skip(s, next, CLASSES(NOUN, HEAD, ADVERB));                /* 与2019年|春节假期|相比 */
    if (is_one_of(before, AND, PREPOSITION) && (tag_at(s, with) == THAN || date_is_compared(s, i + 1))) return true;
    if (is_one_of(before, AND, PREPOSITION) && is_as_much_as(s, i)) return true;
    if (before == QUALIFIER && is_surpassed(s, i, p)) return true;
    if (before == FROM) return starts_change(s, i, p);
    if (before == AND && is_tied(s, i)) return true;
    /* 较政府去年的承诺增加, 比丰收的1955年还多, 比原来最高的1984年还多, 比“十五”末的2005年翻番 */
    u128 named = CLASSES(NOUN, PLACE, HEAD, PLAN, VERB, LIGHT, VERBAL, OF, QUALIFIER, FIRST, SET_PHRASE);
    if (is_one_of(tag_at(s, next), ADVERB, GROW, FALL, MULTIPLE)) named |= CLASSES(ADVERB, DATE);
    size_t than = skip_back(s, i, named);
    if (tag_before(s, than) == THAN) return true;
    if (is_one_of(before, GROW, FALL, IMPROVE) &&
        note_at(s, i - 1, NOTE_THAN)) { /* 增幅高于去年，其中…, not 高于1955年至1980年的4% */
        next = skip(s, next, CLASSES(NOUN, HEAD, VERBAL));
        if (ends_phrase(s, next)) return true;
    }
    return is_one_of(before, THAN, ON_YEAR) || (before == REACH && spans && !note_at(s, i - 1, NOTE_EXPECTED));
}

bool date_of_noun(const struct sentence *s, size_t i) {
    i += tag_at(s, i + 1) == WITHIN; /* 2019年至2022年|间 */
    size_t of = skip(s, i + 1, CLASSES(NOUN, HEAD, VERB, VERBAL, LIGHT, AWARD, ADVERB, PLACE));
    bool   told = is_one_of(tag_at(s, i + 1), VERB, VERBAL, LIGHT, AWARD) ||
                (tag_at(s, i + 1) == NOUN && of == i + 2); /* 2009年|到期的|政策 */
    return of > i + 1 && told && tag_at(s, of) == OF &&
           is_one_of(tag_at(s, of + 1), NOUN, HEAD, VERB, VERBAL, LIGHT, GROW, FALL, IMPROVE, QUOTE);
}

bool date_in_object(const struct sentence *s, size_t i) {
    if (!is_one_of(tag_at(s, i + 1), NOUN, HEAD, LEVEL, PLACE, ORDINAL, SET_PHRASE)) return false;
    i = skip_back(s, i, CLASSES(NOUN, HEAD, PLACE));
    if (i == 0 || note_at(s, i - 1, NOTE_AT | NOTE_EVENT | NOTE_PLAN)) return false;
    return is_one_of(s->tokens[i - 1].tag, VERB, VERBAL, LIGHT, IMPROVE, PREPOSITION);
}

bool date_acts_later(const struct sentence *s, size_t i) {
    if (!date_of_noun(s, i)) return false;
    while (s->tokens[i].tag != OF) i++;
    size_t noun = skip(s, i + 1, CLASSES(NOUN, HEAD, VERBAL, LEVEL, SET_PHRASE));
    bool   founded = note_at(s, i - 1, NOTE_EVENT | NOTE_STAGE) || note_at(s, noun, NOTE_ACTUAL);
    return noun > i + 1 && (tag_at(s, noun) == VERB || (founded && noun < s->count));
}

bool date_inside_name(const struct sentence *s, size_t i) {
    if (!in_classes(QUOTE, s->classes)) return false;
    const struct period *p = period_at(s, i);
    u128 naming = CLASSES(NOUN, HEAD, VERB, VERBAL, LIGHT, AWARD, LEVEL, SET_PHRASE, PLACE, IMPROVE, LIST_COMMA, BLANK);
    if (p->first_year != p->last_year) naming |= CLASSES(COMMA); /* “奋进新征程，建功十四五” */
    for (size_t from = i, to = i + 1;; from--, to++) {
        size_t first = skip_back(s, from, naming), end = skip(s, to, naming);
        if (tag_before(s, first) != QUOTE || tag_at(s, end) != UNQUOTE) return false;
        if (first < from || end > to) return true;
        from = first, to = end;
    }
}
