/* suanpan compare 2019.txt 2020.txt → a row for each series: 处置网络舆情,起,level,青川县委,280,313,33,11.79. Documents and claim files in
 * any mix; --long one row a figure, --across bodies one column a body. The joins that are left to a person go to matches.csv
 * beside the output. Leaves alone how series are made (series.c). */
#include "export/verbs.h"

#include "export/gather.h"
#include "export/series.h"
#include "export/writer.h"

#include "extract/messages.h"

#include "extract/base/banned.h"

static bool is_long(const struct options *o) {
    const struct writer *writer = writer_find(o->format, o->output);
    return o->longform || writer == &jsonl_writer || (!o->format && o->output && slice_ends(slice_of(o->output), SLICE_LIT(".jsonl")));
}

static bool check_options(const struct options *o, struct err *err) {
    if (o->path_count == 0) return err_set(err, ERR_USAGE, NULL, 0, 0, "compare needs a file, a folder or - for standard input");
    if (o->across && strcmp(o->across, "bodies")) return err_set(err, ERR_USAGE, NULL, 0, 0, "--across %s: only bodies can be lined up", o->across);
    return true;
}

/* matches.csv beside the output, when there is a file to stand beside: out/comparison.csv → out/matches.csv. */
static bool write_matches(const struct options *o, const struct comparison *c, struct arena *run, struct err *err) {
    struct table   matches;
    struct options beside = *o;
    if (!o->output || !strcmp(o->output, "-") || o->dry_run || !c->weak_count) return true;
    slice path = slice_of(o->output);
    while (path.len && path.ptr[path.len - 1] != '/') path.len--;
    beside.output = arena_format(run, "%.*smatches.csv", SLICE_ARG(path)).ptr;
    beside.format = "csv";
    beside.sort = beside.columns = NULL;
    matches_table(&matches, c, run);
    return table_write(&matches, &beside, run, err);
}

/* One line for a person, and one for each thing that would otherwise surprise. */
static void tell(const struct options *o, const struct comparison *c) {
    size_t several = 0;
    if (o->quiet) return;
    for (size_t i = 0; i < c->count; i++) {
        const struct series *s = &c->series[i];
        several += s->point_count && (c->across ? !slice_equal(s->points[0].body, s->points[s->point_count - 1].body)
                                                : s->points[0].year != s->points[s->point_count - 1].year);
    }
    if (o->output && strcmp(o->output, "-"))
        fprintf(stderr, say("suanpan: %zu series from %zu documents, %zu of them over several years; %zu joins to confirm\n"), c->count,
                c->reports, several, c->weak_count);
    if (c->duplicates) fprintf(stderr, say("suanpan: %zu documents repeat another and are left out\n"), c->duplicates);
    if (c->count && c->reports == 1) fprintf(stderr, say("suanpan: one document only; give those of other years too\n"));
    else if (c->count && !several) fprintf(stderr, say("suanpan: no figure is stated for more than one year\n"));
}

int verb_compare(const struct options *options, struct arena *run, struct err *err) {
    struct gathering     g = {0};
    struct comparison    comparison = {0};
    struct metric_rules *rules;
    struct table         table;
    bool                 good = check_options(options, err) && claims_gather(&g, options, run, err) &&
                metric_rules_load(&rules, options_rule(options, "metrics.tsv", run), run, err) &&
                series_build(&comparison, g.claims, g.count, rules, options->aliases, options->across, run, err);
    if (good) {
        if (is_long(options)) comparison_long(&table, &comparison, run);
        else comparison_wide(&table, &comparison, run);
        good = table_write(&table, options, run, err) && write_matches(options, &comparison, run, err);
    }
    if (good) tell(options, &comparison);
    size_t refused = g.refused;
    gathering_free(&g);
    return !good ? 2 : refused > 0;
}
