/* Rows become a sheet that opens right: 数值 51000 is a number shown as 51,000, headings are bold and stay in sight, columns
 * can be filtered. Numbers of more than 15 digits are text, since a cell would round them. The book of `run` is workbook.c's.
 */
#include "export/xlsx.h"

#include "extract/base/banned.h"

enum {
    FIXED_DATE = 946684800 /* 2000-01-01: the same input must give the same bytes */,
    MOST_CHARACTERS = 32767,
    MOST_DIGITS = 15
};

static bool fail(const struct book *b, lxw_error reason, struct err *err) {
    return err_set(err, ERR_OUTPUT, b->path, 0, 0, "cannot be written: %s", lxw_strerror(reason));
}

static lxw_format *new_format(struct book *b, const char *number) {
    lxw_format *f = workbook_add_format(b->workbook);
    format_set_font_name(f, "等线");
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (number) format_set_num_format(f, number);
    return f;
}

static void make_formats(struct book *b) {
    static const char zeros[] = "00000000";
    b->text = new_format(b, NULL);
    b->wrapped = new_format(b, NULL);
    format_set_text_wrap(b->wrapped);
    b->heading = new_format(b, NULL);
    format_set_bold(b->heading);
    format_set_bottom(b->heading, LXW_BORDER_THIN);
    format_set_bg_color(b->heading, 0xE8EEF4);
    b->link = new_format(b, NULL);
    format_set_font_color(b->link, 0x0563C1);
    b->title = new_format(b, NULL);
    format_set_bold(b->title);
    format_set_font_size(b->title, 16);
    for (int places = 0; places <= XLSX_PLACES; places++) {
        char plain[16], grouped[24];
        snprintf(plain, sizeof plain, "0%s%.*s", places ? "." : "", places, zeros);
        snprintf(grouped, sizeof grouped, "#,##%s", plain);
        b->number[0][places] = new_format(b, plain);
        b->number[1][places] = new_format(b, grouped);
    }
}

bool book_open(struct book *b, const char *path, struct arena *arena, struct err *err) {
    *b = (struct book){.path = path, .arena = arena};
    if (!output_open(&b->out, path, err)) return false;
    const char *file = output_temporary(b->out);
    if (!file) {
        err_set(err, ERR_OUTPUT, path, 0, 0, "is no place for a workbook; name a file");
    } else {
        lxw_workbook_options how = {.constant_memory = LXW_TRUE};
        b->workbook = workbook_new_opt(file, &how);
        if (!b->workbook) err_set(err, ERR_MEMORY, NULL, 0, 0, "out of memory");
    }
    if (!b->workbook) {
        output_abort(b->out);
        return false;
    }
    lxw_doc_properties about = {.title = "suanpan", .comments = "suanpan", .created = FIXED_DATE};
    workbook_set_properties(b->workbook, &about);
    make_formats(b);
    return true;
}

bool book_close(struct book *b, struct err *err) {
    lxw_error reason = workbook_close(b->workbook);
    b->workbook = NULL;
    bool whole = reason == LXW_NO_ERROR && book_is_whole(output_temporary(b->out), b->rows);
    if (whole) return output_commit(b->out, err);
    output_abort(b->out);
    return fail(b, reason == LXW_NO_ERROR ? LXW_ERROR_CREATING_TMPFILE : reason, err);
}

/* libxlsxwriter frees a workbook only by writing it: to nowhere, here. */
void book_abort(struct book *b) {
    struct err ignored = {0};
    if (b->workbook) {
        lxw_workbook *workbook = b->workbook;
        b->workbook = NULL;
        if (workbook_close(workbook) != LXW_NO_ERROR) err_set(&ignored, ERR_OUTPUT, b->path, 0, 0, "given up");
    }
    output_abort(b->out);
}

/* ---- cells ---- */

