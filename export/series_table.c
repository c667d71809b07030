/* Series become tables: wide (one column a year, the change behind), long (one row a figure), matches.csv (joins not made).
 * 地区生产总值 | 元 | 19850000000 | 23520000000 | 3670000000 | 18.49. Leaves alone files and formats (the writers'). */
#include "export/series_change.h"
#include "export/table.h"

#include "extract/base/banned.h"

struct sheet { /* a table being made, a row at a time */
    struct table  *table;
    struct column *columns;
    size_t         count, capacity;
    struct cell   *row;
    size_t         at;
    struct arena  *arena;
};

static void add_column(struct sheet *s, slice name, slice zh, const char *what, enum cell_type type) {
    struct column column = {name, zh, slice_of(what), type};
    ARENA_PUSH(s->arena, s->columns, s->count, s->capacity, column);
}

static struct cell *next_cell(struct sheet *s) { return &s->row[s->at++]; }

static void put_text(struct sheet *s, slice text) { *next_cell(s) = (struct cell){text.len ? CELL_TEXT : CELL_EMPTY, text, 0}; }
static void put_word(struct sheet *s, const char *word) { put_text(s, slice_of(word)); }
static void put_integer(struct sheet *s, int64_t value) { *next_cell(s) = (struct cell){CELL_INTEGER, SLICE_NONE, value}; }
static void put_boolean(struct sheet *s, bool value) { *next_cell(s) = (struct cell){CELL_BOOLEAN, SLICE_NONE, value}; }
static void put_decimal(struct sheet *s, decimal d) {
    char  *digits = arena_text(s->arena, d.present ? DECIMAL_TEXT : 1);
    size_t n = d.present ? decimal_write(digits, d) : 0;
    *next_cell(s) = (struct cell){n ? CELL_DECIMAL : CELL_EMPTY, {digits, n}, 0};
}

static void new_row(struct sheet *s) {
    struct table *t = s->table;
    t->schema.columns = s->columns;
    t->schema.count = s->count;
    s->row = ARENA_ARRAY(s->arena, struct cell, s->count);
    s->at = 0;
    ARENA_PUSH(s->arena, t->rows, t->row_count, t->capacity, s->row);
}

static struct sheet new_sheet(struct table *out, const char *name, struct arena *arena) {
    *out = (struct table){.schema = {.name = name}};
    return (struct sheet){.table = out, .arena = arena};
}

#define TEXT_COLUMN(s, name, zh, what) add_column(s, SLICE_LIT(name), SLICE_LIT(zh), what, CELL_TEXT)
#define NUMBER_COLUMN(s, name, zh, what) add_column(s, SLICE_LIT(name), SLICE_LIT(zh), what, CELL_DECIMAL)
#define INTEGER_COLUMN(s, name, zh, what) add_column(s, SLICE_LIT(name), SLICE_LIT(zh), what, CELL_INTEGER)

/* ---- what both forms need --------------------------------------------------------------------------------------------------
 */

static slice alias_list(const struct series *s, struct arena *arena) {
    slice out = SLICE_NONE;
    for (size_t i = 0; i < s->alias_count; i++)
        out = out.len ? arena_format(arena, "%.*s; %.*s", SLICE_ARG(out), SLICE_ARG(s->aliases[i])) : s->aliases[i];
    return out;
}

/* A series is as sure as its least sure join. */
static decimal least_score(const struct series *s) {
    decimal least = DECIMAL_NONE;
    for (size_t i = 0; i < s->point_count; i++)
        if (!s->points[i].shadowed && (!least.present || decimal_compare(s->points[i].score, least) < 0))
            least = s->points[i].score;
    return least;
}

/* The series beside this one that says something else of the same figure: its growth, its target. */
static const struct series *beside(const struct comparison *c, size_t i, enum kind kind, enum status status) {
    const struct series *s = &c->series[i];
    for (int step = -1; step <= 1; step += 2)
        for (size_t k = i + (size_t)step; k < c->count; k += (size_t)step) {
            const struct series *t = &c->series[k];
            if (!slice_equal(t->key, s->key) || !slice_equal(t->body, s->body)) break;
            bool unit = kind != s->kind || slice_equal(t->unit, s->unit);
            if (t->kind == kind && t->status == status && slice_equal(t->span, s->span) && unit) return t;
        }
    return NULL;
}

