/* Which part of a web page is the article, and what the page says of itself. Inside extract/read/ only. */
#ifndef SUANPAN_PAGE_H
#define SUANPAN_PAGE_H

#include "extract/read/build.h"
#include "extract/read/libraries.h"
#include "extract/read/reader.h"

/* True for an element of this name (ASCII, either case, any namespace). */
bool node_is(const xmlNode *node, const char *name);
/* The attribute's value, borrowed from the tree; empty when it is not there. */
slice node_attribute(const xmlNode *node, const char *name);

struct article {
    const xmlNode *node;
    size_t         length; /* bytes of its text, links and white space left out */
};
/* The element that holds the article: the container that government sites use (UCAP-CONTENT, TRS_Editor, zoom …), else the
 * innermost one that holds nearly all of the text that is no link. Its node is never NULL. */
struct article page_article(const xmlNode *root);
/* Menus, scripts, forms, footers, related links, hidden things: not to be read. What holds a third of the article is none of
 * these, however it is called: whole pages stand in a form, or in a box of class position-relative. */
bool page_is_furniture(const xmlNode *node, const struct article *article);
/* Elements that stand on lines of their own. */
bool page_is_block(const xmlNode *node);
/* False for a table that only lays the page out: one column, tables within, or whole paragraphs in its cells. */
bool page_is_grid(const xmlNode *table);
/* title, date and publisher from the meta tags, the heading or the title. */
void page_metadata(struct document *out, const xmlNode *root, struct arena *report);

#endif
