/* Names of bodies become keys: the county's committee of 2012 and of 2020 are one, whatever the reports call it. What a name's
 * words are: the 主 rows of metrics.tsv. */
#include "export/series_body.h"

#include "extract/base/banned.h"

enum { MOST_BODIES = 200 }; /* among more, 乙市甲县 is not looked for under 甲县 */

/* Without a body of its own a claim is of the only body there is. */
static slice only_body(const struct claim *claims, size_t n, const struct metric_rules *rules, struct arena *arena) {
    slice only = SLICE_NONE, last = SLICE_NONE;
    for (size_t i = 0; i < n; i++) {
        if (!claims[i].body.len || slice_equal(claims[i].body, last)) continue;
        last = claims[i].body;
        slice key = body_key(rules, last, arena);
        if (only.len && !slice_equal(only, key) && !slice_ends(only, key) && !slice_ends(key, only)) return SLICE_NONE;
        if (!only.len || key.len < only.len) only = key;
    }
    return only;
}

/* 乙市甲县 is 甲县 when that is a body too. Bodies are few: every shorter name is tried. */
static slice shortest_body(const struct body_name *names, size_t n, slice key) {
    slice best = key;
    for (size_t i = 0; i < n; i++)
        if (names[i].key.len >= 6 && names[i].key.len < best.len && slice_ends(key, names[i].key)) best = names[i].key;
    return best;
}

static int by_name(const void *a, const void *b) {
    return slice_compare(((const struct body_name *)a)->name, ((const struct body_name *)b)->name);
}

/* The table of bodies, a line for each name met, sorted by name. */
void bodies_read(struct bodies *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                 struct arena *arena) {
    struct body_name *names = NULL;
    size_t            count = 0, capacity = 0, kept = 0;
    for (size_t i = 0; i < n; i++)
        if (claims[i].body.len && (!i || !slice_equal(claims[i].body, claims[i - 1].body)))
            ARENA_PUSH(arena, names, count, capacity, ((struct body_name){claims[i].body, SLICE_NONE}));
    if (count) qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++)
        if (!kept || !slice_equal(names[kept - 1].name, names[i].name)) names[kept++] = names[i];
    for (size_t i = 0; i < kept; i++) names[i].key = body_key(rules, names[i].name, arena);
    *out = (struct bodies){names, kept, only_body(claims, n, rules, arena)};
}

slice bodies_find(const struct bodies *b, const struct claim *claim) {
    if (!claim->body.len || !b->count) return b->only;
    struct body_name        wanted = {claim->body, SLICE_NONE};
    const struct body_name *found = bsearch(&wanted, b->names, b->count, sizeof *b->names, by_name);
    return shortest_body(b->names, b->count < MOST_BODIES ? b->count : 0, found ? found->key : claim->body);
}

bool body_is_nameless(slice body) { return utf8_count(body) <= 1; }

slice body_of_file(slice document, struct arena *arena) {
    size_t from = 0, to = document.len, n = 0;
    for (size_t i = 0; i < document.len; i++)
        if (document.ptr[i] == '/') from = i + 1;
    for (size_t i = from; i < document.len; i++)
        if (document.ptr[i] == '.') to = i;
    char *out = arena_text(arena, document.len + 1);
    for (size_t i = from; i < to; i++) {
        unsigned char c = (unsigned char)document.ptr[i];
        bool          letter = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (c == '-' && n && out[n - 1] != '-')) out[n++] = (char)c;
    }
    while (n && out[n - 1] == '-') n--;
    return n ? (slice){out, n} : document;
}
