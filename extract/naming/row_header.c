/* What no row header has is taken off a name: how it was hedged, that it could be done, who did it with whom, where and when.
 */
#include "extract/naming/row_header.h"

#include "extract/naming/bare_deed.h"
#include "extract/naming/before.h"
#include "extract/naming/ending.h"
#include "extract/naming/predicate.h"
#include "extract/naming/scene.h"
#include "extract/naming/whose.h"

#include "extract/sentence/kind.h"

#include "extract/base/banned.h"

/* The name without `bytes` of it from byte `at` on. */
static slice cut_out(slice name, size_t at, size_t bytes, struct arena *arena) {
    return joined(slice_sub(name, 0, at), slice_from(name, at + bytes), arena);
}

/* 除|动用历年结余|80亿元以外，向银行透支90亿元: what is left out is named without the word for it. */
static slice without_except_before(const struct sentence *s, const struct candidate *c, slice name) {
    size_t behind = skip(s, c->token + 1u, CLASSES(PREPOSITION));                 /* 以|外 */
    if (behind >= s->count || !token_ending(s, behind, EDGE_EXCEPT)) return name; /* most */
    const struct word *in = lexicon_opening(s->lexicon, name, EDGE_EXCEPT);
    return in ? without_start(name, in->text, HAN + 1) : name;
}

/* 除5个乡镇|外，其余12个乡镇通车: the words that except them name nothing. */
static slice without_except(const struct sentence *s, const struct candidate *c, slice name) {
    const struct word *out = lexicon_ending(s->lexicon, name, EDGE_EXCEPT), *in = NULL;
    if (!out) return without_except_before(s, c, name); /* most */
    if (name.len == out->text.len) return SLICE_NONE;   /* 除2户|外 */
    size_t at = clause_start(s, c->token);              /* 除了体温偏低，左脚有两处擦伤|外 */
    if (at > 1 && s->tokens[at - 1].tag == COMMA) at = clause_start(s, at - 1u);
    while (at < c->token && (!(in = token_opening(s, at, EDGE_EXCEPT)) || in == out)) at++; /* 翘尾|因素 */
    if (at == c->token || name.len <= out->text.len) return name;
    return without_start(slice_less(name, out->text.len), in->text, HAN + 1);
}

/* 增长5.3%，增速比上年加快|4个百分点: what moves by points is how fast it grew. */
static slice with_pace(const struct naming *n, const struct candidate *c, struct words before, slice name) {
    bool points = c->kind == KIND_CHANGE && n->s->tokens[c->token].tag == POINTS;
    if (!points) return name; /* most */
    size_t compared = c > n->s->candidates && c[-1].token + 2u == c->token ? pace_compared(n->s, c - 1) : n->s->count;
    if (compared < n->s->count) return joined(name, token_text(n->s, compared), n->arena); /* 增速|比上年的8%|回落2个百分点 */
    if (!(before.notes & NOTE_PACE)) return name;
    size_t pace = before.from;
    while (!note_at(n->s, pace, NOTE_PACE)) pace++;
    if (pace > before.from && token_bytes(&n->s->tokens[pace]) > 2 * HAN && note_at(n->s, before.from, NOTE_THAN))
        return name; /* 高于|全县|平均增速 */
    return joined(name, token_text(n->s, pace), n->arena);
}

/* 提高|扶贫标准到2300元: which way it was moved to what it is now names nothing. */
static slice without_raising(const struct sentence *s, const struct candidate *c, slice name) {
    if (c->kind != KIND_LEVEL || tag_before(s, c->token) != TO) return name; /* most */
    return without_first(s, name, CLASSES(GROW, FALL), 0, 3 * HAN);
}

