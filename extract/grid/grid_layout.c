/* A table of a document → which cells hold figures, which rows and columns are headings and what those say: merged headings
 * reach all their columns, 农业 beside 粮食产量 and 油料产量 only groups, 单位：亿元 stands above or in a column of its own.
 * Makes no claims. */
#include "extract/grid/grid_layout.h"
#include "extract/words/date.h"

#include "extract/base/banned.h"

enum { MOST_PLACES = 400000, MOST_HEADING_ROWS = 6, LONGEST_CAPTION = 240, CAPTION_BLOCKS = 3 };

/* ---- what a cell holds ---- */

static bool is_year(const struct grid_layout *t, slice s) {
    int year = s.len >= 4 ? slice_int(slice_sub(s, 0, 4)) : -1;
    if (year < 1900 || year > 2099) return false;
    s = slice_from(s, 4);
    return s.len == 0 || (role_take(t->rules->vocabulary->dates, &s, DATE_YEAR) && s.len == 0);
}

static void look_at(struct grid_layout *t, struct cell *c) {
    struct quantity q;
    struct period   p;
    slice           s = c->text;
    if (grid_starts(t->rules->words, GRID_NONE, s) == s.len) return;
    c->content = CONTENT_WORDS;
    if (is_year(t, s)) {
        c->content = CONTENT_YEAR;
    } else if (s.len < 80) {
        c->negative = s.ptr[0] == '-';
        c->digits = s.ptr[0] == '-' || s.ptr[0] == '+' ? slice_from(s, 1) : s;
        unsigned char first = c->digits.len ? (unsigned char)c->digits.ptr[0] : 0;
        bool          figure = ascii_digit(first) || first == '<' || first == '>' || first >= 0xE2; /* ≥90, 约90 */
        /* 万吨 alone is a unit, though it reads as 10000吨, and 一季度 a time. */
        if (figure && period_scan(t->rules->periods, s, &p) < s.len &&
            quantity_whole(t->rules->vocabulary, c->digits, t->arena, &q) && !q.ordinal && !is_unit(s, t->rules, t->arena))
            c->content = CONTENT_FIGURE, t->own_units |= q.unit_name.len > 0;
    }
}

/* ---- the grid ---- */

