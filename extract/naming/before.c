/* The words before a figure, back to where its clause starts: 县区，|全县依法依规处置网络舆情|313起. */
#include "extract/naming/before.h"

#include "extract/base/banned.h"

enum {
    NEAR = 48,               /* tokens */
    LONGEST_OTHER = 3 * HAN, /* 学校（幼儿园） */
};

size_t bracket_open(const struct sentence *s, size_t i) {
    size_t open = i;
    while (open > 0 && i - open < NEAR && s->tokens[open].tag != OPEN) {
        if (is_one_of(s->tokens[open].tag, STOP, FIGURES)) return i;
        open--;
    }
    return s->tokens[open].tag == OPEN ? open : i;
}

bool remarks_on_figure(const struct sentence *s, size_t close) {
    size_t open = bracket_open(s, close);
    return open < close && is_figure(s, open - 1);
}

/* 新（改）建高标准农田: the bracket that closes before token `i` stands inside a name, unless it opens the sentence. Where it
 * opens; `i` when it ends the clause. */
static size_t bracket_inside(const struct sentence *s, size_t i) {
    size_t open = bracket_open(s, i - 1);
    return open == i - 1 || open == 0 ? i : open;
}

/* The last 、 from token `i` to before token `k` that parts no list in a bracket or a quotation, 县（市、区）; SIZE_MAX when
 * there is none. */
static size_t last_mark(const struct sentence *s, size_t i, size_t k) {
    while (k-- > i) {
        if (s->tokens[k].tag == LIST_COMMA) return k;
        if (s->tokens[k].tag == CLOSE) k = bracket_open(s, k);
        size_t quote = s->tokens[k].tag == UNQUOTE ? last_of(s, range_of(i, k), CLASSES(QUOTE)) : SIZE_MAX;
        if (quote != SIZE_MAX) k = quote; /* “预防为主、生命至上”主题活动 */
    }
    return SIZE_MAX;
}

/* 14家博物馆、纪念馆|接待观众76万人次: the verb behind a list of what the figure before token `i` counts, when it has an
 * object; `mark` when the words from `i` to the 、 at `mark` are none. */
static size_t verb_of_items(const struct sentence *s, size_t i, size_t mark, size_t k) {
    size_t verb = skip(s, mark + 1, CLASSES(NOUN, HEAD, AND)); /* 机关、企业和高校|组织活动 */
    bool   does =
        verb > mark + 1 && is_one_of(tag_at(s, verb), VERB, LIGHT) && content_bytes(s, range_of(verb + 1, k)) >= 2 * HAN;
    while (i < mark && is_one_of(s->tokens[i].tag, NOUN, HEAD, LIST_COMMA)) i++;
    return does && i == mark ? verb : mark;
}

/* 粮食主产|省、自治区: does the word at token `i`, which no table knows, end with a kind of place? */
static bool ends_as_place(const struct sentence *s, size_t i) {
    return !s->tokens[i].word && token_bytes(&s->tokens[i]) > 2 * HAN && token_ending(s, i, EDGE_AREA);
}

size_t place_kinds_end(const struct sentence *s, size_t i) {
    size_t end = i;
    while (tag_at(s, end) == NOUN && (token_is(s, end, EDGE_AREA) || (end == i && ends_as_place(s, i)))) {
        if (!is_one_of(tag_at(s, end + 1), LIST_COMMA, AND)) return end > i ? end + 1 : i;
        end += 2;
    }
    return end > i + 2 ? end - 1 : i; /* 省、自治区、直辖市|和现役军人 */
}

bool directly_listed(const struct sentence *s, size_t a, size_t b) {
    for (size_t i = a + 1; i < b; i++)
        if (!is_one_of(s->tokens[i].tag, LIST_COMMA, AND, COMMA, ADVERB, BOTH)) return false;
    return b > a + 1;
}

bool counts_alike(const struct sentence *s, size_t figure, size_t other) {
    return is_figure(s, figure) && is_figure(s, other) && same_unit(figure_at(s, figure), figure_at(s, other));
}

/* 31个|省、自治区、直辖市的|粮食产量, 31个|省、自治区、直辖市和现役军人的|人口: behind the list of places that the figure
 * before token `i` counts, where something else is told of them; `i` when none stands there. */
