/* What a share is of, and whose: 占规划总投资的65.5%, 对经济增长的贡献率为16.8%, 占据三成的份额, 财政支出的80%用于民生. */
#include "extract/naming/share.h"

#include "extract/naming/before.h"
#include "extract/naming/behind.h"
#include "extract/naming/clause.h"
#include "extract/naming/deed.h"
#include "extract/naming/narrow.h"
#include "extract/naming/object.h"
#include "extract/naming/predicate.h"
#include "extract/naming/previous.h"

#include "extract/base/banned.h"

/* 面积占|云台市|的近一半、|全省|的3%, 占年度计划的62%、|总投资|的38%: a share of another whole, listed behind the first. */
static slice part_of_next(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    size_t                  of = c->token - 1u, from = p ? p->token + 2u : 0;
    bool listed = p && p->kind == KIND_SHARE && before.from == from && of > from && s->tokens[of].tag == OF &&
                  is_one_of(s->tokens[from - 1].tag, LIST_COMMA, AND);
    if (!listed || skip(s, from, CLASSES(NOUN, HEAD, PLACE, VERBAL)) != of) return SLICE_NONE; /* most */
    size_t share = back_to(s, p->token, CLASSES(SHARE, COMMA, STOP));
    if (tag_before(s, share) != SHARE) return SLICE_NONE;
    slice part = p == n->part ? n->parted : without_share(s, p->metric, KIND_SHARE);
    slice has = token_text(s, share - 1), whole = sentence_text(s, from, of);
    if (has.len > 3 * HAN) has = slice_sub(has, 0, HAN); /* 占年度计划 is one word */
    return joined(part, joined(has, whole, n->arena), n->arena);
}

/* 通行班列3650列，|日均|20列，占全国的一半: `part` without what it is taken per, where the figure before that tells the whole.
 */
static slice without_average(const struct naming *n, slice part) {
    const struct candidate *p = n->previous;
    if (!(n->s->notes & NOTE_PER) || !p || p == n->s->candidates || p[-1].refused) return part; /* most */
    slice whole = p[-1].metric;
    return whole.len && slice_ends(part, whole) && starts_with_word(n->s, part, 0, NOTE_PER) ? whole : part;
}

/* 电池、电子产业产值分别达26亿元、18亿元，占总产值的81%: what the names of the row that ends with figure `p` end in alike, or
 * both of two, for a share that is of all of them; empty when nothing was dealt out. */
static slice dealt_alike(const struct sentence *s, const struct candidate *p, struct arena *arena) {
    const struct candidate *first = p;
    while (first > s->candidates && is_one_of(s->tokens[first->token - 1u].tag, LIST_COMMA, AND) && !first[-1].refused &&
           first[-1].token + 2u == first->token)
        first--;
    if (first == p || !has_class(s, range_of(clause_start(s, first->token), first->token), CLASSES(RESPECTIVELY)))
        return SLICE_NONE; /* most */
    slice all = p->metric;
    for (const struct candidate *c = first; c < p; c++)
        while (all.len && !slice_ends(c->metric, all)) all = slice_from(all, utf8_size((unsigned char)all.ptr[0]));
    if (all.len >= 4 * HAN && all.len < p->metric.len) return all;
    if (first + 1 < p) return SLICE_NONE; /* 工业投资、民间投资 */
    return arena_format(arena, "%.*s、%.*s", SLICE_ARG(first->metric), SLICE_ARG(p->metric));
}

/* 完成投资6545亿元，占规划总投资的65.5%: the share `c` in a clause that opens with 占 tells what part of a whole that is which
 * the clause before names, or the figure there. */
