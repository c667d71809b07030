/* Some of those counted before: 签约项目56个，其中32个|开工; 33个行业大类中，有24个|实现正增长; 其中3个|村超过100万元. */
#include "extract/naming/some.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/deed.h"
#include "extract/naming/lend.h"
#include "extract/naming/narrow.h"
#include "extract/naming/object.h"
#include "extract/naming/shared_noun.h"

#include "extract/base/banned.h"

/* Do the words between two figures end the whole of which the second counts some: |行业大类中，有|, |行业大类|中有|, and not
 * |，其中初中|? */
static bool closes_whole(const struct sentence *s, struct range r) {
    size_t last = last_of(s, r, CLASSES(NOUN, HEAD));
    if (last == SIZE_MAX || has_class(s, range_of(r.from, last), CLASSES(COMMA, LIST_COMMA, COLON, AND))) return false;
    for (size_t i = last + 1; i < r.to; i++) {
        if (opens_among(s, i)) return !has_class(s, range_of(i, r.to), CLASSES(LEVEL)); /* 中，|Ⅱ类3个 */
        if (!is_one_of(s->tokens[i].tag, COMMA, REACH, ADVERB, DONE, QUALIFIER, OF, ONLY)) return false;
    }
    bool known = s->tokens[last].word && token_bytes(&s->tokens[last]) > HAN; /* 初中 */
    return !known && token_ending(s, last, EDGE_AMONG);
}

/* 28家合作社中，9家靠电商起步，|12家|由青年创办: those of whom figure `c`, right behind a comma, counts some more, when the
 * figure before counts some of them, too; NULL when none does. */
static const struct candidate *whole_of_some(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *some = n->previous;
    bool                    next = tag_before(s, c->token) == COMMA;
    if (!some || !next || before.from < before.to) return some; /* most */
    slice behind = c->token + 1u < s->count ? token_text(s, c->token + 1u) : SLICE_NONE;
    for (const struct candidate *all = some; all > s->candidates && !all[-1].refused && same_unit(all - 1, c); all--) {
        if (closes_whole(s, range_of(all[-1].token + 1u, skip_back(s, all->token, CLASSES(ADVERB)))))
            return behind.len && slice_ends(all[-1].metric, behind) ? some : all - 1; /* 156个项目中，…，12个|项目 */
        if (s->tokens[all->token - 1].tag != COMMA) break;
    }
    return some;
}

/* 213个项目|中，已|签约|198个: what was done with so many of the whole, before their number; empty when more than that deed, or
 * anything behind the number, tells of them. */
static slice done_with_some(const struct naming *n, const struct candidate *c, struct range before, slice whole) {
    const struct sentence *s = n->s;
    size_t                 deed = c->token - 1u, opens = skip(s, before.from, CLASSES(ADVERB, DONE));
    bool does = is_one_of(s->tokens[deed].tag, VERB, VERBAL) && opens == deed && ends_phrase(s, c->token + 1u);
    return does ? with_object(s, token_text(s, deed), whole, n->arena) : SLICE_NONE;
}

slice some_of(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *whole = whole_of_some(n, c, before);
    bool alike = whole && (same_unit(whole, c) || (person_unit(whole) && person_unit(c))); /* 2万名劳动者中，1万人|入会 */
    if (!alike) return SLICE_NONE;
    if (whole == n->previous && !closes_whole(s, range_of(whole->token + 1, before.to))) return SLICE_NONE;
    slice name = without_ending(s->lexicon, whole->metric, EDGE_AMONG, HAN), done = done_with_some(n, c, before, name);
    if (done.len) return done;
    struct range deed = deed_behind(s, c), rest = range_of(c->token + 1, c->token + 1);
    while (!ends_phrase(s, rest.to) || is_figure(s, rest.to)) rest.to++;
    bool either = tag_at(s, rest.from) == REACH && tag_at(s, rest.from + 1) == AND && !has_class(s, rest, CLASSES(FIGURES));
    if (either && content_bytes(s, rest) <= 10 * HAN) /* 17项|达到或超过规划目标 */
        return joined(name, sentence_text(s, rest.from, rest.to), n->arena);
    if (deed.from == deed.to) deed = strip(s, rest, NAME_HEAD, NAME_TAIL);
    bool again = deed.from < deed.to && slice_ends(name, token_text(s, deed.from)); /* 15个县中，12个|县|存在挪用 */
    deed.from += again && deed.to > deed.from + 1u;
    bool ranks = has_class(s, deed, CLASSES(RANK, FIGURES)); /* 4项指标中有3项|获第三 */
    return content_bytes(s, deed) <= 10 * HAN && !ranks ? joined(name, name_of(s, deed, n->arena), n->arena) : name;
}

