/* A report on one sheet: its twelve most telling figures as cards, 处置网络舆情 313起 with 比上年+11.8% below where the report
 * says so. Telling is what has been counted before, what the report itself compares, what is money or people, and what is
 * large. */
#include "plots/kinds.h"
#include "plots/text.h"

#include "extract/base/banned.h"

enum { MOST_CARDS = 12, LEAST_CARDS = 4, COLUMNS = 3, CARD_HEIGHT = 128 };

struct card {
    const struct claim *claim, *growth; /* growth: NULL when the report states none */
    int                 score;
};

/* Growth or change of the same metric, said in the same sentence. */
static const struct claim *growth_of(const struct report *r, const struct claim *of) {
    for (size_t i = 0; i < r->count; i++) {
        const struct claim *c = &r->claims[i];
        if ((c->kind == KIND_GROWTH || (c->kind == KIND_CHANGE && slice_equal(c->unit, SLICE_LIT("百分点")))) &&
            c->value.present && c->role == ROLE_NONE && slice_equal(c->metric, of->metric) &&
            slice_equal(c->sentence, of->sentence) && c->status == of->status)
            return c;
    }
    return NULL;
}

static size_t years_known(const struct comparison *c, const struct claim *claim) {
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = 0; k < c->series[i].point_count; k++)
            if (c->series[i].points[k].claim == claim) return c->series[i].point_count;
    return 0;
}

static int score_of(const struct desk *desk, const struct report *r, const struct card *card) {
    const struct claim *c = card->claim;
    size_t              known = years_known(desk->comparison, c);
    double              size = decimal_double(c->value);
    int                 score = known >= 3 ? 6 : known >= 2 ? 4 : 0;
    if (card->growth) score += 5;
    if (slice_starts(c->dimension, SLICE_LIT("money"))) score += 2;
    if (slice_equal(c->dimension, SLICE_LIT("person"))) score += 1;
    if (size >= 1e8)
        score += 2;
    else if (size >= 1e4)
        score += 1;
    if (c->kind == KIND_SHARE) score += 1;
    if ((size_t)(c - r->claims) < r->count / 4) score += 1;
    if (utf8_count(c->metric) > 14) score -= 3;
    if (utf8_count(c->metric) < 2) score -= 6;
    return score;
}

/* One card a metric, the first figure of it. Returns their number; `cards` has room for all claims. */
static size_t collect(const struct desk *desk, const struct report *r, struct card *cards) {
    size_t n = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct claim *c = &r->claims[i];
        if ((c->kind != KIND_LEVEL && c->kind != KIND_SHARE) || !is_current(r, c) || !c->value.present || c->unit.len == 0)
            continue;
        bool seen = c->metric.len == 0;
        for (size_t k = 0; k < n && !seen; k++) seen = slice_equal(cards[k].claim->metric, c->metric);
        if (seen) continue;
        cards[n] = (struct card){.claim = c, .growth = growth_of(r, c)};
        cards[n].score = score_of(desk, r, &cards[n]);
        n++;
    }
    return n;
}

