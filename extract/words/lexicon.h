/* Words that the rules know, each with its class, one Han character: 由 起, 增长 增, 累计 副, 一心一意 禁.
 * Facts: rules/words.tsv and rules/refusals.tsv; the classes themselves: rules/classes.tsv. */
#ifndef SUANPAN_LEXICON_H
#define SUANPAN_LEXICON_H

#include "extract/base/err.h"
#include "extract/base/sieve.h"
#include "extract/words/class.h"
#include "extract/words/mark.h"

/* What a word tells beside its class; the head of words.tsv says what each means. */
#define NOTES(X)                                                                                                               \
    X(ACTUAL, "actual")                                                                                                        \
    X(ADJ, "adj")                                                                                                              \
    X(AT, "at")                                                                                                                \
    X(ATTAINS, "attains")                                                                                                      \
    X(BASIS, "basis")                                                                                                          \
    X(BESIDE, "beside")                                                                                                        \
    X(CARRIES, "carries")                                                                                                      \
    X(CAUSES, "causes")                                                                                                        \
    X(DISPOSES, "disposes")                                                                                                    \
    X(EARNS, "earns")                                                                                                          \
    X(EACH, "each")                                                                                                            \
    X(EVENT, "event")                                                                                                          \
    X(EXPECTED, "expected")                                                                                                    \
    X(FACT, "fact")                                                                                                            \
    X(FOR, "for")                                                                                                              \
    X(FRAME, "frame")                                                                                                          \
    X(FUND, "fund")                                                                                                            \
    X(DEFINES, "defines")                                                                                                      \
    X(GAINS, "gains")                                                                                                          \
    X(GENERIC, "generic")                                                                                                      \
    X(GOAL, "goal")                                                                                                            \
    X(HAS, "has")                                                                                                              \
    X(HOW, "how")                                                                                                              \
    X(INDEX, "index")                                                                                                          \
    X(INTENSITY, "intensity")                                                                                                  \
    X(IS, "is")                                                                                                                \
    X(JOINS, "joins")                                                                                                          \
    X(LEFT, "left")                                                                                                            \
    X(LEVY, "levy")                                                                                                            \
    X(MANNER, "manner")                                                                                                        \
    X(MODE, "mode")                                                                                                            \
    X(NEW, "new")                                                                                                              \
    X(NIL, "nil")                                                                                                              \
    X(NORM, "norm")                                                                                                            \
    X(NOW, "now")                                                                                                              \
    X(OBJECT, "object")                                                                                                        \
    X(OFFERS, "offers")                                                                                                        \
    X(OFTEN, "often")                                                                                                          \
    X(ONCE, "once")                                                                                                            \
    X(ORGAN, "organ")                                                                                                          \
    X(PACE, "pace")                                                                                                            \
    X(PER, "per")                                                                                                              \
    X(PLAN, "plan")                                                                                                            \
    X(REST, "rest")                                                                                                            \
    X(ROOM, "room")                                                                                                            \
    X(RUNS, "runs")                                                                                                            \
    X(SCHEME, "scheme")                                                                                                        \
    X(SCOPE, "scope")                                                                                                          \
    X(SENDS, "sends")                                                                                                          \
    X(SETTING, "setting")                                                                                                      \
    X(SHARE, "share")                                                                                                          \
    X(SINCE, "since")                                                                                                          \
    X(SIZE, "size")                                                                                                            \
    X(SPAN, "span")                                                                                                            \
    X(STAGE, "stage")                                                                                                          \
    X(TARGET, "target")                                                                                                        \
    X(THAN, "than")                                                                                                            \
    X(THING, "thing")                                                                                                          \
    X(TOTAL, "total")                                                                                                          \
    X(TOWARD, "toward")                                                                                                        \
    X(UNIT, "unit")                                                                                                            \
    X(USE, "use")                                                                                                              \
    X(VISITS, "visits")
