/* The book of `run`: 说明 says what it is, 数据 holds the claims, 对比 the series with formulas (增减 = 2020年 − 2019年) and
 * links to the claim behind each figure, 图表 Excel's own charts of the main series, 核对 what contradicts. Drawing by gnuplot
 * is plots/. */
#include "export/datapackage.h"
#include "export/xlsx.h"

#include "extract/base/banned.h"

enum { MOST_CHARTS = 24, CHART_ROWS = 18, CHART_COLUMNS = 9, MOST_LINKS = 60000 /* Excel opens 65,530 a sheet */ };

/* A series beside its row of the sheet 对比. */
struct layout {
    const struct workbook_parts *parts;
    struct book                  book;
    struct table                 wide;
    size_t                       first_year, years; /* columns of 对比 that are years */
    lxw_worksheet               *about, *data, *compared, *drawn, *audited;
};

/* ---- 数据 ---- */

static bool put_data(struct layout *l, struct err *err) {
    struct picked all;
    struct arena  scratch, *kept = l->book.arena;
    if (!columns_pick(&all, &claim_schema, NULL, kept, err) ||
        !(l->data = book_sheet(&l->book, "数据", &claim_schema, &all, "zh", err)))
        return false;
    arena_init(&scratch);
    l->book.arena = &scratch;
    size_t rows = l->parts->claim_count < XLSX_LAST_ROW ? l->parts->claim_count : XLSX_LAST_ROW;
    for (size_t i = 0; i < rows; i++) {
        struct cell cells[CLAIM_COLUMN_COUNT];
        char        digits[4][DECIMAL_TEXT];
        claim_cells(&l->parts->claims[i], cells, digits);
        for (size_t k = 0; k < CLAIM_COLUMN_COUNT; k++)
            book_cell(&l->book, l->data, (lxw_row_t)i + 1, (lxw_col_t)k, &cells[k], l->parts->claims[i].unit);
        arena_reset(&scratch);
    }
    l->book.arena = kept;
    l->book.rows += rows;
    arena_free(&scratch);
    worksheet_autofilter(l->data, 0, 0, (lxw_row_t)rows, CLAIM_COLUMN_COUNT - 1);
    worksheet_freeze_panes(l->data, 1, 0);
    return true;
}

/* ---- 对比 ---- */

static size_t column_at(const struct table *t, const char *name) {
    int column = column_find(&t->schema, slice_of(name));
    return column < 0 ? SIZE_MAX : (size_t)column;
}

/* Year columns stand together, between `body` and `change`. */
static void find_years(struct layout *l) {
    size_t from = column_at(&l->wide, "body"), to = column_at(&l->wide, "change");
    l->first_year = from + 1;
    l->years = from == SIZE_MAX || to == SIZE_MAX || to <= from ? 0 : to - from - 1;
}

/* The claim behind the figure of a year; NULL when there is none. */
static const struct claim *claim_of(const struct series *s, int year) {
    for (size_t i = 0; i < s->point_count; i++)
        if (s->points[i].year == year && !s->points[i].shadowed) return s->points[i].claim;
    return NULL;
}

/* A figure that leads to its sentence in 数据. */
static void put_figure(struct layout *l, size_t series, lxw_row_t row, size_t column, const struct cell *cell, slice unit,
                       size_t *links) {
    const struct claim *claim = claim_of(&l->parts->comparison->series[series], slice_int(l->wide.schema.columns[column].name));
    if (cell->type == CELL_DECIMAL && claim && *links < MOST_LINKS) {
        size_t      index = (size_t)(claim - l->parts->claims);
        int         sentence = column_find(&claim_schema, SLICE_LIT("sentence"));
        const char *target = arena_format(l->book.arena, "internal:'数据'!%c%zu", 'A' + sentence, index + 2).ptr;
        ++*links;
        worksheet_write_url_opt(l->compared, row, (lxw_col_t)column, target, l->book.link, NULL,
                                book_text(&l->book, claim->raw));
    }
    book_cell(&l->book, l->compared, row, (lxw_col_t)column, cell, unit);
}

