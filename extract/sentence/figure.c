/* What a figure may do other than count: 500千伏变电站 sizes a class, 第七届 numbers, 百家名企 is a name. The tests that no
 * pattern over classes can say, each of one figure and what stands round it; judge.c asks them in their order. */
#include "extract/sentence/figure.h"

#include "extract/base/banned.h"

/* ---- what the numeral tells ---- */

/* 百, 千亿, 百万: no digit is told. */
bool figure_is_round(const struct numeral *n) {
    decimal v = n->value;
    if (n->form != NUMERAL_HAN || !v.present || v.negative || (v.coefficient < 100 && v.exponent <= 0)) return false;
    for (; v.coefficient >= 10 && v.coefficient % 10 == 0; v.coefficient /= 10) v.exponent++;
    return v.coefficient == 1 && v.exponent >= 2;
}

static bool is_one(const struct numeral *n) {
    return n->single && n->value.present && decimal_compare(n->value, decimal_int(1)) == 0;
}

static bool is_several(const struct numeral *n) { return n->value.present && decimal_compare(n->value, decimal_int(1)) > 0; }

bool figure_has_no_value(const struct figure *f) {
    const struct numeral *n = f->numeral;
    return !n->value.present && !n->bounded && n->form != NUMERAL_RATIO;
}

static bool has_scale(const struct numeral *n) { return n->scale_end > 0; }

static bool is_mask(slice one) { return slice_find(SLICE_LIT("□○●■×*"), one, 0) != SIZE_MAX; }

/* 138****1234, 电话为138××××1234: digits are hidden behind it; 0.35*** has its stars for another reason. */
static bool hides_digits(const struct figure *f) {
    slice text = f->s->text, behind = slice_sub(text, f->c->quantity.raw.end, f->s->at.end);
    if (f->tag != 'N' || slice_find(slice_span(text, f->c->quantity.digits), SLICE_LIT("."), 0) != SIZE_MAX) return false;
    size_t size = behind.len ? utf8_size((unsigned char)behind.ptr[0]) : 0;
    if (!size || 2 * size > behind.len) return false;
    slice one = slice_sub(behind, 0, size);
    return is_mask(one) && slice_starts(slice_from(behind, size), one);
}

/* ○○人, □□亿元, X亿元: a figure that somebody has masked. */
bool figure_is_masked(const struct figure *f) {
    if (hides_digits(f)) return true;
    slice text = f->s->text, digits = slice_span(text, f->c->quantity.digits);
    if (slice_starts(digits, SLICE_LIT("○○")) || slice_starts(digits, SLICE_LIT("〇〇"))) return true;
    size_t at = f->c->quantity.raw.start;
    if (!f->numeral->single || at <= f->s->at.start) return false;
    slice one = slice_sub(text, at - utf8_size_before(text, at), at);
    if ((unsigned char)one.ptr[0] >= 0xE3) return false; /* Han, or a mark of its writing */
    bool latin = (one.ptr[0] | 0x20) >= 'a' && (one.ptr[0] | 0x20) <= 'z';
    return latin || is_mask(one);
}

/* The unit is glued to the numeral and another word stands glued behind it: 千人以上; 半 of 三年半 bounds nothing. */
static bool is_glued_behind(const struct figure *f) {
    slice raw = sentence_text(f->s, f->i, f->i + 1), unit = f->unit->surface;
    unit = slice_from(unit, unit.len - utf8_size_before(unit, unit.len)); /* 两个多小时 parts 个小时 */
    const struct quantity *q = &f->c->quantity;
    bool little = q->raw.end == q->digits.end + f->unit->surface.len + 3; /* 6米多|宽的坑 bounds nothing */
    return f->c->qualifier != QUALIFIER_EXACT && !little && !slice_ends(raw, unit) && q->raw.start == q->digits.start;
}

/* ---- sizes that tell classes apart ---- */

/* What units of these measure tells models apart. */
static bool names_model(const struct unit *u) { return u->model; }

/* 其中10亿元|企业9户: a sum that opens an item. */
static bool opens_item(const struct figure *f) {
    return f->unit->class == UNIT_MONEY && is_one_of(f->behind, "nh") && (f->i == 0 || is_one_of(f->before, ",;i("));
}

/* 100万吨以上的矿井28个, 产值超10亿元企业8家, 10亿元企业9户: what stands between the size and the count has it or more. */
static bool sizes_counted(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 k = f->i + 1 + (f->behind == 'c');
    if (!(figure_is_bounds(f->c) || opens_item(f)) || f->unit->class == UNIT_PERCENT) return false;
    while (k < s->count && is_one_of(s->tokens[k].tag, "nhZ()")) k++; /* 超过千亿元的省（市）有13个 */
    size_t count = k;
    while (is_one_of(tag_at(s, count), "ead")) count++; /* 超5亿元的项目已达4个 */
    return k > f->i + 1 + (f->behind == 'c') && is_one_of(tag_at(s, count), "QS");
}

