/* A figure that no card spoke of gets its kind from its unit, and is refused when it names rather than counts:
 * “13 种问责情形”, 一个重要部署, 4频道, 第七届. Cards come first; keep=yes overrules this page. */
#include "extract/judge.h"
#include "extract/phrase.h"

#include "extract/base/banned.h"

static char before(const struct sentence *s, size_t i) { return i ? s->tokens[i - 1].tag : '.'; }
static char behind(const struct sentence *s, size_t i) { return i + 1 < s->count ? s->tokens[i + 1].tag : '.'; }

/* Where the verdicts come from. */
struct verdicts {
    const struct ruleset *rules;
    struct matcher       *matcher;
};

static void refuse(const struct verdicts *v, struct candidate *c, enum judgement test) {
    if (c->refused || (c->set & 1u << FIELD_KEEP) || !v->rules->judges[test]) return;
    c->refused = true;
    c->rule = &v->rules->rules[v->rules->judges[test] - 1];
    c->reason = c->rule->setting_count ? c->rule->settings[0].value : SLICE_NONE;
    rules_touch(v->matcher, c->rule);
}

static enum kind kind_of(char tag) {
    switch (tag) {
    case 'P': return KIND_SHARE;
    case 'D': return KIND_CHANGE;
    case 'M': return KIND_MULTIPLE;
    case 'R': return KIND_RANK;
    case 'X': return KIND_RATIO;
    default: return KIND_LEVEL;
    }
}

static bool is_one(const struct sentence *s, size_t i) {
    int c = s->tokens[i].candidate;
    return c >= 0 && s->candidates[c].quantity.numeral.single && s->candidates[c].quantity.numeral.value.present &&
           decimal_compare(s->candidates[c].quantity.numeral.value, decimal_int(1)) == 0;
}

/* 一 counts only behind its noun (新建学校一所), after 仅, after 没有, or as a length of time. */
static bool one_counts(const struct sentence *s, size_t i) {
    char               left = before(s, i), right = behind(s, i);
    const struct unit *unit = s->candidates[s->tokens[i].candidate].quantity.unit;
    if (unit && unit->event) /* 每半年考评一次: how often, not how many */
        for (size_t k = i; k > 0 && !is_one_of(s->tokens[k - 1].tag, ",."); k--)
            if (is_one_of(s->tokens[k - 1].tag, "q5")) return false;
    if (left == 'l' || left == 'x' || s->tokens[i].tag == 'M') return true; /* 仅一家, 没有一起, 增长一倍 */
    /* 一处直播点、5家食品店: among other counts it counts. */
    for (size_t k = i + 1; k + 1 < s->count && !is_one_of(s->tokens[k].tag, ",.:()"); k++)
        if (is_one_of(s->tokens[k].tag, ";k") && is_one_of(s->tokens[k + 1].tag, "QS")) return k > i + 1;
    for (size_t k = i; k-- > 0 && !is_one_of(s->tokens[k].tag, ",.;");) /* 落实一件销号一件 */
        if (is_one(s, k) && s->candidates[s->tokens[k].candidate].quantity.unit == unit) return false;
    if (s->tokens[i].tag == 'T') return is_one_of(left, "LujwvZ");
    return is_one_of(right, ",.;)") && is_one_of(left, "nhvZ") && i > 0 && s->tokens[i - 1].end - s->tokens[i - 1].start >= 6;
}

/* Inside a short quotation, where names stand: “13种问责情形”, “双百工程”. */
static bool in_short_quotation(const struct sentence *s, size_t i) {
    size_t open = i, close = i + 1;
    while (open > 0 && !is_one_of(s->tokens[open - 1].tag, "<>,.")) open--;
    if (open == 0 || s->tokens[open - 1].tag != '<' || is_one_of(s->tokens[open].tag, "vZ")) return false;
    while (close < s->count && !is_one_of(s->tokens[close].tag, "<>,.")) close++;
    if (close == s->count || s->tokens[close].tag != '>') return false;
    return s->tokens[close].start - s->tokens[open].start <= 14 * 3;
}

/* What units of these measure tells models apart. */
static bool names_model(const struct unit *u) {
    return slice_equal(u->dimension, SLICE_LIT("voltage")) || slice_equal(u->canonical, SLICE_LIT("英寸"));
}

