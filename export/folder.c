/* out/2021/图 → out, out/2021 and out/2021/图; .suanpan-XXXXXX, which nobody sees and which goes when the work is done. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "export/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/base/banned.h"

/* A folder that is there needs no making, whatever its disk says to that. */
static bool make_one(const char *path, struct err *err) {
    struct stat is;
    if (stat(path, &is) == 0)
        return S_ISDIR(is.st_mode) || err_file(err, ERR_OUTPUT, path, "is a file; -o names a folder here");
    return mkdir(path, 0777) == 0 || errno == EEXIST ||
           err_file(err, ERR_OUTPUT, path, "cannot be made: %s", err_reason(ERR_OUTPUT));
}

/* 图.png: who asks for one chart wants no folder of that name. */
static bool names_file(slice path) {
    static const slice suffixes[] = {SLICE_LIT(".png"), SLICE_LIT(".svg"),  SLICE_LIT(".pdf"), SLICE_LIT(".html"),
                                     SLICE_LIT(".csv"), SLICE_LIT(".xlsx"), SLICE_LIT(".db")};
    struct stat        is;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (slice_ends(path, suffixes[i])) return stat(path.ptr, &is) != 0;
    return false;
}

bool folder_make(const char *path, struct arena *arena, struct err *err) {
    slice whole = slice_of(path);
    if (strcmp(path, "-") == 0) return err_file(err, ERR_USAGE, path, "is no folder; -o names a folder here");
    if (names_file(whole)) return err_file(err, ERR_USAGE, path, "is the name of a file; -o names a folder here");
    for (size_t i = 1; i < whole.len; i++)
        if (path[i] == '/' && !make_one(arena_copy(arena, slice_sub(whole, 0, i)).ptr, err)) return false;
    return make_one(path, err) &&
           (access(path, W_OK) == 0 || err_file(err, ERR_OUTPUT, path, "cannot be written to: %s", err_reason(ERR_OUTPUT)));
}

const char *folder_new(const char *place, struct arena *arena, struct err *err) {
    if (!place) place = getenv("TMPDIR");
    slice name = arena_format(arena, "%s/.suanpan-XXXXXX", place && *place ? place : "/tmp");
    char *folder = arena_text(arena, name.len + 1);
    memcpy(folder, name.ptr, name.len + 1);
    if (mkdtemp(folder)) return folder;
    err_file(err, ERR_OUTPUT, folder, "cannot be made: %s", err_reason(ERR_OUTPUT));
    return NULL;
}

void folder_remove(const char *path, struct arena *arena) {
    DIR *dir = opendir(path);
    for (struct dirent *e = dir ? readdir(dir) : NULL; e; e = readdir(dir))
        if (strcmp(e->d_name, ".") && strcmp(e->d_name, "..")) unlink(arena_format(arena, "%s/%s", path, e->d_name).ptr);
    if (dir) closedir(dir);
    rmdir(path);
}