static slice part_of(struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *previous = n->previous;
    size_t                  i = before.from, clause = i > 1 ? clause_start(s, i - 1) : 0;
    i += i < before.to && s->tokens[i].candidate >= 0; /* 三项|合计占 */
    i = first_of(s, range_of(i, before.to), ~CLASSES(ADVERB, DONE, BOTH, DATE, ONLY));
    if (i >= before.to || s->tokens[i].tag != SHARE) return SLICE_NONE;
    struct range whole = name_range(s, range_of(i + 1, before.to), c->kind);
    bool         bare = whole.to == whole.from + 1u && note_at(s, whole.from, NOTE_SHARE);
    if (bare && s->tokens[whole.from - 1].tag == PLACE) whole.from--;                             /* 占|全国|比重 */
    bool there = bare && tag_at(s, whole.from - 1u) == OF && tag_at(s, whole.from - 2u) == PLACE; /* 占|全国|的比重 */
    bool place = tag_at(s, i + 1) == PLACE && i + 2 + (tag_at(s, i + 2) == OF) == before.to;      /* 占|全国|9成 */
    if (place) whole = range_of(i + 1, i + 2);
    bool leads = i + 1 == before.to && clause > 0 && !is_figure(s, clause - 1) && /* 心血管病居首，占44% */
                 has_class(s, range_of(clause, i - 1), CLASSES(RANK));
    if (leads) return clause_before(s, before.from, c->kind, n->arena);
    if (i + 1 == before.to) return all_before(n, c, before.from); /* 教育支出7亿元、社保支出5亿元，两项合计|占49% */
    bool latin = whole.from < whole.to && (unsigned char)s->text.ptr[s->tokens[whole.from].start] < 0x80; /* 相当于|GDP */
    if (!place && content_bytes(s, whole) < (latin ? HAN : 2 * HAN)) return SLICE_NONE;
    bool bracket = before.from > 1 && s->tokens[before.from - 2].tag == CLOSE; /* 1200个县（市、区），占总数的51% */
    bool goes_on = previous && is_figure(s, clause - 1); /* 抽调干部3万人|下放农村，占干部总数的三成 */
    size_t over = skip(s, clause, CLASSES(ADVERB, DONE, COMMA)); /* 首次|超过农业产值，占总产值的53% is of what came to more */
    goes_on |= previous && clause > 0 && over < before.from && s->tokens[over].tag == QUALIFIER;
    /* 84名法官|调离或辞职，占法官总数的9.6% */
    goes_on |= previous && tag_before(s, clause) == AND && previous->named_by == NAMED_BY_BEHIND &&
               previous->token >= back_to(s, clause - 1, CLASSES(COMMA, STOP, COLON));
    slice part = bracket || goes_on ? SLICE_NONE : clause_before(s, before.from, c->kind, n->arena);
    if (!part.len) part = all_before(n, c, before.from);
    bool lasted = previous_is(n, DURATION) && n->subject.len; /* 产量|连续12年居首，占全国的两成 */
    if (!part.len && lasted) part = n->subject;
    if (!part.len && previous) part = previous == n->part ? n->parted : previous->metric; /* 占全国5%，占全省11% */
    if (!part.len && !previous && i == 0) part = n->carry->metric; /* 增加值214亿元；|占|全国的5% */
    slice all = previous && part.len == previous->metric.len ? dealt_alike(s, previous, n->arena) : SLICE_NONE;
    if (all.len) part = all;
    if (!part.len) return SLICE_NONE;
    bool parted = previous && previous->kind == KIND_SHARE && slice_equal(part, previous->metric);
    if (parted) part = without_share(s, part, KIND_SHARE); /* 内地企业|占总市值|58%，占成交额72% */
    part = without_average(n, part);
    n->parted = part;
    n->part = c;
    slice of = name_of(s, whole, n->arena);
    if (there) of = joined(token_text(s, whole.from - 2u), of, n->arena);
    bool same = slice_ends(part, of) && whole.from == i + 2u && tag_at(s, i + 1) == PLACE; /* 总值占|全省|总值 */
    if (same) of = sentence_text(s, i + 1, whole.to);
    return joined(part, joined(token_text(s, i), of, n->arena), n->arena);
}

