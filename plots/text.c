/* 处置网络舆情 313 起 becomes lines that fit a width, text that is safe in a gnuplot script, and a file name.
 * Knows widths of characters, not what the words mean; measures with Noto Sans CJK SC, whose digits are 0.555 em. */
#include "plots/text.h"

#include "extract/base/banned.h"

/* Advance widths of U+0020..U+007E in thousandths of the em. */
static const short ascii_widths[95] = {
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555, 555,
    555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742,
    633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564,
    607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555};

struct code_range {
    uint32_t first, last;
};

static bool within(uint32_t code, const struct code_range *ranges, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (code >= ranges[i].first && code <= ranges[i].last) return true;
    return false;
}

/* Drawn on top of the character before, or not at all: combining marks, zero width, direction marks, variation selectors. */
static bool is_weightless(uint32_t code) {
    static const struct code_range ranges[] = {{0x300, 0x36F},   {0x200B, 0x200F}, {0x202A, 0x202E},
                                               {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
                                               {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF}};
    return within(code, ranges, sizeof ranges / sizeof *ranges);
}

/* East Asian Wide and Fullwidth (UAX 11), by blocks. */
static bool is_wide(uint32_t code) {
    static const struct code_range ranges[] = {
        {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},  {0x23E9, 0x23EC}, {0x2E80, 0x303E},   {0x3041, 0x33FF},
        {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},  {0xA960, 0xA97C}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},   {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF},
        {0x1B000, 0x1B2FF}, {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD}};
    return within(code, ranges, sizeof ranges / sizeof *ranges);
}

static int code_width(uint32_t code) {
    if (code >= 0x20 && code < 0x7F) return ascii_widths[code - 0x20];
    if (is_weightless(code)) return 0;
    if (code < 0x250 && code != 0xB7 && code != 0xB1 && code != 0xD7) return 600;
    if (code >= 0x370 && code < 0x530) return 700;
    return 1000; /* Han, and signs such as — “ ” … ≥ ℃, which a Chinese font draws full width */
}

int text_width(slice s) {
    int width = 0;
    for (size_t at = 0, size; at < s.len; at += size) width += code_width(utf8_decode(slice_from(s, at), &size));
    return width;
}

size_t text_cells(slice s) {
    size_t cells = 0;
    for (size_t at = 0, size; at < s.len; at += size) {
        uint32_t code = utf8_decode(slice_from(s, at), &size);
        cells += code < 0x20 || is_weightless(code) ? 0 : is_wide(code) ? 2 : 1;
    }
    return cells;
}

static bool among(uint32_t code, const char *signs) {
    slice s = slice_of(signs);
    for (size_t at = 0, size; at < s.len; at += size)
        if (utf8_decode(slice_from(s, at), &size) == code) return true;
    return false;
}

/* True when a line may end between these two characters. */
static bool may_break(uint32_t before, uint32_t after) {
    if (among(after, "，。、；：！？）》】”’％%…—·,.;:!?)]}°℃‰")) return false;
    if (among(before, "（《【“‘([{≥≤≈—·")) return false;
    if (before == ' ' || after == ' ') return true;
    return before >= 0x2E80 || after >= 0x2E80; /* Han on one side; inside 1,234.5 or GDP never */
}

/* Bytes of `s` that make the first line. At least one character, also when that is too wide. */
static size_t line_length(slice s, int width) {
    size_t   last_break = 0, at = 0, size;
    int      used = 0;
    uint32_t before = 0;
    for (; at < s.len; at += size) {
        uint32_t code = utf8_decode(slice_from(s, at), &size);
        if (at > 0 && may_break(before, code)) last_break = at;
        used += code_width(code);
        if (used > width && at > 0) return last_break ? last_break : at;
        before = code;
    }
    return s.len;
}

/* The rest in one line, its end given up for … when it is too wide. */
static slice cut_short(slice s, int width, struct arena *arena) {
    if (text_width(s) <= width) return s;
    while (s.len && text_width(s) + 1000 > width) s.len -= utf8_size_before(s, s.len);
    return arena_format(arena, "%.*s…", SLICE_ARG(s));
}

