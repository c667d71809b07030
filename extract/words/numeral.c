/* Numbers and the words round them become numerals: 百分之五点三 → 5.3 %, 三分之二 → 0.666667, 三成半 → 35 %, 第二十一,
 * 1:12, 3—5万 → 30000..50000. What makes a number a percentage or a power is read by numeral_form.c, the number itself by
 * numeral_read.c. Units, 约 and 以上, dates and idioms are left to others. */
#include "extract/words/numeral_form.h"

#include "extract/base/banned.h"

slice numeral_unit_name(const struct numeral *n) {
    static const slice names[] = {SLICE_LIT(""), SLICE_LIT("%"), SLICE_LIT("‰"), SLICE_LIT("ratio")};
    return names[n->unit];
}

/* A numeral that needs no number: 一半, 半, ½, .5. */
static size_t whole_read(const struct scan *s, size_t at, struct token token, struct numeral *out) {
    const struct glyph_word *w = whole_at(s->t, s->text, at);
    if (w) {
        *out = *w->numeral;
        return at + w->size;
    }
    if (token.class == GLYPH_VULGAR) return vulgar_read(token, at, decimal_int(0), out);
    if (token.class != GLYPH_HALF && token.class != GLYPH_FUSED) return 0;
    numeral_put(out, NUMERAL_HAN, token.class == GLYPH_HALF ? (decimal){5, -1, false, true} : decimal_int(token.value), 0);
    out->single = true;
    out->fused = token.class == GLYPH_FUSED;
    return at + token.size;
}

static bool end_read(const struct scan *s, size_t at, struct token token, bool led, struct end *e) {
    e->end = 0;
    e->figure.end = 0;
    e->figure.scale_end = 0;
    e->figure.scale = e->figure.place = 0;
    if ((e->end = whole_read(s, at, token, e->numeral)) > 0) return true;
    figure_read(s, at, led, &e->figure);
    if (e->figure.end == 0) return false;
    e->end = form_read(s, e);
    if (e->end == SIZE_MAX) return e->end = 0, false;
    if (e->end == 0) {
        e->end = e->figure.end;
        numeral_of(e->numeral, &e->figure);
        e->numeral->single = e->figure.han && !e->figure.arabic && e->end - at == 1;
    }
    return true;
}

/* ---- ranges and ratios ---- */

static bool is_plain(enum numeral_form form) {
    return form == NUMERAL_DIGITS || form == NUMERAL_HAN || form == NUMERAL_ORDINAL;
}
static decimal low_of(const struct numeral *n) { return n->bounded && n->bound.low.present ? n->bound.low : n->value; }
static decimal high_of(const struct numeral *n) { return n->bounded && n->bound.high.present ? n->bound.high : n->value; }

/* 两 before 三: not 一, for 十到二十 shares nothing. */
static bool is_one_less(decimal low, decimal digit) {
    return decimal_compare(decimal_add(low, decimal_int(1)), digit) == 0 && decimal_compare(low, decimal_int(1)) > 0;
}

/* 3—5万 means 3万; 三到五百 means 三百; 5000—1万 and 1到100 share nothing. Powers of ten that `a` takes over from `b`. */
static int shared_power(const struct end *a, const struct end *b) {
    decimal low = low_of(a->numeral);
    if (b->figure.end == 0 || a->figure.end == 0 || a->figure.scale_end || low.exponent > 0) return 0;
    int     place = b->figure.place, scale = b->figure.scale;
    decimal digit = decimal_shift(high_of(b->numeral), -(place + scale));
    bool    shares = place && low.present && !decimal_zero(low) && decimal_compare(low, digit) < 0;
    if (place == 1) shares = shares && a->figure.han && is_one_less(low, digit);
    if (shares) return place + scale;
    if (scale == 0 || decimal_compare(low, decimal_shift(digit, place)) >= 0) return 0;
    return scale;
}

/* 由4600个增加百分之二十|至五千五百个: no range of percentages goes from a part to many times the whole. */
static bool passes_whole(decimal low, decimal high) {
    decimal whole = decimal_int(100);
    return decimal_compare(low, whole) <= 0 && decimal_compare(high, decimal_mul(whole, decimal_int(2))) > 0;
}

/* Makes a's form that of b: 三到五成, 百分之三到五. False when they do not go together. */
static bool forms_join(struct end *a, struct end *b) {
    if (a->numeral->form == b->numeral->form) return true;
    if (is_plain(a->numeral->form) && is_plain(b->numeral->form)) return true;
    if (is_plain(a->numeral->form) && b->numeral->form == NUMERAL_TENTHS && at_most_ten(high_of(a->numeral))) {
        numeral_shift(a->numeral, 1);
        unit_set(a->numeral, NUMERAL_TENTHS, b->numeral->unit);
        return true;
    }
    return a->numeral->form == NUMERAL_PERCENT && is_plain(b->numeral->form) && b->figure.scale_end == 0 &&
           !passes_whole(high_of(a->numeral), high_of(b->numeral));
}

static bool range_set(struct end *a, struct end *b) {
    if (!forms_join(a, b)) return false;
    int power = is_plain(a->numeral->form) ? shared_power(a, b) : 0;
    if (power) numeral_shift(a->numeral, power);
    decimal low = low_of(a->numeral), high = high_of(b->numeral);
    if (!low.present || !high.present || decimal_compare(low, high) >= 0) return false;
    numeral_bound(a->numeral, low, high);
    a->numeral->value = DECIMAL_NONE;
    a->numeral->qualifier = QUALIFIER_RANGE;
    a->numeral->approximate = a->numeral->single = a->numeral->divided = false;
    if (b->numeral->scale_end) a->numeral->scale_end = b->numeral->scale_end;
    a->end = b->end;
    return true;
}