slice share_of_amount(struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t whole = c->kind == KIND_SHARE && c->token > 2 ? c->token - 2u : c->token, opens = whole_opens(s, whole);
    if (opens == SIZE_MAX || !n->previous) return SLICE_NONE; /* most */
    if (whole_is_goal(s, opens, whole)) return n->previous->metric;
    if (whole == c->token) return name_of(s, name_range(s, range_of(opens + 1, whole), c->kind), n->arena);
    const struct candidate *amount = n->previous;
    n->previous = amount > s->candidates && !amount[-1].refused ? amount - 1 : NULL; /* the part, of which it is the whole */
    slice name = part_of(n, c, range_of(opens, whole));
    n->previous = amount;
    return name;
}

/* 服务业快速发展，在生产总值中占比提高2个百分点: what has that part. */
static slice has_part(const struct naming *n, struct range before) {
    const struct sentence *s = n->s;
    if (before.from == 0 || !note_at(s, before.from, NOTE_AT)) return SLICE_NONE;
    struct range name = name_range(s, before, KIND_CHANGE);
    if (name.to < name.from + 2u || !note_at(s, name.to - 1, NOTE_SHARE)) return SLICE_NONE;
    slice who = subject_before(s, before.from, n->arena);
    if (!who.len && n->previous) who = n->previous->metric;
    slice part = joined(token_text(s, before.from), name_of(s, name, n->arena), n->arena);
    return who.len ? joined(who, part, n->arena) : SLICE_NONE;
}

/* 增加值增长8.3%，|占GDP比重为59.6%，对GDP增长的贡献率为61.2%: the figure before, or the one that a share before is of. */
static const struct candidate *had_before(const struct naming *n) {
    const struct candidate *p = n->previous;
    while (p > n->s->candidates && p->kind == KIND_SHARE && !p->role && !p[-1].refused && slice_starts(p->metric, p[-1].metric))
        p--;
    return p;
}

/* 增加值增长4.5%，对经济增长的贡献率为16.8%: what has grown contributes. */
static slice contributes(const struct naming *n, struct range before) {
    const struct sentence *s = n->s;
    if (!n->previous || tag_at(s, before.from) != PREPOSITION) return SLICE_NONE;
    const struct candidate *who = had_before(n);
    bool                    grows = who->kind == KIND_GROWTH; /* or it is of a kind that grows: 增加值跨上3万亿元 */
    if (!grows && (who->kind != KIND_LEVEL || !ends_with_word(s, who->metric, 0, NOTE_GENERIC))) return SLICE_NONE;
    size_t figure = skip_back(s, before.from, CLASSES(COMMA, ADVERB)); /* 3万亿元台阶， */
    if (!is_figure(s, figure - 1)) return SLICE_NONE;
    struct range name = name_range(s, before, KIND_SHARE);
    if (slice_has(name_of(s, name, n->arena), who->metric)) return SLICE_NONE; /* 对东盟|出口占比 */
    bool own = name.to > name.from + 1u && note_at(s, name.to - 1, NOTE_SHARE) && s->tokens[name.to - 2].tag == HEAD;
    if (own) return SLICE_NONE; /* 对东盟|进出口占比: the part is of what it tells */
    return joined(who->metric, joined(token_text(s, before.from), name_of(s, name, n->arena), n->arena), n->arena);
}

/* 受访者中，六成来自云岭镇，两成从事种植: the whole that a clause before the one at token `from` names with 中; empty when none
 * does. */
static slice whole_among(const struct naming *n, size_t from) {
    const struct sentence *s = n->s;
    for (size_t start; from > 1 && s->tokens[from - 1].tag == COMMA; from = start) {
        start = clause_start(s, from - 1);
        bool among = token_opening(s, from - 1, EDGE_AMONG); /* 中， is one word */
        if (!among) continue;
        struct range whole = name_range(s, range_of(start, from - 1), KIND_LEVEL);
        return name_if(s, whole, 2 * HAN, n->arena);
    }
    return SLICE_NONE;
}

