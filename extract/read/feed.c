/* read() into memory that was only reserved: byte 900,000,000 of a report stands 900,000,000 behind its first, but the pages
 * between were given back when they had been read. A mapped file would do the same, until somebody writes to the file. */
#define _GNU_SOURCE /* madvise, MAP_ANONYMOUS, mremap */
#include "extract/read/feed.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "extract/base/aside.h"

#include "extract/base/banned.h"

enum { BUFFER = 64 * 1024, PADDING = 64, LARGEST_STEP = 2 * 1024 * 1024 /* a huge page */, LONGEST_CHARACTER = 4 };
enum { AT_ONCE = 256 * 1024 }; /* bytes read, and so looked at while they stand in the cache */

struct feed {
    int         fd;
    const char *path;
    char       *reserved, *bytes;
    size_t      reserved_size, size, step;
    size_t      there, gone; /* bytes from `gone` to `there` stand in memory */
    char       *spare;       /* a step of pages that nobody needs any more; NULL: none */
    bool        checks;      /* what is read must be sound UTF-8 */
    size_t      sound;       /* and is, up to here */
    struct err  fault;
};

static size_t round_up(size_t n, size_t to) { return (n + to - 1) / to * to; }

static size_t step_for(size_t hold) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    return hold >= 2 * (size_t)LARGEST_STEP ? LARGEST_STEP : hold / 2 > page ? hold / 2 / page * page : page;
}

bool feed_open(struct feed **out, int fd, size_t size, size_t hold, const char *path, struct err *err) {
    struct feed *f = calloc(1, sizeof *f);
    *out = f;
    if (!f) return err_file(err, ERR_MEMORY, path, "out of memory");
    *f = (struct feed){.fd = fd, .path = path, .size = size, .step = step_for(hold)};
    f->reserved_size = round_up(size + PADDING, f->step) + f->step; /* one more, so that steps are aligned */
    f->reserved = mmap(NULL, f->reserved_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (f->reserved == MAP_FAILED) {
        free(f);
        *out = NULL;
        return err_file(err, ERR_MEMORY, path, "no memory for a text of this size");
    }
    f->bytes = f->reserved + (f->step - (uintptr_t)f->reserved % f->step) % f->step;
    if (f->step == LARGEST_STEP) madvise(f->reserved, f->reserved_size, MADV_HUGEPAGE);
    return true;
}

bool feed_unwritten(const char *path, struct err *err) {
    return err_file(err, ERR_INPUT, path, "is large, and its text cannot be kept in $TMPDIR or /var/tmp: %s",
                    err_reason(ERR_OUTPUT));
}

bool feed_spool(struct feed **out, slice head, int fd, size_t hold, const char *path, struct err *err) {
    char    buffer[BUFFER];
    size_t  size = head.len;
    ssize_t got = 1;
    int     file = aside_open();
    bool    kept = file >= 0 && aside_write(file, head);
    while (kept && got != 0 && size <= LARGEST_FED) {
        got = read(fd, buffer, sizeof buffer);
        if (got < 0 && errno != EINTR) break;
        if (got > 0) kept = aside_write(file, (slice){buffer, (size_t)got}), size += (size_t)got;
    }
    if (got < 0)
        err_file(err, ERR_INPUT, path, "cannot be read on: %s", err_reason(ERR_INPUT));
    else if (!kept)
        feed_unwritten(path, err);
    else if (feed_open(out, file, size, hold, path, err))
        return true;
    if (file >= 0) close(file);
    return false;
}

void feed_close(struct feed *f) {
    if (!f) return;
    munmap(f->reserved, f->reserved_size);
    close(f->fd);
    free(f);
}

slice feed_bytes(const struct feed *f) { return (slice){f->bytes, f->size}; }

/* Between the first reading and the second somebody may have written to the file. */
static bool still_sound(struct feed *f) {
    if (!f->checks) return true;
    f->sound += utf8_validate(slice_sub((slice){f->bytes, f->size}, f->sound, f->there));
    return f->sound == f->there || (f->there < f->size && f->there - f->sound < LONGEST_CHARACTER);
}

/* Pages that nobody needs any more serve for the next step: new ones would be cleared first, which takes as long as reading. A
 * system that cannot move them gives new ones. */
static void move_spare(struct feed *f) {
    char *to = f->bytes + f->there;
    if (!f->spare || f->there % f->step) return;
    if (f->spare != to &&
        mremap(f->spare, f->step, f->step, MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP, to) == MAP_FAILED)
        madvise(f->spare, f->step, MADV_DONTNEED);
    f->spare = NULL;
}

/* -1: it cannot be read. */
static ssize_t read_at(struct feed *f, size_t at, char *to, size_t most) {
    ssize_t got;
    do got = pread(f->fd, to, most, (off_t)at);
    while (got < 0 && errno == EINTR);
    if (got < 0) err_file(&f->fault, ERR_INPUT, f->path, "cannot be read on: %s", err_reason(ERR_INPUT));
    return got;
}

static bool changed(struct feed *f) {
    return err_file(&f->fault, ERR_INPUT, f->path, "changed while it was read; read it again");
}

size_t feed_copy(struct feed *f, size_t at, char *to, size_t most) {
    size_t  left = f->size - at;
    ssize_t got = read_at(f, at, to, most < left ? most : left);
    if (got == 0 && left) changed(f);
    return got > 0 ? (size_t)got : 0;
}

static bool read_step(struct feed *f) {
    size_t want = f->step - f->there % f->step;
    if (want > AT_ONCE) want = AT_ONCE;
    if (want > f->size - f->there) want = f->size - f->there;
    move_spare(f);
    ssize_t got = read_at(f, f->there, f->bytes + f->there, want);
    if (got < 0) return false;
    f->there += (size_t)got;
    if (f->there == f->size) memset(f->bytes + f->size, 0, PADDING); /* there an older step may show */
    return (got > 0 && still_sound(f)) || changed(f);
}

bool feed_reach(struct feed *f, size_t to) {
    if (to > f->size) to = f->size;
    while (f->there < to)
        if (f->fault.kind || !read_step(f)) return false;
    return !f->fault.kind;
}

void feed_release(struct feed *f, size_t from) {
    from = from / f->step * f->step;
    for (; f->gone < from; f->gone += f->step) {
        if (!f->spare && f->step == LARGEST_STEP && f->gone < f->there)
            f->spare = f->bytes + f->gone;
        else
            madvise(f->bytes + f->gone, f->step, MADV_DONTNEED);
    }
}

void feed_rewind(struct feed *f, bool sound) {
    feed_release(f, round_up(f->size, f->step));
    f->there = f->gone = f->sound = 0;
    f->checks = sound;
}

struct err feed_fault(const struct feed *f) {
    return f->fault;
}
