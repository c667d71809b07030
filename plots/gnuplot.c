/* Scripts become images: one gnuplot loads 折线-处置网络舆情-起.gp and all the others, one after another. Before that fc-list
 * is asked for a Chinese font and gnuplot for its version. Whoever hangs is killed with all its children; nobody is left a
 * zombie. */
#include "plots/gnuplot.h"

#include "export/progress.h"
#include "extract/base/child.h"

#include <stdio.h>

#include "extract/base/banned.h"

enum { PREFLIGHT_SECONDS = 20, MOST_WORDS = 4 << 20 };

/* ---- fonts --------------------------------------------------------------------------------------------------------------- */

/* One line a face: "Noto Sans CJK SC,Noto Sans CJK SC Thin". */
static bool is_listed(slice families, slice name) {
    for (size_t at = 0; at < families.len;) {
        slice line = slice_take(families, '\n', &at);
        for (size_t k = 0; k < line.len;)
            if (slice_equal(slice_trim(slice_take(line, ',', &k)), name)) return true;
    }
    return false;
}

/* Any font will do: the least by name, so that it is the same one every time. It must be a name that can stand in a script. */
static slice least_name(slice families) {
    slice least = SLICE_NONE;
    for (size_t at = 0; at < families.len;) {
        slice name = slice_trim(slice_until(slice_take(families, '\n', &at), ','));
        bool  plain = name.len > 0;
        for (size_t i = 0; i < name.len; i++)
            if ((unsigned char)name.ptr[i] < 0x20 || strchr("'\"\\/&:|,=`", name.ptr[i])) plain = false;
        if (plain && (least.len == 0 || slice_compare(name, least) < 0)) least = name;
    }
    return least;
}

bool gnuplot_font(const char **out, const char *wanted, slice preferred, struct arena *arena, struct err *err) {
    static const char *const argv[] = {"fc-list", ":lang=zh-cn", "family", NULL};
    struct child             child = {.argv = argv, .limit = MOST_WORDS, .seconds = PREFLIGHT_SECONDS};
    enum child_end           end = child_run(&child, arena);
    if (end == CHILD_MISSING)
        return err_file(err, ERR_OUTPUT, NULL,
                        "fc-list is missing, so no Chinese font is found and no charts are drawn; install fontconfig");
    if (end != CHILD_DONE && end != CHILD_FAILED)
        return err_file(err, ERR_OUTPUT, NULL,
                        "fc-list does not answer; without it no Chinese font is found, and no charts are drawn");
    slice name = SLICE_NONE;
    if (wanted) {
        if (is_listed(child.output, slice_of(wanted)))
            name = slice_of(wanted);
        else
            return err_file(err, ERR_OUTPUT, NULL, "no Chinese font is named %s; see fc-list :lang=zh-cn family", wanted);
    }
    while (!name.len && preferred.len) {
        slice next = slice_trim(slice_cut(&preferred, SLICE_LIT("、")));
        if (next.len && is_listed(child.output, next)) name = next;
    }
    if (!name.len) name = least_name(child.output);
    if (!name.len)
        return err_file(err, ERR_OUTPUT, NULL,
                        "there is no Chinese font, so no charts are drawn; install one, such as fonts-noto-cjk");
    *out = arena_copy(arena, name).ptr;
    return true;
}

/* ---- gnuplot ------------------------------------------------------------------------------------------------------------- */