static int by_score(const void *a, const void *b) {
    const struct card *x = a, *y = b;
    if (x->score != y->score) return y->score - x->score;
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static int by_place(const void *a, const void *b) {
    const struct card *x = a, *y = b;
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

/* 比上年+11.8% */
static slice growth_text(const struct claim *g, struct arena *arena) {
    static const char *const than[][2] = {{"yoy", "比上年 "}, {"mom", "环比 "}, {"start", "比年初 "}};
    slice                    text = quantity_text(g, g->value, g->unit, true, arena);
    if (slice_int(g->basis) > 0) return arena_format(arena, "比%.*s年 %.*s", SLICE_ARG(g->basis), SLICE_ARG(text));
    for (size_t i = 0; i < 3; i++)
        if (slice_equal(g->basis, slice_of(than[i][0]))) return arena_format(arena, "%s%.*s", than[i][1], SLICE_ARG(text));
    return text;
}

static void put_card(struct desk *desk, struct drawing *d, const struct card *card, double x, double y, double width) {
    struct arena       *arena = desk->arena;
    const struct look  *look = desk->look;
    const struct claim *c = card->claim;
    slice               lines[2], number = quantity_text(c, c->value, c->unit, true, arena);
    size_t              n = text_wrap(text_plain(c->metric, arena), (int)(width * 1000 / look->body), lines, 2, arena);
    int                 size = look->heading + 9;
    while (size > look->body && text_width(number) * size / 1000.0 > width) size--;
    for (size_t i = 0; i < n; i++)
        drawing_caption(d, x, y + look->body * 1.3 * ((double)i + 0.5), ANCHOR_LEFT, COLOR_MUTED, look->body, false, lines[i],
                        arena);
    double at = y + look->body * 1.3 * 2 + size * 0.75;
    drawing_caption(d, x, at, ANCHOR_LEFT, COLOR_MAIN, size, true, text_plain(number, arena), arena);
    if (card->growth)
        drawing_caption(d, x, at + size * 0.7 + look->body * 0.8, ANCHOR_LEFT,
                        card->growth->direction == DIRECTION_DOWN ? COLOR_DOWN : COLOR_INK, look->body, false,
                        growth_text(card->growth, arena), arena);
}

static void draw_report(struct desk *desk, const struct report *r, struct card *cards, size_t n) {
    struct arena   *arena = desk->arena;
    slice           body = text_plain(r->body, arena), year = r->year ? arena_format(arena, "%d年", r->year) : SLICE_NONE;
    struct drawing *d = desk_new(desk, "总览", body.len ? body : document_label(r->document, arena), year, SLICE_NONE);
    struct heading  h = {.source = source_label(&r->document, 1, arena)};
    double          top, width = (d->width - 48.0 - (COLUMNS - 1) * 28) / COLUMNS, rows = (double)((n + COLUMNS - 1) / COLUMNS);
    slice           who = body.len ? body : arena_format(arena, "%.*s：", SLICE_ARG(document_label(r->document, arena)));
    h.title = desk_title(desk, arena_format(arena, "%.*s%.*s主要数据", SLICE_ARG(who), SLICE_ARG(year)));
    drawing_head(d, &h, desk->look, &top, arena);
    double foot = drawing_foot(d, 0, h.source, desk->look, arena);
    drawing_foot(d, (double)(int)(top + 12 + rows * CARD_HEIGHT + foot), h.source, desk->look, arena);
    struct panel *canvas = drawing_panel(d, 0, d->width, 0, d->height, arena);
    canvas->x1 = d->width;
    canvas->y0 = d->height;
    struct layer *rules = panel_layer(canvas, SHAPE_LINE, COLOR_AXIS, 10, "横线", arena);
    d->desc = SLICE_LIT("主要数据。");
    for (size_t i = 0; i < n; i++) {
        double x = 24 + (double)(i % COLUMNS) * (width + 28), y = top + 12 + (double)(i / COLUMNS) * CARD_HEIGHT;
        layer_mark(rules, x, y - 4, SLICE_NONE, arena);
        rules->marks[rules->count - 1].gap = i > 0;
        layer_mark(rules, x + width, y - 4, SLICE_NONE, arena);
        put_card(desk, d, &cards[i], x, y + 4, width);
        d->desc = arena_format(
            arena, "%.*s%s%.*s%.*s", SLICE_ARG(d->desc), i ? "，" : "", SLICE_ARG(text_plain(cards[i].claim->metric, arena)),
            SLICE_ARG(quantity_text(cards[i].claim, cards[i].claim->value, cards[i].claim->unit, true, arena)));
    }
}

void overview_draw(struct desk *desk) {
    struct report *reports;
    size_t         count = reports_find(desk, &reports);
    for (size_t i = 0; i < count; i++) {
        const struct report *r = &reports[i];
        if (!desk->asked && !r->newest) continue;
        struct card *cards = ARENA_ARRAY(desk->arena, struct card, r->count + 1);
        size_t       n = collect(desk, r, cards);
        if (n < LEAST_CARDS) {
            desk->skipped++;
            continue;
        }
        qsort(cards, n, sizeof *cards, by_score);
        if (n > MOST_CARDS) n = MOST_CARDS;
        qsort(cards, n, sizeof *cards, by_place);
        draw_report(desk, r, cards, n);
    }
}
