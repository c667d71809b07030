/* The kind of a figure from its class, its sign and the word glued to it: 5% is a share, 同比 +6.3%, 比全省高0.9个百分点 and
 * 高于全省平均水平1200元 tell of a change. Cards come first. */
#include "extract/sentence/kind.h"
#include "extract/sentence/classes.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

/* By class; the others are a level. */
static const uint8_t kind_of[128] = {
    [PERCENT] = KIND_SHARE, [POINTS] = KIND_CHANGE, [MULTIPLE] = KIND_MULTIPLE, [ORDINAL] = KIND_RANK, [RATIO] = KIND_RATIO,
};

/* 同比 +6.3%, (+8.9%), ，-3.1%: a percentage or points with a sign of its own tell how much it grew. */
static void grow_by_sign(const struct sentence *s, struct candidate *c, char tag) {
    static const char *const plus[] = {"+", "＋", NULL}, *const minus[] = {"-", "－", "−", NULL};
    size_t i = c->token;
    slice  raw = slice_span(s->text, c->quantity.raw);
    i = skip_back(s, i, CLASSES(BLANK));
    if (!is_one_of(tag_before(s, i), COMMA, STOP, LIST_COMMA, OPEN, ON_YEAR, ON_PERIOD, ON_START)) return;
    if (slice_starts_any(raw, plus)) c->direction = DIRECTION_UP;
    if (slice_starts_any(raw, minus)) c->direction = DIRECTION_DOWN;
    if (c->direction != DIRECTION_NONE) c->kind = tag == PERCENT ? KIND_GROWTH : KIND_CHANGE;
}

/* 分别高2.2和0.4个百分点, 分别少10天和38天, 分别提高5%和0.4个百分点: what stands in a row moves one way; so does what is said
 * in other words, 比预算少15.6%，即|12亿元. */
static void move_as_before(const struct sentence *s, struct candidate *c) {
    size_t i = c->token;
    char   tag = s->tokens[i].tag;
    if (i < 2 || !is_one_of(s->tokens[i - 1].tag, LIST_COMMA, AND) || c->direction != DIRECTION_NONE) return;
    bool   also = s->tokens[i - 1].tag == AND && s->tokens[i - 2].tag == COMMA && i > 2;
    size_t figure = i - 2 - also;
    char   last = s->tokens[figure].tag;
    bool   mixed = tag != last && is_one_of(tag, PERCENT, POINTS) && is_one_of(last, PERCENT, POINTS);
    mixed |= s->tokens[i - 1].tag == AND && ((tag == COUNT && last == PERCENT) || (tag == PERCENT && last == COUNT));
    if (s->tokens[figure].candidate < 0 || ((last != tag || also) && !mixed)) return;
    const struct candidate *before = figure_at(s, figure);
    c->direction = before->direction;
    if (c->direction != DIRECTION_NONE) c->kind = !mixed ? before->kind : tag == PERCENT ? KIND_GROWTH : KIND_CHANGE;
}

/* 比上年, 同比: is the clause before token `i` one that compares? */
static bool compares(const struct sentence *s, size_t i) {
    for (; !is_one_of(tag_before(s, i), COMMA, STOP, LIST_COMMA, COLON); i--)
        if (is_one_of(s->tokens[i - 1].tag, THAN, ON_YEAR, ON_PERIOD, ON_START)) return true;
    return false;
}

/* Does the figure stand behind a rank, 居第186位，前进|23位, or before one, 前进|1位、居第5位? */
static bool behind_rank(const struct sentence *s, const struct candidate *c) {
    const struct candidate *last = s->candidates + s->candidate_count - 1;
    bool ahead = c < last && c[1].kind == KIND_RANK && is_one_of(tag_at(s, c->token + 1), COMMA, LIST_COMMA) &&
                 same_unit(c, c + 1); /* not 楼高9米、居第5位 */
    if (ahead || (c > s->candidates && c[-1].kind == KIND_RANK)) return true;
    if (!in_classes(RANK, s->classes) || c->token < 2) return false;
    return s->tokens[c->token - 2].tag == RANK && s->tokens[c->token - 1].tag == NOUN; /* 排名|前进|12位 */
}

