/* What documents are called where people read: 青禾县2021 of 报告/青禾县2021.txt. Two files of one name are told apart by the
 * shortest end of their paths that differs: 2020/report and 2021/report, report.docx and report.txt. */
#ifndef SUANPAN_DOCUMENT_NAMES_H
#define SUANPAN_DOCUMENT_NAMES_H

#include "extract/base/arena.h"

struct document_names;

/* The names of `n` documents, which may be given more than once; they and their text live in `arena`. */
const struct document_names *document_names_make(const slice *documents, size_t n, struct arena *arena);
/* The name of one of them, as plain text; empty for another document. */
slice document_name(const struct document_names *names, slice document);

#endif
