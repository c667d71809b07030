/* Cards become compiled patterns. 句式 由期?的?(?<甲>数)升(?<乙>数) is a PCRE2 pattern over skeletons: each class character
 * stands for its letter, everything else is PCRE2's own. Leaves matching to match.c. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "extract/sentence/rule.h"
#include "extract/sentence/alone.h"

#include "extract/base/order.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include <dirent.h>

#include "extract/base/banned.h"

static const char *const field_names[FIELD_COUNT] = {"kind",      "direction", "basis",  "role",  "status", "year",
                                                     "qualifier", "refuse",    "metric", "share", "keep",   "value"};

#define WORD(name, word) word,
const char *const card_keys[CARD_KEY_COUNT] = {CARD_KEYS(WORD)};
#undef WORD

/* ---- a pattern's letters ---- */

/* Copies `source` with every class character as its letter; names in (?<…> and (?&…) stay. `stranger`: the first character that
 * is neither, such as 飞 or （, which no skeleton holds; NULL where nobody asks. */
static slice pattern_letters(const struct lexicon *lexicon, slice source, slice *stranger, struct arena *run) {
    char  *out = arena_text(run, source.len * CLASS_ROOM + 1);
    size_t n = 0;
    bool   in_set = false;
    for (size_t at = 0, size; at < source.len; at += size) {
        slice    rest = slice_from(source, at);
        uint32_t c = utf8_decode(rest, &size);
        bool     named = slice_starts(rest, SLICE_LIT("(?<")) && rest.len > 3 && rest.ptr[3] != '=' && rest.ptr[3] != '!';
        if (named || slice_starts(rest, SLICE_LIT("(?&"))) {
            size_t end = slice_find(rest, named ? SLICE_LIT(">") : SLICE_LIT(")"), 3);
            size = end == SIZE_MAX ? rest.len : end + 1;
            memcpy(out + n, rest.ptr, size);
            n += size;
            continue;
        }
        slice letters = c < 0x80 ? SLICE_NONE : class_letters(lexicon, c);
        if (c >= 0x80 && letters.len == 0 && stranger && stranger->len == 0) *stranger = slice_sub(source, at, at + size);
        if (c == '[') in_set = true;
        if (c == ']') in_set = false;
        if (letters.len) {
            if (letters.len > 1 && !in_set) out[n++] = '[';
            for (size_t i = 0; i < letters.len; i++) {
                if (strchr(".()[]?*+|^$\\{}", letters.ptr[i])) out[n++] = '\\';
                out[n++] = letters.ptr[i];
            }
            if (letters.len > 1 && !in_set) out[n++] = ']';
        } else {
            memcpy(out + n, rest.ptr, size);
            n += size;
        }
    }
    out[n] = '\0';
    return (slice){out, n};
}

/* Column in the analyst's own line of letter `at` of the translated pattern: as many characters as become no more letters. */
static int source_column(const struct lexicon *lexicon, slice source, size_t at, int first_column, struct arena *run) {
    int column = first_column;
    for (size_t i = 0, size; i < source.len; i += size, column++) {
        utf8_decode(slice_from(source, i), &size);
        if (pattern_letters(lexicon, slice_sub(source, 0, i + size), NULL, run).len > at) break;
    }
    return column;
}

