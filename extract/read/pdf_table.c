/* Words and where they stand on the page → tables: lines of a page whose words keep to columns, most of them with figures,
 * below a line of headings. A heading of two lines is one cell, and a table that goes on over the page has its headings again.
 * What has no headings is no table: neither a list of contents nor text in two columns. */
#include "extract/read/pdf_table.h"

#include "extract/base/tsv.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { MOST_COLUMNS = 24, MOST_WORDS = 2000, FEWEST_ROWS = 3, YEAR_DIGITS = 4, NARROW = 6 /* gaps of a line's height */ };

/* In hundredths of a point. */
struct word {
    slice text;
    long  left, right, top, height;
};
struct row {
    size_t first, count; /* its words, from left to right */
    bool   parted, figures;
};
struct column {
    long left, right;
};
struct sheet {
    struct arena     *arena;
    struct word      *words; /* of one page */
    size_t            count, room;
    struct row       *rows;
    size_t            row_count, row_room;
    slice             headings; /* of the table that stood last on the page before */
    size_t            columns;  /* of it; 0: there was none */
    struct pdf_table *tables;
    size_t            table_count, table_room;
};

/* 113.90 → 11390 */
static long hundredths(slice s) {
    long   value = 0;
    size_t decimals = 0;
    bool   point = false;
    for (size_t i = 0; i < s.len && decimals < 2 && value < 100000000; i++) {
        if (s.ptr[i] == '.') {
            point = true;
        } else if (ascii_digit(s.ptr[i])) {
            value = value * 10 + (s.ptr[i] - '0');
            decimals += point;
        }
    }
    for (; decimals < 2; decimals++) value *= 10;
    return value;
}

static int by_place(const void *a, const void *b) {
    const struct word *x = a, *y = b;
    if (x->top != y->top) return ORDER(x->top, y->top);
    return ORDER(x->left, y->left);
}
static int by_left(const void *a, const void *b) {
    const struct word *x = a, *y = b;
    return ORDER(x->left, y->left);
}

/* 34.5, 1,286, -2.1%: what a cell of figures holds. 2022 is a year, which heads a column. */
static bool is_figure(slice s) {
    size_t digits = 0, others = 0;
    for (size_t i = 0; i < s.len; i++) {
        digits += ascii_digit(s.ptr[i]);
        others += !ascii_digit(s.ptr[i]);
        if (!ascii_digit(s.ptr[i]) && !strchr(".,-+%", s.ptr[i])) return false;
    }
    bool year = digits == YEAR_DIGITS && !others && (slice_starts(s, SLICE_LIT("19")) || slice_starts(s, SLICE_LIT("20")));
    return digits > 0 && !year;
}

/* Whether a gap parts words i - 1 and i of the row: half as wide as a line is high, less between two figures. */
static bool gap_before(const struct word *w, size_t i) {
    bool figures = is_figure(w[i].text) && is_figure(w[i - 1].text);
    return w[i].left - w[i - 1].right > w[i].height / (figures ? NARROW : 2);
}

/* What the row's gaps tell: that it is parted, and whether a figure stands alone between them, not as the first. */
static void look_at(const struct sheet *s, struct row *row) {
    const struct word *w = s->words + row->first;
    for (size_t i = 1; i < row->count; i++) {
        if (!gap_before(w, i)) continue;
        row->parted = true;
        if ((i + 1 == row->count || gap_before(w, i + 1)) && is_figure(w[i].text)) row->figures = true;
    }
}

/* The page's words as rows: those that stand at one height. */
static void find_rows(struct sheet *s) {
    s->row_count = 0;
    if (s->count) qsort(s->words, s->count, sizeof *s->words, by_place);
    for (size_t i = 0, end; i < s->count; i = end) {
        for (end = i + 1; end < s->count && s->words[end].top - s->words[i].top < s->words[i].height / 2;) end++;
        qsort(s->words + i, end - i, sizeof *s->words, by_left);
        struct row row = {.first = i, .count = end - i};
        look_at(s, &row);
        ARENA_PUSH(s->arena, s->rows, s->row_count, s->row_room, row);
    }
}

static int by_start(const void *a, const void *b) {
    const struct column *x = a, *y = b;
    return ORDER(x->left, y->left);
}