bool gnuplot_check(struct arena *arena, struct err *err) {
    static const char *const argv[] = {"gnuplot", "--version", NULL};
    struct child             child = {.argv = argv, .limit = MOST_WORDS, .seconds = PREFLIGHT_SECONDS};
    enum child_end           end = child_run(&child, arena);
    if (end == CHILD_MISSING)
        return err_file(err, ERR_OUTPUT, NULL, "gnuplot is missing, so no charts are drawn; install gnuplot-nox");
    if (end != CHILD_DONE && end != CHILD_FAILED)
        return err_file(err, ERR_OUTPUT, NULL, "gnuplot does not answer and was stopped; no charts are drawn");
    slice line = slice_trim(slice_until(child.output, '\n')), head = SLICE_LIT("gnuplot ");
    slice version = slice_starts(line, head) ? slice_from(line, head.len) : SLICE_NONE;
    int   a = slice_int(slice_cut(&version, SLICE_LIT("."))), b = slice_int(slice_until(version, ' '));
    if (end == CHILD_FAILED || a < 0)
        return err_file(err, ERR_OUTPUT, NULL, "gnuplot --version fails (status %d), so no charts are drawn", child.status);
    if (a < 5 || (a == 5 && b < 2))
        return err_file(err, ERR_OUTPUT, NULL, "gnuplot %d.%d is too old, so no charts are drawn; 5.2 or later is needed", a,
                        b < 0 ? 0 : b);
    return true;
}

/* all.gp loads every script and tells after each that it still lives. */
static bool write_driver(const struct gnuplot_work *work, struct arena *arena, struct err *err) {
    const char *path = arena_format(arena, "%s/all.gp", work->dir).ptr;
    FILE       *f = fopen(path, "w");
    if (!f) return err_file(err, ERR_OUTPUT, path, "cannot be written; is there room and the right to write?");
    for (size_t i = 0; i < work->count; i++)
        fprintf(f, "load '%.*s.gp'\nset print '-'\nprint 'drawn %zu'\nunset print\n", SLICE_ARG(work->names[i]), i + 1);
    bool bad = ferror(f);
    if (fclose(f) == 0 && !bad) return true;
    return err_file(err, ERR_OUTPUT, path, "cannot be written whole; is the disk full?");
}

/* gnuplot repeats the command and points at the fault; the last line with words is what is wrong. */
static slice last_message(slice output) {
    slice message = SLICE_NONE;
    for (size_t at = 0; at < output.len;) {
        slice line = slice_trim(slice_take(output, '\n', &at));
        if (line.len > 3 && !slice_starts(line, SLICE_LIT("drawn "))) message = line;
    }
    return message;
}

/* The last whole line of what gnuplot says is “drawn 12”. */
static void tell_progress(void *who, slice output) {
    size_t end = output.len;
    while (end > 0 && output.ptr[end - 1] != '\n') end--;
    size_t start = end > 0 ? end - 1 : 0;
    while (start > 0 && output.ptr[start - 1] != '\n') start--;
    slice line = slice_sub(output, start, end > 0 ? end - 1 : 0), head = SLICE_LIT("drawn ");
    int   drawn = slice_starts(line, head) ? slice_int(slice_from(line, head.len)) : 0;
    if (drawn > 0) progress_show_charts(who, (uint64_t)drawn);
}

bool gnuplot_draw(const struct gnuplot_work *work, struct arena *arena, struct err *err) {
    static const char *const argv[] = {"gnuplot", "-d", "all.gp", NULL};
    struct child             child = {.argv = argv,
                                      .dir = work->dir,
                                      .limit = MOST_WORDS,
                                      .seconds = work->seconds,
                                      .renews = true,
                                      .messages = true,
                                      .heard = work->progress ? tell_progress : NULL,
                                      .who = work->progress};
    if (!write_driver(work, arena, err)) return false;
    switch (child_run(&child, arena)) {
    case CHILD_DONE: return true;
    case CHILD_LATE:
        return err_file(err, ERR_OUTPUT, NULL, "gnuplot was silent for %d seconds and was stopped; no charts are drawn",
                        work->seconds);
    case CHILD_FAILED:
        if (child.status > 128)
            return err_file(err, ERR_OUTPUT, NULL, "gnuplot was killed by signal %d; no charts are drawn", child.status - 128);
        return err_file(err, ERR_OUTPUT, NULL, "gnuplot failed (status %d): %.*s", child.status,
                        SLICE_ARG(last_message(child.output)));
    case CHILD_MISSING:
    case CHILD_FLOODED:
    case CHILD_UNABLE: break;
    }
    return err_file(err, ERR_OUTPUT, NULL, "gnuplot cannot be run; no charts are drawn");
}