#define NUMBER(name, word) NUMBER_##name,
enum note_number { NOTES(NUMBER) NUMBER_OTHER }; /* something that has no name here: yoy, over */
#undef NUMBER
/* A bit each. */
_Static_assert(NUMBER_OTHER < 64, "there are more notes than bits");
#define NOTE(name, ...) static const uint64_t NOTE_##name = UINT64_C(1) << NUMBER_##name;
NOTES(NOTE)
NOTE(OTHER)
#undef NOTE
/* The words of these no look finds but one at what a text begins or ends with: each edge has its own. */
#define EDGES(X)                                                                                                               \
    X(ABLE, "able")                                                                                                            \
    X(ACTS, "acts")                                                                                                            \
    X(AGED, "aged")                                                                                                            \
    X(AGENCY, "agency")                                                                                                        \
    X(AHEAD, "ahead")                                                                                                          \
    X(AMENDS, "amends")                                                                                                        \
    X(ALONG, "along")                                                                                                          \
    X(AMONG, "among")                                                                                                          \
    X(ANYONE, "anyone")                                                                                                        \
    X(APIECE, "apiece")                                                                                                        \
    X(AREA, "area")                                                                                                            \
    X(AWAY, "away")                                                                                                            \
    X(BEGINS, "begins")                                                                                                        \
    X(AVERAGED, "averaged")                                                                                                    \
    X(BECAME, "became")                                                                                                        \
    X(BEGUN, "begun")                                                                                                          \
    X(BETTERS, "betters")                                                                                                      \
    X(BETWEEN, "between")                                                                                                      \
    X(BODY, "body")                                                                                                            \
    X(BORNE, "borne")                                                                                                          \
    X(BOUNDED, "bounded")                                                                                                      \
    X(BYGONE, "bygone")                                                                                                        \
    X(CALLED, "called")                                                                                                        \
    X(CAUSE, "cause")                                                                                                          \
    X(CHARGES, "charges")                                                                                                      \
    X(CLOCKED, "clocked")                                                                                                      \
    X(COMING, "coming")                                                                                                        \
    X(CONTEST, "contest")                                                                                                      \
    X(COULD, "could")                                                                                                          \
    X(COUNCIL, "council")                                                                                                      \
    X(COUNTS, "counts")                                                                                                        \
    X(CRIME, "crime")                                                                                                          \
    X(DAYS, "days")                                                                                                            \
    X(DEED, "deed")                                                                                                            \
    X(DENIES, "denies")                                                                                                        \
    X(COUPLES, "couples")                                                                                                      \
    X(DAILY, "daily")                                                                                                          \
    X(DOER, "doer")                                                                                                            \
    X(DOUBLED, "doubled")                                                                                                      \
    X(DRIVES, "drives")                                                                                                        \
    X(ENDURES, "endures")                                                                                                      \
    X(EXCESS, "excess")                                                                                                        \
    X(EQUIPS, "equips")                                                                                                        \
    X(EVERY, "every")                                                                                                          \
    X(EXCEPT, "except")                                                                                                        \
    X(EXTREME, "extreme")                                                                                                      \
    X(FACET, "facet")                                                                                                          \
    X(FAMILY, "family")                                                                                                        \
    X(FEELS, "feels")                                                                                                          \
    X(FINDS, "finds")                                                                                                          \
    X(FOLLOWS, "follows")                                                                                                      \
    X(FORESEES, "foresees")                                                                                                    \
    X(FORMS, "forms")                                                                                                          \
    X(FORMER, "former")                                                                                                        \
    X(FOUNDS, "founds")                                                                                                        \
    X(FULL, "full")                                                                                                            \
    X(GLUED, "glued")                                                                                                          \
    X(GONE_BY, "gone_by")                                                                                                      \
    X(GRADE, "grade")                                                                                                          \
    X(GRANTS, "grants")                                                                                                        \
    X(HANDED, "handed")                                                                                                        \
    X(HARM, "harm")                                                                                                            \
    X(HANGS, "hangs")                                                                                                          \
    X(HEDGE, "hedge")                                                                                                          \
    X(HOLDS, "holds")                                                                                                          \
    X(HUMAN, "human")                                                                                                          \
    X(INSIDE, "inside")                                                                                                        \
    X(ITEM, "item")                                                                                                            \
    X(JOINTLY, "jointly")                                                                                                      \
    X(KINDS, "kinds")                                                                                                          \
    X(LACKS, "lacks")                                                                                                          \
    X(LAND, "land")                                                                                                            \
    X(LATELY, "lately")                                                                                                        \
    X(LATTER, "latter")                                                                                                        \
    X(LEARNT, "learnt")                                                                                                        \
    X(LIES, "lies")                                                                                                            \
    X(LOOKALIKE, "lookalike")                                                                                                  \
    X(MAKES, "makes")                                                                                                          \
    X(MEAN, "mean")                                                                                                            \
    X(MEANS, "means")                                                                                                          \
    X(MERELY, "merely")                                                                                                        \
    X(MODAL, "modal")                                                                                                          \
    X(MORE, "more")                                                                                                            \
    X(MOVES, "moves")                                                                                                          \
    X(MUST, "must")                                                                                                            \
    X(MUCH, "much")                                                                                                            \
    X(NAMES, "names")                                                                                                          \
    X(NATION, "nation")                                                                                                        \
    X(NEEDED, "needed")                                                                                                        \
    X(NEEDS, "needs")                                                                                                          \
    X(NEXT, "next")                                                                                                            \
    X(ONE, "one")                                                                                                              \
    X(ONWARD, "onward")                                                                                                        \
    X(OPINES, "opines")                                                                                                        \
    X(OVERALL, "overall")                                                                                                      \
    X(OUTCOME, "outcome")                                                                                                      \
    X(OUTFIT, "outfit")                                                                                                        \
    X(PAID, "paid")                                                                                                            \
    X(PART, "part")                                                                                                            \
    X(PARTED, "parted")                                                                                                        \
    X(PASSES, "passes")                                                                                                        \
    X(PEOPLE, "people")                                                                                                        \
    X(PERFECT, "perfect")                                                                                                      \
    X(PERSON, "person")                                                                                                        \
    X(PET, "pet")                                                                                                              \
    X(PLACE, "place")                                                                                                          \
    X(PLANNER, "planner")                                                                                                      \
    X(PLIGHT, "plight")                                                                                                        \
    X(PLURAL, "plural")                                                                                                        \
    X(POINTS, "points")                                                                                                        \
    X(POST, "post")                                                                                                            \
    X(RATE, "rate")                                                                                                            \
    X(REGION, "region")                                                                                                        \
    X(RESULTS, "results")                                                                                                      \
    X(ROUTE, "route")                                                                                                          \
    X(RULES, "rules")                                                                                                          \
    X(SAME, "same")                                                                                                            \
    X(SAVES, "saves")                                                                                                          \
    X(SAYS, "says")                                                                                                            \
    X(SCENE, "scene")                                                                                                          \
    X(SEASON, "season")                                                                                                        \
    X(SECOND, "second")                                                                                                        \
    X(SELLS, "sells")                                                                                                          \
    X(SERVES, "serves")                                                                                                        \
    X(SPEAKER, "speaker")                                                                                                      \
    X(SOURCE, "source")                                                                                                        \
    X(SOULS, "souls")                                                                                                          \
    X(SORT, "sort")                                                                                                            \
    X(SHOULD, "should")                                                                                                        \
    X(SIDE, "side")                                                                                                            \
    X(SOLELY, "solely")                                                                                                        \
    X(SPARKS, "sparks")                                                                                                        \
    X(SPECIES, "species")                                                                                                      \
    X(SPENDS, "spends")                                                                                                        \
    X(SPOT, "spot")                                                                                                            \
    X(SPREADS, "spreads")                                                                                                      \
    X(STANDS, "stands")                                                                                                        \
    X(STATE, "state")                                                                                                          \
    X(STATED, "stated")                                                                                                        \
    X(SUM, "sum")                                                                                                              \
    X(SUMMED, "summed")                                                                                                        \
    X(TALLIED, "tallied")                                                                                                      \
    X(SURNAME, "surname")                                                                                                      \
    X(EARLY, "early")                                                                                                          \
    X(ELDEST, "eldest")                                                                                                        \
    X(HISTORY, "history")                                                                                                      \
    X(EARNER, "earner")                                                                                                        \
    X(ELAPSES, "elapses")                                                                                                      \
    X(TAKES, "takes")                                                                                                          \
    X(TENDS, "tends")                                                                                                          \
    X(TERM, "term")                                                                                                            \
    X(TILLS, "tills")                                                                                                          \
    X(TERMS, "terms")                                                                                                          \
    X(THEN, "then")                                                                                                            \
    X(TONE, "tone")                                                                                                            \
    X(TOWN, "town")                                                                                                            \
    X(TOWNS, "towns")                                                                                                          \
    X(TRADES, "trades")                                                                                                        \
    X(TRAVELS, "travels")                                                                                                      \
    X(TURNS, "turns")                                                                                                          \
    X(UNNAMED, "unnamed")                                                                                                      \
    X(UNTIL, "until")                                                                                                          \
    X(UP_TO, "up_to")                                                                                                          \
    X(WAY, "way")                                                                                                              \
    X(WAS, "was")                                                                                                              \
    X(WHENCE, "whence")                                                                                                        \
    X(WHERE, "where")                                                                                                          \
    X(WHOLE, "whole")                                                                                                          \
    X(WHY, "why")                                                                                                              \
    X(WITHIN, "within")                                                                                                        \
    X(WORKS, "works")                                                                                                          \
    X(WORTH, "worth")