static int compare_years(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

/* The years that a figure is stated for, sorted. */
static size_t stated_years(int **out, const struct comparison *c, struct arena *arena) {
    int   *years = NULL;
    size_t count = 0, capacity = 0, kept = 0;
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = 0; k < c->series[i].point_count; k++) {
            int  year = c->series[i].points[k].year;
            bool known = (count > 0 && years[count - 1] == year) || (count > 1 && years[count - 2] == year);
            if (!known) ARENA_PUSH(arena, years, count, capacity, year);
        }
    if (count) qsort(years, count, sizeof *years, compare_years);
    for (size_t i = 0; i < count; i++)
        if (!kept || years[kept - 1] != years[i]) years[kept++] = years[i];
    *out = years;
    return kept;
}

static slice number_text(decimal d, struct arena *arena) {
    char *digits = arena_text(arena, DECIMAL_TEXT);
    return (slice){digits, decimal_write(digits, d)};
}

static slice append(slice text, slice more, struct arena *arena) {
    return text.len ? arena_format(arena, "%.*s; %.*s", SLICE_ARG(text), SLICE_ARG(more)) : more;
}

/* Why a year's cell is empty: the text gives bounds only, or no report states it. */
static slice gap_list(const struct series *s, struct arena *arena) {
    slice out = SLICE_NONE;
    int   last = 0;
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *p = &s->points[i];
        if (p->shadowed) continue;
        if (last && p->year - last == 2) out = append(out, arena_format(arena, "%d: not stated", last + 1), arena);
        if (last && p->year - last > 2)
            out = append(out, arena_format(arena, "%d to %d: not stated", last + 1, p->year - 1), arena);
        last = p->year;
        if (p->value.present) continue;
        slice low = number_text(p->claim->low, arena), high = number_text(p->claim->high, arena);
        out = append(out,
                     low.len && high.len ? arena_format(arena, "%d: %.*s to %.*s", p->year, SLICE_ARG(low), SLICE_ARG(high))
                     : low.len           ? arena_format(arena, "%d: at least %.*s", p->year, SLICE_ARG(low))
                                         : arena_format(arena, "%d: at most %.*s", p->year, SLICE_ARG(high)),
                     arena);
    }
    return out;
}

static size_t count_stated(const struct series *s) {
    size_t n = 0;
    for (size_t i = 0; i < s->point_count; i++) n += !s->points[i].shadowed;
    return n;
}

/* ---- wide: one row a series, one column a year -----------------------------------------------------------------------------
 */

static void wide_columns(struct sheet *s, const int *years, size_t n) {
    TEXT_COLUMN(s, "series", "序列", "stable id: key, unit, kind, status, body");
    TEXT_COLUMN(s, "metric", "指标", "the most common wording");
    TEXT_COLUMN(s, "unit", "单位", "of the years' figures");
    TEXT_COLUMN(s, "kind", "类别", "level, share, growth, change, multiple, rank");
    TEXT_COLUMN(s, "body", "主体", "who reports");
    for (size_t i = 0; i < n; i++) {
        slice year = arena_format(s->arena, "%d", years[i]);
        add_column(s, year, year, "the figure of this year", CELL_DECIMAL);
    }
    NUMBER_COLUMN(s, "change", "增减", "between the last two years that have a figure; points for shares, rates and growth");
    NUMBER_COLUMN(s, "change_pct", "增减%", "the same in percent; empty for shares, rates and growth");
    INTEGER_COLUMN(s, "years", "年数", "years that have a figure");
    NUMBER_COLUMN(s, "score", "置信", "how sure the least sure join is, 0 to 1");
    TEXT_COLUMN(s, "status", "性质", "actual or target");
    TEXT_COLUMN(s, "span", "跨度", "what a figure covers when it is not one year: 5y, 年均5y, H1");
    TEXT_COLUMN(s, "change_unit", "增减单位", "the unit of change: 百分点 for shares, rates and growth");
    TEXT_COLUMN(s, "change_years", "增减年份", "the two years compared");
    NUMBER_COLUMN(s, "change_low", "增减下限", "where 约, 以上, 不足 leave a range");
    NUMBER_COLUMN(s, "change_high", "增减上限", "where 约, 以上, 不足 leave a range");
    NUMBER_COLUMN(s, "change_pct_low", "增减%下限", "where 约, 以上, 不足 leave a range");
    NUMBER_COLUMN(s, "change_pct_high", "增减%上限", "where 约, 以上, 不足 leave a range");
    NUMBER_COLUMN(s, "avg_growth", "年均增长%", "a year, over a gap of years");
    NUMBER_COLUMN(s, "published_growth", "公布增长%", "growth that the report of the last year states itself");
    NUMBER_COLUMN(s, "target", "目标", "for the last year, where a report set one");
    TEXT_COLUMN(s, "change_note", "说明", "at least, about, base is zero, published against computed");
    TEXT_COLUMN(s, "gaps", "缺项", "years without a figure, and why");
    TEXT_COLUMN(s, "aliases", "别名", "the other wordings");
}

