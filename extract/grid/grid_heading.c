/* Headings of tables → name, unit, year, sort: 粮食产量（万吨） → 粮食产量 in 万吨; 2023年同比±% → growth of 2023. The words
 * stand in rules/tables.tsv; what they do not know stays part of the name. */
#include "extract/words/date.h"
#include "extract/grid/grid_heading.h"
#include "extract/words/list_mark.h"
#include "extract/words/scripts.h"

#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

struct grid_word {
    slice word;
    enum heading_class class;
    bool  whole;  /* must be all of the label; else its end is enough */
    bool  target; /* anywhere in it */
    slice basis;  /* yoy, mom: the word itself is taken out */
};
struct grid_words {
    struct grid_word *words; /* longest first */
    size_t            count, capacity;
    struct {
        slice *words;
        size_t count, room;
    } lists[GRID_LISTS];
};

/* ---- the table ---- */

static const char *const list_names[GRID_LISTS] = {"无值", "其中", "引领", "比较", "比率"};

static bool sort_of(slice name, struct grid_word *out) {
    static const struct {
        const char *name;
        enum heading_class class;
        bool        whole, target;
        const char *basis;
    } sorts[] = {{"指标", HEADING_STUB, true, false, ""},     {"单位", HEADING_UNIT, true, false, ""},
                 {"略", HEADING_SKIP, true, false, ""},       {"通用", HEADING_EMPTY, true, false, ""},
                 {"增长", HEADING_GROWTH, false, false, ""},  {"增减", HEADING_CHANGE, false, false, ""},
                 {"占比", HEADING_SHARE, false, false, ""},   {"位次", HEADING_RANK, false, false, ""},
                 {"目标", HEADING_PLAIN, false, true, ""},    {"同比", HEADING_PLAIN, false, false, "yoy"},
                 {"环比", HEADING_PLAIN, false, false, "mom"}};
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        if (!slice_equal(name, slice_of(sorts[i].name))) continue;
        out->class = sorts[i].class;
        out->whole = sorts[i].whole;
        out->target = sorts[i].target;
        out->basis = slice_of(sorts[i].basis);
        return true;
    }
    return false;
}

static int longest_first(const void *a, const void *b) {
    const struct grid_word *x = a, *y = b;
    return x->word.len != y->word.len ? ORDER(y->word.len, x->word.len) : slice_compare(x->word, y->word);
}

bool grid_words_load(struct grid_words **out, const char *path, struct arena *run, struct err *err) {
    struct tsv         table;
    struct grid_words *words = arena_new(run, sizeof *words);
    *out = words;
    int word, sort;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &word}, {COLUMN_CLASS, &sort}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        struct grid_word w = {.word = tsv_cell(&table.row[i], word)};
        slice            name = tsv_cell(&table.row[i], sort), one;
        int              list = name_index(list_names, GRID_LISTS, name);
        if (!tsv_filled(&table, &table.row[i], COLUMN_TEXT, w.word, err)) return false;
        for (size_t at = 0; list >= 0 && tsv_word(w.word, &at, &one);)
            ARENA_PUSH(run, words->lists[list].words, words->lists[list].count, words->lists[list].room, one);
        if (list >= 0) continue;
        if (!sort_of(name, &w)) return tsv_unknown(&table, &table.row[i], COLUMN_CLASS, name, err);
        ARENA_PUSH(run, words->words, words->count, words->capacity, w);
    }
    if (words->count) qsort(words->words, words->count, sizeof *words->words, longest_first);
    return true;
}

size_t grid_starts(const struct grid_words *words, enum grid_list list, slice s) {
    size_t longest = 0;
    for (size_t i = 0; i < words->lists[list].count; i++) {
        slice word = words->lists[list].words[i];
        if (word.len > longest && slice_starts(s, word)) longest = word.len;
    }
    return longest;
}

bool grid_ends(const struct grid_words *words, enum grid_list list, slice s) {
    for (size_t i = 0; i < words->lists[list].count; i++)
        if (slice_ends(s, words->lists[list].words[i])) return true;
    return false;
}

span grid_unit_word(const struct grid_words *words, slice s) {
    span first = {(uint32_t)s.len, (uint32_t)s.len};
    for (size_t i = 0; i < words->count; i++) {
        size_t at = words->words[i].class == HEADING_UNIT ? slice_find(s, words->words[i].word, 0) : SIZE_MAX;
        if (at < first.start) first = (span){(uint32_t)at, (uint32_t)(at + words->words[i].word.len)};
    }
    return first;
}

