/* Questions to a token: is its class one of these, does its word tell this. What a class is stands in rules/classes.tsv, what a
 * word may tell at the head of rules/words.tsv. */
#ifndef SUANPAN_CLASSES_H
#define SUANPAN_CLASSES_H

#include "extract/sentence/candidate.h"

/* The classes of a literal as one mask, CLASSES("vGZ"), which the compiler folds. */
static inline u128 class_bits(const char *letters, size_t count) {
    u128 bits = 0;
#pragma GCC unroll 64
    for (size_t i = 0; i < count; i++) bits |= CLASS_BIT(letters[i]);
    return bits;
}
#define CLASSES(s) class_bits("" s, sizeof(s) - 1) /* "": of a literal alone, whose size is known */
#define is_one_of(tag, s) in_classes(tag, CLASSES(s))

static inline bool in_classes(char tag, u128 classes) {
    uint64_t half = tag & 64 ? (uint64_t)(classes >> 64) : (uint64_t)classes;
    return half >> (tag & 63) & 1;
}

static inline char tag_at(const struct sentence *s, size_t i) { return i < s->count ? s->tokens[i].tag : '.'; }
/* Its word tells one of these: NOTE_GENERIC for heads that name nothing until it is said of what (增加值, 总量), NOTE_THING for
 * nouns that end a name (工程, 项目), NOTE_THAN for words that open what is compared with (高于全省). */
static inline bool has_note(const struct token *t, uint64_t notes) { return t->notes & notes; }

#endif