/* 比全省高0.9个百分点, 比上年多3户, 比上年少8天: points, and what the clause compares, move the way of the word glued to them.
 */
static void grow_by_word(struct sentence *s, struct candidate *c, char tag) {
    size_t i = skip_back(s, c->token, CLASSES(ADVERB, REACH, RESPECTIVELY)); /* 多了80辆 */
    if (tag_before(s, i) != NOUN || c->direction != DIRECTION_NONE) return;
    const struct word *word = token_ending(s, i - 1, EDGE_GLUED);
    bool               moves = tag == POINTS || (word && word->text.len > HAN); /* 综合指数3.2、改善|7.4% */
    if (!word || (!moves && !behind_rank(s, c) && !compares(s, i))) return;
    c->direction = word->tag == FALL ? DIRECTION_DOWN : DIRECTION_UP;
    c->kind = is_one_of(tag, PERCENT, MULTIPLE) ? KIND_GROWTH : KIND_CHANGE;
    struct token *glued = &s->tokens[i - 1]; /* by itself it moves like 增 and 减, and names nothing */
    if (token_bytes(glued) == word->text.len) glued->tag = s->tags[i - 1] = word->tag;
}

/* Is there 比 between two marks before token `i`, with words behind it? */
static bool behind_than(const struct sentence *s, size_t i) {
    i = skip_back(s, i, CLASSES(NOUN, HEAD, VERB, VERBAL, PLACE, ADVERB, OF));
    return tag_before(s, i) == THAN;
}

/* 较去年同期分别|多查87起、|多拘41人次: does what is done at token `i` open a clause that deals its changes out, or go on with
 * it? */
static bool compares_in_turn(const struct sentence *s, size_t i) {
    while (i > 2 && s->tokens[i - 1].tag == LIST_COMMA && s->tokens[i - 2].candidate >= 0 &&
           figure_at(s, i - 2)->kind == KIND_CHANGE)
        for (i -= 2; is_one_of(tag_before(s, i), GROW, FALL, VERB, VERBAL); i--) {
        }
    return tag_before(s, i) == RESPECTIVELY && compares(s, i - 1);
}

/* 多办结|41件: does the clause before the figure at token `i` say what was done more or less? */
static bool tells_more(const struct sentence *s, size_t i) {
    for (; !is_one_of(tag_before(s, i), COMMA, STOP, LIST_COMMA, COLON); i--)
        if (token_opening(s, i - 1, EDGE_MORE)) return true;
    return false;
}

/* 比上年|多办31件, 减少2起、|少死亡1人, 多办结41件，|少立案6件: does token `i` open what a clause that compares says, or go on
 * with the change before it? */
static bool opens_change(const struct sentence *s, size_t i) {
    if (i == 0) return false;
    const struct token *before = &s->tokens[i - 1];
    if (is_one_of(before->tag, COMMA, LIST_COMMA)) /* behind its figure */
        return i > 1 && before[-1].candidate >= 0 && figure_at(s, i - 2)->kind == KIND_CHANGE &&
               (before->tag == LIST_COMMA || tells_more(s, i - 2));
    bool goal = before->tag == PLAN || has_note(before, NOTE_GOAL); /* 比原计划|多发行182亿元 */
    return (goal || is_one_of(before->tag, ON_YEAR, ON_PERIOD, ON_START, DATE, ADVERB)) && compares(s, i);
}

/* The end of the word of more or less that a clause before token `end` opens with, 同比|多|立案; `end` when none does. */
static size_t more_before(const struct sentence *s, size_t end) {
    for (size_t i = end; i > 1 && end - i < 3 && is_one_of(s->tokens[i - 1].tag, NOUN, HEAD, VERB, VERBAL, LIGHT, SET_PHRASE);
         i--)
        if (token_opening(s, i - 1, EDGE_MORE) && !s->tokens[i - 1].word && opens_change(s, i - 1)) return i;
    return end;
}