static size_t behind_places(const struct sentence *s, size_t i, size_t k) {
    size_t end = place_kinds_end(s, i);
    if (end == i || end > k || counts_alike(s, i - 1, k)) return i; /* 12个乡镇、街道8个 */
    size_t of = tag_at(s, end) == AND ? skip(s, end + 1, CLASSES(NOUN, HEAD)) : end;
    return of < k && tag_at(s, of) == OF ? of + 1 : end;
}

size_t verb_of_objects(const struct sentence *s, size_t i, size_t mark, size_t k) {
    size_t own = i + (tag_at(s, i) == VERBAL); /* 加工|企业 */
    size_t verb = skip(s, own, CLASSES(NOUN, HEAD));
    for (size_t each = i + 1; each < verb; each++) /* 12家企业|年产果汁、果酱 */
        if (s->tokens[each].tag == HEAD && token_opening(s, each, EDGE_DAILY)) verb = each;
    size_t object = skip(s, verb + 1, CLASSES(NOUN, HEAD, LIST_COMMA));
    object += object + 1 == k && tag_at(s, object) == ETC;
    bool those = verb > own && counts(figure_at(s, i - 1)) && mark > verb + 1 && object == k;
    return those && mark + 1 < k ? verb : i;
}

/* 4个村获评文明村、11个单位: what stands before the last 、 belongs to the figure before. */
static size_t behind_last_mark(const struct sentence *s, size_t i, size_t k) {
    size_t places = behind_places(s, i, k);
    if (places > i) return places;
    size_t mark = is_one_of(tag_at(s, i), LIST_COMMA, AND) ? i : last_mark(s, i, k);
    if (mark == SIZE_MAX) mark = last_of(s, range_of(i, k), CLASSES(AND));
    if (mark == SIZE_MAX) return i;
    size_t mean = mark > i ? skip(s, i, CLASSES(NOUN, HEAD, LIST_COMMA, AND)) : i; /* 340家酒店和民宿|平均入住率 */
    if (mean > mark + 1 && mean + 1 < k && s->tokens[mean].tag == BOTH) return mean;
    size_t does = s->tokens[mark].tag == LIST_COMMA ? verb_of_objects(s, i, mark, k) : i;
    if (does > i) return does;
    size_t deed = mark > i ? verb_of_items(s, i, mark, k) : mark;
    return deed > mark ? deed : mark + 1;
}

/* Behind the nearest mark or figure before token `k`. */
static size_t behind_boundary(const struct sentence *s, size_t k) {
    while (k > 0 && !has_trait(&s->tokens[k - 1], TRAIT_BOUNDARY)) k--;
    return k;
}

/* 示范村（社区）54个, 文明实践中心（所、站）: a short bracket from token `open` to figure `k` that says what else is counted
 * ends the name, where 实际利用外资（FDI）, 工业用电（含自备电厂） and 桥梁（一级） only remark. */
static bool counts_too(const struct sentence *s, size_t open, size_t k) {
    const struct token *first = &s->tokens[open + 1], *close = &s->tokens[k - 1];
    if (tag_before(s, open) != NOUN || close->start - first->start > LONGEST_OTHER) return false;
    for (const struct token *t = first; t < close; t++) {
        bool mark = t->tag == LIST_COMMA && t > first;
        if (!mark && (t->tag != NOUN || (unsigned char)s->text.ptr[t->start] < 0x80)) return false;
    }
    return first < close;
}

/* 物业管理（|2706件|，占8.5%）: does figure `k` open a bracket that tells nothing but figures of the noun before it? */
static bool opens_bracket(const struct sentence *s, size_t k) {
    if (k < 2 || s->tokens[k - 1].tag != OPEN || !is_one_of(s->tokens[k - 2].tag, NOUN, HEAD, VERBAL)) return false;
    size_t close = skip(s, k + 1, CLASSES(FIGURES, COMMA, SHARE, GROW, FALL, ON_YEAR, ON_PERIOD, REACH, PLACE));
    return tag_at(s, close) == CLOSE;
}

/* What stands between a clause and the figure `k` is stepped over: a blank, GDP 486亿元, a bracket, 用电（含自备电厂）22万度,
 * or that which the figure stands in, 广东（4802.6亿元）. */
static size_t clause_end(const struct sentence *s, size_t k) {
    k = skip_back(s, k, CLASSES(BLANK));
    bool bracketed = k > 1 && s->tokens[k - 1].tag == OPEN && tag_at(s, k + 1) == CLOSE;
    if (bracketed || opens_bracket(s, k)) k--;
    size_t open = tag_before(s, k) == CLOSE ? bracket_open(s, k - 1) : k;
    return open + 1 < k && !counts_too(s, open, k) ? open : k;
}

