/* Reads one JSON object: {"id":"a1","text":"处置网络舆情 313 起","year":2020} → three members, strings with their escapes
 * undone (\u8d77 is 起), numbers as they are written. Writes nothing and keeps no tree: nested values stay text. */
#include "extract/base/json.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#endif

#include "extract/base/banned.h"

enum { DEEPEST = 64 };

struct reader {
    slice             text;
    size_t            at;
    struct arena     *arena;
    struct json_fault fault;
};

static bool fail(struct reader *r, const char *what) {
    if (!r->fault.what) r->fault = (struct json_fault){r->at, what};
    return false;
}

/* The byte at the reading point; 0 at the end, where no token begins. */
static unsigned char peek(const struct reader *r) { return r->at < r->text.len ? (unsigned char)r->text.ptr[r->at] : 0; }

static void blanks(struct reader *r) {
    while (peek(r) == ' ' || peek(r) == '\t' || peek(r) == '\r' || peek(r) == '\n') r->at++;
}

static bool take(struct reader *r, char c, const char *what) {
    blanks(r);
    if (peek(r) != (unsigned char)c) return fail(r, what);
    r->at++;
    return true;
}

/* Four hex digits after \u; -1 when they are not there. */
static int32_t hex4(slice s, size_t at) {
    int32_t code = 0;
    if (at + 4 > s.len) return -1;
    for (size_t i = at; i < at + 4; i++) {
        char c = s.ptr[i];
        int  digit = ascii_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return -1;
        code = code * 16 + digit;
    }
    return code;
}

static bool is_plain(char c) { return c != '"' && c != '\\' && (unsigned char)c >= 0x20; }

size_t json_plain_end_plain(slice s, size_t at) {
    while (at < s.len && is_plain(s.ptr[at])) at++;
    return at;
}

#if defined(__x86_64__) && defined(__GNUC__)
__attribute__((target("avx2"))) static size_t plain_end_wide(slice s, size_t at) {
    const __m256i quote = _mm256_set1_epi8('"'), backslash = _mm256_set1_epi8('\\'), controls = _mm256_set1_epi8(0x1F);
    for (; at + 32 <= s.len; at += 32) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)(s.ptr + at));
        __m256i odd = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, quote), _mm256_cmpeq_epi8(bytes, backslash));
        odd = _mm256_or_si256(odd, _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, controls), bytes));
        uint32_t places = (uint32_t)_mm256_movemask_epi8(odd);
        if (places) return at + (size_t)__builtin_ctz(places);
    }
    return json_plain_end_plain(s, at);
}

size_t json_plain_end(slice s, size_t at) {
    return __builtin_cpu_supports("avx2") ? plain_end_wide(s, at) : json_plain_end_plain(s, at);
}
#else
size_t json_plain_end(slice s, size_t at) { return json_plain_end_plain(s, at); }
#endif

/* Finds the closing quote; tells whether there is an escape to undo. */
static bool string_body(struct reader *r, slice *body, bool *escaped) {
    if (!take(r, '"', "a string is expected here")) return false;
    size_t from = r->at;
    *escaped = false;
    for (; (r->at = json_plain_end(r->text, r->at)) < r->text.len; r->at++) {
        unsigned char c = (unsigned char)r->text.ptr[r->at];
        if (c == '"') {
            *body = slice_sub(r->text, from, r->at++);
            return true;
        }
        if (c < 0x20) return fail(r, "a control character stands inside a string");
        if (c != '\\') continue;
        *escaped = true;
        r->at++;
        if (peek(r) == 'u') {
            if (hex4(r->text, r->at + 1) < 0) return fail(r, "\\u wants four hex digits");
        } else if (r->at >= r->text.len || !strchr("\"\\/bfnrt", r->text.ptr[r->at])) {
            return fail(r, "no such escape");
        }
    }
    r->at = from - 1;
    return fail(r, "a string has no end");
}

/* The code point of the \u escape whose digits start at *at; a surrogate pair is one, *at moves past what was read. */
static uint32_t unicode_escape(slice body, size_t *at) {
    uint32_t code = (uint32_t)hex4(body, *at);
    *at += 4;
    if (code < 0xD800 || code > 0xDFFF) return code;
    if (code > 0xDBFF || *at + 6 > body.len || body.ptr[*at] != '\\' || body.ptr[*at + 1] != 'u') return 0xFFFD;
    int32_t low = hex4(body, *at + 2);
    if (low < 0xDC00 || low > 0xDFFF) return 0xFFFD;
    *at += 6;
    return 0x10000 + ((code - 0xD800) << 10) + ((uint32_t)low - 0xDC00);
}

