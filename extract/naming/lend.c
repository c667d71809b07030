/* 农副食品加工业增加值增长0.9%，纺织业下降2.4%; 粮食播种面积312万亩，其中夏粮86万亩;
 * 商品房施工面积86万平方米，竣工面积8万平方米: the head that a table would repeat is said once. What was lent is remembered
 * from figure to figure, and over a ；. */
#include "extract/naming/lend.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/items.h"

#include "extract/base/banned.h"

enum { SHORT_HEAD = 2 * HAN }; /* 系数, 率 say nothing without the word before them, 恩格尔|系数; 用水量 does */

/* 固定资产投资, one word with a head in it: 投资; empty when it holds none. */
static slice head_in_word(const struct token *t) { return noted(t, NOTE_OTHER, SLICE_LIT("head")); }

/* The token with which the head that `name` of figure `c` lends begins; name.to when it has none. */
static size_t head_of(const struct naming *n, const struct candidate *c, struct range name) {
    const struct token *tokens = n->s->tokens;
    size_t              last = name.to - 1u;
    for (size_t per = name.to; per-- > name.from;)
        if (has_note(&tokens[per], NOTE_PER)) return per; /* 人均|可支配收入, 人均|住房|面积 */
    if (has_note(&tokens[last], NOTE_GENERIC | NOTE_FUND))
        return has_note(&tokens[last], NOTE_GAINS) ? name.to : last; /* 支出|安排 */
    if (!is_head(&tokens[last])) return name.to;
    bool measured = c->kind == KIND_SHARE || physical_unit(c);
    if (c->kind == KIND_GROWTH) /* 食品类|零售额 */
        measured = words_ending(n->s, name.from, last, EDGE_SORT) != NULL;
    if (!measured) return name.to;
    bool is_short = token_bytes(&tokens[last]) <= SHORT_HEAD;
    if (!is_short || last == name.from) return last;
    size_t of = skip_back(n->s, last, CLASSES(OF, SHARE)); /* 工业|投资的比重, 农业|投资所占的比重 */
    return of > name.from ? of - 1u : last - 1u;           /* 就业率, 用水量 */
}

/* The head that `name` lends from token `from` on: of 上游毛利|率, where no table knows 上游毛利, 毛利率. */
static slice lent_head(const struct naming *n, size_t from, struct range name) {
    const struct sentence *s = n->s;
    struct range           words = range_of(from, name.to);
    slice               head = has_class(s, words, CLASSES(OF)) ? name_of(s, words, n->arena) : sentence_text(s, from, name.to);
    const struct token *stem = &s->tokens[from];
    bool                rate = from + 2u == name.to && is_one_character(&s->tokens[from + 1]);
    bool                run = rate && !stem->word && token_bytes(stem) >= 4 * HAN;
    return run ? slice_from(head, head.len - 3 * HAN) : head;
}

/* 债务余额3亿元，控制在限额|4亿元以内: what bounds the amount before it, of which nothing is a part. */
static bool is_limit(const struct sentence *s, const struct candidate *c) {
    bool under = c->qualifier == QUALIFIER_UNDER && c->quantity.raw.start == c->quantity.digits.start;
    return under && c > s->candidates && money_unit(c) && money_unit(c - 1) && !c[-1].refused;
}

void lend_note(struct naming *n, const struct candidate *c, struct range name) {
    if (n->carry->lent.announced) return;
    if (has_class(n->s, range_of(name.to, c->token), CLASSES(PER))) return; /* 路网密度|每百平方公里198公里，其中国道12公里 */
    if (n->carry->lent.part && money_unit(c) && token_ending(n->s, name.to - 1u, EDGE_PAID)) return; /* 其中管理费6万元 */
    size_t from = head_of(n, c, name);
    slice  inner = head_in_word(&n->s->tokens[name.to - 1]);
    if (!inner.len && from == name.from && money_unit(c)) return; /* 增值税 is no 增值税税收 */
    const struct token *first = &n->s->tokens[name.from];
    bool                did = first->tag == VERB && from == name.from + 1u; /* 上缴|税费2亿元。资产|总额142亿元 */
    bool deed = !inner.len && from > name.from + 1u && is_one_of(n->s->tokens[from - 1].tag, VERB, AWARD, VERBAL);
    n->carry->lent = (struct lent){.head = inner.len ? inner : lent_head(n, from, name),
                                   .stem = deed ? sentence_text(n->s, name.from, from - 1) : SLICE_NONE,
                                   .unit = c->quantity.unit_name,
                                   .added = has_note(first, NOTE_NEW) || did ? token_bytes(first) : 0,
                                   .within = inner.len > 0};
}

