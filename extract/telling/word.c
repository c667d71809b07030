/* Which words of a sentence plan and which tell what is done: 力争达到5万亩 and 将新建3所 plan, 已建成 and 现有450户 do not;
 * 行动计划 and 完成预期目标 are things. What they say is data: classes 目 计 已, notes of rules/words.tsv. */
#include "extract/telling/telling.h"

#include "extract/naming/phrase.h"

#include "extract/base/banned.h"

/* Where the words before token `i` begin that say whose plan it is: 低于|年初预期目标, 比|去年计划高, 比|原定的计划增加2%. */
static size_t dates_from(const struct sentence *s, size_t i) {
    size_t than = skip_back(s, i, CLASSES(DATE, NOUN, OF));
    if (tag_before(s, than) == THAN) return than;
    for (than = i; is_one_of(tag_before(s, than), NOUN, VERBAL, HEAD);) than--; /* 比|原投资计划减少16% */
    if (tag_before(s, than) == THAN) return than;
    return skip_back(s, i, CLASSES(DATE));
}

/* 将注资|3亿元，, 将调配|6台|货车，: a deed that no table knows, where 将资金|3亿元用于建设 takes a thing. */
static bool unknown_deed(const struct sentence *s, size_t i) {
    bool   figure = is_unknown(s, i) && i + 1 < s->count && s->tokens[i + 1].candidate >= 0;
    size_t end = i + 2;
    while (figure && s->tokens[i - 1].tag == PREPOSITION && is_one_of(tag_at(s, end), NOUN, HEAD)) end++;
    return figure && token_bytes(&s->tokens[i]) <= 2 * HAN && is_one_of(tag_at(s, end), COMMA, STOP, LIST_COMMA);
}

/* 将|再|种|200亩油茶: one character that no table knows, behind an adverb. */
static bool brief_deed(const struct sentence *s, size_t i) {
    bool unknown = is_unknown(s, i) && is_one_character(&s->tokens[i]);
    return unknown && s->tokens[i - 1].tag == ADVERB && is_figure(s, i + 1);
}

/* 计划|用三年时间建成泵站8座, where 计划用地120亩 is a name. */
static bool takes_time(const struct sentence *s, size_t i) {
    return tag_at(s, i) == NOUN && is_one_of(tag_at(s, i + 1), DURATION, DATE) && token_is(s, i, EDGE_TAKES);
}

/* 一天|要清运8车: one length of time, which frames; 一双鞋|要纳3000针: any one of them; 下一届|茶叶节拟设展位: it names one. */
static bool is_each(const struct sentence *s, size_t i) {
    if (s->tokens[i].candidate < 0) return false;
    const struct candidate *one = figure_at(s, i);
    const struct numeral   *n = &one->quantity.numeral;
    bool names = unit_is(one, UNIT_ORDINAL) || n->form == NUMERAL_ORDINAL; /* 第一个十年发展计划，|可提供6000张病床 */
    return one->refused && !names && numeral_is_one(n);
}

/* 山路|要走|两个半钟头: what takes less than a day is asked again and again. */
static bool asks_time(const struct sentence *s, size_t i) {
    size_t figure = i + 1;
    while (is_one_of(tag_at(s, figure), NOUN, VERB, VERBAL, ADVERB) && figure < i + 3) figure++;
    const struct unit *unit = unit_at(s, figure);
    return unit && unit->brief;
}

/* 手链|要敲打|上千次，, 办证|要跑|5趟: so often is asked of who does it, where no date of its sentence says when. */
static bool asks_often(const struct sentence *s, size_t i) {
    size_t figure = skip(s, i + 1, CLASSES(NOUN, VERB, VERBAL));
    if (figure == i + 1 || figure > i + 3 || !figure_is(s, figure, event_unit)) return false;
    return ends_phrase(s, figure + 1) && !s->period_count && !in_classes(AIM, s->classes);
}

/* 每天做300份饭，还|要给26位老人送餐: how often is said over the comma, too, where an adverb only adds. */
static size_t behind_added(const struct sentence *s, size_t i) {
    bool adds = i > 2 && s->tokens[i - 1].tag == ADVERB && is_one_character(&s->tokens[i - 1]) && s->tokens[i - 2].tag == COMMA;
    return adds ? i - 2 : i;
}

/* “以前|办酒席，少说|要摆30桌: a sentence of a time that is over, as far as no word of it comes back to now. */
static bool stays_bygone(const struct sentence *s, size_t i) {
    size_t from = i;
    while (!is_one_of(tag_before(s, from), STOP, COLON, QUOTE))
        if (note_at(s, --from, NOTE_NOW) || period_at(s, from)) return false;
    return from < i && token_opening(s, from, EDGE_BYGONE) != NULL;
}

