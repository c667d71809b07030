/* 54个 and 54家 of one metric are one, 人 and 户 never: which counting words go together, by the rows of rules/metrics.tsv.
 * What a unit converts to is the extractor's. */
#include "export/series/unit.h"

#include "export/series/metric_rules.h"

#include "extract/base/banned.h"

bool unit_is_points(const struct metric_rules *rules, slice unit) { return unit.len && slice_equal(unit, rules->points); }

bool unit_is_year(const struct metric_rules *rules, slice unit) { return word_find(&rules->of[YEAR], unit) != NULL; }

slice metric_points(const struct metric_rules *rules) { return rules->points; }

slice unit_counted(slice unit) { return slice_until(unit, '/'); }

/* The groups of a counting word, parted by blanks: 部 → 项 辆; itself when the table has no row; none for 个. */
static slice unit_groups(const struct metric_rules *rules, slice unit) {
    const struct word *word = unit.len ? word_find(&rules->of[COUNTER], unit) : NULL;
    return word ? word->to : unit;
}

bool unit_counts_times(const struct metric_rules *rules, slice unit) {
    return word_before(&rules->of[TIMES], unit, KIND_LEVEL) != NULL;
}

bool units_but_for_times(const struct metric_rules *rules, slice a, slice b) {
    slice less = a.len < b.len ? a : b, more = a.len < b.len ? b : a;
    return less.len && less.len < more.len && slice_starts(more, less) && unit_counts_times(rules, more) &&
           !unit_counts_times(rules, less);
}

slice unit_said(const struct metric_rules *rules, slice unit, slice metric) {
    const struct word *word = unit.len ? NULL : word_before(&rules->of[DROP], metric, KIND_LEVEL);
    return word && word->class == DROP && unit_counts_times(rules, word->text) ? word->text : unit;
}

bool units_grouped(const struct metric_rules *rules, slice a, slice b) {
    slice of_a = unit_groups(rules, a), of_b = unit_groups(rules, b), x, y;
    if (!of_a.len || !of_b.len) return unit_counts_times(rules, a) == unit_counts_times(rules, b);
    for (size_t i = 0; tsv_word(of_a, &i, &x);)
        for (size_t k = 0; tsv_word(of_b, &k, &y);)
            if (slice_equal(x, y)) return true;
    return false;
}

bool unit_tells(const struct metric_rules *rules, slice unit) { return unit_groups(rules, unit).len > 0; }

bool unit_is_special(const struct metric_rules *rules, slice unit) {
    for (size_t i = 0; i < rules->of[COUNTER].count; i++) {
        const struct word *counter = &rules->of[COUNTER].words[i];
        slice              group;
        if (slice_equal(counter->text, unit)) return false;
        for (size_t at = 0; tsv_word(counter->to, &at, &group);)
            if (slice_equal(group, unit)) return false;
    }
    return unit.len > 0;
}
