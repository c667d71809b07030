/* The words before a figure, back to where its clause starts: 县区，|全县依法依规处置网络舆情|313起. */
#include "extract/before.h"

#include "extract/base/banned.h"

enum { NEAR = 16 };

/* The bracket that closes at token `i` opens there; `i` when it opens nowhere near or holds a figure. */
static size_t bracket_open(const struct sentence *s, size_t i) {
    size_t open = i;
    while (open > 0 && i - open < NEAR && s->tokens[open].tag != '(') {
        if (is_one_of(s->tokens[open].tag, "." FIGURES)) return i;
        open--;
    }
    return s->tokens[open].tag == '(' ? open : i;
}

size_t clause_start(const struct sentence *s, size_t k) {
    size_t i = k;
    for (;;) {
        while (i > 0 && !has_trait(&s->tokens[i - 1], TRAIT_BOUNDARY)) i--;
        /* 新（改）建高标准农田: a bracket inside a name does not end it, one that opens the clause does. */
        size_t open = i > 0 && s->tokens[i - 1].tag == ')' ? bracket_open(s, i - 1) : i - 1;
        if (open == i - 1 || open == 0 || has_trait(&s->tokens[open - 1], TRAIT_BOUNDARY)) break;
        i = open;
    }
    if (i == 0 || !is_figure(s, i - 1)) return i;
    /* 4个村获评文明村、11个单位: what stands before the last 、 belongs to the figure before. */
    struct range r = range_of(i, k);
    size_t       mark = is_one_of(tag_at(s, i), ";k") ? i : last_of(s, r, CLASSES(";"));
    if (mark == SIZE_MAX) mark = last_of(s, r, CLASSES("k"));
    return mark == SIZE_MAX ? i : mark + 1;
}

struct range words_before(const struct sentence *s, size_t k) {
    while (k > 0 && s->tokens[k - 1].tag == '_') k--; /* GDP 486亿元 */
    size_t open = k > 0 && s->tokens[k - 1].tag == ')' ? bracket_open(s, k - 1) : k;
    return open + 1 < k ? range_of(clause_start(s, open), open) : range_of(clause_start(s, k), k);
}

size_t verb_before(const struct sentence *s, size_t k) {
    size_t i = k;
    while (i > 0 && is_one_of(s->tokens[i - 1].tag, "aYgEec<Od")) i--;
    return i > 0 && is_one_of(s->tokens[i - 1].tag, "vGZ") ? i - 1 : SIZE_MAX;
}
