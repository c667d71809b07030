/* Series made by hand become charts in a folder of their own; what an SVG says is read again. */
#include "tests/chart_bench.h"

#include <dirent.h>
#include <unistd.h>

#include "plots/text.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

const char bench_han[] = "处置网络舆情信息工作机制建设和意识形态领域风险隐患排查化解专项行动累计完成各类任务事项";

struct bench *bench_new(void) {
    struct bench *b = calloc(1, sizeof *b);
    if (!b) abort();
    arena_init(&b->arena);
    snprintf(b->dir, sizeof b->dir, "/tmp/suanpan-chart-XXXXXX");
    if (!mkdtemp(b->dir)) abort();
    b->comparison.series = b->series;
    b->comparison.claims = b->claims;
    b->comparison.first_year = 1990;
    b->comparison.last_year = 2030;
    return b;
}

static size_t each_file(struct bench *b, bool removing, const char *suffix) {
    size_t n = 0;
    DIR   *dir = opendir(b->dir);
    for (struct dirent *e = dir ? readdir(dir) : NULL; e; e = readdir(dir)) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        n += slice_ends(slice_of(e->d_name), slice_of(suffix));
        if (removing) unlink(arena_format(&b->arena, "%s/%s", b->dir, e->d_name).ptr);
    }
    if (dir) closedir(dir);
    return n;
}

size_t bench_count(struct bench *b, const char *suffix) { return each_file(b, false, suffix); }

void bench_free(struct bench *b) {
    each_file(b, true, "");
    CU_ASSERT_EQUAL(rmdir(b->dir), 0); /* no folder of work was left in it */
    arena_free(&b->arena);
    free(b);
}

struct claim *bench_add(struct bench *b, slice metric, const char *value, const char *unit, enum kind kind, int year) {
    struct claim *c = &b->claims[b->comparison.claim_count++];
    *c = (struct claim){.document = SLICE_LIT("报告/青禾县2020.txt"),
                        .body = SLICE_LIT("青禾县"),
                        .metric = metric,
                        .unit = slice_of(unit),
                        .value = decimal_read(slice_of(value)),
                        .kind = kind,
                        .year = year};
    return c;
}

struct series *bench_begin(struct bench *b, slice metric, const char *unit, enum kind kind, size_t room) {
    struct series *s = &b->series[b->comparison.count++];
    *s = (struct series){
        .metric = metric, .key = metric, .figure = metric, .unit = slice_of(unit), .body = SLICE_LIT("青禾县"), .kind = kind};
    s->in_points = kind == KIND_SHARE || kind == KIND_GROWTH;
    s->points = ARENA_ARRAY(&b->arena, struct point, room);
    return s;
}

struct claim *bench_point(struct bench *b, struct series *s, int year, const char *value) {
    struct claim *c = bench_add(b, s->metric, value, s->unit.ptr, s->kind, year);
    c->status = s->status;
    s->points[s->point_count++] = (struct point){.claim = c, .year = year, .value = c->value};
    return c;
}

bool bench_draw(struct bench *b, const char *kind) {
    struct chart_style style = {.kind = kind};
    return charts_draw(b->dir, &b->comparison, &style, &b->charts, &b->arena, &b->err);
}

slice bench_file(struct bench *b, const char *suffix) {
    slice       bytes = SLICE_NONE;
    const char *found = NULL;
    DIR        *dir = opendir(b->dir);
    for (struct dirent *e = dir ? readdir(dir) : NULL; e; e = readdir(dir))
        if (slice_ends(slice_of(e->d_name), slice_of(suffix))) found = arena_format(&b->arena, "%s/%s", b->dir, e->d_name).ptr;
    if (dir) closedir(dir);
    CU_ASSERT(found != NULL);
    if (found) CU_ASSERT(file_load(&bytes, found, 1u << 26, &b->arena, &b->err));
    return bytes;
}

double svg_number(slice tag, const char *name) {
    size_t at = slice_find(tag, slice_of(name), 0);
    if (at == SIZE_MAX) return -1e9;
    slice  value = slice_from(tag, at + strlen(name));
    size_t end = 0;
    while (end < value.len &&
           (value.ptr[end] == '-' || value.ptr[end] == '.' || (value.ptr[end] >= '0' && value.ptr[end] <= '9')))
        end++;
    return decimal_double(decimal_read(slice_sub(value, 0, end)));
}

struct text_box {
    slice  text;
    double x0, y0, x1, y1;
};
enum { MOST_TEXTS = 400 };

/* The texts of an SVG, as wide as their characters are. Returns how many there are. */
static size_t texts_of(slice svg, struct text_box boxes[MOST_TEXTS]) {
    size_t n = 0;
    for (size_t at = slice_find(svg, SLICE_LIT("<text>"), 0); at != SIZE_MAX && n < MOST_TEXTS;
         at = slice_find(svg, SLICE_LIT("<text>"), at + 1)) {
        size_t g = at;
        while (g > 0 && memcmp(svg.ptr + g, "<g transform=\"translate(", 24)) g--;
        slice  tag = slice_sub(svg, g, at), text = slice_sub(svg, at + 6, slice_find(svg, SLICE_LIT("</text>"), at));
        double x = svg_number(tag, "translate("), size = svg_number(tag, "font-size=\""), wide = text_width(text) * size / 1000;
        double y = svg_number(slice_from(tag, slice_find(tag, SLICE_LIT(","), 0)), ",");
        if (text_holds(tag, "text-anchor=\"middle\""))
            x -= wide / 2;
        else if (text_holds(tag, "text-anchor=\"end\""))
            x -= wide;
        boxes[n++] = (struct text_box){text, x, y - size * 0.9, x + wide, y + size * 0.2};
    }
    return n;
}

static bool lie_on_each_other(const struct text_box *a, const struct text_box *b) {
    enum { PIXELS = 2 }; /* the ink of a line is not as high as the line */
    return a->x0 + PIXELS < b->x1 && b->x0 + PIXELS < a->x1 && a->y0 + PIXELS < b->y1 && b->y0 + PIXELS < a->y1;
}

size_t svg_texts_inside(slice svg) {
    static struct text_box boxes[MOST_TEXTS];
    double                 width = svg_number(svg, "<svg width=\""), height = svg_number(svg, "\" height=\"");
    size_t                 n = texts_of(svg, boxes), wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const struct text_box *b = &boxes[i];
        bool                   inside = b->x0 >= -0.5 && b->x1 <= width + 0.5 && b->y0 >= -0.5 && b->y1 <= height + 0.5;
        if (!inside && ++wrong)
            printf("\n  outside: %.*s at %.1f to %.1f of %.0f, %.1f of %.0f\n", SLICE_ARG(b->text), b->x0, b->x1, width, b->y1,
                   height);
        for (size_t k = 0; k < i; k++)
            if (lie_on_each_other(b, &boxes[k]) && ++wrong)
                printf("\n  on each other: %.*s and %.*s\n", SLICE_ARG(b->text), SLICE_ARG(boxes[k].text));
    }
    CU_ASSERT_EQUAL(wrong, 0);
    return n;
}
