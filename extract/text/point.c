/* ·, •, ‧ between two digits: a point in 增长8·7%, 产煤三·五万吨, 百分之八·七, and none in 5·12地震, 五·四运动 and names. */
#include "extract/text/point.h"

#include "extract/base/banned.h"

/* Bytes of the longest unit there, 个|百分点; 0 when none stands there. */
static size_t unit_bytes(const struct vocabulary *rules, slice s) {
    struct trie_node node = {0};
    enum unit_told   told;
    size_t           end = 0;
    for (size_t at = 0, size; at < s.len; at += size) {
        uint32_t code = utf8_decode(slice_from(s, at), &size);
        if (!unit_step(rules->units, &node, letter_of(rules->alphabet, code), &told)) break;
        if (told != UNIT_NONE) end = at + size;
    }
    return end;
}

bool unit_stands(const struct vocabulary *rules, slice s) { return numeral_starts(rules->numerals, s) || unit_bytes(rules, s); }

/* One that measures, 公里, 元, 倍, or counts at the end of a clause, 7·6张、; 日, 期 and 晚 are of days. */
static bool measure_stands(const struct vocabulary *rules, slice s) {
    static const bool measures[UNIT_CLASSES] =
        {[UNIT_PHYSICAL] = true, [UNIT_MONEY] = true, [UNIT_POINT] = true, [UNIT_MULTIPLE] = true},
                      counts[UNIT_CLASSES] = {[UNIT_MEASURE_WORD] = true, [UNIT_PERSON] = true};
    size_t             size = unit_bytes(rules, s);
    const struct unit *unit = size ? units_find(rules->units, slice_sub(s, 0, size)) : NULL;
    if (!unit) return false;
    slice behind = slice_from(s, size);
    return measures[unit->class] || (counts[unit->class] && behind.len && !starts_han(behind.ptr));
}

/* Bytes of the digits that `s` ends with, 36 or 十二. */
static size_t digits_before(const struct vocabulary *rules, slice s) {
    enum { MOST = 6 };
    size_t at = s.len;
    for (size_t n = 0, size; n < MOST && at > 0; n++, at -= size) {
        size = utf8_size_before(s, at);
        slice one = slice_sub(s, at - size, at);
        if (!digit_at(one, 0) && !(starts_han(one.ptr) && numeral_starts(rules->numerals, one))) break;
    }
    return s.len - at;
}

/* 5 and 12 of 5·12, but not 36 and 57. */
static bool may_be_day(slice month, slice day) {
    int m = slice_int(month), d = slice_int(day);
    return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

bool is_point(const struct vocabulary *rules, slice before, slice behind) {
    enum { LONGEST = 20 * HAN };
    char           text[2 * LONGEST];
    size_t         left = digits_before(rules, before), digits = 0;
    struct numeral n;
    bool           ascii = left && ascii_digit((unsigned char)before.ptr[before.len - 1]);
    if (!left || !behind.len || ascii != digit_at(behind, 0)) return false;
    if (!ascii && !numeral_starts(rules->numerals, behind)) return false;
    while (digit_at(behind, digits)) digits++;
    slice number = slice_from(before, before.len - left);
    if (behind.len > LONGEST) behind.len = utf8_whole(behind, LONGEST);
    memcpy(text, number.ptr, left);
    text[left] = '.';
    memcpy(text + left + 1, behind.ptr, behind.len);
    slice  whole = {text, left + 1 + behind.len};
    size_t end = numeral_scan_text(rules->numerals, whole, &n);
    if (end <= left + 1) return false;
    slice rest = slice_from(whole, end);
    bool  day = ascii ? may_be_day(number, slice_sub(behind, 0, digits)) : true;
    return slice_ends(slice_less(before, left), SLICE_LIT("分之")) || n.scale_end > 0 || slice_starts(rest, SLICE_LIT("%")) ||
           (day ? measure_stands : unit_stands)(rules, rest);
}
