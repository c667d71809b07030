/* Tables of letters and what each does in something that is read letter by letter: 月 behind a month, 、 behind the number of a
 * list mark. A row has 写法, spellings parted by blanks, 类, what they do, several parted by blanks, and maybe 值, a digit. */
#ifndef SUANPAN_ROLES_H
#define SUANPAN_ROLES_H

#include "extract/base/alphabet.h"
#include "extract/base/err.h"

enum {
    ROLE_LONGER = 1 << 27, /* a word of several characters starts; those below it are a table's own */
    ROLE_VALUE = 28        /* the value stands above this bit */
};
/* A word of the column 类, its bit that of its place in the list, and the marks of a character that a word of it starts with.
 */
struct role_name {
    const char *name;
    uint32_t    marks;
};
struct role_word {
    slice    text;
    uint32_t roles;
    size_t   next; /* one more than the place of the next word that starts with its first letter; 0: none */
};
struct role_table { /* run lifetime */
    struct alphabet  *alphabet;
    uint32_t         *roles;  /* of characters, by letter */
    size_t           *longer; /* by letter: one more than the place of the first word that starts with it; 0: none */
    size_t            letters, letter_room, longer_room;
    struct role_word *words; /* of several characters: 同期, 部分 */
    size_t            count, room;
};
/* `roles` ends with one that has no name. */
bool roles_load(struct role_table *out, struct alphabet *alphabet, const char *path, const struct role_name *roles,
                struct arena *run, struct err *err);

/* The same where a word of several characters may stand, that starts with this letter. */
uint32_t role_longer(const struct role_table *t, slice s, uint32_t letter, size_t *size);
/* What the word at the start of `s` does, its bytes in `*size`; 0: nothing. */
static inline uint32_t roles_at(const struct role_table *t, slice s, size_t *size) {
    if (s.len == 0) return 0;
    uint32_t letter = letter_of(t->alphabet, utf8_at(s.ptr, size)), roles = letter < t->letters ? t->roles[letter] : 0;
    return roles & ROLE_LONGER ? role_longer(t, s, letter, size) : roles;
}
/* Takes such a word off the front of `s`; false, and it stays as it was, when it does none of these. */
static inline bool role_take(const struct role_table *t, slice *s, uint32_t roles) {
    size_t size;
    if (!(roles_at(t, *s, &size) & roles)) return false;
    *s = slice_from(*s, size);
    return true;
}

#endif
