/* The zip that a DOCX, ODT or XLSX is: its parts, inflated within limits, as XML trees. Inside extract/read/ only. */
#ifndef SUANPAN_PACKAGE_H
#define SUANPAN_PACKAGE_H

#include "extract/read/libraries.h"
#include "extract/read/reader.h"

struct package {
    struct document *document; /* whose path an error names */
    struct arena    *report;
    struct zip      *zip;
    size_t           inflated; /* bytes so far, of all parts */
    size_t           held;     /* tree_bytes of `trees` */
    struct tree {
        xmlDoc *tree;
        size_t  bytes;
    } * trees; /* the parts that were read */
    size_t count, capacity;
};

/* False and `err` when the bytes are no zip, or a cut one. package_close is safe after either; it frees all trees. */
bool package_open(struct package *p, slice bytes, struct document *document, struct arena *report, struct err *err);
void package_close(struct package *p);
/* True when it holds a part of that name. */
bool package_has(const struct package *p, const char *name);
/* The root of a part's tree; NULL when the part is not there (no error: `err` stays empty), or is too large, encrypted, damaged
 * or a bomb (`err` says so). */
const xmlNode *package_root(struct package *p, const char *name, struct err *err);
/* The roots of `n` parts, NULL of those that are not there. False and `err` when the first is not, or one cannot be read. */
bool package_roots(const xmlNode **roots, struct package *p, const char *const *names, size_t n, struct err *err);
/* Frees the tree that was read last: one sheet after another takes the same memory. */
void package_drop(struct package *p);
/* Whether zipped `bytes` hold a part of that name; asked before a reader is chosen. */
bool package_probe(slice bytes, const char *name);

/* The element's local name: "p" of <w:p>. */
static inline bool xml_is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}
/* First child element of that local name, NULL when there is none (also when `node` is NULL). */
const xmlNode *xml_child(const xmlNode *node, const char *name);
/* Attribute by local name, empty when it is not there or `node` is NULL. */
slice xml_attribute(const xmlNode *node, const char *name);
/* The same as a number, `other` when there is none. */
int xml_number(const xmlNode *node, const char *name, int other);
/* First element of that local name in the tree, NULL when there is none. */
const xmlNode *xml_find(const xmlNode *root, const char *name);
/* All text below, joined, in the arena. */
slice xml_text(const xmlNode *node, struct arena *report);
/* Its bytes. */
size_t xml_text_length(const xmlNode *node);
/* True when the element bears one of these local names, a list that ends with NULL. */
bool xml_is_any(const xmlNode *node, const char *const *names);
/* What the file's own properties say of it; NULLs: nothing. */
void properties_take(struct document *out, const xmlNode *title, const xmlNode *date, struct arena *report);

#endif
