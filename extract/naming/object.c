/* What a bare verb is done to stands in the figure before: 清理规章2300件，修订|325件; 生猪出栏12万头，存栏|8万头. */
#include "extract/naming/object.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/clause.h"
#include "extract/naming/lend.h"
#include "extract/naming/narrow.h"
#include "extract/naming/topic.h"

#include "extract/base/banned.h"

enum { LONGEST_SUBJECT = 10 * HAN }; /* bytes of those who do what is counted: 生猪|出栏, 中小企业|贷款 */

/* 贷款余额, 服务类投诉: a deed that says what the noun behind it is of. */
static bool says_sort(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag != VERBAL) return false;
    return tag_at(s, i + 1) == HEAD || (i + 1 < s->count && token_opening(s, i + 1, EDGE_SORT));
}

/* 研究与试验发展|经费 opens with a word that no verb of the sentence is, though 基础|研究 has one. */
static bool opens_longer(const struct sentence *s, slice metric, slice word) {
    for (size_t i = 0; i < s->count; i++)
        if (token_text(s, i).len > word.len && slice_starts(metric, token_text(s, i))) return true;
    return false;
}

bool passes(const struct sentence *s, size_t i) { return s->tokens[i].tag == PREPOSITION && token_opening(s, i, EDGE_PASSES); }

slice object_of(const struct sentence *s, slice metric) {
    for (size_t i = 0; i < s->count; i++) {
        slice word = token_text(s, i);
        bool  how = s->tokens[i].tag == ADVERB && note_at(s, i, NOTE_MANNER) && slice_starts(metric, word);
        if (how && is_one_of(tag_at(s, i + 1), VERB, VERBAL) &&
            slice_starts(slice_from(metric, word.len), token_text(s, i + 1)))
            metric = slice_from(metric, word.len); /* 免费|发放药品 */
        bool added = note_at(s, i, NOTE_NEW) && slice_ends(metric, word) && metric.len > word.len + HAN;
        if (added) return slice_less(metric, word.len); /* 金融机构|新增 */
        bool verb = (is_one_of(s->tokens[i].tag, VERB, AWARD, VERBAL) && !says_sort(s, i)) || passes(s, i);
        bool made = is_one_character(&s->tokens[i]) && is_unknown(s, i) && makes_verb(s, i + 1); /* 养|了200只|羊 */
        if (!(verb || made) || !slice_starts(metric, word) || metric.len <= word.len + HAN || opens_longer(s, metric, word))
            continue;
        const struct word *both = s->tokens[i].tag == VERB ? words_opening(s, i, i + 2, EDGE_BEGINS) : NULL;
        if (both && slice_starts(metric, both->text) && metric.len > both->text.len + HAN)
            return slice_from(metric, both->text.len); /* 开工建设|安置房, 建成|3200套 */
        size_t more = i + 1;                           /* 新建、续建|项目 */
        while (is_one_of(tag_at(s, more), LIST_COMMA, AND) && is_one_of(tag_at(s, more + 1), VERB, AWARD, VERBAL)) more += 2;
        slice verbs = sentence_text(s, i, more);
        if (more > i + 1 && slice_starts(metric, verbs)) return slice_from(metric, verbs.len);
        metric = slice_from(metric, word.len);
        bool two = s->tokens[i].tag == VERBAL && tag_at(s, i + 1) == VERBAL && tag_at(s, i + 2) == NOUN &&
                   !says_sort(s, i + 1); /* 排查整治|自建房隐患 */
        if ((two || tag_at(s, i + 1) == IMPROVE) && slice_starts(metric, token_text(s, i + 1))) /* 改造提升|高标准农田 */
            metric = slice_from(metric, token_text(s, i + 1).len);
        if (!is_one_of(tag_at(s, i + 1), VERB, AWARD) || tag_at(s, i + 2) == HEAD) break; /* 建设筹措|保障房, 新增|上云企业 */
    }
    return metric;
}