/* ；, 分产业看，…, 其中，… */
bool sentence_goes_on(const struct sentence *s) {
    size_t own = behind_source(s); /* 据统计，|分行业看，… */
    return s->goes_on || s->tokens[own].tag == AMONG || note_at(s, own, NOTE_FRAME);
}

/* The name before; empty when another sentence that is over bore it. */
static slice metric_before(const struct naming *n) {
    const struct candidate *p = n->previous;
    return p ? p[-is_limit(n->s, p)].metric : sentence_goes_on(n->s) ? n->carry->metric : SLICE_NONE;
}

/* 分地域看，城镇46亿元: the figure of the sentence before is told apart. */
static bool tells_apart(const struct sentence *s) {
    size_t own = behind_source(s);
    return tag_at(s, own) == ADVERB && note_at(s, own, NOTE_FRAME) && tag_at(s, own + 1) == COMMA;
}

/* 其中夏粮, 其中：夏粮 */
static bool is_part(const struct sentence *s, struct range before, struct range name) {
    return has_class(s, range_of(before.from, name.from), CLASSES(AMONG)) ||
           (before.from > 1 && s->tokens[before.from - 2].tag == AMONG);
}

/* 零售总额|按经营单位所在地分，|城镇86亿元；乡村27亿元: the head before what tells it apart is of all that follow. */
static void announce_apart(struct naming *n, struct range before) {
    const struct token *tokens = n->s->tokens;
    size_t              apart = before.from - 2u;
    if (before.from < 3 || tokens[apart].tag != ADVERB || !has_note(&tokens[apart], NOTE_FRAME)) return; /* most */
    if (tokens[apart + 1].tag != COMMA || tokens[apart - 1].tag != HEAD) return;
    slice inner = head_in_word(&tokens[apart - 1]);
    n->carry->lent = (struct lent){.head = inner.len ? inner : token_text(n->s, apart - 1u), .announced = true};
}

/* 人均可支配收入：城镇居民3.9万元；农村居民1.6万元: the words before the colon at token `colon` that tell what is taken per
 * head of each that follows; empty where others stand there. */
static slice average_before(const struct sentence *s, size_t colon) {
    if (s->tokens[colon].tag != COLON) return SLICE_NONE; /* most */
    size_t from = skip(s, clause_start(s, colon), CLASSES(LIST_MARK, ADVERB, PLACE, DATE));
    bool   per = from + 1 < colon && note_at(s, from, NOTE_PER);
    return per && skip(s, from, CLASSES(NOUN, HEAD, VERBAL)) == colon ? sentence_text(s, from, colon) : SLICE_NONE;
}

/* 收入|安排, 收入|预算: what is expected of a flow. */
static bool is_budgeted(const struct token *last) {
    return (has_note(last, NOTE_GAINS) && has_note(last, NOTE_FUND)) || has_note(last, NOTE_GOAL);
}

/* 主要产品产量：原煤1.2亿吨，水泥420万吨: is the head before the colon of figure and all that follow? */
static bool announces(struct naming *n, const struct candidate *c, struct range before) {
    const struct token *colon = &n->s->tokens[before.from - (before.from > 0)];
    bool                among = before.from > 1 && colon->tag == COMMA &&
                 physical_unit(c) && /* 产品产量中，水泥186万吨, where 中， is one word */
                 token_opening(n->s, before.from - 1u, EDGE_AMONG);
    bool told = before.from > 1 && (among || colon->tag == COLON) && has_note(&colon[-1], NOTE_GENERIC);
    bool deed = told && before.from > 2 && (colon[-2].tag == VERBAL || has_note(&colon[-2], NOTE_GENERIC)) &&
                is_one_character(&colon[-1]); /* 招生|数 */
    slice average = before.from > 1 ? average_before(n->s, before.from - 1u) : SLICE_NONE;
    bool  arranged = !told && before.from > 2 && money_unit(c) && colon->tag == COLON && is_budgeted(&colon[-1]) &&
                    has_note(&colon[-2], NOTE_GENERIC); /* 重点支出|安排：教育30亿元、科技7亿元 */
    if (arranged)
        n->carry->lent = (struct lent){.head = token_text(n->s, before.from - 3u), .announced = true};
    else if (average.len)
        n->carry->lent = (struct lent){.head = average, .announced = true, .average = true};
    else if (told)
        n->carry->lent =
            (struct lent){.head = sentence_text(n->s, before.from - 2u - deed, before.from - 1u), .announced = true};
    else
        announce_apart(n, before);
    return n->carry->lent.announced;
}

