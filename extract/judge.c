/* A figure that no card spoke of gets its kind from its unit, and is refused when it names rather than counts:
 * “13 种问责情形”, 一个重要部署, 4频道, 第七届. Cards come first; keep=yes overrules this page. */
#include "extract/judge.h"
#include "extract/classes.h"
#include "extract/kind.h"

#include "extract/base/banned.h"

/* Where the verdicts come from. */
struct verdicts {
    const struct ruleset *rules;
    struct matcher       *matcher;
};

/* A figure and what stands round it. */
struct figure {
    struct sentence      *s;
    struct candidate     *c;
    const struct unit    *unit; /* NULL: it has none */
    const struct numeral *numeral;
    size_t                i; /* its token */
    char                  tag, before, behind;
};

/* 百, 千亿, 百万: no digit is told. */
APART static bool is_round(const struct numeral *n) {
    decimal v = n->value;
    if (n->form != NUMERAL_HAN || !v.present || v.negative || (v.coefficient < 100 && v.exponent <= 0)) return false;
    for (; v.coefficient >= 10 && v.coefficient % 10 == 0; v.coefficient /= 10) v.exponent++;
    return v.coefficient == 1 && v.exponent >= 2;
}

static struct figure figure_of(struct sentence *s, struct candidate *c) {
    size_t i = c->token;
    return (struct figure){.s = s,
                           .c = c,
                           .unit = c->quantity.unit,
                           .numeral = &c->quantity.numeral,
                           .i = i,
                           .tag = s->tokens[i].tag,
                           .before = i ? s->tokens[i - 1].tag : '.',
                           .behind = tag_at(s, i + 1)};
}

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

/* ---- what the numeral tells ---- */

static bool is_one(const struct numeral *n) {
    return n->single && n->value.present && decimal_compare(n->value, decimal_int(1)) == 0;
}

static bool has_no_value(const struct figure *f) {
    const struct numeral *n = f->numeral;
    return !n->value.present && !n->bounded && n->form != NUMERAL_RATIO;
}

static bool has_scale(const struct numeral *n) { return n->scale_end > 0; }

static bool is_bounds(const struct candidate *c) {
    return c->qualifier == QUALIFIER_OVER || c->qualifier == QUALIFIER_UNDER || c->qualifier == QUALIFIER_RANGE;
}

/* ○○人, □□亿元, X亿元: a figure that somebody has masked. */
static bool is_masked(const struct figure *f) {
    slice text = f->s->text, digits = slice_span(text, f->c->quantity.digits);
    if (slice_starts(digits, SLICE_LIT("○○")) || slice_starts(digits, SLICE_LIT("〇〇"))) return true;
    size_t at = f->c->quantity.raw.start;
    if (!f->numeral->single || at <= f->s->at.start) return false;
    slice one = slice_sub(text, at - utf8_size_before(text, at), at);
    if ((unsigned char)one.ptr[0] >= 0xE3) return false; /* Han, or a mark of its writing */
    bool latin = (one.ptr[0] | 0x20) >= 'a' && (one.ptr[0] | 0x20) <= 'z';
    return latin || slice_find(SLICE_LIT("□○●■×*"), one, 0) != SIZE_MAX;
}

/* The unit is glued to the numeral and another word stands glued behind it: 千人以上. */
static bool is_glued_behind(const struct figure *f) {
    slice raw = sentence_text(f->s, f->i, f->i + 1);
    return !slice_ends(raw, f->unit->surface) && f->c->quantity.raw.start == f->c->quantity.digits.start;
}

/* ---- sizes that tell classes apart ---- */

/* What units of these measure tells models apart. */
static bool names_model(const struct unit *u) {
    return slice_equal(u->dimension, SLICE_LIT("voltage")) || slice_equal(u->canonical, SLICE_LIT("英寸"));
}

/* 100万吨以上的矿井28个, 产值超10亿元企业8家: what stands between the size and the count has that size or more. */
static bool sizes_counted(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 k = f->i + 1 + (f->behind == 'c');
    if (!is_bounds(f->c) || f->unit->class == UNIT_PERCENT) return false;
    while (k < s->count && is_one_of(s->tokens[k].tag, "nhZ()")) k++; /* 超过千亿元的省（市）有13个 */
    return k > f->i + 1 + (f->behind == 'c') && is_one_of(tag_at(s, k + (tag_at(s, k) == 'd')), "QS");
}

