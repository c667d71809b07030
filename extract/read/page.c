/* Finds the article in a page: in <div class="nav">首页 政务公开</div><div id="UCAP-CONTENT"><p>全年处置舆情313起</p></div> it
 * is the second div; and reads <meta name="ArticleTitle">, PubDate, ContentSource. Changes nothing in the tree. */
#include "extract/read/page.h"

#include <strings.h>

#include "extract/base/banned.h"

bool node_is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcasecmp((const char *)node->name, name) == 0;
}

slice node_attribute(const xmlNode *node, const char *name) {
    for (const xmlAttr *a = node->type == XML_ELEMENT_NODE ? node->properties : NULL; a; a = a->next)
        if (strcasecmp((const char *)a->name, name) == 0 && a->children && a->children->content)
            return slice_of((const char *)a->children->content);
    return SLICE_NONE;
}

/* <p hidden> has one though it has no value. */
static bool has_attribute(const xmlNode *node, const char *name) {
    const xmlAttr *a = node->properties;
    while (a && strcasecmp((const char *)a->name, name) != 0) a = a->next;
    return a != NULL;
}

static bool one_of(const xmlNode *node, const char *const *names) {
    for (; *names; names++)
        if (node_is(node, *names)) return true;
    return false;
}

bool page_is_block(const xmlNode *node) {
    static const char *const names[] = {"p",    "div",      "section", "article", "main",       "table",   "tr",
                                        "td",   "th",       "caption", "dl",      "dt",         "dd",      "blockquote",
                                        "pre",  "center",   "hr",      "figure",  "figcaption", "address", "header",
                                        "body", "fieldset", "thead",   "tbody",   "tfoot",      NULL};
    return one_of(node, names);
}

/* True when `word` stands in `value` as a whole name of a class or id: "nav" in "top-nav left", not in "navy". */
static bool names_word(slice value, const char *word) {
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= value.len; i++) {
        if (strncasecmp(value.ptr + i, word, n) != 0) continue;
        bool from = i == 0 || !((value.ptr[i - 1] | 32) >= 'a' && (value.ptr[i - 1] | 32) <= 'z');
        bool to = i + n == value.len || !((value.ptr[i + n] | 32) >= 'a' && (value.ptr[i + n] | 32) <= 'z');
        if (from && to) return true;
    }
    return false;
}

static bool named(const xmlNode *node, const char *const *words) {
    slice id = node_attribute(node, "id"), class = node_attribute(node, "class");
    if (id.len + class.len == 0) return false;
    for (; *words; words++)
        if (names_word(id, *words) || names_word(class, *words)) return true;
    return false;
}

/* Not by its visibility: an article of WeChat has none until a script shows it. */
static bool is_hidden(const xmlNode *node) {
    static const char word[] = "display";
    slice             style = node_attribute(node, "style");
    for (size_t i = 0; i < style.len; i++) {
        if (!starts_like(slice_from(style, i), word)) continue;
        slice value = slice_trim(slice_from(style, i + strlen(word)));
        return value.len > 0 && value.ptr[0] == ':' && starts_like(slice_trim(slice_from(value, 1)), "none");
    }
    return has_attribute(node, "hidden");
}

struct lengths {
    size_t text, linked, links;
};

static void measure(const xmlNode *node, struct lengths *sum, bool linked, int depth) {
    for (const xmlNode *n = node->children; n; n = n->next) {
        if (n->type == XML_TEXT_NODE) {
            size_t bytes = 0;
            for (const char *s = (const char *)n->content; *s; s++) bytes += (unsigned char)*s > ' ';
            sum->text += bytes;
            if (linked) sum->linked += bytes;
        } else if (n->type == XML_ELEMENT_NODE && depth < DEEPEST_NESTING + 100) {
            bool link = node_is(n, "a") && node_attribute(n, "href").len > 0;
            sum->links += link;
            if (!node_is(n, "script") && !node_is(n, "style")) measure(n, sum, linked || link, depth + 1);
        }
    }
}

