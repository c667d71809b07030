/* `suanpan report PATH... -o FILE.html`: one page with the evidence of every figure, the claims, the series and the charts.
 * What is drawn for it goes to a folder of its own and is taken away again. */
#include "export/folder.h"
#include "export/gather.h"
#include "export/replace.h"
#include "export/writers.h"
#include "extract/messages.h"
#include "plots/report.h"
#include "plots/verbs.h"

#include "extract/base/banned.h"

static bool make_page(const struct options *o, struct gathering *g, const char *folder, struct arena *run, struct err *err) {
    struct comparison   comparison;
    struct audit        audit;
    struct chart_list   charts = {0};
    struct err          undrawn = {0};
    struct chart_style  style = chart_style_of(o);
    struct report_parts parts = {.gathered = g,
                                 .comparison = &comparison,
                                 .audit = &audit,
                                 .charts = &charts,
                                 .chart_folder = folder,
                                 .title = o->title,
                                 .header = o->header,
                                 .version = SUANPAN_VERSION};
    style.title = NULL; /* it is the page's */
    style.page = true;
    if (!texts_gather(g, o, run, err) || !claims_compare(&comparison, g, o, run, err)) return false;
    audit_make(&audit, &comparison, run);
    bool drawn = charts_draw(folder, &comparison, &style, &charts, run, &undrawn);
    if (!drawn && undrawn.kind == ERR_USAGE) return *err = undrawn, false;
    if (!drawn) parts.failure = undrawn.text;
    if (!report_write(o->output, &parts, run, err)) return false;
    if (!drawn) *err = undrawn; /* the page is there, without them */
    return drawn;
}

static bool is_asked_right(const struct options *o, struct err *err) {
    if (o->path_count == 0) return err_usage(err, "%s needs a file, a folder or - for standard input", o->verb);
    slice suffix = o->output ? name_suffix(o->output) : SLICE_NONE;
    if (suffix.len && !slice_is(suffix, ".html") && !slice_is(suffix, ".htm"))
        return err_file(err, ERR_USAGE, o->output, "the page is HTML; name it .html, a browser prints it as a PDF");
    return !o->output || output_may_replace(o->output, o->force, err);
}

int verb_report(const struct options *options, struct arena *run, struct err *err) {
    struct gathering g = {0};
    const char      *folder = is_asked_right(options, err) ? folder_new(NULL, run, err) : NULL;
    if (!folder) return 2;
    bool   done = make_page(options, &g, folder, run, err);
    size_t refused = g.refused, count = g.count;
    folder_remove(folder, run);
    gathering_free(&g);
    if (done && !options->quiet && options->output && strcmp(options->output, "-")) {
        fprintf(stderr, say_count(count, "suanpan: %zu claim in %s", "suanpan: %zu claims in %s"), count, options->output);
        fputc('\n', stderr);
    }
    return !done ? 2 : refused > 0;
}