/* 提高城乡低保标准，城市由600元提高到650元，农村由420元提高到450元: the clause before figure `c` moved a measure, which is told
 * of each of those behind it; `before` are the words of the figure. */
static void announce_moved(struct naming *n, const struct candidate *c, struct range before, slice own) {
    const struct sentence *s = n->s;
    if (c->role != ROLE_FROM || counts(c) || before.from < 3 || s->tokens[before.from - 1].tag != COMMA) return; /* most */
    size_t verb = clause_start(s, before.from - 1u), end = before.from - 1u;
    verb = skip(s, verb, CLASSES(ADVERB, DATE, PLACE, DONE, AIM));
    size_t              of = last_of(s, range_of(verb, end), CLASSES(OF));
    struct range        measure = range_of((of == SIZE_MAX ? verb : of) + 1, end); /* 放宽申领津贴的|资产上限 */
    const struct token *last = &s->tokens[end - 1];
    bool                moved = is_one_of(tag_at(s, verb), GROW, FALL, IMPROVE, VERB, LIGHT) &&
                 ((last->tag == HEAD && !has_note(last, NOTE_THING | NOTE_FUND)) || has_note(last, NOTE_NORM) ||
                  token_ending(s, end - 1u, EDGE_RATE));
    if (!moved || has_class(s, range_of(measure.from, measure.to - 2u), CLASSES(FIGURES, VERB, LIST_COMMA, REACH))) return;
    slice head = name_of(s, measure, n->arena);
    bool  areas = head.len >= 4 * HAN && is_area(s->lexicon, own) && is_area(s->lexicon, slice_sub(head, 0, 2 * HAN));
    if (areas) head = slice_from(head, 2 * HAN); /* 城乡|低保标准 */
    n->carry->lent = (struct lent){.head = head, .announced = true, .unit = c->quantity.unit_name};
}

/* 一线城市用户渗透率61%，二线城市47%; 公办幼儿园收费标准由300元降到200元，民办幼儿园由900元降到800元: what stands behind 城市
 * in the name before, when `own` ends with it too; else nothing. */
static slice behind_alike(slice model, slice own) {
    slice  end = slice_from(own, own.len < 3 * HAN ? 0 : own.len - 2 * HAN);
    size_t at = slice_find(model, end, 0);
    return at == SIZE_MAX ? SLICE_NONE : slice_from(model, at + end.len);
}

/* 商品房|销售|面积: a head with the deed before it, 销售面积, by which 住宅 is measured too. */
static slice with_deed_of(const struct sentence *s, slice owner, slice own, slice head, struct arena *arena) {
    size_t deed = word_at_end(s, owner, CLASSES(VERBAL), 0);
    bool   told = deed < s->count && is_one_of(tag_before(s, deed), NOUN, HEAD) && /* not 新增|发电|装机容量 */
                owner.len >= token_text(s, deed).len + 2 * HAN;
    told = told && !slice_ends(own, slice_from(token_text(s, deed), token_text(s, deed).len - HAN)); /* 受灾面积9亩，成|灾5亩 */
    return told ? joined(token_text(s, deed), head, arena) : head;
}

bool is_area(const struct lexicon *x, slice name) {
    return name.len == 2 * HAN && lexicon_is(x, name, EDGE_LOOKALIKE) && lexicon_ending(x, name, EDGE_PLACE); /* not 超员 */
}

/* 城市|低保标准提高到680元，农村提高到500元; 城镇零售额71亿元，增长2%；乡村27亿元: what the figure before measures in one area,
 * this one does in another; empty when it does not. */
static slice of_other_area(const struct naming *n, const struct candidate *c, slice model, slice own) {
    const struct lexicon *x = n->s->lexicon;
    if (own.len != 2 * HAN || model.len < 4 * HAN) return SLICE_NONE;
    slice area = slice_sub(model, 0, 2 * HAN), unit = n->previous ? n->previous->quantity.unit_name : n->carry->lent.unit;
    bool  alike = slice_equal(unit, c->quantity.unit_name);
    return alike && is_area(x, area) && is_area(x, own) ? slice_from(model, area.len) : SLICE_NONE;
}

