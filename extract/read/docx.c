/* A Word file → paragraphs as its reader sees them: runs 3 + 13 are 313, deletions are out and insertions in, a text box comes
 * once behind its paragraph, list numbers are restored (一、), tables keep their grid, a note stands behind the paragraph or
 * table that points to it: below 二、下步打算 it would be a plan. Leaves headers, footers, comments and pictures alone, and
 * tables of contents, whose page numbers are no figures. */
#include "extract/read/numbering.h"

#include "extract/read/build.h"

#include <strings.h>

#include "extract/base/banned.h"

enum { MOST_BOXES = 4096 };
enum notes { FOOT, END, NOTES };

struct style {
    slice id, based_on, list;
    int   level, list_level; /* heading level, 0: no heading */
    bool  contents;          /* a line of the table of contents */
};
struct note {
    int            id;
    const xmlNode *node;
};
struct docx {
    struct build     build;
    struct arena    *arena;
    struct style    *styles;
    size_t           style_count, style_capacity;
    struct numbering numbering;
    const xmlNode  **boxes; /* text boxes met inside the paragraph, read behind it */
    size_t           box_count, box_capacity;
    struct note     *notes[NOTES]; /* all of the file, by their ids */
    size_t           note_count[NOTES], note_capacity[NOTES];
    const xmlNode  **pending; /* notes that the paragraph or table points to, read behind it */
    size_t           pending_count, pending_capacity;
    bool             note;   /* reading notes */
    size_t           chunks; /* <w:altChunk>: a web page in the package that Word joins in, as programs leave it */
};

static bool docx_takes(slice bytes) { return package_probe(bytes, "word/document"); }

/* ---- styles ---- */

static void read_styles(struct docx *d, const xmlNode *root) {
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next) {
        if (!xml_is(n, "style")) continue;
        const xmlNode *properties = xml_child(n, "pPr"), *list = xml_child(properties, "numPr");
        slice          name = xml_attribute(xml_child(n, "name"), "val");
        struct style   s = {.id = xml_attribute(n, "styleId"), .based_on = xml_attribute(xml_child(n, "basedOn"), "val")};
        s.level = xml_number(xml_child(properties, "outlineLvl"), "val", -1) + 1;
        if (s.level > 9) s.level = 0;
        if (starts_like(name, "heading ") && name.len == 9) s.level = name.ptr[8] - '0';
        if (starts_like(name, "title") && name.len == 5) s.level = 1;
        s.contents = starts_like(name, "toc ");
        s.list = xml_attribute(xml_child(list, "numId"), "val");
        s.list_level = xml_number(xml_child(list, "ilvl"), "val", 0);
        ARENA_PUSH(d->arena, d->styles, d->style_count, d->style_capacity, s);
    }
}

static const struct style *find_style(const struct docx *d, slice id) {
    for (size_t i = 0; i < d->style_count; i++)
        if (slice_equal(d->styles[i].id, id)) return &d->styles[i];
    return NULL;
}

/* What the paragraph's style and those it is based on say; the nearest that says it wins. */
static struct style style_of(const struct docx *d, slice id) {
    struct style sum = {0};
    for (int hops = 0; hops < 12 && id.len > 0; hops++) {
        const struct style *s = find_style(d, id);
        if (!s) break;
        if (sum.level == 0) sum.level = s->level;
        if (sum.list.len == 0 && s->list.len > 0) sum.list = s->list, sum.list_level = s->list_level;
        sum.contents = sum.contents || s->contents;
        id = s->based_on;
    }
    return sum;
}

/* ---- runs ---- */

static bool is_on(const xmlNode *property) {
    slice value = xml_attribute(property, "val");
    return property && !slice_is(value, "0") && !slice_is(value, "false");
}

static void walk_inline(struct docx *d, const xmlNode *node, bool raised, int depth);

