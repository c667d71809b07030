/* What went on for a length of time, or so many times in a row: 粮食连续五年增产, 连续五年参与普查, 综合考核连续6次获评先进,
 * 当了30年村支书. Whose it is stands before the length of time, what was done behind it. */
#include "extract/naming/lasting.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/borrow.h"
#include "extract/naming/clause.h"
#include "extract/naming/deed.h"
#include "extract/naming/ending.h"
#include "extract/naming/lend.h"
#include "extract/naming/narrow.h"
#include "extract/naming/noun_end.h"
#include "extract/naming/rank.h"

#include "extract/sentence/figure.h"

#include "extract/base/banned.h"

/* 古堰历时12年|成功申遗, 企业连续五年|盈利: is it a short deed, told of somebody? 土地承包到期后再延长30年|试点 is none. */
static bool did_so_long(const struct sentence *s, const struct candidate *c, struct range before, struct range said) {
    size_t k = c->token, bytes = content_bytes(s, said);
    bool   deed = bytes >= 2 * HAN && bytes <= 4 * HAN &&
                !has_class(s, said, CLASSES(LIGHT, REACH, RANK, PREPOSITION, AWARD, OF, FIGURES));
    if (spends_time(s, k)) return false; /* 小张|花了|3个月|学会剪纸 */
    bool moved = k > 1 && is_one_of(s->tokens[k - 2].tag, ADVERB, REACH),
         than = is_one_of(tag_at(s, before.from), THAN, ON_YEAR);
    return deed && !moved && !than && content_bytes(s, name_range(s, range_of(before.from, k - 1), KIND_LEVEL)) >= 2 * HAN;
}

/* 开发区在百强榜中列第9位，连续4年|实现进位 */
static bool attained_so_long(const struct sentence *s, struct range said) {
    bool attains = said.to == said.from + 2u && tag_at(s, said.from) == REACH && tag_at(s, said.from + 1u) == NOUN;
    return attains && token_bytes(&s->tokens[said.from]) > HAN;
}

/* 最高气温连续9天|突破38℃, 不足5℃: a bound that stands before its numeral. */
static bool exceeds(const struct sentence *s, size_t i) {
    if (!is_figure(s, i)) return false;
    const struct quantity *bound = &figure_at(s, i)->quantity;
    bool                   over = bound->numeral.qualifier == QUALIFIER_OVER || bound->numeral.qualifier == QUALIFIER_UNDER;
    return over && bound->raw.start < bound->digits.start && ends_phrase(s, i + 1);
}

/* 大桥|比原计划提前3个月建成通车: whose length of time figure `k` is, less what that is measured against. */
static struct range whose_time(const struct sentence *s, size_t from, size_t k) {
    size_t than = next_of(s, from, CLASSES(THAN));
    return range_of(from, than < k ? than : k - 1u);
}

/* 居全省县|（市、区）前3名: a rank ends behind the bracket at token `open` that says more of its field; `open` where it is
 * none. */
static size_t rank_end(const struct sentence *s, size_t open) {
    if (tag_at(s, open) != OPEN) return open; /* most */
    size_t rank = skip(s, next_of(s, open, CLASSES(CLOSE, COMMA, STOP)) + 1u, CLASSES(NOUN, HEAD, PLACE, FIRST));
    return is_figure(s, rank) && figure_at(s, rank)->kind == KIND_RANK ? rank + 1 : open;
}