/* 比上年|多办31件, 比去年|少砍柴2万担, 比普通农户多挣1800元: of a deed that no table knows. */
static void grow_by_deed(struct sentence *s, struct candidate *c) {
    size_t i = c->token;
    if (i > 1 && s->tokens[i - 1].tag == ADVERB && is_one_character(&s->tokens[i - 1])) i--; /* 多赚|了 */
    bool known = i > 1 && s->tokens[i - 1].tag == VERB && token_opening(s, i - 1, EDGE_MORE) && behind_than(s, i - 1);
    if (!known && i > 1 && is_one_of(s->tokens[i - 1].tag, VERB, VERBAL, LIGHT)) i--; /* 多|植树, not 比民间借贷|少付|2万元 */
    if (!known) i = more_before(s, i);
    if (i < 2 || c->direction != DIRECTION_NONE) return;
    if (!known && (s->tokens[i - 1].tag != NOUN || s->tokens[i - 1].word)) return;
    slice              name = token_text(s, i - 1);
    bool               dealt = compares_in_turn(s, i - 1);
    bool               opens = dealt || opens_change(s, i - 1);
    const struct word *word = opens || known ? token_opening(s, i - 1, EDGE_MORE) : NULL;
    if (!word) return;
    /* 追回资金4316万元，较上年|少追回两成, 比平时|多赚了三四倍 */
    bool part = is_one_of(s->tokens[c->token].tag, PERCENT, MULTIPLE);
    c->direction = word->tag == FALL ? DIRECTION_DOWN : DIRECTION_UP;
    c->kind = part ? KIND_GROWTH : KIND_CHANGE;
    if (!opens || dealt || part) s->tokens[i - 1].tag = s->tags[i - 1] = word->tag; /* whom it is compared with names nothing */
    bool again = i < c->token && c > s->candidates && (part || c[-1].quantity.unit == c->quantity.unit) &&
                 is_one_of(tag_at(s, c->token + 1), COMMA, STOP);
    if (again && name.len == word->text.len) /* 资金180亿元，比上年多|投入96亿元: the deed says no more than 多 */
        for (size_t k = i - 1; k < c->token; k++) s->tokens[k].tag = s->tags[k] = word->tag;
}

/* 高效节水|40%, 省工|一半: there is so much less of what is saved; 比传统灌溉|节水|40% is of nothing else. */
static void grow_by_saving(const struct sentence *s, struct candidate *c) {
    size_t i = skip_back(s, c->token, CLASSES(ADVERB, REACH));
    if (i == 0 || c->direction != DIRECTION_NONE || !words_ending(s, i > 1 ? i - 2 : 0, i, EDGE_SAVES)) return;
    c->kind = KIND_GROWTH;
    c->direction = DIRECTION_DOWN;
    if (!behind_than(s, i)) return;
    c->metric_start = (int16_t)(i - 1);
    c->metric_end = (int16_t)i;
}

/* 收入高于全省平均水平1200元, 高于普通司机约一成: by how much one thing is above another. */
static void grow_over(const struct sentence *s, struct candidate *c) {
    size_t i = c->token;
    bool   share = s->tokens[i].tag == PERCENT;
    i = skip_back(s, i, CLASSES(NOUN, HEAD, ADVERB, PLACE, DATE, BOTH));
    if (i == c->token || !note_at(s, i - 1, NOTE_THAN)) return;
    if (!is_one_of(s->tokens[i - 1].tag, IMPROVE, GROW, FALL)) return;
    c->kind = share ? KIND_GROWTH : KIND_CHANGE;
    c->direction = s->tokens[i - 1].tag == FALL ? DIRECTION_DOWN : DIRECTION_UP;
}

/* Where what is compared with opens, before the 的 behind which share `c` stands: 比|2022年的8%; 0 when nothing does. */
static size_t than_before(const struct sentence *s, const struct candidate *c) {
    size_t i = c->token;
    if (i < 3 || s->tokens[i].tag != PERCENT || s->tokens[i - 1].tag != OF) return 0; /* most */
    if (is_one_of(s->tokens[i - 2].tag, ON_YEAR, ON_PERIOD)) return i - 2;
    bool than = s->tokens[i - 2].tag == DATE && (s->tokens[i - 3].tag == THAN || note_at(s, i - 3, NOTE_THAN));
    return than ? i - 3 : 0;
}

