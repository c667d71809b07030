/* A .doc of Word 97 or a Kingsoft .wps → its text through catdoc, one paragraph a line: without -w it would break 近2 / 000名.
 * What the file is its first bytes tell (D0 CF 11 E0), so a .doc renamed to .wps is the same. */
#include "extract/read/child.h"
#include "extract/read/reader.h"

#include "extract/base/banned.h"

enum { SECONDS = 30 };

/* The compound file's folder names its streams in UTF-16: W o r d D o c u m e n t. A workbook has none of that name. */
static bool doc_takes(slice bytes) {
    static const char stream[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
    return slice_starts(bytes, SLICE_LIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) && slice_find(bytes, (slice){stream, sizeof stream}, 0) != SIZE_MAX;
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

static bool doc_read(struct document *out, slice bytes, const struct read_options *options, struct arena *report, struct err *err) {
    static const char *const command[] = {"catdoc", "-w", "-d", "utf-8", "-", NULL};
    slice                    text;
    (void)options;
    switch (child_run(&text, command, bytes, LARGEST_INFLATED, SECONDS, report)) {
    case CHILD_DONE: break;
    case CHILD_MISSING: return REFUSE(out, err, "is an old Word file and catdoc is missing; install catdoc or save it as DOCX");
    default: return REFUSE(out, err, "is an old Word file that catdoc cannot read; save it as DOCX");
    }
    out->text = drop_fields(slice_sub(text, 0, utf8_validate(text)), report);
    return true;
}

const struct reader doc_reader = {"doc", doc_takes, doc_read};
