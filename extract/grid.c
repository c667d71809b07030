/* Figures of a table → claims: 粮食 | 万吨 | 650.0 | 17.3 under 产量 and 同比增长（±%） is 粮食产量 6500000 吨 and its growth
 * of 17.3 %. Merged headings reach all their columns. Tables of sentences, schedules and phone lists are left to the paragraph
 * rules. */
#include "extract/date.h"
#include "extract/grid.h"

#include "extract/base/banned.h"

enum { MOST_PLACES = 400000, MOST_HEADING_ROWS = 6, LONGEST_CAPTION = 240, CAPTION_BLOCKS = 3 };

enum content { CONTENT_NONE, CONTENT_FIGURE, CONTENT_YEAR, CONTENT_WORDS };

struct cell {
    const struct block *block;
    slice               text; /* folded */
    enum content        content;
    bool                negative;
    slice               digits;                     /* of a figure: without sign */
    size_t              row, rows, columns, column; /* dense rows */
};

struct table_view {
    const struct document   *document;
    const struct grid_rules *rules;
    struct arena            *arena;
    struct cell             *cells;
    size_t                   count, rows, columns;
    struct cell            **at;                       /* rows × columns, a merged cell at each of its places */
    size_t                   heading_rows, stub, unit; /* columns; `columns` when there is none */
    struct heading          *column_head, *row_head, caption;
    int                      review_year, report_year;
    bool                     own_units; /* 12.5亿元 stands in a cell with its unit */
};

/* ---- what a cell holds ---- */

static bool scan_whole(const struct table_view *t, slice s, struct quantity *q) {
    return quantity_whole(t->rules->vocabulary, s, t->arena, q);
}

static bool is_year(const struct table_view *t, slice s) {
    int year = s.len >= 4 ? slice_int(slice_sub(s, 0, 4)) : -1;
    if (year < 1900 || year > 2099) return false;
    s = slice_from(s, 4);
    return s.len == 0 || (role_take(t->rules->vocabulary->dates, &s, DATE_YEAR) && s.len == 0);
}

static void look_at(struct table_view *t, struct cell *c) {
    struct quantity q;
    slice           s = c->text;
    if (grid_starts(t->rules->words, GRID_NONE, s) == s.len) return;
    c->content = CONTENT_WORDS;
    if (is_year(t, s)) {
        c->content = CONTENT_YEAR;
    } else if (s.len < 80) {
        c->negative = s.ptr[0] == '-';
        c->digits = s.ptr[0] == '-' || s.ptr[0] == '+' ? slice_from(s, 1) : s;
        unsigned char first = c->digits.len ? (unsigned char)c->digits.ptr[0] : 0;
        bool figure = (first >= '0' && first <= '9') || first == '<' || first == '>' || first >= 0xE2; /* ≥90, 约90 */
        /* 万吨 alone is a unit, though it reads as 10000吨. */
        if (figure && scan_whole(t, c->digits, &q) && !q.ordinal && !is_unit(s, t->rules, t->arena))
            c->content = CONTENT_FIGURE, t->own_units |= q.unit_name.len > 0;
    }
}

/* ---- the grid ---- */

/* Cells of the table, rows without gaps, and what stands at each place. False when it is too large or a single column. */
/* The last dense row that a cell merged downwards reaches; rows ascend. */
static size_t last_row(const struct table_view *t, size_t cell) {
    const struct block *b = t->cells[cell].block;
    size_t              low = cell, high = t->count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (t->cells[middle].block->row < b->row + b->rows)
            low = middle;
        else
            high = middle;
    }
    return t->cells[low].row;
}

/* The cell takes its places, downwards as far as nobody else stands there. */
static void take_places(struct table_view *t, struct cell *c) {
    for (size_t r = c->row; r < c->row + c->rows && r < t->rows; r++) {
        struct cell **row = &t->at[r * t->columns];
        if (r > c->row && row[c->column]) return;
        for (size_t k = c->column; k < c->column + c->columns && k < t->columns; k++)
            if (!row[k]) row[k] = c;
    }
}

