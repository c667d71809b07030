/* Which functions of libxml2 and libzip are called; the files that hold them are found out when suanpan is built. */
#include "extract/read/libraries.h"

#include "extract/base/banned.h"

struct libxml        libxml;
struct libzip        libzip;
const struct library xml_library = LIBRARY(LIBXML_FILE, libxml, XML_CALLS),
                     zip_library = LIBRARY(LIBZIP_FILE, libzip, ZIP_CALLS);