/* Does the figure tell of another thing what the one before does? */
static bool is_parallel(const struct naming *n, const struct candidate *c, struct range name) {
    const struct token *first = &n->s->tokens[name.from], *last = &n->s->tokens[name.to - 1];
    if (!n->previous || c->kind != n->previous->kind || c->kind == KIND_GROWTH || is_head(last)) return false;
    if (name.to == c->token && name.from > 0 && first[-1].tag == LIST_COMMA) return false; /* 道路亮化2公里、|城区道路3公里 */
    bool thing = last->end - first->start >= 3 * HAN && !is_one_of(first->tag, VERBAL, LIGHT);
    return thing && same_unit(c, n->previous);
}

/* 收费标准 for 民办幼儿园, behind 公办幼儿园收费标准; empty when it is none. */
static slice of_its_like(const struct naming *n, const struct candidate *c, struct range name, slice model, slice own) {
    return is_parallel(n, c, name) ? behind_alike(model, own) : SLICE_NONE;
}

/* 中央级媒体刊播稿件86篇，省级|媒体420篇: what the figure before counts of them at another level; empty when it counts none. */
static slice at_other_level(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct candidate *p = n->previous;
    if (n->s->tokens[name.from].tag != LEVEL || name.to != name.from + 2u || !p) return SLICE_NONE; /* most */
    slice  noun = token_text(n->s, name.from + 1u);
    size_t at = slice_find(p->metric, noun, 0);
    bool   alike = same_unit(p, c) && at != SIZE_MAX && at > 0;
    return alike ? joined(own, slice_from(p->metric, at + noun.len), n->arena) : SLICE_NONE;
}

/* 公用经费|小学|由600元提高到650元、|初中|由800元提高到850元: of what stands behind the head in the name of the pair before,
 * the pair that follows it at once tells another; empty when it does not. */
static slice of_other_item(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    if (c->role != ROLE_FROM || !p || p->role != ROLE_TO || p->share < 0 || name.from != p->token + 2u) return SLICE_NONE;
    if (!is_one_of(s->tokens[name.from - 1].tag, LIST_COMMA, COMMA) || tag_at(s, name.to) != FROM) return SLICE_NONE;
    if (!same_unit(c, p) || skip(s, name.from, CLASSES(NOUN, LEVEL, VERBAL)) != name.to) return SLICE_NONE;
    size_t first = s->candidates[p->share].token;
    size_t from = last_of(s, range_of(clause_start(s, first), first), CLASSES(FROM));
    size_t item = from == SIZE_MAX ? 0 : skip_back(s, from, CLASSES(NOUN, LEVEL, VERBAL));
    if (item == 0 || item == from) return SLICE_NONE;
    slice one = sentence_text(s, item, from); /* 分散供养 behind 农村, which was told of the head already */
    bool  told = tag_before(s, item) == HEAD || (tag_before(s, item) == tag_before(s, name.from) && p->metric.len > one.len);
    return told && slice_ends(p->metric, one) ? joined(slice_less(p->metric, one.len), own, n->arena) : SLICE_NONE;
}

/* 农业投资的比重由11%提高到14%，|轻工业|由5.4%提高到5.8%: is the pair a share as the one before is? */
static bool is_other_share(const struct naming *n, const struct candidate *c, slice head) {
    const struct candidate *p = n->previous;
    bool                    pairs = c->role == ROLE_FROM && c->kind == KIND_SHARE && p && p->role == ROLE_TO && same_unit(c, p);
    return pairs && head.len && ends_with_word(n->s, head, 0, NOTE_SHARE);
}

/* Does a name that ends with `head` say of what it measures how? 城镇|居民 behind 居民|人均可支配收入 does not. `owner`: what
 * stands before the head that is lent. */
static bool is_headed(const struct sentence *s, struct range name, bool head, slice owner) {
    const struct token *last = &s->tokens[name.to - 1];
    bool                several = name.to > name.from + 1u;
    if (several && has_note(last, NOTE_GOAL)) return true;          /* 支出|预算 */
    bool itself = head && token_bytes(last) >= 4 * HAN && !several; /* 利用外资|协议金额9亿元，实际使用外资6亿元 */
    if (itself) return true;
    if (!head || !several) return false;
    return has_note(last, NOTE_GENERIC) || !slice_ends(owner, token_text(s, name.to - 1u));
}