static bool lay_out(struct table_view *t, size_t first, size_t blocks) {
    size_t row = 0;
    t->cells = ARENA_ARRAY(t->arena, struct cell, blocks);
    t->count = blocks;
    for (size_t i = 0; i < blocks; i++) {
        const struct block *b = &t->document->blocks[first + i];
        if (i > 0 && b->row != b[-1].row) row++;
        t->cells[i] = (struct cell){.block = b, .row = row, .column = b->column, .columns = b->columns, .rows = 1};
        if (b->column + (size_t)b->columns > t->columns) t->columns = b->column + b->columns;
    }
    t->rows = row + 1;
    if (t->columns < 2 || t->rows < 2 || t->rows * t->columns > MOST_PLACES) return false;
    t->at = ARENA_ARRAY(t->arena, struct cell *, t->rows * t->columns);
    for (size_t i = 0; i < blocks; i++) {
        struct cell *c = &t->cells[i];
        if (c->block->rows > 1) c->rows = last_row(t, i) - c->row + 1;
        take_places(t, c);
        c->text = cell_fold(slice_span(t->document->text, c->block->at), t->arena);
        look_at(t, c);
    }
    return true;
}

static struct cell *place(const struct table_view *t, size_t row, size_t column) { return t->at[row * t->columns + column]; }

/* Rows of headings end before the first row that holds a figure which is no year. */
static bool find_heading_rows(struct table_view *t) {
    for (size_t i = 0; i < t->count; i++) {
        const struct cell *c = &t->cells[i];
        if (c->content != CONTENT_FIGURE || c->block->header) continue;
        t->heading_rows = c->row;
        /* A heading merged downwards takes its rows with it. */
        for (size_t k = 0; k < i; k++)
            if (t->cells[k].column > 0 && t->cells[k].row < t->heading_rows &&
                t->cells[k].row + t->cells[k].rows > t->heading_rows)
                return false;
        return (t->heading_rows > 0 || t->own_units) && t->heading_rows <= MOST_HEADING_ROWS;
    }
    return false;
}

/* A row that is one cell over all columns is a title or “单位：亿元”, not a heading of each column. */
static bool is_title_row(const struct table_view *t, size_t row) {
    const struct cell *only = place(t, row, 0);
    for (size_t k = 0; k < t->columns; k++)
        if (place(t, row, k) && place(t, row, k) != only) return false;
    return true;
}

static slice join(struct arena *arena, slice a, slice b) {
    return a.len == 0 ? b : b.len == 0 ? a : arena_format(arena, "%.*s%.*s", SLICE_ARG(a), SLICE_ARG(b));
}

static void merge(struct heading *into, const struct heading *more, struct arena *arena) {
    if (more->has_period) into->period = more->period, into->has_period = true;
    if (more->unit.len) into->unit = more->unit;
    if (more->basis.len) into->basis = more->basis;
    if (more->class != HEADING_PLAIN) into->class = more->class;
    into->target = into->target || more->target;
    into->label = join(arena, into->label, more->label);
}

static void read_column_heads(struct table_view *t) {
    t->column_head = ARENA_ARRAY(t->arena, struct heading, t->columns);
    for (size_t k = 0; k < t->columns; k++) {
        const struct cell *last = NULL;
        for (size_t r = 0; r < t->heading_rows; r++) {
            struct heading     one;
            const struct cell *c = place(t, r, k);
            if (!c || c == last || is_title_row(t, r)) continue;
            heading_read(&one, c->text, t->rules, t->arena);
            merge(&t->column_head[k], &one, t->arena);
            last = c;
        }
    }
}

/* ---- which column is what ---- */

static size_t count_in_column(const struct table_view *t, size_t column, enum content content) {
    size_t n = 0;
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        const struct cell *c = place(t, r, column);
        n += c && c->content == content;
    }
    return n;
}

