/* A pipe that is to be looked into before it is read is copied aside, and the file takes its descriptor. */
#include "export/spool.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/aside.h"

#include "extract/base/banned.h"

enum { CHUNK = 65536 };

/* -1 for what is no descriptor. */
static int descriptor_of(const char *path) {
    static const char folder[] = "/dev/fd/";
    if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdin") == 0) return STDIN_FILENO;
    return strncmp(path, folder, sizeof folder - 1) == 0 ? slice_int(slice_of(path + sizeof folder - 1)) : -1;
}

static bool copy(int from, int to) {
    static char chunk[CHUNK];
    for (ssize_t got; (got = read(from, chunk, sizeof chunk)) != 0;) {
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 || !aside_write(to, (slice){chunk, (size_t)got})) return false;
    }
    return lseek(to, 0, SEEK_SET) == 0;
}

bool pipe_to_file(const char *path, struct err *err) {
    struct stat is;
    int         pipe = descriptor_of(path);
    if (pipe < 0 || fstat(pipe, &is) != 0 || !(S_ISFIFO(is.st_mode) || S_ISSOCK(is.st_mode))) return true;
    int  file = aside_open();
    bool done = file >= 0 && copy(pipe, file) && dup2(file, pipe) == pipe;
    if (!done) err_file(err, ERR_OUTPUT, path, "cannot be kept in $TMPDIR or /var/tmp: %s", err_reason(ERR_OUTPUT));
    if (file >= 0) close(file);
    return done;
}