/* 其中过亿元|2座, 超百亿元|1家: a sum right before a count that opens an item. */
static bool sizes_item(const struct figure *f) {
    if (f->unit->class != UNIT_MONEY || !is_one_of(f->behind, "QS")) return false;
    bool   apart = f->before == 'O'; /* 超|百亿元 */
    size_t i = f->i - apart;
    if (!(apart || figure_is_bounds(f->c)) || (i > 0 && !is_one_of(f->s->tokens[i - 1].tag, ",;i("))) return false;
    const struct unit *counted = f->s->candidates[f->s->tokens[f->i + 1].candidate].quantity.unit;
    return counted && counted->class == UNIT_MEASURE_WORD;
}

/* 亿元以上项目, 30岁以上人群, 60周岁老年人, 其中10亿元以上12个: a size that defines a class stays in the metric. */
bool figure_defines_class(const struct figure *f) {
    const struct unit *u = f->unit;
    if (!u) return false;
    if (names_model(u)) { /* 500千伏变电站, 330千伏和750千伏电网, 12英寸晶圆 */
        int more = is_one_of(f->behind, ";k") && f->i + 2 < f->s->count ? f->s->tokens[f->i + 2].candidate : -1;
        if (more >= 0 && f->s->candidates[more].quantity.unit == u) {
            struct figure other = figure_of(f->s, &f->s->candidates[more]);
            return figure_defines_class(&other);
        }
        return is_one_of(f->behind, "nhvZNaKuj");
    }
    if ((f->behind == 'c' && sizes_counted(f)) || sizes_item(f)) return true;
    if (is_one_of(f->behind, "nhQS") && slice_equal(u->dimension, SLICE_LIT("score")))
        return figure_is_bounds(f->c);                            /* 600分以上86人, 650分以上人数 */
    if (u->class == UNIT_MEASURE_WORD || u->class == UNIT_PERSON) /* 20层以上高层13栋 */
        return is_one_of(f->behind, "nh") && is_glued_behind(f) && sizes_counted(f);
    if (u->class == UNIT_PERCENT) return false;
    if (!is_one_of(f->behind, "nhvZQS")) return false;
    if (u->class == UNIT_AGE && !slice_equal(u->surface, u->canonical)) return true; /* 60周岁老年人 */
    return is_glued_behind(f) || sizes_counted(f);
}

/* 百亿元项目1个, 千亿元产业, 跨上两个|万亿元台阶: a sum of which no digit is told sizes what stands behind it. */
static bool sizes_by_sum(const struct figure *f) {
    if (is_one_of(f->before, "QS") && f->behind == 'a' && f->unit && f->unit->class == UNIT_MONEY &&
        figure_is_round(f->numeral))
        return true;
    return f->unit && f->c->qualifier == QUALIFIER_EXACT && figure_is_round(f->numeral) && is_one_of(f->behind, "nhZ") &&
           !is_one_of(f->before, "dUJz") && slice_starts(f->unit->dimension, SLICE_LIT("money"));
}

/* 投资超百亿项目7个, 超千亿元企业: of things as large as this nobody has as many. */
static bool huge_class(const struct figure *f) {
    if (!figure_is_round(f->numeral) || decimal_compare(f->numeral->value, decimal_int(1000000000)) < 0) return false;
    if (!f->unit) return is_one_of(f->behind, "nhZ");
    bool noun = f->unit->surface.len > 3 || is_one_of(f->before, "QS") || is_one_of(f->behind, "QS"); /* 3个|千亿县 */
    return f->unit->class == UNIT_MEASURE_WORD && noun &&
           f->c->quantity.raw.end == f->c->quantity.digits.end + f->unit->surface.len;
}

/* 百万吨死亡率0.02, 万车事故率1.2, 百万客户投诉量0.8件: what a rate is taken over. */
static bool sizes_rate(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 rate = f->i + 1;
    if (f->c->qualifier != QUALIFIER_EXACT || !figure_is_round(f->numeral)) return false;
    while (rate < f->i + 7 && is_one_of(tag_at(s, rate), "nvZh")) rate++;
    const struct token *head = &s->tokens[rate - 1];
    bool                measured = head->tag == 'h' && !(f->unit && has_note(head, NOTE_GENERIC | NOTE_THING));
    while (is_one_of(tag_at(s, rate), "dOujJUa")) rate++;
    return measured && is_one_of(tag_at(s, rate), FIGURES);
}

bool figure_is_round_class(const struct figure *f) { return huge_class(f) || sizes_by_sum(f) || sizes_rate(f); }

/* 千人以上自然村通公路, 30万元以下的薄弱村清零: a class that opens its clause, not 新建12座以上桥梁, nor 5个以上设区市, which
 * counts them. */
bool figure_opens_class(const struct figure *f) {
    const struct unit *u = f->unit;
    bool people = u && u->class == UNIT_PERSON && is_one_of(f->before, "nh"); /* 义务教育66人以上大班额 */
    if (!u || !(f->i == 0 || is_one_of(f->before, ",.g") || people) || !is_glued_behind(f)) return false;
    if (u->class == UNIT_MONEY) return f->behind == 'c' && is_one_of(tag_at(f->s, f->i + 2), "nhZ");
    return ((u->class == UNIT_MEASURE_WORD && !u->plain) || u->class == UNIT_PERSON) && f->c->qualifier == QUALIFIER_OVER &&
           is_one_of(f->behind, "nhZ");
}

