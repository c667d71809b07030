/* Lines → the list marks they begin with. Which line is a heading, and what it means for the figures below it, is context.c's.
 */
#include "extract/words/list_mark.h"

#include "extract/base/banned.h"

static const struct role_name roles[] = {
    /* in the order of enum list_role */
    {"数字", 0}, {"括号", 0}, {"括回", 0}, {"第", 0}, {"章", 0}, {"条", 0}, {"顿", 0}, {"点", 0},
    {"全点", 0}, {"是", 0},   {"项", 0},   {"横", 0}, {"首", 0}, {"大", 0}, {"量", 0}, {NULL, 0}};

bool lists_load(struct role_table **out, struct alphabet *alphabet, const char *path, struct arena *run, struct err *err) {
    *out = arena_new(run, sizeof **out);
    return roles_load(*out, alphabet, path, roles, run, err);
}

int mark_level_read(const struct role_table *t, slice s, size_t *size) {
    enum { MOST_HAN = 3, MOST_ARABIC = 3 }; /* digits: 112. 公立医院 */
    size_t   digits = 0, n;
    uint32_t found = roles_at(t, s, &n);
    bool     bracket = found & LIST_BRACKET, ordinal = found & LIST_ORDINAL;
    slice    rest = bracket || ordinal ? slice_from(s, n) : s;
    bool     han = !digit_at(rest, 0);
    for (; !han && digit_at(rest, 0); digits++) rest = slice_from(rest, 1);
    for (; (found = roles_at(t, rest, &n)) & LIST_DIGIT && han && digits <= MOST_HAN; digits++) rest = slice_from(rest, n);
    if (digits == 0 || digits > (han ? MOST_HAN : MOST_ARABIC) || !found) return 0;
    slice behind = slice_from(rest, n);
    bool  more = han && roles_at(t, behind, &(size_t){0}) & LIST_DIGIT;                                /* 三.五倍 */
    bool  opens = behind.len && ((unsigned char)behind.ptr[0] > 0x80 || (han && digit_at(behind, 0))); /* 二.2024年工作 */
    bool  point = found & LIST_POINT && !more && opens;                                                /* 3.产业, not 3.5 */
    if (!(found & (bracket ? LIST_CLOSES : ordinal ? LIST_SECTION : LIST_PAUSE)) && (bracket || ordinal || !point)) return 0;
    *size = (size_t)(behind.ptr - s.ptr);
    if (bracket) return han ? 2 : 4;
    return ordinal || han ? 1 : 3;
}

struct mark_form mark_form(const struct role_table *t, slice mark) {
    size_t size;
    bool   bracket = role_take(t, &mark, LIST_BRACKET), ordinal = role_take(t, &mark, LIST_ORDINAL), arabic = digit_at(mark, 0);
    uint32_t digit = roles_at(t, mark, &size);
    if (arabic) size = 1;
    slice    behind = slice_trim(slice_from(mark, size));
    uint32_t closes = bracket || !behind.len ? 0 : utf8_decode(utf8_tail(behind, 1), &size);
    bool     more = digit_at(behind, 0) || roles_at(t, behind, &size) & LIST_DIGIT, one = arabic && mark.ptr[0] == '1';
    return (struct mark_form){.style = closes << 4 | (digit & LIST_CAPITAL ? 8u : 0) | ordinal << 2 | bracket << 1 | arabic,
                              .first = !more && (one || digit & LIST_FIRST)};
}

/* Takes the digits at the start of `s`, Han and Arabic; false when there is none. */
static bool digits_take(const struct role_table *t, slice *s) {
    const char *from = s->ptr;
    for (;;)
        if (digit_at(*s, 0))
            *s = slice_from(*s, 1);
        else if (!role_take(t, s, LIST_DIGIT))
            return s->ptr > from;
}

/* Takes 、 of 一、 or, where no number goes on behind it, . of 3.产业. */
static bool stop_take(const struct role_table *t, slice *s, uint32_t stops) {
    size_t   size;
    uint32_t found = roles_at(t, *s, &size);
    if (!(found & stops)) return false;
    slice behind = slice_from(*s, size);
    if (found & LIST_POINT && digit_at(behind, 0)) return false;
    *s = behind;
    return true;
}

size_t list_dash(const struct role_table *t, slice line) {
    size_t size;
    if (!(roles_at(t, line, &size) & LIST_DASH) || line.len <= size || line.ptr[size] != ' ') return 0;
    while (size < line.len && line.ptr[size] == ' ') size++;
    return size;
}

bool list_opens(const struct role_table *t, slice line) {
    enum { LONGEST_NUMBER = 9 };
    slice    rest = line;
    size_t   size;
    uint32_t found = roles_at(t, line, &size);
    if (found & (LIST_BRACKET | LIST_ITEM)) return true;
    if (found & LIST_DASH) return list_dash(t, line) > 0;
    bool ordinal = role_take(t, &rest, LIST_ORDINAL);
    if (!digits_take(t, &rest)) return false;
    return ordinal || ((size_t)(rest.ptr - line.ptr) <= LONGEST_NUMBER &&
                       stop_take(t, &rest, LIST_PAUSE | LIST_POINT | LIST_WIDE_POINT | LIST_IS | LIST_CLOSES));
}

bool list_numbered(const struct role_table *t, slice line) {
    (void)role_take(t, &line, LIST_BRACKET | LIST_ORDINAL);
    return digits_take(t, &line) &&
           stop_take(t, &line, LIST_PAUSE | LIST_POINT | LIST_WIDE_POINT | LIST_IS | LIST_CLOSES | LIST_SECTION | LIST_ARTICLE);
}

bool list_continues(const struct role_table *t, slice line) {
    size_t size;
    return roles_at(t, line, &size) & (LIST_BRACKET | LIST_ORDINAL) && !list_numbered(t, line);
}

bool list_ends_ordinal(const struct role_table *t, slice line) {
    size_t size;
    return roles_at(t, utf8_tail(line, 1), &size) & LIST_ORDINAL;
}

/* The digits and points at the start of `s`: 2.1, 3.4.1; 0: none. */
static size_t section_digits(slice s) {
    enum { MOST_DIGITS = 2, FEWEST_PARTS = 2, MOST_PARTS = 3 };
    size_t at = 0, parts = 0;
    for (; parts < MOST_PARTS && (parts == 0 || (at < s.len && s.ptr[at] == '.')); parts++) {
        size_t from = at + (parts > 0);
        for (at = from; digit_at(s, at);) at++;
        if (at == from || at - from > MOST_DIGITS || s.ptr[from] == '0') return 0;
    }
    return parts >= FEWEST_PARTS ? at : 0;
}

bool list_section_ends(const struct role_table *t, slice number, slice behind) {
    size_t size;
    return number.len && section_digits(number) == number.len && behind.len && starts_han(behind.ptr) &&
           !(roles_at(t, behind, &size) & LIST_AMOUNT);
}

size_t list_section(const struct role_table *t, slice s) {
    size_t number = section_digits(s);
    if (number == 0 || !slice_starts(slice_from(s, number), SLICE_LIT(" "))) return 0;
    return list_section_ends(t, slice_sub(s, 0, number), slice_from(s, number + 1)) ? number + 1 : 0;
}

size_t list_label(const struct role_table *t, slice s) {
    slice rest = s;
    bool  bracket = role_take(t, &rest, LIST_BRACKET);
    if (!digits_take(t, &rest) || !stop_take(t, &rest, LIST_PAUSE | (bracket ? LIST_CLOSES : LIST_POINT))) return 0;
    return rest.len ? (size_t)(rest.ptr - s.ptr) : 0;
}