/* 地区生产总值连续5年居全省首位, 粮食连续五年增产: what has lasted for a length of time is told before and behind. */
static slice lasting(struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, end = k + 1;
    if (tag_before(s, k) != RUNNING) return SLICE_NONE;
    end = next_of(s, end, CLASSES(COMMA, STOP, LIST_COMMA, COLON, OPEN, CLOSE, BLANK));
    struct range said = range_of(k + 1 + (tag_at(s, k + 1) == QUOTE), end - (s->tokens[end - 1].tag == UNQUOTE)); /* “双下降” */
    bool         grows = said.to > said.from && s->tokens[said.to - 1].end - s->tokens[said.from].start <= 4 * HAN &&
                 is_one_of(s->tokens[said.to - 1].tag, GROW, FALL, IMPROVE);
    grows |= did_so_long(s, c, before, said) || (c->quantity.unit && c->quantity.unit->year && attained_so_long(s, said));
    bool held =
        tag_at(s, k + 1) == REACH && is_one_of(tag_at(s, k + 2), COUNT, BARE, PERCENT); /* 总产量连续6年稳定在万亿斤以上 */
    held &= !is_one_of(tag_at(s, k + 3), LIST_COMMA, NOUN, HEAD); /* not 历时两年完成了136册|古籍修复 */
    if (held) end = k + 3;
    if (exceeds(s, k + 1)) held = true, end = k + 2;
    /* 连续4年在综合测评中居第一 */
    size_t ranks = k + 1;
    if (k + 1 < end && note_at(s, k + 1, NOTE_AT))
        while (ranks < end && s->tokens[ranks].tag != RANK) ranks++;
    size_t first = skip(s, k + 1 + (tag_at(s, k + 1) == REACH), CLASSES(PLACE)); /* 连续8个月|全省|第一 */
    first += tag_at(s, first) == NOUN && note_at(s, first, NOTE_SCOPE);          /* 连续5年|保持|西北|第一 */
    bool is_first = tag_at(s, first) == ORDINAL;
    if (is_first) end = first + 1;
    if (!grows && !held && !is_first && tag_at(s, ranks) != RANK) return SLICE_NONE;
    if (tag_at(s, ranks) == RANK) end = rank_end(s, end);
    size_t       runs = skip_back(s, k - 1, CLASSES(ADVERB, DONE)); /* 完成任务、|并连续4年 is a clause of its own */
    size_t       from = runs > before.from && s->tokens[runs - 1].tag == LIST_COMMA ? runs : before.from;
    struct range name = name_range(s, whose_time(s, before.from, k), KIND_LEVEL);
    slice        deed = contest_of_deed(n, from, k + 1);
    struct range where = ranks > k + 2 ? strip(s, range_of(k + 2, ranks), NAME_HEAD, NAME_TAIL) : range_of(0, 0);
    bool         apart = n->previous && counts(n->previous) && content_bytes(s, where) >= 2 * HAN;
    if (deed.len && (from > before.from || content_bytes(s, name) < 2 * HAN))
        n->subject = deed;
    else if (content_bytes(s, name) >= 2 * HAN)
        n->subject = completed(n, c, before, name);
    else if (apart) /* 新建学校3所，连续4年在|综合测评中|居第一 */
        n->subject = without_ending(s->lexicon, name_of(s, where, n->arena), EDGE_AMONG, 2 * HAN);
    else if (n->previous) /* 贫困人口97万人，贫困率为14%，连续三年维持在100万人以下: people are no rate */
        n->subject = (held ? antecedent(n, c + 1, SAME_UNIT) : n->previous)->metric;
    else /* 营商环境持续优化，连续3年居全省第2位 */
        n->subject = clause_before(s, before.from, KIND_GROWTH, n->arena);
    return joined(n->subject, grows ? name_of(s, said, n->arena) : sentence_text(s, ranks, end), n->arena);
}

/* 新增就业6.8万人，提前两个月|完成全年目标: is all that was done so long to reach the goal of the figure before? */
static bool only_reaches_goal(const struct naming *n, struct range doing, struct range before) {
    const struct sentence *s = n->s;
    size_t                 goal = skip(s, doing.from, CLASSES(REACH, LIGHT, DATE, ADVERB, PLACE));
    bool                   follows = n->previous && before.from > 1 && s->tokens[before.from - 1].tag == COMMA;
    return follows && goal > doing.from && goal + 1u == doing.to && note_at(s, goal, NOTE_GOAL);
}

/* |消防车|7分钟赶到现场, |节目|3分钟抢光: the thing that did it or that it was done to, where the clause opens with it and
 * tells no more; empty where that is somebody, or when or where it was. */
