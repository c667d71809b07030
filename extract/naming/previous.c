/* A figure that nothing names but the figure before: 地区生产总值1863亿元，增长6.7%; 外送煤756万吨、外送电81亿度，均居第2位. */
#include "extract/naming/previous.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/behind.h"
#include "extract/naming/clause.h"
#include "extract/naming/lend.h"
#include "extract/naming/narrow.h"
#include "extract/naming/object.h"
#include "extract/naming/subject.h"

#include "extract/base/banned.h"

/* 企业、|124.5万人次, 乡镇|1.2万农户: do only a noun that the figure before counts, and a 、, stand before the figure `c`? */
static bool behind_counted(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 noun = c->token;
    if (!is_figure(s, c->token - 2) && directly_listed(s, c->token - 2, c->token)) return true;
    noun = skip_back(s, noun, CLASSES(NOUN, HEAD));
    return noun < c->token && noun == n->previous->token + 1u;
}

/* 惠及3191家企业、124.5万人次, 37个村|2900户: persons or homes counted behind what reached them. */
static slice reached(struct naming *n, const struct candidate *c) {
    if (!people_unit(c) || !n->verb.len || !behind_counted(n, c) || same_unit(n->previous, c)) return SLICE_NONE;
    return joined(n->verb, c->quantity.unit_name, n->arena);
}

struct range clause_between(const struct naming *n, size_t from) {
    const struct sentence *s = n->s;
    if (from < 2 || s->tokens[from - 1].tag != COMMA) return range_of(0, 0);
    struct range clause = clause_up_to(s, from);
    return clause.from > n->previous->token + 1u ? clause : range_of(0, 0);
}

/* 利润总额由负转正，实现3.2亿元: a clause that opens with what was reached belongs to the head named between the commas, if no
 * figure stands there; a ratio (产业结构优化，调整为8:41:51) to whatever is named there. */
static slice reached_subject(const struct naming *n, size_t from, enum kind kind) {
    const struct sentence *s = n->s;
    bool sum = kind == KIND_LEVEL && is_figure(s, from + 1) && note_at(s, from, NOTE_TOTAL); /* 由财政代缴，共215万元 */
    if (!(sum || is_one_of(tag_at(s, from), REACH, GROW_TO, FALL_TO, ONLY))) return SLICE_NONE;
    struct range clause = clause_between(n, from);
    if (clause.from == clause.to) return SLICE_NONE;
    bool adj = note_at(s, from - 2, NOTE_ADJ) && clause.to > clause.from + 1u; /* 13个县中，青禾县空气指数|最好，为3.21 */
    clause.to -= adj;
    struct range name = name_range(s, clause, KIND_GROWTH);
    bool         head = content_bytes(s, name) >= 2 * HAN;
    bool most = adj || s->tokens[from - 2].tag == QUALIFIER; /* 七项指标中，自然风光得分|最高，为91分 */
    bool rate = kind == KIND_SHARE && words_ending(s, name.from, name.to, EDGE_RATE);
    bool grew = kind == KIND_GROWTH && is_one_of(s->tokens[from - 2].tag, GROW, FALL); /* 收入增长6%，信息业增速最快，为15% */
    /* 满意率95%，转接成功率较低，只有四成四 */
    head &= kind == KIND_RATIO || sum || most || rate || grew || s->tokens[name.to - 1].tag == HEAD;
    return head ? name_of(s, name, n->arena) : SLICE_NONE;
}

/* 平均降雨126毫米，|最大降雨点|出现在石佛村，达213毫米: what the clause between says lies or came somewhere. */
static slice lies_there(const struct sentence *s, struct range clause) {
    size_t opens = skip(s, clause.from, CLASSES(DATE, PLACE, ADVERB)),
           does = skip(s, opens, CLASSES(NOUN, HEAD, VERBAL, QUALIFIER));
    bool there = does > opens && does < clause.to && is_one_of(s->tokens[does].tag, VERB, PREPOSITION, RANK);
    if (!there || !token_opening(s, does, EDGE_LIES)) return SLICE_NONE; /* most */
    return does < clause.to - 1u && s->tokens[does - 1].tag != VERB ? sentence_text(s, opens, does) : SLICE_NONE;
}