static void wide_row(struct sheet *sheet, const struct comparison *c, size_t i, const int *years, size_t n) {
    const struct series *s = &c->series[i];
    const struct series *growth = s->kind == KIND_LEVEL ? beside(c, i, KIND_GROWTH, s->status) : NULL;
    const struct series *target = s->status == STATUS_ACTUAL ? beside(c, i, s->kind, STATUS_TARGET) : NULL;
    struct change        change;
    change_between(&change, s, growth, sheet->arena);
    int                 last = change.to ? change.to : s->points[s->point_count - 1].year;
    const struct point *aim = target ? series_point(target, last, SLICE_NONE) : NULL;
    new_row(sheet);
    put_text(sheet, s->id);
    put_text(sheet, s->metric);
    put_text(sheet, s->unit);
    put_word(sheet, kind_names[s->kind]);
    put_text(sheet, s->body);
    size_t k = 0;
    for (size_t y = 0; y < n; y++) {
        while (k < s->point_count && (s->points[k].year < years[y] || s->points[k].shadowed)) k++;
        put_decimal(sheet, k < s->point_count && s->points[k].year == years[y] ? s->points[k].value : DECIMAL_NONE);
    }
    put_decimal(sheet, change.amount);
    put_decimal(sheet, change.percent);
    put_integer(sheet, (int64_t)count_stated(s));
    put_decimal(sheet, least_score(s));
    put_word(sheet, status_names[s->status]);
    put_text(sheet, s->span);
    put_text(sheet, !change.to ? SLICE_NONE : change.points ? SLICE_LIT("百分点") : s->unit);
    put_text(sheet, change.to ? arena_format(sheet->arena, "%d/%d", change.from, change.to) : SLICE_NONE);
    put_decimal(sheet, change.low);
    put_decimal(sheet, change.high);
    put_decimal(sheet, change.percent_low);
    put_decimal(sheet, change.percent_high);
    put_decimal(sheet, change.average);
    put_decimal(sheet, change.published);
    put_decimal(sheet, aim ? aim->value : DECIMAL_NONE);
    put_text(sheet, change.note);
    put_text(sheet, gap_list(s, sheet->arena));
    put_text(sheet, alias_list(s, sheet->arena));
}

/* ---- across bodies: one row a figure and year, one column a body -----------------------------------------------------------
 */

static int compare_texts(const void *a, const void *b) { return slice_compare(*(const slice *)a, *(const slice *)b); }

static size_t all_bodies(slice **out, const struct comparison *c, struct arena *arena) {
    slice *bodies = NULL;
    size_t count = 0, capacity = 0, kept = 0;
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = 0; k < c->series[i].point_count; k++)
            if (!count || !slice_equal(bodies[count - 1], c->series[i].points[k].body))
                ARENA_PUSH(arena, bodies, count, capacity, c->series[i].points[k].body);
    if (count) qsort(bodies, count, sizeof *bodies, compare_texts);
    for (size_t i = 0; i < count; i++)
        if (!kept || !slice_equal(bodies[kept - 1], bodies[i])) bodies[kept++] = bodies[i];
    *out = bodies;
    return kept;
}

static void across_columns(struct sheet *s, const slice *bodies, size_t n) {
    TEXT_COLUMN(s, "series", "序列", "stable id: key, unit, kind, status");
    TEXT_COLUMN(s, "metric", "指标", "the most common wording");
    TEXT_COLUMN(s, "unit", "单位", "of the bodies' figures");
    TEXT_COLUMN(s, "kind", "类别", "level, share, growth, change, multiple, rank");
    INTEGER_COLUMN(s, "year", "年份", "the year the figures speak of");
    for (size_t i = 0; i < n; i++) {
        slice name = bodies[i].len ? bodies[i] : SLICE_LIT("?");
        add_column(s, name, name, "the figure of this body", CELL_DECIMAL);
    }
    NUMBER_COLUMN(s, "spread", "极差", "the largest less the smallest; points for shares, rates and growth");
    INTEGER_COLUMN(s, "bodies", "主体数", "bodies that have a figure");
    NUMBER_COLUMN(s, "score", "置信", "how sure the least sure join is, 0 to 1");
    TEXT_COLUMN(s, "status", "性质", "actual or target");
    TEXT_COLUMN(s, "span", "跨度", "what a figure covers when it is not one year");
    TEXT_COLUMN(s, "aliases", "别名", "the other wordings");
}

