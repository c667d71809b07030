/* Bytes → UTF-8, the encoding found out from the bytes: C8 AB C4 EA is 全年 in GB18030, and nothing that the file or a
 * library claims about itself is trusted (a page that declares gb2312 holds 镕, which GB2312 lacks). What is already
 * valid UTF-8 is borrowed, not copied. Leaves line ends, blanks and every odd character as they are. */
#include "extract/read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <strings.h>

#include "extract/read/reader.h"

#include "extract/base/banned.h"

/* ---- which encoding ---- */

struct marks {
    slice       bom;
    const char *encoding;
};
/* UTF-32LE begins like UTF-16LE, so it stands first. */
static const struct marks marks[] = {{SLICE_LIT("\xEF\xBB\xBF"), "UTF-8"},    {SLICE_LIT("\xFF\xFE\0\0"), "UTF-32LE"},
                                     {SLICE_LIT("\0\0\xFE\xFF"), "UTF-32BE"}, {SLICE_LIT("\xFF\xFE"), "UTF-16LE"},
                                     {SLICE_LIT("\xFE\xFF"), "UTF-16BE"},     {SLICE_LIT("\x84\x31\x95\x33"), "GB18030"}};

static const struct marks *mark_of(slice bytes) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts(bytes, marks[i].bom)) return &marks[i];
    return NULL;
}

/* What a reading of the bytes as one encoding gives: characters of more than one byte, how many of them are everyday
 * ones, and bytes that are none. */
struct reading {
    size_t chars, common, bad;
};

static bool within(unsigned char b, unsigned low, unsigned high) { return b >= low && b <= high; }

/* Bytes of the character of more than one byte that `left` bytes at `p` start with, 0 when that is none; is it an everyday one?
 */
typedef size_t character_at(const unsigned char *p, size_t left, bool *common);

/* Level 1 of GB2312 (lead B0..D7) holds the 3755 most used characters, A1..A3 punctuation and full-width digits. */
static size_t gb18030_at(const unsigned char *p, size_t left, bool *common) {
    if (left < 2 || !within(p[0], 0x81, 0xFE)) return 0;
    if (p[1] >= 0x40 && p[1] != 0x7F && p[1] != 0xFF) {
        *common = p[1] >= 0xA1 && (within(p[0], 0xB0, 0xD7) || within(p[0], 0xA1, 0xA3));
        return 2;
    }
    return left >= 4 && within(p[1], 0x30, 0x39) && within(p[2], 0x81, 0xFE) && within(p[3], 0x30, 0x39) ? 4 : 0;
}

/* Level 1 of Big5 is A440..C67E, by frequency as well; symbols are A140..A3BF. */
static size_t big5_at(const unsigned char *p, size_t left, bool *common) {
    if (left < 2 || !within(p[0], 0x87, 0xFE) || !(within(p[1], 0x40, 0x7E) || within(p[1], 0xA1, 0xFE))) return 0;
    *common = within(p[0], 0xA1, 0xC5) || (p[0] == 0xC6 && p[1] <= 0x7E);
    return 2;
}

static struct reading read_as(character_at *at, const unsigned char *p, size_t n) {
    struct reading r = {0};
    for (size_t i = 0; i < n;) {
        if (p[i] < 0x80) {
            i++;
            continue;
        }
        if (i + 1 == n && n == ENCODING_SAMPLE) break; /* a sample may end inside a character */
        bool   common = false;
        size_t size = at(p + i, n - i, &common);
        r.chars += size > 0;
        r.common += common;
        r.bad += size == 0;
        i += size > 0 ? size : 1;
    }
    return r;
}

/* Characters of three bytes and more, and bytes that are no UTF-8. A character cut off by the end is not counted. */
static struct reading read_as_utf8(slice s) {
    struct reading r = {0};
    size_t         size;
    while (s.len > 0) {
        size_t valid = utf8_validate(s);
        for (size_t i = 0; i < valid; i += size) {
            size = utf8_size((unsigned char)s.ptr[i]);
            r.chars += size >= 3;
        }
        if (valid == s.len) break;
        r.bad++;
        s = slice_from(s, valid + 1);
    }
    return r;
}

