/* 取消和下放行政审批事项416项 is not what 取消行政审批事项1195项 is, though all of it stands there; nor are 31座文化礼堂戏台
 * the 28座文化礼堂. Villages that take in 10万元以上 and 50万元以上 are told apart by the number. Leaves alone what a row of 同
 * or 近 says of two wordings. */
#include "export/series/other.h"

#include "export/series/metric_rules.h"

#include "extract/base/banned.h"

static size_t joiners_in(const struct lexicon *joiners, slice metric) {
    size_t             n = 0, at = 0;
    const struct word *word;
    for (; (word = word_next(joiners, metric, &at)); at += word->text.len) n++;
    return n;
}

static slice first_two(slice text) {
    size_t one, two;
    utf8_decode(text, &one);
    utf8_decode(slice_from(text, one), &two);
    return slice_sub(text, 0, one + two);
}

static bool said(slice part, slice metric) { return slice_has(metric, part); }

/* Of two items on both sides of a word between, `less` has one, and the other is no verb. */
static bool lacks_item(const struct metric_rules *rules, slice more, slice less) {
    const struct word *word;
    for (size_t at = 0; (word = word_next(&rules->of[JOINER], more, &at)); at += word->text.len) {
        slice before = slice_sub(more, 0, at), behind = slice_from(more, at + word->text.len);
        if (utf8_count(before) < 2 || utf8_count(behind) < 2) continue;
        bool has_before = said(utf8_tail(before, 2), less), has_behind = said(first_two(behind), less);
        if (has_before && !has_behind && !word_at(&rules->of[DEED], behind, KIND_LEVEL, true)) return true;
        if (has_behind && !has_before && !word_before(&rules->of[DEED], before, KIND_LEVEL)) return true;
    }
    return false;
}

bool metric_lists_apart(const struct metric_rules *rules, slice x, slice y) {
    size_t n = joiners_in(&rules->of[JOINER], x), m = joiners_in(&rules->of[JOINER], y);
    return n != m && lacks_item(rules, n > m ? x : y, n > m ? y : x);
}

bool metric_things_apart(const struct metric_rules *rules, const struct metric_object *x, const struct metric_object *y) {
    slice more = x->text.len > y->text.len ? x->text : y->text, less = x->text.len > y->text.len ? y->text : x->text;
    return less.len && slice_starts(more, less) && utf8_count(more) >= utf8_count(less) + 2 &&
           word_before(&rules->of[THING], less, KIND_LEVEL) && word_before(&rules->of[THING], more, KIND_LEVEL);
}

enum { THINGS = 8 }; /* of one wording that are looked at */

/* What the words of a wording stand for that the table has: 管 供水 of a 异 word, its class and name. One that is for nothing
 * (归为 「-」) hides what it covers. Returns how many. */
static size_t things_in(const struct lexicon *lexicon, slice metric, slice *out) {
    size_t             n = 0, at = 0;
    const struct word *word;
    for (; n < THINGS && (word = word_next(lexicon, metric, &at)); at += word->text.len) out[n++] = word->to;
    return n;
}

static bool one_class(slice a, slice b) {
    size_t end = slice_find(a, SLICE_LIT(" "), 0);
    return end != SIZE_MAX && slice_starts(b, slice_sub(a, 0, end + 1));
}

/* `thing` is none of them. */
static bool is_missing(slice thing, const slice *things, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (slice_equal(things[i], thing)) return false;
    return true;
}

/* The numbers of a wording, 10万 of 收入10万元以上村; a year is none. Returns how many. */
static size_t numbers_in(slice metric, slice *out) {
    static const char *const places[] = {"万", "亿", "千", "百"};
    size_t                   n = 0;
    for (size_t at = 0, end; at < metric.len && n < THINGS; at = end) {
        for (end = at; end < metric.len && (ascii_digit(metric.ptr[end]) || (end > at && metric.ptr[end] == '.'));) end++;
        if (end == at) {
            end += utf8_size((unsigned char)metric.ptr[at]);
            continue;
        }
        int  number = end - at == 4 ? slice_int(slice_sub(metric, at, end)) : 0;
        bool year = number >= 1900 && number < 2100;
        for (size_t k = 0; k < sizeof places / sizeof *places; k++)
            if (slice_starts(slice_from(metric, end), slice_of(places[k]))) {
                end += strlen(places[k]);
                year = false;
                break;
            }
        if (!year) out[n++] = slice_sub(metric, at, end);
    }
    return n;
}

static bool sizes_apart(slice x, slice y) {
    slice  a[THINGS], b[THINGS];
    size_t n = numbers_in(x, a), m = n ? numbers_in(y, b) : 0;
    for (size_t i = 0; i < n; i++)
        if (!is_missing(a[i], b, m)) return false;
    return n && m;
}

