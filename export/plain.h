/* Cells as bytes. Text is copied while it is looked through for what a format must quote: 处置网络舆情 is copied as it stands,
 * 甲,乙 is reported. Numbers and words of our own need no look. */
#ifndef SUANPAN_PLAIN_H
#define SUANPAN_PLAIN_H

#include "extract/base/digits.h"
#include "extract/base/slice.h"

/* How a format writes text. Bytes that it cannot copy are odd: control characters, and those that stand here, each at the place
 * of its lower half, which no two share: " at 2, a comma at 12. Text that holds one is written by `put`. */
struct quoting {
    uint8_t odd[16];
    char *(*put)(char *to, slice text, const struct quoting *quoting); /* returns the byte after it */
};

enum { COPY_ROOM = 32 }; /* what copying may write to behind a text */

/* Writes `text`, which is not empty, and returns the byte after it. May read on behind the text, within the page where its last
 * bytes stand. */
char *put_plain(char *to, slice text, const struct quoting *quoting);
char *put_plain_scalar(char *to, slice text, const struct quoting *quoting); /* its twin, a byte after the other */

/* A few bytes that are copied at once, whatever their number: true, "growth". */
struct written {
    char    text[15];
    uint8_t length;
};

static inline char *written_put(char *to, const struct written *word) {
    memcpy(to, word, sizeof *word);
    return to + word->length;
}

/* Writes `value` in decimal; returns the byte after it. Room: a sign and DIGITS_ROOM. */
static inline char *integer_put(char *to, int64_t value) {
    if (value < 0) *to++ = '-';
    return digits_put(to, value < 0 ? -(uint64_t)value : (uint64_t)value);
}

#endif
