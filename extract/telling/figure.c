/* What a figure takes of all that its sentence has told so far: year and status. 力争新建3所 is a target, 现有37家 among plans
 * is there, 由五年前的18万名 is of that year. */
#include "extract/telling/telling.h"

#include "extract/naming/before.h"
#include "extract/naming/phrase.h"
#include "extract/telling/date_aside.h"

#include "extract/base/banned.h"

size_t goal_of(const struct sentence *s, size_t k) {
    for (size_t of = k + 1; of + 1 < s->count && !is_one_of(s->tokens[of].tag, COMMA, STOP); of++) {
        size_t goal = of + 1;
        while (is_one_of(tag_at(s, goal), NOUN, HEAD, VERBAL) && !note_at(s, goal, NOTE_GOAL)) goal++;
        bool is = note_at(s, goal, NOTE_GOAL) && !note_at(s, goal, NOTE_THING);
        if (s->tokens[of].tag == OF && is) return goal;
    }
    return 0;
}

/* 与|95%|的目标仍|有|差距, 距离|95%|的目标还|差|2个百分点: is the goal at token `goal` told as one that is not reached? */
static bool is_short_of(const struct sentence *s, size_t k, size_t goal) {
    bool from = k > 0 && (s->tokens[k - 1].tag == AND || token_is(s, k - 1, EDGE_AWAY));
    return from && is_one_of(tag_at(s, skip(s, goal + 1, CLASSES(ADVERB))), REACH, FALL);
}

bool is_other_goal(const struct sentence *s, const struct candidate *k) {
    bool   bound = k->qualifier == QUALIFIER_OVER || k->qualifier == QUALIFIER_UNDER;
    size_t goal = goal_behind(s, k->token + 1u);
    if (!goal) return false; /* most */
    if (!ends_phrase(s, goal + 1)) return is_short_of(s, k->token, goal);
    return bound ? tag_before(s, skip_back(s, k->token, CLASSES(ADVERB, QUALIFIER))) == COMMA
                 : is_measured_against(s, k->token);
}

/* ---- what a figure takes of what is told ---- */

/* 由187种增加 behind 1992年以来: so many there were then. */
static int16_t date_of_since(const struct sentence *s, size_t from) {
    bool since = from > 1 && s->tokens[from].tag == FROM && s->tokens[from - 1].tag == SINCE;
    return since ? s->tokens[from - 2].period : -1;
}

/* 由上年居世界第四位: the date between 由 and the figure at token `i` is the figure's own; -1: there is none. */
static int16_t date_of_start(const struct sentence *s, size_t i) {
    while (i-- > 0 && !is_one_of(s->tokens[i].tag, FROM, COMMA, STOP))
        if (period_at(s, i)) return s->tokens[i].period;
    return i < s->count ? date_of_since(s, i) : -1;
}

bool starts_now(const struct sentence *s, size_t i) {
    if (tag_before(s, i) == OF) i--;
    return note_at(s, i - 1, NOTE_NOW);
}

/* 由五年前的18万名增至20万名: how many years before the figure at token `i` was; 0: it is not told. */
static int years_before(const struct sentence *s, size_t i) {
    if (tag_before(s, i) == OF) i--;
    return i > 1 && s->tokens[i - 1].tag == FIRST ? years_ago(s, i - 2) : 0;
}

/* 比去年|的|12家多3家, 比去年|（|12家）多3家: what is measured against is of the year before; 比前五年|的|12家 is of several.
 */
static bool is_of_year_before(const struct sentence *s, size_t i) {
    if (i < 2 || s->tokens[i - 2].tag != ON_YEAR || !note_at(s, i - 2, NOTE_OTHER)) return false; /* most */
    bool bracket = s->tokens[i - 1].tag == OPEN && tag_at(s, i + 1) == CLOSE;
    return s->tokens[i - 1].tag == OF || (bracket && is_one_of(tag_at(s, i + 2), GROW, FALL, IMPROVE));
}

