/* Series become Excel's own charts: 地区生产总值 of three years → a line 198.5 – 235.2 – 253.7, titled 地区生产总值（亿元）.
 * What is drawn stands beside the charts, as formulas on 对比, so that a figure put right there is put right here. */
#include "export/workbook.h"
#include "extract/messages.h"

#include "extract/base/banned.h"

enum { MOST_CHARTS = 24, CHART_ROWS = 18, CHART_COLUMNS = 9, FIGURES_AT = 2 * CHART_COLUMNS + 2 };

/* A chart and its row of figures. */
struct drawing {
    const struct series *series;
    size_t               row;          /* of the wide table */
    size_t               from, to;     /* its years, as columns of the wide table */
    size_t               figures;      /* how many of them it has */
    uint32_t             divisor;      /* figures are shown in 万 or 亿 */
    const char          *divisor_word; /* "亿" */
};

static bool is_figure(const struct layout *l, size_t row, size_t column) {
    return l->wide.rows[row][column].type == CELL_DECIMAL;
}

static double figure(const struct layout *l, size_t row, size_t column) {
    double value = 0;
    return book_number(l->wide.rows[row][column].text, &value) ? value : 0;
}

/* 元 and 人 in the words a reader uses: 19850000000 元 is 198.5 亿元. */
static void choose_divisor(struct drawing *d, double largest) {
    d->divisor = !has_thousands(d->series->dimension) || largest < 1e4 ? 1 : largest < 1e8 ? 10000 : 100000000;
    d->divisor_word = d->divisor == 1 ? "" : d->divisor == 10000 ? chinese("ten thousand") : chinese("hundred million");
}

static struct drawing drawing_of(const struct layout *l, size_t row) {
    struct drawing d = {.series = &l->parts->comparison->series[row], .row = row};
    double         largest = 0;
    for (size_t c = l->first_year; c < l->first_year + l->years; c++) {
        if (!is_figure(l, row, c)) continue;
        double size = figure(l, row, c) < 0 ? -figure(l, row, c) : figure(l, row, c);
        if (size > largest) largest = size;
        if (!d.figures++) d.from = c;
        d.to = c;
    }
    choose_divisor(&d, largest);
    return d;
}

/* The row of figures; a year without one stays empty, which is a gap. */
static void put_figures(struct layout *l, const struct drawing *d, lxw_row_t at) {
    worksheet_write_string(l->drawn, at, FIGURES_AT - 1, book_text(&l->book, d->series->metric), l->book.text);
    for (size_t c = d->from; c <= d->to; c++) {
        char name[16];
        if (!is_figure(l, d->row, c)) continue;
        cell_name(name, d->row + 1, c);
        const char *formula = arena_format(l->book.arena, "=ROUND('%s'!%s/%u,4)", SHEET_COMPARISON, name, d->divisor).ptr;
        worksheet_write_formula_num(l->drawn, at, (lxw_col_t)(FIGURES_AT + c - d->from), formula, NULL,
                                    figure(l, d->row, c) / d->divisor);
    }
}

/* 地区生产总值（亿元） 目标; with the body's name where there are several. */
static const char *title_of(struct layout *l, const struct drawing *d) {
    const struct comparison *all = l->parts->comparison;
    const struct series     *s = d->series;
    bool                     several = false, unit = s->unit.len || d->divisor > 1;
    for (size_t i = 0; i < all->count && !several; i++) several = !slice_equal(all->series[i].body, s->body);
    return arena_format(l->book.arena, "%.*s%s%s%.*s%s%s%.*s%s%s", SLICE_ARG(s->metric), unit ? "（" : "", d->divisor_word,
                        SLICE_ARG(s->unit), unit ? "）" : "", several ? " " : "", SLICE_ARG(several ? s->body : SLICE_NONE),
                        s->status == STATUS_TARGET ? " " : "", s->status == STATUS_TARGET ? chinese("target") : "")
        .ptr;
}

static void dress(struct layout *l, lxw_chart *chart, const struct drawing *d) {
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
    lxw_chart_line faint = {.color = 0xDDDDDD, .width = 0.75};
    chart_title_set_name(chart, title_of(l, d));
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    chart_axis_major_gridlines_set_line(chart->y_axis, &faint);
}

/* Lines for three years or more, columns from zero for two. */
static void put_chart(struct layout *l, const struct drawing *d, size_t place) {
    bool              line = d->figures >= 3;
    lxw_chart        *chart = workbook_add_chart(l->book.workbook, line ? LXW_CHART_LINE : LXW_CHART_COLUMN);
    lxw_chart_series *drawn = chart_add_series(chart, NULL, NULL);
    lxw_chart_options where = {.x_scale = 1.15, .y_scale = 1.15, .description = book_text(&l->book, d->series->metric)};
    lxw_chart_line    stroke = {.color = 0x0072B2, .width = 2.25};
    lxw_chart_fill    fill = {.color = 0x0072B2};
    lxw_row_t         row = (lxw_row_t)place + 1;
    put_figures(l, d, row);
    chart_series_set_categories(drawn, SHEET_COMPARISON, 0, (lxw_col_t)d->from, 0, (lxw_col_t)d->to);
    chart_series_set_values(drawn, SHEET_CHARTS, row, FIGURES_AT, row, (lxw_col_t)(FIGURES_AT + d->to - d->from));
    chart_series_set_labels(drawn);
    if (line) {
        chart_series_set_line(drawn, &stroke);
        chart_series_set_marker_type(drawn, LXW_CHART_MARKER_CIRCLE);
        chart_series_set_labels_position(drawn, LXW_CHART_LABEL_POSITION_ABOVE);
    } else {
        chart_series_set_fill(drawn, &fill);
        if (figure(l, d->row, d->from) >= 0 && figure(l, d->row, d->to) >= 0) chart_axis_set_min(chart->y_axis, 0);
    }
    dress(l, chart, d);
    worksheet_insert_chart_opt(l->drawn, (lxw_row_t)(place / 2 * CHART_ROWS + 1), (lxw_col_t)(place % 2 * CHART_COLUMNS), chart,
                               &where);
}

/* The series of most years first, as they stand on 对比; what was done before what is aimed at. */
bool put_charts(struct layout *l, struct err *err) {
    if (!(l->drawn = workbook_add_worksheet(l->book.workbook, SHEET_CHARTS)))
        return err_set(err, ERR_MEMORY, NULL, 0, 0, "out of memory");
    struct drawing main_series[MOST_CHARTS];
    size_t         drawn = 0;
    for (int status = STATUS_ACTUAL; status <= STATUS_TARGET; status++)
        for (size_t i = 0; i < l->wide.row_count && i < XLSX_LAST_ROW && drawn < MOST_CHARTS; i++) {
            struct drawing d = drawing_of(l, i);
            if (d.figures >= 2 && (int)d.series->status == status) main_series[drawn++] = d;
        }
    worksheet_write_string(l->drawn, 0, 0,
                           drawn ? chinese("The main series by year; their figures stand on the sheet Comparison")
                                 : chinese("No series has figures of two years: there is nothing to draw"),
                           l->book.text);
    for (size_t i = 0; i < drawn; i++) put_chart(l, &main_series[i], i);
    l->book.rows += 1 + drawn;
    book_page(l->drawn);
    worksheet_print_area(l->drawn, 0, 0, (lxw_row_t)((drawn + 1) / 2 * CHART_ROWS + 1), 2 * CHART_COLUMNS - 1);
    return true;
}
