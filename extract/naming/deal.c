/* A、B分别增长6%、5%: each figure of a row gets its item, with what the items share: 城镇、农村居民人均可支配收入 gives
 * 城镇居民人均可支配收入. The items stand before 分别 or in the clause before it (传统产业…，分别实现产值…); where they are the
 * figures before, each has the name of one of them. */
#include "extract/naming/deal.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/before.h"
#include "extract/naming/items.h"
#include "extract/naming/lend.h"
#include "extract/naming/named_before.h"
#include "extract/naming/naming.h"
#include "extract/naming/narrow.h"
#include "extract/naming/object.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

/* A row of figures, and the words before it that may hold their items. */
struct row {
    const struct sentence *s;
    struct arena          *arena;
    struct candidate      *first;
    size_t                 count;
    size_t                 told;   /* token of 分别; SIZE_MAX: nothing deals out */
    struct range           before; /* the words of its clause */
    struct range           all;    /* those of them before 分别, and what is compared with */
    struct range           names;  /* narrowed to a name */
    struct range           head;  /* what is counted behind 分别: 煤炭、电解铝分别|淘汰产能|1亿吨和120万吨 */
    struct range           last;  /* the items that the row before was served from */
    bool                   own;   /* its names say something */
    bool                   total; /* 累计分别达到 */
    bool                   field; /* its ranks are taken among so many: 在全市12个县区中分别排 */
};

static bool is_told(const struct row *r) { return r->told != SIZE_MAX; }
/* 每千人口分别为3.6人, 月人均补差分别为310元: does its name open with per how many or per whom? */
static bool is_per(const struct row *r) { return r->names.to > r->names.from && note_at(r->s, r->names.from, NOTE_PER); }
/* Does the row have one bare head for a name that measures: 总数分别达到14个和27个? */
static bool has_generic_head(const struct row *r) {
    return r->names.to == r->names.from + 1u && is_bare_head(&r->s->tokens[r->names.from]) && !is_per(r);
}
/* 提及率, 参与率: what it is of stands before it. */
static bool is_short_rate(const struct row *r) {
    return lexicon_ending(r->s->lexicon, name_of(r->s, r->names, r->arena), EDGE_RATE) != NULL;
}

/* ---- a row whose items are figures themselves: 进出口总额16亿，利用外资1亿，分别增长6%、5% ---- */

/* 农村居民|人均可支配收入 → 农村居民, for 人均生活消费支出: whose it is that is taken per head; `name` where it tells nothing.
 */
static slice whose_average(const struct row *r, slice name) {
    size_t at = is_per(r) ? slice_find(name, token_text(r->s, r->names.from), 0) : SIZE_MAX;
    return at != SIZE_MAX && at >= 2 * HAN ? slice_sub(name, 0, at) : name;
}

/* 公益林9万亩（国家级6万亩）、商品林8万亩，分别|增加…: is figure `c` told in a bracket that ends before the row? */
static bool is_aside(const struct row *r, const struct candidate *c) {
    const struct sentence *s = r->s;
    size_t                 i = c->token;
    if (!(s->classes & CLASSES(CLOSE))) return false; /* most */
    while (i < r->first->token && !is_one_of(s->tokens[i].tag, OPEN, CLOSE)) i++;
    return s->tokens[i].tag == CLOSE;
}

/* 发放贷款5笔、2亿元，余额3亿元，|分别增长6%、5%和4%: do as many levels as the row has stand right before `end`? */
static bool one_for_each(const struct row *r, const struct candidate *end) {
    size_t n = 0;
    for (const struct candidate *c = end; c-- > r->s->candidates && !c->refused && c->kind == KIND_LEVEL && !c->role;) n++;
    return n == r->count;
}

/* 受理案件9862件，审结9147件，结案率92.7%，|同比分别上升12.3%和14.1%: a rate among just as many levels as the row has grows by
 * points, so the row is not of it. */
static bool levels_alone_grow(const struct row *r, const struct candidate *end) {
    size_t levels = 0, shares = 0;
    for (const struct candidate *c = end; c-- > r->s->candidates;) {
        if (c->refused) continue;
        if (c->role || (c->kind != KIND_LEVEL && c->kind != KIND_SHARE)) return false;
        levels += c->kind == KIND_LEVEL;
        shares += c->kind == KIND_SHARE;
    }
    return r->first->kind == KIND_GROWTH && shares > 0 && levels == r->count;
}

/* A 16亿，B 1亿，分别增长6%、5%: the names of as many things before `end`, each told by a figure or by several (由…到…,
 * 16亿、增长6%), with the `head` that this row has. */
