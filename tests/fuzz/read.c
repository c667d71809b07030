/* Any bytes, handed to one reader: libFuzzer's entry, and a main that replays files where there is no libFuzzer.
 * The first byte of the input chooses: e encoding, h HTML, m Markdown, j JSON, d DOCX, o ODT, x XLSX (their first part), a
 * anything, p what pdftotext prints of a PDF, w what antiword prints of a .doc, l a .jsonl corpus. clang
 * -fsanitize=fuzzer,address,undefined, with the library: ./read tests/fuzz/corpus gcc -DREPLAY, the same
 * files: ./read FILE... */
#include "extract/base/json.h"
#include "extract/base/tsv.h"
#include "extract/read/encoding.h"
#include "extract/read/jsonl.h"

#include <sys/stat.h>
#include <unistd.h>
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

/* In the children's stead stand programs that print what they are given. */
static void stand_in(void) {
    static const char *const names[] = {"pdftotext", "pdfinfo", "antiword", "catdoc"};
    static bool              done;
    char                     folder[4096], path[4200];
    if (done || !getcwd(folder, sizeof folder)) return;
    done = true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/stand-ins", folder);
        mkdir(path, 0777);
        snprintf(path, sizeof path, "%s/stand-ins/%s", folder, names[i]);
        FILE *file = fopen(path, "w");
        if (!file) continue;
        fputs("#!/bin/sh\nexec cat\n", file);
        fclose(file);
        chmod(path, 0777);
    }
    snprintf(path, sizeof path, "%s/stand-ins:/usr/bin:/bin", folder);
    setenv("PATH", path, 1);
}

static slice framed(slice head, slice text, slice tail, struct arena *arena) {
    char *out = arena_text(arena, head.len + text.len + tail.len + 1), *at = out;
    for (const slice *s = (const slice[]){head, text, tail}; at != out + head.len + text.len + tail.len; s++) {
        if (s->len) memcpy(at, s->ptr, s->len);
        at += s->len;
    }
    return (slice){out, (size_t)(at - out)};
}

static void read_records(slice bytes, struct arena *arena) {
    static const struct read_options nothing = {0};
    FILE                            *file = tmpfile();
    if (!file) return;
    fwrite(bytes.ptr, 1, bytes.len, file);
    fflush(file);
    lseek(fileno(file), 0, SEEK_SET);
    struct records *records = records_new(dup(fileno(file)), SLICE_NONE, "fuzz", arena);
    for (enum records_next next = RECORDS_LINE; next != RECORDS_END;) {
        struct unread   line;
        struct document d;
        struct err      err = {0};
        next = records_next(records, &line, arena, &err);
        bool read = next == RECORDS_LINE && record_read(&d, &line, &nothing, arena, &err);
        if (read) check_document(&d);
        if (next != RECORDS_END && !read) check(err.text[0] != '\0', "a refusal has its reason");
        if (next == RECORDS_REFUSED && err.line == 0) break;
    }
    records_close(records);
    fclose(file);
}

static void read_document(slice bytes, struct arena *arena) {
    static const struct read_options nothing = {0};
    struct document                  d;
    struct err                       err = {0};
    if (document_from_bytes(&d, bytes, SLICE_LIT("fuzz"), &nothing, arena, &err))
        check_document(&d);
    else
        check(err.text[0] != '\0', "a refusal has its reason");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char   word[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0";
    struct arena        arena;
    struct decoded      decoded;
    struct json_members members;
    struct json_fault   fault = {0, NULL};
    if (size == 0) return 0;
    stand_in();
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
    case 'p': read_document(framed(SLICE_LIT("%PDF-1.7\n"), rest, SLICE_LIT("\n%%EOF\n"), &arena), &arena); break;
    case 'w': read_document(framed((slice){word, sizeof word}, rest, SLICE_NONE, &arena), &arena); break;
    case 'l': read_records(rest, &arena); break;
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
