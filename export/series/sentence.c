/* Figures are found again in their sentence, one after another: of 出口70亿元、增长5% the second stands behind the first, and
 * what is said of it is 增长. What the words mean is the callers' business. */
#include "export/series/sentence.h"

#include "extract/words/scan.h"

#include "extract/base/banned.h"

static bool is_stop(slice text, size_t at) { return scan_stops(slice_from(text, at)); }

static bool is_comma(slice text, size_t at) {
    static const char *const commas[] = {"，", "：", NULL}; /* EF BC */
    unsigned char            c = (unsigned char)text.ptr[at];
    return c == ',' || c == ':' || (c == 0xEF && slice_starts_any(slice_from(text, at), commas));
}

/* ５．２％ as the sentence may have it: 5.2%. */
static slice folded(slice raw, char *room, size_t limit) {
    size_t n = 0, size;
    for (size_t at = 0; at < raw.len && n + 4 < limit; at += size) {
        uint32_t c = utf8_decode(slice_from(raw, at), &size);
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x3000) continue;
        n += utf8_encode(c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c, room + n);
    }
    return (slice){room, n};
}

/* Where the figure stands in its sentence; `*len` is its length there. SIZE_MAX when it is not found. */
static size_t find_figure(slice sentence, slice raw, size_t from, size_t *len) {
    char   room[512];
    size_t at = raw.len && from <= sentence.len ? slice_find(sentence, raw, from) : SIZE_MAX;
    *len = raw.len;
    if (at != SIZE_MAX || !raw.len || from > sentence.len) return at;
    slice plain = folded(raw, room, sizeof room);
    *len = plain.len;
    return plain.len ? slice_find(sentence, plain, from) : SIZE_MAX;
}

/* 增长9.4%【、】9.1%: `between` says nothing of the second figure. An amount behind a rate is no second of it:
 * 年均增长8.6%【，】 突破40万亿元. */
static bool is_listed(slice between, const struct figure_place *figure, const struct claim *claim) {
    bool parted = slice_starts(between, SLICE_LIT("，")) || slice_starts(between, SLICE_LIT("、"));
    return between.len <= 6 && (claim->kind == figure->kind || !parted);
}

slice figure_next(struct figure_place *figure, const struct claim *claim) {
    if (!slice_equal(figure->sentence, claim->sentence)) *figure = (struct figure_place){.sentence = claim->sentence};
    size_t len, at = find_figure(claim->sentence, claim->raw, figure->after, &len);
    if (at == SIZE_MAX && figure->after) { /* the sentence is said again */
        *figure = (struct figure_place){.sentence = claim->sentence};
        at = find_figure(claim->sentence, claim->raw, 0, &len);
    }
    figure->at = at == SIZE_MAX ? 0 : at;
    if (at == SIZE_MAX) return SLICE_NONE;
    size_t from = figure->after;
    for (size_t i = from; i < at; i++)
        if (is_stop(claim->sentence, i)) from = i + 1;
    while (from < at && ((unsigned char)claim->sentence.ptr[from] & 0xC0) == 0x80) from++;
    slice region = slice_sub(claim->sentence, from, at);
    if (!figure->after || from != figure->after || !is_listed(region, figure, claim)) figure->region = region;
    figure->after = at + len;
    figure->kind = claim->kind;
    return figure->region;
}

void figure_clause(slice clause[2], const struct figure_place *figure) {
    slice  sentence = figure->sentence;
    size_t from = figure->at < figure->region.len ? 0 : figure->at - figure->region.len, to = figure->after;
    for (size_t i = from; i < figure->at; i++)
        if (is_comma(sentence, i)) from = utf8_next(sentence, i);
    while (to < sentence.len && !is_stop(sentence, to) && !is_comma(sentence, to) &&
           !slice_starts(slice_from(sentence, to), SLICE_LIT("、")))
        to = utf8_next(sentence, to);
    clause[0] = slice_sub(sentence, from, figure->at);
    clause[1] = slice_sub(sentence, figure->after, to < sentence.len ? to : sentence.len);
}

slice figure_lead(const struct figure_place *figure, slice clause) {
    slice  sentence = figure->sentence;
    size_t end = (size_t)(clause.ptr - sentence.ptr), from = 0, size;
    while (end > 0 && is_comma(sentence, end - (size = utf8_size_before(sentence, end)))) end -= size;
    for (size_t i = 0; i < end; i += size) {
        size = utf8_size((unsigned char)sentence.ptr[i]);
        if (is_comma(sentence, i) || is_stop(sentence, i)) from = i + size;
    }
    return slice_sub(sentence, from, end);
}