static bool all_units(const struct table_view *t, size_t column) {
    size_t units = 0, words = 0;
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        const struct cell *c = place(t, r, column);
        if (!c || c->content != CONTENT_WORDS) continue;
        words++;
        units += is_unit(c->text, t->rules, t->arena);
    }
    return words > 0 && units * 10 >= words * 8;
}

/* 农业 stands beside 粮食产量 and beside 油料产量, merged or written twice: it groups rows and names none. */
static bool groups_rows(const struct table_view *t, size_t column) {
    for (size_t r = t->heading_rows + 1; r < t->rows; r++) {
        const struct cell *c = place(t, r, column), *above = place(t, r - 1, column);
        if (c && above && c->content == CONTENT_WORDS && slice_equal(c->text, above->text)) return true;
    }
    return false;
}

/* The names: the first column of words or years that is no column of units, or the next one when that only groups rows. */
static bool find_columns(struct table_view *t) {
    t->stub = t->unit = t->columns;
    for (size_t k = 0; k < t->columns; k++) {
        enum heading_class class = t->column_head[k].class;
        size_t words = count_in_column(t, k, CONTENT_WORDS) + count_in_column(t, k, CONTENT_YEAR);
        bool   named = t->stub < t->columns, grouped = named && t->stub + 1 == k && groups_rows(t, t->stub);
        if (t->unit == t->columns && words > 0 && (class == HEADING_UNIT || (named && all_units(t, k))))
            t->unit = k;
        else if ((!named || grouped) && class != HEADING_SKIP && words * 2 > t->rows - t->heading_rows)
            t->stub = k;
    }
    return t->stub < t->columns;
}

/* 家禽（万只）, #肉鸡, 鹅: from the # on, rows without a unit of their own have that of the row they are part of. */
static void read_row_heads(struct table_view *t) {
    slice unit = SLICE_NONE, name = SLICE_NONE;
    bool  part = false;
    t->row_head = ARENA_ARRAY(t->arena, struct heading, t->rows);
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        const struct cell *c = place(t, r, t->stub);
        if (!c) continue;
        struct heading *h = &t->row_head[r];
        heading_read(h, c->text, t->rules, t->arena);
        if (h->label.len > 0)
            name = h->label;
        else if (h->class >= HEADING_GROWTH)
            h->label = name; /* 同比增长 under 财政收入 */
        part = part || grid_starts(t->rules->words, GRID_PART, c->text);
        if (h->unit.len > 0) {
            unit = h->unit;
            part = false;
        } else if (part && t->unit == t->columns) {
            h->unit = unit;
        }
    }
}

/* 猪 under 期末存栏 and 猪 under 期末出栏: a row without figures names the group, which tells two rows of one name apart. */
static void tell_twins_apart(struct table_view *t) {
    slice *group = ARENA_ARRAY(t->arena, slice, t->rows);
    bool  *twin = ARENA_ARRAY(t->arena, bool, t->rows);
    slice  last = SLICE_NONE;
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        bool figures = false;
        for (size_t k = 0; k < t->columns && !figures; k++)
            figures = place(t, r, k) && place(t, r, k)->content == CONTENT_FIGURE;
        if (!figures)
            last = t->row_head[r].label;
        else
            group[r] = last;
        for (size_t o = r > 2000 ? r - 2000 : t->heading_rows; figures && o < r; o++)
            if (slice_equal(t->row_head[o].label, t->row_head[r].label)) twin[o] = twin[r] = true;
    }
    for (size_t r = t->heading_rows; r < t->rows; r++)
        if (twin[r] && t->row_head[r].label.len) t->row_head[r].label = join(t->arena, group[r], t->row_head[r].label);
}

/* ---- claims ---- */

static bool is_ratio(slice unit) { return slice_equal(unit, SLICE_LIT("%")) || slice_equal(unit, SLICE_LIT("‰")); }

