/* Words narrowed to a name. */
#ifndef SUANPAN_NARROW_H
#define SUANPAN_NARROW_H

#include "extract/naming/phrase.h"

/* Narrows the words before a figure to its name. */
struct range               narrow(const struct sentence *s, struct words words, enum kind kind);
static inline struct range name_range(const struct sentence *s, struct range r, enum kind kind) {
    return narrow(s, words_of(s, r), kind);
}
/* End of the noun that starts at `from`: before what happened to it (训练中心|开工建设, 治理工程|主体完工, 项目|整体完工). */
size_t object_end(const struct sentence *s, size_t from);

#endif
