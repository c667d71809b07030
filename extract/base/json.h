/* One flat JSON object a line becomes members: {"id":"a1","text":"处置舆情12起","year":2020}. Reads only; nested values
 * are checked and handed over as written. */
#ifndef SUANPAN_JSON_H
#define SUANPAN_JSON_H

#include "extract/base/arena.h"

enum json_kind { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json_member {
    slice          key;   /* escapes undone */
    slice          value; /* STRING: escapes undone, no quotes; else exactly as written: -1.20, [1,2], null */
    enum json_kind kind;
};
struct json_members {
    struct json_member *items; /* in the order of the line; of a repeated key json_find takes the last */
    size_t              count;
};
struct json_fault {
    size_t      at;   /* byte of the text, from 0 */
    const char *what; /* "a string has no end": static text */
};

/* Reads `text`, which must hold one object and nothing behind it but blanks, and be valid UTF-8. Strings without escapes
 * borrow from `text`, the others live in `arena`. A lone surrogate (\ud800) becomes U+FFFD. Nesting ends at 64 levels.
 * False, and `fault` says where and why, when the line is anything else. */
bool json_object(struct json_members *out, slice text, struct arena *arena, struct json_fault *fault);
/* The member under `key`, NULL when there is none. */
const struct json_member *json_find(const struct json_members *members, const char *key);
/* The first quote, backslash or control character at or behind `at`; text.len when there is none. */
size_t json_plain_end(slice text, size_t at);
size_t json_plain_end_plain(slice text, size_t at); /* its twin, a byte after the other */

#endif
