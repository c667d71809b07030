/* See damage.h. */
#include "tests/fuzz/damage.h"

#include "extract/base/banned.h"

static uint64_t state;

void chance_seed(slice number) { state = (uint64_t)slice_int(number) * 2654435761u + 1; }

size_t below(size_t n) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return n ? (size_t)((state * 2685821657736338717u >> 16) % n) : 0;
}

size_t damage(char *out, size_t n, size_t room, size_t edits, const char *const *pieces, size_t count) {
    for (edits = below(edits + 1); edits > 0 && n > 0; edits--) {
        size_t at = below(n);
        switch (below(4)) {
        case 0: out[at] = (char)below(256); break;
        case 1: n = at; break;
        case 2: {
            slice piece = slice_of(pieces[below(count)]);
            if (n + piece.len > room) break;
            memmove(out + at + piece.len, out + at, n - at);
            memcpy(out + at, piece.ptr, piece.len);
            n += piece.len;
            break;
        }
        default: {
            size_t length = below(n - at) % 64;
            if (n + length > room) break;
            memmove(out + at + length, out + at, n - at);
            n += length;
        }
        }
    }
    return n;
}

struct seen {
    const struct document *document;
    size_t                 characters;
    uint64_t               claims;
};

static bool inside(void *context, const struct claim *c) {
    struct seen *seen = context;
    seen->claims++;
    if (c->start < c->end && c->end <= seen->characters && c->line > 0 &&
        slice_find(seen->document->text, c->raw, 0) != SIZE_MAX && utf8_validate(c->metric) == c->metric.len)
        return true;
    fprintf(stderr, "fuzz: a claim stands outside the text, or its name is no UTF-8: %u to %u of %zu, %.*s\n", c->start, c->end,
            seen->characters, SLICE_ARG(c->metric));
    abort();
}

uint64_t claims_of(struct extractor *extractor, slice bytes, struct arena *arena) {
    struct read_options options = {.year = 2020};
    struct document     document;
    struct err          err = {0};
    if (!document_from_bytes(&document, bytes, SLICE_LIT("fuzz"), &options, arena, &err)) return 0;
    struct seen seen = {.document = &document, .characters = utf8_count(document.text)};
    extractor_run(extractor, &document, inside, &seen, NULL, &err);
    return seen.claims;
}