/* A list or box that is little but links: related articles, a menu without a name. */
static bool is_link_list(const xmlNode *node) {
    static const char *const boxes[] = {"ul", "ol", "div", "dl", NULL}, *const cells[] = {"table", "td", NULL};
    struct lengths sum = {0};
    bool           box = one_of(node, boxes), cell = one_of(node, cells);
    if (!box && !cell) return false; /* a paragraph is the article's own even when it is full of links */
    measure(node, &sum, false, 0);
    /* The names in a table may be links, its figures are none. */
    return sum.links >= 3 && sum.linked * 10 >= sum.text * (cell ? 9 : 7);
}

/* Bytes of text below `node`, furniture, white space and links left out. */
static size_t text_length(const xmlNode *node) {
    struct lengths sum = {0};
    measure(node, &sum, false, 0);
    return sum.text - sum.linked;
}

bool page_is_furniture(const xmlNode *node, const struct article *article) {
    static const char *const never[] = {"script", "style",  "noscript", "head",     "iframe", "object", "rt",
                                        "rp",     "select", "button",   "textarea", "input",  "svg",    "canvas",
                                        "audio",  "video",  "template", "del",      NULL};
    static const char *const beside[] = {"nav", "footer", "aside", "form", NULL};
    static const char *const words[] = {"nav",       "menu",     "breadcrumb", "crumb", "crumbs",    "footer",     "foot",
                                        "copyright", "related",  "relate",     "xgxw",  "share",     "sharing",    "sidebar",
                                        "comment",   "comments", "pagination", "pager", "toolbar",   "friendlink", "banner",
                                        "advert",    "ads",      "qrcode",     "ewm",   "recommend", "hot",        "wzbjs",
                                        "dqwz",      "location", "position",   NULL};
    if (node == article->node || node->type != XML_ELEMENT_NODE) return false;
    if (one_of(node, never) || is_hidden(node)) return true;
    bool box = page_is_block(node) || node_is(node, "ul") || node_is(node, "ol");
    bool suspect = one_of(node, beside) || (box && (named(node, words) || is_link_list(node)));
    return suspect && text_length(node) * 3 <= article->length;
}

/* ---- tables ---- */

enum { MOST_BREAKS = 4 };

struct shape {
    size_t rows, columns, longest, breaks; /* longest cell in bytes; most line breaks in one */
    bool   nested;
};

static void measure_table(const xmlNode *node, struct shape *shape, int depth) {
    size_t columns = 0;
    for (const xmlNode *n = node->children; n && depth < DEEPEST_NESTING; n = n->next) {
        if (node_is(n, "table"))
            shape->nested = true;
        else if (node_is(n, "tr"))
            shape->rows++, measure_table(n, shape, depth + 1);
        else if (node_is(n, "td") || node_is(n, "th")) {
            size_t length = text_length(n), breaks = 0;
            for (const xmlNode *b = n->children; b; b = b->next) breaks += node_is(b, "br");
            if (breaks > shape->breaks) shape->breaks = breaks;
            columns++;
            if (length > shape->longest) shape->longest = length;
            measure_table(n, shape, depth + 1);
        } else
            measure_table(n, shape, depth + 1);
    }
    if (columns > shape->columns) shape->columns = columns;
}

bool page_is_grid(const xmlNode *table) {
    struct shape shape = {0};
    measure_table(table, &shape, 0);
    return !shape.nested && shape.columns > 1 && shape.rows > 1 && shape.longest <= LONGEST_CELL && shape.breaks <= MOST_BREAKS;
}

/* ---- the article ---- */

/* Names of the article's box on the sites of governments and their publishing systems, surest first. */
static const char *const containers[] = {
    "UCAP-CONTENT",    "TRS_UEDITOR",    "TRS_Editor",      "trs_editor_view", "pages_content",
    "article_content", "articleContent", "article-content", "BodyLabel",       "zoom",
    "vsb_content",     "v_news_content", "TRS_PreAppend",   "conTxt",          "xxgk_content",
    "news_content",    "content_body",   "view_content",    "article",         NULL};

static bool has_name(const xmlNode *node, const char *name) {
    const char *const words[] = {name, NULL};
    return named(node, words) || node_is(node, name);
}

