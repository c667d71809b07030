/* Bytes become a file that appears whole or not at all: claims.csv is written as .claims.csv.XXXXXX beside it, synced, then
 * renamed. Standard output, pipes and devices are written straight. Knows nothing of rows. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "export/table/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/messages.h"

#include "extract/base/banned.h"

enum { BUFFER_BYTES = 256 * 1024, MOST_PENDING = 8 };

struct output {
    int    descriptor;       /* -1: memory only */
    char  *name;             /* as it was given, for messages; NULL: standard output */
    char  *path, *temporary; /* where it ends, links followed; NULL: written straight */
    char  *bytes;
    size_t used, capacity;
    bool   is_file;
};

/* Temporary names that an interrupt must take away. Only the main thread opens and closes outputs. */
static char *volatile pending[MOST_PENDING];

static void remove_pending(int signal_number) {
    for (int i = 0; i < MOST_PENDING; i++)
        if (pending[i]) unlink(pending[i]);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void guard_temporary(char *name) {
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
    for (int i = 0; i < MOST_PENDING; i++)
        if (!pending[i]) {
            pending[i] = name;
            break;
        }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct sigaction now;
        if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL) signal(ends[i], remove_pending);
    }
}

static void unguard_temporary(const char *name) {
    for (int i = 0; i < MOST_PENDING; i++)
        if (pending[i] == name) pending[i] = NULL;
}

static bool cannot(struct err *err, const char *path, const char *format) {
    const char *reason = err_reason(ERR_OUTPUT);
    return err_set(err, ERR_OUTPUT, path ? path : say("standard output"), 0, 0, format, reason);
}

static void output_free(struct output *o) {
    if (o->temporary) unguard_temporary(o->temporary);
    free(o->name);
    free(o->path);
    free(o->temporary);
    free(o->bytes);
    free(o);
}

static bool no_memory(struct err *err) { return err_memory(err); }

struct output *output_memory(void) {
    struct output *o = calloc(1, sizeof *o);
    if (o) o->descriptor = -1;
    return o;
}

/* A descriptor that gets a BOM: a regular file that nothing stands in yet. */
static bool is_fresh_file(int descriptor) {
    struct stat about;
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return false;
    if (fcntl(descriptor, F_GETFL) & O_APPEND) return about.st_size == 0;
    return lseek(descriptor, 0, SEEK_CUR) == 0;
}

/* PATH, or what it points to when it is a link: the link itself must survive the rename. */
static char *final_path(const char *path) {
    char *target = realpath(path, NULL);
    return target ? target : strdup(path);
}

/* DIR/NAME → DIR/.NAME.XXXXXX */
static char *temporary_name(const char *path) {
    static const char tail[] = ".XXXXXX";
    const char       *slash = strrchr(path, '/');
    size_t            head = slash ? (size_t)(slash - path) + 1 : 0, name = strlen(path) - head;
    if (name > 200) name = 200; /* NAME_MAX is 255 */
    char *out = malloc(head + name + sizeof tail + 1);
    if (!out) return NULL;
    memcpy(out, path, head);
    out[head] = '.';
    memcpy(out + head + 1, path + head, name);
    memcpy(out + head + 1 + name, tail, sizeof tail);
    return out;
}

static bool open_beside(struct output *o, const char *path, const struct stat *old, struct err *err) {
    if (!(o->path = final_path(path)) || !(o->temporary = temporary_name(o->path))) return no_memory(err);
    o->descriptor = mkstemp(o->temporary);
    if (o->descriptor < 0) {
        free(o->temporary);
        o->temporary = NULL;
        return cannot(err, path, "cannot be written: %s");
    }
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(o->descriptor, old ? old->st_mode & 07777 : 0666 & ~mask) != 0) errno = 0; /* a file system without modes */
    guard_temporary(o->temporary);
    o->is_file = true;
    return true;
}

static bool open_target(struct output *o, const char *path, struct err *err) {
    struct stat old;
    bool        there = stat(path, &old) == 0;
    if (there && S_ISDIR(old.st_mode)) return err_file(err, ERR_OUTPUT, path, "is a directory; name a file");
    if (!there || S_ISREG(old.st_mode)) return open_beside(o, path, there ? &old : NULL, err);
    o->descriptor = open(path, O_WRONLY);
    return o->descriptor >= 0 || cannot(err, path, "cannot be opened: %s");
}

