/* Do the words before a figure name it though a noun stands behind it: 裁减员额|50万的任务, 腾出资金|3亿元|用于民生, and not
 * 对困难职工给予|3000元的补助? */
#include "extract/naming/before_or_behind.h"

#include "extract/naming/before.h"
#include "extract/naming/named_before.h"

#include "extract/sentence/figure.h"

#include "extract/base/banned.h"

/* 免征|5年|政策, 加计扣除|75%|政策: the noun behind says only that it is laid down. */
static bool gives_terms(const struct sentence *s, const struct candidate *c) {
    size_t noun = c->token + 1;
    return is_one_of(s->tokens[c->token].tag, PERCENT, DURATION) && tag_at(s, noun) == NOUN && note_at(s, noun, NOTE_THING);
}

/* 购置|厂房|4200平方米|对外出租, 采购|设备|120台|免费发放: behind figure `c` all that is told is what was then done with it. */
static bool leads_to_use(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token, deed = k + 1;
    if (tag_at(s, deed) == ADVERB && note_at(s, deed, NOTE_MANNER))
        deed++;
    else if (!physical_unit(c))
        return false;                                                                                             /* most */
    deed += tag_at(s, deed) == NOUN && token_bytes(&s->tokens[deed]) == 2 * HAN && tag_at(s, deed + 1) == VERBAL; /* 对外 */
    return is_one_of(tag_at(s, deed), VERB, VERBAL) && ends_phrase(s, deed + 1) && !is_figure(s, deed + 1);
}

/* 流转|土地|1800亩|种植|黄桃, 吸纳|劳动力|1200人|就业, 发放|补贴|5200万元|惠及|企业: a verb and what it was done to stand
 * before figure `c`, and what came of it behind. */
static bool leads_to_deed(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token, verb = skip_back(s, k, CLASSES(NOUN, HEAD));
    if (verb == k || !is_one_of(tag_before(s, verb), VERB, VERBAL)) return false; /* most */
    if (leads_to_use(s, c)) return true;
    if (person_unit(c) && is_one_of(tag_at(s, k + 1), VERB, VERBAL)) /* 派出医护人员186人次|支援|外省 */
        return ends_phrase(s, k + 2) || token_ending(s, k - 1u, EDGE_PERSON);
    if (counts(c) && tag_at(s, k + 1) == ADVERB && !is_adjective(s, k + 1)) /* 组织医生36名|深入|乡村义诊 */
        return is_one_of(tag_at(s, k + 2), NOUN, VERB, VERBAL);
    if (money_unit(c) && tag_at(s, k + 1) == VERB && note_at(s, k + 1, NOTE_GAINS)) return true;
    size_t deeds = skip(s, k + 1, CLASSES(VERB, VERBAL));
    if (counts(c) && deeds > k + 2u && ends_phrase(s, deeds)) return true; /* 开发公益性岗位138个|兜底|安置 */
    bool next = tag_at(s, k + 1) == VERBAL && tag_at(s, k + 2) == NOUN;
    return next && verb + 1u == k && !note_at(s, k + 2, NOTE_THING);
}

/* 对边缘户|4870户|实行监测: what is counted by its own last word stands before figure `c`. */
static bool ends_in_unit(const struct sentence *s, const struct candidate *c) {
    size_t from = skip_back(s, c->token, CLASSES(NOUN, HEAD));
    slice  unit = c->quantity.unit_name, noun = sentence_text(s, from, c->token);
    return bare_or_counts(c) && unit.len && noun.len >= unit.len + 2 * HAN && slice_ends(noun, unit);
}

/* 帮助老人、残疾人等|94户|抢收水稻: a list of persons that 等 closes is of those that figure `c` counts. */
static bool lists_counted(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    bool   persons = (bare_or_person(c) || home_unit(c)) && k > 1 && s->tokens[k - 1].tag == ETC;
    if (!persons || !is_one_of(tag_at(s, k + 1), VERB, VERBAL)) return false; /* most */
    for (size_t item = k - 1; is_one_of(tag_before(s, item), NOUN, HEAD, LIST_COMMA); item--)
        if (token_ending(s, item - 1, EDGE_PERSON)) return true;
    return false;
}

