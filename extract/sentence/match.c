/* Cards run over a skeleton: 由期的数升数 → the first figure is role=from, the second role=to. No card is tried without the
 * tokens side by side that it needs: one look at each two of a sentence tells it of 256 patterns. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "extract/sentence/classes.h"
#include "extract/sentence/rule.h"

#include <pthread.h>

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

/* A pattern is worth its machine code when it was tried as often, or when it once took more steps. */
enum { OFTEN = 32, FEW_STEPS = 500 };

struct matcher {
    uint64_t            *may; /* bit (number of an attempt): it may match; none is set between two sentences */
    pcre2_match_data    *data;
    pcre2_match_context *limits, *few; /* few: of steps */
    pcre2_jit_stack     *stack;
    const struct rule   *watch;
    bool                 watched;
};

struct matcher *matcher_new(const struct ruleset *r) {
    struct matcher *m = calloc(1, sizeof *m);
    if (!m) return NULL;
    m->may = calloc(r->attempt_count / 64 + 1, sizeof *m->may);
    m->data = pcre2_match_data_create(MOST_GROUPS + 1, NULL);
    m->limits = pcre2_match_context_create(NULL);
    m->few = pcre2_match_context_create(NULL);
    m->stack = pcre2_jit_stack_create(32 * 1024, 512 * 1024, NULL);
    if (!m->may || !m->data || !m->limits || !m->few || !m->stack) {
        matcher_free(m);
        return NULL;
    }
    pcre2_set_match_limit(m->limits, 200000);
    pcre2_set_depth_limit(m->limits, 20000);
    pcre2_set_match_limit(m->few, FEW_STEPS);
    pcre2_jit_stack_assign(m->limits, NULL, m->stack);
    return m;
}

void matcher_free(struct matcher *m) {
    if (!m) return;
    pcre2_match_data_free(m->data);
    pcre2_match_context_free(m->limits);
    pcre2_match_context_free(m->few);
    pcre2_jit_stack_free(m->stack);
    free(m->may);
    free(m);
}

/* What the tokens [from, to) tell about `field`: the note of a word (yoy), the year of a date, up or down of 增 and 减. */
static bool words_tell(const struct sentence *s, size_t from, size_t to, enum field field, struct candidate *c) {
    for (size_t i = from; i < to; i++) {
        const struct token *t = &s->tokens[i];
        switch (field) {
        case FIELD_DIRECTION:
            if (!is_one_of(t->tag, GROW, GROW_TO, FALL, FALL_TO, IMPROVE)) continue;
            c->direction = t->tag == FALL || t->tag == FALL_TO ? DIRECTION_DOWN : DIRECTION_UP;
            return true;
        case FIELD_BASIS:
            if (is_one_of(t->tag, ON_YEAR, ON_PERIOD, ON_START) && t->word && t->word->row->note.len)
                c->basis = t->word->row->note;
            else if (t->period >= 0 && s->periods[t->period].year_text[0])
                c->basis = period_year_text(&s->periods[t->period]);
            else
                continue;
            return true;
        case FIELD_QUALIFIER: {
            slice  said = SLICE_NONE;
            size_t at = 0;
            bool   has = t->word && tsv_word(t->word->row->note, &at, &said); /* 最低: over adj */
            int    q = has ? name_index(qualifier_names, QUALIFIER_COUNT, said) : -1;
            if (q < 0) continue;
            c->qualifier = (enum qualifier)q;
            return true;
        }
        case FIELD_YEAR:
            if (t->period < 0 || s->periods[t->period].since) continue;
            c->period = t->period;
            return true;
        default: return false;
        }
    }
    return false;
}

/* The figure nearest before token `to` and not before `from`; -1 when there is none. */
static int figure_in(const struct sentence *s, size_t from, size_t to) {
    while (to-- > from)
        if (s->tokens[to].candidate >= 0) return s->tokens[to].candidate;
    return -1;
}

/* 不超过项目投资的30%: a qualifier apart from its figure bounds it as one glued to it does. */
static void bound_by_qualifier(struct candidate *c) {
    struct numeral *n = &c->quantity.numeral;
    if (!n->bounded) numeral_bound_by(n, c->qualifier);
}

/* Overrules a refusal, whichever card comes first. */
static void keep(struct candidate *c, const struct rule *rule) {
    if (c->refused) c->rule = rule;
    c->refused = false;
    c->reason = SLICE_NONE;
    c->set |= 1u << FIELD_KEEP;
    c->by[FIELD_KEEP] = (uint16_t)rule->number;
}