/* An escape is never shorter than what it stands for, so the body's length is room enough. */
static slice unescape(slice body, struct arena *arena) {
    static const char letters[] = "bfnrt", bytes[] = "\b\f\n\r\t";
    char             *out = arena_text(arena, body.len + 1);
    size_t            n = 0;
    for (size_t i = 0; i < body.len;) {
        const char *escape = memchr(body.ptr + i, '\\', body.len - i);
        size_t      plain = (escape ? (size_t)(escape - body.ptr) : body.len) - i;
        memcpy(out + n, body.ptr + i, plain);
        n += plain;
        i += plain;
        if (!escape) break;
        char c = body.ptr[i + 1];
        i += 2;
        if (c == 'u') {
            n += utf8_encode(unicode_escape(body, &i), out + n);
        } else {
            const char *letter = strchr(letters, c);
            out[n++] = letter ? bytes[letter - letters] : c;
        }
    }
    out[n] = '\0';
    return (slice){out, n};
}

static bool read_string(struct reader *r, slice *out) {
    bool escaped;
    if (!string_body(r, out, &escaped)) return false;
    if (escaped) *out = unescape(*out, r->arena);
    return true;
}

static size_t digits(struct reader *r) {
    size_t from = r->at;
    while (ascii_digit(peek(r))) r->at++;
    return r->at - from;
}

static bool read_number(struct reader *r) {
    size_t from = r->at;
    if (peek(r) == '-') r->at++;
    size_t first = r->at;
    if (digits(r) == 0 || (r->text.ptr[first] == '0' && r->at - first > 1)) {
        r->at = from;
        return fail(r, "is no number");
    }
    if (peek(r) == '.') {
        r->at++;
        if (digits(r) == 0) return fail(r, "digits are missing behind the point");
    }
    if (peek(r) == 'e' || peek(r) == 'E') {
        r->at++;
        if (peek(r) == '+' || peek(r) == '-') r->at++;
        if (digits(r) == 0) return fail(r, "digits are missing in the exponent");
    }
    return true;
}

static bool read_word(struct reader *r, struct json_member *out) {
    static const struct {
        slice          word;
        enum json_kind kind;
    } words[] = {{SLICE_LIT("null"), JSON_NULL}, {SLICE_LIT("false"), JSON_FALSE}, {SLICE_LIT("true"), JSON_TRUE}};
    slice rest = slice_from(r->text, r->at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts(rest, words[i].word)) {
            out->kind = words[i].kind;
            r->at += words[i].word.len;
            return true;
        }
    return fail(r, "a value is expected here");
}

static bool read_list(struct reader *r, char open, int depth, struct json_members *keep);

static bool read_value(struct reader *r, struct json_member *out, int depth) {
    blanks(r);
    size_t        from = r->at;
    unsigned char c = peek(r);
    bool          ok = false;
    if (c == '"') {
        out->kind = JSON_STRING;
        return read_string(r, &out->value);
    }
    if (c == '{' || c == '[') {
        out->kind = c == '{' ? JSON_OBJECT : JSON_ARRAY;
        ok = read_list(r, (char)c, depth + 1, NULL);
    } else if (c == '-' || ascii_digit(c)) {
        out->kind = JSON_NUMBER;
        ok = read_number(r);
    } else {
        ok = read_word(r, out);
    }
    if (ok) out->value = slice_sub(r->text, from, r->at);
    return ok;
}

/* Both lists are alike but for the keys; `keep` NULL: only checked. */
static bool read_list(struct reader *r, char open, int depth, struct json_members *keep) {
    char   close = open == '{' ? '}' : ']';
    size_t capacity = 0;
    if (depth > DEEPEST) return fail(r, "is nested too deeply");
    if (!take(r, open, open == '{' ? "is no JSON object" : "is no JSON array")) return false;
    blanks(r);
    if (peek(r) == (unsigned char)close) {
        r->at++;
        return true;
    }
    for (;;) {
        struct json_member m = {0};
        if (open == '{') {
            blanks(r);
            if (!read_string(r, &m.key) || !take(r, ':', "a colon is missing behind the key")) return false;
        }
        if (!read_value(r, &m, depth)) return false;
        if (keep) ARENA_PUSH(r->arena, keep->items, keep->count, capacity, m);
        blanks(r);
        if (peek(r) != ',') break;
        r->at++;
    }
    return take(r, close, "a comma or the closing bracket is missing");
}

bool json_object(struct json_members *out, slice text, struct arena *arena, struct json_fault *fault) {
    struct reader r = {.text = text, .arena = arena};
    *out = (struct json_members){0};
    bool ok = read_list(&r, '{', 1, out);
    blanks(&r);
    if (ok && r.at < text.len) ok = fail(&r, "something stands behind the closing bracket");
    *fault = r.fault;
    return ok;
}

const struct json_member *json_find(const struct json_members *members, const char *key) {
    slice wanted = slice_of(key);
    for (size_t i = members->count; i > 0; i--)
        if (slice_equal(members->items[i - 1].key, wanted)) return &members->items[i - 1];
    return NULL;
}
