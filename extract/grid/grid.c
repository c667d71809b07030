/* Figures of a table → claims: 粮食 | 万吨 | 650.0 | 17.3 under 产量 and 同比增长（±%） is 粮食产量 6500000 吨 and its growth
 * of 17.3 %. Which cells are headings grid_layout.c tells. Tables of sentences, schedules and phone lists are left to the
 * paragraph rules. */
#include "extract/grid/grid.h"
#include "extract/grid/grid_layout.h"

#include "extract/base/banned.h"

static slice unit_for(const struct grid_layout *t, size_t row, size_t column, enum heading_class class) {
    const struct heading *above = &t->column_head[column], *beside = &t->row_head[row];
    const struct cell    *c = t->unit < t->columns ? layout_at(t, row, t->unit) : NULL;
    if (class == HEADING_GROWTH || class == HEADING_SHARE)
        return above->unit.len && above->class == class ? above->unit : SLICE_LIT("%");
    if (class == HEADING_RANK) return SLICE_NONE;
    if (above->unit.len && (above->class == HEADING_CHANGE || is_ratio(above->unit))) return above->unit; /* 完成率（%） */
    if (beside->unit.len) return beside->unit;
    if (c && c->content == CONTENT_WORDS) return c->text;
    if (above->unit.len) return above->unit;
    if (t->column_head[t->stub].unit.len) return t->column_head[t->stub].unit; /* 指标（亿元） */
    bool rate = t->caption.ratios && grid_ends(t->rules->words, GRID_RATE, beside->label);
    return rate ? SLICE_LIT("%") : t->caption.unit; /* 失业率 under 单位：亿元、% */
}

/* The figure with its unit: 4000.5 under 亿元 is read as 4000.5亿元. A unit that units.tsv lacks is left away. */
static bool figure_of(const struct grid_layout *t, const struct cell *c, slice unit, struct quantity *q) {
    if (!quantity_whole(t->rules->vocabulary, c->digits, t->arena, q)) return false;
    if (q->unit_name.len > 0 || unit.len == 0) return true;
    struct quantity with;
    slice           written = arena_format(t->arena, "%.*s%.*s", SLICE_ARG(c->digits), SLICE_ARG(unit));
    if (quantity_whole(t->rules->vocabulary, written, t->arena, &with)) *q = with;
    return true;
}

static decimal signed_as(decimal d, bool minus) { return minus ? decimal_negated(d) : d; }

static enum kind kind_of(enum heading_class class, const struct quantity *q) {
    bool ratio = is_ratio(q->unit_name);
    bool points = q->unit && q->unit->class == UNIT_POINT; /* 0.1个百分点 under 比上年增长（%） */
    if (class == HEADING_RANK) return KIND_RANK;
    if ((class == HEADING_GROWTH && !points) || (class == HEADING_CHANGE && ratio)) return KIND_GROWTH;
    if (class == HEADING_GROWTH || class == HEADING_CHANGE) return KIND_CHANGE;
    return ratio || class == HEADING_SHARE ? KIND_SHARE : KIND_LEVEL;
}

static slice row_sentence(const struct grid_layout *t, size_t row) {
    slice              out = SLICE_NONE;
    const struct cell *last = NULL;
    for (size_t k = 0; k < t->columns; k++) {
        const struct cell *c = layout_at(t, row, k);
        if (!c || c == last) continue;
        last = c;
        out = out.len == 0 ? c->text : arena_format(t->arena, "%.*s %.*s", SLICE_ARG(out), SLICE_ARG(c->text));
    }
    return out;
}

/* 本年 over a column is the year that the table reports on, also in a report given the year after; 全年 that of its caption. */
static int year_of(const struct grid_layout *t, const struct heading *when) {
    int said = t->caption.has_period ? t->caption.period.last_year : t->source.review_year;
    int year =
        when ? period_year(&when->period, said, said, when->period.relative ? t->source.review_year : t->source.report_year)
             : 0;
    return year ? year : when ? said : t->source.review_year;
}

/* What dates 增长（%） behind 2021年 and 2022年: the latest of the levels before it, when one of them says its year; false when
 * none does. A column without a year is of the year that the table reports on, and `*when` is NULL then. */
static bool dated_before(const struct grid_layout *t, size_t column, const struct heading **when) {
    int  latest = 0;
    bool says = false;
    for (size_t k = 0; k < column; k++) {
        const struct heading *h = &t->column_head[k];
        if (k == t->stub || k == t->unit || h->class >= HEADING_GROWTH || h->class == HEADING_SKIP) continue;
        const struct heading *dates = h->has_period ? h : NULL;
        says = says || dates;
        if (year_of(t, dates) <= latest) continue;
        latest = year_of(t, dates);
        *when = dates;
    }
    return says;
}

static const struct heading *dated(const struct grid_layout *t, size_t row, size_t column) {
    const struct heading *above = &t->column_head[column], *before = NULL;
    if (above->has_period) return above;
    if (above->class >= HEADING_GROWTH && dated_before(t, column, &before)) return before;
    if (t->row_head[row].has_period) return &t->row_head[row];
    return t->caption.has_period ? &t->caption : NULL;
}

/* The period of a figure; growth up to 2023年末 is of 2023, but not of its end. */
static slice period_of(const struct grid_layout *t, const struct heading *when, bool own, int year) {
    char   iso[32];
    size_t length;
    if (!when || (!own && (when->period.end || when->period.start || when->period.month))) return SLICE_NONE;
    length = period_iso(&when->period, year, iso);
    return arena_copy(t->arena, (slice){iso, length});
}