/* direction=@向: what the tokens [from, to) of a group tell. */
static bool take_told(const struct sentence *s, struct candidate *c, enum field field, size_t from, size_t to) {
    switch (field) {
    case FIELD_METRIC:
        c->metric_start = (int16_t)from;
        c->metric_end = (int16_t)to;
        return true;
    case FIELD_SHARE: c->share = (int16_t)figure_in(s, from, to); return true;
    case FIELD_QUALIFIER:
        if (c->qualifier != QUALIFIER_EXACT || !words_tell(s, from, to, field, c)) return false;
        bound_by_qualifier(c);
        return true;
    default: return words_tell(s, from, to, field, c);
    }
}

/* direction=up: what the card itself says. */
static bool take_said(struct candidate *c, const struct setting *set, const struct rule *rule) {
    switch (set->field) {
    case FIELD_KIND: c->kind = (enum kind)set->number; return true;
    case FIELD_ROLE: c->role = (enum role)set->number; return true;
    case FIELD_STATUS: c->status = (enum status)set->number; return true;
    case FIELD_DIRECTION: c->direction = (enum direction)set->number; return true;
    case FIELD_BASIS: c->basis = set->value; return true;
    case FIELD_QUALIFIER:
        c->qualifier = (enum qualifier)set->number;
        bound_by_qualifier(c);
        return true;
    case FIELD_REFUSE:
        if (c->set & 1u << FIELD_KEEP) return false;
        c->refused = true;
        c->reason = set->value;
        return true;
    case FIELD_KEEP: keep(c, rule); return true;
    case FIELD_VALUE: /* 没有一例 is none; 20个 of 无界公园20个 stays */
        if (c->quantity.unit && c->quantity.unit->small) return false; /* 没掏一分钱 */
        if (!numeral_is_one(&c->quantity.numeral)) return false;
        c->quantity.numeral.value = decimal_read(set->value);
        c->quantity.numeral.bounded = false;
        keep(c, rule);
        return true;
    default: return false;
    }
}

/* The first card that sets a field wins. */
static void set_field(const struct sentence *s, struct candidate *c, const struct setting *set, const struct rule *rule,
                      size_t from, size_t to) {
    if (c->set & 1u << set->field) return;
    bool told = set->value.len && set->value.ptr[0] == '@';
    if (told ? from == to || !take_told(s, c, set->field, from, to) : !take_said(c, set, rule)) return;
    c->set |= 1u << set->field;
    c->by[set->field] = (uint16_t)rule->number;
    if (!c->rule || set->field == FIELD_REFUSE) c->rule = rule;
}

static void apply(struct sentence *s, const struct rule *rule, const struct pattern *p, const PCRE2_SIZE *at, int groups) {
    for (size_t i = 0; i < rule->setting_count; i++) {
        int g = p->group[i], by = p->tells[i];
        if (g <= 0 || g >= groups || at[2 * g] == PCRE2_UNSET) continue;
        size_t from = 0, to = 0;
        if (by > 0 && by < groups && at[2 * by] != PCRE2_UNSET) {
            from = at[2 * by];
            to = at[2 * by + 1];
        }
        for (size_t t = at[2 * g]; t < at[2 * g + 1]; t++)
            if (s->tokens[t].candidate >= 0) set_field(s, figure_at(s, t), &rule->settings[i], rule, from, to);
    }
}

void rules_watch(struct matcher *m, const struct rule *rule) {
    m->watch = rule;
    m->watched = false;
}

void rules_touch(struct matcher *m, const struct rule *rule) { m->watched |= rule == m->watch; }

bool rules_watched(const struct matcher *m) { return m->watched; }

/* Which demands have their pairs in a sentence. */
static void pairs_meet(const struct pair_bits *by_class, const struct sentence *s, uint64_t met[LANES]) {
    const unsigned char    *tag = (const unsigned char *)s->tags, *end = (const unsigned char *)s->tags + s->count;
    const struct pair_bits *one = &by_class[*tag];
    both                    found[LANES] = {{0, 0}};
    while (tag < end) {
        const struct pair_bits *next = &by_class[*++tag];
        for (size_t lane = 0; lane < LANES; lane++) found[lane] |= one->first[lane] & next->second[lane];
        one = next;
    }
    for (size_t lane = 0; lane < LANES; lane++) met[lane] = found[lane][0] & found[lane][1];
}

