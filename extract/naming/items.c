/* 城镇、农村|居民人均可支配收入: a list is cut into its items, and each gets what is said once for all: behind the last one
 * (收入, 案件), before the first (学生体质健康|合格率、优良率, 第|一、二、三产业). */
#include "extract/naming/items.h"

#include "extract/naming/narrow.h"
#include "extract/naming/phrase.h"

#include "extract/base/banned.h"

/* “获得电力”|“纳税服务”: do marks of quotation part two items, of which the first ends before token `i`? */
static bool quotes_part(const struct sentence *s, struct range r, size_t i) {
    return i > r.from && i < r.to && s->tokens[i].tag == QUOTE && s->tokens[i - 1].tag == UNQUOTE;
}

struct items cut_items(const struct sentence *s, struct range r, u128 at) {
    struct items items = {.count = 0};
    size_t       from = r.from, etc = last_of(s, r, CLASSES(ETC)), within = 0;
    if (etc != SIZE_MAX) r.to = etc;
    for (size_t i = r.from; i <= r.to; i++) {
        bool quoted = in_classes(LIST_COMMA, at) && quotes_part(s, r, i);
        within += i < r.to && s->tokens[i].tag == OPEN; /* 县（市、区） is one item */
        within -= within > 0 && s->tokens[i].tag == CLOSE;
        if (i < r.to && !quoted && (within > 0 || !in_classes(s->tokens[i].tag, at))) continue;
        if (i > from && items.count < MOST_ITEMS) items.at[items.count++] = range_of(from, i);
        from = i + !quoted;
    }
    return items;
}

/* Says a word of what is measured: a head (产量), a verb that stands as one (种植), money put in (投资). A single character is
 * the end of a longer word: 优良|率. */
static bool measures(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    bool                funds = t->tag == VERB && has_note(t, NOTE_FUND); /* 教育、医疗卫生|投入 */
    return (funds || is_one_of(t->tag, HEAD, VERBAL)) && token_bytes(t) > HAN;
}

struct range measured_tail(const struct sentence *s, struct range r) {
    size_t from = r.to, rate = r.to - (r.to > r.from); /* 医疗保险|参保率 */
    bool   bare = rate > r.from + 1u && s->tokens[rate].tag == HEAD && is_one_character(&s->tokens[rate]);
    if (bare && measures(s, rate - 1)) return range_of(rate - 1, r.to);
    while (from > r.from + 1u && (measures(s, from - 1) || (from < r.to && is_adjective(s, from - 1)))) from--;
    while (from > r.from && from + 1u < r.to && s->tokens[from - 1].tag == AND) from++; /* 社会保障和|就业|支出 */
    return range_of(from, r.to);
}

slice parallel_tail(const struct sentence *s, struct range last, struct range first) {
    slice head = sentence_text(s, first.from, first.to);
    if (head.len < 2 * HAN) return SLICE_NONE;
    slice end = slice_from(head, head.len - HAN);
    if (last.to == last.from + 1u &&
        s->tokens[last.from].word) { /* 城镇居民、农村居民人均可支配收入: one word that ends as a name */
        slice  whole = sentence_text(s, last.from, last.to), noun = slice_from(head, head.len - 2 * HAN);
        size_t at = slice_find(whole, noun, 0);
        bool   inside = at != SIZE_MAX && at > 0 && at + noun.len + 2 * HAN <= whole.len;
        return inside ? slice_from(whole, at + noun.len) : SLICE_NONE;
    }
    for (size_t i = last.from; i < last.to; i++) {
        slice  word = token_text(s, i), rest = sentence_text(s, i, last.to);
        bool   whole = i == last.from; /* 行政村、|村民小组 */
        size_t at = s->tokens[i].word ? word.len - HAN : slice_find(word, end, 0);
        if (at < word.len && !(whole && at == 0) && slice_starts(slice_from(word, at), end) && at + 3 * HAN <= rest.len)
            return slice_from(rest, at + HAN);
    }
    return SLICE_NONE;
}

/* Bytes of the Han characters that it begins with. */
static size_t han_bytes(slice s) {
    size_t n = 0;
    while (n < s.len && utf8_size((unsigned char)s.ptr[n]) == HAN) n += HAN;
    return n;
}

/* The token of a known word that byte `at` of the text is inside of, 教育|文化娱乐; r.to when it is inside of none. */
static size_t word_across(const struct sentence *s, struct range r, size_t at) {
    size_t i = token_over(s, r.from, at);
    return i < r.to && s->tokens[i].start < at && s->tokens[i].word ? i : r.to;
}

