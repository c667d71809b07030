/* What the figures of a sentence have told so far, while one after the other gets its name. */
#ifndef SUANPAN_NAMING_H
#define SUANPAN_NAMING_H

#include "extract/naming/metric.h"
#include "extract/naming/phrase.h"

struct naming {
    struct sentence        *s;
    struct arena           *arena;
    const struct candidate *previous; /* the last figure that has a name, NULL */
    slice                   verb;     /* that it opened with: 新建A 3个、B 5个 */
    struct range            dealt;    /* items that the row before was served from */
    slice                   parted;   /* what the last share is a part of: 税收 for 占总收入的47% */
    const struct candidate *part;     /* the figure of that share, NULL */
    slice                   subject;  /* of the length of time before: 总量连续5年居首位 */
    struct carry           *carry;    /* what the sentence before was named by, and what the last name lends */
};

/* In a function that tries one way after the other and has `enum named_by *by`: returns what the first found that tells. */
#define TRY(way, found)                                                                                                        \
    do {                                                                                                                       \
        const slice told = (found);                                                                                            \
        if (told.len) return *by = NAMED_BY_##way, told;                                                                       \
    } while (0)

/* Is the last figure that has a name of this class: a length of time, an age? */
static inline bool previous_is(const struct naming *n, char tag) {
    return n->previous && n->s->tokens[n->previous->token].tag == tag;
}

/* 增加值 says of what is measured how; 企业 is measured. */
static inline bool is_head(const struct token *t) { return t->tag == HEAD && !has_note(t, NOTE_THING); }

#endif