/* 他每天三点起床，50斤面粉|要揉七遍: does what stands before token `i` tell what is done each day? */
static bool goes_on_each_day(const struct sentence *s, size_t i) {
    while (tag_before(s, i) != STOP) {
        if (note_at(s, --i, NOTE_OFTEN) && !is_one_of(tag_at(s, i + 1), OF, NOUN, HEAD)) return true;
    }
    return false;
}

/* 食堂每天|要为2300名师生备餐, 一年|要打上千个电话: what is done again and again is no plan, nor what was: 过去|办证要跑5趟. */
static bool is_habit(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag != ADVERB) return false;
    if (asks_time(s, i) || asks_often(s, i) || stays_bygone(s, i)) return true;
    i = behind_added(s, i);
    while (!is_one_of(tag_before(s, i), COMMA, STOP, LIST_COMMA, COLON))
        if (is_one_of(s->tokens[--i].tag, PER, PER_NOUN, DURATION) || note_at(s, i, NOTE_OFTEN | NOTE_PER) || is_each(s, i) ||
            token_opening(s, i, EDGE_BYGONE) || (s->tokens[i].tag == BOTH && note_at(s, i, NOTE_ADJ))) /* 她平均|要走2.6万步 */
            return true;
    return goes_on_each_day(s, i);
}

/* 今年，青禾县|计划|办展览11个: the date that stands before a plan and the place that has it; NULL when none does. */
static const struct period *year_of_plan(const struct sentence *s, size_t i) {
    size_t date = i;
    while (date > 0 && i - date < 2 && (is_one_of(s->tokens[date - 1].tag, PLACE, COMMA) || is_place(s, date - 1))) date--;
    return period_at(s, date - 1);
}

/* 今年|全州|计划|城镇|新增就业|4.2万人, 全市|计划|农村劳动力|转移就业|8万人: a plan of the year, or one that opens its clause,
 * names first of what the deed before the count is. */
static bool plans_named_deed(const struct sentence *s, size_t i) {
    size_t deed = skip(s, i + 1, CLASSES(NOUN, HEAD)), figure = skip(s, deed, CLASSES(VERB, VERBAL));
    if (deed == i + 1 || figure == deed || !is_one_of(tag_at(s, figure), COUNT, SMALL_COUNT)) return false; /* most */
    const struct period *year = year_of_plan(s, i);
    char                 before = tag_before(s, skip_back(s, i, CLASSES(DATE, ADVERB, PLACE)));
    return (year && year->relative && year->offset >= 0) || is_one_of(before, COMMA, STOP, COLON);
}

/* 将|审批环节|由27个压减到9个, 将|滞留的900辆|车|全部疏导: 将 at token `i` marks what something is done to, though that opens
 * with a verb; 将|带动产值|增加到3亿元 plans. */
static bool marks_thing(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag != PREPOSITION || note_at(s, i + 1, NOTE_SENDS | NOTE_CAUSES | NOTE_GAINS | NOTE_NEW)) return false;
    if (i > 1 && tag_before(s, i) != COMMA && has_class(s, range_of(i - 2, i), CLASSES(DURATION)))
        return false; /* 用|两年|时间|将补助标准提高到100元 */
    size_t end = skip(s, i + 2, CLASSES(NOUN, HEAD, VERBAL));
    bool   thing = end > i + 2;
    if (thing && is_one_of(tag_at(s, end), FROM, GROW_TO, FALL_TO, FALL)) return true;
    if (thing && tag_at(s, end) == VERB && token_opening(s, end, EDGE_TURNS)) return true; /* 将|宣讲内容|制作成短视频86个 */
    size_t who = next_of(s, i + 2, CLASSES(FIGURES, COMMA, LIST_COMMA, STOP)); /* 将|盗窃手机|的|张某等|3人|抓获， */
    if (figure_is(s, who, person_unit) && tag_at(s, who + 1) == VERB && tag_before(s, who) != OF &&
        has_class(s, range_of(i + 2, who), CLASSES(OF)))
        return true;
    size_t of = skip(s, i + 2, CLASSES(NOUN)); /* 将|途经|灯会|的5条线路|延长至23时 */
    if (tag_at(s, of) != OF || !is_figure(s, of + 1)) return false;
    size_t noun = skip(s, of + 2, CLASSES(NOUN, HEAD)), deed = skip(s, noun, CLASSES(ADVERB, BOTH));
    if (noun > of + 2 && is_one_of(tag_at(s, noun), FROM, GROW_TO, FALL_TO)) return true;
    bool persons = person_unit(figure_at(s, of + 1)); /* 将|受伤|的12名群众|送往医院 */
    return noun > of + 2 && is_one_of(tag_at(s, deed), VERB, VERBAL, NOUN) && (deed > noun || persons);
}