/* Do the words `before` a share say nothing, as it opens its clause? */
static bool says_nothing_before(const struct sentence *s, struct range before) {
    return before.from > 1 && content_bytes(s, before) == 0;
}

/* 私人住宅中，过半|面积小于50平方米: of what the `noun` is that a bound tells. */
static slice bound_among(const struct naming *n, struct range before, struct range noun) {
    bool  bound = n->s->tokens[noun.to - 1].candidate >= 0 && says_nothing_before(n->s, before);
    bool  little = content_bytes(n->s, range_of(noun.from, noun.to - 1u)) <= 5 * HAN; /* not 44%的|参与者每周用时 */
    slice whole = bound && little ? whole_among(n, before.from) : SLICE_NONE;
    return whole.len ? joined(whole, name_of(n->s, noun, n->arena), n->arena) : SLICE_NONE;
}

/* 受访者中，六成|来自云岭镇: what those did who open their clause, and of whom they are. */
static slice deed_among(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (!says_nothing_before(s, before)) return SLICE_NONE;
    if (note_at(s, c->token + 1u, NOTE_IS)) return SLICE_NONE; /* 六成|为女性 */
    slice whole = whole_among(n, before.from);
    if (!whole.len) return SLICE_NONE; /* most */
    struct range deed = with_predicate(s, range_of(c->token + 1, c->token + 1), SIZE_MAX);
    slice        did = deed.from < deed.to ? name_of(s, deed, n->arena) : said_behind(s, c); /* 两成|独自居住 */
    return did.len ? joined(whole, did, n->arena) : SLICE_NONE;
}

/* 绝大多数（92.3%）|居民表示满意, 两成多（22.1%）|表示不愿意: those behind the bracket, before which nothing is said. */
static slice bracketed_share(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t k = c->token, from = behind_exact_share(s, k + 1), about = k; /* the bracket is this share's, or it */
    if (!from && tag_before(s, k) != OPEN) return SLICE_NONE;
    if (!from) from = k + 2, about = k - 1;
    if (content_bytes(s, range_of(clause_start(s, about), about)) > 0) return SLICE_NONE;
    from = skip(s, from, CLASSES(OF));
    size_t end = item_end(s, from);
    return end > from || is_one_of(tag_at(s, from), VERB, LIGHT)
               ? name_of(s, with_predicate(s, range_of(from, end), SIZE_MAX), n->arena)
               : SLICE_NONE;
}

slice regards(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    if (tag_at(s, k + 1) != PREPOSITION || !says_nothing_before(s, before)) return SLICE_NONE; /* most */
    size_t end = phrase_end(s, k + 1), of = last_of(s, range_of(k + 2, end), CLASSES(OF));
    slice  whole = whole_among(n, before.from);
    bool   next = n->previous && n->previous->kind == KIND_SHARE && s->tokens[before.from - 1].tag == COMMA;
    if (of == SIZE_MAX || !(whole.len || next) || is_figure(s, end)) return SLICE_NONE;
    bool holds = has_class(s, range_of(of + 1, end), CLASSES(VERB, NONE)); /* not 12%对东盟的出口 */
    return holds ? joined(whole, name_of(s, range_of(k + 1, end), n->arena), n->arena) : SLICE_NONE;
}

slice said_exactly(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *about = n->previous;
    size_t                  k = c->token;
    if (tag_before(s, k) != OPEN || tag_at(s, k + 1) != CLOSE) return SLICE_NONE; /* most */
    bool once = about && about->token + 2u < k && about->kind == KIND_SHARE && about->qualifier != QUALIFIER_EXACT &&
                c->qualifier == QUALIFIER_EXACT;
    return once && !has_class(s, range_of(about->token + 1, k - 1), CLASSES(COMMA, STOP, COLON, CLOSE)) ? about->metric
                                                                                                        : SLICE_NONE;
}

