/* What an editor or a web page left in plain text: a tag, </span>; bold, **水闸**; the backslash that Markdown puts before
 * marks, 98\.6\%; a number set as code or as a formula, `313`, $12.4\%$; an entity, 313&nbsp;起. Leaves links and headings. */
#include "extract/text/markup.h"

#include <string.h>

#include "extract/base/banned.h"

enum { LONGEST_TAG = 300, LONGEST_FORMULA = 24 };

/* ---- entities ---- */

static const struct entity {
    slice    name;
    uint32_t code;
} entities[] = {
    {SLICE_LIT("nbsp"), 0xA0},    {SLICE_LIT("ensp"), 0x2002},  {SLICE_LIT("emsp"), 0x2003}, {SLICE_LIT("thinsp"), 0x2009},
    {SLICE_LIT("ldquo"), 0x201C}, {SLICE_LIT("rdquo"), 0x201D}, {SLICE_LIT("quot"), '"'},    {SLICE_LIT("lsquo"), 0x2018},
    {SLICE_LIT("rsquo"), 0x2019}, {SLICE_LIT("mdash"), 0x2014}, {SLICE_LIT("middot"), 0xB7}, {SLICE_LIT("hellip"), 0x2026},
    {SLICE_LIT("amp"), '&'},      {SLICE_LIT("lt"), '<'},       {SLICE_LIT("gt"), '>'},
};

/* &#160; → U+A0; 0 bytes when no character has that number. */
static size_t numbered(slice s, uint32_t *code) {
    enum { LONGEST = 9 };
    size_t at = 2;
    for (*code = 0; digit_at(s, at) && at < LONGEST; at++) *code = *code * 10 + (uint32_t)(s.ptr[at] - '0');
    bool real = *code >= ' ' && *code < 0x110000 && (*code < 0xD800 || *code > 0xDFFF);
    return at > 2 && at < s.len && s.ptr[at] == ';' && real ? at + 1 : 0;
}

/* A page forgets the ; at times: &nbsp315. */
static size_t named(slice s, uint32_t *code) {
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        size_t end = 1 + entities[i].name.len;
        if (!slice_starts(slice_from(s, 1), entities[i].name)) continue;
        if (end < s.len && ascii_letter((unsigned char)s.ptr[end])) return 0;
        *code = entities[i].code;
        return end + (end < s.len && s.ptr[end] == ';');
    }
    return 0;
}

uint32_t markup_code(slice s, size_t *size) {
    uint32_t code;
    size_t   bytes = s.ptr[0] != '&' || s.len < 3 ? 0 : s.ptr[1] == '#' ? numbered(s, &code) : named(s, &code);
    if (!bytes) return utf8_decode(s, size);
    *size = bytes;
    return code;
}

/* ---- marks ---- */

/* <strong> or </span>; none: a<b. */
static size_t tag_size(slice s) {
    size_t at = s.len > 1 && s.ptr[1] == '/' ? 2 : 1;
    if (at >= s.len || s.ptr[at] < 'a' || s.ptr[at] > 'z') return 0;
    for (; at < s.len && at < LONGEST_TAG && s.ptr[at] != '<'; at++)
        if (s.ptr[at] == '>') return at + 1;
    return 0;
}

/* Two asterisks set a word in bold, **水闸**, and four part two of them, **23支****1150人**; 138****1234 and 13**5 hide digits.
 */
static size_t bold_size(slice text, size_t at) {
    size_t stars = 0;
    while (at + stars < text.len && text.ptr[at + stars] == '*' && stars < 5) stars++;
    bool hides = at > 0 && digit_at(text, at - 1) && digit_at(text, at + stars);
    bool bold = stars == 2 || (stars == 4 && at > 0 && at + stars < text.len);
    return bold && !hides && (at == 0 || text.ptr[at - 1] != '*') ? stars : 0;
}

static bool in_formula(char c) { return c && strchr("0123456789.,%\\ ", c); }

/* One of the two $ round a number, $12.4\%$; in $5 they are dollars. */
static bool sets_formula(slice text, size_t at) {
    size_t end = at + 1, from = at;
    while (end < text.len && end - at < LONGEST_FORMULA && in_formula(text.ptr[end])) end++;
    if (digit_at(text, at + 1) && end < text.len && text.ptr[end] == '$') return text.ptr[end - 1] != ',';
    while (from > 0 && at - from < LONGEST_FORMULA && in_formula(text.ptr[from - 1])) from--;
    return from < at && from > 0 && text.ptr[from - 1] == '$' && digit_at(text, from) && text.ptr[at - 1] != ',';
}

size_t markup_size(slice text, size_t at) {
    static const char escaped[] = "\\`*_{}[]()#+-.!%~|<>$&";
    switch (text.ptr[at]) {
    case '<': return tag_size(slice_from(text, at));
    case '*': return bold_size(text, at);
    case '`': return 1;
    case '$': return sets_formula(text, at);
    case '\\': return at + 1 < text.len && text.ptr[at + 1] && strchr(escaped, text.ptr[at + 1]);
    default: return 0;
    }
}
