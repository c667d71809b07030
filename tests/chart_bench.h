/* A workbench for tests of charts: series by hand, drawn into a folder of its own. */
#ifndef SUANPAN_CHART_BENCH_H
#define SUANPAN_CHART_BENCH_H

#include "plots/chart.h"

struct bench {
    struct arena      arena;
    struct claim      claims[2000];
    struct series     series[80];
    struct comparison comparison;
    char              dir[64];
    struct err        err;
    struct chart_list charts;
};

/* A long text, to cut labels of any length from. */
extern const char bench_han[];

struct bench *bench_new(void);
/* The folder goes with it; fails when anything but files was left there. */
void bench_free(struct bench *b);
/* A claim of 青禾县, and a series of it: `room` points at most, which bench_point adds with their claims. */
struct claim  *bench_add(struct bench *b, slice metric, const char *value, const char *unit, enum kind kind, int year);
struct series *bench_begin(struct bench *b, slice metric, const char *unit, enum kind kind, size_t room);
struct claim  *bench_point(struct bench *b, struct series *s, int year, const char *value);
bool           bench_draw(struct bench *b, const char *kind);
/* How many files of the folder end in `suffix`; the bytes of the only one that does. */
size_t bench_count(struct bench *b, const char *suffix);
slice  bench_file(struct bench *b, const char *suffix);

static inline bool text_holds(slice bytes, const char *text) { return slice_find(bytes, slice_of(text), 0) != SIZE_MAX; }
/* The number behind `name`; -1e9 where it does not stand. */
double svg_number(slice tag, const char *name);
/* Every text stands inside the canvas, none lies on another. Returns how many there are. */
size_t svg_texts_inside(slice svg);

#endif