/* What the nearest level before the column measures: 增长（%） behind 产量 is of that. */
static slice measured_before(const struct grid_layout *t, size_t column) {
    while (column-- > 0) {
        const struct heading *h = &t->column_head[column];
        if (column == t->stub || column == t->unit || h->class == HEADING_SKIP) continue;
        if (h->class < HEADING_GROWTH) return h->label;
    }
    return SLICE_NONE;
}

/* 粮食 under 产量 is 粮食产量, and so is its growth, but 发电量 under 产量 is 发电量. */
static slice metric_of(const struct grid_layout *t, const struct heading *beside, size_t column, enum heading_class class) {
    slice name = beside->label, what = t->column_head[column].label;
    if (!what.len && class >= HEADING_GROWTH && class <= HEADING_SHARE) what = measured_before(t, column);
    bool said = what.len == 6 && name.len > 6 && slice_ends(name, slice_from(what, 3));
    if (name.len > 0 && (class == HEADING_RANK || said)) return name;
    return arena_format(t->arena, "%.*s%.*s", SLICE_ARG(name), SLICE_ARG(what));
}

static bool make_claim(const struct grid_layout *t, const struct cell *c, slice sentence, struct claim *out) {
    const struct heading *above = &t->column_head[c->column], *beside = &t->row_head[c->row],
                         *when = dated(t, c->row, c->column);
    enum heading_class class = above->class >= HEADING_GROWTH ? above->class : beside->class;
    bool titled = class < HEADING_GROWTH && !above->unit.len && !beside->unit.len && is_ratio(t->caption.unit);
    if (titled) class = t->caption.class; /* 居民消费价格比上年涨跌幅度 单位：% */
    slice           metric = metric_of(t, beside, c->column, class);
    struct quantity q;
    if (above->class == HEADING_SKIP || metric.len == 0 || !figure_of(t, c, unit_for(t, c->row, c->column, class), &q))
        return false;
    *out = (struct claim){.metric = metric,
                          .qualifier = q.numeral.qualifier,
                          .unit = q.unit_name,
                          .sentence = sentence,
                          .rule = SLICE_LIT(RULE_TABLE),
                          .raw = slice_span(t->source.document->text, c->block->at)};
    out->kind = kind_of(class, &q);
    if (out->kind == KIND_RANK) q.unit = units_rank(t->rules->vocabulary->units), out->unit = q.unit->canonical;
    bool moves = kind_moves(out->kind), minus = c->negative && !moves;
    out->value = signed_as(q.numeral.value, minus);
    out->low = signed_as(numeral_low(&q.numeral), minus);
    out->high = signed_as(numeral_high(&q.numeral), minus);
    out->base_value = signed_as(quantity_base(&q), minus);
    if (q.unit) out->base_unit = q.unit->base, out->dimension = q.unit->dimension;
    if (moves) out->direction = c->negative ? DIRECTION_DOWN : DIRECTION_UP;
    if (moves) out->basis = above->basis.len ? above->basis : titled ? t->caption.basis : beside->basis;
    out->year = year_of(t, when);
    bool ahead =
        when && t->source.review_year && out->year > t->source.review_year; /* 2020年 | 2025年 of a plan given in 2021 */
    out->status = above->target || beside->target || ahead ? STATUS_TARGET : STATUS_ACTUAL;
    out->period = period_of(t, when, when == above || when == beside || when == &t->caption, out->year);
    return true;
}

static void take_claims(struct grid *out, const struct grid_layout *t) {
    slice  sentence = SLICE_NONE;
    size_t sentence_row = SIZE_MAX;
    for (size_t i = 0; i < t->count; i++) {
        const struct cell *c = &t->cells[i];
        struct grid_claim  g = {.at = c->block->at, .block = out->first + i};
        if (c->row < t->heading_rows) {
            out->taken[i] = true;
            continue;
        }
        if (c->column == t->unit || c->content == CONTENT_YEAR || (c->column == t->stub && !holds_digit(c->text)))
            out->taken[i] = true;
        if (c->content != CONTENT_FIGURE || c->column == t->stub || c->column == t->unit) continue;
        if (sentence_row != c->row) sentence = row_sentence(t, c->row);
        sentence_row = c->row;
        out->taken[i] = true; /* a bare figure under 电话 is no claim and no sentence either */
        if (!make_claim(t, c, sentence, &g.claim)) continue;
        ARENA_PUSH(t->arena, out->claims, out->count, out->capacity, g);
        const struct cell *name = layout_at(t, c->row, t->stub); /* 60周岁及以上 | 90.8: the size is of the name */
        if (name) out->taken[name - t->cells] = true;
    }
}

bool grid_read(struct grid *out, const struct grid_source *source, const struct grid_rules *rules, struct arena *arena) {
    const struct document *d = source->document;
    struct grid_layout     t;
    *out = (struct grid){.first = source->first};
    while (out->first + out->blocks < d->block_count &&
           d->blocks[out->first + out->blocks].table == d->blocks[out->first].table)
        out->blocks++;
    out->taken = ARENA_ARRAY(arena, bool, out->blocks + 1);
    bool laid_out = layout_read(&t, source, out->blocks, rules, arena);
    out->blocks = t.count; /* another table may stand below it */
    if (!laid_out) return false;
    take_claims(out, &t);
    if (out->count == 0) memset(out->taken, 0, out->blocks * sizeof *out->taken); /* 序号 | 工作进展: sentences */
    return out->count > 0;
}
