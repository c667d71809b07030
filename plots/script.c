/* A drawing becomes NAME.gp and NAME.tsv, which plain `gnuplot NAME.gp` turns into the same images anywhere: 处置网络舆情 313
 * 起 is data in the .tsv or stands between single quotes, never in double quotes and never `enhanced`, so that no label is
 * code. All text passes text_plain here, whatever was done before. Runs nothing. */
#include "plots/drawing.h"
#include "plots/text.h"

#include <inttypes.h>

#include "extract/base/banned.h"

static void put_number(FILE *f, double x) { fprintf(f, "%.15g", x); }

static void put_text(FILE *f, slice s, struct arena *arena) {
    slice plain = text_plain(s, arena);
    fwrite(plain.ptr, 1, plain.len, f);
}

static void put_quoted(FILE *f, slice s, struct arena *arena) {
    fputc('\'', f);
    put_text(f, s, arena);
    fputc('\'', f);
}

/* ---- the data ------------------------------------------------------------------------------------------------------------ */

static const char *columns_of(enum shape shape) {
    switch (shape) {
    case SHAPE_BOX:
    case SHAPE_BOX_OPEN: return "x\tx2\ty\ty2\ttext";
    case SHAPE_SPAN: return "x\ty\ty2\ttext";
    default: return "x\ty\ttext";
    }
}

static void put_mark(FILE *f, enum shape shape, const struct mark *m, struct arena *arena) {
    if (m->gap) fputc('\n', f);
    double numbers[4] = {m->x, m->y, m->y2, 0};
    size_t n = shape == SHAPE_SPAN ? 3 : 2;
    if (shape == SHAPE_BOX || shape == SHAPE_BOX_OPEN) {
        n = 4;
        numbers[1] = m->x2;
        numbers[2] = m->y;
        numbers[3] = m->y2;
    }
    for (size_t i = 0; i < n; i++) fprintf(f, shape == SHAPE_TEXT ? "%.12g\t" : "%.15g\t", numbers[i]);
    put_text(f, m->text, arena);
    fputc('\n', f);
}

static void put_data(FILE *f, const struct drawing *d, struct arena *arena) {
    fputs("# ", f);
    put_text(f, d->title, arena);
    fputc('\n', f);
    for (size_t i = 0; i < d->panel_count; i++)
        for (size_t j = 0; j < d->panels[i]->count; j++) {
            const struct layer *layer = d->panels[i]->layers[j];
            if (layer->count == 0) continue;
            fprintf(f, "# %s\t%s\n", layer->what, columns_of(layer->shape));
            for (size_t k = 0; k < layer->count; k++) put_mark(f, layer->shape, &layer->marks[k], arena);
            fputs("\n\n", f);
        }
}

/* ---- the script ---------------------------------------------------------------------------------------------------------- */

static const char *const anchor_names[] = {"left", "center", "right"};

static void put_caption(FILE *f, const struct drawing *d, size_t i, struct arena *arena) {
    const struct caption *c = &d->captions[i];
    fprintf(f, "set label %zu ", i + 1);
    put_quoted(f, c->text, arena);
    fprintf(f, " at screen %.5f,%.5f %s font font.'%s,%d' textcolor rgb %s noenhanced front\n", c->x / d->width,
            1 - c->y / d->height, anchor_names[c->anchor], c->bold ? ":Bold" : "", c->size, color_names[c->color]);
}

static void put_ticks(FILE *f, char axis, const struct tick *ticks, size_t n, int size, struct arena *arena) {
    if (n == 0) {
        fprintf(f, "  unset %ctics\n", axis);
        return;
    }
    fprintf(f, "  set %ctics (", axis);
    for (size_t i = 0; i < n; i++) {
        fputs(i ? ", " : "", f);
        put_quoted(f, ticks[i].label, arena);
        fputc(' ', f);
        put_number(f, ticks[i].at);
    }
    fprintf(f, ") nomirror scale 0 noenhanced font font.',%d' textcolor rgb muted\n", size);
}

static void put_point_style(FILE *f, const struct layer *layer) {
    static const struct {
        enum shape shape;
        int        filled, outline;
    } points[] = {
        {SHAPE_DOT, 7, 7}, {SHAPE_RING, 7, 6}, {SHAPE_AT_LEAST, 9, 8}, {SHAPE_AT_MOST, 11, 10}, {SHAPE_DIAMOND, 13, 13}};
    size_t i = 0;
    while (points[i].shape != layer->shape) i++;
    double size = layer->size / 8.0;
    bool   hollow = points[i].filled != points[i].outline;
    if (hollow) /* paper inside, so that the line does not show through */
        fprintf(f, "points pointtype %d pointsize %.3g*dot linecolor rgb paper", points[i].filled, size);
    else
        fprintf(f, "points pointtype %d pointsize %.3g*dot linecolor rgb %s", points[i].filled, size,
                color_names[layer->color]);
}