/* 产业规模|约占|全国8%: the qualifier is the figure's, and the name 产业规模占全国. */
static slice without_hedge(const struct naming *n, const struct candidate *c, slice name) {
    const struct sentence *s = n->s;
    size_t                 share = c->kind == KIND_SHARE ? back_to(s, c->token, CLASSES(SHARE, COMMA, STOP)) : 0;
    if (tag_before(s, share) != SHARE) return name; /* most */
    const struct word *hedge = token_opening(s, share - 1, EDGE_HEDGE);
    size_t             at = hedge ? slice_find(name, token_text(s, share - 1), 0) : SIZE_MAX;
    return at == SIZE_MAX ? name : cut_out(name, at, hedge->text.len, n->arena);
}

/* 42%的受访者认为专业能力|不足|，占比上升; 时间|不足|（49%）: that there is too little of it stands behind what is named and is
 * a part of the name, where no figure follows. */
static slice with_lack(const struct naming *n, const struct candidate *c, slice name) {
    const struct sentence *s = n->s;
    if (c->kind != KIND_SHARE) return name; /* most */
    size_t found = next_of(s, c->token, CLASSES(ADVERB, COMMA, STOP));
    bool   such = tag_at(s, found) == ADVERB && tag_at(s, found - 1u) == NOUN && is_one_of(tag_at(s, found + 1), COMMA, STOP) &&
                has_class(s, range_of(c->token + 1u, found), CLASSES(VERB)); /* 半数受访者认为工作|压力较大 */
    if (such && slice_ends(name, token_text(s, found - 1u))) return joined(name, token_text(s, found), n->arena);
    if (!in_classes(QUALIFIER, s->classes)) return name;
    bool   bracket = c->token > 2 && s->tokens[c->token - 1].tag == OPEN;
    size_t lack = bracket ? c->token - 2u : next_of(s, c->token, CLASSES(QUALIFIER, COMMA, STOP));
    bool   lacks = tag_at(s, lack) == QUALIFIER && lack > 0 && token_ending(s, lack, EDGE_LACKS) && ends_phrase(s, lack + 1);
    return lacks && slice_ends(name, token_text(s, lack - 1)) ? joined(name, token_text(s, lack), n->arena) : name;
}

/* 农户|有|85%|用上沼气, 学生|中有|三成|选择走读: what the part of those did who stand before the share is a part of the name.
 */
static slice with_their_deed(const struct naming *n, const struct candidate *c, slice name) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    if (c->kind != KIND_SHARE || !is_one_of(tag_at(s, k + 1), VERB, VERBAL, LIGHT, AWARD, NONE)) return name; /* most */
    size_t has = skip_back(s, k, CLASSES(ADVERB, ONLY));
    bool   of_those = has > 1 && s->tokens[has - 1].tag == REACH && note_at(s, has - 1, NOTE_HAS | NOTE_ACTUAL);
    if (!of_those || has_class(s, range_of(clause_start(s, k), has - 1), CLASSES(FIGURES))) return name;
    struct range deed = with_predicate(s, range_of(k + 1, k + 1), SIZE_MAX);
    return deed.from < deed.to ? joined(name, name_of(s, deed, n->arena), n->arena) : name;
}

/* 成本|能|下降1.5元, 展出文物|可|由2400件增至6000件, not 产能下降5%: that it can move names nothing. */
static slice without_could(const struct lexicon *x, const struct candidate *c, slice name) {
    slice cut = kind_moves(c->kind) || c->role == ROLE_FROM ? without_ending(x, name, EDGE_COULD, 2 * HAN) : name;
    return cut.len == name.len || lexicon_ending(x, name, EDGE_LOOKALIKE) ? name : cut;
}

/* 每年|可|处理垃圾12万吨, 一天|要卖|300碗: bytes of what says, as token `i` of those before `end` or with its first character,
 * that a deed can be done or has to be, and 加|返还性收入 of what adds a head up; 0 where nothing does: 可再生能源 is a word.
 */
