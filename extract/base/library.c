/* libxml2.so.2 and xmlReadMemory → a pointer that can be called. */
#include "extract/base/library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#include "extract/base/banned.h"

enum { MOST_CALLS = 64 };

/* All pointers or none. */
static bool find_all(const struct library *library) {
    void *handle = dlopen(library->file, RTLD_LAZY), *found[MOST_CALLS];
    if (!handle || library->count > MOST_CALLS) return false;
    for (size_t i = 0; i < library->count; i++)
        if (!(found[i] = dlsym(handle, library->names[i]))) return false;
    memcpy(library->pointers, found, library->count * sizeof *found);
    return true;
}

bool library_load(const struct library *library, enum err_kind kind, const char *path, struct err *err) {
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    void                  *first;
    pthread_mutex_lock(&one_at_a_time);
    memcpy(&first, library->pointers, sizeof first);
    bool found = first || find_all(library);
    pthread_mutex_unlock(&one_at_a_time);
    return found || err_file(err, kind, path, "needs the library %s, which cannot be loaded; install it", library->file);
}