/* The last dense row that a cell merged downwards reaches; rows ascend. */
static size_t last_row(const struct grid_layout *t, size_t cell) {
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
static void take_places(struct grid_layout *t, struct cell *c) {
    for (size_t r = c->row; r < c->row + c->rows && r < t->rows; r++) {
        struct cell **row = &t->at[r * t->columns];
        if (r > c->row && row[c->column]) return;
        for (size_t k = c->column; k < c->column + c->columns && k < t->columns; k++)
            if (!row[k]) row[k] = c;
    }
}

/* Cells of the table, rows without gaps, and what stands at each place. False when it is too large or a single column. */
static bool lay_out(struct grid_layout *t, size_t blocks) {
    size_t row = 0;
    t->cells = ARENA_ARRAY(t->arena, struct cell, blocks);
    t->count = blocks;
    for (size_t i = 0; i < blocks; i++) {
        const struct block *b = &t->source.document->blocks[t->source.first + i];
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
        c->text = cell_fold(slice_span(t->source.document->text, c->block->at), t->source.plain, t->arena);
        look_at(t, c);
    }
    return true;
}

/* Rows of headings end before the first row that holds a figure which is no year. */
static bool find_heading_rows(struct grid_layout *t) {
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

/* ---- tables one below another ---- */

/* How many cells of the row hold words or years, how many of them behind the first say a year, a unit or what is told, and
 * whether a figure stands below one that does. SIZE_MAX in `*filled` where the row holds a figure. */
static size_t count_headings(const struct grid_layout *t, size_t row, size_t *filled, bool *counted) {
    size_t telling = 0;
    *filled = 0;
    *counted = false;
    for (size_t k = 0; k < t->columns; k++) {
        const struct cell *c = layout_at(t, row, k), *below = row + 1 < t->rows ? layout_at(t, row + 1, k) : NULL;
        struct heading     h;
        if (!c || c->content == CONTENT_NONE || (k > 0 && c == layout_at(t, row, k - 1))) continue;
        if (c->content == CONTENT_FIGURE) return *filled = SIZE_MAX, 0;
        if (++*filled == 1) continue;
        heading_read(&h, c->text, t->rules, t->arena);
        if (!h.has_period && !h.unit.len && h.class == HEADING_PLAIN) continue;
        telling++;
        *counted |= below && below->content == CONTENT_FIGURE;
    }
    return telling;
}

/* The row where a second table of a sheet begins, with its title: a row of one cell and then one of headings over figures;
 * t->rows when there is none. */
static size_t next_table(const struct grid_layout *t) {
    size_t filled, title = t->rows;
    bool   counted;
    for (size_t r = t->heading_rows + 1; r + 1 < t->rows; r++) {
        size_t telling = count_headings(t, r, &filled, &counted);
        if (filled == 1) {
            if (title == t->rows) title = r;
            continue;
        }
        if (title < r && filled != SIZE_MAX && filled > 1 && telling * 2 >= filled - 1 && counted) return title;
        title = t->rows;
    }
    return t->rows;
}

/* The table ends where the next begins. What is too large to be looked at once for each is one. */
static void cut_off(struct grid_layout *t) {
    enum { MOST_CELLS = 5000 };
    if (t->count > MOST_CELLS) return;
    t->rows = next_table(t);
    while (t->count > 0 && t->cells[t->count - 1].row >= t->rows) t->count--;
    for (size_t i = 0; i < t->count; i++)
        if (t->cells[i].row + t->cells[i].rows > t->rows) t->cells[i].rows = t->rows - t->cells[i].row;
}

/* A row that is one cell over all columns is a title or “单位：亿元”, not a heading of each column. */
static bool is_title_row(const struct grid_layout *t, size_t row) {
    const struct cell *only = layout_at(t, row, 0);
    for (size_t k = 0; k < t->columns; k++)
        if (layout_at(t, row, k) && layout_at(t, row, k) != only) return false;
    return true;
}

static void merge(struct heading *into, const struct heading *more, struct arena *arena) {
    if (more->has_period) into->period = more->period, into->has_period = true;
    if (more->unit.len) into->unit = more->unit;
    if (more->basis.len) into->basis = more->basis;
    if (more->class != HEADING_PLAIN) into->class = more->class;
    into->target = into->target || more->target;
    into->label = arena_format(arena, "%.*s%.*s", SLICE_ARG(into->label), SLICE_ARG(more->label));
}

static void read_column_heads(struct grid_layout *t) {
    t->column_head = ARENA_ARRAY(t->arena, struct heading, t->columns);
    for (size_t k = 0; k < t->columns; k++) {
        const struct cell *last = NULL;
        for (size_t r = 0; r < t->heading_rows; r++) {
            struct heading     one;
            const struct cell *c = layout_at(t, r, k);
            if (!c || c == last || is_title_row(t, r)) continue;
            heading_read(&one, c->text, t->rules, t->arena);
            merge(&t->column_head[k], &one, t->arena);
            last = c;
        }
    }
}

/* ---- which column is what ---- */

/* Is the figure of a cell a class, 20岁以下, 20-40岁, where 12.5亿元 is a size? */
static bool is_class(const struct grid_layout *t, const struct cell *c) {
    struct quantity q;
    return c->content == CONTENT_FIGURE && quantity_whole(t->rules->vocabulary, c->digits, t->arena, &q) && q.unit &&
           q.numeral.qualifier != QUALIFIER_EXACT;
}

/* Classes in the first column name their rows: what they are bounded by is no figure of the table. */
static void name_by_classes(struct grid_layout *t) {
    size_t classes = 0, rows = 0;
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        const struct cell *c = layout_at(t, r, 0);
        rows += c && c->content != CONTENT_NONE;
        classes += c && is_class(t, c);
    }
    for (size_t r = t->heading_rows; classes > 1 && classes * 2 >= rows && r < t->rows; r++) {
        struct cell *c = layout_at(t, r, 0);
        if (c && c->content == CONTENT_FIGURE) c->content = CONTENT_WORDS;
    }
}

static size_t count_in_column(const struct grid_layout *t, size_t column, enum content content) {
    size_t n = 0;
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        const struct cell *c = layout_at(t, r, column);
        n += c && c->content == content;
    }
    return n;
}

static bool all_units(const struct grid_layout *t, size_t column) {
    size_t units = 0, words = 0;
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        const struct cell *c = layout_at(t, r, column);
        if (!c || c->content != CONTENT_WORDS) continue;
        words++;
        units += is_unit(c->text, t->rules, t->arena);
    }
    return words > 0 && units * 10 >= words * 8;
}