static bool deal_figures(const struct row *r, const struct candidate *end, slice head) {
    slice                   names[MOST_ITEMS];
    const struct candidate *of = NULL; /* the last of them, which the first of the row is of */
    size_t                  n = 0;
    const bool              each = one_for_each(r, end), levels = levels_alone_grow(r, end);
    for (const struct candidate *before = end; n < r->count && before-- > r->s->candidates;) {
        if (before->refused || is_aside(r, before) || (levels && before->kind == KIND_SHARE))
            continue; /* 50万元以上的村42个、100万元以上的村15个 */
        if (!before->metric.len) return false;
        if (each || n == 0 || !slice_equal(names[n - 1], before->metric)) names[n++] = (of = before)->metric;
    }
    if (n < r->count) return false;
    bool all =
        r->first->kind == KIND_LEVEL &&
        (r->total || has_generic_head(r) ||
         (is_told(r) && counts(r->first) && is_more(r->first, of))); /* 新注册农场11家、合作社5家，分别达46家、12家: not new */
    for (size_t i = 0; i < r->count; i++) {
        slice name = all ? object_of(r->s, names[r->count - 1 - i]) : names[r->count - 1 - i];
        r->first[i].metric = joined(head.len ? whose_average(r, name) : name, head, r->arena);
    }
    return true;
}

/* How much a count is; 0 when it is no plain count. */
static size_t plain_count(const struct candidate *c) {
    return counts(c) ? (size_t)decimal_whole(c->quantity.numeral.value) : 0;
}

/* 税收3亿元、非税收入1亿元，占年初预算的101%和96%, 完成年度预算的…: shares of amounts before them, of the same whole. What
 * stands before the verb has names of its own: 税收和非税收入占…. */
static bool by_shared_whole(const struct row *r) {
    const struct sentence *s = r->s;
    size_t                 of = r->before.to - 1u, from = r->before.from;
    if (r->first->kind != KIND_SHARE || r->before.from == r->before.to || s->tokens[of].tag != OF) return false;
    while (from < of && is_one_of(s->tokens[from].tag, ADVERB, BOTH, DONE)) from++;
    bool part = s->tokens[from].tag == SHARE;
    if (!part && !(s->tokens[from].tag == REACH && note_at(s, of - 1, NOTE_GOAL))) return false;
    return deal_figures(r, r->first, part ? sentence_text(s, from, of) : SLICE_NONE);
}

/* 城镇居民收入15781元，农村居民收入4761元，增长8.4%和8%, 分别占全市的12%和8% */
static bool by_figures_before(const struct row *r) {
    bool whole = r->head.to > r->head.from && r->s->tokens[r->head.from].tag == SHARE;
    return !r->own && (is_told(r) || r->total || r->first->kind == KIND_GROWTH) &&
           deal_figures(r, r->first - r->field, whole ? name_of(r->s, r->head, r->arena) : SLICE_NONE);
}

/* 医师2.7万人、护士2.9万人，每千人口分别为3.6人和3.8人: the figures before, taken per so many. */
static bool by_figures_each(const struct row *r) {
    bool per = is_told(r) && r->names.to == r->names.from + 1u && is_per(r);
    if (!per || r->first->kind != KIND_LEVEL || !deal_figures(r, r->first, SLICE_NONE)) return false; /* most */
    for (size_t i = 0; i < r->count; i++)
        r->first[i].metric = joined(token_text(r->s, r->names.from), r->first[i].metric, r->arena);
    return true;
}

/* 死亡21人，受伤97人，损失38万元，三项指数分别下降11%、8%和15%: as many figures as are counted before 分别. */
static bool by_counted_figures(const struct row *r) {
    const struct candidate *counted = r->first - (r->first > r->s->candidates);
    bool                    count = is_told(r) && counted->token + 1u == r->before.from && plain_count(counted) == r->count;
    return count && deal_figures(r, counted, SLICE_NONE);
}

/* 对经济增长的|贡献率: a rate that the words say of what it is, not whose. */
static bool is_of_something(const struct row *r) {
    return is_told(r) && r->s->tokens[r->before.from].tag == PREPOSITION && is_short_rate(r);
}

/* 蓝莓、刺梨面积分别为8.6万亩、61万亩，|加工转化率分别为45%、76%: does each figure of the row end with a head of which no rate
 * is? */
static bool row_has_heads(const struct row *r, const struct candidate *row, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (row[i].refused || row[i].kind != KIND_LEVEL || metric_without_head(r->s, row[i].metric).len == row[i].metric.len)
            return false;
    return true;
}

/* 面积、金额分别下降11%、13%，降幅收窄5个和4个百分点: the names of a row as long as this one right before it, with the head
 * that this one has: 月人均补差. */
static bool by_row_before(const struct row *r) {
    const struct sentence *s = r->s;
    size_t                 before = (size_t)(r->first - s->candidates), count = r->count;
    bool                   shares = r->first->kind == KIND_SHARE && (has_generic_head(r) || is_of_something(r));
    /* A、B分别增长8%、9%，占比达到35%和16%, 对增长的贡献率分别为7%和9% */
    bool rated = is_told(r) && r->first->kind == KIND_SHARE && is_short_rate(r) && before >= count &&
                 row_has_heads(r, r->first - count, count);
    if (r->own && !is_per(r) && !shares && !rated) return false;
    if (before < count || (before > count && in_row(s, r->first - count - 1))) return false;
    const struct candidate *row = r->first - count;
    for (size_t i = 0; i < count; i++)
        if (row[i].refused || !row[i].metric.len || (i + 1 < count && !in_row(s, row + i))) return false;
    slice head = name_of(s, r->names, r->arena);
    for (size_t i = 0; i < count; i++) {
        slice of = whose_average(r, row[i].metric);
        r->first[i].metric = joined(rated ? metric_without_head(s, of) : of, head, r->arena);
    }
    return true;
}