/* 新建公路21公里，粮食总产|实现“二十连丰”，达到152万吨, 旅游收入|站上新台阶，突破9亿元: a figure is of the head that opens the
 * clause between, of which that tells more. */
static slice came_through(const struct naming *n, const struct candidate *c, size_t from) {
    const struct sentence *s = n->s;
    bool                   led = c->token == from && c->quantity.raw.start < c->quantity.digits.start;
    if (c->kind != KIND_LEVEL || !(led || tag_at(s, from) == REACH)) return SLICE_NONE; /* most */
    struct range clause = clause_between(n, from);
    slice        there = lies_there(s, clause);
    if (there.len) return there;
    size_t opens = skip(s, clause.from, CLASSES(DATE, PLACE, ADVERB)), does = skip(s, opens, CLASSES(NOUN, HEAD, VERBAL));
    if (opens == does || does >= clause.to || !is_one_of(s->tokens[does].tag, REACH, LIGHT, ADVERB)) return SLICE_NONE;
    slice name = sentence_text(s, opens, does);
    bool  head = s->tokens[does - 1].tag == HEAD || note_at(s, does - 1, NOTE_FUND);
    return head && name.len >= 3 * HAN ? name : SLICE_NONE;
}

/* 办案3965件，收案数首次|下降，降幅5.6%: of what the clause between says that it rose or fell. */
static slice moved_between(const struct naming *n, size_t from) {
    const struct sentence *s = n->s;
    size_t                 rate = skip(s, from, CLASSES(ADVERB, QUALIFIER));
    if (!is_one_of(tag_at(s, rate), GROW, FALL) || !has_class(s, clause_between(n, from), CLASSES(GROW, FALL)))
        return SLICE_NONE;
    return clause_before(s, from, KIND_GROWTH, n->arena);
}

slice opening_verb_of(const struct sentence *s, const struct candidate *c) {
    size_t verb = c->kind == KIND_CHANGE ? word_at_start(s, c->metric, CLASSES(GROW, FALL), 0) : s->count;
    bool   opens = verb < s->count && c->metric.len >= token_text(s, verb).len + 2 * HAN;
    return opens ? token_text(s, verb) : SLICE_NONE;
}

static bool is_share(const struct sentence *s, const struct candidate *c) {
    return is_one_of(s->tokens[c->token].tag, PERCENT, POINTS);
}

slice without_share(const struct sentence *s, slice metric, enum kind kind) {
    size_t head = word_at_end(s, metric, CLASSES(HEAD), 0);
    bool   share = note_at(s, head, NOTE_SHARE);
    for (size_t i = 0, at; i < s->count; i++)
        if (s->tokens[i].tag == SHARE && (at = slice_find(metric, token_text(s, i), 0)) != SIZE_MAX && at >= 2 * HAN) {
            bool measure = kind == KIND_RANK && share && tag_at(s, i + 1) != PLACE; /* 占地区生产总值比重…，居第2位 */
            return measure ? metric : slice_sub(metric, 0, at);
        }
    share &= kind != KIND_RANK; /* 税收占比…，居第2位 */
    return share && metric.len >= token_text(s, head).len + 2 * HAN ? slice_less(metric, token_text(s, head).len) : metric;
}

/* 贷款余额412亿元，|新增|46亿元，增长12%: is figure `c` no more than what came to what the one before it measures, which is
 * what grew? */
static bool came_to_it(const struct sentence *s, const struct candidate *c) {
    if (c->token < 2 || !note_at(s, c->token - 1u, NOTE_NEW) || s->tokens[c->token - 2u].tag != COMMA) return false;
    bool level = c > s->candidates && !c[-1].refused && c[-1].kind == KIND_LEVEL && c->kind == KIND_LEVEL;
    return level && is_more(c - 1, c);
}