/* Units that a Chinese report in UTF-16 is made of: printable ASCII, Han, punctuation, full-width forms. */
static bool everyday_unit(unsigned u) {
    return (u >= 0x20 && u <= 0x7E) || u == '\n' || u == '\r' || u == '\t' || (u >= 0x4E00 && u <= 0x9FFF) ||
           (u >= 0x3000 && u <= 0x303F) || (u >= 0xFF00 && u <= 0xFFEF) || (u >= 0x2010 && u <= 0x2030) || u == 0xB7;
}

static struct reading read_as_utf16(const unsigned char *p, size_t n, unsigned high) {
    struct reading r = {0};
    for (size_t i = 0; i + 1 < n; i += 2) {
        unsigned u = (unsigned)p[i + high] << 8 | p[i + 1 - high];
        r.chars++;
        r.common += everyday_unit(u);
        r.bad += u == 0;
    }
    r.bad += n & 1;
    return r;
}

/* UTF-16 without its mark. A report in it holds NULs (digits, line ends) and hardly a unit out of the everyday ones; a
 * title of a few Han alone has no NUL, so then every unit must be one and GB18030 must read worse. */
static const char *guess_utf16(slice sample, struct reading gb) {
    const unsigned char *p = (const unsigned char *)sample.ptr;
    struct reading       little = read_as_utf16(p, sample.len, 1), big = read_as_utf16(p, sample.len, 0);
    struct reading       best = little.common >= big.common ? little : big;
    bool                 nuls = memchr(p, 0, sample.len) != NULL;
    const char          *name = little.common >= big.common ? "UTF-16LE" : "UTF-16BE";
    if (best.chars == 0 || best.bad > 0) return NULL;
    if (nuls) return best.common * 10 >= best.chars * 9 ? name : NULL;
    return best.common == best.chars && (gb.bad > 0 || gb.common * 2 < gb.chars) ? name : NULL;
}

static bool is_control(unsigned char c) {
    return ((c < 0x20) & ((unsigned char)(c - '\t') > '\r' - '\t') & (c != 0x1A) & (c != 0x1B)) | (c == 0x7F);
}

/* More than a fiftieth control bytes: a program, a picture, a database. Counted in single bytes, sixteen of which a machine
 * adds at once. */
static bool is_binary(slice sample) {
    enum { BLOCK = 240 }; /* fewer than a byte can count */
    const unsigned char *p = (const unsigned char *)sample.ptr;
    size_t               controls = 0;
    for (size_t from = 0, to; from < sample.len; from = to) {
        uint8_t few = 0;
        to = sample.len - from < BLOCK ? sample.len : from + BLOCK;
        for (size_t i = from; i < to; i++) few = (uint8_t)(few + is_control(p[i]));
        controls += few;
    }
    return controls * 4 > sample.len || (controls > 4 && controls * 50 > sample.len);
}

/* GB18030 or Big5, by where the characters fall: read in the wrong one, nearly half of them are rare. On a draw, as
 * with 一 alone, it is GB18030, which there is more of. */
static const char *guess_two_byte(slice sample, struct reading gb, struct reading big5) {
    size_t gb_worth = gb.common + gb.chars, big5_worth = big5.common + big5.chars;
    bool   is_big5 = big5_worth * (gb.chars + gb.bad * 8) > gb_worth * (big5.chars + big5.bad * 8);
    size_t bad = is_big5 ? big5.bad : gb.bad;
    return bad * 8 > sample.len ? NULL : is_big5 ? "Big5" : "GB18030";
}

/* Two-byte Han of GB18030 can pass for two-byte UTF-8 (Latin, Greek, Cyrillic …), never for Han: 18 of 100 single
 * characters do, so UTF-8 that has no character above U+07FF and is sound GB18030 is GB18030. */
static bool has_wide_character(slice text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0xE0) return true;
    return false;
}