static void put_outline(FILE *f, const struct layer *layer, size_t index) {
    int type = layer->shape == SHAPE_RING ? 6 : layer->shape == SHAPE_AT_LEAST ? 8 : layer->shape == SHAPE_AT_MOST ? 10 : 0;
    if (type)
        fprintf(f,
                ", \\\n    data index %zu using 1:2 with points pointtype %d pointsize %.3g*dot linewidth 1.8 linecolor rgb %s",
                index, type, layer->size / 8.0, color_names[layer->color]);
}

/* One element of the plot command: which block of the data, which columns, drawn how. */
static void put_layer(FILE *f, const struct layer *layer, size_t index) {
    const char *color = color_names[layer->color];
    fprintf(f, "data index %zu using ", index);
    switch (layer->shape) {
    case SHAPE_LINE: fprintf(f, "1:2 with lines linewidth %.1f linecolor rgb %s", layer->size / 10.0, color); break;
    case SHAPE_DASH:
        fprintf(f, "1:2 with lines dashtype (6,4) linewidth %.1f linecolor rgb %s", layer->size / 10.0, color);
        break;
    case SHAPE_SPAN:
        fprintf(f, "1:2:(0):($3-$2) with vectors nohead linewidth %.1f linecolor rgb %s", layer->size / 10.0, color);
        break;
    case SHAPE_BOX: fprintf(f, "1:3:1:2:3:4 with boxxyerror fillstyle solid 1 noborder linecolor rgb %s", color); break;
    case SHAPE_BOX_OPEN:
        fprintf(f,
                "1:3:1:2:3:4 with boxxyerror fillstyle solid 1 noborder linecolor rgb %s, \\\n    data index %zu using "
                "1:3:1:2:3:4 with boxxyerror fillstyle empty border rgb %s linewidth 1.4 linecolor rgb %s",
                layer->color == COLOR_DOWN ? "pale_down" : "pale", index, color, color);
        break;
    case SHAPE_TEXT:
        fprintf(f, "1:2:(stringcolumn(3)) with labels %s font font.'%s,%d' textcolor rgb %s noenhanced",
                anchor_names[layer->anchor], layer->bold ? ":Bold" : "", layer->size, color);
        break;
    default:
        fputs("1:2 with ", f);
        put_point_style(f, layer);
        put_outline(f, layer, index);
    }
}

static void put_range(FILE *f, char axis, double from, double to) {
    fprintf(f, "  set %crange [", axis);
    put_number(f, from);
    fputc(':', f);
    put_number(f, to);
    fputs("] noextend\n", f);
}

/* A line across the panel at `at` on one axis, where the axis reaches that. */
static void put_base(FILE *f, const struct panel *p, bool along_x) {
    double low = along_x ? p->y0 : p->x0, high = along_x ? p->y1 : p->x1, zero = low;
    if ((low <= 0 && high >= 0) || (low >= 0 && high <= 0)) zero = 0;
    fputs(along_x ? "  set arrow 1 from graph 0, first " : "  set arrow 2 from first ", f);
    put_number(f, zero);
    fputs(along_x ? " to graph 1, first " : ", graph 0 to first ", f);
    put_number(f, zero);
    fprintf(f, "%s nohead back linewidth 1 linecolor rgb axis\n", along_x ? "" : ", graph 1");
}

/* Returns the index of the next panel's first block. */
static size_t put_panel(FILE *f, const struct drawing *d, const struct panel *p, size_t index, struct arena *arena) {
    fprintf(
        f,
        "  set lmargin at screen %.5f\n  set rmargin at screen %.5f\n  set tmargin at screen %.5f\n  set bmargin at screen %.5f\n",
        p->left / d->width, p->right / d->width, 1 - p->top / d->height, 1 - p->bottom / d->height);
    put_range(f, 'x', p->x0, p->x1);
    put_range(f, 'y', p->y0, p->y1);
    put_ticks(f, 'x', p->xticks, p->xtick_count, p->tick_size, arena);
    put_ticks(f, 'y', p->yticks, p->ytick_count, p->tick_size, arena);
    fprintf(f, "  set grid %s %s linetype 1 linewidth 0.7 linecolor rgb grid\n", p->grid_x ? "xtics" : "noxtics",
            p->grid_y ? "ytics" : "noytics");
    fputs("  unset arrow\n", f);
    if (p->base_y) put_base(f, p, true);
    if (p->base_x) put_base(f, p, false);
    const char *before = "  plot ";
    for (size_t i = 0; i < p->count; i++) {
        if (p->layers[i]->count == 0) continue;
        fputs(before, f);
        put_layer(f, p->layers[i], index++);
        before = ", \\\n    ";
    }
    fputc('\n', f);
    return index;
}

