/* A basis said once holds on: 与上年相比，煤增长5%，钢增长3%; 产量比2015年有所减少：煤减少5%，钢减少3%; 比上年增加16亿元，增长
 * 3.9%. A bare 增长3% in a clause of its own stays without one. */
#include "extract/naming/basis.h"

#include "extract/naming/phrase.h"
#include "extract/sentence/classes.h"
#include "extract/sentence/kind.h"

#include "extract/base/banned.h"

/* What has been said of bases up to here in a sentence; by: the token that said it. */
struct spoken {
    slice   frame, last;
    int16_t frame_by, last_by;
    int16_t clause; /* the basis that opened this clause before what it is of, -1 */
    int16_t opened; /* the word for a basis that no figure has followed yet, -1 */
    bool    listed; /* behind a colon: one item after the other */
};

/* 与2010年|相比, 同1955年国家决算|比较, 与2010年第六次全国人口普查|相比: the token behind the words from `i` on that tell what
 * of the year it is compared with.
 */
static size_t behind_compared(const struct sentence *s, size_t i) {
    enum { LONGEST = 3 };
    size_t end = i;
    while (end < i + LONGEST && is_one_of(tag_at(s, end), NOUN, HEAD, VERBAL, DATE)) end++;
    return end;
}

bool basis_beside(const struct sentence *s, size_t i) {
    if (i < 2 || !is_one_of(s->tokens[i - 1].tag, AND, LIST_COMMA)) return false;
    char before = s->tokens[i - 2].tag;
    return is_one_of(before, ON_YEAR, ON_PERIOD, ON_START) || (before == DATE && tag_before(s, i - 2) == THAN);
}

/* 同比, 比年初, 比2015年, 与2010年相比, 比上月和|上年同期: the basis that token `i` names; empty when it names none. */
static slice named_basis(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (is_one_of(t->tag, ON_YEAR, ON_PERIOD, ON_START) && t->notes) return t->word->row->note;
    if (t->period < 0 || i == 0) return SLICE_NONE;
    if (basis_beside(s, i)) {
        const struct period *p = period_at(s, i);
        return p->relative && p->offset == -1 ? SLICE_LIT("yoy") : period_year_text(p);
    }
    bool compared = s->tokens[i - 1].tag == THAN ||
                    (is_one_of(s->tokens[i - 1].tag, AND, PREPOSITION) && tag_at(s, behind_compared(s, i + 1)) == THAN);
    return compared ? period_year_text(period_at(s, i)) : SLICE_NONE;
}

/* 同1954年比较， closes a frame, and so does 产量比1954年有所减少： */
static bool closes_frame(const struct sentence *s, const struct spoken *spoken, size_t i) {
    if (spoken->opened < 0) return false;
    size_t from = (size_t)spoken->opened + 1;
    size_t compared = behind_compared(s, from);
    return s->tokens[i].tag == COLON || i == from || (i == compared + 1 && s->tokens[compared].tag == THAN);
}

/* 增加16亿元，增长3.9%, 上升15%和减少3.2%: nothing but a verb of change between one figure and the next;
 * 同比由|下降0.3%转为上涨0.1%, 减少5亿人次（|下降0.6%）.
 */
static bool adjoins(const struct sentence *s, const struct candidate *one, size_t i) {
    if (one->role == ROLE_FROM && figure_at(s, i)->role == ROLE_TO) return true;
    return kind_moves(one->kind) &&
           skip(s, one->token + 1u, CLASSES(COMMA, LIST_COMMA, OPEN, AND, GROW, FALL, IMPROVE, ADVERB, REACH)) >= i;
}

static void take(struct candidate *c, slice basis, int16_t by) {
    c->basis = basis;
    c->basis_by = by;
}

static bool is_change(const struct candidate *c) { return !c->refused && kind_moves(c->kind); }

/* Does the frame of the part before hold, 与上年相比，煤增长5%；|钢增长3%? Not behind 。, and not where a date tells of another
 * time. */
static bool frame_holds(const struct sentence *s, const struct held_basis *held) {
    return held->size && s->goes_on && !(s->classes & CLASSES(DATE)) && held->end <= s->at.start &&
           !slice_has(slice_sub(s->text, held->end, s->at.start), SLICE_LIT("。"));
}

/* For the parts behind ；. A frame that was said anew is that of its own part alone. */
static void keep_frame(struct held_basis *held, slice frame, uint32_t end) {
    if (!frame.len) return;
    bool old = frame.ptr == held->text;
    if (!old && held->size == 0 && frame.len <= sizeof held->text)
        memcpy(held->text, frame.ptr, held->size = (uint32_t)frame.len);
    else if (!old)
        held->size = 0;
    held->end = end;
}

/* May anything here tell a basis? */
static bool may_tell(const struct sentence *s, const struct held_basis *held) {
    bool verb = s->notes & NOTE_OTHER && s->classes & CLASSES(GROW, FALL);
    return verb || held->size || s->classes & CLASSES(THAN, ON_YEAR, ON_PERIOD, ON_START);
}