/* 比1952年|的|4.5平方米还低, 比2022年|（|12座）多3座: the year of what is measured against; 0: it is of the same year. */
static int year_measured_against(const struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    size_t                 i = k->token;
    size_t                 date = i > 2 ? skip_back(s, i - 1u, CLASSES(REACH, VERB)) : 0; /* 较2022年录得|的|6.1年 */
    bool                   than = date > 1 && is_one_of(s->tokens[i - 1].tag, OF, OPEN) && s->tokens[date - 2].tag == THAN;
    const struct period   *then = than ? period_at(s, date - 1) : NULL;
    return then ? year_of(told, then) : 0;
}

/* 比五年前的9万人增加3万人: how many years before its sentence what is measured against was; 0: it is of the same year. */
static int years_behind(const struct sentence *s, size_t i) {
    if (is_of_year_before(s, i)) return 1;
    bool than = i > 3 && s->tokens[i - 1].tag == OF && s->tokens[i - 4].tag == THAN;
    return than ? years_before(s, i) : 0;
}

static bool has_own_date(const struct candidate *k) { return k->period >= 0 && k->set & 1u << FIELD_YEAR; }

/* The year before those that the heading names, where nothing below it told another time; 0: it names none. */
static int section_from(const struct telling *told) {
    return told->year == told->c->year && told->year_by < 0 && !told->frame->single ? told->c->span_from : 0;
}

/* The year before those that a figure sums up, as a sentence before says, or the heading; 0: there are none. */
static int summed_from(const struct telling *told) {
    const struct year_span *past = &told->frame->span;
    if (past->year) return past->year == told->year ? past->from - past->ends : 0;
    return section_from(told);
}

/* 2014年以来，损失率由8.2%降至6%, “十四五”以来，…: the year since when the sentence tells, of several years the one before
 * them; 0: it opens with none, -1: it names another between that and the 由 of the figure at token `i`. */
static int year_since(const struct telling *told, size_t i) {
    const struct sentence *s = told->s;
    size_t                 date = skip(s, 0, CLASSES(LIST_MARK, ADVERB, PREPOSITION, FROM, QUOTE)), end = date + 1;
    if (tag_at(s, date) != DATE || tag_at(s, end) != SINCE || tag_at(s, end + 1) != COMMA) return 0; /* most */
    size_t from = back_to(s, i, CLASSES(FROM, COMMA, STOP));
    if (from <= end || s->tokens[from - 1].tag != FROM) return 0;
    const struct period *p = period_at(s, date);
    if (!p) return 0; /* 十年来 */
    if (has_class(s, range_of(end, from), CLASSES(DATE))) return -1;
    return p->first_year < p->last_year ? p->first_year - 1 : year_of(told, p);
}

/* 由上年居世界第四位, 由现时的1000名: a figure that a change starts from, or that a card gave a date, may have a year of its
 * own. False when it takes what is told. */
APART static bool takes_own_year(const struct telling *told, struct candidate *k) {
    bool    dated = has_own_date(k);
    int16_t own = dated ? k->period : date_of_start(told->s, k->token);
    int     since = own < 0 && k->role == ROLE_FROM ? year_since(told, k->token) : 0;
    if (own >= 0) {
        const struct period *p = &told->s->periods[own];
        bool                 part = !p->relative && !p->last_year; /* 去年，…由年初的3.5%降至2.9% */
        k->year = part && told->year ? told->year : year_of(told, p);
        if (dated) told->frame->from_year = k->year;
    } else if (told->year && years_before(told->s, k->token)) {
        k->year = told->year - years_before(told->s, k->token);
    } else if (starts_now(told->s, k->token)) {
        k->year = told->c->status == STATUS_TARGET ? told->c->review_year : told->c->year;
        k->year_by = section_by(told->c);
    } else if (since > 0) {
        k->year = told->frame->from_year = since;
        k->year_by = told->year_by;
    } else if (told->frame->from_year && !since) {
        k->year = told->frame->from_year;
        k->year_by = TOLD_BY_PARAGRAPH;
    } else if (section_from(told) && !since) {
        k->year = section_from(told);
        k->year_by = TOLD_BY_HEADING;
    } else {
        return false;
    }
    return true;
}