/* The columns to which the words of the rows with figures keep; 0: there are too many, or too few. */
static size_t find_columns(const struct sheet *s, size_t from, size_t to, struct column out[MOST_COLUMNS]) {
    size_t most = 0, n = 0, count = 0;
    for (size_t r = from; r < to; r++) most += s->rows[r].count;
    struct column *all = ARENA_ARRAY(s->arena, struct column, most + 1);
    long           apart = 0;
    for (size_t r = from; r < to; r++)
        for (size_t i = 0; s->rows[r].figures && i < s->rows[r].count; i++) {
            const struct word *w = &s->words[s->rows[r].first + i];
            all[n++] = (struct column){w->left, w->right};
            apart = w->height / NARROW;
        }
    if (!n) return 0;
    qsort(all, n, sizeof *all, by_start);
    for (size_t i = 0; i < n; i++) {
        if (count && all[i].left < out[count - 1].right + apart) {
            if (all[i].right > out[count - 1].right) out[count - 1].right = all[i].right;
            continue;
        }
        if (count == MOST_COLUMNS) return 0;
        out[count++] = all[i];
    }
    return count < 2 ? 0 : count;
}

/* The column that the middle of a word is nearest to. */
static size_t column_of(const struct column *columns, size_t count, const struct word *w) {
    size_t nearest = 0;
    long   least = 0, middle = (w->left + w->right) / 2;
    for (size_t i = 0; i < count; i++) {
        long away = middle < columns[i].left    ? columns[i].left - middle
                    : middle > columns[i].right ? middle - columns[i].right
                                                : 0;
        if (i == 0 || away < least) nearest = i, least = away;
    }
    return nearest;
}

struct lines {
    char  *text;
    size_t used;
};

/* Bytes that rows [from, to) need as lines of so many cells. */
static size_t room_for(const struct sheet *s, size_t count, size_t from, size_t to) {
    size_t most = 1;
    for (size_t r = from; r < to; r++) {
        most += count;
        for (size_t i = 0; i < s->rows[r].count; i++) most += s->words[s->rows[r].first + i].text.len + 1;
    }
    return most;
}

static void put_word(struct lines *out, size_t start, slice word) {
    bool letters = out->used > start && (unsigned char)out->text[out->used - 1] < 0x80 && (unsigned char)word.ptr[0] < 0x80;
    if (letters) out->text[out->used++] = ' ';
    memcpy(out->text + out->used, word.ptr, word.len);
    out->used += word.len;
}

/* Adds rows [from, to) as one line of cells. Returns how many of those are filled. */
static size_t put_cells(struct lines *out, const struct sheet *s, const struct column *columns, size_t count, size_t from,
                        size_t to) {
    size_t filled = 0;
    for (size_t c = 0; c < count; c++) {
        size_t start = out->used;
        for (size_t r = from; r < to; r++)
            for (size_t i = 0; i < s->rows[r].count; i++) {
                const struct word *w = &s->words[s->rows[r].first + i];
                if (column_of(columns, count, w) == c) put_word(out, start, w->text);
            }
        filled += out->used > start;
        out->text[out->used++] = c + 1 < count ? '\t' : '\n';
    }
    return filled;
}

static void take_words(struct sheet *s, struct pdf_table *t, size_t from, size_t to) {
    size_t count = 0;
    for (size_t r = from; r < to; r++) count += s->rows[r].count;
    t->words = ARENA_ARRAY(s->arena, slice, count + 1);
    for (size_t r = from; r < to; r++)
        for (size_t i = 0; i < s->rows[r].count; i++) t->words[t->word_count++] = s->words[s->rows[r].first + i].text;
}

static bool overlaps(const struct column *c, const struct word *w) { return w->left < c->right && c->left < w->right; }

/* A word of it lies over two columns, as that of a caption does: 表1 主要工业产品产量. */
static bool is_caption(const struct sheet *s, size_t r, const struct column *columns, size_t count) {
    for (size_t i = 0; i < s->rows[r].count; i++)
        for (size_t c = 1; c < count; c++) {
            const struct word *w = &s->words[s->rows[r].first + i];
            if (overlaps(&columns[c - 1], w) && overlaps(&columns[c], w)) return true;
        }
    return false;
}

static bool has_heading(const struct sheet *s, size_t from, size_t to, const struct column *columns, size_t count, size_t c) {
    for (size_t r = from; r < to; r++)
        for (size_t i = 0; i < s->rows[r].count; i++)
            if (column_of(columns, count, &s->words[s->rows[r].first + i]) == c) return true;
    return false;
}

/* 313 起 in every row: a narrow gap with no heading of its own behind it parts no columns. Returns how many are left. */
static size_t join_columns(const struct sheet *s, size_t from, size_t to, struct column *columns, size_t count) {
    long narrow = s->words[s->rows[to].first].height / 2;
    for (size_t c = 1; c < count;) {
        if (columns[c].left - columns[c - 1].right >= narrow || has_heading(s, from, to, columns, count, c)) {
            c++;
            continue;
        }
        columns[c - 1].right = columns[c].right;
        memmove(columns + c, columns + c + 1, (--count - c) * sizeof *columns);
    }
    return count;
}

