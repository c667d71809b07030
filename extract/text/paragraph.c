/* A paragraph's way back to the document, and its sentences. */
#include "extract/text/paragraph.h"

#include "extract/text/markup.h"

#include "extract/base/banned.h"

static const struct shift *shift_of(const struct paragraph *p, uint32_t at) {
    size_t low = 0, high = p->shift_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (p->shifts[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &p->shifts[low];
}

uint32_t text_folded(const struct paragraph *p, uint32_t source) {
    size_t i = p->shift_count - 1;
    while (i > 0 && p->shifts[i].source > source) i--;
    uint32_t at = p->shifts[i].at + (source > p->shifts[i].source ? source - p->shifts[i].source : 0);
    uint32_t end = i + 1 < p->shift_count ? p->shifts[i + 1].at : (uint32_t)p->text.len;
    return at < end ? at : end;
}

/* What lies behind the last character may have been folded away, so it is the character that tells where it ends: a ％ of three
 * bytes was folded to one. */
span text_source(const struct paragraph *p, slice document_text, span at) {
    const struct shift *s = shift_of(p, at.start), *behind = p->shifts + p->shift_count;
    uint32_t            start = s->source + (at.start - s->at), last = at.end - (uint32_t)utf8_size_before(p->text, at.end);
    while (s + 1 < behind && s[1].at <= last) s++;
    last = s->source + (last - s->at);
    size_t size;
    markup_code(slice_from(document_text, last), &size);
    return (span){start, last + (uint32_t)size};
}

/* The byte behind the mark at `at` that ends a sentence, and behind the quotation marks that close with it. */
static size_t behind_stop(slice text, size_t at) {
    if ((unsigned char)text.ptr[at] < 0x80) return at + 1;
    for (at += 3; slice_starts(slice_from(text, at), SLICE_LIT("”")) || slice_starts(slice_from(text, at), SLICE_LIT("’"));)
        at += 3;
    return at;
}

size_t sentence_end(slice text, size_t from) {
    size_t at = scan_stop(text, from);
    return at < text.len ? behind_stop(text, at) : at;
}

size_t paragraph_sentence_end(const struct paragraph *p, size_t from) {
    size_t at = scan_next(p->map, SCAN_STOP, from);
    return at < p->text.len ? behind_stop(p->text, at) : p->text.len;
}

span text_sentence(const struct paragraph *p, size_t lead, size_t floor, size_t at) {
    if (floor < lead && at >= lead) floor = lead;
    size_t before = scan_last(p->map, SCAN_STOP, floor, at), start = before < at ? behind_stop(p->text, before) : floor;
    if (at < lead) return (span){(uint32_t)start, (uint32_t)lead};
    return (span){(uint32_t)start, (uint32_t)paragraph_sentence_end(p, at)};
}
