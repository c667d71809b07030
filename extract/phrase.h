/* Ranges of a sentence's tokens, and which of their words a row header keeps: 依法依规处置网络舆情 → 处置网络舆情.
 * Shared by the files that name a figure: metric.c and those that it includes. */
#ifndef SUANPAN_PHRASE_H
#define SUANPAN_PHRASE_H

#include "extract/classes.h"

/* What a metric leaves out at its head and at its tail. */
#define HEAD CLASSES("aYgHpteikcFElfbyms;OIqzd,_>WUJCoR")
#define TAIL CLASSES("daeEztpOoYcfFblyms;kirL<_HWCgq5")

/* Tokens [from, to), less the hole [hole, hole_end): 签约(储能产业园等)项目. */
struct range {
    uint16_t from, to, hole, hole_end; /* MOST_TOKENS fits */
};
static inline struct range range_of(size_t from, size_t to) { return (struct range){(uint16_t)from, (uint16_t)to, 0, 0}; }

/* A figure that counts: the others lost their class as they were judged. */
static inline bool is_figure(const struct sentence *s, size_t i) { return is_one_of(tag_at(s, i), FIGURES); }

/* What a class is to a name, for the loops that all figures run through. */
enum trait {
    TRAIT_CONTENT = 1,  /* it can carry meaning */
    TRAIT_DROPPED = 2,  /* a name leaves it out wherever it stands */
    TRAIT_BOUNDARY = 4, /* it ends a clause */
    TRAIT_BRACKET = 8,  /* a bracket opens */
};
extern const uint8_t   class_traits[128];
static inline unsigned traits_of(const struct token *t) { return class_traits[t->tag & 127]; }
static inline bool     has_trait(const struct token *t, unsigned traits) { return traits_of(t) & traits; }

/* Ends the phrase for good: a mark or a figure. */
static inline bool ends_phrase(const struct sentence *s, size_t i) { return is_one_of(tag_at(s, i), ",.;:()_" FIGURES); }
/* 高质量 before a noun: an adjective that a name keeps, where before a verb it is an adverb; 免费 is always kept. */
static inline bool is_adjective(const struct sentence *s, size_t i) {
    if (!has_note(&s->tokens[i], NOTE_ADJ | NOTE_MANNER)) return false;
    char next = tag_at(s, i + 1);
    return has_note(&s->tokens[i], NOTE_MANNER) || is_one_of(next, "nh1") || (next == 'Z' && tag_at(s, i + 2) == 'n');
}

bool   has_class(const struct sentence *s, struct range r, u128 classes);
size_t last_of(const struct sentence *s, struct range r, u128 classes); /* SIZE_MAX when none is */
/* The range without the `head` classes it starts with and the `tail` classes it ends with. */
struct range strip(const struct sentence *s, struct range r, u128 head, u128 tail);

/* Bytes of the words that carry meaning: three a character. */
size_t               content_in(const struct sentence *s, struct range r);
static inline size_t content_bytes(const struct sentence *s, struct range r) { return r.from < r.to ? content_in(s, r) : 0; }
/* Is there a character of them? The first word tells it for most. */
static inline bool says_something(const struct sentence *s, struct range r) {
    const struct token *first = &s->tokens[r.from];
    bool                at_once = r.from < r.to && has_trait(first, TRAIT_CONTENT) && first->end - first->start >= 3;
    return (at_once && r.hole >= r.hole_end) || content_bytes(s, r) >= 3;
}
/* The kept words in their order, at most 60 characters: of the sentence's text where they stand in one piece, or in `arena`. */
slice name_of(const struct sentence *s, struct range r, struct arena *arena);
/* `a` and `b` in a row; `b` alone is not said twice. */
slice joined(slice a, slice b, struct arena *arena);

#endif
