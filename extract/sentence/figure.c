/* What a figure may do other than count: 500千伏变电站 sizes a class, 第七届 numbers, 百家名企 is a name. The tests that no
 * pattern over classes can say, each of one figure and what stands round it; judge.c asks them in their order. */
#include "extract/sentence/figure.h"

#include "extract/base/banned.h"

/* ---- what the numeral tells ---- */

/* 百, 千亿, 百万: no digit is told. */
bool figure_is_round(const struct numeral *n) {
    decimal v = n->value;
    if (n->form != NUMERAL_HAN || !v.present) return false;
    for (; v.coefficient >= 10 && v.coefficient % 10 == 0; v.coefficient /= 10) v.exponent++;
    return v.coefficient == 1 && v.exponent >= 2;
}

static bool is_one(const struct numeral *n) { return n->single && numeral_is_one(n); }

bool figure_has_no_value(const struct figure *f) {
    const struct numeral *n = f->numeral;
    return !n->value.present && !n->bounded && n->form != NUMERAL_RATIO;
}

static bool has_scale(const struct numeral *n) { return n->scale_end > 0; }

static bool is_mask(slice one) { return slice_has(SLICE_LIT("□○●■×*"), one); }

/* 138****1234, 电话为138××××1234: digits are hidden behind it; 0.35*** has its stars for another reason. */
static bool hides_digits(const struct figure *f) {
    slice text = f->s->text, behind = slice_sub(text, f->c->quantity.raw.end, f->s->at.end);
    if (f->tag != BARE || slice_has(slice_span(text, f->c->quantity.digits), SLICE_LIT("."))) return false;
    size_t size = behind.len ? utf8_next(behind, 0) : 0;
    if (!size || 2 * size > behind.len) return false;
    slice one = slice_sub(behind, 0, size);
    return is_mask(one) && slice_starts(slice_from(behind, size), one);
}

/* ○○人, □□亿元, X亿元: a figure that somebody has masked. */
bool figure_is_masked(const struct figure *f) {
    if (hides_digits(f)) return true;
    slice text = f->s->text, digits = slice_span(text, f->c->quantity.digits);
    if (slice_starts(digits, SLICE_LIT("○○")) || slice_starts(digits, SLICE_LIT("〇〇"))) return true;
    size_t at = f->c->quantity.digits.start;
    if (!f->numeral->single || at <= f->s->at.start) return false;
    if (f->i == 0 && f->s->listed && !has_scale(f->numeral)) return false; /* ●|十件实事 */
    slice one = slice_sub(text, at - utf8_size_before(text, at), at);
    if ((unsigned char)one.ptr[0] >= 0xE3) return false; /* Han, or a mark of its writing */
    if (!ascii_letter((unsigned char)one.ptr[0])) return is_mask(one);
    return at < f->s->at.start + 2 || !ascii_letter((unsigned char)one.ptr[-1]); /* not GDP|翻番 */
}

/* ---- names and marks that hold it ---- */

/* 千亿斤粮食产能提升行动: the noun behind a figure is a plan's. */
static bool heads_plan(const struct sentence *s, size_t i) {
    for (size_t k = i + 1;
         k < s->count && k <= i + 6 && is_one_of(s->tokens[k].tag, NOUN, HEAD, VERB, VERBAL, IMPROVE, GROW, PLAN); k++)
        if (s->tokens[k].tag == PLAN || note_at(s, k, NOTE_SCHEME)) return true;
    return false;
}

/* 文明新风飘|万家, 法律知识进|万户: all homes there are, to whom one character before them brings something. */
static bool reaches_all(const struct figure *f) {
    bool all = f->unit && f->numeral->single && f->i > 0 && !is_one_of(f->behind, NOUN, HEAD, VERB, VERBAL, OF, ADVERB);
    return all && token_ending(f->s, f->i - 1u, EDGE_SPREADS);
}

/* 举办百家名企进园区, 百名医师: a bare 百, 千 or 万 at the head of a name. 新增百家 and 增加百万吨 count. */
bool figure_round_in_name(const struct figure *f) {
    bool exact = f->c->qualifier == QUALIFIER_EXACT;
    if (!figure_is_round(f->numeral)) return false;
    if (exact && heads_plan(f->s, f->i)) return true; /* 百万人口大市行列 has no unit */
    if (!f->unit || !f->numeral->single) return false;
    if (exact && reaches_all(f)) return true;
    int more = f->i + 1 < f->s->count ? f->s->tokens[f->i + 1].candidate : -1;
    if (more >= 0 && f->s->candidates[more].quantity.numeral.single) { /* 千车万人赛 */
        struct figure other = figure_of(f->s, &f->s->candidates[more]);
        return figure_round_in_name(&other);
    }
    return exact && is_one_of(f->behind, NOUN, HEAD, VERB, VERBAL, AND) && !is_one_of(f->before, REACH, GROW, GROW_TO);
}