/* 规上企业|21家|营业收入|增长20%: those who earn stand before figure `c`, and behind it what of theirs is told. */
static bool leads_to_earnings(const struct sentence *s, const struct candidate *c) {
    size_t head = c->token + 1u;
    if (tag_at(s, head) != HEAD || !note_at(s, head, NOTE_EARNS) || !counts(c)) return false; /* most */
    char told = tag_at(s, skip(s, head + 1, CLASSES(ADVERB, ON_YEAR, DATE, DONE)));
    return is_one_of(told, GROW, FALL, GROW_TO, FALL_TO, REACH, COUNT) && token_ending(s, c->token - 1u, EDGE_EARNER);
}

/* 召开党委会11次、例会|6次|研究党建工作: is what was held so often told before the figure at token `k`, and behind it what for?
 */
static bool meets(const struct sentence *s, size_t k, struct words before) {
    return is_chained(s, before.from) || (k > 1 && s->tokens[k - 1].tag == NOUN && s->tokens[k - 2].tag == VERB);
}

/* 厚达|4厘米, 长达|8公里: does the word before tell in which way it is so large? */
static bool size_reached(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    return unit_measures(c->quantity.unit, "length") && is_one_of(s->tokens[k - 1].tag, REACH, RUNNING) &&
           token_bytes(&s->tokens[k - 1]) == 2 * HAN && token_opening(s, k - 1, EDGE_GLUED);
}

/* 将结转|资金|3万元|编入预算: does a noun that 将 or 把 opens stand before the figure at token `k`, and no verb; not
 * 将资金3万元用于修路, for 资金 says nothing? */
static bool is_disposed_of(const struct sentence *s, size_t k) {
    size_t opens = skip_back(s, k, CLASSES(NOUN, HEAD, LEVEL, DATE, PLACE, OF));
    bool   noun = is_one_of(s->tokens[k - 1].tag, NOUN, HEAD) && content_bytes(s, range_of(opens, k)) >= 3 * HAN;
    return noun && tag_before(s, opens) == PREPOSITION && note_at(s, opens - 1, NOTE_PLAN | NOTE_DISPOSES);
}

/* 新制度|在|30%的|乡镇医院|实施: what is done in a part of the places is no figure of theirs. */
static bool is_done_there(const struct sentence *s, size_t k, struct range name) {
    size_t places = skip(s, k + 2, CLASSES(NOUN, HEAD, LEVEL, PLACE));
    if (s->tokens[name.to - 1].tag == HEAD || places == k + 2 || s->tokens[k - 1].tag != PREPOSITION) return false; /* most */
    return tag_at(s, places) == LIGHT && ends_phrase(s, places + 1);
}

/* 志愿者代表|300余人|参加活动, 干部、群众|共500人|观看: persons stand before the count of them, and behind it what they did;
 * not 帮助|退役军人120名就业. */
static bool leads_to_attending(const struct sentence *s, const struct candidate *c) {
    size_t who = skip_back(s, c->token, CLASSES(ADVERB));
    bool   all = who == c->token || note_at(s, who, NOTE_TOTAL);
    if (!all || who == 0 || !person_unit(c) || s->tokens[who - 1].tag != NOUN) return false; /* most */
    size_t opens = skip_back(s, who, CLASSES(NOUN, HEAD, LIST_COMMA, AND));
    bool   governed = is_one_of(tag_before(s, opens), VERB, VERBAL, PREPOSITION, LIGHT, GROW, REACH, FROM);
    if (governed || token_opening(s, opens, EDGE_DEED)) return false;
    return token_ending(s, who - 1, EDGE_PERSON) && is_one_of(tag_at(s, c->token + 1), VERB, VERBAL, LIGHT);
}