/* 完成年度|计划|投资的115%, 为|计划|总产量的98%: so much of what was planned was done. */
static bool is_part_of_plan(const struct sentence *s, size_t i) {
    size_t of = skip(s, i + 1, CLASSES(NOUN, HEAD, VERBAL));
    if (tag_at(s, of) != OF || tag_at(s, of + 1) != PERCENT) return false; /* most */
    return is_one_of(tag_before(s, skip_back(s, i, CLASSES(NOUN, DATE))), REACH, LIGHT, SHARE);
}

/* 今年|计划|办展览11个, 学校|计划|招生4000人: is the noun at token `i` said of what is to be done, and no name,
 * 人才|计划|共收到申请? */
static bool noun_plans(const struct sentence *s, size_t i) {
    char next = tag_at(s, i + 1);
    if (i + 1 < s->count && is_granted(&s->tokens[i + 1]) && is_figure(s, i + 2)) return true; /* 投资|计划|安排|300亿元 */
    /* 今年|计划|办展览11个, where 计划任务 and 计划用地 are names */
    const struct period *year = year_of_plan(s, i);
    if (year && year->relative && year->offset >= 0 && next == NOUN && !s->tokens[i + 1].word) return true;
    if (plans_named_deed(s, i)) return true;
    if (is_part_of_plan(s, i)) return false;
    size_t over = next == COUNT ? skip_back(s, i, CLASSES(NOUN, DATE, OF)) : 0; /* 超出年初|计划|2000万元 */
    if (over > 0 && (s->tokens[over - 1].tag == QUALIFIER || note_at(s, over - 1, NOTE_THAN))) return false;
    if (next == COUNT && tag_at(s, i + 2) == OF && tag_at(s, i + 3) == PERCENT) return false; /* 为年度计划|9亿元的74% */
    if (tag_before(s, i) == ETC) return false; /* “高才通”等|计划|共收到申请 */
    if (is_one_of(tag_before(s, i), NOUN, HEAD, VERBAL) && tag_at(s, i + 2) == PERCENT && ends_phrase(s, i + 3))
        return false; /* 税收计划|完成|102.6%: so much of it */
    bool taken_in = next == NOUN && note_at(s, i + 1, NOTE_GENERIC) && i + 2 < s->count;
    if (taken_in && s->tokens[i + 2].candidate >= 0) return true; /* 学校|计划|招生|4000人, where 计划|总投资 is a name */
    size_t whose = next == PERCENT ? skip_back(s, i, CLASSES(NOUN, DATE)) : 0;
    if (is_one_of(tag_before(s, whose), REACH, LIGHT)) return false; /* 完成计划|104%, 完成年计划|27% */
    return is_one_of(next, VERB, VERBAL, GROW, FALL, IMPROVE, GROW_TO, FALL_TO, REACH, LIGHT, DATE, COUNT, PERCENT, PREPOSITION,
                     PLACE, ADVERB) &&
           !(is_one_of(tag_before(s, i), COUNT, SMALL_COUNT, VERB, VERBAL, AWARD, UNQUOTE)); /* 列入|计划解决 */
}

/* 产值|要|超过3亿元, 亩产|要|突破700斤: what is to be surpassed, where |要|近一个小时 and |要|11万多元 is what it takes. */
static bool is_to_surpass(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag != ADVERB || !is_figure(s, i + 1) || s->tokens[i + 1].tag == DURATION) return false; /* most */
    const struct candidate *mark = figure_at(s, i + 1);
    return mark->quantity.digits.start - mark->quantity.raw.start >= 2 * HAN && mark->qualifier == QUALIFIER_OVER;
}

/* And any other word that plans: 将|提供, 拟|从收入中安排, 准备|礼品120份? */
static bool word_plans(const struct sentence *s, size_t i) {
    char   next = tag_at(s, i + 1), tag = s->tokens[i].tag;
    size_t deed = i + 1 + is_one_of(next, ADVERB, BOTH);
    if (next == ADVERB && token_opening(s, i + 1, EDGE_ALONG)) /* 将|联合|协会|开展 */
        deed = skip(s, deed, CLASSES(NOUN, HEAD, LEVEL, PLACE, LIST_COMMA, AND, ETC));
    if (note_at(s, i + 1, NOTE_PER | NOTE_OFTEN) && is_one_of(tag_at(s, i + 2), VERB, LIGHT))
        return is_figure(s, skip(s, i + 3, CLASSES(NOUN, VERB, VERBAL))); /* 将|日均|开行列车236列 */
    if (is_one_of(tag_at(s, deed), VERB, VERBAL, GROW, FALL, IMPROVE, GROW_TO, FALL_TO, REACH, LIGHT)) return true;
    if (is_to_surpass(s, i)) return true;
    return is_one_of(next, SHARE, RUNNING, PREPOSITION) || (tag == ADVERB && next == PER) || /* 拟|每10股派现 */
           (next == ADVERB ? brief_deed(s, deed) : tag != LIGHT && unknown_deed(s, deed));   /* 准备|礼品120份 */
}