/* 2003年退休后，他回乡种树，一干就是20年: as many years as have gone by, in news of 2023. */
static bool lasts_until_now(const struct telling *told, const struct candidate *k) {
    const struct quantity *q = &k->quantity;
    int                    years = told->c->year - told->year;
    if (years <= 0 || !q->unit || !q->unit->year || q->unit->class != UNIT_TIME || !is_news(told->c)) return false; /* most */
    return q->numeral.value.present && decimal_compare(q->numeral.value, decimal_int(years)) == 0;
}

/* 12家企业|去年|入选名单， 17名工友|2021年|来到工地，: where the date stands that says when those counted did what closes the
 * clause; 0 when none does. */
static size_t date_behind(const struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    if (!in_classes(DATE, s->classes) || !bare_or_counts(k) || k->kind != KIND_LEVEL) return 0; /* most */
    size_t               noun = k->token + 1u, date = skip(s, noun, CLASSES(NOUN, HEAD, LEVEL));
    const struct period *p = date > noun ? period_at(s, date) : NULL;
    if (!p || p->first_year != p->last_year || p->since || !year_of(told, p) || date_is_basis(s, date)) return 0;
    size_t deed = skip(s, date + 1, CLASSES(ADVERB, DONE)), end = deed;
    while (!is_figure(s, end) && !is_one_of(tag_at(s, end), COMMA, STOP, OF, LIST_COMMA)) end++;
    bool done = is_one_of(tag_at(s, deed), VERB, VERBAL, AWARD, LIGHT, REACH, PREPOSITION);
    return done && is_one_of(tag_at(s, end), COMMA, STOP) ? date : 0;
}

/* 可|容纳110人, 每天|接待350人: does token `i` tell that it can be so, or is again and again? Not 人均|每天|读书, a mean of its
 * year, nor 可|再生能源. */
static bool tells_habit(const struct sentence *s, size_t i) {
    if (note_at(s, i, NOTE_OFTEN))
        return token_opening(s, i, EDGE_EVERY) && (i == 0 || !note_at(s, i - 1, NOTE_PER)); /* not 一场下来 */
    bool able = is_unknown(s, i) && is_one_character(&s->tokens[i]) && token_ending(s, i, EDGE_ABLE);
    return able && is_one_of(tag_at(s, i + 1), VERB, LIGHT, ADVERB, PREPOSITION);
}

/* 截至去年底，|装机达到3亿千瓦: does the date of the sentence alone stand before the comma at token `comma`? */
static bool dated_by_clause(const struct telling *told, size_t comma) {
    size_t date = (size_t)told->year_by;
    if (told->year_by < 0 || tag_at(told->s, comma) != COMMA) return false;
    return (size_t)clause_start(told->s, comma) <= date && content_bytes(told->s, range_of(date + 1, comma)) == 0;
}

bool is_so_now(const struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    if (!is_news(told->c) || told->c->status != STATUS_ACTUAL || told->year >= told->c->year) return false; /* most */
    if (k->refused || k->kind != KIND_LEVEL || told->c->about.kind.text.len) return false;
    size_t from = back_to(s, k->token, CLASSES(COMMA, STOP, COLON));
    if (told->year_by >= (int)from || dated_by_clause(told, from - (from > 0))) return false;
    if (has_class(s, range_of(from, k->token), CLASSES(ONLY))) return false; /* 每天|只|卖出70份 */
    for (size_t i = from; i < k->token; i++)
        if (tells_habit(s, i)) return true;
    return false;
}

