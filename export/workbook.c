/* The book of `run`: 说明 says what it is, 数据 holds the claims, 对比 the series with formulas (增减 = 2020年 − 2019年) and
 * links to the claim behind each figure, 核对 what contradicts. 图表 is workbook_charts.c's, drawing by gnuplot is plots/. */
#include "export/audit/audit.h"
#include "export/table/column_texts.h"
#include "export/series/change.h"
#include "export/series/table.h"
#include "export/workbook_layout.h"
#include "extract/messages.h"

#include "extract/base/banned.h"

size_t wide_column(const struct layout *l, const char *name) {
    int column = column_find(&l->wide.schema, slice_of(name));
    return column < 0 ? SIZE_MAX : (size_t)column;
}

/* ---- 对比 in the words of a reader: 19850000000 元 is 198.5 亿元 ---- */

static double largest_of(const struct layout *l, const struct cell *row) {
    double largest = 0, value;
    for (size_t c = l->first_year; c < l->first_year + l->years; c++)
        if (row[c].type == CELL_DECIMAL && book_number(row[c].text, &value))
            largest = value > largest ? value : -value > largest ? -value : largest;
    return largest;
}

/* 12 for 万亿, 8 for 亿, 4 for 万 or 0, as the largest figure asks: 21618 元 are no 2.1618 万元. */
static int shift_of(double largest, slice dimension) {
    static const struct {
        double least;
        int    shift;
    } steps[] = {{1e12, 12}, {1e8, 8}, {1e5, 4}};
    for (size_t i = 0; has_thousands(dimension) && i < sizeof steps / sizeof *steps; i++)
        if (largest >= steps[i].least) return steps[i].shift;
    return 0;
}

/* A target under its result. */
static bool is_beside(const struct series *s, const struct series *next) {
    return s->kind == next->kind && slice_equal(s->figure, next->figure) && slice_equal(s->unit, next->unit) &&
           slice_equal(s->span, next->span);
}

static void scale_cell(struct layout *l, struct cell *cell, int shift) {
    if (cell->type == CELL_DECIMAL) cell->text = decimal_text(decimal_shift(decimal_read(cell->text), -shift), l->book.arena);
}

static void scale_unit(struct layout *l, struct cell *cell, int shift) {
    const char *word = chinese(shift == 12 ? "trillion" : shift == 8 ? "hundred million" : "ten thousand");
    slice       unit = cell->type == CELL_TEXT ? cell->text : SLICE_NONE;
    *cell = (struct cell){.type = CELL_TEXT, .text = arena_format(l->book.arena, "%s%.*s", word, SLICE_ARG(unit))};
}

/* The figures of a row and what is reckoned from them, in 万, 亿 or 万亿 of its unit. */
static void scale_row(struct layout *l, struct cell *row, int shift) {
    static const char *const reckoned[] = {"change", "change_low", "change_high", "target"};
    struct cell             *change_unit = &row[wide_column(l, "change_unit")];
    if (!shift) return;
    for (size_t c = l->first_year; c < l->first_year + l->years; c++) scale_cell(l, &row[c], shift);
    for (size_t i = 0; i < sizeof reckoned / sizeof *reckoned; i++) scale_cell(l, &row[wide_column(l, reckoned[i])], shift);
    scale_unit(l, &row[wide_column(l, "unit")], shift);
    if (change_unit->type == CELL_TEXT) scale_unit(l, change_unit, shift);
}

/* 97000 吨 above a target of 15万吨 is above 150000 吨: what stands one beside the other has one unit, the least, where that
 * gives no figure more than six digits; else each has its own. */