/* 税收收入9.1亿元，|占比|61%，下降2.8%: does figure `c` say no more than what share the amount before it is, which is what
 * fell? */
static bool is_its_share(const struct sentence *s, const struct candidate *c, const struct candidate *next) {
    if (c->kind != KIND_SHARE || c == s->candidates || s->tokens[next->token].tag != PERCENT) return false; /* most */
    const struct candidate *amount = c - 1;
    slice                   share = slice_from(c->metric, amount->metric.len < c->metric.len ? amount->metric.len : 0);
    return !amount->refused && amount->kind == KIND_LEVEL && slice_starts(c->metric, amount->metric) &&
           is_word(s, share, 0, NOTE_SHARE) && tag_at(s, c->token + 1u) == COMMA;
}

slice metric_of(const struct naming *n, const struct candidate *c, const struct candidate *next) {
    const struct sentence *s = n->s;
    enum kind              kind = next->kind;
    if (kind == KIND_GROWTH && (came_to_it(s, c) || is_its_share(s, c, next))) c--;
    if (n->part == c && kind != KIND_SHARE && s->tokens[next->token].tag != POINTS) return n->parted;
    bool moved =
        kind == KIND_GROWTH && c->kind == KIND_SHARE && s->tokens[next->token].tag == MULTIPLE; /* 比例达25%，提高一倍 */
    bool  rated = is_share(s, c) && !is_share(s, next) && !moved;
    slice days = rated && s->tokens[next->token].tag == DURATION ? begun_by(s, c->metric, EDGE_DAYS) : SLICE_NONE;
    if (rated) return days.len ? days : without_share(s, c->metric, kind); /* 优良天数|比例84.9%，增加31天 */
    bool  same = next->token == c->token + 1;                              /* 低保|新增|56户112人 */
    bool  whole = c->token > 0 && !same && (kind == KIND_LEVEL || kind == KIND_RANK) && note_at(s, c->token - 1, NOTE_NEW);
    slice added = whole ? token_text(s, c->token - 1) : SLICE_NONE;
    if (c->kind == KIND_RANK && kind == KIND_LEVEL) { /* 产值增速居全省第1，达到1100亿元 */
        size_t speed = word_at_end(s, c->metric, CLASSES(GROW, FALL), 0);
        if (speed < s->count) added = token_text(s, speed);
    }
    return without_end(c->metric, added, 2 * HAN);
}

/* 动力电池|新增|产能 → 动力电池产能 */
static slice without_new(const struct naming *n, slice metric) {
    const struct sentence *s = n->s;
    for (size_t i = 0; i < s->count; i++) {
        size_t at = note_at(s, i, NOTE_NEW) ? slice_find(metric, token_text(s, i), 0) : SIZE_MAX;
        if (at == SIZE_MAX || at == 0) continue;
        slice rest = slice_from(metric, at + token_text(s, i).len);
        return arena_format(n->arena, "%.*s%.*s", SLICE_ARG(slice_sub(metric, 0, at)), SLICE_ARG(rest));
    }
    return metric;
}

slice all_before(const struct naming *n, const struct candidate *of, size_t from) {
    const struct sentence  *s = n->s;
    const struct candidate *c = n->previous;
    if (!c || from != c->token + 2u) return SLICE_NONE;
    size_t what = from + (s->tokens[from].candidate >= 0); /* 三项|合计 */
    bool   sums = tag_at(s, what) == ADVERB && note_at(s, what, NOTE_TOTAL);
    if (!sums && tag_at(s, from) != BOTH) return SLICE_NONE;
    slice   all = c->metric;
    decimal sum = c->quantity.numeral.value;
    for (size_t start; c > s->candidates; c--) {
        start = clause_start(s, c->token);
        bool listed = start == c[-1].token + 2u && is_one_of(s->tokens[start - 1].tag, LIST_COMMA, AND);
        if (!listed || c[-1].refused || !c[-1].metric.len) break;
        if (sums && !same_unit(c - 1, c)) return SLICE_NONE;
        if (slice_starts(all, n->verb)) all = slice_from(all, n->verb.len); /* 发放津贴、发放|补贴 */
        all = arena_format(n->arena, "%.*s、%.*s", SLICE_ARG(c[-1].metric), SLICE_ARG(all));
        sum = decimal_add(sum, c[-1].quantity.numeral.value);
    }
    if (c == n->previous) return SLICE_NONE;
    decimal value = of->quantity.numeral.value; /* 新增公园6座、广场3个，累计86个 comes to more than the list */
    bool    more = sums && of->kind == KIND_LEVEL &&
                (!sum.present || !value.present || decimal_compare(sum, value) != 0 || !same_unit(of, c));
    return more ? SLICE_NONE : all;
}