/* The token before a size and what is measured by it: 9个|投资|超5亿元的项目. */
static size_t before_measured(const struct figure *f) {
    size_t i = f->i;
    if (f->behind != 'c' || !figure_is_bounds(f->c)) return i;
    while (i > 0 && is_one_of(f->s->tokens[i - 1].tag, "OdaZh"))
        if (has_note(&f->s->tokens[--i], NOTE_TOTAL)) return f->i; /* 80幅|面积共150公顷的土地 */
    return i;
}

/* 6个超50亿元项目, 12座110千伏变电站: the size of each of several is their class; that of one (1座30万千瓦电站) counts. */
bool figure_sizes_several(const struct figure *f) {
    const struct unit *u = f->unit;
    /* 117个|30户以上自然村 */
    bool   group = u && u->class <= UNIT_PERSON && is_one_of(f->behind, "nh") && is_glued_behind(f);
    size_t k = before_measured(f);
    bool   amount = u && (u->class == UNIT_PHYSICAL || u->class == UNIT_MONEY);
    /* 10个|人口|超5万的强镇, 5个|产值|过千亿的集群 */
    bool measured = k < f->i && f->before == 'h' && (!u || u->class == UNIT_PERSON) && is_one_of(tag_at(f->s, f->i + 2), "nh");
    if (!(group || amount || measured) || !is_one_of(f->behind, "nhc")) return false;
    if (f->behind == 'c' && k == f->i) return false;
    int left = k > 0 && is_one_of(f->s->tokens[k - 1].tag, "QS") ? f->s->tokens[k - 1].candidate : -1;
    if (left < 0) return false;
    bool together = u && slice_equal(u->dimension, SLICE_LIT("length")) && f->c->qualifier == QUALIFIER_EXACT;
    if (together && u->class == UNIT_PHYSICAL) return false; /* 4条|210公里高速公路: so long are all of them */
    return is_several(&f->s->candidates[left].quantity.numeral);
}

/* The token behind a short remark at token `i`, (含); `i` when none stands there. */
static size_t behind_remark(const struct sentence *s, size_t i) {
    return tag_at(s, i) == '(' && tag_at(s, i + 2) == ')' ? i + 3 : i;
}

/* 没有发生死亡3人以上的事故, 未发生六级及以上事件: nobody counted what there was not. */
static bool is_denied(const struct figure *f) {
    size_t i = f->i;
    while (i > 0 && !is_one_of(f->s->tokens[i - 1].tag, ",.:xo")) i--;
    return i > 0 && f->s->tokens[i - 1].tag == 'x';
}

/* 规模以上工业企业是指年主营业务收入2000万元及以上的工业企业: a note says which they are. */
static bool is_defined(const struct figure *f) {
    const struct sentence *s = f->s;
    if (f->behind != 'c' || !(s->notes & NOTE_DEFINES)) return false;
    size_t i = f->i;
    while (i > 0 && !has_note(&s->tokens[i - 1], NOTE_DEFINES)) i--;
    return i > 0;
}

/* 对|年用电量|50亿度以上的企业, 为|月收入|低于3000元的家庭: how large they are to whom something is done. */
static bool is_condition(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (f->behind != 'c' || !is_one_of(tag_at(s, i + 2), "nhZQS")) return false;
    while (i > 0 && is_one_of(s->tokens[i - 1].tag, "nhvZqO")) i--;
    i -= i > 1 && i < f->i && s->tokens[i - 1].tag == 'a' && s->tokens[i - 2].tag == 'p'; /* 对|当年|新招用30人以上的企业 */
    return i < f->i && i > 0 && (s->tokens[i - 1].tag == 'p' || has_note(&s->tokens[i - 1], NOTE_FOR));
}

/* The bracket that closes behind the figure opens in its clause, behind a word. */
static bool bracket_opens(const struct figure *f) {
    size_t open = f->i;
    while (open > 0 && is_one_of(f->s->tokens[open - 1].tag, "nhvZdal")) open--;
    return open > 1 && f->s->tokens[open - 1].tag == '(' && is_one_of(f->s->tokens[open - 2].tag, "nhvZ");
}

/* 每周锻炼三次及以上的|青年占33.5%: are those who stand at token `i` a part of others? */
static bool is_part(const struct sentence *s, size_t i) {
    size_t who = i;
    while (is_one_of(tag_at(s, who), "nhZ")) who++;
    size_t part = who;
    while (is_one_of(tag_at(s, part), "al")) part++;
    return who > i && tag_at(s, part) == 'o' && tag_at(s, part + 1) == 'P';
}