static bool is_bounds(const struct candidate *c) {
    return c->qualifier == QUALIFIER_OVER || c->qualifier == QUALIFIER_UNDER || c->qualifier == QUALIFIER_RANGE;
}

/* 100万吨以上的矿井28个: what stands between the size and the count has that size or more. */
static bool sizes_counted(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token + 2;
    if (!is_bounds(c) || c->quantity.unit->class == UNIT_PERCENT) return false;
    while (k < s->count && is_one_of(s->tokens[k].tag, "nhZ")) k++;
    return k > c->token + 2 && is_one_of(tag_at(s, k + (tag_at(s, k) == 'd')), "QS");
}

/* 亿元以上项目, 30岁以上人群, 60周岁老年人, 其中10亿元以上12个: a size that defines a class stays in the metric. */
static bool defines_class(const struct sentence *s, const struct candidate *c) {
    const struct unit *u = c->quantity.unit;
    char               next = behind(s, c->token);
    if (u && names_model(u)) { /* 500千伏变电站, 330千伏和750千伏电网, 12英寸晶圆 */
        int more = is_one_of(next, ";k") && c->token + 2 < s->count ? s->tokens[c->token + 2].candidate : -1;
        if (more >= 0 && s->candidates[more].quantity.unit == u) return defines_class(s, &s->candidates[more]);
        return is_one_of(next, "nhvZNaKuj");
    }
    if (u && next == 'c' && sizes_counted(s, c)) return true;
    if (!u || !is_one_of(next, "nhvZQS") || u->class == UNIT_MEASURE_WORD || u->class == UNIT_PERSON ||
        u->class == UNIT_PERCENT)
        return false;
    if (u->class == UNIT_AGE && !slice_equal(u->surface, u->canonical)) return true; /* 60周岁老年人 */
    slice raw = sentence_text(s, c->token, c->token + 1);
    return !slice_ends(raw, u->surface) && c->quantity.raw.start == c->quantity.digits.start;
}

/* 千亿斤粮食产能提升行动: the noun behind a figure is a plan's. */
static bool heads_plan(const struct sentence *s, size_t i) {
    for (size_t k = i + 1; k < s->count && k <= i + 6 && is_one_of(s->tokens[k].tag, "nhvZKuC"); k++)
        if (s->tokens[k].tag == 'C' || has_note(&s->tokens[k], NOTE_SCHEME)) return true;
    return false;
}

/* No digit is told: 百, 千亿, 百万. */
static bool is_round(const struct numeral *n) {
    char digits[DECIMAL_TEXT];
    if (n->form != NUMERAL_HAN || !n->value.present) return false;
    size_t count = decimal_write(digits, n->value);
    if (count < 3 || digits[0] != '1') return false;
    while (count > 1 && digits[count - 1] == '0') count--;
    return count == 1;
}

/* 投资超百亿项目7个, 超千亿元企业: of things as large as this nobody has as many. */
static bool huge_class(const struct sentence *s, const struct candidate *c) {
    const struct quantity *q = &c->quantity;
    if (!is_round(&q->numeral) || decimal_compare(q->numeral.value, decimal_int(1000000000)) < 0) return false;
    if (!q->unit) return is_one_of(behind(s, c->token), "nhZ");
    return q->unit->class == UNIT_MEASURE_WORD && q->unit->surface.len > 3 &&
           q->raw.end == q->digits.end + q->unit->surface.len;
}

/* 举办百家名企进园区, 百名医师: a bare 百, 千 or 万 at the head of a name. 新增百家 and 增加百万吨 count. */
static bool round_in_name(const struct sentence *s, const struct candidate *c) {
    const struct numeral *n = &c->quantity.numeral;
    if (c->qualifier == QUALIFIER_EXACT && is_round(n) && c->quantity.unit && heads_plan(s, c->token)) return true;
    if (!n->single || !n->value.present || decimal_compare(n->value, decimal_int(100)) < 0 || !c->quantity.unit) return false;
    int more = c->token + 1 < s->count ? s->tokens[c->token + 1].candidate : -1;
    if (more >= 0 && s->candidates[more].quantity.numeral.single)
        return round_in_name(s, &s->candidates[more]); /* 千车万人赛 */
    return c->qualifier == QUALIFIER_EXACT && is_one_of(behind(s, c->token), "nhvZk") && !is_one_of(before(s, c->token), "duU");
}

