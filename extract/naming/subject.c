/* What a bare head is of: 总数612家 of those that the figure before counts, 产值3亿元 of who earns it, 总库容3200万立方米 of
 * what the clause between says is made. */
#include "extract/naming/subject.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/clause.h"
#include "extract/naming/lend.h"
#include "extract/naming/object.h"
#include "extract/naming/previous.h"
#include "extract/naming/topic.h"

#include "extract/base/banned.h"

/* 货运量86万吨，营业收入63亿元: the name of the amount `c` ends with what is measured by it alone, and has nothing to lend to
 * money; that of 茶叶产量 has, 茶叶. */
static bool stands_beside(const struct sentence *s, const struct candidate *c) {
    if (money_unit(c) || c->kind != KIND_LEVEL) return false;
    size_t last = word_at_end(s, c->metric, CLASSES(HEAD), NOTE_FUND);
    return last < s->count && is_head(&s->tokens[last]) && !note_at(s, last, NOTE_GENERIC);
}

/* 加快打造大健康产业，产值增长10%: what is made, of a clause that tells how it is; 发展长者食堂，覆盖率达80%: a rate is
 * of that, too. */
static slice made(const struct sentence *s, slice clause, bool rate) {
    slice moved = without_first(s, clause, CLASSES(GROW, FALL), 0, 3 * HAN); /* 提高|养老金水平，人均增加80元 */
    if (moved.len < clause.len) return moved;
    size_t how = word_at_start(s, clause, CLASSES(IMPROVE), 0);
    slice  done = how < s->count ? slice_from(clause, token_text(s, how).len) : clause;
    size_t verb = how < s->count || rate ? word_at_start(s, done, CLASSES(VERB, VERBAL), 0) : s->count;
    if (verb == s->count || done.len < token_text(s, verb).len + 2 * HAN) return clause;
    bool does = how < s->count || s->tokens[verb].tag == VERB || tag_before(s, verb) == ADVERB; /* 大力|发展 */
    return does ? slice_from(done, token_text(s, verb).len) : clause;                           /* 推进|普惠托育 */
}

/* 完成投资9亿元，开工建设青禾水库，总库容3200万立方米: a size is of what the clause between says is made. */
static slice sized(const struct sentence *s, const struct candidate *c, size_t from, struct arena *arena) {
    bool size = physical_unit(c);
    if (!size || from < 2) return SLICE_NONE;
    struct range clause = strip(s, clause_up_to(s, from), NAME_HEAD, NAME_TAIL), what = clause;
    bool         built = is_one_of(tag_before(s, clause.from), REACH, LIGHT, DONE); /* 完成|新院区工程 */
    while (what.from < what.to && is_one_of(s->tokens[what.from].tag, VERB, VERBAL)) what.from++;
    bool thing = built && what.from < what.to && note_at(s, what.to - 1, NOTE_THING | NOTE_STAGE);
    return what.from > clause.from || thing ? name_of(s, what, arena) : SLICE_NONE;
}

/* 进场读者31万人次，销售额2180万元: visits are counted, and have no money; 救助860人次，金额46万元. */
static bool counts_visits(const struct candidate *c) {
    return c->kind == KIND_LEVEL && person_unit(c) && !c->quantity.unit->base.len;
}

/* 客流1.3万人次，|增长5%|: the level that figure `p` tells the change of; `p` itself when it tells none. */
static const struct candidate *level_of(const struct sentence *s, const struct candidate *p) {
    const struct candidate *of = p;
    while (of > s->candidates && kind_moves(of->kind) && slice_equal(of[-1].metric, p->metric)) of--;
    return of;
}

/* 园区集聚企业200家，营业收入突破300亿元: what is earned is of who did it, not of what was counted; empty when nobody is told.
 */
static slice earner(const struct naming *n, struct range name) {
    const struct sentence *s = n->s;
    if (!note_at(s, name.from, NOTE_EARNS)) return SLICE_NONE;
    bool rate = n->previous->kind == KIND_SHARE && lexicon_ending(s->lexicon, n->previous->metric, EDGE_RATE);
    if (rate) return SLICE_NONE; /* 产品销售率98%，实现|利税9亿元 */
    struct range r = strip(s, range_of_words(words_before(s, n->previous->token)), NAME_HEAD, NAME_TAIL);
    size_t       verb = first_of(s, r, ~CLASSES(NOUN, HEAD));
    struct range who = range_of(r.from, verb);
    while (verb < r.to && is_one_of(s->tokens[verb].tag, ADVERB, DONE, PLACE, PREPOSITION)) verb++;
    bool did = verb < r.to && is_one_of(s->tokens[verb].tag, VERB, VERBAL);
    return did && content_bytes(s, who) >= 2 * HAN && !is_place(s, who.from) ? name_of(s, who, n->arena) : SLICE_NONE;
}

/* 项目|占地300亩，新建厂房6栋，总投资12亿元: money is of the project whose size the sentence opens with, not of what was
 * counted; empty when it opens otherwise. */
static slice sized_first(const struct naming *n) {
    const struct sentence  *s = n->s;
    const struct candidate *first = s->candidates;
    while (first < n->previous && (first->refused || !first->metric.len)) first++;
    if (!counts(n->previous) || !physical_unit(first)) return SLICE_NONE; /* most */
    size_t project = words_before(s, first->token).from;
    bool   opens = project + 1 < first->token && note_at(s, project, NOTE_THING) &&
                 is_one_of(s->tokens[project + 1].tag, NOUN, HEAD, VERB, VERBAL);
    return opens ? token_text(s, project) : SLICE_NONE;
}

