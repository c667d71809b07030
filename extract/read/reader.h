/* One file a format, one table (document.c) that lists the formats. Inside extract/read/ only. */
#ifndef SUANPAN_READER_H
#define SUANPAN_READER_H

#include "extract/read/document.h"

enum {
    MEGABYTE = 1024 * 1024,
    MOST_HELD = 4 * MEGABYTE,         /* bytes of a plain text that stands in memory at once; a larger one is fed */
    LARGEST_INPUT = 224 * MEGABYTE,   /* bytes of any other document; more is refused, so that memory stays within 256 MB */
    LARGEST_OTHER = 80 * MEGABYTE,    /* of one in memory that is no sound UTF-8 and so is held twice */
    LARGEST_PAGE = 32 * MEGABYTE,     /* of a web page, of which a tree is built */
    LARGEST_RECORD = 32 * MEGABYTE,   /* bytes of one line of a .jsonl */
    LARGEST_INFLATED = 32 * MEGABYTE, /* bytes of one part of a DOCX, ODT or XLSX, and of what a child process prints */
    LARGEST_TREE = 200 * MEGABYTE,    /* of the trees of one document, see tree_bytes */
    DEEPEST_NESTING = 200,            /* elements inside one another */
};

struct reader {
    const char *format;         /* document.format: html, docx, … */
    bool (*takes)(slice bytes); /* by content alone; text readers are asked about the decoded text */
    /* Fills text, blocks and what the file says of itself; path, encoding and the rest are set. False and `err`
     * (ERR_INPUT, see refuse) when it cannot. `bytes` may be borrowed: it lives in `report`. */
    bool (*read)(struct document *out, slice bytes, const struct read_options *options, struct arena *report, struct err *err);
};

extern const struct reader docx_reader, xlsx_reader, odt_reader, pdf_reader, doc_reader, html_reader, markdown_reader,
    sheet_reader, textgrid_reader;

/* err_set for the document's own path; always false. */
#define REFUSE(document, err, ...) err_set((err), ERR_INPUT, (document)->path.ptr, 0, 0, __VA_ARGS__)

/* Notes the bytes that decoding had to replace, or what else is lost, if there is any; `line` is that of a record, else 0. */
void note_losses(const struct document *document, int line, struct err *err);

/* tags.c: memory that libxml2 takes for a tree of this page or XML, with its own copies of the text: measured, rounded up. */
size_t tree_bytes(slice text);
/* A tag of this page or XML has more attributes than anyone writes: libxml2 compares each with each. */
bool has_crowded_tag(slice text);

/* True when bytes that begin so are no text: a PDF, an archive, a picture. */
bool bytes_are_packed(slice head);
/* Sees what format the decoded text of `out` has and reads it. */
bool document_read_text(struct document *out, const struct read_options *options, struct arena *report, struct err *err);
/* Why it is no text, in its encoding or in any; always false. */
bool refuse_encoding(const struct document *out, const struct read_options *options, struct err *err);

/* True when `s` begins with `head`, ASCII letters of either case. */
bool starts_like(slice s, const char *head);

#endif
