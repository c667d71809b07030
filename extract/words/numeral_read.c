/* One number, digit by digit: 三万五 → 35000 and 三万零五 → 30005 (only 零 makes the last digit ones), 二亿三千零五十万,
 * 3万4000, 1百01, 十几 → 11 to 19, 五百多亿 → over 50000000000. A number ends where the next figure no longer fits:
 * 三十万|三十万, 三万|一天. What stands round a number (第, 分之, 成, 至) is numeral.c's business. */
#include "extract/words/numeral_reader.h"

#include "extract/base/banned.h"

static void pending_close(struct reader *r) {
    r->pending = PENDING_NONE;
    r->digits = r->digits_extra = 0;
    r->digit_fraction = 0;
    r->zero = false;
}

/* The pending figure does not go with what follows: the number ends before it, and before its 零. */
static bool cut(struct reader *r) {
    r->at = r->zero ? r->zero_at : r->pending_at;
    r->figures--;
    pending_close(r);
    return false;
}

/* ---- from the figure to the section ---- */

/* The power of the place or scale that the pending figure stands behind. */
static int power_before(const struct reader *r) { return r->in_section ? r->last : r->parts[r->part_count - 1].power; }

static void section_add(struct reader *r, u128 digits, u128 extra) {
    if (!r->in_section && r->pending) r->section_at = r->zero ? r->zero_at : r->pending_at;
    r->section = r->section * ten_to(r->digit_fraction) + digits;
    r->fraction += r->digit_fraction;
    if (extra) r->extra = extra, r->extra_power = -r->digit_fraction, r->closed = true;
}

/* The figure behind 三万 or 三百 that has no place of its own: 三万五 is 35000, 三万零五 30005, 3万4000 34000. */
static bool tail_add(struct reader *r) {
    int  power = power_before(r) - 1;
    bool alone =
        r->pending == PENDING_DIGIT || r->pending == PENDING_PAIR || (r->pending == PENDING_ARABIC && r->digit_count == 1);
    u128 unit = 1;
    if (r->pending == PENDING_TWO || r->pending == PENDING_FEW || r->pending == PENDING_STRING) return cut(r);
    if (alone && !r->zero && power > 0) {
        if (r->digits == 0 || tail_stop(r, r->pending_at)) return cut(r);
        unit = ten_to(power);
    }
    if (r->digits * unit >= ten_to(power + 1 + r->digit_fraction) || (r->digit_fraction && r->fraction)) return cut(r);
    section_add(r, r->digits * unit, r->digits_extra * unit);
    r->tailed = true;
    pending_close(r);
    return true;
}

/* The figure as it stands: the whole number, or what the next scale multiplies. */
static void figure_set(struct reader *r) {
    r->string = r->pending == PENDING_STRING || r->pending == PENDING_ARABIC;
    section_add(r, r->digits, r->digits_extra);
    pending_close(r);
}

/* 三 of 三点 may be an hour, behind which the 一 at `at` starts anew: 三点|一个人, where 三点一吨 is a decimal. 六百点一 is no
 * time of day. */
static bool ends_hour(const struct reader *r, size_t at) {
    const struct glyph_word *next = tail_stop(r, at);
    return next && next->value & HOUR && !r->part_count && r->section + r->digits <= 24;
}

/* 三点 and then digits. 三点二十 and 十点一刻 are clock times; Arabic digits stand behind 点 too: 3点5. */
static bool point_take(struct reader *r, struct token point) {
    size_t       from = r->at + point.size, at = from;
    bool         arabic = r->text[r->at] != '.' && is_arabic(r->text, at);
    struct token digit = token_at(r->t, r->text, at);
    if (r->fraction || r->digit_fraction || (digit.class != GLYPH_DIGIT && !arabic)) return false;
    if (ends_hour(r, at)) return false;
    for (; arabic ? is_arabic(r->text, at) : digit.class == GLYPH_DIGIT; digit = token_at(r->t, r->text, at)) at += digit.size;
    if (digit.class == GLYPH_PLACE && (digit.value & 15) == 1) return false;
    if (r->in_section) {
        if (r->pending && !tail_add(r)) return false;
        r->pending_at = r->section_at;
        r->digits = r->section;
        r->section = 0;
        r->in_section = false;
    }
    r->pending = PENDING_ARABIC;
    r->han = true;
    r->leading_zero = false;
    r->digit_count = 1;
    for (; from < at; r->digit_fraction++) {
        digit = token_at(r->t, r->text, from);
        digit_push(r, arabic ? (unsigned)(r->text[from] - '0') : digit.value & 15u);
        from += digit.size;
    }
    r->at = at;
    return true;
}

