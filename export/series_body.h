/* Who reports, under one name: 中共甲县委员会 and 甲县委, 乙市甲县 and 甲县. */
#ifndef SUANPAN_SERIES_BODY_H
#define SUANPAN_SERIES_BODY_H

#include "export/series_key.h"

struct body_name {
    slice name, key; /* as the report has it; its body_key */
};
struct bodies {
    struct body_name *names; /* all that are met, sorted by name */
    size_t            count;
    slice             only; /* the one body there is: also of claims that name none; empty where there are several */
};

void  bodies_read(struct bodies *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                  struct arena *arena);
slice bodies_find(const struct bodies *bodies, const struct claim *claim);
/* True for "" and 市, what is left of 市人民政府: any city's. */
bool body_is_nameless(slice body);
/* What a file's name says beside numbers and marks: 报告/青禾县2019.txt → 青禾县; its whole path when that is nothing. */
slice body_of_file(slice document, struct arena *arena);

#endif
