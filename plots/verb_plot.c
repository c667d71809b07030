/* `suanpan plot PATH... -o DIR`: claims of documents or claim files become series, series become charts. --preview shows bars
 * in the terminal instead. */
#include "export/gather.h"
#include "export/series/series.h"
#include "extract/messages.h"
#include "plots/chart.h"
#include "plots/verbs.h"

#include "extract/base/banned.h"

/* `*made`: charts drawn, or shown. */
static bool plot(size_t *made, const struct options *o, struct gathering *g, struct arena *run, struct err *err) {
    struct comparison  comparison;
    struct chart_list  charts;
    struct chart_style style = chart_style_of(o);
    if (!claims_gather(g, o, run, err) || !claims_compare(&comparison, g, o, run, err)) return false;
    if (o->preview) return chart_preview(made, &comparison, run, err);
    if (!charts_draw(o->output, &comparison, &style, &charts, run, err)) return false;
    *made = charts.count;
    return true;
}

static bool is_asked_right(const struct options *o, struct err *err) {
    if (o->path_count == 0) return err_usage(err, "%s needs a file, a folder or - for standard input", o->verb);
    if (!o->output && !o->preview) return err_usage(err, "%s needs a folder to write to; name it with -o", o->verb);
    return true;
}

int verb_plot(const struct options *options, struct arena *run, struct err *err) {
    struct gathering g = {0};
    size_t           made = 0;
    bool             done = is_asked_right(options, err) && plot(&made, options, &g, run, err);
    size_t           refused = g.refused;
    gathering_free(&g);
    if (done && !options->quiet && !options->preview && made) {
        fprintf(stderr, say_count(made, "suanpan: %zu chart in %s", "suanpan: %zu charts in %s"), made, options->output);
        fputc('\n', stderr);
    }
    if (done && !options->quiet && made == 0) {
        fputs(say("suanpan: no series has three years, and no report has figures enough for a chart"), stderr);
        fputc('\n', stderr);
    }
    return !done ? 2 : refused > 0;
}