/* Why the words before a figure may name it, whatever noun stands behind. */
struct asked {
    bool of;      /* 裁减员额50万|的|任务 */
    bool kept;    /* 赤字率|按|3%安排, 失业率维持|在|3%的低水平 */
    bool hovers;  /* 价格|在|3元左右|波动 */
    bool reached; /* 落成量|将超过|9000个单位 */
    bool aimed;   /* 供应|目标为|41万个单位 */
    bool spent;   /* 腾出资金3亿元|用于|民生 */
    bool whole;   /* 召开党委会3次、例会|6次|研究工作, 将结转资金|3万元|编入预算 */
    bool anew;    /* 铁路客运量突破10亿人次|据铁道部统计，, a title that the text follows without a mark */
    bool attends; /* 村民代表|300人|参加活动 */
    bool deed;    /* 发债5亿元|并纳入|预算, 流转土地1800亩|种植|黄桃, 加计扣除75%|政策 */
};

/* 亩产600公斤|云岭市柳林镇的示范田里，, 旅客10亿人次|据铁道部统计，: does something else begin behind the figure, with a place
 * or with how it is known, where a noun before the figure names it? */
static bool begins_anew(const struct sentence *s, size_t k) {
    size_t next = k + 1;
    if (!is_one_of(tag_at(s, next), NOUN, PREPOSITION)) return false; /* most */
    size_t named = skip_back(s, k, CLASSES(REACH, QUALIFIER, ADVERB));
    if (!is_one_of(tag_before(s, named), NOUN, HEAD)) return false;
    if (s->tokens[next].tag == PREPOSITION) return token_opening(s, next, EDGE_LEARNT) != NULL;
    slice run = token_text(s, next);
    if (!s->tokens[next].word && run.len >= 3 * HAN && token_opening(s, next, EDGE_LEARNT)) return true;
    return !s->tokens[next].word && without_places(s, next, run).len + 6 * HAN <= run.len;
}

static struct asked asked_of(const struct sentence *s, const struct candidate *c, struct words before) {
    const struct token *figure = &s->tokens[c->token], *left = figure - 1;
    char                next = tag_at(s, c->token + 1), then = tag_at(s, c->token + 2);
    struct asked        asked = {.kept =
                                     figure->tag == PERCENT && (is_one_of(left->tag, PREPOSITION, AIM) || is_at_level(s, c->token))};
    asked.of = next == OF && !is_one_of(figure->tag, AGE, DURATION) && left->tag != AND; /* 奖牌和300元的|代金券 */
    asked.hovers = figure_moves_about(s, c);
    bool whom = person_unit(c) && has_note(left, NOTE_FOR) && is_one_of(next, NOUN, LEVEL); /* 为480名|儿童捐赠冬衣 */
    asked.reached =
        is_one_of(figure->tag, COUNT, SMALL_COUNT) && !whom && is_one_of(left->tag, REACH, ADVERB, AIM, QUALIFIER, BOTH, ONLY);
    asked.aimed = asked.reached && has_note(left, NOTE_GOAL);
    asked.spent = money_unit(c) && c->token + 1u < s->count && has_note(&figure[1], NOTE_USE);
    asked.whole = (event_unit(c) && !asked.of && meets(s, c->token, before)) ||
                  (money_unit(c) && before.notes & (NOTE_PLAN | NOTE_DISPOSES) && is_disposed_of(s, c->token));
    asked.anew = begins_anew(s, c->token);
    asked.attends = leads_to_attending(s, c);
    asked.deed = (money_unit(c) && next == ADVERB && is_one_of(then, VERB, LIGHT, AWARD)) || leads_to_deed(s, c) ||
                 ends_in_unit(s, c) || lists_counted(s, c) || gives_terms(s, c) || leads_to_earnings(s, c);
    return asked;
}

/* 对困难职工给予|3000元的补助, 云岭有80人次的|教师支教: is the count whose 的 stands behind it of the noun there, so that
 * `name` tells nothing of it? */
