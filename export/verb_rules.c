/* `suanpan rules check|list|test`: the rule files compile, show themselves, and prove themselves by their own examples.
 * 应取 规上企业增加12家。 => 12家 kind=change must come out just so; on 不取 the card must stay silent. */
#include "extract/base/tsv.h"
#include "extract/words/headings.h"
#include "extract/sentence/rule.h"
#include "extract/suanpan.h"
#include "extract/messages.h"
#include "export/audit/rules.h"
#include "export/series/metric_examples.h"
#include "export/table/columns.h"
#include "export/verbs.h"

#include <dirent.h>
#include <sys/stat.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

/* ---- which files ---- */

/* The rules that are read, and those of them that the command is about: with 我的规则/营收.rules its folder is read too, and
 * only its cards are meant; with a folder or a table (我的规则/units.tsv) all. A name that is no path is how one ends. */
struct asked {
    const char *folders[MOST_FOLDERS];
    size_t      count;
    const char *file; /* NULL: all are meant */
    struct stat at;
    bool        is_there;
};

static bool is_place(const struct stat *at, const char *path) {
    struct stat other;
    return stat(path, &other) == 0 && at->st_dev == other.st_dev && at->st_ino == other.st_ino;
}

static bool is_meant(const struct asked *asked, const struct rule *rule) {
    if (!asked->file) return true;
    return asked->is_there ? is_place(&asked->at, rule->path) : slice_ends(slice_of(rule->path), slice_of(asked->file));
}

/* Behind those of --rules, where it is none of them. */
static void add_folder(struct asked *asked, const char *folder) {
    struct stat at;
    bool        known = stat(folder, &at) != 0 || is_place(&at, suanpan_rules_dir());
    for (size_t i = 0; i < asked->count; i++) known |= is_place(&at, asked->folders[i]);
    if (!known && asked->count < MOST_FOLDERS) asked->folders[asked->count++] = folder;
}

/* The installed rules have a table of that name. */
static bool is_table_name(const char *name, struct arena *run) {
    struct stat ours;
    return slice_ends(slice_of(name), SLICE_LIT(".tsv")) &&
           stat(arena_format(run, "%s/%s", suanpan_rules_dir(), name).ptr, &ours) == 0;
}

static bool no_table(const char *path, struct err *err) {
    return err_file(err, ERR_USAGE, path, "is none of the tables of rules, and cards stand in a .rules; see man suanpan-rules");
}

static bool ask(struct asked *asked, const struct options *options, struct arena *run, struct err *err) {
    const char *file = options->path_count > 1 ? options->paths[1] : NULL, *slash = file ? strrchr(file, '/') : NULL;
    *asked = (struct asked){.file = file};
    for (; asked->count < options->rule_count && asked->count < MOST_FOLDERS; asked->count++)
        asked->folders[asked->count] = options->rules[asked->count];
    asked->is_there = file && stat(file, &asked->at) == 0;
    if (!asked->is_there) {
        if (file && !slash && is_table_name(file, run)) asked->file = NULL;
        return true;
    }
    if (S_ISDIR(asked->at.st_mode)) {
        asked->file = NULL;
        add_folder(asked, file);
        return true;
    }
    const char *name = slash ? slash + 1 : file;
    add_folder(asked, slash ? arena_format(run, "%.*s", (int)(slash - file + (slash == file)), file).ptr : ".");
    if (slice_ends(slice_of(name), SLICE_LIT(".rules"))) return true;
    asked->file = NULL;
    return is_table_name(name, run) || no_table(file, err);
}

/* The tables of a folder of one's own, in name order; returns how many. */
static size_t own_tables(const char ***out, const char *folder, struct arena *run) {
    DIR           *dir = opendir(folder);
    struct dirent *entry;
    size_t         count = 0, room = 0;
    *out = NULL;
    while (dir && (entry = readdir(dir)) != NULL)
        if (entry->d_name[0] != '.' && slice_ends(slice_of(entry->d_name), SLICE_LIT(".tsv")))
            ARENA_PUSH(run, *out, count, room, arena_copy(run, slice_of(entry->d_name)).ptr);
    if (dir) closedir(dir);
    if (count) qsort(*out, count, sizeof **out, order_name);
    return count;
}

