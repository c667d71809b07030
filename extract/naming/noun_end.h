/* Where the noun that is counted ends. */
#ifndef SUANPAN_NOUN_END_H
#define SUANPAN_NOUN_END_H

#include "extract/naming/naming.h"

/* Bytes of `text`, the words behind a count, that are the noun: 采茶工|穿梭, 党员干部|下沉一线, 联合收割机|往来作业; all of it
 * when it ends as such nouns do, or nothing in it does. Words of that edge in rules/words.tsv end them: EDGE_PERSON, EDGE_ITEM.
 */
size_t noun_end(const struct lexicon *lexicon, slice text, enum edge edge);
/* Bytes of `text`, the words behind a count, that are bodies or, if `places`, places of which something is told:
 * 重点城市|空气质量; all of it when none are. */
size_t places_end(const struct lexicon *lexicon, slice text, bool places);
/* Does `text` end with a person's name behind what the person is: 律师崔静, 快递员小马? */
bool person_named(const struct lexicon *lexicon, slice text);
/* 老李, 王师傅: is the text what one is called by the surname, and no more? */
bool person_called(const struct lexicon *lexicon, slice text);
/* Is it one or the other? */
static inline bool is_someone(const struct lexicon *lexicon, slice text) {
    return person_named(lexicon, text) || person_called(lexicon, text);
}
/* Without what tells in how many groups persons did something, where token letter `next` counts them: 青年兽医|分|4批. */
slice without_parting(const struct lexicon *x, slice name, char next);
/* 46名队员正|分组对抗: an adverb of one character that no table knows hangs on those who do it, for what stands behind, of
 * class `next`, is a verb or leads to one. */
slice without_hanging(const struct lexicon *x, slice name, char next);

/* 210平方米的大厅摆|着方桌: bytes of the character at the end of `noun` that 着 or 了 behind it makes a verb, where no table
 * knows the words; 0 when there is none. */
size_t verb_made(const struct sentence *s, struct range noun);

/* The noun that figure `c` counts without what unknown words tell of it: 采茶工|穿梭在茶垄间. */
slice noun_of(const struct naming *n, const struct candidate *c, struct range noun);

/* 电杆|往山上挪, 献血车停|在: the thing whose size is told, without what it does; `next` is the token behind the name. */
slice thing_alone(const struct sentence *s, slice name, size_t next);
#endif
