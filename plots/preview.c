/* A report's figures as bars in the terminal, one unit a block: 处置网络舆情 ████████ 313起. Han characters are two columns
 * wide, so names and bars line up; bars are drawn in eighths of a column. Series of three years or more get a line of little
 * bars. */
#include "plots/kinds.h"
#include "plots/text.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { NAME_CELLS = 28, MOST_ROWS = 20, MOST_SPARKS = 30, NARROW = 50, WIDE = 120 };

/* COLUMNS when it says so, else what the terminal says, else 80. */
static size_t terminal_width(void) {
    const char *told = getenv("COLUMNS");
    int         n = told ? slice_int(slice_of(told)) : -1;
#ifdef TIOCGWINSZ
    struct winsize size;
    if (n <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) n = size.ws_col;
#endif
    return n <= 0 ? 80 : n < NARROW ? NARROW : n > WIDE ? WIDE : (size_t)n;
}

/* The name in exactly `cells` columns: blanks behind it, or its end given up for ….. */
static void put_name(slice name, size_t cells) {
    size_t used = text_cells(name);
    if (used > cells) {
        while (name.len && text_cells(name) + 1 > cells) name.len -= utf8_size_before(name, name.len);
        printf("%.*s…", SLICE_ARG(name));
        used = text_cells(name) + 1;
    } else
        printf("%.*s", SLICE_ARG(name));
    printf("%*s", (int)(cells - used), "");
}

/* `part` of `cells` columns, at least an eighth when there is anything. */
static void put_bar(double part, size_t cells) {
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    size_t                   n = (size_t)(part * (double)cells * 8 + 0.5);
    if (n == 0 && part > 0) n = 1;
    for (size_t i = 0; i < n / 8; i++) fputs("█", stdout);
    fputs(eighths[n % 8], stdout);
}

static int by_size(const void *a, const void *b) {
    const struct claim *x = *(const struct claim *const *)a, *y = *(const struct claim *const *)b;
    int                 order = decimal_compare(claim_signed(y, y->value), claim_signed(x, x->value));
    return order ? order : ORDER(x, y);
}

static void put_block(const struct claim **rows, size_t n, slice unit, struct arena *arena) {
    size_t width = terminal_width(), name_cells = 0, text_room = 0;
    slice  names[MOST_ROWS], texts[MOST_ROWS];
    qsort(rows, n, sizeof *rows, by_size);
    size_t shown = n > MOST_ROWS ? MOST_ROWS : n;
    double most = decimal_double(claim_signed(rows[0], rows[0]->value));
    for (size_t i = 0; i < shown; i++) {
        names[i] = text_plain(rows[i]->metric, arena);
        texts[i] = quantity_text(rows[i], rows[i]->value, text_plain(unit, arena), arena);
        if (text_cells(names[i]) > name_cells) name_cells = text_cells(names[i]);
        if (text_cells(texts[i]) > text_room) text_room = text_cells(texts[i]);
    }
    if (name_cells > NAME_CELLS) name_cells = NAME_CELLS;
    size_t room = width > name_cells + text_room + 6 ? width - name_cells - text_room - 4 : 4;
    for (size_t i = 0; i < shown; i++) {
        double value = decimal_double(claim_signed(rows[i], rows[i]->value));
        fputs("  ", stdout);
        put_name(names[i], name_cells);
        putchar(' ');
        put_bar(most > 0 && value > 0 ? value / most : 0, room);
        printf(" %.*s\n", SLICE_ARG(texts[i]));
    }
    if (shown < n) printf("  …%zu\n", n - shown);
    putchar('\n');
}

static bool is_shown(const struct report *r, const struct claim *c) {
    return c->kind == KIND_LEVEL && is_current(r, c) && c->metric.len > 0 && c->unit.len > 0;
}

static void put_title(const struct report *r, struct arena *arena) {
    slice body = text_plain(r->body, arena);
    printf("%.*s %d\n", SLICE_ARG(body.len ? body : text_plain(r->document, arena)), r->year);
}

