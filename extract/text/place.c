/* Whose 市人民政府 it is, when no line says so: a report names its own place far more often than any other. Counts the places
 * that may stand before the name. Which words are places, and what stands behind their short names, are rows of
 * rules/places.tsv: 承德 is 承德市. */
#include "extract/text/place.h"

#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

enum { FEWEST = 3, PAIR_BITS = 13, SIEVE_BITS = 16 };

/* A row: 市, and its bodies' names without their place's, or how they begin: 行署 盟. 合作市 is looked for whole and has no
 * level. */
struct kind {
    slice level, offices;
};
struct place {
    slice    text; /* 承德 */
    uint32_t kind;
    uint32_t next; /* of those whose pair is the same, plus one; 0: none */
};
struct places {
    struct kind  *kinds;
    struct place *items;
    size_t        kind_count, kind_room, count, room;
    uint32_t      first[1 << PAIR_BITS];         /* by the two characters they begin with, plus one; 0: none */
    uint64_t      sieve[(1 << SIEVE_BITS) / 64]; /* a bit for several such pairs: nearly all of a text's have none */
};

/* Two Han, six bytes: most of what tells them is in the four behind the first. Its upper bits are its places in the tables. */
static uint32_t pair_of(const char *s) {
    uint32_t bytes;
    memcpy(&bytes, s + 1, sizeof bytes);
    return bytes * 2654435761u;
}

bool places_load(struct places **out, const char *path, struct arena *run, struct err *err) {
    struct tsv     table;
    struct places *p = *out = arena_new(run, sizeof *p);
    int            text, level, offices;
    if (!tsv_load(&table, path, run, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_LEVEL, &level}, {COLUMN_OFFICES, &offices}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        struct place          place = {.kind = (uint32_t)p->kind_count};
        ARENA_PUSH(run, p->kinds, p->kind_count, p->kind_room, ((struct kind){tsv_cell(row, level), tsv_cell(row, offices)}));
        for (size_t at = 0; tsv_word(tsv_cell(row, text), &at, &place.text);) {
            if (place.text.len < 6)
                return err_set(err, ERR_RULE, path, row->line, tsv_place(row, place.text),
                               "“%.*s” is too short to be looked for", SLICE_ARG(place.text));
            uint32_t  pair = pair_of(place.text.ptr), bit = pair >> (32 - SIEVE_BITS);
            uint32_t *first = &p->first[pair >> (32 - PAIR_BITS)];
            p->sieve[bit / 64] |= UINT64_C(1) << bit % 64;
            place.next = *first;
            ARENA_PUSH(run, p->items, p->count, p->room, place);
            *first = (uint32_t)p->count;
        }
    }
    return true;
}

/* Bytes at the start of `name` that a place's own name takes the stead of: 市 of 市人民政府, none of 行署; SIZE_MAX when it is
 * no name of such places. */
static size_t replaced(const struct kind *kind, slice name) {
    slice office;
    for (size_t at = 0; tsv_word(kind->offices, &at, &office);) {
        if (slice_equal(office, name)) return 0;
        if (slice_starts(name, office)) return office.len;
    }
    return SIZE_MAX;
}

/* Bytes of the longest of the places from `first` on that `rest` starts with, which is counted: 大兴安岭 is no 兴安. */
static size_t count_at(const struct places *p, uint32_t first, slice rest, uint32_t *counts) {
    size_t longest = 0;
    for (uint32_t i = first; i; i = p->items[i - 1].next)
        if (p->items[i - 1].text.len > longest && slice_starts(rest, p->items[i - 1].text)) longest = p->items[i - 1].text.len;
    for (uint32_t i = longest ? first : 0; i; i = p->items[i - 1].next)
        counts[i - 1] += p->items[i - 1].text.len == longest && slice_starts(rest, p->items[i - 1].text);
    return longest;
}

static void count_places(const struct places *p, slice text, uint32_t *counts) {
    if (text.len > PLACES_LOOKED_FOR) text.len = PLACES_LOOKED_FOR;
    for (size_t at = 0; at + 6 <= text.len;) {
        size_t size = 1;
        if ((unsigned char)text.ptr[at] >= 0xE4) {
            uint32_t pair = pair_of(text.ptr + at), bit = pair >> (32 - SIEVE_BITS);
            size = 3;
            if (p->sieve[bit / 64] >> bit % 64 & 1) {
                size_t name = count_at(p, p->first[pair >> (32 - PAIR_BITS)], slice_from(text, at), counts);
                if (name) size = name;
            }
        }
        at += size;
    }
}

slice place_completes(const struct places *p, slice name, slice text, struct arena *arena) {
    size_t *stead = ARENA_ARRAY(arena, size_t, p->kind_count + 1); /* what each kind replaces of the name */
    bool    any = false;
    for (size_t i = 0; i < p->kind_count; i++) any |= (stead[i] = replaced(&p->kinds[i], name)) != SIZE_MAX;
    if (!any) return SLICE_NONE;
    uint32_t           *counts = ARENA_ARRAY(arena, uint32_t, p->count + 1), most = FEWEST - 1, second = 0;
    const struct place *found = NULL;
    count_places(p, text, counts);
    for (size_t i = 0; i < p->count; i++) {
        if (stead[p->items[i].kind] == SIZE_MAX) continue;
        if (counts[i] > most) {
            second = found ? most : 0;
            most = counts[i];
            found = &p->items[i];
        } else if (counts[i] > second) {
            second = counts[i];
        }
    }
    if (!found || second * 2 > most) return SLICE_NONE;
    return arena_format(arena, "%.*s%.*s%.*s", SLICE_ARG(found->text), SLICE_ARG(p->kinds[found->kind].level),
                        SLICE_ARG(slice_from(name, stead[found->kind])));
}