bool metric_contrasts(const struct metric_rules *rules, slice x, slice y) {
    slice  a[THINGS], b[THINGS];
    size_t n = things_in(&rules->of[CONTRAST], x, a), m = n ? things_in(&rules->of[CONTRAST], y, b) : 0;
    if (sizes_apart(x, y)) return true;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; is_missing(a[i], b, m) && k < m; k++)
            if (one_class(a[i], b[k]) && is_missing(b[k], a, n)) return true;
    return false;
}

/* Bytes of the characters that both begin with, or end with. */
static size_t bytes_alike(slice x, slice y, bool at_end) {
    const size_t all = x.len;
    while (x.len && y.len) {
        slice a = at_end ? utf8_tail(x, 1) : slice_sub(x, 0, utf8_next(x, 0));
        if (!(at_end ? slice_ends(y, a) : slice_starts(y, a))) break;
        x = at_end ? slice_less(x, a.len) : slice_from(x, a.len);
        y = at_end ? slice_less(y, a.len) : slice_from(y, a.len);
    }
    return all - x.len;
}

/* 整|改消防|隐患, 整|治火灾|隐患: does a verb begin before byte `at` and end behind it? */
static bool verb_across(const struct metric_rules *rules, slice text, size_t at) {
    if (at == 0) return false;
    const size_t       from = at - utf8_size_before(text, at);
    const struct word *verb = word_at(&rules->of[DEED], slice_from(text, from), KIND_LEVEL, true);
    return verb && from + verb->text.len > at;
}

bool metric_replaces(const struct metric_rules *rules, slice x, slice y, enum kind kind) {
    enum { SHORTEST = 2, LONGEST = 3, LONGEST_OF_SHARE = 6 };
    size_t before = bytes_alike(x, y, false), behind = bytes_alike(slice_from(x, before), slice_from(y, before), true);
    slice  a = slice_less(slice_from(x, before), behind), b = slice_less(slice_from(y, before), behind);
    size_t one = utf8_count(a), other = utf8_count(b), longest = kind == KIND_SHARE ? LONGEST_OF_SHARE : LONGEST;
    if (one < SHORTEST || other < SHORTEST || one > longest || other > longest || before + behind < 2 * HAN) return false;
    if (kind == KIND_SHARE && !behind) return false; /* 双师型教师占比, 双师型教师占专任教师 */
    for (size_t at = 0; at < a.len; at = utf8_next(a, at))
        if (slice_has(b, slice_sub(a, at, utf8_next(a, at)))) return false;
    if (verb_across(rules, x, before) || verb_across(rules, y, before)) return false;
    return !word_at(&rules->of[DEED], a, KIND_LEVEL, true) && !word_at(&rules->of[DEED], b, KIND_LEVEL, true);
}

slice metric_contrast_text(const struct metric_rules *rules, slice metric, struct arena *arena) {
    slice  things[2 * THINGS];
    size_t n = things_in(&rules->of[CONTRAST], metric, things), used = 0, capacity = 0;
    char  *text = NULL;
    n += numbers_in(metric, things + n);
    for (size_t i = 0; i < n; i++) {
        arena_append(arena, &text, &used, &capacity, things[i]);
        arena_append(arena, &text, &used, &capacity, SLICE_LIT("|"));
    }
    return (slice){text, used};
}

/* One of `a` is none of `b`, and not `usual`. */
static bool one_missing(const slice *a, size_t n, const slice *b, size_t m, slice usual) {
    for (size_t i = 0; i < n; i++)
        if (is_missing(a[i], b, m) && !slice_equal(a[i], usual)) return true;
    return false;
}

bool metric_restricts(const struct metric_rules *rules, slice x, slice y, slice usual) {
    slice  a[THINGS], b[THINGS];
    size_t n = things_in(&rules->of[RESTRICT], x, a), m = things_in(&rules->of[RESTRICT], y, b);
    return one_missing(a, n, b, m, usual) || one_missing(b, m, a, n, usual);
}

void usual_count(struct usual *usual, const struct metric_rules *rules, slice metric) {
    slice  things[THINGS];
    size_t n = things_in(&rules->of[RESTRICT], metric, things);
    usual->names++;
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;
        while (k < usual->count && !slice_equal(usual->words[k], things[i])) k++;
        if (k == USUAL_WORDS) continue;
        if (k == usual->count) usual->words[usual->count++] = things[i];
        usual->times[k]++;
    }
}

slice usual_word(const struct usual *usual) {
    enum { OFTEN = 7, FEWEST = 8 };
    for (size_t k = 0; k < usual->count; k++)
        if (usual->times[k] >= FEWEST && usual->times[k] * OFTEN >= usual->names) return usual->words[k];
    return SLICE_NONE;
}