/* Behind as many characters as the first item has: 农村|居民 behind 城镇. Empty where either begins otherwise, for a Latin word
 * tells of no length, IT、农产品加工业, and inside a word, 衣着、教育文化娱乐价格, but behind a deed. */
static slice behind_as_many(const struct sentence *s, struct range last, slice head) {
    slice whole = sentence_text(s, last.from, last.to);
    if (han_bytes(head) != head.len || han_bytes(whole) < head.len) return SLICE_NONE;
    slice  rest = slice_from(whole, head.len);
    bool   kinds = rest.len >= 2 * HAN && lexicon_is(s->lexicon, rest, EDGE_KINDS); /* 民事、刑事|案件 */
    size_t across = kinds || head.len < 2 * HAN ? last.to : word_across(s, last, s->tokens[last.from].start + head.len);
    if (across == last.to) return rest;                                               /* most */
    bool deed = across > last.from && is_one_of(tag_at(s, across - 1), VERB, VERBAL); /* 不动产登记、企业开办|办理时间 */
    return deed ? sentence_text(s, across, last.to) : SLICE_NONE;
}

/* Bytes of the numeral that token `i` begins with: 三 of 三产业, 十二 of 十二号线. */
static size_t numeral_bytes(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    slice               text = token_text(s, i);
    if (t->candidate >= 0) return s->candidates[t->candidate].quantity.digits.end - t->start;
    return utf8_next(text, 0);
}

/* 第一, 三: 35岁以下 is more. */
static bool is_numeral(const struct sentence *s, size_t i) {
    return s->tokens[i].candidate >= 0 && !unit_at_is(s, i, UNIT_AGE);
}

/* 乡镇、建制村|通达率: what is measured of one sort of places and of another; empty where the items are none. */
static slice tail_of_places(const struct sentence *s, struct range last, struct range first) {
    enum { SHORTEST = 2 * HAN, LONGEST = 4 * HAN };
    slice  whole = sentence_text(s, last.from, last.to);
    size_t place = words_ending(s, first.from, first.to, EDGE_PLACE) ? SHORTEST : LONGEST + 1;
    while (place <= LONGEST && place <= whole.len && !lexicon_ending(s->lexicon, slice_sub(whole, 0, place), EDGE_PLACE))
        place += HAN;
    return place <= LONGEST && place + 2 * HAN <= whole.len ? slice_from(whole, place) : SLICE_NONE;
}

/* What the last item has for all of them: 农村|居民人均可支配收入 behind 城镇 gives 居民人均可支配收入. Of items in one unit
 * (`alike`) whatever it is may be shared: 刑事、治安|案件. */
