/* Rule cards become compiled patterns. A card: 规则 id, 句式 patterns over skeletons, 记 what it sets on the figures that its
 * groups hold, 应取 and 不取 the sentences that prove it. Format and example: suanpan-rules(5). */
#ifndef SUANPAN_RULE_H
#define SUANPAN_RULE_H

#include "extract/sentence/candidate.h"
#include "extract/sentence/needs.h"

#include <stdatomic.h>

/* MOST_CARDS fits candidate.by; MOST_FOLDERS of the analyst's own stand behind ours. */
enum { MOST_GROUPS = 31, MOST_SETTINGS = 16, MOST_CARDS = UINT16_MAX, MOST_FOLDERS = 8 };

/* What a line of a card begins with. */
#define CARD_KEYS(X) X(RULE, "规则") X(PATTERN, "句式") X(TEST, "判") X(SET, "记") X(TAKEN, "应取") X(REFUSED, "不取")
#define KEY(name, word) KEY_##name,
enum card_key { CARD_KEYS(KEY) CARD_KEY_COUNT };
#undef KEY
extern const char *const card_keys[CARD_KEY_COUNT];
#define EXPECTED_NOTHING "无" /* what a sentence that must be taken may come to, behind => */

/* One assignment of a card: on every figure inside `group`, `field` becomes `value`. */
struct setting {
    slice      group; /* its Chinese name: 甲 */
    enum field field;
    slice      value;  /* a word of the contract, or @ and the name of the group that tells it */
    int        number; /* the enum's value for kind, direction, role, status, qualifier */
    int        line;
};
/* The letters of a 句式, compiled once for all cards that have it. */
struct code {
    void           *compiled; /* pcre2_code, closed by ruleset_close */
    _Atomic(void *) machine;  /* and its copy as machine code; NULL: it was not tried often */
    atomic_uint     tries;
    slice           letters;
    struct needs    needs; /* without which it cannot match */
    struct code    *next;
};
struct pattern {
    struct code *code; /* NULL: it has a fault */
    slice        source;
    int          line;
    int          group[MOST_SETTINGS]; /* number of the group of settings[i] in this pattern, 0: it has none */
    int          tells[MOST_SETTINGS]; /* and of the group behind its @ */
};
struct rule_case {
    slice sentence, expected; /* expected empty: 不取 */
    int   line, column;
};
/* Tests of a figure that no pattern can say; a card names one behind 判. figure.c holds them. */
enum judgement {
    JUDGE_NO_VALUE,
    JUDGE_NAMING_UNIT,
    JUDGE_CLASS_SIZE,
    JUDGE_SEVERAL_SIZES,
    JUDGE_CLASS_AT_HEAD,
    JUDGE_ROUND_NAME,
    JUDGE_GROUP_BOUNDS,
    JUDGE_SCORE,
    JUDGE_HOUSE_NUMBER,
    JUDGE_ORDINAL,
    JUDGE_BESIDE_ORDINAL,
    JUDGE_QUOTED,
    JUDGE_RATIO_NAME,
    JUDGE_BARE_WORD,
    JUDGE_BARE_NUMBER,
    JUDGE_ARTICLE,
    JUDGE_TABLE_UNIT,
    JUDGE_FRAME,
    JUDGE_MASKED,
    JUDGE_FREQUENCY,
    JUDGE_FACETS,
    JUDGE_PREDICATE,
    JUDGE_OF_PAGE,
    JUDGE_SAYING,
    JUDGE_COUNT
};

struct rule {
    slice             id;
    const char       *path;
    int               line, number; /* number: its place among the rules, from 1 */
    struct pattern   *patterns;
    size_t            pattern_count;
    struct setting   *settings;
    size_t            setting_count, setting_room, pattern_room, case_room;
    struct rule_case *cases;
    size_t            case_count;
};

struct attempt {
    struct code          *code; /* the pattern's */
    uint32_t              demand;
    const struct rule    *rule;
    const struct pattern *pattern;
};
/* What one pattern needs, or many that need the same: it is looked for once. */
struct demand {
    u128      classes;  /* all of these occur */
    uint64_t *attempts; /* bit (number of an attempt) of those that need it */
};
/* The two pairs that each of some demands asks for: by class, whether it may be the first of a pair and whether the second. A
 * bit a demand, 64 in a lane, [0] of its one pair, [1] of the other. With more demands than lanes hold the sentence is gone
 * through once more. */
enum { LANES = 4, DEMANDS_AT_ONCE = 64 * LANES };
typedef uint64_t both __attribute__((vector_size(16)));
struct pair_bits {
    both first[LANES], second[LANES];
};

struct ruleset {
    struct vocabulary    vocabulary;
    struct lexicon      *lexicon;
    struct period_table *periods;
    struct rule         *rules;
    size_t               rule_count, rule_room;
    struct code         *codes;    /* every one once */
    struct attempt      *attempts; /* all patterns, those of the first card first */
    size_t               attempt_count;
    struct demand       *demands;
    size_t               demand_count;
    struct pair_bits (*pairs)[128];    /* of DEMANDS_AT_ONCE demands, and of those behind them, … */
    int           judges[JUDGE_COUNT]; /* the card of each test, as index of rules plus one; 0: none */
    struct alone *alone;               /* what makes a figure of a number that only names */
    const char   *dirs[MOST_FOLDERS + 1];
    size_t        dir_count;
    bool          passing_over; /* while loading: a folder before has a card of this name */
    bool          collect;      /* print every fault of the cards and go on, for `rules check` */
    size_t        faults;
};

/* Loads every table and card of `dirs` into `run`. False and the first fault in `err`; with `collect` set before, faults of
 * cards are printed and counted in `faults` instead. */
bool ruleset_load(struct ruleset *out, const char *const *dirs, size_t n, struct arena *run, struct err *err);
void ruleset_close(struct ruleset *r);
/* Of words.tsv, nouns.tsv and refusals.tsv: their rows add to those before; any other table of a later folder takes the place
 * of the one of its name. */
bool rules_add_up(const char *table);
/* DIR/NAME of the last of the loaded folders that holds the table `name`. */
const char *ruleset_path(const struct ruleset *r, const char *name, struct arena *run);
struct suanpan;
struct extractor;
const struct ruleset *suanpan_ruleset(const struct suanpan *s);
struct matcher       *extractor_matcher(struct extractor *e);

/* Runs the cards over a sentence: sets fields of its candidates. `scratch` belongs to the thread. */
struct matcher;
struct matcher *matcher_new(const struct ruleset *r);
void            matcher_free(struct matcher *m);
void            rules_match(const struct ruleset *r, struct matcher *m, struct sentence *s);
/* For `rules test`: from rules_watch on it is noted whether `rule` matches anywhere, or refuses by its 判 (rules_touch);
 * rules_watched tells. */
void rules_touch(struct matcher *m, const struct rule *rule);
void rules_watch(struct matcher *m, const struct rule *rule);
bool rules_watched(const struct matcher *m);

#endif
