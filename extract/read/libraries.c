/* Which functions of libxml2 and libzip are called; the files that hold them are found out when suanpan is built. */
#include "extract/read/libraries.h"

#include <pthread.h>

#include "extract/base/banned.h"

struct libxml        libxml;
struct libzip        libzip;
const struct library xml_library = LIBRARY(LIBXML_FILE, libxml, XML_CALLS),
                     zip_library = LIBRARY(LIBZIP_FILE, libzip, ZIP_CALLS);

static void begin(void) { libxml.xmlInitParser(); }

bool xml_load(const char *path, struct err *err) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    bool                  loaded = library_load(&xml_library, ERR_INPUT, path, err);
    if (loaded) pthread_once(&once, begin);
    return loaded;
}