static void scale_rows(struct layout *l) {
    const struct series *series = l->parts->comparison->series;
    for (size_t first = 0, end; first < l->wide.row_count; first = end) {
        double largest = 0;
        int    least = 12;
        for (end = first; end < l->wide.row_count && is_beside(&series[first], &series[end]); end++) {
            double row = largest_of(l, l->wide.rows[end]);
            int    shift = shift_of(row, series[first].dimension);
            if (row > largest) largest = row;
            if (row > 0 && shift < least) least = shift;
        }
        if (largest == 0) continue; /* ranges */
        bool one = largest < decimal_double(decimal_shift(decimal_int(1), least + 6));
        for (size_t i = first; i < end; i++)
            scale_row(l, l->wide.rows[i], one ? least : shift_of(largest_of(l, l->wide.rows[i]), series[first].dimension));
    }
}

/* ---- 数据 ---- */

/* The first of 数值, 下限 and 上限 that is there leads to the sentence at the end of the row. */
static void put_claim(struct layout *l, lxw_row_t row, const struct claim *claim) {
    struct cell cells[CLAIM_COLUMN_COUNT];
    char        digits[4][DECIMAL_TEXT];
    bool        led = false;

    const struct figure_link link = {claim->dimension, row, claim->sentence};
    claim_cells(claim, cells, digits);
    for (size_t k = 0; k < CLAIM_COLUMN_COUNT; k++) {
        bool leads = !led && cells[k].type == CELL_DECIMAL;
        led |= leads;
        if (leads)
            book_figure(&l->book, l->data, row, (lxw_col_t)k, &cells[k], &link);
        else
            book_cell(&l->book, l->data, row, (lxw_col_t)k, &cells[k], claim->dimension);
    }
}

static size_t data_rows(const struct layout *l) {
    return l->parts->comparison->claim_count < XLSX_LAST_ROW ? l->parts->comparison->claim_count : XLSX_LAST_ROW;
}

static bool put_data(struct layout *l, struct err *err) {
    struct picked all;
    struct arena  scratch, *kept = l->book.arena;
    size_t        rows = data_rows(l);
    if (!columns_pick(&all, &claim_schema, NULL, kept, err) ||
        !(l->data = book_sheet(&l->book, SHEET_DATA, &claim_schema, &all, "zh", err)))
        return false;
    arena_init(&scratch);
    l->book.arena = &scratch;
    for (size_t i = 0; i < rows; i++) {
        put_claim(l, (lxw_row_t)i + 1, &l->parts->comparison->claims[i]);
        arena_reset(&scratch);
    }
    l->book.arena = kept;
    l->book.rows += rows;
    arena_free(&scratch);
    book_fit(&l->book, l->data, CLAIM_COLUMN_COUNT, rows);
    return true;
}

/* ---- 对比 ---- */

/* Year columns stand together, between `body` and `change`. */
static void find_years(struct layout *l) {
    size_t from = wide_column(l, "body"), to = wide_column(l, "change");
    l->first_year = from + 1;
    l->years = from == SIZE_MAX || to == SIZE_MAX || to <= from ? 0 : to - from - 1;
}

/* A figure that leads to its sentence in 数据. */
static void put_figure(struct layout *l, const struct series *s, lxw_row_t row, size_t column, const struct cell *cell) {
    const struct point *point = series_point(s, slice_int(l->wide.schema.columns[column].name));
    size_t              index = point ? (size_t)(point->claim - l->parts->comparison->claims) : SIZE_MAX;
    if (index < data_rows(l))
        book_figure(&l->book, l->compared, row, (lxw_col_t)column, cell,
                    &(struct figure_link){s->dimension, index + 1, point->claim->sentence});
    else
        book_cell(&l->book, l->compared, row, (lxw_col_t)column, cell, s->dimension);
}

/* The two columns that 增减 compares: the last two with a figure. False when there are not two. */
static bool compared_columns(const struct layout *l, const struct cell *row, size_t *from, size_t *to) {
    size_t found = 0;
    for (size_t c = l->first_year + l->years; c-- > l->first_year && found < 2;)
        if (row[c].type == CELL_DECIMAL) {
            *(found == 0 ? to : from) = c;
            found++;
        }
    return found == 2;
}