static slice unit_for(const struct table_view *t, size_t row, size_t column, enum heading_class class) {
    const struct heading *above = &t->column_head[column], *beside = &t->row_head[row];
    const struct cell    *c = t->unit < t->columns ? place(t, row, t->unit) : NULL;
    if (class == HEADING_GROWTH || class == HEADING_SHARE)
        return above->unit.len && above->class == class ? above->unit : SLICE_LIT("%");
    if (class == HEADING_RANK) return SLICE_NONE;
    if (above->unit.len && (above->class == HEADING_CHANGE || is_ratio(above->unit))) return above->unit; /* 完成率（%） */
    if (beside->unit.len) return beside->unit;
    if (c && c->content == CONTENT_WORDS) return c->text;
    if (above->unit.len) return above->unit;
    return t->column_head[t->stub].unit.len ? t->column_head[t->stub].unit : t->caption.unit; /* 指标（亿元） */
}

/* The figure with its unit: 4000.5 under 亿元 is read as 4000.5亿元. A unit that units.tsv lacks is left away. */
static bool figure_of(const struct table_view *t, const struct cell *c, slice unit, struct quantity *q) {
    if (!scan_whole(t, c->digits, q)) return false;
    if (q->unit_name.len > 0 || unit.len == 0) return true;
    struct quantity with;
    if (scan_whole(t, arena_format(t->arena, "%.*s%.*s", SLICE_ARG(c->digits), SLICE_ARG(unit)), &with)) *q = with;
    return true;
}

static decimal negated(decimal d, bool yes) {
    if (yes && d.present && !decimal_zero(d)) d.negative = !d.negative;
    return d;
}

static enum kind kind_of(enum heading_class class, slice unit) {
    bool ratio = is_ratio(unit);
    if (class == HEADING_RANK) return KIND_RANK;
    if (class == HEADING_GROWTH || (class == HEADING_CHANGE && ratio)) return KIND_GROWTH;
    if (class == HEADING_CHANGE) return KIND_CHANGE;
    return ratio || class == HEADING_SHARE ? KIND_SHARE : KIND_LEVEL;
}

static slice row_sentence(const struct table_view *t, size_t row) {
    slice              out = SLICE_NONE;
    const struct cell *last = NULL;
    for (size_t k = 0; k < t->columns; k++) {
        const struct cell *c = place(t, row, k);
        if (!c || c == last) continue;
        last = c;
        out = out.len == 0 ? c->text : arena_format(t->arena, "%.*s %.*s", SLICE_ARG(out), SLICE_ARG(c->text));
    }
    return out;
}

/* 本年 over a column is the year that the table reports on, also in a report given the year after. */
static int year_of(const struct table_view *t, const struct heading *when) {
    int year = when ? period_year(&when->period, t->review_year, t->review_year,
                                  when->period.relative ? t->review_year : t->report_year)
                    : 0;
    return year ? year : t->review_year;
}

/* What dates 增长（%） behind 2021年 and 2022年: the latest of the levels before it, when one of them says its year; false when
 * none does. A column without a year is of the year that the table reports on, and `*when` is NULL then. */