/* 20~39岁人群, 65岁及以上的长者, 6—10年占比最大, 144平方米以上占9.3%: the bounds of a group. */
bool figure_bounds_group(const struct figure *f) {
    const struct candidate *c = f->c;
    if (!figure_is_bounds(c)) return false;
    if (c->qualifier == QUALIFIER_OVER && is_one_of(f->behind, "nhZc") && (is_denied(f) || is_defined(f))) return true;
    if (is_condition(f)) return true;
    /* 高温日数（日最高气温≥35℃）32天 */
    if (f->behind == ')' && is_one_of(tag_at(f->s, f->i + 2), FIGURES) && bracket_opens(f)) return true;
    if (lexicon_opening(f->s->lexicon, slice_from(f->s->text, c->quantity.raw.end), NOTE_BOUNDED))
        return true; /* 月薪超3万者 */
    if (f->unit && f->unit->class != UNIT_PERCENT && tag_at(f->s, behind_remark(f->s, f->i + 1)) == 'o') return true;
    size_t of = f->i + 1; /* 拥有3套以上|住房|的|家庭占5% */
    while (is_one_of(tag_at(f->s, of), "nhZ")) of++;
    if (c->qualifier != QUALIFIER_RANGE && tag_at(f->s, of) == 'c' && is_part(f->s, of + 1)) return true;
    if (!is_one_of(f->tag, "TA")) return false;
    size_t listed = f->i + 1; /* 35岁以下和高中以上学历分别占79%、96% */
    while (f->tag == 'A' && is_one_of(tag_at(f->s, listed), "k;nhZF")) listed++;
    if (listed > f->i + 1 && is_one_of(f->behind, "k;") && tag_at(f->s, listed) == 'o') return true;
    char beyond = tag_at(f->s, f->i + 2);
    if (c->qualifier != QUALIFIER_RANGE)
        return f->tag == 'A' && (f->behind == 'o' || (f->behind == 'c' && is_one_of(beyond, "nhZ")));
    int more = is_one_of(f->behind, "k;") && beyond == f->tag ? f->s->tokens[f->i + 2].candidate : -1;
    if (more >= 0) { /* 3—5年和10—15年次之 */
        struct figure other = figure_of(f->s, &f->s->candidates[more]);
        return figure_bounds_group(&other);
    }
    return is_one_of(f->behind, "ncoh");
}

/* 12个乡镇|, 12.1%的|成年国民: those of whom something is told. */
static bool counts_those(const struct sentence *s, const struct candidate *c) {
    char tag = s->tokens[c->token].tag, behind = tag_at(s, c->token + 1);
    if (tag == 'P') return behind == 'c' && c->qualifier != QUALIFIER_RANGE;
    const struct unit *u = c->quantity.unit;
    bool               things = u && (u->class == UNIT_MEASURE_WORD || u->class == UNIT_PERSON) && is_one_of(tag, "QS");
    return things && is_one_of(behind, "nhZc") && is_several(&c->quantity.numeral);
}

/* 11家单位公务卡结算率不足60%, 9个账号超过14天未更新, 12.1%的成年国民年均阅读10本及以上图书, 10条产值过千亿元的产业链: the
 * bound says which of them. */
bool figure_bounds_predicate(const struct figure *f) {
    const struct candidate *c = f->c, *those = c == f->s->candidates ? NULL : c - 1;
    const struct sentence  *s = f->s;
    if (!those || those->refused || !counts_those(s, those)) return false;
    bool   leads = c->quantity.raw.start < c->quantity.digits.start, part = s->tokens[those->token].tag == 'P';
    size_t end = f->i + 1, from = f->i;
    while (part && is_one_of(tag_at(s, end), "nhZ")) end++;
    bool last = is_one_of(tag_at(s, end), ",.;)") || (f->tag == 'T' && tag_at(s, end) == 'x');
    bool often = false; /* 8名队员|每天|工作超过10个小时 tells what all do */
    while (from > those->token + 1 &&
           (is_one_of(s->tokens[from - 1].tag, "nhvZwcapg<>") || (part && s->tokens[from - 1].tag == 'd')))
        often |= has_note(&s->tokens[--from], NOTE_OFTEN);
    if (often && !part) return false;
    bool sized = f->unit && f->unit->class == UNIT_MONEY && f->behind == 'c' && is_one_of(tag_at(s, f->i + 2), "nhZ");
    return ((last && (part || (leads && is_one_of(f->tag, "PT")))) || (sized && !part)) && from == those->token + 1u &&
           from < f->i;
}

/* ---- names and marks that hold it ---- */

/* 千亿斤粮食产能提升行动: the noun behind a figure is a plan's. */
static bool heads_plan(const struct sentence *s, size_t i) {
    for (size_t k = i + 1; k < s->count && k <= i + 6 && is_one_of(s->tokens[k].tag, "nhvZKuC"); k++)
        if (s->tokens[k].tag == 'C' || has_note(&s->tokens[k], NOTE_SCHEME)) return true;
    return false;
}

