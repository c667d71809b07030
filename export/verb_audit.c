/* `suanpan audit PATH...`: contradictions between and within reports, both sentences beside each other: 2020 年 1186 万人 in
 * one report, 1168 万人 in the next. */
#include "export/audit/audit.h"
#include "export/gather.h"
#include "export/verbs.h"
#include "export/writers.h"

#include "extract/base/banned.h"

static bool audit(const struct options *o, struct gathering *g, struct arena *run, struct err *err) {
    struct comparison comparison;
    struct audit      found;
    struct table      table = {0};
    if (!claims_gather(g, o, run, err) || !claims_compare(&comparison, g, o, run, err)) return false;
    audit_make(&found, &comparison, run);
    audit_table(&table, &found, table_texts(o, run), run);
    if (!table_write(&table, o, run, err)) return false;
    if (summary_is_wanted(o)) audit_tell(stderr, &found, run);
    return true;
}

int verb_audit(const struct options *options, struct arena *run, struct err *err) {
    return gathered_run(audit, options, run, err);
}