static bool dated_before(const struct table_view *t, size_t column, const struct heading **when) {
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

static const struct heading *dated(const struct table_view *t, size_t row, size_t column) {
    const struct heading *above = &t->column_head[column], *before = NULL;
    if (above->has_period) return above;
    if (above->class >= HEADING_GROWTH && dated_before(t, column, &before)) return before;
    if (t->row_head[row].has_period) return &t->row_head[row];
    return t->caption.has_period ? &t->caption : NULL;
}

/* The period of a figure; growth up to 2023年末 is of 2023, but not of its end. */
static slice period_of(const struct table_view *t, const struct heading *when, bool own, int year) {
    char   iso[32];
    size_t length;
    if (!when || (!own && (when->period.end || when->period.start || when->period.month))) return SLICE_NONE;
    length = period_iso(&when->period, year, iso);
    return arena_copy(t->arena, (slice){iso, length});
}

/* 粮食 under 产量 is 粮食产量, but 发电量 under 产量 is 发电量. */
static slice metric_of(const struct table_view *t, const struct heading *beside, const struct heading *above,
                       enum heading_class class) {
    slice name = beside->label, what = above->label;
    bool  said = what.len == 6 && name.len > 6 && slice_ends(name, slice_from(what, 3));
    return name.len > 0 && (class == HEADING_RANK || said) ? name : join(t->arena, name, what);
}

static bool make_claim(const struct table_view *t, const struct cell *c, slice sentence, struct claim *out) {
    const struct heading *above = &t->column_head[c->column], *beside = &t->row_head[c->row],
                         *when = dated(t, c->row, c->column);
    enum heading_class class = above->class >= HEADING_GROWTH ? above->class : beside->class;
    bool titled = class < HEADING_GROWTH && !above->unit.len && !beside->unit.len && is_ratio(t->caption.unit);
    if (titled) class = t->caption.class; /* 居民消费价格比上年涨跌幅度 单位：% */
    slice           metric = metric_of(t, beside, above, class);
    struct quantity q;
    if (above->class == HEADING_SKIP || metric.len == 0 || !figure_of(t, c, unit_for(t, c->row, c->column, class), &q))
        return false;
    *out = (struct claim){.metric = metric,
                          .qualifier = q.numeral.qualifier,
                          .unit = q.unit_name,
                          .sentence = sentence,
                          .rule = SLICE_LIT(RULE_TABLE),
                          .raw = slice_span(t->document->text, c->block->at)};
    out->kind = kind_of(class, q.unit_name);
    bool moves = out->kind == KIND_GROWTH || out->kind == KIND_CHANGE, minus = c->negative && !moves;
    out->value = negated(q.numeral.value, minus);
    out->low = negated(numeral_low(&q.numeral), minus);
    out->high = negated(numeral_high(&q.numeral), minus);
    out->base_value = negated(quantity_base(&q), minus);
    if (q.unit) out->base_unit = q.unit->base, out->dimension = q.unit->dimension;
    if (moves) out->direction = c->negative ? DIRECTION_DOWN : DIRECTION_UP;
    if (moves) out->basis = above->basis.len ? above->basis : titled ? t->caption.basis : beside->basis;
    if (out->kind == KIND_RANK) out->unit = units_canonical(t->rules->vocabulary->units, UNIT_RANK);
    out->year = year_of(t, when);
    bool ahead = when && t->review_year && out->year > t->review_year; /* 2020年 | 2025年 of a plan given in 2021 */
    out->status = above->target || beside->target || ahead ? STATUS_TARGET : STATUS_ACTUAL;
    out->period = period_of(t, when, when == above || when == beside || when == &t->caption, out->year);
    return true;
}

/* A grid says for at least one column what or when its figures are: a year, a unit, a word of tables.tsv. */
static bool says_enough(const struct table_view *t) {
    if (t->own_units || t->unit < t->columns || t->caption.unit.len) return true;
    for (size_t k = 0; k < t->columns; k++) {
        const struct heading *h = &t->column_head[k];
        if (k != t->stub && (h->has_period || h->unit.len || h->class >= HEADING_EMPTY)) return true;
    }
    for (size_t r = t->heading_rows; r < t->rows; r++)
        if (t->row_head[r].unit.len || t->row_head[r].has_period) return true;
    return false;
}

static bool holds_digit(slice s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9') return true;
    return false;
}

static void take_claims(struct grid *out, const struct table_view *t) {
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
        const struct cell *name = place(t, c->row, t->stub); /* 60周岁及以上 | 90.8: the size is of the name */
        if (name) out->taken[name - t->cells] = true;
    }
}