/* 百 behind 三: 300 into the section. False: the number ends before this place, or before its figure. */
static bool place_take(struct reader *r, struct token token) {
    int  power = token.value & 15;
    bool first = !r->in_section && !r->part_count;
    if (r->closed || (r->in_section && power >= r->last)) return r->pending ? cut(r) : false;
    if (!r->pending) { /* 十 is one ten; 百 and 千 without a figure only open a number */
        if (power > 1 && !first) return false;
        r->bare = r->closed = power > 1;
        r->capital = token.value & CAPITAL;
        pending_open(r, PENDING_DIGIT, 1);
    } else {
        bool no_figure = r->pending == PENDING_STRING || (r->pending == PENDING_TWO && power == 1) || r->leading_zero ||
                         (r->digit_fraction && !first) || r->digits >= TEN_37 / ten_to(power + 1);
        if (no_figure) return first ? false : cut(r);
        r->capital = false;
    }
    r->place = first && (r->digit_count == 1 || r->pending == PENDING_ARABIC) ? power : 0;
    section_add(r, r->digits * ten_to(power), r->digits_extra * ten_to(power));
    r->in_section = r->han = true;
    r->last = power;
    pending_close(r);
    r->at += token.size;
    return true;
}

/* A second 万 with nothing larger between ends the number before its own figure: 三十万|三十五万, 五万三千|五万. */
static bool scale_conflicts(struct reader *r) {
    if (r->pending && !(r->in_section && r->last == 1)) return cut(r);
    if (!r->in_section) return false;
    pending_close(r);
    r->at = r->section_at;
    r->section = r->extra = 0;
    r->fraction = 0;
    r->in_section = false;
    return false;
}

/* 一万零四百三十五|万, 一万二千多|万 count ten thousands past ten thousand of them: behind a 万 of one digit stand thousands or
 * 零, and no figure without its place. Not 三十万|三十五万. */
static bool counts_scale(const struct reader *r, int first, int power) {
    if (first != 1 || r->part_count != 1 || power != 4 || r->parts[0].power != power || !r->in_section) return false;
    struct token opens = token_at(r->t, r->text, r->section_at);
    bool         one = r->parts[0].value.coefficient < 10 && r->section < ten_to(power) && !r->fraction;
    bool         places = !r->pending || r->last == 1 || r->zero;
    return one && places && (r->section >= ten_to(3) || (opens.class == GLYPH_DIGIT && opens.value == 0));
}

/* 3k is 3000, 4M 4000000; 4K电视, 5km and 3k8 are names and units. */
static bool symbol_ends(const struct reader *r, size_t at) {
    if (is_arabic(r->text, at)) return false;
    return phrase_ends(r->s, at) || token_at(r->t, r->text, at).class == GLYPH_MONEY; /* 5k元 */
}

/* What stands before a scale word, and the parts from `first` on, which are smaller, are one part of so many times 10^power.
 * `figure`: digits stand before it, where 亿 of 万亿 has none. */
static void part_close(struct reader *r, int first, int power, bool figure) {
    bool    own = first == r->part_count;
    decimal value = {r->section, (int16_t)-r->fraction, false, true};
    for (int i = first; i < r->part_count; i++) value = decimal_add(r->parts[i].value, value);
    r->scale = own || !figure ? r->scale + power : 0;
    if (!own || first) r->place = 0;
    r->parts[first] = (struct part){decimal_shift(value, power), figure || own ? power : power + r->parts[first].power};
    r->overflow |= !r->parts[first].value.present;
    r->part_count = first + 1;
    r->closed |= r->fraction > 0;
    if (r->extra) r->extra_power += power;
    r->section = 0;
    r->fraction = 0;
    r->in_section = r->tailed = false;
}

