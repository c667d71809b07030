/* Pieces of a document → the text that the rules read: 处置 ３１３ 起 reads 处置313起, ８，６００ 8,600, "十五" “十五”, and
 * every folded byte knows its source byte. Leaves other punctuation as it is: ， and , are one class to the rules, not one
 * character in a cell. */
#include "extract/text/fold.h"
#include "extract/text/markup.h"
#include "extract/text/point.h"
#include "extract/words/page_number.h"

#include "extract/base/banned.h"

static void shift_to(struct folder *f, size_t source) {
    if (f->count) {
        struct shift last = f->shifts[f->count - 1];
        if (last.source + (f->length - last.at) == source) return;
        if (last.at == f->length) {
            f->shifts[f->count - 1].source = (uint32_t)source;
            return;
        }
    }
    ARENA_PUSH(f->arena, f->shifts, f->count, f->room, ((struct shift){(uint32_t)f->length, (uint32_t)source}));
}

/* Bytes [at, end) of a piece as they are. */
static void put_part(struct folder *f, const struct piece *piece, size_t at, size_t end) {
    shift_to(f, piece->source + at);
    memcpy(f->out + f->length, piece->text.ptr + at, end - at);
    f->length += end - at;
    scan_map_copy(f->map, piece->map, at, end);
}

/* One byte for what stands at byte `source` of the document; `marked`: a numeral may start with it. */
static void put_byte(struct folder *f, char byte, bool marked, size_t source) {
    shift_to(f, source);
    f->out[f->length++] = byte;
    scan_map_byte(f->map, marked);
}

/* “不见面": a quotation is open behind the last bytes of `f`. */
static bool is_quoted(const struct folder *f) {
    enum { LONGEST_QUOTED = 60 * HAN };
    slice near = {f->out, f->length};
    if (near.len > LONGEST_QUOTED) near = slice_from(near, near.len - LONGEST_QUOTED);
    while (near.len >= HAN && !slice_ends(near, SLICE_LIT("“")) && !slice_ends(near, SLICE_LIT("”"))) near.len--;
    return slice_ends(near, SLICE_LIT("“"));
}

/* “ or ” for the straight mark at byte `source`, which does not tell whether it opens or closes. */
static void put_quote(struct folder *f, size_t source) {
    slice mark = is_quoted(f) ? SLICE_LIT("”") : SLICE_LIT("“");
    shift_to(f, source);
    for (size_t i = 0; i < mark.len; i++) {
        f->out[f->length++] = mark.ptr[i];
        scan_map_byte(f->map, i == 0); /* “十五” */
    }
}

/* 5'10": a mark behind such digits is of inches or seconds. */
static bool is_measured(const struct folder *f) {
    size_t at = f->length;
    while (at > 0 && ascii_digit(f->out[at - 1])) at--;
    return at > 0 && at < f->length && f->out[at - 1] == '\'';
}

size_t fold_room(slice text) {
    size_t room = text.len;
    for (const char *at = text.ptr, *end = at + text.len; (at = memchr(at, '"', (size_t)(end - at))); at++)
        room += strlen("“") - 1;
    return room;
}

/* The character of an entity, shorter than its name. */
static void put_entity(struct folder *f, uint32_t code, size_t source) {
    char         bytes[4];
    const size_t size = utf8_encode(code, bytes);
    for (size_t i = 0; i < size; i++) put_byte(f, bytes[i], i == 0, source + i);
}

enum blank { NO_BLANK, BLANK, WIDE_BLANK, DROPPED };

/* Of U+2000 to 206F: blanks of all widths; joiners and marks that tell which way to write, which nobody sees. */
static enum blank general_blank(uint32_t c) {
    if (c <= 0x200A || c == 0x202F) return BLANK;
    return c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060 ? DROPPED : NO_BLANK;
}

static inline enum blank blank_kind(uint32_t c) {
    if (c > 0x3000) return c == 0xFEFF ? DROPPED : NO_BLANK;
    if (c == ' ' || (c >= '\n' && c <= '\r') || c == 0xA0) return BLANK;
    if (c == '\t' || c == 0x3000) return WIDE_BLANK;
    return c >= 0x2000 && c <= 0x206F ? general_blank(c) : c == 0xAD ? DROPPED : NO_BLANK;
}