/* 千人以上自然村通公路: a class that opens its clause, not 新建12座以上桥梁. */
static bool opens_class(const struct sentence *s, const struct candidate *c) {
    const struct unit *u = c->quantity.unit;
    if (!u || c->qualifier != QUALIFIER_OVER || !is_one_of(behind(s, c->token), "nhZ")) return false;
    if (u->class != UNIT_MEASURE_WORD && u->class != UNIT_PERSON) return false;
    slice raw = sentence_text(s, c->token, c->token + 1);
    bool  glued_behind = !slice_ends(raw, u->surface) && c->quantity.raw.start == c->quantity.digits.start;
    return glued_behind && (c->token == 0 || is_one_of(before(s, c->token), ",.g"));
}

/* 6个超50亿元项目, 12座110千伏变电站: the size of each of several is their class; that of one thing (1座30万千瓦电站) counts.
 */
static bool sizes_several(const struct sentence *s, const struct candidate *c) {
    const struct unit *u = c->quantity.unit;
    if (!u || (u->class != UNIT_PHYSICAL && u->class != UNIT_MONEY) || !is_one_of(behind(s, c->token), "nh")) return false;
    int left = c->token ? s->tokens[c->token - 1].candidate : -1;
    if (left < 0 || !is_one_of(before(s, c->token), "QS")) return false;
    decimal several = s->candidates[left].quantity.numeral.value;
    return several.present && decimal_compare(several, decimal_int(1)) > 0;
}

/* 十四届|六次全会: a figure that stands at an ordinal is one too. */
static bool beside_ordinal(const struct sentence *s, size_t i) {
    int own = s->tokens[i].candidate, left = i ? s->tokens[i - 1].candidate : -1;
    if (left < 0 && i > 1 && s->tokens[i - 1].tag == 'n') left = s->tokens[i - 2].candidate; /* 五届人大|四次会议 */
    if (left >= 0 && s->candidates[left].quantity.unit && s->candidates[left].quantity.unit->class == UNIT_ORDINAL &&
        s->tokens[i].tag == 'S')
        return true;
    if (i < 2 || s->tokens[i - 1].tag != ';' || own <= 0) return false;
    const struct candidate *before_it = &s->candidates[own - 1]; /* 四次、|五次全会 */
    return before_it->token == i - 2 && before_it->refused && before_it->quantity.unit == s->candidates[own].quantity.unit;
}

/* 20~39岁人群, 65岁及以上的长者, 6—10年占比最大: the bounds of a group. */
static bool bounds_group(const struct sentence *s, const struct candidate *c) {
    char tag = s->tokens[c->token].tag, next = behind(s, c->token);
    if (is_bounds(c) && slice_starts(slice_from(s->text, c->quantity.raw.end), SLICE_LIT("者"))) return true; /* 月薪超3万者 */
    if (c->qualifier == QUALIFIER_RANGE && is_one_of(tag, "TA")) {
        if (is_one_of(next, "k;") && tag_at(s, c->token + 2) == tag) /* 3—5年和10—15年次之 */
            return bounds_group(s, &s->candidates[s->tokens[c->token + 2].candidate]);
        return is_one_of(next, "ncoh");
    }
    if (tag != 'A' || !is_bounds(c) || c->qualifier == QUALIFIER_RANGE) return false;
    return next == 'o' || (next == 'c' && is_one_of(tag_at(s, c->token + 2), "nhZ"));
}

/* 单位：亿元 over a table names the unit of its figures; 参加单位：三百家 counts. */
static bool names_unit(const struct sentence *s, const struct candidate *c) {
    size_t i = c->token;
    return i >= 2 && s->tokens[i - 1].tag == ':' && is_round(&c->quantity.numeral) &&
           slice_ends(sentence_text(s, i - 2, i - 1), SLICE_LIT("单位"));
}

/* 未来6年将建成: a length of time behind 未来 and 过去 frames. */
static bool frames_time(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == 'T' && i > 0 && has_note(&s->tokens[i - 1], NOTE_SPAN);
}

/* 全球第三大港口 ranks, 第三大队 and 第一大街 do not: measures.tsv has those as units of their own. */
static bool ranks_by_size(const struct candidate *c) {
    const struct unit *u = c->quantity.unit;
    return u && u->class == UNIT_RANK && slice_equal(u->surface, SLICE_LIT("大"));
}