/* 制造业占31%，建筑业|次之，占22%: what the clause [start, end) says comes next, without the words that say so. */
static slice is_second(const struct sentence *s, size_t start, size_t end) {
    const struct word *next = words_ending(s, start, end, EDGE_SECOND);
    if (!next || has_class(s, range_of(start, end), CLASSES(FIGURES))) return SLICE_NONE; /* most */
    slice what = sentence_text(s, skip(s, start, CLASSES(ADVERB, DATE, PLACE)), end);
    return what.len >= next->text.len + 2 * HAN ? slice_less(what, next->text.len) : SLICE_NONE;
}

/* 选择比例为73%，其次是|无人照料，占52%: what the clause between says comes next. */
static slice comes_next(const struct naming *n, size_t from) {
    const struct sentence *s = n->s;
    if (tag_before(s, from) != COMMA) return SLICE_NONE;
    size_t start = clause_start(s, from - 1), is = start + 1;
    slice  second = is_second(s, start, from - 1);
    if (second.len) return second;
    bool most = s->tokens[start].tag == QUALIFIER && s->tokens[is].tag == OF; /* 最高的是甲县（92分），最低的是|乙县，仅71分 */
    is += most;
    if (!(most || s->tokens[start].tag == ADVERB) || is >= from - 1 || !note_at(s, is, NOTE_IS)) return SLICE_NONE;
    struct range what = strip(s, range_of(is + 1, from - 1), NAME_HEAD, NAME_TAIL);
    bool         figures = has_class(s, range_of(is + 1, from - 1), CLASSES(FIGURES));
    return !figures ? name_if(s, what, 2 * HAN, n->arena) : SLICE_NONE;
}

/* 新增公园6座、|达到|83座: the greater figure is what there is now, and not all of it is new. */
static bool comes_to(const struct sentence *s, const struct candidate *c, const struct candidate *previous,
                     struct words before) {
    bool only = before.to == before.from + 1u && tag_at(s, before.from) == REACH && c->kind == KIND_LEVEL;
    return only && is_more(c, previous);
}

/* 新建学校100所、新增学位10万个，|已完成62所、6.1万个: each is of what is counted as it is. */
static bool is_done_of_those(const struct sentence *s, const struct candidate *c) {
    if (!in_classes(DONE, s->classes) || c->kind != KIND_LEVEL || !counts(c)) return false; /* most */
    return tag_before(s, skip_back(s, row_begin(s, c->token), CLASSES(REACH))) == DONE;
}

slice of_pair(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    size_t                  does = c->token + 1u;
    if (!p || p->token + 1u != c->token || !counts(p)) return SLICE_NONE; /* most */
    does = skip(s, does, CLASSES(ADVERB, BOTH, DONE));
    return c->kind == KIND_LEVEL && is_one_of(tag_at(s, does), VERB, LIGHT, REACH, AWARD, PREPOSITION) ? p->metric : SLICE_NONE;
}

