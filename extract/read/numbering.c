/* Restores list numbers: the paragraph 经济建设 of list 3, level 0, format chineseCounting and text “%1、” is 一、经济建设 on
 * paper. Bullets say nothing and are left out. */
#include "extract/base/rules_dir.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/read/numbering.h"

#include "extract/base/banned.h"

static bool is_han(slice format) {
    return slice_has(format, SLICE_LIT("hinese")) || slice_has(format, SLICE_LIT("deograph")) ||
           slice_has(format, SLICE_LIT("apanese"));
}

static void read_level(struct list_level *out, const xmlNode *lvl) {
    slice format = xml_attribute(xml_child(lvl, "numFmt"), "val"), text = xml_attribute(xml_child(lvl, "lvlText"), "val");
    if (format.len > 0) out->format = format;
    if (text.ptr) out->text = text;
    out->start = xml_number(xml_child(lvl, "start"), "val", out->start);
}

static void read_levels(struct list *out, const xmlNode *parent) {
    for (const xmlNode *n = parent ? parent->children : NULL; n; n = n->next) {
        if (!xml_is(n, "lvl") && !xml_is(n, "lvlOverride")) continue;
        int level = xml_number(n, "ilvl", -1);
        if (level < 0 || level >= LIST_LEVELS) continue;
        if (xml_is(n, "lvl"))
            read_level(&out->level[level], n);
        else if (xml_child(n, "lvl"))
            read_level(&out->level[level], xml_child(n, "lvl"));
        out->level[level].start = xml_number(xml_child(n, "startOverride"), "val", out->level[level].start);
    }
}

static const xmlNode *abstract_of(const xmlNode *root, slice id) {
    for (const xmlNode *n = root->children; n; n = n->next)
        if (xml_is(n, "abstractNum") && slice_equal(xml_attribute(n, "abstractNumId"), id)) return n;
    return NULL;
}

static bool restarts(const xmlNode *num) {
    for (const xmlNode *n = num->children; n; n = n->next)
        if (xml_is(n, "lvlOverride") && xml_child(n, "startOverride")) return true;
    return false;
}

/* Lists of one abstractNum go on counting where the other stopped, unless one starts anew. */
static int *counters(const struct numbering *all, const slice *abstracts, slice abstract, bool anew, struct arena *report) {
    for (size_t i = 0; i < all->count && !anew; i++)
        if (slice_equal(abstracts[i], abstract)) return all->lists[i].count;
    int *count = ARENA_ARRAY(report, int, LIST_LEVELS);
    for (int i = 0; i < LIST_LEVELS; i++) count[i] = -1;
    return count;
}

/* 零 to 九 and 十 to 万, as numerals.tsv spells them first. */
static bool han_load(struct numbering *n, const struct read_options *options, struct arena *report, struct err *err) {
    struct tsv  table;
    const char *path = suanpan_table(options->rules, options->rule_count, "numerals.tsv", report);
    int         text, class, value;
    if (!tsv_load(&table, path, report, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_CLASS, &class}, {COLUMN_VALUE, &value}))
        return false;
    for (size_t i = table.rows; i-- > 0;) {
        slice kind = tsv_cell(&table.row[i], class), first = SLICE_NONE;
        int   number = slice_int(tsv_cell(&table.row[i], value));
        if (!tsv_word(tsv_cell(&table.row[i], text), &(size_t){0}, &first)) continue;
        if (slice_is(kind, "数字") && number >= 0 && number < 10) n->digits[number] = first;
        for (int place = 1, scale = 10; place < HAN_PLACES; place++, scale *= 10)
            if (number == scale && (slice_is(kind, "位") || slice_is(kind, "级"))) n->places[place] = first;
    }
    return true;
}

bool numbering_read(struct numbering *out, const xmlNode *root, const struct read_options *options, struct arena *report,
                    struct err *err) {
    slice *abstracts = NULL;
    size_t count = 0, capacity = 0;
    *out = (struct numbering){0};
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next) {
        if (!xml_is(n, "num") || out->count > 5000) continue;
        slice       abstract = xml_attribute(xml_child(n, "abstractNumId"), "val");
        struct list list = {.id = xml_attribute(n, "numId")};
        for (int i = 0; i < LIST_LEVELS; i++) list.level[i].start = 1;
        read_levels(&list, abstract_of(root, abstract));
        read_levels(&list, n);
        list.count = counters(out, abstracts, abstract, restarts(n), report);
        ARENA_PUSH(report, abstracts, count, capacity, abstract);
        ARENA_PUSH(report, out->lists, out->count, out->capacity, list);
    }
    for (size_t i = 0; i < out->count; i++)
        for (int level = 0; level < LIST_LEVELS; level++)
            if (is_han(out->lists[i].level[level].format)) return han_load(out, options, report, err);
    return true;
}