static size_t modal_bytes(const struct sentence *s, size_t i, size_t end) {
    const struct token *t = &s->tokens[i];
    if (is_one_of(t->tag, VERB, HEAD)) return token_opening(s, i, EDGE_MUST) ? HAN : 0;
    if (!is_unknown(s, i) || i + 1 >= end || !is_one_character(t)) return 0; /* most */
    bool deed = is_one_of(t[1].tag, VERB, VERBAL, LIGHT, PREPOSITION);
    return deed && token_ending(s, i, EDGE_ABLE) ? HAN : 0;
}

/* That it can be done or has to be is no part of what is done. */
static slice without_modal(const struct naming *n, const struct candidate *c, struct words before, slice name) {
    const struct sentence *s = n->s;
    for (size_t i = before.from; i < before.to && c->kind == KIND_LEVEL; i++) {
        size_t modal = modal_bytes(s, i, before.to), at = modal ? slice_find(name, token_text(s, i), 0) : SIZE_MAX;
        if (at != SIZE_MAX && name.len - at >= modal + HAN) return cut_out(name, at, modal, n->arena);
    }
    return name;
}

/* 票价|才5块, 经费|列3亿元: that it is little or set down, at the end of a word that no table knows, not 高层次人才12名; and
 * 采集到出库|最快需要|36小时, 更换管网|需|3亿元, what it takes. */
static slice without_merely(const struct sentence *s, const struct candidate *c, slice name) {
    if (s->tokens[c->token].tag == DURATION || money_unit(c)) name = without_ending(s->lexicon, name, EDGE_NEEDS, 2 * HAN);
    slice told = c->token > 0 && is_unknown(s, c->token - 1u) ? without_ending(s->lexicon, name, EDGE_MERELY, 2 * HAN) : name;
    if (told.len == name.len || !slice_ends(name, token_text(s, c->token - 1u))) return name; /* most */
    return lexicon_ending(s->lexicon, name, EDGE_PERSON) ? name : told;
}

/* 十年|里换了|4拨管理人员, 河水在一个小时|里|涨了3米: what is left of the words for the time, where no table knows what stands
 * behind them. */
static slice without_left_of_time(const struct naming *n, struct words before, slice name) {
    const struct sentence *s = n->s;
    size_t                 at = before.from + (before.from == 0);
    while (at < before.to && !unit_at_is(s, at - 1, UNIT_TIME)) at++;
    if (at >= before.to || s->tokens[at].word) return name; /* most */
    const struct word *left = token_opening(s, at, EDGE_AMONG);
    size_t             there = left ? slice_find(name, token_text(s, at), 0) : SIZE_MAX;
    if (there == SIZE_MAX || name.len < left->text.len + 2 * HAN) return name;
    return cut_out(name, there, left->text.len, n->arena);
}

/* 国家一级重点保护野生动物|白鹤, 记录|国家二级保护动物|小天鹅: of which class it is says nothing of a species that is named. */
static slice without_species_class(const struct naming *n, slice name) {
    enum { SHORTEST_CLASS = 4 * HAN, SHORTEST_SPECIES = 2 * HAN };
    for (size_t at = 0; at <= 2 * HAN && at + SHORTEST_CLASS + SHORTEST_SPECIES <= name.len; at += 2 * HAN) {
        const struct word *class = lexicon_opening(n->s->lexicon, slice_from(name, at), EDGE_SPECIES);
        if (!class || name.len < at + class->text.len + SHORTEST_SPECIES) continue;
        return cut_out(name, at, class->text.len, n->arena);
    }
    return name;
}

/* 守了|17年, 跑了|47趟, 走了|5公里: how long, how often or how far. */
static bool does_so_long(const struct sentence *s, const struct candidate *c) {
    return s->tokens[c->token].tag == DURATION || physical_unit(c) || event_unit(c);
}

/* 她和3名|同事|忙了14个月, 4个|村民|抬着担架走了5公里: how long, how far or how often those did something whom the figure
 * before counts. */