/* 万 or 亿. It multiplies all that is smaller: (一万五千)亿, and of 三亿五千万 the 五千. */
static bool scale_take(struct reader *r, struct token token, size_t blank) {
    int  power = token.value, first = r->part_count;
    bool figure = r->in_section || r->pending, symbol = r->text[r->at + blank] < 0x80;
    if (symbol && power == 9 && !r->digit_fraction) return false; /* 5G */
    if (symbol && (r->pending != PENDING_ARABIC || !symbol_ends(r, r->at + blank + token.size))) return false;
    while (first > 0 && r->parts[first - 1].power < power) first--;
    if (counts_scale(r, first, power)) first = 0;
    bool own = first == r->part_count; /* no smaller scale stands before */
    if (first == MOST_PARTS || (first > 0 && r->parts[first - 1].power == power && figure)) return scale_conflicts(r);
    if (!figure) {
        if (own && (r->part_count || token.size > 1)) return false; /* 亿万 alone is a word */
        if (own) {
            r->bare = r->closed = true;
            pending_open(r, PENDING_DIGIT, 1);
        }
    }
    if (r->pending == PENDING_TWO && r->zero) r->pending = PENDING_DIGIT; /* 九百零两万 */
    if (r->pending) {
        bool fits = first == 0 || r->digits < ten_to(r->parts[first - 1].power - power + r->digit_fraction);
        if (own && !r->in_section) {
            if (!fits) return cut(r);
            figure_set(r);
        } else if (!tail_add(r)) {
            return false;
        }
    }
    part_close(r, first, power, figure);
    r->han = true;
    r->at += blank + token.size;
    r->scale_end = r->at;
    return true;
}

/* ---- 几, 余, 零 ---- */

/* 20几 is 21 to 29. */
static bool arabic_few_take(struct reader *r, struct token few) {
    bool tens = r->digit_count == 2 && r->digits % 10 == 0 && r->digits > 0 && !r->digit_fraction;
    if (!tens || r->in_section || r->part_count) return false;
    figure_set(r);
    r->section += 1;
    r->extra = 8;
    r->last = 1;
    r->in_section = r->tailed = r->closed = true;
    r->at += few.size;
    return true;
}

static bool digit_follows(const struct reader *r, size_t at) { return token_at(r->t, r->text, at).class == GLYPH_DIGIT; }

/* 几十, 数百万, 一百几十; 十几 and 一百零几 without a place behind. */
static bool few_take(struct reader *r, struct token few) {
    struct token next = token_at(r->t, r->text, r->at + few.size);
    bool         start = !r->in_section && !r->part_count;
    if (next.class == GLYPH_STOP) next = place_of_unit(r->t, r->text, r->at + few.size);
    if (r->pending == PENDING_ARABIC && few.class == GLYPH_FEW) return arabic_few_take(r, few);
    if (r->pending || r->closed) return false;
    if (few.class == GLYPH_SEVERAL && (!start || digit_follows(r, r->at + few.size + next.size))) return false; /* 总数|十三 */
    if ((next.class == GLYPH_PLACE && !(r->in_section && next.value >= r->last)) || (next.class == GLYPH_SCALE && start)) {
        pending_open(r, PENDING_FEW, 2);
        r->digits_extra = 7;
        r->han = true;
        r->at += few.size;
        return true;
    }
    if (!r->zero && !(r->in_section && r->last == 1)) return false;
    pending_open(r, PENDING_FEW, 1);
    section_add(r, 1, 8);
    r->in_section = r->tailed = true;
    r->at += few.size;
    pending_close(r);
    return true;
}

