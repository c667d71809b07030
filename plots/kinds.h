/* The kinds of chart: each reads the comparison and the claims and puts drawings on the desk. chart.c lists them; a new kind
 * is a function here and a row there. */
#ifndef SUANPAN_KINDS_H
#define SUANPAN_KINDS_H

#include "export/table/codes.h"
#include "plots/axis.h"
#include "plots/document_names.h"
#include "plots/drawing.h"
#include "plots/telling.h"
#include "plots/words.h"

struct desk {
    const struct comparison     *comparison;
    const struct look           *look;
    const struct words          *words;
    const struct codes          *codes;
    const struct telling        *telling;
    const struct document_names *names; /* of the documents of its claims */
    const char                  *title; /* --title, NULL when not given */
    bool                         asked; /* this kind was asked for by name: then draw all that can be drawn */
    struct arena                *arena;
    const struct figure         *figures; /* what can be drawn as a line (lines.h) */
    size_t                       figure_count;
    struct drawing             **drawings;
    size_t                       count, capacity;
};

void lines_draw(struct desk *desk);     /* one series over years, its targets beside it */
void bars_draw(struct desk *desk);      /* the counts of one report, one unit a chart */
void growth_draw(struct desk *desk);    /* bars.c: what rose and fell by how many percent */
void bodies_draw(struct desk *desk);    /* bars.c: one figure of one year over bodies */
void slope_draw(struct desk *desk);     /* two years of a body */
void multiples_draw(struct desk *desk); /* the most telling dozen of a body on one sheet */
void sheets_draw(struct desk *desk);    /* multiples.c: all that have no chart of their own, eighteen a sheet */
void overview_draw(struct desk *desk);  /* the twelve most telling figures of a report */

/* ---- what they share (pick.c) -------------------------------------------------------------------------------------------- */

/* What every kind reads: words, points, the names of the documents. False and `err` when one cannot be read. */
bool desk_load(struct desk *desk, struct err *err);
/* The wording of templates/words.tsv: "chart.source". */
slice desk_word(const struct desk *desk, const char *key);
/* A new drawing with a file name of its own: 折线-通山县委-志愿者注册-人, with -2 behind it when that is taken. `kind` is a
 * word: "file.lines". */
struct drawing *desk_new(struct desk *desk, const char *kind, slice body, slice what, slice unit);
/* --title when given, else `made`. */
slice desk_title(const struct desk *desk, slice made);

struct year_point {
    int                 year;
    decimal             value; /* with its sign; present */
    const struct claim *claim;
};
/* The winners of a series, one a year, in order of years; points without year or number left out. */
size_t series_years(const struct series *s, struct year_point **out, struct arena *arena);
/* 固定资产投资 → 固定资产投资增速 for growth, …增减 for changes, …位次 for ranks, 固定资产投资5年年均增速; plain text. */
slice series_label(const struct desk *desk, const struct series *s);
/* （万人）, or nothing when there is neither unit nor scale; 市场主体（亿）, for `what` that says the unit itself. */
slice unit_label(const struct desk *desk, slice what, slice unit, int shift);
/* Names of documents or bodies, each once; all zero at first. */
struct name_list {
    slice *names;
    size_t count, capacity;
};
void name_add(struct name_list *list, slice name, struct arena *arena);
/* 来源：青禾县2020、青禾县2021, in order of names; the first three and how many there are when there are more. */
slice source_label(const struct desk *desk, struct name_list *documents);
/* 2021年; nothing for 0. */
slice year_label(const struct desk *desk, int year);
/* 青禾县：; nothing for nobody. */
slice who_label(const struct desk *desk, slice who);
/* a，b，c */
slice joined_list(const struct desk *desk, const char *mark, slice list, slice item);
/* How much a series tells: its words, its years, that it is a result of single years. */
int series_points(const struct desk *desk, const struct series *s);
/* False for figures that no chart shows: dates, ratios such as 1:12, and those without a number. */
bool is_drawable(const struct claim *claim);
bool is_approximate(const struct claim *claim);

/* One report among the claims. */
struct report {
    const struct claim *claims;
    size_t              count;
    slice               document, body;
    slice               name;   /* as plain text: its body, or its file when nobody is known to report */
    slice               who;    /* before 2021年主要数字 in a title: 青禾县, 青禾县2021： of a file */
    int                 year;   /* the one that most of its results speak of; 0: none says */
    bool                newest; /* of its body */
    const bool         *summed; /* by claim: several years add up to it; NULL where all do */
};
size_t reports_find(const struct desk *desk, struct report **out);
/* A result of the report's own year that can be drawn. */
bool is_current(const struct report *report, const struct claim *claim);

/* ---- rows of bars (rows.c) ----------------------------------------------------------------------------------------------- */

struct bar {
    slice  name, text;       /* text: what stands at its end */
    double value, low, high; /* low < high: a range, drawn beside */
    bool   approximate;
};
struct bar_chart {
    slice             title, note, source, desc;
    const struct bar *bars;
    size_t            count;
    bool              diverging; /* rises and falls in two colours */
};
void rows_draw(struct desk *desk, struct drawing *d, const struct bar_chart *chart);
/* Names of rows, wrapped and set right-aligned at `x` pixels. Returns the width that they need. */
struct row_layout {
    slice (*lines)[4];
    size_t *line_counts;
    double *centers, *heights; /* pixels from the panel's top */
    double  total, name_width;
};
void rows_layout(struct row_layout *out, const slice *names, size_t n, const struct look *look, struct arena *arena);
void rows_names(struct desk *desk, struct drawing *d, const struct row_layout *rows, size_t n, double x, double top);

#endif