static void takes_year(const struct telling *told, struct candidate *k) {
    const struct frame *frame = told->frame;
    k->year_by = told->year_by;
    if (k->role == ROLE_TO && starts_now(told->s, k->token) && told->year < told->c->year && told->c->status == STATUS_ACTUAL) {
        k->year = told->c->year; /* 2001年，…由90元涨到|现在的2200元 */
        k->year_by = section_by(told->c);
        return;
    }
    if (lasts_until_now(told, k)) {
        k->year = told->c->year;
        k->year_by = section_by(told->c);
        return;
    }
    if ((k->role == ROLE_FROM || k->set & 1u << FIELD_YEAR) && takes_own_year(told, k)) return;
    if (k->role == ROLE_FROM && told->c->review_year && told->year > told->c->done_year) { /* 到2026年，由80万吨提高到120万吨 */
        k->year = told->c->review_year;
        k->year_by = TOLD_BY_REPORT;
        return;
    }
    size_t when = date_behind(told, k);
    if (when) {
        k->year = year_of(told, period_at(told->s, when));
        k->year_by = (int16_t)when;
        k->period = told->s->tokens[when].period;
        return;
    }
    int against = year_measured_against(told, k);
    k->year = against ? against : told->year ? told->year - years_behind(told->s, k->token) : 0;
    k->period = frame->clause ? -1 : told->period;
    if (k->period < 0 && !frame->single) k->span_from = summed_from(told);
}

/* 先安排|了|11个, 取消|了|原先的|12项收费: does a verb with the particle of what was done lead from token `first` to `k`? */
static bool bears_perfect(const struct sentence *s, size_t first, size_t k) {
    for (; k > first && is_one_of(s->tokens[k - 1].tag, NOUN, HEAD, VERB, VERBAL, ADVERB, OF, PLACE); k--)
        if (s->tokens[k - 1].tag == ADVERB && is_one_character(&s->tokens[k - 1]) && token_opening(s, k - 1, EDGE_PERFECT))
            return k > 1 && is_one_of(s->tokens[k - 2].tag, VERB, VERBAL, NOUN, GROW, FALL, IMPROVE, REACH, LIGHT) &&
                   !token_ending(s, k - 2, EDGE_RULES);
    return false;
}

/* 要建成50个基地，|今年|先安排|了|11个: the clause has the particle of what was done behind its verb, and tells when; what
 * 第六个五年计划安排了 is planned. */
static bool was_done(const struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    size_t                 first = back_to(s, k->token, CLASSES(COMMA, STOP));
    const struct period   *p = told_period(told);
    if (told->year_by < (int)first || told->status_by > told->year_by || !p) return false; /* most */
    return p->first_year == p->last_year && bears_perfect(s, first, k->token);
}

/* 税费改革不仅取消|了|收费12项 in a plan, where no word of the sentence plans or dates: it was done before, and what
 * 《纲要》设置了 was not. */
static bool was_done_before(const struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    if (told->year_by >= 0 || told->status_by >= 0 || told->c->status != STATUS_TARGET) return false; /* most */
    size_t first = back_to(s, k->token, CLASSES(COMMA, STOP));
    return bears_perfect(s, first, k->token) && !has_class(s, range_of(first, k->token), CLASSES(UNQUOTE));
}

/* The token behind what figure `k` counts. */
static size_t behind_noun(const struct sentence *s, const struct candidate *k) {
    return skip(s, k->token + 1, CLASSES(NOUN, HEAD, VERBAL));
}

/* 现有450户; 到2025年由41%提高到52%: what is there, where a change starts from, and what has a past year of its own. */
static bool was_there(const struct telling *told, const struct candidate *k) {
    return told->existing || k->role == ROLE_FROM || (has_own_date(k) && k->year <= told->c->review_year);
}

/* 14亿|中国人的饭碗 */
static bool is_nation(const struct telling *told, const struct candidate *k) {
    return k->token + 1u < behind_noun(told->s, k) && note_at(told->s, k->token + 1, NOTE_ACTUAL);
}