/* 6亿8000|余万: a scale below those before stands behind `at`, so the digits are so many of it. */
static bool scale_below(const struct reader *r, size_t at) {
    struct token scale = token_at(r->t, r->text, at);
    return scale.class == GLYPH_SCALE && r->part_count && scale.value < r->parts[r->part_count - 1].power;
}

/* 五十|多, 3万|余, 1500|余, 一百|来. A lone Han digit has none: 三多; another only before a scale: 四十六|余万. */
static bool more_take(struct reader *r, struct token more) {
    size_t behind = r->at + more.size;
    bool   arabic = r->pending == PENDING_ARABIC && !r->digit_fraction;
    bool   ones = r->pending == PENDING_DIGIT && r->in_section && token_at(r->t, r->text, behind).class == GLYPH_SCALE;
    if (ones && !tail_add(r)) return false;
    if (r->qualifier != QUALIFIER_EXACT || (r->pending && !arabic) || !(r->pending || r->in_section || r->part_count))
        return false;
    if (r->pending && (r->in_section || r->part_count) && (r->in_section || !scale_below(r, behind))) return false;
    bool figures = arabic || r->at == r->scale_end; /* 100+, 10万+ */
    if (r->text[r->at] == '+' && (!figures || is_arabic(r->text, behind) || is_latin(r->text, behind))) return false;
    if (more.class == GLYPH_ABOUT && arabic && r->digits % 10) return false;
    if (arabic) figure_set(r), r->in_section = true, r->last = 1;
    r->qualifier = more.class == GLYPH_MORE ? QUALIFIER_OVER : QUALIFIER_ABOUT;
    r->closed = true;
    r->at = behind;
    return true;
}

/* 零 between two places belongs to the number when a figure follows. */
static bool zero_take(struct reader *r) {
    size_t       at = r->at;
    struct token next = token_at(r->t, r->text, at);
    for (; next.class == GLYPH_DIGIT && next.value == 0; next = token_at(r->t, r->text, at)) at += next.size;
    bool digit = next.class == GLYPH_DIGIT, ten = next.class == GLYPH_PLACE && (next.value & 15) == 1;
    if (!digit && !ten && next.class != GLYPH_TWO && next.class != GLYPH_TENS && next.class != GLYPH_FEW &&
        !is_arabic(r->text, at))
        return false;
    r->zero = true;
    r->zero_at = r->at;
    r->at = at;
    if (r->bare) r->closed = false; /* 百零八 */
    return true;
}

static bool tens_take(struct reader *r, struct token tens) {
    if (r->pending || r->closed || (r->in_section && r->last <= 1)) return false;
    pending_open(r, PENDING_DIGIT, tens.value);
    section_add(r, tens.value, 0);
    r->in_section = r->han = true;
    r->last = 1;
    r->at += tens.size;
    pending_close(r);
    return true;
}

/* 千米 is a unit, but its 千 belongs to the number behind what counts none: 数|千米, 上|千米, 三万五|千米. */
static bool unit_place_take(struct reader *r) {
    struct token place = place_of_unit(r->t, r->text, r->at);
    bool below = r->part_count && !r->in_section && r->parts[r->part_count - 1].power == 4; /* it is the place below 万 */
    bool digit = r->pending && r->pending != PENDING_STRING && r->digits < 10 && !r->zero && !r->digit_fraction;
    bool counts_none = (r->led && r->at == r->start) || r->pending == PENDING_FEW || (below && digit);
    return place.size && counts_none && place_take(r, place);
}

/* 跨越5000亿|三个台阶, 12亿|三家企业: behind a scale of Arabic digits Han ones go on only in thousands, 3万五千, 1亿三千万,
 * or as the last word, 5万三. */
static bool starts_anew(const struct reader *r, struct token token) {
    if (!r->arabic || !r->part_count || r->at != r->scale_end || r->zero) return false; /* most */
    struct token next = token_at(r->t, r->text, r->at + token.size);
    if (next.class == GLYPH_STOP) next = place_of_unit(r->t, r->text, r->at + token.size); /* 3万五|千米 */
    if (next.class == GLYPH_PLACE) return (next.value & 15) != 3;
    return !phrase_ends(r->s, r->at + token.size) && next.class != GLYPH_MONEY;
}

