/* Which words of a range a name keeps, and how much they say. */
#include "extract/naming/phrase.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

enum { LONGEST_METRIC = 60 * HAN };

/* What each class does in a name, by its letter (rules/classes.tsv). */
#define PART TRAIT_CONTENT
#define LEFT_OUT (TRAIT_DROPPED | TRAIT_HEAD | TRAIT_TAIL)
#define MARK (TRAIT_BOUNDARY | TRAIT_END)
#define FIGURE (MARK | TRAIT_FIGURE)
const uint32_t class_traits[128] = {
    /* nouns, levels, set phrases, 没有; verbs that stay, that also are nouns, of being chosen, that a name drops, of moving */
    [NOUN] = PART,
    [HEAD] = PART,
    [LEVEL] = PART,
    [SET_PHRASE] = PART,
    [NONE] = PART,
    [VERBAL] = PART,
    [AWARD] = PART,
    [VERB] = PART | TRAIT_VERB,
    [LIGHT] = PART | TRAIT_LIGHT,
    [GROW] = PART | TRAIT_MOVES,
    [FALL] = PART | TRAIT_MOVES,
    [IMPROVE] = PART | TRAIT_MOVES,
    /* figures; a ratio carries no meaning, a rank opens nothing */
    [BARE] = FIGURE | PART,
    [COUNT] = FIGURE | PART,
    [SMALL_COUNT] = FIGURE | PART,
    [PERCENT] = FIGURE | PART,
    [POINTS] = FIGURE | PART,
    [MULTIPLE] = FIGURE | PART,
    [DURATION] = FIGURE | PART,
    [AGE] = FIGURE | PART,
    [ORDINAL] = FIGURE | PART | TRAIT_HEAD,
    [RATIO] = FIGURE,
    /* 每人, 计划, 和, 占, 增长到, 每, 前: inside a name, but not at its ends */
    [PER_NOUN] = PART | TRAIT_HEAD | TRAIT_TAIL,
    [PLAN] = PART | TRAIT_HEAD | TRAIT_TAIL | TRAIT_PLAN,
    [AND] = TRAIT_HEAD | TRAIT_TAIL | TRAIT_NOUN_HEAD | TRAIT_NOUN_TAIL,
    [SHARE] = TRAIT_HEAD | TRAIT_TAIL,
    [GROW_TO] = TRAIT_HEAD | TRAIT_BECOMES,
    [FALL_TO] = TRAIT_HEAD | TRAIT_BECOMES,
    [PER] = TRAIT_TAIL,
    [FIRST] = TRAIT_TAIL,
    /* 的, 全县, 依法, 已, 达: no part of a name */
    [OF] = LEFT_OUT | TRAIT_OF | TRAIT_NOUN_HEAD | TRAIT_NOUN_TAIL | TRAIT_DEED_HEAD,
    [PLACE] = LEFT_OUT | TRAIT_NOUN_HEAD | TRAIT_NOUN_TAIL | TRAIT_DEED_HEAD,
    [ADVERB] = LEFT_OUT | TRAIT_NOUN_HEAD | TRAIT_NOUN_TAIL | TRAIT_DEED_HEAD,
    [DONE] = LEFT_OUT | TRAIT_NOUN_TAIL | TRAIT_DEED_HEAD,
    [REACH] = LEFT_OUT | TRAIT_NOUN_TAIL,
    [BOTH] = LEFT_OUT,
    [RESPECTIVELY] = LEFT_OUT | TRAIT_EACH,
    [ETC] = LEFT_OUT | TRAIT_EXAMPLES,
    [LIST_MARK] = LEFT_OUT,
    [QUALIFIER] = LEFT_OUT,
    [DATE] = LEFT_OUT,
    [FROM] = LEFT_OUT | TRAIT_PREPOSITION,
    [AMONG] = LEFT_OUT,
    [ONLY] = LEFT_OUT,
    [AIM] = LEFT_OUT,
    [TO] = LEFT_OUT,
    [ON_YEAR] = LEFT_OUT | TRAIT_TIME,
    [ON_PERIOD] = LEFT_OUT | TRAIT_TIME,
    [ON_START] = LEFT_OUT | TRAIT_TIME,
    /* 来, 内: behind what only frames; 连续, 排名, 比, 在: before a figure, or before what a name opens with */
    [SINCE] = TRAIT_DROPPED | TRAIT_HEAD,
    [WITHIN] = TRAIT_DROPPED | TRAIT_HEAD,
    [RUNNING] = TRAIT_DROPPED | TRAIT_TAIL,
    [RANK] = TRAIT_DROPPED | TRAIT_TAIL,
    [THAN] = TRAIT_DROPPED | TRAIT_TAIL | TRAIT_COMPARES,
    [PREPOSITION] = TRAIT_DROPPED | TRAIT_TAIL | TRAIT_PREPOSITION | TRAIT_NOUN_TAIL | TRAIT_DEED_HEAD,
    /* punctuation */
    [STOP] = MARK,
    [COLON] = MARK,
    [OPEN] = MARK | TRAIT_OPENS,
    [CLOSE] = MARK | TRAIT_CLOSES,
    [COMMA] = MARK | TRAIT_DROPPED | TRAIT_HEAD,
    [BLANK] = MARK | LEFT_OUT,
    [LIST_COMMA] = TRAIT_END | TRAIT_HEAD | TRAIT_TAIL | TRAIT_LIST,
    [QUOTE] = TRAIT_DROPPED | TRAIT_TAIL | TRAIT_NOUN_HEAD | TRAIT_NOUN_TAIL,
    [UNQUOTE] = TRAIT_DROPPED | TRAIT_HEAD,
};

