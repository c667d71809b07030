/* Persons that are counted: where their noun ends. */
#ifndef SUANPAN_PERSON_H
#define SUANPAN_PERSON_H

#include "extract/lexicon.h"

/* Bytes of `text`, the words behind a count of persons, that name them: 采茶工|穿梭, 党员干部|下沉一线; all of it when it ends
 * as such nouns do, or nothing in it does. The endings are the words noted person in rules/words.tsv. */
size_t persons_end(const struct lexicon *lexicon, slice text);

#endif