static void cell_name(char out[16], size_t row, size_t column) {
    char   letters[4];
    size_t n = 0;
    for (size_t c = column + 1; c > 0 && n < sizeof letters; c = (c - 1) / 26) letters[n++] = (char)('A' + (c - 1) % 26);
    for (size_t i = 0; i < n; i++) out[i] = letters[n - 1 - i];
    snprintf(out + n, 16 - n, "%u", (unsigned)row + 1);
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

/* 增减 and 增减% as formulas, where the figures of the row give just what the table says; else the figure itself. */
static void put_change(struct layout *l, lxw_row_t at, const struct cell *row, slice unit, bool percent, size_t column) {
    const struct cell *cell = &row[column], *change = &row[column_at(&l->wide, "change")];
    size_t             from = 0, to = 0;
    double             value;
    if (cell->type != CELL_DECIMAL) return;
    if (!compared_columns(l, row, &from, &to) || !same_change(row, from, to, change) || !book_number(cell->text, &value)) {
        book_cell(&l->book, l->compared, at, (lxw_col_t)column, cell, unit);
        return;
    }
    char a[16], b[16];
    cell_name(a, at, from);
    cell_name(b, at, to);
    const char *formula = percent ? arena_format(l->book.arena, "=ROUND((%s-%s)/ABS(%s)*100,2)", b, a, a).ptr
                                  : arena_format(l->book.arena, "=%s-%s", b, a).ptr;
    lxw_format *format = l->book.number[!percent][percent ? 2 : 0];
    if (!percent && memchr(cell->text.ptr, '.', cell->text.len)) format = l->book.number[1][2];
    worksheet_write_formula_num(l->compared, at, (lxw_col_t)column, formula, format, value);
}

static lxw_format *arrow_format(struct book *b, const char *number, uint32_t color) {
    lxw_format *f = workbook_add_format(b->workbook);
    format_set_num_format(f, number);
    format_set_font_color(f, color);
    return f;
}

/* ▲ and ▼ before what rose and fell; the colours are told apart by those who see no red, too. */
static void put_arrows(struct layout *l, size_t column) {
    if (column == SIZE_MAX || l->wide.row_count == 0) return;
    lxw_conditional_format up = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                 .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN,
                                 .format = arrow_format(&l->book, "\"▲ \"#,##0.##", 0xB04300)},
                           down = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                   .criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN,
                                   .format = arrow_format(&l->book, "0;\"▼ \"#,##0.##", 0x0072B2)};
    worksheet_conditional_format_range(l->compared, 1, (lxw_col_t)column, (lxw_row_t)l->wide.row_count, (lxw_col_t)column, &up);
    worksheet_conditional_format_range(l->compared, 1, (lxw_col_t)column, (lxw_row_t)l->wide.row_count, (lxw_col_t)column,
                                       &down);
}

static bool put_comparison(struct layout *l, struct err *err) {
    struct picked all;
    size_t        change = column_at(&l->wide, "change"), percent = column_at(&l->wide, "change_pct"),
           unit = column_at(&l->wide, "unit"), links = 0;
    if (!columns_pick(&all, &l->wide.schema, NULL, l->book.arena, err) ||
        !(l->compared = book_sheet(&l->book, "对比", &l->wide.schema, &all, "zh", err)))
        return false;
    for (size_t i = 0; i < l->wide.row_count && i < XLSX_LAST_ROW; i++) {
        const struct cell *row = l->wide.rows[i];
        for (size_t c = 0; c < l->wide.schema.count; c++) {
            lxw_row_t at = (lxw_row_t)i + 1;
            if (c >= l->first_year && c < l->first_year + l->years)
                put_figure(l, i, at, c, &row[c], row[unit].text, &links);
            else if (c == change || c == percent)
                put_change(l, at, row, row[unit].text, c == percent, c);
            else
                book_cell(&l->book, l->compared, at, (lxw_col_t)c, &row[c], SLICE_NONE);
        }
        l->book.rows++;
    }
    put_arrows(l, change);
    put_arrows(l, percent);
    worksheet_set_column(l->compared, 0, 0, 12, NULL);
    worksheet_freeze_panes(l->compared, 1, 2);
    if (l->wide.row_count)
        worksheet_autofilter(l->compared, 0, 0, (lxw_row_t)l->wide.row_count, (lxw_col_t)l->wide.schema.count - 1);
    return true;
}

/* ---- 图表 ---- */

static size_t figures_of(const struct layout *l, size_t row) {
    size_t n = 0;
    for (size_t c = l->first_year; c < l->first_year + l->years; c++) n += l->wide.rows[row][c].type == CELL_DECIMAL;
    return n;
}