static slice shared_tail(const struct sentence *s, const struct items *items, size_t item, bool alike) {
    const struct range last = items->at[items->count - 1];
    struct range       first = items->at[item];
    bool               done =
        item == 0 && first.to == first.from + 2u && s->tokens[first.from].tag == VERB && s->tokens[first.from + 1].tag == NOUN;
    first.from += done; /* 受理|民事、刑事案件 */
    slice  whole = sentence_text(s, last.from, last.to), head = sentence_text(s, first.from, first.to);
    slice  tail = parallel_tail(s, last, first);
    size_t opening = last.from;
    /* 第一、二、三|产业增加值: a numeral shares all that stands behind the last one's */
    if (first.to == first.from + 1 && is_numeral(s, first.from) && whole.len > 3 * HAN)
        return slice_from(whole, numeral_bytes(s, last.from));
    size_t              of = last_of(s, last, CLASSES(OF));
    slice               owned = of != SIZE_MAX && of > last.from ? sentence_text(s, of + 1, last.to) : SLICE_NONE;
    const struct token *head_of = &s->tokens[first.to - 1];
    bool event = first.to > first.from + 1u || !is_one_of(head_of->tag, VERB, VERBAL); /* not 出生、死亡|人数 */
    if (event && token_opening(s, last.from, EDGE_HARM)) return SLICE_NONE;            /* 安全生产事故、|死亡人数 */
    if (tail.len) return owned.len && owned.len + HAN == tail.len ? owned : tail;      /* 牛肉、羊肉的|产量 */
    bool measured_itself = head_of->tag == HEAD ? !has_note(head_of, NOTE_THING) : has_note(head_of, NOTE_FUND);
    if (measured_itself) return SLICE_NONE; /* 生产总值、财政收入, 对外投资和工程营业额, not 非公企业 */
    for (size_t i = 0; i + 1 < items->count && !tail.len; i++) tail = parallel_tail(s, last, items->at[i]);
    if (!tail.len) tail = tail_of_places(s, last, first);
    if (tail.len) return tail; /* 氨氮 shares what 氮氧化物 does: 氨氮、氮氧化物、挥发性有机物|重点工程减排量 */
    bool per = words_of(s, first).notes & NOTE_PER;
    for (size_t i = last.from + 1u; i < last.to && !per; i++) /* 居民医保、公共卫生经费|人均补助标准 */
        if (note_at(s, i, NOTE_PER)) return sentence_text(s, i, last.to);
    while (opening + 1 < last.to && is_one_of(s->tokens[opening].tag, NOUN, HEAD)) opening++; /* 居民医保 */
    slice shared = behind_as_many(s, last, head);
    if (owned.len && shared.len <= owned.len + HAN) return owned; /* 全职医生和护士的|离职率, not 城镇、农村|居民的收入 */
    if (head.len <= 3 * HAN && shared.len && sentence_text(s, last.from, opening).len >= head.len + 4 * HAN) return shared;
    struct range measured = measured_tail(s, last);
    bool         head_last = last.to > last.from && (tag_at(s, last.to - 1) == HEAD || note_at(s, last.to - 1, NOTE_FUND));
    /* 职工、居民|住院报销比例: behind a word as long as the first item stands what is measured of both; 中亚|各国 is one item
     */
    bool as_long = first.to == first.from + 1 && !has_class(s, last, CLASSES(AND)) && token_text(s, last.from).len == head.len;
    if (head_last && as_long && is_one_of(tag_at(s, last.from + 1), HEAD, VERBAL)) return shared;
    bool fate = as_long && last.to == last.from + 2u && head_of->tag == NOUN && tag_at(s, last.to - 1) == VERBAL;
    if (fate && !alike) return shared; /* 牛、羊|出栏18万头、9万只 */
    bool thing = head_of->tag == HEAD; /* 小微企业、个体工商户|贷款 */
    if ((head_last || thing) && measured.to > measured.from) return sentence_text(s, measured.from, measured.to);
    bool whole_too = head.len >= 2 * HAN && slice_ends(whole, slice_from(head, head.len - HAN)); /* 契税、土地增值税 */
    return alike && !whole_too && shared.len >= 2 * HAN ? shared : SLICE_NONE;
}

/* 企业|资产总额、利润总额, 专利|申请量、授权量: heads as long as each other that differ in their first two characters. */
static bool heads_alike(slice a, slice b) {
    return a.len == b.len && (a.len == 3 * HAN || a.len == 4 * HAN) &&
           slice_equal(slice_from(a, 2 * HAN), slice_from(b, 2 * HAN));
}

/* 生产总值总量、增速: a head that names nothing is of what the first item's head is of, as is one that differs from it in half;
 * empty when it is none. */
static slice shared_front(const struct sentence *s, struct range first, struct range own, struct arena *arena) {
    if (own.to != own.from + 1u || first.to < first.from + 2u) return SLICE_NONE;
    const struct token *head = &s->tokens[own.from], *model = &s->tokens[first.to - 1];
    if (has_note(head, NOTE_SHARE)) return name_of(s, first, arena); /* 民营企业进出口额、|占比 */
    bool alike = head->tag == HEAD && model->tag == HEAD && heads_alike(token_text(s, own.from), token_text(s, first.to - 1u));
    if (!alike && !(is_bare_head(head) && has_note(model, NOTE_GENERIC))) return SLICE_NONE;
    return name_of(s, range_of(first.from, first.to - 1), arena);
}

size_t rate_of(const struct sentence *s, struct range r) {
    if (!words_ending(s, r.from, r.to, EDGE_RATE)) return r.to;
    size_t last = r.to - 1u;
    bool   is_short = token_bytes(&s->tokens[last]) <= HAN;
    return is_short && last > r.from ? last - 1 : last;
}

/* 学生体质健康合格率、优良率: a rate that is one and no more is of what the first item's rate is of; empty when it is none. */
static slice rated_front(const struct sentence *s, struct range first, struct range own, struct arena *arena) {
    size_t       rate = rate_of(s, first);
    struct range front = range_of(first.from, rate);
    bool         bare = rate_of(s, own) == own.from && s->tokens[own.to - 1].end - s->tokens[own.from].start <= 4 * HAN;
    for (size_t i = rate; bare && i-- > first.from;) /* 建成区|绿化覆盖率、绿地率 */
        if (memcmp(token_text(s, i).ptr, token_text(s, own.from).ptr, HAN) == 0) front.to = (uint32_t)i;
    if (rate == first.to || !bare || content_bytes(s, front) < 2 * HAN) return SLICE_NONE;
    return name_of(s, front, arena);
}

