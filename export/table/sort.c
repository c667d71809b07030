/* Rows in order: --sort -value,metric puts 宣讲 1500 before 处置舆情 313, and rows that agree stay as they
 * came. */
#include "export/table/columns.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

struct sort_key {
    int  column;
    bool down;
};
struct order {
    struct sort_key *keys;
    size_t           count, capacity;
};

static int compare_decimals(slice a, slice b) {
    decimal x = decimal_read(a), y = decimal_read(b);
    if (!x.present || !y.present) return slice_compare(a, b);
    return decimal_compare(x, y);
}

static int compare_cells(const struct cell *a, const struct cell *b) {
    if (a->type == CELL_DECIMAL && b->type == CELL_DECIMAL) return compare_decimals(a->text, b->text);
    if (a->type == CELL_TEXT && b->type == CELL_TEXT) return slice_compare(a->text, b->text);
    return ORDER(a->integer, b->integer);
}

static int compare_rows(const struct order *order, const struct cell *a, const struct cell *b) {
    for (size_t i = 0; i < order->count; i++) {
        const struct cell *x = &a[order->keys[i].column], *y = &b[order->keys[i].column];
        bool               no_x = x->type == CELL_EMPTY, no_y = y->type == CELL_EMPTY;
        if (no_x || no_y) {
            if (no_x != no_y) return no_x ? 1 : -1;
            continue;
        }
        int way = compare_cells(x, y);
        if (way) return order->keys[i].down ? -way : way;
    }
    return 0;
}

/* Merges two sorted runs, the left one first where they agree: qsort would not keep equal rows in their order. */
static void merge_sort(const struct order *order, struct cell **rows, struct cell **spare, size_t n) {
    if (n < 2) return;
    size_t half = n / 2, left = 0, right = half, out = 0;
    merge_sort(order, rows, spare, half);
    merge_sort(order, rows + half, spare, n - half);
    memcpy(spare, rows, n * sizeof *rows);
    while (left < half || right < n) {
        bool take_left = right == n || (left < half && compare_rows(order, spare[left], spare[right]) <= 0);
        rows[out++] = spare[take_left ? left++ : right++];
    }
}

bool table_sort(struct table *table, const char *columns, struct arena *arena, struct err *err) {
    struct order order = {0};
    slice        list = slice_of(columns);
    for (size_t at = 0; at < list.len;) {
        slice name = slice_trim(slice_take(list, ',', &at));
        bool  down = slice_starts(name, SLICE_LIT("-"));
        if (down) name = slice_from(name, 1);
        int column = column_find(&table->schema, name);
        if (column < 0) return column_unknown("--sort", &table->schema, name, err);
        ARENA_PUSH(arena, order.keys, order.count, order.capacity, ((struct sort_key){column, down}));
    }
    merge_sort(&order, table->rows, ARENA_ARRAY(arena, struct cell *, table->row_count + 1), table->row_count);
    return true;
}