slice part_did(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (c->kind != KIND_SHARE || s->tokens[c->token].tag != PERCENT || tag_at(s, c->token + 1u) == OF) return SLICE_NONE;
    size_t end = skip_back(s, c->token, CLASSES(REACH, ADVERB, DONE, ONLY, QUALIFIER));
    if (end <= before.from || has_class(s, range_of(before.from, end), CLASSES(FIGURES))) return SLICE_NONE;
    const bool         opens = opens_among(s, end);
    const struct word *among = opens ? NULL : token_ending(s, end - 1, EDGE_AMONG);
    if (!opens && (!among || among->text.len != HAN)) return SLICE_NONE; /* most */
    struct range deed = deed_behind(s, c);
    slice        whole = name_of(s, name_range(s, range_of(before.from, end), KIND_LEVEL), n->arena);
    if (among && !slice_ends(whole, among->text)) return SLICE_NONE;
    whole.len -= among ? HAN : 0;
    if (deed.from == deed.to || content_bytes(s, deed) > 10 * HAN || whole.len < 2 * HAN) return SLICE_NONE;
    return joined(whole, name_of(s, deed, n->arena), n->arena);
}

slice some_did(const struct naming *n, const struct candidate *c, struct range noun) {
    const struct sentence *s = n->s;
    size_t                 i = c->token;
    noun.from += is_one_of(s->tokens[noun.from].tag, REACH, LIGHT) && noun.to > noun.from + 1u; /* 其中286处|完成整改 */
    if (!n->previous) return SLICE_NONE;
    for (size_t deed = noun.from; deed < noun.to; deed++)
        if (!is_one_of(s->tokens[deed].tag, VERB, VERBAL)) return SLICE_NONE; /* 建成|开放 */
    bool alike = counts(c) && same_unit(n->previous, c);
    i = skip_back(s, i, CLASSES(ADVERB, DONE));
    bool some = tag_before(s, i) == AMONG;
    some |= i > 2 && s->tokens[i - 1].tag == LIST_COMMA && is_one_of(s->tokens[i - 2].tag, VERB, VERBAL) &&
            is_figure(s, i - 3) && is_one_of(tag_at(s, i - 4), AMONG, LIST_COMMA);
    bool others = note_at(s, n->previous->token + 1u, NOTE_NIL); /* 21人|失踪，134人受伤 */
    some |= i > 1 && s->tokens[i - 1].tag == COMMA && !others;   /* ，7条|通车 */
    if (!alike || !some || !ends_phrase(s, noun.to)) return SLICE_NONE;
    slice of = metric_without_head(s, n->previous->metric); /* 项目总数56个，其中32个开工 */
    return with_object(s, sentence_text(s, noun.from, noun.to), of, n->arena);
}

/* 收入全部突破30万元，其中3个|村超过100万元: of what the figure before those who are counted measures. */
static slice of_those(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *who = n->previous;
    if (who == s->candidates || tag_before(s, who->token) != AMONG) return SLICE_NONE; /* most */
    const struct candidate *all = who - 1;
    if (before.from != who->token + 1u || all->refused || !ends_phrase(s, c->token + 1)) return SLICE_NONE;
    for (size_t i = before.from; i < c->token; i++)
        if (!is_one_of(s->tokens[i].tag, NOUN, REACH, ADVERB, BOTH, DONE)) return SLICE_NONE; /* 其中3个村|收入 says more */
    return same_unit(all, c) ? all->metric : SLICE_NONE;
}

/* 最高的, 最低的 */
static bool tells_extreme(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == QUALIFIER && note_at(s, i, NOTE_ADJ) && tag_at(s, i + 1) == OF;
}

/* 月收入4200元，|高的|能拿到八千元，|少的|也有2000元: does token `i`, a character for much or little, open a clause that tells
 * nothing else but a verb? */
static bool tells_much(const struct sentence *s, const struct candidate *c, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag != NOUN || !is_one_character(t) || tag_at(s, i + 1) != OF || !token_opening(s, i, EDGE_MUCH)) return false;
    return skip(s, i + 2, CLASSES(ADVERB, AWARD, VERB, REACH, QUALIFIER)) == c->token;
}