/* 0 also when it cannot be read. */
static size_t rows_of(const char *path, struct arena *run) {
    struct tsv table;
    struct err ignored = {0};
    return tsv_load(&table, path, run, &ignored) ? table.rows : 0;
}

/* A table of one's own bears the name of one that is installed: 词语.tsv would be read by nobody. A short one that takes the
 * place of a long one is told: units.tsv with a unit that was missed leaves no other. */
static bool tables_are_known(const struct asked *asked, struct arena *run, struct err *err) {
    for (size_t i = 0; i < asked->count; i++) {
        const char **names;
        size_t       count = own_tables(&names, asked->folders[i], run);
        for (size_t k = 0; k < count; k++) {
            const char *path = arena_format(run, "%s/%s", asked->folders[i], names[k]).ptr;
            if (!is_table_name(names[k], run)) return no_table(path, err);
            if (rules_add_up(names[k])) continue;
            size_t own = rows_of(path, run), all = rows_of(arena_format(run, "%s/%s", suanpan_rules_dir(), names[k]).ptr, run);
            struct err note = {0};
            if (own >= all) continue;
            err_file(&note, ERR_NOTE, path,
                     "takes the place of the installed table: %zu of %zu rows; copy those that are to stay", own, all);
            err_print(&note);
        }
    }
    return true;
}

/* How many cards are meant; none is a mistake. */
static size_t count_meant(const struct asked *asked, const struct ruleset *r, struct err *err) {
    size_t n = 0;
    for (size_t i = 0; i < r->rule_count; i++) n += is_meant(asked, &r->rules[i]);
    if (n == 0) err_file(err, ERR_USAGE, asked->file, "no card stands in a file of that name; see suanpan rules list");
    return n;
}

/* ---- test ---- */

struct trial {
    slice  expected; /* what is left of it to find */
    size_t wanted, found, claims;
    char   seen[400]; /* what came out, for the message */
};

/* `field` is a column of claims. */
static bool field_holds(const struct claim *c, slice field, slice value) {
    struct cell cells[CLAIM_COLUMN_COUNT];
    char        digits[4][DECIMAL_TEXT], number[1 + DIGITS_ROOM];
    int         column = column_find(&claim_schema, field);
    if (column < 0) return false;
    claim_cells(c, cells, digits);
    bool  is_number = cells[column].type == CELL_INTEGER;
    slice have = cells[column].text;
    if (is_number) have = (slice){number, (size_t)(integer_put(number, cells[column].integer) - number)};
    return slice_equal(have, value);
}

/* Does the item "12家 role=from" describe the claim? */
static bool item_holds(slice item, const struct claim *c) {
    slice  word;
    size_t at = 0;
    if (!tsv_word(item, &at, &word) || !slice_equal(word, c->raw)) return false;
    while (tsv_word(item, &at, &word)) {
        slice field = slice_until(word, '=');
        if (field.len == word.len || !field_holds(c, field, slice_from(word, field.len + 1))) return false;
    }
    return true;
}

static bool take_claim(void *context, const struct claim *c) {
    struct trial *t = context;
    size_t        used = strlen(t->seen);
    t->claims++;
    snprintf(t->seen + used, sizeof t->seen - used, "%s%.*s kind=%s metric=%.*s", used ? "; " : "", SLICE_ARG(c->raw),
             kind_names[c->kind], SLICE_ARG(c->metric));
    if (slice_is(t->expected, "*")) return true;
    for (slice items = t->expected; items.len;)
        if (item_holds(slice_cut(&items, SLICE_LIT("；")), c)) {
            t->found++;
            break;
        }
    return true;
}

static size_t count_items(slice expected) {
    if (slice_equal(expected, SLICE_LIT(EXPECTED_NOTHING))) return 0;
    size_t n = 0;
    for (; expected.len; n++) slice_cut(&expected, SLICE_LIT("；"));
    return n;
}

