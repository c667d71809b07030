/* 核对.html with <meta name="generator" content="suanpan …"> → ours. What a file is, its beginning decides; a workbook says it
 * in its properties, and the PDF of a chart has its script beside it. */
#include "extract/read/ours.h"

#include "extract/claim.h"
#include "extract/base/tsv.h"
#include "extract/read/libraries.h"
#include "extract/read/package.h"

#include <sys/stat.h>

#include "extract/base/banned.h"

enum { HEAD_BYTES = 4096, LARGEST_WORKBOOK = 256 * 1024 * 1024 };

static slice read_head(const char *path, char head[HEAD_BYTES]) {
    FILE *file = fopen(path, "rb");
    slice begin = {head, file ? fread(head, 1, HEAD_BYTES, file) : 0};
    if (file) fclose(file);
    return begin;
}

static slice first_line(slice head) { return slice_until(utf8_unmarked(head), '\n'); }

bool page_is_ours(const char *path) {
    char head[HEAD_BYTES];
    return slice_has(read_head(path, head), SLICE_LIT("<meta name=\"generator\" content=\"suanpan"));
}

bool workbook_is_ours(const char *path) {
    struct arena    arena;
    struct document document = {.path = slice_of(path)};
    struct package  package = {0};
    struct err      ignored = {0};
    slice           bytes;
    bool            ours = false;
    arena_init(&arena);
    if (file_load(&bytes, path, LARGEST_WORKBOOK, &arena, &ignored)) {
        if (package_open(&package, bytes, &document, &arena, &ignored)) {
            const xmlNode *core = package_root(&package, "docProps/core.xml", &ignored);
            ours = core && slice_is(xml_text(xml_find(core, "description"), &arena), "suanpan");
        }
        package_close(&package);
    }
    arena_free(&arena);
    return ours;
}

/* "metric": or "指标": or, of --header both, "metric 指标": */
static bool holds_column(slice line, const char *name) {
    const char *chinese = claim_heading(name);
    char        key[80];
    snprintf(key, sizeof key, "\"%s\":", name);
    if (slice_has(line, slice_of(key))) return true;
    snprintf(key, sizeof key, "%s\":", chinese);
    return slice_has(line, slice_of(key));
}

bool row_is_ours(slice line) {
    bool row = slice_has(line, SLICE_LIT("\"claims\":")) || (holds_column(line, "metric") && holds_column(line, "value"));
    return row && slice_starts(line, SLICE_LIT("{\"")) && !slice_has(line, SLICE_LIT("\"text\":"));
}

/* ,metric, and ,value, or 指标 and 数值 in the headings of a table. */
static bool heads_are_ours(slice line) {
    char key[2][80];
    for (const char *mark = ",\t"; *mark; mark++) {
        snprintf(key[0], sizeof key[0], "%cmetric%cvalue%c", *mark, *mark, *mark);
        snprintf(key[1], sizeof key[1], "%c%s%c%s%c", *mark, claim_heading("metric"), *mark, claim_heading("value"), *mark);
        if (slice_has(line, slice_of(key[0])) || slice_has(line, slice_of(key[1]))) return true;
    }
    return false;
}

bool claims_start(slice head) {
    slice line = first_line(head);
    return row_is_ours(line) || heads_are_ours(line);
}

bool rows_are_ours(const char *path) {
    char head[HEAD_BYTES];
    return claims_start(read_head(path, head));
}

bool run_is_ours(const char *folder) {
    char package[4096], head[HEAD_BYTES];
    return snprintf(package, sizeof package, "%s/datapackage.json", folder) < (int)sizeof package &&
           slice_has(read_head(package, head), SLICE_LIT("\"name\": \"suanpan\""));
}

bool chart_is_ours(const char *path) {
    char        script[4096];
    struct stat at;
    int         stem = (int)(strrchr(path, '.') - path);
    return snprintf(script, sizeof script, "%.*s.gp", stem, path) < (int)sizeof script && stat(script, &at) == 0;
}