#define EDGE(name, word) EDGE_##name,
enum edge { EDGES(EDGE) EDGE_NONE };
#undef EDGE

/* What all words of a row have in common. */
struct word_row {
    slice       note;  /* column 附 as written: yoy, mom, start; thing scheme; each 城镇 农村; empty for most */
    const char *path;  /* table and line, for explain */
    uint64_t    notes; /* bits NOTE_… */
    int         line;
};
struct word {
    slice                  text;
    const struct word_row *row;
    char                   tag; /* the class's letter, as the rules' patterns see it */
    uint8_t set;   /* its notes, by their place in note_sets; 0 for a word of edges, which the trie does not hold */
    bool    edged; /* stands at edges alone: in edge_rows */
};

/* Bytes that a pattern's letters take for each byte of the classes it is written in: 端 becomes [QSPDMTANR]. */
enum { CLASS_ROOM = 8 };
struct class_row {
    uint32_t han;
    slice    name, letters;
};
/* What a character opens, by its letter: a word of one letter or a punctuation mark, and the words that go on. */
struct word_start {
    uint64_t seconds; /* bit (letter % 64) of those that a word goes on with; OPENS_MORE, which no letter has */
    uint32_t value;   /* word_value of what it is alone; 0: nothing */
    uint32_t pairs;   /* with letter n behind it, pairs[this + n] */
};
enum { OPENS_MORE = 1 }; /* a numeral, a date or a Latin word may start, as the marks tell */
/* Two letters that a word starts with. Each row of them is laid between the others, so that one look tells whether a word does:
 * what stands there is its own or another letter's. Those that common letters begin lie close together and are asked for all
 * the time, so a pair holds no more than most are asked for. */