/* 财政用于|教育、卫生的支出, 投资安排|保障房、水利: what all of it is used for one after the other, or taken over; empty when
 * it is not. */
static slice used_front(const struct sentence *s, struct range first, struct range own, struct arena *arena) {
    bool over = first.to > first.from + 1u && note_at(s, first.from, NOTE_INTENSITY); /* 单位GDP|用水量、能耗 */
    bool bare = s->tokens[own.from].tag == HEAD; /* not 单位产值能耗和|单位产值|水耗 */
    if (over && bare && note_at(s, own.from, NOTE_INTENSITY)) return token_text(s, first.from);
    for (size_t i = first.from + 1u; i + 1 < first.to; i++)
        if (note_at(s, i, s->tokens[i].tag == NOUN ? NOTE_USE : NOTE_GAINS))
            return name_of(s, range_of(first.from, i + 1), arena);
    return SLICE_NONE;
}

/* 人均|医疗支出、教育支出分别为1086元、143元: the word for each is said once of what ends alike; empty when it is not. */
static slice each_front(const struct sentence *s, struct range first, struct range own) {
    bool per = note_at(s, first.from, NOTE_PER) && first.to >= first.from + 3u && own.to >= own.from + 2u;
    if (!per || words_of(s, own).notes & NOTE_PER) return SLICE_NONE; /* most */
    return slice_equal(token_text(s, first.to - 1u), token_text(s, own.to - 1u)) ? token_text(s, first.from) : SLICE_NONE;
}

/* 供养标准|城市、农村: what is measured stands before the first of the items, which are one word each; empty when it does not.
 */
static slice measured_front(const struct sentence *s, const struct items *items, size_t i, struct arena *arena) {
    struct range first = items->at[0], own = items->at[i];
    if (first.to < first.from + 2u || s->tokens[first.to - 1].tag != NOUN) return SLICE_NONE; /* most */
    const struct token *head = &s->tokens[first.to - 2];
    if (head->tag != HEAD || has_note(head, NOTE_THING)) return SLICE_NONE;
    slice word = token_text(s, first.to - 1u);
    for (size_t k = 1; k < items->count; k++)
        if (sentence_text(s, items->at[k].from, items->at[k].to).len != word.len) return SLICE_NONE;
    return joined(i ? name_of(s, own, arena) : word, name_of(s, range_of(first.from, first.to - 1), arena), arena);
}

/* 消费、投资和净出口|对经济增长的贡献率: the rate with what it is of, where only the last item is told with it; empty where
 * not. */
static slice shared_toward(const struct sentence *s, const struct items *items, size_t item, struct arena *arena) {
    const struct range last = items->at[items->count - 1];
    size_t             toward = first_of(s, last, CLASSES(PREPOSITION));
    if (toward == last.from || toward == last.to || has_class(s, items->at[item], CLASSES(PREPOSITION))) return SLICE_NONE;
    return words_ending(s, toward, last.to, EDGE_RATE) ? name_of(s, range_of(toward, last.to), arena) : SLICE_NONE;
}

/* 教育、农林水|支出占总支出的比重: what is shared before 占, and the share of what. */
static slice shared_of_whole(const struct sentence *s, const struct items *items, size_t item, bool alike,
                             struct arena *arena) {
    struct items parts = *items;
    size_t       last = items->count - 1, share = last_of(s, items->at[last], CLASSES(SHARE));
    slice        toward = shared_toward(s, items, item, arena);
    if (toward.len) return toward;
    if (share == SIZE_MAX || share == items->at[last].from) return shared_tail(s, items, item, alike);
    parts.at[last].to = (uint32_t)share;
    return joined(shared_tail(s, &parts, item, alike), name_of(s, range_of(share, items->at[last].to), arena), arena);
}