/* ---- folding ---- */

static bool is_blank(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0xFEFF;
}
static bool is_raised(uint32_t c) { return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079); }

slice cell_fold(slice text, const struct alphabet *plain, struct arena *arena) {
    char  *out = arena_text(arena, text.len + 1);
    size_t n = 0;
    bool   pad = false;
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t c = utf8_decode(slice_from(text, at), &size);
        if (is_blank(c)) {
            pad = n > 0;
            continue;
        }
        /* m² and km³ keep theirs, 4000.5¹ points to a note. */
        if (is_raised(c) && !(n > 0 && ascii_letter((unsigned char)out[n - 1]))) continue;
        if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
        if (c == 0x2212 || c == 0x2013) c = '-';
        if (plain) c = script_character(plain, c);
        if (pad && c < 0x80 && n > 0 && (unsigned char)out[n - 1] < 0x80 && out[n - 1] != '-' && out[n - 1] != '+')
            out[n++] = ' ';
        pad = false;
        n += utf8_encode(c, out + n);
    }
    return (slice){out, n};
}

/* ---- reading ---- */

bool is_unit(slice text, const struct grid_rules *rules, struct arena *arena) {
    struct quantity q;
    slice           probe = arena_format(arena, "3%.*s", SLICE_ARG(text));
    size_t          digit = text.len > 1 && strchr("+-", text.ptr[0]); /* -3.3% reads as a range behind the 3 */
    if (text.len == 0 || text.len > 60 || ascii_digit(text.ptr[digit])) return false;
    return quantity_whole(rules->vocabulary, probe, arena, &q) && q.unit_name.len > 0;
}

/* A label under construction: what is taken out leaves the rest joined. */
struct label {
    struct arena *arena;
    slice         text;
};

static void cut(struct label *l, size_t from, size_t to) {
    slice head = slice_sub(l->text, 0, from), tail = slice_from(l->text, to);
    l->text = arena_format(l->arena, "%.*s%.*s", SLICE_ARG(head), SLICE_ARG(tail));
}

static bool all_signs(slice s) {
    size_t size;
    for (size_t at = 0; at < s.len; at += size) {
        uint32_t c = utf8_decode(slice_from(s, at), &size);
        if (c != 0xB1 && (c >= 0x80 || !strchr("+-/%,.:", (int)c))) return false;
    }
    return s.len > 0;
}

/* （万吨）, (±%), （单位：亿元）: a unit leaves the label, anything else stays: （现价）. */
static void take_bracket_units(struct heading *out, struct label *l, const struct grid_rules *rules) {
    for (size_t from = 0; (from = slice_find(l->text, SLICE_LIT("("), from)) != SIZE_MAX; from++) {
        size_t to = slice_find(l->text, SLICE_LIT(")"), from);
        if (to == SIZE_MAX) return;
        size_t colon = slice_find(l->text, SLICE_LIT(":"), from);
        slice  inside = slice_sub(l->text, colon < to ? colon + 1 : from + 1, to);
        bool   signs = all_signs(inside), unit = is_unit(inside, rules, l->arena);
        if (!signs && !unit) continue;
        if (unit)
            out->unit = inside;
        else if (slice_has(inside, SLICE_LIT("%")))
            out->unit = SLICE_LIT("%");
        cut(l, from, to + 1);
        from = SIZE_MAX; /* from the start again: the text is another */
    }
}

/* 常住人口[2], 年均增长[累计]: a note's mark, or what the cells put in square brackets. */
static void take_notes(struct label *l) {
    for (size_t from; (from = slice_find(l->text, SLICE_LIT("["), 0)) != SIZE_MAX;) {
        size_t to = slice_find(l->text, SLICE_LIT("]"), from);
        if (to == SIZE_MAX) return;
        cut(l, from, to + 1);
    }
}