struct word_pair {
    uint32_t value;  /* of the word that ends here; 0: none does */
    uint16_t first;  /* the letter whose pair it is; 0: nobody's */
    uint16_t thirds; /* bit (letter / 8 % 16) of those that a word goes on with */
};
enum { CLASS_GROUPS = 16, CLASS_PLACES = 256 };
/* What a word's value holds beside its tag of 7 bits: its place, and which of the sets of notes it bears. */
enum { NOTE_SET_BITS = 7, NOTE_SETS = 1 << NOTE_SET_BITS, MOST_LEXICON = 1 << (25 - NOTE_SET_BITS) };
/* Words by one of their characters, the first or the last: those whose codes are alike stand next to each other. */
enum { EDGE_SORTS = 64 };
struct edge_word {
    uint32_t code, index; /* of that character, and in the lexicon's words */
};
struct edge_words {
    struct edge_word *words;
    uint16_t          from[EDGE_SORTS + 1]; /* the first of a sort, code % EDGE_SORTS */
};
/* By a character, code % EDGE_CHARACTERS: bit (edge) of those for which a word begins, and for which one ends with it. Hardly
 * any does, so that most questions are answered here, and all that are asked of one character in one place. */
enum { EDGE_CHARACTERS = 1024, EDGE_WORDS = EDGE_NONE / 64 + 1 };
struct edges_of {
    uint64_t opening[EDGE_WORDS], ending[EDGE_WORDS];
};
/* Words of one row that stand at an edge: words[from] up to words[to], exclusive. */
struct edge_row {
    uint32_t  from, to;
    enum edge edge;
};
/* Run lifetime. */
struct lexicon {
    struct alphabet   *alphabet;
    struct trie        trie; /* values are word_value */
    struct word_start *starts;
    struct word_pair  *pairs;
    uint32_t          *behind;                         /* by place of a pair: that of its node in the trie */
    struct word       *words;                          /* in the order of the tables; words[0] is none */
    size_t             word_count, word_room, longest; /* longest: bytes of a word */
    struct word_row   *word_rows;                      /* what the words share */
    size_t             word_row_count;
    struct edge_row   *edge_rows; /* in the order of the words */
    size_t             edge_row_count, edge_row_room;
    struct word_table *tables; /* they were read from */
    size_t             table_count, table_room;
    uint64_t           note_sets[NOTE_SETS]; /* each set of notes that words bear, the first being none */
    uint32_t           last_set;
    struct edge_words  openings[EDGE_NONE + 1], endings[EDGE_NONE + 1]; /* the last have none */
    struct edges_of    edges[EDGE_CHARACTERS];
    struct class_row   classes[128], groups[CLASS_GROUPS]; /* by letter; names for several classes at once */
    unsigned char      tags[CLASS_PLACES];                 /* letters of classes, by their characters */
    size_t             group_count;
};