/* 举办百家名企进园区, 百名医师: a bare 百, 千 or 万 at the head of a name. 新增百家 and 增加百万吨 count. */
bool figure_round_in_name(const struct figure *f) {
    bool exact = f->c->qualifier == QUALIFIER_EXACT;
    if (!figure_is_round(f->numeral)) return false;
    if (exact && heads_plan(f->s, f->i)) return true; /* 百万人口大市行列 has no unit */
    if (!f->unit || !f->numeral->single) return false;
    int more = f->i + 1 < f->s->count ? f->s->tokens[f->i + 1].candidate : -1;
    if (more >= 0 && f->s->candidates[more].quantity.numeral.single) { /* 千车万人赛 */
        struct figure other = figure_of(f->s, &f->s->candidates[more]);
        return figure_round_in_name(&other);
    }
    return exact && is_one_of(f->behind, "nhvZk") && !is_one_of(f->before, "duU");
}

/* 零事故, 零新增, 水库“零垮坝”: nothing of what a report counts at other times; 零容忍 and 零事故行动 are names. 出国费为零，
 * 欠薪案件降至零 say it behind. */
static bool counts_nothing(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 what = f->i + 1;
    if (!f->numeral->single || !f->numeral->value.present || f->numeral->value.coefficient != 0 || what >= s->count)
        return false;
    if (is_one_of(f->before, "dJ") && f->i > 1 && is_one_of(f->behind, ",.;)")) return true;
    if (!has_note(&s->tokens[what], NOTE_NIL) && !has_note(&s->tokens[what], NOTE_NEW)) return false;
    return is_one_of(tag_at(s, what + 1), ",.;:)>ck");
}

/* “12块钱一份，两荤两素。”: what ends with a stop before the mark that closes it was said, and is no name. */
static bool is_speech(const struct sentence *s, size_t i) {
    while (i < s->count && !is_one_of(s->tokens[i].tag, "<>")) i++;
    return i < s->count && s->tokens[i].tag == '>' && s->tokens[i - 1].tag == '.';
}

/* At the head of a quotation or inside a short one, where names stand: “13种问责情形”, “双百工程”. */
bool figure_is_quoted(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 open = f->i, close = f->i + 1;
    if (!in_classes('<', s->classes) || counts_nothing(f)) return false;
    if (f->before == '<') return !is_speech(s, f->i);
    while (open > 0 && !is_one_of(s->tokens[open - 1].tag, "<>,.")) open--;
    if (open == 0 || s->tokens[open - 1].tag != '<' || is_one_of(s->tokens[open].tag, "vZ")) return false;
    while (close < s->count && !is_one_of(s->tokens[close].tag, "<>,.")) close++;
    if (close == s->count || s->tokens[close].tag != '>') return false;
    return s->tokens[close].start - s->tokens[open].start <= 14 * 3;
}

/* 十四届|六次全会: a figure that stands at an ordinal is one too. */
bool figure_beside_ordinal(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (f->tag == 'S') {
        size_t body = i; /* 五届人大|四次会议, 二十届中央纪委|三次全会 */
        while (body > 0 && i - body < 3 && is_one_of(s->tokens[body - 1].tag, "n1") && s->tokens[body - 1].candidate < 0)
            body--;
        int                left = body ? s->tokens[body - 1].candidate : -1;
        const struct unit *u = left >= 0 ? s->candidates[left].quantity.unit : NULL;
        if (u && u->class == UNIT_ORDINAL) return true;
    }
    if (i < 2 || f->before != ';' || f->c == s->candidates) return false;
    const struct candidate *before_it = f->c - 1; /* 四次、|五次全会 */
    return before_it->token == i - 2 && before_it->refused && before_it->quantity.unit == f->unit;
}

/* 单位：亿元 over a table names the unit of its figures, and so do 产量（万吨） and 万吨 alone in its line; 参加单位：三百家
 * counts. */
bool figure_names_unit(const struct figure *f) {
    bool alone = (f->before == '(' && f->behind == ')') || f->s->count == 1;
    if (alone && f->numeral->single && f->c->qualifier == QUALIFIER_EXACT) return figure_is_round(f->numeral);
    return f->before == ':' && f->i >= 2 && figure_is_round(f->numeral) && has_note(&f->s->tokens[f->i - 2], NOTE_UNIT);
}

/* 24小时有人值守: at all times; 历时24小时 is a length. */
static bool is_all_day(const struct figure *f) {
    const struct quantity *q = &f->c->quantity;
    if (!f->unit || !f->unit->brief || q->raw.start != q->digits.start || !q->numeral.value.present) return false;
    return decimal_compare(q->numeral.value, decimal_int(24)) == 0 && !is_one_of(f->before, "LujUJ") &&
           is_one_of(f->behind, "nhvZwadxp");
}

/* 未来6年将建成: a length of time behind 未来 and 过去 frames, and so does what is all the time. */
bool figure_frames_time(const struct figure *f) {
    return f->tag == 'T' && ((f->i > 0 && has_note(&f->s->tokens[f->i - 1], NOTE_SPAN)) || is_all_day(f));
}

/* 完善政务服务(5分), (2.5分): what may be scored; 公共交通（91.2分） has been. */
bool figure_is_score(const struct figure *f) {
    const decimal value = f->c->quantity.numeral.value;
    bool          measured = value.present && value.exponent < 0 && decimal_compare(value, decimal_int(10)) > 0;
    return f->tag == 'Q' && f->before == '(' && f->behind == ')' && !measured &&
           slice_equal(f->unit->dimension, SLICE_LIT("score"));
}

