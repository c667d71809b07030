/* Rows become a sheet that opens right: 数值 51000 is a number shown as 51,000, headings are bold and stay in sight, columns
 * can be filtered. Numbers of more than 15 digits are text, since a cell would round them. The book of `run` is workbook.c's.
 */
#include "export/table/xlsx.h"

#include <errno.h>

#include "extract/messages.h"
#include "extract/read/libraries.h"

#include "extract/base/banned.h"

enum {
    FIXED_DATE = 946684800 /* 2000-01-01: the same input must give the same bytes */,
    MOST_CHARACTERS = 32767,
    MOST_TIP = 250,     /* of 255 */
    MOST_LINKS = 60000, /* Excel opens 65,530 a sheet */
    MOST_DIGITS = 15,
    WIDEST = 80, /* a sentence */
    WIDEST_OTHER = 36,
    PAPER_A4 = 9,
    PAGE_COLUMNS = 240 /* across a page of A4 that can still be read */
};

struct lxw           lxw;
const struct library xlsx_library = LIBRARY(LIBXLSXWRITER_FILE, lxw, LXW_CALLS);

/* What the system said tells more than the library: the disk is full. */
static bool fail(const struct book *b, lxw_error reason, struct err *err) {
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
        return err_file(err, ERR_OUTPUT, b->path, "cannot be written: %s", err_reason(ERR_OUTPUT));
    if (reason == LXW_ERROR_CREATING_TMPFILE)
        return err_file(err, ERR_OUTPUT, b->path, "cannot be written: %s",
                        say("no room for temporary files; set TMPDIR to a folder that has"));
    return err_file(err, ERR_OUTPUT, b->path, "cannot be written: %s", lxw.lxw_strerror(reason));
}

static lxw_format *new_format(struct book *b, const char *number) {
    lxw_format *f = lxw.workbook_add_format(b->workbook);
    lxw.format_set_font_name(f, chinese("Calibri"));
    lxw.format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (number) lxw.format_set_num_format(f, number);
    return f;
}

static lxw_format *heading_format(struct book *b, uint8_t align, uint8_t indent) {
    lxw_format *f = new_format(b, NULL);
    lxw.format_set_bold(f);
    lxw.format_set_align(f, align);
    lxw.format_set_indent(f, indent);
    lxw.format_set_bottom(f, LXW_BORDER_THIN);
    lxw.format_set_bg_color(f, 0xE8EEF4);
    return f;
}

static void make_formats(struct book *b) {
    static const char zeros[] = "00000000";
    b->text = new_format(b, NULL);
    lxw.format_set_indent(b->text, 1); /* clear of the number to the left */
    b->wrapped = new_format(b, NULL);
    lxw.format_set_text_wrap(b->wrapped);
    b->heading = heading_format(b, LXW_ALIGN_LEFT, 1);
    b->number_heading = heading_format(b, LXW_ALIGN_RIGHT, 2); /* clear of the filter's button */
    b->title = new_format(b, NULL);
    lxw.format_set_bold(b->title);
    lxw.format_set_font_size(b->title, 16);
    for (int places = 0; places <= XLSX_PLACES; places++) {
        char plain[16], grouped[24];
        snprintf(plain, sizeof plain, "0%s%.*s", places ? "." : "", places, zeros);
        snprintf(grouped, sizeof grouped, "#,##%s", plain);
        for (int f = 0; f < NUMBER_FORMATS; f++) {
            b->number[f][places] = new_format(b, f == NUMBER_PLAIN || f == NUMBER_LINK ? plain : grouped);
            if (f >= NUMBER_LINK) lxw.format_set_font_color(b->number[f][places], 0x0563C1);
        }
    }
}

bool book_open(struct book *b, const char *path, struct arena *arena, struct err *err) {
    *b = (struct book){.path = path, .arena = arena, .codes = codes_load(arena)};
    if (!library_load(&xlsx_library, ERR_OUTPUT, path, err) || !library_load(&zip_library, ERR_OUTPUT, path, err) ||
        !output_open(&b->out, path, err))
        return false;
    const char *file = output_temporary(b->out);
    if (!file) {
        err_file(err, ERR_OUTPUT, path, "is no place for a workbook; name a file");
    } else {
        lxw_workbook_options how = {.constant_memory = LXW_TRUE};
        b->workbook = lxw.workbook_new_opt(file, &how);
        if (!b->workbook) err_memory(err);
    }
    if (!b->workbook) {
        output_abort(b->out);
        return false;
    }
    lxw_doc_properties about = {.title = "suanpan", .comments = "suanpan", .created = FIXED_DATE};
    lxw.workbook_set_properties(b->workbook, &about);
    make_formats(b);
    return true;
}