/* 12 in Chinese characters: 十二. For 1 to 99999; else digits. */
static slice han_number(const struct numbering *n, int number, struct arena *report) {
    char   out[64];
    size_t used = 0;
    int    scale = 10000;
    bool   gap = false;
    if (number < 1 || number > 99999) return arena_format(report, "%d", number);
    for (int place = HAN_PLACES - 1; place >= 0; place--, scale /= 10) {
        int digit = number / scale % 10;
        if (digit == 0) {
            gap = used > 0;
            continue;
        }
        /* 十二, not 一十二; 一百零二 with a 零 over the gap. */
        slice said = place == 1 && used == 0 && digit == 1 ? SLICE_NONE : n->digits[digit];
        used += (size_t)snprintf(out + used, sizeof out - used, "%.*s%.*s%.*s", SLICE_ARG(gap ? n->digits[0] : SLICE_NONE),
                                 SLICE_ARG(said), SLICE_ARG(n->places[place]));
        gap = false;
    }
    return arena_copy(report, (slice){out, used});
}

static slice roman(int n, bool upper, struct arena *report) {
    static const struct {
        int         value;
        const char *upper, *lower;
    } steps[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
                 {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
                 {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
    char   out[64] = "";
    size_t used = 0;
    if (n < 1 || n > 3999) return arena_format(report, "%d", n);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (; n >= steps[i].value; n -= steps[i].value)
            used += (size_t)snprintf(out + used, sizeof out - used, "%s", upper ? steps[i].upper : steps[i].lower);
    return arena_copy(report, (slice){out, used});
}

static slice shown(const struct numbering *numbering, int n, slice format, struct arena *report) {
    char circled[4];
    if (is_han(format)) return han_number(numbering, n, report);
    if (slice_has(format, SLICE_LIT("Roman"))) return roman(n, slice_has(format, SLICE_LIT("upper")), report);
    if (slice_has(format, SLICE_LIT("Letter")) && n >= 1 && n <= 26)
        return arena_format(report, "%c", (slice_has(format, SLICE_LIT("upper")) ? 'A' : 'a') + n - 1);
    if (slice_has(format, SLICE_LIT("Circle")) && n >= 1 && n <= 20)
        return arena_copy(report, (slice){circled, utf8_encode(0x2460 + (uint32_t)n - 1, circled)});
    return arena_format(report, "%d", n);
}

/* "%1.%2 " with the counters put in. A blank behind parts it from the text. */
static slice spell(const struct numbering *numbering, const struct list *list, int level, struct arena *report) {
    slice  text = list->level[level].text;
    char  *out = NULL;
    size_t used = 0, capacity = 0;
    for (size_t i = 0; i < text.len; i++) {
        slice piece = slice_sub(text, i, i + 1);
        if (text.ptr[i] == '%' && i + 1 < text.len && text.ptr[i + 1] >= '1' && text.ptr[i + 1] <= '9') {
            int which = text.ptr[++i] - '1';
            int n = list->count[which] < 0 ? list->level[which].start : list->count[which];
            piece = shown(numbering, n, list->level[which].format, report);
        }
        arena_append(report, &out, &used, &capacity, piece);
    }
    return (slice){out, used};
}

slice numbering_next(const struct numbering *n, slice id, int level, struct arena *report) {
    if (level < 0 || level >= LIST_LEVELS) return SLICE_NONE;
    for (size_t i = 0; i < n->count; i++) {
        const struct list *list = &n->lists[i];
        if (!slice_equal(list->id, id)) continue;
        list->count[level] = list->count[level] < 0 ? list->level[level].start : list->count[level] + 1;
        for (int below = level + 1; below < LIST_LEVELS; below++) list->count[below] = -1;
        if (slice_is(list->level[level].format, "bullet") || slice_is(list->level[level].format, "none")) return SLICE_NONE;
        return spell(n, list, level, report);
    }
    return SLICE_NONE;
}