/* 检查企业120家、学校30所，|整改问题完成率分别为98%和100%; not 新建幼儿园24所，改造学校86所，|高考本科上线率分别为68%和52%: is
 * the rate of what is counted up to `last`, as it is short or as one list counts it? */
static bool rates_counted(const struct row *r, const struct candidate *last) {
    if (content_bytes(r->s, r->names) <= 5 * HAN) return true;
    return last > r->s->candidates && has_class(r->s, range_of(last[-1].token, last->token), CLASSES(LIST_COMMA));
}

/* 获批专科5个、学科8个，总数分别达到14个和27个; 排查隐患687条，其中重大隐患37条，（检查率均为100%，）整改率分别为98%和100% */
static bool by_figures_with_head(const struct row *r) {
    slice                   head = sentence_text(r->s, r->names.from, r->names.to);
    const struct candidate *end = r->first;
    while (r->first->kind == KIND_SHARE && end > r->s->candidates && end[-1].kind == KIND_SHARE) end--;
    bool counted = r->first->kind == KIND_SHARE && end > r->s->candidates && counts(&end[-1]) && rates_counted(r, &end[-1]);
    bool per = r->first > r->s->candidates && whose_average(r, r->first[-1].metric).len < r->first[-1].metric.len;
    bool placed = r->first->kind == KIND_RANK; /* A增长6%，B增长5%，增速分别居第2、第3位 */
    return is_told(r) && (has_generic_head(r) || counted || per || placed) && deal_figures(r, counted ? end : r->first, head);
}

/* 城市标准790元，农村标准640元，月人均补差分别为486元、312元: the areas that the two figures before are told of. */
static bool by_areas_before(const struct row *r) {
    enum { AREA = 2 * HAN };
    const struct sentence  *s = r->s;
    const struct candidate *second = r->first - (r->first > s->candidates), *one = second;
    bool                    lone = is_told(r) && r->own && r->count == 2 && !has_class(s, r->names, CLASSES(LIST_COMMA, AND));
    if (!lone || second == r->first || second->refused || second->metric.len <= AREA) return false; /* most */
    slice area = slice_sub(second->metric, 0, AREA);
    while (one > s->candidates && (one->refused || slice_starts(one->metric, area))) one--;
    slice other = slice_sub(one->metric, 0, one->metric.len < AREA ? 0 : AREA);
    bool  alike = is_area(s->lexicon, area) && is_area(s->lexicon, other) && !slice_equal(area, other) &&
                 slice_equal(slice_from(one->metric, AREA), slice_from(second->metric, AREA));
    if (!alike) return false;
    slice name = name_of(s, r->names, r->arena);
    r->first[0].metric = joined(other, name, r->arena);
    r->first[1].metric = joined(area, name, r->arena);
    return true;
}

/* ---- the ways in which a row is served ---- */

/* 诉求依次为|停车、噪音: where a list begins that is said to be what the words before it name; r.from where none is. */
static size_t told_list(const struct sentence *s, struct range r) {
    size_t mark = first_of(s, r, CLASSES(LIST_COMMA, AND));
    size_t is = last_of(s, range_of(r.from, mark), CLASSES(REACH, RESPECTIVELY));
    if (is == SIZE_MAX) return r.from;
    bool tells = (s->tokens[is].tag == RESPECTIVELY && is > r.from) || note_at(s, is, NOTE_IS) ||
                 (is > r.from && is_one_of(s->tokens[is - 1].tag, RESPECTIVELY, OF)); /* 较高的|有教育、医疗 */
    return tells ? is + 1 : r.from;
}

/* The clause that ends with the comma before token `start`; empty where none stands there. */
static struct range clause_at_comma(const struct sentence *s, size_t start) {
    if (tag_before(s, start) != COMMA) return range_of(0, 0);
    size_t from = start - 1;
    while (!is_one_of(tag_before(s, from), COMMA, STOP, COLON, BLANK, OPEN, CLOSE) && !is_figure(s, from - 1)) from--;
    return range_of(from, start - 1);
}

/* 污水处理能力 and 处理率 → 污水处理率: a rate of what the item ends with. */
static slice with_measure(slice item, slice measured, struct arena *arena) {
    size_t stem = measured.len > 2 * HAN ? slice_find(item, slice_less(measured, HAN), 0) : SIZE_MAX;
    return joined(stem == SIZE_MAX || stem < 2 * HAN ? item : slice_sub(item, 0, stem), measured, arena);
}

/* 新建、改造|道路58条、126公里: figures that measure one thing each in its own way, whose deeds share the noun. */
static bool is_bare_deed(const struct sentence *s, struct range item) {
    return item.to == item.from + 1u && s->tokens[item.from].tag == VERB;
}

