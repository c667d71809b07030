/* The tests of judge.c refuse a number that names, but cards keep some (排名前三, 连续一届, 没有一例), and 一 counts behind 仅
 * or beside other counts. The classes of words that they ask for become bits of the letters which such words begin or end with.
 */
#include "extract/sentence/alone.h"
#include "extract/sentence/classes.h"
#include "extract/sentence/figure.h"

#include "extract/base/banned.h"

/* What a condition asks for, by class; all ones where it asks for nothing that is known. */
struct condition {
    u128 figures; /* the number is one of these */
    u128 before, behind, ahead;
    bool beside; /* another count stands there, too */
};
enum { MOST_CONDITIONS = 16 };
struct conditions {
    struct condition of[MOST_CONDITIONS];
    size_t           count;
};

#define ANY (~(u128)0)
#define NUMBER CLASSES(BARE)
#define ONE CLASSES(COUNT, SMALL_COUNT)
#define ORDER CLASSES(ORDINAL)
/* What no word of a table is, and no mark: a figure, a date, unknown text. */
#define NO_WORD (CLASSES(FIGURES, NOUN, DATE) & ~CLASS_BIT('\0'))

static void ask(struct conditions *c, struct condition condition) {
    if (c->count == MOST_CONDITIONS) /* one that is always met */
        c->of[c->count - 1] = (struct condition){NUMBER | ONE | ORDER, ANY, ANY, ANY, false};
    else
        c->of[c->count++] = condition;
}

/* What may stand beside this group tells more than what may stand beside that. */
static bool tells_more(const struct group_needs *g, const struct group_needs *than) {
    return (!(g->behind & NO_WORD) && than->behind & NO_WORD) ||
           (!(g->before & NO_WORD) && than->before & than->behind & NO_WORD);
}

/* What a card keeps. Where one group of a pattern is missing nothing of it is kept, so one is asked for. A pattern that needs a
 * figure of another class is left to it: its sentence is read. */
static void card_asks(struct conditions *c, const struct attempt *attempt) {
    const struct code *code = attempt->code;
    struct group_needs best = {0, ANY, ANY, 0};
    if (code->needs.classes & CLASSES(FIGURES) & ~(NUMBER | ONE)) return;
    for (size_t i = 0; i < attempt->rule->setting_count; i++) {
        enum field field = attempt->rule->settings[i].field;
        if (!attempt->pattern->group[i] || (field != FIELD_KEEP && field != FIELD_VALUE)) continue;
        struct group_needs group = needs_of_group(code->letters.ptr, attempt->pattern->group[i]);
        if (!(group.holds & (NUMBER | ONE))) continue;
        if (!best.holds || tells_more(&group, &best)) {
            best = group;
        } else if (best.before & best.behind & NO_WORD) {
            best.holds |= group.holds;
            best.ahead &= group.ahead;
        }
    }
    const u128 words = best.ahead & ~NO_WORD;
    if (best.holds)
        ask(c, (struct condition){.figures = best.holds & (NUMBER | ONE),
                                  .before = best.before,
                                  .behind = best.behind,
                                  .ahead = words ? words & (~words + 1) : ANY});
}

/* What the tests themselves keep, and 以下一项, which is announced. */
static void tests_ask(struct conditions *c, const struct ruleset *rules) {
    ask(c, (struct condition){NUMBER | ONE | ORDER, CLASSES(FOLLOWING), ANY, ANY, false});
    ask(c, (struct condition){ONE, CLASSES(COUNTS_ONE), ANY, ANY, false});
    ask(c, (struct condition){ONE, CLASSES(JOINS_COUNTS), ANY, ANY, true});
    ask(c, (struct condition){ONE, ANY, CLASSES(ENDS_ONE), ANY, false});
    if (!rules->judges[JUDGE_BARE_WORD]) ask(c, (struct condition){NUMBER, ANY, ANY, ANY, false});
    if (!rules->judges[JUDGE_ARTICLE]) ask(c, (struct condition){ONE, ANY, ANY, ANY, false});
    if (!rules->judges[JUDGE_ORDINAL]) ask(c, (struct condition){ORDER, ANY, ANY, ANY, false});
}