slice without_verb(const struct sentence *s, slice metric) {
    size_t verb = word_at_end(s, metric, CLASSES(VERB, AWARD, VERBAL), 0);
    return verb < s->count ? slice_less(metric, token_text(s, verb).len) : SLICE_NONE;
}

slice begun_by(const struct sentence *s, slice metric, enum edge edge) {
    for (size_t at = 2 * HAN; at + 2 * HAN <= metric.len; at = utf8_next(metric, at))
        if (utf8_parts(metric, at) && lexicon_ending(s->lexicon, slice_sub(metric, 0, at), edge))
            return slice_sub(metric, 0, at);
    return SLICE_NONE;
}

slice measured_of(const struct sentence *s, slice metric) {
    size_t of = word_at_end(s, metric, CLASSES(NOUN, VERB, VERBAL), 0);
    if (of == s->count) return SLICE_NONE;
    metric.len -= token_text(s, of).len;
    size_t head = word_at_end(s, metric, CLASSES(HEAD), 0), did = word_at_start(s, metric, CLASSES(VERB), 0);
    if (did < s->count && did < head) return SLICE_NONE; /* 收集|居民|诉求 */
    if (note_at(s, head, NOTE_GENERIC) && metric.len == token_text(s, head).len &&
        !lexicon_ending(s->lexicon, metric, EDGE_RATE))
        return SLICE_NONE; /* 存量|隐性债务 */
    return head < s->count ? metric : SLICE_NONE;
}

slice done_to(const struct sentence *s, slice metric) {
    for (size_t i = 1; i + 1 < s->count; i++) {
        size_t who = skip_back(s, i, CLASSES(ADVERB, DATE, DONE, PLACE)); /* 意见箱|今年共|收到|建议 */
        if (s->tokens[i].tag != VERB || !is_one_of(tag_before(s, who), NOUN, HEAD) ||
            !is_one_of(s->tokens[i + 1].tag, NOUN, HEAD))
            continue;
        slice  doer = token_text(s, who - 1), done = sentence_text(s, i, i + 2);
        size_t at = slice_find(metric, doer, 0), verb = at == SIZE_MAX ? at : at + doer.len;
        if (verb != SIZE_MAX && slice_starts(slice_from(metric, verb), done))
            return slice_from(metric, verb + token_text(s, i).len);
    }
    return metric;
}

slice without_light(const struct sentence *s, slice metric) {
    return without_first(s, metric, CLASSES(LIGHT, IMPROVE), 0, 2 * HAN);
}

slice with_object(const struct sentence *s, slice verb, slice previous, struct arena *arena) {
    if (is_word(s, previous, 0, NOTE_OBJECT)) return verb; /* 立案19件，办结17件 */
    slice measured = measured_of(s, previous);
    if (measured.len) return joined(measured, verb, arena);
    slice  object = object_of(s, previous), subject = object.len == previous.len ? without_verb(s, previous) : SLICE_NONE;
    size_t stage = word_at_end(s, previous, 0, NOTE_STAGE); /* 加装电梯|完工283台、开工312台 */
    size_t again =
        object.len == previous.len ? slice_find(previous, verb, 0) : SIZE_MAX; /* 公司|使用|募集资金3亿元，累计使用8亿元 */
    if (again != SIZE_MAX && again >= 2 * HAN && previous.len >= again + verb.len + 2 * HAN) return slice_from(previous, again);
    if (subject.len > LONGEST_SUBJECT) return verb; /* 运用监督执纪第一种形态|处理11人次，其中约谈7人次 */
    if (stage < s->count && tag_at(s, stage) == VERB && object.len >= token_text(s, stage).len + 2 * HAN)
        subject = slice_less(previous, token_text(s, stage).len);
    slice thing_done = without_verb(s, previous); /* 恢复重建项目|开工986个、完工817个 */
    if (thing_done.len && ends_with_word(s, thing_done, 0, NOTE_THING)) subject = thing_done;
    if (ends_with_word(s, subject, 0, NOTE_PER)) return verb; /* 人均|补助3500元，累计兑现1.2亿元 */
    if (subject.len) return joined(subject, verb, arena);
    if (object.len == previous.len) object = done_to(s, previous);
    object = without_light(s, object);
    if (ends_with_word(s, object, 0, NOTE_ORGAN)) return verb;             /* 移送公安机关11件，查封23件 */
    size_t deed = word_at_end(s, object, CLASSES(VERB, AWARD, VERBAL), 0); /* 新开工 is one and nothing else */
    if (slice_ends(object, verb)) return verb; /* 争取国家投资2亿元、自治区|投资8600万元 */
    bool alone = deed < s->count && token_text(s, deed).len == object.len;
    bool thing = alone && s->tokens[deed].tag == VERBAL && object.len < previous.len; /* 投放|贷款86亿元，新增12亿元 */
    return alone && !thing ? verb : joined(verb, object, arena);
}