static bool is_of_noun(const struct sentence *s, const struct candidate *c, struct range name) {
    const struct token *left = &s->tokens[c->token - 1];
    size_t              gives = skip_back(s, c->token, CLASSES(ADVERB, DONE, QUALIFIER, REACH, DATE));
    if (left->tag == REACH && counts(c) && s->tokens[name.to - 1].tag != HEAD) return true;
    if (left->tag == GROW_TO && token_opening(s, c->token - 1u, EDGE_TURNS)) return true; /* 烂泥塘变成|3000平方米的|广场 */
    if (left->tag == PREPOSITION || tag_before(s, gives) == LIGHT) return true;           /* 在四十多度的|箱梁 */
    if (physical_unit(c) && makes_verb(s, c->token - 1u)) return true;                    /* 排|着近百米的|长队 */
    return size_reached(s, c) || is_article(s, c->token - 1u);                            /* 厚达4厘米的|覆冰 */
}

/* 落成量|将超过|9000个单位, 供应|目标为|41万个单位: does the head that `name` ends with come up to the count; not
 * 完成|3户|搬迁? */
static bool comes_up_to(const struct sentence *s, const struct candidate *c, struct range name, bool aimed) {
    size_t last = name.to - 1u;
    if (s->tokens[last].tag == CLOSE) last = bracket_open(s, last) - 1u; /* 总供应量（包括简约公屋）|达 */
    bool head = aimed || tag_at(s, last) == HEAD, brief = aimed || is_at_level(s, c->token); /* 日产保持在6800吨|水平 */
    return head && name.to < c->token && content_bytes(s, name) >= (brief ? 2 : 3) * HAN &&
           skip_back(s, c->token, CLASSES(REACH, ADVERB, AIM, QUALIFIER, BOTH, ONLY)) <= name.to;
}

bool named_before(const struct sentence *s, const struct candidate *c, struct words before) {
    size_t k = c->token;
    if (k == 0) return false;
    const struct asked asked = asked_of(s, c, before);
    if (!(asked.of || asked.kept || asked.hovers || asked.reached || asked.spent || asked.whole || asked.anew || asked.deed ||
          asked.attends))
        return false; /* most */
    struct range        name = name_before(s, c, before);
    size_t              bytes = content_bytes(s, name);
    const struct token *first = &s->tokens[name.from], *last = &s->tokens[name.to - (name.to > 0)];
    if (asked.whole) return bytes >= 2 * HAN && name.to == k;
    if (asked.spent) return bytes >= 2 * HAN && last->tag == HEAD && !(before.traits & TRAIT_PREPOSITION);
    if ((asked.anew || asked.attends) && bytes >= 2 * HAN) return true;
    if (asked.deed) return bytes >= 3 * HAN;
    bool bare = first == last && (has_note(first, NOTE_USE) || first->tag == LIGHT);
    if (bytes < 2 * HAN || bare) return false; /* 用于100户的改造, 实施全市首个过亿元的项目 */
    if (asked.hovers) return true;
    if (asked.of && last->tag == NOUN && is_figure(s, before.from - 1)) return false; /* 5个行政村|17.2公里的村巷硬化 */
    if (s->tokens[k].tag == PERCENT && asked.kept) return !(asked.of && is_done_there(s, k, name));
    if (s->tokens[k].tag == PERCENT) return words_ending(s, name.from, name.to, EDGE_RATE);
    bool gives = asked.of && money_unit(c) && first == last && first->tag == VERB; /* 提供|每户|最高5万元的|援助金 */
    if (gives || (asked.of && is_of_noun(s, c, name))) return false;
    if (asked.of && physical_unit(c) && token_ending(s, name.to - 1u, EDGE_WHERE)) return false; /* 门口|52平方米的驿站 */
    bool each = asked.of && money_unit(c) && s->tokens[k - 1].tag == PER_NOUN;
    if (each && is_one_of(tag_at(s, k + 2), NOUN, HEAD, VERB, VERBAL)) return false; /* 扣除每亩|800元的|租金 */
    if (asked.of && verb_before(s, k) == SIZE_MAX) return true;
    return asked.reached && comes_up_to(s, c, name, asked.aimed);
}
