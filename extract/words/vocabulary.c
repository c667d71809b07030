/* The tables of the vocabulary are loaded from the rule directories, the last directory that holds a table wins. Each
 * row proves itself by its own example (3亩 = 2000 平方米); vocabulary_check runs them all and tells every fault. */
#include "extract/base/ratio.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/words/clock.h"
#include "extract/words/date.h"
#include "extract/words/list_mark.h"
#include "extract/words/page_number.h"
#include "extract/words/qualifier.h"
#include "extract/words/scripts.h"
#include "extract/words/unit.h"

#include "extract/base/banned.h"

static const char *rule_path(const char *name, const char *const *dirs, size_t n, struct arena *run, struct err *err) {
    const char *path = tsv_find(dirs, n, name, run);
    if (!path)
        err_set(err, ERR_RULE, n > 0 ? arena_format(run, "%s/%s", dirs[0], name).ptr : name, 0, 0,
                "no rule directory holds this table; set SUANPAN_RULES to the folder of the rules");
    return path;
}

/* The characters that reports use most get the first numbers: what every table knows of them stands side by side in memory.
 * rules/characters.tsv. */
static bool characters_load(struct alphabet *alphabet, const char *path, struct arena *run, struct err *err) {
    struct tsv table;
    int        text;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text})) return false;
    for (size_t i = 0; i < table.rows; i++) {
        slice all = tsv_cell(&table.row[i], text);
        for (size_t at = 0, size; at < all.len; at += size)
            alphabet_letter(alphabet, utf8_decode(slice_from(all, at), &size), run);
    }
    return true;
}

bool vocabulary_load(struct vocabulary *out, const char *const *dirs, size_t n, struct arena *run, struct err *err) {
    const char *numerals = rule_path("numerals.tsv", dirs, n, run, err), *units = rule_path("units.tsv", dirs, n, run, err);
    const char *characters = rule_path("characters.tsv", dirs, n, run, err),
               *scripts = rule_path("scripts.tsv", dirs, n, run, err), *measures = rule_path("measures.tsv", dirs, n, run, err),
               *qualifiers = rule_path("qualifiers.tsv", dirs, n, run, err), *clock = rule_path("clock.tsv", dirs, n, run, err),
               *dates = rule_path("dates.tsv", dirs, n, run, err), *lists = rule_path("lists.tsv", dirs, n, run, err),
               *pages = rule_path("pages.tsv", dirs, n, run, err);
    *out = (struct vocabulary){.numerals_path = numerals,
                               .units_path = units,
                               .measures_path = measures,
                               .qualifiers_path = qualifiers,
                               .clock_path = clock,
                               .dates_path = dates,
                               .lists_path = lists};
    out->alphabet = arena_new(run, sizeof *out->alphabet);
    alphabet_init(out->alphabet, run);
    return numerals && clock && dates && lists && pages && units && measures && qualifiers && characters && scripts &&
           characters_load(out->alphabet, characters, run, err) && scripts_load(out->alphabet, scripts, run, err) &&
           numerals_load(&out->numerals, out->alphabet, numerals, run, err) &&
           units_load(&out->units, out->alphabet, units, measures, run, err) &&
           qualifiers_load(&out->qualifiers, out->alphabet, qualifiers, run, err) &&
           clock_load(&out->clock, out->alphabet, clock, run, err) && dates_load(&out->dates, out->alphabet, dates, run, err) &&
           lists_load(&out->lists, out->alphabet, lists, run, err) && pages_load(&out->pages, pages, run, err);
}

/* What the right side of an example shows of a quantity. */
enum shown { SHOWN_BASE, SHOWN_UNIT, SHOWN_QUALIFIED, SHOWN_NUMBER, SHOWN_TIME, SHOWN_DATE, SHOWN_LIST };

struct check {
    const struct vocabulary   *v;
    const struct period_table *periods;
    const struct tsv          *table;
    struct arena              *run;
    enum shown                 shown;
    fault_sink                 sink;
    void                      *context;
    bool                       good;
};

/* `format` has a place for `got`, and one for `want` where that is told. */
static void fault(struct check *c, const struct tsv_row *row, slice cell, const char *format, slice got, slice want) {
    struct err err = {0};
    err_set(&err, ERR_RULE, c->table->path, row->line, tsv_place(row, cell), format, SLICE_ARG(got), SLICE_ARG(want));
    c->good = false;
    c->sink(c->context, &err);
}

/* 4600/3 in an example is what quantity_base says for it: 1533.33333333. */
static slice fraction_text(struct check *c, slice value) {
    struct ratio ratio;
    if (!slice_has(value, SLICE_LIT("/")) || !ratio_read(&ratio, value)) return value;
    return decimal_text(decimal_scale(decimal_int(1), ratio), c->run);
}

