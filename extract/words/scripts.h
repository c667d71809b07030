/* 長 is 长 to every word: characters of the traditional script, and those that they are read as. Facts: rules/scripts.tsv. */
#ifndef SUANPAN_SCRIPTS_H
#define SUANPAN_SCRIPTS_H

#include "extract/base/alphabet.h"
#include "extract/base/err.h"

/* Before any other table of words is loaded: 長 has the letter of 长 in all of them. */
bool scripts_load(struct alphabet *alphabet, const char *path, struct arena *run, struct err *err);
/* 积 for 積: the character that words are written with, of the same size in UTF-8. */
static inline uint32_t script_character(const struct alphabet *alphabet, uint32_t code) {
    uint32_t letter = letter_of(alphabet, code);
    return letter ? alphabet->codes[letter] : code;
}
/* `text` in the characters that words are written with: a copy, byte for byte of the same size; NULL where it has no others. */
char *scripts_plain(const struct alphabet *alphabet, slice text, struct arena *arena);
/* The same of the characters of `text` that are spelt, where they stand. */
void scripts_plain_over(const struct alphabet *alphabet, char *text, const struct spelling *spelling);
/* How many bytes of `plain` are others than in `written`, of which it was made. */
size_t scripts_others(const char *plain, slice written);
/* Words put together from some of `plain`, as these stand in `written`, of which it was made. Takes as long as both are. */
slice scripts_written(slice plain, slice written, slice words, struct arena *arena);

#endif