/* The next element in document order, below `root`. */
static const xmlNode *next_element(const xmlNode *node, const xmlNode *root) {
    do {
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
        } else {
            while (node != root && !node->next) node = node->parent;
            if (node == root) return NULL;
            node = node->next;
        }
    } while (node->type != XML_ELEMENT_NODE);
    return node;
}

static const xmlNode *find_element(const xmlNode *root, const char *name) {
    for (const xmlNode *n = root; n; n = next_element(n, root))
        if (node_is(n, name)) return n;
    return NULL;
}

static const xmlNode *named_container(const xmlNode *body, size_t whole) {
    for (const char *const *name = containers; *name; name++) {
        const xmlNode *best = NULL;
        size_t         most = 0;
        for (const xmlNode *n = body; n; n = next_element(n, body)) {
            if (!has_name(n, *name)) continue;
            size_t length = text_length(n);
            if (length > most) best = n, most = length;
        }
        if (best && most * 3 >= whole) return best;
    }
    return NULL;
}

/* Down into the child that holds nine tenths of the text that is no link, as long as there is one. */
static const xmlNode *densest(const xmlNode *node) {
    for (;;) {
        size_t         whole = text_length(node);
        const xmlNode *heavy = NULL;
        for (const xmlNode *n = node->children; n && !heavy; n = n->next)
            if (n->type == XML_ELEMENT_NODE && page_is_block(n) && text_length(n) * 10 >= whole * 9) heavy = n;
        bool grid = heavy && node_is(heavy, "table") && page_is_grid(heavy);
        if (!heavy || whole == 0 || grid || node_is(heavy, "p")) return node;
        node = heavy;
    }
}

struct article page_article(const xmlNode *root) {
    const xmlNode *body = find_element(root, "body");
    const xmlNode *found = body ? named_container(body, text_length(body)) : root;
    if (!found) found = densest(body);
    return (struct article){found, text_length(found)};
}

/* ---- what the page says of itself ---- */

static slice meta(const xmlNode *root, const char *const *names, struct arena *report) {
    for (; *names; names++)
        for (const xmlNode *n = root; n; n = next_element(n, root)) {
            slice name = node_attribute(n, "name");
            if (!node_is(n, "meta")) continue;
            if (name.len == 0) name = node_attribute(n, "property");
            slice content = slice_trim(node_attribute(n, "content"));
            if (content.len > 0 && name.len == strlen(*names) && starts_like(name, *names)) return arena_copy(report, content);
        }
    return SLICE_NONE;
}

/* <title>2020年工作报告_政府信息公开_通山县</title>: what stands before the first underscore or spaced dash. */
static slice first_part(slice title) {
    for (size_t i = 1; i < title.len; i++)
        if (title.ptr[i] == '_' || title.ptr[i] == '|' || (title.ptr[i] == '-' && title.ptr[i - 1] == ' '))
            return slice_trim(slice_sub(title, 0, i));
    return title;
}

static slice element_text(const xmlNode *node, struct arena *report) {
    if (!node) return SLICE_NONE;
    struct build    b;
    struct document d = {0};
    xmlChar        *content = libxml.xmlNodeGetContent(node);
    build_init(&b, report, 64);
    build_text(&b, slice_of((const char *)content));
    build_finish(&b, &d);
    (*libxml.xmlFree)(content);
    return slice_trim(d.text);
}

void page_metadata(struct document *out, const xmlNode *root, struct arena *report) {
    static const char *const        titles[] = {"ArticleTitle", "og:title", NULL},
                             *const dates[] = {"PubDate", "publishdate", "article:published_time", NULL},
                             *const publishers[] = {"ContentSource", "SiteName", "og:site_name", NULL};
    out->title = meta(root, titles, report);
    out->date = meta(root, dates, report);
    out->publisher = meta(root, publishers, report);
    out->title_from = out->date_from = ORIGIN_META;
    if (out->title.len == 0) {
        out->title = element_text(find_element(root, "h1"), report);
        out->title_from = ORIGIN_HEADING;
    }
    if (out->title.len == 0) {
        out->title = first_part(element_text(find_element(root, "title"), report));
        out->title_from = ORIGIN_TITLE_TAG;
    }
}