/* 凝聚35万人民|的智慧, 60万|各族人民, 我们这样一个80万人口|的|农业大县: all who live somewhere are there, in a plan too. */
static bool counts_people(const struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    size_t                 what = behind_noun(s, k);
    if (token_ending(s, what - 1, EDGE_PEOPLE)) return true;
    if (!person_unit(k) || tag_at(s, what) != OF) return false; /* most */
    bool   built = is_one_of(tag_before(s, k->token), VERB, VERBAL, REACH);
    size_t land = skip(s, what + 1, CLASSES(NOUN, HEAD, PLACE, ADVERB));
    return !built && land > what + 1 && token_ending(s, land - 1, EDGE_LAND);
}

/* |25万产业工人|是|我们的财富, |9万名教师、2万名技术人员|，是|我们的底气: are the persons of figure `k`, with which the clause
 * opens, said to be something? */
static bool is_said_to_be(const struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    size_t                 open = skip_back(s, k->token, CLASSES(PLACE, ADVERB, QUALIFIER)), is = k->token + 1u;
    if (!(s->notes & NOTE_IS) || !bare_or_person(k)) return false; /* most */
    if (!is_one_of(tag_before(s, open), COMMA, STOP, COLON, LIST_COMMA)) return false;
    while (is < s->count && !note_at(s, is, NOTE_IS) && !is_one_of(s->tokens[is].tag, COMMA, STOP, AIM, PLAN)) is++;
    is += tag_at(s, is) == COMMA;
    bool nouns = is < s->count && is_one_of(s->tokens[is - 1 - (s->tokens[is - 1].tag == COMMA)].tag, NOUN, HEAD);
    return nouns && note_at(s, is, NOTE_IS) && token_bytes(&s->tokens[is]) == HAN;
}

/* 预计可建1.2万个单位，其中10幅|已|改划, 其余6个项目|已|落成 */
static bool is_through(const struct telling *told, const struct candidate *k) {
    return told->c->status == STATUS_ACTUAL && tag_at(told->s, behind_noun(told->s, k)) == DONE;
}

/* 年度计划|投资9亿元，完成|投资3亿元: was less of the money spent than its own sentence plans to spend that year? */
static bool is_part_spent(const struct telling *told, const struct candidate *k) {
    const struct sentence *s = told->s;
    int                    plan = told->status_by;
    if (plan < 0 || s->tokens[plan].tag != PLAN || !money_unit(k)) return false;
    if (told->c->status == STATUS_TARGET || !note_at(s, plan + 1, NOTE_FUND) || !is_figure(s, (size_t)plan + 2)) return false;
    const struct candidate *all = figure_at(s, (size_t)plan + 2);
    size_t                  done = skip(s, back_to(s, k->token, CLASSES(COMMA, STOP)), CLASSES(ADVERB));
    bool                    reached = s->tokens[done].tag == REACH && done + 2u == k->token && note_at(s, done + 1, NOTE_FUND);
    if (!k->quantity.numeral.value.present || !all->quantity.numeral.value.present) return false;
    return reached && all < k && all->quantity.unit == k->quantity.unit && tag_before(s, done) == COMMA &&
           decimal_compare(k->quantity.numeral.value, all->quantity.numeral.value) < 0;
}

/* 开工件数|比去年同期|增长62% in a plan, of which no word of its sentence plans: a part of the year that is over. */
static bool is_part_measured(const struct telling *told, const struct candidate *k) {
    if (told->status_by >= 0 || !is_one_of(k->kind, KIND_GROWTH, KIND_CHANGE)) return false; /* most */
    size_t on = last_of(told->s, range_of(back_to(told->s, k->token, CLASSES(COMMA, STOP)), k->token), CLASSES(ON_YEAR));
    return on != SIZE_MAX && token_ending(told->s, on, EDGE_THEN);
}

/* What is a fact though its sentence plans. */
APART static bool is_fact(const struct telling *told, const struct candidate *k) {
    return was_there(told, k) || was_done(told, k) || was_done_before(told, k) || is_nation(told, k) ||
           is_said_to_be(told, k) || counts_people(told, k) || is_through(told, k) || is_part_spent(told, k) ||
           is_part_measured(told, k);
}

