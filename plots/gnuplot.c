/* Scripts become images: one gnuplot loads 折线-处置网络舆情-起.gp and all the others, one after another. Before that fc-list
 * is asked for a Chinese font and gnuplot for its version. Whoever hangs is killed with all its children; nobody is left a
 * zombie. */
#include "plots/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "extract/base/banned.h"

enum { MOST_OUTPUT = 1 << 20, PREFLIGHT_MS = 20000 };

/* In the child, between fork and exec: only what is safe there. */
static void become(const char *const *argv, const char *dir, int out) {
    int in = open("/dev/null", O_RDONLY);
    setpgid(0, 0);
    if (in < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0) _exit(127);
    if (in > 2) close(in);
    if (out > 2) close(out);
    if (dir && chdir(dir) != 0) _exit(127);
    signal(SIGPIPE, SIG_DFL);
    execvp(argv[0], (char *const *)(uintptr_t)argv);
    _exit(127);
}

/* Reads until the pipe ends. False when nothing came for `quiet_ms`. */
static bool collect(int pipe_end, struct program_end *out, int quiet_ms, struct arena *arena) {
    char  *bytes = NULL;
    size_t n = 0, room = 0;
    bool   ended = false;
    for (;;) {
        struct pollfd p = {.fd = pipe_end, .events = POLLIN};
        int           ready = poll(&p, 1, quiet_ms);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) break;
        char    block[4096];
        ssize_t got = read(pipe_end, block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) {
            ended = true;
            break;
        }
        if (n + (size_t)got > MOST_OUTPUT) continue; /* read on, so that the writer does not block */
        bytes = arena_grow(arena, bytes, n, &room, n + (size_t)got, 1);
        memcpy(bytes + n, block, (size_t)got);
        n += (size_t)got;
    }
    out->output = (slice){bytes, n};
    return ended;
}

/* The child closed its end, but may live on: it has `quiet_ms` to go. */
static bool wait_for(pid_t child, int *status, int quiet_ms) {
    struct timespec tick = {.tv_nsec = 2000000};
    for (int waited = 0; waited <= quiet_ms; waited += 2) {
        pid_t done = waitpid(child, status, WNOHANG);
        if (done == child) return true;
        if (done < 0 && errno != EINTR) return true;
        nanosleep(&tick, NULL);
    }
    return false;
}

static int status_of(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

bool program_run(struct program_end *out, const char *const *argv, const char *dir, int quiet_ms, struct arena *arena,
                 struct err *err) {
    int ends[2], status = 0;
    *out = (struct program_end){0};
    fflush(NULL);
    if (pipe(ends) != 0) return err_set(err, ERR_OUTPUT, NULL, 0, 0, "%s cannot be started: %s", argv[0], strerror(errno));
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    pid_t child = fork();
    if (child == 0) become(argv, dir, ends[1]);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return err_set(err, ERR_OUTPUT, NULL, 0, 0, "%s cannot be started: %s", argv[0], strerror(errno));
    }
    setpgid(child, child);
    bool done = collect(ends[0], out, quiet_ms, arena) && wait_for(child, &status, quiet_ms);
    close(ends[0]);
    if (!done) {
        out->timed_out = true;
        kill(-child, SIGKILL);
        kill(child, SIGKILL);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
    }
    out->status = status_of(status);
    return true;
}

/* ---- fonts --------------------------------------------------------------------------------------------------------------- */

/* The next of names joined with `mark`; `*rest` goes on behind it. */
static slice next_name(slice *rest, slice mark) {
    size_t end = slice_find(*rest, mark, 0);
    slice  name = slice_sub(*rest, 0, end == SIZE_MAX ? rest->len : end);
    *rest = end == SIZE_MAX ? SLICE_NONE : slice_from(*rest, end + mark.len);
    return slice_trim(name);
}

/* One line a face: "Noto Sans CJK SC,Noto Sans CJK SC Thin". */
static bool is_listed(slice families, slice name) {
    while (families.len) {
        slice line = next_name(&families, SLICE_LIT("\n"));
        while (line.len)
            if (slice_equal(next_name(&line, SLICE_LIT(",")), name)) return true;
    }
    return false;
}

/* Any font will do: the least by name, so that it is the same one every time. It must be a name that can stand in a script. */
static slice least_name(slice families) {
    slice least = SLICE_NONE;
    while (families.len) {
        slice line = next_name(&families, SLICE_LIT("\n")), name = next_name(&line, SLICE_LIT(","));
        bool  plain = name.len > 0;
        for (size_t i = 0; i < name.len; i++)
            if ((unsigned char)name.ptr[i] < 0x20 || strchr("'\"\\/&:|,=`", name.ptr[i])) plain = false;
        if (plain && (least.len == 0 || slice_compare(name, least) < 0)) least = name;
    }
    return least;
}

