/* The words that a claim's closed lists bear in files: QUALIFIER_OVER is "over" in claims.csv (1500余场次), and back.
 * Chinese headings and descriptions of the columns stand in CLAIM_COLUMNS. */
#include "extract/claim.h"

#include "extract/base/banned.h"

const char *const qualifier_names[QUALIFIER_COUNT] = {"exact", "about", "nearly", "over", "under", "range"};
const char *const kind_names[KIND_COUNT] = {"level", "share", "growth", "change", "multiple", "rank", "ratio", "date"};
const char *const direction_names[DIRECTION_COUNT] = {"", "up", "down"};
const char *const role_names[ROLE_COUNT] = {"", "from", "to"};
const char *const status_names[STATUS_COUNT] = {"actual", "target"};

static bool is_name(const char *name, slice word) {
    size_t same = 0;
    while (same < word.len && name[same] && name[same] == word.ptr[same]) same++;
    return same == word.len && !name[same];
}

int name_index(const char *const *names, size_t n, slice word) {
    char first = word.len ? word.ptr[0] : '\0', second = word.len > 1 ? word.ptr[1] : '\0'; /* most names differ in them */
    for (size_t i = 0; i < n; i++)
        if (names[i][0] == first && (!first || names[i][1] == second) && is_name(names[i], word)) return (int)i;
    return -1;
}

const char *claim_heading(const char *name) {
#define HEADING(field, type, zh, about)                                                                                        \
    if (strcmp(name, #field) == 0) return zh;
    CLAIM_COLUMNS(HEADING)
#undef HEADING
    return NULL;
}