/* 公司|员工1300人，产值18亿元: money is of those whose persons the figure before counts. */
static slice whose_persons(const struct sentence *s, const struct candidate *previous, slice of, bool earned) {
    size_t who = person_unit(previous) ? word_at_end(s, of, CLASSES(NOUN, HEAD), 0) : s->count;
    bool   persons = who < s->count && token_ending(s, who, EDGE_PERSON);
    if (persons && earned && of.len < token_text(s, who).len + 2 * HAN) return SLICE_NONE; /* 从业人员2600人，|产值15亿元 */
    return persons && of.len >= token_text(s, who).len + 2 * HAN ? slice_less(of, token_text(s, who).len) : of;
}

/* 工业企业|经济效益|提高，实现利润3亿元: what is earned is of who earns it, not of another amount of theirs. */
static slice who_earns(const struct sentence *s, slice of, const struct token *earned) {
    return has_note(earned, NOTE_EARNS) ? without_last(s, of, 0, NOTE_GENERIC, 2 * HAN) : of;
}

/* 小额信贷|新增投放: what something new came to; of what is `counted`, 雪亮工程新增|监控探头, the noun. */
static slice before_new(const struct sentence *s, slice name, bool counted) {
    for (size_t i = 0, at; i < s->count; i++) {
        slice new = token_text(s, i);
        if (!note_at(s, i, NOTE_NEW) || (at = slice_find(name, new, 0)) == SIZE_MAX || at < 2 * HAN) continue;
        if (counted && name.len >= at + new.len + 2 * HAN) return slice_from(name, at + new.len);
        name.len = at;
    }
    return name;
}

/* 人均月|收入3200元，年产值1200万元; 成交价每吨120元，收入38万元; 一亩地|收800斤，亩产1100斤: is what a name has left no more
 * than per whom it is taken, or the price itself? */
static bool says_nobody(const struct naming *n, const struct candidate *c, slice of, bool earned) {
    const struct sentence *s = n->s;
    size_t                 per = word_at_start(s, of, 0, NOTE_PER), head = word_at_end(s, of, CLASSES(HEAD), 0);
    bool rate = n->previous->kind == KIND_SHARE && c->kind == KIND_LEVEL && lexicon_ending(s->lexicon, of, EDGE_RATE);
    if (rate && slice_equal(of, n->previous->metric)) return true; /* 损失率控制在1.2%以内，总产量56万吨 */
    if (per < s->count && of.len <= token_text(s, per).len + HAN) return true;
    if (lexicon_opening(s->lexicon, of, EDGE_APIECE)) return true;
    bool price = head < s->count && token_text(s, head).len == of.len && !note_at(s, head, NOTE_FUND | NOTE_GENERIC);
    bool moved = earned && kind_moves(n->previous->kind), money = moved || money_unit(n->previous); /* 产值增长5%，税收3亿元 */
    return price && money_unit(c) && money && slice_equal(of, n->previous->metric);
}

/* |完成|固定资产投资18亿元，营业收入26亿元: does the clause of the figure at token `k` open with its verb, so that it tells
 * nobody? */
static bool is_completed(const struct sentence *s, size_t k) {
    size_t verb = skip(s, words_before(s, k).from, CLASSES(ADVERB, DATE, PLACE, PLAN, AIM));
    return is_one_of(s->tokens[verb].tag, REACH, DONE, LIGHT);
}

/* 市场|日均交易量30万斤，年交易额20亿元; |平均海拔4700米，面积2.6万平方公里: whose it is of which `name` tells an average,
 * which the next figure is no part of. */
static slice before_average(const struct sentence *s, slice name) {
    for (size_t i = 0; i + 1 < s->count; i++) {
        const struct token *t = &s->tokens[i];
        if (!has_note(t, NOTE_PER) && t->tag != BOTH) continue; /* most */
        size_t at = slice_find(name, sentence_text(s, i, i + 2), 0);
        if (at != SIZE_MAX) return slice_sub(name, 0, at);
        slice per = token_text(s, i); /* 水稻|亩均|单产1320斤，总产166万斤 */
        if (slice_ends(name, per) && name.len > per.len) return slice_less(name, per.len);
    }
    return name;
}

/* A head behind the figure `previous`, of whom that one is: 产量12万吨，|产值3亿元, 公园12个，|总数|86个. */
struct heir {
    const struct naming    *n;
    const struct candidate *c, *previous;
    const struct token     *head;   /* the first of its words */
    slice                   told;   /* the name of `previous`, or of the whole that it is a part of */
    bool                    earned; /* 产值, 利润 */
    bool                    alike;  /* both count one thing, or the first tells how the second grew */
    bool                    moves;  /* 增速, 降幅 */
    bool                    guests; /* 国内外游客186万人次，|收入14亿元 */
};

/* 财政收入21亿元，增长8%，支出20亿元: is the amount of which the figure `previous` tells how it moved, or how much of a goal it
 * is, counted as `c` is? */
static bool moved_alike(const struct sentence *s, const struct candidate *previous, const struct candidate *c) {
    if (!money_unit(c) || !is_one_of(s->tokens[previous->token].tag, PERCENT, POINTS)) return false; /* most */
    const struct candidate *p = previous;
    while (p > s->candidates && !p[-1].refused && slice_equal(p[-1].metric, previous->metric)) p--;
    return p < previous && p->kind == KIND_LEVEL && same_unit(p, c);
}

