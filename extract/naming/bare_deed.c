/* A deed of one character says nothing in a row header: what it is done to stands before it, and so does the deed that 花 and
 * 干 only take up. 这座桥，乡亲们盼了14年 is 盼这座桥, 跟着师傅学木雕，一学就是8年 is 学木雕, 买了一台打谷机，花了4200元 is
 * 买打谷机, and 老季回到山里种树，一干就是20年 is 种树. Leaves a deed alone that nothing before tells more of: 他守了三天. */
#include "extract/naming/bare_deed.h"

#include "extract/naming/before.h"
#include "extract/naming/ending.h"
#include "extract/naming/object.h"

#include "extract/base/banned.h"

enum { LONGEST = 12 * HAN };

/* The verb before a figure. */
struct deed {
    slice  verb;
    size_t at;     /* the token that ends with it */
    size_t from;   /* where its clause starts */
    bool   once;   /* 一|学|就是8年 */
    bool   spends; /* 花, 用: money or time went into something else */
};

/* 人, 我, 村民们, 木匠老宋: does `text` tell who does something? */
static bool is_doer(const struct lexicon *x, slice text) {
    if (text.len <= HAN) return lexicon_is(x, text, EDGE_HUMAN) || lexicon_is(x, text, EDGE_HANGS);
    return lexicon_ends_in(x, text, ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER, EDGE_BODY)) || is_someone(x, text);
}

/* 人|修, 村民们|挖: is what stands before the last character of the unknown token `i` who does it, or an adverb? */
static bool hangs_on_doer(const struct sentence *s, size_t i) {
    return is_unknown(s, i) && token_bytes(&s->tokens[i]) >= 2 * HAN && is_doer(s->lexicon, slice_less(token_text(s, i), HAN));
}

/* |开出|租车开|了19年, 老人|做木工|做了56年, |卖豆腐|卖了30年: the verb with which token `at` ends, as it was told before in
 * the same clause, with its object; empty where it was not. */
static slice copied(const struct sentence *s, size_t from, size_t at) {
    slice text = token_text(s, at), verb = slice_from(text, text.len - (text.len >= HAN ? HAN : text.len));
    if (verb.len < HAN || text.len == 2 * HAN) return SLICE_NONE;
    size_t own = slice_find(text, verb, 0);
    bool   again = own != SIZE_MAX && own + 3 * HAN <= text.len && (own == 0 || is_doer(s->lexicon, slice_sub(text, 0, own)));
    if (again && (own > 0 || !is_doer(s->lexicon, slice_sub(text, 0, text.len - HAN)))) /* 编辑部|编 */
        return slice_sub(text, own, text.len - HAN);
    for (size_t i = from; i < at; i++) {
        bool deed = s->tokens[i].tag == VERB || (is_unknown(s, i) && !is_someone(s->lexicon, token_text(s, i)));
        if (!deed || token_ending(s, i, EDGE_PERSON) || has_class(s, range_of(i + 1, at), CLASSES(VERB)))
            continue; /* 护林员|巡护 */
        slice told = slice_less(sentence_text(s, i, at + 1), HAN);
        if (slice_starts(told, verb) && told.len > HAN) return told;
    }
    return SLICE_NONE;
}

/* Is the last character of token `i` a verb by 了 behind it, by 一 before it or by an adverb: 人|修|了6年, 一|守|就是33年,
 * 得|走|5公里? */
static bool is_deed(const struct sentence *s, size_t i, bool once) {
    bool one = is_one_character(&s->tokens[i]);
    return makes_verb(s, i + 1) ? one || hangs_on_doer(s, i) : one && (once || tag_before(s, i) == ADVERB);
}