static void walk_run(struct docx *d, const xmlNode *run, int depth) {
    const xmlNode *properties = xml_child(run, "rPr");
    if (is_on(xml_child(properties, "vanish"))) return;
    bool raised = slice_is(xml_attribute(xml_child(properties, "vertAlign"), "val"), "superscript");
    walk_inline(d, run, raised, depth);
}

static bool is_skipped(const xmlNode *node) {
    static const char *const names[] = {"del",   "moveFrom", "delText", "instrText", "pPr",      "rPr", "Fallback",     "sdtPr",
                                        "tblPr", "tcPr",     "trPr",    "tblGrid",   "sdtEndPr", "rt",  "delInstrText", NULL};
    return xml_is_any(node, names);
}

static void walk_text(struct docx *d, const xmlNode *t, bool raised) {
    for (const xmlNode *n = t->children; n; n = n->next) {
        if (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE) continue;
        slice s = slice_of((const char *)n->content);
        if (raised)
            build_raised(&d->build, s);
        else
            build_text(&d->build, s);
    }
}

static int order_note(const void *a, const void *b) {
    const struct note *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

/* Each note once, where the text first points to it; a note points to none. */
static void note_pend(struct docx *d, const xmlNode *reference, enum notes of) {
    struct note  wanted = {.id = xml_number(reference, "id", -1)};
    struct note *found =
        d->note_count[of] && !d->note ? bsearch(&wanted, d->notes[of], d->note_count[of], sizeof wanted, order_note) : NULL;
    if (!found || !found->node) return;
    ARENA_PUSH(d->arena, d->pending, d->pending_count, d->pending_capacity, found->node);
    found->node = NULL;
}

static void walk_inline(struct docx *d, const xmlNode *node, bool raised, int depth) {
    for (const xmlNode *n = node->children; n && depth < DEEPEST_NESTING; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || is_skipped(n)) continue;
        if (xml_is(n, "t"))
            walk_text(d, n, raised);
        else if (xml_is(n, "tab") || xml_is(n, "ptab"))
            build_text(&d->build, SLICE_LIT(" "));
        else if (xml_is(n, "br") || xml_is(n, "cr"))
            build_break(&d->build);
        else if (xml_is(n, "noBreakHyphen"))
            build_text(&d->build, SLICE_LIT("-"));
        else if (xml_is(n, "r"))
            walk_run(d, n, depth + 1);
        else if (xml_is(n, "footnoteReference") || xml_is(n, "endnoteReference"))
            note_pend(d, n, xml_is(n, "footnoteReference") ? FOOT : END);
        else if (xml_is(n, "txbxContent")) {
            if (d->box_count < MOST_BOXES) ARENA_PUSH(d->arena, d->boxes, d->box_count, d->box_capacity, n);
        } else
            walk_inline(d, n, raised, depth + 1);
    }
}

/* ---- paragraphs ---- */

static void walk_blocks(struct docx *d, const xmlNode *node, int depth);

static slice list_number(struct docx *d, const xmlNode *properties, const struct style *style) {
    const xmlNode *list = xml_child(properties, "numPr");
    slice          id = xml_attribute(xml_child(list, "numId"), "val");
    int            level = xml_number(xml_child(list, "ilvl"), "val", style->list_level);
    if (id.len == 0) id = style->list;
    return id.len > 0 ? numbering_next(&d->numbering, id, level, d->arena) : SLICE_NONE;
}

/* A paragraph whose text was all deleted, or only an empty line, gets no number. */
static bool is_blank(const xmlNode *paragraph) {
    for (const xmlNode *n = paragraph->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && !is_skipped(n) && (xml_find(n, "t") || xml_find(n, "drawing"))) return false;
    return true;
}

/* Behind a paragraph, or behind the table in a cell of which it stands. */
static void walk_notes(struct docx *d, int depth) {
    if (d->note || d->build.grid.number > 0) return;
    d->note = true;
    for (size_t i = 0; i < d->pending_count; i++) walk_blocks(d, d->pending[i], depth + 1);
    d->pending_count = 0;
    d->note = false;
}