/* 26个|项目|开工: what the first of the figures before `c` counts that counts in the same unit, without what it did. */
static slice counted_alike(const struct naming *n, const struct candidate *c) {
    const struct candidate *p = n->s->candidates;
    while (p < c && (p->refused || !same_unit(p, c))) p++;
    if (p == c) return SLICE_NONE;
    struct range noun = noun_alone(n->s, p);
    slice        what = noun.from < noun.to && n->s->tokens[noun.from].tag != VERB ? name_of(n->s, noun, n->arena) : SLICE_NONE;
    const struct word *among = lexicon_ending(n->s->lexicon, what, EDGE_AMONG);
    if (among && slice_ends(p->metric, slice_less(what, among->text.len))) return p->metric; /* 16所|学校中 */
    if (what.len) return slice_ends(p->metric, what) ? p->metric : what;                     /* 机械厂的13种|产品 */
    return p->named_by == NAMED_BY_BEFORE ? without_light(n->s, object_of(n->s, p->metric)) : SLICE_NONE; /* 35家|表示盈利 */
}

slice amount_denied(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, has = skip_back(s, k, CLASSES(ADVERB, QUALIFIER));
    if (tag_at(s, k + 1) != NONE || c->kind != KIND_LEVEL || tag_before(s, has) != REACH) return SLICE_NONE; /* most */
    if (content_bytes(s, before) > 0 || !note_at(s, has - 1, NOTE_HAS | NOTE_ACTUAL)) return SLICE_NONE;
    struct range deed = range_of(k + 1, phrase_end(s, k + 1));
    slice        text = sentence_text(s, deed.from, deed.to), whole = SLICE_NONE;
    if (deed.to < deed.from + 2u || text.len > 12 * HAN || has_class(s, deed, CLASSES(OF, DONE))) return SLICE_NONE;
    if (n->previous && same_unit(n->previous, c)) whole = object_of(s, n->previous->metric);
    return joined(whole, text, n->arena);
}

slice denied_of(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    if (!is_one_of(tag_at(s, k + 1), NONE, PREPOSITION)) return SLICE_NONE;                  /* most */
    bool suffers = note_at(s, k + 1, NOTE_ADJ) && is_one_of(tag_at(s, k + 2), VERB, VERBAL); /* 52条|被采纳 */
    if (tag_at(s, k + 1) == PREPOSITION && !suffers) return SLICE_NONE;
    if (content_bytes(s, before) > 0) return SLICE_NONE;
    struct range deed = range_of(k + 1, phrase_end(s, k + 1));
    size_t       bytes = content_bytes(s, deed);
    slice        whole = counted_alike(n, c);
    bool         alone = !whole.len && deed.to < k + 8 && bytes <= 12 * HAN && !has_class(s, deed, CLASSES(OF, DONE));
    if (bytes < 2 * HAN || (deed.to >= k + 6 && !alone)) return SLICE_NONE;        /* 29家|未取得食品经营许可 */
    bool among = before.from > 0 && token_opening(s, before.from - 1, EDGE_AMONG); /* 中， is one word */
    if (!whole.len && among) whole = clause_before(s, before.from, c->kind, n->arena); /* 主要产品中，有7种|没有质量计划 */
    return joined(whole, sentence_text(s, deed.from, deed.to), n->arena);
}

/* 占比61%，增速快于全省|2个百分点: what moves by points is a pace. */
static bool pace_moved(const struct candidate *c, struct words before) {
    return c->kind == KIND_CHANGE && unit_is(c, UNIT_POINT) && before.notes & NOTE_PACE;
}

/* 占比3.4%，托位1.9个，规划目标|为6%, 规划目标分别为3.1人|和4.5个: is the figure at token `k` the goal for what one before it
 * tells? */
static bool sets_goal(const struct sentence *s, size_t k) {
    if (!(s->notes & NOTE_GOAL)) return false; /* most */
    k = row_begin(s, k);
    return k >= 2 && is_equated(s, k) && tag_at(s, k - 2) == NOUN && note_at(s, k - 2, NOTE_GOAL);
}

/* Of which figure before `c` is, where others are told in passing. 事故19起，死亡11人，减少|4起、3人: a count that moved is of
 * what is counted as it is, and so is 土地13幅，可建1500个单位，其余|6幅; 办结案件136件，办结率98%，完成任务的|110%: the task
 * was no rate of it. */
