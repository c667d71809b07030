/* The characters and words that numerals are made of, as numerals.tsv gives them, ready to be looked up one code point
 * at a time: 三 is the digit 3, 佰 the place 10^2, 亿 the scale 10^8, 千瓦 no numeral at all. Seen by numeral*.c only. */
#ifndef SUANPAN_NUMERAL_TABLE_H
#define SUANPAN_NUMERAL_TABLE_H

#include "extract/numeral.h"
#include "extract/scan.h"

enum glyph_class {
    GLYPH_NONE,
    GLYPH_DIGIT,     /* 数字: 一; 零 is a digit too, value 0. 大写: 壹, value | CAPITAL */
    GLYPH_TWO,       /* 两: a digit that also weighs: 三百两 ends before it */
    GLYPH_FUSED,     /* 合音: 俩 仨, whole by themselves */
    GLYPH_TENS,      /* 整十: 廿 卅 卌 */
    GLYPH_PLACE,     /* 位: 十 百 千; value is the power of ten. 大写位: 拾, value | CAPITAL */
    GLYPH_SCALE,     /* 级: 万 亿 兆 */
    GLYPH_HALF,      /* 半 */
    GLYPH_FEW,       /* 几: 几十, 十几 */
    GLYPH_SEVERAL,   /* 数: before a place or a scale only */
    GLYPH_POINT,     /* 点 */
    GLYPH_MORE,      /* 余 多 */
    GLYPH_ABOUT,     /* 来 */
    GLYPH_ORDINAL,   /* 第 */
    GLYPH_AND,       /* 又 */
    GLYPH_NEGATIVE,  /* 负, inside: 百分之负三 */
    GLYPH_JOIN,      /* 至 到 — */
    GLYPH_LIST,      /* 顿: 、 between the digits of 三、四十 */
    GLYPH_VERSUS,    /* 比 ∶ */
    GLYPH_TENTH,     /* 成 */
    GLYPH_DISCOUNT,  /* 折 */
    GLYPH_TIMES,     /* 乘: ×, between a number and a power of ten */
    GLYPH_POWER,     /* 方: ^, before an exponent */
    GLYPH_RAISED,    /* 上标: ², an exponent */
    GLYPH_BASE,      /* 底: 的, between a number and an exponent that 次方 closes */
    GLYPH_NTH,       /* 次方: 10的6次方 */
    GLYPH_VULGAR,    /* ½; value is numerator × 16 + denominator */
    GLYPH_LOOKALIKE, /* O ○: a zero between digits */
    GLYPH_OF,        /* 分之 */
    GLYPH_MONEY,     /* 币: what a capital digit alone counts: 伍元; 大陆 is no 6 */
    GLYPH_STOP,      /* 断: no numeral goes on here: 千瓦, 成员 */
    GLYPH_TAIL_STOP, /* 断尾: no colloquial tail: 三万|一天 */
    GLYPH_WORD,      /* 词: a numeral by itself: 一半, 成百上千 */
};

enum { CAPITAL = 16, MINUS = 1, COLON = 1 };

struct glyph {
    uint8_t class : 7, inside : 1; /* inside: the second character of a longer row */
    uint8_t  value;
    uint16_t words, tails, wholes; /* index + 1 of the first longer row that starts here: of any class, 断尾, 词 */
};
struct glyph_word {
    slice text;
    uint8_t class, value;
    bool           more;    /* the next word starts with the same character */
    struct numeral numeral; /* 词: what it stands for */
};
struct numeral_table {
    const struct glyph      *pages[256];             /* by code point / 256, below U+10000; never NULL */
    const struct glyph_word *words, *tails, *wholes; /* grouped by first character, the longest first */
    struct scan_set          starts;                 /* characters that a numeral may start with, full-width ones too */
};

struct token {
    uint8_t class, value;
    uint8_t size; /* bytes; 0 at the end of the text */
};