/* 一级、二级标准|的|县, 台式电脑、平板电脑上网|的|比例: what is shared, without the particles that no name has. */
static slice less_particles(const struct sentence *s, struct range last, slice tail, struct arena *arena) {
    if (!tail.len || tail.ptr < s->text.ptr || tail.ptr >= s->text.ptr + s->text.len) return tail; /* it is a name */
    size_t at = (size_t)(tail.ptr - s->text.ptr), end = at + tail.len;
    slice  said = SLICE_NONE;
    for (const struct token *t = s->tokens + last.from; t < s->tokens + last.to; t++) {
        if (t->tag != OF || t->start < at || t->end > end) continue;
        said = joined(said, slice_sub(s->text, at, t->start), arena);
        at = t->end;
    }
    return joined(said, slice_sub(s->text, at, end), arena);
}

slice item_name(const struct sentence *s, const struct items *items, size_t i, bool alike, struct arena *arena) {
    slice measured = measured_front(s, items, i, arena);
    if (measured.len) return measured;
    slice front = i ? shared_front(s, items->at[0], items->at[i], arena) : SLICE_NONE;
    if (i && !front.len) front = rated_front(s, items->at[0], items->at[i], arena);
    if (i && !front.len) front = each_front(s, items->at[0], items->at[i]);
    if (i && !front.len) front = used_front(s, items->at[0], items->at[i], arena);
    struct range at = items->at[i]; /* 最高、|最低气温 */
    bool         most = at.to == at.from + 1u && s->tokens[at.from].tag == QUALIFIER;
    slice        name = most ? token_text(s, at.from) : joined(front, name_of(s, at, arena), arena);
    if (i + 1 == items->count) return name;
    slice whole = sentence_text(s, items->at[items->count - 1].from, items->at[items->count - 1].to);
    if (most && whole.len >= name.len + 2 * HAN) return joined(name, slice_from(whole, name.len), arena);
    struct range last = items->at[items->count - 1]; /* GDP、财政收入|增速分别居第2和第3位, not 总量、增速 */
    bool         pace = tag_before(s, last.to) == GROW && is_head(&s->tokens[last.to - 2u]) && last.to > last.from + 1u;
    if (pace && is_one_of(tag_before(s, at.to), NOUN, HEAD) && !note_at(s, at.to - 1u, NOTE_SIZE))
        return joined(name, token_text(s, last.to - 1u), arena);
    slice              tail = shared_of_whole(s, items, i, alike, arena);
    const struct word *bound = lexicon_opening(s->lexicon, tail, EDGE_BOUNDED); /* 三级、二级、一级|及以下|医院 */
    if (bound) tail = slice_from(tail, bound->text.len);
    tail = less_particles(s, last, tail, arena);
    /* 入园率、巩固率 share no rate */
    return lexicon_ending(s->lexicon, name, EDGE_RATE) ? name : joined(name, tail, arena);
}

struct range apposed(const struct sentence *s, const struct candidate *c, size_t verb) {
    const decimal v = c->quantity.numeral.value;
    size_t        k = c->token, i = k, marks = 0, first = k, last = 0;
    bool          small = s->tokens[k].tag == SMALL_COUNT && v.present && v.exponent == 0 && v.coefficient > 1;
    if (!small || (verb != SIZE_MAX && verb + 1 != k) || event_unit(c)) return range_of(0, 0);
    for (; i > 0; i--) {
        bool parts = is_one_of(s->tokens[i - 1].tag, LIST_COMMA, AND);
        if (parts && marks + 1 == v.coefficient) break;
        if (!parts && !is_one_of(s->tokens[i - 1].tag, NOUN, HEAD, VERBAL, LEVEL, VERB, LIGHT, IMPROVE, SET_PHRASE, PLAN, GROW,
                                 FALL, ADVERB, QUOTE, UNQUOTE))
            break;
        if (!parts) continue;
        marks++;
        first = i - 1;
        if (!last) last = first;
    }
    struct range list = strip(s, range_of(i, k), NAME_HEAD, NAME_TAIL);
    if (marks + 1 != v.coefficient || list.from >= first || list.to <= last + 1 || note_at(s, i - 1, NOTE_AT))
        return range_of(0, 0); /* 在北部和东部|开设|两个办事处, 可能与|这两个 */
    /* 实施|扩大就业、改善民生两项; not 优化利用、重点保护两类, for both items are as long */
    size_t next = first + 1,
           light = tag_at(s, next) == LIGHT ? SIZE_MAX : last_of(s, range_of(list.from, first), CLASSES(LIGHT));
    while (next < k && !is_one_of(s->tokens[next].tag, LIST_COMMA, AND)) next++;
    bool alike = content_bytes(s, range_of(list.from, first)) == content_bytes(s, range_of(first + 1, next));
    if (light != SIZE_MAX && !alike) list.from = (uint32_t)light + 1;
    bool governs = is_one_of(tag_at(s, list.from), VERB, IMPROVE) && tag_at(s, first + 1) != VERB && list.from + 1u < first &&
                   !is_one_of(tag_at(s, list.from + 1u), VERB, VERBAL);
    list.from += governs; /* 抓好|A、B两项 */
    return content_bytes(s, list) <= 30 * HAN ? list : range_of(0, 0);
}

