/* Words that the rules know, each with its class, one Han character: 由 起, 增长 增, 累计 副, 一心一意 禁.
 * Facts: rules/words.tsv and rules/refusals.tsv; the classes themselves: rules/classes.tsv. */
#ifndef SUANPAN_LEXICON_H
#define SUANPAN_LEXICON_H

#include "extract/base/err.h"
#include "extract/mark.h"

/* What a word tells beside its class, a bit each; the head of words.tsv says what they mean. */
enum note {
    NOTE_ACTUAL = 1 << 0,
    NOTE_ADJ = 1 << 1,
    NOTE_AT = 1 << 2,
    NOTE_BASIS = 1 << 3,
    NOTE_CAUSES = 1 << 4,
    NOTE_EACH = 1 << 5,
    NOTE_FOR = 1 << 6,
    NOTE_FRAME = 1 << 7,
    NOTE_FUND = 1 << 8,
    NOTE_GAINS = 1 << 9,
    NOTE_GENERIC = 1 << 10,
    NOTE_GOAL = 1 << 11,
    NOTE_MANNER = 1 << 12,
    NOTE_NEW = 1 << 13,
    NOTE_NOW = 1 << 14,
    NOTE_PLAN = 1 << 15,
    NOTE_SCHEME = 1 << 16,
    NOTE_SCOPE = 1 << 17,
    NOTE_SETTING = 1 << 18,
    NOTE_SINCE = 1 << 19,
    NOTE_SPAN = 1 << 20,
    NOTE_TARGET = 1 << 21,
    NOTE_THAN = 1 << 22,
    NOTE_THING = 1 << 23,
    NOTE_TOTAL = 1 << 24,
    NOTE_USE = 1 << 25,
    NOTE_GLUED = 1 << 26,
    NOTE_OFTEN = 1 << 27,
};

struct word {
    slice       text;
    slice       note; /* column 附 as written: yoy, mom, start; thing scheme; each 城镇 农村; empty for most */
    const char *path; /* table and line, for explain */
    int         line;
    uint32_t    notes; /* bits enum note */
    char        tag;   /* the class's letter, as the rules' patterns see it */
};

struct lexicon; /* run lifetime */

/* The classes: a Han character in the data files, a letter in patterns. */
char  class_tag(const struct lexicon *lexicon, uint32_t code_point); /* 0 when there is no such class */
slice class_name(const struct lexicon *lexicon, char tag);
/* The letters that a character stands for in a pattern: one class, or several (量: every figure); empty when it is no class. */
slice class_letters(const struct lexicon *lexicon, uint32_t code_point);

bool lexicon_load(struct lexicon **out, struct alphabet *alphabet, const char *classes_path, struct arena *run,
                  struct err *err);
/* Adds the words of a table with columns 写法, 类, 附; where the column 类 is not a class, `tag_name` is the class of all. */
bool lexicon_add(struct lexicon *lexicon, const char *path, const char *tag_name, struct arena *run, struct err *err);
/* Once all words are added: makes them ready to be found. */
void lexicon_close(struct lexicon *lexicon, struct arena *run);
/* The longest word at the start of `text`. What most callers ask of it comes along, for the word itself may be far away. */
struct word_hit {
    const struct word *word;    /* NULL when none starts there */
    uint32_t           size;    /* bytes */
    uint16_t           letters; /* characters; 0: lexicon_find did not count them */
    char               tag;
    bool               noted; /* it has a note */
};
struct word_hit lexicon_find(const struct lexicon *lexicon, slice text);
/* The word noted glued that `text` ends with: 高 of 比全省高, with a figure behind; NULL when none. No other look finds them.
 */
const struct word *lexicon_glued(const struct lexicon *lexicon, slice text);
size_t             lexicon_longest(const struct lexicon *lexicon); /* bytes of the longest word */
/* The same at character `i` of a text that is spelt. */
struct word_hit lexicon_spelt(const struct lexicon *lexicon, const struct spelling *spelling, size_t i);

#endif