static void across_row(struct sheet *sheet, const struct series *s, int year, const slice *bodies, size_t n) {
    decimal low = DECIMAL_NONE, high = DECIMAL_NONE;
    int64_t count = 0;
    new_row(sheet);
    put_text(sheet, s->id);
    put_text(sheet, s->metric);
    put_text(sheet, s->unit);
    put_word(sheet, kind_names[s->kind]);
    put_integer(sheet, year);
    for (size_t b = 0; b < n; b++) {
        const struct point *p = NULL;
        for (size_t k = 0; k < s->point_count; k++)
            if (s->points[k].year == year && !s->points[k].shadowed && slice_equal(s->points[k].body, bodies[b]))
                p = &s->points[k];
        decimal value = p ? p->value : DECIMAL_NONE;
        put_decimal(sheet, value);
        count += p != NULL;
        if (!value.present) continue;
        if (!low.present || decimal_compare(value, low) < 0) low = value;
        if (!high.present || decimal_compare(value, high) > 0) high = value;
    }
    put_decimal(sheet, count > 1 ? decimal_sub(high, low) : DECIMAL_NONE);
    put_integer(sheet, count);
    put_decimal(sheet, least_score(s));
    put_word(sheet, status_names[s->status]);
    put_text(sheet, s->span);
    put_text(sheet, alias_list(s, sheet->arena));
}

void comparison_wide(struct table *out, const struct comparison *c, struct arena *arena) {
    struct sheet sheet = new_sheet(out, "comparison", arena);
    if (c->across) {
        slice *bodies;
        size_t n = all_bodies(&bodies, c, arena);
        across_columns(&sheet, bodies, n);
        for (size_t i = 0; i < c->count; i++)
            for (size_t k = 0; k < c->series[i].point_count; k++)
                if (!k || c->series[i].points[k].year != c->series[i].points[k - 1].year)
                    across_row(&sheet, &c->series[i], c->series[i].points[k].year, bodies, n);
    } else {
        int   *years;
        size_t n = stated_years(&years, c, arena);
        wide_columns(&sheet, years, n);
        for (size_t i = 0; i < c->count; i++) wide_row(&sheet, c, i, years, n);
    }
    out->schema.columns = sheet.columns;
    out->schema.count = sheet.count;
}

/* ---- long: one row a figure ------------------------------------------------------------------------------------------------
 */

static void long_columns(struct sheet *s) {
    TEXT_COLUMN(s, "series", "序列", "stable id: key, unit, kind, status, body");
    TEXT_COLUMN(s, "metric", "指标", "the most common wording of the series");
    TEXT_COLUMN(s, "unit", "单位", "of the series");
    TEXT_COLUMN(s, "kind", "类别", "level, share, growth, change, multiple, rank");
    TEXT_COLUMN(s, "status", "性质", "actual or target");
    TEXT_COLUMN(s, "body", "主体", "who reports");
    INTEGER_COLUMN(s, "year", "年份", "the year the figure speaks of");
    NUMBER_COLUMN(s, "value", "数值", "as stated, in the series' unit");
    NUMBER_COLUMN(s, "low", "下限", "lower bound when the text gives one");
    NUMBER_COLUMN(s, "high", "上限", "upper bound when the text gives one");
    TEXT_COLUMN(s, "qualifier", "限定", "exact, about, nearly, over, under, range");
    TEXT_COLUMN(s, "document", "文件", "the path as given, or the record's id");
    INTEGER_COLUMN(s, "start", "起", "code point offset of the figure in the document's text");
    TEXT_COLUMN(s, "sentence", "原句", "the sentence that holds it");
    NUMBER_COLUMN(s, "score", "置信", "how sure the join is, 0 to 1");
    add_column(s, SLICE_LIT("shadowed"), SLICE_LIT("让位"), "another figure of the same year stands", CELL_BOOLEAN);
    add_column(s, SLICE_LIT("duplicate"), SLICE_LIT("重复"), "its document repeats another", CELL_BOOLEAN);
    TEXT_COLUMN(s, "direction", "方向", "up or down, for growth and change");
    TEXT_COLUMN(s, "span", "跨度", "what the figure covers when it is not one year");
    TEXT_COLUMN(s, "wording", "写法", "the metric as this report words it");
    TEXT_COLUMN(s, "aliases", "别名", "the other wordings of the series");
}

