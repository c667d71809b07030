/* A .doc of Word 97 or a Kingsoft .wps → its text through antiword, else catdoc, one paragraph a line: wrapped, it would break
 * 近2 / 000名. antiword got 4 reports of 4 right, catdoc 1 of 5: it garbles files of many pieces, which is found out here.
 * What the file is its first bytes tell (D0 CF 11 E0), so a .doc renamed to .wps is the same. */
#include "extract/base/child.h"
#include "extract/read/reader.h"

#include "extract/base/banned.h"

enum { SECONDS = 30 };

/* The compound file's folder names its streams in UTF-16: W o r d D o c u m e n t. A workbook has none of that name. */
static bool doc_takes(slice bytes) {
    static const char stream[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
    return slice_starts(bytes, SLICE_LIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) &&
           slice_has(bytes, (slice){stream, sizeof stream});
}

/* catdoc leaves the codes of fields standing: HYPERLINK "http://…" before the link's words. */
static slice drop_fields(slice text, struct arena *report) {
    static const slice field = SLICE_LIT("HYPERLINK \"");
    char              *to = arena_text(report, text.len + 1);
    size_t             used = 0;
    for (size_t at = 0; at < text.len;) {
        size_t hit = slice_find(text, field, at), end = hit == SIZE_MAX ? text.len : hit;
        memcpy(to + used, text.ptr + at, end - at);
        used += end - at;
        if (hit == SIZE_MAX) break;
        size_t quote = slice_find(text, SLICE_LIT("\""), hit + field.len);
        at = quote == SIZE_MAX ? hit + field.len : quote + 1;
    }
    return (slice){to, used};
}

/* catdoc loses its way in files of many pieces and then prints code units as letters: 1.3万亿 becomes ¦~ and control bytes. */
static bool is_garbled(slice text) {
    size_t odd = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        odd += (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7F || c == 0xC2 || c == 0xC3 ||
               c == 0xC5; /* U+0080..U+00FF, U+0140..017F */
    }
    return odd > 20 && odd * 200 > text.len;
}

/* Under a locale that is not installed antiword refuses, under another the same file would come out otherwise. */
static enum child_end run(slice *text, slice bytes, struct arena *report) {
    static const char *const antiword[] = {"env", "LC_ALL=C", "antiword", "-w", "0", "-m", "UTF-8.txt", "-", NULL};
    static const char *const catdoc[] = {"catdoc", "-w", "-d", "utf-8", "-", NULL};
    struct child             child = {.argv = antiword, .input = bytes, .limit = LARGEST_INFLATED, .seconds = SECONDS};
    enum child_end           end = child_run(&child, report);
    if (end != CHILD_DONE || slice_trim(child.output).len == 0) {
        child.argv = catdoc;
        end = child_run(&child, report);
        if (end == CHILD_DONE && is_garbled(child.output)) end = CHILD_FAILED;
    }
    *text = child.output;
    return end;
}

static bool doc_read(struct document *out, slice bytes, const struct read_options *options, struct arena *report,
                     struct err *err) {
    slice text;
    switch (run(&text, bytes, report)) {
    case CHILD_DONE: break;
    case CHILD_MISSING:
        return REFUSE(out, err, "is an old Word file and antiword is missing; install antiword or save it as DOCX");
    default: return REFUSE(out, err, "is an old Word file that cannot be read whole; install antiword or save it as DOCX");
    }
    out->text = drop_fields(slice_sub(text, 0, utf8_validate(text)), report);
    /* rows between bars, or tabs, are those of tables */
    return !textgrid_reader.takes(out->text) || textgrid_reader.read(out, out->text, options, report, err);
}

const struct reader doc_reader = {"doc", doc_takes, doc_read};
