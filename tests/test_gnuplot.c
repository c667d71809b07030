/* The outside programs when they are missing, too old, killed, hanging or silent: a message, no zombie, no folder of work left.
 * Stand-ins are shell scripts in a folder of their own that PATH points to. */
#include "extract/base/tsv.h"
#include "plots/chart.h"
#include "plots/gnuplot.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "extract/base/banned.h"

/* ---- a folder of stand-ins --------------------------------------------------------------------------------------------------
 */

struct stage {
    struct arena arena;
    char         dir[64];
    const char  *path, *fonts; /* what PATH and FONTCONFIG_FILE were */
    struct err   err;
};

static void stage_open(struct stage *s) {
    *s = (struct stage){.path = getenv("PATH"), .fonts = getenv("FONTCONFIG_FILE")};
    arena_init(&s->arena);
    s->path = arena_format(&s->arena, "%s", s->path ? s->path : "").ptr;
    snprintf(s->dir, sizeof s->dir, "/tmp/suanpan-stage-XXXXXX");
    if (!mkdtemp(s->dir)) abort();
}

static void put_program(struct stage *s, const char *name, const char *body) {
    const char *path = arena_format(&s->arena, "%s/%s", s->dir, name).ptr;
    FILE       *f = fopen(path, "w");
    if (!f) abort();
    fprintf(f, "#!/bin/sh\nPATH='%s'\n%s\n", s->path, body);
    fclose(f);
    chmod(path, 0755);
}

static size_t files_in(const char *path) {
    size_t n = 0;
    DIR   *dir = opendir(path);
    for (struct dirent *e = dir ? readdir(dir) : NULL; e; e = readdir(dir))
        n += strcmp(e->d_name, ".") && strcmp(e->d_name, "..");
    if (dir) closedir(dir);
    return n;
}

static void stage_close(struct stage *s) {
    setenv("PATH", s->path, 1);
    if (s->fonts)
        setenv("FONTCONFIG_FILE", s->fonts, 1);
    else
        unsetenv("FONTCONFIG_FILE");
    CU_ASSERT_EQUAL(system(arena_format(&s->arena, "rm -rf '%s'", s->dir).ptr), 0);
    arena_free(&s->arena);
}

/* Draws one small chart with the stage's programs. True when charts_draw says so; in either case no child and no work is left.
 */
static bool draws(struct stage *s, const char *font) {
    struct claim  claims[3];
    struct point  points[3];
    struct series series = {
        .metric = SLICE_LIT("立案"), .key = SLICE_LIT("立案"), .unit = SLICE_LIT("起"), .points = points, .point_count = 3};
    struct comparison comparison = {
        .series = &series, .count = 1, .first_year = 2018, .last_year = 2020, .claims = claims, .claim_count = 3};
    struct chart_style style = {.kind = "lines", .font = font};
    struct chart_list  charts;
    for (int i = 0; i < 3; i++) {
        claims[i] = (struct claim){.document = SLICE_LIT("a.txt"),
                                   .metric = SLICE_LIT("立案"),
                                   .value = decimal_int(5 + i),
                                   .unit = SLICE_LIT("起"),
                                   .year = 2018 + i};
        points[i] = (struct point){.claim = &claims[i], .year = 2018 + i, .value = claims[i].value};
    }
    const char *out = arena_format(&s->arena, "%s/out/deeper", s->dir).ptr;
    s->err = (struct err){0};
    setenv("PATH", s->dir, 1);
    bool drawn = charts_draw(out, &comparison, &style, &charts, &s->arena, &s->err);
    setenv("PATH", s->path, 1);
    CU_ASSERT_EQUAL(waitpid(-1, NULL, WNOHANG), -1);
    CU_ASSERT_EQUAL(files_in(out), drawn ? 4 : 0);
    return drawn;
}

static bool says(const struct stage *s, const char *words) { return s->err.kind == ERR_OUTPUT && strstr(s->err.text, words); }

static void real_fonts(struct stage *s) { put_program(s, "fc-list", "exec fc-list \"$@\""); }

/* ---- claims -----------------------------------------------------------------------------------------------------------------
 */

static void a_stage_with_the_real_programs_draws(void) {
    struct stage s;
    stage_open(&s);
    real_fonts(&s);
    put_program(&s, "gnuplot", "exec gnuplot \"$@\"");
    CU_ASSERT(draws(&s, NULL));
    stage_close(&s);
}

/* Once for its version, once for all charts. */
static void all_charts_come_from_one_process(void) {
    struct stage s;
    slice        bytes = SLICE_NONE;
    stage_open(&s);
    const char *log = arena_format(&s.arena, "%s/log", s.dir).ptr;
    real_fonts(&s);
    put_program(&s, "gnuplot", arena_format(&s.arena, "echo \"$*\" >>'%s'; exec gnuplot \"$@\"", log).ptr);
    CU_ASSERT(draws(&s, NULL));
    CU_ASSERT(file_load(&bytes, log, 1000, &s.arena, &s.err));
    CU_ASSERT(slice_equal(bytes, SLICE_LIT("--version\n-d all.gp\n")));
    stage_close(&s);
}

static void a_missing_gnuplot_is_told(void) {
    struct stage s;
    stage_open(&s);
    CU_ASSERT(!draws(&s, NULL) && says(&s, "fc-list is missing"));
    real_fonts(&s);
    CU_ASSERT(!draws(&s, NULL) && says(&s, "gnuplot is missing"));
    stage_close(&s);
}