/* 亿元以上项目, 30岁以上人群, 60周岁老年人, 其中10亿元以上12个: a size that defines a class stays in the metric. */
static bool defines_class(const struct figure *f) {
    const struct unit *u = f->unit;
    if (!u) return false;
    if (names_model(u)) { /* 500千伏变电站, 330千伏和750千伏电网, 12英寸晶圆 */
        int more = is_one_of(f->behind, ";k") && f->i + 2 < f->s->count ? f->s->tokens[f->i + 2].candidate : -1;
        if (more >= 0 && f->s->candidates[more].quantity.unit == u) {
            struct figure other = figure_of(f->s, &f->s->candidates[more]);
            return defines_class(&other);
        }
        return is_one_of(f->behind, "nhvZNaKuj");
    }
    if (f->behind == 'c' && sizes_counted(f)) return true;
    if (u->class == UNIT_MEASURE_WORD || u->class == UNIT_PERSON || u->class == UNIT_PERCENT) return false;
    if (!is_one_of(f->behind, "nhvZQS")) return false;
    if (u->class == UNIT_AGE && !slice_equal(u->surface, u->canonical)) return true; /* 60周岁老年人 */
    return is_glued_behind(f) || sizes_counted(f);
}

/* 百亿元项目1个, 千亿元产业: a sum of which no digit is told sizes what stands behind it. */
static bool sizes_by_sum(const struct figure *f) {
    return f->unit && f->c->qualifier == QUALIFIER_EXACT && is_round(f->numeral) && is_one_of(f->behind, "nhZ") &&
           !is_one_of(f->before, "dUJz") && slice_starts(f->unit->dimension, SLICE_LIT("money"));
}

/* 投资超百亿项目7个, 超千亿元企业: of things as large as this nobody has as many. */
static bool huge_class(const struct figure *f) {
    if (!is_round(f->numeral) || decimal_compare(f->numeral->value, decimal_int(1000000000)) < 0) return false;
    if (!f->unit) return is_one_of(f->behind, "nhZ");
    return f->unit->class == UNIT_MEASURE_WORD && f->unit->surface.len > 3 &&
           f->c->quantity.raw.end == f->c->quantity.digits.end + f->unit->surface.len;
}

static bool is_round_class(const struct figure *f) { return huge_class(f) || sizes_by_sum(f); }

/* 千人以上自然村通公路: a class that opens its clause, not 新建12座以上桥梁. */
static bool opens_class(const struct figure *f) {
    const struct unit *u = f->unit;
    if (!u || f->c->qualifier != QUALIFIER_OVER || !is_one_of(f->behind, "nhZ")) return false;
    return (u->class == UNIT_MEASURE_WORD || u->class == UNIT_PERSON) && (f->i == 0 || is_one_of(f->before, ",.g")) &&
           is_glued_behind(f);
}

/* 6个超50亿元项目, 12座110千伏变电站: the size of each of several is their class; that of one (1座30万千瓦电站) counts. */
static bool sizes_several(const struct figure *f) {
    const struct unit *u = f->unit;
    if (!u || (u->class != UNIT_PHYSICAL && u->class != UNIT_MONEY) || !is_one_of(f->behind, "nh")) return false;
    int left = f->i && is_one_of(f->before, "QS") ? f->s->tokens[f->i - 1].candidate : -1;
    if (left < 0) return false;
    decimal several = f->s->candidates[left].quantity.numeral.value;
    return several.present && decimal_compare(several, decimal_int(1)) > 0;
}