/* 学校、医院|加固|1260栋、320万平方米: what was done to all of the items, of which the last alone ends with it. */
static bool is_deed_of_all(const struct sentence *s, const struct items *items) {
    const struct range *first = &items->at[0], *last = &items->at[items->count - 1];
    return s->tokens[last->to - 1].tag == VERBAL && last->to > last->from + 1u &&
           skip(s, first->from, CLASSES(NOUN)) == first->to;
}

/* 道路、矿山|事故起数和死亡人数: what is measured of all items of a list is dealt out, not the items, where 和 stands between
 * two heads. */
static bool deals_measures(const struct sentence *s, const struct items *measures, size_t count) {
    if (measures->count != count || count != 2) return false;
    return is_head(&s->tokens[measures->at[0].to - 1]) && is_head(&s->tokens[measures->at[1].to - 1]);
}

/* 改造|东风路、崇焕路等主干道|8条共17.6公里: levels that nothing deals out are of what a list's examples are. */
static bool sums_examples(const struct row *r) {
    if (is_told(r) || r->first->kind != KIND_LEVEL || !in_classes(ETC, r->s->classes)) return false; /* most */
    size_t list = last_of(r->s, r->before, CLASSES(ETC));
    return list != SIZE_MAX && list + 1 < r->before.to;
}

static bool deal_items(const struct row *r, struct range names, struct range head) {
    if (sums_examples(r)) return false;
    struct items items = cut_items(r->s, names, CLASSES(LIST_COMMA, AND));
    if (items.count > r->count) {
        items = cut_items(r->s, names, CLASSES(AND));
        if (!deals_measures(r->s, &items, r->count))
            items = cut_items(r->s, names, CLASSES(LIST_COMMA)); /* 金融业、软件和信息服务业增加值 */
    }
    if (items.count != r->count) return false;
    struct candidate *first = r->first;
    bool              alike = true;
    for (size_t i = 1; i < r->count; i++) alike &= same_unit(first + i, first);
    bool sized = counts(first) && unit_is(first, UNIT_MEASURE_WORD) && physical_unit(first + 1);
    if (!is_told(r) && !alike && (sized || is_bare_deed(r->s, items.at[0]) || is_deed_of_all(r->s, &items))) return false;
    slice measured = name_of(r->s, head, r->arena);
    for (size_t i = 0; i < r->count; i++)
        first[i].metric = with_measure(item_name(r->s, &items, i, alike, r->arena), measured, r->arena);
    return true;
}

/* 城乡居民收入分别增长6%、5%: a word that stands for several gives each figure its own; 城乡低保对象6214户、8437人 is one thing
 * counted twice. */
static bool deal_parts(const struct row *r, struct range names) {
    slice  parts = SLICE_NONE, part;
    size_t word = names.from, n = 0;
    for (; word < names.to && !parts.len; word++) parts = noted(&r->s->tokens[word], NOTE_EACH, SLICE_LIT("each"));
    for (size_t at = 0; tsv_word(parts, &at, &part);) n++;
    if (n != r->count) return false;
    for (size_t i = 1; i < r->count; i++)
        if (!same_unit(r->first + i, r->first)) return false;
    slice before = name_of(r->s, range_of(names.from, word - 1), r->arena);
    slice after = name_of(r->s, range_of(word, names.to), r->arena), head = name_of(r->s, r->head, r->arena);
    for (size_t i = 0, at = 0; tsv_word(parts, &at, &part); i++) {
        slice own = arena_format(r->arena, "%.*s%.*s%.*s", SLICE_ARG(before), SLICE_ARG(part), SLICE_ARG(after));
        r->first[i].metric = joined(own, head, r->arena);
    }
    return true;
}

/* 汽车、锂电池等“新三样”出口分别增长…: what is measured of each stands behind the list. */
static struct range behind_list(const struct sentence *s, struct range names) {
    size_t list = last_of(s, names, CLASSES(ETC));
    if (list == SIZE_MAX) return range_of(0, 0);
    size_t quoted = last_of(s, range_of(list, names.to), CLASSES(UNQUOTE));
    if (quoted != SIZE_MAX) return range_of(quoted + 1, names.to);
    if (names.to == list + 2u && s->tokens[list + 1].tag == HEAD) return range_of(list + 1, names.to); /* 钢铁、水泥等|产量 */
    return measured_tail(s, range_of(list + 1, names.to));
}

static bool by_list(const struct row *r, struct range names) {
    return deal_items(r, names, r->head.to > r->head.from ? r->head : behind_list(r->s, names));
}

static bool by_names(const struct row *r, struct range names) { return by_list(r, names) || deal_parts(r, names); }

static bool by_own_names(const struct row *r) { return r->own && by_names(r, r->names); }

/* 对东盟、欧盟出口分别增长…: the narrowed name may have lost items. */
static bool by_all_words(const struct row *r) { return is_told(r) && by_list(r, r->all); }

