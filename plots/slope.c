/* Two years of a body beside each other, one row a figure: 处置网络舆情 ○──● 280起 → 313起（+11.8%）. Counts and amounts of any
 * unit share an axis of per cent change (the earlier year is 0); percentages stand on an axis of their own and change in
 * 百分点. */
#include "export/series/change.h"
#include "plots/kinds.h"
#include "plots/text.h"

#include "extract/base/banned.h"

enum { MOST_ROWS = 16, LEAST_ROWS = 4, LEAST_AXIS = 140 };

struct pair {
    slice               name, text;
    const struct claim *before, *after;
    decimal             reach; /* change in per cent: 11.8, or the later percentage itself */
    double              from, to;
    bool                beyond; /* off the axis */
    int                 telling;
};

static const struct point *of_year(const struct series *s, int year) {
    const struct point *p = series_point(s, year);
    return p && p->value.present ? p : NULL;
}

static bool is_of_sort(const struct series *s, bool share) {
    if (s->status != STATUS_ACTUAL) return false;
    return share ? s->kind == KIND_SHARE && slice_is(s->unit, "%") : s->kind == KIND_LEVEL && s->unit.len > 0;
}

/* 约+11.8%, ≤+55.7%, +2.5个百分点 */
static slice change_text(const struct desk *desk, const struct point *a, const struct point *b, bool share) {
    decimal     change = decimal_sub(b->value, a->value);
    const char *sign = bound_sign(change_bound(a, b));
    if (!share) change = decimal_round(decimal_div(decimal_shift(change, 2), a->value, 12), 1);
    const char *plus = change.negative || decimal_zero(change) ? "" : "+";
    slice       number = number_scaled(change, 0, desk->arena);
    return WORDS_FILL(desk->words, share ? "change.points" : "change.percent", desk->arena,
                      {"change", arena_format(desk->arena, "%s%s%.*s", sign, plus, SLICE_ARG(number))});
}

/* 增长16.2%, where the levels fell or make quite another growth: what the report of `after` says itself, for its levels may
 * be of two scopes. Absent where it says much the same, or nothing. */
static decimal published_otherwise(const struct desk *desk, const struct series *s, const struct pair *p, int after) {
    enum { FAR = 10 }; /* points: prices alone make some */
    const struct series *growth = series_beside(desk->comparison, s, KIND_GROWTH, STATUS_ACTUAL);
    const struct point  *said = growth ? of_year(growth, after) : NULL;
    if (!said || said->claim->qualifier != QUALIFIER_EXACT || is_approximate(p->before) || is_approximate(p->after))
        return DECIMAL_NONE;
    bool against = said->value.negative != p->reach.negative && !decimal_zero(said->value) && !decimal_zero(p->reach);
    bool far = decimal_compare(decimal_magnitude(decimal_sub(said->value, p->reach)), decimal_int(FAR)) > 0;
    return against || far ? said->value : DECIMAL_NONE;
}

/* −19.5% with what was published beside it: −19.5%，公布+16.2% */
static slice with_published(const struct desk *desk, slice change, decimal published) {
    if (!published.present) return change;
    slice number = number_scaled(published, 0, desk->arena);
    slice said = arena_format(desk->arena, "%s%.*s", published.negative ? "" : "+", SLICE_ARG(number));
    return WORDS_FILL(desk->words, "change.published", desk->arena, {"change", change}, {"published", said});
}

/* One scale for both, 34200 → 35850元, not 3.42万, where that gives neither more than five digits; else each has its own. */
static int common_shift(const struct point *a, const struct point *b, slice unit, struct arena *arena) {
    enum { DIGITS = 5 };
    int     first = quantity_shift(a->claim, a->value, unit, arena), last = quantity_shift(b->claim, b->value, unit, arena);
    int     least = first < last ? first : last;
    decimal limit = decimal_shift(decimal_int(1), least + DIGITS);
    return decimal_compare(a->value, limit) < 0 && decimal_compare(b->value, limit) < 0 ? least : MOST_SHIFT;
}

static bool make_pair(struct pair *out, const struct desk *desk, const struct series *s, int before, int after, bool share) {
    struct arena       *arena = desk->arena;
    const struct point *a = of_year(s, before), *b = of_year(s, after);
    if (!a || !b || (!share && (decimal_zero(a->value) || a->value.negative || b->value.negative))) return false;
    *out =
        (struct pair){.name = series_label(desk, s), .telling = series_points(desk, s), .before = a->claim, .after = b->claim};
    int   most = common_shift(a, b, s->unit, arena);
    slice was = point_text(a->claim, s->kind, a->value, s->unit, false, most, arena),
          is = point_text(b->claim, s->kind, b->value, s->unit, true, most, arena);
    decimal change = decimal_div(decimal_shift(decimal_sub(b->value, a->value), 2), a->value, 12);
    out->reach = share ? b->value : decimal_round(change, 1);
    if (!out->reach.present) return false;
    decimal published = !share && after == before + 1 ? published_otherwise(desk, s, out, after) : DECIMAL_NONE;
    slice   told = with_published(desk, change_text(desk, a, b, share), published);
    out->text = WORDS_FILL(desk->words, "change.pair", arena, {"before", was}, {"after", is}, {"change", told});
    out->from = share ? decimal_double(a->value) : 0;
    out->to = decimal_double(out->reach);
    return true;
}

