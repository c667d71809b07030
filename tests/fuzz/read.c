/* Any bytes, handed to one reader: libFuzzer's entry, and a main that replays files where there is no libFuzzer.
 * The first byte of the input chooses: e encoding, h HTML, m Markdown, j JSON, d DOCX, o ODT, x XLSX (their first part), a
 * anything. clang -fsanitize=fuzzer,address,undefined, with extract/read and extract/base: ./read tests/fuzz/corpus gcc
 * -DREPLAY, the same files: ./read FILE... */
#include "extract/base/json.h"
#include "extract/base/tsv.h"
#include "extract/read/encoding.h"
#include "extract/read/reader.h"

#include <zip.h>

#include "extract/base/banned.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The XML as the one part of a zip that the reader looks for; the zip itself would hide it behind a checksum. */
static slice zipped(slice xml, const char *part, const char *mimetype, struct arena *arena) {
    zip_error_t   error;
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t        *zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    if (mimetype) zip_file_add(zip, "mimetype", zip_source_buffer(zip, mimetype, strlen(mimetype), 0), 0);
    zip_int64_t index = zip_file_add(zip, part, zip_source_buffer(zip, xml.ptr, xml.len, 0), 0);
    zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
    zip_set_file_compression(zip, 0, ZIP_CM_STORE, 0);
    zip_close(zip);
    zip_source_open(target);
    char       *out = arena_text(arena, xml.len + 1024);
    slice       result = {out, 0};
    zip_int64_t got = zip_source_read(target, out, xml.len + 1024);
    if (got > 0) result.len = (size_t)got;
    zip_source_close(target);
    zip_source_free(target);
    return result;
}

static void check(bool holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "fuzz: %s\n", what);
    abort();
}

static void check_document(const struct document *d) {
    size_t at = 0;
    check(utf8_validate(d->text) == d->text.len, "the text is UTF-8");
    for (size_t i = 0; i < d->block_count; i++) {
        check(d->blocks[i].at.start >= at && d->blocks[i].at.end >= d->blocks[i].at.start && d->blocks[i].at.end <= d->text.len,
              "blocks lie in order inside the text");
        at = d->blocks[i].at.end;
    }
}

static void read_document(slice bytes, struct arena *arena) {
    struct read_options nothing = {0};
    struct document     d;
    struct err          err = {0};
    bool child = slice_find(bytes, SLICE_LIT("%PDF-"), 0) < 1024 || slice_starts(bytes, SLICE_LIT("\xD0\xCF\x11\xE0"));
    if (child) return; /* starting programs is not what is tried here */
    if (document_from_bytes(&d, bytes, SLICE_LIT("fuzz"), &nothing, arena, &err))
        check_document(&d);
    else
        check(err.text[0] != '\0', "a refusal has its reason");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena        arena;
    struct decoded      decoded;
    struct json_members members;
    struct json_fault   fault = {0, NULL};
    if (size == 0) return 0;
    slice rest = {(const char *)data + 1, size - 1};
    arena_init(&arena);
    switch (data[0]) {
    case 'e':
        if (encoding_decode(&decoded, rest, NULL, &arena))
            check(utf8_validate(decoded.text) == decoded.text.len, "decoded text is UTF-8");
        break;
    case 'j':
        if (utf8_validate(rest) == rest.len)
            check(json_object(&members, rest, &arena, &fault) || fault.what, "a refusal has its reason");
        break;
    case 'd': read_document(zipped(rest, "word/document.xml", NULL, &arena), &arena); break;
    case 'o': read_document(zipped(rest, "content.xml", "application/vnd.oasis.opendocument.text", &arena), &arena); break;
    case 'x': read_document(zipped(rest, "xl/worksheets/sheet1.xml", "xl/workbook.xml", &arena), &arena); break;
    default: read_document(rest, &arena); break;
    }
    arena_free(&arena);
    return 0;
}

#ifdef REPLAY
int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        struct arena arena;
        struct err   err = {0};
        slice        bytes;
        arena_init(&arena);
        if (file_load(&bytes, argv[i], LARGEST_INPUT, &arena, &err))
            LLVMFuzzerTestOneInput((const uint8_t *)bytes.ptr, bytes.len);
        else
            err_print(&err);
        arena_free(&arena);
    }
    return 0;
}
#endif
