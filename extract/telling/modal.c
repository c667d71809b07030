/* What will be done in a report of Hong Kong, Macau or Taiwan: 津贴会|增至800元, 重建后可|提供1200个单位. Their texts bear
 * traditional characters; elsewhere 会 ends a word that no table knows more often (座谈|会), and 可 says what exists can do. */
#include "extract/telling/telling.h"

#include "extract/naming/phrase.h"

#include "extract/base/banned.h"

/* The end of token `i`, which no table knows, that tells what will be; NULL when none does. */
static const struct word *modal_of(const struct sentence *s, size_t i) {
    return is_unknown(s, i) ? token_ending(s, i, EDGE_MODAL) : NULL;
}

/* Does a deed stand behind token `i`: 会|向领取的人发放津贴? */
static bool deed_follows(const struct sentence *s, size_t i) {
    return is_one_of(tag_at(s, skip(s, i + 1, CLASSES(ADVERB))), VERB, VERBAL, LIGHT, PREPOSITION, GROW, FALL, IMPROVE);
}

/* 科技园公司会|拨出3亿元, 我会|拨出3亿元: of a body or one who speaks, where 联合会 is one, and 我会|有会员120人 has one. */
static bool body_will(const struct sentence *s, size_t i) {
    slice text = token_text(s, i), who = slice_less(text, HAN);
    if (token_ending(s, i, EDGE_DOER)) return false;
    if (who.len == HAN) return lexicon_ending(s->lexicon, who, EDGE_SPEAKER) && deed_follows(s, i);
    return lexicon_ending(s->lexicon, who, EDGE_DOER) || note_at(s, i + 1, NOTE_OFFERS); /* 首阶段会|涵盖 */
}

/* 拨款会|增至615亿元, 开支须|减至3亿元, 学额会|由420个增至470个, 拨款会|在明年增至615亿元, 赤字会|减少30亿元 */
static bool moves_behind(const struct sentence *s, size_t i) {
    size_t next = skip(s, i + 1, CLASSES(ADVERB));
    if (tag_at(s, next) == FROM) return is_figure(s, skip(s, next + 1, CLASSES(DATE, ADVERB, OF)));
    if (tag_at(s, next) == PREPOSITION && tag_at(s, next + 1) == DATE) next = skip(s, next + 2, CLASSES(ADVERB));
    bool moves = is_one_of(tag_at(s, next), GROW, FALL) && is_figure(s, skip(s, next + 1, CLASSES(ADVERB, QUALIFIER)));
    return moves || is_one_of(tag_at(s, next), GROW_TO, FALL_TO);
}

/* 明年|会|推出3条路线, 项目|会|提供200个单位, 新市镇|扩展|会|提供单位, where 该会, 庙|会 and 推介|会 are things. */
static bool will_do(const struct sentence *s, size_t i) {
    if (is_figure(s, i + 1)) return false; /* 就业配对|会|129场 */
    if (!is_one_character(&s->tokens[i])) return body_will(s, i);
    if (tag_before(s, i) == COMMA) return deed_follows(s, i);
    if (i == 0 || (is_one_character(&s->tokens[i - 1]) && s->tokens[i - 1].tag != ADVERB)) return false; /* 则|会 */
    bool work = i > 1 && is_one_of(s->tokens[i - 1].tag, VERB, VERBAL, GROW) && is_one_of(s->tokens[i - 2].tag, NOUN, HEAD);
    bool moved = is_one_of(s->tokens[i - 1].tag, GROW, FALL) && moves_behind(s, i); /* 跌幅|会|收窄至1.5% */
    return work || moved || is_one_of(s->tokens[i - 1].tag, DATE, ADVERB, NOUN, HEAD, PLAN, PLACE, WITHIN, UNQUOTE);
}

/* 现有设施|可提供床位80张: does the clause of token `i` say before it that it exists? */
static bool exists_now(const struct sentence *s, size_t i) {
    while (!is_one_of(tag_before(s, i), COMMA, STOP))
        if (note_at(s, --i, NOTE_NOW | NOTE_ACTUAL)) return true;
    return false;
}