/* 收入均超千万元，最高的|青石镇|达4860万元，最低的217万元: the most and the least of what the figure before them measures. */
static slice extreme_of(const struct naming *n, const struct candidate *c, struct range before) {
    const struct candidate *all = n->previous, *first = n->s->candidates;
    if (tells_much(n->s, c, before.from) && same_unit(all, c)) return all->metric;
    if (!tells_extreme(n->s, before.from)) return SLICE_NONE; /* most */
    while (all > first && tells_extreme(n->s, clause_start(n->s, all->token))) all--;
    bool alike = !all->refused && same_unit(all, c);
    if (!alike || tells_extreme(n->s, clause_start(n->s, all->token))) return SLICE_NONE;
    size_t from = before.from + 2u, end = c->token - (n->s->tokens[c->token - 1].tag == OPEN); /* 最低的是|云岭县（83分） */
    struct range whose = name_range(n->s, range_of(from, end), KIND_LEVEL);
    slice        owner = name_of(n->s, whose, n->arena);
    if (owner.len <= HAN) return all->metric;                                             /* 最高的村 */
    if (end < c->token && tag_before(n->s, all->token) == OPEN) return owner;             /* 最高的是临港区（92分） */
    owner.len -= slice_starts(all->metric, slice_from(owner, owner.len - HAN)) ? HAN : 0; /* 城关|镇财政收入 */
    return joined(owner, all->metric, n->arena);
}

/* 聘请监督员152名，每个|小区|不少于3名: of what the figure before counts each place has so many. */
static slice each_has(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *all = n->previous;
    size_t                  place = before.from + 1u;
    if (tag_at(s, before.from) != PER_NOUN || !counts(c) || all->kind != KIND_LEVEL) return SLICE_NONE; /* most */
    bool alone = is_one_of(tag_at(s, place), NOUN, HEAD) && skip(s, place + 1, CLASSES(ADVERB, REACH, QUALIFIER)) == c->token;
    if (!alone || !ends_phrase(s, c->token + 1) || slice_ends(all->metric, token_text(s, place))) return SLICE_NONE;
    return same_unit(all, c) ? all->metric : SLICE_NONE;
}

/* 9个|学生|分在3个年级，最小的6岁，最大的|11岁: those who are counted before, of whom an age is; the figure before `c` where
 * nobody is. */
static const struct candidate *persons_before(const struct sentence *s, const struct candidate *c) {
    for (const struct candidate *k = c - 1; k >= s->candidates; k--) {
        bool counted = !k->refused && k->kind == KIND_LEVEL && counts(k);
        if (counted && (people_unit(k) || lexicon_ends_truly(s->lexicon, k->metric, EDGE_PERSON))) return k;
    }
    return c - 1;
}

/* 最小|的|才9岁, 最长|的|达3200米: where the words end that nothing but 的 and how much it is parts from figure `c`; 0:
 * nowhere. */
static size_t extreme_end(const struct sentence *s, const struct candidate *c) {
    size_t merely = c->token - (c->token > 0 && token_ending(s, c->token - 1u, EDGE_MERELY));
    size_t of = skip_back(s, merely, CLASSES(ADVERB, REACH, QUALIFIER, ONLY, DONE));
    return tag_before(s, of) == OF ? of - 1 : 0;
}

/* 建成雪道12条，|最长的|3200米: which of those that the figure before counts is so large. */
static slice largest_of(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const bool              aged = s->tokens[c->token].tag == AGE;
    const struct candidate *all = aged ? persons_before(s, c) : n->previous;
    while (!aged && all > s->candidates && !all->refused && is_one_of(tag_before(s, all->token), OF, ADVERB))
        all--; /* 最短的|400米 */
    size_t end = extreme_end(s, c), extreme = before.from + (tag_at(s, before.from) == AMONG);
    bool   last = (aged || all + 1 == c) && lexicon_ends_truly(s->lexicon, all->metric, EDGE_PERSON); /* 收了46个|徒弟 */
    bool   persons = people_unit(all) || last;
    if (aged && !persons) return SLICE_NONE; /* 年龄最大的46岁，最小的|17岁 */
    bool other = all->kind == KIND_LEVEL && counts(all) && !same_unit(all, c) && c->kind == KIND_LEVEL &&
                 s->tokens[c->token].tag != DURATION;
    if (!other || end != extreme + 1 || !token_ending(s, extreme, EDGE_EXTREME)) return SLICE_NONE; /* most */
    return joined(token_text(s, extreme), object_of(s, all->metric), n->arena);
}