static struct heir heir_of(const struct naming *n, const struct candidate *c, const struct token *head,
                           const struct candidate *previous) {
    bool earned = has_note(head, NOTE_EARNS);
    bool grew = previous->kind == KIND_GROWTH && money_unit(c) && earned &&
                !has_note(head, NOTE_LEVY); /* 工业增加值增长19%，实现|利润31亿元 */
    return (struct heir){.n = n,
                         .c = c,
                         .previous = previous,
                         .head = head,
                         .told = previous == n->part ? n->parted : previous->metric, /* 装机占全市的43%，|年发电量30亿千瓦时 */
                         .earned = earned,
                         .alike = c->kind == KIND_LEVEL && (grew || same_unit(previous, c) || moved_alike(n->s, previous, c)),
                         .moves = is_one_of(head->tag, GROW, FALL),
                         .guests = money_unit(c) && counts_visits(n->previous)};
}

/* 续建项目61个、投资5亿元，|新建|项目42个、|投资4亿元: does only the verb of the figure before, with which this one is chained,
 * tell its thing `of` from what was counted before it? */
static bool told_apart_by_verb(const struct heir *h, slice of) {
    const struct sentence *s = h->n->s;
    size_t                 k = skip_back(s, (size_t)(h->head - s->tokens), CLASSES(REACH, DONE, ADVERB));
    if (tag_before(s, k) != LIST_COMMA || !counts(h->previous) || of.len == h->told.len) return false; /* most */
    for (const struct candidate *p = s->candidates; p < h->previous; p++) {
        bool same = !p->refused && p->metric.len > of.len && slice_ends(p->metric, of) && same_unit(p, h->previous);
        if (same && !slice_equal(p->metric, h->told)) return true;
    }
    for (size_t i = h->c->token + 1u; i + 1 < s->count; i++) { /* or from what is counted behind it */
        bool verb = is_one_of(s->tokens[i - 1].tag, VERB, VERBAL), same = verb && slice_ends(of, token_text(s, i));
        if (same && is_figure(s, i + 1) && same_unit(figure_at(s, i + 1), h->previous)) return true;
    }
    return false;
}

/* What the figure before is of, without what was done to it: 净增|大户38家, 金融业增加值|占生产总值34%. */
static slice object_told(const struct heir *h) {
    const struct sentence *s = h->n->s;
    bool lasted = s->tokens[h->previous->token].tag == DURATION && h->n->subject.len; /* 粮食连续四年增产，|产量50万吨 */
    slice of = object_of(s, lasted ? h->n->subject : h->told);
    if (!lasted) of = slice_from(of, opening_verb_of(s, h->previous).len);
    if (told_apart_by_verb(h, of)) return h->told;
    return money_unit(h->c) && h->previous->kind == KIND_SHARE ? without_share(s, of, KIND_LEVEL) : of;
}

/* 大桥|宽32米, 渔船|长30米: less the character that says which size of it is told. */
static slice thing_sized(const struct heir *h, slice of) {
    const struct sentence *s = h->n->s;
    bool                   sized = physical_unit(h->previous) && h->previous->kind == KIND_LEVEL;
    if (!sized || !lexicon_ending(s->lexicon, of, EDGE_GLUED) || ends_with_word(s, of, CLASSES(HEAD), 0)) return of;
    return slice_less(of, HAN);
}

/* 8亩，总产|26吨: a size of another sort than the figure before has. */
static bool yields(const struct naming *n, const struct candidate *c) {
    bool sizes = c->kind == KIND_LEVEL && physical_unit(c) && physical_unit(n->previous);
    return sizes && !slice_equal(c->quantity.unit->dimension, n->previous->quantity.unit->dimension);
}

/* 大坝高98米，坝顶|长311米，|总库容1.2亿立方米: is a size told of a whole, behind those of another sort that several parts
 * have? */
static bool is_of_whole(const struct heir *h) {
    const struct candidate *p = h->previous, *other = p - (p > h->n->s->candidates);
    bool overall = token_opening(h->n->s, (size_t)(h->head - h->n->s->tokens), EDGE_OVERALL) && yields(h->n, h->c);
    if (!overall || other == p || other->refused || !same_unit(other, p) || other->metric.len <= HAN) return false; /* most */
    return !slice_starts(p->metric, slice_less(other->metric, HAN));
}

/* 旅游收入|增速 keeps its head, and so does 到位资金|占比. */
static slice without_own_head(const struct heir *h, slice of) {
    bool   kept = h->moves || h->guests || (h->c->kind == KIND_SHARE && !h->earned) || has_note(h->head, NOTE_SHARE);
    size_t goal = !kept && h->alike && !h->earned ? word_at_end(h->n->s, of, 0, NOTE_GOAL) : h->n->s->count;
    if (goal < h->n->s->count && is_head(&h->n->s->tokens[goal - 1])) {
        of.len -= token_text(h->n->s, goal).len;      /* 经营收入|预算800万元，支出600万元 */
        if (has_note(h->head, NOTE_BASIS)) return of; /* 教育支出|预算12亿元，决算13亿元 */
    }
    if (!kept && h->alike && word_at_end(h->n->s, of, 0, NOTE_BASIS) < h->n->s->count)
        of = amount_without_head(h->n->s, of); /* 公共预算收入|决算12亿元，支出决算9亿元 */
    return kept ? of : h->alike ? amount_without_head(h->n->s, of) : metric_without_head(h->n->s, of);
}

/* 年产|座椅900万件: is a head right before a noun all that opens the name of figure `p`? */
static bool is_per_year(const struct sentence *s, const struct candidate *p) {
    size_t head = p->token >= 2 ? p->token - 2u : 0;
    bool   stands = p->token >= 2 && s->tokens[head].tag == HEAD && s->tokens[head + 1].tag == NOUN;
    return stands && slice_equal(p->metric, sentence_text(s, head, p->token));
}