/* NULL when the pattern is faulty. */
static struct code *code_of(struct ruleset *r, const struct pattern *p, const char *path, struct arena *run, struct err *err) {
    enum { OPTIONS = PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK | PCRE2_DUPNAMES };
    slice        stranger = SLICE_NONE, letters = pattern_letters(r->lexicon, p->source, &stranger, run);
    struct code *code = r->codes;
    int          fault;
    PCRE2_SIZE   offset;
    while (code && !slice_equal(code->letters, letters)) code = code->next;
    if (code) return code;
    if (stranger.len) {
        int column = 4 + (int)utf8_count((slice){p->source.ptr, (size_t)(stranger.ptr - p->source.ptr)});
        err_set(err, ERR_RULE, path, p->line, column, "%.*s is no class of classes.tsv; patterns see classes, no words",
                SLICE_ARG(stranger));
        return NULL;
    }
    code = arena_new(run, sizeof *code);
    code->compiled = pcre2_compile((PCRE2_SPTR)letters.ptr, letters.len, OPTIONS, &fault, &offset, NULL);
    if (!code->compiled) {
        PCRE2_UCHAR text[128];
        pcre2_get_error_message(fault, text, sizeof text);
        err_set(err, ERR_RULE, path, p->line, source_column(r->lexicon, p->source, offset, 4, run), "%s", (char *)text);
        return NULL;
    }
    uint32_t groups = 0;
    pcre2_pattern_info(code->compiled, PCRE2_INFO_CAPTURECOUNT, &groups);
    if (groups > MOST_GROUPS) {
        pcre2_code_free(code->compiled);
        err_set(err, ERR_RULE, path, p->line, 0, "has more than %d groups", MOST_GROUPS);
        return NULL;
    }
    code->letters = letters;
    code->needs = needs_of(letters.ptr);
    code->next = r->codes;
    return r->codes = code;
}

static bool pattern_compile(struct ruleset *r, struct rule *rule, struct pattern *p, const char *path, struct arena *run,
                            struct err *err) {
    if (!(p->code = code_of(r, p, path, run, err))) return false;
    const pcre2_code *compiled = p->code->compiled;
    for (size_t i = 0; i < rule->setting_count; i++) {
        const struct setting *s = &rule->settings[i];
        int                   number = pcre2_substring_number_from_name(compiled, (PCRE2_SPTR)arena_copy(run, s->group).ptr);
        p->group[i] = number > 0 ? number : 0;
        if (s->value.len > 1 && s->value.ptr[0] == '@') {
            number = pcre2_substring_number_from_name(compiled, (PCRE2_SPTR)arena_copy(run, slice_from(s->value, 1)).ptr);
            p->tells[i] = number > 0 ? number : 0;
        }
    }
    return true;
}

/* ---- a card's lines ---- */

/* By enum judgement. */
static const char *const judgement_names[JUDGE_COUNT] = {
    "no_value",     "naming_unit", "class_size",     "several_sizes", "class_at_head", "round_name", "group_bounds", "score",
    "house_number", "ordinal",     "beside_ordinal", "quoted",        "ratio_name",    "bare_word",  "bare_number",  "article",
    "table_unit",   "frame",       "masked",         "frequency",     "facets",        "predicate",  "of_page",      "saying"};

static int setting_number(enum field field, slice value) {
    switch (field) {
    case FIELD_KIND: return name_index(kind_names, KIND_COUNT, value);
    case FIELD_DIRECTION: return name_index(direction_names, DIRECTION_COUNT, value);
    case FIELD_ROLE: return name_index(role_names, ROLE_COUNT, value);
    case FIELD_STATUS: return name_index(status_names, STATUS_COUNT, value);
    case FIELD_QUALIFIER: return name_index(qualifier_names, QUALIFIER_COUNT, value);
    default: return 0;
    }
}

/* Only a group tells a metric, a share and a year; none tells these and the first three: direction=@向. */
static bool may_be_said(enum field field) { return field != FIELD_METRIC && field != FIELD_SHARE && field != FIELD_YEAR; }
static bool may_be_told(enum field field) {
    return !may_be_said(field) || field == FIELD_DIRECTION || field == FIELD_BASIS || field == FIELD_QUALIFIER;
}