static void walk_paragraph(struct docx *d, const xmlNode *p, int depth) {
    const xmlNode *properties = xml_child(p, "pPr");
    struct style   style = style_of(d, xml_attribute(xml_child(properties, "pStyle"), "val"));
    int            level = xml_number(xml_child(properties, "outlineLvl"), "val", style.level - 1) + 1;
    size_t         boxes = d->box_count;
    if (style.contents || is_blank(p)) return;
    slice           number = list_number(d, properties, &style);
    enum block_kind kind = d->note                    ? BLOCK_NOTE
                           : level >= 1 && level <= 9 ? BLOCK_HEADING
                           : number.len > 0           ? BLOCK_ITEM
                                                      : BLOCK_PARAGRAPH;
    build_begin(&d->build, kind, kind == BLOCK_HEADING ? level : 0);
    build_text(&d->build, number);
    if (number.len > 0 && (unsigned char)number.ptr[number.len - 1] < 0x80) build_text(&d->build, SLICE_LIT(" "));
    walk_inline(d, p, false, depth);
    build_end(&d->build);
    for (size_t i = boxes; i < d->box_count; i++) walk_blocks(d, d->boxes[i], depth + 1);
    d->box_count = boxes;
    walk_notes(d, depth);
}

/* ---- tables ---- */

static unsigned cell_columns(const xmlNode *cell) {
    int n = xml_number(xml_child(xml_child(cell, "tcPr"), "gridSpan"), "val", 1);
    return n < 1 ? 1 : (unsigned)n;
}

static bool is_grid(const xmlNode *table) {
    size_t most = 0, longest = 0;
    bool   nested = false;
    for (const xmlNode *row = table->children; row; row = row->next) {
        size_t columns = 0;
        for (const xmlNode *cell = xml_is(row, "tr") ? row->children : NULL; cell; cell = cell->next) {
            if (!xml_is(cell, "tc")) continue;
            size_t length = xml_text_length(cell);
            columns += cell_columns(cell);
            nested = nested || xml_find(cell, "tbl");
            if (length > longest) longest = length;
        }
        if (columns > most) most = columns;
    }
    return !nested && most > 1 && longest <= LONGEST_CELL;
}

/* The cell of `row` that begins at grid column `at`, NULL when none does. */
static const xmlNode *cell_at(const xmlNode *row, unsigned at) {
    unsigned column = (unsigned)xml_number(xml_child(xml_child(row, "trPr"), "gridBefore"), "val", 0);
    for (const xmlNode *cell = row->children; cell && column <= at; cell = cell->next) {
        if (!xml_is(cell, "tc")) continue;
        if (column == at) return cell;
        column += cell_columns(cell);
    }
    return NULL;
}

/* A vMerge without a value, or with “continue”, belongs to the cell above. */
static bool cell_goes_on(const xmlNode *cell) {
    const xmlNode *merge = xml_child(xml_child(cell, "tcPr"), "vMerge");
    return merge && !slice_is(xml_attribute(merge, "val"), "restart");
}

static unsigned cell_rows(const xmlNode *row, const xmlNode *cell, unsigned at) {
    unsigned rows = 1;
    if (!xml_child(xml_child(cell, "tcPr"), "vMerge")) return 1;
    for (row = row->next; row && rows < MOST_SPAN; row = row->next) {
        if (!xml_is(row, "tr")) continue;
        const xmlNode *below = cell_at(row, at);
        if (!below || !cell_goes_on(below)) break;
        rows++;
    }
    return rows;
}