/* 20~39岁人群, 65岁及以上的长者, 6—10年占比最大: the bounds of a group. */
static bool bounds_group(const struct figure *f) {
    const struct candidate *c = f->c;
    if (!is_bounds(c)) return false;
    if (slice_starts(slice_from(f->s->text, c->quantity.raw.end), SLICE_LIT("者"))) return true; /* 月薪超3万者 */
    if (!is_one_of(f->tag, "TA")) return false;
    char beyond = tag_at(f->s, f->i + 2);
    if (c->qualifier != QUALIFIER_RANGE)
        return f->tag == 'A' && (f->behind == 'o' || (f->behind == 'c' && is_one_of(beyond, "nhZ")));
    int more = is_one_of(f->behind, "k;") && beyond == f->tag ? f->s->tokens[f->i + 2].candidate : -1;
    if (more >= 0) { /* 3—5年和10—15年次之 */
        struct figure other = figure_of(f->s, &f->s->candidates[more]);
        return bounds_group(&other);
    }
    return is_one_of(f->behind, "ncoh");
}

/* ---- names and marks that hold it ---- */

/* 千亿斤粮食产能提升行动: the noun behind a figure is a plan's. */
static bool heads_plan(const struct sentence *s, size_t i) {
    for (size_t k = i + 1; k < s->count && k <= i + 6 && is_one_of(s->tokens[k].tag, "nhvZKuC"); k++)
        if (s->tokens[k].tag == 'C' || has_note(&s->tokens[k], NOTE_SCHEME)) return true;
    return false;
}

/* 举办百家名企进园区, 百名医师: a bare 百, 千 or 万 at the head of a name. 新增百家 and 增加百万吨 count. */
static bool round_in_name(const struct figure *f) {
    bool exact = f->c->qualifier == QUALIFIER_EXACT;
    if (!f->unit || !is_round(f->numeral)) return false;
    if (exact && heads_plan(f->s, f->i)) return true;
    if (!f->numeral->single) return false;
    int more = f->i + 1 < f->s->count ? f->s->tokens[f->i + 1].candidate : -1;
    if (more >= 0 && f->s->candidates[more].quantity.numeral.single) { /* 千车万人赛 */
        struct figure other = figure_of(f->s, &f->s->candidates[more]);
        return round_in_name(&other);
    }
    return exact && is_one_of(f->behind, "nhvZk") && !is_one_of(f->before, "duU");
}

/* At the head of a quotation or inside a short one, where names stand: “13种问责情形”, “双百工程”. */
static bool is_quoted(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 open = f->i, close = f->i + 1;
    if (!in_classes('<', s->classes)) return false;
    if (f->before == '<') return true;
    while (open > 0 && !is_one_of(s->tokens[open - 1].tag, "<>,.")) open--;
    if (open == 0 || s->tokens[open - 1].tag != '<' || is_one_of(s->tokens[open].tag, "vZ")) return false;
    while (close < s->count && !is_one_of(s->tokens[close].tag, "<>,.")) close++;
    if (close == s->count || s->tokens[close].tag != '>') return false;
    return s->tokens[close].start - s->tokens[open].start <= 14 * 3;
}

/* 十四届|六次全会: a figure that stands at an ordinal is one too. */
static bool beside_ordinal(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (f->tag == 'S') {
        int left = i ? s->tokens[i - 1].candidate : -1;
        if (left < 0 && i > 1 && f->before == 'n') left = s->tokens[i - 2].candidate; /* 五届人大|四次会议 */
        const struct unit *u = left >= 0 ? s->candidates[left].quantity.unit : NULL;
        if (u && u->class == UNIT_ORDINAL) return true;
    }
    if (i < 2 || f->before != ';' || f->c == s->candidates) return false;
    const struct candidate *before_it = f->c - 1; /* 四次、|五次全会 */
    return before_it->token == i - 2 && before_it->refused && before_it->quantity.unit == f->unit;
}

/* 单位：亿元 over a table names the unit of its figures; 参加单位：三百家 counts. */
static bool names_unit(const struct figure *f) {
    return f->before == ':' && f->i >= 2 && is_round(f->numeral) && tells(&f->s->tokens[f->i - 2], "unit");
}

/* 未来6年将建成: a length of time behind 未来 and 过去 frames. */
static bool frames_time(const struct figure *f) {
    return f->tag == 'T' && f->i > 0 && has_note(&f->s->tokens[f->i - 1], NOTE_SPAN);
}

static bool is_score(const struct figure *f) {
    return f->tag == 'Q' && f->before == '(' && f->behind == ')' && slice_equal(f->unit->dimension, SLICE_LIT("score"));
}