/* 500套住房预计2025年建成: the date behind it is its own, and not yet there. */
static bool is_ahead(const struct telling *told, const struct candidate *k) {
    return told->c->review_year && k->role != ROLE_FROM && has_own_date(k) && k->year > told->c->done_year;
}

/* 以年产5万吨为目标，, 以落成1.2万个|单位|作为|任期的|目标 */
static bool is_aimed_at(const struct sentence *s, size_t k) {
    size_t is = k + 1;
    while (is < k + 3 && is_one_of(tag_at(s, is), NOUN, HEAD)) is++;
    if (!is_one_of(tag_at(s, is), REACH, LIGHT)) return false; /* most */
    size_t goal = is + 1;
    while (is_one_of(tag_at(s, goal), NOUN, HEAD, PLACE, OF) && !note_at(s, goal, NOTE_GOAL)) goal++;
    if (!note_at(s, goal, NOTE_GOAL)) return false;
    if (!(ends_phrase(s, goal + 1) || tag_at(s, goal + 1) == OF)) return false;
    k = back_to(s, k, CLASSES(COMMA, STOP, LIST_COMMA, COLON, PREPOSITION));
    return tag_before(s, k) == PREPOSITION;
}

/* 收入|年初预算|为|78亿元, 年度目标任务|1200户: the figure at token `k` is the goal itself; 完成|年度目标任务|1200户 was done.
 */
static bool is_set(const struct sentence *s, size_t k) {
    k = row_begin(s, k);
    size_t goal = k - is_equated(s, k);
    if (goal == 0 || tag_at(s, goal - 1) != NOUN || !note_at(s, goal - 1, NOTE_GOAL)) return false; /* most */
    const u128 plain = CLASSES(NOUN, HEAD, VERBAL, OF, PLACE, DATE, ADVERB, LEVEL, SET_PHRASE, QUOTE, UNQUOTE);
    size_t     opens = skip_back(s, goal, plain);
    if (opens > 0 && opens + 1 < goal && token_opening(s, opens - 1, EDGE_DEED))
        opens = skip_back(s, opens - 1, plain); /* 全年|新建|公厕任务 */
    return is_one_of(tag_before(s, opens), COMMA, STOP, LIST_COMMA, OPEN, COLON, LIST_MARK);
}

/* 五年计划|规定|的|投资427亿元, 超过计划|规定|的|4%|的速度: what a plan says; 完成计划规定的40% and 建成计划规定的12个项目 do
 * not. */
static bool is_ruled(const struct sentence *s, size_t k) {
    size_t is = tag_before(s, k) == REACH ? k - 1 : k;
    size_t of = skip_back(s, is, CLASSES(NOUN, HEAD, DATE, VERBAL));
    if (of < 3 || s->tokens[of - 1].tag != OF || !is_one_of(s->tokens[of - 3].tag, PLAN, GROW)) return false; /* most */
    if (!token_ending(s, of - 2, EDGE_RULES)) return false;
    size_t opens = back_to(s, of - 3, CLASSES(COMMA, STOP, LIST_COMMA));
    bool   done = has_class(s, range_of(opens, of - 3), CLASSES(REACH, LIGHT, VERB, DONE, GROW_TO, SHARE));
    return !done && (of < k || tag_at(s, k + 1) == OF);
}

/* 占|年度任务2.3万亩|的|91%: the amount is the goal itself, and the share of it was done, though 计划 in its name plans; in a
 * plan it is no more than all else. */
static bool is_goal_of_share(const struct sentence *s, size_t k) {
    size_t opens = whole_opens(s, k);
    return opens != SIZE_MAX && whole_is_goal(s, opens, k);
}
/* 没有实现|能耗降低4%、排放减少2%|的目标, 增长9%的目标|没有完成, 提出|完成投资50亿元的目标: a goal that was missed or set is no
 * fact; one that was reached is, 完成|增长8%的目标, 增长8%的目标|提前实现, and so is a bound, 控制在4%的目标以内. */
