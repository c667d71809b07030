/* What a rank is of: 热线质量在349个城市中居第46 is of 热线质量, 在绩效考核中位列第48 of the assessment. */
#include "extract/naming/rank.h"

#include "extract/naming/before.h"
#include "extract/naming/ending.h"
#include "extract/naming/narrow.h"

#include "extract/base/banned.h"

/* 价格环比上涨0.2%，70个城市中|排名第35位: the field opens the clause without 在. */
static bool is_bare_field(const struct sentence *s, struct range before, size_t field) {
    size_t ranks = first_of(s, before, CLASSES(RANK));
    return tag_before(s, field) == COMMA && ranks < before.to && words_ending(s, before.from, ranks, EDGE_AMONG);
}

/* 在全省17个地市中|综合排名|第9: the ranking itself, where nobody is told. */
static slice ranking(const struct sentence *s, size_t from, size_t figure) {
    while (from < figure && !(s->tokens[from].tag == RANK && note_at(s, from, NOTE_THING))) from++;
    return from < figure ? token_text(s, from) : SLICE_NONE;
}

bool is_ranking_within(const struct sentence *s, size_t i) {
    return tag_at(s, i) == RANK && i + 1 < s->count && token_opening(s, i + 1, EDGE_AMONG);
}

/* 百强榜, 绩效评估中: what ranks are given in, named without 中; empty when those words name none. */
static slice contest(const struct naming *n, struct range field) {
    const struct sentence *s = n->s;
    if (field.to > field.from + 2u && is_ranking_within(s, field.to - 2u)) /* a name leaves out words that rank */
        return joined(name_of(s, strip(s, range_of(field.from, field.to - 2u), NAME_HEAD, 0), n->arena),
                      token_text(s, field.to - 2u), n->arena);
    slice  named = name_of(s, strip(s, field, NAME_HEAD, 0), n->arena);
    slice  name = without_ending(s->lexicon, named, EDGE_AMONG, 0);
    size_t deed = word_at_end(s, name, CLASSES(VERBAL, RANK), 0);
    bool   ranks = deed < s->count || lexicon_ending(s->lexicon, name, EDGE_CONTEST);
    return ranks && name.len >= 2 * HAN ? name : SLICE_NONE;
}

/* 在168个城市|空气质量排名|中居第12位: what those are ranked by whom the figure before counts. */
static slice ranked_by(const struct naming *n, size_t from, size_t figure) {
    const struct sentence *s = n->s;
    size_t                 ranking = from;
    while (ranking < figure && !is_ranking_within(s, ranking)) ranking++;
    if (ranking == figure) return SLICE_NONE;
    slice  name = name_of(s, range_of(from, ranking), n->arena);
    size_t whose = places_end(s->lexicon, name);
    return whose < name.len ? joined(slice_from(name, whose), token_text(s, ranking), n->arena) : SLICE_NONE;
}

/* 在创新能力排名中|居第24位: the verb that ranks between `from` and `to`, which the 排名 before 中 is not; `to` when none does.
 */
static size_t verb_of_rank(const struct sentence *s, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (s->tokens[i].tag == RANK && (i + 1 == to || !is_ranking_within(s, i))) return i;
    return to;
}

/* 经开区在219家|经开区综合考评中|跃居第47位: no measure ranks, but who does. */
static slice contest_behind(const struct naming *n, size_t from, size_t figure) {
    size_t ranks = verb_of_rank(n->s, from, figure);
    return ranks < figure ? contest(n, range_of(from, ranks)) : SLICE_NONE;
}

/* 完成整改任务，|并连续4年在国家测评中位列第一: does the clause before token `from` tell what was done, by the one who ranks?
 */
static bool is_deed(const struct sentence *s, size_t from) {
    size_t end = skip_back(s, from, CLASSES(COMMA, LIST_COMMA)),
           deed = skip(s, clause_start(s, end), CLASSES(ADVERB, DONE, PLACE, DATE));
    return end < from && deed < end && is_one_of(tag_at(s, deed), LIGHT, REACH, VERB);
}