static struct deed deed_before(const struct sentence *s, size_t k) {
    struct deed d = {SLICE_NONE, skip_back(s, k, CLASSES(ADVERB, QUALIFIER, ONLY)), 0, false, false};
    if (d.at-- == 0) return d;
    slice text = token_text(s, d.at);
    d.from = words_before(s, k).from;
    char tag = s->tokens[d.at].tag;
    if (tag == RUNNING && token_is(s, d.at, EDGE_SPENDS)) d.verb = slice_sub(text, 0, HAN); /* 花了 */
    d.once = d.at > 0 && d.at + 1u < k && s->tokens[d.at - 1].candidate >= 0 && token_bytes(&s->tokens[d.at - 1]) == HAN;
    bool again = tag == NOUN && makes_verb(s, d.at + 1u) && copied(s, d.from, d.at).len;
    if (text.len >= HAN && tag == NOUN && (again || is_deed(s, d.at, d.once))) d.verb = slice_from(text, text.len - HAN);
    d.spends = d.verb.len && lexicon_is(s->lexicon, d.verb, EDGE_SPENDS);
    return d;
}

/* 了一台|打谷机, 的一幅|牡丹图: the object from token `i` on, without what stands before a noun. */
static slice object_at(const struct sentence *s, size_t i, size_t end, struct arena *arena) {
    while (i < end && (is_one_of(s->tokens[i].tag, ADVERB, OF, PLACE) || s->tokens[i].candidate >= 0)) i++;
    return name_if(s, range_of(i, end), HAN, arena);
}

/* 跟着师傅|学|这门手艺，, 老马|守林场，, 她|绣|的一幅牡丹图，: the verb was told before with what it was done to. */
static slice told_before(const struct sentence *s, struct range clause, slice verb, struct arena *arena) {
    for (size_t i = clause.to; i-- > clause.from;) {
        slice text = token_text(s, i);
        bool  closes = i + 1 == clause.to && s->tokens[i].tag == VERB && slice_starts(text, verb); /* 敲门，敲了3天 */
        bool known = s->tokens[i].word && text.len > verb.len && !closes && !token_ending(s, i, EDGE_MAKES); /* 干部 for 干 */
        size_t at = known ? SIZE_MAX : slice_find(text, verb, 0);
        if (at == SIZE_MAX || !utf8_parts(text, at)) continue;
        if (has_class(s, range_of(i, clause.to), CLASSES(LIST_COMMA))) return SLICE_NONE; /* 接着一年干、一件接着一件办 */
        slice object = object_at(s, i + 1, clause.to, arena);
        if (s->tokens[i].word && !closes) text.len = at + verb.len; /* 守着 */
        if (object.len || text.len > at + verb.len) return joined(slice_from(text, at), object, arena);
    }
    return SLICE_NONE;
}

/* 掏钱买|了一台打谷机，, 为|修好|这台老钟，: the deed that money or time went into. */
static slice went_into(const struct sentence *s, struct range clause, struct arena *arena) {
    for (size_t i = clause.to; i-- > clause.from;) {
        bool made = s->tokens[i].tag == NOUN && makes_verb(s, i + 1) && token_ending(s, i + 1, EDGE_PERFECT);
        if (!made && !is_one_of(s->tokens[i].tag, VERB, LIGHT)) continue;
        slice  verb = token_text(s, i), object = object_at(s, i + 1, clause.to, arena);
        size_t own = token_ending(s, i, EDGE_RESULTS) ? 2 * HAN : HAN; /* 全|换成|了铜芯线 */
        if (made && verb.len > 2 * HAN) verb = slice_from(verb, verb.len - own);
        if (object.len) return joined(verb, object, arena);
    }
    return SLICE_NONE;
}

/* 回到山里|种树，|一干就是20年, 在山上|护林，: the deed that closes the clause before. */
static slice taken_up(const struct sentence *s, struct range clause) {
    size_t verb = last_of(s, clause, CLASSES(VERB, VERBAL)), last = clause.to - 1u;
    bool   there = verb == SIZE_MAX || has_class(s, range_of(verb, last), CLASSES(PREPOSITION, OF, ADVERB));
    bool   own = clause.from < last && is_unknown(s, last) && token_bytes(&s->tokens[last]) <= 5 * HAN;
    slice  deed = there ? (own ? token_text(s, last) : SLICE_NONE) : sentence_text(s, verb, clause.to);
    return deed.len >= 2 * HAN ? deed : SLICE_NONE; /* 干两年就|走 */
}

/* 这座|桥, 这样的|“夜间门诊”, 他手里的这套|皮影: where the noun starts to which the words [from, to) point; `to` where they do
 * not, or say more. */