/* From the first year of the series to its last. */
static void span_of(const struct layout *l, size_t row, lxw_col_t *from, lxw_col_t *to) {
    size_t first = l->first_year, last = l->first_year + l->years - 1;
    while (first < last && l->wide.rows[row][first].type != CELL_DECIMAL) first++;
    while (last > first && l->wide.rows[row][last].type != CELL_DECIMAL) last--;
    *from = (lxw_col_t)first;
    *to = (lxw_col_t)last;
}

static void dress_chart(lxw_chart *chart, const char *title) {
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
    lxw_chart_line faint = {.color = 0xDDDDDD, .width = 0.75};
    chart_title_set_name(chart, title);
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    chart_axis_major_gridlines_set_line(chart->y_axis, &faint);
}

/* Lines for three years or more, columns for two. A year without a figure is a gap. */
static void put_chart(struct layout *l, size_t row, size_t place, size_t figures) {
    const struct series *s = &l->parts->comparison->series[row];
    lxw_chart           *chart = workbook_add_chart(l->book.workbook, figures >= 3 ? LXW_CHART_LINE : LXW_CHART_COLUMN);
    lxw_chart_series    *drawn = chart_add_series(chart, NULL, NULL);
    lxw_chart_options    where = {.x_scale = 1.15, .y_scale = 1.15, .description = book_text(&l->book, s->metric)};
    lxw_chart_line       line = {.color = 0x0072B2, .width = 2.25};
    lxw_chart_fill       fill = {.color = 0x0072B2};
    lxw_col_t            from, to;
    span_of(l, row, &from, &to);
    chart_series_set_categories(drawn, "对比", 0, from, 0, to);
    chart_series_set_values(drawn, "对比", (lxw_row_t)row + 1, from, (lxw_row_t)row + 1, to);
    chart_series_set_labels(drawn);
    if (figures >= 3) {
        chart_series_set_line(drawn, &line);
        chart_series_set_marker_type(drawn, LXW_CHART_MARKER_CIRCLE);
        chart_series_set_labels_position(drawn, LXW_CHART_LABEL_POSITION_ABOVE);
    } else {
        chart_series_set_fill(drawn, &fill);
    }
    slice title = arena_format(l->book.arena, "%.*s%s%.*s%s%s%.*s%s", SLICE_ARG(s->metric), s->unit.len ? "（" : "",
                               SLICE_ARG(s->unit), s->unit.len ? "）" : "", s->body.len ? " " : "", SLICE_ARG(s->body),
                               s->status == STATUS_TARGET ? " 目标" : "");
    dress_chart(chart, title.ptr);
    worksheet_insert_chart_opt(l->drawn, (lxw_row_t)(place / 2 * CHART_ROWS + 1), (lxw_col_t)(place % 2 * CHART_COLUMNS), chart,
                               &where);
}

static bool put_charts(struct layout *l, struct err *err) {
    if (!(l->drawn = workbook_add_worksheet(l->book.workbook, "图表")))
        return err_set(err, ERR_MEMORY, NULL, 0, 0, "out of memory");
    size_t drawn = 0;
    for (int status = STATUS_ACTUAL; status <= STATUS_TARGET; status++)
        for (size_t i = 0; i < l->wide.row_count && i < XLSX_LAST_ROW && drawn < MOST_CHARTS; i++) {
            size_t figures = figures_of(l, i);
            if (figures >= 2 && (int)l->parts->comparison->series[i].status == status) put_chart(l, i, drawn++, figures);
        }
    l->book.rows++;
    worksheet_write_string(l->drawn, 0, 0, drawn ? "各指标历年数值；数据在“对比”表" : "没有两年以上的同一指标，无图可画",
                           l->book.text);
    return true;
}

/* ---- 核对 ---- */

static bool put_audit(struct layout *l, struct err *err) {
    const struct table *audit = l->parts->audit;
    struct picked       all;
    if (!audit || audit->row_count == 0) return true;
    if (!columns_pick(&all, &audit->schema, NULL, l->book.arena, err) ||
        !(l->audited = book_sheet(&l->book, "核对", &audit->schema, &all, "zh", err)))
        return false;
    for (size_t i = 0; i < audit->row_count && i < XLSX_LAST_ROW; i++)
        for (size_t c = 0; c < audit->schema.count; c++)
            book_cell(&l->book, l->audited, (lxw_row_t)i + 1, (lxw_col_t)c, &audit->rows[i][c], SLICE_NONE);
    l->book.rows += audit->row_count;
    worksheet_autofilter(l->audited, 0, 0, (lxw_row_t)audit->row_count, (lxw_col_t)audit->schema.count - 1);
    return true;
}