/* 两个小时的扑救, 20分钟就办完: not 15分钟后, 每3小时, 15分钟生活圈, and no bound of those that are told of. */
static bool is_brief(struct sentence *s, struct candidate *c) {
    if (!c->quantity.unit->brief) return false;
    struct figure f = figure_of(s, c);
    bool          short_one = tag_at(s, f.i + 1) == 'n' && s->tokens[f.i + 1].end - s->tokens[f.i + 1].start == 2 * 3;
    bool          ends = short_one && is_one_of(tag_at(s, f.i + 2), ",.");                       /* 3分钟|抢光， */
    bool          name = is_one_of(f.behind, "nhZ") && !ends && !is_one_of(f.before, "dujUJlL"); /* 只需|40分钟|车程 */
    if (name || is_all_day(&f) || is_glued_behind(&f) || in_classes('P', s->classes)) return false;
    bool within = f.behind == '6' && s->tokens[f.i + 1].end - s->tokens[f.i + 1].start == 3; /* 20分钟内|赶到, not 期间 */
    return (within || !is_one_of(f.behind, "I6Vk;o")) && !is_one_of(f.before, "5qRVI;k") &&
           (f.before != 'p' || f.behind == 'c'); /* 以2小时11分夺冠 scores */
}

/* 5天|假期, 三年的|免租期, 20年|党龄: a noun behind that lasts. */
static bool is_lasting(const struct sentence *s, const struct candidate *c) {
    size_t             noun = c->token + 1u + (tag_at(s, c->token + 1u) == 'c');
    const struct word *lasts =
        noun < s->count ? lexicon_opening(s->lexicon, sentence_text(s, noun, s->count), NOTE_TAKES) : NULL;
    return lasts && lasts->text.len > 3;
}

/* 扎根海岛六年的|医生, 从业20年的|老木匠: how long somebody has, said before them. */
static bool is_of_person(struct sentence *s, struct candidate *c) {
    struct figure f = figure_of(s, c);
    if (f.behind != 'c' || !is_one_of(f.before, "nhvZ") || has_note(&s->tokens[f.i - 1], NOTE_SPAN)) return false;
    if (c->qualifier == QUALIFIER_NEARLY || is_glued_behind(&f) || in_classes('P', s->classes)) return false;
    slice name = sentence_text(s, f.i + 2, f.i + 3);
    return tag_at(s, f.i + 2) == 'n' && !lexicon_ending(s->lexicon, name, NOTE_LOOKALIKE) &&
           lexicon_ending(s->lexicon, name, NOTE_PERSON);
}

/* 用5天|挖出水渠, 使用了25年|的管网: what it took, and how long it has gone on. */
static bool is_told(struct sentence *s, struct candidate *c) {
    struct figure f = figure_of(s, c);
    if (f.i == 0 || c->qualifier == QUALIFIER_NEARLY || is_glued_behind(&f)) return false;
    const struct token *before = &s->tokens[f.i - 1];
    bool                one = before->end - before->start == 3;
    if (one && before->tag == 'n' && is_one_of(f.behind, "avZnp"))
        return lexicon_ending(s->lexicon, sentence_text(s, f.i - 1, f.i), NOTE_TAKES);
    if (!one || before->tag != 'a' || f.behind != 'c' || !is_one_of(before[-(f.i > 1)].tag, "nvwZ")) return false;
    const struct word *who = lexicon_opening(s->lexicon, sentence_text(s, f.i + 2, s->count), NOTE_PERSON);
    return !who || who->text.len > 3; /* 工作了3年的人 are a class */
}

/* 用三年时间建成: what it takes is stated, where 三年时间里 frames; so is all that is shorter than a day. */
bool figure_takes_time(struct sentence *s, struct candidate *c) {
    if (!c->quantity.unit || c->quantity.unit->class != UNIT_TIME) return false;
    if (is_brief(s, c) || is_lasting(s, c) || is_of_person(s, c) || is_told(s, c)) return true;
    const struct word *takes = lexicon_ending(s->lexicon, slice_sub(s->text, s->at.start, c->quantity.raw.start), NOTE_TAKES);
    return takes && (c->quantity.unit->lasts || takes->text.len > 3); /* 树龄|1300年的银杏 */
}

/* ---- ordinals ---- */

bool figure_is_version(const struct sentence *s, const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    size_t             end = c->quantity.digits.end;
    return s->text.ptr[end - 1] == '0' && s->text.ptr[end - 2] == '.' && unit && unit->class == UNIT_MEASURE_WORD;
}

/* 第七届, 3号楼. 两届, 两期 count, for no ordinal says 两; 两大主题 and 两级 name as 三大主题 does. */
bool figure_is_named_by_unit(const struct figure *f) {
    if (figure_is_version(f->s, f->c)) return true;
    return f->unit && f->unit->class == UNIT_ORDINAL &&
           (f->unit->names ||
            !lexicon_opening(f->s->lexicon, slice_from(f->s->text, f->c->quantity.digits.start), NOTE_COUNTS));
}

