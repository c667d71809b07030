/* A row of figures whose items are figures themselves: 进出口总额16亿，利用外资1亿，分别增长6%、5%. Each has the name of one of
 * them, with the head that the row has: 补差分别为310元和160元. */
#include "extract/naming/deal_row.h"

#include "extract/naming/antecedent.h"
#include "extract/naming/lend.h"
#include "extract/naming/object.h"

#include "extract/base/banned.h"

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

size_t plain_count(const struct candidate *c) { return counts(c) ? (size_t)decimal_whole(c->quantity.numeral.value) : 0; }

bool by_shared_whole(const struct row *r) {
    const struct sentence *s = r->s;
    size_t                 of = r->before.to - 1u, from = r->before.from;
    if (r->first->kind != KIND_SHARE || r->before.from == r->before.to || s->tokens[of].tag != OF) return false;
    while (from < of && is_one_of(s->tokens[from].tag, ADVERB, BOTH, DONE)) from++;
    bool part = s->tokens[from].tag == SHARE;
    if (!part && !(s->tokens[from].tag == REACH && has_note(&s->tokens[of - 1], NOTE_GOAL))) return false;
    return deal_figures(r, r->first, part ? sentence_text(s, from, of) : SLICE_NONE);
}

bool by_figures_before(const struct row *r) {
    return !r->own && (is_told(r) || r->total || r->first->kind == KIND_GROWTH) &&
           deal_figures(r, r->first - r->field, SLICE_NONE);
}

bool by_figures_each(const struct row *r) {
    bool per = is_told(r) && r->names.to == r->names.from + 1u && is_per(r);
    if (!per || r->first->kind != KIND_LEVEL || !deal_figures(r, r->first, SLICE_NONE)) return false; /* most */
    for (size_t i = 0; i < r->count; i++)
        r->first[i].metric = joined(token_text(r->s, r->names.from), r->first[i].metric, r->arena);
    return true;
}

bool by_counted_figures(const struct row *r) {
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

bool by_row_before(const struct row *r) {
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

bool by_figures_with_head(const struct row *r) {
    slice                   head = sentence_text(r->s, r->names.from, r->names.to);
    const struct candidate *end = r->first;
    while (r->first->kind == KIND_SHARE && end > r->s->candidates && end[-1].kind == KIND_SHARE) end--;
    bool counted = r->first->kind == KIND_SHARE && end > r->s->candidates && counts(&end[-1]) && rates_counted(r, &end[-1]);
    bool per = r->first > r->s->candidates && whose_average(r, r->first[-1].metric).len < r->first[-1].metric.len;
    bool placed = r->first->kind == KIND_RANK; /* A增长6%，B增长5%，增速分别居第2、第3位 */
    return is_told(r) && (has_generic_head(r) || counted || per || placed) && deal_figures(r, counted ? end : r->first, head);
}

bool by_areas_before(const struct row *r) {
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
