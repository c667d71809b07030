/* Who reports, under one name: 中共甲县委员会 and 甲县委, 乙市甲县 and 甲县; of reports that do not say it their paths tell. */
#ifndef SUANPAN_SERIES_BODY_H
#define SUANPAN_SERIES_BODY_H

#include "export/series/key.h"

struct body_name {
    slice name, key; /* as the report has it; its body_key */
};
struct whose {
    slice name, body; /* what the report calls it; its body_key, or what stands for one */
    slice shown;      /* what all its reports are shown as: the name in the latest */
    bool  nameless;   /* it does not say whose it is: nothing, or 市 of 市人民政府 */
};
struct body_file { /* a document */
    slice        document;
    slice        path; /* path_without_years, or the folder where all reports in it may be one body's */
    int          year; /* most claims are of */
    bool         one;  /* it says less of whose it is than the others of its folder, and is of their body */
    struct whose whose;
};
struct bodies {
    struct body_name *names; /* all that are met, sorted by name */
    size_t            count;
    struct body_file *files; /* sorted by document */
    size_t            file_count;
    struct body_name *shown; /* of each key the name in its latest report, sorted by key */
    size_t            shown_count;
    size_t            apart;       /* documents that do not say whose they are, where their paths tell several apart */
    slice             apart_first; /* one of them */
    size_t            together;    /* documents that do not say it, taken for one body's since a folder holds one for a year */
    slice             together_first;
};

/* 甲县发改委 is short for 甲县发展和改革委: one place, and all its characters in order from the first behind that to the
 * office. */
bool         body_shortened(const struct metric_rules *rules, slice less, slice more);
void         bodies_read(struct bodies *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                         struct arena *arena);
struct whose bodies_find(const struct bodies *bodies, const struct claim *claim);

#endif