/* 评比每季度1次: how often, not how many, as 平均每天超过60场 tells. */
bool figure_is_frequency(const struct figure *f) {
    bool often = f->unit && f->unit->event && f->i > 0 && has_note(&f->s->tokens[f->i - 1], NOTE_OFTEN);
    return often && !(f->i > 1 && f->s->tokens[f->i - 2].tag == 'E');
}

/* 从三个方面着力, 做好八个方面的工作。: how many sides a thing has; 三个方面措施 counts. */
bool figure_counts_facets(const struct figure *f) {
    const struct sentence *s = f->s;
    if (!lexicon_opening(s->lexicon, slice_from(s->text, f->c->quantity.raw.end), NOTE_FACET)) return false;
    size_t i = f->i + 1;
    while (is_one_of(tag_at(s, i), "nc") && !has_note(&s->tokens[i], NOTE_THING)) i++;
    bool task =
        i < s->count && has_note(&s->tokens[i], NOTE_GOAL) && is_one_of(tag_at(s, i + 1), ".:"); /* 推进十个方面重点任务。 */
    return task || (!is_one_of(tag_at(s, i), "Z" FIGURES) && !(i < s->count && has_note(&s->tokens[i], NOTE_THING)));
}

/* ---- bare numbers and 一 ---- */

/* 一条跑道、一条小径: another that counts as little. */
static bool is_one_at(const struct sentence *s, size_t i) {
    const struct numeral *n = s->tokens[i].candidate >= 0 ? &s->candidates[s->tokens[i].candidate].quantity.numeral : NULL;
    return n && n->form == NUMERAL_HAN && is_one(n);
}

/* 成熟|一家，批准|一家: one after the other as they come, a word each. */
static bool goes_by_ones(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (i == 0 || !is_one_of(f->before, "nvZ") || (i > 1 && !is_one_of(s->tokens[i - 2].tag, ",.:a"))) return false;
    size_t ahead = i + 3, back = i > 2 && s->tokens[i - 2].tag == ',' ? i - 3 : i;
    bool   next = f->behind == ',' && is_one_of(tag_at(s, i + 2), "nvZ") && ahead < s->count && is_one_at(s, ahead);
    size_t other = next ? ahead : back;
    bool   one = other != i && is_one_at(s, other);
    return one && s->candidates[s->tokens[other].candidate].quantity.unit == f->unit;
}

/* 全程不超过一个小时: what bounds it counts it. */
static bool is_bounded_time(const struct figure *f) {
    bool bounded = f->c->qualifier == QUALIFIER_UNDER || f->c->qualifier == QUALIFIER_OVER ||
                   (f->c->qualifier == QUALIFIER_NEARLY && f->unit->brief);
    return bounded && f->c->quantity.raw.start < f->c->quantity.digits.start &&
           (is_one_of(f->behind, ",.") || (f->unit->brief && f->behind == 'a'));
}

/* 胳膊酸|了|一天。: one character stands between a length of time and what went on so long, where 每天 tells no length. */
static bool follows_deed(const struct figure *f) {
    const struct token *t = f->i > 1 ? &f->s->tokens[f->i - 1] : NULL;
    if (!t || t->tag != 'a' || t->end - t->start != 3 || !is_one_of(t[-1].tag, "nhvZLuj")) return false;
    for (size_t k = f->i - 1; k > 0 && !is_one_of(f->s->tokens[k - 1].tag, ",."); k--)
        if (is_one_of(f->s->tokens[k - 1].tag, "q5") || has_note(&f->s->tokens[k - 1], NOTE_OFTEN)) return false;
    return is_one_of(f->behind, ",.;");
}

/* 一 counts only behind its noun (新建学校一所), after 仅, after 没有, or as a length of time. */
static bool one_counts(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (f->unit && f->unit->event) /* 每半年考评一次: how often, not how many */
        for (size_t k = i; k > 0 && !is_one_of(s->tokens[k - 1].tag, ",."); k--)
            if (is_one_of(s->tokens[k - 1].tag, "q5") || has_note(&s->tokens[k - 1], NOTE_OFTEN)) return false;
    if (is_one_of(f->before, COUNTS_ONE) || f->tag == 'M') return true; /* 仅一家, 没有一起, 增长一倍 */
    if (f->tag == 'D' && is_one_of(f->before, "uj")) return true;       /* 每年提高一个百分点 */
    /* 一处直播点、5家食品店: among other counts it counts. */
    for (size_t k = i + 1; k + 1 < s->count && !is_one_of(s->tokens[k].tag, ",.:()"); k++)
        if (is_one_of(s->tokens[k].tag, JOINS_COUNTS) && is_one_of(s->tokens[k + 1].tag, "QS") && !is_one_at(s, k + 1))
            return k > i + 1;
    for (size_t k = i; k-- > 0 && !is_one_of(s->tokens[k].tag, ",.;");) { /* 落实一件销号一件 */
        const struct candidate *other = s->tokens[k].candidate >= 0 ? &s->candidates[s->tokens[k].candidate] : NULL;
        if (other && is_one(&other->quantity.numeral) && other->quantity.unit == f->unit) return false;
    }
    if (f->tag == 'T') /* 推迟了|一个小时, where 最后一天， and 这一年， frame */
        return is_one_of(f->before, "LujwvZ") || follows_deed(f) || is_bounded_time(f);
    if (goes_by_ones(f)) return false;
    if (!is_one_of(f->behind, ENDS_ONE) || i == 0) return false;
    if (f->before == 'E') return i > 1 && is_one_of(s->tokens[i - 2].tag, "nh"); /* 学校、医院各一所 */
    return is_one_of(f->before, "nhvZ") && s->tokens[i - 1].end - s->tokens[i - 1].start >= 6;
}

