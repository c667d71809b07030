/* Whole numbers are written in decimal eight digits at a time: 313 is found as the word 00000313 and stored without its zeros.
 * No loop and no division a digit. Knows no signs and no points. */
#ifndef SUANPAN_DIGITS_H
#define SUANPAN_DIGITS_H

#include <stdint.h>
#include <string.h>

#define EIGHT_DIGITS UINT64_C(100000000)
enum {
    DIGITS_ROOM = 8 + 8 + 8
}; /* what digits_put may write to, for a number of 20 digits; never more than 7 behind the last */

/* The digits of a number below 10^8, a byte each, the first one lowest: halves of four digits, pairs, then single ones are
 * parted side by side, × 10486 / 2^20 and × 103 / 2^10 being / 100 and / 10 of numbers as small as these. */
static inline uint64_t digits_apart(uint32_t value) {
    uint64_t halves = value / 10000 | (uint64_t)(value % 10000) << 32;
    uint64_t hundreds = (halves * 10486 >> 20) & UINT64_C(0x0000007F0000007F), pairs = hundreds | (halves - hundreds * 100)
                                                                                                      << 16;
    uint64_t tens = (pairs * 103 >> 10) & UINT64_C(0x000F000F000F000F);
    return tens | (pairs - tens * 10) << 8;
}

static inline void digits_store(char *to, uint64_t digits) {
    digits |= UINT64_C(0x3030303030303030);
    if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) digits = __builtin_bswap64(digits);
    memcpy(to, &digits, 8);
}

/* All eight digits of a number below 10^8. */
static inline char *digits_put_eight(char *to, uint64_t value) {
    digits_store(to, digits_apart((uint32_t)value));
    return to + 8;
}

/* The same without zeros in front; 0 keeps its one. */
static inline char *digits_put_short(char *to, uint64_t value) {
    uint64_t digits = digits_apart((uint32_t)value);
    unsigned zeros = (unsigned)__builtin_ctzll(digits | UINT64_C(1) << 56) / 8;
    digits_store(to, digits >> 8 * zeros);
    return to + 8 - zeros;
}

/* Writes `value` and returns the byte after it. */
static inline char *digits_put(char *to, uint64_t value) {
    if (value < EIGHT_DIGITS) return digits_put_short(to, value);
    uint64_t high = value / EIGHT_DIGITS;
    if (high < EIGHT_DIGITS)
        to = digits_put_short(to, high);
    else
        to = digits_put_eight(digits_put_short(to, high / EIGHT_DIGITS), high % EIGHT_DIGITS);
    return digits_put_eight(to, value % EIGHT_DIGITS);
}

#endif