bool output_open(struct output **out, const char *path, struct err *err) {
    bool           to_file = path && strcmp(path, "-");
    struct output *o = output_memory();
    if (!o || !(o->bytes = malloc(BUFFER_BYTES)) || (to_file && !(o->name = strdup(path)))) {
        if (o) output_free(o);
        return no_memory(err);
    }
    o->capacity = BUFFER_BYTES;
    if (!to_file) {
        o->descriptor = STDOUT_FILENO;
        o->is_file = is_fresh_file(STDOUT_FILENO);
    } else if (!open_target(o, path, err)) {
        output_free(o);
        return false;
    }
    *out = o;
    return true;
}

static bool write_all(struct output *o, const char *bytes, size_t n, struct err *err) {
    while (n > 0) {
        ssize_t done = write(o->descriptor, bytes, n);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return cannot(err, o->name, "cannot be written: %s");
        bytes += done;
        n -= (size_t)done;
    }
    return true;
}

bool output_flush(struct output *o, struct err *err) {
    if (o->descriptor < 0) return true;
    size_t n = o->used;
    o->used = 0;
    return write_all(o, o->bytes, n, err);
}

char *output_room(struct output *o, size_t n, struct err *err) {
    if (o->used + n <= o->capacity) return o->bytes + o->used;
    if (!output_flush(o, err)) return NULL;
    if (o->used + n > o->capacity) {
        size_t capacity = o->capacity ? o->capacity : 4096;
        while (capacity < o->used + n) capacity *= 2;
        char *bytes = realloc(o->bytes, capacity);
        if (!bytes) return no_memory(err), NULL;
        o->bytes = bytes;
        o->capacity = capacity;
    }
    return o->bytes + o->used;
}

void output_take(struct output *o, size_t n) { o->used += n; }

bool output_write(struct output *o, const char *bytes, size_t n, struct err *err) {
    if (o->descriptor >= 0 && n >= BUFFER_BYTES / 2) return output_flush(o, err) && write_all(o, bytes, n, err);
    if (n == 0) return true;
    char *room = output_room(o, n, err);
    if (!room) return false;
    memcpy(room, bytes, n);
    o->used += n;
    return true;
}

slice output_bytes(const struct output *o) { return (slice){o->bytes, o->used}; }

void output_clear(struct output *o) { o->used = 0; }

bool output_is_file(const struct output *o) { return o->is_file; }

const char *output_temporary(const struct output *o) { return o->temporary; }

/* The new name itself must survive a power cut. A file system that cannot sync a directory is no reason to fail. */
static void sync_folder(const char *path) {
    const char *slash = strrchr(path, '/');
    char       *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    int         descriptor = folder ? open(folder, O_RDONLY) : -1;
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
    free(folder);
}

static bool rename_into_place(struct output *o, struct err *err) {
    if (fsync(o->descriptor) != 0 && errno != EINVAL && errno != EROFS) return cannot(err, o->name, "cannot be written: %s");
    int closed = close(o->descriptor);
    o->descriptor = -1;
    if (closed != 0) return cannot(err, o->name, "cannot be written: %s");
    if (rename(o->temporary, o->path) != 0) return cannot(err, o->name, "cannot be put in its place: %s");
    sync_folder(o->path);
    return true;
}

bool output_commit(struct output *o, struct err *err) {
    bool done = output_flush(o, err);
    if (done && o->temporary) {
        done = rename_into_place(o, err);
    } else if (done && o->descriptor > STDERR_FILENO) {
        done = close(o->descriptor) == 0 || cannot(err, o->name, "cannot be written: %s");
        o->descriptor = -1;
    }
    if (done)
        output_free(o);
    else
        output_abort(o);
    return done;
}

void output_abort(struct output *o) {
    if (o->descriptor > STDERR_FILENO) close(o->descriptor);
    if (o->temporary) unlink(o->temporary);
    output_free(o);
}