/* 八类案件发案数、命案发案数分别下降…: an item stands behind the figure before. */
static bool by_words_behind_figure(const struct row *r) {
    size_t from = r->before.from;
    bool   listed = is_told(r) && from > 1 && is_one_of(r->s->tokens[from - 1].tag, LIST_COMMA, AND);
    return listed && deal_items(r, range_of(clause_start(r->s, from - 1), r->all.to), r->head);
}

/* A、B和C再次提高，月人均分别提高1元、2元和3元: the items of the clause before. What is `measured` of them is not what was
 * done: 培育|新能源、新材料、生物医药|三大产业，产值分别达到… */
static struct range clause_items(const struct sentence *s, size_t start, bool measured) {
    struct range       r = clause_at_comma(s, start);
    const struct word *next = words_ending(s, r.from, r.to, EDGE_SECOND); /* 供电、纳税|次之，得分率分别为 */
    const uint32_t     says = next && r.to > r.from ? s->tokens[r.to - 1].end - (uint32_t)next->text.len : UINT32_MAX;
    while (next && r.to > r.from && s->tokens[r.to - 1].start >= says) r.to--;
    r = strip(s, r, NAME_HEAD, NAME_TAIL | TRAIT_MOVES | TRAIT_BECOMES);
    size_t last = last_of(s, r, CLASSES(LIST_COMMA, AND));
    size_t list = told_list(s, r);
    if (list > r.from) return strip(s, range_of(list, r.to), 0, NAME_TAIL);
    if (last != SIZE_MAX && object_end(s, last + 1) < r.to) r.to = object_end(s, last + 1);
    while (measured && r.from < r.to && is_one_of(s->tokens[r.from].tag, VERB, IMPROVE, LIGHT)) r.from++;
    for (size_t i = r.from + 1u; measured && i < r.to; i++)
        if (s->tokens[i].candidate >= 0) r.to = (uint32_t)i;
    return strip(s, r, 0, NAME_TAIL);
}

/* 新开1路、2路和3路三条线路，长度分别为12公里、18公里和9公里: as many items as the clause before lists and counts. */
static bool by_counted_list(const struct row *r) {
    const struct sentence *s = r->s;
    size_t                 k = r->before.from;
    if (!is_told(r) || k == 0) return false;
    for (k--; k > 0 && !is_figure(s, k);) k--;
    if (k == 0 || plain_count(figure_at(s, k)) != r->count) return false;
    struct range list = range_of(clause_start(s, k), k);
    size_t       mark = first_of(s, list, CLASSES(LIST_COMMA, AND));
    while (mark > list.from &&
           is_one_of(s->tokens[mark - 1].tag, NOUN, HEAD, VERBAL, LEVEL, IMPROVE, BARE, SET_PHRASE, QUOTE, UNQUOTE))
        mark--; /* 对|苹果, 赛事包括|马拉松 */
    return deal_items(r, strip(s, range_of(mark, k), NAME_HEAD, NAME_TAIL), r->names);
}

/* 起数、死亡人数两项|指标|分别下降: a word of what the items themselves are, as 案件 of 杀人、抢劫两类 is not. */
static bool says_what_items_are(const struct sentence *s, struct range r) {
    const struct word *kind = r.to == r.from + 1u ? token_ending(s, r.from, EDGE_KINDS) : NULL;
    return kind && !(kind->row->notes & NOTE_THING);
}

/* 纺织、建材、食品三大产业|产值, 煤炭、电力和化工等四个行业|利润: the items stand before the count that sums them up. */
static bool by_summed_list(const struct row *r) {
    const struct sentence *s = r->s;
    size_t                 sum = r->names.to, from = r->names.from;
    while (sum > from && s->tokens[sum - 1].candidate < 0) sum--;
    bool inside = sum > from, before = !inside && from > 1 && is_figure(s, r->before.from - 1);
    if (!is_told(r) || !(inside || before)) return false; /* most */
    sum = inside ? sum - 1 : r->before.from - 1u;
    struct range list = inside ? range_of(from, sum) : range_of(clause_start(s, sum), sum);
    struct range behind = range_of(inside ? sum + 1 : from, r->names.to), measured = measured_tail(s, behind);
    if (measured.to == measured.from && !says_what_items_are(s, behind)) return false;
    return deal_items(r, strip(s, list, NAME_HEAD, NAME_TAIL), measured);
}

/* 青禾苹果、临岫小米|获地理标志认证，品牌价值分别达到…: the list that opens the clause before, as its subject. */
static struct range subjects_before(const struct sentence *s, size_t start) {
    if (tag_before(s, start) != COMMA) return range_of(0, 0);
    size_t from = clause_start(s, start - 1), to = from;
    while (to < start - 1 && is_one_of(s->tokens[to].tag, NOUN, HEAD, AND, LIST_COMMA)) to++;
    bool does = to < start - 1 && from > 0 ? s->tokens[from - 1].tag != COMMA : from == 0;
    return does ? strip(s, range_of(from, to), NAME_HEAD, NAME_TAIL) : range_of(0, 0);
}