/* One number without 第, 分之, 成 and the like. */
struct figure {
    size_t         end;       /* byte behind it; 0: no number starts there */
    decimal        value;     /* the low end where it spreads; absent when it has more than 38 digits */
    decimal        high;      /* present where it spreads: 十几 is 11 to 19, 两三百 200 to 300 */
    enum qualifier qualifier; /* EXACT, OVER (余 多), ABOUT (来) */
    size_t         scale_end; /* byte behind the last 万 or 亿, 0 when there is none */
    int            scale;     /* power of ten of the scale words at its end: 五十万 4, 万亿 12; 0 when it ends otherwise */
    int            place;     /* of a lone digit with a lone place (五百, 五百万): 2; else 0 */
    unsigned       digit;     /* that digit */
    bool           han, arabic;  /* Han characters, Arabic digits stand in it */
    bool           bare;         /* 百, 千, 万 without a figure before */
    bool           string;       /* digits without places: 八五, 二〇二〇, 85 */
    bool           leading_zero; /* 007 */
};
/* Reads what most numerals are, and what no other reader goes on with: 313, 1,234.5 and 5.1万, or one Han digit, as
 * numeral_scan does. 0: it is none of these, or more may follow. */
size_t numeral_short(const struct numeral_table *t, slice text, struct numeral *out);
/* `led`: a capital digit may stand alone, see numeral_scan. */
void figure_read(const struct numeral_table *t, slice text, size_t at, bool led, struct figure *out);
/* True where a phrase ends: at the end of the text, at punctuation and before figures and signs. */
bool phrase_ends(slice text, size_t at);

static inline bool is_arabic(slice text, size_t at) { return at < text.len && (unsigned)(text.ptr[at] - '0') < 10; }
static inline bool is_latin(slice text, size_t at) { return at < text.len && (unsigned)((text.ptr[at] | 32) - 'a') < 26; }

static inline const struct glyph *glyph_of(const struct numeral_table *t, uint32_t code) {
    return &t->pages[code >> 8 & 255][code & 255];
}

/* The code point at `at`, and its bytes; characters beyond U+FFFF, none of which is a numeral's, become 0. */
static inline uint32_t code_at(slice text, size_t at, size_t *size) {
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if (p[0] < 0x80) return *size = 1, p[0];
    *size = utf8_size(p[0]);
    if (*size == 3) return (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
    return *size == 2 ? (p[0] & 31u) << 6 | (p[1] & 63u) : 0;
}

/* False when no longer row goes on at `at`, its second character. */
static inline bool row_goes_on(const struct numeral_table *t, slice text, size_t at) {
    size_t size;
    return at < text.len && glyph_of(t, code_at(text, at, &size))->inside;
}

/* The longest word of a group at `at`; NULL when none of them stands there. */
static inline const struct glyph_word *word_at(const struct glyph_word *words, uint16_t first, slice text, size_t at) {
    if (!first) return NULL;
    for (const struct glyph_word *w = &words[first - 1];; w++) {
        if (slice_starts(slice_from(text, at), w->text)) return w;
        if (!w->more) return NULL;
    }
}

/* What stands at `at`. Words win over characters; a 断 word is GLYPH_STOP. */
static inline struct token token_at(const struct numeral_table *t, slice text, size_t at) {
    if (at >= text.len) return (struct token){0};
    size_t                   size;
    const struct glyph      *g = glyph_of(t, code_at(text, at, &size));
    const struct glyph_word *w = g->words && row_goes_on(t, text, at + size) ? word_at(t->words, g->words, text, at) : NULL;
    if (w) return (struct token){w->class, w->value, (uint8_t)w->text.len};
    return (struct token){g->class, g->value, (uint8_t)size};
}

static inline bool starts_numeral(unsigned class) {
    return (class >= GLYPH_DIGIT && class <= GLYPH_SEVERAL) || class == GLYPH_ORDINAL || class == GLYPH_VULGAR;
}

#endif
