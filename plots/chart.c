/* Series and claims become drawings, drawings become images: DIR/折线-通山县委-志愿者注册-人.{gp,tsv,svg,png}. Which kinds
 * there are stands in one table; everything is made in a hidden folder inside DIR and moved into place when gnuplot has drawn
 * it all. */
#include "plots/kinds.h"

#include "export/folder.h"
#include "export/progress.h"
#include "plots/gnuplot.h"
#include "plots/lines.h"
#include "plots/text.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/banned.h"

enum { QUIET_SECONDS = 60, MOST_ON_PAGE = 40 };

struct chart_style chart_style_of(const struct options *o) {
    return (struct chart_style){.theme = o->theme,
                                .size = o->size,
                                .font = o->font,
                                .title = o->title,
                                .style = o->style,
                                .kind = o->chart,
                                .pdf = o->pdf,
                                .watched = progress_is_seen(o)};
}

static const struct kind_row {
    const char *name;
    void (*draw)(struct desk *desk);
    bool over_years; /* of each body: there is none where series run over bodies */
} kinds[] = {{"overview", overview_draw, false}, {"multiples", multiples_draw, true}, {"bodies", bodies_draw, false},
             {"slope", slope_draw, true},        {"lines", lines_draw, true},         {"growth", growth_draw, false},
             {"bars", bars_draw, false},         {"sheets", sheets_draw, true}};

static bool lay_out(struct desk *desk, const char *only, struct err *err) {
    bool known = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (only && strcmp(only, kinds[i].name)) continue;
        known = true;
        if (!kinds[i].over_years || !desk->comparison->across) kinds[i].draw(desk);
    }
    return known ||
           err_usage(err,
                     "there is no chart %s; the kinds are bars, lines, slope, multiples, growth, bodies, overview and sheets",
                     only);
}

/* An image is there when it is a file with something in it. */
static bool is_drawn(const char *path) {
    struct stat s;
    return stat(path, &s) == 0 && S_ISREG(s.st_mode) && s.st_size > 0;
}

/* All files of all charts are there, then all are moved: scripts and data too, so that each image has its own. */
static bool move_all(const struct desk *desk, const char *from, const char *to, enum images images, struct err *err) {
    static const char *const suffixes[] = {"tsv", "gp", "svg", "png", "pdf"};
    struct arena            *arena = desk->arena;
    for (int moving = 0; moving < 2; moving++)
        for (size_t i = 0; i < desk->count; i++)
            for (size_t k = 0; k < 2u + images; k++) {
                slice       name = desk->drawings[i]->name;
                const char *old = arena_format(arena, "%s/%.*s.%s", from, SLICE_ARG(name), suffixes[k]).ptr;
                const char *new = arena_format(arena, "%s/%.*s.%s", to, SLICE_ARG(name), suffixes[k]).ptr;
                if (!moving && !is_drawn(old))
                    return err_file(err, ERR_OUTPUT, new, "gnuplot did not draw it; is the disk full?");
                if (moving && rename(old, new) != 0)
                    return err_file(err, ERR_OUTPUT, new, "cannot be written: %s", err_reason(ERR_OUTPUT));
            }
    return true;
}

static bool is_our_script(const char *path, slice name, struct arena *arena) {
    slice begins = script_begins(name, arena);
    char *head = arena_text(arena, begins.len);
    FILE *f = fopen(path, "rb");
    bool  same = f && fread(head, 1, begins.len, f) == begins.len && !memcmp(head, begins.ptr, begins.len);
    if (f) fclose(f);
    return same;
}

static bool is_drawn_now(const struct desk *desk, slice name) {
    for (size_t i = 0; i < desk->count; i++)
        if (slice_equal(desk->drawings[i]->name, name)) return true;
    return false;
}

/* 折线-青禾县政府-….png stands for nothing when the body is called 青禾县 since. What a person put there stays. */
static void remove_earlier(const struct desk *desk, const char *dir) {
    static const char *const suffixes[] = {"gp", "tsv", "svg", "png", "pdf"};
    DIR                     *files = opendir(dir);
    for (struct dirent *e = files ? readdir(files) : NULL; e; e = readdir(files)) {
        slice name = slice_of(e->d_name);
        if (!slice_ends(name, SLICE_LIT(".gp"))) continue;
        name.len -= 3;
        if (is_drawn_now(desk, name) ||
            !is_our_script(arena_format(desk->arena, "%s/%s", dir, e->d_name).ptr, name, desk->arena))
            continue;
        for (size_t k = 0; k < sizeof suffixes / sizeof *suffixes; k++)
            unlink(arena_format(desk->arena, "%s/%.*s.%s", dir, SLICE_ARG(name), suffixes[k]).ptr);
    }
    if (files) closedir(files);
}

static bool write_and_draw(const struct desk *desk, const char *dir, enum images images, bool watched, struct err *err) {
    slice              *names = ARENA_ARRAY(desk->arena, slice, desk->count);
    struct progress    *progress = watched ? progress_of_charts(desk->count, desk->arena) : NULL;
    struct gnuplot_work work = {dir, names, desk->count, QUIET_SECONDS, progress};
    for (size_t i = 0; i < desk->count; i++) {
        names[i] = desk->drawings[i]->name;
        if (!drawing_write(desk->drawings[i], dir, desk->look, images, err)) return false;
    }
    bool drawn = gnuplot_draw(&work, desk->arena, err);
    progress_clear(progress);
    return drawn;
}

/* An interrupt waits until the hidden folder is gone; gnuplot is stopped at once (child.h). */
static void hold_interrupts(sigset_t *before) {
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigprocmask(SIG_BLOCK, &held, before);
}

static void list_charts(struct chart_list *out, const struct desk *desk) {
    out->charts = ARENA_ARRAY(desk->arena, struct chart, desk->count);
    for (size_t i = 0; i < desk->count; i++) {
        const struct drawing *d = desk->drawings[i];
        out->charts[out->count++] = (struct chart){d->name, d->title, d->desc, (int)d->width, (int)d->height};
    }
}

bool charts_draw(const char *dir, const struct comparison *comparison, const struct chart_style *style, struct chart_list *out,
                 struct arena *arena, struct err *err) {
    struct look look;
    struct desk desk = {
        .comparison = comparison, .look = &look, .title = style->title, .asked = style->kind != NULL, .arena = arena};
    *out = (struct chart_list){0};
    if (!look_load(&look, style, plots_path("styles/themes.tsv", arena), arena, err) || !desk_load(&desk, err)) return false;
    figures_find(&desk);
    if (!lay_out(&desk, style->kind, err)) return false;
    if (style->title && desk.count > 1)
        return err_usage(err, "--title is of a single chart, and these are %zu; choose one with --chart, or leave it away",
                         desk.count);
    if (style->alone) remove_earlier(&desk, dir);
    if (style->page && desk.count > MOST_ON_PAGE) out->left_out = desk.count - MOST_ON_PAGE;
    desk.count -= out->left_out;
    if (desk.count == 0) return true;
    if (!gnuplot_font(&look.font, style->font, look.fonts, arena, err) || !gnuplot_check(arena, err)) return false;
    if (!folder_make(dir, arena, err)) return false;
    sigset_t before;
    hold_interrupts(&before);
    const char *path = folder_new(dir, arena, err);
    enum images images = style->page ? IMAGES_SVG : style->pdf ? IMAGES_PDF : IMAGES_PNG;
    bool done = path && write_and_draw(&desk, path, images, style->watched, err) && move_all(&desk, path, dir, images, err);
    if (path) folder_remove(path, arena);
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (done) list_charts(out, &desk);
    return done;
}
