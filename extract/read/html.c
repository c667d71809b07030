/* A web page → its article: <p>全年处置舆情<span>313</span>起</p> is the paragraph 全年处置舆情313起; tables keep their rows.
 * The text was decoded before (a page that declares gb2312 and holds 镕 is cut by libxml2 at that character). Menus, scripts,
 * footers and related links are left out. */
#include "extract/read/page.h"

#include <strings.h>

#include "extract/base/banned.h"

static bool html_takes(slice text) {
    static const char *const tags[] = {"!doctype html", "html",    "head", "body", "p",    "div",    "table",
                                       "meta",          "title",   "span", "h1",   "h2",   "center", "font",
                                       "article",       "section", "ul",   "!--",  "?xml", "script", "style"};
    slice                    s = slice_trim(text);
    if (s.len < 3 || s.ptr[0] != '<') return false;
    s = slice_from(s, 1);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t n = strlen(tags[i]);
        if (starts_like(s, tags[i]) && n < s.len && (strchr(" \t\r\n>/", s.ptr[n]) || tags[i][0] == '!')) return true;
    }
    return false;
}

/* ---- walking ---- */

struct walker {
    struct build   build;
    struct article article;
    int            list;     /* next number of the innermost <ol>, 0 in a <ul> */
    bool           preserve; /* inside <pre>: a line end is one */
    bool           lined;    /* there was one */
};

static void walk_children(struct walker *w, const xmlNode *node, int depth);

static void preserved_text(struct walker *w, slice s) {
    for (size_t at = 0; at < s.len;) {
        const char *stop = memchr(s.ptr + at, '\n', s.len - at);
        size_t      end = stop ? (size_t)(stop - s.ptr) : s.len;
        build_text(&w->build, slice_sub(s, at, end));
        if (stop) build_end(&w->build);
        w->lined |= stop != NULL;
        at = end + 1;
    }
}

/* <sup>2</sup> behind 平方公里's km is ², so that no digit glues to the figure before it; [1] points to a note. */
static void superscript(struct walker *w, const xmlNode *node) {
    xmlChar *content = libxml.xmlNodeGetContent(node);
    slice    s = slice_trim(slice_of((const char *)content));
    bool     note = s.len > 1 && (s.ptr[0] == '[' || slice_starts(s, SLICE_LIT("〔")) || slice_starts(s, SLICE_LIT("［")));
    if (!note) build_raised(&w->build, s);
    (*libxml.xmlFree)(content);
}

static unsigned number_of(const xmlNode *node, const char *name) {
    int n = slice_int(slice_trim(node_attribute(node, name)));
    return n > 0 ? (unsigned)n : 1;
}

static void walk_block(struct walker *w, const xmlNode *node, enum block_kind kind, int level, int depth) {
    build_begin(&w->build, kind, level);
    walk_children(w, node, depth);
    build_end(&w->build);
}

static void walk_list(struct walker *w, const xmlNode *node, int depth) {
    int outer = w->list;
    w->list = node_is(node, "ol") ? (int)number_of(node, "start") : 0;
    walk_block(w, node, BLOCK_PARAGRAPH, 0, depth);
    w->list = outer;
}

static void walk_item(struct walker *w, const xmlNode *node, int depth) {
    char number[16];
    build_begin(&w->build, BLOCK_ITEM, 0);
    if (w->list > 0) {
        snprintf(number, sizeof number, "%d. ", w->list++);
        build_text(&w->build, slice_of(number));
    }
    walk_children(w, node, depth);
    build_end(&w->build);
}

static bool in_head(const xmlNode *node) {
    return node->parent && node->parent->parent && node_is(node->parent->parent, "thead");
}