/* 用三年时间建成: what it takes is stated, where 三年时间里 frames. */
static bool takes_time(const struct sentence *s, const struct candidate *c) {
    return c->quantity.unit && slice_ends(c->quantity.unit->surface, SLICE_LIT("时间")) &&
           slice_ends(slice_sub(s->text, s->at.start, c->quantity.raw.start), SLICE_LIT("用"));
}

/* ---- ordinals ---- */

/* 全球第三大港口 ranks, 第三大队 and 第一大街 do not: measures.tsv has those as units of their own. */
static bool ranks_by_size(const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    return unit && unit->class == UNIT_RANK && unit->names;
}

/* 第七届, 3号楼. 两届, 两期 count, for no ordinal says 两; 两大主题 and 两级 name as 三大主题 does. */
static bool is_named_by_unit(const struct figure *f) {
    return f->unit && f->unit->class == UNIT_ORDINAL &&
           (f->unit->names || !slice_starts(slice_from(f->s->text, f->c->quantity.digits.start), SLICE_LIT("两")));
}

/* 评比每季度1次: how often, not how many. */
static bool is_frequency(const struct figure *f) {
    return f->unit && f->unit->event && f->i > 0 && has_note(&f->s->tokens[f->i - 1], NOTE_OFTEN);
}

/* ---- bare numbers and 一 ---- */

/* 一 counts only behind its noun (新建学校一所), after 仅, after 没有, or as a length of time. */
static bool one_counts(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (f->unit && f->unit->event) /* 每半年考评一次: how often, not how many */
        for (size_t k = i; k > 0 && !is_one_of(s->tokens[k - 1].tag, ",."); k--)
            if (is_one_of(s->tokens[k - 1].tag, "q5") || has_note(&s->tokens[k - 1], NOTE_OFTEN)) return false;
    if (is_one_of(f->before, "lx") || f->tag == 'M') return true; /* 仅一家, 没有一起, 增长一倍 */
    /* 一处直播点、5家食品店: among other counts it counts. */
    for (size_t k = i + 1; k + 1 < s->count && !is_one_of(s->tokens[k].tag, ",.:()"); k++)
        if (is_one_of(s->tokens[k].tag, ";k") && is_one_of(s->tokens[k + 1].tag, "QS")) return k > i + 1;
    for (size_t k = i; k-- > 0 && !is_one_of(s->tokens[k].tag, ",.;");) { /* 落实一件销号一件 */
        const struct candidate *other = s->tokens[k].candidate >= 0 ? &s->candidates[s->tokens[k].candidate] : NULL;
        if (other && is_one(&other->quantity.numeral) && other->quantity.unit == f->unit) return false;
    }
    if (f->tag == 'T') return is_one_of(f->before, "LujwvZ");
    return is_one_of(f->behind, ",.;)") && is_one_of(f->before, "nhvZ") && i > 0 &&
           s->tokens[i - 1].end - s->tokens[i - 1].start >= 6;
}

/* 0471-1234567, 023县道, 扩容至5G: a number that a zero leads is a code, and so is one glued to letters; 0.5 and 0 are none. */
static bool is_code(const struct figure *f) {
    slice  digits = slice_span(f->s->text, f->c->quantity.digits);
    size_t end = f->c->quantity.raw.end;
    char   next = end < f->s->at.end ? f->s->text.ptr[end] | 0x20 : 0;
    return (digits.len > 1 && digits.ptr[0] == '0' && digits.ptr[1] >= '0' && digits.ptr[1] <= '9') ||
           (f->tag == 'N' && next >= 'a' && next <= 'z');
}

static bool is_bare_word(const struct figure *f) {
    return f->tag == 'N' && (f->numeral->single || (f->numeral->form == NUMERAL_HAN && !has_scale(f->numeral)));
}

/* 达到3300余万, 增长3.9, where 指数 stands: a number without a unit counts behind words that lead one. */
static bool leads_number(const struct figure *f) {
    return is_one_of(f->before, "dOUJ") || (is_one_of(f->before, "ujz") && is_one_of(f->behind, ",.;)")) || /* not 到3单元 */
           (f->i > 0 && has_note(&f->s->tokens[f->i - 1], NOTE_INDEX));
}