char *book_text(struct book *b, slice text) {
    size_t n = 0;
    for (size_t i = 0, units = 0; i < text.len && units < MOST_CHARACTERS - 1; n = i) {
        size_t size = utf8_size((unsigned char)text.ptr[i]);
        units += size == 4 ? 2 : 1;
        i += size;
        if (i > text.len) break;
    }
    char *copy = arena_text(b->arena, n + 1);
    if (n) memcpy(copy, text.ptr, n);
    copy[n] = '\0';
    return copy;
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

static bool has_thousands(slice unit) {
    static const char *const plain[] = {"%", "‰", "百分点", "位", "年", "岁", "倍", "ratio"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (slice_equal(unit, slice_of(plain[i]))) return false;
    return true;
}

static void put_number(struct book *b, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, slice digits, slice unit) {
    double value;
    if (book_number(digits, &value))
        worksheet_write_number(sheet, row, column, value, b->number[has_thousands(unit)][places_of(digits)]);
    else
        worksheet_write_string(sheet, row, column, book_text(b, digits), b->text);
}

void book_cell(struct book *b, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const struct cell *cell, slice unit) {
    switch (cell->type) {
    case CELL_EMPTY: break;
    case CELL_TEXT:
        if (cell->text.len) worksheet_write_string(sheet, row, column, book_text(b, cell->text), b->text);
        break;
    case CELL_DECIMAL: put_number(b, sheet, row, column, cell->text, unit); break;
    case CELL_INTEGER: worksheet_write_number(sheet, row, column, (double)cell->integer, b->number[0][0]); break;
    case CELL_BOOLEAN: worksheet_write_boolean(sheet, row, column, cell->integer != 0, b->text); break;
    }
}

/* ---- sheets ---- */

/* In characters of Latin width; columns not named here fit a few Han. */
static double width_of(slice name) {
    static const struct {
        const char *name;
        double      width;
    } widths[] = {{"sentence", 80}, {"metric", 28},      {"document", 24},   {"section", 24}, {"body", 16},
                  {"raw", 16},      {"value", 14},       {"base_value", 14}, {"aliases", 30}, {"rule", 14},
                  {"series", 12},   {"change_note", 30}, {"gaps", 24},       {"reason", 40}};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (slice_equal(slice_of(widths[i].name), name)) return widths[i].width;
    return 10;
}

lxw_worksheet *book_sheet(struct book *b, const char *name, const struct table_schema *schema, const struct picked *picked,
                          const char *header, struct err *err) {
    lxw_worksheet *sheet = workbook_add_worksheet(b->workbook, name);
    if (!sheet) return err_set(err, ERR_MEMORY, NULL, 0, 0, "out of memory"), NULL;
    for (size_t i = 0; i < picked->count; i++) {
        const struct column *c = &schema->columns[picked->column[i]];
        lxw_col_t            at = (lxw_col_t)i;
        worksheet_set_column(sheet, at, at, width_of(c->name), NULL);
        worksheet_write_string(sheet, 0, at, book_text(b, column_heading(c, header ? header : "zh", b->arena)), b->heading);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    b->rows += picked->count > 0;
    return sheet;
}

/* ---- the writer ---- */

struct xlsx {
    struct book         book;
    struct table_schema schema;
    struct picked       picked;
    const char         *header, *name;
    lxw_worksheet      *sheet;
    lxw_row_t           row;
    int                 sheets, unit; /* unit: its column, -1 when there is none */
    struct arena        scratch;      /* cell texts: libxlsxwriter copies them */
};

static bool next_sheet(struct xlsx *x, struct err *err) {
    if (x->sheet) worksheet_autofilter(x->sheet, 0, 0, x->row - 1, (lxw_col_t)(x->picked.count ? x->picked.count - 1 : 0));
    const char *name = x->sheets ? arena_format(x->book.arena, "%s %d", x->name, x->sheets + 1).ptr : x->name;
    x->sheets++;
    x->sheet = book_sheet(&x->book, name, &x->schema, &x->picked, x->header, err);
    x->row = 1;
    return x->sheet != NULL;
}

static const char *sheet_name(const char *table) {
    if (strcmp(table, "claims") == 0) return "数据";
    if (strncmp(table, "comparison", 10) == 0) return "对比";
    if (strcmp(table, "audit") == 0) return "核对";
    return strlen(table) <= 28 ? table : "数据";
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
    x->unit = column_find(schema, SLICE_LIT("unit"));
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
    slice        unit = x->unit < 0 ? SLICE_NONE : cells[x->unit].text;
    if (x->row > XLSX_LAST_ROW && !next_sheet(x, err)) return false;
    bool any = false;
    for (size_t i = 0; i < x->picked.count; i++) {
        const struct cell *cell = &cells[x->picked.column[i]];
        book_cell(&x->book, x->sheet, x->row, (lxw_col_t)i, cell, unit);
        any |= cell->type != CELL_EMPTY && (cell->type != CELL_TEXT || cell->text.len);
    }
    x->row++;
    x->book.rows += any;
    arena_reset(&x->scratch);
    return true;
}

static bool xlsx_close(void *state, struct err *err) {
    struct xlsx *x = state;
    worksheet_autofilter(x->sheet, 0, 0, x->row - 1, (lxw_col_t)(x->picked.count ? x->picked.count - 1 : 0));
    bool done = book_close(&x->book, err);
    arena_free(&x->scratch);
    return done;
}

const struct writer xlsx_writer = {
    "xlsx", ".xlsx", "a workbook for Excel, WPS and LibreOffice", true, xlsx_open, xlsx_row, xlsx_close, xlsx_abort,
    NULL,   NULL};