struct words words_of(const struct sentence *s, struct range r) {
    struct words w = {r.from, r.to, 0, 0};
    for (const struct token *t = s->tokens + r.from; t < s->tokens + r.to; t++) {
        w.traits |= traits_of(t);
        w.notes |= t->notes;
    }
    return w;
}

bool has_class(const struct sentence *s, struct range r, u128 classes) {
    for (size_t i = r.from; i < r.to; i++)
        if (in_classes(s->tokens[i].tag, classes)) return true;
    return false;
}

bool opens_among(const struct sentence *s, size_t i) {
    slice word = token_text(s, i);
    return word.len > HAN && lexicon_ending(s->lexicon, slice_sub(word, 0, HAN), EDGE_AMONG);
}

size_t last_of(const struct sentence *s, struct range r, u128 classes) {
    for (size_t i = r.to; i > r.from; i--)
        if (in_classes(s->tokens[i - 1].tag, classes)) return i - 1;
    return SIZE_MAX;
}

/* 12门课每|门收费|200元: more than the unit of a figure before stands in token `i`. */
static bool says_more_than_unit(const struct sentence *s, size_t i) {
    slice text = token_text(s, i);
    for (const struct candidate *c = s->candidates; c < s->candidates + s->candidate_count && c->token < i; c++) {
        const struct unit *unit = c->quantity.unit;
        if (unit && text.len >= unit->surface.len + 2 * HAN && slice_starts(text, unit->surface)) return true;
    }
    return false;
}

/* 每|份餐成本|13.5元: token `i` holds what is measured, too. */
static bool holds_measured(const struct sentence *s, size_t i) {
    return !s->tokens[i].word && token_bytes(&s->tokens[i]) >= 4 * HAN;
}

/* 收购价每50公斤提高5元, 浓度每立方米45微克: what a figure is taken per. */
static bool is_per(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag != PER || (holds_measured(s, i + 1) && s->tokens[i + 1].candidate < 0)) return false;
    return s->tokens[i + 1].candidate >= 0 ||
           (is_one_of(tag_at(s, i + 2), GROW, FALL, IMPROVE, GROW_TO, FALL_TO, REACH, COUNT) && !says_more_than_unit(s, i + 1));
}

/* 城乡收入比缩小至1.95, 收入比2.5:1: the head 比; 收入比十年前 compares. */
static bool is_ratio(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == THAN && is_one_of(tag_at(s, i + 1), FROM, GROW_TO, FALL_TO, REACH, RATIO, BARE, PERCENT) &&
           is_one_character(&s->tokens[i]);
}

/* 完成年度计划的102%: a plan that is meant, not 产量计划达到. */
static bool is_goal(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == PLAN && is_one_of(s->tokens[i - 1].tag, NOUN, HEAD, VERBAL) &&
           (tag_at(s, i + 1) == OF || ends_phrase(s, i + 1));
}