static size_t pointed_at(const struct sentence *s, size_t from, size_t to) {
    size_t noun = to;
    for (size_t i = from; i < to; i++) {
        if (!is_one_of(s->tokens[i].tag, NOUN, HEAD, VERBAL, LEVEL, QUOTE, UNQUOTE, OF, PLACE, ADVERB)) return to;
        if (s->tokens[i].tag == ADVERB && token_opening(s, i, EDGE_POINTS)) noun = skip(s, i + 1, CLASSES(OF, QUOTE));
    }
    return noun;
}

/* 这座桥，|乡亲们盼|了14年: the noun of token `noun` on, which is no one who does it himself, behind the verb. */
static slice done_to_noun(const struct sentence *s, slice verb, size_t noun, slice what, bool who, struct arena *arena) {
    if (what.len < HAN || (!who && is_doer(s->lexicon, what))) return SLICE_NONE;
    size_t points = noun - (what.len == HAN && tag_before(s, noun) == ADVERB); /* 走|这条|路 */
    slice  one = points < noun ? slice_span(s->text, (span){s->tokens[points].start, s->tokens[noun].start}) : SLICE_NONE;
    return joined(verb, joined(one, what, arena), arena);
}

/* |在审判岗位|干|了33年, |在岛上|一|待|就是36年: where it was done so long, which such a deed is told apart by. */
static slice done_there(const struct sentence *s, const struct candidate *c, struct deed d, struct arena *arena) {
    size_t to = d.at - d.once, at = skip_back(s, to, CLASSES(NOUN, HEAD, LEVEL, VERBAL));
    bool   there = s->tokens[c->token].tag == DURATION && at > d.from && at < to && is_at(&s->tokens[at - 1]);
    return there && content_bytes(s, range_of(at, to)) >= 2 * HAN ? joined(sentence_text(s, at - 1, to), d.verb, arena)
                                                                  : SLICE_NONE;
}

/* 这条路，58岁的|他走了31年: the comma that the clause of the words from token `from` on stands behind; 0: none. */
static size_t comma_before(const struct sentence *s, size_t from) {
    if (from > 0 && s->tokens[from - 1].tag == AGE) from--;
    return tag_before(s, from) == COMMA ? from - 1 : 0;
}

/* Does the clause from token `from` on tell no more before the verb than who spent it: 钟表匠孙有才|花了3个月? */
static bool only_spent(const struct sentence *s, size_t from, size_t verb) {
    slice who = from < verb ? sentence_text(s, from, verb) : SLICE_NONE;
    return content_bytes(s, range_of(from, verb)) == 0 || is_doer(s->lexicon, who);
}

/* 种了30亩柚子，|卖|了12万斤, 收了420吨稻谷，|卖|了116万元: what was sold is what the figure before tells of, behind a verb. */
static slice sold(const struct naming *n, const struct candidate *c, slice verb) {
    const struct candidate *p = n->previous;
    bool                    sells = p && p->kind == KIND_LEVEL && lexicon_is(n->s->lexicon, verb, EDGE_SELLS);
    bool                    weighs = unit_measures(c->quantity.unit, "mass");
    if (!sells || !(weighs || money_unit(c) || same_unit(p, c)) || money_unit(p)) return SLICE_NONE; /* most */
    slice  thing = object_of(n->s, p->metric);
    size_t comma = skip(n->s, p->token + 1u, CLASSES(NOUN));
    bool   goods = slice_equal(p->metric, sentence_text(n->s, p->token + 1u, comma)) && tag_at(n->s, comma) == COMMA &&
                 comma + 1u == words_before(n->s, c->token).from && !people_unit(p);
    return goods || thing.len < p->metric.len ? joined(verb, thing, n->arena) : SLICE_NONE;
}

/* 这家书店，|父子俩|守了41年: does the clause of the verb tell who does it? */
static bool is_told_who(const struct sentence *s, struct deed d) {
    return has_class(s, range_of(d.from, d.at), CLASSES(PLACE)) ||
           (d.at > d.from && is_doer(s->lexicon, sentence_text(s, d.from, d.at)));
}

