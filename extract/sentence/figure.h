/* The tests of one figure that judge.c refuses by: each tells one way in which it names rather than counts. What a test cannot
 * do without stands in judge.c, too (tests_for): one that is to hold of more figures is to be asked of them. */
#ifndef SUANPAN_FIGURE_H
#define SUANPAN_FIGURE_H

#include "extract/sentence/classes.h"

/* 仅一家, 没有一起: behind these classes 一 counts; and beside other counts, which these join. */
#define COUNTS_ONE ONLY, NONE
#define JOINS_COUNTS LIST_COMMA, AND
#define ENDS_ONE COMMA, STOP, LIST_COMMA, CLOSE /* 新建学校一所，: it counts behind its noun where one of these follows */

/* A figure and what stands round it. */
struct figure {
    struct sentence      *s;
    struct candidate     *c;
    const struct unit    *unit; /* NULL: it has none */
    const struct numeral *numeral;
    size_t                i; /* its token */
    char                  tag, before, behind;
};
static inline struct figure figure_of(struct sentence *s, struct candidate *c) {
    size_t i = c->token;
    return (struct figure){.s = s,
                           .c = c,
                           .unit = c->quantity.unit,
                           .numeral = &c->quantity.numeral,
                           .i = i,
                           .tag = s->tokens[i].tag,
                           .before = i ? s->tokens[i - 1].tag : STOP,
                           .behind = tag_at(s, i + 1)};
}

static inline bool figure_is_several(const struct numeral *n) {
    return n->value.present && decimal_compare(n->value, decimal_int(1)) > 0;
}

/* The unit is glued to the numeral and another word stands glued behind it: 千人以上; 半 of 三年半 bounds nothing. */
static inline bool figure_is_glued_behind(const struct figure *f) {
    slice raw = sentence_text(f->s, f->i, f->i + 1), unit = f->unit->surface;
    unit = slice_from(unit, unit.len - utf8_size_before(unit, unit.len)); /* 两个多小时 parts 个小时 */
    const struct quantity *q = &f->c->quantity;
    bool little = q->raw.end == q->digits.end + f->unit->surface.len + 3; /* 6米多|宽的坑 bounds nothing */
    return f->c->qualifier != QUALIFIER_EXACT && !little && !slice_ends(raw, unit) && q->raw.start == q->digits.start;
}

bool               figure_is_round(const struct numeral *n); /* 百, 千亿, 百万: no digit is told */
static inline bool figure_is_bounds(const struct candidate *c) {
    return c->qualifier == QUALIFIER_OVER || c->qualifier == QUALIFIER_UNDER || c->qualifier == QUALIFIER_RANGE;
}
/* 全球第三大港口 ranks, and 大 is of the noun; 第三大队 and 第一大街 do not: measures.tsv has those as units of their own. */
static inline bool figure_ranks_by_size(const struct candidate *c) { return unit_is(c, UNIT_RANK) && c->quantity.unit->names; }
/* 第三是快递，: does the ordinal at token `i` open the clause that says what it numbers? */
bool figure_opens_item(const struct sentence *s, size_t i);
/* “12块钱一份，两荤两素。”, “59个项目开工，”局长说: what a quotation holds from token `i` on was said, for it ends with a stop
 * or a comma before the mark that closes it, or is long and has a comma; “一个中心，两个基本点” is a name, and 62项“一站式"服务
 * closes with another mark. */
bool quotes_speech(const struct sentence *s, size_t i);
bool figure_bounds_predicate(const struct figure *f);
/* 价格在|3元左右|波动, 产量在3亿到4亿吨之间|徘徊: a deed that ends its clause is no class of things, and what stands before is
 * measured. */