/* 案件平均|用时: the time that a thing takes, not 开发土地，|需时; and how it is counted, 平均, not 均. */
static bool is_time_taken(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag == BOTH && token_bytes(t) == 2 * HAN) return tag_at(s, i + 1) == RUNNING && is_time_taken(s, i + 1);
    return t->tag == RUNNING && is_one_of(tag_before(s, i), NOUN, HEAD, VERB, VERBAL, BOTH) && has_note(t, NOTE_OBJECT);
}

/* 占|全省|比重, 与|全省|平均之比, 高于|全省|平均水平的村, 占网民|整体|的72%: what it is a part of, or held against. */
static bool is_whole(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag == ADVERB && tag_at(s, i + 1) == OF && tag_at(s, i + 2) == PERCENT)
        return tag_before(s, skip_back(s, i, CLASSES(NOUN, HEAD, VERBAL))) == SHARE;
    if (s->tokens[i].tag != PLACE || i == 0) return false;
    return is_one_of(s->tokens[i - 1].tag, SHARE, AND, QUALIFIER) || note_at(s, i - 1, NOTE_THAN);
}

/* 收入|超过|平均水平的村: a bound that is no figure, and not of one: 装机|超过|全球一半, 超|每千人6.6批次. */
static bool is_bound(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag != QUALIFIER || !is_one_of(tag_before(s, i), NOUN, HEAD)) return false;
    return is_one_of(tag_at(s, i + 1), NOUN, HEAD, PLACE) && !note_at(s, i + 1, NOTE_PER) && !is_figure(s, i + 2);
}

/* 产量占|全国|的三成: and the share stands right behind it. */
static bool ends_whole(const struct sentence *s, size_t i) {
    size_t share = i + 1 + (tag_at(s, i + 1) == OF);
    return is_whole(s, i) && tag_at(s, share) == PERCENT;
}

/* 未|完成|目标, 未|按时|达到|标准: what was not done; 12个县|实现|目标: or came up to a goal, which alone says nothing. */
static bool tells_outcome(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag != REACH || i == 0 || token_bytes(t) < 2 * HAN) return false;
    bool   goal = t[-1].tag == NOUN && i > 1 && t[-2].candidate >= 0 && i + 1 < s->count && has_note(&t[1], NOTE_GOAL);
    size_t none = skip_back(s, i, CLASSES(ADVERB));
    return (tag_before(s, none) == NONE) || goal;
}

/* No name starts with this word; 年底|前竣工, 1985年底|以前建成, but 前五名客户. */
static bool is_left_out(const struct sentence *s, size_t i, uint32_t head) {
    const struct token *t = &s->tokens[i];
    if (t->tag == FIRST) return head & TRAIT_HEAD && !(i + 1 < s->count && t[1].candidate >= 0);
    return has_trait(t, head) && !is_adjective(s, i);
}

/* The token behind the first of `r`, which no name tells; behind the bracket, too, that says more of a place or a day:
 * 各县|（市、区）|支出, 1月21日|（除夕）|发送旅客. */
static size_t behind_left_out(const struct sentence *s, struct range r, uint32_t head) {
    size_t close = r.from + 1u;
    if (!is_one_of(s->tokens[r.from].tag, PLACE, DATE) || !(head & TRAIT_HEAD) || tag_at(s, close) != OPEN) return close;
    while (close < r.to && s->tokens[close].tag != CLOSE) close++;
    return close + 1u < r.to ? close + 1 : r.from + 1u;
}

struct range strip_ends(const struct sentence *s, struct range r, uint32_t head, uint32_t tail) {
    for (; r.to > r.from; r.to--) {
        size_t last = r.to - 1u;
        bool   more = last > r.from;
        if (!has_trait(&s->tokens[last], tail) && !(more && is_per(s, last - 1))) break;
        bool kept = has_trait(&s->tokens[last], TRAIT_PLAN | TRAIT_COMPARES) && (is_goal(s, last) || is_ratio(s, last));
        kept |= is_time_taken(s, last) || (tag_at(s, r.to) == OF && tells_outcome(s, last)); /* 未按时完成的|有5项 */
        if (more && (kept || ends_whole(s, last))) break;
    }
    while (r.from < r.to && is_left_out(s, r.from, head)) r.from = (uint32_t)behind_left_out(s, r, head);
    return r;
}