static slice what_did_so(const struct sentence *s, size_t k, struct arena *arena) {
    size_t from = tag_before(s, k) == NOUN ? skip_back(s, k, CLASSES(NOUN, VERBAL)) : k; /* 救援|艇 */
    slice  what = sentence_text(s, from, k);
    bool   opens = from < k && (from == 0 || is_one_of(s->tokens[from - 1].tag, COMMA, STOP, ADVERB));
    if (!opens || what.len < 2 * HAN || what.len > 5 * HAN || is_place(s, from) || note_at(s, from, NOTE_ADJ) ||
        ends_phrase(s, k + 1))
        return SLICE_NONE;
    const enum edge *who = ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER, EDGE_HUMAN, EDGE_AREA, EDGE_BODY, EDGE_TAKES, EDGE_AMONG,
                                        EDGE_WHERE, EDGE_TRAVELS);
    bool             somebody = is_someone(s->lexicon, what) || lexicon_ends_in(s->lexicon, what, who);
    return somebody ? SLICE_NONE : name_of(s, range_of(from, k), arena);
}

/* 连续五年参与普查, 综合考核连续5年获优秀等次 */
static slice done_so_long(struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    struct range           briefly = done_briefly(s, c);
    if (tag_at(s, briefly.from) == TO && briefly.from < briefly.to)
        return sentence_text(s, briefly.from, briefly.to); /* 30秒就|到家 */
    if (briefly.from < briefly.to) return joined(what_did_so(s, c->token, n->arena), name_of(s, briefly, n->arena), n->arena);
    struct range doing = doing_behind(s, c);
    if (doing.from == doing.to) return SLICE_NONE;
    if (only_reaches_goal(n, doing, before)) return n->previous->metric;
    struct range who = name_range(s, whose_time(s, before.from, c->token), KIND_LEVEL);
    bool         than = is_one_of(tag_at(s, before.from), THAN, ON_YEAR); /* 比原计划提前3个月建成通车 */
    bool         told =
        !than && !spends_time(s, c->token) && content_bytes(s, who) >= 2 * HAN && content_bytes(s, doing) <= 12 * HAN &&
        !has_class(s, who, CLASSES(VERB, AWARD, LIGHT, COMMA)) &&
        !(who.to == who.from + 1u && is_place(s, who.from) && tag_at(s, doing.from) != AWARD); /* 青禾县|已连续三年开办课堂 */
    slice subject = told ? name_of(s, who, n->arena) : SLICE_NONE;
    /* 收入增速创新高，连续两年|快于城镇居民; 经费增长12%，连续6年|保持两位数增长 */
    bool over = !told && (note_at(s, doing.from, NOTE_THAN) || is_one_of(s->tokens[doing.to - 1].tag, GROW, FALL));
    bool counted = before.from > 1 && is_figure(s, before.from - 2) && n->previous;
    if (over && before.from > 0) subject = counted ? n->previous->metric : clause_before(s, before.from, KIND_GROWTH, n->arena);
    if (told) n->subject = subject;                       /* 增速连续三年快于全省，达到8.6% */
    const struct token *reached = &s->tokens[doing.from]; /* 提前两年完成减排目标, where 为 and 有 say nothing */
    bool                tells = reached->tag == REACH && token_bytes(reached) >= 2 * HAN;
    if (tells) subject = joined(subject, token_text(s, doing.from), n->arena);
    return joined(subject, name_of(s, doing, n->arena), n->arena);
}

/* 铁路|全长653公里，提前两年|建成, 安置房|1200套提前3个月|交付, 快递业务量|1200万件，提前27天|超过上年: what came early, or
 * late, of what the figure before measures or counts; what is built has its measure left out. */
static slice done_early(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, from = k + 1;
    if (k == 0 || !n->previous || !token_ending(s, k - 1, EDGE_EARLY)) return SLICE_NONE; /* most */
    if (is_one_of(tag_at(s, from), REACH, LIGHT, OF, PREPOSITION)) return SLICE_NONE;     /* 提前两年|达到指标 */
    bool         passes = tag_at(s, from) == QUALIFIER;
    struct range deed = strip(s, range_of(from, phrase_end(s, from)), passes ? 0 : TRAIT_DEED_HEAD, NAME_TAIL);
    size_t       bytes = content_bytes(s, deed);
    if (bytes < 2 * HAN || bytes > 8 * HAN || has_class(s, deed, CLASSES(OF))) return SLICE_NONE;
    struct range who = name_range(s, whose_time(s, before.from, k), KIND_LEVEL);
    slice        whose = content_bytes(s, who) >= 2 * HAN ? name_of(s, who, n->arena) : n->previous->metric;
    slice        thing = passes || counts(n->previous) ? SLICE_NONE : metric_without_head(s, whose);
    if (content_bytes(s, who) < 2 * HAN && person_unit(n->previous)) whose = SLICE_NONE; /* 游客1.8万人次，提前半个月就|订满 */
    return joined(thing.len >= 2 * HAN ? thing : whose, sentence_text(s, deed.from, deed.to), n->arena);
}

