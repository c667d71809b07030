/* --include target,rank → the claims that are targets or ranks: 力争增长6%以上, 居全省第2位; the others are left out. */
#include "export/filter.h"

#include "extract/base/banned.h"

/* A bit for each word of the closed lists. */
enum {
    KIND_BIT = 0,
    STATUS_BIT = KIND_BIT + KIND_COUNT,
    QUALIFIER_BIT = STATUS_BIT + STATUS_COUNT,
    ROLE_BIT = QUALIFIER_BIT + QUALIFIER_COUNT,
    DIRECTION_BIT = ROLE_BIT + ROLE_COUNT
};
static const struct {
    const char *const *names;
    size_t             count;
    int                bit; /* of the first */
} lists[] = {{kind_names, KIND_COUNT, KIND_BIT},
             {status_names, STATUS_COUNT, STATUS_BIT},
             {qualifier_names, QUALIFIER_COUNT, QUALIFIER_BIT},
             {role_names, ROLE_COUNT, ROLE_BIT},
             {direction_names, DIRECTION_COUNT, DIRECTION_BIT}};

/* The bit of a word, 0 when it stands in no list. */
static uint32_t word_bit(slice word) {
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        int index = word.len ? name_index(lists[i].names, lists[i].count, word) : -1;
        if (index >= 0) return UINT32_C(1) << (lists[i].bit + index);
    }
    return 0;
}

static bool read_words(uint32_t *bits, const char *option, const char *list, struct err *err) {
    slice words = slice_of(list);
    for (size_t at = 0; at < words.len;) {
        slice    word = slice_trim(slice_take(words, ',', &at));
        uint32_t bit = word_bit(word);
        if (word.len && !bit)
            return err_usage(err, "%s %.*s: no claim bears that word; try target, actual, level, share, growth, change, rank",
                             option, SLICE_ARG(word));
        *bits |= bit;
    }
    return true;
}

bool filter_read(struct claim_filter *out, const struct options *options, struct suanpan **suanpan, struct arena *run,
                 struct err *err) {
    *out = (struct claim_filter){0};
    return read_words(&out->include, "--include", options->include, err) &&
           read_words(&out->exclude, "--exclude", options->exclude, err) &&
           (!options->review || review_load(&out->review, options, suanpan, run, err));
}

bool filter_takes(const struct claim_filter *filter, const struct claim *claim) {
    uint32_t bits = UINT32_C(1) << (KIND_BIT + claim->kind) | UINT32_C(1) << (STATUS_BIT + claim->status) |
                    UINT32_C(1) << (QUALIFIER_BIT + claim->qualifier) | UINT32_C(1) << (ROLE_BIT + claim->role) |
                    UINT32_C(1) << (DIRECTION_BIT + claim->direction);
    return (!filter->include || bits & filter->include) && !(bits & filter->exclude);
}