/* ASCII for a full-width letter, digit or sign of a number; 0 for what stays: ，：；！？（）. */
static char half_width(uint32_t c) {
    if (c < 0xFF01 || c > 0xFF5E) return 0;
    char ascii = (char)(c - 0xFEE0);
    return strchr(",:;!?()[]{}\"'", ascii) ? 0 : ascii;
}

enum { AHEAD = 16 * 4 };

APART static slice start_folded(slice s, char out[AHEAD]) {
    size_t length = 0, size;
    for (size_t at = 0; at < s.len && length + 4 <= AHEAD; at += size) {
        uint32_t c = utf8_decode(slice_from(s, at), &size);
        char     half = blank_kind(c) == NO_BLANK ? half_width(c) : ' ';
        if (half)
            out[length++] = half;
        else
            length += utf8_encode(c, out + length);
    }
    return (slice){out, length};
}

/* The first characters of `s` as they fold, so that ３ ０００ joins as 3 000 does; `s` itself where the first is no wide one.
 */
static inline slice folded_start(slice s, char out[AHEAD]) {
    return s.len && (unsigned char)s.ptr[0] == 0xEF ? start_folded(s, out) : s;
}

static bool is_word_character(uint32_t c) { return c > 0x20 && c < 0x250 && c != ','; }

/* `s` goes on with a point that has a blank before or behind it, and a digit: 1 2 . 5. */
static bool spaced_point(slice s) { return s.len > 2 && s.ptr[0] == '.' && s.ptr[1] == ' ' && digit_at(s, 2); }

/* The last `size` bytes of `f` stood behind a blank that was dropped. */
static bool was_spaced(const struct folder *f, size_t size) { return f->length > size && f->spaced == f->length - size; }

/* 由8 6个减少到5 9个: a pair of digits between Han, in a line that spaces out the digits of its numbers. */
static bool is_spaced_pair(const struct folder *f, slice rest) {
    return f->spaces && f->length > HAN && starts_han(f->out + f->length - 1 - HAN) && rest.len > HAN &&
           starts_han(rest.ptr + 1);
}

/* Digits in threes behind a blank belong to the number: 3 000, 1 498 350, but not behind a point, 2.1 120个; so do digits
 * spaced out one by one: 1 9 9 8, 8 . 3. */
static bool digits_join(const struct folder *f, slice rest) {
    size_t before = 0, after = 0; /* more than three are too many */
    while (before <= 3 && before < f->length && ascii_digit(f->out[f->length - 1 - before])) before++;
    while (after <= 3 && digit_at(rest, after)) after++;
    if (after == 1 && rest.len > 2 && rest.ptr[1] == ' ' && (digit_at(rest, 2) || spaced_point(slice_from(rest, 2))))
        return true;
    if (before >= 1 && after == 1 && was_spaced(f, 1)) return true;
    if (before == 1 && after == 1 && is_spaced_pair(f, rest)) return true;
    bool point = before < f->length && f->out[f->length - 1 - before] == '.';
    return after == 3 && before >= 1 && !point && (before <= 3 || was_spaced(f, 3));
}

/* 6% and 35%: the rest of a number that a blank parted behind its point, 增长2. 6%; 12. 6座 numbers an item, but in 投资12.
 * 6亿元 a word stands before. */
static bool is_rest(const struct folder *f, slice s) {
    size_t digits = 0, before = f->length - 1;
    while (digit_at(s, digits)) digits++;
    s = slice_from(s, digits);
    if (!digits || digits > 2) return false;
    if (slice_starts(s, SLICE_LIT("%")) || slice_starts(s, SLICE_LIT("％"))) return true;
    while (before > 0 && ascii_digit(f->out[before - 1])) before--;
    return before >= HAN && starts_han(f->out + before - HAN);
}

/* A point between blanks and digits is theirs. */
static bool point_joins(const struct folder *f, uint32_t left, slice rest) {
    bool behind = left == '.' && f->length >= 2 && ascii_digit(f->out[f->length - 2]);
    if (behind) return digit_at(rest, 0) && (was_spaced(f, 1) || is_rest(f, rest));
    return ascii_digit(left) && rest.len > 1 && rest.ptr[0] == '.' && (digit_at(rest, 1) || spaced_point(rest));
}