static int by_reach(const void *a, const void *b) {
    const struct pair *x = a, *y = b;
    int                order = decimal_compare(y->reach, x->reach);
    return order ? order : slice_compare(x->name, y->name);
}

static int by_telling(const void *a, const void *b) {
    const struct pair *x = a, *y = b;
    return x->telling != y->telling ? y->telling - x->telling : by_reach(a, b);
}

/* Where the axis ends: three times as far as a quarter of the rows reach, so that one figure that rose twentyfold does not
 * press all others into a line. `pairs` are sorted, the largest first. */
static double longest_reach(const struct pair *pairs, size_t n) {
    double far = pairs[n / 4].to, fallen = -pairs[n - 1].to;
    if (fallen > far) far = fallen;
    return far * 3 > 25 ? far * 3 : 25;
}

/* What all rows together need. */
struct spread {
    double low, high, text_room; /* of the axis; pixels */
    slice *names, told, source;
};

static void measure(struct spread *out, const struct desk *desk, struct pair *pairs, size_t n, bool share) {
    struct arena    *arena = desk->arena;
    struct name_list sources = {0};
    double           widest = share ? 1e300 : longest_reach(pairs, n);
    *out = (struct spread){.low = 1e300, .high = -1e300, .names = ARENA_ARRAY(arena, slice, n)};
    for (size_t i = 0; i < n; i++) {
        struct pair *p = &pairs[i];
        out->names[i] = p->name;
        double to = p->to < widest ? p->to : widest;
        double least = p->from < to ? p->from : to, most = p->from > to ? p->from : to;
        double wide = text_width(p->text) * desk->look->body / 1000.0 + 18;
        if (least < out->low) out->low = least;
        if (most > out->high) out->high = most;
        if (wide > out->text_room) out->text_room = wide;
        out->told =
            joined_list(desk, "chart.list", out->told, arena_format(arena, "%.*s%.*s", SLICE_ARG(p->name), SLICE_ARG(p->text)));
        name_add(&sources, p->before->document, arena);
        name_add(&sources, p->after->document, arena);
    }
    out->source = source_label(desk, &sources);
}

/* The axis ends on a round number, behind the longest reach: what it holds all the same is no further. */
static bool mark_beyond(struct pair *pairs, size_t n, double high) {
    bool any = false;
    for (size_t i = 0; i < n; i++) any |= pairs[i].beyond = pairs[i].to > high;
    return any;
}

/* 2022 and 2023 of a body: its levels by growth, or its shares. */
struct two_years {
    slice body;
    int   before, after;
    bool  share;
};

/* Lines, rings and dots in the left panel, the figures in words in the right one. */
static void put_pairs(struct desk *desk, struct panel *p, struct panel *texts, const struct row_layout *rows,
                      const struct pair *pairs, size_t n) {
    int           size = desk->look->body;
    struct layer *lines = panel_layer(p, SHAPE_LINE, COLOR_MAIN, 22, desk_word(desk, "data.between").ptr);
    struct layer *olds = panel_layer(p, SHAPE_RING, COLOR_MUTED, 9, desk_word(desk, "data.before").ptr);
    struct layer *news = panel_layer(p, SHAPE_DOT, COLOR_MAIN, 9, desk_word(desk, "data.after").ptr);
    struct layer *values = panel_text(texts, ANCHOR_LEFT, COLOR_INK, size, desk_word(desk, "data.values").ptr);
    struct layer *arrows = panel_text(texts, ANCHOR_LEFT, COLOR_MAIN, size, desk_word(desk, "data.beyond").ptr);
    for (size_t i = 0; i < n; i++) {
        double y = rows->centers[i];
        layer_mark(lines, pairs[i].from, y, SLICE_NONE);
        lines->marks[lines->count - 1].gap = i > 0;
        layer_mark(lines, pairs[i].beyond ? p->x1 : pairs[i].to, y, SLICE_NONE);
        layer_mark(olds, pairs[i].from, y, pairs[i].name);
        if (pairs[i].beyond)
            layer_mark(arrows, 1, y, SLICE_LIT("▶"));
        else
            layer_mark(news, pairs[i].to, y, pairs[i].name);
        layer_mark(values, 16, y, pairs[i].text);
    }
}