/* 后可|提供1200个单位, 可|减少三成; what exists offers it now. */
static bool may_offer(const struct sentence *s, size_t i) {
    size_t deed = skip(s, i + 1, CLASSES(ADVERB));
    bool   offers = is_one_of(tag_at(s, deed), GROW, FALL, GROW_TO, FALL_TO, FROM) || note_at(s, deed, NOTE_OFFERS);
    return offers && !exists_now(s, i);
}

/* 完成后|可增加病床94张, in one word. */
static bool offers_itself(const struct sentence *s, size_t i) {
    return s->tokens[i].tag == GROW && note_at(s, i, NOTE_OFFERS) && !exists_now(s, i);
}

/* 计划|于2026年启用, 计划|在10个校区推行, 计划|将资金3亿元用于…, where 计划|向每户发放 may be a scheme's. */
static bool plans_when(const struct sentence *s, size_t i) {
    bool opens = tag_at(s, i) == PREPOSITION && note_at(s, i, NOTE_AT | NOTE_EVENT | NOTE_PLAN | NOTE_DISPOSES);
    return opens || tag_at(s, i) == DATE;
}

/* 其余3幅|预计|提供约5800个单位: what is expected to be offered is still to come. */
static bool is_offer_expected(const struct sentence *s, size_t i) {
    return i > 0 && note_at(s, i, NOTE_OFFERS) && note_at(s, i - 1, NOTE_EXPECTED);
}

/* 「就业计划」的津贴…，|计划|共录得120宗: does a quotation of the sentence end in the plan at token `i`? */
static bool is_quoted_before(const struct sentence *s, size_t i) {
    for (size_t close = 1; in_classes(UNQUOTE, s->classes) && close < i; close++)
        if (s->tokens[close].tag == UNQUOTE && slice_ends(token_text(s, close - 1), token_text(s, i))) return true;
    return false;
}

/* 交流|计划|吸引2万人次, 分享|计划|向居民发放, 」|计划|至今惠及120户: is the plan at token `i` the name of a scheme? Of
 * 房屋署|计划兴建 and 工程|计划于2026年 it is none. */
static bool names_scheme(const struct sentence *s, size_t i) {
    if (s->tokens[i].tag != PLAN || i == 0 || plans_when(s, i + 1)) return false;
    if (s->tokens[i - 1].tag == UNQUOTE) return true;
    if (s->tokens[i - 1].tag == COMMA && is_quoted_before(s, i)) return true;
    return is_one_of(s->tokens[i - 1].tag, NOUN, HEAD, VERBAL) && !token_ending(s, i - 1, EDGE_PLANNER);
}

/* A scheme is a thing like any other. */
static void name_schemes(struct sentence *s) {
    for (size_t i = 1; in_classes(PLAN, s->classes) && i + 1 < s->count; i++)
        if (names_scheme(s, i)) s->tokens[i].tag = s->tags[i] = NOUN;
}

/* 经常拨款|会|增至615亿元, 公营小学|会|参加: who and what will, where 展览|会 and 联合|会 are things: the modal at the end of
 * token `i` is no part of it. */
static bool ends_in_modal(const struct sentence *s, size_t i, const struct word *modal) {
    slice text = token_text(s, i), who = slice_less(text, modal->text.len);
    return who.len >= 2 * HAN && !token_ending(s, i, EDGE_DOER) && moves_behind(s, i);
}

/* 教育局局长|会: one in office who will do something, where 公营小学|会|参加 says which schools. */
static bool is_in_office(const struct sentence *s, size_t i, const struct word *modal) {
    slice              text = token_text(s, i), who = slice_less(text, modal->text.len);
    const struct word *office = lexicon_ending(s->lexicon, who, EDGE_PERSON);
    return office && office->text.len >= 2 * HAN && lexicon_ending(s->lexicon, who, EDGE_PLANNER);
}

/* 税务|局会|聘用200人, 环境|保护|署会: the department whose name ends in the word for a plan, at token `i`, is no part of what
 * it does. */