/* 加工|干茶1.8万公斤，销售额1600万元: is the head of what was done, which the name before tells in part only? */
static bool is_of_deed(const struct heir *h, slice of) {
    const struct sentence  *s = h->n->s;
    const struct candidate *previous = h->previous;
    bool                    money = money_unit(h->c), did = object_of(s, previous->metric).len < previous->metric.len;
    bool                    done = h->earned && money && money_unit(previous) && is_completed(s, previous->token);
    if (done && !lexicon_ending(s->lexicon, of, EDGE_EARNER)) return true;
    bool made = starts_with_word(s, of, 0, NOTE_GENERIC);
    if (h->earned && (counts(previous) ? made && is_per_year(s, previous) : did || made))
        return true; /* 日产拉链35万米，产值8600万元, 年产座椅900万件，产值4亿元, not 规模以上企业43家 */
    bool spent = has_note(h->head, NOTE_FUND) && is_one_of(h->head[-1].tag, REACH, DONE);
    bool several = previous > s->candidates; /* 改造管网96公里，更换阀门3700个，完成|投资3亿元: for neither alone */
    if (did && spent && several && !ends_with_word(s, of, 0, NOTE_THING)) return true;
    return money && starts_with_word(s, of, CLASSES(PER), 0); /* 每生每天补助4元，全年支出5120万元 */
}

/* 新能源汽车|推广3万辆，保有量12万辆, 肉牛|年出栏2600头，产值5300万元: what was done, and is not of the head. */
static slice without_deed(const struct heir *h, slice of) {
    const struct sentence  *s = h->n->s;
    const struct candidate *c = h->c;
    size_t                  deed = word_at_end(s, of, CLASSES(VERB, AWARD, VERBAL), 0);
    bool measured = h->alike || (c->kind == KIND_LEVEL && !money_unit(c) && !counts(c)); /* 早稻|收获4.3万亩，亩产426公斤 */
    if (deed == s->count || !(measured || (h->earned && counts(h->previous)))) return of;
    bool object = has_class(s, range_of(clause_start(s, deed), deed), CLASSES(VERB)); /* 投放涉农|贷款 */
    return object ? of : without_last(s, of, CLASSES(VERB, AWARD, VERBAL), 0, 2 * HAN);
}

/* 固定资产投资增长10%，|税收增长9%; not 园区产值增长6%，|税收增长8%: what the state takes in is of who earns, and no part of
 * another indicator, whose name `of` keeps its head or is nothing but that. */
static bool is_levied_apart(const struct heir *h, slice of) {
    const struct sentence *s = h->n->s;
    if (!has_note(h->head, NOTE_LEVY)) return false; /* most */
    size_t last = word_at_end(s, h->told, CLASSES(HEAD), 0);
    return last < s->count && (token_text(s, last).len == h->told.len || slice_ends(of, token_text(s, last)));
}

/* |航速|12.5节，|最大载重|2万吨: is the figure before named by nothing but a measure of another sort, which has none of its
 * own?
 */
static bool is_measure_alone(const struct heir *h) {
    const struct sentence *s = h->n->s;
    if (!yields(h->n, h->c)) return false; /* most */
    size_t head = word_at_start(s, h->told, CLASSES(HEAD), 0);
    return head < s->count && token_text(s, head).len == h->told.len && !note_at(s, head, NOTE_THING);
}

/* 产量12万吨，|产值3亿元 and 总数|612家 are of what the figure `previous` is of: its name without what was done to it or
 * earned. */
static slice joined_with(const struct naming *n, const struct candidate *c, struct range name, slice own,
                         const struct candidate *previous) {
    const struct sentence *s = n->s;
    const struct heir      h = heir_of(n, c, &s->tokens[name.from], previous);
    slice                  of = object_told(&h);
    if (token_opening(s, name.from, EDGE_AVERAGED)) return joined(of, own, n->arena); /* 月均收费5180元，|中位数4600元 */
    if (is_of_whole(&h) || is_measure_alone(&h)) return own;
    slice sized = thing_sized(&h, of);
    if (sized.len < 2 * HAN) return own; /* 井|深120米 */
    of = sized.len < of.len ? sized : without_own_head(&h, of);
    if (is_levied_apart(&h, of)) return own;
    if (is_word(s, of, 0, NOTE_GOAL)) return own; /* |年初预算|100万元，支出120万元 */
    if (says_nobody(n, c, of, h.earned) || is_of_deed(&h, of)) return own;
    slice whose = c->kind == KIND_LEVEL && !h.moves ? before_average(s, of) : of;
    if (whose.len < 2 * HAN && (whose.len < of.len || of.len == HAN)) return own; /* 总|占地面积120亩，总建筑面积8万平方米 */
    of = whose;
    if (h.moves) of = without_last(s, of, 0, NOTE_SIZE, 3 * HAN); /* 总量居第10位，|增速居第8位 */
    bool helped = object_of(s, h.told).len < h.told.len; /* 资助|贫困学生215人、资金86万元: theirs, not of 贫困 */
    if (money_unit(c) && !h.guests && !helped) of = whose_persons(s, previous, of, h.earned);
    if (c->kind == KIND_LEVEL && s->notes & NOTE_NEW) of = before_new(s, of, h.alike && counts(c));
    /* 全球|销量5万辆，营收38亿元; 停车场有300个|车位，投资3亿元 */
    of = without_last(s, of, 0, counts(c) ? NOTE_SCOPE : NOTE_SCOPE | NOTE_ROOM, 2 * HAN);
    if (money_unit(previous) && !money_unit(c)) of = without_last(s, of, 0, NOTE_FUND, 2 * HAN); /* 养鸡场|投资 */
    size_t deed = word_at_end(s, of, CLASSES(VERB, AWARD, VERBAL), 0);
    of = without_deed(&h, of);
    if (h.earned && deed < s->count && of.len == token_text(s, deed).len) return own; /* 带动1500人|就业，年产值6400万元 */
    bool               thing = has_note(h.head, NOTE_FUND) && ends_with_word(s, of, 0, NOTE_THING);
    const struct word *all = token_opening(s, name.from, EDGE_OVERALL);
    if (all && slice_ends(of, all->text) && h.alike) of.len -= all->text.len;        /* 经费|总投入, 总支出 */
    return thing ? arena_format(n->arena, "%.*s%.*s", SLICE_ARG(of), SLICE_ARG(own)) /* 政府投资项目|投资 */
                 : joined(of, own, n->arena);
}

