/* What the .xlsx writer and the workbook of `run` share: cells, formats and widths of libxlsxwriter. */
#ifndef SUANPAN_EXPORT_XLSX_H
#define SUANPAN_EXPORT_XLSX_H

#include "export/table/codes.h"
#include "export/table/writer.h"
#include "export/table/xlsx_library.h"

enum { XLSX_PLACES = 8, XLSX_LAST_ROW = 1048575 };

/* The names of the sheets, in Chinese when messages.tsv is there. */
#define SHEET_ABOUT chinese("About")
#define SHEET_DATA chinese("Data")
#define SHEET_COMPARISON chinese("Comparison")
#define SHEET_CHARTS chinese("Charts")
#define SHEET_AUDIT chinese("Audit")

enum number_format { NUMBER_PLAIN, NUMBER_GROUPED, NUMBER_LINK, NUMBER_LINK_GROUPED, NUMBER_FORMATS };

/* One workbook on its way to a file. */
struct book {
    const char    *path;
    struct output *out;
    lxw_workbook  *workbook;
    lxw_format    *heading, *number_heading, *text, *wrapped, *title,
        *number[NUMBER_FORMATS][XLSX_PLACES + 1];     /* by decimal places */
    uint8_t widths[LXW_COL_MAX], widest[LXW_COL_MAX]; /* of its columns: the widest cell so far, and the most it may be */
    size_t  links;                                    /* on the sheet that is being written */
    size_t  rows;                                     /* written to all sheets: what the file must hold in the end */
    bool    is_coded[LXW_COL_MAX]; /* columns whose codes are said in words, since their headings are Chinese */
    slice   column[LXW_COL_MAX];
    const struct codes *codes;
    struct arena       *arena;
};

/* Begins a workbook that will be at `path`; nothing is there before book_close. False with `err` set when libxlsxwriter or the
 * folder is not to be had; then there is nothing to close. */
bool book_open(struct book *book, const char *path, struct arena *arena, struct err *err);
/* Writes the file, which then appears under its name. After it, and after book_abort, the workbook is gone. */
bool book_close(struct book *book, struct err *err);
void book_abort(struct book *book);
/* libxlsxwriter does not notice when its temporary files hit a full disk: true when each part of the finished file has its end
 * and the sheets together have `rows` rows. */
bool book_is_whole(const char *path, size_t rows);
/* A sheet with a bold, frozen row of headings. Under Chinese headings book_cell says codes in
 * words: 数量 for level. When its rows are written, book_fit makes the columns as wide as what stands in them and lets them be
 * filtered. */
lxw_worksheet *book_sheet(struct book *book, const char *name, const struct table_schema *schema, const struct picked *picked,
                          const char *header, struct err *err);
void           book_fit(struct book *book, lxw_worksheet *sheet, size_t columns, size_t rows);
/* Printed from column `from` up to `columns`, as many pages beside each other as keep it readable, each with the column 指标
 * and 单位 where that stands beside it;
 * book_fit does so for all of them. */
void book_print(const struct book *book, lxw_worksheet *sheet, size_t from, size_t columns);
/* The column is wide enough for a number of those digits, grouped, with `before` characters before it: ▲ 1,850,000,000. */
void book_room(struct book *book, lxw_col_t column, slice digits, size_t before);
/* `dimension` decides the number's format: 元 and 人 have thousands, percentages and ranks have none; decimal places are those
 * of the report. */
void book_cell(struct book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const struct cell *cell,
               slice dimension);
/* Years and percentages are written without thousands. */
bool        has_thousands(slice dimension);
lxw_format *book_number_format(struct book *book, slice digits, slice dimension);
/* Printed: A4, landscape, one page wide. */
void book_page(lxw_worksheet *sheet);
struct figure_link {
    slice  dimension;
    size_t row; /* of 数据, from 0: where the sentence stands */
    slice  sentence;
};
/* A number, as book_cell writes it, that leads to its sentence and shows it when pointed at. Without the link where a sheet has
 * as many as Excel opens. */
void book_figure(struct book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const struct cell *cell,
                 const struct figure_link *link);
/* Columns that a text takes: a Han character is as wide as two digits. */
size_t width_of(slice text);
/* Up to 32,767 characters, which is what a cell holds, with a NUL behind. */
char *book_text(struct book *book, slice text);
/* Row and column from 0 → "B3". */
void book_place(char out[16], size_t row, size_t column);
/* The nearest double, rounded once; false when the digits are more than the 15 that a cell holds. */
bool book_number(slice digits, double *out);

#endif