/* 计划增长, 将提供, 拟从收入中安排: a plan before what is to be done; 行动计划, 分享计划向居民发放, 285个计划新开工项目,
 * 比去年计划高 and 将资金用于 are none. */
static bool is_plan(const struct sentence *s, size_t i) {
    char   next = tag_at(s, i + 1), tag = s->tokens[i].tag;
    size_t from = dates_from(s, i);
    if (is_one_of(tag_before(s, from), THAN, ON_START, ON_YEAR)) return false;
    if (next == MULTIPLE && tag == ADVERB) return true;                    /* 三年内|要|翻一番 */
    if (takes_time(s, i + 1) || note_at(s, i, NOTE_DISPOSES)) return true; /* 将把做法推广到42个社区 */
    return !marks_thing(s, i) && (tag == PLAN ? noun_plans(s, i) : word_plans(s, i));
}

/* 已出台的政策, 2009年到期的扶持: what stands before 的 tells of the noun behind it alone, and so it does between a figure or a
 * verb and that noun: 推动39个已签约项目开工, 优化已建成设施. */
static bool is_attribute(const struct sentence *s, size_t i) {
    if (!is_one_of(tag_at(s, i + 1), VERB, LIGHT, VERBAL)) return false;
    bool inside = is_one_of(tag_before(s, i), COUNT, SMALL_COUNT, LIGHT);
    return inside || (tag_at(s, i + 2) == OF && is_one_of(tag_at(s, i + 3), NOUN, HEAD, VERB, VERBAL));
}

/* 提升|已|建成的|12所|学校，新建5所: it tells of those that are counted behind 的 alone. */
static bool is_of_counted(const struct sentence *s, size_t i) {
    size_t of = skip(s, i + 1, CLASSES(VERB, VERBAL, AWARD, LIGHT));
    return of > i + 1 && tag_at(s, of) == OF && is_one_of(tag_at(s, of + 1), COUNT, SMALL_COUNT);
}

/* 较|去年|实际完成|额高18亿元: what was done then is only compared with. */
static bool is_standard(const struct sentence *s, size_t i) {
    size_t from = dates_from(s, i);
    return is_one_of(tag_before(s, from), THAN, ON_START, ON_YEAR);
}

/* “两个确保”, 完成预期目标，: a thing, no plan. */
static bool names_aim(const struct sentence *s, size_t i) {
    size_t k = dates_from(s, i);
    char   next = tag_at(s, i + 1), before = k > 0 ? s->tokens[k - 1].tag : STOP;
    bool   measures = is_one_of(before, THAN, IMPROVE, QUALIFIER) || note_at(s, k - 1, NOTE_THAN);
    size_t than = skip_back(s, k, CLASSES(NOUN, DATE, OF)); /* 低于|全年的预期目标0.2个百分点 */
    measures |= note_at(s, than - 1, NOTE_THAN);
    measures |= before == OF && next == WITHIN && k > 1 && is_figure(s, k - 2); /* 控制在5.5%的|预期目标以内 */
    size_t result = skip_back(s, i, CLASSES(NOUN, HEAD, DATE));                 /* ，高于6%的|年度|预期目标； */
    measures |= tag_before(s, result) == OF && is_figure(s, result - 2) && is_other_goal(s, figure_at(s, result - 2));
    bool counted = s->tokens[i].tag == NOUN && is_one_of(next, COUNT, SMALL_COUNT); /* 约束性指标11项全部完成 */
    size_t end = skip(s, i + 1, CLASSES(NOUN)), verb = skip_back(s, k, CLASSES(NOUN, DATE)); /* 完成年度主要预期目标任务， */
    size_t of = next == COMMA ? skip_back(s, i, CLASSES(DATE, OF, NOUN)) : 0; /* 问及|未来三年的|打算， */
    bool   asked = note_at(s, of - 1, NOTE_TOWARD);
    return next == UNQUOTE || measures || counted || asked ||
           (is_one_of(tag_at(s, end), COMMA, STOP) && is_one_of(tag_before(s, verb), REACH, LIGHT, VERB, GROW_TO));
}

/* 52个贫困县|要全部摘帽。, 3个|将于年底完工, 600艘渔船|将陆续|开捕: is a deed without an object all that is said behind the
 * plan at token `i`? No table need know it. */
static bool plans_bare_deed(const struct sentence *s, size_t i) {
    size_t deed = skip(s, i + 1, CLASSES(ADVERB, PREPOSITION, DATE, WITHIN, PLACE));
    size_t end = skip(s, deed, CLASSES(VERB, VERBAL));
    bool   unknown = deed > i + 1 && is_unknown(s, deed) && token_bytes(&s->tokens[deed]) <= 2 * HAN;
    end += end == deed && unknown;
    return end > deed && ends_phrase(s, end) && !is_figure(s, end);
}

