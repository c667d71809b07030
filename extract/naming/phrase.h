/* Ranges of a sentence's tokens, and which of their words a row header keeps: 依法依规处置网络舆情 → 处置网络舆情.
 * Shared by the files that name a figure: metric.c and those that it includes. */
#ifndef SUANPAN_PHRASE_H
#define SUANPAN_PHRASE_H

#include "extract/sentence/classes.h"

/* Tokens [from, to), less the hole [hole, hole_end): 签约(储能产业园等)项目. */
struct range {
    uint32_t from, to, hole, hole_end;
};
static inline struct range range_of(size_t from, size_t to) { return (struct range){(uint32_t)from, (uint32_t)to, 0, 0}; }
static inline bool         has_hole(struct range r) { return r.hole < r.hole_end; }
/* The range without tokens [from, to) inside it. */
static inline struct range with_hole(struct range r, size_t from, size_t to) {
    return (struct range){r.from, r.to, (uint32_t)from, (uint32_t)to};
}

/* What a class is to a name, for the questions that all figures are asked. */
enum trait {
    TRAIT_CONTENT = 1 << 0,  /* it can carry meaning */
    TRAIT_DROPPED = 1 << 1,  /* a name leaves it out wherever it stands */
    TRAIT_BOUNDARY = 1 << 2, /* it ends a clause */
    TRAIT_END = 1 << 3,      /* it ends a phrase: a mark or a figure */
    TRAIT_FIGURE = 1 << 4,
    TRAIT_OPENS = 1 << 5,  /* a bracket */
    TRAIT_CLOSES = 1 << 6, /* a bracket */
    TRAIT_HEAD = 1 << 7,   /* no name starts with it: all that NAME_HEAD says but for 比 and prepositions */
    TRAIT_TAIL = 1 << 8,   /* nor ends with it */
    /* Classes that a step of narrow.c looks for. */
    TRAIT_PREPOSITION = 1 << 9, /* 在…背景下, 向平台 */
    TRAIT_BECOMES = 1 << 10,    /* 增至, 降到 */
    TRAIT_MOVES = 1 << 11,      /* 增长, 减少, 提高 */
    TRAIT_COMPARES = 1 << 12,   /* 比 */
    TRAIT_TIME = 1 << 13,       /* 同比, 环比, 比年初 */
    TRAIT_PLAN = 1 << 14,       /* 计划 */
    TRAIT_EXAMPLES = 1 << 15,   /* 等 */
    TRAIT_LIST = 1 << 16,       /* 、 */
    TRAIT_EACH = 1 << 17,       /* 分别 */
    TRAIT_OF = 1 << 18,         /* 的 */
    TRAIT_LIGHT = 1 << 19,      /* 开展, 实施 */
    TRAIT_VERB = 1 << 20,       /* 举办, 建成 */
    /* What stands around the noun behind a figure, and around what was done. */
    TRAIT_NOUN_HEAD = 1 << 21,
    TRAIT_NOUN_TAIL = 1 << 22,
    TRAIT_DEED_HEAD = 1 << 23,
};
/* What a metric leaves out at its head and at its tail. */
#define NAME_HEAD (TRAIT_HEAD | TRAIT_COMPARES | TRAIT_PREPOSITION)
#define NAME_TAIL TRAIT_TAIL

extern const uint32_t  class_traits[128];
static inline uint32_t traits_of(const struct token *t) { return class_traits[t->tag & 127]; }
static inline bool     has_trait(const struct token *t, uint32_t traits) { return traits_of(t) & traits; }

/* A range with what its words tell together: the traits of their classes and their notes. */
struct words {
    uint32_t from, to, traits;
    uint64_t notes;
};
static inline struct range range_of_words(struct words w) { return range_of(w.from, w.to); }
struct words               words_of(const struct sentence *s, struct range r);