/* Runs one 应取 or 不取; prints and returns 1 when it fails. */
static size_t case_run(struct extractor *e, const struct rule *rule, const struct rule_case *k) {
    struct document document = {.path = slice_of(rule->path), .text = k->sentence};
    struct trial    t = {.expected = k->expected, .wanted = count_items(k->expected)};
    struct err      err = {0};
    rules_watch(extractor_matcher(e), rule);
    extractor_run(e, &document, take_claim, &t, NULL, &err);
    bool fired = rules_watched(extractor_matcher(e));
    bool any = slice_is(k->expected, "*");
    bool good = k->expected.len == 0 ? !fired : fired && (any || (t.found == t.wanted && t.claims == t.wanted));
    if (good) return 0;
    printf("%s:%d:%d: %.*s: %s\n", rule->path, k->line, k->column, SLICE_ARG(rule->id),
           say(k->expected.len == 0 ? "matches what it must not take"
               : fired              ? "takes it otherwise"
                                    : "does not match; suanpan explain shows the sentence as cards see it"));
    printf("    %.*s\n    %s %.*s\n    %s %s\n", SLICE_ARG(k->sentence), say("wanted:"), SLICE_ARG(k->expected), say("got:"),
           t.seen);
    return 1;
}

static void print_fault(void *context, const struct err *fault) {
    size_t *failed = context;
    printf("%s:%d:%d: %s\n", fault->path, fault->line, fault->column, fault->text);
    ++*failed;
}

static bool count_claim(void *context, const struct claim *c) {
    struct trial *t = context;
    t->claims++;
    snprintf(t->seen, sizeof t->seen, "%.*s", SLICE_ARG(c->raw));
    return true;
}

/* 一心一意: the 例 of a set phrase holds no claim. */
static size_t refusals_test(struct extractor *e, const char *dir, struct arena *run, size_t *cases) {
    struct tsv  table;
    struct err  err = {0};
    const char *path = arena_format(run, "%s/refusals.tsv", dir).ptr;
    size_t      failed = 0;
    FILE       *file = fopen(path, "rb");
    if (!file) return 0;
    fclose(file);
    if (!tsv_load(&table, path, run, &err)) return 1;
    int example = tsv_column(&table, COLUMN_EXAMPLE);
    for (size_t i = 0; i < table.rows; i++, ++*cases) {
        struct document document = {.path = slice_of(path), .text = tsv_cell(&table.row[i], example)};
        struct trial    t = {.claims = 0};
        extractor_run(e, &document, count_claim, &t, NULL, &err);
        if (t.claims == 0 && document.text.len) continue;
        printf("%s:%d:1: %.*s: %s\n", path, table.row[i].line, SLICE_ARG(document.text),
               document.text.len ? t.seen : say("the row has no " COLUMN_EXAMPLE));
        failed++;
    }
    return failed;
}

/* ---- metrics.tsv and audit.tsv, which are read where years are compared ---- */

static const char *table_of(const struct asked *asked, const char *name, struct arena *run) {
    return suanpan_table(asked->folders, asked->count, name, run);
}

static struct metric_tables metric_tables_of(const struct asked *asked, struct arena *run) {
    return (struct metric_tables){table_of(asked, "metrics.tsv", run), table_of(asked, "scripts.tsv", run)};
}

struct proof {
    const char *path;
    size_t      cases, failed;
};

static void prove_metric(void *context, int line, slice example, char sign, bool holds) {
    struct proof *p = context;
    (void)sign;
    p->cases++;
    if (holds) return;
    p->failed++;
    printf(say("%s:%d: %.*s: does not hold"), p->path, line, SLICE_ARG(example));
    putchar('\n');
}

static bool metrics_test(const struct asked *asked, size_t *cases, size_t *failed, struct arena *run, struct err *err) {
    const struct metric_tables tables = metric_tables_of(asked, run);
    struct proof               proof = {.path = tables.metrics};
    bool                       read = metric_rules_examples(&tables, prove_metric, &proof, run, err);
    *cases += proof.cases;
    *failed += proof.failed;
    return read;
}

/* ---- all that is to be proved ---- */

