/* The pages and lines that pdftotext prints of a PDF, and what becomes of them. Inside extract/read/ only. */
#ifndef SUANPAN_PDF_PAGES_H
#define SUANPAN_PDF_PAGES_H

#include "extract/read/reader.h"
#include "extract/words/list_mark.h"
#include "extract/words/page_number.h"

struct pdf_line {
    slice text;       /* as printed, blanks and all */
    bool  gone, rows; /* rows of a table, several lines: nothing is joined to them */
};
struct pdf_page {
    size_t first, count; /* its lines */
};
struct pdf_pages {
    struct arena            *arena;
    struct pdf_line         *lines;
    struct pdf_page         *pages;
    size_t                   line_count, line_capacity, count, capacity;
    const struct role_table *lists;   /* 一、 opens a paragraph: lists.tsv */
    struct page_shapes      *numbers; /* pages.tsv */
};

/* 2023年工作总结 at the head of each page, — 6 —, the address below a printed web page: such lines are gone. */
void pdf_drop_furniture(struct pdf_pages *p);
/* A number and its signs, 79.9: a table may end with one on each page. Page numbers are known by themselves. */
bool pdf_is_number(slice line);
/* The columns that nine lines in ten stay within, two for a Han; 0 when there is no line. */
size_t pdf_usual_width(const struct pdf_pages *p);
/* The lines that are left, joined to the paragraphs of `out`, and where each page begins; they live in `report`. False with
 * `err` set when radicals.tsv is broken. */
bool pdf_join(struct document *out, const struct pdf_pages *p, const struct read_options *options, struct arena *report,
              struct err *err);

#endif
