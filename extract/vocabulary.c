/* The four tables of the vocabulary are loaded from the rule directories, the last directory that holds a table wins. */
#include "extract/qualifier.h"
#include "extract/unit.h"

#include "extract/base/banned.h"

/* DIR/NAME for the last directory that holds NAME; NULL and `err` when none does. */
static const char *rule_path(const char *name, const char *const *dirs, size_t n, struct arena *run, struct err *err) {
    for (size_t i = n; i-- > 0;) {
        slice path = arena_format(run, "%s/%s", dirs[i], name);
        FILE *file = fopen(path.ptr, "rb");
        if (!file) continue;
        fclose(file);
        return path.ptr;
    }
    err_set(err, ERR_RULE, n > 0 ? arena_format(run, "%s/%s", dirs[0], name).ptr : name, 0, 0, "no rule directory holds this table");
    return NULL;
}

bool vocabulary_load(struct vocabulary *out, const char *const *dirs, size_t n, struct arena *run, struct err *err) {
    const char *numerals = rule_path("numerals.tsv", dirs, n, run, err), *units = rule_path("units.tsv", dirs, n, run, err);
    const char *measures = rule_path("measures.tsv", dirs, n, run, err), *qualifiers = rule_path("qualifiers.tsv", dirs, n, run, err);
    *out = (struct vocabulary){0};
    return numerals && units && measures && qualifiers && numerals_load(&out->numerals, numerals, run, err) &&
           units_load(&out->units, units, measures, run, err) && qualifiers_load(&out->qualifiers, qualifiers, run, err);
}