/* With the head that `model`, the name before, ends in when `own` ends like it, or is a part of it in the same unit. */
static slice with_head_of(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own,
                          slice model) {
    struct lent *lent = &n->carry->lent;
    bool         lends = slice_ends(model, lent->head);
    slice        owner = lends && lent->head.len ? slice_less(model, lent->head.len) : SLICE_NONE;
    slice        there = name.to == name.from + 1u ? of_other_area(n, c, model, own) : SLICE_NONE;
    bool  done = n->s->tokens[name.from].tag == VERB; /* 高速公路通车里程86公里；新改建|农村公路12公里 */
    bool  alike = slice_ends(owner, slice_from(own, own.len - HAN)) && !done;
    slice rest = alike || done ? SLICE_NONE : of_its_like(n, c, name, model, own);
    if (rest.len) return joined(own, rest, n->arena);
    bool paid = lent->part && money_unit(c) && lexicon_ending(n->s->lexicon, model, EDGE_PAID); /* 管理费6万元、旅游9万元 */
    if (!lends && !paid) return joined(own, there, n->arena);
    bool headed = own.len > 2 * HAN && slice_ends(lent->head, slice_from(own, own.len - HAN)); /* 隧道|长 behind 通道|全长 */
    if (headed) return own;
    bool same = (c->kind != KIND_LEVEL && c->kind != KIND_SHARE) || slice_equal(c->quantity.unit_name, lent->unit);
    lent->part = same && (lent->part || is_part(n->s, before, name) || is_other_share(n, c, lent->head));
    if (money_unit(c) && c->kind == KIND_LEVEL && lexicon_ending(n->s->lexicon, own, EDGE_PAID)) return own;
    const struct token *last = &n->s->tokens[name.to - 1];
    if (is_head(last) && own.len >= 6 * HAN && token_bytes(last) >= 4 * HAN &&
        slice_ends(owner, token_text(n->s, name.to - 1u)))
        return own; /* 固定资产投资|总额2万亿元，其中国有单位固定资产投资 */
    if (alike && words_of(n->s, name).notes & NOTE_PER && content_bytes(n->s, name) >= 5 * HAN)
        return own; /* 户均|注册资本 is no 总额 */
    if (!(alike && same) && !(lent->part && !done)) return joined(own, there, n->arena);
    if (is_area(n->s->lexicon, own) && !there.len) there = model; /* 婴儿死亡率4.9‰，其中|城市|3.1‰ is of infants, too */
    return joined(own, there.len ? there : with_deed_of(n->s, owner, own, lent->head, n->arena), n->arena);
}

slice deed_measured(struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence *s = n->s;
    struct lent           *lent = &n->carry->lent;
    bool                   measured = s->tokens[name.to - 1].tag == VERBAL && physical_unit(c) && c->kind == KIND_LEVEL;
    if (!measured || !lent->head.len || skip(s, name.from, CLASSES(NOUN)) + 1u != name.to) return SLICE_NONE; /* most */
    if (!(lent->part || is_part(s, before, name)) || !slice_equal(c->quantity.unit_name, lent->unit)) return SLICE_NONE;
    if (!slice_ends(metric_before(n), lent->head)) return SLICE_NONE;
    const struct word *all = lexicon_opening(s->lexicon, lent->head, EDGE_OVERALL); /* of 总产量 产量 */
    if (all && lent->head.len > 2 * HAN) lent->head = slice_from(lent->head, all->text.len);
    lent->part = true;
    return joined(sentence_text(s, name.from, name.to), lent->head, n->arena);
}

/* The side of a whole that a name opens with: |男性|平均工资; empty when it is of all. */
static slice side_of(const struct lexicon *x, slice name) {
    const struct word *side = lexicon_opening(x, name, EDGE_SIDE);
    return side ? side->text : SLICE_NONE;
}

/* 工资中位数5600元，|男性|为6100元，|女性|为5200元; 近视率52%，其中|男生|50%: what the figure before measures of all, or of the
 * other side, is told of one side; empty when it is not. */
static slice of_one_side(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    if (!p || side_of(s->lexicon, own).len != own.len || counts(c)) return SLICE_NONE; /* most */
    const bool times = c->kind == KIND_MULTIPLE; /* 检出率31.6%，|男性|是女性的2.4倍 */
    if (!(times || same_unit(c, p))) return SLICE_NONE;
    size_t opens = skip_back(s, name.from, CLASSES(AMONG));
    bool   next = opens == p->token + 2u && is_one_of(tag_before(s, opens), COMMA, LIST_COMMA);
    if (!next || !(times || c->kind == p->kind) || has_class(s, range_of(name.to, c->token), CLASSES(SHARE))) return SLICE_NONE;
    slice other = side_of(s->lexicon, p->metric), what = slice_from(p->metric, other.len);
    bool  headed = ends_with_word(s, what, CLASSES(HEAD), 0) ||
                  (starts_with_word(s, what, CLASSES(BOTH), 0) && p->kind == KIND_LEVEL); /* 平均|受教育年限 */
    return headed ? joined(own, what, n->arena) : SLICE_NONE;
}