static void an_old_or_strange_gnuplot_is_refused(void) {
    struct stage s;
    stage_open(&s);
    real_fonts(&s);
    put_program(&s, "gnuplot", "echo 'gnuplot 4.6 patchlevel 0'");
    CU_ASSERT(!draws(&s, NULL) && says(&s, "gnuplot 4.6 is too old"));
    put_program(&s, "gnuplot", "echo 'gnuplot 5.0 patchlevel 3'");
    CU_ASSERT(!draws(&s, NULL) && says(&s, "too old"));
    put_program(&s, "gnuplot", "exit 3");
    CU_ASSERT(!draws(&s, NULL) && says(&s, "status 3"));
    stage_close(&s);
}

static void a_gnuplot_that_fails_or_dies_leaves_nothing(void) {
    static const char version[] = "[ \"$1\" = --version ] && { echo 'gnuplot 6.0 patchlevel 0'; exit; }\n";
    struct stage      s;
    stage_open(&s);
    real_fonts(&s);
    put_program(&s, "gnuplot", arena_format(&s.arena, "%secho 'line 3: no room on device' >&2; exit 1", version).ptr);
    CU_ASSERT(!draws(&s, NULL) && says(&s, "no room on device"));
    put_program(&s, "gnuplot", arena_format(&s.arena, "%skill -9 $$", version).ptr);
    CU_ASSERT(!draws(&s, NULL) && says(&s, "killed by signal 9"));
    put_program(&s, "gnuplot", arena_format(&s.arena, "%sexit 0", version).ptr); /* says all is well and draws nothing */
    CU_ASSERT(!draws(&s, NULL) && says(&s, "did not draw"));
    stage_close(&s);
}

static void without_a_chinese_font_nothing_is_drawn(void) {
    struct stage s;
    stage_open(&s);
    real_fonts(&s);
    put_program(&s, "gnuplot", "exec gnuplot \"$@\"");
    put_program(&s, "none.conf", "");
    const char *conf = arena_format(&s.arena, "%s/none.conf", s.dir).ptr;
    FILE       *f = fopen(conf, "w");
    if (f)
        fputs("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>/nowhere</dir></fontconfig>\n",
              f),
            fclose(f);
    setenv("FONTCONFIG_FILE", conf, 1);
    CU_ASSERT(!draws(&s, NULL) && says(&s, "there is no Chinese font"));
    put_program(&s, "fc-list", "echo \"Bad'Name\"; echo 'Zeta Song,Zeta'; echo 'Alpha Hei'");
    const char *font = NULL;
    setenv("PATH", s.dir, 1);
    s.err = (struct err){0};
    CU_ASSERT(gnuplot_font(&font, NULL, SLICE_LIT("Nope、Nada"), &s.arena, &s.err) && !strcmp(font, "Alpha Hei"));
    CU_ASSERT(gnuplot_font(&font, NULL, SLICE_LIT("Nope、Zeta"), &s.arena, &s.err) && !strcmp(font, "Zeta"));
    CU_ASSERT(!gnuplot_font(&font, "Nope", SLICE_LIT("Zeta"), &s.arena, &s.err) && says(&s, "no Chinese font is named Nope"));
    stage_close(&s);
}

/* It hangs with a child of its own, and the chart is asked for with little patience. */
static void a_gnuplot_that_hangs_is_stopped_with_its_children(void) {
    struct stage s;
    slice        names[] = {SLICE_LIT("a")};
    stage_open(&s);
    const char *file = arena_format(&s.arena, "%s/child", s.dir).ptr;
    put_program(&s, "gnuplot", arena_format(&s.arena, "sleep 30 & echo $! >'%s'; sleep 30", file).ptr);
    setenv("PATH", s.dir, 1);
    s.err = (struct err){0};
    CU_ASSERT(!gnuplot_draw(&(struct gnuplot_work){s.dir, names, 1, 1, NULL}, &s.arena, &s.err) &&
              says(&s, "silent for 1 seconds"));
    slice bytes = SLICE_NONE;
    CU_ASSERT(file_load(&bytes, file, 100, &s.arena, &s.err));
    int child = slice_int(slice_trim(bytes));
    CU_ASSERT(child > 0);
    struct timespec tick = {.tv_nsec = 20000000};
    for (int i = 0; i < 100 && kill(child, 0) == 0; i++) nanosleep(&tick, NULL);
    CU_ASSERT(kill(child, 0) != 0);
    CU_ASSERT_EQUAL(waitpid(-1, NULL, WNOHANG), -1);
    stage_close(&s);
}

CU_TestInfo test_gnuplot[] = {
    {"a_stage_with_the_real_programs_draws", a_stage_with_the_real_programs_draws},
    {"all_charts_come_from_one_process", all_charts_come_from_one_process},
    {"a_missing_gnuplot_is_told", a_missing_gnuplot_is_told},
    {"an_old_or_strange_gnuplot_is_refused", an_old_or_strange_gnuplot_is_refused},
    {"a_gnuplot_that_fails_or_dies_leaves_nothing", a_gnuplot_that_fails_or_dies_leaves_nothing},
    {"without_a_chinese_font_nothing_is_drawn", without_a_chinese_font_nothing_is_drawn},
    {"a_gnuplot_that_hangs_is_stopped_with_its_children", a_gnuplot_that_hangs_is_stopped_with_its_children},
    CU_TEST_INFO_NULL,
};