/* 清出淤泥1.8万立方米，比原计划|提前|半个月: no more than that it came early is told, which no amount that closes its clause
 * did, unlike what was done: 全线83公里|建成通车，, 完成36个小区改造，. */
static slice only_early(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    if (k == 0 || !token_ending(s, k - 1, EDGE_EARLY) || tag_at(s, before.from) != THAN) return SLICE_NONE; /* most */
    const struct candidate *p = n->previous;
    bool                    amount = p ? physical_unit(p) && ends_phrase(s, p->token + 1u) : before.from == 0;
    return amount && ends_phrase(s, k + 1) ? token_text(s, k - 1u) : SLICE_NONE;
}

/* 综合考核连续6次获评先进 */
slice done_so_often(struct naming *n, const struct candidate *c, struct range before) {
    return tag_before(n->s, c->token) == RUNNING && event_unit(c) ? done_so_long(n, c, before) : SLICE_NONE;
}

/* 国庆假期|8天: the word that only dates, where it is all that is told; empty when it is no time that lasts. */
static slice took_itself(const struct sentence *s, const struct candidate *c, struct range before) {
    size_t word = c->token - (c->token > 0);
    if (before.to != before.from + 1u || s->tokens[word].tag != ADVERB) return SLICE_NONE; /* most */
    const struct word *lasts = token_ending(s, word, EDGE_TAKES);
    return lasts && lasts->text.len > HAN ? token_text(s, word) : SLICE_NONE;
}

/* 经过|医护人员|6个小时的全力|抢救，, 在交警40分钟的|护送|下: what those who are told before did so long, where that alone is
 * told; empty when it is not. */
static slice passed_by(const struct naming *n, size_t k, struct range before) {
    const struct sentence *s = n->s;
    size_t                 opens = before.from - (tag_before(s, before.from) == PREPOSITION);
    if (tag_at(s, k + 1) != OF || clause_start(s, k) != opens) return SLICE_NONE; /* most */
    bool   by = s->tokens[opens].tag == PREPOSITION || token_opening(s, opens, EDGE_ELAPSES);
    size_t from = skip(s, k + 2, CLASSES(ADVERB)), to = skip(s, from, CLASSES(VERB, VERBAL));
    size_t end = to + (tag_at(s, to) == NOUN && is_one_character(&s->tokens[to])); /* 护送|下 */
    return by && to > from && ends_phrase(s, end) ? name_of(s, range_of(from, to), n->arena) : SLICE_NONE;
}

/* 经过|5个月|施工，, 邹某经过|8个月|帮教，: the deed that went on so long before what the next clause tells; empty when none is
 * told. */
static slice elapsed(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, end = skip(s, k + 1, CLASSES(NOUN, VERB, VERBAL));
    return has_passed(s, k) && tag_at(s, end) == COMMA ? name_if(s, range_of(k + 1, end), 2 * HAN, n->arena) : SLICE_NONE;
}

