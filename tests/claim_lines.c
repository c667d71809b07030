/* 甲 2018 粮食产量 90 吨 level q=over；乙 2019 … → claims: report, year, metric, number, unit, kind, and what else is said. All
 * are of one body where nothing else is. */
#include "tests/claim_lines.h"

#include "tests/corpus.h"

#include "extract/base/banned.h"

static slice next_word(slice *rest) {
    *rest = slice_trim(*rest);
    size_t end = slice_find(*rest, SLICE_LIT(" "), 0);
    if (end == SIZE_MAX) end = rest->len;
    slice word = slice_sub(*rest, 0, end);
    *rest = slice_from(*rest, end);
    return word;
}

static bool option(slice word, const char *name, slice *value) {
    size_t n = strlen(name);
    if (!slice_starts(word, slice_of(name)) || word.len <= n || word.ptr[n] != '=') return false;
    *value = slice_from(word, n + 1);
    return true;
}

static void read_option(struct claim *c, slice word, struct arena *arena) {
    slice v;
    if (slice_equal(word, SLICE_LIT("target")))
        c->status = STATUS_TARGET;
    else if (slice_equal(word, SLICE_LIT("nameless")))
        c->body = SLICE_NONE;
    else if (option(word, "q", &v))
        c->qualifier = (enum qualifier)name_index(qualifier_names, QUALIFIER_COUNT, v);
    else if (option(word, "low", &v))
        c->low = decimal_read(v);
    else if (option(word, "high", &v))
        c->high = decimal_read(v);
    else if (option(word, "role", &v))
        c->role = (enum role)name_index(role_names, ROLE_COUNT, v);
    else if (option(word, "dir", &v))
        c->direction = (enum direction)name_index(direction_names, DIRECTION_COUNT, v);
    else if (option(word, "basis", &v))
        c->basis = v;
    else if (option(word, "period", &v))
        c->period = v;
    else if (option(word, "body", &v))
        c->body = v;
    else if (option(word, "dim", &v))
        c->dimension = v;
    else if (option(word, "line", &v))
        c->line = (uint32_t)slice_int(v);
    else if (option(word, "base", &v)) {
        size_t at = slice_find(v, SLICE_LIT("@"), 0);
        c->base_value = decimal_read(slice_sub(v, 0, at));
        c->base_unit = slice_from(v, at + 1);
    } else if (option(word, "s", &v)) { /* 【】 is where the figure stands; without it the sentence has all its figures */
        size_t at = slice_find(v, SLICE_LIT("【】"), 0);
        c->sentence = at == SIZE_MAX ? v
                                     : arena_format(arena, "%.*s%.*s%.*s。", (int)at, v.ptr, SLICE_ARG(c->raw),
                                                    SLICE_ARG(slice_from(v, at + 6)));
    } else
        CU_FAIL("unknown word in a claim");
}

static struct claim read_claim(slice text, uint32_t place, struct arena *arena) {
    struct claim c = {.start = place, .end = place + 1, .line = place + 1, .body = SLICE_LIT("本县")};
    c.document = next_word(&text);
    c.year = slice_int(next_word(&text));
    c.metric = next_word(&text);
    slice number = next_word(&text);
    c.value = decimal_read(number);
    c.unit = next_word(&text);
    if (slice_equal(c.unit, SLICE_LIT("-"))) c.unit = SLICE_NONE; /* 点击量达3万 */
    int kind = name_index(kind_names, KIND_COUNT, next_word(&text));
    CU_ASSERT(kind >= 0);
    c.kind = (enum kind)(kind < 0 ? 0 : kind);
    c.raw = arena_format(arena, "%.*s%.*s", SLICE_ARG(number), SLICE_ARG(c.unit));
    c.sentence = arena_format(arena, "%.*s%.*s。", SLICE_ARG(c.metric), SLICE_ARG(c.raw));
    for (slice word = next_word(&text); word.len; word = next_word(&text)) read_option(&c, word, arena);
    return c;
}

size_t claim_lines_read(struct claim **out, slice text, struct arena *arena) {
    struct claim *claims = NULL;
    size_t        count = 0, capacity = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = slice_find(text, SLICE_LIT("；"), at);
        if (end == SIZE_MAX) end = text.len;
        struct claim claim = read_claim(slice_sub(text, at, end), (uint32_t)count, arena);
        ARENA_PUSH(arena, claims, count, capacity, claim);
        at = end + 3;
    }
    *out = claims;
    return count;
}