size_t pace_compared(const struct sentence *s, const struct candidate *c) {
    size_t pace = skip_back(s, than_before(s, c), CLASSES(ADVERB));
    bool   told = is_one_of(tag_before(s, pace), GROW, FALL) && note_at(s, pace - 1, NOTE_PACE);
    return told ? pace - 1 : s->count;
}

bool is_growth_compared(const struct sentence *s, const struct candidate *c) {
    size_t than = than_before(s, c);
    if (than == 0) return false; /* most */
    if (pace_compared(s, c) < s->count) return true;
    if (c == s->candidates || c[-1].kind != KIND_GROWTH || s->tokens[c[-1].token].tag != PERCENT) return false;
    size_t comma = skip_back(s, than, CLASSES(ADVERB, AND));
    return comma == c[-1].token + 2u && s->tokens[comma - 1].tag == COMMA;
}

/* 高于上年的|2.1%: what growth is held against grew too. */
static void grow_as_compared(const struct sentence *s, struct candidate *c) {
    if (c->direction != DIRECTION_NONE || !is_growth_compared(s, c)) return;
    size_t pace = pace_compared(s, c);
    c->kind = KIND_GROWTH;
    c->direction = c > s->candidates ? c[-1].direction : DIRECTION_UP;
    if (pace < s->count) c->direction = s->tokens[pace].tag == FALL ? DIRECTION_DOWN : DIRECTION_UP;
}

/* 提出8%左右的工业增长目标: so much is to be grown. */
static void grow_to_goal(const struct sentence *s, struct candidate *c) {
    size_t what = c->token + 1 + (tag_at(s, c->token + 1) == OF), i = skip(s, what, CLASSES(NOUN, HEAD, VERBAL));
    if (i == c->token + 1u || !is_one_of(tag_at(s, i), GROW, FALL) || !note_at(s, i, NOTE_TARGET)) return;
    c->kind = KIND_GROWTH;
    c->direction = s->tokens[i].tag == FALL ? DIRECTION_DOWN : DIRECTION_UP;
    if (i == what) return; /* 完成7%的增长目标 */
    c->metric_start = (int16_t)what;
    c->metric_end = (int16_t)i;
}

/* 增长5.2%，|达到5%左右|的|年度|目标: by how much that was to grow, where 覆盖率提高3%，达到95%的目标 is a rate. */
static void grow_as_goal(const struct sentence *s, struct candidate *c) {
    if (c == s->candidates || c[-1].kind != KIND_GROWTH || !goal_behind(s, c->token + 1u)) return; /* most */
    const struct candidate *grew = c - 1;
    size_t                  clause = back_to(s, c->token, CLASSES(COMMA, STOP, LIST_COMMA, COLON));
    if (clause != grew->token + 2u || tag_before(s, clause) != COMMA) return;
    size_t verb = skip_back(s, grew->token, CLASSES(ADVERB, REACH));
    if (verb < 2 || token_ending(s, verb - 2, EDGE_RATE)) return;
    c->kind = KIND_GROWTH;
    c->direction = grew->direction;
}

/* 产值翻了|3倍, where 翻了两番 is four times. */
static void grow_by_doubling(const struct sentence *s, struct candidate *c) {
    size_t i = skip_back(s, c->token, CLASSES(ADVERB));
    if (i == 0 || !c->quantity.unit || c->quantity.unit->doubles) return;
    bool within = lexicon_opening(s->lexicon, slice_span(s->text, c->quantity.raw), EDGE_DOUBLED); /* |翻了近3倍| */
    if (!within && !token_ending(s, i - 1, EDGE_DOUBLED)) return;
    c->kind = KIND_GROWTH;
    c->direction = DIRECTION_UP;
}

/* 重污染天数|减少4天, 优良天数|平均每年|增加12天: there are fewer or more such days, where 工期缩短40天 is a
 * duration, which is a level by the guidelines of annotation. */
static void grow_by_days(const struct sentence *s, struct candidate *c) {
    size_t i = skip_back(s, c->token, CLASSES(ADVERB, REACH, BOTH));
    if (i < 2 || !is_one_of(s->tokens[i - 1].tag, GROW, FALL)) return;
    size_t days = skip_back(s, i - 1, CLASSES(ADVERB, BOTH));
    if (days == 0 || !words_ending(s, days > 1 ? days - 2 : 0, days, EDGE_DAYS)) return;
    c->direction = s->tokens[i - 1].tag == FALL ? DIRECTION_DOWN : DIRECTION_UP;
    c->kind = KIND_CHANGE;
}