static enum relation relation_of(const struct naming *n, const struct candidate *c, struct words before) {
    const struct unit *unit = c->quantity.unit;
    bool               moved = c->kind == KIND_CHANGE && unit && unit->class != UNIT_POINT;
    bool               among = tag_before(n->s, c->token) == AMONG;
    bool               pair = n->previous->token + 1u == c->token; /* 低保86万元、特困12万元|80户 */
    bool               sized = counts(c) || physical_unit(c);      /* 任务21万亩、投资9660万元，完成|20万亩 */
    bool               some = sized && money_unit(n->previous) && !pair; /* 4个镇收入超亿元，2个|进入全省前十 */
    if (moved || among || some || is_done_of_those(n->s, c)) return SAME_UNIT;
    if (c->kind == KIND_CHANGE && n->previous->kind == KIND_CHANGE && !is_share(n->s, n->previous)) return A_SHARE;
    if (sets_goal(n->s, c->token)) return SAME_UNIT;
    bool goal = c->kind == KIND_SHARE && before.notes & NOTE_GOAL;
    bool part = goal && without_share(n->s, n->previous->metric, c->kind).len < n->previous->metric.len;
    bool rate = goal && (part || n->previous->metric.len <= 3 * HAN); /* 占总收入的59%，为预算的|102% */
    return rate || pace_moved(c, before) ? WHOLE : SAID_OF;
}

/* GDP增长9%，高技术产值占比|61%，增速快于全省|2个百分点: a share that names of what it is stands before the pace of that. */
static slice share_of_pace(const struct naming *n, const struct candidate *c, struct words before) {
    const struct candidate *p = n->previous;
    if (!pace_moved(c, before) || p->kind != KIND_SHARE || p->named_by != NAMED_BY_BEFORE) return SLICE_NONE; /* most */
    slice of = without_share(n->s, p->metric, c->kind);
    return of.len >= 2 * HAN ? of : SLICE_NONE;
}

/* 就业|率达到83%，比上年增加60万人: a rate does not move by people, those of whom it is taken do. */
static slice those_of_rate(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    bool moved = c->kind == KIND_CHANGE && counts(c) && p->metric.len >= 3 * HAN;
    if (!moved) return SLICE_NONE; /* most */
    const struct word *rate = lexicon_ending(s->lexicon, p->metric, EDGE_RATE);
    return rate && rate->text.len == HAN ? slice_less(p->metric, HAN) : SLICE_NONE;
}

/* 最高票价25.5元，|最低|2元: the name of the most without its word, for the least; or the other way round. */
static slice without_extreme(const struct sentence *s, const struct candidate *c, slice name) {
    const struct token *least = &s->tokens[c->token - (c->token > 0)];
    if (least->tag != QUALIFIER || !has_note(least, NOTE_ADJ) || token_bytes(least) != 2 * HAN) return name; /* most */
    slice start = slice_sub(token_text(s, c->token - 1u), 0, HAN); /* both words start alike */
    return name.len >= 4 * HAN && slice_starts(name, start) ? slice_from(name, 2 * HAN) : name;
}

/* 墓口|宽2.3米，|深达|6米: the other size of what the figure before measures, by the character that its own verb starts with;
 * empty when it tells none. */
static slice other_size(const struct naming *n, const struct candidate *c) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    size_t                  verb = c->token - (c->token > 0);
    if (s->tokens[verb].tag != REACH || token_bytes(&s->tokens[verb]) != 2 * HAN) return SLICE_NONE; /* most */
    bool               sizes = physical_unit(c) && same_unit(p, c) && p->kind == KIND_LEVEL && c->kind == KIND_LEVEL;
    const struct word *size = sizes ? lexicon_ending(s->lexicon, p->metric, EDGE_GLUED) : NULL;
    if (!size || size->text.len != HAN || p->metric.len < 3 * HAN || !token_opening(s, verb, EDGE_GLUED)) return SLICE_NONE;
    return joined(slice_less(p->metric, HAN), slice_sub(token_text(s, verb), 0, HAN), n->arena);
}