/* The classes: a Han character in the data files, a letter in patterns. */
slice class_name(const struct lexicon *lexicon, char tag);
/* The letters that a character stands for in a pattern: one class, or several (量: every figure); empty when it is no class. */
slice class_letters(const struct lexicon *lexicon, uint32_t code_point);
/* The name of several classes of which a set holds each by its own: 止 for 逗顿句闭收; empty when there is none. */
slice classes_spelled_out(const struct lexicon *lexicon, slice set);

/* Reads the classes of classes.tsv; words are added by lexicon_add, and found once lexicon_close was called. False with `err`
 * set when it is missing or broken. */
bool lexicon_load(struct lexicon **out, struct alphabet *alphabet, const char *classes_path, struct arena *run,
                  struct err *err);
/* Adds the words of a table with columns 写法, 类, 附; where the column 类 is not a class, `tag` is that of all. */
bool lexicon_add(struct lexicon *lexicon, const char *path, char tag, struct arena *run, struct err *err);
/* Adds of a table of other things, with columns 写法 and 附, those that stand at an edge: 河北 plans, 石家庄 is no word. */
bool lexicon_add_edges(struct lexicon *lexicon, const char *path, struct arena *run, struct err *err);
/* Once all tables are added, and all others loaded and have marked their characters: makes their words ready to be found. */
bool lexicon_close(struct lexicon *lexicon, struct arena *run, struct err *err);

static inline uint32_t word_value(uint32_t index, uint32_t note_set, char tag) {
    return index << (7 + NOTE_SET_BITS) | note_set << 7 | (unsigned char)tag;
}
/* The longest word of that edge that `text` ends or begins with; NULL when none: 高 of 比全省高 behind which a figure stands is
 * glued to it. */
const struct word *lexicon_ending(const struct lexicon *lexicon, slice text, enum edge edge);
const struct word *lexicon_opening(const struct lexicon *lexicon, slice text, enum edge edge);
/* The surname of a person's name that `text` may open with, 刘桂英; NULL too where it opens with a word of nobody: 文化. */
static inline const struct word *lexicon_surname(const struct lexicon *lexicon, slice text) {
    const struct word *surname = lexicon_opening(lexicon, text, EDGE_SURNAME);
    return surname && !lexicon_opening(lexicon, text, EDGE_UNNAMED) ? surname : NULL;
}
/* The first word of that edge from byte `*at` of `text` on, and where it stands; NULL and the end of the text where none does.
 */
const struct word *lexicon_within(const struct lexicon *lexicon, slice text, enum edge edge, size_t *at);
/* Is `text` nothing but a word of that edge? */
bool lexicon_is(const struct lexicon *lexicon, slice text, enum edge edge);
/* Does `text` end with a word of one of these edges: ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER)? */
#define ONE_OF_EDGES(...) ((const enum edge[]){__VA_ARGS__, EDGE_NONE})
bool lexicon_ends_in(const struct lexicon *lexicon, slice text, const enum edge *edges);
/* Does it end with a word of that edge, and not as one that only looks like it: 三明市, not 城市? */
bool lexicon_ends_truly(const struct lexicon *lexicon, slice text, enum edge edge);
/* Tells of each word that stands twice in one table, of which the last row alone is read. Returns how many there are. */
size_t lexicon_repeats(const struct lexicon *lexicon, void (*tell)(const struct err *), struct arena *scratch);
size_t lexicon_longest(const struct lexicon *lexicon); /* bytes of the longest word */

