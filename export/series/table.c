/* Series become tables: wide (one column a year, the change behind), long (one row a figure), matches.csv (joins not made).
 * 地区生产总值 | 元 | 19850000000 | 23520000000 | 3670000000 | 18.49. Leaves alone files and formats (the writers'). */
#include "export/series/table.h"

#include "export/series/change.h"
#include "export/series/span.h"
#include "export/table/sheet.h"

#include "extract/base/order.h"

#include "extract/base/banned.h"

/* ---- what both forms need --------------------------------------------------------------------------------------------------
 */

slice alias_list(const struct series *s, struct arena *arena) {
    char  *text = NULL;
    size_t used = 0, capacity = 0;
    for (size_t i = 0; i < s->alias_count; i++) {
        if (i) arena_append(arena, &text, &used, &capacity, SLICE_LIT("; "));
        arena_append(arena, &text, &used, &capacity, s->aliases[i]);
    }
    return (slice){text, used};
}

/* A series is as sure as its least sure join. */
static decimal least_score(const struct series *s) {
    decimal least = DECIMAL_NONE;
    for (size_t i = 0; i < s->point_count; i++)
        if (!s->points[i].shadowed && (!least.present || decimal_compare(s->points[i].score, least) < 0))
            least = s->points[i].score;
    return least;
}

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
    if (count) qsort(years, count, sizeof *years, order_int);
    for (size_t i = 0; i < count; i++)
        if (!kept || years[kept - 1] != years[i]) years[kept++] = years[i];
    *out = years;
    return kept;
}

static slice append(slice text, slice more, struct arena *arena) {
    return text.len ? arena_format(arena, "%.*s; %.*s", SLICE_ARG(text), SLICE_ARG(more)) : more;
}

