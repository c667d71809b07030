/* The words of news open with a scene: who is seen, and where. Neither is in a row header. What tells them is how they end: a
 * place with 上, 里 or 旁, a person with a word for one and the name. Where 着 or 了 stands behind them, the character before
 * it is a verb that no table knows: 墙上挂|着锦旗26面. */
#include "extract/naming/scene.h"

#include "extract/naming/doer.h"
#include "extract/naming/ending.h"
#include "extract/naming/goes_on.h"
#include "extract/naming/noun_end.h"

#include "extract/base/banned.h"

/* 广场上, 墙上, not 线上 or 网上. */
static bool is_where(const struct sentence *s, slice words) { return lexicon_ends_truly(s->lexicon, words, EDGE_WHERE); }

/* Does a deed start at token `i`, behind who did it? 教师王建国|从教 */
static bool deed_starts(const struct sentence *s, size_t i) {
    i = skip(s, i, CLASSES(ADVERB, DONE, DATE, RUNNING));
    bool made = tag_at(s, i) == NOUN && is_one_character(&s->tokens[i]) && makes_verb(s, i + 1); /* 特地|请|了3天假 */
    return made || is_one_of(tag_at(s, i), VERB, LIGHT, AWARD, PREPOSITION) || (tag_at(s, i) == NOUN && s->tokens[i].word);
}

/* Bytes of the person that the tokens [from, to) open with, 村医刘长水|背着; 0 when they open with none. */
static size_t person_bytes(const struct sentence *s, size_t from, size_t to) {
    for (size_t end = from + 1; end <= to; end++) {
        size_t verb = end == to ? verb_made(s, range_of(from, to)) : 0;
        slice  who = sentence_text(s, from, end);
        who.len -= verb;
        bool person = (who.len >= 4 * HAN && person_named(s->lexicon, who)) ||
                      (who.len >= 3 * HAN && person_called(s->lexicon, who)); /* 周女士|请了3天假 */
        if (person && (verb || deed_starts(s, end))) return who.len;
    }
    return 0;
}

/* 展厅|里, 老火车站|旁: bytes of the place that `text` opens with, a noun of places and where in it; 0 when it opens with none.
 */
static size_t opening_place(const struct lexicon *x, slice text) {
    enum { LONGEST = 8 * HAN };
    for (size_t end = 2 * HAN; end <= LONGEST && end + 2 * HAN <= text.len; end += HAN) {
        const struct word *in = lexicon_ending(x, slice_sub(text, 0, end), EDGE_SPOT);
        if (!in || lexicon_ending(x, slice_sub(text, 0, end + HAN), EDGE_LOOKALIKE)) continue; /* most */
        slice place = slice_sub(text, 0, end - in->text.len);
        if (lexicon_ends_in(x, place, ONE_OF_EDGES(EDGE_DOER, EDGE_BODY, EDGE_SCENE))) return end;
    }
    return 0;
}

size_t behind_place(const struct sentence *s, size_t from) {
    size_t of = skip(s, from, CLASSES(NOUN, HEAD));
    bool   place = of > from && tag_at(s, of) == OF && lexicon_ends_truly(s->lexicon, sentence_text(s, from, of), EDGE_SPOT);
    return place ? of + 1 : from;
}

/* Bytes of the place that those tokens are, 广场上|聚集, 码头边|的冷库, or open with, 展厅里|展品; 0 when they are none. */
static size_t where_bytes(const struct sentence *s, size_t from, size_t to) {
    size_t verb = verb_made(s, range_of(from, to));
    slice  where = sentence_text(s, from, to);
    size_t there = opening_place(s->lexicon, where);
    if (behind_place(s, from) > to) return where.len;
    where.len -= verb;
    return there ? there : (verb || tag_at(s, to) == VERB) && is_where(s, where) ? where.len : 0;
}

slice without_scene(const struct sentence *s, struct words before, slice name, size_t least) {
    size_t aged = tag_before(s, before.from) == AGE && tag_at(s, before.from) == OF; /* 51岁|的 */
    size_t from = skip(s, before.from + aged, CLASSES(ADVERB, DATE, PLACE));
    from += from < before.to && is_at(&s->tokens[from]); /* 在|山里守了26年 */
    size_t to = skip(s, from, CLASSES(NOUN, HEAD));
    if (to == from || to > before.to) return name;
    slice opens = sentence_text(s, from, to);
    if (opens.len < 2 * HAN || !slice_starts(name, slice_sub(opens, 0, HAN))) return name; /* it is gone already */
    size_t who = person_bytes(s, from, to);
    opens.len = who ? who : where_bytes(s, from, to);
    return without_start(name, opens, least);
}