static bool is_ascii(slice text) {
    size_t i = 0;
    for (uint64_t w; i + 8 <= text.len; i += 8) {
        memcpy(&w, text.ptr + i, 8);
        if (w & 0x8080808080808080u) return false;
    }
    for (; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80) return false;
    return true;
}

void encoding_look(struct encoding_look *look, slice piece) {
    look->unsound |= utf8_validate(piece) < piece.len;
    look->nuls |= piece.len && memchr(piece.ptr, 0, piece.len);
    if (look->wide || is_ascii(piece)) return;
    look->high = true;
    look->wide = has_wide_character(piece);
}

const char *encoding_told(const struct encoding_look *look, slice bytes) {
    const struct marks *mark = mark_of(bytes);
    if (mark) return mark->encoding;
    slice                sample = slice_sub(bytes, 0, bytes.len < ENCODING_SAMPLE ? bytes.len : ENCODING_SAMPLE);
    const unsigned char *p = (const unsigned char *)sample.ptr;
    bool                 nuls = memchr(p, 0, sample.len) != NULL;
    if (!look->unsound && !nuls) {
        if (is_binary(sample)) return NULL;
        if (look->wide || !look->high) return "UTF-8";
        struct reading gb = read_as(gb18030_at, p, sample.len);
        return gb.bad == 0 && gb.chars > 0 ? "GB18030" : "UTF-8";
    }
    struct reading gb = read_as(gb18030_at, p, sample.len), big5 = read_as(big5_at, p, sample.len), utf8 = read_as_utf8(sample);
    const char    *wide = guess_utf16(sample, gb);
    if (wide) return wide;
    if (is_binary(sample)) return NULL;
    if (!look->unsound) return "UTF-8";
    /* Damaged UTF-8, unless GB18030 reads all of a short text well: a Han of its level 2 may look like one of UTF-8. */
    bool gb_is_better = gb.bad == 0 && gb.common * 4 >= gb.chars * 3 && utf8.bad * 4 >= utf8.chars;
    if (utf8.chars > 0 && utf8.chars >= utf8.bad && !gb_is_better) return "UTF-8";
    return guess_two_byte(sample, gb, big5);
}

/* ---- to UTF-8 ---- */