/* 发展数字经济，|支持企业开拓市场，|产值30亿元: where the clauses end before token `from` of which one tells who earns; what
 * somebody is supported in does not, but 支持现代物流产业. */
static size_t behind_earner(const struct sentence *s, size_t from) {
    while (tag_before(s, from) == COMMA) {
        size_t clause = clause_start(s, from - 1), deed = skip(s, clause, CLASSES(ADVERB));
        size_t who = next_of(s, deed, CLASSES(HEAD)); /* 支持|企业|开拓市场 */
        if (s->tokens[deed].tag != VERBAL || !note_at(s, deed, NOTE_USE) || who + 2u >= from) break;
        from = clause;
    }
    return from;
}

/* What the clause before tells of a bare head, where no figure stands before it. */
static slice of_clause_before(struct naming *n, const struct candidate *c, size_t from, struct range name) {
    const struct token *head = &n->s->tokens[name.from];
    if (from > 1 && n->s->tokens[from - 1].tag == COLON && n->s->tokens[from - 2].tag == FOLLOWING)
        return SLICE_NONE; /* 收支总数如下：|收入3亿元 */
    if (has_note(head, NOTE_EARNS)) from = behind_earner(n->s, from);
    slice clause = from > 0 ? clause_before(n->s, from, c->kind, n->arena) : SLICE_NONE;
    bool  measure = is_word(n->s, clause, CLASSES(HEAD), 0) && is_word(n->s, clause, 0, NOTE_GENERIC);
    if (measure) return SLICE_NONE; /* 价格环比持平，|销量下降3% */
    slice of = who_earns(n->s, made(n->s, clause, c->kind == KIND_SHARE), head);
    /* 数字经济|产值; 集团上下顶住压力、克难前行，实现|营业收入48亿元 */
    bool earns = !has_note(head, NOTE_EARNS) || !money_unit(c) || lexicon_ending(n->s->lexicon, of, EDGE_EARNER);
    return earns ? of : SLICE_NONE;
}

/* 公园12个，其中市级2个、镇级10个，|面积86公顷: what several parts are of is meant behind them, for neither is, and behind one
 * in their own unit, 建成公路3167公里，其中高等级公路412公里，|总里程6万公里; else the figure before. */
static const struct candidate *whole_of_parts(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *part = n->previous, *const first = s->candidates;
    if (!in_classes(AMONG, s->classes)) return part;                     /* most */
    if (c->kind == KIND_SHARE && part->kind == KIND_GROWTH) return part; /* 其中制造业投资增长9.8%，|占比40.2% is of that */
    while (part > first && !part[-1].refused && same_unit(part - 1, part) &&
           !has_class(s, range_of(part[-1].token, part->token), CLASSES(AMONG)))
        part--;
    bool parts = part > first && (part < n->previous || same_unit(n->previous, c)) && !part[-1].refused && part[-1].metric.len;
    parts = parts && same_unit(part - 1, part) && has_class(s, range_of(part[-1].token, part->token), CLASSES(AMONG));
    return parts ? part - 1 : n->previous;
}

/* 在外打工|13年，月薪4800元; not 工期|30个月，总投资12亿元, 合作社成立|5年，年产值860万元: what was done so long earns nothing.
 */
static bool only_lasted(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (!previous_is(n, DURATION) || !money_unit(c) || n->subject.len) return false; /* most */
    slice  did = n->previous->metric;
    size_t who = word_at_start(s, did, CLASSES(NOUN, HEAD), 0);
    bool told = who < s->count && (note_at(s, who, NOTE_THING) || token_ends_in(s, who, ONE_OF_EDGES(EDGE_EARNER, EDGE_DOER)));
    return !told && !ends_with_word(s, did, CLASSES(HEAD), NOTE_GENERIC);
}

/* 投资|改造, 建设|投资: does a name say of money only what was done with it? */
static bool only_done(const struct sentence *s, slice name) {
    size_t first = word_at_start(s, name, CLASSES(VERB, VERBAL), 0);
    if (first == s->count) return false;
    slice rest = slice_from(name, token_text(s, first).len);
    return !rest.len || is_word(s, rest, CLASSES(VERB, VERBAL), 0);
}

/* 投资620万元改造，面积1800平方米; 每处补贴|8000元，面积460平方米; 招收学员|512名，学制15天; 人口|50万，面积2000平方公里: no
 * size is of money or of all who live there, and no term of persons, but of what both stand beside. */
static bool of_another_sort(const struct naming *n, const struct candidate *c) {
    const struct candidate *p = n->previous;
    if (n->s->tokens[c->token].tag == DURATION) return p->kind == KIND_LEVEL && person_unit(p);
    if (!physical_unit(c)) return false; /* most */
    if (lexicon_ending(n->s->lexicon, p->metric, EDGE_SOULS)) return true;
    if (!money_unit(p)) return false;
    return (c->kind == KIND_LEVEL && only_done(n->s, p->metric)) ||
           starts_with_word(n->s, p->metric, CLASSES(PER, PER_NOUN), NOTE_PER);
}