/* What the verb was done to, where `clause` tells it. `who`: its own tells who did it. */
static slice told_in(const struct sentence *s, struct range clause, struct deed d, bool who, struct arena *arena) {
    size_t noun = d.spends ? clause.to : pointed_at(s, clause.from, clause.to);
    if (noun < clause.to) return done_to_noun(s, d.verb, noun, name_of(s, range_of(noun, clause.to), arena), who, arena);
    slice told = told_before(s, clause, d.verb, arena);
    if (!told.len && d.spends) told = went_into(s, clause, arena);
    if (!told.len && d.once && lexicon_is(s->lexicon, d.verb, EDGE_WORKS)) told = taken_up(s, clause);
    return told;
}

slice with_its_thing(const struct naming *n, const struct candidate *c, slice name) {
    enum { FAR = 3 }; /* clauses */
    const struct sentence *s = n->s;
    struct deed            d = c->kind == KIND_LEVEL ? deed_before(s, c->token) : (struct deed){0};
    if (!d.verb.len || d.at < d.from) return name; /* most */
    if (!slice_ends(name, d.verb) && !(d.spends && only_spent(s, d.from, d.at))) return name;
    slice told = copied(s, d.from, d.at);
    if (told.len) return told; /* 开出租车开 */
    slice before = slice_ends(name, d.verb) ? slice_less(name, d.verb.len) : SLICE_NONE;
    bool  often = s->tokens[c->token].tag == DURATION || event_unit(c);
    bool  doer = before.len && (often || (counts(c) ? lexicon_ends_in(s->lexicon, before, ONE_OF_EDGES(EDGE_DOER, EDGE_BODY))
                                                    : is_doer(s->lexicon, before)));
    if (before.len && !doer) return name; /* 徒弟|带了17个 */
    told = slice_equal(name, d.verb) ? sold(n, c, d.verb) : SLICE_NONE;
    size_t comma = comma_before(s, d.from);
    for (int i = 0; i < FAR && comma > 0 && !told.len; i++) {
        struct range clause = range_of(clause_start(s, comma), comma);
        told = told_in(s, clause, d, doer || is_told_who(s, d), n->arena);
        comma = tag_before(s, clause.from) == COMMA ? clause.from - 1u : 0;
    }
    if (!told.len && slice_equal(name, d.verb)) told = done_there(s, c, d, n->arena);
    return told.len && told.len <= LONGEST ? told : name;
}

/* 少说|也要|跑, 最多|可|炒: may token `i` stand between what so much is taken by and the deed? */
static bool stands_between(const struct sentence *s, size_t i) {
    return is_one_of(s->tokens[i].tag, ADVERB, QUALIFIER, ONLY) || (is_unknown(s, i) && token_is(s, i, EDGE_ABLE));
}

slice with_what_for(const struct naming *n, const struct candidate *c, slice name) {
    const struct sentence *s = n->s;
    if (c->kind != KIND_LEVEL || s->tokens[c->token].tag == DURATION) return name; /* 最多一次|陷在雪里|两天 */
    size_t did = skip_back(s, c->token, CLASSES(ADVERB, QUALIFIER, ONLY));
    if (did < 2 || s->tokens[did - 1].candidate >= 0) return name;
    slice deed = token_text(s, --did);
    bool  must = deed.len > HAN && (token_opening(s, did, EDGE_ABLE) || token_opening(s, did, EDGE_MUST)); /* 能拿到 */
    bool  does = must || is_one_of(s->tokens[did].tag, VERB, VERBAL) || deed.len == HAN; /* not 一个月|工资|4200元 */
    if (must) deed = slice_from(deed, HAN);
    bool alone = name.len <= 2 * HAN && slice_equal(deed, name);
    if (!does || !(alone || (deed.len <= 2 * HAN && slice_ends(name, deed)))) return name;
    const size_t       from = clause_start(s, c->token);
    const struct word *one = NULL;
    while (did-- > from && !one) {
        bool dates = s->tokens[did].tag == DATE && s->tokens[did].candidate < 0; /* 一季度|补栏 */
        one = dates ? NULL : token_opening(s, did, EDGE_APIECE);
        if (!one && !stands_between(s, did)) return name;
    }
    return one && !slice_has(name, one->text) ? joined(one->text, alone ? name : deed, n->arena) : name;
}