/* Takes one more piece of the number; false at its end. */
static bool piece_take(struct reader *r) {
    if (is_arabic(r->text, r->at)) {
        if (r->pending || r->closed || r->tailed) return false;
        return arabic_take(r), true;
    }
    struct token token = token_at(r->t, r->text, r->at);
    switch (token.class) {
    case GLYPH_DIGIT:
    case GLYPH_TWO:
        if (token.class == GLYPH_DIGIT && token.value == 0 && !r->pending && (r->in_section || r->part_count))
            return (!r->closed || (r->bare && !r->zero)) && zero_take(r);
        if (r->pending || r->closed || starts_anew(r, token)) return false;
        return han_take(r, token), true;
    case GLYPH_TENS: return !starts_anew(r, token) && tens_take(r, token);
    case GLYPH_PLACE: return (r->pending || !starts_anew(r, token)) && place_take(r, token);
    case GLYPH_SCALE: return scale_take(r, token, 0);
    case GLYPH_FEW:
    case GLYPH_SEVERAL: return few_take(r, token);
    case GLYPH_MORE:
    case GLYPH_ABOUT: return more_take(r, token);
    case GLYPH_POINT:
        if (r->at == r->start && r->text[r->at] == '.' && is_arabic(r->text, r->at + 1)) return arabic_take(r), true; /* .5 */
        return (r->pending || r->in_section || r->part_count) && !r->closed && point_take(r, token);
    case GLYPH_STOP: return unit_place_take(r);
    default: break;
    }
    if (r->pending != PENDING_ARABIC || r->text[r->at] != ' ') return false; /* 5.1 万 */
    token = token_at(r->t, r->text, r->at + 1);
    return token.class == GLYPH_SCALE && scale_take(r, token, 1);
}

/* A capital digit by itself is a figure only before its money: 伍元, but 大陆, 队伍; 陆兆 is a name. */
static bool capital_stands(const struct reader *r, size_t at) {
    if (!r->capital || r->figures > 1) return true;
    if (r->at - at > 1) return r->scale < 12;
    struct token next = token_at(r->t, r->text, r->at);
    return next.class == GLYPH_MONEY;
}

static void reader_finish(struct reader *r, struct figure *out) {
    size_t at = r->start;
    size_t scale_end = r->scale_end;
    if (r->pending && (r->in_section || r->part_count))
        tail_add(r);
    else if (r->pending == PENDING_FEW)
        cut(r);
    else if (r->pending)
        figure_set(r);
    if (r->zero) r->at = r->zero_at;
    if (r->at == at || (!r->led && !capital_stands(r, at))) return;
    decimal value = {r->section, (int16_t)-r->fraction, false, true};
    for (int i = 0; i < r->part_count; i++) value = decimal_add(r->parts[i].value, value);
    if (r->overflow) value = DECIMAL_NONE;
    out->end = r->at;
    out->value = value;
    if (r->extra) out->high = decimal_add(value, decimal_shift((decimal){r->extra, 0, false, true}, r->extra_power));
    out->qualifier = r->qualifier;
    out->scale_end = scale_end;
    out->scale = r->at == scale_end || r->qualifier != QUALIFIER_EXACT ? r->scale : 0;
    out->place = r->tailed || r->figures != 1 ? 0 : r->place;
    out->han = r->han;
    out->arabic = r->arabic;
    out->bare = r->bare;
    out->string = r->string;
    out->leading_zero = r->leading_zero;
}

void figure_read(const struct scan *s, size_t at, bool led, struct figure *out) {
    struct part   parts[MOST_PARTS];
    struct reader r = {
        .s = s, .t = s->t, .text = s->text, .start = at, .at = at, .led = led, .parts = parts, .qualifier = QUALIFIER_EXACT};
    *out = (struct figure){0};
    while (piece_take(&r)) {
    }
    reader_finish(&r, out);
}