/* Why a year's cell is empty: the text gives bounds only, or no report states it. */
static slice gap_list(const struct series *s, const struct column_texts *texts, struct arena *arena) {
    slice out = SLICE_NONE;
    int   last = 0, covered = span_years(s->span);
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *p = &s->points[i];
        if (p->shadowed) continue;
        if (p->year - last <= covered) last = p->year - 1; /* 2011 to 2014 are in what 2015 says of five years */
        if (last && p->year - last == 2)
            out = append(out, arena_format(arena, column_note(texts, "%d: not stated"), last + 1), arena);
        if (last && p->year - last > 2)
            out = append(out, arena_format(arena, column_note(texts, "%d to %d: not stated"), last + 1, p->year - 1), arena);
        last = p->year;
        if (p->value.present) continue;
        slice low = decimal_text(p->claim->low, arena), high = decimal_text(p->claim->high, arena);
        out = append(out,
                     low.len && high.len ? arena_format(arena, column_note(texts, "%d: %.*s to %.*s %.*s"), p->year,
                                                        SLICE_ARG(low), SLICE_ARG(high), SLICE_ARG(s->unit))
                     : low.len ? arena_format(arena, column_note(texts, "%d: at least %.*s %.*s"), p->year, SLICE_ARG(low),
                                              SLICE_ARG(s->unit))
                               : arena_format(arena, column_note(texts, "%d: at most %.*s %.*s"), p->year, SLICE_ARG(high),
                                              SLICE_ARG(s->unit)),
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

static const struct sheet_column wide_head[] = {
    {"series", CELL_TEXT, "stable id: key, unit, kind, status, body"},
    {"metric", CELL_TEXT, "the most common wording"},
    {"unit", CELL_TEXT, "of the years' figures"},
    {"kind", CELL_TEXT, "level, share, growth, change, multiple, rank"},
    {"body", CELL_TEXT, "who reports"},
};
static const struct sheet_column wide_tail[] = {
    {"change", CELL_DECIMAL, "between the last two years that have a figure; points for shares, rates and growth"},
    {"change_pct", CELL_DECIMAL, "the same in percent; empty for shares, rates and growth"},
    {"years", CELL_INTEGER, "years that have a figure"},
    {"score", CELL_DECIMAL, "how sure the least sure join is, 0 to 1"},
    {"status", CELL_TEXT, "actual or target"},
    {"span", CELL_TEXT, "what a figure covers when it is not one year: 5y together or on average, H1, since2017"},
    {"change_unit", CELL_TEXT, "the unit of change: percentage points for shares, rates and growth"},
    {"change_years", CELL_TEXT, "the two years compared"},
    {"change_low", CELL_DECIMAL, "where about, over and under leave a range"},
    {"change_high", CELL_DECIMAL, "where about, over and under leave a range"},
    {"change_pct_low", CELL_DECIMAL, "where about, over and under leave a range"},
    {"change_pct_high", CELL_DECIMAL, "where about, over and under leave a range"},
    {"avg_growth", CELL_DECIMAL, "a year, over a gap of years"},
    {"published_growth", CELL_DECIMAL, "growth that the report of the last year states itself"},
    {"target", CELL_DECIMAL, "for the last year, where a report set one"},
    {"change_note", CELL_TEXT, "at least, about, base is zero, published against computed"},
    {"gaps", CELL_TEXT, "years without a figure, and why"},
    {"aliases", CELL_TEXT, "the other wordings"},
};

static void wide_columns(struct sheet *s, const int *years, size_t n) {
    SHEET_COLUMNS(s, wide_head);
    for (size_t i = 0; i < n; i++) {
        slice year = arena_format(s->arena, "%d", years[i]);
        sheet_column_named(s, year, "the figure of this year");
    }
    SHEET_COLUMNS(s, wide_tail);
}

static void wide_row(struct sheet *sheet, const struct comparison *c, size_t i, const int *years, size_t n) {
    const struct series *s = &c->series[i];
    const struct series *growth = s->kind == KIND_LEVEL ? series_beside(c, s, KIND_GROWTH, s->status) : NULL;
    const struct series *target = s->status == STATUS_ACTUAL ? series_beside(c, s, s->kind, STATUS_TARGET) : NULL;
    struct change        change;
    change_between(&change, s, growth, sheet->texts, sheet->arena);
    int                 last = change.to ? change.to : s->points[s->point_count - 1].year;
    const struct point *aim = target ? series_point(target, last) : NULL;
    sheet_row(sheet);
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
    put_text(sheet, change.to ? s->change_unit : SLICE_NONE);
    put_text(sheet, change.to ? arena_format(sheet->arena, "%d/%d", change.from, change.to) : SLICE_NONE);
    put_decimal(sheet, change.low);
    put_decimal(sheet, change.high);
    put_decimal(sheet, change.percent_low);
    put_decimal(sheet, change.percent_high);
    put_decimal(sheet, change.average);
    put_decimal(sheet, change.published);
    put_decimal(sheet, aim ? aim->value : DECIMAL_NONE);
    put_text(sheet, change.note);
    put_text(sheet, gap_list(s, sheet->texts, sheet->arena));
    put_text(sheet, alias_list(s, sheet->arena));
}

/* ---- across bodies: one row a figure and year, one column a body -----------------------------------------------------------
 */

static size_t all_bodies(slice **out, const struct comparison *c, struct arena *arena) {
    slice *bodies = NULL;
    size_t count = 0, capacity = 0, kept = 0;
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = 0; k < c->series[i].point_count; k++)
            if (!count || !slice_equal(bodies[count - 1], c->series[i].points[k].body))
                ARENA_PUSH(arena, bodies, count, capacity, c->series[i].points[k].body);
    if (count) qsort(bodies, count, sizeof *bodies, slice_order);
    for (size_t i = 0; i < count; i++)
        if (!kept || !slice_equal(bodies[kept - 1], bodies[i])) bodies[kept++] = bodies[i];
    *out = bodies;
    return kept;
}

static const struct sheet_column across_head[] = {
    {"series", CELL_TEXT, "stable id: key, unit, kind, status"},
    {"metric", CELL_TEXT, "the most common wording"},
    {"unit", CELL_TEXT, "of the bodies' figures"},
    {"kind", CELL_TEXT, "level, share, growth, change, multiple, rank"},
    {"year", CELL_INTEGER, "the year the figures speak of"},
};
static const struct sheet_column across_tail[] = {
    {"spread", CELL_DECIMAL, "the largest less the smallest; points for shares, rates and growth"},
    {"bodies", CELL_INTEGER, "bodies that have a figure"},
    {"score", CELL_DECIMAL, "how sure the least sure join is, 0 to 1"},
    {"status", CELL_TEXT, "actual or target"},
    {"span", CELL_TEXT, "what a figure covers when it is not one year"},
    {"aliases", CELL_TEXT, "the other wordings"},
};

static void across_columns(struct sheet *s, const slice *bodies, size_t n) {
    SHEET_COLUMNS(s, across_head);
    for (size_t i = 0; i < n; i++) {
        slice name = bodies[i].len ? bodies[i] : SLICE_LIT("?");
        sheet_column_named(s, name, "the figure of this body");
    }
    SHEET_COLUMNS(s, across_tail);
}

static void across_row(struct sheet *sheet, const struct series *s, int year, const slice *bodies, size_t n) {
    decimal low = DECIMAL_NONE, high = DECIMAL_NONE;
    int64_t count = 0;
    sheet_row(sheet);
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

void comparison_wide(struct table *out, const struct comparison *c, const struct column_texts *texts, struct arena *arena) {
    struct sheet sheet = sheet_open(out, "comparison", texts, arena);
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
    sheet_close(&sheet);
}

/* ---- long: one row a figure ------------------------------------------------------------------------------------------------
 */

static const struct sheet_column long_columns[] = {
    {"series", CELL_TEXT, "stable id: key, unit, kind, status, body"},
    {"metric", CELL_TEXT, "the most common wording of the series"},
    {"unit", CELL_TEXT, "of the series"},
    {"kind", CELL_TEXT, "level, share, growth, change, multiple, rank"},
    {"status", CELL_TEXT, "actual or target"},
    {"body", CELL_TEXT, "who reports"},
    {"year", CELL_INTEGER, "the year the figure speaks of"},
    {"value", CELL_DECIMAL, "as stated, in the series' unit"},
    {"low", CELL_DECIMAL, "lower bound when the text gives one"},
    {"high", CELL_DECIMAL, "upper bound when the text gives one"},
    {"qualifier", CELL_TEXT, "exact, about, nearly, over, under, range"},
    {"document", CELL_TEXT, "the path as given, or the record's id"},
    {"start", CELL_INTEGER, "code point offset of the figure in the document's text"},
    {"sentence", CELL_TEXT, "the sentence that holds it"},
    {"score", CELL_DECIMAL, "how sure the join is, 0 to 1"},
    {"shadowed", CELL_BOOLEAN, "another figure of the same year stands"},
    {"duplicate", CELL_BOOLEAN, "its document repeats another"},
    {"direction", CELL_TEXT, "up or down, for growth and change"},
    {"span", CELL_TEXT, "what the figure covers when it is not one year"},
    {"wording", CELL_TEXT, "the metric as this report words it"},
    {"aliases", CELL_TEXT, "the other wordings of the series"},
};

/* As the report states it: 下降3% is 3 and down; brought to the series' unit when it is another's. */
static decimal stated_value(const struct point *p) {
    decimal value = p->value;
    if (value.present && p->claim->value.present) value.negative = p->claim->value.negative;
    return value;
}

static void long_row(struct sheet *sheet, const struct series *s, const struct point *p, slice aliases) {
    const struct claim *c = p->claim;
    sheet_row(sheet);
    put_text(sheet, s->id);
    put_text(sheet, s->metric);
    put_text(sheet, s->unit);
    put_word(sheet, kind_names[s->kind]);
    put_word(sheet, status_names[s->status]);
    put_text(sheet, p->name);
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

void comparison_long(struct table *out, const struct comparison *c, const struct column_texts *texts, struct arena *arena) {
    struct sheet sheet = sheet_open(out, "comparison", texts, arena);
    SHEET_COLUMNS(&sheet, long_columns);
    for (size_t i = 0; i < c->count; i++) {
        slice aliases = alias_list(&c->series[i], arena);
        for (size_t k = 0; k < c->series[i].point_count; k++) long_row(&sheet, &c->series[i], &c->series[i].points[k], aliases);
    }
    sheet_close(&sheet);
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

static const struct sheet_column matches_columns[] = {
    {"metric", CELL_TEXT, "one wording"},
    {"alias", CELL_TEXT, "another that may be the same figure"},
    {"join", CELL_TEXT, "write yes or no, and give the file back with --aliases"},
    {"score", CELL_DECIMAL, "how alike they are, 0 to 1"},
    {"reason", CELL_TEXT, "why they may be one"},
    {"unit", CELL_TEXT, "of both"},
    {"kind", CELL_TEXT, "of both"},
    {"status", CELL_TEXT, "of both"},
    {"body", CELL_TEXT, "who reports"},
    {"metric_figures", CELL_TEXT, "years and figures of the one"},
    {"alias_figures", CELL_TEXT, "years and figures of the other"},
};

void matches_table(struct table *out, const struct comparison *c, const struct column_texts *texts, struct arena *arena) {
    struct sheet sheet = sheet_open(out, "matches", texts, arena);
    SHEET_COLUMNS(&sheet, matches_columns);
    for (size_t i = 0; i < c->weak_count; i++) {
        const struct weak_match *w = &c->weak[i];
        sheet_row(&sheet);
        put_text(&sheet, w->a->metric);
        put_text(&sheet, w->b->metric);
        put_text(&sheet, SLICE_NONE);
        put_decimal(&sheet, w->score);
        put_note(&sheet, w->reason);
        put_text(&sheet, w->a->unit);
        put_word(&sheet, kind_names[w->a->kind]);
        put_word(&sheet, status_names[w->a->status]);
        put_text(&sheet, w->a->body);
        put_text(&sheet, years_and_values(w->a, arena));
        put_text(&sheet, years_and_values(w->b, arena));
    }
    sheet_close(&sheet);
}
