/* Where the rules are when nobody says: $SUANPAN_RULES, extract/rules beside the program's folder (a build tree), else the
 * installed folder. The only place that asks the system where the program stands. */
#include "extract/base/rules_dir.h"

#include "extract/base/tsv.h"

#include <sys/auxv.h>
#include <unistd.h>

#include "extract/base/banned.h"

#ifndef SUANPAN_DATADIR
#define SUANPAN_DATADIR "/usr/local/share/suanpan"
#endif

static bool is_rules(const char *dir) {
    char path[4400];
    if (snprintf(path, sizeof path, "%s/classes.tsv", dir) >= (int)sizeof path) return false;
    return access(path, R_OK) == 0;
}

/* A chroot may have no /proc; then the path that the kernel was given to start the program. */
bool suanpan_program_path(char *out, size_t room) {
    ssize_t n = readlink("/proc/self/exe", out, room - 1);
    if (n > 0) return out[n] = '\0', true;
    const char *given = (const char *)(uintptr_t)getauxval(AT_EXECFN);
    char        here[4000];
    if (!given || !getcwd(here, sizeof here)) return false;
    int written = given[0] == '/' ? snprintf(out, room, "%s", given) : snprintf(out, room, "%s/%s", here, given);
    return written > 0 && (size_t)written < room;
}

/* build/suanpan → extract/rules, seen from the program's own path. */
static bool beside_program(char *out, size_t room) {
    char self[4000];
    if (!suanpan_program_path(self, sizeof self)) return false;
    for (int up = 0; up < 3; up++) {
        char *slash = strrchr(self, '/');
        if (!slash) return false;
        *slash = '\0';
        snprintf(out, room, "%s/extract/rules", self);
        if (is_rules(out)) return true;
        snprintf(out, room, "%s/share/suanpan/rules", self);
        if (is_rules(out)) return true;
    }
    return false;
}

const char *suanpan_rules_dir(void) {
    static _Thread_local char found[4300];
    const char               *told = getenv("SUANPAN_RULES");
    if (told && *told) return told;
    if (beside_program(found, sizeof found)) return found;
    return SUANPAN_DATADIR "/rules";
}

const char *suanpan_table(const char *const *dirs, size_t n, const char *name, struct arena *arena) {
    const char *path = tsv_find(dirs, n, name, arena);
    return path ? path : arena_format(arena, "%s/%s", suanpan_rules_dir(), name).ptr;
}