/* Has demand `n` its own from token `from` on? */
static bool pairs_go_on(const struct pair_bits *by_class, const struct sentence *s, size_t from, size_t n) {
    const unsigned char *tag = (const unsigned char *)s->tags + from, *end = (const unsigned char *)s->tags + s->count;
    const size_t         lane = n % DEMANDS_AT_ONCE / 64;
    const uint64_t       bit = (uint64_t)1 << n % 64;
    both                 found = {0, 0};
    for (; tag < end && !(found[0] & found[1] & bit); tag++)
        found |= by_class[tag[0]].first[lane] & by_class[tag[1]].second[lane];
    return found[0] & found[1] & bit;
}

/* A copy of the pattern as machine code, for all threads; without, which a hardened system wants, it is slower and says the
 * same. NULL when there is no memory. */
SELDOM static const pcre2_code *machine_code(struct code *code) {
    static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&one_at_a_time);
    pcre2_code *machine = atomic_load(&code->machine);
    if (!machine && (machine = pcre2_code_copy(code->compiled)) != NULL) {
        pcre2_jit_compile(machine, PCRE2_JIT_COMPLETE);
        atomic_store_explicit(&code->machine, machine, memory_order_release);
    }
    pthread_mutex_unlock(&one_at_a_time);
    return machine;
}

/* As pcre2_match. Most cards are tried a few times on a page, or never: what is read as it stands then takes less time than its
 * machine code takes to make. */
static int match_from(struct code *code, const struct matcher *m, const struct sentence *s, size_t from) {
    PCRE2_SPTR        tags = (PCRE2_SPTR)s->tags;
    const pcre2_code *machine = atomic_load_explicit(&code->machine, memory_order_acquire);
    if (!machine) {
        unsigned tries = atomic_load_explicit(&code->tries, memory_order_relaxed);
        atomic_store_explicit(&code->tries, tries + 1, memory_order_relaxed);
        int groups = tries < OFTEN ? pcre2_match(code->compiled, tags, s->count, from, PCRE2_NO_UTF_CHECK, m->data, m->few)
                                   : PCRE2_ERROR_MATCHLIMIT;
        if (groups != PCRE2_ERROR_MATCHLIMIT) return groups;
        machine = machine_code(code);
    }
    if (!machine) machine = code->compiled;
    int groups = pcre2_jit_match(machine, tags, s->count, from, 0, m->data, m->limits);
    return groups == PCRE2_ERROR_JIT_BADOPTION
               ? pcre2_match(machine, tags, s->count, from, PCRE2_NO_UTF_CHECK, m->data, m->limits)
               : groups;
}

static void pattern_match(const struct ruleset *r, const struct attempt *attempt, struct matcher *m, struct sentence *s) {
    const PCRE2_SIZE       *at = pcre2_get_ovector_pointer(m->data);
    const struct pair_bits *pairs = r->pairs[attempt->demand / DEMANDS_AT_ONCE];
    size_t                  from = 0;
    do {
        int groups = match_from(attempt->code, m, s, from);
        if (groups <= 0) break;
        m->watched |= attempt->rule == m->watch;
        apply(s, attempt->rule, attempt->pattern, at, groups);
        from = at[1] > from ? at[1] : from + 1;
    } while (pairs_go_on(pairs, s, from, attempt->demand));
}

/* Notes whose demands are met; false when nobody's are. */
static bool demands_meet(const struct ruleset *r, struct matcher *m, const struct sentence *s) {
    bool     any = false;
    uint64_t met[LANES];
    for (size_t first = 0; first < r->demand_count; first += DEMANDS_AT_ONCE) {
        pairs_meet(r->pairs[first / DEMANDS_AT_ONCE], s, met);
        for (size_t lane = 0; lane < LANES; lane++)
            for (; met[lane]; met[lane] &= met[lane] - 1) {
                const struct demand *demand = &r->demands[first + 64 * lane + (size_t)__builtin_ctzll(met[lane])];
                if (demand->classes & ~s->classes) continue;
                for (size_t word = 0; word * 64 < r->attempt_count; word++) m->may[word] |= demand->attempts[word];
                any = true;
            }
    }
    return any;
}

void rules_match(const struct ruleset *r, struct matcher *m, struct sentence *s) {
    if (!demands_meet(r, m, s)) return;
    for (size_t word = 0; word * 64 < r->attempt_count; word++)
        for (; m->may[word]; m->may[word] &= m->may[word] - 1)
            pattern_match(r, &r->attempts[word * 64 + (size_t)__builtin_ctzll(m->may[word])], m, s);
}
