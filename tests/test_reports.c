/* Whole reports: each folder fixtures/reports/CASE holds documents, and claims.tsv and series.tsv written by hand: every
 * claim and every point of every series that must come out, and nothing else.
 * The columns are those of `extract` and of `compare --long` by their English names; only the columns that the table has
 * are compared. `document` is the file's own name; a metric may also be one of metric_alt (a ; b). A file `args` holds options:
 * --year 2020 --body 青禾县. The claims were written before the program ran and are not bent to it. A row with a word in the
 * column gap is known not to hold, and the day it holds the word must go; so must a row marked extra once it comes out no more.
 */
#include "tests/corpus.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "extract/base/banned.h"

#define CASES "fixtures/reports"
#define MADE SUANPAN_BUILD "/report.tsv"

enum { MOST_COLUMNS = 32 };

/* Two tables and where each column of the wanted one stands in the other. */
struct pair {
    struct tsv    want, got;
    int           column[MOST_COLUMNS];
    bool         *used; /* rows of got that a row of want has taken */
    struct arena *arena;
};

static void fail(const char *path, int line, const char *text) {
    CU_assertImplementation(CU_FALSE, (unsigned)line, text, path, "", CU_FALSE);
}

static slice last_name(slice path) {
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/') from--;
    return slice_from(path, from);
}

static slice got_cell(const struct pair *p, size_t row, size_t column) {
    slice cell = tsv_cell(&p->got.row[row], p->column[column]);
    return slice_equal(p->want.headings[column], SLICE_LIT("document")) ? last_name(cell) : cell;
}

static bool heads(const struct pair *p, size_t column, const char *name) {
    return slice_equal(p->want.headings[column], slice_of(name));
}

/* Columns that are not compared: other accepted metrics, and the mark of a gap. */
static bool is_note(const struct pair *p, size_t column) { return heads(p, column, "metric_alt") || heads(p, column, "gap"); }

static bool cell_agrees(const struct pair *p, const struct tsv_row *want, size_t row, size_t column) {
    if (is_note(p, column)) return true;
    slice got = got_cell(p, row, column);
    if (slice_equal(want->cells[column], got)) return true;
    int alt = tsv_column(&p->want, "metric_alt");
    if (!heads(p, column, "metric") || alt < 0) return false;
    slice others = want->cells[alt];
    for (size_t at = 0, end; at < others.len; at = end + 1) {
        end = slice_find(others, SLICE_LIT(";"), at);
        if (end == SIZE_MAX) end = others.len;
        if (slice_equal(slice_trim(slice_sub(others, at, end)), got)) return true;
    }
    return false;
}

/* How many of the wanted cells a row has; 0 when its characters are others. */
static size_t agreement(const struct pair *p, const struct tsv_row *want, size_t row) {
    size_t same = 0;
    for (size_t c = 0; c < p->want.columns; c++) {
        bool agrees = cell_agrees(p, want, row, c);
        if (!agrees && heads(p, c, "raw")) return 0;
        same += agrees;
    }
    return same;
}

static size_t best_row(const struct pair *p, const struct tsv_row *want) {
    size_t best = SIZE_MAX, most = 1;
    for (size_t r = 0; r < p->got.rows; r++) {
        size_t same = p->used[r] ? 0 : agreement(p, want, r);
        if (same >= most) {
            best = r;
            most = same + 1;
        }
    }
    return best;
}

static slice row_text(const struct pair *p, const struct tsv_row *want, size_t row) {
    slice all = SLICE_NONE;
    for (size_t c = 0; c < p->want.columns; c++) {
        slice cell = want ? want->cells[c] : got_cell(p, row, c);
        if (cell.len) all = arena_format(p->arena, "%.*s%s%.*s", SLICE_ARG(all), c ? " | " : "", SLICE_ARG(cell));
    }
    return all;
}

/* "metric: 处置舆情, got 处置网络舆情; unit: 起, got 件" */
static slice difference(const struct pair *p, const struct tsv_row *want, size_t row) {
    slice all = SLICE_NONE;
    for (size_t c = 0; c < p->want.columns; c++) {
        slice got = got_cell(p, row, c);
        if (!cell_agrees(p, want, row, c))
            all = arena_format(p->arena, "%.*s; %.*s: %.*s, got %.*s", SLICE_ARG(all), SLICE_ARG(p->want.headings[c]),
                               SLICE_ARG(want->cells[c]), SLICE_ARG(got));
    }
    return all;
}

/* What the column gap says of a row: nothing, a word (it does not come out right yet), or extra (it comes out and must not). */
static slice gap_of(const struct pair *p, const struct tsv_row *want) {
    int column = tsv_column(&p->want, "gap");
    return column < 0 ? SLICE_NONE : want->cells[column];
}