slice the_rest(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 i = skip_back(s, c->token, CLASSES(SHARE, REACH, ADVERB, BOTH));
    bool                   rest = note_at(s, i - 1, NOTE_REST);
    if (rest && i > 1) rest = is_one_of(s->tokens[i - 2].tag, COMMA, LIST_COMMA, STOP, COLON, OPEN); /* not 改建|其余3幅 */
    return rest && ends_phrase(s, c->token + 1u) && !is_figure(s, c->token + 1u) ? token_text(s, i - 1) : SLICE_NONE;
}

slice rest_of_whole(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 rest = skip_back(s, c->token, CLASSES(REACH, ADVERB, OF)); /* 剩余|的|41个 */
    if (rest == 0 || !note_at(s, --rest, NOTE_REST)) return SLICE_NONE;               /* most */
    const size_t behind = c->token + 1u;
    const char   next = tag_at(s, behind);
    bool         did = is_one_of(next, LIGHT, PREPOSITION) || (next == NOUN && token_opening(s, behind, EDGE_WHY));
    did |= s->tokens[rest].tag == NOUN && (is_one_of(next, ADVERB, VERB, VERBAL, DONE) || ends_phrase(s, behind));
    if (!did || !is_one_of(tag_before(s, rest), COMMA, LIST_COMMA, STOP)) return SLICE_NONE;
    slice what = SLICE_NONE,
          some = SLICE_NONE; /* of the nearest in its unit, and of those before it while that tells of them */
    for (const struct candidate *whole = c; whole-- > s->candidates;) {
        if (whole->refused || !whole->metric.len || !same_unit(whole, c)) continue;
        slice all = whole->named_by == NAMED_BY_BEHIND ? whole->metric : object_of(s, whole->metric);
        if (what.len && slice_find(some, all, 0) == SIZE_MAX) break;
        what = all;
        some = whole->metric;
    }
    bool thing = what.len >= 2 * HAN && !is_word(s, what, CLASSES(VERB, VERBAL, AWARD), 0); /* 建成|12所 */
    return thing ? joined(token_text(s, rest), what, n->arena) : SLICE_NONE;
}

/* 基建投资中，|用于工业的|占45%，|用于农业的|占8%: a use of the whole that the clause before names, or of what the share before
 * has. */
static slice used_among(const struct naming *n, struct range before) {
    const struct sentence *s = n->s;
    if (before.from == before.to || !note_at(s, before.from, NOTE_USE)) return SLICE_NONE;
    slice  use = token_text(s, before.from), own = name_of(s, name_range(s, before, KIND_SHARE), n->arena);
    slice  whole = whole_among(n, before.from);
    size_t at = !whole.len && n->previous && n->previous->kind == KIND_SHARE ? slice_find(n->previous->metric, use, 0) : 0;
    if (at != SIZE_MAX && at > 0) whole = slice_sub(n->previous->metric, 0, at);
    return whole.len && own.len > use.len ? joined(whole, own, n->arena) : SLICE_NONE;
}

/* 诉求集中在|不热|（占45%）、|漏水|（占22%）: the part that stands before the bracket of its share; empty when a figure does.
 */
static slice part_in_bracket(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, open = k - (k > 1 ? 2 : k);
    if (tag_before(s, k) != SHARE || s->tokens[open].tag != OPEN || tag_at(s, k + 1) != CLOSE) return SLICE_NONE; /* most */
    size_t from = skip_back(s, open, CLASSES(NOUN, HEAD, VERB, VERBAL, LEVEL));
    return from < open ? name_of(s, range_of(from, open), n->arena) : SLICE_NONE;
}