slice noted(const struct token *t, uint64_t note, slice key) {
    slice all = has_note(t, note) ? t->word->row->note : SLICE_NONE, word;
    for (size_t at = 0; tsv_word(all, &at, &word);)
        if (slice_equal(word, key)) return slice_trim(slice_from(all, at));
    return SLICE_NONE;
}

/* ---- what a name leaves out ---- */

/* 毕业生在|青|就业: the abbreviation of a place, which goes with its 在. */
static bool is_short_place(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag != NOUN || !is_one_character(t) || i == 0 || !has_note(t - 1, NOTE_AT)) return false;
    return is_one_of(tag_at(s, i + 1), VERB, VERBAL);
}

/* 经验|被|发展改革委|推广, 工作|在|会议|交流, 省|对|市县|转移支付, 财政|对|参加|合作|医疗农民的补助: where, by whom or to whom
 * it was done is told with the preposition at token `i`. */
APART static bool tells_place(const struct sentence *s, size_t i) {
    if (i == 0 || !note_at(s, i, NOTE_AT | NOTE_ADJ | NOTE_TOWARD)) return false;
    size_t where = i + 1 + (tag_at(s, i + 1) == PLACE); /* 在|全省|推进会 */
    while (note_at(s, i, NOTE_TOWARD) && is_one_of(tag_at(s, where), VERB, VERBAL)) where++;
    return is_one_of(s->tokens[i - 1].tag, NOUN, HEAD, VERBAL, LEVEL) && is_one_of(tag_at(s, where), NOUN, HEAD, LEVEL) &&
           !is_short_place(s, where);
}

static bool is_kept(const struct sentence *s, size_t i) {
    bool dates = s->tokens[i].tag == FIRST && /* 欠款年底|前|清偿, 前|8月|产量 */
                 (period_at(s, i - 1) || period_at(s, i + 1));
    if (!has_trait(&s->tokens[i], TRAIT_DROPPED)) return !dates && !is_short_place(s, i); /* most */
    if (s->tokens[i].tag == PREPOSITION && tells_place(s, i)) return true;
    return is_time_taken(s, i) || is_adjective(s, i) || is_ratio(s, i) || is_whole(s, i) || is_bound(s, i) ||
           tells_outcome(s, i);
}

/* 常住人口[2]: the mark of a note. */
static bool is_note_mark(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    return t->candidate >= 0 && s->candidates[t->candidate].refused && !s->candidates[t->candidate].quantity.unit;
}

/* The bracket that opens at token `i` goes when it is long or holds nothing that is kept, 汛期（5—9月）, or is all there is,
 * 比上年|（下同）|增长5%: behind it; `i` when it stays, 新（改）建, or does not close. */
static size_t behind_bracket(const struct sentence *s, struct range r, size_t i) {
    size_t close = i + 1;
    bool   kept = false, holds = tag_at(s, close) == AMONG; /* 户籍人口（含农垦） */
    for (; close < r.to && s->tokens[close].tag != CLOSE; close++) kept |= is_kept(s, close) && !is_note_mark(s, close);
    bool all = i == r.from && close + 1u == r.to;
    bool goes = close < r.to && (!kept || holds || all || s->tokens[close].start - s->tokens[i].end > 3 * HAN);
    return goes ? close + 1 : i;
}

/* Behind the hole or bracket that starts at token `i` and goes; `i` when none does. */
static size_t behind_gap(const struct sentence *s, struct range r, size_t i) {
    if (i == r.hole && has_hole(r)) return r.hole_end < r.to ? r.hole_end : r.to;
    return s->tokens[i].tag == OPEN ? behind_bracket(s, r, i) : i;
}

APART static size_t content_between(const struct sentence *s, struct range r) {
    size_t n = 0;
    for (size_t i = r.from; i < r.to; i++) {
        size_t behind = behind_gap(s, r, i);
        if (behind > i)
            i = behind - 1;
        else if (has_trait(&s->tokens[i], TRAIT_CONTENT))
            n += token_bytes(&s->tokens[i]);
    }
    return n;
}

