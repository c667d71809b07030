/* A figure that no card spoke of gets its kind from its unit, and is refused when it names rather than counts:
 * “13 种问责情形”, 一个重要部署, 4频道, 第七届. Cards come first; keep=yes overrules this page. */
#include "extract/sentence/judge.h"
#include "extract/sentence/figure.h"
#include "extract/sentence/kind.h"

#include "extract/base/banned.h"

/* Where the verdicts come from. */
struct verdicts {
    const struct ruleset *rules;
    struct matcher       *matcher;
};

/* False when no card names the test: then it refuses nothing. */
static bool refuse(const struct verdicts *v, const struct figure *f, enum judgement test) {
    struct candidate *c = f->c;
    if (!v->rules->judges[test]) return false;
    c->refused = true;
    c->rule = &v->rules->rules[v->rules->judges[test] - 1];
    c->reason = c->rule->setting_count ? c->rule->settings[0].value : SLICE_NONE;
    rules_touch(v->matcher, c->rule);
    return true;
}

/* The tests in their order: the first that holds refuses. */
enum test {
    NO_VALUE,
    OF_PAGE,
    NAMING_UNIT,
    CLASS_SIZE,
    MASKED,
    ROUND_CLASS,
    FRAME,
    TABLE_UNIT,
    SEVERAL_SIZES,
    CLASS_AT_HEAD,
    ROUND_NAME,
    GROUP_BOUNDS,
    SCORE,
    HOUSE_NUMBER,
    NUMBERS_ONLY, /* it and those behind it are asked even where a card keeps 第3部门 */
    BESIDE_ORDINAL,
    QUOTED,
    NAMES_ORDER,
    RATIO_NAME,
    CODE,
    BARE_WORD,
    BARE_NUMBER,
    PREDICATE,
    FREQUENCY,
    FACETS,
    ARTICLE,
    SAYING,
    TESTS
};
static const struct {
    bool (*holds)(const struct figure *f);
    enum judgement judgement;
} tests[TESTS] = {
    [NO_VALUE] = {figure_has_no_value, JUDGE_NO_VALUE},
    [OF_PAGE] = {figure_is_of_page, JUDGE_OF_PAGE},
    [NAMING_UNIT] = {figure_is_named_by_unit, JUDGE_NAMING_UNIT},
    [CLASS_SIZE] = {figure_defines_class, JUDGE_CLASS_SIZE},
    [MASKED] = {figure_is_masked, JUDGE_MASKED},
    [ROUND_CLASS] = {figure_is_round_class, JUDGE_CLASS_SIZE},
    [FRAME] = {figure_frames_time, JUDGE_FRAME},
    [TABLE_UNIT] = {figure_names_unit, JUDGE_TABLE_UNIT},
    [SEVERAL_SIZES] = {figure_sizes_several, JUDGE_SEVERAL_SIZES},
    [CLASS_AT_HEAD] = {figure_opens_class, JUDGE_CLASS_AT_HEAD},
    [ROUND_NAME] = {figure_round_in_name, JUDGE_ROUND_NAME},
    [GROUP_BOUNDS] = {figure_bounds_group, JUDGE_GROUP_BOUNDS},
    [SCORE] = {figure_is_score, JUDGE_SCORE},
    [HOUSE_NUMBER] = {figure_numbers_house, JUDGE_HOUSE_NUMBER},
    [NUMBERS_ONLY] = {figure_numbers_only, JUDGE_ORDINAL},
    [BESIDE_ORDINAL] = {figure_beside_ordinal, JUDGE_BESIDE_ORDINAL},
    [QUOTED] = {figure_is_quoted, JUDGE_QUOTED},
    [NAMES_ORDER] = {figure_is_ordinal, JUDGE_ORDINAL},
    [RATIO_NAME] = {figure_is_ratio_name, JUDGE_RATIO_NAME},
    [CODE] = {figure_is_code, JUDGE_BARE_NUMBER},
    [BARE_WORD] = {figure_is_bare_word, JUDGE_BARE_WORD},
    [BARE_NUMBER] = {figure_is_bare_number, JUDGE_BARE_NUMBER},
    [PREDICATE] = {figure_bounds_predicate, JUDGE_PREDICATE},
    [FREQUENCY] = {figure_is_frequency, JUDGE_FREQUENCY},
    [FACETS] = {figure_counts_facets, JUDGE_FACETS},
    [ARTICLE] = {figure_is_article, JUDGE_ARTICLE},
    [SAYING] = {figure_counts_saying, JUDGE_SAYING},
};