/* Does a blank run between `f`'s last character and `rest` stay, as one blank? Only where dropping it would glue two words. */
static bool blank_stays(const struct folder *f, slice rest, size_t blanks, bool wide) {
    size_t   size;
    slice    done = {f->out, f->length};
    uint32_t left = utf8_decode(slice_from(done, f->length - utf8_size_before(done, f->length)), &size),
             right = utf8_decode(rest, &size);
    if (ascii_digit(left) && ascii_digit(right)) return !digits_join(f, rest);
    if (point_joins(f, left, rest)) return false;
    if (is_word_character(left) && is_word_character(right)) return true;
    if (ascii_digit(left) && list_section_ends(f->lists, done, rest)) return true;
    enum { LIST_MARK = 0x3001 }; /* 、 */
    return (blanks > 1 || wide) && ((left >= 0x2E80 && left != LIST_MARK) || left == 0x201D) &&
           (right >= 0x2E80 || right == 0x201C); /* 变“金园” 产蚕茧 */
}

static void put_blank(struct folder *f, slice rest, size_t blanks, bool wide, size_t source) {
    char ahead[AHEAD];
    if (f->length == 0 || rest.len == 0) return;
    if (blank_stays(f, folded_start(rest, ahead), blanks, wide))
        put_byte(f, ' ', false, source);
    else {
        f->spaces |= was_spaced(f, 1) && digit_at(folded_start(rest, ahead), 0);
        f->spaced = f->length;
    }
}

/* A wrap may part a number: 增长8. ¶ 3%, 共12 ¶ 6户, 舆情31 ¶ 3 起. Numbers beside each other, 12 ¶ 3 7.1, are a table's. */
static bool line_parts_number(const struct folder *f, slice rest) {
    char   ahead[AHEAD];
    slice  done = {f->out, f->length};
    size_t digits = 0;
    bool   point = done.len > 1 && slice_ends(done, SLICE_LIT("."));
    if (!digit_at(done, done.len - 1 - point)) return false;
    rest = folded_start(rest, ahead);
    while (digit_at(rest, digits)) digits++;
    if (digits)
        return digits == rest.len || rest.ptr[digits] != ' ' || (rest.len > digits + 1 && starts_han(rest.ptr + digits + 1));
    return !point && rest.len > 1 && rest.ptr[0] == '.' && digit_at(rest, 1);
}

/* Bytes of a pinyin gloss in brackets, 區(qū): Latin letters, at least one with a tone mark. */
static size_t gloss_size(slice s) {
    size_t at = s.ptr[0] == '(' ? 1 : 3, letters = 0, size;
    bool   tone = false;
    for (; at < s.len && letters < 8; at += size, letters++) {
        uint32_t c = utf8_decode(slice_from(s, at), &size);
        if (c == ')' || c == 0xFF09) return tone ? at + size : 0;
        bool mark = c >= 0xE0 && c < 0x250;
        if (!mark && !(c >= 'a' && c <= 'z')) return 0;
        tone |= mark;
    }
    return 0;
}

/* 3．4个部门: the point in full width at `at` closes the number of an item, though a digit follows: only that number, in half
 * width, stands between it and the start of the line or 。；. */
static bool is_item_point(const struct folder *f, slice text, size_t at) {
    enum { MOST_DIGITS = 2 };
    size_t from = at, end = at + HAN;
    while (from > 0 && digit_at(text, from - 1)) from--;
    while (digit_at(text, end)) end++;
    slice behind = slice_from(text, end);
    if (slice_starts(behind, SLICE_LIT("%")) || slice_starts(behind, SLICE_LIT("％"))) return false; /* 93．2%的企业 */
    if (from == 0 && f->length > at) return false;                                                   /* 增长 ¶ 31．3万 */
    slice before = slice_sub(text, 0, from);
    bool first = slice_ends(before, SLICE_LIT("：")) && slice_find(text, SLICE_LIT("2．"), at) != SIZE_MAX; /* 如下：1．2个 */
    return from < at && at - from <= MOST_DIGITS && digit_at(text, at + HAN) &&
           (from == 0 || first || slice_ends(before, SLICE_LIT("。")) || slice_ends(before, SLICE_LIT("；")));
}