/* 6个|孩子 */
static bool counts_persons(const struct sentence *s, const struct candidate *k) {
    size_t who = k->token + 1u;
    return tag_at(s, who) == NOUN && token_ending(s, who, EDGE_PERSON);
}

/* 3万居民将从中受益, 2000名学生将于今秋入学: people who are told by what they will do; 10项措施将有助发展 are there. */
bool plans_behind(const struct sentence *s, const struct candidate *k) {
    if (!(s->notes & (NOTE_PLAN | NOTE_TARGET)) && !(s->classes & CLASSES(AIM))) return false; /* most */
    size_t             before = k->token, i = k->token + 1;
    const struct unit *unit = k->quantity.unit;
    bool               people = person_unit(k) || (unit && counts_persons(s, k)),
         count = is_one_of(s->tokens[before].tag, COUNT, SMALL_COUNT, BARE);
    if (!people && (!count || (unit && unit->class != UNIT_MEASURE_WORD))) return false;
    before -= tag_before(s, before) == REACH; /* 有6名学生将毕业 */
    if (is_one_of(tag_before(s, before), VERB, VERBAL, AWARD, LIGHT, REACH, GROW, FALL, IMPROVE, GROW_TO, FALL_TO))
        return false;
    while (!ends_phrase(s, i) && s->tokens[i].tag != AIM && !note_at(s, i, NOTE_PLAN | NOTE_TARGET)) i++;
    if (ends_phrase(s, i)) return false;
    if (!people) return plans_bare_deed(s, i);
    return s->tokens[i].tag == AIM || note_at(s, i, NOTE_TARGET)
               ? !names_aim(s, i)
               : (is_plan(s, i) && !stays_bygone(s, i)) || is_one_of(tag_at(s, i + 1), PREPOSITION, DATE, FROM);
}

/* 目前|城镇还有3万人, 目前|全市仍缺教师430名, and not 目前|要抓好3件事: what there is, up to the first figure. */
static bool leads_to_stock(const struct sentence *s, size_t i) {
    while (i < s->count && s->tokens[i].candidate < 0 && !is_one_of(s->tokens[i].tag, COMMA, STOP, AIM, PLAN) &&
           !note_at(s, i, NOTE_PLAN | NOTE_TARGET))
        i++;
    return i < s->count && s->tokens[i].candidate >= 0;
}

/* 2004年提出清欠，目前已偿还18亿元: now is the year that the section speaks of; 预期增长8%，实际增长6.9%: no plan of a review.
 */
static void back_to_now(struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    const struct context  *c = told->c;
    bool planned = told->status_by > told->year_by;   /* by a word, not by the date of 2025年6月，已建成 */
    if (s->tokens[i].tag == ADVERB) past_ends(told);  /* 已 is of any time */
    told->frame->single |= note_at(s, i, NOTE_FRAME); /* 五年来…。⏎ 我们也清醒看到，企业仅有38家 */
    if (note_at(s, i, NOTE_SINCE)) return;            /* 从那时起 is now, too, and no more than that */
    bool of_now = tag_at(s, i + 1) == COMMA || (!note_at(s, i, NOTE_ACTUAL) && leads_to_stock(s, i + 1));
    if (s->tokens[i].tag == ADVERB && opens_sentence(s, i) && of_now) plan_ends(told);
    if (c->status == STATUS_TARGET && c->review_year && opens_sentence(s, i) && of_now) {
        told_status(told, STATUS_ACTUAL, i);
        told->year = c->review_year;
        told->year_by = TOLD_BY_REPORT;
    }
    if (c->status == STATUS_ACTUAL && tag_before(s, i) == COMMA) told_status(told, STATUS_ACTUAL, i);
    bool until_now = s->tokens[i].tag == DONE && note_at(s, i, NOTE_RUNS) && told->year < c->year;        /* 至今 */
    if ((told->year_by < 0 && !until_now) || c->status == STATUS_TARGET || told->year == c->year) return; /* it is now */
    bool   done = false; /* 截至2004年底，已偿还: the date is that of 已 */
    size_t k = (size_t)told->year_by + 1;
    for (; k < i && s->tokens[k].tag != COMMA; k++) done |= is_one_of(s->tokens[k].tag, VERB, LIGHT, GROW, FALL);
    bool now = is_news(c) && s->tokens[i].tag == ADVERB && told->year < c->year;
    /* 至2027年，床位|将|增至900张，已预留地方 */
    bool ahead = c->report_year && told->year > c->report_year && s->tokens[i].tag == DONE && k < i && planned;
    if (!done && !now && !until_now && !ahead) return; /* 2019年推行之初，参与率仅31%，如今已有96% */
    told->year = c->year;
    told->year_by = section_by(c);
    told->period = -1;
    told_status(told, c->status, i);
}

