/* A finished workbook is read once more: claims.xlsx with 496 claims must hold 497 rows in 数据, each with its </row>.
 * libxlsxwriter does not look whether its temporary files could be written, and a full /tmp would otherwise leave a book that
 * Excel repairs. */
#include "export/table/xlsx.h"

#include "extract/read/libraries.h"

#include "extract/base/banned.h"

enum { CHUNK = 65536 };

/* What was seen of one part. */
struct part {
    size_t ends; /* of "</row>" */
    char   last; /* its last byte but for line ends */
};

/* Counts </row> over the chunks; `kept` bytes of the one before stand in front. */
static bool read_part(zip_file_t *file, char *buffer, struct part *out) {
    static const char end[] = "</row>";
    const size_t      length = sizeof end - 1;
    size_t            kept = 0;
    zip_int64_t       got;
    while ((got = libzip.zip_fread(file, buffer + kept, CHUNK)) > 0) {
        slice  seen = {buffer, kept + (size_t)got};
        size_t at = 0;
        while ((at = slice_find(seen, (slice){end, length}, at)) != SIZE_MAX) {
            out->ends++;
            at += length;
        }
        slice text = slice_trim(seen);
        if (text.len) out->last = text.ptr[text.len - 1];
        kept = seen.len < length - 1 ? seen.len : length - 1; /* too short to hold a whole one again */
        memmove(buffer, buffer + seen.len - kept, kept);
    }
    return got == 0;
}

bool book_is_whole(const char *path, size_t rows) {
    int         reason;
    zip_t      *zip = libzip.zip_open(path, ZIP_RDONLY, &reason);
    char       *buffer = malloc(CHUNK + 16);
    size_t      ends = 0;
    bool        whole = zip && buffer;
    zip_int64_t parts = whole ? libzip.zip_get_num_entries(zip, 0) : 0;
    for (zip_int64_t i = 0; i < parts && whole; i++) {
        struct part part = {0};
        zip_file_t *file = libzip.zip_fopen_index(zip, (zip_uint64_t)i, 0);
        whole = file && read_part(file, buffer, &part) && part.last == '>';
        if (file) whole = libzip.zip_fclose(file) == 0 && whole;
        ends += part.ends;
    }
    free(buffer);
    if (zip) libzip.zip_discard(zip);
    return whole && ends == rows;
}