/* As the report states it: 下降3% is 3 and down; brought to the series' unit when it is another's. */
static decimal stated_value(const struct point *p) {
    decimal value = p->value;
    if (value.present && p->claim->value.present) value.negative = p->claim->value.negative;
    return value;
}

static void long_row(struct sheet *sheet, const struct series *s, const struct point *p, slice aliases) {
    const struct claim *c = p->claim;
    new_row(sheet);
    put_text(sheet, s->id);
    put_text(sheet, s->metric);
    put_text(sheet, s->unit);
    put_word(sheet, kind_names[s->kind]);
    put_word(sheet, status_names[s->status]);
    put_text(sheet, c->body);
    put_integer(sheet, p->year);
    put_decimal(sheet, stated_value(p));
    put_decimal(sheet, c->low);
    put_decimal(sheet, c->high);
    put_word(sheet, qualifier_names[c->qualifier]);
    put_text(sheet, c->document);
    put_integer(sheet, c->start);
    put_text(sheet, c->sentence);
    put_decimal(sheet, p->score);
    put_boolean(sheet, p->shadowed);
    put_boolean(sheet, p->duplicate);
    put_word(sheet, direction_names[c->direction]);
    put_text(sheet, s->span);
    put_text(sheet, c->metric);
    put_text(sheet, aliases);
}

void comparison_long(struct table *out, const struct comparison *c, struct arena *arena) {
    struct sheet sheet = new_sheet(out, "comparison", arena);
    long_columns(&sheet);
    for (size_t i = 0; i < c->count; i++) {
        slice aliases = alias_list(&c->series[i], arena);
        for (size_t k = 0; k < c->series[i].point_count; k++) long_row(&sheet, &c->series[i], &c->series[i].points[k], aliases);
    }
    out->schema.columns = sheet.columns;
    out->schema.count = sheet.count;
}

/* ---- matches: joins that a person decides ----------------------------------------------------------------------------------
 */

static slice years_and_values(const struct series *s, struct arena *arena) {
    slice out = SLICE_NONE;
    int   shown = 0;
    for (size_t i = 0; i < s->point_count && shown < 6; i++) {
        if (s->points[i].shadowed) continue;
        out = append(out, arena_format(arena, "%d: %.*s", s->points[i].year, SLICE_ARG(s->points[i].claim->raw)), arena);
        shown++;
    }
    return out;
}

void matches_table(struct table *out, const struct comparison *c, struct arena *arena) {
    struct sheet sheet = new_sheet(out, "matches", arena);
    TEXT_COLUMN(&sheet, "metric", "指标", "one wording");
    TEXT_COLUMN(&sheet, "alias", "别名", "another that may be the same figure");
    TEXT_COLUMN(&sheet, "join", "合并", "write yes or no, and give the file back with --aliases");
    NUMBER_COLUMN(&sheet, "score", "置信", "how alike they are, 0 to 1");
    TEXT_COLUMN(&sheet, "reason", "理由", "why they may be one");
    TEXT_COLUMN(&sheet, "unit", "单位", "of both");
    TEXT_COLUMN(&sheet, "kind", "类别", "of both");
    TEXT_COLUMN(&sheet, "status", "性质", "of both");
    TEXT_COLUMN(&sheet, "body", "主体", "who reports");
    TEXT_COLUMN(&sheet, "metric_figures", "指标数值", "years and figures of the one");
    TEXT_COLUMN(&sheet, "alias_figures", "别名数值", "years and figures of the other");
    for (size_t i = 0; i < c->weak_count; i++) {
        const struct weak_match *w = &c->weak[i];
        new_row(&sheet);
        put_text(&sheet, w->a->metric);
        put_text(&sheet, w->b->metric);
        put_text(&sheet, SLICE_NONE);
        put_decimal(&sheet, w->score);
        put_text(&sheet, w->reason);
        put_text(&sheet, w->a->unit);
        put_word(&sheet, kind_names[w->a->kind]);
        put_word(&sheet, status_names[w->a->status]);
        put_text(&sheet, w->a->body);
        put_text(&sheet, years_and_values(w->a, arena));
        put_text(&sheet, years_and_values(w->b, arena));
    }
    out->schema.columns = sheet.columns;
    out->schema.count = sheet.count;
}