/* 零事故, 零新增, 水库“零垮坝”: nothing of what a report counts at other times; 零容忍 and 零事故行动 are names. 出国费为零，
 * 欠薪案件降至零 say it behind. */
static bool counts_nothing(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 what = f->i + 1;
    if (!f->numeral->single || !f->numeral->value.present || f->numeral->value.coefficient != 0 || what >= s->count)
        return false;
    if (is_one_of(f->before, REACH, FALL_TO) && f->i > 1 && is_one_of(f->behind, COMMA, STOP, LIST_COMMA, CLOSE)) return true;
    size_t last = skip(s, what, CLASSES(NOUN, HEAD, VERB, VERBAL)) - 1; /* 零|重大|安全责任|事故, 零|赴省|越级|上访 */
    if (last > what && !note_at(s, what, NOTE_NIL) && note_at(s, last, NOTE_NIL)) what = last;
    if (!note_at(s, what, NOTE_NIL) && !note_at(s, what, NOTE_NEW)) return false;
    return is_one_of(tag_at(s, what + 1), COMMA, STOP, LIST_COMMA, COLON, CLOSE, UNQUOTE, OF, AND);
}

/* Behind a quotation mark, at token `i`: where what it opens is closed, “12名学生读《论语》，获奖3个。|”; the end of the
 * sentence when it goes on in the next. */
static size_t closes_at(const struct sentence *s, size_t i) {
    for (size_t depth = 1;; i++) {
        i = next_of(s, i, CLASSES(QUOTE, UNQUOTE));
        if (i == s->count) return i;
        depth = s->tokens[i].tag == QUOTE ? depth + 1u : depth - 1u;
        if (!depth) return i;
    }
}

bool quotes_speech(const struct sentence *s, size_t i) {
    enum { LONGEST_NAME = 20 * HAN };
    size_t close = closes_at(s, i);
    if (close == i) return false;
    if (is_one_of(s->tokens[close - 1].tag, COMMA, STOP)) return true;
    bool parted = next_of(s, i, CLASSES(COMMA, STOP)) < close;
    return parted && s->tokens[close - 1].end - s->tokens[i].start > LONGEST_NAME;
}

/* At the head of a quotation or inside a short one, where names stand: “13种问责情形”, “双百工程”. */
bool figure_is_quoted(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 open = f->i, close = f->i + 1;
    if (!in_classes(QUOTE, s->classes) || counts_nothing(f)) return false;
    if (f->before == QUOTE) return !quotes_speech(s, f->i);
    open = back_to(s, open, CLASSES(QUOTE, UNQUOTE, COMMA, STOP));
    if (tag_before(s, open) != QUOTE || is_one_of(s->tokens[open].tag, VERB, VERBAL)) return false;
    close = next_of(s, close, CLASSES(QUOTE, UNQUOTE, COMMA, STOP));
    if (tag_at(s, close) != UNQUOTE) return false;
    /* “全院压缩经费260万元”，院长说; “人才新政20条” is a name */
    bool deed = next_of(s, open, CLASSES(VERB, LIGHT, GROW, FALL, GROW_TO, FALL_TO, REACH, AWARD)) < f->i || f->tag == PERCENT;
    bool told = close == f->i + 1u && is_one_of(tag_at(s, close + 1), COMMA, STOP) && !is_one_of(f->tag, SMALL_COUNT, BARE) &&
                deed && s->tokens[f->i].start - s->tokens[open].start >= 4 * HAN;
    return !told && s->tokens[close].start - s->tokens[open].start <= 14 * HAN;
}

/* 两届, 两户: no ordinal says 两. */
static bool says_two(const struct figure *f) {
    return lexicon_opening(f->s->lexicon, slice_from(f->s->text, f->c->quantity.digits.start), EDGE_COUNTS);
}

