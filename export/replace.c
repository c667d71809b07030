/* May this file be written over? claims.csv that suanpan wrote: yes. 年终总结.csv of a person: only with --force. What a file
 * is, its beginning decides; an empty one is nobody's. And claims.csv that a person corrected is kept as claims.csv~. */
#include "export/replace.h"

#include "export/table/column_texts.h"
#include "export/table/columns.h"
#include "export/sqlite.h"

#include <stdio.h>
#include <sys/stat.h>

#include "extract/base/tsv.h"
#include "extract/read/ours.h"

#include "extract/base/banned.h"

enum { HEAD_BYTES = 4096 };

bool headings_are_ours(const slice *headings, size_t n) {
    struct arena arena;
    bool         ours = n > 0;
    arena_init(&arena);
    const struct column_texts *texts =
        column_texts_load(arena_format(&arena, "%s/columns.tsv", suanpan_rules_dir()).ptr, &arena);
    for (size_t i = 0; i < n && ours; i++) {
        slice name = slice_until(headings[i], ' '); /* --header both */
        ours = column_find(&claim_schema, name) >= 0 || slice_int(name) > 0 || column_texts_has(texts, name);
    }
    arena_free(&arena);
    return ours;
}

static bool is_our_column(slice heading) { return headings_are_ours(&heading, 1); }

/* The next heading of a line, off its front. */
static slice next_heading(slice *line) {
    size_t end = 0;
    while (end < line->len && !strchr(",\t", line->ptr[end])) end++;
    slice heading = slice_sub(*line, 0, end);
    *line = slice_from(*line, end + (end < line->len));
    return heading;
}

/* The first two headings of a table, which a person's own (姓名,电话 or 指标,备注) hardly share; the first key of an object. */
static bool begins_as_ours(slice head) {
    slice line = slice_until(slice_until(utf8_unmarked(head), '\n'), '\r');
    if (slice_starts(line, SLICE_LIT("{\""))) {
        size_t quote = slice_find(line, SLICE_LIT("\":"), 2);
        slice  key = quote == SIZE_MAX ? SLICE_NONE : slice_sub(line, 2, quote);
        return is_our_column(key) || slice_is(key, "text") || slice_is(key, "id");
    }
    return line.len && is_our_column(next_heading(&line)) && (!line.len || is_our_column(next_heading(&line)));
}

static bool is_ours(const char *path) {
    char   head[HEAD_BYTES];
    FILE  *file = fopen(path, "rb");
    size_t n = file ? fread(head, 1, sizeof head, file) : 0;
    if (file) fclose(file);
    slice begin = {head, n};
    if (slice_starts(begin, SLICE_LIT("PK\3\4"))) return workbook_is_ours(path);
    if (slice_starts(begin, SLICE_LIT("SQLite format 3\0"))) return sqlite_is_ours(path);
    if (slice_starts(begin, SLICE_LIT("<!doctype html>"))) return page_is_ours(path);
    if (slice_has(begin, SLICE_LIT("\"name\": \"suanpan\""))) return true; /* datapackage.json */
    return n > 0 && begins_as_ours(begin);
}

bool output_may_replace(const char *path, bool force, struct err *err) {
    struct stat about;
    if (!path || force || strcmp(path, "-") == 0 || stat(path, &about) != 0) return true;
    if (!S_ISREG(about.st_mode) || about.st_size == 0 || is_ours(path)) return true;
    return err_file(err, ERR_OUTPUT, path, "is there already and suanpan did not write it; name another file, or use --force");
}

bool output_keep_changed(const char *path, const char *last, struct arena *arena, struct err *err) {
    enum { SOON = 2 }; /* seconds within which the files of a copied folder get their times */
    struct stat file, mark;
    struct err  note = {0};
    if (stat(path, &file) != 0 || stat(last, &mark) != 0 || file.st_mtime <= mark.st_mtime + SOON) return true;
    const char *kept = arena_format(arena, "%s~", path).ptr;
    if (rename(path, kept) != 0)
        return err_file(err, ERR_OUTPUT, kept, "cannot be written; is there room and the right to write?");
    err_file(&note, ERR_NOTE, path, "was changed since the last run; as it was changed, it is kept with ~ behind its name");
    err_print(&note);
    return true;
}