/* The letter behind 至 or — at `at`, blanks round it too; 0 when none stands there. */
static size_t join_end(const struct scan *s, size_t at, struct token *join) {
    size_t from = at + is_blank(s, at);
    *join = token_of(s, from);
    if (join->class != GLYPH_JOIN && join->class != GLYPH_LIST) return 0;
    from += join->size;
    return from + is_blank(s, from);
}

/* 2020-05-01, 0731-8888888, 1.2.3, 2014/15, 5633/5634: no numbers but codes. Returns the letter behind such a code, 0 when it
 * is none. */
static size_t code_end(const struct scan *s, const struct end *a) {
    size_t at = a->figure.end, marks = 0;
    if (a->figure.end == 0 || a->figure.han || a->end != a->figure.end) return 0;
    if (school_year_end(s, &a->figure)) return a->end + 3;
    size_t train = train_pair_end(s, &a->figure);
    if (train) return train;
    bool dots = s->text[at] == '.';
    while ((s->text[at] == '-' || (dots && s->text[at] == '.')) && is_arabic(s->text, at + 1)) {
        marks++;
        while (is_arabic(s->text, ++at)) {
        }
    }
    return dots ? (marks ? at : 0) : marks > 1 || (marks && a->figure.leading_zero) ? at : 0;
}

/* 三、四十 is 30 to 40; 三、四 and 三、五十 are two numbers. */
static bool list_spreads(const struct end *a, const struct end *b) {
    int power = a->numeral->single && a->figure.end == a->end ? shared_power(a, b) : 0;
    if (power == 0 || !b->numeral->value.present) return false;
    decimal next = decimal_shift(decimal_add(a->numeral->value, decimal_int(1)), power);
    return decimal_compare(next, b->numeral->value) == 0;
}

static void range_read(const struct scan *s, struct end *a) {
    struct token   join, first;
    struct numeral far;
    struct end     b;
    size_t         at = join_end(s, a->end, &join);
    if (at == 0) return;
    b.numeral = &far;
    first = token_of(s, at);
    if (first.class == GLYPH_ORDINAL && a->numeral->form == NUMERAL_ORDINAL) at += first.size, first = token_of(s, at);
    if (!end_read(s, at, first, false, &b) || (join.class == GLYPH_LIST && !list_spreads(a, &b))) return;
    range_set(a, &b);
}

static size_t behind_blank(const struct scan *s, size_t at) { return at + (s->text[at] == ' '); }

/* 1:12, 4.0∶37.7∶58.3, 三比二; 3.6 : 48 : 48.4, where two marks tell that it is no time and no list. */
static void ratio_read(const struct scan *s, struct end *a) {
    size_t       end = a->end, count = 0, at = behind_blank(s, end);
    bool         spaced = at > end;
    struct token versus = token_of(s, at);
    if (versus.class != GLYPH_VERSUS || a->figure.end != a->end || a->figure.scale_end || !a->numeral->value.present ||
        a->numeral->qualifier != QUALIFIER_EXACT)
        return; /* 比三千多|比五千少 */
    bool arabic = !a->figure.han;
    for (struct token next = versus; next.class == GLYPH_VERSUS; next = token_of(s, at = behind_blank(s, end)), count++) {
        struct figure f = {0};
        figure_read(s, spaced ? behind_blank(s, at + next.size) : at + next.size, false, &f);
        arabic = arabic && !f.han;
        if (f.end == 0 || f.scale_end || f.high.present || f.qualifier != QUALIFIER_EXACT || (next.value == COLON && !arabic))
            break;
        end = f.end;
    }
    if (count == 0 || (spaced && count < 2)) return;
    numeral_put(a->numeral, NUMERAL_RATIO, DECIMAL_NONE, 0);
    a->end = end;
}

/* What makes a code, a ratio or a range of a number stands right behind it, or behind a blank; most numbers end at a unit. */
static bool number_goes_on(const struct scan *s, size_t at) {
    uint16_t c = s->text[at];
    return c == ' ' || c == '-' || c == '.' || c == '/' || token_of(s, at).class != GLYPH_NONE;
}

size_t numeral_scan_whole(const struct numeral_table *table, const uint16_t *text, size_t count, bool led,
                          struct numeral *out) {
    struct scan  s = {table, text, count};
    struct token first = token_of(&s, 0);
    struct end   e; /* end_read fills what is asked of it */
    bool         ordinal = first.class == GLYPH_ORDINAL;
    e.numeral = out;
    if (!is_arabic(text, 0) && first.class == GLYPH_NONE && glyph_of(table, text[0])->wholes == 0) return 0;
    if (!end_read(&s, ordinal ? first.size : 0, ordinal ? token_of(&s, first.size) : first, led || ordinal, &e)) return 0;
    if (ordinal && out->form != NUMERAL_DIGITS && out->form != NUMERAL_HAN) return 0;
    if (ordinal) out->form = NUMERAL_ORDINAL, out->single = false;
    bool   more = number_goes_on(&s, e.end);
    size_t code = more ? code_end(&s, &e) : 0;
    if (code) {
        numeral_put(out, NUMERAL_DIGITS, DECIMAL_NONE, 0);
        e.end = code;
    } else if (more) {
        ratio_read(&s, &e);
        if (out->form != NUMERAL_RATIO) range_read(&s, &e);
    }
    return e.end;
}