/* Less the bodies that it opens with: 床位 of 医疗卫生机构床位. */
static slice without_bodies(const struct lexicon *x, slice name) {
    for (size_t end = name.len; end > 0; end -= utf8_tail(slice_sub(name, 0, end), 1).len)
        if (lexicon_ending(x, slice_sub(name, 0, end), EDGE_HOLDS)) return slice_from(name, end);
    return name;
}

/* 床位5216张，其中|医院|3987张，|卫生院|812张; 在校学生7万人，其中小学3万人: of those that the figure before counts, how many a
 * body has, which its unit does not count; empty when it names none. */
static slice held_there(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    const struct lexicon   *x = n->s->lexicon;
    const struct candidate *p = n->previous;
    struct lent            *lent = &n->carry->lent;
    if (!p || !lexicon_ending(x, own, EDGE_HOLDS) || c->kind != KIND_LEVEL || !same_unit(c, p)) return SLICE_NONE; /* most */
    if (event_unit(c) || c->quantity.unit->plain || skip(n->s, name.from, CLASSES(NOUN, HEAD)) != name.to) return SLICE_NONE;
    bool first = is_part(n->s, before, name),
         next = !first && lent->part && lent->head.len && slice_ends(p->metric, lent->head);
    slice what = next ? lent->head : without_bodies(x, p->metric); /* 学校98所，其中小学40所: nothing */
    if (!(first || next) || what.len < 2 * HAN) return SLICE_NONE;
    *lent = (struct lent){.head = what, .part = true, .unit = c->quantity.unit_name};
    return joined(own, what, n->arena);
}

/* 主要产品产量：水泥213万吨，|发电量|38亿千瓦时，其中火电30亿千瓦时: is the figure before, in the same unit, named by one head,
 * and not by that which was announced? */
static bool measures_itself(const struct naming *n, const struct candidate *c, slice announced) {
    slice model = n->previous->metric;
    return same_unit(c, n->previous) && is_word(n->s, model, CLASSES(HEAD), 0) && !slice_ends(model, announced);
}

/* 粮食产量|86万吨，单产520公斤，其中|小麦41万吨: what stands between a whole and its parts in another unit lends them no head;
 * the name of the whole, or `model`, the name before, where nothing stands between them. */
static slice over_others(struct naming *n, const struct candidate *c, struct range before, struct range name, slice model) {
    if (!n->previous || same_unit(n->previous, c) || !is_part(n->s, before, name)) return model; /* most */
    const struct candidate *whole = antecedent(n, c, SAME_UNIT);
    size_t head = same_unit(whole, c) ? word_at_end(n->s, whole->metric, CLASSES(HEAD), NOTE_FUND) : n->s->count;
    if (head == n->s->count || whole->kind != c->kind || slice_equal(whole->metric, n->previous->metric)) return model;
    if (slice_has(whole->metric, name_of(n->s, name, n->arena))) return model; /* 进出口总额9亿元，完成率97%，其中|出口7亿元 */
    slice inner = head_in_word(&n->s->tokens[head]);
    n->carry->lent = (struct lent){.head = inner.len ? inner : token_text(n->s, head), .unit = c->quantity.unit_name};
    return whole->metric;
}

/* A name without a head has that of the one before, or the one that was announced for all that follows. A count has not:
 * 规上企业利润3亿元，上市企业12家. */
