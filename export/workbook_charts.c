/* Series become Excel's own charts: 地区生产总值 of three years → a line 198.5 – 235.2 – 253.7, titled 地区生产总值（亿元）.
 * What is drawn stands beside the charts, as formulas on 对比, so that a figure put right there is put right here. */
#include "export/workbook_layout.h"
#include "extract/messages.h"

#include "extract/base/banned.h"

enum {
    MOST_CHARTS = 24,
    MOST_LABELS = 8,
    CHART_ROWS = 18,
    CHARTS_ON_PAGE = 4,
    CHART_COLUMNS = 9,
    FIGURES_AT = 2 * CHART_COLUMNS + 2
};

/* A chart and its row of figures. */
struct drawing {
    const struct series *series;
    size_t               row;      /* of the wide table */
    size_t               from, to; /* its years, as columns of the wide table */
    size_t               figures;  /* how many of them it has */
};

static bool is_figure(const struct layout *l, size_t row, size_t column) {
    return l->wide.rows[row][column].type == CELL_DECIMAL;
}

static double figure(const struct layout *l, size_t row, size_t column) {
    double value = 0;
    return book_number(l->wide.rows[row][column].text, &value) ? value : 0;
}

static struct drawing drawing_of(const struct layout *l, size_t row) {
    struct drawing d = {.series = &l->parts->comparison->series[row], .row = row};
    for (size_t c = l->first_year; c < l->first_year + l->years; c++) {
        if (!is_figure(l, row, c)) continue;
        if (!d.figures++) d.from = c;
        d.to = c;
    }
    return d;
}

/* 地区生产总值, 地区生产总值增幅 of its growth: the word that the column 类别 has for it. */
static slice name_of(const struct layout *l, const struct series *s) {
    bool  plain = !kind_moves(s->kind) && s->kind != KIND_RANK;
    slice word = plain ? SLICE_NONE : slice_of(chinese(kind_names[s->kind]));
    if (slice_ends(s->metric, word)) return s->metric;
    return arena_format(l->book.arena, "%.*s%.*s", SLICE_ARG(s->metric), SLICE_ARG(word));
}

/* The row of figures; a year without one stays empty, which is a gap. */
static void put_figures(struct layout *l, const struct drawing *d, lxw_row_t at) {
    lxw.worksheet_write_string(l->drawn, at, FIGURES_AT - 1, book_text(&l->book, name_of(l, d->series)), l->book.text);
    for (size_t c = d->from; c <= d->to; c++) {
        char name[16];
        if (!is_figure(l, d->row, c)) continue;
        book_place(name, d->row + 1, c);
        const char *formula = arena_format(l->book.arena, "=ROUND('%s'!%s,4)", SHEET_COMPARISON, name).ptr;
        lxw.worksheet_write_formula_num(l->drawn, at, (lxw_col_t)(FIGURES_AT + c - d->from), formula, NULL,
                                        figure(l, d->row, c));
    }
}

/* 地区生产总值（亿元） 目标; with the body's name where there are several. */
static const char *title_of(struct layout *l, const struct drawing *d) {
    const struct comparison *all = l->parts->comparison;
    const struct series     *s = d->series;
    slice                    unit = l->wide.rows[d->row][wide_column(l, "unit")].text; /* as the row counts: 亿元 */
    bool                     several = false;
    for (size_t i = 0; i < all->count && !several; i++) several = !slice_equal(all->series[i].body, s->body);
    return arena_format(l->book.arena, "%.*s%s%.*s%s%s%.*s%s%s", SLICE_ARG(name_of(l, s)), unit.len ? "（" : "",
                        SLICE_ARG(unit), unit.len ? "）" : "", several ? " " : "", SLICE_ARG(several ? s->body : SLICE_NONE),
                        s->status == STATUS_TARGET ? " " : "", s->status == STATUS_TARGET ? chinese("target") : "")
        .ptr;
}

static void dress(struct layout *l, lxw_chart *chart, const struct drawing *d) {
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
    lxw_chart_line faint = {.color = 0xDDDDDD, .width = 0.75};
    lxw.chart_title_set_name(chart, title_of(l, d));
    lxw.chart_title_set_name_font(chart, &font);
    lxw.chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    lxw.chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    lxw.chart_axis_major_gridlines_set_line(chart->y_axis, &faint);
    lxw.chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW); /* below what falls under zero */
}

/* Every figure is written at its point; of more than fit beside one another, the first and the last. */
static void put_labels(struct layout *l, lxw_chart_series *drawn, const struct drawing *d) {
    static lxw_chart_data_label shown, hidden = {.hide = LXW_TRUE};
    size_t                      points = d->to - d->from + 1;
    lxw_chart_data_label      **labels = ARENA_ARRAY(l->book.arena, lxw_chart_data_label *, points + 1);
    for (size_t i = 0; i < points; i++) labels[i] = i == 0 || i + 1 == points ? &shown : &hidden;
    lxw.chart_series_set_labels(drawn);
    if (d->figures > MOST_LABELS) lxw.chart_series_set_labels_custom(drawn, labels);
}