/* 铁路完成投资38亿元，|机场扩建工程开工建设，|完成投资2.5亿元: what is put in is for the project of which the clause between
 * tells; empty when it tells of none. */
static slice project_between(const struct naming *n, const struct candidate *c, size_t from, struct range name) {
    const struct sentence *s = n->s;
    if (!money_unit(c) || !note_at(s, name.from, NOTE_FUND)) return SLICE_NONE; /* most */
    struct range clause = clause_between(n, from);
    size_t       thing = skip(s, clause.from, CLASSES(NOUN, HEAD, VERB, VERBAL));
    while (thing > clause.from && !note_at(s, thing - 1, NOTE_THING)) thing--;
    bool named = is_one_of(s->tokens[clause.from].tag, NOUN, HEAD) && thing > clause.from + 1u && thing < clause.to &&
                 !has_class(s, clause, CLASSES(FIGURES));
    return named ? name_of(s, range_of(clause.from, thing), n->arena) : SLICE_NONE;
}

/* 献血屋4个、献血车3辆，其中|云岭献血屋|为去年10月新建，面积120平方米: is of the one of them of which the clause between tells;
 * empty when that tells of none, or of several by a figure. */
static slice part_between(const struct naming *n, size_t from) {
    const struct sentence *s = n->s;
    struct range           clause = clause_between(n, from);
    if (clause.from == clause.to || s->tokens[clause.from].tag != AMONG) return SLICE_NONE; /* most */
    struct range who = range_of(clause.from + 1u, skip(s, clause.from + 1u, CLASSES(NOUN, HEAD)));
    bool         told = is_one_of(s->tokens[who.to].tag, REACH, LIGHT, RANK, PREPOSITION, FROM, ADVERB, DONE, DATE) &&
                !has_class(s, clause, CLASSES(FIGURES));
    return told ? name_if(s, who, 3 * HAN, n->arena) : SLICE_NONE;
}

/* 粮食产量26万吨，|畜牧业|稳步增长，产值3亿元; 公路里程1.5万公里，|高铁|从无到有，通车里程126公里: whose growth the clause
 * between tells is meant, for what is earned where it is one who earns; empty when that clause tells more, or of none. */
static slice grown_between(const struct naming *n, size_t from, const struct token *head) {
    const struct sentence *s = n->s;
    if (from < 3 || !is_one_of(s->tokens[from - 1].tag, COMMA, LIST_COMMA)) return SLICE_NONE;
    size_t who = back_to(s, from - 1, CLASSES(COMMA, LIST_COMMA, STOP, COLON, FIGURES));
    size_t told = skip(s, who, CLASSES(NOUN, HEAD)),
           end = skip(s, told, CLASSES(ADVERB, RUNNING, IMPROVE, GROW, FALL, VERBAL, REACH, SET_PHRASE));
    bool unknown = end == told + 1 && is_one_of(s->tokens[told].tag, ADVERB, RUNNING) && tag_at(s, end) == NOUN &&
                   token_bytes(&s->tokens[end]) == 2 * HAN;
    end += unknown; /* 旅游业|持续|升温 */
    if (who < n->previous->token + 2u || told == who || end != from - 1u || end == told) return SLICE_NONE; /* most */
    bool grew = unknown || has_class(s, range_of(told, end), CLASSES(IMPROVE, GROW, FALL, SET_PHRASE)) ||
                s->tokens[end - 1].tag == ADVERB;
    slice name = sentence_text(s, who, told);
    bool  earns = !has_note(head, NOTE_EARNS) || lexicon_ending(s->lexicon, name, EDGE_EARNER);
    return grew && earns && name.len >= 2 * HAN && !note_at(s, told - 1, NOTE_GENERIC) ? name : SLICE_NONE;
}

/* 公路里程1.5万公里，|高速公路|从无到有，达到173公里: whose growth the clause between tells, where no word but the verb stands
 * before the figure. */
slice grew_before(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (!n->previous || c->kind != KIND_LEVEL || before.to != before.from + 1u || s->tokens[before.from].tag != REACH)
        return SLICE_NONE; /* most */
    return grown_between(n, before.from, &s->tokens[before.from]);
}

/* 全县辖16个乡镇、698个村民小组，|总面积1558平方公里: what a place is divided into has no size of its own there. */
static bool divides_place(const struct naming *n, const struct candidate *c) {
    if (!physical_unit(c) || !counts(n->previous)) return false; /* most */
    const struct sentence  *s = n->s;
    const struct candidate *part = n->previous;
    for (; part > s->candidates && !part[-1].refused && counts(part - 1); part--) {
        size_t mark = skip(s, part[-1].token + 1u, CLASSES(NOUN, HEAD));
        mark += is_one_of(tag_at(s, mark), LIST_COMMA, AND);
        if (mark != part->token) break; /* 12镇|6乡 stand beside each other */
    }
    size_t noun = part->token + 1u;
    bool   place = (tag_at(s, noun) == NOUN && token_ending(s, noun, EDGE_PLACE)) ||
                 lexicon_is(s->lexicon, part->quantity.unit_name, EDGE_AREA);
    return place && noun > 1 && s->tokens[noun - 2].tag == REACH;
}

/* 新馆占地62亩，|可|同时停车430辆，造价4.8亿元: does figure `p` tell how much there is room for, of which nothing more is told?
 */
static bool is_room_for(const struct sentence *s, const struct candidate *p) {
    for (size_t i = clause_start(s, p->token); i < p->token; i++)
        if (is_one_of(s->tokens[i].tag, NOUN, ADVERB) && is_one_character(&s->tokens[i]) && token_ending(s, i, EDGE_ABLE))
            return true;
    return false;
}