slice share_before(struct naming *n, const struct candidate *c, struct range before) {
    slice bracketed = part_in_bracket(n, c);
    if (bracketed.len) return bracketed;
    slice part = part_of(n, c, before);
    if (!part.len) part = part_of_next(n, c, before);
    if (!part.len) part = has_part(n, before);
    if (part.len || c->kind != KIND_SHARE) return part;
    if (n->s->notes & NOTE_REST) part = the_rest(n, c);
    if (!part.len) part = used_among(n, before);
    if (!part.len) part = contributes(n, before);
    if (!part.len) part = deed_among(n, c, before);
    return part.len ? part : bracketed_share(n, c);
}

/* The share's own head behind 的: 占据三成的|份额, 有四成的|用户比例; empty when that is another noun. */
static struct range share_head(const struct sentence *s, size_t k, struct range noun) {
    if (tag_at(s, k + 2) == HEAD && note_at(s, k + 2, NOTE_GENERIC)) return range_of(k + 2, k + 3);
    const struct token *last = &s->tokens[noun.to - 1];
    bool                head = last->tag == HEAD && (has_note(last, NOTE_GENERIC) || token_ending(s, noun.to - 1, EDGE_RATE));
    return head && ends_phrase(s, noun.to) ? noun : range_of(0, 0);
}

/* 该系统有20%的|使用者。: of that which the words `name` say, before the verb that ends at token `holds`. */
static bool has_users(const struct sentence *s, size_t holds, struct range name, struct range noun) {
    bool has = tag_before(s, holds) == REACH && !note_at(s, holds - 1, NOTE_IS | NOTE_FOR);
    bool owns = name.to < holds && content_bytes(s, name) >= 2 * HAN && s->tokens[name.to - 1].tag == NOUN &&
                !has_class(s, name, CLASSES(VERB, LIGHT, AWARD, VERBAL, PREPOSITION));
    return has && owns && ends_phrase(s, noun.to) && content_bytes(s, noun) <= 4 * HAN && !is_place(s, name.from);
}

/* 该框架有近四成的用户比例, 该车型广受欢迎，占据三成的份额: whose share it is stands before, in the clause or the one before
 * it. */
static slice held_share(const struct naming *n, const struct candidate *c, struct words words, struct range noun) {
    const struct sentence *s = n->s;
    size_t                 holds = skip_back(s, c->token, CLASSES(ADVERB, OF, DONE, QUALIFIER));
    struct range           head = share_head(s, c->token, noun), name = narrow(s, words, KIND_SHARE);
    if (head.from == head.to && has_users(s, holds, name, noun)) head = noun;
    if (head.from == head.to || !is_one_of(tag_before(s, holds), REACH, RANK, SHARE, PREPOSITION)) return SLICE_NONE;
    slice holder = SLICE_NONE;
    if (content_bytes(s, name) > HAN) /* 核算, MySQL */
        holder = name_of(s, name, n->arena);
    else if (words.from > 1)
        holder = is_figure(s, words.from - 2) && n->previous ? n->previous->metric : subject_before(s, words.from, n->arena);
    return holder.len ? joined(holder, name_of(s, head, n->arena), n->arena) : SLICE_NONE;
}

/* 占出口总额近一半的|民营企业: what part they are stands before. */
static slice part_ahead(const struct naming *n, const struct candidate *c, struct words words) {
    const struct sentence *s = n->s;
    size_t                 part = tag_at(s, c->token + 1) == OF ? last_of(s, range_of_words(words), CLASSES(SHARE)) : SIZE_MAX;
    if (part == SIZE_MAX) return SLICE_NONE;
    struct range whole = strip(s, range_of(part + 1, words.to), NAME_HEAD, NAME_TAIL), who = noun_alone(s, c);
    return joined(name_of(s, who, n->arena), joined(token_text(s, part), name_of(s, whole, n->arena), n->arena), n->arena);
}

