/* Borrowed text: a pointer and a length, no NUL at the end, never freed through the slice.
 * Lengths and positions are bytes; characters (code points) are counted only where a person reads the number. */
#ifndef SUANPAN_SLICE_H
#define SUANPAN_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What few texts ask for is kept out of the code that all run through. */
#define APART __attribute__((noinline))
#define SELDOM __attribute__((noinline, cold))

typedef struct {
    const char *ptr;
    size_t      len;
} slice;

/* A byte range of one known text; which text, the field's comment says. */
typedef struct {
    uint32_t start, end;
} span;

#define SLICE_LIT(s) ((slice){"" s, sizeof(s) - 1})
#define SLICE_NONE ((slice){NULL, 0})
/* For printf: printf("%.*s", SLICE_ARG(s)). */
#define SLICE_ARG(s) (int)(s).len, (s).ptr

static inline slice slice_of(const char *text) { return (slice){text, text ? strlen(text) : 0}; }
static inline slice slice_sub(slice s, size_t from, size_t to) { return (slice){s.ptr + from, to - from}; }
static inline slice slice_from(slice s, size_t from) { return (slice){s.ptr + from, s.len - from}; }
/* Without its last bytes. */
static inline slice slice_less(slice s, size_t bytes) { return slice_sub(s, 0, s.len - bytes); }
static inline slice slice_span(slice s, span at) { return (slice){s.ptr + at.start, at.end - at.start}; }
/* The byte that tells most words apart is looked at before memcmp is called: Han characters share their first one. */
static inline bool slice_equal(slice a, slice b) {
    return a.len == b.len && (a.len == 0 || (a.ptr[a.len - 1] == b.ptr[a.len - 1] && memcmp(a.ptr, b.ptr, a.len) == 0));
}
/* The same of a word that ends with a NUL: slice_is(name, "value"). */
static inline bool slice_is(slice s, const char *word) { return slice_equal(s, slice_of(word)); }
static inline bool slice_starts(slice s, slice head) {
    return s.len >= head.len &&
           (head.len == 0 || (s.ptr[head.len - 1] == head.ptr[head.len - 1] && memcmp(s.ptr, head.ptr, head.len) == 0));
}
static inline bool slice_ends(slice s, slice tail) {
    return s.len >= tail.len && (tail.len == 0 || (s.ptr[s.len - 1] == tail.ptr[tail.len - 1] &&
                                                   memcmp(s.ptr + s.len - tail.len, tail.ptr, tail.len) == 0));
}

/* 0 to 9, of a byte, a UTF-16 unit or a code point. */
static inline bool ascii_digit(uint32_t c) { return c - '0' < 10; }
static inline bool ascii_letter(uint32_t c) { return (c | 32) - 'a' < 26; }
static inline bool digit_at(slice s, size_t at) { return at < s.len && ascii_digit((unsigned char)s.ptr[at]); }
static inline bool holds_digit(slice s) {
    size_t at = 0;
    while (at < s.len && !digit_at(s, at)) at++;
    return at < s.len;
}

/* Does `s` start or end with one of these, a list that ends with NULL? */
bool slice_starts_any(slice s, const char *const *heads);
bool slice_ends_any(slice s, const char *const *tails);

/* Byte order, as memcmp, the shorter first: the order of every sorted table. */
int slice_compare(slice a, slice b);
int slice_order(const void *a, const void *b); /* of two slices: for qsort and bsearch */
/* Position of `needle` in `hay` at or after `from`, SIZE_MAX when it is not there. */
size_t             slice_find(slice hay, slice needle, size_t from);
static inline bool slice_has(slice hay, slice needle) { return slice_find(hay, needle, 0) != SIZE_MAX; }
/* `s` without ASCII blanks, tabs, CR, LF and U+3000 (E3 80 80) at both ends: hardly ever is there one. */
slice               slice_trim_blanks(slice s);
static inline slice slice_trim(slice s) {
    if (s.len == 0) return s;
    unsigned char first = (unsigned char)s.ptr[0], last = (unsigned char)s.ptr[s.len - 1];
    return first > ' ' && first != 0xE3 && last > ' ' && last != 0x80 ? s : slice_trim_blanks(s);
}
/* The line or field of `s` at `*at`, up to the next `stop` or the end; `*at` goes behind that. Nothing is left when `*at` is
 * past s.len. (C++ programs read this header too, and need the cast.) */