/* 记 甲 kind=growth direction=@向 */
static bool settings_read(struct rule *rule, slice text, const char *path, int line, struct arena *run, struct err *err) {
    slice  group = SLICE_NONE, word;
    size_t at = 0;
    tsv_word(text, &at, &group);
    if (at == text.len || slice_has(group, SLICE_LIT("=")))
        return err_set(err, ERR_RULE, path, line, 0, "sets nothing on a group; write %s 甲 kind=growth", card_keys[KEY_SET]);
    while (tsv_word(text, &at, &word)) {
        slice name = slice_until(word, '=');
        int   field = name.len < word.len ? name_index(field_names, FIELD_COUNT, name) : -1;
        if (field < 0)
            return err_set(err, ERR_RULE, path, line, 0, "“%.*s” is not a field and a value; write kind=growth",
                           SLICE_ARG(word));
        struct setting s = {group, (enum field)field, slice_from(word, name.len + 1), 0, line};
        bool           told = s.value.len && s.value.ptr[0] == '@';
        s.number = told ? 0 : setting_number(s.field, s.value);
        if (s.number < 0 || !(told ? may_be_told(s.field) : may_be_said(s.field)))
            return err_set(err, ERR_RULE, path, line, 0, "“%.*s” is no value of %s", SLICE_ARG(s.value), field_names[field]);
        if (rule->setting_count == MOST_SETTINGS)
            return err_set(err, ERR_RULE, path, line, 0, "has more than %d settings", MOST_SETTINGS);
        ARENA_PUSH(run, rule->settings, rule->setting_count, rule->setting_room, s);
    }
    return true;
}

static void case_read(struct rule *rule, slice text, bool taken, int line, struct arena *run) {
    size_t           arrow = slice_find(text, SLICE_LIT("=>"), 0);
    struct rule_case c = {
        .sentence = slice_trim(arrow == SIZE_MAX ? text : slice_sub(text, 0, arrow)), .line = line, .column = 4};
    if (taken) c.expected = arrow == SIZE_MAX ? SLICE_LIT("*") : slice_trim(slice_from(text, arrow + 2));
    ARENA_PUSH(run, rule->cases, rule->case_count, rule->case_room, c);
}

static const struct rule *rule_named(const struct ruleset *r, slice id) {
    for (size_t i = 0; i < r->rule_count; i++)
        if (slice_equal(r->rules[i].id, id)) return &r->rules[i];
    return NULL;
}

static bool same_folder(const char *a, const char *b) {
    size_t x = (size_t)(strrchr(a, '/') - a), y = (size_t)(strrchr(b, '/') - b);
    return x == y && memcmp(a, b, x) == 0;
}

enum { LONGEST_PATTERN = 8192 };

/* A card opens; where a folder read before has one of its name, that stands, and the lines of this one are passed over. */
static bool card_open(struct ruleset *r, slice id, const char *path, int number, struct arena *run, struct err *err) {
    const struct rule *known = rule_named(r, id);
    if (known && same_folder(known->path, path))
        return err_set(err, ERR_RULE, path, number, 4, "a rule %.*s stands already at %s:%d", SLICE_ARG(id), known->path,
                       known->line);
    r->passing_over = known != NULL;
    if (known) return true;
    if (r->rule_count == MOST_CARDS) return err_set(err, ERR_RULE, path, number, 0, "more than %d cards", MOST_CARDS);
    struct rule card = {.id = id, .path = path, .line = number, .number = (int)r->rule_count + 1};
    ARENA_PUSH(run, r->rules, r->rule_count, r->rule_room, card);
    return true;
}

/* `rules check` wants 止 in the place of [逗顿句闭收]: whoever writes these one by one forgets one. */
static bool sets_are_short(const struct ruleset *r, slice source, const char *path, int number, struct err *err) {
    for (size_t at = 0, end; (at = slice_find(source, SLICE_LIT("["), at)) != SIZE_MAX; at = end) {
        end = slice_find(source, SLICE_LIT("]"), at);
        if (end == SIZE_MAX) break; /* which PCRE2 tells */
        const slice set = slice_sub(source, at, end + 1), name = classes_spelled_out(r->lexicon, set);
        if (name.len) return err_set(err, ERR_RULE, path, number, 0, "%.*s spells out %.*s", SLICE_ARG(set), SLICE_ARG(name));
    }
    return true;
}

static bool pattern_add(struct rule *rule, slice source, const char *path, int number, struct arena *run, struct err *err) {
    if (source.len > LONGEST_PATTERN)
        return err_set(err, ERR_RULE, path, number, 0, "has a pattern of more than %d bytes; split it", LONGEST_PATTERN);
    struct pattern pattern = {.source = source, .line = number};
    ARENA_PUSH(run, rule->patterns, rule->pattern_count, rule->pattern_room, pattern);
    return true;
}

