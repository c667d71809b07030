/* Bytes of one file → a document: 全年处置网络舆情 313 起 in GB18030, in a web page, a Word file or a PDF comes out as the
 * same UTF-8 text. The table below lists the formats; what a file is, its content decides, never its name. */
#include "extract/read/reader.h"

#include <pthread.h>

#include "extract/messages.h"
#include "extract/read/encoding.h"
#include "extract/read/package.h"

#include "extract/base/banned.h"

/* Asked in this order about the bytes; what none of them takes is text. */
static const struct reader *const byte_readers[] = {&docx_reader, &xlsx_reader, &odt_reader, &pdf_reader, &doc_reader, NULL};
/* Asked about the decoded text; what none of them takes is plain. */
static const struct reader *const text_readers[] = {&html_reader, &markdown_reader, &sheet_reader, &textgrid_reader, NULL};

/* Files that people put beside their reports, by their first bytes, named so that the message helps. */
static const struct {
    slice       head;
    const char *what;
} others[] = {
    {SLICE_LIT("PK\x03\x04"), "is a zip archive; unpack it"},
    {SLICE_LIT("PK\x05\x06"), "is an empty zip archive"},
    {SLICE_LIT("Rar!\x1A"), "is a RAR archive; unpack it"},
    {SLICE_LIT("7z\xBC\xAF\x27\x1C"), "is a 7z archive; unpack it"},
    {SLICE_LIT("\x1F\x8B"), "is gzip data; unpack it"},
    {SLICE_LIT("BZh"), "is bzip2 data; unpack it"},
    {SLICE_LIT("\xFD"
               "7zXZ"),
     "is xz data; unpack it"},
    {SLICE_LIT("\x89PNG"), "is a picture; run OCR over it first"},
    {SLICE_LIT("\xFF\xD8\xFF"), "is a picture; run OCR over it first"},
    {SLICE_LIT("GIF8"), "is a picture; run OCR over it first"},
    {SLICE_LIT("SQLite format 3"), "is a database, no document"},
    {SLICE_LIT("\x7F"
               "ELF"),
     "is a program, no document"},
    {SLICE_LIT("{\\rtf"), "is an RTF file; save it as DOCX"},
    {SLICE_LIT("MIME-Version: "), "is a web page in one file (MHT); save it as HTML or DOCX"},
    {SLICE_LIT("From: <Saved by "), "is a web page in one file (MHT); save it as HTML or DOCX"},
    {SLICE_LIT("From: \"Saved by "), "is a web page in one file (MHT); save it as HTML or DOCX"},
    {SLICE_LIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "is an old Office file; save it as DOCX or XLSX"},
};

/* And what is zipped, by a part of it. */
static const struct {
    const char *part, *what;
} zipped[] = {
    {"OFD.xml", "is an OFD; save it as PDF"},
    {"ppt/presentation.xml", "holds slides; save them as PDF"},
    {"META-INF/container.xml", "is an e-book; save it as HTML"},
};

/* NULL for bytes that may be a document. */
static const char *other_of(slice bytes) {
    for (size_t i = 0; i < sizeof zipped / sizeof *zipped && slice_starts(bytes, others[0].head); i++)
        if (package_probe(bytes, zipped[i].part)) return zipped[i].what;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_starts(bytes, others[i].head)) return others[i].what;
    return NULL;
}

static const struct reader *reader_for(const struct reader *const *readers, slice bytes) {
    for (; *readers; readers++)
        if ((*readers)->takes(bytes)) return *readers;
    return NULL;
}

/* What is packed, and a large page, may need very much memory: such are read one at a time, whatever --jobs says. */
static bool read_alone(const struct reader *reader, struct document *out, slice bytes, const struct read_options *options,
                       struct arena *report, struct err *err) {
    static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&turn);
    bool read = reader->read(out, bytes, options, report, err);
    pthread_mutex_unlock(&turn);
    return read;
}

static bool read_with(const struct reader *reader, struct document *out, slice bytes, const struct read_options *options,
                      struct arena *report, struct err *err) {
    bool large = out->encoding.len == 0 || bytes.len > MEGABYTE; /* what was not decoded is packed */
    return large ? read_alone(reader, out, bytes, options, report, err) : reader->read(out, bytes, options, report, err);
}

bool refuse_encoding(const struct document *out, const struct read_options *options, struct err *err) {
    if (options->encoding)
        return REFUSE(out, err, "cannot be read as %s; leave --encoding out to have it found out", options->encoding);
    return REFUSE(out, err, "is binary, not text; give --encoding if it is text all the same");
}

