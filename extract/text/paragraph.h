/* A paragraph as the rules read it, with the way back to the bytes of the document. */
#ifndef SUANPAN_PARAGRAPH_H
#define SUANPAN_PARAGRAPH_H

#include "extract/words/scan.h"

/* From folded byte `at` on, the source stands `source` bytes into the document (until the next shift). */
struct shift {
    uint32_t at, source;
};
struct paragraph {
    slice                  text;    /* folded */
    const char            *written; /* the same bytes with 長 where `text` has 长; NULL: it is text itself */
    const struct scan_map *map;     /* of text */
    const struct shift    *shifts;  /* ascending; the first is at 0 */
    size_t                 shift_count;
    span                   source; /* bytes of the document */
    uint32_t               line;   /* 1-based line of its first byte */
    uint8_t                level;  /* heading level the format gave, 0: none */
    bool                   cell;   /* a table cell: a grid's business */
    size_t                 block;  /* of the document, when it has any */
};

/* Folded byte of document byte `source`; of one that was folded away the next. */
uint32_t text_folded(const struct paragraph *p, uint32_t source);
/* Document bytes of the folded bytes `at`, which are not none. */
span text_source(const struct paragraph *p, slice document_text, span at);
/* End of the sentence that starts at `from`: behind 。！？； and a closing quotation mark, or the end of the text. */
size_t sentence_end(slice text, size_t from);
/* The same in a paragraph, told by its map. */
size_t paragraph_sentence_end(const struct paragraph *p, size_t from);
/* The sentence that byte `at` is of; one starts at `floor`. The first `lead` bytes are one by themselves, whatever stops
 * stand in them: 新华社青禾1月5日电（记者 甲乙）. */
span text_sentence(const struct paragraph *p, size_t lead, size_t floor, size_t at);

#endif