static void walk_row(struct docx *d, const xmlNode *row, int depth) {
    const xmlNode *properties = xml_child(row, "trPr");
    bool           header = is_on(xml_child(properties, "tblHeader"));
    unsigned       column = (unsigned)xml_number(xml_child(properties, "gridBefore"), "val", 0);
    build_row(&d->build);
    if (column > 0) build_cell(&d->build, 1, column, false);
    for (const xmlNode *cell = row->children; cell; cell = cell->next) {
        if (!xml_is(cell, "tc")) continue;
        unsigned columns = cell_columns(cell);
        if (!cell_goes_on(cell)) {
            build_cell(&d->build, cell_rows(row, cell, column), columns, header);
            walk_blocks(d, cell, depth + 1);
            build_cell_end(&d->build);
        }
        column += columns;
    }
}

static void walk_table(struct docx *d, const xmlNode *table, int depth) {
    if (d->build.grid.number > 0 || !is_grid(table)) {
        walk_blocks(d, table, depth + 1);
        return;
    }
    build_table(&d->build);
    for (const xmlNode *row = table->children; row; row = row->next)
        if (xml_is(row, "tr") && !xml_child(xml_child(row, "trPr"), "del")) walk_row(d, row, depth + 1);
    build_table_end(&d->build);
    walk_notes(d, depth);
}

static void walk_blocks(struct docx *d, const xmlNode *node, int depth) {
    for (const xmlNode *n = node->children; n && depth < DEEPEST_NESTING; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || is_skipped(n)) continue;
        if (xml_is(n, "p"))
            walk_paragraph(d, n, depth + 1);
        else if (xml_is(n, "tbl"))
            walk_table(d, n, depth + 1);
        else if (xml_is(n, "altChunk"))
            d->chunks++;
        else
            walk_blocks(d, n, depth + 1);
    }
}

/* ---- the parts ---- */

/* Word numbers the notes that only draw the line above the notes -1 and 0, and gives them a type. */
static void read_notes(struct docx *d, const xmlNode *root, enum notes of) {
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next)
        if ((xml_is(n, "footnote") || xml_is(n, "endnote")) && xml_attribute(n, "type").len == 0) {
            struct note note = {xml_number(n, "id", -1), n};
            ARENA_PUSH(d->arena, d->notes[of], d->note_count[of], d->note_capacity[of], note);
        }
    if (d->note_count[of]) qsort(d->notes[of], d->note_count[of], sizeof **d->notes, order_note);
}

enum { DOCUMENT, STYLES, NUMBERING, FOOTNOTES, ENDNOTES, CORE, PARTS };

static bool read_parts(struct document *out, const xmlNode *const roots[PARTS], const struct read_options *options,
                       struct arena *report, struct err *err) {
    struct docx d = {.arena = report};
    build_init(&d.build, report, 65536);
    read_styles(&d, roots[STYLES]);
    if (!numbering_read(&d.numbering, roots[NUMBERING], options, report, err)) return false;
    read_notes(&d, roots[FOOTNOTES], FOOT);
    read_notes(&d, roots[ENDNOTES], END);
    walk_blocks(&d, xml_find(roots[DOCUMENT], "body") ? xml_find(roots[DOCUMENT], "body") : roots[DOCUMENT], 0);
    build_finish(&d.build, out);
    if (d.chunks) out->lost = LOSS_CHUNKS, out->lost_count = d.chunks;
    properties_take(out, xml_child(roots[CORE], "title"), xml_child(roots[CORE], "created"), report);
    return true;
}

static bool docx_read(struct document *out, slice bytes, const struct read_options *options, struct arena *report,
                      struct err *err) {
    const char    *names[PARTS] = {"word/document.xml",  "word/styles.xml",   "word/numbering.xml",
                                   "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml"};
    const xmlNode *roots[PARTS];
    struct package package;
    bool           ok = package_open(&package, bytes, out, report, err);
    if (ok && !package_has(&package, names[DOCUMENT])) names[DOCUMENT] = "word/document2.xml";
    ok = ok && package_roots(roots, &package, names, PARTS, err) && read_parts(out, roots, options, report, err);
    package_close(&package);
    return ok;
}

const struct reader docx_reader = {"docx", docx_takes, docx_read};