/* Elements that mean more to us than their text; false: nothing special about this one. */
static bool walk_special(struct walker *w, const xmlNode *node, int depth) {
    struct build *b = &w->build;
    const char   *name = (const char *)node->name;
    bool          table = b->grid.number > 0;
    if (strlen(name) == 2 && (name[0] == 'h' || name[0] == 'H') && name[1] >= '1' && name[1] <= '6') {
        walk_block(w, node, BLOCK_HEADING, name[1] - '0', depth);
    } else if (node_is(node, "li")) {
        walk_item(w, node, depth);
    } else if (node_is(node, "ol") || node_is(node, "ul")) {
        walk_list(w, node, depth);
    } else if (node_is(node, "br")) {
        if (b->opened && b->open.kind == BLOCK_HEADING)
            build_text(b, SLICE_LIT(" "));
        else
            build_end(b);
    } else if (node_is(node, "sup")) {
        superscript(w, node);
    } else if (node_is(node, "table") && !table && page_is_grid(node)) {
        build_table(b);
        walk_children(w, node, depth);
        build_table_end(b);
    } else if (table && node_is(node, "tr")) {
        build_row(b);
        walk_children(w, node, depth);
    } else if (table && (node_is(node, "td") || node_is(node, "th"))) {
        build_cell(b, number_of(node, "rowspan"), number_of(node, "colspan"), node_is(node, "th") || in_head(node));
        walk_children(w, node, depth);
        build_cell_end(b);
    } else {
        return false;
    }
    return true;
}

static void walk(struct walker *w, const xmlNode *node, int depth) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        slice s = slice_of((const char *)node->content);
        bool  between_cells = w->build.grid.number > 0 && !w->build.opened; /* browsers move it, we drop it */
        if (w->preserve)
            preserved_text(w, s);
        else if (!between_cells)
            build_text(&w->build, s);
    }
    if (node->type == XML_ENTITY_REF_NODE) build_text(&w->build, slice_of((const char *)node->content));
    if (node->type != XML_ELEMENT_NODE || depth > DEEPEST_NESTING + 100) return;
    if (page_is_furniture(node, &w->article) || walk_special(w, node, depth + 1)) return;
    bool block = page_is_block(node), outer = w->preserve;
    if (block) build_begin(&w->build, BLOCK_PARAGRAPH, 0);
    if (node_is(node, "pre")) w->preserve = true;
    walk_children(w, node, depth + 1);
    w->preserve = outer;
    if (block) build_end(&w->build);
}

static void walk_children(struct walker *w, const xmlNode *node, int depth) {
    for (const xmlNode *n = node->children; n; n = n->next) walk(w, n, depth);
}

/* ---- reading ---- */

static bool html_read(struct document *out, slice text, const struct read_options *options, struct arena *report,
                      struct err *err) {
    (void)options;
    if (text.len > LARGEST_PAGE) return REFUSE(out, err, "is a page of more than %d MB; split it", LARGEST_PAGE / MEGABYTE);
    if (tree_bytes(text) > LARGEST_TREE) return REFUSE(out, err, "has more tags than a page; save it as text");
    if (has_crowded_tag(text)) return REFUSE(out, err, "has a tag with too many attributes; save it as text");
    if (!xml_load(out->path.ptr, err)) return false;
    htmlParserCtxtPtr parser = libxml.htmlCreateMemoryParserCtxt(text.ptr, (int)text.len);
    if (!parser) return err_file(err, ERR_MEMORY, out->path.ptr, "no memory to read it");
    int flags = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT |
                HTML_PARSE_IGNORE_ENC;
    libxml.htmlCtxtUseOptions(parser, flags);
    parser->charset = XML_CHAR_ENCODING_UTF8; /* told so, and not by a name, it makes no second copy of the text */
    libxml.htmlParseDocument(parser);
    htmlDocPtr page = parser->myDoc;
    bool       cut = parser->disableSAX != 0;
    libxml.htmlFreeParserCtxt(parser); /* and with it its own copies of the text */
    const xmlNode *root = page ? libxml.xmlDocGetRootElement(page) : NULL;
    bool           ok = root && !cut;
    if (ok) {
        struct walker w = {.article = page_article(root)};
        build_init(&w.build, report, text.len); /* what comes out is hardly longer */
        page_metadata(out, root, report);
        walk(&w, w.article.node, 0);
        build_finish(&w.build, out);
        out->lined = w.lined;
    } else {
        REFUSE(out, err, cut ? "has tags nested too deeply; save it as text" : "holds no page that can be read");
    }
    if (page) libxml.xmlFreeDoc(page);
    return ok;
}

const struct reader html_reader = {"html", html_takes, html_read};
