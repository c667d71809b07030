/* What the program says, in the language of --lang or the locale: "is empty; there is nothing to read" →
 * 是空的，没有可读的内容. The English wording is the key; the Chinese one is a row of rules/messages.tsv. */
#ifndef SUANPAN_MESSAGES_H
#define SUANPAN_MESSAGES_H

#include "extract/base/arena.h"

struct wordings; /* run lifetime; only read once it is loaded */
/* For what is Chinese whatever the language of the messages: the sheets of a workbook. A table that is missing or broken
 * leaves English. */
const struct wordings *wordings_load(const char *path, struct arena *run);
/* The Chinese of a printf format, with the same conversions in the same order; the English when there is none. */
const char *wording(const struct wordings *wordings, const char *english) __attribute__((format_arg(2)));

/* From here on err_set and say() speak `lang` ("zh" or "en"). */
void messages_load(const char *lang, const char *path, struct arena *run);
/* wording() in that language. */
const char *say(const char *english) __attribute__((format_arg(1)));

#endif