/* A full-width comma inside full-width digits, in threes: １，２００. */
static bool thousands_comma(const struct folder *f, slice rest) {
    if (f->length == 0 || !ascii_digit(f->out[f->length - 1]) || rest.len < 9) return false;
    for (size_t i = 0, at = 0, size; i < 4; i++, at += size) {
        if (at >= rest.len) return i == 3;
        uint32_t c = utf8_decode(slice_from(rest, at), &size);
        if ((c >= 0xFF10 && c <= 0xFF19) != (i < 3)) return false;
    }
    return true;
}

size_t fold_next(const struct scan_map *map, slice piece, size_t at) {
    while ((at = scan_next(map, SCAN_FOLD, at)) < piece.len && !scan_folds(slice_from(piece, at))) at++;
    return at;
}

/* Bytes of the page number that a page left behind a blank inside its line, — 17 — and a blank; 0 when none stands there, and
 * between digits, where it may be theirs. */
static size_t page_number_here(const struct folder *f, slice s) {
    size_t size = page_number_within(f->pages, s);
    if (!size || (f->length && ascii_digit(f->out[f->length - 1]))) return 0;
    return size < s.len && s.ptr[size] == ' ' && !digit_at(s, size + 1) ? size : 0;
}

/* 节日市场供需两旺 接待游客6万人次: a line of its own whose few blanks part phrases, as those of headlines do. No format says
 * that of plain text, and a heading's marks are read from what is folded, so the line's shape must tell: a text that is full of
 * blanks has more of them, and shorter words between. */
static bool is_headline(slice line) {
    enum { MOST_BLANKS = 2, SHORTEST = 4, LONGEST = 60 * 3 };
    size_t blanks = 0, letters = SHORTEST, size;
    bool   comma = false;
    if (line.len > LONGEST) return false;
    for (size_t at = 0; at < line.len; at += size, letters++) {
        uint32_t c = utf8_decode(slice_from(line, at), &size);
        comma |= c == 0xFF0C;
        if ((c == 0x3002 || c == 0xFF1B) && (comma || at + size < line.len))
            return false; /* 。；: it is text, but an item of a digest may end so */
        if (blank_kind(c) == NO_BLANK) continue;
        if (letters < SHORTEST) return false;
        letters = SIZE_MAX; /* goes on with 0 */
        blanks++;
    }
    return blanks <= MOST_BLANKS && letters >= SHORTEST;
}

/* 2023-07-25 13:11，正文：…: what a web page shows on one line, a headline and the text below it. */
static bool is_page_line(slice line) {
    char ahead[AHEAD];
    line = folded_start(line, ahead);
    for (size_t i = 0; i < 4; i++)
        if (!digit_at(line, i)) return false;
    return line.len > 6 && line.ptr[4] == '-' && digit_at(line, 5) && digit_at(line, 6);
}

/* Letters from byte `at` on up to the next blank, of which no more than `most` are counted. */
static size_t letters_from(slice line, size_t at, size_t most) {
    size_t n = 0;
    for (size_t size; at < line.len && n < most; at += size, n++)
        if (blank_kind(utf8_decode(slice_from(line, at), &size)) != NO_BLANK) break;
    return n;
}

/* The same up to byte `at`, back to the blank before. */
static size_t letters_to(slice line, size_t at, size_t most) {
    size_t n = 0;
    for (size_t size; at > 0 && n < most; at -= size, n++) {
        size = utf8_size_before(line, at);
        if (blank_kind(utf8_decode(slice_from(line, at - size), &size)) != NO_BLANK) break;
    }
    return n;
}

/* 苹果红满坡 果农笑开颜: the blanks [at, stop) of such a line part phrases, where those of 记者 李明 part none. */
static bool parts_phrases(slice line, size_t at, size_t stop) {
    enum { SHORTEST = 4 };
    return letters_to(line, at, SHORTEST) == SHORTEST && letters_from(line, stop, SHORTEST) == SHORTEST;
}

/* 送岗到村头 3200个岗位等你来, where 宣讲 1500 余场次 has a blank behind the number too: in a headline or a line of a page the
 * blanks [at, stop) part phrases before a number as well. Not 综合指数为 85.2。 */