bool book_close(struct book *b, struct err *err) {
    errno = 0;
    lxw_error reason = lxw.workbook_close(b->workbook);
    int       cause = errno;
    b->workbook = NULL;
    bool whole = reason == LXW_NO_ERROR && book_is_whole(output_temporary(b->out), b->rows);
    if (whole) return output_commit(b->out, err);
    output_abort(b->out);
    errno = cause;
    return fail(b, reason == LXW_NO_ERROR ? LXW_ERROR_CREATING_TMPFILE : reason, err);
}

/* libxlsxwriter frees a workbook only by writing it: to nowhere, here. */
void book_abort(struct book *b) {
    struct err ignored = {0};
    if (b->workbook) {
        lxw_workbook *workbook = b->workbook;
        b->workbook = NULL;
        if (lxw.workbook_close(workbook) != LXW_NO_ERROR) err_file(&ignored, ERR_OUTPUT, b->path, "given up");
    }
    output_abort(b->out);
}

/* ---- cells ---- */

/* U+FFFE and U+FFFF, which a PDF may yield, are no characters of XML: Excel would open nothing. */
static void replace_noncharacters(char *text) {
    for (char *at = text; (at = strstr(at, "\xEF\xBF")) != NULL; at += 3)
        if ((unsigned char)at[2] > 0xBD) at[2] = (char)0xBD;
}

static char *text_to(struct book *b, slice text, size_t most) {
    size_t n = 0;
    for (size_t i = 0, units = 0; i < text.len && units < most - 1; n = i) {
        size_t size = utf8_size((unsigned char)text.ptr[i]);
        units += size == 4 ? 2 : 1;
        i += size;
        if (i > text.len) break;
    }
    char *copy = arena_text(b->arena, n + 1);
    if (n) memcpy(copy, text.ptr, n);
    copy[n] = '\0';
    replace_noncharacters(copy);
    return copy;
}

char *book_text(struct book *b, slice text) { return text_to(b, text, MOST_CHARACTERS); }

void book_place(char out[16], size_t row, size_t column) {
    char   letters[4];
    size_t n = 0;
    for (size_t c = column + 1; c > 0 && n < sizeof letters; c = (c - 1) / 26) letters[n++] = (char)('A' + (c - 1) % 26);
    for (size_t i = 0; i < n; i++) out[i] = letters[n - 1 - i];
    snprintf(out + n, 16 - n, "%u", (unsigned)row + 1);
}

bool book_number(slice digits, double *out) {
    bool     negative = digits.len && digits.ptr[0] == '-', point = false;
    uint64_t value = 0;
    double   divisor = 1;
    int      count = 0;
    for (size_t i = negative; i < digits.len; i++) {
        if (digits.ptr[i] == '.') {
            point = true;
            continue;
        }
        value = value * 10 + (unsigned)(digits.ptr[i] - '0');
        count += value > 0;
        if (count > MOST_DIGITS || (point && divisor >= 1e22)) return false;
        if (point) divisor *= 10; /* exact up to 10^22 */
    }
    *out = (double)value / divisor; /* both exact: rounded once */
    if (negative) *out = -*out;
    return true;
}

static int places_of(slice digits) {
    const char *point = digits.len ? memchr(digits.ptr, '.', digits.len) : NULL;
    size_t      places = point ? (size_t)(digits.ptr + digits.len - point) - 1 : 0;
    return places > XLSX_PLACES ? XLSX_PLACES : (int)places;
}