APART static void grow(struct sentence *s, struct candidate *c, char tag) {
    if (is_one_of(tag, PERCENT, POINTS)) grow_by_sign(s, c, tag);
    if (tag == MULTIPLE) grow_by_doubling(s, c);
    if (is_one_of(tag, POINTS, PERCENT, COUNT, DURATION)) move_as_before(s, c);
    if (is_one_of(tag, POINTS, PERCENT) || s->classes & CLASSES(THAN, ON_YEAR, ON_PERIOD, ON_START) || behind_rank(s, c))
        grow_by_word(s, c, tag);
    if (is_one_of(tag, COUNT, DURATION, PERCENT, MULTIPLE) && s->classes & CLASSES(THAN, ON_YEAR, ON_PERIOD, ON_START))
        grow_by_deed(s, c);
    if (is_one_of(tag, COUNT, AGE, PERCENT) && s->notes & NOTE_THAN) grow_over(s, c);
    if (tag == PERCENT && s->notes & NOTE_TARGET) grow_to_goal(s, c);
    if (tag == PERCENT) grow_as_goal(s, c);
    if (tag == PERCENT) grow_as_compared(s, c);
    if (tag == PERCENT) grow_by_saving(s, c);
}

/* 分列第186、|321、467位: a place in a row of places; 居第2、|5名企业家 is none. */
static bool in_rank_row(const struct sentence *s, const struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    bool               places = unit && (unit->class == UNIT_PERSON || unit->class == UNIT_RANK) &&
                  is_one_of(tag_at(s, c->token + 1), COMMA, STOP, LIST_COMMA, AND, CLOSE);
    return places && c > s->candidates && behind_rank(s, c) && c->token == c[-1].token + 2u &&
           is_one_of(s->tokens[c->token - 1].tag, LIST_COMMA, AND) && (unit == c[-1].quantity.unit || !c[-1].quantity.unit);
}

/* 逾期率为|零, 发生率由13.8%下降到|零: none of the whole. */
static bool is_nil_rate(const struct sentence *s, const struct candidate *c) {
    size_t i = c->token;
    if (!c->quantity.numeral.value.present || !decimal_zero(c->quantity.numeral.value)) return false; /* most */
    if (c->role == ROLE_TO && c > s->candidates && c[-1].role == ROLE_FROM && c[-1].kind == KIND_SHARE) return true;
    i = skip_back(s, i, CLASSES(REACH, ADVERB, BOTH));
    return i > 0 && i < c->token && token_ending(s, i - 1, EDGE_RATE);
}

static void tell_by_class(struct sentence *s, struct candidate *c) {
    char tag = s->tokens[c->token].tag;
    c->kind = (enum kind)kind_of[tag & 127];
    bool moved = s->classes & CLASSES(THAN, ON_YEAR, ON_PERIOD, ON_START) || s->notes & NOTE_THAN || behind_rank(s, c);
    if (tag == COUNT && in_rank_row(s, c)) c->kind = KIND_RANK;
    if (tag == BARE && is_nil_rate(s, c)) c->kind = KIND_SHARE;
    if (is_one_of(tag, PERCENT, POINTS, MULTIPLE) || (moved && is_one_of(tag, COUNT, SMALL_COUNT, BARE, DURATION, AGE)))
        grow(s, c, tag);
    if (tag == DURATION && s->classes & CLASSES(GROW, FALL)) grow_by_days(s, c);
}

/* 增速为-0.5%, 出口（-3.1%）: growth by less than nothing went down, by 0.5. */
static void sign_to_direction(struct candidate *c) {
    struct numeral *n = &c->quantity.numeral;
    bool            moves = kind_moves(c->kind);
    if (!moves || !n->value.present || !n->value.negative) return;
    n->value.negative = false;
    numeral_bound_as(n, n);
    c->direction = DIRECTION_DOWN;
}

