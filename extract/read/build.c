/* Paragraphs, headings, items and cells in the order they are read → document.text and its blocks:
 * 全年处置舆情 ⏎ 指标 ⇥ 2023年 ⏎. Folds white space as a browser does; knows neither HTML nor Word. */
#include "extract/read/build.h"

#include "extract/base/order.h"

#include "extract/base/banned.h"

void build_init(struct build *b, struct arena *arena, size_t expected) {
    *b = (struct build){.arena = arena};
    b->text = arena_grow(arena, NULL, 0, &b->capacity, expected + 64, 1);
}

static void put(struct build *b, slice s) {
    b->text = arena_grow(b->arena, b->text, b->length, &b->capacity, b->length + s.len + 2, 1);
    if (s.len) memcpy(b->text + b->length, s.ptr, s.len);
    b->length += s.len;
}

/* Drops what stands in the text only for the layout: joiners, marks that tell which way to write, the soft hyphen. */
static bool is_invisible(uint32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           c == 0xAD;
}

/* 0: no white space. NBSP is a blank like any other; U+3000 is a character of the text. */
static bool is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x202F;
}

void build_text(struct build *b, slice s) {
    for (size_t at = 0, size; at < s.len; at += size) {
        uint32_t c = utf8_decode(slice_from(s, at), &size);
        if (is_invisible(c)) continue;
        if (is_space(c)) {
            b->pad = b->opened && b->length > b->open.at.start;
            continue;
        }
        if (!b->opened) build_begin(b, BLOCK_PARAGRAPH, 0);
        if (b->pad) put(b, SLICE_LIT(" "));
        b->pad = false;
        put(b, slice_sub(s, at, at + size));
    }
}

void build_raised(struct build *b, slice s) {
    static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (size_t i = 0; i < s.len; i++)
        build_text(b, ascii_digit(s.ptr[i]) ? slice_of(raised[s.ptr[i] - '0']) : slice_sub(s, i, i + 1));
}

/* The block's text moves up to where the block began, without the blanks at its ends; the text ends where it does. */
static bool close_block(struct build *b) {
    slice body = slice_trim(slice_sub((slice){b->text, b->length}, b->open.at.start, b->length));
    b->opened = b->pad = false;
    if (body.len == 0) {
        b->length = b->open.at.start;
        return false;
    }
    memmove(b->text + b->open.at.start, body.ptr, body.len);
    b->length = b->open.at.start + body.len;
    b->open.at.end = (uint32_t)b->length;
    ARENA_PUSH(b->arena, b->blocks, b->count, b->block_capacity, b->open);
    return true;
}

void build_begin(struct build *b, enum block_kind kind, int level) {
    if (b->grid.cell_open) {
        build_end(b);
        return;
    }
    build_end(b);
    b->open = (struct block){.at.start = (uint32_t)b->length, .kind = kind, .level = (uint8_t)level, .page = b->page};
    b->opened = true;
}

void build_end(struct build *b) {
    if (b->grid.cell_open) {
        b->pad = b->length > b->open.at.start;
    } else if (b->opened && close_block(b)) {
        put(b, SLICE_LIT("\n"));
    }
}

void build_break(struct build *b) {
    struct block open = b->open;
    if (b->opened && !b->grid.cell_open)
        build_begin(b, open.kind, open.level);
    else
        build_end(b);
}

void build_table(struct build *b) {
    build_end(b);
    b->grid = (struct grid_state){.number = ++b->tables};
}

/* A row ends with a line end, if anything of the table stands before it. */
static void end_row(struct build *b) {
    struct grid_state *g = &b->grid;
    build_cell_end(b);
    build_end(b);
    if (!g->row_open) return;
    g->row_open = false;
    g->row++;
    for (size_t i = 0; i < MOST_COLUMNS; i++) g->busy[i] -= g->busy[i] > 0;
    while (b->length > 0 && b->text[b->length - 1] == '\t') b->length--;
    if (b->length > 0 && b->text[b->length - 1] != '\n') put(b, SLICE_LIT("\n"));
}

void build_row(struct build *b) {
    end_row(b);
    if (b->grid.row == UINT16_MAX) return;
    b->grid.row_open = true;
    b->grid.column = 0;
}

static uint16_t bounded_span(unsigned n, unsigned most) { return (uint16_t)(n < 1 ? 1 : n > most ? most : n); }

void build_cell(struct build *b, unsigned rows, unsigned columns, bool header) {
    struct grid_state *g = &b->grid;
    if (!g->row_open) build_row(b);
    build_cell_end(b);
    build_end(b);
    while (g->column < MOST_COLUMNS && g->busy[g->column] > 0) g->column++;
    b->open = (struct block){.at.start = (uint32_t)b->length,
                             .kind = BLOCK_CELL,
                             .header = header,
                             .row = g->row,
                             .column = g->column,
                             .rows = bounded_span(rows, MOST_SPAN),
                             .columns = bounded_span(columns, MOST_COLUMNS),
                             .table = g->number,
                             .page = b->page};
    for (unsigned i = 0; i < b->open.columns; i++) {
        if (g->column < MOST_COLUMNS) g->busy[g->column] = b->open.rows;
        if (g->column < UINT16_MAX) g->column++;
    }
    b->opened = g->cell_open = true;
}

void build_cell_at(struct build *b, unsigned row, unsigned column, unsigned rows, unsigned columns) {
    build_cell(b, rows, columns, false);
    b->open.row = (uint16_t)row;
    b->open.column = (uint16_t)column;
}

void build_cell_end(struct build *b) {
    if (!b->grid.cell_open) return;
    b->grid.cell_open = false;
    close_block(b);
    put(b, SLICE_LIT("\t"));
}

void build_table_end(struct build *b) {
    end_row(b);
    b->grid = (struct grid_state){0};
}

static bool ends_sentence(slice s) {
    static const char *const ends[] = {"。", "！", "？", "；", "：", "”", "）", ".", "!", "?", ";", ":", ")", NULL};
    return slice_ends_any(s, ends);
}

/* A report pasted into Word line by line has a paragraph a line: many of one length, and most of those stop within a
 * sentence. Its paragraphs say nothing then; text.c joins the lines. */
static bool is_wrapped(const struct build *b) {
    enum { FEWEST = 20, WIDEST = 240 };
    if (b->count < FEWEST) return false;
    uint32_t *lengths = ARENA_ARRAY(b->arena, uint32_t, b->count);
    for (size_t i = 0; i < b->count; i++) {
        if (b->blocks[i].kind != BLOCK_PARAGRAPH) return false;
        lengths[i] = b->blocks[i].at.end - b->blocks[i].at.start;
    }
    qsort(lengths, b->count, sizeof *lengths, order_32);
    uint32_t width = lengths[b->count * 9 / 10];
    size_t   full = 0, broken = 0;
    for (size_t i = 0; i < b->count; i++) {
        slice text = slice_span((slice){b->text, b->length}, b->blocks[i].at);
        if (text.len * 5 < width * 4) continue;
        full++;
        broken += !ends_sentence(text);
    }
    return width <= WIDEST && full * 2 >= b->count && broken * 10 >= full * 6;
}

void build_finish(struct build *b, struct document *out) {
    build_table_end(b);
    build_end(b);
    out->text = (slice){b->text, b->length};
    out->wrapped = is_wrapped(b);
    out->blocks = b->blocks;
    out->block_count = out->wrapped ? 0 : b->count;
}