/* 东盟、欧盟为前两大伙伴，|进出口|分别为…: one word for what is measured of each, right before 分别. */
static bool is_lone_measure(const struct row *r) {
    return r->names.to == r->told && r->names.to == r->names.from + 1u && r->s->tokens[r->names.from].tag == HEAD &&
           !note_at(r->s, r->names.from, NOTE_PER);
}

/* What has its own head is no deed of the clause before: 推进养老保险、社会救助建设，低保标准分别提高… */
static bool by_clause_before(const struct row *r) {
    if (!is_told(r)) return false;
    bool headed = content_bytes(r->s, r->names) >= 4 * HAN;
    bool lone = has_generic_head(r) || is_short_rate(r) || is_lone_measure(r); /* 产值分别达到, 提及率分别为 */
    if (headed) return deal_items(r, subjects_before(r->s, r->before.from), r->names);
    return deal_items(r, clause_items(r->s, r->before.from, lone), lone ? r->names : r->head);
}

/* 甲收入和乙收入，|年均增长8.6%和3.8%: as many things as there are growths, in a clause that tells nothing else. */
static bool by_clause_of_things(const struct row *r) {
    if (is_told(r) || r->own || r->first->kind != KIND_GROWTH) return false; /* most */
    struct range things = strip(r->s, clause_at_comma(r->s, r->before.from), NAME_HEAD, NAME_TAIL);
    bool         only = skip(r->s, things.from, CLASSES(NOUN, HEAD, AND, LIST_COMMA)) == things.to;
    return only && things.to > things.from + 2u && deal_items(r, things, range_of(0, 0));
}

/* 小学、初中|入学率分别为100%、99.9%，巩固率|分别为99%、98%: another rate of the same. */
static bool by_rated_before(const struct row *r) {
    bool rate = is_told(r) && r->first->kind == KIND_SHARE && is_short_rate(r);
    if (!rate || r->last.to == r->last.from) return false; /* most */
    size_t measured = rate_of(r->s, r->last);
    return measured < r->last.to && deal_items(r, range_of(r->last.from, measured), r->names);
}

/* 三次产业对经济增长的贡献率分别为4%、45%和51%，|分别拉动经济增长|0.3、3.7和4.1个百分点: what drives, without what was told of
 * it. */
static bool by_drivers(const struct row *r) {
    bool drives = is_told(r) && !r->own && r->first->kind == KIND_CHANGE && r->head.to > r->head.from &&
                  note_at(r->s, r->head.from, NOTE_SENDS);
    if (!drives || r->last.to == r->last.from) return false; /* most */
    size_t toward = r->last.from;
    while (toward < r->last.to && r->s->tokens[toward].tag != PREPOSITION) toward++;
    return by_names(r, range_of(r->last.from, toward));
}

/* 入园率、入学率均超过95%，比2020年分别提高3个和2个百分点: the items that share the figure before. */
static bool by_joint_figure(const struct row *r) {
    if (!is_told(r) || r->own || r->first == r->s->candidates || r->first[-1].refused) return false;
    const struct candidate *joint = r->first - 1;
    if (joint->kind == KIND_SHARE && r->first->kind == KIND_LEVEL) return false; /* 检查率均为100%，分别发现隐患12处和8处 */
    return by_names(r, name_before(r->s, joint, words_before(r->s, joint->token)));
}

/* Bytes of the part of a place that `text`, the words from token `from` on, opens with: 城区|空气优良天数,
 * 省直|一般公共预算收入. */
static size_t part_bytes(const struct sentence *s, size_t from, slice text) {
    size_t first = token_bytes(&s->tokens[from]), until = first;
    for (size_t end = 2 * HAN, i = from; end + 2 * HAN <= text.len; end += HAN) {
        for (; until < end; until += token_bytes(&s->tokens[i])) i++;
        if ((until == end || !s->tokens[i].word) && lexicon_ending(s->lexicon, slice_sub(text, 0, end), EDGE_PLACE)) return end;
    }
    return first;
}

/* 全国和|自贸试验区|负面清单条数分别压减51%、72%: the first is of the whole, which no name tells. */
static bool by_whole_and_part(const struct row *r) {
    const struct sentence *s = r->s;
    size_t                 whole = skip(s, r->before.from, CLASSES(DATE, ADVERB));
    bool                   together = is_told(r) && r->count == 2 && tag_at(s, whole) == PLACE && tag_at(s, whole + 1) == AND;
    struct range           part = range_of(whole + 2, r->names.to);
    if (!together || part.from >= part.to || has_class(s, part, CLASSES(PLACE, AND, LIST_COMMA, OF))) return false; /* most */
    slice  name = sentence_text(s, part.from, part.to);
    size_t own = part_bytes(s, part.from, name);
    if (own + 2 * HAN > name.len) return false;
    r->first[0].metric = slice_from(name, own);
    r->first[1].metric = name;
    return true;
}

