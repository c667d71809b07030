/* A sentence as the rules see it. Words and figures become tokens; each token has a class; the classes in a row are the
 * skeleton: 由年初的12家上升为22家 is 由期的数升数. Rules are patterns over skeletons, claims are made from candidates. */
#ifndef SUANPAN_CANDIDATE_H
#define SUANPAN_CANDIDATE_H

#include "extract/words/lexicon.h"
#include "extract/words/period.h"
#include "extract/text/text.h"
#include "extract/words/unit.h"

struct rule;

struct token {
    uint32_t           start, end; /* bytes of the paragraph's folded text */
    uint64_t           notes;      /* what its word tells, bits NOTE_…: yoy, target; 0 for most */
    int16_t            candidate;  /* index of the figure, -1 for words */
    int16_t            period;     /* index of the date, -1 for others */
    char               tag;
    const struct word *word; /* NULL for figures, dates and unknown text */
};

enum field {
    FIELD_KIND,
    FIELD_DIRECTION,
    FIELD_BASIS,
    FIELD_ROLE,
    FIELD_STATUS,
    FIELD_YEAR,
    FIELD_QUALIFIER,
    FIELD_REFUSE,
    FIELD_METRIC,
    FIELD_SHARE,
    FIELD_KEEP,
    FIELD_VALUE,
    FIELD_COUNT
};

/* Where a figure has its year or status from: a token of its sentence (its index), or one of these. */
enum told_by { TOLD_BY_REPORT = -1, TOLD_BY_HEADING = -2, TOLD_BY_PARAGRAPH = -3 };

/* Where a figure has its name from, in words for explain. */
#define NAMED_BY(X)                                                                                                            \
    X(ROW, "the row of figures it stands in")                                                                                  \
    X(SHARED, "the figure whose name a card shares")                                                                           \
    X(CARD, "the words that a card captures")                                                                                  \
    X(PURPOSE, "what the money is for")                                                                                        \
    X(UNIT, "its unit")                                                                                                        \
    X(BEHIND, "the words behind it")                                                                                           \
    X(SORT, "what lasts, ranks or has a part")                                                                                 \
    X(BEFORE, "the words before it")                                                                                           \
    X(PREVIOUS, "the figure before")                                                                                           \
    X(CLAUSE, "the clause before")                                                                                             \
    X(CARRY, "the sentence before")
#define NAMED(by, words) NAMED_BY_##by,
enum named_by { NAMED_BY(NAMED) NAMED_BY_NOTHING };
#undef NAMED

/* A figure somewhere in a sentence, and what the rules said of it. */
struct candidate {
    struct quantity    quantity;
    uint32_t           token;
    uint32_t           set;                /* bit (enum field): fields that a card has set; the first card wins */
    uint16_t           by[FIELD_COUNT];    /* number of that card, for explain */
    int16_t            year_by, status_by; /* token, or enum told_by */
    int16_t            basis_by;           /* token, where no card set the basis; -1 */
    bool               refused;
    enum kind          kind : 8;
    enum direction     direction : 8;
    enum role          role : 8;
    enum status        status : 8;
    enum qualifier     qualifier : 8;
    enum named_by      named_by : 8;
    slice              reason; /* why it is refused */
    const struct rule *rule;   /* the card that said most: the first that set its kind, role or refusal */
    slice              basis;
    int16_t            period;                   /* the date a card tied to it, -1 */
    int16_t            share;                    /* figure whose metric it shares, -1 */
    int16_t            metric_start, metric_end; /* tokens a card named as its metric, -1 */
    slice              metric;
    int                year;
    int                span_from; /* the year before the span it sums up: 五年来 of 2017 → 2012; 0: none */
};

enum { MOST_TOKENS = 1000, MOST_CANDIDATES = 300 }; /* no sentence written by people has as many */
enum { TAGS_BEHIND = 4 };

struct sentence {
    slice                 text;     /* the paragraph's folded text */
    span                  at;       /* of the sentence in it */
    struct spelling      *spelling; /* of it, by character; its bytes count from the start of the paragraph */
    size_t                mark;     /* byte behind the list mark that it begins with, (一) or 二、; at.start: none */
    bool                  listed;   /* it opens with a mark, （一）, ● or 一是, which is none of its tokens */
    bool                  quotes;   /* it opens with what somebody says, whose quotation mark is none of them either */
    bool                  goes_on;  /* the one before it ended in ； */
    bool                  parted;   /* one of its tokens lost its end, which no name over it holds: modal.c */
    bool                  era;      /* its document counts years from 民国: 110年 is 2021; pipeline.c says so */
    const struct lexicon *lexicon;  /* its words */
    struct token         *tokens;
    char                 *tags; /* one letter a token, TAGS_BEHIND NULs behind */
    size_t                count;
    struct candidate     *candidates;
    size_t                candidate_count;
    struct period        *periods;
    size_t                period_count;
    u128                  classes; /* bit (letter) of every class that occurs */
    uint64_t              notes;   /* bits NOTE_… of its words, and of those that a figure took in */
};

struct ruleset; /* vocabulary, lexicon, periods and cards of one suanpan; rule.h */

/* Marks letters, digits and blanks; all others were marked as their tables were loaded. */
void skeleton_marks(struct alphabet *alphabet, struct arena *run);
/* Room for one sentence, made once a thread. */
void sentence_init(struct sentence *s, struct arena *arena);
/* Spells text[at), a sentence or what is left of one, and looks for its list mark. */
void sentence_spell(struct sentence *s, const struct ruleset *rules, slice text, span at);
/* Reads what is spelt into tokens. False when it holds no figure at all. `arena` takes composed units. A sentence of more than
 * MOST_TOKENS tokens, MOST_CANDIDATES figures or SPELLING characters is cut: s->at.end says where, and the caller goes on
 * there. */
bool sentence_read(struct sentence *s, const struct ruleset *rules, struct arena *arena);
/* Text of tokens [from, to). */
static inline slice sentence_text(const struct sentence *s, size_t from, size_t to) {
    return from >= to ? SLICE_NONE : slice_sub(s->text, s->tokens[from].start, s->tokens[to - 1].end);
}
static inline slice token_text(const struct sentence *s, size_t i) { return sentence_text(s, i, i + 1); }
/* The figure that token `i` is, refused or not; a word is none. */
static inline struct candidate *figure_at(const struct sentence *s, size_t i) { return &s->candidates[s->tokens[i].candidate]; }
/* The date that token `i` is; NULL when it is none. */
static inline const struct period *period_at(const struct sentence *s, size_t i) {
    return i < s->count && s->tokens[i].period >= 0 ? &s->periods[s->tokens[i].period] : NULL;
}
/* Is the unit of `c` of that class? A bare 12 has none. */
static inline bool unit_is(const struct candidate *c, enum unit_class class) {
    return c->quantity.unit && c->quantity.unit->class == class;
}
/* Its unit; NULL when it has none, or token `i` is a word. */
static inline const struct unit *unit_at(const struct sentence *s, size_t i) {
    return i < s->count && s->tokens[i].candidate >= 0 ? figure_at(s, i)->quantity.unit : NULL;
}
static inline bool unit_at_is(const struct sentence *s, size_t i, enum unit_class class) {
    const struct unit *unit = unit_at(s, i);
    return unit && unit->class == class;
}
/* 12家 and 5家, where 12家 and 5户 count something else. */
static inline bool same_unit(const struct candidate *a, const struct candidate *b) {
    return slice_equal(a->quantity.unit_name, b->quantity.unit_name);
}

#endif
