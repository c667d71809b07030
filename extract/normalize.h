/* Every numeral and quantity of one line, also those that are no claims: 三万五 → 35000, 第二 → rank 2, 2023年5月1日 → date. */
#ifndef SUANPAN_NORMALIZE_H
#define SUANPAN_NORMALIZE_H

#include "extract/claim.h"
#include "extract/sentence/rule.h"

struct reading {
    slice          raw;
    uint32_t       start, end; /* code points of the line */
    decimal        value, low, high, base_value;
    slice          date; /* ISO 8601, of kind date: stands in place of value */
    enum qualifier qualifier;
    slice          unit, base_unit, dimension;
    enum kind      kind;
    enum direction direction;
    bool           too_long;      /* more than 38 digits: no value */
    bool           base_too_long; /* its base value is: none is given */
};

typedef bool (*reading_sink)(void *context, const struct reading *reading);

/* Hands over what `line` (valid UTF-8) holds, from left to right. False when the sink stopped it. */
bool normalize_line(const struct ruleset *rules, slice line, reading_sink sink, void *context, struct arena *arena);

#endif
