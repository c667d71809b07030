/* rules/messages.tsv → the Chinese wording of each message: "%s takes no value" → “%s 不带值”.
 * A row whose conversions (%s, %d) differ from its English is left out: a data file must not be able to break printf. */
#include "extract/messages.h"

#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

struct wording {
    const char *english, *chinese;
};
static struct wording *wordings;
static size_t          wording_count;
static bool            speaks_chinese;
/* Who speaks English asks for them hardly ever: they are read when one is asked for, by the thread that owns the arena. */
static struct {
    const char   *path;
    struct arena *run;
} later = {"", NULL};

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

static void wordings_load(const char *path, struct arena *run) {
    struct tsv table;
    struct err ignored = {0};
    if (!tsv_load(&table, path, run, &ignored)) return;
    int key = tsv_column(&table, COLUMN_ENGLISH), worded = tsv_column(&table, COLUMN_CHINESE);
    wordings = ARENA_ARRAY(run, struct wording, table.rows + 1);
    for (size_t i = 0; i < table.rows; i++) {
        struct wording w = {arena_copy(run, tsv_cell(&table.row[i], key)).ptr,
                            arena_copy(run, tsv_cell(&table.row[i], worded)).ptr};
        if (*w.chinese && same_conversions(w.english, w.chinese)) wordings[wording_count++] = w;
    }
}

const char *chinese(const char *english) {
    if (*later.path) wordings_load(later.path, later.run);
    later.path = "";
    for (size_t i = 0; i < wording_count; i++)
        if (!strcmp(wordings[i].english, english)) return wordings[i].chinese;
    return english;
}

const char *say(const char *english) { return speaks_chinese ? chinese(english) : english; }

const char *say_count(uint64_t n, const char *one, const char *many) { return say(n == 1 ? one : many); }

void messages_load(const char *lang, const char *path, struct arena *run) {
    wording_count = 0;
    speaks_chinese = strcmp(lang, "zh") == 0;
    err_wording = say;
    later.path = speaks_chinese ? "" : path;
    later.run = run;
    if (speaks_chinese) wordings_load(path, run);
}
