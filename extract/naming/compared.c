/* What a figure is measured against is no part of its name, nor is the verb that carries the name there. */
#include "extract/naming/compared.h"

#include "extract/base/banned.h"

/* 人均水资源量1432立方米，约为全国平均水平的70%: what is measured stands in the clause before. */
static bool goes_on_from_figure(const struct sentence *s, size_t i) {
    while (i > 1 && s->tokens[i - 1].tag == DATE) i--; /* ，2030年|达到全国平均水平的95% */
    return i > 1 && s->tokens[i - 1].tag == COMMA && is_figure(s, i - 2);
}

/* 完成|工业产值|是上年的1.8倍: does the verb at token `i` only bring what the next one measures? */
static bool brings_measured(const struct sentence *s, struct range r, size_t i) {
    if (s->tokens[i].tag != REACH || content_bytes(s, range_of(r.from, i)) >= 2 * HAN) return false;
    size_t next = first_of(s, range_of(i + 1, r.to), CLASSES(REACH, SHARE));
    return next < r.to && content_bytes(s, range_of(i + 1, next)) >= 2 * HAN;
}

/* 收入是农民收入的2.1倍, 为全国平均水平的75%, 产量是产粮大县第23位: what a multiple, share or rank is taken of is no name. */
struct range without_measure(const struct sentence *s, struct range r, enum kind kind) {
    if (kind != KIND_RANK && (r.to == r.from || s->tokens[r.to - 1].tag != OF)) return r;
    if (kind == KIND_SHARE && has_class(s, r, CLASSES(SHARE))) return r; /* 完成投资|占年度计划的112% */
    const bool ends = ends_phrase(s, r.to + 1u); /* 保教费380元，|只有民办园的三分之一， */
    for (size_t i = r.from; i < r.to; i++)
        if (kind == KIND_MULTIPLE && brings_measured(s, r, i))
            r.from = i + 1;
        else if ((is_one_of(s->tokens[i].tag, REACH, QUALIFIER, ends ? ONLY : REACH) &&
                  (goes_on_from_figure(s, i) || kind == KIND_MULTIPLE)) ||
                 (kind == KIND_MULTIPLE && s->tokens[i].tag == SHARE) || /* 相当于|常年同期的4.2倍 */
                 ((is_one_of(s->tokens[i].tag, REACH, ONLY) || (kind == KIND_SHARE && s->tokens[i].tag == QUALIFIER)) &&
                  content_bytes(s, range_of(r.from, i)) >= 2 * HAN))
            return range_of(r.from, i);
    return r;
}

/* 比改革前|减轻企业负担: what moved stands behind its verb; empty when nothing does. */
static struct range moved_object(const struct sentence *s, struct range r) {
    size_t moved = first_of(s, r, CLASSES(GROW, FALL));
    bool   told = moved + 1 < r.to && content_bytes(s, range_of(moved + 1, r.to)) >= 2 * HAN;
    return told ? range_of(moved, r.to) : range_of(r.from, r.from);
}

/* 收入高于平均水平的|村12个: the comparison that starts at token `i` says which of what stands behind 的. */
static bool says_which(const struct sentence *s, struct range r, size_t i) {
    size_t particle = last_of(s, r, CLASSES(OF));
    bool   counted = s->tokens[r.to - 1].candidate < 0 && is_one_of(s->tokens[r.to - 1].tag, NOUN, HEAD);
    return counted && particle != SIZE_MAX && particle > i && particle + 1 < r.to && !note_at(s, r.to - 1, NOTE_SHARE);
}

/* 与2019年|春节|相比: do the words from token `i` on go on with what is compared with? */
static bool goes_on_compared(const struct sentence *s, size_t i) {
    return i > 1 && s->tokens[i - 1].tag == DATE && is_one_of(s->tokens[i - 2].tag, AND, PREPOSITION);
}

/* 投资增速高于全省平均水平0.7个百分点: what it is compared with is no name, where no bracket says it:
 * 水质优良（优于三类）的断面. */
struct range without_comparison(const struct sentence *s, struct range r, bool moves) {
    int open = 0;
    if (moves && is_one_of(tag_before(s, r.from), ON_YEAR, DATE) && tag_at(s, r.from) == QUOTE) /* 较去年“五一”|增长 */
        while (r.from < r.to && s->tokens[r.from++].tag != UNQUOTE) continue;
    for (size_t i = r.from; i < r.to; i++) {
        open += (s->tokens[i].tag == OPEN) - (s->tokens[i].tag == CLOSE);
        if (open > 0 || (!moves && says_which(s, r, i))) continue;
        if (note_at(s, i, NOTE_THAN) || (moves && s->tokens[i].tag == THAN) ||
            (moves && is_one_of(s->tokens[i].tag, ON_YEAR, ON_PERIOD, ON_START) &&
             content_bytes(s, range_of(r.from, i)) >= 2 * HAN)) {
            struct range before = strip(s, range_of(r.from, i), NAME_HEAD & ~TRAIT_COMPARES, NAME_TAIL);
            return content_bytes(s, before) && !goes_on_compared(s, r.from) ? before : moved_object(s, range_of(i + 1, r.to));
        }
    }
    return r;
}

/* 上市公司数量增至开市时: what grows is named before the verb, and before 由零. */
struct range before_becoming(const struct sentence *s, struct range r) {
    r = strip(s, r, 0, NAME_TAIL | TRAIT_BECOMES);
    size_t from = r.to > r.from && s->tokens[r.to - 1].candidate >= 0 ? last_of(s, r, CLASSES(FROM)) : SIZE_MAX;
    if (from != SIZE_MAX) r.to = (uint32_t)from;
    size_t becoming = last_of(s, r, CLASSES(GROW_TO, FALL_TO));
    bool   named = becoming != SIZE_MAX && content_bytes(s, range_of(r.from, becoming)) >= 2 * HAN;
    return named ? strip(s, range_of(r.from, becoming), NAME_HEAD, NAME_TAIL) : r;
}

/* 粮食产量|计划|120万吨 plans so much of it, where 实施行动计划3项 counts plans. */
static bool plans_amount(const struct sentence *s, struct range r) {
    if (r.to < r.from + 2u || tag_at(s, r.to) != COUNT || !is_one_of(s->tokens[r.to - 2].tag, NOUN, HEAD)) return false;
    return unit_at_is(s, r.to, UNIT_PHYSICAL) || unit_at_is(s, r.to, UNIT_MONEY);
}

/* 工业总产值完成了原定计划的101%: what fulfilled its plan is named. */
struct range without_plan(const struct sentence *s, struct range r) {
    bool set = r.to > r.from + 2u && s->tokens[r.to - 2].tag == PLAN && is_granted(&s->tokens[r.to - 1]);
    if (set) return range_of(r.from, r.to - 2u); /* 工农业总产值|计划|安排|6380亿元 */
    if (r.from == r.to || s->tokens[r.to - 1].tag != PLAN) return r;
    size_t reaching = last_of(s, r, CLASSES(REACH));
    bool   named = reaching != SIZE_MAX && content_bytes(s, range_of(r.from, reaching)) >= 2 * HAN;
    if (!named) return range_of(r.from, r.to - plans_amount(s, r));
    return strip(s, range_of(r.from, reaching), 0, NAME_TAIL);
}