slice contest_of_deed(const struct naming *n, size_t from, size_t at) {
    const struct sentence *s = n->s;
    size_t                 ranks = verb_of_rank(s, at, s->count);
    bool                   told = note_at(s, at, NOTE_AT) && ranks < s->count && is_deed(s, from);
    return told ? contest(n, range_of(at + 1, ranks)) : SLICE_NONE;
}

/* 经济总量居亚洲城市第五、|国内城市|第三, 全国第二、|省份|第一: of what the rank before is, whose verb it shares, for those
 * words only tell the field. */
static slice ranked_again(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence  *s = n->s;
    const struct candidate *first = n->previous;
    bool chained = c->kind == KIND_RANK && first && first->kind == KIND_RANK && before.from == first->token + 2u;
    if (!chained || !is_one_of(s->tokens[first->token + 1u].tag, LIST_COMMA, AND)) return SLICE_NONE; /* most */
    bool verb = has_class(s, range_of(clause_start(s, first->token), first->token), CLASSES(RANK));
    bool field = skip(s, before.from, CLASSES(NOUN, PLACE, SET_PHRASE)) >= before.to &&
                 lexicon_ends_in(s->lexicon, sentence_text(s, before.from, before.to), ONE_OF_EDGES(EDGE_PLACE, EDGE_LAND));
    return verb && field ? first->metric : SLICE_NONE;
}

/* 质效|综合排名|居全市10个法院第2位: what is ranked, where the ranking itself stands before the verb at token `verb`. */
static slice ranking_of(const struct naming *n, size_t verb) {
    const struct sentence *s = n->s;
    if (tag_before(s, verb) != RANK || !note_at(s, verb - 1, NOTE_THING)) return SLICE_NONE; /* most */
    struct range what = name_range(s, range_of_words(words_before(s, verb - 1)), KIND_RANK);
    return joined(name_of(s, what, n->arena), token_text(s, verb - 1), n->arena);
}

slice ranked_subject(struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    slice                  again = ranked_again(n, c, before);
    if (again.len) return again;
    if (before.from < 2 || !is_figure(s, before.from - 1)) return SLICE_NONE;
    size_t field = skip_back(s, before.from - 1, CLASSES(ADVERB, PLACE));
    bool   two = c >= s->candidates + 2 && !c[-2].refused;
    if (is_bare_field(s, before, field)) return two ? c[-2].metric : SLICE_NONE;
    if (!is_one_of(tag_before(s, field), PREPOSITION, RANK)) return SLICE_NONE;
    bool  ranks = s->tokens[field - 1].tag == RANK;
    slice by = ranked_by(n, before.from, c->token);
    if (!by.len && ranks) by = ranking_of(n, field - 1);
    if (by.len) return by;
    /* 指数3.42，在全市12个县区中排名第5, 增长6.8%、居全市9个县区第4位 */
    if (field == 1 || is_one_of(s->tokens[field - 2].tag, COMMA, COLON, LIST_COMMA))
        return two ? c[-2].metric : ranking(s, before.from, c->token);
    struct range subject = name_range(s, range_of_words(words_before(s, ranks ? field - 1 : before.from - 1)), c->kind);
    bool         head = subject.to == subject.from + 1u &&
                is_one_of(s->tokens[subject.from].tag, GROW, FALL, HEAD); /* 增加值21亿元，增速列12个县第3位 */
    head = head && content_bytes(s, subject) < 3 * HAN;                   /* 满意度 says it alone */
    if (head && two) return joined(c[-2].metric, token_text(s, subject.from), n->arena);
    bool  measure = subject.from == subject.to || s->tokens[subject.to - 1].tag != NOUN;
    slice contended = measure ? SLICE_NONE : contest_behind(n, before.from, c->token);
    if (contended.len) return contended;
    bool alone = subject.to == subject.from + 1u && s->tokens[subject.from].tag == NOUN && !is_place(s, subject.from);
    bool named = content_bytes(s, subject) >= (alone || head ? 2 : 3) * HAN && !has_class(s, subject, CLASSES(VERB));
    return named ? name_of(s, subject, n->arena) : SLICE_NONE;
}