static void put_variables(FILE *f, const struct drawing *d, const struct look *look, struct arena *arena) {
    fputs("data = ", f);
    put_quoted(f, arena_format(arena, "%.*s.tsv", SLICE_ARG(d->name)), arena);
    fprintf(f, "\nfont = '%s'\n", look->font);
    for (size_t i = 0; i < COLOR_COUNT; i++)
        fprintf(f, "%s = '%s'%s", color_names[i], look->colors[i], i % 5 == 4 || i + 1 == COLOR_COUNT ? "\n" : "; ");
    slice fonts = look->fonts;
    fprintf(f, "families = '%s", look->font);
    while (fonts.len) {
        slice font = slice_cut(&fonts, SLICE_LIT("、"));
        if (!slice_is(font, look->font)) fprintf(f, ", %.*s", SLICE_ARG(font));
    }
    fputs(", sans-serif'\n", f);
    fprintf(
        f,
        "# the SVG gets a title and a description of its own, and more font names for machines that lack the first\n"
        "svg_head = '<?xml version=\"1.0\" encoding=\"utf-8\"?>'.\"\\n\".'<svg width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" "
        "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" lang=\"zh-CN\" "
        "aria-labelledby=\"title desc\" font-family=\"'.families.'\">'.\"\\n\"\nsvg_head = svg_head.'<title id=\"title\">",
        d->width, d->height, d->width, d->height);
    slice title = text_xml(d->title, arena), desc = text_xml(d->desc, arena);
    fprintf(f, "%.*s</title>'.\"\\n\".'<desc id=\"desc\">%.*s</desc>'\n", SLICE_ARG(title), SLICE_ARG(desc));
    /* gnuplot names its first pen currentColor, or black when it has drawn before: a script by itself must not tell. */
    fputs("svg_rest = \"| sed -e '1,/<desc>/d' -e 's|<title>[^<]*</title>||' -e 's|\\\"currentColor\\\"|\\\"black\\\"|' "
          "-e 's/font-family=\\\"[^\\\"]*:Bold\\\"/font-weight=\\\"bold\\\"/' "
          "-e 's/ *font-family=\\\"[^\\\"]*\\\"//' >> '\"\n",
          f);
}

/* pngcairo counts points at 96 to the inch, the SVG pixels: three quarters makes its text as large. pdfcairo does so twice. */
static void put_terminals(FILE *f, const struct drawing *d, const struct look *look, enum images images) {
    static const char *const forms[] = {[IMAGES_SVG] = "svg", [IMAGES_PNG] = "svg png", [IMAGES_PDF] = "svg png pdf"};
    int                      tenths = look->png_tenths;
    slice                    n = d->name;
    fprintf(f, "do for [form in '%s'] {\n", forms[images]);
    fprintf(
        f,
        "  if (form eq 'svg') {\n"
        "    dot = 0.65 # the SVG draws its points larger\n    set terminal svg size %.0f,%.0f noenhanced font font.',%d' fontscale 1 linewidth 1 background paper\n"
        "    set print '%.*s.svg'\n    print svg_head\n    unset print\n    set output svg_rest.\"%.*s.svg'\"\n  }\n",
        d->width, d->height, look->body, SLICE_ARG(n), SLICE_ARG(n));
    fprintf(
        f,
        "  if (form eq 'png') {\n"
        "    dot = 1\n    set terminal pngcairo size %.0f,%.0f noenhanced font font.',%d' fontscale %.3g linewidth %.1f pointscale %.1f "
        "background rgb paper\n    set output '%.*s.png'\n  }\n",
        d->width * tenths / 10, d->height * tenths / 10, look->body, tenths * 0.075, tenths / 10.0, tenths / 10.0,
        SLICE_ARG(n));
    if (images == IMAGES_PDF)
        fprintf(
            f,
            "  if (form eq 'pdf') {\n"
            "    dot = 1\n    set terminal pdfcairo size %.4fin,%.4fin noenhanced font font.',%d' fontscale 0.5625 linewidth 1 pointscale 0.75 "
            "background rgb paper\n    set output '%.*s.pdf'\n  }\n",
            d->width / 96, d->height / 96, look->body, SLICE_ARG(n));
}