/* 连续三年发行专项债券，今年先发行3亿元: the verb at token `verb` with what it was done to before in the sentence; empty when
 * it was done to nothing. */
static slice done_before(const struct sentence *s, size_t verb, struct arena *arena) {
    const slice done = token_text(s, verb);
    for (size_t i = verb; i-- > 0;) {
        if (!is_one_of(s->tokens[i].tag, VERB, AWARD) || !slice_equal(token_text(s, i), done)) continue;
        struct range what = strip(s, range_of(i + 1, object_end(s, i + 1)), NAME_HEAD, NAME_TAIL);
        if (content_bytes(s, what) >= 3 * HAN) return joined(done, name_of(s, what, arena), arena);
    }
    return SLICE_NONE;
}

/* 生猪存|栏18万头；|出|栏29万头: the other of two deeds that end alike, to what the sentence before names; empty when it is
 * none.
 */
static slice of_its_pair(const struct naming *n, const struct candidate *c, slice own) {
    slice model = n->carry->metric;
    if (own.len != 2 * HAN || !sentence_goes_on(n->s)) return SLICE_NONE;
    bool pair = slice_equal(n->carry->lent.unit, c->quantity.unit_name) && slice_ends(model, slice_from(own, HAN)) &&
                utf8_parts(model, own.len);
    return pair ? joined(slice_less(model, own.len), own, n->arena) : SLICE_NONE;
}

/* 清理文件9件，|续签|5件、修改1件: is the name of figure `p` but one word that no table knows, right before it? */
static bool is_bare_word(const struct sentence *s, const struct candidate *p) {
    size_t word = p->token - (p->token > 0);
    return is_unknown(s, word) && p->metric.len == 2 * HAN && slice_equal(p->metric, token_text(s, word));
}

/* 清理|文件|9件，续签5件、|修改|1件: the figure whose name opens with a deed, of which bare words and deeds tell the parts that
 * stand between it and the figure behind `p`; `p` where no bare word stands there. */
static const struct candidate *whole_of_deeds(const struct sentence *s, const struct candidate *p) {
    const struct candidate *whole = p;
    for (; is_bare_word(s, whole); whole--) {
        if (whole == s->candidates || whole[-1].refused || whole->metric.len != 2 * HAN || !same_unit(whole - 1, p)) return p;
    }
    return whole < p && starts_with_word(s, whole->metric, CLASSES(VERB, VERBAL), 0) ? whole : p;
}

/* 签约项目|9个|，总投资14亿元，其中超5亿元项目1个: the figure in the unit of `part` right before it, but for money and sizes.
 */
static const struct candidate *same_before(const struct sentence *s, const struct candidate *part) {
    const struct candidate *p = part;
    while (p > s->candidates && (p[-1].refused || (money_unit(p - 1) && !money_unit(part)))) p--;
    return p > s->candidates && p[-1].metric.len && same_unit(p - 1, part) ? p - 1 : part;
}