static bool parts_number(slice line, size_t at, size_t stop) {
    size_t end = stop;
    while (end < line.len && (digit_at(line, end) || line.ptr[end] == '.' || line.ptr[end] == ',')) end++;
    bool  word = end < line.len && (starts_han(line.ptr + end) || slice_starts(slice_from(line, end), SLICE_LIT("℃")));
    bool  glued = end > stop && digit_at(line, end - 1) && word && (unsigned char)line.ptr[at - 1] & 0x80;
    slice before = slice_sub(line, 0, at); /* 建成泵站2座， 3个乡镇受益: a mark parts them already */
    if (slice_ends(before, SLICE_LIT("，")) || slice_ends(before, SLICE_LIT("、"))) return false;
    return glued && (is_page_line(line) ? parts_phrases(line, at, stop) : is_headline(line));
}

/* Does the paragraph, a line of its own, keep the blanks [at, stop) as one that parts what stands there? None does beside an
 * ASCII character, where put_blank knows. */
static bool keeps_blank(slice line, size_t at, size_t stop) {
    if (at == 0 || stop == line.len || !((unsigned char)line.ptr[at - 1] & (unsigned char)line.ptr[stop] & 0x80)) return false;
    return is_page_line(line) ? parts_phrases(line, at, stop) : is_headline(line);
}

/* 下　一　步　工　作: Han letters that blanks part, from byte `at` on, of which no more than `most` are counted. */
static size_t letters_apart(slice line, size_t at, size_t most) {
    size_t n = 0, size;
    for (size_t stop; n < most && at + HAN <= line.len && starts_han(line.ptr + at); n++, at = stop) {
        for (stop = at + HAN; stop < line.len; stop += size)
            if (blank_kind(utf8_decode(slice_from(line, stop), &size)) == NO_BLANK) break;
        if (stop == at + HAN && stop < line.len && starts_han(line.ptr + stop)) break;
    }
    return n;
}

/* Three letters in a row stand apart about the blanks [at, stop) of a piece: they are spaced out, and no words are parted. */
static bool is_spaced_out(struct folder *f, slice piece, size_t at, size_t stop) {
    enum { SURE = 3 };
    bool alone = at >= HAN && at - HAN == f->behind_blank && starts_han(piece.ptr + at - HAN);
    f->apart = alone ? f->apart + 1 : 0;
    f->behind_blank = stop;
    return f->apart + letters_apart(piece, stop, SURE) >= SURE;
}

/* The blanks at `at`, some of which may stay as one. Returns the byte behind them. */
static size_t fold_blanks(struct folder *f, const struct piece *piece, size_t at) {
    size_t stop = at, blanks = 0, size;
    bool   wide = false, page = false;
    for (; stop < piece->text.len; stop += size) {
        slice      rest = slice_from(piece->text, stop);
        enum blank kind = blank_kind(markup_code(rest, &size));
        bool       number = kind == NO_BLANK && (size = page_number_here(f, rest)) > 0;
        if (kind == NO_BLANK && !number) break;
        page |= number;
        wide |= kind == WIDE_BLANK;
        blanks += kind != DROPPED;
    }
    if (f->alone && at > 0 && digit_at(piece->text, stop) && parts_number(piece->text, at, stop))
        put_byte(f, ' ', false, piece->source + at);
    else if (page) /* the line goes on: 一 — 1 — 般公共预算收入 */
        put_blank(f, slice_from(piece->text, stop), 1, false, piece->source + at);
    else if (blanks && is_spaced_out(f, piece->text, at, stop))
        put_blank(f, slice_from(piece->text, stop), 1, false, piece->source + at);
    else if (blanks)
        put_blank(f, slice_from(piece->text, stop), blanks, wide || (f->alone && keeps_blank(piece->text, at, stop)),
                  piece->source + at);
    return stop;
}

/* Bytes [at, end), which folding leaves as they are: but ， before the full-width digits at `end` may part
 * thousands. */
static void put_plain(struct folder *f, const struct piece *piece, size_t at, size_t end) {
    slice  digits = slice_from(piece->text, end);
    bool   thousands = end >= at + 3 && digits.len && slice_ends(slice_sub(piece->text, at, end), SLICE_LIT("，"));
    size_t comma = thousands ? end - 3 : end;
    if (comma > at) put_part(f, piece, at, comma);
    if (comma == end) return;
    if (thousands_comma(f, digits))
        put_byte(f, ',', false, piece->source + comma);
    else
        put_part(f, piece, comma, end);
}