/* 八项规定: is the `noun` of figure `f` called as that name is, 九条|规定, 十条|规定精神, or counted as well, 28项|配套规定? */
static bool is_called_so(const struct figure *f, slice name, slice noun) {
    if (noun.len < 2 * HAN) return false;
    slice head = slice_sub(noun, 0, 2 * HAN), end = slice_from(noun, noun.len - 2 * HAN);
    bool  counted = slice_has(name, f->c->quantity.unit_name); /* not 四风问题和12个|突出问题 */
    return slice_has(name, head) || (counted && slice_has(name, end));
}

/* 中央八项规定、省委|九条|规定和市委|十条|意见: what is counted beside a name with a numeral, and is called as that is or is
 * counted as another such, is a name too. */
static bool is_beside_name(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 list = skip_back(s, f->i, CLASSES(NOUN, HEAD, LEVEL, PLACE, LIST_COMMA, AND));
    size_t                 noun = skip(s, f->i + 1, CLASSES(NOUN, HEAD));
    if (tag_before(s, list) != SET_PHRASE || !is_one_of(tag_at(s, list), LIST_COMMA, AND)) return false;
    const struct candidate *other = f->c == s->candidates ? NULL : f->c - 1;
    if (other && other->token > list && other->refused && other->quantity.unit == f->unit) return noun > f->i + 1;
    return is_called_so(f, token_text(s, list - 1), sentence_text(s, f->i + 1, noun));
}

/* 十四届|六次全会: a figure that stands at an ordinal is one too. */
bool figure_beside_ordinal(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (is_beside_name(f)) return true;
    if (f->tag == SMALL_COUNT) {
        size_t body = i; /* 五届人大|四次会议, 二十届中央纪委|三次全会, 一期|二步工程, not 万吨级泊位|五十四个 */
        while (body > 0 && i - body < 3 && is_one_of(s->tokens[body - 1].tag, NOUN, LEVEL) && s->tokens[body - 1].candidate < 0)
            body--;
        bool sits = body == i || (f->unit && f->unit->event);
        bool class =
            body > 0 && s->tokens[body - 1].candidate >= 0 && figure_is_bounds(figure_at(s, body - 1)); /* 3级以上|地震|六次 */
        if (sits && !class && body > 0 && unit_at_is(s, body - 1, UNIT_ORDINAL) && !says_two(f))
            return true; /* not 一楼|两户住户 */
    }
    if (i < 2 || f->before != LIST_COMMA || f->c == s->candidates) return false;
    const struct candidate *before_it = f->c - 1; /* 四次、|五次全会 */
    return before_it->token == i - 2 && before_it->refused && before_it->quantity.unit == f->unit;
}

/* 单位：亿元 over a table names the unit of its figures, and so do 产量（万吨）, 万吨 alone in its line and that before a
 * number of a row, 万吨 34.5; 参加单位：三百家 counts. */
bool figure_names_unit(const struct figure *f) {
    bool alone = (f->before == OPEN && f->behind == CLOSE) || f->s->count == 1 || f->behind == BARE;
    if (alone && f->numeral->single && f->c->qualifier == QUALIFIER_EXACT) return figure_is_round(f->numeral);
    return f->before == COLON && f->i >= 2 && figure_is_round(f->numeral) && note_at(f->s, f->i - 2, NOTE_UNIT);
}

/* 完善政务服务(5分), (2.5分): what may be scored; 公共交通（91.2分）, 上手难度（7.91分） and 难度最高（7分） have been. */
bool figure_is_score(const struct figure *f) {
    const decimal value = f->c->quantity.numeral.value;
    bool          measured =
        value.present && value.exponent < 0 && decimal_compare(value, decimal_int(value.exponent < -1 ? 1 : 10)) > 0;
    for (size_t i = f->i - 1; i > 0 && f->before == OPEN && !is_one_of(f->s->tokens[i - 1].tag, COMMA, STOP); i--)
        measured |= f->s->tokens[i - 1].tag == QUALIFIER || note_at(f->s, i - 1, NOTE_IS); /* 最高的是青禾县（92分） */
    return f->tag == COUNT && f->before == OPEN && f->behind == CLOSE && !measured && unit_measures(f->unit, "score");
}

/* ---- ordinals ---- */