/* Title, legend and note above the rows. Returns where these begin. */
static double put_head(struct desk *desk, struct drawing *d, const struct two_years *of, slice source, bool beyond) {
    struct arena  *arena = desk->arena;
    slice          was = arena_format(arena, "%d", of->before), is = arena_format(arena, "%d", of->after);
    struct legend  legend[2] = {{"○", COLOR_MUTED, year_label(desk, of->before).ptr},
                                {"●", COLOR_MAIN, year_label(desk, of->after).ptr}};
    struct heading h = {.legend = legend, .legend_count = 2, .source = source};
    const char    *note = of->share ? "note.slope.share" : beyond ? "note.slope.beyond" : "note.slope";
    double         top;
    h.title = desk_title(desk, WORDS_FILL(desk->words, of->share ? "title.slope.share" : "title.slope", arena,
                                          {"who", text_plain(of->body, arena)}, {"before", was}, {"after", is}));
    h.note = WORDS_FILL(desk->words, note, arena, {"before", was});
    drawing_head(d, &h, desk->look, &top);
    return top;
}

static void put_axis(struct panel *p, const struct axis *axis) {
    p->x0 = axis->low;
    p->x1 = axis->high;
    p->grid_x = true;
    p->xticks = ARENA_ARRAY(p->arena, struct tick, axis->count);
    for (size_t i = 0; i < axis->count; i++) p->xticks[p->xtick_count++] = (struct tick){axis->ticks[i], axis->labels[i]};
}

static void draw_pairs(struct desk *desk, const struct two_years *of, struct pair *pairs, size_t n) {
    struct arena      *arena = desk->arena;
    const struct look *look = desk->look;
    slice              years = arena_format(arena, "%d-%d", of->before, of->after);
    struct drawing    *d =
        desk_new(desk, "file.slope", of->body, desk_word(desk, of->share ? "file.share" : "file.growth"), years);
    struct spread     spread;
    struct row_layout rows;
    struct axis       axis;
    qsort(pairs, n, sizeof *pairs, by_reach);
    measure(&spread, desk, pairs, n, of->share);
    axis_choose(&axis, spread.low, spread.high, 0, 6, arena);
    bool beyond = mark_beyond(pairs, n, axis.high);
    rows_layout(&rows, spread.names, n, look, arena);
    double left = 24 + rows.name_width + 12;
    if (d->width < left + LEAST_AXIS + spread.text_room + 24) d->width = left + LEAST_AXIS + spread.text_room + 24;
    d->desc = WORDS_FILL(desk->words, "told.slope", arena, {"rows", spread.told});
    double top = put_head(desk, d, of, spread.source, beyond), foot = drawing_foot(d, 0, spread.source, look);
    drawing_foot(d, (double)(int)(top + rows.total + foot + 44), spread.source, look);
    rows_names(desk, d, &rows, n, left, top + 4);

    double        right = d->width - 24 - spread.text_room;
    struct panel *p = drawing_panel(d, left + 8, right, top + 4, top + 4 + rows.total);
    struct panel *texts = drawing_panel(d, right, d->width, top + 4, top + 4 + rows.total);
    put_axis(p, &axis);
    p->base_x = !of->share;
    p->y0 = texts->y0 = rows.total;
    texts->x1 = d->width - right;
    put_pairs(desk, p, texts, &rows, pairs, n);
}

/* The last year of the body, and the nearest before it, that have figures enough in common. */
static bool choose_years(const struct comparison *c, struct two_years *of) {
    for (int year = c->last_year; year >= c->first_year && year > 0; year--)
        for (int earlier = year - 1; earlier >= c->first_year && earlier > 0 && earlier >= year - 5; earlier--) {
            size_t n = 0;
            for (size_t i = 0; i < c->count; i++) {
                const struct series *s = &c->series[i];
                n += slice_equal(s->body, of->body) && is_of_sort(s, of->share) && of_year(s, year) && of_year(s, earlier);
            }
            of->before = earlier;
            of->after = year;
            if (n >= LEAST_ROWS) return true;
        }
    return false;
}

/* The levels of a body, or its shares. */
static void draw_sort(struct desk *desk, slice body, bool share) {
    const struct comparison *c = desk->comparison;
    struct two_years         of = {.body = body, .share = share};
    if (!choose_years(c, &of)) return;
    struct pair *pairs = ARENA_ARRAY(desk->arena, struct pair, c->count + 1);
    size_t       n = 0;
    for (size_t i = 0; i < c->count; i++)
        if (slice_equal(c->series[i].body, body) && is_of_sort(&c->series[i], share) &&
            make_pair(&pairs[n], desk, &c->series[i], of.before, of.after, share))
            n += desk->asked || pairs[n].telling > TELLS_NOTHING;
    qsort(pairs, n, sizeof *pairs, by_telling);
    if (n > MOST_ROWS) n = MOST_ROWS;
    if (n >= LEAST_ROWS) draw_pairs(desk, &of, pairs, n);
}

void slope_draw(struct desk *desk) {
    const struct comparison *c = desk->comparison;
    for (size_t i = 0; i < c->count; i++) {
        bool seen = c->series[i].body.len == 0 && c->series[i].point_count == 0;
        for (size_t k = 0; k < i && !seen; k++) seen = slice_equal(c->series[k].body, c->series[i].body);
        if (seen) continue;
        draw_sort(desk, c->series[i].body, false);
        draw_sort(desk, c->series[i].body, true);
    }
}
