/* 下午3点20分 becomes T15:20, 三点一刻 T03:15, 15:30:05 itself. A bare 三点 is left alone (it may be a third point), and so is
 * 三点五 (a decimal) and 1:12 (a ratio). */
#include "extract/clock.h"

#include "extract/base/banned.h"

static bool take(slice *s, slice word) {
    if (!slice_starts(*s, word)) return false;
    *s = slice_from(*s, word.len);
    return true;
}

#define TAKE(s, word) take((s), SLICE_LIT(word))

/* The whole number at the start of *s, at most `most`; -1 when there is none. At 三点 it ends before 点. */
static int number_take(const struct numeral_table *t, slice *s, int most) {
    struct numeral n;
    slice          head = *s;
    for (size_t at = 0; at < s->len && at < 12; at += utf8_size((unsigned char)s->ptr[at]))
        if (slice_starts(slice_from(*s, at), SLICE_LIT("点")) || slice_starts(slice_from(*s, at), SLICE_LIT("點")))
            head = slice_sub(*s, 0, at);
    while (TAKE(s, "零") && s->len) head = slice_from(head, head.len > 3 ? 3 : head.len);
    size_t size = numeral_scan(t, head, false, &n);
    if (size == 0 || !n.value.present || n.value.exponent || n.value.negative || n.value.coefficient > (unsigned)most)
        return -1;
    if (n.form != NUMERAL_DIGITS && n.form != NUMERAL_HAN) return -1;
    *s = slice_from(*s, size);
    return (int)n.value.coefficient;
}

/* 15:30 and 15:30:05: two digits behind each colon. */
static bool colons_take(slice *s, int part[3], int *count) {
    slice rest = *s;
    for (*count = 0; *count < 3; ++*count) {
        size_t digits = 0;
        if (*count && !TAKE(&rest, ":") && !TAKE(&rest, "：")) break;
        for (part[*count] = 0; digits < rest.len && (unsigned)(rest.ptr[digits] - '0') < 10 && digits < 3; digits++)
            part[*count] = part[*count] * 10 + rest.ptr[digits] - '0';
        if (digits == 0 || digits > 2 || (*count && digits != 2) || part[*count] > (*count ? 59 : 24)) return false;
        rest = slice_from(rest, digits);
    }
    if (*count < 2) return false;
    *s = rest;
    return true;
}

/* 点 and what follows it: 半, 一刻, 三刻, 20分, 20分30秒, 钟, 整. */
static bool words_take(const struct numeral_table *t, slice *s, int part[3], int *count) {
    slice rest = *s, before;
    part[0] = number_take(t, &rest, 24);
    if (part[0] < 0 || !(TAKE(&rest, "点") || TAKE(&rest, "點"))) return false;
    *count = 2;
    part[1] = 0;
    before = rest;
    if (TAKE(&rest, "半"))
        part[1] = 30;
    else if (TAKE(&rest, "一刻"))
        part[1] = 15;
    else if (TAKE(&rest, "三刻"))
        part[1] = 45;
    else if (TAKE(&rest, "钟") || TAKE(&rest, "鐘") || TAKE(&rest, "整")) {
    } else if ((part[1] = number_take(t, &rest, 59)) < 0 || !TAKE(&rest, "分"))
        return false;
    else if ((before = rest, part[2] = number_take(t, &rest, 59)) >= 0 && TAKE(&rest, "秒"))
        *count = 3;
    else
        rest = before;
    *s = rest;
    return true;
}

size_t clock_scan(const struct numeral_table *numerals, slice text, char out[CLOCK_TEXT], size_t *length) {
    slice s = text;
    int   part[3], count;
    bool  late = TAKE(&s, "下午") || TAKE(&s, "晚上") || TAKE(&s, "傍晚") || TAKE(&s, "夜里");
    if (!late) (void)(TAKE(&s, "上午") || TAKE(&s, "早上") || TAKE(&s, "凌晨") || TAKE(&s, "清晨") || TAKE(&s, "中午"));
    bool named = s.ptr != text.ptr;
    if (s.len == 0 || (!colons_take(&s, part, &count) && !words_take(numerals, &s, part, &count))) return 0;
    bool short_hour = text.len > 1 && text.ptr[1] == ':';
    if (!named && (short_hour || (s.len && s.ptr[0] == ':'))) return 0; /* 1:12 and 11:20:3 are ratios */
    if (late && part[0] < 12) part[0] += 12;
    int n = count == 3 ? snprintf(out, CLOCK_TEXT, "T%02d:%02d:%02d", part[0] % 100, part[1] % 100, part[2] % 100)
                       : snprintf(out, CLOCK_TEXT, "T%02d:%02d", part[0] % 100, part[1] % 100);
    *length = n > 0 ? (size_t)n : 0;
    return (size_t)(s.ptr - text.ptr);
}