/* 数字乡村2.0|场景: 场 counts nothing. */
bool figure_is_version(const struct sentence *s, const struct candidate *c) {
    const decimal value = c->quantity.numeral.value;
    size_t        end = c->quantity.digits.end;
    if (value.present && decimal_compare(value, decimal_int(10)) >= 0) return false; /* 342.0户 */
    bool ends = is_one_of(tag_at(s, c->token + 1u), COMMA, STOP, LIST_COMMA);
    if (ends && s->notes & NOTE_PER) return false; /* 每千人床位6.0张， but 发布指南2.0份， */
    return s->text.ptr[end - 1] == '0' && s->text.ptr[end - 2] == '.' && unit_is(c, UNIT_MEASURE_WORD);
}

/* 第七届, 3号楼. 两届, 两期 count; 两大主题 and 两级 name as 三大主题 does. */
bool figure_is_named_by_unit(const struct figure *f) {
    if (figure_is_version(f->s, f->c)) return true;
    return unit_is(f->c, UNIT_ORDINAL) && (f->unit->names || !says_two(f));
}

/* 一天|三顿饭, 一年|回来|一两趟: so few in each day or year; 一年|办学习班320次 counts. */
static bool is_per_one(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 in = skip_back(s, f->i, CLASSES(NOUN, VERB, VERBAL, ADVERB, ONLY));
    if (in > 1 && s->tokens[in - 1].tag == SINCE && in < f->i) in--; /* 一个月|来|指导两次 */
    if (f->tag != SMALL_COUNT && f->c->qualifier != QUALIFIER_RANGE) return false;
    if (in == 0 || !unit_at_is(s, in - 1, UNIT_TIME) || (in > 1 && s->tokens[in - 2].tag == RUNNING)) return false;
    const struct candidate *each = figure_at(s, in - 1);
    return is_one(&each->quantity.numeral) && !(s->tokens[in].tag == SINCE && each->quantity.unit->year);
}

/* 评比每季度1次, 每天|早晚|两次入户: how often, not how many, as 平均每天超过60场 tells. */
bool figure_is_frequency(const struct figure *f) {
    if (!f->unit || !f->unit->event || f->i == 0) return false; /* most */
    size_t when = f->i - (f->before == ADVERB && !note_at(f->s, f->i - 1, NOTE_OFTEN));
    bool   often = note_at(f->s, when - 1, NOTE_OFTEN) || is_per_one(f);
    return often && !(when > 1 && f->s->tokens[when - 2].tag == BOTH);
}

/* 下一篇：全县投资3亿元建水库, （共印30份）: the line speaks of the page or of other pages, as the label that opens it says. */
bool figure_is_of_page(const struct figure *f) {
    size_t first = is_one_of(tag_at(f->s, 0), OPEN, BLANK);
    slice  label = sentence_text(f->s, first, first + 1);
    return tag_at(f->s, first) == READERS && (slice_ends(label, SLICE_LIT("：")) || slice_ends(label, SLICE_LIT(":")));
}

/* 今年重点抓好三件事。|一是…: what is counted is listed right behind the sentence. */
static bool announces_list(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i + 1, from = s->at.end;
    i = skip(s, i, CLASSES(NOUN, HEAD, VERBAL));
    if (i + 1 != s->count || s->tokens[i].tag != STOP) return false;
    while (from < s->text.len && s->text.ptr[from] == ' ') from++;
    return lexicon_opening(s->lexicon, slice_from(s->text, from), EDGE_FACET);
}

/* 从三个方面着力, 做好八个方面的工作。: how many sides a thing has; 三个方面措施 counts. */
bool figure_counts_facets(const struct figure *f) {
    const struct sentence *s = f->s;
    if (!lexicon_opening(s->lexicon, slice_from(s->text, f->c->quantity.raw.end), EDGE_FACET)) return announces_list(f);
    size_t i = f->i + 1;
    while (is_one_of(tag_at(s, i), NOUN, OF) && !note_at(s, i, NOTE_THING)) i++;
    bool task = note_at(s, i, NOTE_GOAL) && is_one_of(tag_at(s, i + 1), STOP, COLON); /* 推进十个方面重点任务。 */
    return task || (!is_one_of(tag_at(s, i), VERBAL, FIGURES) && !note_at(s, i, NOTE_THING));
}

/* ---- bare numbers and 一 ---- */

/* 一条跑道、一条小径: another that counts as little. */
static bool is_one_at(const struct sentence *s, size_t i) {
    const struct numeral *n = s->tokens[i].candidate >= 0 ? &figure_at(s, i)->quantity.numeral : NULL;
    return n && n->form == NUMERAL_HAN && is_one(n);
}

