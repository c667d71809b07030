/* A file becomes UTF-8 text and marks: where paragraphs, headings, list items, table cells and pages are.
 * Plain text has no blocks: text.c finds lines, wraps and headings itself. */
#ifndef SUANPAN_DOCUMENT_H
#define SUANPAN_DOCUMENT_H

#include "extract/base/arena.h"
#include "extract/base/err.h"
#include "extract/read/feed.h"

enum block_kind { BLOCK_PARAGRAPH, BLOCK_HEADING, BLOCK_ITEM, BLOCK_CELL, BLOCK_NOTE };

struct block {
    span            at; /* bytes of document.text; blocks are in text order and do not overlap */
    enum block_kind kind;
    uint8_t         level;                      /* headings: 1 is the highest; else 0 */
    bool            header;                     /* a cell of a heading row or column */
    uint16_t        row, column, rows, columns; /* cells: place in the table, from 0, and span (at least 1) */
    uint32_t        table;                      /* cells: 1-based number of the table; else 0 */
    uint32_t        page;                       /* 1-based, 0 when the format has none */
};

/* Where the file, or who opened it, says a thing. */
enum origin {
    ORIGIN_OPTION,     /* --body, --year, or a host that filled in the document */
    ORIGIN_MANIFEST,   /* --manifest */
    ORIGIN_RECORD,     /* a member of a .jsonl record */
    ORIGIN_META,       /* <meta name="PubDate"> */
    ORIGIN_TITLE_TAG,  /* <title> */
    ORIGIN_HEADING,    /* <h1>, a paragraph of a heading's style */
    ORIGIN_PROPERTIES, /* core.xml of a DOCX, meta.xml of an ODT, the info of a PDF: often another document's */
    ORIGIN_LINES,      /* the first lines of the text */
    ORIGIN_SIGNATURE,  /* its last lines: who signs, and when */
    ORIGIN_TEXT,       /* all of it */
    ORIGIN_PATH
};

/* What of a file holds figures perhaps and could not be read. */
enum loss {
    LOSS_NONE,
    LOSS_PAGES /* of a PDF: pictures */,
    LOSS_FORMULAS /* of a workbook: without their values */,
    LOSS_CHUNKS /* of a Word file: pages that Word joins in */
};

struct document {
    slice               path;         /* as given: the claim's `document` column */
    slice               id;           /* a .jsonl record's id; else empty, and path stands for it */
    bool                id_is_number; /* {"id":7,…} */
    slice               text;         /* valid UTF-8, no BOM, line ends untouched; code point offsets count in it */
    const struct block *blocks;
    size_t              block_count;                                    /* 0: plain text */
    slice               title, body, publisher, date, encoding, format; /* what the file says of itself; empty when it does not.
                                                                           publisher: a web page's site or source */
    int          year; /* report year the file, manifest or option states; 0 when none does */
    enum origin  title_from, body_from, date_from, year_from; /* which of them said it */
    bool         wrapped;                                     /* the reader knows that lines are hard-wrapped (PDF) */
    bool         lined;                /* paragraphs among the blocks are lines of plain text: wraps are to be found */
    size_t       bad_bytes, first_bad; /* invalid bytes replaced, offset of the first in the file */
    enum loss    lost;
    size_t       lost_count, first_lost; /* how many pages or formulas, the page or row of the first */
    struct feed *feed;                   /* NULL: all of the text stands in memory; else see document_reach */
};
enum { TEXT_OPENING = 1024 * 1024 }; /* bytes of a text that may be looked at before the walk over it begins */
/* Makes the text before `to` stand in memory. False when a large file could not be read so far: its text ends before. */
bool document_reach(const struct document *document, size_t to);
/* The text before `from` is needed no more. */
void document_release(const struct document *document, size_t from);

enum { EARLIEST_YEAR = 1000 }; /* that a person may give: 23 is meant to be 2023 */

struct read_options {
    const char        *encoding; /* NULL: found out */
    const char        *body;     /* --body, NULL when not given */
    int                year;     /* --year, 0 when not given */
    const char        *manifest; /* --manifest FILE.csv (path, body, year), NULL when not given */
    const char *const *rules;    /* --rules, rule_count of them: tables in the place of the installed ones */
    size_t             rule_count;
    bool               quiet; /* --quiet: what folders hold besides is not told */
    bool               whole; /* the text of each document must stand in memory */
    size_t             hold;  /* bytes of a file beyond which its text is fed; 0: MOST_HELD */
};

struct source; /* the documents of a command line, one after another: files, walked directories, "-", .jsonl records */

/* Opens the list; nothing is read yet. Directories are walked in name order; in them only files whose name ends in a
 * document's suffix are taken (.txt .md .html .htm .docx .odt .xlsx .pdf .doc .wps .jsonl, and .ofd .rtf .xls, to be told what
 * to do with them); a file named outright is always taken, and its content decides what it is. False and `err` (ERR_USAGE) when
 * the manifest is broken. */
bool source_open(struct source **out, const char *const *paths, size_t n, const struct read_options *options, struct arena *run,
                 struct err *err);
/* What lies there to be read: the bytes of a file, or one line of a .jsonl. */
struct unread {
    const char  *path;
    slice        bytes;
    int          line; /* 1-based, of a .jsonl; 0: a file of its own */
    struct feed *feed; /* NULL, or what brings the bytes of a large file */
};
enum source_next { SOURCE_INPUT, SOURCE_REFUSED, SOURCE_END };
/* The next input, its bytes in `report`; one thread at a time. It is closed by unread_close. SOURCE_REFUSED: this one cannot be
 * had, `err` says why in one line, and the next call goes on with the one after it. */
enum source_next source_next(struct source *source, struct unread *out, struct arena *report, struct err *err);
/* The document that it is, text and blocks in `report` or in the input; by any thread, while others do the same or take the
 * next. Bytes that had to be replaced, and what else is lost, are told in `err` (ERR_NOTE), which else stays as it is. False:
 * it cannot be read, `err` says why. */
bool source_read(const struct source *source, struct unread *input, struct document *out, struct arena *report,
                 struct err *err);
/* When its document is no longer needed. False and `err` when it was a large file that ended early or changed. */
bool unread_close(struct unread *input, struct err *err);
/* At the end: what folders hold besides, the column of the manifest that may be misspelt, then the next row of it that no
 * document was of, told in `err` (ERR_NOTE); false when there is none more. */
bool source_note(struct source *source, struct err *err);
void source_close(struct source *source);

/* One document from bytes already in memory (a .jsonl text, a library caller): decodes and finds the format. */
bool document_from_bytes(struct document *out, slice bytes, slice path, const struct read_options *options,
                         struct arena *report, struct err *err);
/* One from a large file: a text without tables or tags is fed to who reads it, all else stands in memory. In the place of
 * `*feed` comes another when it was no UTF-8. */
bool document_from_feed(struct document *out, struct feed **feed, slice path, const struct read_options *options,
                        struct arena *report, struct err *err);

#endif