/* A figure that counts: the others lost their class as they were judged. */
static inline bool is_figure(const struct sentence *s, size_t i) {
    return i < s->count && has_trait(&s->tokens[i], TRAIT_FIGURE);
}
/* 目标分别为3.1人、|4.5个: the first figure of the list that the one at token `k` stands in. */
static inline size_t row_begin(const struct sentence *s, size_t k) {
    while (k > 2 && is_one_of(s->tokens[k - 1].tag, LIST_COMMA, AND) && is_figure(s, k - 2)) k -= 2;
    return k;
}
/* 目标|为|6%, 目标|分别为|3.1人: does the word before token `k` say only that it is so much? */
static inline bool is_equated(const struct sentence *s, size_t k) {
    return k > 0 && (note_at(s, k - 1, NOTE_IS) || s->tokens[k - 1].tag == RESPECTIVELY);
}
/* What a figure is of, as its unit says. */
static inline bool money_unit(const struct candidate *c) { return unit_is(c, UNIT_MONEY); }
static inline bool physical_unit(const struct candidate *c) { return unit_is(c, UNIT_PHYSICAL); }
static inline bool person_unit(const struct candidate *c) { return unit_is(c, UNIT_PERSON); }
static inline bool home_unit(const struct candidate *c) { return c->quantity.unit && c->quantity.unit->homes; } /* 12户 */
static inline bool people_unit(const struct candidate *c) { return person_unit(c) || home_unit(c); }
static inline bool event_unit(const struct candidate *c) { return c->quantity.unit && c->quantity.unit->event; } /* 12次 */
/* 12家, 35人, where 5万亩 and 3亿元 measure. */
static inline bool counts(const struct candidate *c) { return c->quantity.unit && c->quantity.unit->class <= UNIT_PERSON; }
static inline bool bare_or_counts(const struct candidate *c) { return !c->quantity.unit || counts(c); }
static inline bool bare_or_person(const struct candidate *c) { return !c->quantity.unit || person_unit(c); }
/* Is token `i` a figure that counts, and of that: figure_is(s, i, money_unit)? */
static inline bool figure_is(const struct sentence *s, size_t i, bool (*of)(const struct candidate *)) {
    return is_figure(s, i) && of(figure_at(s, i));
}

/* 安排: money that is set apart, by a word that stands as a noun, too. */
static inline bool is_granted(const struct token *t) {
    return t->tag == VERBAL && has_note(t, NOTE_FUND) && has_note(t, NOTE_GAINS);
}
/* 在|海拔1680米的滑雪场, 在|县城: 在 and the like, where something is. */
static inline bool is_at(const struct token *t) { return t->tag == PREPOSITION && has_note(t, NOTE_AT) && is_one_character(t); }
/* Is token `i` the 被 of those to whom something was done: 7人从废墟中|被|救出? */
static inline bool is_passive(const struct sentence *s, size_t i) {
    return tag_at(s, i) == PREPOSITION && note_at(s, i, NOTE_ADJ);
}
/* |中有|返乡大学生15名, 用户|中有: does the word of token `i` start with the 中 that closes the whole before it? */
bool opens_among(const struct sentence *s, size_t i);
/* Ends the phrase for good. */
static inline bool ends_phrase(const struct sentence *s, size_t i) {
    return i >= s->count || has_trait(&s->tokens[i], TRAIT_END);
}
/* Does a clause start with token `i`? */
static inline bool starts_clause(const struct sentence *s, size_t i) { return is_one_of(tag_before(s, i), COMMA, STOP, COLON); }
/* The end of the phrase that token `i` stands in. */
static inline size_t phrase_end(const struct sentence *s, size_t i) {
    while (!ends_phrase(s, i)) i++;
    return i;
}
/* 高质量 before a noun: an adjective that a name keeps, where before a verb it is an adverb; 免费 is always kept, and 按期 in
 * 按期答复率, 提前 in 提前申报率 and 每年 in 每年落成量, where 现有脱贫户 are 脱贫户; 被 between what was done and to what,
 * 修复被毁道路. */