/* 0471-1234567, 023县道, 扩容至5G: a number that a zero leads is a code, and so is one glued to letters; 0.5 and 0 are none. */
bool figure_is_code(const struct figure *f) {
    slice  digits = slice_span(f->s->text, f->c->quantity.digits);
    size_t end = f->c->quantity.raw.end;
    char   next = end < f->s->at.end ? f->s->text.ptr[end] | 0x20 : 0;
    return (digits.len > 1 && digits.ptr[0] == '0' && ascii_digit(digits.ptr[1])) ||
           (f->tag == 'N' && next >= 'a' && next <= 'z');
}

bool figure_is_bare_word(const struct figure *f) {
    bool bare = f->numeral->single || (f->numeral->form == NUMERAL_HAN && !has_scale(f->numeral));
    return f->tag == 'N' && bare && !counts_nothing(f);
}

/* 死亡率0.02, 存销比0.58: a rate that bears no unit has a point. */
static bool is_bare_rate(const struct figure *f) {
    return f->before == 'h' && f->numeral->value.exponent < 0 && is_one_of(f->behind, ",.;)");
}

/* 达到3300余万, 增长3.9, where 指数 or 指数（PQI） stands: a number without a unit counts behind words that lead one. */
static bool leads_number(const struct figure *f) {
    size_t head = f->i;
    if (head > 3 && f->before == ')' && f->s->tokens[head - 3].tag == '(') head -= 3;
    return is_one_of(f->before, "dOUJ") || (is_one_of(f->before, "ujz") && is_one_of(f->behind, ",.;)")) || /* not 到3单元 */
           (head > 0 && has_note(&f->s->tokens[head - 1], NOTE_INDEX)) || is_bare_rate(f);
}

bool figure_is_bare_number(const struct figure *f) {
    if (f->tag != 'N' || figure_is_bare_word(f) || counts_nothing(f) || (f->before == ':' && f->behind == '.')) return false;
    if (f->behind == ')' || (f->behind == '(' && f->before != 'd')) return true; /* 性别比为108.6（女性=100） */
    /* 适度有为 20: a line of a table of contents */
    return !has_scale(f->numeral) && (!leads_number(f) || f->i + 1 == f->s->count);
}

/* 3单元|401室: a count in digits right before a number in digits that names, not 1260户|4.39万贫困人口 or 5000亩|三山绿化. */
bool figure_numbers_house(const struct figure *f) {
    const struct sentence *s = f->s;
    if (!f->unit || f->unit->class != UNIT_MEASURE_WORD || f->behind != 'N' || tag_at(s, f->i + 2) != 'n') return false;
    const struct quantity *next = &s->candidates[s->tokens[f->i + 1].candidate].quantity;
    bool whole = !has_scale(&next->numeral) && next->numeral.value.present && next->numeral.value.exponent >= 0;
    return whole && ascii_digit(s->text.ptr[f->c->quantity.digits.start]) && ascii_digit(s->text.ptr[next->digits.start]);
}

/* 第3部门: no place among others, whatever a card keeps. */
bool figure_numbers_only(const struct figure *f) {
    return f->tag == 'R' && f->unit && f->unit->class != UNIT_RANK && f->unit->class != UNIT_PERSON;
}

bool figure_is_ordinal(const struct figure *f) { return f->tag == 'R' && !figure_ranks_by_size(f->c); }
/* 推行1:1帮扶, not 师生比分别为1:12、1:9和1:8. */
bool figure_is_ratio_name(const struct figure *f) {
    size_t head = f->i;
    while (head > 1 && is_one_of(f->s->tokens[head - 1].tag, ";k") && f->s->tokens[head - 2].tag == 'X') head -= 2;
    return f->tag == 'X' && !is_one_of(tag_at(f->s, head - 1), "dF") && !is_one_of(f->behind, ",.");
}
/* 一个多小时, 一块多: what is over one was counted; 至少一名 was not. */
static bool is_over_one(const struct figure *f) {
    const struct quantity *q = &f->c->quantity;
    bool behind = f->unit && q->raw.start == q->digits.start && q->raw.end > q->digits.end + f->unit->surface.len;
    return behind && f->numeral->qualifier == QUALIFIER_OVER;
}
bool figure_is_article(const struct figure *f) { return is_one(f->numeral) && !is_over_one(f) && !one_counts(f); }