/* The card of a test of judge.c: the first that names it. */
static bool judge_set(struct ruleset *r, slice name, const char *path, int number, struct err *err) {
    int test = name_index(judgement_names, JUDGE_COUNT, name);
    if (test < 0)
        return err_set(err, ERR_RULE, path, number, 0, "%.*s is no test; suanpan-rules(5) lists them", SLICE_ARG(name));
    if (!r->judges[test]) r->judges[test] = (int)r->rule_count;
    return true;
}

static bool card_line(struct ruleset *r, slice line, const char *path, int number, struct arena *run, struct err *err) {
    slice        key = slice_until(line, ' '), rest = slice_trim(slice_from(line, key.len));
    struct rule *rule = r->rule_count ? &r->rules[r->rule_count - 1] : NULL;
    int          is = name_index(card_keys, CARD_KEY_COUNT, key);
    if (is == KEY_RULE) return card_open(r, rest, path, number, run, err);
    if (r->passing_over) return true;
    if (!rule) return err_set(err, ERR_RULE, path, number, 1, "stands before the first %s", card_keys[KEY_RULE]);
    if (is == KEY_PATTERN && r->collect && !sets_are_short(r, rest, path, number, err)) return false;
    if (is == KEY_PATTERN) return pattern_add(rule, rest, path, number, run, err);
    if (is == KEY_TEST) return judge_set(r, rest, path, number, err);
    if (is == KEY_SET) return settings_read(rule, rest, path, number, run, err);
    if (is < 0)
        return err_set(err, ERR_RULE, path, number, 1, "unknown key %.*s; a card has%s", SLICE_ARG(key), CARD_KEYS(LISTED));
    case_read(rule, rest, is == KEY_TAKEN, number, run);
    return true;
}

/* In `rules check` a fault is printed and the rest goes on. */
static bool fault_passed(struct ruleset *r, struct err *err) {
    if (!r->collect || err->kind != ERR_RULE) return false;
    err_print(err);
    *err = (struct err){0};
    r->faults++;
    return true;
}

/* What a card sets on a group that none of its patterns has, it sets on nothing. A test has one figure, whatever it is called.
 */
static bool groups_check(const struct ruleset *r, const struct rule *rule, const char *path, struct err *err) {
    for (size_t i = 0; i < JUDGE_COUNT; i++)
        if (r->judges[i] && &r->rules[r->judges[i] - 1] == rule) return true;
    for (size_t i = 0; i < rule->setting_count; i++) {
        const struct setting *s = &rule->settings[i];
        size_t                k = 0;
        while (k < rule->pattern_count && rule->patterns[k].code && !rule->patterns[k].group[i]) k++;
        if (k == rule->pattern_count)
            return err_set(err, ERR_RULE, path, s->line, 0, "no %s of the card has a group (?<%.*s>…)", card_keys[KEY_PATTERN],
                           SLICE_ARG(s->group));
    }
    return true;
}

static bool cards_load(struct ruleset *r, const char *path, struct arena *run, struct err *err) {
    slice  text;
    size_t first = r->rule_count;
    int    number = 0;
    if (!file_load(&text, path, 16 << 20, run, err)) {
        err->kind = ERR_RULE;
        return false;
    }
    text = utf8_unmarked(text);
    size_t bad = utf8_validate(text);
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        slice  line = slice_take(text, '\n', &at);
        number++;
        if (bad >= start && bad < start + line.len)
            return err_set(err, ERR_RULE, path, number, 0, "is not UTF-8; save it as UTF-8");
        if (slice_ends(line, SLICE_LIT("\r"))) line.len--;
        if (slice_trim(line).len == 0 || line.ptr[0] == '#') continue;
        if (!card_line(r, line, path, number, run, err) && !fault_passed(r, err)) return false;
    }
    for (size_t i = first; i < r->rule_count; i++) {
        for (size_t k = 0; k < r->rules[i].pattern_count; k++)
            if (!pattern_compile(r, &r->rules[i], &r->rules[i].patterns[k], path, run, err) && !fault_passed(r, err))
                return false;
        if (!groups_check(r, &r->rules[i], path, err) && !fault_passed(r, err)) return false;
    }
    return true;
}