APART static bool is_goal(const struct sentence *s, const struct candidate *k) {
    size_t goal = goal_of(s, k->token), first = k->token;
    if (!goal || k->qualifier == QUALIFIER_UNDER || s->tokens[k->token].tag == DURATION) return false;
    if (tag_at(s, goal + 1) == NONE) return is_one_of(tag_at(s, goal + 2), REACH, LIGHT);
    for (size_t behind = goal + 1; !is_one_of(tag_at(s, behind), COMMA, STOP); behind++)
        if (is_one_of(s->tokens[behind].tag, REACH, LIGHT)) return false;
    first = back_to(s, first, CLASSES(COMMA, STOP, NONE));
    bool none = tag_before(s, first) == NONE;
    while (!is_one_of(s->tokens[first].tag, REACH, LIGHT, VERB) && first < k->token) first++;
    return first < k->token && (none || s->tokens[first].tag != REACH || tag_at(s, first + 1) == REACH);
}

static bool is_expected(const struct sentence *s, size_t i) { return tag_at(s, i) == AIM || note_at(s, i, NOTE_EXPECTED); }

/* 30个已完工，其余|8个|年底前|交付, 剩余|44家|力争明年底前改造完毕: what is left is of the date that is told of it, and planned
 * where that is ahead. */
APART static bool is_left(const struct telling *told, struct candidate *k) {
    const struct sentence *s = told->s;
    bool                   ahead = false;
    if (!note_at(s, k->token - 1, NOTE_REST)) return false;
    size_t noun = skip(s, k->token + 1, CLASSES(NOUN, HEAD, VERB, VERBAL, OF)); /* 其余26幅的改划，|预计2020年完成 */
    for (size_t i = k->token + 1; !is_one_of(tag_at(s, i), STOP, LIST_COMMA); i++) {
        if (s->tokens[i].tag == COMMA && !(i == noun && is_expected(s, i + 1))) break;
        if (s->tokens[i].tag == DONE) return false;
        ahead |= s->tokens[i].tag == AIM || note_at(s, i, NOTE_PLAN);
        const struct period *p = period_at(s, i);
        if (!p) continue;
        int year = year_of(told, p);
        ahead |= year > told->c->done_year || (p->end && tag_at(s, i + 1) == FIRST) || is_day_ahead(told->c, s, i);
        if (!ahead) return false;
        if (year > k->year) k->year = year;
        k->year_by = (int16_t)i;
    }
    return ahead;
}

/* 第六个五年计划|已经|执行了近两年, “十四五”时期|已|建成12所: what was done in years that are not over. */
static bool done_within_span(const struct telling *told) {
    const struct period *p = year_date(told);
    return p && told->status_by > told->year_by && p->first_year != p->last_year;
}

/* In a plan 1956年平均工资为610元，|要提高到630元: what is planned behind a figure of the past is of the plan's year. */
static bool plans_behind_fact(const struct telling *told, const struct candidate *k) {
    if (told->year_by < 0 || told->status_by <= told->year_by || told->year > told->c->review_year) return false;
    for (const struct candidate *fact = told->s->candidates; fact < k; fact++)
        if (!fact->refused && (int)fact->token > told->year_by && (int)fact->token < told->status_by) return true;
    return false;
}

