/* A report on one sheet: its twelve most telling figures as cards, 处置网络舆情 313起 with 比上年+11.8% below where the report
 * says so. Telling is what has been counted before, what the report itself compares, what is money or people, and what is
 * large. */
#include "plots/kinds.h"
#include "plots/text.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { MOST_CARDS = 12, LEAST_CARDS = 4, COLUMNS = 3, ROWS = (MOST_CARDS + COLUMNS - 1) / COLUMNS };
/* Pixels: of a card with two lines of name and one of growth; between two; below a single line of name. */
enum { CARD_HEIGHT = 128, GAP = 28, UNDER_NAME = 6 };

struct card {
    const struct claim *claim, *growth; /* growth: NULL when the report states none */
    slice               name;
    int                 score;
};

/* Growth or change of the same metric, said in the same sentence. */
static const struct claim *growth_of(const struct report *r, const struct claim *of) {
    for (size_t i = 0; i < r->count; i++) {
        const struct claim *c = &r->claims[i];
        if ((c->kind == KIND_GROWTH || (c->kind == KIND_CHANGE && slice_is(c->unit, "百分点"))) && c->value.present &&
            c->role == ROLE_NONE && slice_equal(c->metric, of->metric) && slice_equal(c->sentence, of->sentence) &&
            c->status == of->status)
            return c;
    }
    return NULL;
}

static const struct series *series_with(const struct comparison *c, const struct claim *claim) {
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = 0; k < c->series[i].point_count; k++)
            if (c->series[i].points[k].claim == claim) return &c->series[i];
    return NULL;
}

/* 突破400公里，达到402公里: does another figure of its report and year stand for it? */
static bool gives_way(const struct series *s, const struct claim *claim) {
    bool shadowed = false, other = false;
    for (size_t i = 0; s && i < s->point_count; i++) {
        const struct point *p = &s->points[i];
        if (p->claim == claim)
            shadowed = p->shadowed;
        else
            other |= !p->shadowed && p->year == claim->year && slice_equal(p->claim->document, claim->document);
    }
    return shadowed && other;
}

/* As the report has it; where other years say more of what it is, as they do: 年度投资 is 县级重点项目投资. */
static slice name_of(const struct series *s, const struct claim *c) {
    size_t end = c->metric.len;
    for (int i = 0; i < 2 && end; i++) end -= utf8_size_before(c->metric, end);
    bool more = s && s->metric.len > c->metric.len && slice_ends(s->metric, slice_from(c->metric, end));
    return more ? s->metric : c->metric;
}

static int score_of(const struct desk *desk, const struct report *r, const struct card *card, size_t known) {
    const struct claim *c = card->claim;
    double              size = decimal_double(c->value);
    int                 score = telling_points(desk->telling, c->metric) + (known >= 3 ? 6 : known >= 2 ? 4 : 0);
    if (card->growth) score += 5;
    if (slice_starts(c->dimension, SLICE_LIT("money"))) score += 2;
    if (slice_is(c->dimension, "person")) score += 1;
    if (size >= 1e8)
        score += 2;
    else if (size >= 1e4)
        score += 1;
    if (c->kind == KIND_SHARE) score += 1;
    if ((size_t)(c - r->claims) < r->count / 4) score += 1;
    if (size < 10) score -= 6;                       /* 开展巡察2次 */
    if (slice_is(c->dimension, "time")) score -= 40; /* 生产总值连续37年居首 is no figure of 生产总值 */
    return score;
}

/* One card a metric, the first figure of it that gives way to none. Returns their
 * number; `cards` has room for all claims. */
static size_t collect(const struct desk *desk, const struct report *r, struct card *cards) {
    size_t n = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct claim *c = &r->claims[i];
        if ((c->kind != KIND_LEVEL && c->kind != KIND_SHARE) || !is_current(r, c) || !c->value.present || c->unit.len == 0)
            continue;
        bool seen = c->metric.len == 0;
        for (size_t k = 0; k < n && !seen; k++) seen = slice_equal(cards[k].claim->metric, c->metric);
        if (seen) continue;
        const struct series *s = series_with(desk->comparison, c);
        if (gives_way(s, c)) continue;
        cards[n] = (struct card){.claim = c, .growth = growth_of(r, c), .name = name_of(s, c)};
        cards[n].score = score_of(desk, r, &cards[n], s ? s->point_count : 0);
        n++;
    }
    return n;
}

static int by_score(const void *a, const void *b) {
    const struct card *x = a, *y = b;
    if (x->score != y->score) return y->score - x->score;
    return ORDER(x->claim, y->claim);
}

static int by_place(const void *a, const void *b) {
    const struct card *x = a, *y = b;
    return ORDER(x->claim, y->claim);
}

/* 比上年 +11.8% */
static slice growth_text(const struct desk *desk, const struct claim *g) {
    slice text = quantity_text(g, g->value, g->unit, desk->arena);
    bool  year = slice_int(g->basis) > 0;
    slice told = WORDS_FILL(desk->words, year ? "than.year" : arena_format(desk->arena, "than.%.*s", SLICE_ARG(g->basis)).ptr,
                            desk->arena, {"year", g->basis}, {"growth", text});
    return told.len ? told : text;
}

/* How high the cards of a chart are: its names have one line or two, and a row where no report tells a growth needs no line
 * for it. */
struct grid {
    double width;      /* of a card */
    size_t name_lines; /* of the longest name */
    double tops[ROWS + 1];
};