size_t clause_start(const struct sentence *s, size_t k) {
    size_t i = behind_boundary(s, k);
    for (size_t open; tag_before(s, i) == CLOSE && (open = bracket_inside(s, i)) < i;) i = behind_boundary(s, open);
    return is_figure(s, i - 1) ? behind_last_mark(s, i, k) : i;
}

struct words words_before(const struct sentence *s, size_t k) {
    const struct token *figure = s->tokens + k, *t = figure;
    uint32_t            traits = 0, its = 0;
    uint64_t            notes = 0;
    for (; t > s->tokens && !((its = traits_of(t - 1)) & TRAIT_BOUNDARY); t--) {
        traits |= its;
        notes |= t[-1].notes;
    }
    /* Most clauses: nothing to step over at the figure, nothing at the start that may be none or leaves it a word. */
    if (!(its & (t < figure ? TRAIT_FIGURE | TRAIT_CLOSES : TRAIT_BOUNDARY)))
        return (struct words){(uint32_t)(t - s->tokens), (uint32_t)k, traits, notes};
    k = clause_end(s, k);
    return words_of(s, range_of(clause_start(s, k), k));
}

/* The token at which a cause starts that token `end` closes, 受|房地产市场低迷|影响; `end`: none does. */
static size_t cause_opens(const struct sentence *s, struct words before, size_t end) {
    if (!token_ending(s, end, EDGE_CAUSE)) return end;
    for (size_t i = before.from; i < end; i++)
        if (token_opening(s, i, EDGE_CAUSE)) return i;
    return end;
}

struct words without_cause(const struct sentence *s, struct words before) {
    for (size_t end = before.to; end-- > before.from;) {
        size_t opens = cause_opens(s, before, end);
        if (opens < end) return words_of(s, opens > before.from ? range_of(before.from, opens) : range_of(end + 1, before.to));
    }
    return before;
}

struct words behind_cause(const struct sentence *s, const struct candidate *c, struct words before) {
    const struct candidate *told = c > s->candidates && !c[-1].refused ? c - 1 : NULL;
    if (!told || before.from == 0 || before.from >= before.to || !token_opening(s, before.from, EDGE_WHY))
        return before; /* most */
    size_t than = before.to;
    while (than > before.from && !is_one_of(s->tokens[than].tag, THAN, ON_YEAR)) than--;
    if (than <= before.from || s->tokens[before.from - 1].tag != COMMA) return before;
    struct range cause = range_of(before.from, than), rest = range_of(than + 1u, before.to);
    bool         moved = has_class(s, cause, CLASSES(GROW, FALL, VERB)), alike = c->kind == KIND_CHANGE && same_unit(told, c);
    bool         alone = skip(s, rest.from, CLASSES(DATE, ADVERB, GROW, FALL)) == rest.to;
    return alone && (moved || alike) ? words_of(s, rest) : before;
}

size_t finding_before(const struct sentence *s, size_t k) {
    return tag_before(s, k) == VERB && token_ending(s, k - 1, EDGE_FINDS) ? k : SIZE_MAX;
}

/* 先后|钻探|了5眼地热井: does 了 make a verb of the two characters at token `i`, which no table knows, or as
 * what is done by those before it? Not so 我种|了5个棚. */
static bool deed_unknown(const struct sentence *s, size_t i) {
    if (token_bytes(&s->tokens[i]) != 2 * HAN || !makes_verb(s, i + 1)) return false; /* most */
    if (!is_unknown(s, i) && !(s->tokens[i].tag == NOUN && token_is(s, i, EDGE_DEED))) return false;
    return token_ending(s, i + 1, EDGE_PERFECT) && !token_ending(s, i, EDGE_DENIES) && !token_opening(s, i, EDGE_HANGS);
}

/* 发现|6所学校|挤占膳食资金, 发现|三成的企业存在隐患: what was found of those counted is told behind them. */
static bool is_found_of(const struct sentence *s, size_t k) {
    if (finding_before(s, k) == SIZE_MAX) return false; /* most */
    size_t does = skip(s, k + 1, CLASSES(NOUN, HEAD, LEVEL, PLACE));
    bool   counted = does > k + 1 && in_classes(s->tokens[k].tag, CLASSES(COUNT, SMALL_COUNT));
    return s->tokens[k].tag == PERCENT ||
           (counted && is_one_of(tag_at(s, does), VERB, VERBAL, LIGHT, AWARD, ADVERB, NONE, PREPOSITION, REACH));
}