/* 健身、教培、美容|位列前三，占比|分别为37%、26%和15%: the list that took the first places in the clause before. */
static bool by_ranked_list(const struct row *r) {
    const struct sentence *s = r->s;
    size_t                 end = r->before.from - (r->before.from > 0);
    if (!is_told(r) || r->first->kind != KIND_SHARE || tag_at(s, end) != COMMA) return false; /* most */
    size_t       start = back_to(s, end, CLASSES(COMMA, STOP)), rank = next_of(s, start, CLASSES(RANK, COMMA, STOP));
    struct range list = strip(s, range_of(start, rank), NAME_HEAD, NAME_TAIL);
    return rank < end && has_class(s, list, CLASSES(LIST_COMMA)) && deal_items(r, list, r->names);
}

/* The first that serves it. */
static bool (*const ways[])(const struct row *r) = {
    by_whole_and_part,  by_shared_whole,      by_summed_list,         by_ranked_list,      by_own_names,
    by_counted_figures, by_all_words,         by_words_behind_figure, by_counted_list,     by_clause_before,
    by_drivers,         by_figures_before,    by_figures_each,        by_clause_of_things, by_rated_before,
    by_row_before,      by_figures_with_head, by_joint_figure,        by_areas_before,
};

/* ---- the row itself ---- */

/* 批捕187人，起诉512人，同比下降22%|、上升6.4%: nothing moves twice, so that growths in a row are of one thing each. */
static bool in_growing_row(const struct sentence *s, const struct candidate *c) {
    return c->kind == KIND_GROWTH && in_moving_row(s, c) && c[1].kind == KIND_GROWTH;
}

/* How many figures stand in a row from `first` on; a comma parts figures that nothing deals out, and behind two of the row
 * those of another unit: 分别下降5.6%和4%，|74个重点城市… */
static size_t row_length(const struct sentence *s, const struct candidate *first, bool respectively) {
    size_t count = 1;
    for (const struct candidate *c = first; count < MOST_ITEMS; c++, count++) {
        if (!in_row(s, c) && !(respectively && in_moving_row(s, c)) && !in_growing_row(s, c)) break;
        bool comma = has_class(s, range_of(c[0].token, c[1].token), CLASSES(COMMA));
        bool other = count > 1 && !same_unit(c + 1, c);
        if (comma && (!respectively || other)) break;
    }
    return count;
}

/* 分别|建成公园、绿地|12个、3处: does nothing stand before 分别 and the list of items behind it? */
static bool deals_ahead(const struct row *r) {
    bool opens = skip(r->s, r->before.from, CLASSES(DATE, PLACE, ADVERB, DONE, COMMA)) == r->told;
    return opens && has_class(r->s, range_of(r->told + 1, r->first->token), CLASSES(LIST_COMMA, AND));
}

/* 分别|给予一次性|奖励|200万元、100万元: a deed is what is given. */
static bool is_given(const struct row *r) {
    size_t deed = r->first->token - 1u;
    return deed > r->told + 1 && r->s->tokens[r->told + 1].tag == LIGHT && is_one_of(r->s->tokens[deed].tag, VERB, VERBAL);
}

/* 分别只相当于全国|平均水平|的86.4%和94.1%, 分别完成|年度任务|的108%和112%: what stands behind 分别 is what the shares are
 * measured by. */
static bool is_norm(const struct row *r) {
    if (r->first->kind != KIND_SHARE || tag_at(r->s, r->head.to) != OF) return false; /* most */
    return note_at(r->s, r->head.to - 1, NOTE_NORM | NOTE_GOAL);
}

/* What stands before 分别 and behind it. */
static void part_at_told(struct row *r) {
    const struct sentence *s = r->s;
    if (deals_ahead(r)) {
        r->names = r->all = strip(s, range_of(r->told + 1, r->first->token), NAME_HEAD, NAME_TAIL);
        return;
    }
    r->head = name_range(s, range_of(r->told + 1, r->first->token), r->first->kind);
    size_t share = skip(s, r->told + 1, CLASSES(ADVERB)), of = r->first->token - 1u;
    if (is_given(r))
        r->head = range_of(r->first->token - 1u, r->first->token);
    else if (r->first->kind == KIND_SHARE && s->tokens[share].tag == SHARE && of > share + 1 && s->tokens[of].tag == OF)
        r->head = range_of(share, of); /* 分别|占总产值|的36%、47% */
    else if (!has_class(s, r->head, CLASSES(NOUN, HEAD)) || content_bytes(s, r->head) < 2 * HAN || is_norm(r))
        r->head = range_of(0, 0);
    size_t   than = r->before.from, from = r->names.from;
    uint32_t tail =
        r->first->kind == KIND_RANK ? NAME_TAIL : NAME_TAIL | TRAIT_MOVES | TRAIT_BECOMES; /* 总量、增速分别居第3、第5位 */
    while (than < r->told && s->tokens[than].tag != THAN) than++;
    r->all = strip(s, range_of(r->before.from, than), NAME_HEAD, tail);
    r->names = strip(s, range_of(from < than ? from : r->before.from, than), NAME_HEAD, tail);
}

