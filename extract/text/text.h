/* A document becomes paragraphs as the rules read them: wraps joined, １２３．５％ as 123.5%, no blanks between Han.
 * Each paragraph keeps the way back to the document's bytes. What needs no folding is borrowed, not copied. */
#ifndef SUANPAN_TEXT_H
#define SUANPAN_TEXT_H

#include "extract/text/line.h"
#include "extract/text/paragraph.h"
#include "extract/words/list_mark.h"
#include "extract/words/numeral.h"
#include "extract/words/page_number.h"
#include "extract/read/document.h"
#include "extract/words/scan.h"

/* Bytes of a line that may be a heading though neither its format nor a mark says so. */
enum { LONGEST_BARE_HEADING = 90 };

struct vocabulary;

enum { MOST_PIECES = 512 /* lines of one wrapped paragraph */ };
/* What a paragraph is put together from, bytes of the document each. */
struct pieces {
    span   at[MOST_PIECES];
    size_t count, bytes;
    bool   indented; /* the first is, in a text of lines */
};

enum { MOST_HEADS = 4 };

struct text_reader {
    const struct document      *document;
    const struct vocabulary    *rules;    /* list marks, page numbers */
    const struct scan_set      *marked;   /* what the paragraphs' maps mark; NULL: nothing */
    const struct numeral_table *numerals; /* whose set that is, and who takes marks off again; NULL: nobody */
    slice                       title;    /* of the document, and the byte where it first stands: a line that is it again */
    size_t                      title_at; /* heads a page. Empty: not known */
    slice                       heads[MOST_HEADS];   /* other lines that head pages */
    size_t                      head_at[MOST_HEADS]; /* and the byte where each first does: above it, it is the title */
    size_t                      head_count;
    struct arena               *arena, *kept;
    size_t                      at, block; /* next byte; next block */
    uint32_t                    line;      /* of byte `at` */
    struct wrap                 wrap;
    struct scan_map             looked, piece,
        folded; /* of the document from byte `from` on; of a paragraph's part of it; of a folded one */
    size_t           from;
    struct pieces    pieces; /* of the paragraph that was put together last, or is `gathered` to be next */
    bool             gathered;
    bool             indented, hangs; /* the line that may be its next piece is; it is not, and the first piece is */
    bool             seam;            /* between its last piece and that line a page of print ended */
    uint32_t         pieces_line;     /* of the first */
    struct page_ends pages;
    size_t           first_pages[PAGE_ENDS_SURE - 1]; /* lines that end in the first of them; 0: none does */
};

/* Paragraphs take from `arena`, which may be reset between them; the reader itself from `kept`. */
void text_open(struct text_reader *r, const struct document *document, const struct vocabulary *rules,
               const struct scan_set *marked, struct arena *arena, struct arena *kept);
/* Tells the title of the document, which is borrowed. */
void text_title(struct text_reader *r, slice title);
/* The next paragraph that is not blank and no page furniture. False at the end. `paragraph` is valid until the arena is
 * reset. */
bool text_next(struct text_reader *r, struct paragraph *out);
/* Goes past lines of which nothing can be told: they begin with a Han that is no list mark, nothing in them is marked, and they
 * end with 。. Where there is no such line it stands still, and it may stop before one. */
void text_skip(struct text_reader *r);
/* The same as text_next, as it stands in the document, so that it is put together by text_next only where that is worth it. */
struct text_ahead {
    slice           line;   /* the first */
    struct scan_map map;    /* of it */
    bool            whole;  /* it is one line that ends with 。; of others it is also told: */
    bool            marked; /* something is, in one of its lines */
    size_t          least;  /* bytes that it will have at least, once they are folded */
};
/* False when that is to be asked of text_next: at the end, and where the document has blocks. */
bool text_ahead(struct text_reader *r, struct text_ahead *out);
/* Goes past what text_ahead gave. */
static inline void text_pass(struct text_reader *r) { r->gathered = false; }

#endif
