/* Cells as bytes. Text is copied while it is looked through for what a format must quote: 处置网络舆情 is copied as it stands,
 * 甲,乙 is reported. Numbers and words of our own need no look. */
#ifndef SUANPAN_PLAIN_H
#define SUANPAN_PLAIN_H

#include "extract/base/digits.h"
#include "extract/base/slice.h"

struct quoting;
/* Writes `text`, which is not empty, and returns the byte after it. */
typedef char *plain_putter(char *to, slice text, const struct quoting *quoting);

/* How a format writes text. What it cannot copy is odd, and text that holds some is written by `put`: control characters; the
 * bytes of `odd`, each at the place of its lower half, which no two share: " at 2, a comma at 12; and what stands at an end. */
struct quoting {
    uint8_t       odd[16];
    bool          odd_first[256]; /* what text must not start with: = + - @ of a formula */
    char          odd_last;
    plain_putter *put;
};

enum { COPY_ROOM = 32 }; /* what copying may write to behind a text */

/* The one that copies fastest on this machine, asked once and not for each cell. It may read on behind the text, within the
 * page where its last bytes stand. */
plain_putter *plain_putter_here(void);
plain_putter  put_plain_scalar; /* its twin, a byte after the other */

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