static int rules_test(const struct suanpan *s, const struct asked *asked, struct arena *run, struct err *err) {
    const struct ruleset *r = suanpan_ruleset(s);
    struct extractor     *e = extractor_new(s);
    size_t                cases = 0, failed = 0;
    for (size_t i = 0; e && i < r->rule_count; i++) {
        const struct rule *rule = &r->rules[i];
        if (!is_meant(asked, rule)) continue;
        bool taken = false;
        for (size_t k = 0; k < rule->case_count; k++, cases++) {
            taken |= rule->cases[k].expected.len > 0;
            failed += case_run(e, rule, &rule->cases[k]);
        }
        if (!taken) {
            printf(say("%s:%d:1: %.*s: has no %s; a card proves itself by an example"), rule->path, rule->line,
                   SLICE_ARG(rule->id), card_keys[KEY_TAKEN]);
            putchar('\n');
            failed++;
        }
    }
    for (size_t i = 0; e && !asked->file && i < r->dir_count; i++) failed += refusals_test(e, r->dirs[i], run, &cases);
    extractor_free(e);
    if (!asked->file && !vocabulary_check(&r->vocabulary, r->periods, run, print_fault, &failed)) failed += failed == 0;
    if (!asked->file && !metrics_test(asked, &cases, &failed, run, err)) failed++;
    printf(say_count(cases, "%zu example, %zu failed", "%zu examples, %zu failed"), cases, failed);
    putchar('\n');
    return failed ? 2 : 0;
}

/* ---- list and check ---- */

static int rules_list(const struct suanpan *s, const struct asked *asked) {
    const struct ruleset *r = suanpan_ruleset(s);
    for (size_t i = 0; i < r->rule_count; i++) {
        const struct rule *rule = &r->rules[i];
        if (!is_meant(asked, rule)) continue;
        printf("%.*s  %s:%d\n", SLICE_ARG(rule->id), rule->path, rule->line);
        for (size_t k = 0; k < rule->pattern_count; k++) printf("    %.*s\n", SLICE_ARG(rule->patterns[k].source));
    }
    return 0;
}

static int rules_check(const struct asked *asked, struct arena *run, struct err *err) {
    const char    *dirs[MOST_FOLDERS + 1] = {suanpan_rules_dir()};
    struct ruleset r = {.collect = true};
    size_t         cards = 0;
    for (size_t i = 0; i < asked->count; i++) dirs[i + 1] = asked->folders[i];
    struct metric_rules       *metrics;
    struct audit_rules        *audit;
    const struct metric_tables tables = metric_tables_of(asked, run);
    bool good = tables_are_known(asked, run, err) && ruleset_load(&r, dirs, asked->count + 1, run, err) && r.faults == 0 &&
                metric_rules_load(&metrics, &tables, run, err) &&
                audit_rules_load(&audit, table_of(asked, "audit.tsv", run), run, err);
    good = good && !lexicon_repeats(r.lexicon, err_print, run);
    if (good) cards = count_meant(asked, &r, err);
    if (cards) {
        printf(say_count(cards, "%zu card, no fault", "%zu cards, no fault"), cards);
        putchar('\n');
    }
    ruleset_close(&r);
    return cards ? 0 : 2;
}

int verb_rules(const struct options *options, struct arena *run, struct err *err) {
    const char  *what = options->path_count ? options->paths[0] : "";
    struct asked asked;
    if (strcmp(what, "list") != 0 && strcmp(what, "test") != 0 && strcmp(what, "check") != 0) {
        err_usage(err, "rules needs check, list or test; see suanpan rules --help");
        return 2;
    }
    if (options->path_count > 2) {
        err_usage(err, "rules %s takes one FILE; see suanpan rules --help", what);
        return 2;
    }
    if (!ask(&asked, options, run, err)) return 2;
    if (what[0] == 'c') return rules_check(&asked, run, err);
    struct suanpan *s;
    if (!suanpan_open(&s, asked.folders, asked.count, err)) return 2;
    int status = 2;
    if (count_meant(&asked, suanpan_ruleset(s), err))
        status = what[0] == 'l' ? rules_list(s, &asked) : rules_test(s, &asked, run, err);
    suanpan_close(s);
    return status;
}
