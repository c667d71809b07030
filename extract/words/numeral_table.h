/* The characters and words that numerals are made of, as numerals.tsv gives them, ready to be looked up one letter of a spelt
 * text at a time (base/alphabet.h): 三 is the digit 3, 佰 the place 10^2, 亿 the scale 10^8, 千瓦 no numeral at all. Positions
 * are letters. Seen by numeral*.c only. */
#ifndef SUANPAN_NUMERAL_TABLE_H
#define SUANPAN_NUMERAL_TABLE_H

#include "extract/words/numeral.h"
#include "extract/words/scan.h"

/* Column 类: X names a class, Y is one that marks the value of its rows. */
#define GLYPH_CLASSES(X, Y)                                                                                                    \
    X(DIGIT, "数字", "一; 零 is a digit too, value 0")                                                                         \
    Y(DIGIT, "大写", CAPITAL, "壹; value | CAPITAL")                                                                           \
    X(TWO, "两", "a digit that also weighs: 三百两 ends before it")                                                            \
    X(FUSED, "合音", "俩 仨, whole by themselves")                                                                             \
    X(TENS, "整十", "廿 卅 卌")                                                                                                \
    X(PLACE, "位", "十 百 千; value is the power of ten")                                                                      \
    Y(PLACE, "大写位", CAPITAL, "拾; value | CAPITAL")                                                                         \
    X(SCALE, "级", "万 亿 兆")                                                                                                 \
    X(HALF, "半", "半")                                                                                                        \
    X(FEW, "几", "几十, 十几")                                                                                                 \
    X(SEVERAL, "数", "before a place or a scale only")                                                                         \
    X(POINT, "点", "点")                                                                                                       \
    X(MORE, "余", "余 多")                                                                                                     \
    X(ABOUT, "来", "来")                                                                                                       \
    X(ORDINAL, "第", "第")                                                                                                     \
    X(AND, "又", "又")                                                                                                         \
    X(NEGATIVE, "负", "负, inside: 百分之负三")                                                                                \
    X(JOIN, "至", "至 到")                                                                                                     \
    Y(JOIN, "连", MINUS, "—")                                                                                                  \
    X(LIST, "顿", "、 between the digits of 三、四十")                                                                         \
    X(VERSUS, "比", "比")                                                                                                      \
    Y(VERSUS, "比号", COLON, "∶")                                                                                              \
    X(TENTH, "成", "成")                                                                                                       \
    X(DISCOUNT, "折", "折")                                                                                                    \
    X(TIMES, "乘", "×, between a number and a power of ten")                                                                   \
    X(POWER, "方", "^, before an exponent")                                                                                    \
    X(RAISED, "上标", "², an exponent")                                                                                        \
    X(BASE, "底", "的, between a number and an exponent that 次方 closes")                                                     \
    X(NTH, "次方", "10的6次方")                                                                                                \
    X(VULGAR, "分数", "½; value is numerator × 16 + denominator")                                                              \
    X(LOOKALIKE, "形零", "O ○: a zero between digits")                                                                         \
    X(OF, "分之", "分之")                                                                                                      \
    X(MONEY, "币", "what a capital digit alone counts: 伍元; 大陆 is no 6")                                                    \
    X(STOP, "断", "no numeral goes on here: 千瓦, 成员")                                                                       \
    X(TAIL_STOP, "断尾", "no colloquial tail: 三万|一吨")                                                                      \
    Y(TAIL_STOP, "断时", HOUR, "nor digits of a point: 三万|一天, 三点|一个人")                                                \
    X(WORD, "词", "a numeral by itself: 一半, 成百上千")
#define GLYPH(name, ...) GLYPH_##name,
#define NO_GLYPH(...)
enum glyph_class { GLYPH_NONE, GLYPH_CLASSES(GLYPH, NO_GLYPH) };
#undef GLYPH
#undef NO_GLYPH

enum { CAPITAL = 16, MINUS = 1, COLON = 1, HOUR = 1, LONGEST_ROW = 20 };

struct glyph {
    uint8_t class : 6;      /* enum glyph_class */
    uint8_t  ends : 1;      /* a phrase ends before it */
    uint8_t  of_number : 1; /* behind digits it may be of the number: 万, but also a comma, e5 and a blank */
    uint8_t  value;
    uint16_t words, tails, wholes; /* index + 1 of the first longer row that starts here: of any class, 断尾, 词 */
    uint64_t seconds;              /* bits of the letters that longer rows of `words` and `wholes` go on with */
    uint64_t starts;               /* bits of the letters behind it that a numeral may go on with: 成百, not 成果 */
};
struct glyph_word {
    uint16_t second;            /* letter */
    uint8_t class, value, size; /* size: letters */
    bool                  more; /* the next word starts with the same character */
    const uint16_t       *letters;
    slice                 text;
    const struct numeral *numeral; /* 词: what it stands for; else NULL */
};
struct numeral_table {
    const struct alphabet   *alphabet;
    const struct glyph      *glyphs; /* by letter, below `count`; the last is that of all others */
    uint32_t                 count;
    const struct glyph_word *words, *tails, *wholes; /* grouped by first character, the longest first */
    struct scan_set          starts;                 /* characters that a numeral may start with, full-width ones too */
    uint16_t                 comma;                  /* the letter of ， */
    uint8_t                  longest;                /* letters of a row, at most LONGEST_ROW */
};