/* “签约一人、履约一人”: what a quotation says of one and of another is a saying, where a speech ends with a stop of its own. */
static bool is_saying_of_ones(const struct figure *f) {
    const struct sentence *s = f->s;
    if (!in_classes(QUOTE, s->classes)) return false; /* most */
    size_t open = back_to(s, f->i, CLASSES(QUOTE, UNQUOTE)), close = next_of(s, f->i, CLASSES(QUOTE, UNQUOTE)), ones = 0;
    if (tag_before(s, open) != QUOTE || tag_at(s, close) != UNQUOTE) return false;
    for (size_t k = open; k < close; k++) ones += is_one_at(s, k);
    return ones > 1 && s->tokens[close - 1].tag != STOP;
}

/* Are the figures at tokens `i` and `other` one of the same, each with nothing but a word before it: 成熟|一家，批准|一家,
 * 发现|一处、修补|一处? In a list one of the words is a deed: 学校|一所、医院|一所 count. */
static bool ones_alike(const struct sentence *s, size_t i, size_t other) {
    if (other >= s->count || !is_one_at(s, other) || unit_at(s, i) != unit_at(s, other)) return false;
    bool deed = is_one_of(s->tokens[i - 1].tag, VERB, VERBAL) || is_one_of(tag_before(s, other), VERB, VERBAL);
    return deed || s->tokens[(i < other ? other : i) - 2].tag == COMMA;
}

/* 成熟|一家，批准|一家: one after the other as they come, a word each. */
static bool goes_by_ones(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    bool                   behind = i > 2 && is_one_of(s->tokens[i - 2].tag, COMMA, LIST_COMMA);
    if (i == 0 || !is_one_of(f->before, NOUN, VERB, VERBAL)) return false;
    bool deed = is_one_of(f->before, VERB, VERBAL); /* 坑洼|发现|一处 */
    if (i > 1 && !behind && !deed && !is_one_of(s->tokens[i - 2].tag, STOP, COLON, ADVERB)) return false;
    bool ahead = is_one_of(f->behind, COMMA, LIST_COMMA) && is_one_of(tag_at(s, i + 2), NOUN, VERB, VERBAL);
    return (ahead && ones_alike(s, i, i + 3)) || (behind && ones_alike(s, i, i - 3));
}

/* 全程不超过一个小时: what bounds it counts it. */
static bool is_bounded_time(const struct figure *f) {
    bool bounded = f->c->qualifier == QUALIFIER_UNDER || f->c->qualifier == QUALIFIER_OVER ||
                   (f->c->qualifier == QUALIFIER_NEARLY && f->unit->brief);
    return bounded && f->c->quantity.raw.start < f->c->quantity.digits.start &&
           (is_one_of(f->behind, COMMA, STOP) || (f->unit->brief && f->behind == ADVERB));
}

/* 胳膊酸|了|一天。: one character stands between a length of time and what went on so long, where 每天 tells no length. */
static bool follows_deed(const struct figure *f) {
    const struct token *t = f->i > 1 ? &f->s->tokens[f->i - 1] : NULL;
    if (!t || t->tag != ADVERB || !is_one_character(t) || !is_one_of(t[-1].tag, NOUN, HEAD, VERB, VERBAL, RUNNING, GROW, FALL))
        return false;
    for (size_t k = f->i - 1; !is_one_of(tag_before(f->s, k), COMMA, STOP); k--)
        if (is_one_of(f->s->tokens[k - 1].tag, PER_NOUN, PER) || note_at(f->s, k - 1, NOTE_OFTEN)) return false;
    return is_one_of(f->behind, COMMA, STOP, LIST_COMMA);
}

/* 豆制品加工|厂|一家: one character ends the noun. */
static bool ends_item(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    return i > 1 && is_one_of(s->tokens[i - 2].tag, NOUN, HEAD, VERBAL, VERB) && token_ending(s, i - 1, EDGE_ITEM);
}

/* 涨了|一分钱, where 没掏一分钱 says that nothing was paid. */
static bool is_small_change(const struct figure *f) {
    return is_one_of(f->before == ADVERB && f->i > 1 ? f->s->tokens[f->i - 2].tag : f->before, GROW, FALL);
}

