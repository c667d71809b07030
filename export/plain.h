/* Cells as bytes. Text is copied while it is looked through for what a format must quote: 处置网络舆情 is copied as it stands,
 * 甲,乙 is reported. Numbers and words of our own need no look. */
#ifndef SUANPAN_PLAIN_H
#define SUANPAN_PLAIN_H

#include "extract/base/digits.h"
#include "extract/base/slice.h"

/* The bytes that a format quotes, each at the place of its lower half, which none shares: " at 2, a comma at 12. Control
 * characters are always odd. */
struct odd_bytes {
    uint8_t by_half[16];
};

enum { COPY_ROOM = 32 }; /* what copying may write to behind a text */

/* Copies `from` to `to` and returns true when it holds no odd byte. On false, what stands at `to` means nothing. May read on
 * behind the text, within the page where its last bytes stand. */
bool copy_plain(char *to, slice from, const struct odd_bytes *odd);
bool copy_plain_scalar(char *to, slice from, const struct odd_bytes *odd); /* its twin, a byte after the other */

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