static void leave_department(struct sentence *s, size_t i) {
    const struct word *will = s->tokens[i].tag == AIM ? token_ending(s, i, EDGE_MODAL) : NULL;
    if (will && !lexicon_ending(s->lexicon, slice_sub(token_text(s, i), 0, HAN), EDGE_PLANNER)) return; /* 家庭|将会 */
    if (!will || will->row->notes & NOTE_OFFERS || token_bytes(&s->tokens[i]) != 2 * HAN) return; /* most; 项目|共可 */
    for (; is_one_of(tag_before(s, i), NOUN, HEAD, VERBAL); i--)
        if (s->tokens[i - 1].end == s->tokens[i].start) s->tokens[i - 1].tag = s->tags[i - 1] = ADVERB;
}

/* 90万名|学生会|受惠, 5000名|学生可|受惠: behind persons it is they who will, where 12个|学生会 and 联合会 are bodies. */
static void leave_persons(struct sentence *s, size_t i, const struct word *modal) {
    struct token *t = &s->tokens[i];
    bool          persons = modal && t->tag == NOUN && i > 0 && t[-1].candidate >= 0 && person_unit(figure_at(s, i - 1)) &&
                   token_bytes(t) >= modal->text.len + 2 * HAN && deed_follows(s, i);
    if (!persons) return; /* most */
    t->end -= (uint32_t)modal->text.len;
    t->word = NULL;
    s->parted = true;
    t->notes |= NOTE_TARGET;
    s->notes |= NOTE_TARGET;
}

/* 4幅|会限呎, 宣布，|会拨款14亿元, 4幅|会|供应长者: 会 at the start of what no table knows, or before what those counted do. */
static void leave_modal(struct sentence *s, size_t i) {
    struct token *t = &s->tokens[i];
    if (t->tag != NOUN || t->word || i == 0 || !is_one_of(t[-1].tag, COMMA, ADVERB, AMONG, FIGURES)) return; /* most */
    bool               alone = is_one_character(t) && is_one_of(t[-1].tag, FIGURES) && deed_follows(s, i);
    const struct word *modal = alone || token_bytes(t) >= 3 * HAN ? token_opening(s, i, EDGE_MODAL) : NULL; /* not 会址 */
    if (!modal || modal->row->notes & NOTE_OFFERS) return;
    if (alone)
        t->tag = s->tags[i] = ADVERB;
    else
        t->start += HAN;
    t->notes |= NOTE_TARGET;
    s->notes |= NOTE_TARGET;
}

void modals_plan(struct sentence *s) {
    name_schemes(s);
    for (size_t i = 0; i + 1 < s->count; i++) {
        const struct word *modal = modal_of(s, i);
        leave_department(s, i);
        leave_modal(s, i);
        leave_persons(s, i, s->tokens[i].tag == NOUN ? token_ending(s, i, EDGE_MODAL) : NULL);
        if (offers_itself(s, i) || is_offer_expected(s, i)) {
            s->tokens[i].notes |= NOTE_TARGET;
            s->notes |= NOTE_TARGET;
        }
        bool in_office = modal && is_in_office(s, i, modal);
        if (in_office || (modal && ends_in_modal(s, i, modal))) {
            s->tokens[i].end -= (uint32_t)modal->text.len;
            s->tokens[i].notes |= NOTE_PLAN | NOTE_TARGET;
            s->notes |= NOTE_PLAN | NOTE_TARGET;
            if (in_office) s->tokens[i].tag = s->tags[i] = ADVERB;
            continue;
        }
        if (!modal || !((modal->row->notes & NOTE_OFFERS) ? may_offer(s, i) : will_do(s, i))) continue;
        s->tokens[i].notes |= NOTE_PLAN;
        s->notes |= NOTE_PLAN;
        if (!(modal->row->notes & NOTE_OFFERS) ||
            is_one_character(&s->tokens[i])) /* 运输署|会|增开线路3条, 时间|可|由6年缩短至 */
            s->tokens[i].tag = s->tags[i] = tag_at(s, i + 1) == FROM ? AIM : modal->tag;
    }
}