/* 两届, 两期 count, for no ordinal says 两; 两大主题 and 两级 name as 三大主题 does. */
static bool counts_two(const struct sentence *s, const struct candidate *c) {
    slice unit = c->quantity.unit->surface;
    return slice_starts(slice_from(s->text, c->quantity.digits.start), SLICE_LIT("两")) &&
           !slice_equal(unit, SLICE_LIT("大")) && !slice_equal(unit, SLICE_LIT("级"));
}

/* ○○人, □□亿元, X亿元: a figure that somebody has masked. */
static bool is_masked(const struct sentence *s, const struct candidate *c) {
    slice digits = slice_span(s->text, c->quantity.digits);
    if (slice_starts(digits, SLICE_LIT("○○")) || slice_starts(digits, SLICE_LIT("〇〇"))) return true;
    size_t at = c->quantity.raw.start;
    if (!c->quantity.numeral.single || at <= s->at.start) return false;
    slice one = slice_sub(s->text, at - utf8_size_before(s->text, at), at);
    bool  latin = (one.ptr[0] | 0x20) >= 'a' && (one.ptr[0] | 0x20) <= 'z';
    return latin || slice_find(SLICE_LIT("□○●■×*"), one, 0) != SIZE_MAX;
}

static bool has_scale(const struct numeral *n) { return n->scale_end > 0; }

/* 用三年时间建成: what it takes is stated, where 三年时间里 frames. */
static bool takes_time(const struct sentence *s, const struct candidate *c) {
    const struct unit *u = c->quantity.unit;
    return u && slice_ends(u->surface, SLICE_LIT("时间")) &&
           slice_ends(slice_sub(s->text, s->at.start, c->quantity.raw.start), SLICE_LIT("用"));
}

/* 同比 +6.3%, (+8.9%), ，-3.1%: a percentage or points with a sign of its own tell how much it grew. */
static void grow_by_sign(const struct sentence *s, struct candidate *c) {
    static const char *const plus[] = {"+", "＋"}, *const minus[] = {"-", "－", "−"};
    char   tag = s->tokens[c->token].tag;
    size_t i = c->token;
    slice  raw = slice_span(s->text, c->quantity.raw);
    while (i > 0 && s->tokens[i - 1].tag == '_') i--;
    if (!is_one_of(tag, "PD") || !is_one_of(before(s, i), ",;(yms")) return;
    for (size_t k = 0; k < 2; k++)
        if (slice_starts(raw, slice_of(plus[k]))) c->direction = DIRECTION_UP;
    for (size_t k = 0; k < 3; k++)
        if (slice_starts(raw, slice_of(minus[k]))) c->direction = DIRECTION_DOWN;
    if (c->direction != DIRECTION_NONE) c->kind = tag == 'P' ? KIND_GROWTH : KIND_CHANGE;
}

/* 0471-1234567, 023县道: a number that a zero leads is a code; 0.5 and 0 are none. */
static bool is_code(const struct sentence *s, const struct candidate *c) {
    slice digits = slice_span(s->text, c->quantity.digits);
    return digits.len > 1 && digits.ptr[0] == '0' && digits.ptr[1] >= '0' && digits.ptr[1] <= '9';
}

