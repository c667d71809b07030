/* What lives longer than a document: the rules of a run, and the scratch memory of each thread that reads by them. */
#include "extract/document_walk.h"

#include "extract/base/banned.h"

const struct about *extractor_about(const struct extractor *e) { return &e->context.about; }

struct extractor *extractor_new(const struct suanpan *s) {
    struct extractor *e = calloc(1, sizeof *e);
    if (!e) return NULL;
    e->s = s;
    e->matcher = matcher_new(&s->rules);
    if (!e->matcher) {
        free(e);
        return NULL;
    }
    arena_init(&e->fixed);
    arena_init(&e->about);
    arena_init(&e->scratch);
    arena_init(&e->table);
    sentence_init(&e->sentence, &e->fixed);
    return e;
}

void extractor_free(struct extractor *e) {
    if (!e) return;
    matcher_free(e->matcher);
    arena_free(&e->fixed);
    arena_free(&e->about);
    arena_free(&e->scratch);
    arena_free(&e->table);
    free(e);
}

enum { ROOM_FOR_TABLES = 16 * 1024 * 1024 }; /* twice what the rules of today become; what is not used is no memory */

bool suanpan_open(struct suanpan **out, const char *const *dirs, size_t n, struct err *err) {
    const char     *base = suanpan_rules_dir();
    const char     *all[9] = {base};
    struct suanpan *s = calloc(1, sizeof *s);
    if (!s) return err_memory(err);
    arena_init(&s->run);
    arena_reserve(&s->run, ROOM_FOR_TABLES);
    *out = NULL;
    if (n > 8) {
        free(s);
        return err_usage(err, "more than 8 folders of rules");
    }
    for (size_t i = 0; i < n; i++) all[i + 1] = dirs[i];
    if (!ruleset_load(&s->rules, all, n + 1, &s->run, err) ||
        !sections_load(&s->sections, s->rules.vocabulary.lists, ruleset_path(&s->rules, "sections.tsv", &s->run), &s->run,
                       err) ||
        !grid_words_load(&s->tables, ruleset_path(&s->rules, "tables.tsv", &s->run), &s->run, err) ||
        !bodies_load(&s->bodies, ruleset_path(&s->rules, "bodies.tsv", &s->run), ruleset_path(&s->rules, "places.tsv", &s->run),
                     &s->run, err)) {
        suanpan_close(s);
        return false;
    }
    *out = s;
    return true;
}

void suanpan_close(struct suanpan *s) {
    if (!s) return;
    ruleset_close(&s->rules);
    arena_free(&s->run);
    free(s);
}

struct matcher *extractor_matcher(struct extractor *e) {
    return e->matcher;
}
const struct ruleset *suanpan_ruleset(const struct suanpan *s) { return &s->rules; }