/* 新建住房|3816套|，其中廉租房600套、公租房1800套，|基本建成|1200套: the figure whose parts, two and more, end with figure `p`,
 * for a clause from token `from` on that is none of them, or holds more than the one part: 签约项目|9个|，其中超5亿元项目1个，
 * |已开工|6个. `p` where it ends no such list. */
static const struct candidate *whole_of_parts(const struct sentence *s, const struct candidate *c, const struct candidate *p,
                                              size_t from) {
    if (!in_classes(AMONG, s->classes) || tag_before(s, from) != COMMA) return p; /* most */
    const struct candidate *part = p;
    while (part > s->candidates && is_one_of(tag_at(s, part[-1].token + 1u), LIST_COMMA, AND)) part--;
    const struct candidate *whole = same_before(s, part);
    if (whole == part || !has_class(s, range_of(whole->token, part->token), CLASSES(AMONG))) return p;
    bool kept = tag_at(s, whole->token - 1u) == VERBAL && tag_at(s, from) == VERBAL && is_figure(s, from + 1);
    bool more = is_more(c, p) && !is_more(c, whole);
    return part < p || kept || more ? whole : p; /* 生猪存栏40万头，其中母猪4万头，|出栏|60万头 */
}

/* 打好攻坚战，交付9万套: is the clause before one of another deed, which keeps its verb and so lends no object? */
static bool opens_with_deed(const struct sentence *s, slice clause) {
    size_t verb = word_at_start(s, clause, CLASSES(VERB), 0);
    return verb < s->count && clause.len >= token_text(s, verb).len + 2 * HAN;
}

slice by_the_same(const struct naming *n, struct range before, struct range name, slice own) {
    const struct sentence  *s = n->s;
    const struct candidate *p = n->previous;
    bool                    next = is_chained(s, before.from) && p->token + 2u == before.from && name.to == name.from + 1u;
    if (!next || !counts(p) || !is_one_of(tag_before(s, p->token), VERB, VERBAL)) return SLICE_NONE; /* most */
    slice did = token_text(s, p->token - 1u), doer = slice_less(p->metric, did.len);
    bool  named = slice_ends(p->metric, did) && p->metric.len >= did.len + 3 * HAN;
    return named && !starts_with_word(s, doer, CLASSES(VERB), 0) ? joined(doer, own, n->arena) : SLICE_NONE;
}

/* 其中收尾的|211个、续建|的|406个: is the figure before named by nothing but what its 的 makes a noun, as figure `c` is, so
 * that it tells no object? Nor does 已|履约|198个，开工161个: 已 makes a deed of what no table knows. */
static bool beside_deed(const struct sentence *s, const struct candidate *p, const struct candidate *c) {
    size_t did = p->token - (p->token > 0);
    if (tag_before(s, did) == DONE && s->tokens[did].tag == NOUN && slice_equal(p->metric, token_text(s, did))) return true;
    if (tag_before(s, c->token) != OF || tag_before(s, p->token) != OF) return false; /* most */
    return p->metric.len && slice_ends(slice_sub(s->text, 0, s->tokens[p->token - 1u].start), p->metric);
}

/* 隧道|全长9.8公里，累计掘进|6.2公里: how far along what is long it went? */
static bool along(const struct candidate *c) { return unit_measures(c->quantity.unit, "length"); }

/* A thing without the head that tells how much of it there is: 公园|总数; but 通车|里程 is no 通车, 2023届|毕业生 no 2023届. */
static slice unheaded(const struct sentence *s, slice of) {
    slice thing = metric_without_head(s, of);
    bool  number = false;
    for (size_t i = 0; i < thing.len; i++) number |= thing.ptr[i] >= '0' && thing.ptr[i] <= '9';
    return number || ends_with_word(s, thing, CLASSES(VERB, VERBAL), 0) ? of : thing;
}

/* What was done to what the figure before counts: 项目46个，其中|续建|18个. `again`: what the clause before did (done_before).
 */