static bool is_bare_number(const struct figure *f) {
    if (f->tag != 'N' || is_bare_word(f) || (f->before == ':' && f->behind == '.')) return false;
    if (f->behind == ')' || (f->behind == '(' && f->before != 'd')) return true; /* 性别比为108.6（女性=100） */
    /* 适度有为 20: a line of a table of contents */
    return !has_scale(f->numeral) && (!leads_number(f) || f->i + 1 == f->s->count);
}

/* ---- the verdict ---- */

/* 第3部门: no place among others, whatever a card keeps. */
static bool numbers_only(const struct figure *f) {
    return f->tag == 'R' && f->unit && f->unit->class != UNIT_RANK && f->unit->class != UNIT_PERSON;
}

static bool is_ordinal(const struct figure *f) { return f->tag == 'R' && !ranks_by_size(f->c); }
static bool is_ratio_name(const struct figure *f) { return f->tag == 'X' && f->before != 'd' && !is_one_of(f->behind, ",."); }
static bool is_article(const struct figure *f) { return is_one(f->numeral) && !one_counts(f); }

/* The tests in their order: the first that holds refuses. */
enum test {
    NO_VALUE,
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
    NUMBERS_ONLY, /* it and those behind it are asked even where a card keeps 第3部门 */
    BESIDE_ORDINAL,
    QUOTED,
    ORDINAL,
    RATIO_NAME,
    CODE,
    BARE_WORD,
    BARE_NUMBER,
    FREQUENCY,
    ARTICLE,
    TESTS
};
static const struct {
    bool (*holds)(const struct figure *f);
    enum judgement judgement;
} tests[TESTS] = {
    [NO_VALUE] = {has_no_value, JUDGE_NO_VALUE},
    [NAMING_UNIT] = {is_named_by_unit, JUDGE_NAMING_UNIT},
    [CLASS_SIZE] = {defines_class, JUDGE_CLASS_SIZE},
    [MASKED] = {is_masked, JUDGE_MASKED},
    [ROUND_CLASS] = {is_round_class, JUDGE_CLASS_SIZE},
    [FRAME] = {frames_time, JUDGE_FRAME},
    [TABLE_UNIT] = {names_unit, JUDGE_TABLE_UNIT},
    [SEVERAL_SIZES] = {sizes_several, JUDGE_SEVERAL_SIZES},
    [CLASS_AT_HEAD] = {opens_class, JUDGE_CLASS_AT_HEAD},
    [ROUND_NAME] = {round_in_name, JUDGE_ROUND_NAME},
    [GROUP_BOUNDS] = {bounds_group, JUDGE_GROUP_BOUNDS},
    [SCORE] = {is_score, JUDGE_SCORE},
    [NUMBERS_ONLY] = {numbers_only, JUDGE_ORDINAL},
    [BESIDE_ORDINAL] = {beside_ordinal, JUDGE_BESIDE_ORDINAL},
    [QUOTED] = {is_quoted, JUDGE_QUOTED},
    [ORDINAL] = {is_ordinal, JUDGE_ORDINAL},
    [RATIO_NAME] = {is_ratio_name, JUDGE_RATIO_NAME},
    [CODE] = {is_code, JUDGE_BARE_NUMBER},
    [BARE_WORD] = {is_bare_word, JUDGE_BARE_WORD},
    [BARE_NUMBER] = {is_bare_number, JUDGE_BARE_NUMBER},
    [FREQUENCY] = {is_frequency, JUDGE_FREQUENCY},
    [ARTICLE] = {is_article, JUDGE_ARTICLE},
};

/* Which of them may hold, by one thing that each cannot do without: for 313起 and 5.1万亩 there are none. */
#define BIT(test) (UINT32_C(1) << (test))
static const uint32_t of_tag[128] = {
    ['R'] = BIT(NUMBERS_ONLY) | BIT(ORDINAL),
    ['X'] = BIT(RATIO_NAME),
    ['N'] = BIT(CODE) | BIT(BARE_WORD) | BIT(BARE_NUMBER),
    ['T'] = BIT(FRAME),
    ['S'] = BIT(BESIDE_ORDINAL),
};
static const uint32_t of_tag_before[128] = {['('] = BIT(SCORE),
                                            [':'] = BIT(TABLE_UNIT),
                                            [';'] = BIT(BESIDE_ORDINAL),
                                            ['Q'] = BIT(SEVERAL_SIZES),
                                            ['S'] = BIT(SEVERAL_SIZES)};
