/* 国家级企业 → 省级企业: the level of a name is found by the words of the sentence, or in a name that one word is, 三级医院, by
 * the numeral before its last character. */
#include "extract/naming/level.h"

#include "extract/words/mark.h"

#include "extract/base/banned.h"

/* 中央、省、|市级媒体, Ⅰ~|Ⅲ类断面: the token with which the levels begin that token `last` ends. */
static size_t levels_from(const struct sentence *s, size_t last) {
    size_t from = last;
    while (from > 1 && s->tokens[from - 1].tag == LIST_COMMA && is_one_of(s->tokens[from - 2].tag, NOUN, LEVEL, PLACE))
        from -= 2;
    slice before = tag_before(s, from) == NOUN ? token_text(s, from - 1) : SLICE_NONE;
    bool  spans =
        before.len && marks_at(s->lexicon->alphabet, before, before.len - utf8_size_before(before, before.len)) & MARK_SPANS;
    return from - spans;
}

/* Where in `model` a level stands that ends as `level` does, 三级 of 三级医院 for 二级: a numeral and one character. Those of
 * letters have none before it: 4A级 behind 国家A级景区. */
static span level_in(const struct alphabet *alphabet, slice model, slice level) {
    slice sort = slice_from(level, ascii_digit(level.ptr[0])),
          end = slice_from(level, level.len - utf8_size_before(level, level.len));
    size_t at = slice_find(model, sort, 0);
    if ((unsigned char)sort.ptr[0] < 0x80)
        return at == SIZE_MAX ? (span){0, 0} : (span){(uint32_t)at, (uint32_t)(at + sort.len)};
    at = slice_find(model, end, 0);
    bool numbered = level.len == 2 * HAN && at != SIZE_MAX && at > 0 && utf8_size_before(model, at) == HAN &&
                    marks_at(alphabet, level, 0) & MARK_DATE_DIGIT && marks_at(alphabet, model, at - HAN) & MARK_DATE_DIGIT;
    return numbered ? (span){(uint32_t)(at - HAN), (uint32_t)(at + end.len)} : (span){0, 0};
}

/* Where in `model` the nation stands: 获评|全国|文明单位. */
static span nation_in(const struct lexicon *x, slice model) {
    size_t             at = 0;
    const struct word *nation = lexicon_within(x, model, EDGE_NATION, &at);
    return nation ? (span){(uint32_t)at, (uint32_t)(at + nation->text.len)} : (span){0, 0};
}

slice with_level(const struct sentence *s, slice model, size_t level, struct arena *arena) {
    slice text = token_text(s, level);
    span  old = {0, 0};
    for (size_t i = level; i-- > 0 && old.end == 0;) {
        slice  levels = s->tokens[i].tag == LEVEL ? sentence_text(s, levels_from(s, i), i + 1) : SLICE_NONE;
        size_t at = levels.len ? slice_find(model, levels, 0) : SIZE_MAX;
        if (at != SIZE_MAX) old = (span){(uint32_t)at, (uint32_t)(at + levels.len)};
    }
    if (old.end == 0) old = level_in(s->lexicon->alphabet, model, text);
    if (old.end == 0) old = nation_in(s->lexicon, model);
    return old.end == 0 ? SLICE_NONE
                        : arena_format(arena, "%.*s%.*s%.*s", SLICE_ARG(slice_sub(model, 0, old.start)), SLICE_ARG(text),
                                       SLICE_ARG(slice_from(model, old.end)));
}