struct token {
    uint8_t class, value;
    uint8_t size; /* letters; 0 at the end of the text */
};

/* One number without 第, 分之, 成 and the like. */
struct figure {
    size_t         end;       /* byte behind it; 0: no number starts there */
    decimal        value;     /* the low end where it spreads; absent when it has more than 38 digits */
    decimal        high;      /* present where it spreads: 十几 is 11 to 19, 两三百 200 to 300 */
    enum qualifier qualifier; /* EXACT, OVER (余 多), ABOUT (来) */
    size_t         scale_end; /* byte behind the last 万 or 亿, 0 when there is none */
    int            scale;     /* power of ten of the scale words at its end: 五十万 4, 万亿 12; 0 when it ends otherwise */
    int            place;     /* of a lone figure with a lone place (五百, 五百万, 20百万): 2; else 0 */
    bool           han, arabic;  /* Han characters, Arabic digits stand in it */
    bool           bare;         /* 百, 千, 万 without a figure before */
    bool           string;       /* digits without places: 八五, 二〇二〇, 85 */
    bool           leading_zero; /* 007 */
};
/* A spelt text whose numeral starts at its first letter. */
struct scan {
    const struct numeral_table *t;
    const uint16_t             *text;  /* letters, 0 behind the last */
    size_t                      count; /* of them */
};
/* `led`: see numeral_scan. */
void figure_read(const struct scan *s, size_t at, bool led, struct figure *out);

/* Letters of ASCII are its codes; 0 stands behind the last letter of a text. */
static inline bool is_arabic(const uint16_t *text, size_t at) { return ascii_digit(text[at]); }
static inline bool is_latin(const uint16_t *text, size_t at) { return (unsigned)((text[at] | 32) - 'a') < 26; }

static inline const struct glyph *glyph_of(const struct numeral_table *t, uint32_t letter) {
    return &t->glyphs[letter < t->count ? letter : t->count];
}

/* True where a phrase ends: at the end of the text, at punctuation and before figures and signs. */
static inline bool phrase_ends(const struct scan *s, size_t at) { return at >= s->count || glyph_of(s->t, s->text[at])->ends; }

/* The longest word of a group at `at`; NULL when none of them stands there. */
static inline const struct glyph_word *word_among(const struct glyph_word *words, uint16_t first, const uint16_t *text,
                                                  size_t at) {
    for (const struct glyph_word *w = &words[first - 1];; w++) {
        size_t i = 2;
        if (w->second == text[at + 1]) {
            while (i < w->size && text[at + i] == w->letters[i]) i++;
            if (i == w->size) return w;
        }
        if (!w->more) return NULL;
    }
}

static inline unsigned second_bit(uint16_t letter) { return (uint16_t)(letter * 0x9E37u) >> 10; }
/* False when no longer row that starts with `g` goes on with this letter. */
static inline bool row_goes_on(const struct glyph *g, uint16_t second) { return g->seconds >> second_bit(second) & 1; }

/* False when no numeral starts with these two letters. */
static inline bool may_start(const struct glyph *g, uint16_t second) { return g->starts >> second_bit(second) & 1; }

/* What stands at `at`. Words win over characters; a 断 word is GLYPH_STOP. */
static inline struct token token_at(const struct numeral_table *t, const uint16_t *text, size_t at) {
    const struct glyph      *g = glyph_of(t, text[at]);
    const struct glyph_word *w = g->words && row_goes_on(g, text[at + 1]) ? word_among(t->words, g->words, text, at) : NULL;
    bool ahead = w && (w->class == GLYPH_TENTH || w->class == GLYPH_DIGIT); /* 七成|人口, 参|佰 but 参加 */
    if (w) return (struct token){w->class, w->value, ahead ? 1 : w->size};
    return (struct token){g->class, g->value, text[at] != 0};
}

/* The 词 at `at`, 一半; NULL when none stands there. */
static inline const struct glyph_word *whole_at(const struct numeral_table *t, const uint16_t *text, size_t at) {
    const struct glyph *g = glyph_of(t, text[at]);
    return g->wholes && row_goes_on(g, text[at + 1]) ? word_among(t->wholes, g->wholes, text, at) : NULL;
}

/* The 千 of 千米 at `at` by itself: a place, where what stands before it cannot count 千米 (数|千米). Size 0 where none stands.
 */
static inline struct token place_of_unit(const struct numeral_table *t, const uint16_t *text, size_t at) {
    const struct glyph *g = glyph_of(t, text[at]);
    bool                stands = g->class == GLYPH_PLACE && g->value == 3 && token_at(t, text, at).class == GLYPH_STOP;
    return stands ? (struct token){GLYPH_PLACE, 3, 1} : (struct token){0};
}

static inline bool starts_numeral(unsigned class) {
    return (class >= GLYPH_DIGIT && class <= GLYPH_SEVERAL) || class == GLYPH_ORDINAL || class == GLYPH_VULGAR;
}

#endif
