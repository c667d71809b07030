/* One chart, laid out: panels with axes, layers of marks, captions. Positions of captions and panels are pixels from the upper
 * left corner; marks stand in the units of their panel's axes. All of it lives in the drawing's arena. */
#ifndef SUANPAN_DRAWING_H
#define SUANPAN_DRAWING_H

#include "plots/style.h"

enum shape {
    SHAPE_LINE,     /* x y; a gap breaks it */
    SHAPE_DASH,     /* the same, dashed */
    SHAPE_DOT,      /* an exact figure */
    SHAPE_RING,     /* an approximate one: 约, 近 */
    SHAPE_AT_LEAST, /* ≥: a hollow triangle that points up */
    SHAPE_AT_MOST,  /* ≤ */
    SHAPE_DIAMOND,  /* a target */
    SHAPE_SPAN,     /* x, from y to y2: a range */
    SHAPE_BOX,      /* from x to x2, from y to y2 */
    SHAPE_BOX_OPEN, /* the same, pale with an outline: approximate */
    SHAPE_TEXT
};
enum anchor { ANCHOR_LEFT, ANCHOR_CENTER, ANCHOR_RIGHT };

struct mark {
    double x, y, x2, y2;
    slice  text; /* for SHAPE_TEXT what is drawn, else a note for who reads the .tsv */
    bool   gap;  /* the line is not drawn to here */
};
struct layer {
    enum shape    shape;
    enum color    color;
    enum anchor   anchor;
    int           size; /* pixels: of the text, or the marks' diameter; lines: tenths of a pixel */
    bool          bold;
    const char   *what; /* heading of its block in the .tsv */
    struct mark  *marks;
    size_t        count, capacity;
    struct arena *arena;
};
struct tick {
    double at;
    slice  label;
};
struct panel {
    double         left, right, top, bottom; /* pixels */
    double         x0, x1, y0, y1;           /* x0 is at the left, y0 at the bottom: y0 > y1 counts downwards */
    struct tick   *xticks, *yticks;
    size_t         xtick_count, ytick_count;
    bool           grid_x, grid_y, base_y; /* base_y: a line where y is 0 (or at the bottom); */
    bool           base_x;                 /* base_x: a line where x is 0 */
    int            tick_size;
    struct layer **layers;
    size_t         count, capacity;
    struct arena  *arena;
};
struct caption {
    double      x, y; /* pixels; the middle of the line */
    enum anchor anchor;
    enum color  color;
    int         size;
    bool        bold;
    slice       text;
};
struct drawing {
    slice           name;        /* of its files, without suffix; text_file_name made it */
    slice           title, desc; /* for the SVG: plain text */
    double          width, height;
    struct panel  **panels;
    size_t          panel_count, panel_capacity;
    struct caption *captions;
    size_t          caption_count, caption_capacity;
    struct arena   *arena; /* where all of it lives */
};

struct panel *drawing_panel(struct drawing *d, double left, double right, double top, double bottom);
void          drawing_caption(struct drawing *d, struct caption caption);
struct layer *panel_layer(struct panel *p, enum shape shape, enum color color, int size, const char *what);
struct layer *panel_text(struct panel *p, enum anchor anchor, enum color color, int size, const char *what);
void          layer_mark(struct layer *layer, double x, double y, slice text);
void          layer_box(struct layer *layer, struct mark box);

/* Title in at most two lines, a muted line under it, legend entries at its right, source at the bottom. `*top` and `*bottom`:
 * what is left between. */
struct heading {
    slice title, note, source;
    const struct legend {
        const char *sign;
        enum color  color;
        const char *text;
    } * legend;
    size_t legend_count;
};
void drawing_head(struct drawing *d, const struct heading *heading, const struct look *look, double *top);
/* Sets the height, then the source line at the bottom. Returns the height that the source needs when `height` is 0. */
double drawing_foot(struct drawing *d, double height, slice source, const struct look *look);

/* What the script of a drawing of that name begins with, and no other file. */
slice script_begins(slice name, struct arena *arena);
/* What a script draws: one more with each. */
enum images { IMAGES_SVG = 1, IMAGES_PNG, IMAGES_PDF };
/* NAME.gp and NAME.tsv in `dir`. False and `err` when they cannot be written. */
bool drawing_write(struct drawing *d, const char *dir, const struct look *look, enum images images, struct err *err);

#endif