static void take_trailing_signs(struct heading *out, struct label *l) {
    for (;;) {
        slice s = l->text;
        if (slice_ends(s, SLICE_LIT("±")))
            l->text.len -= strlen("±");
        else if (slice_ends(s, SLICE_LIT("：")) || slice_ends(s, SLICE_LIT("、")))
            l->text.len -= 3;
        else if (s.len > 0 && strchr("%:,/+-", s.ptr[s.len - 1])) {
            if (s.ptr[s.len - 1] == '%' && out->unit.len == 0) out->unit = SLICE_LIT("%");
            l->text.len--;
        } else
            return;
    }
}

/* "2023" alone, as a heading, is the year. */
static bool bare_year(slice s, struct period *out) {
    int year = s.len == 4 ? slice_int(s) : -1;
    if (year < 1900 || year > 2099) return false;
    *out = (struct period){.first_year = year, .last_year = year};
    memcpy(out->year_text, s.ptr, 4);
    return true;
}

/* 比上年, 较2022年, 比年初: what the figure is compared with. Returns the bytes, 0 when there is none. */
static size_t comparison(slice s, const struct grid_rules *rules, slice *basis, struct arena *arena) {
    struct period p;
    size_t than = grid_starts(rules->words, GRID_THAN, s), n = than ? period_scan(rules->periods, slice_from(s, than), &p) : 0;
    if (n == 0) return 0;
    *basis = p.relative       ? SLICE_LIT("yoy")
             : p.start        ? SLICE_LIT("start")
             : p.year_text[0] ? arena_copy(arena, slice_of(p.year_text))
                              : SLICE_NONE;
    slice behind = slice_from(s, than + n);
    (void)role_take(rules->vocabulary->dates, &behind, DATE_OF_YEAR); /* 比年初|同期 */
    return (size_t)(behind.ptr - s.ptr);
}

static void take_periods(struct heading *out, struct label *l, const struct grid_rules *rules) {
    if (bare_year(l->text, &out->period)) {
        out->has_period = true;
        l->text.len = 0;
    }
    for (size_t at = 0, size; at < l->text.len; at += size) {
        slice         rest = slice_from(l->text, at);
        struct period p;
        size_t        n = comparison(rest, rules, &out->basis, l->arena);
        if (n == 0 && !out->has_period && (n = period_scan(rules->periods, rest, &p)) > 0) {
            out->period = p;
            out->has_period = true;
        }
        size = utf8_next(rest, 0);
        if (n == 0) continue;
        cut(l, at, at + n);
        size = 0;
    }
}

/* #水稻, 其中：水稻, 1.水稻, 一、水稻 → 水稻. */
static void take_numbering(struct label *l, const struct grid_rules *rules) {
    size_t lead;
    do {
        size_t part = grid_starts(rules->words, GRID_PART, l->text);
        lead = part ? part : grid_starts(rules->words, GRID_LEAD, l->text);
        if (lead == l->text.len) break;
        l->text = slice_from(l->text, lead);
    } while (lead);
    l->text = slice_from(l->text, list_label(rules->vocabulary->lists, l->text));
}

static void classify(struct heading *out, struct label *l, const struct grid_words *words) {
    for (size_t i = 0; i < words->count; i++) {
        const struct grid_word *w = &words->words[i];
        if (w->basis.len == 0 && !w->target) continue;
        size_t at = slice_find(l->text, w->word, 0);
        if (at == SIZE_MAX) continue;
        if (w->basis.len > 0 && out->basis.len == 0) out->basis = w->basis;
        out->target = out->target || w->target;
        cut(l, at, at + w->word.len);
    }
    for (size_t i = 0; i < words->count; i++) {
        const struct grid_word *w = &words->words[i];
        if (w->basis.len > 0 || w->target) continue;
        if (w->whole ? !slice_equal(l->text, w->word) : !slice_ends(l->text, w->word)) continue;
        out->class = w->class;
        l->text.len -= w->word.len;
        return;
    }
    if (l->text.len == 0 && out->basis.len > 0) out->class = HEADING_GROWTH; /* 同比（%） */
}

void heading_read(struct heading *out, slice text, const struct grid_rules *rules, struct arena *arena) {
    struct label l = {.arena = arena, .text = text};
    *out = (struct heading){0};
    take_notes(&l);
    take_bracket_units(out, &l, rules);
    take_trailing_signs(out, &l);
    take_periods(out, &l, rules);
    take_numbering(&l, rules);
    classify(out, &l, rules->words);
    take_trailing_signs(out, &l);
    out->label = l.text;
}
