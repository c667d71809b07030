/* Restores list numbers: the paragraph 经济建设 of list 3, level 0, format chineseCounting and text “%1、” is 一、经济建设 on
 * paper. Bullets say nothing and are left out. */
#include "extract/read/numbering.h"

#include "extract/base/banned.h"

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

void numbering_read(struct numbering *out, const xmlNode *root, struct arena *report) {
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
}

slice han_number(int n, struct arena *report) {
    static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static const char *const scales[] = {"", "十", "百", "千", "万"};
    char                     out[64] = "";
    size_t                   used = 0;
    int                      scale = 10000;
    bool                     gap = false;
    if (n < 1 || n > 99999) return arena_format(report, "%d", n);
    for (int place = 4; place >= 0; place--, scale /= 10) {
        int digit = n / scale % 10;
        if (digit == 0) {
            gap = used > 0;
            continue;
        }
        /* 十二, not 一十二; 一百零二 with a 零 over the gap. */
        const char *said = place == 1 && used == 0 && digit == 1 ? "" : digits[digit];
        used += (size_t)snprintf(out + used, sizeof out - used, "%s%s%s", gap ? digits[0] : "", said, scales[place]);
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

static bool contains(slice s, const char *word) { return slice_find(s, slice_of(word), 0) != SIZE_MAX; }

static slice shown(int n, slice format, struct arena *report) {
    char circled[4];
    if (contains(format, "hinese") || contains(format, "deograph") || contains(format, "apanese")) return han_number(n, report);
    if (contains(format, "Roman")) return roman(n, contains(format, "upper"), report);
    if (contains(format, "Letter") && n >= 1 && n <= 26)
        return arena_format(report, "%c", (contains(format, "upper") ? 'A' : 'a') + n - 1);
    if (contains(format, "Circle") && n >= 1 && n <= 20)
        return arena_copy(report, (slice){circled, utf8_encode(0x2460 + (uint32_t)n - 1, circled)});
    return arena_format(report, "%d", n);
}

/* "%1.%2 " with the counters put in. A blank behind parts it from the text. */
static slice spell(const struct list *list, int level, struct arena *report) {
    slice  text = list->level[level].text;
    char  *out = NULL;
    size_t used = 0, capacity = 0;
    for (size_t i = 0; i < text.len; i++) {
        slice piece = slice_sub(text, i, i + 1);
        if (text.ptr[i] == '%' && i + 1 < text.len && text.ptr[i + 1] >= '1' && text.ptr[i + 1] <= '9') {
            int which = text.ptr[++i] - '1';
            int n = list->count[which] < 0 ? list->level[which].start : list->count[which];
            piece = shown(n, list->level[which].format, report);
        }
        out = arena_grow(report, out, used, &capacity, used + piece.len + 1, 1);
        if (piece.len) memcpy(out + used, piece.ptr, piece.len);
        used += piece.len;
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
        if (slice_equal(list->level[level].format, SLICE_LIT("bullet")) ||
            slice_equal(list->level[level].format, SLICE_LIT("none")))
            return SLICE_NONE;
        return spell(list, level, report);
    }
    return SLICE_NONE;
}
