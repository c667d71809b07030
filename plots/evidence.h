/* A document's text cut into what stands between its figures and the figures themselves. */
#ifndef SUANPAN_EVIDENCE_H
#define SUANPAN_EVIDENCE_H

#include "export/gather.h"

/* One figure in its place. Claims of the same words (各3个) share a mark. */
struct mark_place {
    size_t        from, to; /* bytes of evidence.text */
    const size_t *claims;   /* its claims, at least one, as indexes of all claims */
    size_t        claim_count;
};
struct evidence {
    slice              text; /* the document's own, or the sentences of its claims when that is not at hand */
    struct mark_place *marks;
    size_t             count;
};

/* `mark_of[i]`: 1 + the mark of claims[i], counted over all documents from `*total` on; 0 when it has none. */
void evidence_make(struct evidence *out, const struct gathering *g, const struct gathered_text *of, size_t *mark_of,
                   size_t *total, struct arena *arena);

#endif