/* What the figure before tells, as its words go on. */
static slice told_by_previous(struct naming *n, const struct candidate *c, struct words before) {
    const struct sentence *s = n->s;
    if (!n->previous) return SLICE_NONE;
    const struct candidate *previous = antecedent(n, c, relation_of(n, c, before));
    bool                    aged = s->tokens[previous->token].tag == AGE && counts(c);
    if (aged) return SLICE_NONE; /* 最小的才5岁，观众一年比一年多，今年来了|3000多人 */
    bool  lasted = s->tokens[previous->token].tag == DURATION || c->kind == KIND_RANK;
    slice special = reached_subject(n, before.from, c->kind);
    if (!special.len) special = came_through(n, c, before.from);
    if (!special.len) special = moved_between(n, before.from);
    if (!special.len) special = lasted && n->subject.len ? n->subject : reached(n, c);
    if (!special.len) special = all_before(n, c, before.from);
    if (!special.len) special = those_of_rate(s, previous, c);
    if (!special.len) special = comes_next(n, before.from);
    if (!special.len) special = share_of_pace(n, c, before);
    if (!special.len) special = other_size(n, c);
    if (special.len) return special;
    /* 增加建设投资100亿元，达到1154亿元: what it has come to did not all come now. */
    slice verb = c->kind == KIND_LEVEL ? opening_verb_of(s, previous) : SLICE_NONE;
    if (verb.len) return slice_from(previous->metric, verb.len);
    /* 奖励教师50名，|每人奖励2000元，共计|10万元: the sum is of what each got. */
    bool total = before.notes & NOTE_TOTAL, sum = total && money_unit(c) && same_unit(previous, c) && c->kind == KIND_LEVEL;
    bool each = sum && has_class(s, range_of_words(words_before(s, previous->token)), CLASSES(PER, PER_NOUN));
    if (each) return without_per(s, previous->metric);
    /* 新增公园6座、累计达到83座: all of them are not new. */
    if (total || comes_to(s, c, previous, before)) return without_new(n, object_of(s, previous->metric));
    return without_extreme(s, c, metric_of(n, previous, c));
}

/* 快速路全长18公里，|双向四车道: a count with no noun is of what the figure before measures, not of its length. */
static slice thing_measured(const struct naming *n, const struct candidate *c, slice name) {
    const struct candidate *p = n->previous;
    bool                    sized = p && counts(c) && physical_unit(p);
    return sized && slice_equal(name, p->metric) ? metric_without_head(n->s, sized_whole(n->s, p)->metric) : name;
}

/* 收入|年初预算|为3亿元，实际完成|2.8亿元: what was done is of what the goal was set for. */
static slice without_goal(const struct naming *n, const struct candidate *c, slice name) {
    const struct token *last = &n->s->tokens[c->token - (c->token > 0)];
    bool plainly = last->tag == ADVERB && same_unit(n->previous ? n->previous : c, c); /* 目标58%，实际|60.2% */
    bool done = n->previous && ((money_unit(c) && is_one_of(last->tag, DONE, REACH)) || plainly) &&
                slice_equal(name, n->previous->metric);
    return done ? without_last(n->s, name, 0, NOTE_GOAL, 2 * HAN) : name;
}

slice grown_in_bracket(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 moves = skip_back(s, c->token, CLASSES(GROW, FALL, ADVERB, ON_YEAR, ON_PERIOD));
    if (moves < 3 || moves == c->token || s->tokens[moves - 1].tag != OPEN || tag_at(s, c->token + 1) != CLOSE)
        return SLICE_NONE; /* most */
    size_t what = skip_back(s, moves - 1, CLASSES(NOUN, HEAD, VERBAL, LEVEL)), joins = what - (what > 0);
    bool   listed = is_one_of(s->tokens[joins].tag, LIST_COMMA, AND) && tag_before(s, joins) == CLOSE;
    return listed || s->tokens[joins].tag == REACH ? name_if(s, range_of(what, moves - 1), 2 * HAN, n->arena) : SLICE_NONE;
}