/* 队员|平均|年龄63岁，|最大的|78岁: what an average is taken of, with the extreme of it; empty where `name` is no average. */
static slice extreme_of_average(const struct naming *n, slice name, slice extreme) {
    size_t             at = 0;
    const struct word *mean = lexicon_within(n->s->lexicon, name, EDGE_MEAN, &at);
    if (!mean) return SLICE_NONE;
    slice what = joined(slice_sub(name, 0, at), slice_from(name, at + mean->text.len), n->arena);
    return joined(what, extreme, n->arena);
}

/* 年龄|最大的|选手68岁，|最小的|只有9岁: the other extreme is of what the figure before is of. */
static slice other_extreme(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *one = n->previous;
    size_t                  end = extreme_end(s, c), at = 0;
    slice                   extreme = end > before.from ? sentence_text(s, before.from, end) : SLICE_NONE;
    if (!lexicon_is(s->lexicon, extreme, EDGE_EXTREME) || !same_unit(one, c)) return SLICE_NONE; /* most */
    const struct word *word = lexicon_within(s->lexicon, one->metric, EDGE_EXTREME, &at);
    if (!word) return extreme_of_average(n, one->metric, extreme);
    slice head = joined(slice_sub(one->metric, 0, at), extreme, n->arena);
    return joined(head, slice_from(one->metric, at + word->text.len), n->arena);
}

slice oldest_of(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    const size_t           end = extreme_end(s, c), from = clause_start(s, end);
    const slice            words = sentence_text(s, from, end);
    const struct word     *extreme = lexicon_ending(s->lexicon, words, EDGE_ELDEST);
    if (!extreme) extreme = lexicon_ending(s->lexicon, words, EDGE_EXTREME);
    if (!extreme) return SLICE_NONE;
    slice              who = slice_less(words, extreme->text.len);
    struct range       before = range_of(from, end);
    const struct word *among = NULL;
    if (who.len == 0 && tag_before(s, from) == COMMA) {
        before = clause_up_to(s, from);
        among = token_opening(s, from - 1, EDGE_AMONG); /* 徒弟|中， */
        who = sentence_text(s, before.from, among ? before.to : from - 1);
    }
    if (!among) {
        among = lexicon_ending(s->lexicon, who, EDGE_AMONG);
        who = slice_less(who, among ? among->text.len : who.len);
    }
    if (who.len == 0 || among->tag == WITHIN || has_class(s, before, CLASSES(FIGURES))) return SLICE_NONE;
    size_t own = before.to < end ? last_of(s, before, CLASSES(OF)) : SIZE_MAX; /* 他|的|徒弟中，最小的 */
    if (own != SIZE_MAX) who = slice_from(who, s->tokens[own + 1].start - s->tokens[before.from].start);
    bool persons = lexicon_ends_truly(s->lexicon, who, EDGE_PERSON); /* not 活动中，最小的6岁 */
    return persons ? joined(extreme->text, who, n->arena) : SLICE_NONE;
}

slice some_have(const struct naming *n, const struct candidate *c, struct range before) {
    if (!n->previous) return SLICE_NONE;
    slice name = other_extreme(n, c, before); /* 选手1800名，年龄最大的76岁，|最小的|9岁 */
    if (!name.len) name = of_those(n, c, before);
    if (!name.len) name = largest_of(n, c, before);
    if (!name.len) name = extreme_of(n, c, before);
    return name.len ? name : each_has(n, c, before);
}

slice some_taken(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (!n->previous || c->token < 2 || s->tokens[c->token - 1].tag != AMONG || content_bytes(s, before) > 2 * HAN)
        return SLICE_NONE; /* most */
    bool unknown = is_unknown(s, c->token - 2);
    return unknown && counts(c) ? n->previous->metric : SLICE_NONE;
}