slice script_begins(slice name, struct arena *arena) {
    return arena_format(arena, "# gnuplot %.*s.gp draws %.*s.svg and the other images from %.*s.tsv", SLICE_ARG(name),
                        SLICE_ARG(name), SLICE_ARG(name));
}

static void put_script(FILE *f, const struct drawing *d, const struct look *look, enum images images, struct arena *arena) {
    fprintf(f, "%s (gnuplot 5.2 or later)\n", script_begins(d->name, arena).ptr);
    fputs("reset\nset encoding utf8\nset datafile separator \"\\t\"\nset datafile commentschars '#'\nunset key\nset border 0\n",
          f);
    put_variables(f, d, look, arena);
    for (size_t i = 0; i < d->caption_count; i++) put_caption(f, d, i, arena);
    put_terminals(f, d, look, images);
    size_t index = 0;
    if (d->panel_count > 1) fputs("  set multiplot\n", f);
    for (size_t i = 0; i < d->panel_count; i++) index = put_panel(f, d, d->panels[i], index, arena);
    if (d->panel_count > 1) fputs("  unset multiplot\n", f);
    fputs("  set output\n}\n", f);
    if (images == IMAGES_PDF)
        fprintf(
            f,
            "# cairo writes the time of day; the same bytes every time are worth more\n"
            "system(\"LC_ALL=C sed -e 's/CreationDate (D:[0-9]\\\\{14\\\\}/CreationDate (D:20000101000000/' '%.*s.pdf' > '%.*s.new' && "
            "mv '%.*s.new' '%.*s.pdf'\")\n",
            SLICE_ARG(d->name), SLICE_ARG(d->name), SLICE_ARG(d->name), SLICE_ARG(d->name));
}

static FILE *open_beside(const char *dir, slice name, const char *suffix, struct arena *arena, struct err *err) {
    const char *path = arena_format(arena, "%s/%.*s%s", dir, SLICE_ARG(name), suffix).ptr;
    FILE       *f = fopen(path, "w");
    if (!f) err_file(err, ERR_OUTPUT, path, "cannot be written; is there room and the right to write?");
    return f;
}

static bool close_whole(FILE *f, const char *dir, slice name, struct err *err) {
    bool bad = ferror(f);
    if (fclose(f) == 0 && !bad) return true;
    return err_file(err, ERR_OUTPUT, dir, "%.*s cannot be written whole; is the disk full?", SLICE_ARG(name));
}

/* Labels would be drawn again with each panel: on a sheet of several they are data of a first panel as large as the canvas. */
static void captions_to_panel(struct drawing *d) {
    struct panel *canvas = drawing_panel(d, 0, d->width, 0, d->height);
    memmove(d->panels + 1, d->panels, (d->panel_count - 1) * sizeof *d->panels);
    d->panels[0] = canvas;
    canvas->x1 = d->width;
    canvas->y0 = d->height;
    for (size_t i = 0; i < d->caption_count; i++) {
        const struct caption *c = &d->captions[i];
        struct layer         *layer = NULL;
        for (size_t j = 0; j < canvas->count && !layer; j++) {
            struct layer *l = canvas->layers[j];
            if (l->anchor == c->anchor && l->color == c->color && l->size == c->size && l->bold == c->bold) layer = l;
        }
        if (!layer) {
            layer = panel_text(canvas, c->anchor, c->color, c->size, "文字");
            layer->bold = c->bold;
        }
        layer_mark(layer, c->x, c->y, c->text);
    }
    d->caption_count = 0;
}

bool drawing_write(struct drawing *d, const char *dir, const struct look *look, enum images images, struct err *err) {
    struct arena *arena = d->arena;
    if (d->panel_count != 1) captions_to_panel(d);
    FILE *f = open_beside(dir, d->name, ".tsv", arena, err);
    if (!f) return false;
    put_data(f, d, arena);
    if (!close_whole(f, dir, d->name, err)) return false;
    f = open_beside(dir, d->name, ".gp", arena, err);
    if (!f) return false;
    put_script(f, d, look, images, arena);
    return close_whole(f, dir, d->name, err);
}