static inline bool is_adjective(const struct sentence *s, size_t i) {
    if (is_one_of(s->tokens[i].tag, ADVERB, RUNNING)) {
        char does = tag_at(s, i + 1), of = tag_at(s, i + 2);
        if (is_one_of(does, VERB, VERBAL) && of == HEAD && is_one_character(&s->tokens[i + 2]) &&
            !is_one_of(tag_at(s, i + 3), NOUN, HEAD, VERB, VERBAL, LEVEL))
            return note_at(s, i, NOTE_PER | NOTE_OFTEN) ||
                   (token_ending(s, i + 2, EDGE_RATE) && !note_at(s, i, NOTE_NOW)); /* 按期答复率, not 目前签约率 */
        if (s->tokens[i].tag == RUNNING)                                            /* 办理|提前退休手续 */
            return is_one_of(tag_before(s, i), VERB, LIGHT) && is_one_of(does, VERB, VERBAL) && is_one_of(of, NOUN, HEAD);
    }
    if (!note_at(s, i, NOTE_ADJ | NOTE_MANNER)) return false;
    char next = tag_at(s, i + 1);
    if (s->tokens[i].tag == QUALIFIER) /* 最低标准为300元, where 最高补贴3000元 bounds it */
        return is_one_of(next, NOUN, HEAD) && !is_one_of(tag_at(s, i + 2), COUNT, BARE, PERCENT);
    if (s->tokens[i].tag == PREPOSITION)
        return is_one_of(tag_before(s, i), VERB, VERBAL, LIST_COMMA) && is_one_of(next, NOUN, VERB, VERBAL, SHARE);
    if (s->tokens[i].tag == BOTH && next == VERB) return is_one_of(tag_at(s, i + 2), NOUN, HEAD); /* 平均审理天数 */
    return note_at(s, i, NOTE_MANNER) || is_one_of(next, NOUN, HEAD, LEVEL) ||
           (next == VERBAL && is_one_of(tag_at(s, i + 2), NOUN, HEAD));
}

/* What the word of `t`, which bears `note`, has noted behind the word `key`: of each 城镇居民 农村居民 the two, which it stands
 * for; empty when it bears none. */
slice noted(const struct token *t, uint64_t note, slice key);

/* Is there a token of one of the classes in the range, its hole included; and which is the last? */
bool   has_class(const struct sentence *s, struct range r, u128 classes);
size_t last_of(const struct sentence *s, struct range r, u128 classes); /* SIZE_MAX when none is */
/* The first of them that is of one of the classes: r.to when none is. */
static inline size_t first_of(const struct sentence *s, struct range r, u128 classes) {
    size_t i = r.from;
    while (i < r.to && !in_classes(s->tokens[i].tag, classes)) i++;
    return i;
}
/* The first token from `i` on that ends behind byte `at` of the text: s->count when none does. */
static inline size_t token_over(const struct sentence *s, size_t i, size_t at) {
    while (i < s->count && s->tokens[i].end <= at) i++;
    return i;
}
/* The range without the words of `head` that it starts with and those of `tail` that it ends with, sets of traits. Most ranges
 * have none. */
struct range               strip_ends(const struct sentence *s, struct range r, uint32_t head, uint32_t tail);
static inline struct range strip(const struct sentence *s, struct range r, uint32_t head, uint32_t tail) {
    if (r.from >= r.to) return r;
    const struct token *first = &s->tokens[r.from], *last = &s->tokens[r.to - 1];
    bool                per = first < last && last[-1].tag == PER;
    return ((traits_of(first) & head) | (traits_of(last) & tail) | per) ? strip_ends(s, r, head, tail) : r;
}

/* Bytes of the words that carry meaning. A name is asked for two characters, 2 * HAN, where one says nothing: 税收, not 率. */
size_t               content_in(const struct sentence *s, struct range r);
static inline size_t content_bytes(const struct sentence *s, struct range r) { return r.from < r.to ? content_in(s, r) : 0; }
/* Is there a character of them? The first word tells it for most. */
static inline bool says_something(const struct sentence *s, struct range r) {
    if (r.from >= r.to) return false;
    const struct token *first = &s->tokens[r.from];
    bool                at_once = has_trait(first, TRAIT_CONTENT) && token_bytes(first) >= HAN;
    return (at_once && !has_hole(r)) || content_in(s, r) >= HAN;
}
/* The kept words in their order, at most 60 characters: of the sentence's text where they stand in one piece, or in `arena`. */
slice name_of(const struct sentence *s, struct range r, struct arena *arena);
/* The same where they say as much as `least` bytes; empty where not. */
static inline slice name_if(const struct sentence *s, struct range r, size_t least, struct arena *arena) {
    return content_bytes(s, r) >= least ? name_of(s, r, arena) : SLICE_NONE;
}
/* The first token of one of the classes, or that tells one of the notes, with whose word `name` ends, or starts; s->count:
 * none. */
