/* `suanpan plot PATH... -o DIR`: claims of documents or claim files become series, series become charts. --preview shows bars
 * in the terminal instead. */
#include "export/gather.h"
#include "export/series.h"
#include "extract/messages.h"
#include "plots/chart.h"
#include "plots/verbs.h"

#include "extract/base/banned.h"

static bool plot(const struct options *o, struct gathering *g, struct chart_list *charts, struct arena *run, struct err *err) {
    struct comparison  comparison;
    struct chart_style style = {.theme = o->theme,
                                .size = o->size,
                                .font = o->font,
                                .title = o->title,
                                .style = o->style,
                                .kind = o->chart,
                                .pdf = o->pdf};
    if (!claims_gather(g, o, run, err) || !claims_compare(&comparison, g, o, run, err)) return false;
    if (o->preview) return chart_preview(&comparison, g->claims, g->count, run, err);
    return charts_draw(o->output, &comparison, g->claims, g->count, &style, charts, run, err);
}

static bool is_asked_right(const struct options *o, struct err *err) {
    if (o->path_count == 0)
        return err_set(err, ERR_USAGE, NULL, 0, 0, "%s needs a file, a folder or - for standard input", o->verb);
    if (!o->output && !o->preview) return err_set(err, ERR_USAGE, NULL, 0, 0, "--output needs the name of a folder");
    return true;
}

int verb_plot(const struct options *options, struct arena *run, struct err *err) {
    struct gathering  g = {0};
    struct chart_list charts = {0};
    bool              done = is_asked_right(options, err) && plot(options, &g, &charts, run, err);
    size_t            refused = g.refused;
    gathering_free(&g);
    if (done && !options->quiet && !options->preview) {
        fprintf(stderr, say("suanpan: %zu charts in %s"), charts.count, options->output);
        fputc('\n', stderr);
        if (charts.count == 0) {
            fputs(say("suanpan: no series has three years, and no report figures enough for a chart"), stderr);
            fputc('\n', stderr);
        }
    }
    return !done ? 2 : refused > 0;
}