/* 有两所学校和|一家|医院: the last of those that are counted one beside the other. */
static bool ends_counts(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 noun = f->i - (f->i > 0), k = skip_back(s, noun, CLASSES(NOUN, HEAD, VERBAL, LEVEL));
    bool listed = is_one_of(f->before, JOINS_COUNTS) && k < noun && is_one_of(tag_before(s, k), COUNT, SMALL_COUNT);
    return listed && f->unit && f->unit->class == UNIT_MEASURE_WORD && is_one_of(f->behind, NOUN, HEAD, VERBAL, LEVEL) &&
           !is_one_at(s, k - 1);
}

/* 一 counts only behind its noun (新建学校一所), after 仅, after 没有, or as a length of time. */
static bool one_counts(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (f->unit && f->unit->small) return is_small_change(f);
    if (f->unit && f->unit->event) /* 每半年考评一次: how often, not how many */
        for (size_t k = i; !is_one_of(tag_before(s, k), COMMA, STOP); k--)
            if (is_one_of(s->tokens[k - 1].tag, PER_NOUN, PER) || note_at(s, k - 1, NOTE_OFTEN)) return false;
    if (is_one_of(f->before, COUNTS_ONE) || f->tag == MULTIPLE) return true; /* 仅一家, 没有一起, 增长一倍 */
    if (f->tag == POINTS && is_one_of(f->before, GROW, FALL)) return true;   /* 每年提高一个百分点 */
    /* 一处直播点、5家食品店: among other counts it counts. */
    bool told = is_one_of(f->behind, REACH, ONLY, FROM); /* 是一个|有320户、980人的村, 一支|由52名律师、18名医生组成的队伍 */
    for (size_t k = i + 1; !told && k + 1 < s->count && !is_one_of(s->tokens[k].tag, COMMA, STOP, COLON, OPEN, CLOSE); k++)
        if (is_one_of(s->tokens[k].tag, JOINS_COUNTS) && is_one_of(s->tokens[k + 1].tag, COUNT, SMALL_COUNT) &&
            !is_one_at(s, k + 1))
            return k > i + 1;
    if (!told && ends_counts(f)) return true;
    for (size_t k = i; k-- > 0 && !is_one_of(s->tokens[k].tag, COMMA, STOP, LIST_COMMA);) { /* 落实一件销号一件 */
        const struct candidate *other = s->tokens[k].candidate >= 0 ? figure_at(s, k) : NULL;
        if (other && is_one(&other->quantity.numeral) && other->quantity.unit == f->unit) return false;
    }
    if (f->tag == DURATION) /* 推迟了|一个小时, where 最后一天， and 这一年， frame */
        return is_one_of(f->before, RUNNING, GROW, FALL, LIGHT, VERB, VERBAL) || follows_deed(f) || is_bounded_time(f);
    if (goes_by_ones(f) || is_saying_of_ones(f)) return false;
    if (!is_one_of(f->behind, ENDS_ONE) || i == 0 || f->c->quantity.article) return false; /* 回想起那一幕 */
    if (f->before == BOTH) return i > 1 && is_one_of(s->tokens[i - 2].tag, NOUN, HEAD);    /* 学校、医院各一所 */
    bool named = token_bytes(&s->tokens[i - 1]) >= 2 * HAN || ascii_letter(s->text.ptr[s->tokens[i - 1].start]); /* CT|一台 */
    return is_one_of(f->before, NOUN, HEAD, VERB, VERBAL) && (named || ends_item(f));
}

/* 0471-1234567, 023县道, 扩容至5G: a number that a zero leads is a code, and so is one glued to letters; 0.5 and 0 are none. */
bool figure_is_code(const struct figure *f) {
    slice  digits = slice_span(f->s->text, f->c->quantity.digits);
    size_t end = f->c->quantity.raw.end;
    char   next = end < f->s->at.end ? f->s->text.ptr[end] | 0x20 : 0;
    return (digits.len > 1 && digits.ptr[0] == '0' && ascii_digit(digits.ptr[1])) ||
           (f->tag == BARE && next >= 'a' && next <= 'z');
}

/* 油钱就|三四百, 花了|四百多, 月薪都在|五千以上: of money a speaker says no unit. */
static bool is_sum_said(const struct figure *f) {
    size_t i = f->i;
    if (f->numeral->single || !is_one_of(f->behind, COMMA, STOP, LIST_COMMA, CLOSE, UNQUOTE, ADVERB)) return false;
    for (; i > 0; i--) {
        if (note_at(f->s, i - 1, NOTE_PER) || token_ending(f->s, i - 1, EDGE_PAID)) return true;
        if (!is_one_of(f->s->tokens[i - 1].tag, ADVERB, BOTH, REACH, PREPOSITION, GROW_TO, FALL_TO)) return false;
    }
    return false;
}