/* 在全球金融中心排名中，|本市居第四位: the clause before tells only that. */
static slice contest_before(const struct naming *n, struct range before) {
    const struct sentence *s = n->s;
    if (before.from < 3) return SLICE_NONE;
    size_t at = clause_start(s, before.from - 1u);
    slice  comma = token_text(s, before.from - 1u); /* 中， is one word */
    bool   within = note_at(s, at, NOTE_AT) && lexicon_opening(s->lexicon, comma, EDGE_AMONG);
    return within ? contest(n, range_of(at + 1, before.from - 1u)) : SLICE_NONE;
}

/* 获评全国|综合实力百强区|第29位, 入选|全国百强县|第45位: the list that a place is told in, where nobody is. */
static slice list_entered(const struct naming *n, struct range before) {
    const struct sentence *s = n->s;
    size_t                 enters = last_of(s, before, CLASSES(AWARD, RANK, LIGHT));
    struct range           list = range_of(enters == SIZE_MAX ? before.from : enters + 1, before.to), bare = list;
    while (bare.from < bare.to && s->tokens[bare.from].tag == PLACE) bare.from++;
    size_t last = bare.from + 1u < bare.to ? bare.to - 2u : bare.from; /* 百强|城市 */
    if (!has_class(s, range_of(last, bare.to), CLASSES(SET_PHRASE))) return SLICE_NONE;
    return content_bytes(s, bare) > 3 * HAN ? name_of(s, bare, n->arena) : sentence_text(s, list.from, list.to);
}

slice holds_place(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (tag_at(s, c->token + 1) != OF || content_bytes(s, before)) return SLICE_NONE; /* most */
    struct range who = range_of(c->token + 2, skip(s, c->token + 2, CLASSES(NOUN, PLACE)));
    bool         opens = starts_clause(s, before.from);
    return opens && content_bytes(s, who) >= 2 * HAN ? sentence_text(s, who.from, who.to) : SLICE_NONE;
}

/* 在世界贸易中|的|位次|由: does the field end in the word for a place there? */
static bool is_standing(const struct sentence *s, struct range before) {
    size_t end = skip_back(s, before.to, CLASSES(FROM, DATE, OF));
    return end > before.from + 2u && s->tokens[end - 1].tag == RANK && s->tokens[end - 2].tag == OF;
}

slice assessed(const struct naming *n, const struct candidate *c, struct range before) {
    const struct sentence *s = n->s;
    if (c->kind != KIND_RANK) return SLICE_NONE;
    bool  lasts = previous_is(n, DURATION); /* 平安建设连续4年在国家测评中居第一 */
    slice told = lasts && n->subject.len ? n->subject : contest_before(n, before);
    if (told.len) return told;
    while (before.from + 1 < before.to && (s->tokens[before.from].tag == PLACE || is_place(s, before.from)))
        before.from++; /* 我市, 青禾镇|在百强榜中 */
    const struct token *first = &s->tokens[before.from];
    if (first->tag == RANK && has_note(first, NOTE_THING)) return token_text(s, before.from);
    if (!has_note(first, NOTE_AT)) return list_entered(n, before);
    bool goes_on = n->previous && n->previous->kind == KIND_LEVEL && before.from == n->previous->token + 2u;
    if (goes_on && c->role == ROLE_FROM && is_standing(s, before))
        return n->previous->metric; /* 出口9亿元，|在世界贸易中的位次|由第16位上升到第11位 */
    size_t end = skip_back(s, verb_of_rank(s, before.from + 1u, before.to), CLASSES(FROM)); /* 在创新能力排名中|由|第9位 */
    return contest(n, range_of(before.from + 1, end));
}