/* ---- the folder ---- */

/* "DIR/NAME" of the last folder that holds it; of the first one when none does, so that the error names it. */
static const char *find_table(const char *const *dirs, size_t n, const char *name, struct arena *run) {
    const char *path = tsv_find(dirs, n, name, run);
    return path ? path : arena_format(run, "%s/%s", dirs[0], name).ptr;
}

/* All .rules files of a folder, in name order. A folder may have none: it then only changes tables. */
static bool folder_load(struct ruleset *r, const char *dir, struct arena *run, struct err *err) {
    DIR *folder = opendir(dir);
    if (!folder) return err_file(err, ERR_RULE, dir, "is no folder of rules that can be read; see --rules");
    const char **names = NULL;
    size_t       count = 0, room = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        slice name = slice_of(entry->d_name);
        if (slice_ends(name, SLICE_LIT(".rules")) && name.ptr[0] != '.')
            ARENA_PUSH(run, names, count, room, arena_format(run, "%s/%s", dir, entry->d_name).ptr);
    }
    closedir(folder);
    if (count) qsort(names, count, sizeof *names, order_name);
    for (size_t i = 0; i < count; i++)
        if (!cards_load(r, names[i], run, err)) return false;
    return true;
}

static const struct {
    const char *name;
    char        tag; /* the class of all its words; 0: each row tells its own */
} word_tables[] = {{"nouns.tsv", 0}, {"refusals.tsv", SET_PHRASE}, {"words.tsv", 0}};
enum { WORD_TABLES = sizeof word_tables / sizeof *word_tables };

bool rules_add_up(const char *table) {
    for (size_t i = 0; i < WORD_TABLES; i++)
        if (strcmp(table, word_tables[i].name) == 0) return true;
    return false;
}

/* The words of one folder, added to those of the folders before it: a folder of an analyst's own needs one row, not a copy of
 * the table. The first folder has them all. */
static bool words_load(struct ruleset *r, const char *dir, bool all, struct arena *run, struct err *err) {
    for (size_t i = 0; i < WORD_TABLES; i++) {
        const char *name = word_tables[i].name;
        const char *path = all ? find_table(&dir, 1, name, run) : tsv_find(&dir, 1, name, run);
        if (path && !lexicon_add(r->lexicon, path, word_tables[i].tag, run, err)) return false;
    }
    return true;
}

/* The first of some classes, which is taken from them. */
static unsigned class_take(u128 *classes) {
    const uint64_t low = (uint64_t)*classes;
    const unsigned class = (unsigned)(low ? __builtin_ctzll(low) : 64 + __builtin_ctzll((uint64_t)(*classes >> 64)));
    *classes &= *classes - 1;
    return class;
}

/* The class of `classes` that the fewest patterns need; any class when it needs none. */
static u128 rarest(u128 classes, const size_t *needed) {
    unsigned key = 0;
    for (classes &= ~(u128)1; classes;) {
        unsigned class = class_take(&classes);
        if (!key || needed[class] < needed[key]) key = class;
    }
    return key ? (u128)1 << key : ~(u128)0;
}

static void attempts_list(struct ruleset *r, struct arena *run) {
    size_t room = 0;
    for (size_t i = 0; i < r->rule_count; i++)
        for (size_t k = 0; k < r->rules[i].pattern_count; k++) {
            const struct pattern *p = &r->rules[i].patterns[k];
            if (p->code)
                ARENA_PUSH(run, r->attempts, r->attempt_count, room,
                           ((struct attempt){.code = p->code, .rule = &r->rules[i], .pattern = p}));
        }
}