static slice with_object_counted(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own,
                                 slice again) {
    const struct sentence  *s = n->s;
    const struct token     *first = &s->tokens[name.from];
    const struct candidate *p = antecedent(n, c, SAME_UNIT); /* 高速公路1条46公里，建成2条 */
    bool                    same = slice_equal(p->metric, n->previous->metric);
    /* 滴灌面积16万亩，占播种面积的90%，|新增|1万亩 */
    same |= n->previous->kind == KIND_SHARE && same_unit(p, c) && slice_starts(n->previous->metric, p->metric);
    bool part = before.from < name.from && s->tokens[before.from].tag == AMONG; /* 项目46个，总投资132亿元，其中续建18个 */
    bool little = own.len == HAN && p->metric.len >= 2 * HAN; /* 食堂45家，服务3000人次，明年再|建|20家 */
    const struct candidate *whole = whole_of_deeds(s, same || part || little ? p : n->previous);
    if (!part) whole = whole_of_parts(s, c, whole, before.from);
    bool alike = same_unit(whole, c);
    bool grown = has_note(first, NOTE_NEW) && n->previous->kind == KIND_GROWTH; /* 贷款余额增长8.5%，新增4万亿元 */
    /* 12个项目未开工，涉及3亿元; 收入增长6%，安排19亿元 */
    bool touched = has_note(first, NOTE_GAINS) && money_unit(c) && !money_unit(n->previous);
    /* 应办结84件，|实际|办结82件; 开始建设的27个，|继续|建设的69个: done to nothing that the figure before names */
    slice done = n->previous->metric;
    bool  how = name.from > 0 && first[-1].tag == ADVERB && token_bytes(&first[-1]) == 2 * HAN;
    if (how && !has_note(&first[-1], NOTE_TOTAL) && slice_find(done, own, 0) != SIZE_MAX)
        return sentence_text(s, name.from - 1, name.to);             /* 实际|参保 */
    if (ends_with_word(s, done, 0, NOTE_GOAL)) return own;           /* 目标任务数为260户，已|开工240户 */
    if (tag_before(s, name.from) == DONE && slice_ends(done, own)) { /* 医保应|参保980人，已|参保960人 */
        slice              whose = slice_less(done, own.len);
        const struct word *ought = lexicon_ending(s->lexicon, whose, EDGE_COULD);
        if (ought) return joined(slice_less(whose, ought->text.len), own, n->arena);
    }
    if (own.len >= 4 * HAN && slice_find(done, own, 0) != SIZE_MAX) return own; /* 受理提请批准逮捕案件9件，批准逮捕8件 */
    if (touched) return joined(own, n->previous->metric, n->arena);
    bool days = s->tokens[c->token].tag == DURATION && previous_is(n, DURATION);
    if (days && own.len >= 2 * HAN) return own; /* 闭馆68天，|开放|245天 */
    if (beside_deed(s, n->previous, c)) return own;
    if (counts(c) && whole == n->previous && lexicon_is(s->lexicon, done, EDGE_DEED)) return own; /* 拘留6人，|约谈|83人 */
    bool sum = money_unit(c) && is_one_of(first->tag, VERB, VERBAL) && lexicon_is(s->lexicon, own, EDGE_SUM);
    bool opens = skip(s, before.from, CLASSES(PLACE)) == name.from; /* 村民自筹11万元，镇里|补助|20万元 */
    if (sum && opens) return own;                                   /* 各项存款502亿元，|贷款|388亿元 */
    /* 养老保险参保人数增加1.4亿、|覆盖10.5亿人 */
    bool reaches =
        has_note(first, NOTE_GAINS) && person_unit(c) && is_chained(s, before.from) && tag_at(s, c->token + 1) != NOUN;
    if (reaches) return joined(metric_without_head(s, n->previous->metric), own, n->arena);
    /* 去向落实率87.6%，其中升学28.9%: a rate is no object, but may be measured of another (满意率始发99%、运行98%) */
    bool  taken = whole->kind == KIND_SHARE && !measured_of(s, whole->metric).len;
    slice of = whole->metric;
    if (counts(c) || (along(c) && !has_note(first, NOTE_NEW))) of = unheaded(s, of); /* 公园总数1100个，其中新建65个 */
    if (person_unit(c) && lexicon_ending(s->lexicon, of, EDGE_KINDS)) return own; /* 查获偷渡案件12起27人，|遣返|31人 */
    bool beside = first->tag == VERBAL && is_chained(s, before.from) && name.to == name.from + 1u && p == n->previous &&
                  tag_before(s, p->token) == NOUN && slice_equal(p->metric, token_text(s, p->token - 1u)) &&
                  whole_of_deeds(s, p) == p; /* 投诉9件、举报5件、|咨询|3件 */
    if (beside) return own;
    if ((alike && !taken) || grown) return with_object(s, own, of, n->arena);
    if (!again.len && counts(c)) again = by_the_same(n, before, name, own);
    return again.len ? again : own;
}