/* 两个多小时的培训, 经过7个小时的扑救，: what took so long, where nothing is told before; empty when that is none. */
static slice took_so_long(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 of = tag_at(s, c->token + 1) == OF, from = c->token + 1 + of, to = from + (tag_at(s, from) == VERB);
    const struct word     *lasts = words_opening(s, from, s->count, EDGE_TAKES);
    if (lasts && lasts->text.len > HAN) return lasts->text;                                   /* 5天|假期 */
    if (of && from < s->count && token_is(s, from, EDGE_OUTCOME)) return token_text(s, from); /* 1小时3分的|成绩|夺冠 */
    to = skip(s, to, CLASSES(NOUN, HEAD, VERBAL, LEVEL));
    to += to > from && tag_at(s, to) == VERB && ends_phrase(s, to + 1) && !is_figure(s, to + 1);   /* 激烈|角逐， */
    size_t both = to > from && tag_at(s, to) == AND ? skip(s, to + 1, CLASSES(NOUN, VERBAL)) : to; /* 庭审|和调解， */
    if (both > to + 1 && ends_phrase(s, both) && !is_figure(s, both)) to = both;
    lasts = to > from ? words_ending(s, from, to, EDGE_TAKES) : NULL;
    if (lasts && lasts->text.len > HAN) return name_of(s, range_of(from, to), n->arena); /* 10天|有薪侍产假, 15年的|退役期限 */
    if (!of || content_bytes(s, name_range(s, before, KIND_LEVEL)) >= 2 * HAN) return SLICE_NONE;
    slice  name = name_of(s, range_of(from, to), n->arena);
    size_t did = verb_made(s, range_of(from, to)); /* 20分钟的|路程走|了一个小时 */
    return name.len >= did + 2 * HAN ? slice_less(name, did) : name;
}

/* 当了30年村支书, 提供了2200万小时的服务: with what was done so long; of people (工作了3年的人) it tells who they are. */
static slice object_so_long(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 from = c->token + 1 + (tag_at(s, c->token + 1) == OF), to = from;
    const struct token    *did = &s->tokens[before.to - (before.to > 0)];
    bool                   has = before.to > before.from && did->tag == VERB && token_bytes(did) == 2 * HAN &&
               token_ending(s, before.to - 1u, EDGE_MAKES);                                     /* 当过|13年|刑警 */
    bool passive = before.to > before.from + 1u && s->tokens[before.to - 2].tag == PREPOSITION; /* 被|拖欠|8个月的工资 */
    bool given = from > c->token + 1u && before.to > before.from && before.to == c->token && !passive &&
                 (is_one_of(did->tag, VERB, VERBAL, LIGHT) ||
                  (did->tag == NOUN && !did->word && before.to == before.from + 1u)); /* 备足2个月的|用量 */
    if (!has && !given && (before.to < before.from + 2u || did->tag != ADVERB)) return SLICE_NONE;
    bool held = from > c->token + 1u && ends_phrase(s, from + 1); /* 两个小时的|值守 */
    bool light =
        !given && before.to > before.from + 1u && s->tokens[before.to - 2].tag == LIGHT; /* 进行|了|15分钟的|疏散|演练 */
    while (is_one_of(tag_at(s, to), NOUN, HEAD, VERBAL, LEVEL) || (tag_at(s, to) == VERB && (to > from || held || light))) to++;
    if (to == from || (from > c->token + 1u && token_ending(s, to - 1, EDGE_PERSON))) return SLICE_NONE;
    if (token_ending(s, to - 1, EDGE_SAYS)) return SLICE_NONE;          /* 入行6年的|林志强说 */
    if (!s->tokens[from].word && token_opening(s, from, EDGE_NEEDED)) { /* 走了一个多小时|才下山; 等了18分钟才|吃上 */
        slice late = token_text(s, from);
        bool  told = content_bytes(s, range_of(before.from, before.to)) >= 2 * HAN;
        return told || late.len < 3 * HAN ? SLICE_NONE : slice_from(late, HAN);
    }
    slice object = name_of(s, range_of(from, to), n->arena);
    bool  other = given && (words_ending(s, from, to, EDGE_TAKES) || noun_end(s->lexicon, object, EDGE_PERSON) < object.len);
    if (other) return SLICE_NONE; /* 订立3年的|合同期限, 摆摊6年的|摊主孙燕 */
    if (has) return joined(slice_sub(token_text(s, before.to - 1u), 0, HAN), object, n->arena);
    size_t verb = before.to - (given ? 1 : 2);
    if (s->tokens[verb].tag == LIGHT) return object; /* 进行了两个月的|训练 */
    return joined(name_of(s, name_range(s, range_of(before.from, verb + 1), KIND_LEVEL), n->arena), object, n->arena);
}

/* 坐|14个小时|高铁专程来看: how somebody travels; 步行|10分钟就到公园, 下楼走|5分钟: how somebody goes, where nothing but the
 * time that it takes stands behind. */
