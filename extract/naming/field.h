/* The field that a rank is taken in. */
#ifndef SUANPAN_FIELD_H
#define SUANPAN_FIELD_H

#include "extract/naming/phrase.h"

/* 吞吐量|位居全省支线机场第1位, 新区|在百强榜中排名第15位: the words before the field. */
struct range without_field(const struct sentence *s, struct range r);
/* 产量|居全国前列: nor is the scope of a rank. */
struct range without_scope(const struct sentence *s, struct range r);

#endif