static long top_of(const struct sheet *s, size_t r) { return s->words[s->rows[r].first].top; }

/* 1 for a row that is but part of a name and stands nearer to the row below, -1 to that above; 0: it is one of its own. */
static int leans(const struct sheet *s, size_t from, size_t r, size_t to) {
    if (s->rows[r].parted || r == from || r + 1 == to) return 0;
    long above = top_of(s, r) - top_of(s, r - 1), below = top_of(s, r + 1) - top_of(s, r);
    return below * 15 < above * 14 ? 1 : above * 15 < below * 14 ? -1 : 0;
}

/* Behind the rows that are one with row `r`: names of several lines. */
static size_t row_end(const struct sheet *s, size_t from, size_t r, size_t to) {
    while (leans(s, from, r, to) > 0) r++;
    for (r++; r < to && leans(s, from, r, to) < 0;) r++;
    return r;
}

/* A table of rows [from, to), which are parted: those before the first with figures are its headings. */
static void take_table(struct sheet *s, size_t page, size_t from, size_t to, bool on_top) {
    struct column columns[MOST_COLUMNS];
    size_t        body = from, figures = 0;
    while (body < to && !s->rows[body].figures) body++;
    for (size_t r = body; r < to; r++) figures += s->rows[r].figures;
    size_t count = figures >= FEWEST_ROWS && figures * 2 >= to - body ? find_columns(s, body, to, columns) : 0;
    if (!count) return;
    for (size_t r = from; r < body; r++)
        if (is_caption(s, r, columns, count)) from = r + 1;
    while (body > from && leans(s, from, body - 1, to) > 0) body--; /* the first name has several lines */
    if (body > from) count = join_columns(s, from, body, columns, count);
    bool         goes_on = body == from && on_top && count == s->columns;
    struct lines out = {.text = arena_text(s->arena, s->headings.len + room_for(s, count, from, to) + count)};
    if (goes_on) {
        memcpy(out.text, s->headings.ptr, s->headings.len);
        out.used = s->headings.len;
    } else if (put_cells(&out, s, columns, count, from, body) * 2 < count) {
        return;
    }
    s->headings = (slice){out.text, out.used};
    for (size_t r = body, end; r < to; r = end) {
        end = row_end(s, body, r, to);
        (void)put_cells(&out, s, columns, count, r, end);
    }
    struct pdf_table table = {.page = page, .rows = {out.text, out.used}};
    take_words(s, &table, from, to);
    ARENA_PUSH(s->arena, s->tables, s->table_count, s->table_room, table);
    s->columns = count;
}

/* Rows that are parted and follow one another, one that is not among them: a name of two lines. */
static void find_tables(struct sheet *s, size_t page) {
    find_rows(s);
    for (size_t r = 0; r < s->row_count; r++) {
        if (!s->rows[r].parted) continue;
        size_t end = r + 1;
        while (end < s->row_count && (s->rows[end].parted || (end + 1 < s->row_count && s->rows[end + 1].figures))) end++;
        take_table(s, page, r, end, r <= 1);
        r = end;
    }
    s->count = 0;
}

/* The first n - 1 fields of a line, and all that is left of it; false when there are fewer. */
static bool cut_fields(slice *fields, size_t n, slice line) {
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (at > line.len) return false;
        fields[i] = i + 1 < n ? slice_take(line, '\t', &at) : slice_from(line, at);
    }
    return true;
}

size_t pdf_tables(struct pdf_table **out, slice tsv, struct arena *arena) {
    enum { LEVEL, PAGE, LEFT = 6, TOP, WIDTH, HEIGHT, TEXT = 11, FIELDS };
    struct sheet s = {.arena = arena};
    size_t       page = 1;
    for (size_t at = 0; at < tsv.len;) {
        slice line = slice_take(tsv, '\n', &at), fields[FIELDS];
        if (!cut_fields(fields, FIELDS, line)) continue;
        if (!slice_is(fields[LEVEL], "5") || !slice_trim(fields[TEXT]).len) continue;
        size_t here = (size_t)hundredths(fields[PAGE]) / 100;
        if (here != page) find_tables(&s, page - 1), page = here;
        struct word w = {.text = slice_trim(fields[TEXT]), .left = hundredths(fields[LEFT]), .top = hundredths(fields[TOP])};
        w.right = w.left + hundredths(fields[WIDTH]);
        w.height = hundredths(fields[HEIGHT]);
        if (s.count < MOST_WORDS) ARENA_PUSH(arena, s.words, s.count, s.room, w);
    }
    find_tables(&s, page - 1);
    *out = s.tables;
    return s.table_count;
}