static slice gone_so_long(const struct sentence *s, const struct candidate *c, struct range before, struct arena *arena) {
    size_t k = c->token, by = travelled(s, k);
    if (by) return joined(utf8_tail(token_text(s, k - 1u), 1), slice_sub(token_text(s, k + 1u), 0, by), arena);
    bool goes = before.to == k && before.from < before.to && token_ending(s, before.to - 1u, EDGE_TRAVELS);
    return goes ? name_of(s, name_range(s, before, KIND_LEVEL), arena) : SLICE_NONE;
}

/* ，6分钟|后|到达现场, ，70分钟|后海警艇靠岸, ，15分钟|后，医生的|诊断结果就传了回来: what came so long after. */
static slice what_came_after(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 after = c->token + 1u;
    if (!came_after(s, c->token)) return SLICE_NONE; /* most */
    bool   alone = is_one_character(&s->tokens[after]);
    size_t from = after + alone + (alone && tag_at(s, after + 1) == COMMA), end = phrase_end(s, from);
    size_t of = last_of(s, range_of(from, end), CLASSES(OF));
    if (of != SIZE_MAX && of + 1 < end) from = of + 1, alone = true;
    struct range did = range_of(from, end);
    slice        name = name_of(s, strip(s, did, NAME_HEAD, NAME_TAIL), n->arena);
    return alone ? name : name.len > HAN ? slice_from(name, HAN) : SLICE_NONE;
}

/* 手术持续|8小时|后顺利结束: what went on so long, of which something else is told then. */
static slice went_on(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 k = c->token;
    bool then = k > 0 && k + 1 < s->count && s->tokens[k - 1].tag == RUNNING && token_opening(s, k + 1, EDGE_AMONG);
    if (!then) return SLICE_NONE; /* most */
    struct range what = name_range(s, range_of(before.from, k - 1), KIND_LEVEL);
    return name_if(s, what, 2 * HAN, n->arena);
}

/* 以三年|为一个周期, 每五年|为一届: what lasts so long, by the one that stands behind 为. */
static slice is_one_term(const struct sentence *s, size_t k) {
    size_t noun = k + 3, end = skip(s, noun, CLASSES(NOUN, HEAD));
    bool   one = tag_at(s, k + 1) == REACH && k + 2u < s->count && is_article(s, k + 2) && tag_at(s, end) != OF;
    return one && end > noun ? sentence_text(s, noun, end) : SLICE_NONE;
}

/* |活动|设置了3个环节，…, |书展|展销图书3万种，…, |大桥|总投资3亿元，…, |本次活动|吸引了300人，…: what the sentence opens with,
 * of which its clause up to token `to` tells; empty where that is who does something, or a place. */
static slice what_opens(const struct sentence *s, size_t to) {
    size_t             from = skip(s, 0, CLASSES(LIST_MARK, ADVERB, PLACE, DATE, COMMA, OF)); /* 当晚的|演出 */
    size_t             end = skip(s, from, CLASSES(NOUN, VERBAL, LEVEL));
    const struct word *all = from == end && from > 0 ? token_ending(s, from - 1, EDGE_TAKES) : NULL;
    slice              what = sentence_text(s, from, end);
    if (end >= to && !all) all = lexicon_opening(s->lexicon, what, EDGE_TAKES);
    if (all && from < to) return all->text;
    if (end >= to || what.len < 2 * HAN || note_at(s, from, NOTE_SPAN) ||
        is_one_of(tag_at(s, end), OF, IMPROVE, AND, LIST_COMMA) || is_place(s, from))
        return SLICE_NONE;
    bool who = !lexicon_ending(s->lexicon, what, EDGE_TAKES) &&
               lexicon_ends_in(s->lexicon, what, ONE_OF_EDGES(EDGE_DOER, EDGE_PERSON, EDGE_BODY));
    return who ? SLICE_NONE : what;
}

/* 32名大学生来到这里|支教|，为期20天, 86人开展了|救援演练|，历时3天: the deed that may be a noun with which the clause before
 * the comma closes, where that stands by itself; 吸引300名|群众参加， does not. */
static slice done_before(const struct sentence *s, size_t comma) {
    size_t from = skip_back(s, comma, CLASSES(NOUN, VERBAL));
    if (from == comma || s->tokens[comma - 1].tag != VERBAL || from == 0 || s->tokens[from - 1].candidate >= 0)
        return SLICE_NONE; /* most */
    bool apart = is_one_of(s->tokens[from - 1].tag, LIGHT, ADVERB, PLACE) || note_at(s, from - 1, NOTE_VISITS);
    return apart ? sentence_text(s, from, comma) : SLICE_NONE;
}