static inline bool figure_moves_about(const struct sentence *s, const struct candidate *c) {
    if (c->token < 2 || tag_before(s, c->token) != PREPOSITION) return false; /* most */
    const struct token *at = &s->tokens[c->token - 1];
    if (!is_one_of(tag_at(s, c->token + 1u), VERB, VERBAL)) return false;
    bool loose = c->qualifier == QUALIFIER_ABOUT || c->qualifier == QUALIFIER_RANGE;
    return loose && has_note(at, NOTE_AT) && is_one_of(at[-1].tag, NOUN, HEAD, VERBAL, ADVERB) &&
           is_one_of(tag_at(s, c->token + 2u), COMMA, STOP, LIST_COMMA, CLOSE);
}
/* 用三年时间建成: what it takes is stated, where 三年时间里 frames. */
bool figure_takes_time(struct sentence *s, struct candidate *c);
/* 经过|5个月|施工，: do the words before the length of time at token `k` say that it passed? */
bool has_passed(const struct sentence *s, size_t k);
/* ，6分钟|后到达现场, ，15分钟|后，结果传了回来: is it how long it took until what is told then? 报警10分钟后 and 两天后 only
 * say when. */
bool came_after(const struct sentence *s, size_t k);
/* 坐|14个小时|高铁专程来看: bytes of what somebody travels by, behind the length of time at token `k` that parts it from its
 * verb; 0 where that tells no way to travel. */
size_t travelled(const struct sentence *s, size_t k);
/* 总投资|5亿元|的产业园占地|300亩, 价值|6万元|的图书2000册: money of one thing, whose size is told, or of one lot, and no bound
 * of a class, 收入百万元以上的村有12个. */
bool figure_is_put_into(struct sentence *s, struct candidate *c);

bool figure_has_no_value(const struct figure *f);                            /* 几, more than 38 digits */
bool figure_is_named_by_unit(const struct figure *f);                        /* 第七届, 3号楼 */
bool figure_is_version(const struct sentence *s, const struct candidate *c); /* 3.0方案 */
bool figure_defines_class(const struct figure *f);                           /* 亿元以上项目, 500千伏变电站 */
bool figure_is_masked(const struct figure *f);                               /* ○○人, X亿元, 138****1234 */
bool figure_is_round_class(const struct figure *f);                          /* 超千亿元企业, 百亿元项目 */
bool figure_frames_time(const struct figure *f);                             /* 未来6年 */
bool figure_names_unit(const struct figure *f);                              /* 单位：亿元 */
bool figure_sizes_several(const struct figure *f);                           /* 6个超50亿元项目 */
bool figure_opens_class(const struct figure *f);                             /* 千人以上自然村通公路 */
bool figure_round_in_name(const struct figure *f);                           /* 百家名企进园区 */
bool figure_bounds_group(const struct figure *f);                            /* 20—39岁人群, 144平方米以上占9% */
bool figure_is_score(const struct figure *f);                                /* (5分) */
bool figure_numbers_house(const struct figure *f);                           /* 3单元401室 */
bool figure_numbers_only(const struct figure *f);                            /* 第3部门, whatever a card keeps */
bool figure_beside_ordinal(const struct figure *f);                          /* 十四届|六次全会 */
bool figure_is_quoted(const struct figure *f);                               /* “13种问责情形” */
bool figure_is_ordinal(const struct figure *f);                              /* 第3次会议 */
bool figure_is_ratio_name(const struct figure *f);                           /* 1:1帮扶 */
bool figure_is_code(const struct figure *f);                                 /* 023县道, 5G */
bool figure_is_bare_word(const struct figure *f);                            /* 七一前 */
bool figure_is_bare_number(const struct figure *f);                          /* 热线12388 */
bool figure_counts_facets(const struct figure *f);
bool figure_is_frequency(const struct figure *f);  /* 每季度1次 */
bool figure_is_of_page(const struct figure *f);    /* 下一篇：全县投资3亿元建水库 */
bool figure_is_article(const struct figure *f);    /* 一个重要平台 */
bool figure_counts_saying(const struct figure *f); /* 两个“维护” */

#endif