/* Which of them may hold, by one thing that each cannot do without: for 313起 and 5.1万亩 there are none. */
#define BIT(test) (UINT32_C(1) << (test))
static const uint32_t of_tag[128] = {
    [ORDINAL] = BIT(NUMBERS_ONLY) | BIT(NAMES_ORDER),
    [RATIO] = BIT(RATIO_NAME),
    [BARE] = BIT(MASKED) | BIT(CODE) | BIT(BARE_WORD) | BIT(BARE_NUMBER),
    [DURATION] = BIT(FRAME),
    [SMALL_COUNT] = BIT(BESIDE_ORDINAL) | BIT(FACETS) | BIT(SAYING),
};
static const uint32_t of_tag_before[128] = {[OPEN] = BIT(SCORE),
                                            [COLON] = BIT(TABLE_UNIT),
                                            [LIST_COMMA] = BIT(BESIDE_ORDINAL),
                                            [COUNT] = BIT(SEVERAL_SIZES),
                                            [SMALL_COUNT] = BIT(SEVERAL_SIZES)};
static const uint32_t of_unit[UNIT_ORDINAL + 1] = {
    [UNIT_PHYSICAL] = BIT(CLASS_SIZE), [UNIT_MONEY] = BIT(CLASS_SIZE),
    [UNIT_TIME] = BIT(CLASS_SIZE),     [UNIT_AGE] = BIT(CLASS_SIZE),
    [UNIT_POINT] = BIT(CLASS_SIZE),    [UNIT_MULTIPLE] = BIT(CLASS_SIZE),
    [UNIT_RANK] = BIT(CLASS_SIZE),     [UNIT_ORDINAL] = BIT(CLASS_SIZE) | BIT(NAMING_UNIT),
};
enum {
    OF_BOUNDS = BIT(GROUP_BOUNDS) | BIT(CLASS_AT_HEAD) | BIT(CLASS_SIZE) | BIT(PREDICATE) | BIT(SEVERAL_SIZES),
    SHORT_COUNT = 5, /* bytes of 12个 */
    OF_SINGLE = BIT(MASKED) | BIT(ARTICLE),
    OF_ROUND = BIT(ROUND_NAME) | BIT(ROUND_CLASS) | BIT(TABLE_UNIT),
    OF_NAMES = BIT(TESTS) - BIT(NUMBERS_ONLY),
    OF_BEHIND = BIT(CLASS_SIZE) | BIT(GROUP_BOUNDS) | BIT(CLASS_AT_HEAD) | BIT(SEVERAL_SIZES)
};

static uint32_t tests_for(const struct sentence *s, const struct candidate *c) {
    const struct token    *t = &s->tokens[c->token];
    const struct quantity *q = &c->quantity;
    uint32_t               may = of_tag[t->tag & 127];
    if (c->token > 0) may |= of_tag_before[t[-1].tag & 127];
    if (q->unit) may |= of_unit[q->unit->class] | (q->unit->event ? BIT(FREQUENCY) : 0);
    if (figure_is_bounds(c)) may |= OF_BOUNDS;
    if (q->raw.end - q->raw.start <= SHORT_COUNT && tag_at(s, c->token + 1) == NOUN) may |= BIT(FACETS); /* 5个方面 */
    if (tag_at(s, c->token + 1) == BARE) may |= BIT(HOUSE_NUMBER);
    if (is_one_of(tag_at(s, c->token + 1), COMMA, STOP)) may &= ~(uint32_t)OF_BEHIND; /* 超过5万亩， sizes nothing */
    if (!q->numeral.value.present) may |= BIT(NO_VALUE);
    unsigned char first = (unsigned char)s->text.ptr[q->digits.start];
    if (first == '0') may |= BIT(CODE);
    if (q->numeral.value.exponent < 0 && figure_is_version(s, c)) may |= BIT(NAMING_UNIT);
    if (q->numeral.scale_end && is_one_of(tag_at(s, c->token + 1), COUNT, SMALL_COUNT))
        may |= BIT(ROUND_CLASS); /* 50亿企业8家 */
    if (first < 0x80) return may;
    if (first < 0xE4) may |= BIT(MASKED); /* ○, 〇 */
    if (q->numeral.single) may |= OF_SINGLE;
    if (figure_is_round(&q->numeral)) may |= OF_ROUND;
    return may;
}

/* What a card keeps is asked nothing, but 第3部门 is no place among others whatever a card says. */
static void judge(const struct verdicts *v, struct sentence *s, struct candidate *c, uint32_t may) {
    struct figure f = figure_of(s, c);
    if (c->set & 1u << FIELD_KEEP) {
        if (!figure_numbers_only(&f)) return;
        c->set &= ~(1u << FIELD_KEEP);
        may &= OF_NAMES;
    }
    for (; may; may &= may - 1) {
        int test = __builtin_ctz(may);
        if (tests[test].holds(&f) && refuse(v, &f, tests[test].judgement)) return;
    }
}

/* 第三年, 第一个十年, 昨晚8时: a time, and no name. */
static bool numbers_time(const struct sentence *s, const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    if (unit && unit->class == UNIT_ORDINAL && unit_measures(unit, "time")) return true;
    return s->tokens[c->token].tag == ORDINAL && ((unit && unit->year) || tag_at(s, c->token + 1) == DURATION);
}