/* 同比、环比分别增长22.9%和4.7%, 比2022年和2019年分别增长5%和8%: a basis for each of the changes that follow. */
static void bases_deal(struct sentence *s) {
    for (size_t i = 0; i + 2 < s->count; i++) {
        if (!is_one_of(s->tokens[i + 1].tag, LIST_COMMA, AND) || !named_basis(s, i + 2).len) continue;
        if (!basis_beside(s, i + 2) && !named_basis(s, i).len) continue; /* 较一季度和|去年同期 */
        struct candidate *dealt[2] = {NULL};
        size_t            n = 0;
        for (size_t k = i + 3; !is_one_of(tag_at(s, k), COMMA, STOP); k++) {
            struct candidate *c = s->tokens[k].candidate < 0 ? NULL : figure_at(s, k);
            if (c && is_change(c) && n++ < 2) dealt[n - 1] = c;
        }
        for (size_t k = 0; n == 2 && k < 2; k++) take(dealt[k], named_basis(s, i + 2 * k), (int16_t)(i + 2 * k));
    }
}

/* Token `i` may open a clause or close a frame by what it is compared with. */
static void hear(struct spoken *spoken, const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag == STOP) *spoken = (struct spoken){.clause = -1, .opened = -1};
    if (t->tag == COMMA) spoken->clause = -1;
    if (named_basis(s, i).len) {
        spoken->opened = (int16_t)i;
        if ((i == 0 || is_one_of(t[-1].tag, COMMA, STOP, COLON)) && is_one_of(tag_at(s, i + 1), NOUN, HEAD, VERBAL))
            spoken->clause = (int16_t)i;
    }
    if (is_one_of(t->tag, COMMA, COLON) && closes_frame(s, spoken, i)) {
        spoken->frame = named_basis(s, (size_t)spoken->opened);
        spoken->frame_by = spoken->opened;
    }
    spoken->listed |= t->tag == COLON && tag_at(s, i + 1) != QUOTE; /* 他说：“产量同比增长5%，销量增长3%” */
}

/* 房价年增4.5%, 月减2%: the basis that the verb of change `c` names itself; empty when it names none: 保险金|月增|90元 is
 * more paid each month. */
static slice basis_of_verb(const struct sentence *s, const struct candidate *c) {
    size_t              behind = skip_back(s, c->token, CLASSES(ADVERB, REACH));
    const struct token *verb = behind ? &s->tokens[behind - 1] : NULL;
    slice basis = verb && is_one_of(verb->tag, GROW, FALL) && has_note(verb, NOTE_OTHER) ? verb->word->row->note : SLICE_NONE;
    return money_unit(c) && slice_equal(basis, SLICE_LIT("mom")) ? SLICE_NONE : basis;
}

/* 比上年增长5%，|超过计划|2%: such a verb says itself what was surpassed, which is no time. */
static bool stands_apart(slice verb) { return slice_equal(verb, SLICE_LIT("apart")); }

/* A change without a basis has that of its verb, of its frame, of its clause or, where it `goes_on` from it, of the change
 * before. */
static void tell(struct spoken *spoken, const struct sentence *s, struct candidate *c, bool goes_on) {
    slice verb = basis_of_verb(s, c);
    if (stands_apart(verb)) return;
    if (!c->basis.len && verb.len)
        take(c, verb, (int16_t)(c->token - 1));
    else if (!c->basis.len && spoken->frame.len)
        take(c, spoken->frame, spoken->frame_by);
    else if (!c->basis.len && spoken->clause >= 0) /* 同比批次下降60%、人次下降71% */
        take(c, named_basis(s, (size_t)spoken->clause), spoken->clause);
    else if (!c->basis.len && spoken->last.len && goes_on)
        take(c, spoken->last, spoken->last_by);
    spoken->last = c->basis;
    spoken->last_by = c->basis_by >= 0 ? c->basis_by : spoken->opened;
}

void bases_carry(struct sentence *s, struct held_basis *held) {
    if (!frame_holds(s, held)) held->size = 0;
    if (!may_tell(s, held)) return; /* most */
    bases_deal(s);
    struct spoken           spoken = {.frame = {held->text, held->size}, .frame_by = -1, .clause = -1, .opened = -1};
    slice                   frame = spoken.frame;
    const struct candidate *before = NULL;
    for (size_t i = 0; i < s->count; i++) {
        hear(&spoken, s, i);
        if (spoken.frame.len) frame = spoken.frame;
        if (s->tokens[i].candidate < 0) continue;
        struct candidate *c = figure_at(s, i);
        if (is_change(c)) tell(&spoken, s, c, spoken.listed || (before && adjoins(s, before, i)));
        if (!c->refused) before = c;
        spoken.opened = -1;
    }
    for (size_t i = 0; i < s->candidate_count; i++) /* 增长3%，比上年的|5%|低: 比上年 says when that was */
        if (is_growth_compared(s, &s->candidates[i])) s->candidates[i].basis = SLICE_NONE;
    keep_frame(held, frame, s->at.end);
}