/* 手术费花了2600元，那时|他一个月|工资才4300元: do the tokens [from, to) say whose a head is? */
static bool says_whose(const struct sentence *s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (s->tokens[i].tag == PLACE && token_opening(s, i, EDGE_HANGS)) return true;
    return false;
}

/* 涉及|员工4870人、|金额2936万元: the verb that says of both what the deed told before them concerns; empty when it stands not
 * so. */
static slice concerned(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (!money_unit(c) || !counts(n->previous) || tag_before(s, before.from) != LIST_COMMA) return SLICE_NONE; /* most */
    size_t verb = words_before(s, n->previous->token).from;
    bool   gains = s->tokens[verb].tag == VERB && note_at(s, verb, NOTE_GAINS);
    return gains && slice_starts(n->previous->metric, token_text(s, verb)) ? token_text(s, verb) : SLICE_NONE;
}

/* 为68名老人发放了|定位手环|，每只价值260元: the thing that the clause before ends with, where those counted there are persons.
 */
static slice given_thing(const struct naming *n, const struct candidate *c, size_t from) {
    const struct sentence *s = n->s;
    bool                   each = is_one_of(tag_at(s, from), PER, PER_NOUN) && from > 1 && tag_before(s, from) == COMMA;
    if (!each || !money_unit(c) || !person_unit(n->previous)) return SLICE_NONE; /* most */
    size_t what = skip_back(s, from - 1u, CLASSES(NOUN, HEAD));
    bool   done = what > n->previous->token + 2u && is_one_of(s->tokens[what - 1].tag, ADVERB, VERB);
    return done && content_bytes(s, range_of(what, from - 1u)) >= 2 * HAN ? name_of(s, range_of(what, from - 1u), n->arena)
                                                                          : SLICE_NONE;
}

/* 新建敬老院|1所，床位120张，|总投资2300万元: what was built, and not the part of it that was counted last; NULL when that was
 * built itself. */
static const struct candidate *built_before(const struct naming *n, const struct candidate *c, struct range name) {
    const struct sentence  *s = n->s;
    const struct candidate *part = n->previous, *whole = part - (part > s->candidates);
    if (note_at(s, name.from, NOTE_EARNS) || !money_unit(c) || whole == part || whole->refused) return NULL; /* most */
    if (person_unit(part) || !counts(part) || !counts(whole) || same_unit(part, whole)) return NULL;
    struct words item = words_before(s, part->token), built = words_before(s, whole->token);
    bool         bare = tag_before(s, item.from) == COMMA && skip(s, item.from, CLASSES(NOUN, HEAD)) == item.to;
    return bare && item.from < item.to && s->tokens[built.from].tag == VERB ? whole : NULL;
}

/* 东河线全长|17公里，设10个车站，|总投资870亿元: the thing whose size was told, and not the parts of it that were counted last;
 * NULL when there is none. */
static const struct candidate *sized_before(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *part = n->previous, *whole = part - (part > s->candidates);
    if (!money_unit(c) || !counts(part) || person_unit(part) || whole == part || whole->refused) return NULL; /* most */
    bool size = whole->kind == KIND_LEVEL && physical_unit(whole) && lexicon_ending(s->lexicon, whole->metric, EDGE_GLUED);
    struct words has = words_before(s, part->token);
    bool         bare =
        has.to == has.from + 1u && !is_one_of(s->tokens[has.from].tag, HEAD) && token_bytes(&s->tokens[has.from]) <= 2 * HAN;
    return size && bare ? whole : NULL;
}

const struct candidate *sized_whole(const struct sentence *s, const struct candidate *p) {
    const struct candidate *first = s->candidates;
    bool among = tag_at(s, words_before(s, p->token).from) == AMONG || tag_before(s, words_before(s, p->token).from) == AMONG;
    bool part = physical_unit(p) && p->kind == KIND_LEVEL &&
                (among || lexicon_ending(s->lexicon, p->metric, EDGE_GLUED)); /* 全长3公里，其中隧道1公里，|总投资4亿元 */
    if (!part || first == p || first->refused || first->kind != KIND_LEVEL || !physical_unit(first)) return p; /* most */
    if (!slice_equal(first->quantity.unit->dimension, p->quantity.unit->dimension)) return p;
    slice whole = without_last(s, first->metric, CLASSES(HEAD), 0, 2 * HAN);
    return whole.len < first->metric.len && !slice_starts(p->metric, whole) ? first : p;
}

/* 全县辖16个乡镇，总面积1558平方公里; 手术费花了2600元，那时他一个月工资才4300元: is figure `c` of nothing that those before
 * are of? */
static bool of_nothing_before(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    const struct sentence *s = n->s;
    size_t                 last = n->previous->token;
    if (says_whose(s, before.from, name.from)) return true;
    if (s->tokens[last].tag == DURATION && says_whose(s, clause_start(s, last), last))
        return true; /* 他去省城学了3个月，亩产4800斤 */
    return is_room_for(s, n->previous) || only_lasted(n, c) || of_another_sort(n, c) || divides_place(n, c);
}

/* Of what the words say, and no figure: see each. */
static slice told_by_words(const struct naming *n, const struct candidate *c, struct range before, struct range name) {
    slice owner = concerned(n, c, before);
    if (!owner.len) owner = project_between(n, c, before.from, name);
    if (!owner.len) owner = part_between(n, before.from);
    return owner.len ? owner : grown_between(n, before.from, &n->s->tokens[name.from]);
}

/* 投资|26万元，工期5个月; 铜镜|直径18厘米，重2公斤: what the name before says less the head of it; all of it where it has none.
 */