size_t content_in(const struct sentence *s, struct range r) {
    uint32_t n = 0, traits = 0;
    for (const struct token *t = s->tokens + r.from, *end = s->tokens + r.to; t < end; t++) {
        traits |= traits_of(t);
        n += (traits_of(t) & TRAIT_CONTENT) * token_bytes(t); /* it is 1, and no branch tells what cannot be foreseen */
    }
    return has_hole(r) || traits & TRAIT_OPENS ? content_between(s, r) : n;
}

/* ---- names ---- */

struct builder {
    char  *out;
    size_t length;
};

/* What would be too long is left out. */
static void add_slice(struct builder *b, slice text) {
    if (b->length + text.len > LONGEST_METRIC || text.len == 0) return;
    memcpy(b->out + b->length, text.ptr, text.len);
    b->length += text.len;
}

/* Where the quotation that opens at token `i` closes; `i` when it does not within the range. */
static size_t quotation_close(const struct sentence *s, struct range r, size_t i) {
    for (size_t close = i; s->tokens[i].tag == QUOTE && close < r.to; close++)
        if (s->tokens[close].tag == UNQUOTE) return close;
    return i;
}

/* “|渔业持续发展基金|”: where the quotation closes of which the name has lost its marks; its start when it has lost none. */
static size_t quoted_from_before(const struct sentence *s, struct range r) {
    size_t close = r.from;
    if (tag_before(s, r.from) != QUOTE) return r.from;
    while (close < r.to && s->tokens[close].tag != UNQUOTE) close++;
    return tag_at(s, close) == UNQUOTE ? close : r.from;
}

/* 青禾至云台的车程, 靠泊到离泊: from one to the other, inside the name. */
static bool reaches_over(const struct sentence *s, struct range r, size_t i) {
    bool inside = s->tokens[i].tag == TO && i > r.from && i + 1 < r.to;
    return inside && is_one_of(s->tokens[i - 1].tag, NOUN, HEAD, VERB, VERBAL) &&
           is_one_of(s->tokens[i + 1].tag, NOUN, HEAD, VERB, VERBAL);
}

/* 户|内|设施, 城市|间|通达: where it is, inside the name. */
static bool lies_within(const struct sentence *s, struct range r, size_t i) {
    const struct token *t = &s->tokens[i];
    bool                inside = t->tag == WITHIN && i > r.from && i + 1 < r.to && is_one_character(t);
    return inside && is_one_of(t[-1].tag, NOUN, HEAD) && is_one_of(t[1].tag, NOUN, HEAD, VERB, VERBAL);
}

/* 达到|小康标准的户: a name is narrowed to a word of reaching only where those are meant who come up to something. */
static bool comes_up(const struct sentence *s, struct range r, size_t i) {
    const struct token *t = &s->tokens[i];
    return t->tag == REACH && i == r.from && token_bytes(t) == 2 * HAN && has_class(s, r, CLASSES(OF));
}

APART static slice name_in_pieces(const struct sentence *s, struct range r, struct arena *arena) {
    struct builder b = {arena_text(arena, LONGEST_METRIC), 0};
    size_t quoted = quoted_from_before(s, r); /* “我为群众办实事”活动: nothing of what is quoted goes but the marks */
    for (size_t i = r.from; i < r.to; i++) {
        size_t behind = behind_gap(s, r, i), close = quotation_close(s, r, i);
        if (close > i) quoted = close;
        if (behind > i)
            i = behind - 1;
        else if (is_kept(s, i) || reaches_over(s, r, i) || lies_within(s, r, i) || comes_up(s, r, i) ||
                 (i < quoted && !is_one_of(s->tokens[i].tag, QUOTE, UNQUOTE)))
            add_slice(&b, slice_sub(s->text, s->tokens[i].start, s->tokens[i].end));
    }
    return (slice){b.out, b.length};
}

/* Nothing of most names is left out. */
slice name_of(const struct sentence *s, struct range r, struct arena *arena) {
    slice    text = sentence_text(s, r.from, r.to);
    uint32_t traits = 0;
    for (const struct token *t = s->tokens + r.from, *end = s->tokens + r.to; t < end; t++) traits |= traits_of(t);
    bool whole = !has_hole(r) && !(traits & (TRAIT_DROPPED | TRAIT_OPENS)) && text.len <= LONGEST_METRIC && !s->parted;
    return whole ? text : name_in_pieces(s, r, arena);
}