/* ---- 说明 ---- */

static lxw_row_t put_line(struct layout *l, lxw_row_t row, const char *name, slice text) {
    worksheet_write_string(l->about, row, 0, name, l->book.text);
    worksheet_write_string(l->about, row, 1, book_text(&l->book, text), l->book.wrapped);
    l->book.rows++;
    return row + 1;
}

static size_t count_documents(const struct layout *l) {
    size_t n = 0;
    for (size_t i = 0; i < l->parts->claim_count; i++)
        n += i == 0 || !slice_equal(l->parts->claims[i].document, l->parts->claims[i - 1].document);
    return n;
}

static slice years_covered(struct layout *l) {
    int first = 0, last = 0;
    for (size_t i = 0; i < l->parts->claim_count; i++) {
        int year = l->parts->claims[i].year;
        if (year && (!first || year < first)) first = year;
        if (year > last) last = year;
    }
    if (!last) return SLICE_LIT("—");
    return first == last ? arena_format(l->book.arena, "%d", last) : arena_format(l->book.arena, "%d—%d", first, last);
}

static void put_about(struct layout *l) {
    struct arena *arena = l->book.arena;
    size_t        series = l->parts->comparison->count;
    lxw_row_t     row = 0;
    worksheet_set_column(l->about, 0, 0, 14, NULL);
    worksheet_set_column(l->about, 1, 1, 90, NULL);
    worksheet_write_string(l->about, row, 0, "工作报告数量表述", l->book.title);
    l->book.rows += 2; /* this one, and the headings of the list below */
    row = put_line(l, row + 2, "制表", arena_format(arena, "算盘 suanpan %s", l->parts->version ? l->parts->version : ""));
    row = put_line(l, row, "涉及年份", years_covered(l));
    row = put_line(l, row, "文件", arena_format(arena, "%zu 份", count_documents(l)));
    row = put_line(l, row, "数据", arena_format(arena, "%zu 条数量表述，一行一条，末列为原句", l->parts->claim_count));
    row = put_line(l, row, "对比", arena_format(arena, "%zu 个指标，一列一年；增减为公式，点击数值可到原句", series));
    row = put_line(l, row, "图表", SLICE_LIT("主要指标的历年图；缺报年份断开，不连线"));
    if (l->parts->audit && l->parts->audit->row_count)
        row = put_line(l, row, "核对", arena_format(arena, "%zu 处前后不一，两句并列", l->parts->audit->row_count));
    row = put_line(l, row, "空格", SLICE_LIT("原文没有写明，不是零"));
    row = put_line(l, row, "数值",
                   SLICE_LIT("万、亿已折算：5.1万 记 51000；百分数记数字，单位栏写 %；限定栏注明 约、近、余、以上"));
    row++;
    worksheet_write_string(l->about, row, 0, "列", l->book.heading);
    worksheet_write_string(l->about, row++, 1, "“数据”表各列的英文名和含义", l->book.heading);
    for (size_t i = 0; i < claim_schema.count; i++) {
        const struct column *c = &claim_schema.columns[i];
        slice                about = column_texts_find(l->parts->texts, c->name).about;
        row = put_line(l, row, c->zh.ptr,
                       arena_format(arena, "%.*s: %.*s", SLICE_ARG(c->name), SLICE_ARG(about.len ? about : c->what)));
    }
}

bool workbook_write(const char *path, const struct workbook_parts *parts, struct arena *arena, struct err *err) {
    struct layout l = {.parts = parts};
    comparison_wide(&l.wide, parts->comparison, parts->texts, arena);
    find_years(&l);
    if (!book_open(&l.book, path, arena, err)) return false;
    l.about = workbook_add_worksheet(l.book.workbook, "说明");
    if (l.about && put_data(&l, err) && put_comparison(&l, err) && put_charts(&l, err) && put_audit(&l, err)) {
        put_about(&l);
        return book_close(&l.book, err);
    }
    book_abort(&l.book);
    return false;
}