/* 总部、研发中心分别|新增|65家和30家, |新建|学校、医院分别12所和3所: the verb is of each. */
static void give_verb(const struct row *r) {
    const struct sentence *s = r->s;
    if (!is_told(r)) return;
    size_t at = r->told + 1;
    bool   behind = at + 1u == r->first->token && s->tokens[at].tag == VERB;
    if (!behind) at = r->all.from;
    bool noun = s->tokens[at].tag == VERBAL && tag_at(s, at + 1) == NOUN && r->first->role == ROLE_NONE; /* 培训|教师、医生 */
    noun = noun && !has_class(s, range_of(at + 1u, r->all.to), CLASSES(HEAD, VERB, LEVEL, OF));
    bool opens = r->first->kind == KIND_LEVEL && (noun || s->tokens[at].tag == VERB);
    for (size_t i = at + 1u; opens && i < r->all.to; i++)
        opens = !is_one_of(s->tokens[i].tag, VERB, VERBAL, AWARD) || /* 新建公路、|改造|桥梁分别为 */
                (s->tokens[i - 1].tag == NOUN &&
                 ((tag_at(s, i + 1) == NOUN && is_one_character(&s->tokens[i + 1])) || /* 垃圾|中转|站 */
                  (s->tokens[i].tag == VERBAL && tag_at(s, i + 1) == HEAD)));          /* 工伤|保险|人数 */
    if (!behind && !opens) return;
    slice verb = token_text(s, at);
    if (!behind && !slice_starts(r->first->metric, verb)) return;
    for (size_t i = 0; i < r->count; i++)
        if (behind || !slice_starts(r->first[i].metric, verb)) r->first[i].metric = joined(verb, r->first[i].metric, r->arena);
}

/* |每千人口|床位、执业医师分别为7.2张、3.1人: of how many there are so many is told of each that is counted. */
static void give_per(const struct row *r) {
    const struct sentence *s = r->s;
    size_t                 per = r->all.from;
    if (!is_told(r) || per >= r->all.to || !note_at(s, per, NOTE_PER)) return; /* most */
    bool  whom = tag_at(s, per + 1) == NOUN && tag_at(s, per + 2) == REACH;    /* 每百户|家庭|拥有 */
    slice opens = sentence_text(s, per, per + 1u + whom);
    bool  all = slice_starts(r->first->metric, opens);
    for (size_t i = 0; all && i < r->count; i++) all = counts(&r->first[i]) && !money_unit(&r->first[i]);
    for (size_t i = 1; all && i < r->count; i++)
        if (!slice_starts(r->first[i].metric, opens)) r->first[i].metric = joined(opens, r->first[i].metric, r->arena);
}

/* 及格率、优秀率|在全市12个县区中分别排第3位和第2位: the words behind the count only tell the field, and those before it name
 * the row; none do in a clause that the field opens, 及格率、优秀率分别为59%和21%，|在全市12个县区中分别排…. */
static void pass_over_field(struct row *r) {
    const struct sentence *s = r->s;
    size_t                 from = r->before.from;
    if (r->first->kind != KIND_RANK || from < 2 || !is_figure(s, from - 1)) return; /* most */
    size_t field = skip_back(s, from - 1, CLASSES(ADVERB, PLACE));
    r->field = note_at(s, field - 1, NOTE_AT);
    if (r->field) r->names = r->all = strip(s, clause_up_to(s, field), NAME_HEAD, NAME_TAIL);
}

size_t deal(const struct sentence *s, struct candidate *first, struct words words, struct range names, struct range *dealt,
            struct arena *arena) {
    struct row r = {.s = s, .arena = arena, .first = first, .before = range_of_words(words), .names = names, .last = *dealt};
    r.told = last_of(s, r.before, CLASSES(RESPECTIVELY));
    bool each = r.told == SIZE_MAX && r.before.from < r.before.to && s->tokens[r.before.from].tag == BOTH;
    if (each) r.told = r.before.from; /* 主题分别是A、B，|各占24%、19% */
    r.count = row_length(s, first, is_told(&r));
    r.total = words.notes & NOTE_TOTAL;
    if (r.count < 2) return 0;
    bool behind = is_one_of(tag_before(s, first->token), LIST_COMMA, AND) && is_figure(s, first->token - 2u) &&
                  kind_moves(first->kind) && first[-1].kind == first->kind;
    if (behind) return 0; /* 标准分别提高6%、|8%、10%: the row starts before it, and nothing deals it out */
    if (is_told(&r)) part_at_told(&r);
    if (is_told(&r)) pass_over_field(&r);
    bool most = r.names.from > 1 && s->tokens[r.names.from - 1].tag == LIST_COMMA &&
                s->tokens[r.names.from - 2].tag == QUALIFIER && note_at(s, r.names.from - 2, NOTE_ADJ);
    r.names.from -= 2u * most; /* 最高、|最低气温 */
    r.own = content_bytes(s, r.names) >= 2 * HAN;
    size_t way = 0, count = sizeof ways / sizeof *ways;
    while (way < count && !ways[way](&r)) way++;
    if (way == count) return 0;
    if (ways[way] == by_own_names) *dealt = r.names;
    give_verb(&r);
    give_per(&r);
    return r.count;
}