/* ·, • and ‧, of which an old print has one for the point. */
static bool is_middle_dot(uint32_t c) { return c == 0xB7 || c == 0x2022 || c == 0x2027; }

/* Does such a mark, before `rest`, stand for a point here? */
APART static bool is_point_here(const struct folder *f, slice rest) {
    char ahead[AHEAD];
    return is_point(f->rules, (slice){f->out, f->length}, folded_start(rest, ahead));
}

static bool is_misread(char c) { return c == 'O' || c == 'o' || c == 'l'; }

/* A scanned page reads 2O23年 and l5万: the digit that the letter at `at` is, where its number holds a digit, no other letter
 * stands beside that, and Han or the rest of a number stands behind it; else 0. CO2, H2O and O2O are none. */
static char misread_digit(slice text, size_t at) {
    enum { LONGEST = 16 };
    size_t from = at, end = at + 1, digits = 0;
    char   c = text.ptr[at];
    if (!is_misread(c)) return 0;
    for (; from > 0 && at - from < LONGEST && (digit_at(text, from - 1) || is_misread(text.ptr[from - 1])); from--)
        digits += digit_at(text, from - 1);
    if ((c == 'l' ? !digit_at(text, end) : digits == 0 || !digit_at(text, from)) ||
        (from > 0 && ascii_letter((unsigned char)text.ptr[from - 1])))
        return 0;
    while (end < text.len && end - at < LONGEST && (digit_at(text, end) || is_misread(text.ptr[end]))) end++;
    if (end == text.len || !(starts_han(text.ptr + end) || text.ptr[end] == '.' || text.ptr[end] == '%')) return 0;
    return c == 'l' ? '1' : '0';
}

bool fold_changes(const struct scan_map *map, slice piece) { return fold_next(map, piece, 0) < piece.len; }

void fold_close(struct folder *f, size_t source) {
    if (f->count == 0) shift_to(f, source);
}

static bool joins_name(unsigned char c) { return c == '&' || c == '+' || c == '-' || c == '/' || c == '%'; }

/* PM ¶ 2.5浓度, 1- ¶ 11月, 新建5 ¶ G基站, R& ¶ D经费: a wrap within a name or a number, where no blank stood. */
static bool line_parts_name(const struct folder *f, slice rest) {
    if (!f->length || !rest.len) return false;
    unsigned char left = (unsigned char)f->out[f->length - 1], right = (unsigned char)rest.ptr[0];
    int           digits = ascii_digit(left) + ascii_digit(right), letters = ascii_letter(left) + ascii_letter(right);
    return digits + letters + joins_name(left) + joins_name(right) == 2 && digits < 2 && letters < 2;
}

void fold_piece(struct folder *f, const struct piece *piece) {
    size_t end = piece->text.len, size;
    f->behind_blank = f->apart = 0;
    if (!line_parts_number(f, piece->text) && !line_parts_name(f, piece->text))
        put_blank(f, piece->text, 1, false, piece->source);
    for (size_t at = 0; at < end; at += size) {
        size_t plain = fold_next(piece->map, piece->text, at);
        put_plain(f, piece, at, plain);
        if ((at = plain) == end) return;
        slice    rest = slice_from(piece->text, at);
        uint32_t c = markup_code(rest, &size);
        char     half = half_width(c), digit = misread_digit(piece->text, at);
        size_t   mark = markup_size(piece->text, at);
        if (blank_kind(c) != NO_BLANK)
            size = fold_blanks(f, piece, at) - at;
        else if (half) {
            put_byte(f, half, true, piece->source + at);
            if (c == 0xFF0E && is_item_point(f, piece->text, at)) put_byte(f, ' ', false, piece->source + at);
        } else if (is_middle_dot(c) && is_point_here(f, slice_from(rest, size)))
            put_byte(f, '.', true, piece->source + at);
        else if (digit)
            put_byte(f, digit, true, piece->source + at);
        else if ((c == '(' || c == 0xFF08) && gloss_size(rest))
            size = gloss_size(rest);
        else if (mark)
            size = mark;
        else if ((c == '"' || c == 0xFF02) && !is_measured(f))
            put_quote(f, piece->source + at);
        else if (rest.ptr[0] == '&')
            put_entity(f, c, piece->source + at);
        else
            put_part(f, piece, at, at + size);
    }
}
