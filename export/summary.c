/* Counts become the closing line: suanpan：文档 3 份，表述 120 条（数量 100，增幅 20），拒读 1 份 -> 结果. Counting is the
 * verbs'. */
#include "export/summary.h"

#include "extract/claim.h"
#include "extract/messages.h"

#include <stdio.h>

#include "extract/base/banned.h"

/* ", 3 charts" */
#define PUT_COUNT(n, one, many) fprintf(stderr, say_count(n, one, many), (unsigned long long)(n))

void summary_tell(const struct harvest_counts *counts, const char *where) {
    bool first = true;
    PUT_COUNT(counts->documents, "suanpan: %llu document", "suanpan: %llu documents");
    PUT_COUNT(counts->claims, ", %llu claim", ", %llu claims");
    for (int i = 0; i < KIND_COUNT; i++) {
        if (!counts->kinds[i]) continue;
        fprintf(stderr, "%s%s %llu", first ? " (" : ", ", say(kind_names[i]), (unsigned long long)counts->kinds[i]);
        first = false;
    }
    if (!first) fputc(')', stderr);
    if (counts->series) {
        PUT_COUNT(counts->series, ", %llu series", ", %llu series");
        PUT_COUNT(counts->charts, ", %llu chart", ", %llu charts");
    }
    if (counts->refused) PUT_COUNT(counts->refused, ", %llu input refused", ", %llu inputs refused");
    if (where) fprintf(stderr, " -> %s", where);
    fputc('\n', stderr);
}
