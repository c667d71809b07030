/* Which figures of a paragraph are of one year, though a sentence above says of several. */
#ifndef SUANPAN_SERIES_SETTLE_H
#define SUANPAN_SERIES_SETTLE_H

#include "export/series/join.h"

/* 过去五年，…。工业企业总数达81家，新增高新技术企业8家 of a paragraph whose other figures go on with single years: those that
 * nothing tells anything of are of the last year. True when there is any: they may be joined now. */
bool spans_settle(struct joins *joins, const struct entries *entries);

#endif