static void judge_row(const struct pair *p, const struct tsv_row *want, size_t found, bool whole) {
    slice       gap = gap_of(p, want), why = found == SIZE_MAX ? SLICE_LIT("not found") : difference(p, want, found);
    bool        extra = slice_equal(gap, SLICE_LIT("extra")), known = gap.len > 0 && !extra;
    const char *text = known   ? "holds now; take its word out of the column gap"
                       : extra ? "comes out no more; take the row out"
                               : arena_format(p->arena, "%.*s => %.*s", SLICE_ARG(row_text(p, want, 0)), SLICE_ARG(why)).ptr;
    CU_assertImplementation(known ? !whole : whole, (unsigned)want->line, text, p->want.path, "", CU_FALSE);
}

static void compare_rows(struct pair *p) {
    size_t gaps = 0;
    for (size_t i = 0; i < p->want.rows; i++) {
        const struct tsv_row *want = &p->want.row[i];
        size_t                r = best_row(p, want);
        bool                  whole = r != SIZE_MAX;
        for (size_t c = 0; r != SIZE_MAX && c < p->want.columns; c++) whole &= cell_agrees(p, want, r, c);
        if (r != SIZE_MAX) p->used[r] = true;
        gaps += gap_of(p, want).len > 0;
        judge_row(p, want, r, whole);
    }
    for (size_t r = 0; r < p->got.rows; r++)
        if (!p->used[r])
            fail(p->want.path, 0, arena_format(p->arena, "not written down: %.*s", SLICE_ARG(row_text(p, NULL, r))).ptr);
    printf("  %s: %zu rows, %zu of them gaps that we know\n", p->want.path, p->want.rows, gaps);
}

static bool match_columns(struct pair *p) {
    if (p->want.columns > MOST_COLUMNS) return fail(p->want.path, 1, "too many columns"), false;
    for (size_t c = 0; c < p->want.columns; c++) {
        if (is_note(p, c)) continue;
        slice heading = arena_copy(p->arena, p->want.headings[c]);
        p->column[c] = tsv_column(&p->got, heading.ptr);
        if (p->column[c] < 0)
            return fail(p->want.path, 1, arena_format(p->arena, "no column %s comes out", heading.ptr).ptr), false;
    }
    return true;
}

/* Runs one verb over the folder and holds its table against `table` of the folder, when it is there. */
static void hold_against(const char *folder, const char *table, const char *verb, struct arena *arena) {
    struct pair p = {.arena = arena};
    struct err  err = {0};
    const char *path = arena_format(arena, "%s/%s", folder, table).ptr;
    FILE       *there = fopen(path, "rb");
    if (!there) return;
    fclose(there);
    const char *command =
        arena_format(arena,
                     "suanpan=$PWD/%s/suanpan; rm -f %s; made=$PWD/%s; cd '%s' && eval \"set -- $(cat args 2>/dev/null)\" "
                     "&& \"$suanpan\" %s . -q -f tsv --header en --bom no \"$@\" >\"$made\"",
                     SUANPAN_BUILD, MADE, MADE, folder, verb)
            .ptr;
    if (system(command))
        fail(path, 0, arena_format(arena, "suanpan %s failed", verb).ptr);
    else if (!tsv_load(&p.want, path, arena, &err) || !tsv_load(&p.got, MADE, arena, &err))
        fail(err.path, err.line, err.text);
    else if (match_columns(&p)) {
        p.used = ARENA_ARRAY(arena, bool, p.got.rows + 1);
        compare_rows(&p);
    }
}

static int by_name(const void *a, const void *b) { return slice_compare(*(const slice *)a, *(const slice *)b); }

static void reports_give_what_was_written_down(void) {
    struct arena names_arena, arena;
    slice       *names = NULL;
    size_t       count = 0, capacity = 0;
    DIR         *dir = opendir(CASES);
    arena_init(&names_arena);
    arena_init(&arena);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (e->d_name[0] != '.')
            ARENA_PUSH(&names_arena, names, count, capacity, arena_format(&names_arena, CASES "/%s", e->d_name));
    if (dir) closedir(dir);
    CU_ASSERT(count > 0);
    if (count) qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++) {
        hold_against(names[i].ptr, "claims.tsv", "extract", &arena);
        hold_against(names[i].ptr, "series.tsv", "compare --long", &arena);
        arena_reset(&arena);
    }
    arena_free(&arena);
    arena_free(&names_arena);
}

CU_TestInfo test_reports[] = {
    {"reports_give_what_was_written_down", reports_give_what_was_written_down},
    CU_TEST_INFO_NULL,
};