static const uint32_t of_unit[UNIT_ORDINAL + 1] = {
    [UNIT_PHYSICAL] = BIT(CLASS_SIZE), [UNIT_MONEY] = BIT(CLASS_SIZE),
    [UNIT_TIME] = BIT(CLASS_SIZE),     [UNIT_AGE] = BIT(CLASS_SIZE),
    [UNIT_POINT] = BIT(CLASS_SIZE),    [UNIT_MULTIPLE] = BIT(CLASS_SIZE),
    [UNIT_RANK] = BIT(CLASS_SIZE),     [UNIT_ORDINAL] = BIT(CLASS_SIZE) | BIT(NAMING_UNIT),
};
enum {
    OF_BOUNDS = BIT(GROUP_BOUNDS) | BIT(CLASS_AT_HEAD) | BIT(CLASS_SIZE),
    OF_SINGLE = BIT(MASKED) | BIT(ARTICLE),
    OF_ROUND = BIT(ROUND_NAME) | BIT(ROUND_CLASS),
    OF_NAMES = BIT(TESTS) - BIT(NUMBERS_ONLY)
};

static uint32_t tests_for(const struct sentence *s, const struct candidate *c) {
    const struct token    *t = &s->tokens[c->token];
    const struct quantity *q = &c->quantity;
    uint32_t               may = of_tag[t->tag & 127];
    if (c->token > 0) may |= of_tag_before[t[-1].tag & 127];
    if (q->unit) may |= of_unit[q->unit->class] | (q->unit->event ? BIT(FREQUENCY) : 0);
    if (is_bounds(c)) may |= OF_BOUNDS;
    if (!q->numeral.value.present) may |= BIT(NO_VALUE);
    unsigned char first = (unsigned char)s->text.ptr[q->digits.start];
    if (first == '0') may |= BIT(CODE);
    if (first < 0x80) return may;
    if (first < 0xE4) may |= BIT(MASKED); /* ○, 〇 */
    if (q->numeral.single) may |= OF_SINGLE;
    if (is_round(&q->numeral)) may |= OF_ROUND;
    return may;
}

/* What a card keeps is asked nothing, but 第3部门 is no place among others whatever a card says. */
static void judge(const struct verdicts *v, struct sentence *s, struct candidate *c, uint32_t may) {
    struct figure f = figure_of(s, c);
    if (c->set & 1u << FIELD_KEEP) {
        if (!numbers_only(&f)) return;
        c->set &= ~(1u << FIELD_KEEP);
        may &= OF_NAMES;
    }
    for (; may; may &= may - 1) {
        int test = __builtin_ctz(may);
        if (tests[test].holds(&f) && refuse(v, &f, tests[test].judgement)) return;
    }
}

void candidates_judge(const struct ruleset *rules, struct matcher *matcher, struct sentence *s) {
    struct verdicts v = {rules, matcher};
    const uint32_t  all = in_classes('<', s->classes) ? BIT(QUOTED) : 0;
    bounds_share(s);
    for (size_t i = 0; i < s->candidate_count; i++) {
        struct candidate *c = &s->candidates[i];
        kind_tell(rules->lexicon, s, c);
        if (c->refused && takes_time(s, c)) c->refused = false, c->rule = NULL, c->reason = SLICE_NONE;
        uint32_t may = all | tests_for(s, c);
        if (may && !c->refused) judge(&v, s, c, may);
        if (ranks_by_size(c)) c->quantity.raw.end = c->quantity.digits.end; /* 第三大港口: 大 is of the noun */
        struct token *t = &s->tokens[c->token];
        if (c->refused) t->tag = t->tag == 'T' ? 'Y' : 'n'; /* a name, or a span that frames */
    }
}