/* Does `who` end as those who do something do, the person or the body, or as where it is done does: 商户, 水利局, 道路两侧? */
static bool may_do(const struct lexicon *x, slice who) {
    const struct word *doer = lexicon_ending(x, who, EDGE_DOER), *person = lexicon_ending(x, who, EDGE_PERSON);
    const struct word *other = lexicon_ending(x, who, EDGE_LOOKALIKE);
    if (!doer && person && person->text.len > HAN) doer = person;              /* 村民, not 城市居 */
    if (!doer && who.len >= 4 * HAN) doer = lexicon_ending(x, who, EDGE_BODY); /* 水质检测中心 */
    return doer ? !other || other->text.len < doer->text.len : !other && lexicon_ending(x, who, EDGE_WHERE);
}

slice without_stay(const struct sentence *s, struct words before, slice name) {
    size_t at = last_of(s, range_of_words(before), CLASSES(PREPOSITION));
    if (at == SIZE_MAX || !note_at(s, at, NOTE_AT) || tag_at(s, before.from) == AMONG) return name; /* most */
    slice  said = sentence_text(s, at + 1, before.to);
    size_t from = said.len < 2 * HAN ? SIZE_MAX : slice_find(name, slice_sub(said, 0, 2 * HAN), 0);
    if (from == SIZE_MAX) return name;
    slice there = slice_from(name, from);
    for (size_t end = there.len < 4 * HAN ? 0 : there.len - 2 * HAN; end >= 2 * HAN; end -= HAN) {
        slice where = slice_sub(there, 0, end);
        bool  told = may_do(s->lexicon, where) || lexicon_ending(s->lexicon, where, EDGE_PLACE) ||
                    (end > 2 * HAN && lexicon_ending(s->lexicon, where, EDGE_BODY)); /* 轴承厂 */
        if (!slice_starts(said, where) || !told) continue;
        const struct word *in = lexicon_opening(s->lexicon, slice_from(there, end), EDGE_WHERE); /* 岗位|上|坚守 */
        if (in) end += in->text.len;
        if (there.len < end + 2 * HAN) break; /* 讲台上|站 */
        return slice_from(there, end);
    }
    size_t in = token_bytes(&s->tokens[at]);
    return from > in && slice_starts(slice_from(name, from - in), token_text(s, at)) ? slice_from(name, from - in) : name;
}

/* Is token `i` a verb that a table knows, with an object, done by no one from whom others of that sort are told apart? Not so
 * 人才引进|计划, 家庭签约|率. */
static bool verb_starts(const struct sentence *s, struct range words, size_t i) {
    if (i + 1u >= words.to || s->tokens[i].tag != VERB) return false;                 /* most */
    if (s->tokens[words.to - 1].tag == HEAD || note_at(s, i, NOTE_NEW)) return false; /* 学生|资助资金 */
    bool object = is_one_of(s->tokens[i + 1].tag, NOUN, HEAD, LEVEL, VERBAL, QUOTE) && token_bytes(&s->tokens[i + 1]) > HAN;
    return object && !told_apart(s, words, range_of(words.from, i));
}

slice without_doing(const struct sentence *s, struct range before, slice name) {
    enum { LONGEST_DOER = 12 * HAN };
    size_t first = skip(s, before.from, CLASSES(ADVERB, DATE, PLACE, PREPOSITION));
    if (first >= before.to || s->tokens[first].tag == VERB) return name; /* 争取上级|支付资金 */
    slice  clause = sentence_text(s, before.from, before.to);
    size_t at = slice_find(clause, slice_sub(name, 0, 2 * HAN), 0);
    if (at == SIZE_MAX) return name;
    slice  said = slice_from(clause, at);
    size_t start = s->tokens[before.from].start + at;
    size_t last = skip_back(s, before.to, CLASSES(REACH, FROM, GROW_TO, FALL_TO, ADVERB, DATE, DONE));
    bool   listed = tag_before(s, last) != HEAD && !note_at(s, last - 1, NOTE_THING); /* 加油站|改造项目 */
    for (size_t end = 2 * HAN, i = first; end + 4 * HAN <= name.len && end <= LONGEST_DOER; end += HAN) {
        while (i < before.to && s->tokens[i].start < start + end) i++;
        size_t verb = i < before.to && s->tokens[i].start == start + end ? i : before.to;
        bool   deed = (listed && lexicon_opening(s->lexicon, slice_from(name, end), EDGE_DEED)) || verb_starts(s, before, verb);
        deed = deed && slice_starts(said, slice_sub(name, 0, end + 2 * HAN)) && !works_on(s, before, verb, before.to);
        bool outfit = verb < last && last <= verb + 3u && s->tokens[verb].tag == VERBAL &&
                      names_outfit(s, range_of(verb, last), EDGE_OUTFIT);
        if (outfit && !lexicon_ending(s->lexicon, slice_sub(name, 0, end), EDGE_AGENCY)) return name; /* 社会组织|孵化基地 */
        if (deed && may_do(s->lexicon, slice_sub(name, 0, end))) return slice_from(name, end);
    }
    return name;
}

