/* A figure becomes a claim: its fields as contract and caller know them, where it stands in the document told in characters and
 * lines. Copies no text: a claim points into the document, the tables, and what the walk keeps for its period. */
#include "extract/document_walk.h"
#include "extract/words/scripts.h"

#include "extract/base/banned.h"

struct position position_of(struct walk *w, span at) {
    struct position told;
    cursor_move(&w->cursor, w->document->text, at.start);
    told.start = w->cursor.point;
    told.line = w->cursor.line;
    cursor_move(&w->cursor, w->document->text, at.end);
    told.end = w->cursor.point;
    return told;
}

/* The fields of a claim that tell where it stands, `at` in the document. */
static void claim_place(struct walk *w, span at, struct claim *out) {
    struct context *c = &w->e->context;
    struct position told = position_of(w, at);
    out->document = w->document->id.len ? w->document->id : w->document->path;
    out->body = c->about.body.text;
    out->section = context_section(c);
    out->start = told.start;
    out->end = told.end;
    out->line = told.line;
    out->place = c->place;
}

static slice dimension_of(const struct unit *unit) {
    static const slice of_class[] = {[UNIT_MEASURE_WORD] = {"count", 5}, [UNIT_PERSON] = {"person", 6}};
    return unit->dimension.len || unit->class > UNIT_PERSON ? unit->dimension : of_class[unit->class];
}

/* A date of another year bounds what the figure tells: 于2023年5月|建成，完成投资3亿元 in a report of 2024. */
static slice period_of(const struct sentence *s, const struct candidate *c, char iso[PERIOD_TEXT]) {
    const struct period *p = c->period >= 0 ? &s->periods[c->period] : NULL;
    if (p && p->last_year && (c->year < p->first_year || c->year > p->last_year)) return SLICE_NONE;
    if (p) return (slice){iso, period_iso(&s->periods[c->period], c->year, iso)};
    return c->span_from ? (slice){iso, period_years_iso(c->span_from + 1, c->year, iso)} : SLICE_NONE;
}

/* A name in the characters of the paragraph: of those near its sentence, where it was put together from some. */
static slice written(const struct walk *w, const struct sentence *s, slice name) {
    enum { NEAR = 2048 };
    slice  text = w->paragraph->text;
    size_t from = s->at.start > NEAR ? s->at.start - NEAR : 0;
    if (name.ptr >= text.ptr && name.ptr < text.ptr + text.len) return name;
    if (name.ptr >= w->plain && name.ptr < w->plain + text.len) return (slice){text.ptr + (name.ptr - w->plain), name.len};
    return scripts_written(slice_sub((slice){w->plain, text.len}, from, s->at.end), slice_sub(text, from, s->at.end), name,
                           &w->e->scratch);
}

/* 7毛 is 0.7元: small money is told in the unit of what is counted beside it. */
static void tell_in_base(struct claim *out, const struct unit *unit) {
    out->value = out->base_value;
    out->low = decimal_scale(out->low, unit->factor);
    out->high = decimal_scale(out->high, unit->factor);
    out->unit = out->base_unit;
}

/* 用|8个月|时间, 200亩|地: the figure ends with its unit. */
static span figure_itself(const struct quantity *q) {
    span at = q->raw;
    if (q->unit && q->unit->with) at.end -= q->unit->surface.len - q->unit->canonical.len;
    return at;
}

void claim_make(struct walk *w, const struct sentence *s, const struct candidate *c, struct claim *out) {
    const struct quantity *q = &c->quantity;
    const struct numeral  *n = &q->numeral;
    bool                   compares = kind_moves(c->kind);
    span                   at = text_source(w->paragraph, w->document->text, figure_itself(q));
    claim_place(w, at, out);
    out->raw = slice_span(w->document->text, at);
    out->sentence = w->sentence;
    out->year = c->year;
    out->period = period_of(s, c, w->iso);
    out->metric = w->plain ? written(w, s, c->metric) : c->metric;
    out->value = n->value;
    out->low = numeral_low(n);
    out->high = numeral_high(n);
    out->qualifier = c->qualifier;
    out->unit = q->unit_name;
    out->base_value = quantity_base(q);
    out->base_unit = q->unit ? q->unit->base : SLICE_NONE;
    if (q->unit && q->unit->small) tell_in_base(out, q->unit);
    out->dimension = q->unit ? dimension_of(q->unit) : SLICE_NONE;
    out->kind = c->kind;
    out->direction = compares ? c->direction : DIRECTION_NONE;
    out->basis = compares ? c->basis : SLICE_NONE;
    out->role = c->role;
    out->status = c->status;
    out->rule = c->rule ? c->rule->id : SLICE_LIT(RULE_QUANTITY);
    if (c->kind != KIND_RANK) return;
    if (c->qualifier == QUALIFIER_UNDER) out->high = n->value; /* 前三, 前20% */
    if (s->tokens[c->token].tag == PERCENT) return;
    const struct unit *place = units_rank(w->e->s->rules.vocabulary.units);
    out->unit = place->canonical;
    out->base_value = n->value;
    out->base_unit = place->base;
    out->dimension = place->dimension;
}

/* The name of a cell in the characters of what stands before it in its table. */
static slice written_in_table(const struct walk *w, const struct grid_claim *g) {
    enum { NEAR = 4096 };
    const slice text = w->document->text;
    size_t      from = w->document->blocks[w->grid.first].at.start;
    if (g->at.end - from > NEAR) from = g->at.end - NEAR;
    while (((unsigned char)text.ptr[from] & 0xC0) == 0x80) from++;
    slice       near = slice_sub(text, from, g->at.end);
    const char *plain = scripts_plain(w->e->s->rules.vocabulary.alphabet, near, &w->e->scratch);
    return plain ? scripts_written((slice){plain, near.len}, near, g->claim.metric, &w->e->scratch) : g->claim.metric;
}

struct claim claim_of_cell(struct walk *w, const struct grid_claim *g) {
    struct claim claim = g->claim;
    claim_place(w, g->at, &claim);
    if (w->e->context.twins) claim.metric = written_in_table(w, g);
    return claim;
}