static bool same_change(const struct cell *row, size_t from, size_t to, const struct cell *change) {
    decimal difference = decimal_sub(decimal_read(row[to].text), decimal_read(row[from].text)),
            told = decimal_read(change->text);
    return difference.present && told.present && decimal_compare(difference, told) == 0;
}

enum { ARROW = 3 }; /* "▲ " before a change: columns of the sheet */

/* 增减 and 增减% as formulas, where the figures of the row give just what the table says; else the figure itself. */
static void put_change(struct layout *l, lxw_row_t at, const struct cell *row, slice dimension, bool percent, size_t column) {
    const struct cell *cell = &row[column], *change = &row[wide_column(l, "change")];
    size_t             from = 0, to = 0;
    double             value;
    if (cell->type != CELL_DECIMAL) return;
    book_room(&l->book, (lxw_col_t)column, cell->text, ARROW);
    if (!compared_columns(l, row, &from, &to) || !same_change(row, from, to, change) || !book_number(cell->text, &value)) {
        book_cell(&l->book, l->compared, at, (lxw_col_t)column, cell, dimension);
        return;
    }
    char a[16], b[16];
    book_place(a, at, from);
    book_place(b, at, to);
    const char *formula = percent ? arena_format(l->book.arena, "=ROUND((%s-%s)/ABS(%s)*100,2)", b, a, a).ptr
                                  : arena_format(l->book.arena, "=ROUND(%s-%s,%d)", b, a, XLSX_PLACES).ptr;
    lxw_format *format = book_number_format(&l->book, cell->text, percent ? SLICE_LIT("ratio") : dimension);
    lxw.worksheet_write_formula_num(l->compared, at, (lxw_col_t)column, formula, format,
                                    value); /* value: seen before any reckoning */
}

/* ▲ before what rose, ▼ before what fell; by sign and colour, so that no one needs to tell red from green. A whole number
 * and one with places have formats of their own: #,##0.## would show 2 as "2.". */
static void put_arrows(struct layout *l, size_t column) {
    static const struct {
        const char *rule, *number;
        uint32_t    color;
    } looks[] = {{"=AND(%s>0,%s=INT(%s))", "\"▲ \"#,##0", 0xB04300},
                 {"=%s>0", "\"▲ \"#,##0.0#", 0xB04300},
                 {"=AND(%s<0,%s=INT(%s))", "0;\"▼ \"#,##0", 0x0072B2},
                 {"=%s<0", "0;\"▼ \"#,##0.0#", 0x0072B2}};
    char first[16], formula[64];
    if (column == SIZE_MAX || l->wide.row_count == 0) return;
    book_place(first, 1, column);
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        lxw_format *format = lxw.workbook_add_format(l->book.workbook);
        snprintf(formula, sizeof formula, looks[i].rule, first, first, first);
        lxw.format_set_num_format(format, looks[i].number);
        lxw.format_set_font_color(format, looks[i].color);
        lxw_conditional_format rule = {
            .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = formula, .format = format, .stop_if_true = LXW_TRUE};
        lxw.worksheet_conditional_format_range(l->compared, 1, (lxw_col_t)column, (lxw_row_t)l->wide.row_count,
                                               (lxw_col_t)column, &rule);
    }
}

static void put_series(struct layout *l, size_t index, lxw_row_t at) {
    const struct series *series = &l->parts->comparison->series[index];
    const struct cell   *row = l->wide.rows[index];
    size_t               change = wide_column(l, "change"), percent = wide_column(l, "change_pct");
    for (size_t c = 0; c < l->wide.schema.count; c++) {
        if (c >= l->first_year && c < l->first_year + l->years)
            put_figure(l, series, at, c, &row[c]);
        else if (c == change || c == percent)
            put_change(l, at, row, series->dimension, c == percent, c);
        else
            book_cell(&l->book, l->compared, at, (lxw_col_t)c, &row[c], SLICE_NONE);
    }
}