static size_t wrap_name(slice lines[2], const struct desk *desk, const struct card *card, double width) {
    return text_wrap(text_plain(card->name, desk->arena), (int)(width * 1000 / desk->look->body), lines, 2, desk->arena);
}

static void measure_grid(struct grid *out, const struct desk *desk, const struct card *cards, size_t n, double width) {
    double line = desk->look->body * 1.3;
    *out = (struct grid){.width = width, .name_lines = 1};
    bool grows[ROWS] = {false};
    for (size_t i = 0; i < n; i++) {
        slice  lines[2];
        size_t own = wrap_name(lines, desk, &cards[i], width);
        if (own > out->name_lines) out->name_lines = own;
        grows[i / COLUMNS] |= cards[i].growth != NULL;
    }
    for (size_t row = 0; row < ROWS; row++) {
        double spare = (out->name_lines == 1 ? line - UNDER_NAME : 0) + (grows[row] ? 0 : line);
        out->tops[row + 1] = out->tops[row] + CARD_HEIGHT - spare;
    }
}

static void put_card(struct desk *desk, struct drawing *d, const struct card *card, double x, double y,
                     const struct grid *grid) {
    struct arena       *arena = desk->arena;
    const struct look  *look = desk->look;
    const struct claim *c = card->claim;
    slice               lines[2], number = quantity_text(c, c->value, c->unit, arena);
    size_t              n = wrap_name(lines, desk, card, grid->width);
    int                 size = look->heading + 9;
    while (size > look->body && text_width(number) * size / 1000.0 > grid->width) size--;
    for (size_t i = 0; i < n; i++)
        drawing_caption(d, (struct caption){x, y + look->body * 1.3 * ((double)i + 0.5), ANCHOR_LEFT, COLOR_MUTED, look->body,
                                            false, lines[i]});
    double at =
        y + look->body * 1.3 * (double)grid->name_lines + (look->heading + 9) * 0.75 + (grid->name_lines == 1 ? UNDER_NAME : 0);
    drawing_caption(d, (struct caption){x, at, ANCHOR_LEFT, COLOR_MAIN, size, true, text_plain(number, arena)});
    if (card->growth)
        drawing_caption(d, (struct caption){x, at + (look->heading + 9) * 0.7 + look->body * 0.8, ANCHOR_LEFT,
                                            card->growth->direction == DIRECTION_DOWN ? COLOR_DOWN : COLOR_INK, look->body,
                                            false, growth_text(desk, card->growth)});
}

static void draw_report(struct desk *desk, const struct report *r, struct card *cards, size_t n) {
    struct arena    *arena = desk->arena;
    slice            year = year_label(desk, r->year), rows_told = SLICE_NONE;
    struct drawing  *d = desk_new(desk, "file.overview", r->name, year, SLICE_NONE);
    struct name_list sources = {0};
    name_add(&sources, r->document, arena);
    struct heading h = {.source = source_label(desk, &sources)};
    double         top;
    struct grid    grid;
    measure_grid(&grid, desk, cards, n, (d->width - 48.0 - (COLUMNS - 1) * GAP) / COLUMNS);
    h.title = desk_title(desk, WORDS_FILL(desk->words, "title.overview", arena, {"who", r->who}, {"year", year}));
    drawing_head(d, &h, desk->look, &top);
    double foot = drawing_foot(d, 0, h.source, desk->look);
    drawing_foot(d, (double)(int)(top + 12 + grid.tops[(n + COLUMNS - 1) / COLUMNS] + foot), h.source, desk->look);
    struct panel *canvas = drawing_panel(d, 0, d->width, 0, d->height);
    canvas->x1 = d->width;
    canvas->y0 = d->height;
    struct layer *rules = panel_layer(canvas, SHAPE_LINE, COLOR_AXIS, 10, desk_word(desk, "data.rules").ptr);
    for (size_t i = 0; i < n; i++) {
        double x = 24 + (double)(i % COLUMNS) * (grid.width + GAP), y = top + 12 + grid.tops[i / COLUMNS];
        layer_mark(rules, x, y - 4, SLICE_NONE);
        rules->marks[rules->count - 1].gap = i > 0;
        layer_mark(rules, x + grid.width, y - 4, SLICE_NONE);
        put_card(desk, d, &cards[i], x, y + 4, &grid);
        const struct claim *c = cards[i].claim;
        rows_told = joined_list(desk, "chart.list", rows_told,
                                arena_format(arena, "%.*s%.*s", SLICE_ARG(text_plain(cards[i].name, arena)),
                                             SLICE_ARG(quantity_text(c, c->value, c->unit, arena))));
    }
    d->desc = WORDS_FILL(desk->words, "told.overview", arena, {"rows", rows_told});
}

void overview_draw(struct desk *desk) {
    struct report *reports;
    size_t         count = reports_find(desk, &reports);
    for (size_t i = 0; i < count; i++) {
        const struct report *r = &reports[i];
        if (!desk->asked && !r->newest) continue;
        struct card *cards = ARENA_ARRAY(desk->arena, struct card, r->count + 1);
        size_t       n = collect(desk, r, cards);
        if (n < LEAST_CARDS) continue;
        qsort(cards, n, sizeof *cards, by_score);
        if (n > MOST_CARDS) n = MOST_CARDS;
        qsort(cards, n, sizeof *cards, by_place);
        draw_report(desk, r, cards, n);
    }
}
