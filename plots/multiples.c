/* Many figures of a body on a sheet, each in a panel with an axis and a unit of its own: 青禾县主要指标，2014—2020年 holds the
 * dozen that tell most, 青禾县其余指标（1/3） and its sisters all that have no chart of their own, a page of A4 each. */
#include "plots/lines.h"

#include "plots/text.h"

#include <stdlib.h>

#include "extract/base/banned.h"

enum { COLUMNS = 3, MAIN_PANELS = 12, LEAST_PANELS = 4, SHEET_PANELS = 18, CELL_HEIGHT = 186, GAP = 28, EDGE = 24 };

struct sheet {
    slice                       body, what, page; /* 主要指标, （1/3） */
    const struct figure *const *figures;
    size_t                      count, columns;
};

static void put_cell(struct desk *desk, struct drawing *d, const struct figure *figure, double left, double top, double width) {
    struct arena      *arena = desk->arena;
    const struct look *look = desk->look;
    slice              unit = figure->series->unit, lines[2];
    struct axis        axis;
    struct plot        plot = {
               .desk = desk, .rank = figure->series->kind == KIND_RANK, .far_right = left + width, .place.arena = arena};
    plot_axis(&axis, figure, 4, arena);
    slice  what = figure_label(desk, figure);
    slice  title = arena_format(arena, "%.*s%.*s", SLICE_ARG(what), SLICE_ARG(unit_label(desk, what, unit, axis.shift)));
    size_t n = text_wrap(title, (int)(width * 1000 / look->body), lines, 2, arena);
    for (size_t i = 0; i < n; i++)
        drawing_caption(d, (struct caption){left, top + look->body * (0.6 + 1.3 * (double)i), ANCHOR_LEFT, COLOR_INK,
                                            look->body, true, lines[i]});
    plot.panel = drawing_panel(d, left, left + width - 24, top + look->body * 2.6 + 6, top + CELL_HEIGHT - 36);
    plot.panel->tick_size = look->note;
    plot_put(&plot, figure, true);
}

/* 城镇新增就业：2020年1186万人，…。 Of both sets, as the chart of one figure tells it. */
static slice figure_told(const struct desk *desk, const struct figure *figure) {
    slice told[2];
    for (int s = 0; s < 2; s++) told[s] = plot_told(desk, figure, s);
    if (figure->counts[0] && figure->counts[1])
        told[0] = WORDS_FILL(desk->words, "told.aims", desk->arena, {"results", told[0]}, {"targets", told[1]});
    return WORDS_FILL(desk->words, "told.series", desk->arena, {"metric", figure_label(desk, figure)},
                      {"years", told[figure->counts[0] == 0]});
}

static void head_sheet(struct desk *desk, struct drawing *d, const struct sheet *sheet, double *top) {
    struct arena    *arena = desk->arena;
    int              first = 99999, last = 0;
    slice            rows_told = SLICE_NONE;
    struct name_list sources = {0};
    struct mark_use  used[MARK_WORDS] = {0};
    struct legend    legend[MARK_WORDS];
    for (size_t i = 0; i < sheet->count; i++) {
        const struct figure *f = sheet->figures[i];
        int                  from, to;
        plot_years(f, &from, &to);
        plot_marks(f, used);
        if (from < first) first = from;
        if (to > last) last = to;
        figure_sources(&sources, f, arena);
        rows_told = arena_format(arena, "%.*s%.*s", SLICE_ARG(rows_told), SLICE_ARG(figure_told(desk, f)));
    }
    struct heading h = {.note = desk_word(desk, "note.multiples"), .source = source_label(desk, &sources)};
    h.title = WORDS_FILL(desk->words, "title.multiples", arena, {"who", text_plain(sheet->body, arena)}, {"what", sheet->what},
                         {"page", sheet->page}, {"first", arena_format(arena, "%d", first)},
                         {"last", arena_format(arena, "%d", last)});
    h.title = desk_title(desk, h.title);
    h.legend = legend;
    h.legend_count = plot_legend(desk, used, legend);
    d->desc = WORDS_FILL(desk->words, "told.multiples", arena, {"rows", rows_told});
    double foot = drawing_foot(d, 0, h.source, desk->look);
    double rows = (double)((sheet->count + sheet->columns - 1) / sheet->columns);
    drawing_head(d, &h, desk->look, top);
    drawing_foot(d, (double)(int)(*top + 10 + rows * CELL_HEIGHT + foot), h.source, desk->look);
}