/* The longest such word, for 播种面积 ends as 面积 does. */
static size_t word_where(const struct sentence *s, bool (*stands)(slice, slice), slice name, u128 classes, uint64_t notes) {
    size_t longest = s->count, bytes = 0;
    if (!(s->classes & classes) && !(s->notes & notes)) return longest;
    for (size_t i = 0; i < s->count; i++) {
        const struct token *t = &s->tokens[i];
        if (token_bytes(t) <= bytes || token_bytes(t) > name.len) continue;
        if (!(in_classes(t->tag, classes) || has_note(t, notes)) || !stands(name, token_text(s, i))) continue;
        longest = i;
        bytes = token_bytes(t);
    }
    return longest;
}

size_t word_at_end(const struct sentence *s, slice name, u128 classes, uint64_t notes) {
    return word_where(s, slice_ends, name, classes, notes);
}

size_t word_at_start(const struct sentence *s, slice name, u128 classes, uint64_t notes) {
    return word_where(s, slice_starts, name, classes, notes);
}

bool is_word(const struct sentence *s, slice name, u128 classes, uint64_t notes) {
    size_t word = word_at_start(s, name, classes, notes);
    return word < s->count && token_bytes(&s->tokens[word]) == name.len;
}

slice without_last(const struct sentence *s, slice name, u128 classes, uint64_t notes, size_t least) {
    size_t last = word_at_end(s, name, classes, notes), bytes = last < s->count ? token_bytes(&s->tokens[last]) : 0;
    return name.len >= bytes + least ? slice_less(name, bytes) : name;
}

slice without_first(const struct sentence *s, slice name, u128 classes, uint64_t notes, size_t least) {
    size_t first = word_at_start(s, name, classes, notes), bytes = first < s->count ? token_bytes(&s->tokens[first]) : 0;
    for (size_t i = 0; bytes == HAN && i < s->count; i++) /* 高技术投资 opens with no 高 of 比全部投资|高|4个百分点 */
        if (token_bytes(&s->tokens[i]) > bytes && slice_starts(name, token_text(s, i))) return name;
    return name.len >= bytes + least ? slice_from(name, bytes) : name;
}

slice without_ending(const struct lexicon *x, slice name, enum edge edge, size_t least) {
    const struct word *end = lexicon_ending(x, name, edge);
    return end && name.len >= end->text.len + least ? slice_less(name, end->text.len) : name;
}

slice without_per(const struct sentence *s, slice name) {
    size_t head = word_at_start(s, name, CLASSES(PER), NOTE_PER), tail = word_at_end(s, name, 0, NOTE_PER);
    if (head < s->count) return slice_from(name, token_text(s, head).len);
    return tail < s->count ? slice_less(name, token_text(s, tail).len) : name;
}

slice joined(slice a, slice b, struct arena *arena) {
    if (!b.len || (b.len <= a.len && slice_has(a, b))) return a;
    if (!a.len) return b;
    size_t both = (a.len < b.len ? a.len : b.len) / HAN * HAN; /* 商品房销售|销售额 */
    while (both >= 2 * HAN && !slice_ends(a, slice_sub(b, 0, both))) both -= HAN;
    if (both >= 2 * HAN) b = slice_from(b, both);
    struct builder out = {arena_text(arena, LONGEST_METRIC), 0};
    add_slice(&out, a);
    add_slice(&out, b);
    return (slice){out.out, out.length};
}

slice listed_with(slice a, slice mark, slice b, struct arena *arena) {
    struct builder out = {arena_text(arena, LONGEST_METRIC), 0};
    add_slice(&out, a);
    add_slice(&out, mark);
    add_slice(&out, b);
    return (slice){out.out, out.length};
}

bool is_size(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == NOUN && is_one_character(&s->tokens[i]) && token_ending(s, i, EDGE_GLUED);
}

bool is_at_level(const struct sentence *s, size_t i) {
    size_t level = i + 1 + (tag_at(s, i + 1) == OF);
    return tag_at(s, level) == HEAD && note_at(s, level, NOTE_NORM) && ends_phrase(s, level + 1) &&
           token_bytes(&s->tokens[level]) == 2 * HAN;
}