bool has_thousands(slice dimension) {
    static const char *const plain[] = {"ratio", "point", "multiple", "rank", "age"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (slice_is(dimension, plain[i])) return false;
    return true;
}

lxw_format *book_number_format(struct book *b, slice digits, slice dimension) {
    return b->number[has_thousands(dimension) ? NUMBER_GROUPED : NUMBER_PLAIN][places_of(digits)];
}

/* A Han character is as wide as two digits. */
static void widen(struct book *b, lxw_col_t column, size_t columns) {
    size_t width = columns > b->widest[column] ? b->widest[column] : columns;
    if (b->widths[column] < width) b->widths[column] = (uint8_t)width;
}

size_t width_of(slice text) {
    size_t width = 0;
    for (size_t i = 0; i < text.len; i = utf8_next(text, i)) width += (unsigned char)text.ptr[i] < 0x80 ? 1 : 2;
    return width;
}

void book_room(struct book *b, lxw_col_t column, slice digits, size_t before) {
    widen(b, column, digits.len + digits.len / 3 + before); /* 19,850,000,000 */
}

static void put_number(struct book *b, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, slice digits,
                       lxw_format *format) {
    double value;
    book_room(b, column, digits, 0);
    if (book_number(digits, &value))
        lxw.worksheet_write_number(sheet, row, column, value, format);
    else
        lxw.worksheet_write_string(sheet, row, column, book_text(b, digits), b->text);
}

static void put_text(struct book *b, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, slice text) {
    if (b->is_coded[column]) text = code_word(b->codes, b->column[column], text, "zh", b->arena);
    widen(b, column, width_of(text) + 1);
    if (text.len) lxw.worksheet_write_string(sheet, row, column, book_text(b, text), b->text);
}

void book_cell(struct book *b, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const struct cell *cell,
               slice dimension) {
    switch (cell->type) {
    case CELL_EMPTY: break;
    case CELL_TEXT: put_text(b, sheet, row, column, cell->text); break;
    case CELL_DECIMAL: put_number(b, sheet, row, column, cell->text, book_number_format(b, cell->text, dimension)); break;
    case CELL_INTEGER: lxw.worksheet_write_number(sheet, row, column, (double)cell->integer, b->number[NUMBER_PLAIN][0]); break;
    case CELL_BOOLEAN: lxw.worksheet_write_boolean(sheet, row, column, cell->integer != 0, b->text); break;
    }
}

void book_figure(struct book *b, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const struct cell *cell,
                 const struct figure_link *link) {
    if (cell->type != CELL_DECIMAL || b->links >= MOST_LINKS) {
        book_cell(b, sheet, row, column, cell, link->dimension);
        return;
    }
    int         at = column_find(&claim_schema, SLICE_LIT("sentence"));
    const char *target = arena_format(b->arena, "internal:'%s'!%c%zu", SHEET_DATA, 'A' + at, link->row + 1).ptr;
    b->links++;
    lxw.worksheet_write_url_opt(sheet, row, column, target, NULL, NULL, text_to(b, link->sentence, MOST_TIP));
    put_number(b, sheet, row, column, cell->text,
               b->number[has_thousands(link->dimension) ? NUMBER_LINK_GROUPED : NUMBER_LINK][places_of(cell->text)]);
}

/* ---- sheets ---- */

void book_page(lxw_worksheet *sheet) {
    lxw.worksheet_set_landscape(sheet);
    lxw.worksheet_set_paper(sheet, PAPER_A4);
    lxw.worksheet_fit_to_pages(sheet, 1, 0);
    lxw.worksheet_set_footer(sheet, "&C&A  &P / &N");
}

lxw_worksheet *book_sheet(struct book *b, const char *name, const struct table_schema *schema, const struct picked *picked,
                          const char *header, struct err *err) {
    lxw_worksheet *sheet = lxw.workbook_add_worksheet(b->workbook, name);
    if (!sheet) return err_memory(err), NULL;
    memset(b->widths, 0, sizeof b->widths);
    if (!header) header = "zh";
    for (size_t i = 0; i < picked->count; i++) {
        const struct column *c = &schema->columns[picked->column[i]];
        lxw_col_t            at = (lxw_col_t)i;
        slice                heading = column_heading(c, header, b->arena);
        bool                 sentence = slice_has(c->name, SLICE_LIT("sentence"));
        b->column[at] = c->name;
        b->is_coded[at] = strcmp(header, "zh") == 0 && codes_has(b->codes, c->name);
        b->widest[at] = sentence ? WIDEST : WIDEST_OTHER;
        widen(b, at, width_of(heading) + 4); /* and the filter's button */
        bool number = c->type == CELL_DECIMAL || c->type == CELL_INTEGER;
        lxw.worksheet_write_string(sheet, 0, at, book_text(b, heading), number ? b->number_heading : b->heading);
    }
    lxw.worksheet_freeze_panes(sheet, 1, 0);
    book_page(sheet);
    lxw.worksheet_repeat_rows(sheet, 0, 0);
    b->rows += picked->count > 0;
    b->links = 0;
    return sheet;
}

void book_print(const struct book *b, lxw_worksheet *sheet, size_t from, size_t columns) {
    size_t width = 0, metric = columns;
    for (size_t i = from; i < columns; i++) {
        width += b->widths[i];
        if (slice_is(b->column[i], "metric")) metric = i;
    }
    lxw.worksheet_fit_to_pages(sheet, (uint16_t)(width / PAGE_COLUMNS + 1), 0);
    size_t last = metric + 1 < columns && slice_is(b->column[metric + 1], "unit") ? metric + 1 : metric;
    if (width >= PAGE_COLUMNS && metric < columns) lxw.worksheet_repeat_columns(sheet, (lxw_col_t)metric, (lxw_col_t)last);
}

void book_fit(struct book *b, lxw_worksheet *sheet, size_t columns, size_t rows) {
    for (size_t i = 0; i < columns; i++) lxw.worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, b->widths[i] + 1.5, NULL);
    if (columns) lxw.worksheet_autofilter(sheet, 0, 0, (lxw_row_t)rows, (lxw_col_t)(columns - 1));
    book_print(b, sheet, 0, columns);
}

