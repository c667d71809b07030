/* a/2020/report.txt and a/2021/report.txt → 2020/report and 2021/report: all begin with the bare file name, one that is but a
 * number with its folder (青禾县/2021), and those that share one take a folder more, or their suffixes, until nobody shares. */
#include "plots/document_names.h"

#include <stdlib.h>

#include "plots/text.h"

#include "extract/base/banned.h"

struct named {
    slice  document, name;
    size_t folders; /* that stand before the file */
    bool   suffix, whole;
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

static slice without_suffix(slice path) {
    for (size_t i = path.len; i > 1 && path.ptr[i - 1] != '/'; i--)
        if (path.ptr[i - 1] == '.' && path.ptr[i - 2] != '/') return slice_sub(path, 0, i - 1);
    return path;
}

static void name_it(struct named *n, struct arena *arena) {
    slice end = path_end(n->document, n->folders, &n->whole);
    n->name = text_plain(n->suffix ? end : without_suffix(end), arena);
}

/* Those of one name: 甲.docx and 甲.pdf of one folder take their suffixes, others a folder more. False when there is no more.
 */
static bool lengthen(struct named **of, size_t n) {
    bool changed = false, here = true;
    for (size_t i = 1; i < n; i++) here = here && slice_equal(without_suffix(of[i]->document), without_suffix(of[0]->document));
    for (size_t i = 0; i < n; i++) {
        if (!of[i]->suffix && (here || of[i]->whole))
            of[i]->suffix = changed = true;
        else if (!of[i]->whole) {
            of[i]->folders++;
            changed = true;
        }
    }
    return changed;
}

/* False when every name stands once, or nothing more can be told. */
static bool tell_apart(struct named **order, size_t n, struct arena *arena) {
    bool changed = false;
    qsort(order, n, sizeof *order, by_name);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && slice_equal(order[to]->name, order[from]->name); to++) {
        }
        if (to - from > 1 && lengthen(order + from, to - from)) changed = true;
    }
    for (size_t i = 0; changed && i < n; i++) name_it(order[i], arena);
    return changed;
}

/* 来源：2021 would tell nobody what it is. */
static bool is_number(slice name) {
    size_t digits = 0;
    while (digits < name.len && ascii_digit(name.ptr[digits])) digits++;
    return digits && digits == name.len;
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
    for (size_t i = 0; i < names->count; i++) {
        name_it(order[i] = &names->rows[i], arena);
        if (!is_number(order[i]->name) || order[i]->whole) continue;
        order[i]->folders++;
        name_it(order[i], arena);
    }
    while (tell_apart(order, names->count, arena)) {
    }
    return names;
}

slice document_name(const struct document_names *names, slice document) {
    struct named  wanted = {.document = document};
    struct named *found = names->count ? bsearch(&wanted, names->rows, names->count, sizeof wanted, by_document) : NULL;
    return found ? found->name : SLICE_NONE;
}
