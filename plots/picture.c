/* 条形-青禾县-起.svg → data:image/svg+xml,%3Csvg …: line by line, as gnuplot writes it; marks that no point uses and groups
 * with nothing in them stay behind. Changes nothing of what is seen. */
#include "plots/picture.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

enum { LARGEST = 16 << 20 };

/* `<path id='gpPt7' …` that no `#gpPt7'` refers to. */
static bool is_unused(slice line, slice svg, struct arena *arena) {
    size_t at = slice_find(line, SLICE_LIT(" id='gp"), 0);
    if (at == SIZE_MAX) return false;
    slice  id = slice_from(line, at + 5);
    size_t end = slice_find(id, SLICE_LIT("'"), 0);
    return end != SIZE_MAX && !slice_has(svg, arena_format(arena, "#%.*s'", (int)end, id.ptr));
}

/* The filters behind boxed text, which our charts have none of: two elements of four lines. */
static bool is_in_filter(slice line, bool *inside) {
    bool begins = slice_starts(line, SLICE_LIT("<filter ")), ends = slice_starts(line, SLICE_LIT("</filter>"));
    bool was = *inside || begins;
    *inside = was && !ends;
    return was;
}

struct uri {
    char  *bytes;
    size_t used;
};

static void put_line(struct uri *out, slice line) {
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (strchr("%#\"'<>&\t", c)) {
            out->bytes[out->used++] = '%';
            out->bytes[out->used++] = hex[(unsigned char)c >> 4];
            c = hex[c & 15];
        }
        out->bytes[out->used++] = c;
    }
    if (line.len && line.ptr[line.len - 1] != '>') out->bytes[out->used++] = ' '; /* a path goes on in the next line */
}

slice picture_uri(const char *folder, slice name, struct arena *arena) {
    slice      svg, head = SLICE_LIT("data:image/svg+xml,");
    struct err err = {0};
    if (!file_load(&svg, arena_format(arena, "%s/%.*s.svg", folder, SLICE_ARG(name)).ptr, LARGEST, arena, &err))
        return SLICE_NONE;
    struct uri out = {.bytes = arena_text(arena, svg.len * 3 + head.len)};
    memcpy(out.bytes, head.ptr, out.used = head.len);
    bool in_filter = false;
    for (size_t at = 0; at < svg.len;) {
        slice line = slice_trim(slice_take(svg, '\n', &at));
        if (slice_starts(line, SLICE_LIT("<?xml")) || is_in_filter(line, &in_filter) || is_unused(line, svg, arena)) continue;
        size_t after = at;
        bool   empty =
            slice_starts(line, SLICE_LIT("<g ")) && at < svg.len && slice_is(slice_trim(slice_take(svg, '\n', &after)), "</g>");
        if (empty)
            at = after;
        else
            put_line(&out, line);
    }
    return (slice){out.bytes, out.used};
}