/* ---- the writer ---- */

struct xlsx {
    struct book         book;
    struct table_schema schema;
    struct picked       picked;
    const char         *header, *name;
    lxw_worksheet      *sheet;
    lxw_row_t           row;
    int                 sheets, dimension; /* dimension: its column, -1 when there is none */
    struct arena        scratch;           /* cell texts: libxlsxwriter copies them */
};

static bool next_sheet(struct xlsx *x, struct err *err) {
    if (x->sheet) book_fit(&x->book, x->sheet, x->picked.count, x->row - 1);
    const char *name = x->sheets ? arena_format(x->book.arena, "%s %d", x->name, x->sheets + 1).ptr : x->name;
    x->sheets++;
    x->sheet = book_sheet(&x->book, name, &x->schema, &x->picked, x->header, err);
    x->row = 1;
    return x->sheet != NULL;
}

static const char *sheet_name(const char *table) {
    if (strcmp(table, "claims") == 0) return SHEET_DATA;
    if (strncmp(table, "comparison", 10) == 0) return SHEET_COMPARISON;
    if (strcmp(table, "contradictions") == 0) return SHEET_AUDIT;
    return strlen(table) <= 28 ? table : SHEET_DATA;
}

static void xlsx_abort(void *state) {
    struct xlsx *x = state;
    book_abort(&x->book);
    arena_free(&x->scratch);
}

static bool xlsx_open(void **state, const char *path, const struct table_schema *schema, const struct write_options *options,
                      struct arena *arena, struct err *err) {
    struct xlsx *x = arena_new(arena, sizeof *x);
    *x = (struct xlsx){.schema = *schema, .header = options->header, .name = sheet_name(schema->name)};
    if (!columns_pick(&x->picked, schema, options->columns, arena, err) || !book_open(&x->book, path, arena, err)) return false;
    x->dimension = column_find(schema, SLICE_LIT("dimension"));
    arena_init(&x->scratch);
    *state = x;
    if (next_sheet(x, err)) {
        x->book.arena = &x->scratch;
        return true;
    }
    xlsx_abort(x);
    return false;
}

static bool xlsx_row(void *state, const struct cell *cells, struct err *err) {
    struct xlsx *x = state;
    slice        dimension = x->dimension < 0 ? SLICE_NONE : cells[x->dimension].text;
    if (x->row > XLSX_LAST_ROW && !next_sheet(x, err)) return false;
    bool any = false;
    for (size_t i = 0; i < x->picked.count; i++) {
        const struct cell *cell = &cells[x->picked.column[i]];
        book_cell(&x->book, x->sheet, x->row, (lxw_col_t)i, cell, dimension);
        any |= cell->type != CELL_EMPTY && (cell->type != CELL_TEXT || cell->text.len);
    }
    x->row++;
    x->book.rows += any;
    arena_reset(&x->scratch);
    return true;
}

static bool xlsx_close(void *state, struct err *err) {
    struct xlsx *x = state;
    book_fit(&x->book, x->sheet, x->picked.count, x->row - 1);
    bool done = book_close(&x->book, err);
    arena_free(&x->scratch);
    return done;
}

const struct writer xlsx_writer = {"xlsx", ".xlsx", true, xlsx_open, xlsx_row, xlsx_close, xlsx_abort, NULL, NULL, NULL};