/* 用于|地方|增加|职工工资|1755亿元: what money is for moves, the money does not. */
APART static void spent_to_move(const struct sentence *s, struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    size_t             i = c->token;
    if (c->kind != KIND_CHANGE || !unit || unit->class != UNIT_MONEY) return;
    i = skip_back(s, i, CLASSES(NOUN, HEAD, VERBAL, LEVEL));
    if (i == 0 || i == c->token || !is_one_of(s->tokens[i - 1].tag, GROW, FALL)) return;
    for (i--; is_one_of(tag_before(s, i), NOUN, HEAD, PLACE, LEVEL, ADVERB); i--)
        if (s->tokens[i - 1].tag == NOUN && note_at(s, i - 1, NOTE_USE)) {
            c->kind = KIND_LEVEL;
            c->direction = DIRECTION_NONE;
            return;
        }
}

/* 低于|省定1.2册|的标准, 超过|年初确定的10万人|的目标, 超额|完成市定95%|的目标: the figure is the standard's own, and nothing
 * moved by it; that of what grows, 增长5%，低于省定7%的目标, is a growth. */
APART static void stand_by_norm(const struct sentence *s, struct candidate *c) {
    size_t norm = c->token + 1u;
    if (c->kind != KIND_CHANGE && c->kind != KIND_GROWTH) return;
    while (is_one_of(tag_at(s, norm), OF, BOTH, NOUN, HEAD) && !note_at(s, norm, NOTE_NORM | NOTE_GOAL)) norm++;
    if (!note_at(s, norm, NOTE_NORM | NOTE_GOAL) && tag_at(s, norm) != AIM) return;
    bool grown = c->kind == KIND_GROWTH && c > s->candidates && c[-1].kind == KIND_GROWTH;
    if (!is_measured_against(s, c->token)) return;
    if (!grown) c->kind = c->kind == KIND_GROWTH ? KIND_SHARE : KIND_LEVEL;
    c->direction = grown ? c[-1].direction : DIRECTION_NONE;
}

/* 优良率|改善|2.2个百分点: the better a share, the more of it. */
static void better_share(const struct sentence *s, struct candidate *c) {
    size_t i = skip_back(s, c->token, CLASSES(ADVERB, REACH));
    bool   better = tag_before(s, i) == FALL && token_opening(s, i - 1, EDGE_BETTERS);
    if (better && c->direction == DIRECTION_DOWN) c->direction = DIRECTION_UP;
}

/* 减轻|1.8万户|农户|负担, 提高|500名|工人的|待遇: what moves is what they bear or get who are counted. */
APART static void count_who_bear(const struct sentence *s, struct candidate *c) {
    const struct unit *unit = c->quantity.unit;
    size_t             i = skip_back(s, c->token, CLASSES(ADVERB)), who = skip(s, c->token + 1u, CLASSES(ADVERB));
    if (!unit || !is_one_of(tag_before(s, i), GROW, FALL)) return; /* most */
    if (unit->class != UNIT_PERSON && unit->class != UNIT_MEASURE_WORD) return;
    size_t             end = skip(s, who, CLASSES(NOUN, HEAD, VERBAL, OF));
    const struct word *borne = words_ending(s, who, end, EDGE_BORNE);
    bool               named = unit->class == UNIT_PERSON || c->quantity.unit_name.len > HAN; /* 个体工商户|税负, 农民|负担; not 6项|负担 */
    if (!borne || (!named && sentence_text(s, who, end).len == borne->text.len)) return;
    c->kind = KIND_LEVEL;
    c->direction = DIRECTION_NONE;
}

/* 药价|下降|惠及|患者3万人: those are counted who gain by what moved. */
APART static void count_who_gain(const struct sentence *s, struct candidate *c) {
    size_t gains = skip_back(s, c->token, CLASSES(NOUN, HEAD, ADVERB));
    if (gains == 0 || s->tokens[gains - 1].tag != VERB || !note_at(s, gains - 1, NOTE_GAINS)) return; /* most */
    size_t moved = skip_back(s, gains - 1, CLASSES(ADVERB));
    if (!is_one_of(tag_before(s, moved), GROW, FALL) || !is_one_of(tag_before(s, moved - 1), NOUN, HEAD)) return;
    c->kind = KIND_LEVEL;
    c->direction = DIRECTION_NONE;
}