/* The longest word at a character of a text that is spelt, or the punctuation mark there. What most callers ask of it comes
 * along, for the word itself may be far away. */
struct word_hit {
    const struct word *word; /* NULL for a punctuation mark, and when nothing starts there */
    size_t             size; /* characters; 0: nothing starts there */
    char               tag;
    uint64_t           notes; /* bits NOTE_… */
};
static inline struct word_hit word_hit_of(const struct lexicon *lexicon, uint32_t found, size_t size) {
    if (!found) return (struct word_hit){0};
    uint64_t           notes = lexicon->note_sets[found >> 7 & (NOTE_SETS - 1)];
    uint32_t           index = found >> (7 + NOTE_SET_BITS);
    const struct word *word = &lexicon->words[index];
    return (struct word_hit){index ? word : NULL, size, (char)(found & 127), notes};
}
static inline bool start_goes_on(const struct word_start *one, uint32_t letter) { return one->seconds >> letter % 64 & 1; }
/* What words start with two letters; NULL when none does. */
static inline const struct word_pair *lexicon_pair(const struct lexicon *lexicon, uint32_t first, uint32_t second) {
    const struct word_start *one = &lexicon->starts[first];
    const struct word_pair  *two = &lexicon->pairs[one->pairs + second];
    return start_goes_on(one, second) && two->first == first ? two : NULL;
}
/* False when no word that starts with such a pair goes on with the letter, which most often says so: the trie's own bits tell
 * by letter % 8. */
static inline bool pair_goes_on(const struct word_pair *two, uint32_t letter) { return two->thirds >> letter / 8 % 16 & 1; }
/* The pair that these two letters may be is on its way from memory when it is asked for. */
static inline void lexicon_fetch(const struct lexicon *lexicon, const uint16_t *letters) {
    __builtin_prefetch(&lexicon->pairs[lexicon->starts[letters[0]].pairs + letters[1]]);
}
/* Where the trie stands behind such a pair. */
static inline struct trie_node pair_node(const struct lexicon *lexicon, const struct word_pair *two) {
    return (struct trie_node){two->value, lexicon->behind[two - lexicon->pairs]};
}
/* The value of the longest word at letters[0] that begins with these two; its letters in `*size`. */
static inline uint32_t lexicon_longer(const struct lexicon *lexicon, const struct word_pair *two, const uint16_t *letters,
                                      size_t *size) {
    struct trie_node node = pair_node(lexicon, two);
    uint32_t         found = node.value;
    for (size_t i = 2; trie_next(&lexicon->trie, &node, letters[i]); i++)
        if (node.value) found = node.value, *size = i + 1;
    return found;
}
/* The same of any that begins as `start` says of letters[0]. Most words have two letters and nothing longer starts with them.
 * Each length has a way of its own, so that the next word is looked for while the pair of this one is still on its way. */
static inline uint32_t lexicon_value(const struct lexicon *lexicon, const struct word_start *start, const uint16_t *letters,
                                     size_t *size) {
    if (start_goes_on(start, letters[1])) {
        const struct word_pair *two = &lexicon->pairs[start->pairs + letters[1]];
        if (two->first == letters[0]) {
            *size = 2;
            uint32_t found = pair_goes_on(two, letters[2]) ? lexicon_longer(lexicon, two, letters, size) : two->value;
            if (found) return found;
        }
    }
    *size = 1;
    return start->value;
}
static inline struct word_hit lexicon_spelt(const struct lexicon *lexicon, const struct spelling *spelling, size_t i) {
    const uint16_t *letters = spelling->letters + i;
    size_t          size;
    uint32_t        found = lexicon_value(lexicon, &lexicon->starts[letters[0]], letters, &size);
    return word_hit_of(lexicon, found, size);
}
/* Does a token start at the character, or may one? */
static inline bool lexicon_opens(const struct lexicon *lexicon, const struct spelling *spelling, size_t i) {
    const uint16_t          *letters = spelling->letters + i;
    const struct word_start *one = &lexicon->starts[letters[0]];
    return one->value || one->seconds & OPENS_MORE || start_goes_on(one, letters[1]);
}

#endif