/* Lines for three years or more, columns from zero for two. */
static void put_chart(struct layout *l, const struct drawing *d, size_t place) {
    bool              line = d->figures >= 3;
    lxw_chart        *chart = lxw.workbook_add_chart(l->book.workbook, line ? LXW_CHART_LINE : LXW_CHART_COLUMN);
    lxw_chart_series *drawn = lxw.chart_add_series(chart, NULL, NULL);
    lxw_chart_options where = {.x_scale = 1.15, .y_scale = 1.15, .description = book_text(&l->book, name_of(l, d->series))};
    lxw_chart_line    stroke = {.color = 0x0072B2, .width = 2.25};
    lxw_chart_fill    fill = {.color = 0x0072B2};
    lxw_row_t         row = (lxw_row_t)place + 1;
    put_figures(l, d, row);
    lxw.chart_series_set_categories(drawn, SHEET_COMPARISON, 0, (lxw_col_t)d->from, 0, (lxw_col_t)d->to);
    lxw.chart_series_set_values(drawn, SHEET_CHARTS, row, FIGURES_AT, row, (lxw_col_t)(FIGURES_AT + d->to - d->from));
    put_labels(l, drawn, d);
    if (line) {
        lxw.chart_series_set_line(drawn, &stroke);
        lxw.chart_series_set_marker_type(drawn, LXW_CHART_MARKER_CIRCLE);
        lxw.chart_series_set_labels_position(drawn, LXW_CHART_LABEL_POSITION_ABOVE);
    } else {
        lxw.chart_series_set_fill(drawn, &fill);
        if (figure(l, d->row, d->from) >= 0 && figure(l, d->row, d->to) >= 0) lxw.chart_axis_set_min(chart->y_axis, 0);
    }
    dress(l, chart, d);
    lxw.worksheet_insert_chart_opt(l->drawn, (lxw_row_t)(place / 2 * CHART_ROWS + 1), (lxw_col_t)(place % 2 * CHART_COLUMNS),
                                   chart, &where);
}

/* The main series: what was done before what is aimed at, those of most years first, then as they stand on 对比. What covers
 * several years, 五年年均增长7.1%, is left to the charts beside the workbook. */
static size_t choose(struct layout *l, struct drawing main_series[MOST_CHARTS]) {
    size_t rows = l->wide.row_count < XLSX_LAST_ROW ? l->wide.row_count : XLSX_LAST_ROW, chosen = 0;
    for (int status = STATUS_ACTUAL; status <= STATUS_TARGET; status++)
        for (size_t figures = l->years; figures >= 2; figures--)
            for (size_t i = 0; i < rows && chosen < MOST_CHARTS; i++) {
                const struct series *s = &l->parts->comparison->series[i];
                if ((int)s->status != status || s->span.len) continue;
                struct drawing d = drawing_of(l, i);
                if (d.figures == figures) main_series[chosen++] = d;
            }
    return chosen;
}

/* No chart is cut in two on paper. */
static void break_pages(struct layout *l, size_t drawn) {
    lxw_row_t breaks[MOST_CHARTS / CHARTS_ON_PAGE + 1] = {0};
    size_t    n = 0;
    for (size_t i = CHARTS_ON_PAGE; i < drawn; i += CHARTS_ON_PAGE) breaks[n++] = (lxw_row_t)(i / 2 * CHART_ROWS);
    if (n) lxw.worksheet_set_h_pagebreaks(l->drawn, breaks);
}

bool put_charts(struct layout *l, struct err *err) {
    struct drawing main_series[MOST_CHARTS];
    if (!(l->drawn = lxw.workbook_add_worksheet(l->book.workbook, SHEET_CHARTS))) return err_memory(err);
    size_t drawn = choose(l, main_series);
    lxw.worksheet_write_string(l->drawn, 0, 0,
                               drawn ? chinese("The main series by year; their figures stand on the sheet Comparison")
                                     : chinese("No series has figures of two years: there is nothing to draw"),
                               l->book.text);
    for (size_t i = 0; i < drawn; i++) put_chart(l, &main_series[i], i);
    l->book.rows += 1 + drawn;
    book_page(l->drawn);
    break_pages(l, drawn);
    lxw.worksheet_print_area(l->drawn, 0, 0, (lxw_row_t)((drawn + 1) / 2 * CHART_ROWS + 1), 2 * CHART_COLUMNS - 1);
    return true;
}
