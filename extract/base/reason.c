/* What the system says of a failure becomes what a person can do: ENOENT → there is no such file; look at its name. */
#include "extract/base/err.h"

#include <errno.h>

#include "extract/base/banned.h"

static const struct {
    int         reason;
    const char *reading, *writing; /* the same where the second is NULL */
} reasons[] = {
    {ENOENT, "there is no such file; look at its name", "its folder is not there; make it first"},
    {EACCES, "you may not read it; ask for the right to", "you may not write there; choose another place"},
    {EPERM, "you may not read it; ask for the right to", "you may not write there; choose another place"},
    {EROFS, "nothing can be written to this disk; choose another place", NULL},
    {ENOSPC, "the disk is full; make room", NULL},
    {EDQUOT, "your share of the disk is used up; make room", NULL},
    {EFBIG, "no larger file may be written here; see ulimit -f", NULL},
    {EISDIR, "it is a folder; name a file", NULL},
    {ENOTDIR, "a file stands where its path needs a folder; look at the path", NULL},
    {ENAMETOOLONG, "its name is too long; give it a shorter one", NULL},
    {ELOOP, "its links lead round in a circle; name the file itself", NULL},
    {EMFILE, "too many files are open; see ulimit -n", NULL},
    {EBADF, "it is closed; give it somewhere to go", NULL},
    {EIO, "the disk fails; get the file again", "the disk fails; choose another place"},
};

const char *err_reason(enum err_kind kind) {
    int reason = errno;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (reasons[i].reason != reason) continue;
        const char *told = kind == ERR_OUTPUT && reasons[i].writing ? reasons[i].writing : reasons[i].reading;
        return err_wording ? err_wording(told) : told;
    }
    return strerror(reason);
}