slice told_second(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 from = skip_back(s, c->token, CLASSES(REACH, ADVERB, QUALIFIER));
    if (from < 2) return SLICE_NONE;
    bool bracket = s->tokens[from - 1].tag == OPEN && from == c->token && tag_at(s, c->token + 1) == CLOSE;
    bool clause = s->tokens[from - 1].tag == COMMA && from < c->token;
    return bracket || clause ? is_second(s, clause_start(s, from - 1), from - 1) : SLICE_NONE;
}

/* 完成造林17万亩，占|年度任务|的106.9%: is the goal all that the share, which opens its clause, is of? */
static bool is_part_of_goal(const struct sentence *s, const struct candidate *c) {
    size_t goal = c->token - 2u;
    if (c->kind != KIND_SHARE || c->token < 3 || s->tokens[goal + 1].tag != OF || !note_at(s, goal, NOTE_GOAL))
        return false; /* most */
    size_t share = skip_back(s, goal, CLASSES(DATE, ADVERB, PLACE));
    return share > 1 && s->tokens[share - 1].tag == SHARE && s->tokens[share - 2].tag == COMMA;
}

slice of_goal(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (n->previous && !money_unit(n->previous) && is_part_of_goal(s, c)) return n->previous->metric;
    size_t k = c->token, end = k + 2;
    if (!n->previous || !(s->notes & NOTE_GOAL || in_classes(AIM, s->classes)) || tag_at(s, k + 1) != OF || k == 0)
        return SLICE_NONE; /* most */
    end = skip(s, end, CLASSES(NOUN, HEAD, VERBAL, ADVERB));
    bool aim = tag_at(s, end) == AIM; /* 5%左右的|预期目标 */
    end += aim;
    bool goal = (aim || (end > k + 2 && note_at(s, end - 1, NOTE_GOAL))) && ends_phrase(s, end);
    if (!goal || !same_unit(n->previous, c)) return SLICE_NONE;
    size_t opens = back_to(s, k, CLASSES(COMMA, STOP)), bare = skip_back(s, k, CLASSES(GROW, FALL, ADVERB, DATE));
    if (bare == opens || n->previous->token > opens) return SLICE_NONE;
    bool set = is_one_of(s->tokens[bare - 1].tag, OF, LIGHT) &&
               has_class(s, range_of(opens, bare - 1), CLASSES(REACH, LIGHT, QUALIFIER));
    return set || is_one_of(s->tokens[bare - 1].tag, REACH, QUALIFIER) ? n->previous->metric : SLICE_NONE;
}

slice named_by_previous(struct naming *n, const struct candidate *c, struct words before) {
    return without_goal(n, c, thing_measured(n, c, told_by_previous(n, c, before)));
}

slice given_each(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    bool                   sums = n->previous && money_unit(c) && (money_unit(n->previous) || is_served(s, n->previous)) &&
                n->previous->kind == KIND_LEVEL;
    bool each = skip(s, before.from, CLASSES(PER_NOUN, PER, ADVERB)) == before.to; /* ，|每户|1200元 */
    if (!sums || before.from < 2 || s->tokens[before.from - 1].tag != COMMA || (!each && content_bytes(s, before)))
        return SLICE_NONE;
    struct range told = range_of(n->previous->token + 1u, before.from - 1u);
    size_t       deed = last_of(s, told, CLASSES(VERB)), first = deed;
    if (deed + 1u == told.to) first = last_of(s, range_of(told.from, deed), CLASSES(VERB)); /* 发放|取暖|补助 */
    if (first != SIZE_MAX) deed = first;
    if (deed == SIZE_MAX || has_class(s, told, CLASSES(FIGURES, COMMA, LIST_COMMA)) || note_at(s, deed, NOTE_USE | NOTE_FUND))
        return SLICE_NONE;
    told.from = (uint32_t)deed;
    return name_if(s, told, 4 * HAN, n->arena);
}
