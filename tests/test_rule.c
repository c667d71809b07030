/* A card is not tried where its pattern cannot match (extract/sentence/needs.h). Nothing may be hidden by that: on the cards'
 * own sentences, and on these with their skeletons changed at random, cards that are always tried say the same. */
#include "extract/sentence/rule.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

enum { ROUNDS = 30 };

static const char *const dirs[] = {"extract/rules"};
static uint64_t          state = 20260117;

static uint32_t next_random(uint32_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

/* One tag in a few becomes another one of the sentence, or any class there is. */
static void change(struct sentence *s, struct sentence *other, const char *letters) {
    for (uint32_t edits = next_random(4); edits > 0 && s->count; edits--) {
        size_t at = next_random((uint32_t)s->count);
        char tag = next_random(2) ? s->tags[next_random((uint32_t)s->count)] : letters[next_random((uint32_t)strlen(letters))];
        s->tags[at] = other->tags[at] = tag;
    }
    s->classes = 0;
    for (size_t i = 0; i < s->count; i++) s->classes |= CLASS_BIT(s->tags[i]);
    other->classes = s->classes;
}

static bool same(const struct sentence *a, const struct sentence *b) {
    for (size_t i = 0; i < a->candidate_count; i++) {
        const struct candidate *one = &a->candidates[i], *other = &b->candidates[i];
        if (one->set != other->set || memcmp(one->by, other->by, sizeof one->by) != 0 || one->refused != other->refused ||
            one->kind != other->kind || one->role != other->role || one->metric_start != other->metric_start)
            return false;
    }
    return true;
}

static void cards_are_passed_over_only_where_they_cannot_match(void) {
    struct ruleset  rules = {0}, always = {0};
    struct sentence one, other;
    struct arena    run, scratch;
    struct err      err = {0};
    struct matcher *matcher = NULL;
    char            letters[128] = "";
    size_t          wrong = 0, said = 0, count = 0;
    arena_init(&run);
    arena_init(&scratch);
    bool good = ruleset_load(&rules, dirs, 1, &run, &err) && ruleset_load(&always, dirs, 1, &run, &err) &&
                (matcher = matcher_new(&rules)) != NULL;
    CU_ASSERT(good);
    sentence_init(&one, &run);
    sentence_init(&other, &run);
    for (int c = '!'; good && c < 127; c++)
        if (class_name(rules.lexicon, (char)c).len) letters[count++] = (char)c;
    for (size_t i = 0; good && i < always.demand_count; i++) {
        always.demands[i].classes = 0;
        uint64_t bit = (uint64_t)1 << i % 64;
        both     bits = {bit, bit};
        for (size_t class = 0; class < 128; class ++) {
            always.pairs[i / DEMANDS_AT_ONCE][class].first[i % DEMANDS_AT_ONCE / 64] |= bits;
            always.pairs[i / DEMANDS_AT_ONCE][class].second[i % DEMANDS_AT_ONCE / 64] |= bits;
        }
    }
    for (size_t i = 0; good && i < rules.rule_count; i++)
        for (size_t k = 0; k < rules.rules[i].case_count * ROUNDS; k++) {
            slice text = rules.rules[i].cases[k / ROUNDS].sentence;
            span  whole = {0, (uint32_t)text.len};
            sentence_spell(&one, &rules, text, whole);
            sentence_spell(&other, &rules, text, whole);
            sentence_read(&one, &rules, &scratch);
            sentence_read(&other, &rules, &scratch);
            if (k % ROUNDS) change(&one, &other, letters);
            rules_match(&rules, matcher, &one);
            rules_match(&always, matcher, &other);
            bool agree = same(&one, &other);
            if (!agree && wrong++ == 0) printf("  hidden: %s from %.*s\n", one.tags, SLICE_ARG(text));
            for (size_t c = 0; c < one.candidate_count; c++) said += one.candidates[c].set != 0;
            arena_reset(&scratch);
        }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT(said > 1000);
    ruleset_close(&rules);
    ruleset_close(&always);
    matcher_free(matcher);
    arena_free(&scratch);
    arena_free(&run);
}

static u128 set_of(const char *classes) {
    u128 set = 0;
    for (; *classes; classes++) set |= CLASS_BIT(*classes);
    return set;
}

/* No letters: any token. */
static bool is_pair(struct pair pair, const char *first, const char *second) {
    return pair.first == (*first ? set_of(first) : ~(u128)0) && pair.second == (*second ? set_of(second) : ~(u128)0);
}

/* What a pattern in letters needs: the classes, and those that must stand side by side, where one can tell. */
static void needs_are_read_from_a_pattern(void) {
    static const struct {
        const char *letters, *classes, *pairs[4];
    } cases[] = {
        {"ab", "ab", {"a", "b", "", ""}},
        {"a(?<x>b)c?d", "abd", {"a", "b", "b", "cd"}},
        {"[ab]c", "c", {"ab", "c", "", ""}},
        {"u[vw]*(?<x>p)", "up", {"u", "vwp", "uvw", "p"}},
        {"a(?:bc)?d", "ad", {"a", "bd", "", "d"}},
        {"a(?:bc|e)d", "ad", {"a", "be", "", ""}},
        {"a(?:b|e)d", "ad", {"a", "be", "be", "d"}},
        {"a(?:b(?:x|y)|[ef])?d", "ad", {"a", "befd", "", "d"}},
        {"a(?:b|)d", "ad", {"", "", "", ""}},
        {"a(?:b|c?)d", "ad", {"", "", "", ""}},
        {"ab(?=c|[de]f)", "ab", {"a", "b", "b", "cde"}},
        {"ab(?=c|$)", "ab", {"a", "b", "", ""}},
        {"a|b", "", {"", "", "", ""}},
        {"(?<![xy])(?<g>q)(?=[,.])", "q", {"q", ",.", "", ""}},
        {"a.b", "ab", {"a", "", "", "b"}},
        {"a\\.+b", "a.b", {"a", ".", ".", "b"}},
        {"[xyz]a?bcd", "bcd", {"b", "c", "c", "d"}},
        {"(?i)ab", "", {"", "", "", ""}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct needs       n = needs_of(cases[i].letters);
        const char *const *want = cases[i].pairs;
        bool               good = is_pair(n.pairs[0], want[0], want[1]) && is_pair(n.pairs[1], want[2], want[3]);
        CU_ASSERT(n.classes == set_of(cases[i].classes));
        CU_ASSERT(good);
        if (!good) printf("  pairs of %s\n", cases[i].letters);
    }
}

/* One that asked for nothing would be tried on every sentence. */
static void every_card_asks_for_something(void) {
    struct ruleset rules = {0};
    struct arena   run;
    struct err     err = {0};
    arena_init(&run);
    CU_ASSERT(ruleset_load(&rules, dirs, 1, &run, &err));
    for (const struct code *code = rules.codes; code; code = code->next) {
        bool asks = code->needs.classes || !is_pair(code->needs.pairs[0], "", "");
        CU_ASSERT(asks);
        if (!asks) printf("  %.*s is tried on every sentence\n", SLICE_ARG(code->letters));
    }
    ruleset_close(&rules);
    arena_free(&run);
}

/* How many patterns have become machine code. */
static size_t machines(const struct ruleset *r) {
    size_t count = 0;
    for (const struct code *code = r->codes; code; code = code->next) count += code->machine != NULL;
    return count;
}

static void spell_and_match(const struct ruleset *r, struct matcher *m, struct sentence *s, slice text, struct arena *scratch) {
    sentence_spell(s, r, text, (span){0, (uint32_t)text.len});
    sentence_read(s, r, scratch);
    rules_match(r, m, s);
}

/* One that is tried over and over says what it said first, and so does one that is slow at once. */
static void machine_code_says_the_same(void) {
    struct ruleset  rules = {0};
    struct sentence first, later;
    struct arena    run, scratch;
    struct err      err = {0};
    struct matcher *matcher = NULL;
    char            slow[4000];
    size_t          n = (size_t)snprintf(slow, sizeof slow, "占5%%的");
    for (int i = 0; i < 200; i++) n += (size_t)snprintf(slow + n, sizeof slow - n, "企业5家");
    (void)snprintf(slow + n, sizeof slow - n, "。");
    const slice text = SLICE_LIT("产量增长5%，其中钢由去年的12万吨上升到15万吨，"), hostile = slice_of(slow);
    arena_init(&run);
    arena_init(&scratch);
    bool good = ruleset_load(&rules, dirs, 1, &run, &err) && (matcher = matcher_new(&rules)) != NULL;
    CU_ASSERT(good);
    sentence_init(&first, &run);
    sentence_init(&later, &run);
    if (good) spell_and_match(&rules, matcher, &first, text, &scratch);
    CU_ASSERT(good && first.candidate_count == 3 && first.candidates[0].kind == KIND_GROWTH);
    CU_ASSERT(good && first.candidates[1].role == ROLE_FROM && first.candidates[2].role == ROLE_TO);
    CU_ASSERT_EQUAL(machines(&rules), 0);
    for (int i = 0; good && i < 100; i++) {
        spell_and_match(&rules, matcher, &later, text, &scratch);
        CU_ASSERT(same(&first, &later));
        arena_reset(&scratch);
    }
    size_t often = machines(&rules);
    CU_ASSERT(often > 0);
    if (good) spell_and_match(&rules, matcher, &later, hostile, &scratch);
    CU_ASSERT(machines(&rules) > often);
    ruleset_close(&rules);
    matcher_free(matcher);
    arena_free(&scratch);
    arena_free(&run);
}

CU_TestInfo test_rule[] = {
    {"cards_are_passed_over_only_where_they_cannot_match", cards_are_passed_over_only_where_they_cannot_match},
    {"needs_are_read_from_a_pattern", needs_are_read_from_a_pattern},
    {"every_card_asks_for_something", every_card_asks_for_something},
    {"machine_code_says_the_same", machine_code_says_the_same},
    CU_TEST_INFO_NULL,
};
