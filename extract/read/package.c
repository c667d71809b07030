/* Zipped XML → trees: word/document.xml of a report, 40 KB on the disk and 1 MB inflated. A few hundred kilobytes can inflate
 * to gigabytes, and an XML entity to more, so both have limits; nothing is ever written to the disk, so odd names in the zip
 * (../../etc) mean nothing. */
#include "extract/read/package.h"

#include "extract/base/banned.h"

enum { WORST_RATIO = 400, SMALL_PART = 4 * MEGABYTE };

static zip_t *open_zip(slice bytes) {
    zip_error_t   error;
    zip_source_t *source = libzip.zip_source_buffer_create(bytes.ptr, bytes.len, 0, &error);
    zip_t        *zip = source ? libzip.zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (source && !zip) libzip.zip_source_free(source);
    return zip;
}

bool package_open(struct package *p, slice bytes, struct document *document, struct arena *report, struct err *err) {
    *p = (struct package){.document = document, .report = report};
    if (!library_load(&zip_library, ERR_INPUT, document->path.ptr, err) || !xml_load(document->path.ptr, err)) return false;
    p->zip = open_zip(bytes);
    return p->zip || REFUSE(document, err, "is damaged or cut short; get it again");
}

void package_drop(struct package *p) {
    struct tree *last = &p->trees[--p->count];
    libxml.xmlFreeDoc(last->tree);
    p->held -= last->bytes;
}

void package_close(struct package *p) {
    while (p->count) package_drop(p);
    if (p->zip) libzip.zip_discard(p->zip);
    p->zip = NULL;
}

bool package_has(const struct package *p, const char *name) { return libzip.zip_name_locate(p->zip, name, 0) >= 0; }

bool package_probe(slice bytes, const char *name) {
    if (!slice_starts(bytes, SLICE_LIT("PK\x03\x04"))) return false;
    /* Names stand unpacked in the zip, also in a cut one, which is then called damaged and not an archive. */
    return slice_has(bytes, slice_of(name));
}

static bool within_limits(const struct package *p, const zip_stat_t *st) {
    if (st->size > LARGEST_INFLATED || p->inflated + st->size > 2 * (size_t)LARGEST_INFLATED) return false;
    return st->size <= SMALL_PART || st->size / WORST_RATIO <= st->comp_size;
}

/* The part's bytes. What the zip says of their number is checked against what comes out. */
static bool load(struct package *p, const char *name, slice *out, struct err *err) {
    zip_stat_t st;
    if (libzip.zip_stat(p->zip, name, 0, &st) != 0 || !(st.valid & ZIP_STAT_SIZE) || !(st.valid & ZIP_STAT_COMP_SIZE))
        return REFUSE(p->document, err, "is damaged: %s is missing", name);
    if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) && st.encryption_method != ZIP_EM_NONE)
        return REFUSE(p->document, err, "is encrypted; take the password off");
    if (!within_limits(p, &st)) return REFUSE(p->document, err, "inflates to more than a document should (%s); not read", name);
    zip_file_t *file = libzip.zip_fopen(p->zip, name, 0);
    if (!file) return REFUSE(p->document, err, "is damaged: %s cannot be read", name);
    char       *bytes = arena_text(p->report, st.size + 1);
    zip_int64_t got = libzip.zip_fread(file, bytes, st.size);
    bool        whole = got == (zip_int64_t)st.size && libzip.zip_fread(file, bytes + st.size, 1) == 0;
    libzip.zip_fclose(file);
    p->inflated += st.size;
    *out = (slice){bytes, st.size};
    return whole || REFUSE(p->document, err, "is damaged or cut short (%s); get it again", name);
}

/* Some faults libxml2 prints whatever its flags say: a text of more than 10 MB. */
static void say_nothing(void *context, xmlErrorPtr fault) {
    (void)context;
    (void)fault;
}

const xmlNode *package_root(struct package *p, const char *name, struct err *err) {
    slice bytes;
    if (!package_has(p, name) || !load(p, name, &bytes, err)) return NULL;
    struct tree part = {.bytes = tree_bytes(bytes)};
    if (p->held + part.bytes > LARGEST_TREE)
        return REFUSE(p->document, err, "has more parts than a document should (%s); split it", name), NULL;
    if (has_crowded_tag(bytes))
        return REFUSE(p->document, err, "has a tag with too many attributes (%s); not read", name), NULL;
    /* No Office program writes a DTD; one that is there wants to blow up. */
    if (slice_has(bytes, SLICE_LIT("<!DOCTYPE"))) return REFUSE(p->document, err, "holds a DTD (%s); not read", name), NULL;
    libxml.xmlSetStructuredErrorFunc(NULL, say_nothing);
    part.tree = libxml.xmlReadMemory(bytes.ptr, (int)bytes.len, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
    libxml.xmlSetStructuredErrorFunc(NULL, NULL);
    if (part.tree) {
        ARENA_PUSH(p->report, p->trees, p->count, p->capacity, part);
        p->held += part.bytes;
    }
    const xmlNode *root = part.tree && !part.tree->intSubset ? libxml.xmlDocGetRootElement(part.tree) : NULL;
    if (!root) REFUSE(p->document, err, "is damaged: %s is no sound XML", name);
    return root;
}

bool package_roots(const xmlNode **roots, struct package *p, const char *const *names, size_t n, struct err *err) {
    for (size_t i = 0; i < n; i++) {
        roots[i] = package_root(p, names[i], err);
        if (err->kind) return false;
        if (i == 0 && !roots[0]) return REFUSE(p->document, err, "is damaged: %s is missing", names[0]);
    }
    return true;
}

const xmlNode *xml_child(const xmlNode *node, const char *name) {
    for (const xmlNode *n = node ? node->children : NULL; n; n = n->next)
        if (xml_is(n, name)) return n;
    return NULL;
}

slice xml_attribute(const xmlNode *node, const char *name) {
    for (const xmlAttr *a = node && node->type == XML_ELEMENT_NODE ? node->properties : NULL; a; a = a->next)
        if (strcmp((const char *)a->name, name) == 0) return slice_of(a->children ? (const char *)a->children->content : "");
    return SLICE_NONE;
}

int xml_number(const xmlNode *node, const char *name, int other) {
    int n = slice_int(xml_attribute(node, name));
    return n < 0 ? other : n;
}

const xmlNode *xml_find(const xmlNode *root, const char *name) {
    for (const xmlNode *n = root; n;) {
        if (xml_is(n, name)) return n;
        if (n->type == XML_ELEMENT_NODE && n->children) {
            n = n->children;
            continue;
        }
        while (n != root && !n->next) n = n->parent;
        n = n == root ? NULL : n->next;
    }
    return NULL;
}

slice xml_text(const xmlNode *node, struct arena *report) {
    if (!node) return SLICE_NONE;
    xmlChar *content = libxml.xmlNodeGetContent(node);
    slice    text = arena_copy(report, slice_of((const char *)content));
    (*libxml.xmlFree)(content);
    return text;
}

size_t xml_text_length(const xmlNode *node) {
    xmlChar *content = libxml.xmlNodeGetContent(node);
    size_t   n = content ? strlen((const char *)content) : 0;
    (*libxml.xmlFree)(content);
    return n;
}

bool xml_is_any(const xmlNode *node, const char *const *names) {
    while (*names && !xml_is(node, *names)) names++;
    return *names != NULL;
}

void properties_take(struct document *out, const xmlNode *title, const xmlNode *date, struct arena *report) {
    out->title = slice_trim(xml_text(title, report));
    out->date = slice_trim(xml_text(date, report));
    out->title_from = out->date_from = ORIGIN_PROPERTIES;
}