size_t text_wrap(slice s, int width, slice *lines, size_t most, struct arena *arena) {
    size_t n = 0;
    s = slice_trim(s);
    /* lines of like length read better than a full one and an orphan: 城镇居民人均可支 / 配收入 */
    int total = text_width(s), fewest = (total + width - 1) / (width ? width : 1), even = width;
    if (fewest > 1 && (size_t)fewest <= most) even = total / fewest + 1000;
    if (even > width) even = width;
    size_t colon = fewest == 2 && most > 1 ? slice_find(s, SLICE_LIT("："), 0) : SIZE_MAX;
    if (colon != SIZE_MAX) { /* 河台县人民政府： / 旅游综合收入（亿元），2016—2021年, where both have room */
        slice behind = slice_trim(slice_from(s, colon + 3));
        lines[0] = slice_sub(s, 0, colon + 3);
        lines[1] = behind;
        if (behind.len && text_width(lines[0]) <= width && text_width(behind) <= width) return 2;
    }
    for (int pass = 0; pass < 2; pass++, even = width) {
        slice rest = s;
        for (n = 0; n + 1 < most && rest.len; n++) {
            size_t length = line_length(rest, even);
            lines[n] = slice_trim(slice_sub(rest, 0, length));
            rest = slice_trim(slice_from(rest, length));
        }
        if (rest.len == 0) return n ? n : (lines[0] = s, 1);
        lines[n] = rest;
        if (text_width(rest) <= width) break;
    }
    lines[n] = cut_short(lines[n], width, arena);
    return n + 1;
}

struct substitute {
    uint32_t    code;
    const char *text;
};

static const char *substitute_of(uint32_t code, const struct substitute *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (list[i].code == code) return list[i].text;
    return NULL;
}

static const char *plain_of(uint32_t code) {
    static const struct substitute list[] = {{'"', "”"}, {'\'', "’"}, {'`', "‘"}, {'\\', "＼"}, {'@', "＠"}};
    if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029) return " ";
    if (code == 0xFFFE || code == 0xFFFF) return "\xEF\xBF\xBD"; /* no characters of XML: a browser shows no chart with them */
    return is_weightless(code) && !(code >= 0x300 && code <= 0x36F) ? ""
                                                                    : substitute_of(code, list, sizeof list / sizeof *list);
}

static const char *xml_of(uint32_t code) {
    static const struct substitute list[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}};
    const char                    *text = plain_of(code);
    return text ? text : substitute_of(code, list, sizeof list / sizeof *list);
}

/* `s` with `of` put in place of the characters it knows. No substitute is longer than five bytes. */
static slice replaced(slice s, const char *(*of)(uint32_t), struct arena *arena) {
    char  *out = arena_text(arena, s.len * 5 + 1);
    size_t n = 0, valid = utf8_validate(s);
    while (s.len) {
        size_t      size = 1;
        const char *text = "\xEF\xBF\xBD";
        if (valid) {
            text = of(utf8_decode(s, &size));
            valid -= size;
        }
        size_t length = text ? strlen(text) : size;
        memcpy(out + n, text ? text : s.ptr, length);
        n += length;
        s = slice_from(s, size);
        if (valid == 0) valid = utf8_validate(s);
    }
    out[n] = '\0';
    return (slice){out, n};
}

slice text_plain(slice s, struct arena *arena) { return slice_trim(replaced(s, plain_of, arena)); }
slice text_xml(slice s, struct arena *arena) { return slice_trim(replaced(s, xml_of, arena)); }

static bool names_a_file(uint32_t code) {
    static const struct code_range ranges[] = {{'0', '9'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},
                                               {0x3007, 0x3007}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x3FFFD}};
    return within(code, ranges, sizeof ranges / sizeof *ranges);
}

slice text_file_name(slice s, size_t bytes, struct arena *arena) {
    static const struct substitute words[] = {{'%', "百分比"}, {0x2030, "千分比"}, {0x2103, "度"}, {0xB2, "2"}, {0xB3, "3"}};
    char                          *out = arena_text(arena, bytes + 1);
    size_t                         n = 0;
    for (size_t at = 0, size; at < s.len; at += size) {
        uint32_t    code = utf8_decode(slice_from(s, at), &size);
        const char *word = substitute_of(code, words, sizeof words / sizeof *words);
        const char *from = word ? word : names_a_file(code) ? s.ptr + at : "-";
        size_t      length = word ? strlen(word) : *from == '-' ? 1 : size;
        if (*from == '-' && (n == 0 || out[n - 1] == '-')) continue;
        if (n + length > bytes) break;
        memcpy(out + n, from, length);
        n += length;
    }
    while (n && out[n - 1] == '-') n--;
    if (n == 0) out[n++] = '_';
    out[n] = '\0';
    return (slice){out, n};
}