static slice shown_text(struct check *c, const struct quantity *q) {
    slice value = decimal_text(q->numeral.value, c->run), low = decimal_text(numeral_low(&q->numeral), c->run);
    if (c->shown == SHOWN_BASE && q->unit && q->unit->factor.numerator != 0)
        return arena_format(c->run, "%.*s %.*s", SLICE_ARG(decimal_text(quantity_base(q), c->run)), SLICE_ARG(q->unit->base));
    if (c->shown != SHOWN_QUALIFIED) return arena_format(c->run, "%.*s %.*s", SLICE_ARG(value), SLICE_ARG(q->unit_name));
    const char *qualifier = qualifier_names[q->numeral.qualifier];
    if (q->numeral.qualifier == QUALIFIER_RANGE)
        return arena_format(c->run, "%s %.*s %.*s %.*s", qualifier, SLICE_ARG(low),
                            SLICE_ARG(decimal_text(numeral_high(&q->numeral), c->run)), SLICE_ARG(q->unit_name));
    return slice_trim(arena_format(c->run, "%s %.*s %.*s", qualifier, SLICE_ARG(value), SLICE_ARG(q->unit_name)));
}

static bool from_row(const struct check *c, const struct quantity *q, const struct tsv_row *row) {
    if (c->shown == SHOWN_QUALIFIED) return q->qualifier_line == row->line;
    return q->unit && q->unit->path == c->table->path && q->unit->line == row->line;
}

/* 分 of 用时3分20秒, which is said in 秒. */
static bool small_part(const struct check *c, slice text, const struct quantity *q, const struct tsv_row *row) {
    return c->shown == SHOWN_BASE && q->unit && !slice_equal(q->unit->surface, row->cells[0]) &&
           slice_equal(q->unit->dimension, tsv_cell(row, tsv_column(c->table, COLUMN_DIMENSION))) &&
           slice_has(slice_span(text, q->raw), row->cells[0]);
}

/* Finds the first quantity of `text`, and whether the row took part. Joins and scales (whose rows are no units of their
 * own) and qualifiers without a bound are not asked. */
static bool example_scan(struct check *c, const struct tsv_row *row, slice text, bool ask, struct quantity *first,
                         bool *reached) {
    struct quantity      q;
    struct spelling      spelling;
    struct quantity_text s = {c->v, &spelling, 0, c->run};
    bool                 found = false;
    *reached = !ask;
    spell(&spelling, c->v->alphabet, text, 0);
    for (size_t i = 0; i < spelling.count; i++) {
        if (quantity_scan(&s, i, 0, &q) == 0) continue;
        if (!found || (!first->unit && q.unit)) *first = q;
        found = true;
        *reached |= from_row(c, &q, row) || small_part(c, text, &q, row);
    }
    return found;
}

/* >300, ~10, 11..19, 5.3%, 3.5 as numerals.tsv writes what a numeral says; a ratio is itself. */
static slice number_text(struct check *c, slice text) {
    struct numeral n;
    size_t         used = numeral_scan_text(c->v->numerals, text, &n);
    slice          unit = n.form == NUMERAL_FRACTION ? SLICE_NONE : numeral_unit_name(&n);
    const char    *mark = n.qualifier == QUALIFIER_OVER     ? ">"
                          : n.qualifier == QUALIFIER_NEARLY ? "<"
                          : n.qualifier == QUALIFIER_ABOUT  ? "~"
                                                            : "";
    if (used == 0) return SLICE_NONE;
    if (n.form == NUMERAL_RATIO) return slice_sub(text, 0, used);
    if (n.qualifier == QUALIFIER_RANGE)
        return arena_format(c->run, "%.*s..%.*s%.*s", SLICE_ARG(decimal_text(numeral_low(&n), c->run)),
                            SLICE_ARG(decimal_text(numeral_high(&n), c->run)), SLICE_ARG(unit));
    decimal value = n.form == NUMERAL_FRACTION && n.divided ? numeral_fraction(&n, (struct ratio){1, 1}) : n.value;
    return arena_format(c->run, "%s%.*s%.*s", mark, SLICE_ARG(decimal_text(value, c->run)), SLICE_ARG(unit));
}

static slice time_text(struct check *c, slice text) {
    char  *out = arena_text(c->run, CLOCK_TEXT);
    size_t length = 0;
    return clock_scan(c->v->clock, c->v->numerals, text, out, &length) == text.len ? (slice){out, length} : SLICE_NONE;
}

/* T for a time of the day, which is no period; 2023 初中 for 2023年初中, of which the last word is no part. */
static slice date_text(struct check *c, slice text) {
    struct period p;
    char         *out = arena_text(c->run, PERIOD_TEXT);
    size_t        used = period_scan(c->periods, text, &p), length = period_iso(&p, p.last_year, out);
    if (used == 0) return SLICE_NONE;
    slice iso = length ? (slice){out, length} : SLICE_LIT("T"), rest = slice_from(text, used);
    return rest.len ? arena_format(c->run, "%.*s %.*s", SLICE_ARG(iso), SLICE_ARG(rest)) : iso;
}

static slice level_text(struct check *c, slice text) {
    size_t size;
    int    level = mark_level(c->v->lists, text, &size);
    return level || list_opens(c->v->lists, text) || list_numbered(c->v->lists, text) ? arena_format(c->run, "%d", level)
                                                                                      : SLICE_NONE;
}