/* 票房|破亿, 日客流首次|突破万: a place that what stands before it came to or went beyond. */
static bool goes_beyond(const struct figure *f) {
    const struct quantity *q = &f->c->quantity;
    bool                   over = f->c->qualifier == QUALIFIER_OVER && q->raw.start < q->digits.start && has_scale(f->numeral);
    return over && is_one_of(f->behind, COMMA, STOP, LIST_COMMA, CLOSE, UNQUOTE) &&
           is_one_of(tag_before(f->s, skip_back(f->s, f->i, CLASSES(ADVERB))), NOUN, HEAD);
}

/* 参观人数|6000, 求诊人次约|六千: a number of two places or more behind what is counted so, at the end of a phrase. */
static bool is_tallied(const struct figure *f) {
    bool ends = is_one_of(f->behind, COMMA, STOP, LIST_COMMA, CLOSE) && f->i + 1 < f->s->count;
    if (!ends || f->numeral->single || f->c->quantity.code) return false;                           /* most */
    size_t end = skip_back(f->s, f->i, CLASSES(REACH, DONE, ADVERB)), from = end > 2 ? end - 2 : 0; /* 点|赞量 */
    return end > 0 && decimal_compare(f->numeral->value, decimal_int(9)) > 0 &&
           lexicon_ending(f->s->lexicon, sentence_text(f->s, from, end), EDGE_TALLIED);
}

bool figure_is_bare_word(const struct figure *f) {
    if (goes_beyond(f) || is_tallied(f)) return false;
    bool bare = f->numeral->single || (f->numeral->form == NUMERAL_HAN && !has_scale(f->numeral));
    return f->tag == BARE && bare && !counts_nothing(f) && !is_sum_said(f);
}

/* 死亡率0.02, 存销比0.58: a rate that bears no unit has a point. */
static bool is_bare_rate(const struct figure *f) {
    return f->before == HEAD && f->numeral->value.exponent < 0 && is_one_of(f->behind, COMMA, STOP, LIST_COMMA, CLOSE);
}

/* 达到3300余万, 增长3.9, where 指数 or 指数（PQI） stands: a number without a unit counts behind words that lead one. */
static bool leads_number(const struct figure *f) {
    size_t head = f->i;
    if (head > 3 && f->before == CLOSE && f->s->tokens[head - 3].tag == OPEN) head -= 3;
    bool particle = head > 1 && f->before == ADVERB && is_one_character(&f->s->tokens[head - 1]); /* 降了|12 */
    char lead = particle ? f->s->tokens[head - 2].tag : f->before;
    return is_one_of(f->before, REACH, QUALIFIER, GROW_TO, FALL_TO) ||
           (is_one_of(lead, GROW, FALL, TO) && is_one_of(f->behind, COMMA, STOP, LIST_COMMA, CLOSE)) || /* not 到3单元 */
           (note_at(f->s, head - 1, NOTE_INDEX)) || is_bare_rate(f);
}

bool figure_is_bare_number(const struct figure *f) {
    bool told = f->before == COLON && f->behind == STOP && !f->c->quantity.code; /* 订单总数：|1286, not 邮编：|330000 */
    if (f->tag != BARE || figure_is_bare_word(f) || counts_nothing(f) || told || is_tallied(f)) return false;
    /* 适度有为 20: a line of a table of contents */
    return !has_scale(f->numeral) && (!(leads_number(f) || is_sum_said(f)) || f->i + 1 == f->s->count);
}

/* 3单元|401室: a count in digits right before a number in digits that names, not 1260户|4.39万贫困人口 or 5000亩|三山绿化. */
bool figure_numbers_house(const struct figure *f) {
    const struct sentence *s = f->s;
    if (!unit_is(f->c, UNIT_MEASURE_WORD) || f->behind != BARE || tag_at(s, f->i + 2) != NOUN) return false;
    const struct quantity *next = &figure_at(s, f->i + 1)->quantity;
    bool whole = !has_scale(&next->numeral) && next->numeral.value.present && next->numeral.value.exponent >= 0;
    if (ascii_letter(s->text.ptr[next->digits.end])) return false; /* 8个6G实验室 */
    return whole && ascii_digit(s->text.ptr[f->c->quantity.digits.start]) && ascii_digit(s->text.ptr[next->digits.start]);
}

