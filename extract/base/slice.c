/* Borrowed text and UTF-8: 313 起 is 8 bytes and 5 characters. Knows no Chinese. */
#include "extract/base/slice.h"

#include "extract/base/banned.h"

int slice_compare(slice a, slice b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int    order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

size_t slice_find(slice hay, slice needle, size_t from) {
    if (needle.len == 0) return from <= hay.len ? from : SIZE_MAX;
    while (from + needle.len <= hay.len) {
        const char *hit = memchr(hay.ptr + from, needle.ptr[0], hay.len - needle.len - from + 1);
        if (!hit) return SIZE_MAX;
        from = (size_t)(hit - hay.ptr);
        if (memcmp(hit, needle.ptr, needle.len) == 0) return from;
        from++;
    }
    return SIZE_MAX;
}

/* Bytes of the blank at the start or, with `back`, at the end of `s`; 0 when there is none. */
static size_t blank_size(slice s, bool back) {
    if (s.len == 0) return 0;
    char c = back ? s.ptr[s.len - 1] : s.ptr[0];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') return 1;
    const char *wide = back ? s.ptr + s.len - 3 : s.ptr;
    return s.len >= 3 && memcmp(wide, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

slice slice_trim(slice s) {
    size_t n;
    while ((n = blank_size(s, false)) > 0) s = slice_from(s, n);
    while ((n = blank_size(s, true)) > 0) s.len -= n;
    return s;
}

int slice_int(slice s) {
    int value = 0;
    if (s.len == 0 || s.len > 9) return -1;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9') return -1;
        value = value * 10 + (s.ptr[i] - '0');
    }
    return value;
}

size_t utf8_encode(uint32_t code, char out[4]) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

size_t utf8_count(slice s) {
    size_t n = 0;
    /* Eight bytes at a time: a continuation byte is 10xxxxxx. */
    size_t i = 0;
    for (; i + 8 <= s.len; i += 8) {
        uint64_t w;
        memcpy(&w, s.ptr + i, 8);
        uint64_t continuation = (w >> 7) & ~(w >> 6) & 0x0101010101010101u;
        n += 8 - (size_t)(continuation * 0x0101010101010101u >> 56);
    }
    for (; i < s.len; i++) n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

/* Bytes of the valid character at p, 0 when there is none: no overlong form, surrogate or code point above U+10FFFF. */
static size_t valid_size(const unsigned char *p, size_t left) {
    if (p[0] < 0x80) return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4) return 0;
    size_t n = utf8_size(p[0]);
    if (n > left) return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if (n == 3 && ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F))) return 0;
    if (n == 4 && ((p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))) return 0;
    return n;
}

size_t utf8_validate(slice s) {
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t               i = 0;
    while (i < s.len) {
        /* Most of a report is three-byte Han: E4..E9 and two continuation bytes, with nothing to check beyond them. */
        while (i + 3 <= s.len && p[i] - 0xE1u <= 0xEC - 0xE1u && (p[i + 1] & 0xC0) == 0x80 && (p[i + 2] & 0xC0) == 0x80) i += 3;
        if (i == s.len) break;
        size_t n = valid_size(p + i, s.len - i);
        if (n == 0) return i;
        i += n;
    }
    return s.len;
}
