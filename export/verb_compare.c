/* `suanpan compare PATH...`: claims of documents and claim files become series across years. The wide form for spreadsheets,
 * the long one (--long, -f jsonl) for programs; 地区生产总值 2019 … 2023, change, change_pct. */
#include "export/gather.h"
#include "export/series/series.h"
#include "export/series/table.h"
#include "export/verbs.h"
#include "export/writers.h"

#include "extract/base/banned.h"

static bool compare(const struct options *o, struct gathering *g, struct arena *run, struct err *err) {
    struct comparison comparison;
    struct table      table = {0};
    if (!claims_gather(g, o, run, err) || !claims_compare(&comparison, g, o, run, err)) return false;
    bool lines = o->longform || (o->format && strcmp(o->format, "jsonl") == 0) ||
                 (!o->format && o->output && slice_ends(slice_of(o->output), SLICE_LIT(".jsonl")));
    const struct column_texts *texts = table_texts(o, run);
    if (lines)
        comparison_long(&table, &comparison, texts, run);
    else
        comparison_wide(&table, &comparison, texts, run);
    if (!table_write(&table, o, run, err)) return false;
    if (summary_is_wanted(o)) comparison_tell(stderr, &comparison);
    return true;
}

int verb_compare(const struct options *options, struct arena *run, struct err *err) {
    return gathered_run(compare, options, run, err);
}