bool is_article(const struct sentence *s, size_t i) {
    if (s->tokens[i].candidate < 0) return false;
    const struct candidate *one = figure_at(s, i);
    const struct numeral   *n = &one->quantity.numeral;
    const struct unit      *unit = one->quantity.unit;
    bool                    bare = !unit && n->value.present && decimal_compare(n->value, decimal_int(1)) <= 0;
    bool                    counts = bare || (unit && (unit->class == UNIT_MEASURE_WORD || unit->class == UNIT_PERSON));
    counts |= unit && unit->class == UNIT_MONEY && !slice_equal(unit->surface, unit->canonical); /* 一块|200平方米的空地 */
    return one->refused && n->form == NUMERAL_HAN && n->single && counts;
}

bool makes_verb(const struct sentence *s, size_t i) {
    if (tag_at(s, i) != ADVERB || !is_one_character(&s->tokens[i])) return false;
    return token_ending(s, i, EDGE_MAKES) != NULL;
}

size_t object_end(const struct sentence *s, size_t from) {
    size_t end = phrase_end(s, from), thing = 0;
    for (size_t i = from; i < end; i++)
        if (note_at(s, i, NOTE_THING)) thing = i + 1;
    if (thing && has_class(s, range_of(thing, end), CLASSES(VERB, VERBAL, LIGHT, ADVERB, REACH))) return thing;
    for (size_t i = from; i < end; i++) {
        bool named = content_bytes(s, range_of(from, i)) >= 2 * HAN, noun = is_one_of(tag_at(s, i + 1), NOUN, HEAD);
        if (named && (is_one_of(s->tokens[i].tag, ADVERB, REACH, LIGHT, PREPOSITION, DONE) ||
                      (is_one_of(s->tokens[i].tag, VERB, AWARD, GROW, FALL, IMPROVE) && !noun)))
            return i;
    }
    return end;
}

bool cites_source(const struct sentence *s, size_t comma) {
    if (tag_at(s, comma) != COMMA || comma == 0 || !token_ending(s, comma - 1, EDGE_LEARNT)) return false; /* most */
    size_t             from = back_to(s, comma - 1, CLASSES(COMMA, STOP));
    const struct word *cites = words_opening(s, from, comma, EDGE_LEARNT);
    return cites && is_one_of(cites->tag, PREPOSITION, FROM);
}

bool tells_how_known(const struct sentence *s, size_t comma) {
    if (tag_at(s, comma) != COMMA || comma == 0) return false;
    bool said = token_ending(s, comma - 1, EDGE_SAYS); /* 王强说，|投资3亿元 */
    if (!said && !token_ending(s, comma - 1, EDGE_LEARNT) && !token_ending(s, comma - 1, EDGE_SOURCE)) return false; /* most */
    size_t from = back_to(s, comma - 1, CLASSES(COMMA, STOP, FIGURES));
    return tag_before(s, from) == STOP;
}

size_t behind_source(const struct sentence *s) {
    size_t comma = next_of(s, 0, CLASSES(COMMA, STOP, FIGURES));
    return tells_how_known(s, comma) ? comma + 1 : 0;
}

bool is_place(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    size_t              bytes = token_bytes(t);
    if (!is_one_of(t->tag, NOUN, SET_PHRASE) || bytes < 2 * HAN || bytes > 5 * HAN) return false; /* 三明市 */
    if (bytes == 2 * HAN)                                                                         /* 泸县, not 街道 */
        return lexicon_is(s->lexicon, token_text(s, i), EDGE_PLACE) && !lexicon_is(s->lexicon, token_text(s, i), EDGE_AREA);
    return lexicon_ends_truly(s->lexicon, token_text(s, i), EDGE_PLACE);
}

bool is_place_of_all(const struct sentence *s, size_t place) {
    if (!is_place(s, place)) return false;
    slice name = token_text(s, place);
    for (size_t i = 0; i < s->count; i++)
        if (is_place(s, i) && !slice_starts(token_text(s, i), name)) return false; /* 青禾镇, 青禾镇柳林村 */
    return true;
}

/* 青林县|残疾人, 云盘镇|石板村|海拔: bytes of the places that open one word that no table knows; 0 when none does. They may be
 * all of it, where `more_bytes` of a name stand behind: 青禾市|云岭区|援建项目. */