static inline slice slice_take(slice s, char stop, size_t *at) {
    const char *hit = (const char *)memchr(s.ptr + *at, stop, s.len - *at);
    slice       taken = slice_sub(s, *at, hit ? (size_t)(hit - s.ptr) : s.len);
    *at += taken.len + 1;
    return taken;
}
/* `s` up to its first `stop`, all of it where there is none. */
static inline slice slice_until(slice s, char stop) {
    size_t at = 0;
    return s.len ? slice_take(s, stop, &at) : s;
}
/* What stands before the next `mark`, taken off the front of `*rest` together with it; all that is left where there is none. */
slice slice_cut(slice *rest, slice mark);
/* How many bytes of `s` are `byte`. */
size_t slice_count(slice s, char byte);
/* Decimal digits only, at most nine of them: "2024" → 2024; -1 when `s` is anything else. */
int slice_int(slice s);

enum { HAN = 3 }; /* bytes of most Chinese characters */
/* A character from U+4000 to U+9FFF begins there, as most Han are. */
static inline bool starts_han(const char *p) { return (unsigned)((unsigned char)p[0] - 0xE4) < 6; }
/* Bytes of the code point that starts with this lead byte. */
static inline size_t utf8_size(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }
/* Where the code point at byte `at` of `s` ends. */
static inline size_t utf8_next(slice s, size_t at) { return at + utf8_size((unsigned char)s.ptr[at]); }
/* Code point at s.ptr[0]; `*size` is its bytes. Text is validated where it enters: no check here. `s` is not empty. */
static inline uint32_t utf8_decode(slice s, size_t *size) {
    const unsigned char *p = (const unsigned char *)s.ptr;
    *size = utf8_size(p[0]);
    if (*size > s.len) {
        *size = s.len;
        return 0xFFFD;
    }
    switch (*size) {
    case 1: return p[0];
    case 2: return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    case 3: return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    default:
        return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    }
}
/* The same of text that is known to hold a whole character there. */
static inline uint32_t utf8_at(const char *text, size_t *size) {
    const unsigned char *p = (const unsigned char *)text;
    if (p[0] >= 0xE0 && p[0] < 0xF0) return *size = 3, (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    if (p[0] < 0x80) return *size = 1, p[0];
    if (p[0] < 0xE0) return *size = 2, (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    return *size = 4, (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}
/* Writes 1 to 4 bytes to `out`; returns how many. */
size_t utf8_encode(uint32_t code, char out[4]);
/* Bytes of the code point that ends just before `at` (at > 0). */
static inline size_t utf8_size_before(slice s, size_t at) {
    if (at >= HAN && ((unsigned char)s.ptr[at - HAN] & 0xF0) == 0xE0) return HAN; /* most */
    size_t n = 1;
    while (n < 4 && n < at && ((unsigned char)s.ptr[at - n] & 0xC0) == 0x80) n++;
    return n;
}
/* Its last `n` characters, or all that it has. */
static inline slice utf8_tail(slice s, size_t n) {
    size_t from = s.len;
    while (n-- > 0 && from > 0) from -= utf8_size_before(s, from);
    return slice_from(s, from);
}
/* The end of the last whole character of valid text that ends, or was cut, at `end`. */
static inline size_t utf8_whole(slice s, size_t end) {
    size_t size = end ? utf8_size_before(s, end) : 0;
    return size && utf8_size((unsigned char)s.ptr[end - size]) > size ? end - size : end;
}
/* Does a character of valid text start, or the text end, `bytes` before the end of `s`? */
static inline bool utf8_parts(slice s, size_t bytes) { return bytes <= s.len && utf8_whole(s, s.len - bytes) == s.len - bytes; }
/* Without the byte order mark that a file may begin with. */
static inline slice utf8_unmarked(slice s) { return slice_starts(s, SLICE_LIT("\xEF\xBB\xBF")) ? slice_from(s, 3) : s; }
/* Code points in `s`. */
size_t utf8_count(slice s);
size_t utf8_count_plain(slice s); /* its twin, a byte after the other */
/* Those below 0x80 alone. */
size_t utf8_ascii(slice s);
/* Offset of the first byte that is not valid UTF-8, s.len when all are. */
size_t utf8_validate(slice s);
size_t utf8_validate_plain(slice s); /* its twin, a byte after the other */

#endif
