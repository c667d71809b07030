/* The text of 2020.txt and the places of its claims become marks in order, none over another: …处置网络舆情[313起]，…. A claim
 * file brings no text; then the sentences of its claims stand for it, each once. */
#include "plots/evidence.h"

#include <stdlib.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

struct place {
    size_t from, to, claim;
};

static int by_place(const void *a, const void *b) {
    const struct place *x = a, *y = b;
    if (x->from != y->from) return ORDER(x->from, y->from);
    if (x->to != y->to) return ORDER(y->to, x->to);
    return ORDER(x->claim, y->claim);
}

/* Code points → bytes, in one walk over the text. `places` are sorted by `from`. */
static size_t to_bytes(struct place *places, size_t n, slice text) {
    size_t kept = 0, at = 0, code = 0;
    for (size_t i = 0; i < n; i++) {
        for (; code < places[i].from && at < text.len; code++) at = utf8_next(text, at);
        size_t end = at;
        for (size_t c = code; c < places[i].to && end < text.len; c++) end = utf8_next(text, end);
        if (code == places[i].from && end > at) places[kept++] = (struct place){at, end, places[i].claim};
    }
    return kept;
}

/* The sentences of the claims, one a line, and where each figure stands in them. */
static size_t from_sentences(struct evidence *out, struct place *places, const struct gathering *g,
                             const struct gathered_text *of, struct arena *arena) {
    char  *bytes = NULL;
    size_t used = 0, room = 0, kept = 0, line = 0, next = 0;
    for (size_t i = of->first; i < of->first + of->count; i++) {
        const struct claim *c = &g->claims[i];
        if (i == of->first || !slice_equal(c->sentence, g->claims[i - 1].sentence)) {
            line = next = used;
            arena_append(arena, &bytes, &used, &room, c->sentence);
            arena_append(arena, &bytes, &used, &room, SLICE_LIT("\n"));
        }
        size_t at = slice_find((slice){bytes, used}, c->raw, next);
        if (at == SIZE_MAX) at = slice_find((slice){bytes, used}, c->raw, line);
        if (!c->raw.len || at == SIZE_MAX) continue;
        places[kept++] = (struct place){at, at + c->raw.len, i};
        next = at + c->raw.len;
    }
    out->text = (slice){bytes, used};
    return kept;
}

void evidence_make(struct evidence *out, const struct gathering *g, const struct gathered_text *of, size_t *mark_of,
                   size_t *total, struct arena *arena) {
    struct place *places = ARENA_ARRAY(arena, struct place, of->count + 1);
    size_t        n = of->count;
    *out = (struct evidence){.text = of->text, .marks = ARENA_ARRAY(arena, struct mark_place, of->count + 1)};
    for (size_t i = 0; i < n; i++) {
        const struct claim *c = &g->claims[of->first + i];
        places[i] = (struct place){c->start, c->end, of->first + i};
    }
    qsort(places, n, sizeof *places, by_place);
    n = of->text.len ? to_bytes(places, n, of->text) : from_sentences(out, places, g, of, arena);
    qsort(places, n, sizeof *places, by_place);
    size_t *claims = ARENA_ARRAY(arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct mark_place *last = out->count ? &out->marks[out->count - 1] : NULL;
        claims[i] = places[i].claim;
        if (!last || places[i].from >= last->to) {
            last = &out->marks[out->count++];
            *last = (struct mark_place){.from = places[i].from, .to = places[i].to, .claims = &claims[i]};
            ++*total;
        } else if (places[i].to > last->to)
            last->to = places[i].to;
        last->claim_count++;
        mark_of[places[i].claim] = *total;
    }
}