static slice with_its_head(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    const struct token *last = &n->s->tokens[name.to - 1];
    struct lent        *lent = &n->carry->lent;
    bool                head = is_head(last);
    if (c->role == ROLE_FROM) head &= !lexicon_ending(n->s->lexicon, own, EDGE_PERSON); /* 居民|由65%提高到70% */
    slice other = head ? SLICE_NONE : of_other_item(n, c, name, own);
    if (other.len) return other;
    if (!head) announce_moved(n, c, before, own);
    bool paid = c->kind == KIND_CHANGE && money_unit(c); /* 大豆1万亩，大豆补贴高于玉米|350元 */
    if (paid && !slice_equal(lent->unit, c->quantity.unit_name)) return own;
    if (c->kind == KIND_RATIO && n->previous && n->previous->kind != KIND_RATIO) return own; /* 收入2万元，|收入比2.4:1 */
    bool announced = announces(n, c, before);
    if (announced && lent->unit.len && !slice_equal(lent->unit, c->quantity.unit_name)) return own;
    bool averaged = announced && lent->average && c->kind == KIND_LEVEL && !has_note(last, NOTE_GENERIC | NOTE_FUND);
    if (averaged) return joined(own, lent->head, n->arena);
    bool told =
        announced && (lent->head.len > 2 * HAN || last->tag == NOUN); /* 招生数：普通高中3.6万人, 产量：汽车12万辆，企业12家 */
    slice level = at_other_level(n, c, name, own);
    if (level.len) return level;
    slice held = counts(c) && !told ? held_there(n, c, before, name, own) : SLICE_NONE;
    if (held.len) return held;
    if (own.len < HAN || (counts(c) && !told)) return own;
    if (has_class(n->s, range_of(name.to, c->token), CLASSES(SHARE))) return own; /* 合格率98%，其中食品占40% */
    slice deed = deed_measured(n, c, before, name);
    if (deed.len) return deed;
    slice model = over_others(n, c, before, name, metric_before(n));
    bool  place = name.to == name.from + 1u && n->previous && is_place(n->s, name.from) && is_part(n->s, before, name);
    if (place && same_unit(c, n->previous)) { /* 粮食产量12万吨，其中青禾镇3万吨 */
        *lent = (struct lent){.head = model, .part = true, .unit = c->quantity.unit_name};
        return joined(own, model, n->arena);
    }
    bool lends = slice_ends(model, lent->head);
    bool share = ends_with_word(n->s, model, 0, NOTE_SHARE) || lexicon_ending(n->s->lexicon, model, EDGE_RATE);
    if (c->kind == KIND_GROWTH && share) return own; /* 收入占比71%，支出降9%; 增长面69%，其中装备制造业增长12% */
    if (c->kind == KIND_LEVEL && slice_equal(lent->unit, SLICE_LIT("%"))) return own; /* 减税占比41%。…，退税57亿元 */
    slice owner = lends && lent->head.len ? slice_less(model, lent->head.len) : SLICE_NONE;
    if (is_headed(n->s, name, head, owner) || is_one_of(last->tag, VERB, AWARD, VERBAL, GROW, FALL, IMPROVE, PLAN))
        return own;                                      /* 工业 has none */
    if (head && slice_ends(lent->head, own)) return own; /* 满意和基本满意率99%，其中满意率95% */
    if (announced && c->kind == KIND_SHARE && !lent->unit.len) return own; /* 产能：烧碱60万吨；工程进度65% */
    if (announced && is_part(n->s, before, name) && n->previous && measures_itself(n, c, lent->head)) {
        *lent = (struct lent){.head = n->previous->metric, .part = true, .unit = c->quantity.unit_name};
        return joined(own, lent->head, n->arena);
    }
    if (announced)
        return slice_ends(lent->head, slice_from(own, own.len - HAN)) ? own : joined(own, lent->head, n->arena); /* 发电量 */
    if (!n->previous && tells_apart(n->s) && model.len >= 4 * HAN && !is_head(last)) { /* 乡村 is a part itself */
        *lent = (struct lent){.head = owner.len ? lent->head : model, .part = true, .unit = c->quantity.unit_name};
        return joined(own, lent->head, n->arena);
    }
    return with_head_of(n, c, before, name, own, model);
}

slice with_head(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    slice told = with_its_head(n, c, before, name, own), side = told.len == own.len ? of_one_side(n, c, name, own) : SLICE_NONE;
    return side.len ? side : told;
}

void lend_to_row(struct naming *n, struct candidate *first, size_t count, struct range before, struct range items) {
    struct items cut = cut_items(n->s, items, CLASSES(LIST_COMMA, AND));
    for (size_t i = 0; i < count && cut.count == count; i++) /* 城镇、农村居民收入 have one of their own */
        if (slice_equal(first[i].metric, name_of(n->s, cut.at[i], n->arena)))
            first[i].metric = with_head(n, &first[i], before, cut.at[i], first[i].metric);
}