/* Text and what must come of it, parted at “ = ”. False with a fault when the row has none. */
static bool example_cut(struct check *c, const struct tsv_row *row, slice *text, slice *want) {
    slice  cell = tsv_cell(row, tsv_column(c->table, COLUMN_EXAMPLE));
    size_t equals = slice_find(cell, SLICE_LIT(" = "), 0);
    if (cell.len == 0) fault(c, row, row->cells[0], "%.*s is empty", SLICE_LIT(COLUMN_EXAMPLE), SLICE_NONE);
    if (cell.len > 0 && equals == SIZE_MAX) fault(c, row, cell, "the example has no “ = ”: %.*s", cell, SLICE_NONE);
    if (equals == SIZE_MAX) return false;
    *text = slice_sub(cell, 0, equals);
    *want = slice_trim(slice_from(cell, equals + 3));
    return true;
}

static const char differs[] = "the example gives %.*s, not %.*s";

static bool spelt_in(slice text, slice spellings) {
    slice word;
    for (size_t at = 0; tsv_word(spellings, &at, &word);)
        if (slice_has(text, word)) return true;
    return false;
}

/* The rows of numerals.tsv, clock.tsv, dates.tsv and lists.tsv: what they say has no unit. */
static void bare_check(struct check *c, const struct tsv_row *row) {
    slice text, want;
    if (!example_cut(c, row, &text, &want)) return;
    slice got = c->shown == SHOWN_NUMBER ? number_text(c, text)
                : c->shown == SHOWN_TIME ? time_text(c, text)
                : c->shown == SHOWN_LIST ? level_text(c, text)
                                         : date_text(c, text);
    if (slice_starts(want, SLICE_LIT(">")) || slice_starts(want, SLICE_LIT("<")))
        want = arena_format(c->run, "%c%.*s", want.ptr[0], SLICE_ARG(fraction_text(c, slice_from(want, 1))));
    else if (c->shown != SHOWN_DATE)
        want = fraction_text(c, want);
    if (!slice_equal(got, want))
        fault(c, row, text, differs, got, want);
    else if (c->shown >= SHOWN_DATE && !spelt_in(text, row->cells[0]))
        fault(c, row, text, "the example is read without this row: %.*s", text, SLICE_NONE);
}

static void example_check(struct check *c, const struct tsv_row *row) {
    slice cell = tsv_cell(row, tsv_column(c->table, COLUMN_EXAMPLE)), class = tsv_cell(row, tsv_column(c->table, COLUMN_CLASS));
    slice effect = tsv_cell(row, tsv_column(c->table, COLUMN_EFFECT)), text, want;
    struct quantity q;
    bool reached, ask = c->shown == SHOWN_QUALIFIED ? (effect.len > 0 && name_index(qualifier_names + 1, 4, effect) >= 0)
                                                    : unit_part_of(class) == PART_UNIT;
    if (!example_cut(c, row, &text, &want)) return;
    if (!example_scan(c, row, text, ask, &q, &reached)) {
        fault(c, row, cell, "the example holds no quantity: %.*s", text, SLICE_NONE);
        return;
    }
    size_t blank = slice_find(want, SLICE_LIT(" "), 0);
    if (c->shown == SHOWN_BASE && blank != SIZE_MAX)
        want = arena_format(c->run, "%.*s%.*s", SLICE_ARG(fraction_text(c, slice_sub(want, 0, blank))),
                            SLICE_ARG(slice_from(want, blank)));
    slice got = shown_text(c, &q);
    if (!slice_equal(got, want))
        fault(c, row, cell, differs, got, want);
    else if (!reached)
        fault(c, row, cell, "the example is read without this row: %.*s", text, SLICE_NONE);
}

static void table_check(struct check *c, const char *path, enum shown shown, const char *same_path) {
    struct tsv table;
    struct err err = {0};
    if (!path || !tsv_load(&table, path, c->run, &err)) {
        c->good = false;
        if (err.kind != ERR_NONE) c->sink(c->context, &err);
        return;
    }
    table.path = same_path ? same_path : table.path;
    // cppcheck-suppress autoVariables ; used within this call only
    c->table = &table;
    c->shown = shown;
    for (size_t i = 0; i < table.rows; i++) (shown <= SHOWN_QUALIFIED ? example_check : bare_check)(c, &table.row[i]);
}

bool vocabulary_check(const struct vocabulary *v, const struct period_table *periods, struct arena *run, fault_sink sink,
                      void *context) {
    struct check c = {.v = v, .periods = periods, .run = run, .sink = sink, .context = context, .good = true};
    table_check(&c, v->units_path, SHOWN_BASE, units_at(v->units, 0)->path);
    table_check(&c, v->measures_path, SHOWN_UNIT, units_at(v->units, units_count(v->units) - 1)->path);
    table_check(&c, v->qualifiers_path, SHOWN_QUALIFIED, NULL);
    table_check(&c, v->numerals_path, SHOWN_NUMBER, NULL);
    table_check(&c, v->clock_path, SHOWN_TIME, NULL);
    table_check(&c, v->dates_path, SHOWN_DATE, NULL);
    table_check(&c, v->lists_path, SHOWN_LIST, NULL);
    return c.good;
}
