/* Which words of a range a name keeps, and how much they say. */
#include "extract/phrase.h"

#include "extract/base/banned.h"

enum { LONGEST_METRIC = 60 * 3 };

#define CONTENT CLASSES("nhvZGujKwBqxC1NQSPDMRTA")
#define DROPPED CLASSES("adYgeEFclHtfbymsiILOpzr<>_,W")
#define BOUNDARY CLASSES(",.:_()" FIGURES)
#define TRAIT(c, classes, trait) ((classes) >> (c)&1 ? (trait) : 0)
#define TRAITS(c)                                                                                                              \
    TRAIT(c, CONTENT, TRAIT_CONTENT) | TRAIT(c, DROPPED, TRAIT_DROPPED) | TRAIT(c, BOUNDARY, TRAIT_BOUNDARY) |                 \
        TRAIT(c, CLASS_BIT('('), TRAIT_BRACKET)
#define TRAITS_4(c) TRAITS(c), TRAITS(c + 1), TRAITS(c + 2), TRAITS(c + 3)
#define TRAITS_16(c) TRAITS_4(c), TRAITS_4(c + 4), TRAITS_4(c + 8), TRAITS_4(c + 12)
const uint8_t class_traits[128] = {TRAITS_16(0),  TRAITS_16(16), TRAITS_16(32), TRAITS_16(48),
                                   TRAITS_16(64), TRAITS_16(80), TRAITS_16(96), TRAITS_16(112)};

bool has_class(const struct sentence *s, struct range r, u128 classes) {
    for (size_t i = r.from; i < r.to; i++)
        if (in_classes(s->tokens[i].tag, classes)) return true;
    return false;
}

size_t last_of(const struct sentence *s, struct range r, u128 classes) {
    for (size_t i = r.to; i > r.from; i--)
        if (in_classes(s->tokens[i - 1].tag, classes)) return i - 1;
    return SIZE_MAX;
}

/* 收购价每50公斤提高5元, 浓度每立方米45微克: what a figure is taken per. */
static bool is_per(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == '5' && (s->tokens[i + 1].candidate >= 0 || is_one_of(tag_at(s, i + 2), "ujKUJdQ"));
}

/* 城乡收入比缩小至1.95, 收入比2.5:1: the head 比; 收入比十年前 compares. */
static bool is_ratio(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == 'b' && is_one_of(tag_at(s, i + 1), "fUJdXNP") && s->tokens[i].end - s->tokens[i].start == 3;
}

/* 完成年度计划的102%: a plan that is meant, not 产量计划达到. */
static bool is_goal(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == 'C' && is_one_of(s->tokens[i - 1].tag, "nhZ") &&
           (tag_at(s, i + 1) == 'c' || ends_phrase(s, i + 1));
}

static struct range strip_ends(const struct sentence *s, struct range r, u128 head, u128 tail) {
    for (; r.to > r.from; r.to--) {
        size_t last = r.to - 1u;
        bool   more = last > r.from;
        if (!in_classes(s->tokens[last].tag, tail) && !(more && is_per(s, last - 1))) break;
        if (more && (is_goal(s, last) || is_ratio(s, last))) break;
    }
    while (r.from < r.to && in_classes(s->tokens[r.from].tag, head) && !is_adjective(s, r.from)) r.from++;
    return r;
}

struct range strip(const struct sentence *s, struct range r, u128 head, u128 tail) {
    if (r.from >= r.to) return r;
    const struct token *first = &s->tokens[r.from], *last = &s->tokens[r.to - 1];
    bool                bare = !in_classes(first->tag, head) && !in_classes(last->tag, tail); /* most are */
    return bare && (first == last || last[-1].tag != '5') ? r : strip_ends(s, r, head, tail);
}

/* ---- what a name leaves out ---- */

static bool is_kept(const struct sentence *s, size_t i) {
    return !has_trait(&s->tokens[i], TRAIT_DROPPED) || is_adjective(s, i) || is_ratio(s, i);
}

/* The first part from token `i` on: the hole, or a bracket that is long or holds nothing that is kept, 汛期（5—9月）; empty
 * when there is none. 新（改）建 stays whole. */
static struct range gap_behind(const struct sentence *s, struct range r, size_t i) {
    for (; i < r.to; i++) {
        size_t close = i;
        bool   kept = false;
        if (s->tokens[i].tag == '(')
            while (++close < r.to && s->tokens[close].tag != ')') kept |= is_kept(s, close);
        if (close > i && close < r.to && (!kept || s->tokens[close].start - s->tokens[i].end > 9))
            return range_of(i, close + 1);
        if (r.hole < r.hole_end && i == r.hole) return range_of(i, r.hole_end < r.to ? r.hole_end : r.to);
    }
    return range_of(r.to, r.to);
}

static size_t content_between(const struct sentence *s, struct range r) {
    size_t n = 0;
    for (size_t i = r.from; i < r.to;) {
        struct range gap = gap_behind(s, r, i);
        for (; i < gap.from; i++)
            if (has_trait(&s->tokens[i], TRAIT_CONTENT)) n += s->tokens[i].end - s->tokens[i].start;
        i = gap.to;
    }
    return n;
}

size_t content_in(const struct sentence *s, struct range r) {
    uint32_t n = 0, traits = 0;
    for (const struct token *t = s->tokens + r.from, *end = s->tokens + r.to; t < end; t++) {
        traits |= traits_of(t);
        n += (traits_of(t) & TRAIT_CONTENT) * (t->end - t->start); /* it is 1, and no branch tells what cannot be foreseen */
    }
    return r.hole < r.hole_end || traits & TRAIT_BRACKET ? content_between(s, r) : n;
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

/* Nothing of it is left out: most names. */
static bool is_whole(const struct sentence *s, struct range r) {
    if (r.hole < r.hole_end || sentence_text(s, r.from, r.to).len > LONGEST_METRIC) return false;
    for (size_t i = r.from; i < r.to; i++)
        if (has_trait(&s->tokens[i], TRAIT_DROPPED | TRAIT_BRACKET) && (s->tokens[i].tag == '(' || !is_kept(s, i)))
            return false;
    return true;
}

static slice name_in_pieces(const struct sentence *s, struct range r, struct arena *arena) {
    struct builder b = {arena_text(arena, LONGEST_METRIC), 0};
    for (size_t i = r.from; i < r.to;) {
        struct range gap = gap_behind(s, r, i);
        for (; i < gap.from; i++)
            if (is_kept(s, i)) add_slice(&b, sentence_text(s, i, i + 1));
        i = gap.to;
    }
    return (slice){b.out, b.length};
}

slice name_of(const struct sentence *s, struct range r, struct arena *arena) {
    return is_whole(s, r) ? sentence_text(s, r.from, r.to) : name_in_pieces(s, r, arena);
}

slice joined(slice a, slice b, struct arena *arena) {
    if (!b.len || slice_find(a, b, 0) != SIZE_MAX) return a;
    if (!a.len) return b;
    struct builder out = {arena_text(arena, LONGEST_METRIC), 0};
    add_slice(&out, a);
    add_slice(&out, b);
    return (slice){out.out, out.length};
}
