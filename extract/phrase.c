/* Which words of a range a name keeps, and how much they say. */
#include "extract/phrase.h"

#include "extract/base/banned.h"

enum { LONGEST_METRIC = 60 * 3 };

/* What can carry meaning in a metric, what a metric leaves out wherever it stands. */
#define CONTENT CLASSES("nhvZGujKwBqxC1NQSPDMRTA")
#define DROPPED CLASSES("adYgeEFclHtfbymsiILOpzr<>_,W")

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

struct range strip(const struct sentence *s, struct range r, u128 head, u128 tail) {
    while (r.to > r.from && (in_classes(s->tokens[r.to - 1].tag, tail) || (r.to > r.from + 1 && is_per(s, r.to - 2)))) {
        /* 完成年度计划的102%: a plan that is meant, not 产量计划达到. */
        bool plan = s->tokens[r.to - 1].tag == 'C' && r.to > r.from + 1 && is_one_of(s->tokens[r.to - 2].tag, "nhZ");
        if (plan && (tag_at(s, r.to) == 'c' || ends_phrase(s, r.to))) break;
        if (is_ratio(s, r.to - 1) && r.to > r.from + 1) break;
        r.to--;
    }
    while (r.from < r.to && in_classes(s->tokens[r.from].tag, head) && !is_adjective(s, r.from)) r.from++;
    return r;
}

/* A hole, or a bracket that is long: 新（改）建 stays whole. */
static struct range find_gap(const struct sentence *s, struct range r, size_t i) {
    for (; i < r.to; i++) {
        size_t close = i;
        if (s->tokens[i].tag == '(')
            while (++close < r.to && s->tokens[close].tag != ')') {
            }
        if (close > i && close < r.to && s->tokens[close].start - s->tokens[i].end > 9) return range_of(i, close + 1);
        if (r.hole < r.hole_end && i == r.hole) return range_of(i, r.hole_end < r.to ? r.hole_end : r.to);
    }
    return range_of(r.to, r.to);
}

/* What a name leaves out of `r` from token `i` on; empty when nothing is. */
static inline struct range gap_behind(const struct sentence *s, struct range r, size_t i) {
    bool whole = r.hole >= r.hole_end && !(s->classes & CLASS_BIT('('));
    return whole ? range_of(r.to, r.to) : find_gap(s, r, i);
}

size_t content_bytes(const struct sentence *s, struct range r) {
    size_t n = 0;
    for (size_t i = r.from; i < r.to;) {
        struct range gap = gap_behind(s, r, i);
        for (; i < gap.from; i++)
            if (in_classes(s->tokens[i].tag, CONTENT)) n += s->tokens[i].end - s->tokens[i].start;
        i = gap.to;
    }
    return n;
}

/* Words in a row: borrowed where they stand in one piece. */
struct builder {
    const char   *text;
    size_t        length;
    char         *copy; /* NULL: the text is borrowed */
    struct arena *arena;
};

/* What would be too long is left out. */
static void add_slice(struct builder *b, slice text) {
    if (b->length + text.len > LONGEST_METRIC || text.len == 0) return;
    if (b->length == 0) {
        b->text = text.ptr;
    } else {
        if (!b->copy) b->text = b->copy = memcpy(arena_text(b->arena, LONGEST_METRIC), b->text, b->length);
        memcpy(b->copy + b->length, text.ptr, text.len);
    }
    b->length += text.len;
}

static void add_words(struct builder *b, const struct sentence *s, size_t from, size_t to) {
    slice text = sentence_text(s, from, to);
    if (b->length + text.len <= LONGEST_METRIC) return add_slice(b, text);
    for (; from < to; from++) add_slice(b, sentence_text(s, from, from + 1));
}

static bool is_kept(const struct sentence *s, size_t i) {
    return !in_classes(s->tokens[i].tag, DROPPED) || is_adjective(s, i) || is_ratio(s, i);
}

slice name_of(const struct sentence *s, struct range r, struct arena *arena) {
    struct builder b = {.arena = arena};
    for (size_t i = r.from, end; i < r.to;) {
        struct range gap = gap_behind(s, r, i);
        for (; i < gap.from; i = end + 1) {
            for (end = i; end < gap.from && is_kept(s, end);) end++;
            if (end > i) add_words(&b, s, i, end);
        }
        i = gap.to;
    }
    return (slice){b.text, b.length};
}

slice joined(slice a, slice b, struct arena *arena) {
    if (!b.len || slice_find(a, b, 0) != SIZE_MAX) return a;
    struct builder out = {.arena = arena};
    add_slice(&out, a);
    add_slice(&out, b);
    return (slice){out.text, out.length};
}