static bool put_comparison(struct layout *l, struct err *err) {
    static lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    struct picked              all;
    if (!columns_pick(&all, &l->wide.schema, NULL, l->book.arena, err) ||
        !(l->compared = book_sheet(&l->book, SHEET_COMPARISON, &l->wide.schema, &all, "zh", err)))
        return false;
    for (size_t i = 0; i < l->wide.row_count && i < XLSX_LAST_ROW; i++) {
        put_series(l, i, (lxw_row_t)i + 1);
        l->book.rows++;
    }
    put_arrows(l, wide_column(l, "change"));
    put_arrows(l, wide_column(l, "change_pct"));
    book_fit(&l->book, l->compared, l->wide.schema.count, l->wide.row_count);
    lxw.worksheet_set_column_opt(l->compared, 0, 0, 12, NULL, &hidden); /* series: for programs */
    lxw.worksheet_freeze_panes(l->compared, 1, 2);
    lxw_row_t last = (lxw_row_t)(l->wide.row_count < XLSX_LAST_ROW ? l->wide.row_count : XLSX_LAST_ROW);
    size_t    spans = wide_column(l, "span"); /* what comes behind it is not printed */
    lxw.worksheet_print_area(l->compared, 0, 0, last, (lxw_col_t)spans);
    book_print(&l->book, l->compared, 1, spans + 1);
    return true;
}

/* ---- 核对 ---- */

/* What contradicts, with both sentences side by side; where they stand comes behind. */
static bool put_audit(struct layout *l, struct err *err) {
    static const char columns[] =
        "check,severity,body,metric,unit,year,value,other_value,difference,note,sentence,other_sentence,"
        "document,line,other_document,other_line";
    const struct table *audit = &l->findings;
    struct picked       picked;
    if (audit->row_count == 0) return true;
    if (!columns_pick(&picked, &audit->schema, columns, l->book.arena, err) ||
        !(l->audited = book_sheet(&l->book, SHEET_AUDIT, &audit->schema, &picked, "zh", err)))
        return false;
    for (size_t i = 0; i < audit->row_count && i < XLSX_LAST_ROW; i++) {
        for (size_t k = 0; k < picked.count; k++)
            book_cell(&l->book, l->audited, (lxw_row_t)i + 1, (lxw_col_t)k, &audit->rows[i][picked.column[k]], SLICE_NONE);
        l->book.rows++;
    }
    book_fit(&l->book, l->audited, picked.count, audit->row_count);
    return true;
}

/* ---- 说明 ---- */

enum { TEXT_COLUMNS = 90, LINE_POINTS = 15 };

/* `name` is worded here, so that the sheet reads as a list of English keys. A text of several lines is given them: only Excel
 * finds that out by itself. */
static lxw_row_t put_line(struct layout *l, lxw_row_t row, const char *name, slice text) {
    size_t lines = width_of(text) / (TEXT_COLUMNS - 5) + 1; /* a line ends before the character that it has no room for */
    if (lines > 1) lxw.worksheet_set_row(l->about, row, (double)(lines * LINE_POINTS), NULL);
    lxw.worksheet_write_string(l->about, row, 0, chinese(name), l->book.text);
    lxw.worksheet_write_string(l->about, row, 1, book_text(&l->book, text), l->book.wrapped);
    l->book.rows++;
    return row + 1;
}

static size_t count_documents(const struct layout *l) {
    size_t n = 0;
    for (size_t i = 0; i < l->parts->comparison->claim_count; i++)
        n += i == 0 || !slice_equal(l->parts->comparison->claims[i].document, l->parts->comparison->claims[i - 1].document);
    return n;
}

static slice years_covered(struct layout *l) {
    int first = 0, last = 0;
    for (size_t i = 0; i < l->parts->comparison->claim_count; i++) {
        int year = l->parts->comparison->claims[i].year;
        if (year && (!first || year < first)) first = year;
        if (year > last) last = year;
    }
    if (!last) return SLICE_LIT("—");
    return first == last ? arena_format(l->book.arena, "%d", last) : arena_format(l->book.arena, "%d—%d", first, last);
}