/* 农业 stands beside 粮食产量 and beside 油料产量, merged or written twice: it groups rows and names none. */
static bool groups_rows(const struct grid_layout *t, size_t column) {
    for (size_t r = t->heading_rows + 1; r < t->rows; r++) {
        const struct cell *c = layout_at(t, r, column), *above = layout_at(t, r - 1, column);
        if (c && above && c->content == CONTENT_WORDS && slice_equal(c->text, above->text)) return true;
    }
    return false;
}

/* The names: the first column of words or years that is no column of units, or the next one when that only groups rows. */
static bool find_columns(struct grid_layout *t) {
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
static void read_row_heads(struct grid_layout *t) {
    slice unit = SLICE_NONE, name = SLICE_NONE;
    bool  part = false;
    t->row_head = ARENA_ARRAY(t->arena, struct heading, t->rows);
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        const struct cell *c = layout_at(t, r, t->stub);
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
static void tell_twins_apart(struct grid_layout *t) {
    slice *group = ARENA_ARRAY(t->arena, slice, t->rows);
    bool  *twin = ARENA_ARRAY(t->arena, bool, t->rows);
    slice  last = SLICE_NONE;
    for (size_t r = t->heading_rows; r < t->rows; r++) {
        bool figures = false;
        for (size_t k = 0; k < t->columns && !figures; k++)
            figures = layout_at(t, r, k) && layout_at(t, r, k)->content == CONTENT_FIGURE;
        if (!figures)
            last = t->row_head[r].label;
        else
            group[r] = last;
        for (size_t o = r > 2000 ? r - 2000 : t->heading_rows; figures && o < r; o++)
            if (slice_equal(t->row_head[o].label, t->row_head[r].label)) twin[o] = twin[r] = true;
    }
    for (size_t r = t->heading_rows; r < t->rows; r++)
        if (twin[r] && t->row_head[r].label.len)
            t->row_head[r].label = arena_format(t->arena, "%.*s%.*s", SLICE_ARG(group[r]), SLICE_ARG(t->row_head[r].label));
}

/* ---- the table as a whole ---- */

/* A grid says for at least one column what or when its figures are: a year, a unit, a word of tables.tsv. */
static bool says_enough(const struct grid_layout *t) {
    if (t->own_units || t->unit < t->columns || t->caption.unit.len) return true;
    for (size_t k = 0; k < t->columns; k++) {
        const struct heading *h = &t->column_head[k];
        if (k != t->stub && (h->has_period || h->unit.len || h->class >= HEADING_EMPTY)) return true;
    }
    for (size_t r = t->heading_rows; r < t->rows; r++)
        if (t->row_head[r].unit.len || t->row_head[r].has_period) return true;
    return false;
}

/* The paragraphs before block `first` that belong to its table: at most three, none longer than a caption. */
static slice caption_of(const struct document *d, size_t first) {
    size_t from = first;
    while (from > 0 && first - from < CAPTION_BLOCKS) {
        const struct block *b = &d->blocks[from - 1];
        if (b->kind == BLOCK_CELL || b->at.end - b->at.start > LONGEST_CAPTION / 2) break;
        from--;
    }
    return from == first ? SLICE_NONE : slice_sub(d->text, d->blocks[from].at.start, d->blocks[first - 1].at.end);
}

/* 2024年价格比上年涨跌幅度 ⏎ 单位：%: what the title ends with says what such figures are. */
static void read_titles(struct grid_layout *t, slice caption) {
    for (size_t at = 0; at < caption.len; at++) {
        size_t         end = slice_find(caption, SLICE_LIT("\n"), at);
        struct heading title;
        if (end == SIZE_MAX) end = caption.len;
        slice line = cell_fold(slice_sub(caption, at, end), t->source.plain, t->arena);
        heading_read(&title, slice_sub(line, 0, grid_unit_word(t->rules->words, line).start), t->rules, t->arena);
        if (title.class >= HEADING_GROWTH) t->caption.class = title.class, t->caption.basis = title.basis;
        at = end;
    }
}

/* 亿元、%: the only one of them that is no ratio, for those have columns that say so; empty when several are, or none is. */
static slice unit_of_list(const struct grid_layout *t, slice list) {
    static const char *const marks[] = {"、", "，", ",", " "};
    slice                    found = SLICE_NONE;
    while (list.len > 0) {
        size_t end = list.len, behind = end;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            size_t at = slice_find(list, slice_of(marks[i]), 0);
            if (at < end) end = at, behind = at + strlen(marks[i]);
        }
        slice unit = slice_sub(list, 0, end);
        if (is_unit(unit, t->rules, t->arena) && !is_ratio(unit)) {
            if (found.len) return SLICE_NONE;
            found = unit;
        }
        list = slice_from(list, behind);
    }
    return found;
}

/* “2012年主要农产品产量 单位：亿元”: the period, and the unit when it is one, or one and ratios. */
static void read_caption(struct grid_layout *t, slice caption) {
    slice         s = cell_fold(caption, t->source.plain, t->arena);
    struct period p;
    read_titles(t, caption);
    for (size_t at = 0; at < s.len && !t->caption.has_period; at = utf8_next(s, at))
        if (period_scan(t->rules->periods, slice_from(s, at), &p) > 0 && p.last_year > 0 && !p.century)
            t->caption.period = p, t->caption.has_period = true;
    slice unit = slice_from(s, grid_unit_word(t->rules->words, s).end);
    while (unit.len > 0 && (unit.ptr[0] == ':' || unit.ptr[0] == ' ')) unit = slice_from(unit, 1);
    if (slice_starts(unit, SLICE_LIT("："))) unit = slice_from(unit, strlen("："));
    slice list = unit;
    while (unit.len > 0 && !is_unit(unit, t->rules, t->arena)) unit.len = unit.ptr[unit.len - 1] == ')' ? unit.len - 1 : 0;
    if (!unit.len && (unit = unit_of_list(t, list)).len) t->caption.ratios = true;
    if (unit.len) t->caption.unit = unit;
}

/* 同比 over 3.1% and -0.3: where some say %, the others are changes in the unit of their row. */
static void tell_mixed_columns(struct grid_layout *t) {
    for (size_t k = 0; k < t->columns; k++) {
        struct heading *h = &t->column_head[k];
        bool            ratios = false, bare = h->class == HEADING_GROWTH && h->label.len == 0 && h->unit.len == 0;
        for (size_t r = t->heading_rows; bare && !ratios && r < t->rows; r++)
            ratios = layout_at(t, r, k) && slice_ends(layout_at(t, r, k)->text, SLICE_LIT("%"));
        if (ratios) h->class = HEADING_CHANGE;
    }
}

/* The row has a figure, or a unit: it is none of headings that stand once more. */
static bool row_counts(const struct grid_layout *t, size_t r) {
    const struct cell *unit = t->unit < t->columns ? layout_at(t, r, t->unit) : NULL;
    bool               counts = unit && is_unit(unit->text, t->rules, t->arena);
    for (size_t k = 0; k < t->columns && !counts; k++)
        counts = layout_at(t, r, k) && layout_at(t, r, k)->content == CONTENT_FIGURE;
    return counts;
}

/* 1988 under 户数（户）, and 2013 beside 33, count: under a unit, a year or other figures stand no years. 成立年份 has none. */
static void count_years(struct grid_layout *t) {
    for (size_t k = 0; k < t->columns; k++) {
        const struct heading *h = &t->column_head[k];
        slice                 unit = h->unit;
        bool dated = h->class == HEADING_SKIP || (role_take(t->rules->vocabulary->dates, &unit, DATE_YEAR) && unit.len == 0);
        if (k == t->stub || k == t->unit || dated || !(h->unit.len || h->has_period || count_in_column(t, k, CONTENT_FIGURE)))
            continue;
        for (size_t r = t->heading_rows; r < t->rows; r++) {
            struct cell *c = layout_at(t, r, k);
            if (!c || c->content != CONTENT_YEAR || c->text.len != 4 || !(h->unit.len || row_counts(t, r))) continue;
            c->content = CONTENT_FIGURE;
            c->digits = c->text;
        }
    }
}

bool layout_read(struct grid_layout *t, const struct grid_source *source, size_t blocks, const struct grid_rules *rules,
                 struct arena *arena) {
    *t = (struct grid_layout){.source = *source, .rules = rules, .arena = arena};
    if (!lay_out(t, blocks) || !find_heading_rows(t)) return false;
    cut_off(t);
    read_caption(t, caption_of(source->document, source->first));
    for (size_t r = 0; r < t->heading_rows; r++)
        if (is_title_row(t, r) && layout_at(t, r, 0) && !t->caption.unit.len) read_caption(t, layout_at(t, r, 0)->text);
    read_column_heads(t);
    name_by_classes(t);
    if (!find_columns(t)) return false;
    count_years(t);
    read_row_heads(t);
    tell_twins_apart(t);
    tell_mixed_columns(t);
    return says_enough(t);
}
