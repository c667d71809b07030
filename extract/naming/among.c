/* The whole that a share is of (党员中), the field of a rank (在12个县区中), and where something stands (教室里): a name is
 * without the word that closes it. */
#include "extract/naming/among.h"

#include "extract/base/banned.h"

/* 38个|省考断面中|35个达到Ⅲ类: the next figure is of some of them. */
static bool some_are_counted(const struct sentence *s, const struct candidate *c, size_t from) {
    from = skip(s, from, CLASSES(COMMA, REACH, ADVERB, DONE, OF, ONLY));
    return counts(c) && is_figure(s, from);
}

/* Behind the 中 in token `i`, which no table has: a byte of the text; 0 when there is none. */
static size_t behind_among(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag != NOUN || t->word) return 0;
    for (size_t at = t->start, end; at < t->end; at = end) {
        end = utf8_next(s->text, at);
        const struct word *among = lexicon_ending(s->lexicon, slice_sub(s->text, at, end), EDGE_AMONG);
        if (among) return end;
    }
    return 0;
}

/* The byte behind the 中 among the nouns between figure `one` and the next, which counts by the same unit; 0: there is none. */
static size_t parted_at(const struct sentence *s, const struct candidate *one) {
    size_t i = one->token + 1u, to = one[1].token, part = 0;
    if (!counts(one) || !same_unit(one, one + 1)) return 0; /* most */
    for (; i < to && is_one_of(s->tokens[i].tag, NOUN, HEAD, VERBAL, LEVEL, BARE); i++)
        if (!part) part = behind_among(s, i);
    return i == to ? part : 0;
}

/* 320个|项目|中|制造业项目占比过半: the part of the noun that tells of which of them a share is. */
static slice part_named(const struct sentence *s, const struct candidate *c, struct range noun) {
    size_t in = noun.from + 1u;
    while (in + 1 < noun.to && !(is_one_character(&s->tokens[in]) && token_ending(s, in, EDGE_AMONG))) in++;
    return counts(c) && in + 1 < noun.to ? sentence_text(s, in, noun.to) : SLICE_NONE;
}

slice without_among(const struct sentence *s, const struct candidate *c, struct range noun, slice name) {
    slice some = part_named(s, c, noun);
    slice rest = without_end(name, some, 2 * HAN);
    if (rest.len < name.len) return rest;
    size_t i = c->token, part = is_figure(s, noun.to) ? parted_at(s, c) : 0;
    slice  whole = part ? slice_sub(s->text, s->tokens[noun.from].start, part - HAN) : SLICE_NONE;
    if (whole.len >= 2 * HAN) return whole;
    const struct word *among = lexicon_ending(s->lexicon, name, EDGE_AMONG);
    if (!among || name.len <= among->text.len) return name;
    i = skip_back(s, i, CLASSES(ADVERB, PLACE));
    bool field = i > 0 && (note_at(s, i - 1, NOTE_AT) || s->tokens[i - 1].tag == FROM); /* 从|12名候选人中|选出 */
    field |= tag_at(s, noun.to) == RANK; /* 70个大中城市中|排名第35位 */
    /* 收到2000万元捐款后， not 项目建设滞后 */
    bool               bounds = lexicon_ending(s->lexicon, name, EDGE_BOUNDED);
    const struct word *other = lexicon_ending(s->lexicon, name, EDGE_LOOKALIKE);
    field |= among->tag == WITHIN && name.len >= among->text.len + 2 * HAN && !bounds && !other; /* not 工龄在3年以内 */
    field |= person_unit(c) && tag_at(s, noun.to) == COMMA && among->text.len == HAN && name.len >= 3 * HAN &&
             !other; /* 96名演员|里，最大的78岁 */
    bool some_told = some_are_counted(s, c, noun.to) && !(other && other->text.len > among->text.len); /* 工期滞后|6个月 */
    return field || some_told ? slice_less(name, among->text.len) : name;
}

slice without_where(const struct sentence *s, const struct candidate *c, struct range noun, slice name) {
    size_t              of = c->token + 1u;
    bool                sized = physical_unit(c);
    size_t              in = noun.from; /* 在2.3万亩|水田里|作业, 来到两个|大棚里|采摘 */
    const struct token *room = &s->tokens[in];
    bool                house = counts(c) && !person_unit(c) && room->tag == NOUN && token_bytes(room) >= 3 * HAN;
    bool                placed = sized || (house && token_ending(s, in, EDGE_WHERE)); /* not 12个乡镇|集中|供热 */
    while (sized && in + 1 < noun.to && !token_ending(s, in, EDGE_WHERE)) in++;
    if (placed && in + 1 < noun.to && is_one_of(s->tokens[in + 1].tag, VERB, VERBAL)) {
        slice where = sentence_text(s, noun.from, in + 1), ends = token_ending(s, in, EDGE_WHERE)->text;
        if (where.len >= ends.len + 2 * HAN) return slice_less(where, ends.len);
    }
    while (sized && of < noun.from && s->tokens[of].tag != OF) of++;
    if (!sized || tag_at(s, of) != OF) {                                     /* most; 3所高校|门口 */
        bool inside = (sized && is_one_of(tag_at(s, noun.to), COMMA, OF)) || /* 1.2万亩石榴园|里， 1800亩红树林|下|的 */
                      (tag_at(s, noun.to) == COMMA && counts(c) && !person_unit(c));
        const struct word *beside = counts(c) || inside ? lexicon_ending(s->lexicon, name, EDGE_WHERE) : NULL;
        bool               there = beside && (inside || beside->text.len > HAN) && name.len >= beside->text.len + 2 * HAN &&
                     !(inside && lexicon_ending(s->lexicon, name, EDGE_LOOKALIKE));
        return there ? slice_less(name, beside->text.len) : name;
    }
    bool               does = is_one_of(tag_at(s, noun.to), ADVERB) && name.len > 3 * HAN; /* 教室里坐|着 */
    size_t             verb = does ? utf8_size_before(name, name.len) : 0;
    const struct word *where = lexicon_ending(s->lexicon, slice_less(name, verb), EDGE_WHERE);
    return where && name.len >= verb + where->text.len + HAN ? slice_less(name, verb + where->text.len) : name;
}

slice some_among(const struct sentence *s, const struct candidate *c) {
    size_t part = c > s->candidates ? parted_at(s, c - 1) : 0;
    slice  some = part ? slice_sub(s->text, part, s->tokens[c->token].start) : SLICE_NONE;
    return some.len >= 2 * HAN ? some : SLICE_NONE;
}
