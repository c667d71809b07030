/* Lists before a row of figures are dealt out to them: 一、二、三产业增加值分别增长6%、5.2%、5.2%. */
#ifndef SUANPAN_DEAL_H
#define SUANPAN_DEAL_H

#include "extract/naming/before.h"

/* Does another figure follow in a row: 6%|、5.2%? */
static inline bool in_row(const struct sentence *s, const struct candidate *c) {
    return c + 1 < s->candidates + s->candidate_count && !c[1].refused && directly_listed(s, c[0].token, c[1].token);
}
/* Or one that moves in its own way: 分别减少18亿元|、下降0.1个百分点? Behind 分别 these stand in a row, too. */
static inline bool in_moving_row(const struct sentence *s, const struct candidate *c) {
    size_t i = c->token + 1u;
    return c + 1 < s->candidates + s->candidate_count && !c[1].refused && c[1].token == i + 2 &&
           is_one_of(s->tokens[i].tag, LIST_COMMA, AND) && is_one_of(s->tokens[i + 1].tag, GROW, FALL, IMPROVE);
}
/* Gives the figures from `first` on, as far as they stand in a row (in_row, in_moving_row), each its own item of what stands
 * before them. `before`: the words before the first of them, and `names`, what they narrow to. `dealt` remembers the items for
 * the next row: A、B分别达9家、5家，增长6%、5%. How many were
 * served. */
size_t deal(const struct sentence *s, struct candidate *first, struct words before, struct range names, struct range *dealt,
            struct arena *arena);

#endif