/* Can the one come to the other: 12家 to 22户, not 投资4200万元 to 12座? */
static bool are_of_one_sort(const struct candidate *a, const struct candidate *b) {
    const struct unit *x = a->quantity.unit, *y = b->quantity.unit;
    if (!x || !y) return true;
    return (x->class <= UNIT_PERSON) == (y->class <= UNIT_PERSON) && (x->class == UNIT_MONEY) == (y->class == UNIT_MONEY);
}

/* 由县财政投资4200万元改造，设有商铺12间: a pair of two sorts is none. 粉丝从几百人涨到|12.3万: what it comes to is counted as
 * what it starts with. */
static void pair_parts(struct sentence *s, struct candidate *to) {
    struct candidate *from = to->role == ROLE_TO && to->share >= 0 ? &s->candidates[to->share] : NULL;
    if (!from || from->role != ROLE_FROM) return;
    if (!are_of_one_sort(from, to)) from->role = to->role = ROLE_NONE, to->share = -1;
    const struct unit *unit = from->quantity.unit;
    bool               bare = !to->quantity.unit && !to->quantity.unit_name.len && to->quantity.numeral.scale_end;
    if (!bare || !unit || unit->class > UNIT_PERSON) return;
    to->quantity.unit = unit;
    to->quantity.unit_name = from->quantity.unit_name;
}

/* 从1953年到1980年的二十八年中，…速度是3.4%: what starts with a refused figure of another kind comes to no end. `from`: the one
 * that the last change starts with. */
static void part_ends(struct candidate *c, const struct candidate **from) {
    if (c->role == ROLE_FROM) *from = c;
    bool lone = c->role == ROLE_TO && *from && (*from)->refused;
    if (lone && !same_unit(*from, c)) c->role = ROLE_NONE;
}

/* 一笔|10万元的扶持金, 一瓶|200毫升的牛奶, 一口|96米深的水井: the article of what the next figure measures says nothing. */
static bool is_article_of(const struct ruleset *rules, const struct sentence *s, const struct candidate *c) {
    size_t card = rules->judges[JUDGE_ARTICLE], next = c->token + 1u;
    bool   across = tag_at(s, next + 1) == NOUN && is_one_character(&s->tokens[next + 1]);
    return card && c->rule == &rules->rules[card - 1] && is_one_of(tag_at(s, next), COUNT, MULTIPLE, DURATION) &&
           tag_at(s, next + 1 + across) == OF;
}

/* 20秒内|接通率, 热线|24小时|办结率: a rate is of what comes about within so long, which its name keeps. */
static bool limits_rate(const struct sentence *s, const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    if (!unit || !unit->brief) return false; /* most */
    size_t within = c->token + 1u, deed = within + (tag_at(s, within) == WITHIN);
    size_t end = skip(s, deed, CLASSES(NOUN, HEAD, VERB, VERBAL));
    return end > deed && token_ending(s, end - 1u, EDGE_RATE);
}

void candidates_judge(const struct ruleset *rules, struct matcher *matcher, struct sentence *s) {
    struct verdicts v = {rules, matcher};
    const uint32_t  all = (in_classes(QUOTE, s->classes) ? BIT(QUOTED) : 0) |
                         (in_classes(READERS, s->classes) ? BIT(OF_PAGE) : 0) |
                         (in_classes(SET_PHRASE, s->classes) ? BIT(BESIDE_ORDINAL) : 0);
    const struct candidate *from = NULL;
    bounds_share(s);
    for (size_t i = 0; i < s->candidate_count; i++) {
        struct candidate *c = &s->candidates[i];
        kind_tell(s, c);
        if (c->refused && (figure_takes_time(s, c) || figure_is_put_into(s, c)))
            c->refused = false, c->rule = NULL, c->reason = SLICE_NONE;
        uint32_t may = all | tests_for(s, c);
        if (may && !c->refused) judge(&v, s, c, may);
        pair_parts(s, c);
        part_ends(c, &from);
        if (figure_ranks_by_size(c)) c->quantity.raw.end = c->quantity.digits.end; /* 第三大港口: 大 is of the noun */
        struct token *t = &s->tokens[c->token];
        /* A span that frames, 超过14天未更新, 不到半天就接诊; a name, and 从业10年以上的职工占9% */
        bool named = limits_rate(s, c) || (figure_is_bounds(c) && !is_one_of(tag_at(s, c->token + 1), NONE, ADVERB, SINCE));
        bool time = (t->tag == DURATION && !named) || numbers_time(s, c);
        bool item = figure_opens_item(s, c->token);
        if (c->refused) t->tag = time ? DATE : item ? LIST_MARK : is_article_of(rules, s, c) ? ADVERB : NOUN;
    }
}
