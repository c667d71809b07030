/* a/2020/report.txt and a/2021/report.txt → 2020/report and 2021/report: all begin with the bare file name, and whoever shares
 * his with another takes his suffix, then a folder more, until nobody shares. */
#include "plots/document_names.h"

#include <stdlib.h>

#include "plots/text.h"

#include "extract/base/banned.h"

struct named {
    slice  document, name;
    size_t level; /* 2 × the folders before the file, + 1 when its suffix stands */
    bool   ends;  /* the whole path stands: it cannot be told better */
};
struct document_names {
    struct named *rows; /* by document */
    size_t        count;
};

static int by_document(const void *a, const void *b) {
    return slice_compare(((const struct named *)a)->document, ((const struct named *)b)->document);
}

static int by_name(const void *a, const void *b) {
    const struct named *const *x = a, *const *y = b;
    return slice_compare((*x)->name, (*y)->name);
}

/* The end of a path: `folders` of them, and the file. */
static slice path_end(slice path, size_t folders, bool *whole) {
    for (size_t i = path.len; i > 0; i--)
        if (path.ptr[i - 1] == '/' && i < path.len && folders-- == 0) return *whole = false, slice_from(path, i);
    *whole = true;
    return path;
}

static void name_it(struct named *n, struct arena *arena) {
    bool  whole, suffix = n->level % 2 == 1;
    slice end = path_end(n->document, n->level / 2, &whole);
    for (size_t i = end.len; !suffix && i > 1 && end.ptr[i - 1] != '/'; i--)
        if (end.ptr[i - 1] == '.' && end.ptr[i - 2] != '/') {
            end.len = i - 1;
            break;
        }
    n->name = text_plain(end, arena);
    n->ends = whole && suffix;
}

/* False when every name stands once, or nothing more can be told. */
static bool tell_apart(struct named **order, size_t n, struct arena *arena) {
    bool changed = false;
    qsort(order, n, sizeof *order, by_name);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && slice_equal(order[to]->name, order[from]->name); to++) {
        }
        for (size_t i = from; to - from > 1 && i < to; i++) {
            if (order[i]->ends) continue;
            order[i]->level++;
            changed = true;
        }
    }
    for (size_t i = 0; changed && i < n; i++) name_it(order[i], arena);
    return changed;
}

const struct document_names *document_names_make(const slice *documents, size_t n, struct arena *arena) {
    struct document_names *names = arena_new(arena, sizeof *names);
    struct named         **order = ARENA_ARRAY(arena, struct named *, n + 1);
    *names = (struct document_names){.rows = ARENA_ARRAY(arena, struct named, n + 1)};
    for (size_t i = 0; i < n; i++) names->rows[i].document = documents[i];
    if (n) qsort(names->rows, n, sizeof *names->rows, by_document);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || !slice_equal(names->rows[i].document, names->rows[names->count - 1].document))
            names->rows[names->count++] = names->rows[i];
    for (size_t i = 0; i < names->count; i++) name_it(order[i] = &names->rows[i], arena);
    while (tell_apart(order, names->count, arena)) {
    }
    return names;
}

slice document_name(const struct document_names *names, slice document) {
    struct named  wanted = {.document = document};
    struct named *found = names->count ? bsearch(&wanted, names->rows, names->count, sizeof wanted, by_document) : NULL;
    return found ? found->name : SLICE_NONE;
}