/* 政府将建宿舍2座。|预计|可容纳1000人。|总投资|预计|3亿元: what is expected of a plan. */
static void plan_goes_on(struct telling *told, size_t i) {
    const struct frame *frame = told->frame;
    if (!frame->goes_on || !frame->planned) return;
    if (!opens_sentence(told->s, skip_back(told->s, i, CLASSES(NOUN, HEAD, VERBAL, OF)))) return;
    told_status(told, STATUS_TARGET, i);
    told->year = frame->last_year;
    told->year_by = TOLD_BY_PARAGRAPH;
}

/* 从目前的3小时, 由现时平均38个月, 现在的88%: of what is now, where a change starts. */
static bool is_of_now(const struct sentence *s, size_t i) {
    if (tag_before(s, i) == FROM) return true;
    return tag_at(s, i + 1) == OF && i + 2 < s->count && s->tokens[i + 2].candidate >= 0;
}

/* 至去年年底|已有1.6万名, 截至去年年底，|已有1.6万名: what exists is of the date in its clause, or that ends the one before. */
static bool exists_then(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    if (!note_at(s, i, NOTE_ACTUAL)) return false;
    while (!is_one_of(tag_before(s, i), COMMA, STOP))
        if (period_at(s, --i)) return true;
    return tag_before(s, i) == COMMA && period_at(s, i - 2);
}

/* 达产后，|预计年产值10亿元: what is expected once that is done, where 建成后，累计接待3万人次 is there. */
static bool comes_to_be(const struct sentence *s, size_t i) {
    while (i < s->count && s->tokens[i].candidate < 0 && !is_one_of(s->tokens[i].tag, STOP, DONE))
        if (note_at(s, i++, NOTE_EXPECTED)) return true;
    return false;
}

/* 到2028年，…；投资|累计完成|800亿元, 力争投资|累计完成|800亿元: what a plan will come to; 计划投资9亿元，|累计完成|6亿元 is
 * done. */
static bool sums_plan(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    if (told->status != STATUS_TARGET || !note_at(s, i, NOTE_TOTAL)) return false;
    return told->status_by < 0 || back_to(s, i, CLASSES(COMMA, STOP)) <= (size_t)told->status_by;
}

/* 1979年计划增长8%，|预计增长9%: what is expected beside the plan of a year that the report reviews is what it came to, where
 * 计划建泵站3座，|预计投资2亿元 is all of the plan. */
static bool answers_plan(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    bool                   behind = note_at(s, i, NOTE_EXPECTED) && i > 1 && s->tokens[i - 1].tag == COMMA;
    if (!behind || told->status != STATUS_TARGET || told->status_by < 0) return false; /* most */
    if (told->c->status != STATUS_ACTUAL || told->year != told->c->year) return false;
    const struct token *plan = &s->tokens[told->status_by];
    size_t              next = skip(s, i + 1, CLASSES(REACH, LIGHT, GROW, FALL, IMPROVE, GROW_TO, FALL_TO, VERB, ADVERB, AIM));
    bool                planned = plan->tag == PLAN || (has_note(plan, NOTE_TARGET) && is_one_of(plan->tag, GROW, FALL));
    if (!planned || !is_figure(s, next) || !is_figure(s, i - 2)) return false;
    const struct candidate *goal = figure_at(s, i - 2), *came = figure_at(s, next);
    return same_unit(goal, came);
}

/* 预计|今年产值|将达到|68亿元, 今年产值|预计可以|增长3% in a report that counts this year: what is expected of it is no plan.
 */
static bool is_estimate(const struct telling *told, size_t i) {
    const struct context  *c = told->c;
    const struct sentence *s = told->s;
    if (c->status != STATUS_ACTUAL || told->year != c->year || !c->review_year || !c->about.kind.text.len || c->twins)
        return false;
    do
        if (note_at(s, i, NOTE_EXPECTED)) return true;
    while (i-- > 0 && s->tokens[i].tag != STOP);
    return false;
}

/* 63%的|受访者 and 四成|企业, and 两成 at the head of a clause: does token `end` stand behind a share of those who may plan? */
static bool some_of_them(const struct sentence *s, size_t end) {
    size_t who = skip_back(s, end, CLASSES(NOUN, HEAD)), share = who - (tag_before(s, who) == OF);
    if (tag_before(s, share) != PERCENT) return false; /* most */
    if (who < end) return token_ends_in(s, end - 1, ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER, EDGE_EARNER));
    size_t opens = skip_back(s, share - 1, CLASSES(ADVERB, ONLY, REACH));
    return share == end && is_one_of(tag_before(s, opens), COMMA, STOP);
}

bool some_plan(const struct sentence *s, size_t i) {
    if (!some_of_them(s, skip_back(s, i, CLASSES(ADVERB)))) return false;
    for (i++; !is_one_of(tag_at(s, i), COMMA, STOP); i++)
        if (is_figure(s, i) && s->tokens[i].tag != DURATION) return false;
    return true;
}

