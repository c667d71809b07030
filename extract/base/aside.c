/* /var/tmp/suanpan.x7Gk2a, unlinked as soon as it is there: large files are kept off /tmp, which may be memory. */
#include "extract/base/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "extract/base/banned.h"

int aside_open(void) {
    const char *folder = getenv("TMPDIR");
    char        name[PATH_MAX];
    int         n = snprintf(name, sizeof name, "%s/suanpan.XXXXXX", folder && *folder ? folder : "/var/tmp");
    int         file = n > 0 && (size_t)n < sizeof name ? mkstemp(name) : -1;
    if (file < 0) return file;
    unlink(name);
    fcntl(file, F_SETFD, FD_CLOEXEC);
    return file;
}

bool aside_write(int file, slice bytes) {
    while (bytes.len > 0) {
        ssize_t done = write(file, bytes.ptr, bytes.len);
        if (done < 0 && errno != EINTR) return false;
        if (done > 0) bytes = slice_from(bytes, (size_t)done);
    }
    return true;
}