static size_t opening_places(const struct lexicon *x, slice run, size_t more_bytes) {
    enum { SHORTEST = 3 * HAN, LONGEST = 5 * HAN };
    size_t places = 0;
    for (size_t end = SHORTEST; end <= places + LONGEST && end <= run.len; end += HAN) {
        if (end + 2 * HAN > run.len && (end < run.len || more_bytes < 2 * HAN)) continue;
        slice place = slice_sub(run, places, end);
        if (!lexicon_ends_truly(x, place, EDGE_PLACE)) continue;
        if (end < run.len && lexicon_ending(x, slice_sub(run, places, end + HAN), EDGE_LOOKALIKE)) continue; /* 金融市|场 */
        places = end;
        end += SHORTEST - HAN;
    }
    return places;
}

slice without_places(const struct sentence *s, size_t first, slice name) {
    slice  run = token_text(s, first);
    size_t places = slice_starts(name, run) ? opening_places(s->lexicon, run, name.len - run.len) : 0;
    for (size_t i = 0; places && i < s->count; i++) {
        slice other = is_unknown(s, i) ? token_text(s, i) : SLICE_NONE;
        bool  placed = is_place(s, i) || (other.len >= 5 * HAN && opening_places(s->lexicon, other, 0));
        if (placed && !slice_starts(other, slice_sub(run, 0, 3 * HAN))) return name;
    }
    return slice_from(name, places);
}

/* 湖南汝城|修建公路, 湖北京山|1300名选手: does a deed stand at token `i`, or something said of all, or the figure? */
static bool opens_told(const struct sentence *s, size_t i) {
    return is_figure(s, i) ||
           is_one_of(tag_at(s, i), VERB, LIGHT, AWARD, ADVERB, DONE, PLAN, AIM, REACH, DATE, BOTH, PLACE, RUNNING);
}

slice without_region(const struct sentence *s, size_t first, slice name) {
    const struct token *place = &s->tokens[first];
    slice               run = token_text(s, first);
    const struct word  *region = place->word ? NULL : lexicon_opening(s->lexicon, run, EDGE_REGION);
    if (!region || !slice_starts(name, run)) return name; /* most */
    size_t within = run.len - region->text.len, left = name.len - run.len;
    bool   told = (within == 2 * HAN || within == 3 * HAN) && opens_told(s, first + 1);
    told |= within == 0 && tag_at(s, first + 1) == HEAD;                                       /* 河北|地区生产总值 */
    told |= within == 0 && opens_told(s, first + 1);                                           /* 杭州|今年|加装电梯 */
    if (!told || left < (is_figure(s, first + 1) || within == 0 ? 2u : 4u) * HAN) return name; /* 河南小麦|收获 */
    for (size_t i = 0; i < s->count; i++) { /* 浙江仙居|新建3座，浙江临海|新建5座 are told apart by it */
        bool other = is_unknown(s, i) && !slice_equal(token_text(s, i), run);
        if (other && lexicon_opening(s->lexicon, token_text(s, i), EDGE_REGION) && opens_told(s, i + 1)) return name;
    }
    return slice_from(name, run.len);
}

bool whole_is_goal(const struct sentence *s, size_t opens, size_t k) {
    while (--k > opens)
        if (s->tokens[k].tag == PLAN || note_at(s, k, NOTE_GOAL)) return true;
    return false;
}

size_t whole_opens(const struct sentence *s, size_t k) {
    if (tag_at(s, k + 2) != PERCENT || tag_at(s, k + 1) != OF || !is_figure(s, k)) return SIZE_MAX; /* most */
    size_t opens = back_to(s, k, CLASSES(COMMA, STOP, LIST_COMMA, COLON, OPEN));
    opens = skip(s, opens, CLASSES(ADVERB, DONE, BOTH, DATE, ONLY));
    if (opens + 1 >= k || has_class(s, range_of(opens, k), CLASSES(FIGURES))) return SIZE_MAX;
    bool done = is_one_of(s->tokens[opens].tag, REACH, LIGHT, QUALIFIER) && whole_is_goal(s, opens, k);
    return done || s->tokens[opens].tag == SHARE ? opens : SIZE_MAX;
}

const struct word *said_jointly(const struct sentence *s, size_t i) {
    bool bare = s->tokens[i].candidate >= 0 && token_bytes(&s->tokens[i]) == HAN && i + 1 < s->count; /* not 调解|一起|纠纷 */
    return bare ? words_opening(s, i, i + 2, EDGE_JOINTLY) : NULL;
}