/* 约占|职工总数的三成: the word for a share bounds it where it says so. */
APART static void bound_by_share(const struct sentence *s, struct candidate *c) {
    size_t i = c->token, at = 0;
    slice  said;
    if (c->qualifier != QUALIFIER_EXACT) return;
    i = skip_back(s, i, CLASSES(NOUN, HEAD, VERB, VERBAL, DATE, PLACE, BOTH, OF));
    const struct token *share = &s->tokens[i - (i > 0)];
    if (share->tag != SHARE || !share->word || !tsv_word(share->word->row->note, &at, &said)) return;
    int qualifier = name_index(qualifier_names, QUALIFIER_COUNT, said);
    if (qualifier < 0) return;
    c->qualifier = (enum qualifier)qualifier;
    numeral_bound_by(&c->quantity.numeral, c->qualifier);
}

void kind_tell(struct sentence *s, struct candidate *c) {
    if (!(c->set & 1u << FIELD_KIND))
        tell_by_class(s, c);
    else if (s->notes & NOTE_USE)
        spent_to_move(s, c);
    if (c->kind == KIND_CHANGE) count_who_bear(s, c);
    if (c->kind == KIND_CHANGE) count_who_gain(s, c);
    if (c->kind == KIND_CHANGE && s->tokens[c->token].tag == POINTS) better_share(s, c);
    sign_to_direction(c);
    if (s->notes & (NOTE_NORM | NOTE_GOAL)) stand_by_norm(s, c);
    if (s->classes & CLASSES(SHARE) && s->tokens[c->token].tag == PERCENT) bound_by_share(s, c);
}

/* Bounds `c` as `by` is where it is exact and of the same unit; true when it did. */
static bool bound_as(struct candidate *c, const struct candidate *by) {
    if (c->qualifier != QUALIFIER_EXACT || c->quantity.unit != by->quantity.unit || !by->quantity.numeral.value.present)
        return false;
    c->qualifier = by->qualifier;
    numeral_bound_as(&c->quantity.numeral, &by->quantity.numeral);
    return true;
}

/* 突破8万亿元、9万亿元、10万亿元: `a` is no exact figure; true when it has bounded `b`, as the one before may have done `a`. */
APART static bool bound_share(const struct sentence *s, const struct candidate *a, struct candidate *b, bool shared) {
    if (b->token != a->token + 2 || !is_one_of(s->tokens[a->token + 1].tag, LIST_COMMA, AND)) return false;
    bool leads = a->quantity.raw.start < a->quantity.digits.start && a->qualifier != QUALIFIER_RANGE;
    return (leads || shared) && bound_as(b, a);
}

/* 分别控制在45、60微克以下: what stands behind the last figure of a row that is dealt out bounds each, as its unit does; not so
 * 分别增长5%、8%以上. */
APART static void bound_by_last(const struct sentence *s, struct candidate *a, const struct candidate *b) {
    if (b->token != a->token + 2 || !is_one_of(s->tokens[a->token + 1].tag, LIST_COMMA, AND)) return;
    bool   trails = b->quantity.raw.start == b->quantity.digits.start && b->qualifier != QUALIFIER_RANGE;
    size_t dealt = back_to(s, a->token, CLASSES(RESPECTIVELY, COMMA, STOP));
    bool   lent = a->quantity.raw.end == a->quantity.digits.end && !a->quantity.numeral.unit; /* not 百分之五 */
    if (trails && tag_before(s, dealt) == RESPECTIVELY && lent) bound_as(a, b);
}

void bounds_share(struct sentence *s) {
    if (!(s->classes & CLASSES(LIST_COMMA, AND))) return;
    for (size_t i = s->candidate_count; i-- > 1 && s->classes & CLASSES(RESPECTIVELY);)
        if (s->candidates[i].qualifier != QUALIFIER_EXACT) bound_by_last(s, &s->candidates[i - 1], &s->candidates[i]);
    bool shared = false;
    for (size_t i = 1; i < s->candidate_count; i++)
        shared = s->candidates[i - 1].qualifier != QUALIFIER_EXACT &&
                 bound_share(s, &s->candidates[i - 1], &s->candidates[i], shared);
}