/* 脱贫攻坚取得全面|胜利，累计脱贫4万人: is `told`, in the clause before, what came of it all, to which nothing is done? */
static bool is_outcome(const struct sentence *s, size_t from, slice told) {
    if (!told.len || tag_before(s, from) != COMMA) return false; /* most */
    size_t i = clause_start(s, from - 1);
    while (i + 2 < from && !token_opening(s, i, EDGE_OUTCOME)) i++;
    return i + 2 < from && slice_find(sentence_text(s, i + 1, from - 1), told, 0) != SIZE_MAX;
}

/* 麦收|进行|时：|8天|抢收127万亩: do the words before a colon, behind which the clause from token `i` on stands, do something
 * themselves, as a title's first words do and no label does, 农村公路建设情况：? */
static bool behind_motto(const struct sentence *s, size_t i) {
    size_t colon = skip_back(s, i, CLASSES(DATE, ADVERB));
    if (tag_before(s, colon) != COLON || colon < 2) return false; /* most */
    size_t from = back_to(s, colon - 1u, CLASSES(COMMA, STOP, COLON, BLANK));
    return skip(s, from, CLASSES(NOUN, HEAD, VERB, VERBAL, LEVEL, AND, LIST_COMMA, PLACE, OF, QUOTE, UNQUOTE)) != colon - 1u;
}

/* And to what the clause before tells: 推进生态工程建设，|完成造林|9万亩. */
static slice with_object_told(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own,
                              slice again) {
    const struct sentence *s = n->s;
    const struct token    *first = &s->tokens[name.from];
    if (!again.len && !has_note(first, NOTE_OBJECT)) again = of_its_pair(n, c, own);
    if (again.len) return again;
    /* 推进生态工程建设，完成造林9万亩: what was completed says it all, but for money. */
    slice what = first->tag == VERB ? sped_up(s, before.from, n->arena) : SLICE_NONE;
    if (what.len) return joined(own, what, n->arena);
    bool completes =
        first->tag == VERBAL && name.from > 0 && is_one_of(first[-1].tag, REACH, DONE) && !has_note(first, NOTE_FUND);
    slice clause = completes ? SLICE_NONE : clause_before(s, before.from, c->kind, n->arena);
    if (lexicon_ending(s->lexicon, clause, EDGE_FEELS)) return own; /* 生意特别好，能卖|300碗 */
    if (is_outcome(s, before.from, clause)) return own;
    if (!has_note(first, NOTE_GAINS | NOTE_FUND) && opens_with_deed(s, clause)) return own;
    if (own.len >= 2 * HAN && behind_motto(s, before.from)) return own;
    bool deed = is_word(s, clause, CLASSES(VERB, VERBAL, IMPROVE), 0); /* 招聘难得到|缓解|，年内录用89名 */
    return deed ? own : joined(clause, own, n->arena);
}

slice with_its_object(struct naming *n, const struct candidate *c, struct range before, struct range name, slice own) {
    slice again = done_before(n->s, name.from, n->arena);
    return n->previous ? with_object_counted(n, c, before, name, own, again) : with_object_told(n, c, before, name, own, again);
}
