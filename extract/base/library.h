/* A shared library that few runs need is loaded by the first that does: libxml2 draws in ICU, libzip and libxlsxwriter draw in
 * OpenSSL, and every run over plain text would start 5 ms later for them. The list of the functions that are called makes a
 * struct of pointers to them, whose types are those of the library's own header:
 *
 *     #define ZIP_CALLS(X) X(zip_open) X(zip_discard)
 *     struct libzip { ZIP_CALLS(LIBRARY_POINTER) } libzip;
 *     const struct library zip_library = LIBRARY(LIBZIP_FILE, libzip, ZIP_CALLS);
 *
 * and once library_load(&zip_library, …) was true, libzip.zip_open(…) is called like any function. */
#ifndef SUANPAN_LIBRARY_H
#define SUANPAN_LIBRARY_H

#include "extract/base/err.h"

#include <stddef.h>

struct library {
    const char        *file;  /* libzip.so.4: of the version whose header was compiled in */
    const char *const *names; /* of its functions */
    size_t             count;
    void              *pointers; /* to them, in the order of the names */
};
#define LIBRARY_POINTER(name) __typeof__(name) *name;
#define LIBRARY_NAME(name) #name,
#define LIBRARY(file, pointers, calls)                                                                                         \
    { (file), (const char *const[]){calls(LIBRARY_NAME)}, sizeof(pointers) / sizeof(void *), &(pointers) }

/* To be asked before each use, in any thread. The library stays loaded to the end. False and `err`, of `kind` and for `path`,
 * when it is not installed. */
bool library_load(const struct library *library, enum err_kind kind, const char *path, struct err *err);

#endif