/* A block for each unit that `least` figures or more have. Returns how many there were. */
static size_t put_blocks(const struct report *r, size_t least, struct arena *arena) {
    const struct claim **rows = ARENA_ARRAY(arena, const struct claim *, r->count + 1);
    size_t               blocks = 0;
    for (size_t i = 0; i < r->count; i++) {
        bool seen = !is_shown(r, &r->claims[i]);
        for (size_t k = 0; k < i && !seen; k++)
            seen = is_shown(r, &r->claims[k]) && slice_equal(r->claims[k].unit, r->claims[i].unit);
        if (seen) continue;
        size_t n = 0;
        for (size_t k = i; k < r->count; k++)
            if (is_shown(r, &r->claims[k]) && slice_equal(r->claims[k].unit, r->claims[i].unit)) rows[n++] = &r->claims[k];
        if (n < least) continue;
        if (!blocks++) put_title(r, arena);
        put_block(rows, n, r->claims[i].unit, arena);
    }
    return blocks;
}

/* Figures side by side where there are such; a report that has none shows each of its few. False when it has nothing. */
static bool preview_report(const struct report *r, struct arena *arena) {
    return put_blocks(r, 2, arena) > 0 || put_blocks(r, 1, arena) > 0;
}

/* ▁▃▅█ over the years, ranges and gaps as blanks. */
static void put_spark(const struct year_point *points, size_t n) {
    static const char *const levels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    double                   low = 0, high = 0;
    for (size_t i = 0; i < n; i++) {
        double v = decimal_double(points[i].value);
        if (i == 0 || v < low) low = v;
        if (i == 0 || v > high) high = v;
    }
    for (size_t i = 0; i < n; i++) {
        for (int year = i ? points[i - 1].year + 1 : points[i].year; year < points[i].year; year++) putchar(' ');
        double v = decimal_double(points[i].value);
        fputs(levels[high > low ? (int)((v - low) / (high - low) * 7.0 + 0.5) : 3], stdout);
    }
}

struct spark {
    const struct series *series;
    struct year_point   *points;
    size_t               count;
    int                  telling;
};

static int by_telling(const void *a, const void *b) {
    const struct spark *x = a, *y = b;
    if (x->telling != y->telling) return y->telling - x->telling;
    return ORDER(x->series, y->series);
}

/* The most telling results of three years or more. Returns how many there are. */
static size_t preview_series(struct desk *desk) {
    const struct comparison *c = desk->comparison;
    struct spark            *all = ARENA_ARRAY(desk->arena, struct spark, c->count + 1);
    size_t                   n = 0;
    for (size_t i = 0; i < c->count; i++) {
        struct spark one = {.series = &c->series[i], .telling = series_points(desk, &c->series[i])};
        if (one.series->status == STATUS_ACTUAL) one.count = series_years(one.series, &one.points, desk->arena);
        if (one.count >= 3 && one.telling > TELLS_NOTHING) all[n++] = one;
    }
    qsort(all, n, sizeof *all, by_telling);
    for (size_t i = 0; i < n && i < MOST_SPARKS; i++) {
        const struct series     *s = all[i].series;
        const struct year_point *last = &all[i].points[all[i].count - 1];
        slice                    text =
            point_text(last->claim, s->kind, last->value, text_plain(s->unit, desk->arena), true, MOST_SHIFT, desk->arena);
        fputs("  ", stdout);
        put_name(series_label(desk, s), NAME_CELLS);
        printf(" %d ", all[i].points[0].year);
        put_spark(all[i].points, all[i].count);
        printf(" %d %.*s\n", last->year, SLICE_ARG(text));
    }
    return n;
}

bool chart_preview(size_t *shown, const struct comparison *comparison, struct arena *arena, struct err *err) {
    struct desk    desk = {.comparison = comparison, .arena = arena};
    struct report *reports;
    if (!desk_load(&desk, err)) return false;
    size_t n = reports_find(&desk, &reports);
    *shown = 0;
    for (size_t i = 0; i < n; i++)
        if (reports[i].newest) *shown += preview_report(&reports[i], arena);
    *shown += preview_series(&desk);
    return true;
}