slice items_apposed(const struct naming *n, const struct candidate *c, slice owner) {
    struct range list = apposed(n->s, c, SIZE_MAX);
    if (list.from == list.to) return owner;
    slice items = name_of(n->s, list, n->arena);
    bool  behind = is_one_of(tag_before(n->s, list.from), LIST_COMMA, AND);
    return behind || slice_ends(items, owner) ? items : owner;
}

/* 城市|每人每月490元: the words between token `from` and the figure that tell whose it is; empty when others stand there. */
static struct range whose_range(const struct sentence *s, size_t from, size_t figure) {
    size_t to = skip_back(s, figure, CLASSES(ADVERB, PER, PER_NOUN)), noun = skip(s, from, CLASSES(NOUN, VERBAL));
    bool   alone = noun == to && to > from && to <= from + 2u;
    return alone ? range_of(from, to) : range_of(0, 0);
}

/* Does figure `next` go on with a list of those like `own`, behind the figure before it? */
static bool goes_on(const struct sentence *s, const struct candidate *next, slice own, struct range *whose) {
    const struct candidate *c = next - 1;
    if (next->refused || next->kind != c->kind || next->role != c->role || !same_unit(next, c) ||
        !is_one_of(tag_at(s, c->token + 1u), LIST_COMMA, AND))
        return false;
    *whose = whose_range(s, c->token + 2u, next->token);
    return whose->to > whose->from && sentence_text(s, whose->from, whose->to).len == own.len;
}

/* 特困|供养|标准 of 集中供养 is 特困集中供养标准, and 城乡|低保标准 of 城市 is 城市低保标准. */
static slice measured_of(const struct sentence *s, struct range measured, slice own, struct arena *arena) {
    if (note_at(s, measured.from, NOTE_EACH) && measured.to > measured.from + 1u) measured.from++;
    slice  name = name_of(s, measured, arena);
    slice  deed = own.len >= 4 * HAN ? slice_from(own, own.len - 2 * HAN) : SLICE_NONE;
    size_t at = deed.len ? slice_find(name, deed, 0) : SIZE_MAX;
    if (at == SIZE_MAX) return joined(own, name, arena);
    return joined(slice_sub(name, 0, at), joined(own, slice_from(name, at + deed.len), arena), arena);
}

size_t measured_each(const struct sentence *s, struct candidate *first, struct words before, struct arena *arena) {
    struct candidate *const end = s->candidates + s->candidate_count;
    if (first + 1 == end || (first->kind != KIND_LEVEL && first->kind != KIND_SHARE)) return 0; /* most */
    size_t verb = last_of(s, range_of_words(before), CLASSES(GROW_TO, FALL_TO, REACH));
    if (verb == SIZE_MAX) return 0;
    if (first->kind == KIND_SHARE && note_at(s, verb, NOTE_IS)) return 0; /* 满意度依次为城区88%、乡镇82% */
    struct range whose = whose_range(s, verb + 1, first->token), next;
    slice        own = sentence_text(s, whose.from, whose.to);
    if (whose.from == whose.to || own.len < 2 * HAN || !goes_on(s, first + 1, own, &next)) return 0;
    struct range        measured = narrow(s, words_of(s, range_of(before.from, verb)), first->kind);
    const struct token *head = &s->tokens[measured.to - (measured.to > measured.from)];
    if (measured.from < measured.to && token_ending(s, measured.to - 1u, EDGE_PERSON))
        return 0; /* 每百户城镇|居民|拥有彩电128台、空调63台 */
    bool raised = is_one_of(s->tokens[verb].tag, GROW_TO, FALL_TO) && head->tag == NOUN; /* 书簿津贴|增至|小学2800元 */
    if (measured.from == measured.to || !(head->tag == HEAD || raised) || has_note(head, NOTE_THING)) return 0;
    struct candidate *c = first;
    do {
        c->metric = measured_of(s, measured, sentence_text(s, whose.from, whose.to), arena);
        c++;
    } while (c < end && c < first + MOST_ITEMS && goes_on(s, c, own, &whose));
    return (size_t)(c - first);
}
