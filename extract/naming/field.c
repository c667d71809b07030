/* The field that a rank is taken in is no part of its name: 综合实力|进入全国百强、居第86位, 吞吐量|位居全省支线机场第1位. */
#include "extract/naming/field.h"

#include "extract/base/banned.h"

/* 综合实力|进入全国百强、|居第86位: the token of the verb before the 、 that opens the field; `ranks` where none stands there.
 */
static size_t enters_field(const struct sentence *s, struct range r, size_t ranks) {
    if (ranks <= r.from + 1u || s->tokens[ranks - 1].tag != LIST_COMMA) return ranks; /* most */
    size_t enters = last_of(s, range_of(r.from, ranks - 1), CLASSES(RANK, AWARD, LIGHT, VERB, REACH));
    bool   named = enters != SIZE_MAX && content_bytes(s, range_of(r.from, enters)) >= 3 * HAN;
    return named ? enters : ranks;
}

struct range without_field(const struct sentence *s, struct range r) {
    size_t ranks = last_of(s, r, CLASSES(RANK, AWARD));                /* 经济总量跻身全球城市|前五位 */
    bool   won = ranks != SIZE_MAX && s->tokens[ranks].tag == AWARD && /* 获得文明城市测评|第一名 */
               words_ending(s, ranks, r.to, EDGE_CONTEST);
    if (ranks != SIZE_MAX && !won) r.to = (uint32_t)enters_field(s, r, ranks);
    for (size_t i = r.to; i > r.from; i--)
        if (has_note(&s->tokens[i - 1], NOTE_AT)) r.to = i - 1;
    return r;
}

struct range without_scope(const struct sentence *s, struct range r) {
    while (r.from < r.to && (has_note(&s->tokens[r.to - 1], NOTE_SCOPE) || is_one_of(s->tokens[r.to - 1].tag, LIGHT, LEVEL)))
        r.to--; /* 进入 */
    return r;
}