/* 活动设置了3个环节，历时4个小时, 大桥总投资3亿元，历时4年|建成: a length of time of which its clause says no more than that it
 * ran, and what was done then, is of what the sentence opens with. */
static slice ran_so_long(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    size_t                 k = c->token, runs = k - (k > 0), clause = skip_back(s, runs, CLASSES(ADVERB, DONE, QUALIFIER));
    if (s->tokens[runs].tag != RUNNING || tag_before(s, clause) != COMMA) return SLICE_NONE; /* most */
    size_t did = skip(s, k + 1, CLASSES(VERB, VERBAL));
    if (token_ending(s, runs, EDGE_EARLY) || !ends_phrase(s, did) || is_figure(s, did)) return SLICE_NONE;
    slice what = what_opens(s, n->previous ? n->previous->token : clause - 1u), deed = sentence_text(s, k + 1, did);
    return what.len || deed.len ? joined(what, deed, n->arena) : done_before(s, clause - 1u);
}

bool only_took(const struct naming *n, const struct candidate *c) {
    const struct sentence *s = n->s;
    if (s->tokens[c->token].tag != DURATION) return false; /* most */
    return has_passed(s, c->token) || came_after(s, c->token) || travelled(s, c->token);
}

slice lasted(struct naming *n, const struct candidate *c, struct range before) {
    slice name = is_one_term(n->s, c->token);
    if (!name.len) name = gone_so_long(n->s, c, before, n->arena);
    if (!name.len) name = what_came_after(n, c);
    if (!name.len) name = went_on(n, c, before);
    if (!name.len) name = lasting(n, c, before);
    if (!name.len) name = ran_so_long(n, c);
    if (!name.len) name = done_early(n, c, before);
    if (!name.len) name = done_so_long(n, c, before);
    if (!name.len) name = passed_by(n, c->token, before);
    if (!name.len) name = elapsed(n, c);
    if (!name.len) name = object_so_long(n, c, before);
    if (!name.len) name = took_so_long(n, c, before);
    if (!name.len) name = only_early(n, c, before);
    return name.len ? name : took_itself(n->s, c, before);
}

slice time_taken(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    size_t                 took = c->token - (c->token > 0), per = before.from;
    while (took > 0 && is_one_of(s->tokens[took].tag, FROM, REACH, QUALIFIER, ADVERB))
        took--; /* 平均用时|由15分钟缩短到6分钟 */
    if (s->tokens[took].tag != RUNNING || !note_at(s, took, NOTE_OBJECT)) return SLICE_NONE;
    while (per < took && s->tokens[per].tag != PER_NOUN) per++;
    bool   each = took > per;
    size_t first = skip(s, before.from, CLASSES(ADVERB)); /* 实际|平均用时 */
    bool   mean = tag_before(s, took) == BOTH && took == first + 1u;
    if (mean) return sentence_text(s, took - 1, took + 1); /* 成功率62%，平均用时17天 */
    if (!each && before.from > 0) return SLICE_NONE;       /* 大规模开发土地，需时10年 */
    return joined(each ? token_text(s, per) : SLICE_NONE, token_text(s, took), n->arena);
}

slice took_next(const struct sentence *s, const struct candidate *c, struct arena *arena) {
    enum { LONGEST = 10 * HAN };
    const struct candidate *next = c + 1;
    size_t                  from = c->token + 2u, to = next_of(s, from, CLASSES(COMMA, STOP));
    if (s->tokens[c->token].tag != DURATION || tag_at(s, from - 1) != COMMA) return SLICE_NONE; /* most */
    if (next < s->candidates + s->candidate_count && next->token < to) return next->refused ? SLICE_NONE : next->metric;
    bool  does = has_class(s, range_of(from, to), CLASSES(VERB, LIGHT)) && tag_at(s, from) != PREPOSITION;
    slice name = does ? name_of(s, range_of(from, to), arena) : SLICE_NONE;
    return name.len <= LONGEST ? name : SLICE_NONE;
}