/* 财政支出的80%以上|用于民生, 新增财力八成用于民生: what a part of is spent so stands before it. */
static slice spent_part(const struct naming *n, const struct candidate *c, struct words words, struct range noun) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    bool                   part = k > 0 && note_at(s, noun.from, NOTE_USE);
    struct range           whole = part ? narrow(s, words, KIND_SHARE) : range_of(0, 0);
    return content_bytes(s, whole) >= 2 * HAN ? joined(name_of(s, whole, n->arena), name_of(s, noun, n->arena), n->arena)
                                              : SLICE_NONE;
}

/* The first share of the list in which `k` stands: 贡献了|50%|以上的税收、60%以上的|国内生产总值. */
static size_t first_of_shares(const struct sentence *s, size_t k) {
    for (size_t i = k; i > 1 && is_one_of(s->tokens[i - 1].tag, LIST_COMMA, AND);) {
        for (i--; is_one_of(tag_before(s, i), NOUN, HEAD, VERBAL, OF, PLACE, LEVEL);) i--;
        if (tag_before(s, i) != PERCENT) break;
        k = --i;
    }
    return k;
}

/* 民营经济|贡献了50%以上的|税收: who does it tells a share of a whole apart. */
static slice doers_share(const struct naming *n, const struct candidate *c, struct range noun) {
    const struct sentence *s = n->s;
    size_t                 first = first_of_shares(s, c->token), verb = verb_before(s, first);
    if (tag_at(s, c->token + 1) != OF || verb == SIZE_MAX) return SLICE_NONE;
    struct range who = name_range(s, range_of(clause_start(s, first), verb), KIND_LEVEL);
    if (content_bytes(s, who) < 2 * HAN) return SLICE_NONE;
    slice does = joined(name_of(s, who, n->arena), token_text(s, verb), n->arena);
    return joined(does, name_of(s, noun, n->arena), n->arena);
}

/* 行政村|100%|通硬化路: so much of those before the figure does what stands behind it. */
static slice share_does(const struct naming *n, const struct candidate *c, struct words words, struct range noun) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    const struct token    *deed = &s->tokens[noun.from];
    bool between = k > words.from && s->tokens[k].tag == PERCENT && is_one_of(s->tokens[k - 1].tag, NOUN, HEAD);
    bool does = is_one_of(deed->tag, VERB, VERBAL, HEAD) || (deed->tag == NOUN && !deed->word); /* not 扣除75%|政策 */
    if (!between || !does || noun.from != k + 1u) return SLICE_NONE;
    struct range those = name_range(s, range_of(words.from, k), KIND_SHARE);
    bool         nouns = !has_class(s, those, CLASSES(VERB, AWARD, LIGHT, GROW, FALL, SHARE, OF)) &&
                 !words_ending(s, those.from, those.to, EDGE_RATE);
    bool told = nouns && content_bytes(s, those) >= 2 * HAN;
    return told ? joined(name_of(s, those, n->arena), name_of(s, noun, n->arena), n->arena) : SLICE_NONE;
}

slice share_behind(const struct naming *n, const struct candidate *c, struct words words, struct range noun) {
    if (c->kind != KIND_SHARE) return SLICE_NONE;
    slice name = held_share(n, c, words, noun);
    if (!name.len) name = part_ahead(n, c, words);
    if (!name.len) name = spent_part(n, c, words, noun);
    if (!name.len) name = doers_share(n, c, noun);
    if (!name.len) name = share_does(n, c, words, noun);
    return name.len ? name : bound_among(n, range_of_words(words), noun);
}

slice pace_alone(const struct sentence *s, const struct candidate *c) {
    size_t pace = c->token + 2u, first = c->token - (tag_before(s, c->token) == REACH);
    if (s->tokens[c->token].tag != PERCENT || tag_at(s, pace - 1) != OF) return SLICE_NONE; /* most */
    bool opens = starts_clause(s, first);
    bool alone = tag_at(s, pace) == GROW && is_one_of(tag_at(s, pace + 1), ADVERB, LIGHT, REACH, VERB);
    return opens && alone ? token_text(s, pace) : SLICE_NONE;
}
