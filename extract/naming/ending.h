/* Where a noun ends in a text that no table splits. */
#ifndef SUANPAN_ENDING_H
#define SUANPAN_ENDING_H

#include "extract/naming/naming.h"

/* Bytes of `text`, the words behind a count, that are the noun: 采茶工|穿梭, 党员干部|下沉一线, 联合收割机|往来作业; all of it
 * when it ends as such nouns do, or nothing in it does. Words of that edge in rules/words.tsv end them: EDGE_PERSON, EDGE_ITEM.
 */
size_t noun_end(const struct lexicon *lexicon, slice text, enum edge edge);
/* Does a noun of that edge end at byte `end` of `text`: 采茶工|穿梭, not 卫生|保洁 or 粮食生|产能手, nor 村 of 村民|活动中心?
 */
bool noun_ends_at(const struct lexicon *lexicon, slice text, size_t end, enum edge edge);
/* Bytes of `text`, the words behind an age, that are the person: 村民刘桂英|握; where no name stands there, as noun_end. */
size_t person_end(const struct lexicon *lexicon, slice text);
/* Bytes of `text`, the words behind a count, that are bodies or places of which something is told:
 * 重点城市|空气质量; all of it when none are. */
size_t places_end(const struct lexicon *lexicon, slice text);
/* Does `text` end with a person's name behind what the person is: 律师崔静, 快递员小马? */
bool person_named(const struct lexicon *lexicon, slice text);
/* 李有福, 村民李有福: or is it that name alone, two or three characters? */
static inline bool person_by_name(const struct lexicon *lexicon, slice text) {
    return (text.len <= 3 * HAN && lexicon_surname(lexicon, text)) || person_named(lexicon, text);
}
/* 老李, 王师傅: is the text what one is called by the surname, and no more? */
bool person_called(const struct lexicon *lexicon, slice text);
/* Is it somebody behind what he is, or so called? */
static inline bool is_someone(const struct lexicon *lexicon, slice text) {
    return person_named(lexicon, text) || person_called(lexicon, text);
}
/* Without what tells in how many groups persons did something, where token letter `next` counts them: 青年兽医|分|4批. */
slice without_parting(const struct lexicon *lexicon, slice name, char next);
/* 46名队员正|分组对抗: an adverb of one character that no table knows hangs on those who do it, for what stands behind, of
 * class `next`, is a verb or leads to one. */
slice without_hanging(const struct lexicon *lexicon, slice name, char next);
#endif