static void demand_add(struct ruleset *r, const struct needs *needs, const size_t *needed, struct arena *run) {
    size_t n = r->demand_count++;
    r->demands[n] = (struct demand){needs->classes, ARENA_ARRAY(run, uint64_t, r->attempt_count / 64 + 1)};
    for (size_t k = 0; k < 2; k++) {
        struct pair pair = needs->pairs[k];
        if (!~pair.first && !~pair.second) pair.first = rarest(needs->classes, needed);
        const size_t      lane = n % DEMANDS_AT_ONCE / 64;
        const uint64_t    bit = UINT64_C(1) << n % 64;
        struct pair_bits *of_class = r->pairs[n / DEMANDS_AT_ONCE];
        while (pair.first) {
            const unsigned class = class_take(&pair.first);
            of_class[class].first[lane][k] |= bit;
        }
        while (pair.second) {
            const unsigned class = class_take(&pair.second);
            of_class[class].second[lane][k] |= bit;
        }
    }
}

/* Most differ in their classes. */
static bool same_needs(const struct needs *a, const struct needs *b) {
    return a->classes == b->classes && memcmp(a, b, sizeof *a) == 0;
}

/* Where no two are known to stand side by side, one of a class that few others need stands before anything. */
static void index_build(struct ruleset *r, struct arena *run) {
    size_t needed[128] = {0};
    attempts_list(r, run);
    for (size_t i = 0; i < r->attempt_count; i++)
        for (u128 classes = r->attempts[i].code->needs.classes & ~(u128)1; classes;) needed[class_take(&classes)]++;
    const struct needs **known = ARENA_ARRAY(run, const struct needs *, r->attempt_count + 1);
    r->demands = ARENA_ARRAY(run, struct demand, r->attempt_count + 1);
    r->pairs = arena_new(run, sizeof *r->pairs * (r->attempt_count / DEMANDS_AT_ONCE + 1));
    for (size_t i = 0; i < r->attempt_count; i++) {
        const struct needs *needs = &r->attempts[i].code->needs;
        size_t              n = 0;
        while (n < r->demand_count && !same_needs(known[n], needs)) n++;
        if (n == r->demand_count) {
            known[n] = needs;
            demand_add(r, needs, needed, run);
        }
        r->attempts[i].demand = (uint32_t)n;
        r->demands[n].attempts[i / 64] |= (uint64_t)1 << i % 64;
    }
}

bool ruleset_load(struct ruleset *r, const char *const *dirs, size_t n, struct arena *run, struct err *err) {
    *r = (struct ruleset){.collect = r->collect};
    for (size_t i = 0; i < n && i <= MOST_FOLDERS; i++) r->dirs[r->dir_count++] = dirs[i];
    if (!vocabulary_load(&r->vocabulary, dirs, n, run, err)) return false;
    struct alphabet *alphabet = r->vocabulary.alphabet;
    if (!lexicon_load(&r->lexicon, alphabet, find_table(dirs, n, "classes.tsv", run), run, err)) return false;
    for (size_t i = 0; i < n; i++)
        if (!words_load(r, dirs[i], i == 0, run, err)) return false;
    if (!lexicon_add_edges(r->lexicon, find_table(dirs, n, "places.tsv", run), run, err)) return false;
    if (!periods_load(&r->periods, alphabet, r->vocabulary.dates, find_table(dirs, n, "periods.tsv", run), run, err))
        return false;
    skeleton_marks(alphabet, run);
    if (!lexicon_close(r->lexicon, run, err)) return false;
    alphabet->closed = true;
    for (size_t i = n; i-- > 0;) /* the first card wins: those of a later folder stand first */
        if (!folder_load(r, dirs[i], run, err)) return false;
    index_build(r, run);
    r->alone = alone_build(r, run);
    return true;
}

const char *ruleset_path(const struct ruleset *r, const char *name, struct arena *run) {
    return find_table(r->dirs, r->dir_count, name, run);
}

void ruleset_close(struct ruleset *r) {
    for (struct code *code = r->codes; code; code = code->next) {
        pcre2_code_free(code->compiled);
        pcre2_code_free(code->machine);
    }
    r->codes = NULL;
    r->rule_count = 0;
}