/* 资助|每届|最多|1000名, 奖励|每所|最多|20名: before the word for what each gets that stands before a bound, from token `i` on.
 */
static size_t before_each(const struct sentence *s, size_t i) {
    if (tag_at(s, i) != QUALIFIER) return i; /* most */
    size_t each = i - (tag_before(s, i) == NOUN && i > 1 && s->tokens[i - 2].tag == PER);
    each = skip_back(s, each, CLASSES(PER, PER_NOUN));
    return is_one_of(tag_before(s, each), VERB, VERBAL) ? each : i;
}

size_t verb_before(const struct sentence *s, size_t k) {
    size_t i = k;
    if (is_found_of(s, k)) return SIZE_MAX;
    i = skip_back(s, i, CLASSES(ADVERB, DATE, PLACE, BOTH, DONE, OF, QUOTE, QUALIFIER, REACH));
    i = before_each(s, i);
    if (i > 0 && i < k && deed_unknown(s, i - 1)) return i - 1;
    bool better = i > 1 && s->tokens[i - 1].tag == IMPROVE && s->tokens[i - 2].tag == AND;
    if (better) return i - 1;                                                            /* 新签和|升级|8个协议 */
    bool light = i > 1 && s->tokens[i - 1].tag == LIGHT && s->tokens[i - 2].tag == VERB; /* 清理|规范|192项 */
    return light || is_one_of(tag_before(s, i), VERB, AWARD, VERBAL) ? i - 1 : SIZE_MAX;
}

size_t verb_far_before(const struct sentence *s, size_t k) {
    size_t i = skip_back(s, k, CLASSES(NOUN, HEAD, LEVEL, PLACE, AND, ADVERB));
    return tag_before(s, i) == VERB && k >= i + 3 ? i - 1 : SIZE_MAX;
}

/* 12个乡镇、|36个部门, 企业3400名职工、市看守所|526名在押人员, 12家企业的|3400名职工: the figure whose noun stands before the
 * one at token `k`, in a list or with 的; 0 when none does. */
static size_t figure_listed_before(const struct sentence *s, size_t k) {
    size_t mark = skip_back(s, k, CLASSES(NOUN, HEAD));
    if (mark < 3 || !is_one_of(s->tokens[mark - 1].tag, LIST_COMMA, AND)) mark = k;
    if (mark < 3 || !is_one_of(s->tokens[mark - 1].tag, LIST_COMMA, AND, OF)) return 0;
    size_t noun = skip_back(s, mark - 1, CLASSES(NOUN, HEAD));
    return noun < mark - 1 && is_figure(s, noun - 1) ? noun - 1 : 0;
}

/* 与|9家单位|建立机制, 联合|公安、城管等5个部门|开展整治: with whom something is done, where the clause opens with it. */
static bool is_joined(const struct sentence *s, size_t k) {
    size_t with = tag_before(s, k) == ETC ? skip_back(s, k - 1, CLASSES(NOUN, HEAD, VERBAL, LIST_COMMA)) : k;
    if (with == 0 || !is_one_of(s->tokens[--with].tag, AND, ADVERB) || !token_opening(s, with, EDGE_ALONG)) return false;
    return is_one_of(tag_before(s, with), COMMA, STOP, PLACE, ADVERB, DONE);
}

bool is_served(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    if (bare_or_counts(c) && is_joined(s, k)) return true;
    for (size_t figure; (figure = figure_listed_before(s, k)) > 0;) k = figure;
    k = skip_back(s, k, CLASSES(PLACE)); /* 对|全县|12个乡镇开展巡察 */
    bool where = k > 1 && (s->tokens[k - 2].tag == PREPOSITION || note_at(s, k - 2, NOTE_FOR));
    bool whose = where && bare_or_person(c) && is_one_of(s->tokens[k - 1].tag, NOUN, HEAD); /* 为|辖区|3位老人 */
    k -= where && (whose || is_place(s, k - 1)); /* 对|云台县|12个乡镇开展巡察 */
    const struct token *before = k > 0 ? &s->tokens[k - 1] : NULL;
    return before && bare_or_counts(c) && !has_note(before, NOTE_CAUSES) &&
           (before->tag == PREPOSITION || has_note(before, NOTE_FOR));
}