/* CR of an old Macintosh, and what Unicode has beside LF, in the place of which some programs put it: VT, NEL, LS, PS. */
static bool ends_line(uint32_t c) { return c == '\r' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029; }

/* The same text where no line of it ends but with such: with LF in their place. */
static slice end_lines(slice text, struct arena *report) {
    size_t at = 0, size, length = 0;
    if (memchr(text.ptr, '\n', text.len)) return text;
    while (at < text.len && !ends_line(utf8_decode(slice_from(text, at), &size))) at += size;
    if (at == text.len) return text;
    char *out = arena_text(report, text.len + 1);
    for (at = 0; at < text.len; at += size) {
        uint32_t c = utf8_decode(slice_from(text, at), &size);
        length += utf8_encode(ends_line(c) ? '\n' : c, out + length);
    }
    return (slice){out, length};
}

static bool decode(struct document *out, slice bytes, const struct read_options *options, struct arena *report,
                   struct err *err) {
    struct decoded decoded;
    if (!encoding_decode(&decoded, bytes, options->encoding, report)) {
        if (decoded.too_large)
            return REFUSE(out, err, "is larger than %d MB and no sound UTF-8; split it or save it as UTF-8",
                          LARGEST_OTHER / MEGABYTE);
        return refuse_encoding(out, options, err);
    }
    out->text = end_lines(decoded.text, report);
    out->encoding = slice_of(decoded.encoding);
    out->bad_bytes = decoded.bad;
    out->first_bad = decoded.first_bad;
    return true;
}

void note_losses(const struct document *d, int line, struct err *err) {
    if (d->bad_bytes)
        err_set(err, ERR_NOTE, d->path.ptr, line, 0,
                "bytes that are no %s: %zu, the first at byte %zu; they stand as U+FFFD, give --encoding if it is another",
                d->encoding.ptr, d->bad_bytes, d->first_bad);
    if (d->lost == LOSS_PAGES)
        err_set(err, ERR_NOTE, d->path.ptr, line, 0,
                "pages that are pictures without text: %zu, the first is page %zu; run OCR over it to have them read",
                d->lost_count, d->first_lost);
    if (d->lost == LOSS_CHUNKS)
        err_set(err, ERR_NOTE, d->path.ptr, line, 0,
                "pages that Word joins in when it opens the file: %zu; open and save it in Word to have them read",
                d->lost_count);
    if (d->lost == LOSS_FORMULAS)
        err_set(err, ERR_NOTE, d->path.ptr, line, 0,
                "formulas without their values: %zu, the first in row %zu; open and save it in a spreadsheet to have them read",
                d->lost_count, d->first_lost);
}

bool document_reach(const struct document *d, size_t to) {
    return !d->feed || feed_reach(d->feed, (size_t)(d->text.ptr - feed_bytes(d->feed).ptr) + to);
}

void document_release(const struct document *d, size_t from) {
    if (d->feed) feed_release(d->feed, (size_t)(d->text.ptr - feed_bytes(d->feed).ptr) + from);
}

bool bytes_are_packed(slice head) {
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_starts(head, others[i].head)) return true;
    return pdf_reader.takes(head);
}

bool document_read_text(struct document *out, const struct read_options *options, struct arena *report, struct err *err) {
    slice                text = out->text;
    const struct reader *reader = reader_for(text_readers, text);
    out->format = reader ? slice_of(reader->format) : SLICE_LIT("text");
    if (reader && !read_with(reader, out, text, options, report, err)) return false;
    return slice_trim(out->text).len > 0 || REFUSE(out, err, "holds no text; there is nothing to read");
}

bool document_from_bytes(struct document *out, slice bytes, slice path, const struct read_options *options,
                         struct arena *report, struct err *err) {
    *out = (struct document){.path = arena_copy(report, path), .body = slice_of(options->body), .year = options->year};
    if (bytes.len == 0) return REFUSE(out, err, "is empty; there is nothing to read");
    if (bytes.len > LARGEST_INPUT) return REFUSE(out, err, "is larger than %d MB; split it", LARGEST_INPUT / MEGABYTE);
    const struct reader *reader = reader_for(byte_readers, bytes);
    if (reader) {
        out->format = slice_of(reader->format);
        if (!read_with(reader, out, bytes, options, report, err)) return false;
        if (slice_trim(out->text).len > 0) return true;
        if (out->lost == LOSS_CHUNKS) return REFUSE(out, err, "holds only a page that Word joins in; open and save it in Word");
        return REFUSE(out, err, "holds no text; there is nothing to read");
    }
    const char *other = other_of(bytes);
    if (other) return REFUSE(out, err, "%s", say(other));
    return decode(out, bytes, options, report, err) && document_read_text(out, options, report, err);
}
