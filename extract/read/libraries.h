/* libxml2 and libzip, loaded by the first web page or Office file: libxml.xmlFreeDoc(tree). */
#ifndef SUANPAN_LIBRARIES_H
#define SUANPAN_LIBRARIES_H

#include "extract/base/library.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <zip.h>

// clang-format off
#define XML_CALLS(X) \
    X(htmlCreateMemoryParserCtxt) X(htmlCtxtUseOptions) X(htmlFreeParserCtxt) X(htmlParseDocument) \
    X(xmlDocGetRootElement) X(xmlFree) X(xmlFreeDoc) X(xmlInitParser) X(xmlNodeGetContent) X(xmlReadMemory) \
    X(xmlSetStructuredErrorFunc)
#define ZIP_CALLS(X) \
    X(zip_discard) X(zip_fclose) X(zip_fopen) X(zip_fopen_index) X(zip_fread) X(zip_get_num_entries) \
    X(zip_name_locate) X(zip_open) X(zip_open_from_source) X(zip_source_buffer_create) X(zip_source_free) \
    X(zip_stat)
// clang-format on

extern struct libxml { XML_CALLS(LIBRARY_POINTER) } libxml; /* xmlFree is a variable there: (*libxml.xmlFree)(text) */
extern struct libzip { ZIP_CALLS(LIBRARY_POINTER) } libzip;
extern const struct library xml_library, zip_library;
/* Loads libxml2 and makes it ready for threads, as it asks for. */
bool xml_load(const char *path, struct err *err);

#endif