bool gnuplot_font(const char **out, const char *wanted, slice preferred, struct arena *arena, struct err *err) {
    static const char *const argv[] = {"fc-list", ":lang=zh-cn", "family", NULL};
    struct program_end       end;
    if (!program_run(&end, argv, NULL, PREFLIGHT_MS, arena, err)) return false;
    if (end.timed_out || end.status == 127)
        return err_set(err, ERR_OUTPUT, NULL, 0, 0,
                       end.timed_out
                           ? "fc-list does not answer; without it no Chinese font is found, and no charts are drawn"
                           : "fc-list is missing, so no Chinese font is found and no charts are drawn; install fontconfig");
    slice name = SLICE_NONE;
    if (wanted) {
        if (is_listed(end.output, slice_of(wanted)))
            name = slice_of(wanted);
        else
            return err_set(err, ERR_OUTPUT, NULL, 0, 0, "no Chinese font is named %s; see fc-list :lang=zh-cn family", wanted);
    }
    while (!name.len && preferred.len) {
        slice next = next_name(&preferred, SLICE_LIT("、"));
        if (next.len && is_listed(end.output, next)) name = next;
    }
    if (!name.len) name = least_name(end.output);
    if (!name.len)
        return err_set(err, ERR_OUTPUT, NULL, 0, 0,
                       "there is no Chinese font, so no charts are drawn; install one, such as fonts-noto-cjk");
    *out = arena_copy(arena, name).ptr;
    return true;
}

/* ---- gnuplot ------------------------------------------------------------------------------------------------------------- */

bool gnuplot_check(struct arena *arena, struct err *err) {
    static const char *const argv[] = {"gnuplot", "--version", NULL};
    struct program_end       end;
    if (!program_run(&end, argv, NULL, PREFLIGHT_MS, arena, err)) return false;
    if (end.status == 127 && !end.timed_out)
        return err_set(err, ERR_OUTPUT, NULL, 0, 0, "gnuplot is missing, so no charts are drawn; install gnuplot-nox");
    if (end.timed_out)
        return err_set(err, ERR_OUTPUT, NULL, 0, 0, "gnuplot does not answer and was stopped; no charts are drawn");
    slice line = next_name(&end.output, SLICE_LIT("\n")), head = SLICE_LIT("gnuplot ");
    slice version = slice_starts(line, head) ? slice_from(line, head.len) : SLICE_NONE;
    slice major = next_name(&version, SLICE_LIT(".")), minor = next_name(&version, SLICE_LIT(" "));
    int   a = slice_int(major), b = slice_int(minor);
    if (end.status != 0 || a < 0)
        return err_set(err, ERR_OUTPUT, NULL, 0, 0, "gnuplot --version fails (status %d), so no charts are drawn", end.status);
    if (a < 5 || (a == 5 && b < 2))
        return err_set(err, ERR_OUTPUT, NULL, 0, 0, "gnuplot %d.%d is too old, so no charts are drawn; 5.2 or later is needed",
                       a, b < 0 ? 0 : b);
    return true;
}

/* all.gp loads every script and tells after each that it still lives. */
static bool write_driver(const char *dir, const slice *names, size_t n, struct arena *arena, struct err *err) {
    const char *path = arena_format(arena, "%s/all.gp", dir).ptr;
    FILE       *f = fopen(path, "w");
    if (!f) return err_set(err, ERR_OUTPUT, path, 0, 0, "cannot be written; is there room and the right to write?");
    for (size_t i = 0; i < n; i++)
        fprintf(f, "load '%.*s.gp'\nset print '-'\nprint 'drawn %zu'\nunset print\n", SLICE_ARG(names[i]), i + 1);
    bool bad = ferror(f);
    if (fclose(f) == 0 && !bad) return true;
    return err_set(err, ERR_OUTPUT, path, 0, 0, "cannot be written whole; is the disk full?");
}

/* gnuplot repeats the command and points at the fault; the last line with words is what is wrong. */
static slice last_message(slice output) {
    slice message = SLICE_NONE;
    while (output.len) {
        slice line = next_name(&output, SLICE_LIT("\n"));
        if (line.len > 3 && !slice_starts(line, SLICE_LIT("drawn "))) message = line;
    }
    return message;
}

bool gnuplot_draw(const char *dir, const slice *names, size_t n, int quiet_ms, struct arena *arena, struct err *err) {
    static const char *const argv[] = {"gnuplot", "-d", "all.gp", NULL};
    struct program_end       end;
    if (!write_driver(dir, names, n, arena, err) || !program_run(&end, argv, dir, quiet_ms, arena, err)) return false;
    if (end.timed_out)
        return err_set(err, ERR_OUTPUT, NULL, 0, 0, "gnuplot was silent for %d seconds and was stopped; no charts are drawn",
                       quiet_ms / 1000);
    if (end.status > 128)
        return err_set(err, ERR_OUTPUT, NULL, 0, 0, "gnuplot was killed by signal %d; no charts are drawn", end.status - 128);
    slice message = last_message(end.output);
    if (end.status != 0)
        return err_set(err, ERR_OUTPUT, NULL, 0, 0, "gnuplot failed (status %d): %.*s", end.status, SLICE_ARG(message));
    return true;
}
