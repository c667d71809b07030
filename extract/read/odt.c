/* An OpenDocument text (.odt) or sheet (.ods) → paragraphs, headings, items and tables. Deleted text stands apart in
 * text:tracked-changes and is not read; a note stands behind the paragraph or table that points to it. Leaves annotations and
 * tables of contents alone. */
#include "extract/read/build.h"
#include "extract/read/package.h"

#include "extract/base/banned.h"

enum { MOST_NOTES = 4096, MOST_REPEATED = 64 };

struct odt {
    struct build    build;
    struct arena   *arena;
    const xmlNode **later; /* text boxes of the open paragraph */
    const xmlNode **notes; /* and the notes that it, or the open table, points to */
    size_t          later_count, later_capacity, note_count, note_capacity;
    enum block_kind kind; /* of plain paragraphs: notes, items */
};

static bool odt_takes(slice bytes) {
    return package_probe(bytes, "content.xml") && package_probe(bytes, "application/vnd.oasis.opendocument.");
}

static void walk(struct odt *o, const xmlNode *node, int depth);

static bool is_skipped(const xmlNode *n) {
    static const char *const names[] = {"tracked-changes",
                                        "annotation",
                                        "annotation-end",
                                        "table-of-content",
                                        "note-citation",
                                        "sequence-decls",
                                        "forms",
                                        "ruby-text",
                                        "table-columns",
                                        "table-column",
                                        NULL};
    return xml_is_any(n, names);
}

static void walk_inline(struct odt *o, const xmlNode *node, int depth) {
    for (const xmlNode *n = node->children; n && depth < DEEPEST_NESTING; n = n->next) {
        if (n->type == XML_TEXT_NODE) build_text(&o->build, slice_of((const char *)n->content));
        if (n->type != XML_ELEMENT_NODE || is_skipped(n)) continue;
        if (xml_is(n, "s") || xml_is(n, "tab"))
            build_text(&o->build, SLICE_LIT(" "));
        else if (xml_is(n, "line-break"))
            build_break(&o->build);
        else if (xml_is(n, "note") && o->note_count < MOST_NOTES)
            ARENA_PUSH(o->arena, o->notes, o->note_count, o->note_capacity, n);
        else if (xml_is(n, "text-box")) {
            if (o->later_count < MOST_NOTES) ARENA_PUSH(o->arena, o->later, o->later_count, o->later_capacity, n);
        } else if (!xml_is(n, "note"))
            walk_inline(o, n, depth + 1);
    }
}

/* Behind a paragraph, or behind the table in a cell of which it stands. */
static void walk_notes(struct odt *o, int depth) {
    enum block_kind outer = o->kind;
    if (outer == BLOCK_NOTE || o->build.grid.number > 0) return;
    o->kind = BLOCK_NOTE;
    for (size_t i = 0; i < o->note_count; i++) walk(o, o->notes[i], depth + 1);
    o->note_count = 0;
    o->kind = outer;
}

static void walk_paragraph(struct odt *o, const xmlNode *p, enum block_kind kind, int level, int depth) {
    size_t later = o->later_count;
    build_begin(&o->build, kind, level);
    walk_inline(o, p, depth);
    build_end(&o->build);
    for (size_t i = later; i < o->later_count; i++) walk(o, o->later[i], depth + 1);
    o->later_count = later;
    walk_notes(o, depth);
}

/* ---- tables ---- */

static void count_cells(const xmlNode *table, size_t *columns, size_t *longest, bool *nested, int depth) {
    size_t here = 0;
    for (const xmlNode *n = table->children; n && depth < DEEPEST_NESTING; n = n->next) {
        if (xml_is(n, "table-cell") || xml_is(n, "covered-table-cell")) {
            size_t length = xml_text_length(n);
            here++;
            *nested = *nested || xml_find(n, "table");
            if (length > *longest) *longest = length;
        } else if (n->type == XML_ELEMENT_NODE)
            count_cells(n, columns, longest, nested, depth + 1);
    }
    if (here > *columns) *columns = here;
}

static bool is_grid(const xmlNode *table) {
    size_t columns = 0, longest = 0;
    bool   nested = false;
    count_cells(table, &columns, &longest, &nested, 0);
    return columns > 1 && longest <= LONGEST_CELL && !nested;
}

/* Repeated cells are written once with a count; empty ones repeat to the sheet's edge. */
static void walk_row(struct odt *o, const xmlNode *row, bool header, int depth) {
    build_row(&o->build);
    for (const xmlNode *cell = row->children; cell; cell = cell->next) {
        if (!xml_is(cell, "table-cell")) continue; /* covered ones are left to the spans */
        int times = xml_number(cell, "number-columns-repeated", 1);
        if (times > MOST_REPEATED) times = cell->children ? MOST_REPEATED : 1;
        for (int i = 0; i < times; i++) {
            build_cell(&o->build, (unsigned)xml_number(cell, "number-rows-spanned", 1),
                       (unsigned)xml_number(cell, "number-columns-spanned", 1), header);
            walk(o, cell, depth + 1);
            build_cell_end(&o->build);
        }
    }
}

static void walk_rows(struct odt *o, const xmlNode *table, bool header, int depth) {
    for (const xmlNode *n = table->children; n && depth < DEEPEST_NESTING; n = n->next) {
        if (xml_is(n, "table-row"))
            walk_row(o, n, header, depth);
        else if (n->type == XML_ELEMENT_NODE && !is_skipped(n))
            walk_rows(o, n, header || xml_is(n, "table-header-rows"), depth + 1);
    }
}

/* ---- the body ---- */

static void walk(struct odt *o, const xmlNode *node, int depth) {
    enum block_kind outer = o->kind;
    for (const xmlNode *n = node->children; n && depth < DEEPEST_NESTING; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || is_skipped(n)) continue;
        if (xml_is(n, "h"))
            walk_paragraph(o, n, BLOCK_HEADING, xml_number(n, "outline-level", 1) % 10, depth + 1);
        else if (xml_is(n, "p"))
            walk_paragraph(o, n, o->kind, 0, depth + 1);
        else if (xml_is(n, "table") && o->build.grid.number == 0 && is_grid(n)) {
            build_table(&o->build);
            walk_rows(o, n, false, depth + 1);
            build_table_end(&o->build);
            walk_notes(o, depth + 1);
        } else {
            if (xml_is(n, "list-item") && o->kind == BLOCK_PARAGRAPH) o->kind = BLOCK_ITEM;
            walk(o, n, depth + 1);
            o->kind = outer;
        }
    }
}

static void read_body(struct document *out, const xmlNode *root, struct arena *report) {
    struct odt o = {.arena = report, .kind = BLOCK_PARAGRAPH};
    build_init(&o.build, report, 65536);
    walk(&o, xml_find(root, "body") ? xml_find(root, "body") : root, 0);
    build_finish(&o.build, out);
}

static bool odt_read(struct document *out, slice bytes, const struct read_options *options, struct arena *report,
                     struct err *err) {
    static const char *const names[] = {"content.xml", "meta.xml"};
    const xmlNode           *roots[2];
    struct package           package;
    (void)options;
    bool ok = package_open(&package, bytes, out, report, err) && package_roots(roots, &package, names, 2, err);
    if (ok) {
        read_body(out, roots[0], report);
        properties_take(out, xml_find(roots[1], "title"), xml_find(roots[1], "creation-date"), report);
    }
    package_close(&package);
    return ok;
}

const struct reader odt_reader = {"odt", odt_takes, odt_read};
