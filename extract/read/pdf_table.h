/* Tables of a PDF, told by where its words stand. Inside extract/read/ only. */
#ifndef SUANPAN_PDF_TABLE_H
#define SUANPAN_PDF_TABLE_H

#include "extract/base/arena.h"

struct pdf_table {
    size_t page; /* from 0 */
    slice  rows; /* a line each, cells parted by tabs, the headings first */
    slice *words;
    size_t word_count;
};
/* What `pdftotext -tsv` printed → its tables, in `*out`; returns how many. They live in `arena`. */
size_t pdf_tables(struct pdf_table **out, slice tsv, struct arena *arena);

#endif
