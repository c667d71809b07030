/* Counts become the closing line: suanpan：文档 3 份，表述 120 条（数量 100，增幅 20），拒读 1 份 -> 结果. Counting is the
 * verbs'. */
#include "export/summary.h"

#include "extract/claim.h"
#include "extract/messages.h"

#include <stdio.h>

#include "extract/base/banned.h"

typedef unsigned long long count;

void summary_tell(const struct harvest_counts *counts, const char *where) {
    bool first = true;
    fprintf(stderr, say("suanpan: %llu documents, %llu claims"), (count)counts->documents, (count)counts->claims);
    for (int i = 0; i < 8; i++) {
        if (!counts->kinds[i]) continue;
        fprintf(stderr, "%s%s %llu", first ? " (" : ", ", say(kind_names[i]), (count)counts->kinds[i]);
        first = false;
    }
    if (!first) fputc(')', stderr);
    if (counts->series) fprintf(stderr, say(", %llu series, %llu charts"), (count)counts->series, (count)counts->charts);
    if (counts->refused) fprintf(stderr, say(", %llu inputs refused"), (count)counts->refused);
    if (where) fprintf(stderr, " -> %s", where);
    fputc('\n', stderr);
}