/* 计划购车的|占17%, 打算购车的家庭|中，六成看重价格: does the plan at token `i` only tell of whom a share is? */
static bool tells_those(const struct sentence *s, size_t i) {
    if (some_plan(s, i)) return true;
    size_t end = i + 1;
    while (end < s->count && s->tokens[end].candidate < 0 && !is_one_of(s->tokens[end].tag, COMMA, STOP, COLON, SHARE)) end++;
    size_t of = skip_back(s, end, CLASSES(NOUN, HEAD, ADVERB, ONLY));
    if (end == s->count || of < i + 2 || s->tokens[of - 1].tag != OF) return false; /* most */
    if (s->tokens[end].tag == SHARE) return tag_at(s, skip(s, end + 1, CLASSES(ADVERB, REACH, QUALIFIER))) == PERCENT;
    return s->tokens[end].tag == COMMA && token_opening(s, end, EDGE_AMONG); /* 中， is one word */
}

/* 确保|了|50万亩秋粮归仓, 争取到|项目12个: what was aimed at was reached; 争取到|2025年 plans. */
static bool was_attained(const struct sentence *s, size_t i) {
    bool perfect = tag_at(s, i + 1) == ADVERB && is_one_character(&s->tokens[i + 1]) && token_opening(s, i + 1, EDGE_PERFECT);
    return perfect || (note_at(s, i, NOTE_FUND) && tag_at(s, i + 1) != DATE);
}

static void note_tells(struct telling *told, size_t i) {
    uint64_t notes = told->s->tokens[i].notes;
    bool     plans = (notes & NOTE_TARGET && !names_aim(told->s, i)) ||
                 (notes & NOTE_PLAN && is_plan(told->s, i) &&
                  !(is_news(told->c) && told->c->status == STATUS_ACTUAL && is_habit(told->s, i)));
    if (notes & NOTE_NOW && !is_of_now(told->s, i) && !exists_then(told, i)) back_to_now(told, i);
    if (notes & NOTE_EXPECTED) plan_goes_on(told, i);
    if ((plans && !is_estimate(told, i) && !tells_those(told->s, i)) || (notes & NOTE_ONCE && comes_to_be(told->s, i)))
        told_status(told, STATUS_TARGET, i);
    if (told->s->tokens[i].tag != AIM && answers_plan(told, i)) told_status(told, STATUS_ACTUAL, i);
    bool came = notes & NOTE_FACT && told->c->status == STATUS_ACTUAL && tag_before(told->s, i) == COMMA;
    if (came) told_status(told, STATUS_ACTUAL, i);                       /* 计划开工80套，|实际|开工76套 */
    const struct token *before = i > 0 ? &told->s->tokens[i - 1] : NULL; /* 改造60个|既有小区和500亩荒山, 把|现有企业整顿一遍 */
    bool governed = before && (before->candidate >= 0 || has_note(before, NOTE_DISPOSES));
    bool coming = told->status_by >= 0 && told->s->tags[told->status_by] == DURATION; /* 未来三天|仍有降雨 */
    if (notes & NOTE_ACTUAL && !governed && !coming) told->existing = true;           /* 摸清现有的450户 */
}

/* 耕地|只|占世界的7%, 利用率|仅|为30%, 人均耕地|只有|1.2亩: it is little that there is, and no 仅|保留5项. */
static bool is_no_more(const struct sentence *s, size_t i) {
    size_t figure = i + 1 + is_one_of(tag_at(s, i + 1), SHARE, REACH);
    if (figure > i + 1) figure = skip(s, figure, CLASSES(NOUN, HEAD, OF, PLACE));
    return is_figure(s, figure);
}

/* 计划招聘150人，|“我们提供补贴，: does somebody begin to speak at token `i`, behind what was told before? */
static bool starts_speech(const struct sentence *s, size_t i) {
    if (!is_one_of(tag_before(s, i), COMMA, COLON)) return false; /* most */
    return tag_at(s, next_of(s, i + 1, CLASSES(COMMA, STOP, UNQUOTE))) == COMMA;
}

/* 施工|要|穿过铁路，离铁轨|只有|4.8米: does a clause before that of token `i` say what has to be done, and no year that is
 * ahead? */
static bool must_before(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    if (told->status != STATUS_TARGET || told->status_by < 0 || told->year > told->c->done_year) return false; /* most */
    const struct token *must = &s->tokens[told->status_by];
    return must->tag == ADVERB && is_one_character(must) && has_class(s, range_of(told->status_by, i), CLASSES(COMMA));
}