/* In a plan 3000户家庭|尚未用上自来水, 没有完成计划：|钢完成96%: what has not been done is so now. */
static bool is_undone(const struct telling *told, size_t k) {
    const struct sentence *s = told->s;
    if (!(s->classes & CLASSES(NONE)) || told->status != STATUS_TARGET || told->status_by >= 0) return false; /* most */
    size_t colon = k > 0 ? back_to(s, k, CLASSES(COLON, STOP)) : 0, end = next_of(s, k, CLASSES(COMMA, STOP, COLON));
    bool   listed = tag_before(s, colon) == COLON;
    size_t from = listed ? back_to(s, colon - 1, CLASSES(COMMA, STOP)) : skip(s, k + 1, CLASSES(NOUN, HEAD, ADVERB));
    if (!listed && from == k + 1) return false;
    size_t none = listed ? next_of(s, from, CLASSES(NONE, COLON)) : from;
    if (tag_at(s, none) != NONE || !is_one_of(tag_at(s, none + 1), VERB, VERBAL, LIGHT, REACH)) return false;
    return !has_class(s, range_of(none, listed ? colon : end), CLASSES(OF));
}

/* A fact of now among plans is of the year reviewed. */
static void takes_review_year(const struct telling *told, struct candidate *k) {
    k->year = told->c->review_year;
    k->year_by = TOLD_BY_REPORT;
}

/* 没有完成计划：|钢完成96%, said of a time that the sentence before told (今年1—5月完成52%), is of that. */
static void takes_undone(const struct telling *told, struct candidate *k) {
    k->status = STATUS_ACTUAL;
    if (!told->frame->goes_on || told->frame->planned || told->frame->last_year != told->year) takes_review_year(told, k);
}

static bool is_planned(const struct telling *told, struct candidate *k) {
    const struct sentence *s = told->s;
    bool                   left = s->notes & NOTE_REST && is_left(told, k);
    if (left || is_ahead(told, k) || plans_behind(s, k) || is_aimed_at(s, k->token) || is_ruled(s, k->token)) return true;
    if (s->notes & NOTE_GOAL && (is_goal(s, k) || is_set(s, k->token))) return true;
    if (is_goal_of_share(s, k->token) || is_other_goal(s, k)) return true;
    bool behind = k->year_by > (int)k->token; /* 3个项目|明年|开工 */
    if (behind && k->year > told->c->report_year && told->c->report_year) return true;
    return told->status == STATUS_TARGET && !is_fact(told, k);
}

/* A target is of the year in which it is to be reached, what is there of the year reviewed. */
static void takes_year_of_status(const struct telling *told, struct candidate *k) {
    const struct context *c = told->c;
    bool                  target = k->status == STATUS_TARGET;
    if (told->later && target && k->role != ROLE_FROM && !has_own_date(k)) {
        k->year = told->later;
        k->year_by = told->later_by;
    }
    bool there = !target && c->review_year && !has_own_date(k) &&
                 (told->status == STATUS_TARGET || told->year_by < 0 || done_within_span(told));
    if (there && (was_done_before(told, k) || k->year > c->report_year)) {
        takes_review_year(told, k); /* “十五五”时期，…。现有企业37家 */
        k->span_from = 0;
    }
    bool over = target && k->year_by == TOLD_BY_PARAGRAPH && k->year < c->review_year;
    if (over && (c->early || is_news(c))) takes_review_year(told, k); /* 去年，…。我们将新建3所。 */
    bool again = target && c->status == STATUS_TARGET &&
                 (k->year_by == TOLD_BY_REPORT || (told->frame->lately && k->year_by == TOLD_BY_PARAGRAPH) ||
                  plans_behind_fact(told, k));
    if (again && k->year < c->year) k->year = c->year; /* 目前有3000户缺水，|要为其中2000户供水 */
}

void figure_takes(const struct telling *told, struct candidate *k) {
    takes_year(told, k);
    k->status_by = told->status_by;
    if (told->c->review_year && is_undone(told, k->token)) {
        takes_undone(told, k);
        return;
    }
    if (!(k->set & 1u << FIELD_STATUS)) k->status = is_planned(told, k) ? STATUS_TARGET : STATUS_ACTUAL;
    takes_year_of_status(told, k);
    if (k->refused) return;
    bool target = k->status == STATUS_TARGET && k->year == plan_year(told->c);
    *(target ? &told->frame->targets : &told->frame->others) += 1;
}