static lxw_row_t put_columns(struct layout *l, lxw_row_t row) {
    lxw.worksheet_write_string(l->about, row, 0, chinese("Column"), l->book.heading);
    lxw.worksheet_write_string(l->about, row++, 1, chinese("Name and meaning of the columns of the sheet Data"),
                               l->book.heading);
    l->book.rows++;
    for (size_t i = 0; i < claim_schema.count; i++) {
        const struct column *c = &claim_schema.columns[i];
        slice                about = column_about(l->parts->texts, c->name, l->book.arena);
        row = put_line(l, row, c->zh.ptr,
                       arena_format(l->book.arena, "%.*s: %.*s", SLICE_ARG(c->name), SLICE_ARG(about.len ? about : c->what)));
    }
    return row;
}

/* No date of making: the same input gives the same bytes. */
static void put_about(struct layout *l) {
    struct arena *arena = l->book.arena;
    size_t        series = l->parts->comparison->count, findings = l->findings.row_count;
    lxw_row_t     row = 0;
    lxw.worksheet_set_column(l->about, 0, 0, 14, NULL);
    lxw.worksheet_set_column(l->about, 1, 1, TEXT_COLUMNS, NULL);
    book_page(l->about);
    lxw.worksheet_write_string(l->about, row, 0, chinese("Quantitative claims of work reports"), l->book.title);
    l->book.rows++;
    row = put_line(l, row + 2, "Made by", arena_format(arena, "suanpan %s", l->parts->version));
    row = put_line(l, row, "Years", years_covered(l));
    row = put_line(l, row, "Reports", arena_format(arena, "%zu", count_documents(l)));
    row = put_line(l, row, "Data",
                   arena_format(arena, chinese("%zu claims, one a row; a blue number leads to its sentence"),
                                l->parts->comparison->claim_count));
    if (data_rows(l) < l->parts->comparison->claim_count)
        row = put_line(l, row, "",
                       arena_format(arena, chinese("a sheet ends after %zu of them; claims.csv has all"), data_rows(l)));
    row = put_line(l, row, "Comparison",
                   arena_format(arena,
                                chinese("%zu series, one column a year; changes are formulas, a figure leads to its sentence"),
                                series));
    row = put_line(l, row, "Charts", slice_of(chinese("the main series by year; a year that is not stated leaves a gap")));
    if (findings)
        row = put_line(l, row, "Audit",
                       arena_format(arena, chinese("%zu contradictions, both sentences side by side"), findings));
    row = put_line(l, row, "Empty cells", slice_of(chinese("not stated in the report, which is not zero")));
    row = put_line(
        l, row, "Numbers",
        slice_of(chinese(
            "ten thousands and hundred millions are multiplied out on Data, on Comparison the unit has them; a percentage is a number, its "
            "unit a percent sign; the qualifier says about, "
            "nearly, over, under")));
    put_columns(l, row + 1);
}

bool workbook_write(const char *path, const struct workbook_parts *parts, struct arena *arena, struct err *err) {
    struct layout              l = {.parts = parts};
    const struct column_texts *texts = parts->texts ? column_texts_chinese(parts->texts, arena) : NULL;
    comparison_wide(&l.wide, parts->comparison, texts, arena);
    if (parts->audit) audit_table(&l.findings, parts->audit, texts, arena);
    find_years(&l);
    l.book.arena = arena;
    scale_rows(&l);
    if (!book_open(&l.book, path, arena, err)) return false;
    l.about = lxw.workbook_add_worksheet(l.book.workbook, SHEET_ABOUT);
    if (l.about && put_data(&l, err) && put_comparison(&l, err) && put_charts(&l, err) && put_audit(&l, err)) {
        put_about(&l);
        return book_close(&l.book, err);
    }
    book_abort(&l.book);
    return false;
}