size_t word_at_end(const struct sentence *s, slice name, u128 classes, uint64_t notes);
size_t word_at_start(const struct sentence *s, slice name, u128 classes, uint64_t notes);
/* Is there one? */
static inline bool ends_with_word(const struct sentence *s, slice name, u128 classes, uint64_t notes) {
    return word_at_end(s, name, classes, notes) < s->count;
}
static inline bool starts_with_word(const struct sentence *s, slice name, u128 classes, uint64_t notes) {
    return word_at_start(s, name, classes, notes) < s->count;
}
/* Is `name` one such word and nothing else? */
bool is_word(const struct sentence *s, slice name, u128 classes, uint64_t notes);
/* `name` without that word, the last or the first of it, where as many bytes as `least` are left; all of it where not. */
slice without_last(const struct sentence *s, slice name, u128 classes, uint64_t notes, size_t least);
slice without_first(const struct sentence *s, slice name, u128 classes, uint64_t notes, size_t least);
/* `name` without `start` or `end`, where it starts or ends so, likewise. */
static inline slice without_start(slice name, slice start, size_t least) {
    return slice_starts(name, start) && name.len >= start.len + least ? slice_from(name, start.len) : name;
}
static inline slice without_end(slice name, slice end, size_t least) {
    return slice_ends(name, end) && name.len >= end.len + least ? slice_less(name, end.len) : name;
}
/* `name` without the word of that edge with which it ends, likewise: 夏粮|方面 → 夏粮. */
slice without_ending(const struct lexicon *x, slice name, enum edge edge, size_t least);
/* 养老金|人均增加80元，1200人|受益; |每条|生产线投资2000万元，共投资1.2亿元: the name without what it is taken per. */
slice without_per(const struct sentence *s, slice name);
/* `a` and `b` in a row; what `b` says again is not said twice: 商品房销售, 销售额 → 商品房销售额. */
slice joined(slice a, slice b, struct arena *arena);
/* `a` and `b` with the mark between them that lists them: 道路, 、, 桥梁改造 → 道路、桥梁改造. */
slice listed_with(slice a, slice mark, slice b, struct arena *arena);

/* Is token `i` one that makes a verb of what stands before it: 着, 了? */
bool makes_verb(const struct sentence *s, size_t i);
/* End of the noun that starts at `from`: before what happened to it (训练中心|开工建设, 治理工程|主体完工, 项目|整体完工). */
size_t object_end(const struct sentence *s, size_t from);

/* 完成造林2万亩，|占|年度任务2.3万亩|的|87%: where the word stands with which the clause tells what part of the amount at token
 * `k` the share behind it is; 完成 and 为 do so of a goal. SIZE_MAX: the amount is no such whole. */
size_t whole_opens(const struct sentence *s, size_t k);
/* Is that whole, of which whole_opens has told, a goal: 年度任务2.3万亩, 计划15万株? */
bool whole_is_goal(const struct sentence *s, size_t opens, size_t k);

/* 据市住建局统计|，, 根据12个县的调查|，: does the clause that the comma at token `comma` ends tell how a thing is known? */
bool cites_source(const struct sentence *s, size_t comma);

/* 据介绍，|投资3亿元; 记者从县水利局获悉，: does the clause that the comma at token `comma` ends open the sentence and tell no
 * more than how it is known? */
bool tells_how_known(const struct sentence *s, size_t comma);
/* Where that comma opens the sentence's own words; 0 when none does. */
size_t behind_source(const struct sentence *s);

/* 云台县, 沿江街道: a word of three to five characters that ends as names of places do; 乡镇, 中心城区 name none. */
bool is_place(const struct sentence *s, size_t i);
/* |宽|32米, |重|3万吨: a character that says which size of a thing is told, and nothing alone. */
bool is_size(const struct sentence *s, size_t i);
/* 日产保持在|6800吨|水平, 稳定在|3元|的水平: does a head that says no more than that it stood so end the phrase behind token
 * `i`?
 */
bool is_at_level(const struct sentence *s, size_t i);
/* 一座, 一, 零: a numeral of one character that is refused, with its measure word, or at most one. */
bool is_article(const struct sentence *s, size_t i);
/* And the sentence names no other: all of it is about that place. */
bool is_place_of_all(const struct sentence *s, size_t i);
/* 梧桐县残疾人 → 残疾人: the name without the place of all that stands within its first token, which no table knows;
 * 柳湾镇大棚320个，青石镇大棚500个 are told apart by it. */
slice without_places(const struct sentence *s, size_t first, slice name);
/* 贵州荔波|菜农 → 菜农: the name without the place that its first token is, a province or a city and what lies in it. */
slice without_region(const struct sentence *s, size_t first, slice name);
/* 和40名志愿者|一道|栽树: the word with the 一 at token `i` that says that those before it did something with others; NULL when
 * none does. */
const struct word *said_jointly(const struct sentence *s, size_t i);

#endif