/* The name iconv knows it by, a superset where there is one: what is called gb2312 hardly ever is. */
static const char *iconv_name(const char *name) {
    static const struct {
        const char *name, *iconv;
    } names[] = {{"gb2312", "GB18030"},  {"gbk", "GB18030"},      {"cp936", "GB18030"},         {"ms936", "GB18030"},
                 {"x-gbk", "GB18030"},   {"euc-cn", "GB18030"},   {"windows-936", "GB18030"},   {"gb18030", "GB18030"},
                 {"big5", "BIG5-HKSCS"}, {"cp950", "BIG5-HKSCS"}, {"big5-hkscs", "BIG5-HKSCS"}, {"utf8", "UTF-8"},
                 {"utf-8", "UTF-8"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(name, names[i].name) == 0) return names[i].iconv;
    return name;
}

bool encoding_known(const char *name) {
    iconv_t cd = iconv_open("UTF-8", iconv_name(name));
    if (cd == (iconv_t)-1) return false;
    iconv_close(cd);
    return true;
}

bool encoding_is_utf8(const char *name) { return strcmp(iconv_name(name), "UTF-8") == 0; }

/* ---- piece by piece ---- */

static void count_bad(struct decoder *d, size_t at) {
    if (d->bad++ == 0) d->first_bad = d->taken + at;
}

bool decoder_open(struct decoder *d, const char *encoding, slice head) {
    const struct marks *mark = mark_of(head);
    bool                marked = mark && strcmp(iconv_name(mark->encoding), iconv_name(encoding)) == 0;
    *d = (struct decoder){.utf8 = encoding_is_utf8(encoding), .taken = marked ? mark->bom.len : 0};
    if (!d->utf8) d->cd = iconv_open("UTF-8", iconv_name(encoding));
    return d->utf8 || d->cd != (iconv_t)-1;
}

void decoder_close(struct decoder *d) {
    if (!d->utf8) iconv_close(d->cd);
}

/* What glibc writes for a broken character is not asked for: EILSEQ stops it, and one byte becomes one U+FFFD. */
static size_t convert(struct decoder *d, slice in, bool last, slice *text, struct arena *arena) {
    size_t capacity = in.len + in.len / 2 + 64, used = 0, left = in.len;
    char  *to = arena_text(arena, capacity), *from;
    /* iconv never writes to its input, but its type says so. */
    memcpy(&from, &in.ptr, sizeof from);
    while (left > 0) {
        char  *end = to + used;
        size_t room = capacity - used;
        size_t done = iconv(d->cd, &from, &left, &end, &room);
        used = (size_t)(end - to);
        if (done != (size_t)-1 || (errno == EINVAL && !last)) break; /* EINVAL: the next piece has the rest */
        if (room < 16) {                                             /* E2BIG, or no place for U+FFFD */
            char *bigger = arena_text(arena, capacity * 2);
            memcpy(bigger, to, used);
            to = bigger;
            capacity *= 2;
        }
        if (errno == E2BIG) continue;
        count_bad(d, in.len - left);
        memcpy(to + used, "\xEF\xBF\xBD", 3);
        used += 3;
        from++;
        left--;
        iconv(d->cd, NULL, NULL, NULL, NULL);
    }
    *text = (slice){to, used};
    return in.len - left;
}

/* UTF-8 with holes: sound stretches are copied whole. There is room for a hole at every byte; what is not filled takes none. */
static size_t repair(struct decoder *d, slice in, bool last, slice *text, struct arena *arena) {
    size_t used = 0, at = 0;
    char  *to = arena_text(arena, in.len * 3 + 1);
    if (!last) in.len = utf8_whole(in, in.len);
    while (at < in.len) {
        size_t good = utf8_validate(slice_from(in, at));
        memcpy(to + used, in.ptr + at, good);
        used += good;
        at += good;
        if (at == in.len) break;
        count_bad(d, at++);
        memcpy(to + used, "\xEF\xBF\xBD", 3);
        used += 3;
    }
    *text = (slice){to, used};
    return in.len;
}

/* A NUL is valid UTF-8 and no text: some reader behind us would stop there. */
static slice without_nuls(struct decoder *d, slice text, struct arena *arena) {
    size_t used = 0;
    char  *to = arena_text(arena, text.len * 3 + 1);
    for (size_t at = 0; at < text.len;) {
        slice       rest = slice_from(text, at);
        const char *nul = memchr(rest.ptr, 0, rest.len);
        size_t      good = nul ? (size_t)(nul - rest.ptr) : rest.len;
        memcpy(to + used, rest.ptr, good);
        used += good;
        at += good;
        if (!nul) break;
        count_bad(d, at++);
        memcpy(to + used, "\xEF\xBF\xBD", 3);
        used += 3;
    }
    return (slice){to, used};
}

size_t decoder_run(struct decoder *d, slice piece, bool last, slice *text, struct arena *arena) {
    size_t taken = (d->utf8 ? repair : convert)(d, piece, last, text, arena);
    if (text->len && memchr(text->ptr, 0, text->len)) *text = without_nuls(d, *text, arena);
    d->taken += taken;
    return taken;
}

bool encoding_decode(struct decoded *out, slice bytes, const char *name, struct arena *arena) {
    struct encoding_look look = {0};
    struct decoder       d;
    encoding_look(&look, bytes);
    *out = (struct decoded){.too_large = bytes.len > LARGEST_OTHER && (look.unsound || look.nuls)};
    if (out->too_large || !(out->encoding = name ? name : encoding_told(&look, bytes))) return false;
    if (!decoder_open(&d, out->encoding, bytes)) return false;
    if (d.utf8 && !look.unsound && !look.nuls)
        out->text = slice_from(bytes, d.taken);
    else
        decoder_run(&d, slice_from(bytes, d.taken), true, &out->text, arena);
    decoder_close(&d);
    out->bad = d.bad;
    out->first_bad = d.first_bad;
    return true;
}