static void draw_sheet(struct desk *desk, const struct sheet *sheet, slice file) {
    struct drawing *d = desk_new(desk, "file.multiples", sheet->body, file, SLICE_NONE);
    double          top, width = (d->width - 2 * EDGE - (double)(sheet->columns - 1) * GAP) / (double)sheet->columns;
    head_sheet(desk, d, sheet, &top);
    for (size_t i = 0; i < sheet->count; i++)
        put_cell(desk, d, sheet->figures[i], EDGE + (double)(i % sheet->columns) * (width + GAP),
                 top + 8 + (double)(i / sheet->columns) * CELL_HEIGHT, width);
}

/* ---- which figures stand on which sheet ---------------------------------------------------------------------------------- */

typedef bool figure_test(const struct desk *desk, const struct figure *figure);

static bool is_main(const struct desk *desk, const struct figure *f) {
    return f->counts[0] >= 3 && (desk->asked || f->points > TELLS_NOTHING);
}

/* On the sheet of main figures. */
static bool is_shown(const struct desk *desk, const struct figure *f) {
    size_t before = 0, all = 0;
    if (!is_main(desk, f)) return false;
    for (size_t k = 0; k < desk->figure_count; k++) {
        const struct figure *other = &desk->figures[k];
        if (!slice_equal(other->series->body, f->series->body) || !is_main(desk, other)) continue;
        before += other < f;
        all++;
    }
    return all >= LEAST_PANELS && before < MAIN_PANELS;
}

static bool is_left(const struct desk *desk, const struct figure *f) {
    return desk->asked || (!f->telling && !is_shown(desk, f));
}

/* Calls `draw` for each body with its figures that pass, in their order. */
static void each_body(struct desk *desk, figure_test *passes,
                      void (*draw)(struct desk *desk, slice body, const struct figure *const *figures, size_t n)) {
    const struct figure  *all = desk->figures;
    const struct figure **of_body = ARENA_ARRAY(desk->arena, const struct figure *, desk->figure_count + 1);
    for (size_t i = 0; i < desk->figure_count; i++) {
        bool   seen = false;
        size_t n = 0;
        for (size_t k = 0; k < i && !seen; k++) seen = slice_equal(all[k].series->body, all[i].series->body);
        for (size_t k = i; k < desk->figure_count && !seen; k++)
            if (slice_equal(all[k].series->body, all[i].series->body) && passes(desk, &all[k])) of_body[n++] = &all[k];
        if (n) draw(desk, all[i].series->body, of_body, n);
    }
}

static void draw_main(struct desk *desk, slice body, const struct figure *const *figures, size_t n) {
    struct sheet sheet = {.body = body, .figures = figures, .columns = COLUMNS};
    if (n < (desk->asked ? 2u : (size_t)LEAST_PANELS)) return;
    sheet.what = desk_word(desk, "file.main");
    sheet.count = n < MAIN_PANELS ? n : MAIN_PANELS;
    draw_sheet(desk, &sheet, sheet.what);
}

/* Sheets of like length: 20 figures are 12 and 8, not 18 and 2. */
static void draw_pages(struct desk *desk, slice body, const struct figure *const *figures, size_t n) {
    size_t pages = (n + SHEET_PANELS - 1) / SHEET_PANELS, rows = (n + COLUMNS - 1) / COLUMNS;
    size_t each = (rows + pages - 1) / pages * COLUMNS;
    for (size_t from = 0, page = 1; from < n; from += each, page++) {
        struct sheet sheet = {.body = body, .figures = figures + from};
        sheet.what = desk_word(desk, desk->asked ? "file.all" : "file.rest");
        sheet.count = n - from < each ? n - from : each;
        sheet.columns = sheet.count < COLUMNS ? sheet.count : COLUMNS;
        slice at = arena_format(desk->arena, "%zu", page), of = arena_format(desk->arena, "%zu", (n + each - 1) / each);
        bool  one = n <= each;
        if (!one) sheet.page = WORDS_FILL(desk->words, "chart.page", desk->arena, {"page", at}, {"pages", of});
        draw_sheet(desk, &sheet,
                   one ? sheet.what : arena_format(desk->arena, "%.*s-%.*s", SLICE_ARG(sheet.what), SLICE_ARG(at)));
    }
}

void multiples_draw(struct desk *desk) { each_body(desk, is_main, draw_main); }
void sheets_draw(struct desk *desk) { each_body(desk, is_left, draw_pages); }