/* Behind 为, 给 or 向: where the words start that tell for whom or to whom something was done; words.to when none do. */
static size_t served_from(const struct sentence *s, struct words words) {
    const uint64_t other = NOTE_AT | NOTE_ADJ | NOTE_PLAN | NOTE_DISPOSES | NOTE_THAN;
    for (size_t i = words.to; i-- > words.from;) {
        const struct token *t = &s->tokens[i];
        bool                given = t->tag == PREPOSITION && is_one_character(t) && !has_note(t, other);
        if (given || has_note(t, NOTE_FOR)) return i + 1;
        if (t->tag == OF || t->candidate >= 0) break; /* 为老人送的|饭菜, 为65岁以上老人|体检 */
    }
    return words.to;
}

/* Does a deed start at byte `at` of the sentence, inside an unknown word (老人|理发) or with a known one (绣娘|发|工资), and
 * not what the deed at the end is done to: 运动员|基金|注资? */
static bool deed_starts_at(const struct sentence *s, struct words words, size_t at) {
    size_t i = words.from;
    while (i + 1u < words.to && s->tokens[i].end <= at) i++;
    bool unknown = is_unknown(s, i) && i + 1u == words.to; /* 居民|代配药品 */
    if (s->tokens[i].start == at) return unknown || is_one_of(s->tokens[i].tag, VERB, VERBAL) || deed_of_no_table(s, i);
    return i + 1u == words.to || !is_one_of(s->tokens[words.to - 1].tag, VERB, VERBAL);
}

/* 向|亲戚|借|了30万: bytes of the verb of one character behind the persons to whom it was done; 0 when none stands there. */
static size_t borrowed_bytes(const struct sentence *s, size_t from, size_t to) {
    size_t verb = skip(s, from, CLASSES(NOUN, HEAD));
    if (verb == from || verb + 1u != to || !makes_verb(s, verb)) return 0; /* most */
    slice  who = sentence_text(s, from, verb);
    size_t did = utf8_size_before(who, who.len);
    who.len -= did;
    bool whom = who.len >= 2 * HAN && lexicon_ends_in(s->lexicon, who, ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER));
    return whom ? did : 0;
}

slice without_served(const struct sentence *s, struct words before, slice name) {
    size_t from = served_from(s, before);
    slice  served = sentence_text(s, from, before.to);
    if (served.len < 3 * HAN || !slice_starts(name, slice_sub(served, 0, 2 * HAN))) return name; /* most */
    size_t did = borrowed_bytes(s, from, before.to), who = noun_end(s->lexicon, served, EDGE_PERSON);
    if (did && name.len < served.len) return slice_from(name, name.len - did);
    bool told = slice_starts(name, slice_sub(served, 0, who)) && name.len >= who + 2 * HAN;
    return told && deed_starts_at(s, before, s->tokens[from].start + who) ? slice_from(name, who) : name;
}

slice without_kin(const struct sentence *s, struct words before, slice name) {
    size_t of = last_of(s, range_of_words(before), CLASSES(OF));
    if (of == SIZE_MAX || of == before.from) return name; /* most */
    slice who = sentence_text(s, of + 1, skip(s, of + 1, CLASSES(NOUN, HEAD)));
    return slice_ends(name, who) && person_by_name(s->lexicon, who) ? who : name; /* 住在6楼的|吴桂珍 */
}

slice without_aged(const struct lexicon *x, slice person, slice name) {
    if (!person.len) return name;                                                            /* most */
    slice called = person.len > 3 * HAN ? slice_from(person, person.len - 3 * HAN) : person; /* 出租车司机|蒋国庆 */
    bool  surname = lexicon_surname(x, called) != NULL;
    if (surname && slice_starts(name, called)) person = called;
    bool who = slice_starts(name, person) && name.len >= person.len + 2 * HAN && (surname || person_named(x, person));
    return who ? slice_from(name, person.len) : name; /* 幼儿|入托率 is of no one */
}

/* 宝鸡——|成都线: does the text open with one end of a line? */
static bool opens_route(const struct lexicon *x, slice text) {
    enum { LONGEST_END = 5 * HAN };
    for (size_t end = 0; end < text.len && end < LONGEST_END;) {
        end = utf8_next(text, end);
        if (lexicon_ending(x, slice_sub(text, 0, end), EDGE_ROUTE)) return true;
    }
    return false;
}

slice behind_dash(const struct lexicon *x, slice name) {
    enum { SHORTEST_SAID = 2 * HAN };
    slice  dash = SLICE_LIT("——");
    bool   may = name.len && memchr(name.ptr, dash.ptr[0], name.len); /* no Han character holds this byte first */
    size_t at = may ? slice_find(name, dash, 0) : SIZE_MAX;
    if (at == SIZE_MAX || name.len < at + dash.len + 2 * HAN) return name; /* most */
    slice behind = slice_from(name, at + dash.len);
    if (at == 0) return behind; /* 班列816列|——中欧班列|开行816列 */
    return at < SHORTEST_SAID || opens_route(x, behind) ? name : behind;
}