slice grid_caption(const struct document *d, size_t first) {
    size_t from = first;
    while (from > 0 && first - from < CAPTION_BLOCKS) {
        const struct block *b = &d->blocks[from - 1];
        if (b->kind == BLOCK_CELL || b->at.end - b->at.start > LONGEST_CAPTION / 2) break;
        from--;
    }
    return from == first ? SLICE_NONE : slice_sub(d->text, d->blocks[from].at.start, d->blocks[first - 1].at.end);
}

/* 2024年价格比上年涨跌幅度 ⏎ 单位：%: what the title ends with says what such figures are. */
static void read_titles(struct table_view *t, slice caption) {
    for (size_t at = 0; at < caption.len; at++) {
        size_t         end = slice_find(caption, SLICE_LIT("\n"), at);
        struct heading title;
        if (end == SIZE_MAX) end = caption.len;
        slice line = cell_fold(slice_sub(caption, at, end), t->arena);
        heading_read(&title, slice_sub(line, 0, grid_unit_word(t->rules->words, line).start), t->rules, t->arena);
        if (title.class >= HEADING_GROWTH) t->caption.class = title.class, t->caption.basis = title.basis;
        at = end;
    }
}

/* “2012年主要农产品产量 单位：亿元”: the period, and the unit when it is one. */
static void read_caption(struct table_view *t, slice caption) {
    slice         s = cell_fold(caption, t->arena);
    struct period p;
    read_titles(t, caption);
    for (size_t at = 0; at < s.len && !t->caption.has_period; at += utf8_size((unsigned char)s.ptr[at]))
        if (period_scan(t->rules->periods, slice_from(s, at), &p) > 0 && p.last_year > 0 && !p.century)
            t->caption.period = p, t->caption.has_period = true;
    slice unit = slice_from(s, grid_unit_word(t->rules->words, s).end);
    while (unit.len > 0 && (unit.ptr[0] == ':' || unit.ptr[0] == ' ')) unit = slice_from(unit, 1);
    if (slice_starts(unit, SLICE_LIT("："))) unit = slice_from(unit, strlen("："));
    while (unit.len > 0 && !is_unit(unit, t->rules, t->arena)) unit.len = unit.ptr[unit.len - 1] == ')' ? unit.len - 1 : 0;
    if (unit.len) t->caption.unit = unit;
}

/* 同比 over 3.1% and -0.3: where some say %, the others are changes in the unit of their row. */
static void tell_mixed_columns(struct table_view *t) {
    for (size_t k = 0; k < t->columns; k++) {
        struct heading *h = &t->column_head[k];
        bool            ratios = false, bare = h->class == HEADING_GROWTH && h->label.len == 0 && h->unit.len == 0;
        for (size_t r = t->heading_rows; bare && !ratios && r < t->rows; r++)
            ratios = place(t, r, k) && slice_ends(place(t, r, k)->text, SLICE_LIT("%"));
        if (ratios) h->class = HEADING_CHANGE;
    }
}

bool grid_read(struct grid *out, const struct document *d, size_t first, slice caption, const struct grid_rules *rules,
               int review_year, int report_year, struct arena *arena) {
    struct table_view t = {
        .document = d, .rules = rules, .arena = arena, .review_year = review_year, .report_year = report_year};
    *out = (struct grid){.first = first};
    while (first + out->blocks < d->block_count && d->blocks[first + out->blocks].table == d->blocks[first].table)
        out->blocks++;
    out->taken = ARENA_ARRAY(arena, bool, out->blocks + 1);
    if (!lay_out(&t, first, out->blocks) || !find_heading_rows(&t)) return false;
    read_caption(&t, caption);
    for (size_t r = 0; r < t.heading_rows; r++)
        if (is_title_row(&t, r) && place(&t, r, 0) && !t.caption.unit.len) read_caption(&t, place(&t, r, 0)->text);
    read_column_heads(&t);
    if (!find_columns(&t)) return false;
    read_row_heads(&t);
    tell_twins_apart(&t);
    tell_mixed_columns(&t);
    if (!says_enough(&t)) return false;
    take_claims(out, &t);
    return out->count > 0;
}