/* By class, a bit each condition; [0] those that ask for no word, so that any letter will do. */
struct asked {
    uint16_t before[128], behind[128], ahead[128];
};

static void class_ask(uint16_t by_class[128], u128 classes, uint16_t bit) {
    by_class[0] |= classes & NO_WORD ? bit : 0;
    for (unsigned class = 1; class < 128 && !(classes & NO_WORD); class ++)
        if (classes >> class & 1) by_class[class] |= bit;
}

/* The letters that a table's words begin and end with; of those ahead one that each holds. */
struct letters {
    uint16_t *before, *behind, *ahead;
};

/* 会由 holds 由, a word of its class: where the longer stands so does the letter of the shorter. */
static bool holds_shorter(const struct lexicon *lexicon, const struct word *word) {
    const struct alphabet *a = lexicon->alphabet;
    for (size_t at = 0, size; at < word->text.len; at += size) {
        uint32_t letter = letter_of(a, utf8_decode(slice_from(word->text, at), &size));
        if (size < word->text.len && (lexicon->starts[letter].value & 127) == (unsigned char)word->tag) return true;
    }
    return false;
}

static void words_mark(const struct letters *l, const struct lexicon *lexicon, const struct asked *asked) {
    const struct alphabet *a = lexicon->alphabet;
    bool                   any[128]; /* most classes are asked for by none */
    for (size_t class = 0; class < 128; class ++)
        any[class] = asked->before[class] | asked->behind[class] | asked->ahead[class];
    for (const struct word *word = lexicon->words + 1, *end = lexicon->words + lexicon->word_count; word < end; word++) {
        if (!any[word->tag & 127]) continue;
        const uint16_t before = asked->before[word->tag & 127], behind = asked->behind[word->tag & 127],
                       ahead = asked->ahead[word->tag & 127];
        slice  tail = utf8_tail(word->text, 1);
        size_t size, first = letter_of(a, utf8_decode(word->text, &size));
        l->before[letter_of(a, utf8_decode(tail, &size))] |= before;
        l->behind[first] |= behind;
        if (ahead && !holds_shorter(lexicon, word)) l->ahead[first] |= ahead;
    }
}

/* Marks are words of their own; what is no word may begin and end with any letter. */
static void letters_close(const struct letters *l, const struct alphabet *a, const struct asked *asked) {
    for (size_t letter = 0; letter < a->count; letter++) {
        const uint32_t mark = a->marks[letter] & MARK_PUNCTUATION;
        l->before[letter] |= asked->before[0] | asked->before[mark];
        l->behind[letter] |= asked->behind[0] | asked->behind[mark];
    }
    l->before[0] = l->behind[0] = UINT16_MAX;
}

struct alone *alone_build(const struct ruleset *rules, struct arena *run) {
    const size_t      count = rules->vocabulary.alphabet->count;
    struct alone     *alone = arena_new(run, sizeof *alone);
    struct conditions c = {.count = 0};
    struct asked      asked = {0};
    tests_ask(&c, rules);
    for (size_t i = 0; i < rules->attempt_count; i++) card_asks(&c, &rules->attempts[i]);
    for (size_t i = 0; i < c.count; i++) {
        const uint16_t bit = (uint16_t)(1u << i);
        class_ask(asked.before, c.of[i].before, bit);
        class_ask(asked.behind, c.of[i].behind, bit);
        class_ask(asked.ahead, c.of[i].ahead, bit);
        if (c.of[i].figures & NUMBER) alone->bare |= bit;
        if (c.of[i].figures & ONE) alone->one |= bit;
        if (c.of[i].figures & ORDER) alone->order |= bit;
        if (!(c.of[i].ahead & NO_WORD)) alone->apart |= bit;
        if (c.of[i].beside) alone->beside |= bit;
    }
    struct letters l = {ARENA_ARRAY(run, uint16_t, count), ARENA_ARRAY(run, uint16_t, count),
                        ARENA_ARRAY(run, uint16_t, count)};
    words_mark(&l, rules->lexicon, &asked);
    letters_close(&l, rules->vocabulary.alphabet, &asked);
    memcpy(alone->ends, asked.before, sizeof alone->ends);
    alone->before = l.before;
    alone->behind = l.behind;
    alone->ahead = l.ahead;
    return alone;
}
