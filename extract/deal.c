/* A、B分别增长6%、5%: each figure of a row gets its item, with what the items share: 城镇、农村居民人均可支配收入 gives
 * 城镇居民人均可支配收入. The items stand before 分别, in the clause before it (传统产业…，分别实现产值…) or are the figures
 * before (进出口总额16亿，利用外资1亿，分别增长…). */
#include "extract/deal.h"

#include "extract/base/banned.h"

enum { MOST_ITEMS = 12 };

bool directly_listed(const struct sentence *s, size_t a, size_t b) {
    for (size_t i = a + 1; i < b; i++)
        if (!is_one_of(s->tokens[i].tag, ";k,aE")) return false;
    return b > a + 1;
}

struct items {
    struct range at[MOST_ITEMS];
    size_t       count;
};

/* Cuts 一、二、三产业增加值 at 、 and 和; what stands behind 等 is of all. */
static struct items cut_items(const struct sentence *s, struct range r) {
    struct items items = {.count = 0};
    size_t       from = r.from, etc = last_of(s, r, CLASSES("W"));
    if (etc != SIZE_MAX && etc > r.from) r.to = etc;
    for (size_t i = r.from; i <= r.to; i++) {
        if (i < r.to && !is_one_of(s->tokens[i].tag, ";k")) continue;
        if (i > from && items.count < MOST_ITEMS) items.at[items.count++] = range_of(from, i);
        from = i + 1;
    }
    return items;
}

/* What the last item has for all of them: 农村|居民人均可支配收入 behind 城镇 gives 居民人均可支配收入. */
static slice shared_tail(const struct sentence *s, struct range last, struct range first) {
    slice whole = sentence_text(s, last.from, last.to), head = sentence_text(s, first.from, first.to);
    slice opening = sentence_text(s, last.from, last.from + 1);
    if (head.len <= 9 && opening.len >= head.len + 12 && s->tokens[last.from].tag == 'n') return slice_from(whole, head.len);
    for (size_t i = last.from; i < last.to; i++)
        if (s->tokens[i].tag == 'h') {
            bool all = true;
            for (size_t j = i; j < last.to; j++) all &= is_one_of(s->tokens[j].tag, "hc");
            if (all && i > last.from) return sentence_text(s, i, last.to);
        }
    return whole.len >= head.len + 6 && head.len <= 12 ? slice_from(whole, head.len) : SLICE_NONE;
}

static slice item_name(const struct sentence *s, const struct items *items, size_t i, struct arena *arena) {
    slice name = name_of(s, items->at[i], arena);
    if (i + 1 >= items->count || tag_at(s, items->at[i].to - 1) == 'h') return name;
    slice tail = shared_tail(s, items->at[items->count - 1], items->at[i]);
    return slice_ends(name, tail) ? name : joined(name, tail, arena);
}

/* How many figures stand in a row from `first` on. */
static size_t row_length(const struct sentence *s, size_t first) {
    size_t count = 1;
    for (size_t c = first; c + 1 < s->candidate_count && count < MOST_ITEMS; c++, count++)
        if (s->candidates[c + 1].refused || !directly_listed(s, s->candidates[c].token, s->candidates[c + 1].token)) break;
    return count;
}

static bool deal_items(struct sentence *s, size_t first, size_t count, struct range names, struct range head,
                       struct arena *arena) {
    struct items items = cut_items(s, names);
    if (count < 2 || items.count != count) return false;
    slice measured = name_of(s, head, arena);
    for (size_t i = 0; i < count; i++)
        s->candidates[first + i].metric = joined(item_name(s, &items, i, arena), measured, arena);
    return true;
}

/* The clause before token `start` whose items could be dealt out: A、B和C再次提高，月人均分别提高1元、2元和3元. */
static struct range clause_items(const struct sentence *s, size_t start) {
    if (start == 0 || s->tokens[start - 1].tag != ',') return range_of(0, 0);
    struct range r = range_of(start - 1, start - 1);
    while (r.from > 0 && !is_one_of(s->tokens[r.from - 1].tag, ",.:_()") && !is_figure(s, r.from - 1)) r.from--;
    return strip(s, r, HEAD, TAIL | CLASSES("ujUJKra"));
}

/* A 16亿，B 1亿，分别增长6%、5%: the names of as many figures before. */
static bool deal_figures(struct sentence *s, size_t first, size_t count) {
    if (count < 2 || first < count) return false;
    for (size_t i = 0; i < count; i++) {
        const struct candidate *before = &s->candidates[first - count + i];
        if (before->refused || !before->metric.len || before->kind == KIND_GROWTH || before->kind == KIND_CHANGE) return false;
    }
    for (size_t i = 0; i < count; i++) s->candidates[first + i].metric = s->candidates[first - count + i].metric;
    return true;
}

size_t deal(struct sentence *s, size_t first, struct range *dealt, struct arena *arena) {
    const struct candidate *c = &s->candidates[first];
    struct range            before = words_before(s, c->token), head = range_of(0, 0);
    struct range            names = name_range(s, before, c->kind);
    size_t                  told = last_of(s, before, CLASSES("F")), count = row_length(s, first);
    bool                    respectively = told != SIZE_MAX;
    if (respectively) {
        /* 煤炭、电解铝分别淘汰产能1亿吨和120万吨: the items before 分别, what is counted behind it. */
        head = name_range(s, range_of(told + 1, c->token), c->kind);
        if (!has_class(s, head, CLASSES("nh"))) head = range_of(0, 0);
        names = strip(s, range_of(names.from < told ? names.from : before.from, told), HEAD, TAIL | CLASSES("ujUJK"));
    }
    bool own = content_bytes(s, names) >= 6;
    bool served = own && deal_items(s, first, count, names, head, arena);
    if (served) *dealt = names;
    if (!served && respectively) served = deal_items(s, first, count, clause_items(s, before.from), head, arena);
    /* 城镇居民收入15781元，农村居民收入4761元，增长8.4%和8% */
    if (!served && !own && (respectively || c->kind == KIND_GROWTH)) served = deal_figures(s, first, count);
    if (!served && !own && dealt->to > dealt->from) served = deal_items(s, first, count, *dealt, head, arena);
    return served ? count : 0;
}