slice said_of_some(const struct naming *n, const struct candidate *c, slice own) {
    enum { LONGEST = 3 * HAN };
    const struct sentence *s = n->s;
    if (own.len > LONGEST || !n->previous || !is_of_such(s, c)) return own; /* most */
    const struct candidate *whole = whole_of_such(s, n->previous, c);
    if (!whole || figure_beside(s, whole)) return own;
    size_t noun = word_at_end(s, whole->metric, CLASSES(HEAD, NOUN), 0);
    bool   fits = noun < s->count && token_bytes(&s->tokens[noun]) >= 2 * HAN && !slice_ends(own, token_text(s, noun));
    bool   fewer = fits && decimal_compare(c->quantity.numeral.value, whole->quantity.numeral.value) <= 0;
    return fewer ? joined(own, token_text(s, noun), n->arena) : own;
}

slice some_such(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    const size_t           such = c->token - (c->token > 1 ? 2u : 0u);
    if (s->tokens[such].tag != ADVERB || !note_at(s, such, NOTE_ADJ) || tag_at(s, such + 1) != OF) return SLICE_NONE; /* most */
    const struct candidate *whole = n->previous ? whole_of_such(s, n->previous, c) : NULL;
    bool                    some = whole && ends_phrase(s, c->token + 1u);
    return some ? joined(token_text(s, such), object_of(s, whole->metric), n->arena) : SLICE_NONE;
}

slice some_in_hand(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 deed = skip(s, c->token + 1u, CLASSES(ADVERB)), in = deed + 1;
    bool                   does = deed > c->token + 1u && is_one_of(tag_at(s, deed), VERB, VERBAL) && ends_phrase(s, in + 1);
    if (!does || in >= s->count || !is_one_character(&s->tokens[in]) || !token_ending(s, in, EDGE_AMONG)) return SLICE_NONE;
    bool alike = n->previous && same_unit(n->previous, c);
    return alike ? joined(token_text(s, deed), object_of(s, n->previous->metric), n->arena) : SLICE_NONE;
}

slice some_passed(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 deed = c->token - (c->token > 0);
    bool went = s->tokens[deed].tag == ADVERB && token_opening(s, deed, EDGE_PASSES); /* 调解纠纷12件，|成功9件 */
    if (!(went || passes(s, deed)) || !n->previous || !ends_phrase(s, c->token + 1u)) return SLICE_NONE; /* most */
    bool alike = same_unit(n->previous, c);
    return alike && tag_before(s, deed) == COMMA
               ? joined(token_text(s, deed), went ? n->previous->metric : object_of(s, n->previous->metric), n->arena)
               : SLICE_NONE;
}

slice some_told(const struct sentence *s, const struct candidate *c, struct range before) {
    enum { LONGEST = 8 * HAN };
    size_t k = c->token, from = skip(s, before.from, CLASSES(AMONG, DONE, ADVERB, PLACE));
    if (from + 1 >= k || s->tokens[k - 1].tag != OF || !ends_phrase(s, k + 1)) return SLICE_NONE; /* most */
    bool  which = is_one_of(s->tokens[from].tag, REACH, LIGHT, AWARD, RUNNING) && token_bytes(&s->tokens[from]) >= 2 * HAN;
    slice told = sentence_text(s, from, k - 1);
    bool  words = !has_class(s, range_of(from, k), CLASSES(FIGURES, COMMA, DATE, LIST_COMMA, ADVERB));
    return which && words && told.len >= 4 * HAN && told.len <= LONGEST ? told : SLICE_NONE;
}

/* Behind the deeds of those whom the figure at token `k` counts, which end its phrase; `from` where none stand there. */
static size_t deeds_end(const struct sentence *s, size_t from) {
    size_t end = skip(s, from, CLASSES(VERB, VERBAL, GROW, FALL, IMPROVE));
    return end > from && (ends_phrase(s, end) || tag_at(s, end) == OF) ? end : from;
}

slice others_of_those(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    size_t                  mark = c->token - (c->token > 0), did = c->token + 1u, end = deeds_end(s, did);
    if (!p || end == did || !counts(c) || person_unit(c) || !same_unit(c, p)) return SLICE_NONE; /* most */
    if (!is_one_of(s->tokens[mark].tag, LIST_COMMA, COMMA) || mark < p->token + 2u) return SLICE_NONE;
    size_t deed = skip(s, p->token + 1u, CLASSES(NOUN, HEAD));
    if (deeds_end(s, deed) != mark) return SLICE_NONE;
    slice done = sentence_text(s, deed, mark), whose = p->metric;
    if (!slice_ends(whose, done) || whose.len < done.len + 2 * HAN) return SLICE_NONE;
    return joined(slice_less(whose, done.len), sentence_text(s, did, end), n->arena);
}
