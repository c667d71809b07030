/* May this file be written over? claims.csv that suanpan wrote: yes. 年终总结.csv of a person: only with --force. What a file
 * is, its beginning decides; an empty one is nobody's. */
#include "export/sqlite.h"
#include "export/writer.h"

#include <libxml/tree.h>
#include <sys/stat.h>

#include "extract/base/tsv.h"
#include "extract/read/package.h"

#include "extract/base/banned.h"

enum { HEAD_BYTES = 4096, LARGEST_WORKBOOK = 256 * 1024 * 1024 };

/* First columns of our tables, beside those of claims. */
static const char *const first_columns[] = {"series", "序列",  "metric_a", "指标甲", "finding", "问题",
                                            "id",     "score", "置信",     "text",   "原文"};

static bool is_our_column(slice name) {
    size_t blank = slice_find(name, SLICE_LIT(" "), 0);
    if (blank != SIZE_MAX) name = slice_sub(name, 0, blank); /* --header both */
    for (size_t i = 0; i < sizeof first_columns / sizeof *first_columns; i++)
        if (slice_equal(name, slice_of(first_columns[i]))) return true;
    return column_find(&claim_schema, name) >= 0;
}

/* The first word of a header line or the first key of a JSON object. */
static bool begins_as_ours(slice head) {
    if (slice_starts(head, SLICE_LIT("\xEF\xBB\xBF"))) head = slice_from(head, 3);
    if (slice_starts(head, SLICE_LIT("{\""))) head = slice_from(head, 2);
    size_t end = 0;
    while (end < head.len && !strchr(",\t\"\r\n", head.ptr[end])) end++;
    return is_our_column(slice_sub(head, 0, end));
}

/* docProps/core.xml of our workbooks names the program. */
static bool is_our_workbook(const char *path) {
    struct arena    arena;
    struct document document = {.path = slice_of(path)};
    struct package  package = {0};
    struct err      ignored = {0};
    slice           bytes;
    bool            ours = false;
    arena_init(&arena);
    if (file_load(&bytes, path, LARGEST_WORKBOOK, &arena, &ignored)) {
        if (package_open(&package, bytes, &document, &ignored)) {
            xmlDoc *core = package_xml(&package, "docProps/core.xml", &arena, &ignored);
            if (core) {
                const xmlNode *about = xml_find(xmlDocGetRootElement(core), "description");
                ours = about && slice_equal(xml_text(about, &arena), SLICE_LIT("suanpan"));
                xmlFreeDoc(core);
            }
        }
        package_close(&package);
    }
    arena_free(&arena);
    return ours;
}

static bool is_ours(const char *path) {
    char   head[HEAD_BYTES];
    FILE  *file = fopen(path, "rb");
    size_t n = file ? fread(head, 1, sizeof head, file) : 0;
    if (file) fclose(file);
    slice begin = {head, n};
    if (slice_starts(begin, SLICE_LIT("PK\3\4"))) return is_our_workbook(path);
    if (slice_starts(begin, SLICE_LIT("SQLite format 3\0"))) return sqlite_is_ours(path);
    if (slice_starts(begin, SLICE_LIT("<!doctype html>")))
        return slice_find(begin, SLICE_LIT("<meta name=\"generator\" content=\"suanpan"), 0) != SIZE_MAX;
    return n > 0 && begins_as_ours(begin);
}

bool output_may_replace(const char *path, bool force, struct err *err) {
    struct stat about;
    if (!path || force || strcmp(path, "-") == 0 || stat(path, &about) != 0) return true;
    if (!S_ISREG(about.st_mode) || about.st_size == 0 || is_ours(path)) return true;
    return err_set(err, ERR_OUTPUT, path, 0, 0,
                   "is there already and suanpan did not write it; name another file, or use --force");
}
