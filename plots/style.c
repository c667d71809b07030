/* The rows of styles/themes.tsv become colours and sizes: 主色 #0072B2. A user's --style file changes single rows of a theme.
 * Chooses no font: which of the preferred ones is there, gnuplot.c finds out. */
#include "plots/style.h"

#include "extract/base/rules_dir.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include <stddef.h>
#include <unistd.h>

#include "extract/base/banned.h"

#ifndef SUANPAN_DATADIR
#define SUANPAN_DATADIR "/usr/local/share/suanpan"
#endif

const char *const color_names[COLOR_COUNT] = {"paper", "ink",    "muted", "grid", "axis",     "main",
                                              "pale",  "target", "up",    "down", "pale_down"};

static const char *const color_rows[COLOR_COUNT] = {"底色", "字色",   "次字色", "网格色", "轴色",  "主色",
                                                    "浅色", "目标色", "上升色", "下降色", "浅降色"};

static const struct size_row {
    const char *name;
    size_t      field;
    int         least, most;
} size_rows[] = {
    {"宽", offsetof(struct look, width), 320, 8000},          {"高", offsetof(struct look, height), 200, 8000},
    {"页图宽", offsetof(struct look, page_width), 320, 8000}, {"页图高", offsetof(struct look, page_height), 200, 8000},
    {"正文字号", offsetof(struct look, body), 6, 60},         {"标题字号", offsetof(struct look, heading), 6, 80},
    {"注字号", offsetof(struct look, note), 6, 60},           {"行高", offsetof(struct look, row), 10, 200}};

/* "#0072B2" */
static bool is_color(slice s) {
    if (s.len != 7 || s.ptr[0] != '#') return false;
    for (size_t i = 1; i < 7; i++)
        if (!ascii_digit(s.ptr[i]) && !((s.ptr[i] | 32) >= 'a' && (s.ptr[i] | 32) <= 'f')) return false;
    return true;
}

/* Goes into a script and into sed's expression: nothing but letters, digits, blanks and hyphens, or characters beyond ASCII. */
static bool is_font(slice s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || ascii_digit(c);
        if (!letter && c != ' ' && c != '-' && (unsigned char)c < 0x80) return false;
    }
    return s.len > 0 && s.len < 400;
}

/* 1.5 → 15. 0 when it is no number from 0.5 to 8 with at most one digit behind the point. */
static int tenths_of(slice s) {
    decimal d = decimal_shift(decimal_read(s), 1);
    int     n = d.present && !d.negative ? decimal_whole(d) : 0;
    return n >= 5 && n <= 80 ? n : 0;
}

/* One row into `look`. False when its value cannot be; rows of other names are left to later versions. */
static bool take(struct look *look, slice name, slice value, struct arena *arena) {
    for (size_t i = 0; i < COLOR_COUNT; i++) {
        if (!slice_is(name, color_rows[i])) continue;
        if (!is_color(value)) return false;
        memcpy(look->colors[i], value.ptr, 7);
        return true;
    }
    for (size_t i = 0; i < sizeof size_rows / sizeof *size_rows; i++) {
        if (!slice_is(name, size_rows[i].name)) continue;
        int n = slice_int(value);
        if (n < size_rows[i].least || n > size_rows[i].most) return false;
        memcpy((char *)look + size_rows[i].field, &n, sizeof n);
        return true;
    }
    if (slice_is(name, "PNG倍数")) return (look->png_tenths = tenths_of(value)) > 0;
    if (slice_is(name, "字体")) {
        look->fonts = arena_copy(arena, value);
        return is_font(value);
    }
    return true;
}

/* The rows of one file; column `heading`, or 值. */
static bool take_file(struct look *look, const char *path, const char *heading, enum err_kind kind, struct arena *arena,
                      struct err *err) {
    struct tsv table;
    if (!tsv_load(&table, path, arena, err)) return false;
    int name = tsv_column(&table, COLUMN_SETTING), value = tsv_column(&table, heading);
    if (value < 0) value = tsv_column(&table, COLUMN_VALUE);
    if (name < 0 || value < 0)
        return err_file(err, kind, path, "there is no theme %s here; a style has the columns %s and %s", heading,
                        COLUMN_SETTING, COLUMN_VALUE);
    for (size_t i = 0; i < table.rows; i++) {
        slice cell = slice_trim(tsv_cell(&table.row[i], value));
        if (cell.len && !take(look, slice_trim(tsv_cell(&table.row[i], name)), cell, arena))
            return err_set(err, kind, path, table.row[i].line, 0, "%.*s cannot be %.*s; see the notes in styles/themes.tsv",
                           SLICE_ARG(tsv_cell(&table.row[i], name)), SLICE_ARG(cell));
    }
    return true;
}

/* 960x600 */
static bool take_size(struct look *look, const char *size, struct err *err) {
    const char *x = strpbrk(size, "xX*");
    int         width = x ? slice_int((slice){size, (size_t)(x - size)}) : -1, height = x ? slice_int(slice_of(x + 1)) : -1;
    if (width < size_rows[0].least || width > size_rows[0].most || height < size_rows[1].least || height > size_rows[1].most)
        return err_usage(err, "--size %s: is no WIDTHxHEIGHT in pixels from %dx%d to %dx%d", size, size_rows[0].least,
                         size_rows[1].least, size_rows[0].most, size_rows[1].most);
    look->width = width;
    look->height = height;
    return true;
}

bool look_load(struct look *out, const struct chart_style *style, const char *themes_path, struct arena *arena,
               struct err *err) {
    const char *theme = style->theme ? style->theme : "light";
    *out = (struct look){0};
    if (strcmp(theme, "light") && strcmp(theme, "dark") && strcmp(theme, "print"))
        return err_usage(err, "there is no theme %s; the themes are light, dark and print", theme);
    if (!take_file(out, themes_path, theme, ERR_OUTPUT, arena, err)) return false;
    if (style->style && !take_file(out, style->style, theme, ERR_USAGE, arena, err)) return false;
    if (style->font && !is_font(slice_of(style->font)))
        return err_usage(err, "--font %s: a font's name has letters, digits, blanks and hyphens only", style->font);
    if (style->size) return take_size(out, style->size, err);
    if (style->page) {
        out->width = out->page_width;
        out->height = out->page_height;
    }
    return true;
}

static bool readable(const char *path) { return access(path, R_OK) == 0; }

const char *plots_path(const char *name, struct arena *arena) {
    const char *told = getenv("SUANPAN_PLOTS");
    char        self[4000];
    if (told && *told) return arena_format(arena, "%s/%s", told, name).ptr;
    if (!suanpan_program_path(self, sizeof self)) self[0] = '\0';
    for (char *slash = strrchr(self, '/'); slash; slash = strrchr(self, '/')) {
        *slash = '\0';
        const char *path = arena_format(arena, "%s/plots/%s", self, name).ptr;
        if (readable(path)) return path;
        path = arena_format(arena, "%s/share/suanpan/%s", self, name).ptr;
        if (readable(path)) return path;
    }
    return arena_format(arena, "%s/%s", SUANPAN_DATADIR, name).ptr;
}
