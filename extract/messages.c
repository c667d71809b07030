/* rules/messages.tsv → the Chinese wording of each message: "%s takes no value" → “%s 不带值”.
 * A row whose conversions (%s, %d) differ from its English is left out: a data file must not be able to break printf. */
#include "extract/messages.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

struct wording {
    const char *english, *chinese;
};
struct wordings {
    struct wording *items;
    size_t          count;
};
static const struct wordings *spoken; /* NULL: English */

/* The next conversion at or after `*at`: "%.*s"; empty at the end. %% is none. */
static slice conversion(const char **at) {
    const char *p = *at;
    while ((p = strchr(p, '%')) && p[1] == '%') p += 2;
    if (!p) return SLICE_NONE;
    size_t length = 1 + strspn(p + 1, "0123456789.*-+ #lzjh");
    *at = p + length + (p[length] != '\0');
    return (slice){p, (size_t)(*at - p)};
}

static bool same_conversions(const char *a, const char *b) {
    for (;;) {
        slice x = conversion(&a), y = conversion(&b);
        if (!slice_equal(x, y)) return false;
        if (x.len == 0) return true;
    }
}

const struct wordings *wordings_load(const char *path, struct arena *run) {
    struct wordings *w = arena_new(run, sizeof *w);
    struct tsv       table;
    struct err       ignored = {0};
    if (!tsv_load(&table, path, run, &ignored)) return w;
    int english = tsv_column(&table, "英文"), chinese = tsv_column(&table, "中文");
    w->items = ARENA_ARRAY(run, struct wording, table.rows + 1);
    for (size_t i = 0; i < table.rows; i++) {
        struct wording row = {arena_copy(run, tsv_cell(&table.row[i], english)).ptr,
                              arena_copy(run, tsv_cell(&table.row[i], chinese)).ptr};
        if (*row.chinese && same_conversions(row.english, row.chinese)) w->items[w->count++] = row;
    }
    return w;
}

const char *wording(const struct wordings *w, const char *english) {
    for (size_t i = 0; w && i < w->count; i++)
        if (!strcmp(w->items[i].english, english)) return w->items[i].chinese;
    return english;
}

const char *say(const char *english) { return wording(spoken, english); }

void messages_load(const char *lang, const char *path, struct arena *run) {
    spoken = strcmp(lang, "zh") ? NULL : wordings_load(path, run);
    err_wording = say;
}