static void class_tells(struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    switch (s->tokens[i].tag) {
    case STOP: /* what ends the sentence is kept for the clause behind ；, and for speech that goes on */
        if (skip(s, i + 1, CLASSES(UNQUOTE)) == s->count) return;
        told->status = told->start;
        told->status_by = told->start_by;
        return;
    case QUOTE:
        if (!starts_speech(s, i) || told->status_by < 0) return;
        told->status = told->start;
        told->status_by = told->start_by;
        return;
    case SINCE: past_tells(told, i); return;
    case ONLY:
        if (is_no_more(s, i)) state_tells(told, i);
        if (is_no_more(s, i) && must_before(told, i)) told_status(told, told->c->status, i);
        return;
    case AIM:
        if (answers_plan(told, i))
            told_status(told, STATUS_ACTUAL, i);
        else if (!names_aim(s, i) && !is_estimate(told, i) && !tells_those(s, i) && !was_attained(s, i))
            told_status(told, STATUS_TARGET, i);
        return;
    case PLAN:
        if (is_plan(s, i) && !tells_those(s, i)) told_status(told, STATUS_TARGET, i);
        return;
    case DONE:
        if (told->status == STATUS_TARGET && is_of_counted(s, i))
            told->existing = true;
        else if (!is_attribute(s, i) && !is_standard(s, i) && !sums_plan(told, i))
            told_status(told, STATUS_ACTUAL, i);
        return;
    default: return;
    }
}

/* 新的一年，… of a report is the year behind the one that it reviews; news of January, which is no document of a kind, stands
 * in it. */
static void year_begins(struct telling *told) {
    if (!told->c->report_year || !told->c->about.kind.text.len) return;
    told->year = told->frame->year = plan_year(told->c);
    told->year_by = TOLD_BY_REPORT;
}

/* 今年计划|，, 2024年的主要目标是|：: do the first words of a sentence, up to the plan at token `i`, do no more than open it?
 */
static bool opens_plan(const struct sentence *s, size_t i) {
    bool   colon = s->tokens[i].tag == COLON;
    size_t behind = skip(s, i + 1, CLASSES(REACH, COLON));
    bool   opens = colon || (behind > i + 1 && s->tokens[behind - 1].tag == COLON) || tag_at(s, behind) == COMMA;
    return opens && skip_back(s, i, CLASSES(DATE, PLACE, OF, NOUN, ADVERB, LIST_MARK)) == 0 &&
           has_class(s, range_of(0, i), CLASSES(DATE));
}

/* What the plan at token `i` opened holds for all the paragraph. */
static void plan_frames(struct telling *told, size_t i) {
    told_status(told, STATUS_TARGET, i);
    frame_status(told->frame, STATUS_TARGET);
    if (told->year_by >= 0) told->frame->year = told->year;
}

void word_tells(struct telling *told, size_t i) {
    const struct token *t = &told->s->tokens[i];
    if (t->notes & TELLING_NOTES) note_tells(told, i);
    class_tells(told, i);
    if ((is_one_of(t->tag, AIM, PLAN, COLON) || t->notes & NOTE_TARGET) && opens_plan(told->s, i)) plan_frames(told, i);
    if (t->tag != AIM || tag_at(told->s, i + 1) != COMMA || !opens_sentence(told->s, i)) return;
    if (is_news(told->c)) past_ends(told);
    frame_status(told->frame, told->status); /* 下一步，…。…。: of all the paragraph */
    if (has_note(t, NOTE_NEW)) year_begins(told);
}

/* 既有住宅加装电梯1000台 is no stock, 现有入学、招聘等62项 is. */
static bool ends_stock(const struct sentence *s, size_t i) {
    char tag = s->tokens[i].tag;
    if (tag == COMMA && tag_at(s, i + 1) == AMONG) return false; /* 现有茶企312家，其中龙头14家 */
    return is_one_of(tag, COMMA, STOP, REACH) ||
           (is_one_of(tag, VERB, LIGHT, IMPROVE) && !is_one_of(tag_at(s, i + 1), LIST_COMMA, ETC, OF));
}

/* 始办于1993年，|当年只有5个节目，台下坐了200人: what goes on with that time goes on to the end. */
static bool goes_on_then(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag != COMMA || i + 1 >= s->count) return false;
    const struct period *then = period_at(s, i + 1); /* 起初, 当年 */
    if (then) return then->frame && !then->relative;
    return s->tokens[i + 1].tag == ADVERB && token_opening(s, i + 1, EDGE_BYGONE);
}

void told_until(struct telling *told, size_t i) {
    if (ends_stock(told->s, i)) told->existing = false;
    if (told->clause_aside && goes_on_then(told->s, i)) told->clause_aside = false;
    if (told->clause_aside && is_one_of(told->s->tokens[i].tag, COMMA, STOP, LIST_COMMA)) { /* 建于1988年、|占地12亩 */
        bool dated = told->status_by >= 0 && told->status_by == told->year_by;              /* the date told it */
        told->year = told->clause_year;
        told->year_by = told->clause_by;
        told->period = told->year_by < 0 ? -1 : told->s->tokens[told->year_by].period;
        if (dated || told->year > told->c->done_year) told_status(told, told->clause_status, i); /* of a year that is ahead */
        told->clause_aside = false;
    }
}