slice stem_of_deed(const struct naming *n, struct range name) {
    bool same = slice_equal(token_text(n->s, name.to - 1u), n->carry->lent.head);
    return same && slice_starts(metric_before(n), n->carry->lent.stem) ? n->carry->lent.stem : SLICE_NONE;
}

/* Of `model`, whose `head` was lent, what has others, too: 绿地 of 新增绿地面积, nothing of 总收入. */
static slice owner_in(const struct lent *lent, slice model, slice head) {
    if (!slice_ends(model, head) || lent->added + head.len + HAN >= model.len) return SLICE_NONE;
    return slice_sub(model, lent->added, model.len - head.len);
}

/* 财政收入29亿元，增长12%；|支出|30亿元: is the head what flows the other way, and so of the one word before ； too? Not so
 * 利润. */
static bool flows_back(const struct naming *n, const struct candidate *c, struct range name) {
    const struct token *head = &n->s->tokens[name.from];
    return n->s->goes_on && money_unit(c) && has_note(head, NOTE_GENERIC) &&
           !has_note(head, NOTE_EARNS | NOTE_FUND | NOTE_LEVY) && slice_equal(n->carry->lent.unit, c->quantity.unit_name);
}

slice owner_of_head(const struct naming *n, const struct candidate *c, struct range name) {
    bool same = slice_equal(n->carry->lent.unit, c->quantity.unit_name);
    if (n->previous || name.from > 1) return SLICE_NONE;
    if (n->carry->lent.within && !flows_back(n, c, name)) return SLICE_NONE;
    slice model = metric_before(n), head = n->carry->lent.head, whole = n->carry->whole;
    if (!same && (money_unit(c) || !sentence_goes_on(n->s) || !head.len))
        return SLICE_NONE;                      /* 商品煤产量86万吨；营业收入3亿元 */
    if (slice_ends(whole, head)) model = whole; /* 基金收入12亿元，其中补贴收入6亿元；支出11亿元 */
    if (!head.len && money_unit(c)) return SLICE_NONE; /* 招商引资12亿元；收入3亿元, but 村卫生室320个；总数400个 */
    slice of = owner_in(&n->carry->lent, model, head), own = token_text(n->s, name.from);
    if (slice_starts(own, utf8_tail(of, 1))) of.len -= utf8_tail(of, 1).len; /* 集团总|收入，总|支出 */
    bool trades = note_at(n->s, name.from, NOTE_EARNS) && lexicon_ending(n->s->lexicon, of, EDGE_TRADES);
    return trades ? SLICE_NONE : of; /* 商品销售总额45亿元；利润3860万元: what is earned is of who trades */
}

/* Less the head that tells one of `notes`. */
static slice headless(const struct sentence *s, slice metric, uint64_t notes) {
    size_t last = word_at_end(s, metric, 0, notes);
    if (last == s->count) return metric;
    slice inner = note_at(s, last, NOTE_GENERIC) ? token_text(s, last) : head_in_word(&s->tokens[last]);
    return slice_less(metric, inner.len);
}

slice metric_without_head(const struct sentence *s, slice metric) { return headless(s, metric, NOTE_GENERIC); }

slice amount_without_head(const struct sentence *s, slice metric) { return headless(s, metric, NOTE_GENERIC | NOTE_OTHER); }

/* Less the verb that ends it, and before that a head as long as `head`, 支出: 一般公共预算 of 一般公共预算收入安排. */
static slice arranged_of(slice model, slice head, slice verb) {
    bool arranged = slice_ends(model, verb) && model.len >= head.len + verb.len + 2 * HAN;
    return arranged ? slice_less(model, verb.len + head.len) : SLICE_NONE;
}

slice owner_of_arranged(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence *s = n->s;
    const struct token    *last = &s->tokens[name.to - 1];
    bool                   arranged = name.to == name.from + 2u && is_budgeted(last) && money_unit(c);
    if (!arranged || !has_note(last - 1, NOTE_GENERIC)) return SLICE_NONE; /* most */
    slice head = token_text(s, name.from), verb = token_text(s, name.to - 1u), model = metric_before(n);
    slice of = arranged_of(model, head, verb);
    if (!of.len) of = arranged_of(n->carry->whole, head, verb);
    if (of.len) return of;
    size_t other = word_at_end(s, model, 0, NOTE_GAINS | NOTE_GOAL); /* 收入|预算16亿元，支出|安排16亿元 */
    return other < s->count && is_budgeted(&s->tokens[other]) ? arranged_of(model, head, token_text(s, other)) : SLICE_NONE;
}
