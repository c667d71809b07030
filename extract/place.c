/* Whose 市人民政府 it is, when no line says so: a report names its own place far more often than any other. Counts the places
 * that may stand before the name. Which words are places, and what stands behind their short names, are rows of
 * rules/places.tsv: 承德 is 承德市. */
#include "extract/place.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

enum { LOOKED_THROUGH = 256 * 1024, FEWEST = 3, HEADS = 1024 };

struct place {
    slice text, level; /* 承德, 市; 合作市 is looked for whole and has no level */
    slice offices;     /* its bodies' names without its own, or how they begin: 行署 盟 */
    int   next;        /* of those that begin alike, plus one; 0: none */
};
struct places {
    struct place *items;
    size_t        count, room;
    int           first[HEADS];   /* by their first character, plus one; 0: none */
    uint64_t      seconds[HEADS]; /* bits of what stands second in these: most text is told apart by it */
};

/* A Han of three bytes tells by its last two. */
static unsigned head_of(const char *s) { return ((unsigned char)s[1] & 15u) << 6 | ((unsigned char)s[2] & 63u); }

static uint64_t second_of(const char *s) { return (uint64_t)1 << (s[5] & 63); }

bool places_load(struct places **out, const char *path, struct arena *run, struct err *err) {
    struct tsv     table;
    struct places *p = *out = arena_new(run, sizeof *p);
    int            text, level, offices;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {"写法", &text}, {"级", &level}, {"机关", &offices}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        struct place          place = {.level = tsv_cell(row, level), .offices = tsv_cell(row, offices)};
        for (size_t at = 0; tsv_word(tsv_cell(row, text), &at, &place.text);) {
            if (place.text.len < 6)
                return err_set(err, ERR_RULE, path, row->line, 0, "“%.*s” is too short to be looked for",
                               SLICE_ARG(place.text));
            unsigned first = head_of(place.text.ptr);
            int     *head = &p->first[first];
            place.next = *head;
            p->seconds[first] |= second_of(place.text.ptr);
            ARENA_PUSH(run, p->items, p->count, p->room, place);
            *head = (int)p->count;
        }
    }
    return true;
}

/* Bytes at the start of `name` that the place's own name takes the stead of: 市 of 市人民政府, none of 行署; SIZE_MAX when it
 * is no name of such a place. */
static size_t replaced(const struct place *place, slice name) {
    slice office;
    for (size_t at = 0; tsv_word(place->offices, &at, &office);) {
        if (slice_equal(office, name)) return 0;
        if (slice_starts(name, office)) return office.len;
    }
    return SIZE_MAX;
}

/* Bytes of the longest place at `at`, which is counted: 大兴安岭 is no 兴安. */
static size_t count_at(const struct places *p, slice rest, uint32_t *counts) {
    size_t longest = 0;
    if (!(p->seconds[head_of(rest.ptr)] & second_of(rest.ptr))) return 0;
    for (int i = p->first[head_of(rest.ptr)]; i; i = p->items[i - 1].next)
        if (p->items[i - 1].text.len > longest && slice_starts(rest, p->items[i - 1].text)) longest = p->items[i - 1].text.len;
    for (int i = longest ? p->first[head_of(rest.ptr)] : 0; i; i = p->items[i - 1].next)
        counts[i - 1] += p->items[i - 1].text.len == longest && slice_starts(rest, p->items[i - 1].text);
    return longest;
}

static void count_places(const struct places *p, slice text, uint32_t *counts) {
    if (text.len > LOOKED_THROUGH) text.len = LOOKED_THROUGH;
    for (size_t at = 0, size; at + 6 <= text.len; at += size) {
        size = 1;
        if ((unsigned char)text.ptr[at] < 0xE4) continue;
        size = count_at(p, slice_from(text, at), counts);
        if (!size) size = 3;
    }
}

static bool any_completes(const struct places *p, slice name) {
    for (size_t i = 0; i < p->count; i++)
        if (replaced(&p->items[i], name) != SIZE_MAX) return true;
    return false;
}

slice place_completes(const struct places *p, slice name, slice text, struct arena *arena) {
    uint32_t           *counts = ARENA_ARRAY(arena, uint32_t, p->count + 1), most = FEWEST - 1, second = 0;
    const struct place *found = NULL;
    if (!any_completes(p, name)) return SLICE_NONE;
    count_places(p, text, counts);
    for (size_t i = 0; i < p->count; i++) {
        if (replaced(&p->items[i], name) == SIZE_MAX) continue;
        if (counts[i] > most) {
            second = found ? most : 0;
            most = counts[i];
            found = &p->items[i];
        } else if (counts[i] > second) {
            second = counts[i];
        }
    }
    if (!found || second * 2 > most) return SLICE_NONE;
    return arena_format(arena, "%.*s%.*s%.*s", SLICE_ARG(found->text), SLICE_ARG(found->level),
                        SLICE_ARG(slice_from(name, replaced(found, name))));
}