static void judge(const struct verdicts *v, struct sentence *s, struct candidate *c) {
    const struct numeral *n = &c->quantity.numeral;
    size_t                i = c->token;
    char                  tag = s->tokens[i].tag;
    if (!(c->set & 1u << FIELD_KIND)) {
        c->kind = kind_of(tag);
        grow_by_sign(s, c);
    }
    if (c->refused && takes_time(s, c)) c->refused = false, c->rule = NULL, c->reason = SLICE_NONE;
    if (!n->value.present && !n->low.present && !n->high.present && n->form != NUMERAL_RATIO) refuse(v, c, JUDGE_NO_VALUE);
    if (c->quantity.unit && c->quantity.unit->class == UNIT_ORDINAL && !counts_two(s, c)) refuse(v, c, JUDGE_NAMING_UNIT);
    if (defines_class(s, c)) refuse(v, c, JUDGE_CLASS_SIZE);
    if (is_masked(s, c)) refuse(v, c, JUDGE_MASKED);
    if (huge_class(s, c)) refuse(v, c, JUDGE_CLASS_SIZE);
    if (frames_time(s, i)) refuse(v, c, JUDGE_FRAME);
    if (names_unit(s, c)) refuse(v, c, JUDGE_TABLE_UNIT);
    if (sizes_several(s, c)) refuse(v, c, JUDGE_SEVERAL_SIZES);
    if (opens_class(s, c)) refuse(v, c, JUDGE_CLASS_AT_HEAD);
    if (round_in_name(s, c)) refuse(v, c, JUDGE_ROUND_NAME);
    if (bounds_group(s, c)) refuse(v, c, JUDGE_GROUP_BOUNDS);
    if (tag == 'Q' && before(s, i) == '(' && behind(s, i) == ')' &&
        slice_equal(c->quantity.unit->dimension, SLICE_LIT("score")))
        refuse(v, c, JUDGE_SCORE);
    if (tag == 'R' && c->quantity.unit && c->quantity.unit->class != UNIT_RANK && c->quantity.unit->class != UNIT_PERSON) {
        c->set &= ~(1u << FIELD_KEEP);
        refuse(v, c, JUDGE_ORDINAL);
    }
    if (beside_ordinal(s, i)) refuse(v, c, JUDGE_BESIDE_ORDINAL);
    if (before(s, i) == '<' || in_short_quotation(s, i)) refuse(v, c, JUDGE_QUOTED);
    if (tag == 'R' && !ranks_by_size(c)) refuse(v, c, JUDGE_ORDINAL);
    if (ranks_by_size(c)) c->quantity.raw.end = c->quantity.digits.end; /* 第三大港口: 大 is of the noun */
    if (tag == 'X' && before(s, i) != 'd' && behind(s, i) != ',' && behind(s, i) != '.') refuse(v, c, JUDGE_RATIO_NAME);
    if (is_code(s, c)) refuse(v, c, JUDGE_BARE_NUMBER);
    if (tag == 'N') {
        unsigned char next = c->quantity.raw.end < s->at.end ? (unsigned char)s->text.ptr[c->quantity.raw.end] | 0x20 : 0;
        if (next >= 'a' && next <= 'z') refuse(v, c, JUDGE_BARE_NUMBER); /* 扩容至5G */
        if (n->single)
            refuse(v, c, JUDGE_BARE_WORD);
        else if (n->form == NUMERAL_HAN && !has_scale(n))
            refuse(v, c, JUDGE_BARE_WORD);
        else if (before(s, i) == ':' && behind(s, i) == '.')
            return;
        else if (!is_one_of(before(s, i), "dOUJz") && !has_scale(n))
            refuse(v, c, JUDGE_BARE_NUMBER);
        else if (behind(s, i) == '(' || behind(s, i) == ')' || (i + 1 == s->count && !has_scale(n)))
            refuse(v, c, JUDGE_BARE_NUMBER); /* 适度有为 20: a line of a table of contents */
    }
    if (is_one(s, i) && !one_counts(s, i)) refuse(v, c, JUDGE_ARTICLE);
}

/* 突破8万亿元、9万亿元: a bound that a list says once holds for each. */
static void share_bound(struct sentence *s, size_t index) {
    const struct candidate *a = &s->candidates[index];
    struct candidate       *b = &s->candidates[index + 1];
    if (b->token != a->token + 2 || !is_one_of(s->tokens[a->token + 1].tag, ";k")) return;
    bool leads =
        a->quantity.raw.start < a->quantity.digits.start && a->qualifier != QUALIFIER_EXACT && a->qualifier != QUALIFIER_RANGE;
    if (!leads || b->qualifier != QUALIFIER_EXACT || a->quantity.unit != b->quantity.unit || !a->quantity.numeral.value.present)
        return;
    b->qualifier = a->qualifier;
    if (a->quantity.numeral.low.present) b->quantity.numeral.low = b->quantity.numeral.value;
    if (a->quantity.numeral.high.present) b->quantity.numeral.high = b->quantity.numeral.value;
}

void candidates_judge(const struct ruleset *rules, struct matcher *matcher, struct sentence *s) {
    struct verdicts v = {rules, matcher};
    for (size_t i = 1; i < s->candidate_count; i++) share_bound(s, i - 1);
    for (size_t i = 0; i < s->candidate_count; i++) {
        judge(&v, s, &s->candidates[i]);
        struct token *t = &s->tokens[s->candidates[i].token];
        if (s->candidates[i].refused) t->tag = t->tag == 'T' ? 'Y' : 'n'; /* a name, or a span that frames */
    }
}