static slice without_counted(const struct naming *n, const struct candidate *c, struct words before, slice name) {
    const struct candidate *p = n->previous;
    if (!does_so_long(n->s, c) || !p || p->token + 1u != before.from || c->kind != KIND_LEVEL) return name; /* most */
    return lexicon_ending(n->s->lexicon, p->metric, EDGE_PERSON) ? without_start(name, p->metric, HAN) : name;
}

/* 2厘米|宽的|篾片被剖成了16层: how large the thing is that the figure before sizes. */
static slice without_size(const struct sentence *s, struct words before, slice name) {
    size_t at = before.from;
    if (at == 0 || at + 1 >= before.to || s->tokens[at + 1].tag != OF || !is_figure(s, at - 1)) return name; /* most */
    bool size = physical_unit(figure_at(s, at - 1)) && is_one_character(&s->tokens[at]) && token_opening(s, at, EDGE_GLUED);
    return size ? without_start(name, token_text(s, at), 2 * HAN) : name;
}

/* 干部和村民|一起|清运淤泥: a deed that was done with others is named without those who did it. */
static slice without_others(const struct sentence *s, struct words before, slice name) {
    for (size_t i = before.from + 1u; i < before.to; i++) {
        const struct word *jointly = said_jointly(s, i);
        size_t             at = jointly ? slice_find(name, jointly->text, 0) : SIZE_MAX;
        if (at < name.len && name.len >= at + jointly->text.len + 2 * HAN) return slice_from(name, at + jointly->text.len);
    }
    return name;
}

/* 光|发货|就|发了9天, 光|电费一年就|要3万元: that so much is of this alone is no part of its name; 光电产业 is a word. */
static slice without_solely(const struct sentence *s, struct words before, slice name) {
    size_t             first = skip(s, before.from, CLASSES(DATE, ADVERB)); /* 去年|光外卖|就卖出 */
    const struct word *solely = first < before.to ? token_opening(s, first, EDGE_SOLELY) : NULL;
    if (!solely || s->tokens[first].word) return name; /* most */
    bool alone = false;
    for (size_t i = before.from + 1u; i < before.to; i++) /* 就, 就花了 */
        alone |= is_one_of(s->tokens[i].tag, ADVERB, RUNNING) && token_opening(s, i, EDGE_TAKES);
    return alone ? without_start(name, solely->text, 2 * HAN) : name;
}

/* 腊肉就|卖|了|52吨, 笔记|记|了|23本: a thing in front, and the verb of one character that 了 makes, which says no more than
 * that it is counted or weighed; 老人|吃|了两碗 is of who did it. */
static slice without_brief_verb(const struct sentence *s, const struct candidate *c, slice name) {
    size_t k = c->token;
    bool   made = k > 1 && s->tokens[k - 2].tag == NOUN && makes_verb(s, k - 1);
    if (!made || !ends_phrase(s, k + 1) || event_unit(c) || person_unit(c)) return name; /* most */
    size_t front = skip_back(s, k - 2, CLASSES(ADVERB));
    if (!is_one_of(tag_before(s, front), NOUN, HEAD) || s->tokens[front - 1].candidate >= 0)
        return name; /* 最多|一天|做了42台 */
    bool  weighs = unit_measures(c->quantity.unit, "mass");
    slice verb = token_text(s, k - 2), thing = without_end(name, verb, 2 * HAN);
    if (verb.len != HAN || !(weighs || counts(c)) || lexicon_ending(s->lexicon, thing, EDGE_PERSON)) return name;
    return is_someone(s->lexicon, thing) ? name : thing;
}

/* 后坪村离|镇上|27公里: from where something is so far, which no other name keeps. */
static slice with_whence(const struct naming *n, const struct candidate *c, slice name) {
    size_t k = c->token;
    bool   place = tag_before(n->s, k) == PLACE && physical_unit(c);
    return place && lexicon_ending(n->s->lexicon, name, EDGE_AWAY) ? joined(name, token_text(n->s, k - 1), n->arena) : name;
}