/* 第3部门: no place among others, whatever a card keeps. */
bool figure_numbers_only(const struct figure *f) {
    return f->tag == ORDINAL && f->unit && f->unit->class != UNIT_RANK && f->unit->class != UNIT_PERSON;
}

/* 第二位是餐饮服务，: the place among others is told before who has it. */
static bool tells_place_first(const struct figure *f) { return unit_is(f->c, UNIT_RANK) && figure_opens_item(f->s, f->i); }

bool figure_opens_item(const struct sentence *s, size_t i) {
    bool opens = is_one_of(tag_before(s, i), COMMA, STOP, LIST_COMMA, COLON);
    if (tag_before(s, i) == COLON && s->tokens[i].tag == BARE && tag_at(s, i + 1) == LIST_COMMA)
        return i + 2 < s->count && s->tokens[i + 2].candidate < 0; /* 主要工作：|一、|流转土地860亩, not 1、2号线 */
    return opens && s->tokens[i].tag == ORDINAL && note_at(s, i + 1, NOTE_IS);
}

bool figure_is_ordinal(const struct figure *f) {
    return f->tag == ORDINAL && !figure_ranks_by_size(f->c) && !tells_place_first(f);
}

/* 由省、县按6:4|分担，: in what proportion a thing is done, not 按1:1标准配备…. */
static bool is_proportion(const struct figure *f) {
    if (f->i == 0 || tag_at(f->s, f->i - 1) != PREPOSITION) return false; /* most */
    size_t done = skip(f->s, f->i + 1, CLASSES(HEAD));                    /* 按6:4比例|分担 */
    return is_one_of(tag_at(f->s, done), VERB, VERBAL) && is_one_of(tag_at(f->s, done + 1), COMMA, STOP);
}

/* 推行1:1帮扶, 首班车|6:30; not 师生比分别为1:12、1:9和1:8. */
bool figure_is_ratio_name(const struct figure *f) {
    if (f->tag == RATIO && f->i > 0 && token_ending(f->s, f->i - 1u, EDGE_CLOCKED)) return true;
    if (f->tag == RATIO && is_proportion(f)) return false;
    size_t head = f->i;
    while (head > 1 && is_one_of(f->s->tokens[head - 1].tag, LIST_COMMA, AND) && f->s->tokens[head - 2].tag == RATIO) head -= 2;
    bool item = head == f->i && f->behind == LIST_COMMA && tag_at(f->s, f->i + 2) != RATIO;
    if (item && is_one_of(tag_before(f->s, head), NOUN, HEAD)) return false; /* 医护比|1:1.2、床护比1:0.6 */
    return f->tag == RATIO && !is_one_of(tag_at(f->s, head - 1), REACH, RESPECTIVELY) && !is_one_of(f->behind, COMMA, STOP);
}

/* 一个多小时, 一块多: what is over one was counted; 至少一名 was not. */
static bool is_over_one(const struct figure *f) {
    const struct quantity *q = &f->c->quantity;
    bool behind = f->unit && q->raw.start == q->digits.start && q->raw.end > q->digits.end + f->unit->surface.len;
    return behind && f->numeral->qualifier == QUALIFIER_OVER;
}

bool figure_is_article(const struct figure *f) { return is_one(f->numeral) && !is_over_one(f) && !one_counts(f); }

/* 两个|“维护”, 三个|“必须”: sayings, where 两个|“红娘工作室” and 五个|“红旗渠”|班组 are things. */
bool figure_counts_saying(const struct figure *f) {
    const struct sentence *s = f->s;
    if (f->behind != QUOTE) return false;                                                                   /* most */
    if (f->numeral->value.present && decimal_compare(f->numeral->value, decimal_int(10)) > 0) return false; /* 十二个“邻里站” */
    size_t close = next_of(s, f->i + 2, CLASSES(UNQUOTE, COMMA, STOP));
    if (tag_at(s, close) != UNQUOTE) return true;
    size_t last =
        is_one_of(tag_at(s, close + 1), NOUN, HEAD) && is_one_of(f->before, VERB, VERBAL, AWARD) ? close + 1 : close - 1;
    bool word = last > close || token_bytes(&s->tokens[last]) > 2 * HAN; /* not 两个“中心” */
    return !word || !(note_at(s, last, NOTE_THING) || token_ends_in(s, last, ONE_OF_EDGES(EDGE_ITEM, EDGE_BODY)));
}