static slice unheaded_before(const struct naming *n, const struct candidate *c, size_t name) {
    slice metric = n->previous->metric, owner = metric;
    bool  funded = n->s->tokens[c->token].tag == DURATION && money_unit(n->previous);
    if (funded) owner = without_last(n->s, metric, 0, NOTE_FUND, 2 * HAN);
    if (owner.len == metric.len && is_size(n->s, name)) owner = without_last(n->s, owner, CLASSES(HEAD), 0, 2 * HAN);
    return owner;
}

/* 新增产能480万吨，|工期30个月; 用工从30人减到8人，产能翻番; 每天卖300单，年销售额500万元: does the sort of figure `c` tell
 * that it is none of the one before? */
static bool earned_apart(const struct naming *n, const struct candidate *c, struct range name, slice own) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    if (s->tokens[c->token].tag == DURATION && physical_unit(p)) return true;
    if (p->role == ROLE_TO && person_unit(p) && !person_unit(c)) return true;
    if (!money_unit(c)) return false;                                                        /* most */
    if (s->tokens[p->token].tag == DURATION && tag_before(s, p->token) == HEAD) return true; /* 总工期60个月，完成|投资51亿元 */
    bool earns = note_at(s, name.from, NOTE_EARNS);
    bool guests = counts_visits(level_of(s, p)) && (earns || own.len > 2 * HAN); /* 接待游客150万人次，增长5%，收入12亿元 */
    guests |= earns && starts_with_word(s, p->metric, 0, NOTE_OFTEN);
    return stands_beside(s, p) || guests || /* 远销12个国家和地区，销售额1460万元 */
           (earns && lexicon_ending(s->lexicon, p->metric, EDGE_AREA));
}

/* 种植水稻2600亩、油菜1800亩，年产值达860万元: is it of all in a list, and of none of them alone? */
static bool of_whole_list(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    if (p > s->candidates && counts(p) && counts(p - 1) && slice_equal(p->metric, p[-1].metric))
        return false; /* 开发产品6类、48款，销售收入3亿元 */
    struct words item = words_before(s, p->token);
    bool bare = item.to == item.from + 1u && note_at(s, item.from, NOTE_GENERIC); /* 茶园2600亩、产量3万吨、产值6亿元 */
    bool other = money_unit(c) ? !money_unit(p) : yields(n, c); /* 种植小麦65亩、大麦8亩，总产26吨 */
    /* 建泵站4座、水池16座，日供水能力3万吨; not 公园12个，其中市级2个、镇级10个，总面积86公顷 */
    other |= physical_unit(c) && counts(p) && !in_classes(AMONG, s->classes);
    return other && !bare && is_chained(s, item.from);
}

/* 产销率97%，营业收入3亿元; 综合成本5.2%，营收6.8亿元: what is earned is not of the rate before. */
static bool behind_rate(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    if (!money_unit(c)) return false; /* most */
    return lexicon_ending(s->lexicon, p->metric, EDGE_RATE) ||
           (p->kind == KIND_SHARE && is_one_of(tag_before(s, p->token), NOUN, HEAD) &&
            !has_class(s, range_of(clause_start(s, p->token), p->token), CLASSES(SHARE)));
}

/* The figure before whose subject is that of figure `c`; NULL where none is. */
static const struct candidate *of_same_subject(struct naming *n, const struct candidate *c, struct range name, slice own) {
    if (behind_rate(n, c)) {
        const struct candidate *whole = antecedent(n, c, WHOLE); /* 售水量2亿吨，漏损率9%，营业收入3亿元 */
        return whole->kind == KIND_SHARE || stands_beside(n->s, whole) ? NULL : sized_whole(n->s, whole);
    }
    const struct candidate *whole = counted_in(n, own);
    if (!whole) whole = built_before(n, c, name);
    if (!whole) whole = sized_before(n, c);
    if (!whole) whole = c->kind == KIND_CHANGE ? antecedent(n, c, SAME_UNIT) : whole_of_parts(n, c);
    return sized_whole(n->s, whole);
}

slice with_its_subject(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    const struct sentence *s = n->s;
    slice                  owner = owner_of_head(n, c, name);
    if (!owner.len) owner = topic_of_head(n, c, before.from);
    if (!owner.len) owner = measured_in_bracket(s, before.from, n->arena);
    if (!owner.len && !n->previous) owner = all_of_clause(s, c, before.from, n->arena);
    if (!owner.len && !n->previous) owner = of_clause_before(n, c, before.from, name);
    if (owner.len || !n->previous) return joined(owner, own, n->arena);
    if ((owner = given_thing(n, c, before.from)).len) return joined(owner, own, n->arena);
    owner = unheaded_before(n, c, name.from);
    if (owner.len < n->previous->metric.len) return joined(owner, own, n->arena);
    if (of_nothing_before(n, c, before, name)) return own;
    if ((owner = told_by_words(n, c, before, name)).len) return joined(owner, own, n->arena);
    bool share = n->previous->kind == KIND_SHARE && note_at(s, name.from, NOTE_SHARE);
    if (share && s->tokens[c->token].tag == POINTS && has_class(s, range_of(0, before.from), CLASSES(SHARE)))
        return n->previous->metric; /* 占总支出的47%，比重上升3个百分点 */
    if (earned_apart(n, c, name, own)) return own;
    owner = earner(n, name);
    if (!owner.len && money_unit(c)) owner = sized_first(n);
    if (owner.len) return joined(owner, own, n->arena);
    if (of_whole_list(n, c)) return own;
    const struct candidate *whole = of_same_subject(n, c, name, own);
    if (!whole) return own;
    owner = same_unit(whole, c) ? SLICE_NONE : sized(s, c, before.from, n->arena);
    return owner.len ? joined(owner, own, n->arena) : joined_with(n, c, name, own, whole);
}
