/* What the program says, in the language of --lang or the locale: "is empty; there is nothing to read" →
 * 是空的，没有可读的内容. The English wording is the key; the Chinese one is a row of rules/messages.tsv. */
#ifndef SUANPAN_MESSAGES_H
#define SUANPAN_MESSAGES_H

#include "extract/base/arena.h"

/* From here on err_set and say() speak `lang` ("zh" or "en"). A table that is missing or broken leaves English.
 * `path` and `run` are kept: chinese() reads the table where nobody spoke Chinese before. */
void messages_load(const char *lang, const char *path, struct arena *run);
/* The wording of a printf format in the chosen language: the same conversions in the same order. */
const char *say(const char *english) __attribute__((format_arg(1)));
/* The wording for `n` of them: "%zu claim", "%zu claims". */
const char *say_count(uint64_t n, const char *one, const char *many) __attribute__((format_arg(2), format_arg(3)));
/* Its Chinese, whatever the language of the messages: the sheets of a workbook are Chinese everywhere. */
const char *chinese(const char *english) __attribute__((format_arg(1)));

#endif