/* 拿出8万元|作为|工作经费: that it was set apart as what stands behind says nothing of the money. */
static slice without_being(const struct sentence *s, const struct candidate *c, slice name) {
    size_t as = c->token + 1u;
    bool   is = money_unit(c) && tag_at(s, as) == LIGHT && note_at(s, as, NOTE_JOINS);
    return is ? without_start(name, token_text(s, as), 2 * HAN) : name;
}

/* 乡亲们|种红薯, 孩子们|开设课程: several persons are told of as such, so that what stands behind is what they did or was done
 * for them, where it is no measure of theirs (队员们|平均年龄). */
static slice behind_plural(const struct sentence *s, const struct candidate *c, slice name) {
    enum { LONGEST = 6 * HAN };
    if (c->kind == KIND_SHARE || ends_with_word(s, name, CLASSES(HEAD), 0)) return name;
    for (size_t end = 2 * HAN; end <= LONGEST && end + 2 * HAN <= name.len; end += HAN) {
        if (!lexicon_ends_truly(s->lexicon, slice_sub(name, 0, end), EDGE_PLURAL)) continue;     /* most */
        bool theirs = lexicon_ending(s->lexicon, slice_sub(name, 0, end + HAN), EDGE_LOOKALIKE); /* 我们的|中国梦 */
        return theirs ? name : slice_from(name, end);
    }
    return name;
}

/* `name`, which the words `before` figure `c` told, without what of them tells who, where or when. */
static slice as_told(const struct naming *n, const struct candidate *c, struct words before, slice name) {
    const struct sentence *s = n->s;
    char                   tag = s->tokens[c->token].tag;
    name = with_whence(n, c, with_their_deed(n, c, name));
    if (tag == AGE)
        name = without_kin(s, before, name);
    else if (c->kind != KIND_SHARE) /* not 教师中占58% */
        name = without_scene(s, before, name, does_so_long(s, c) ? HAN : 2 * HAN);
    name = without_parting(s->lexicon, without_merely(s, c, name), tag);
    if (tag == DURATION) name = without_stay(s, before, name);
    if (c->kind == KIND_LEVEL) name = without_brief_verb(s, c, name);
    return c->kind == KIND_LEVEL ? without_served(s, before, name) : name;
}

/* |云岭市外贸|进出口, 上半年|云岭市外贸|进出口: the word that the words before a figure open with, where no table knows it and
 * it is long enough to open with a place; before.to where it is not. */
static size_t opening_unknown(const struct sentence *s, struct words before) {
    size_t first = skip(s, before.from, CLASSES(DATE, ADVERB));
    return first < before.to && !s->tokens[first].word && token_bytes(&s->tokens[first]) >= 5 * HAN ? first : before.to;
}

slice as_header(const struct naming *n, const struct candidate *c, struct words before, enum named_by by, slice name) {
    const struct sentence *s = n->s;
    name = of_terms(n, c, with_pace(n, c, before, without_except(s, c, name)));
    name = without_could(s->lexicon, c, without_hedge(n, c, without_raising(s, c, name)));
    name = with_lack(n, c, without_modal(n, c, before, name));
    size_t opens = opening_unknown(s, before);
    if (opens < before.to) name = without_places(s, opens, name);
    if (before.from < before.to) name = without_region(s, before.from, name);
    name = behind_dash(s->lexicon, without_being(s, c, name));
    if (counts(c)) name = without_species_class(n, name);
    name = without_others(s, before, without_solely(s, before, without_size(s, before, name)));
    name = without_counted(n, c, before, without_left_of_time(n, before, name));
    if (by == NAMED_BY_BEFORE) name = as_told(n, c, before, name);
    if (by == NAMED_BY_SORT && s->tokens[c->token].tag == DURATION)
        name = without_stay(s, before, without_scene(s, before, name, HAN));
    if (s->tokens[c->token].tag == AGE) return name;
    name = behind_plural(s, c, without_aged(s->lexicon, n->carry->person, name));
    return with_what_for(n, c, name);
}
