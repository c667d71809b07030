/* `suanpan plot PATH... -o DIR`: claims of documents or claim files become series, series become charts. --preview shows bars in
 * the terminal instead. */
#include "export/gather.h"
#include "plots/chart.h"
#include "plots/verbs.h"

#include <sys/stat.h>

#include "extract/base/banned.h"

static bool plot(const struct options *o, struct gathering *g, struct chart_count *count, struct arena *run, struct err *err) {
    struct metric_rules *metrics;
    struct comparison    comparison;
    struct chart_style   style = {.theme = o->theme, .size = o->size, .font = o->font, .title = o->title, .style = o->style, .kind = o->chart};
    if (!claims_gather(g, o, run, err) || !metric_rules_load(&metrics, options_rule(o, "metrics.tsv", run), run, err) ||
        !series_build(&comparison, g->claims, g->count, metrics, o->aliases, o->across, run, err))
        return false;
    mkdir(o->output, 0777);
    return charts_draw(o->output, &comparison, g->claims, g->count, &style, count, run, err);
}

int verb_plot(const struct options *options, struct arena *run, struct err *err) {
    struct gathering   g = {0};
    struct chart_count count = {0};
    if (options->path_count == 0)
        err_set(err, ERR_USAGE, NULL, 0, 0, "%s needs a file, a folder or - for standard input", options->verb);
    else if (!options->output)
        err_set(err, ERR_USAGE, NULL, 0, 0, "--output needs the name of a folder");
    bool   done = !err->kind && plot(options, &g, &count, run, err);
    size_t refused = g.refused;
    gathering_free(&g);
    if (done && !options->quiet) fprintf(stderr, "suanpan: %zu charts in %s\n", count.charts, options->output);
    return !done ? 2 : refused > 0;
}
