/* Lengths of time that frame (未来6年), and those that are told: 用三年时间建成, 当了30年村支书. */
#include "extract/sentence/figure.h"

#include "extract/base/banned.h"

/* 24小时有人值守: at all times; 历时24小时 is a length, and so is 24分钟. */
static bool is_all_day(const struct figure *f) {
    const struct quantity *q = &f->c->quantity;
    if (!f->unit || !f->unit->brief || !slice_equal(f->unit->canonical, f->unit->base) || q->raw.start != q->digits.start ||
        !q->numeral.value.present)
        return false;
    if (f->c->qualifier == QUALIFIER_UNDER) return false; /* 24小时以内|办结 */
    return decimal_compare(q->numeral.value, decimal_int(24)) == 0 &&
           !is_one_of(f->before, RUNNING, GROW, FALL, GROW_TO, FALL_TO) &&
           is_one_of(f->behind, NOUN, HEAD, VERB, VERBAL, LIGHT, ADVERB, REACH, NONE, PREPOSITION);
}

/* 一年|不下6000次: so often or so much in each. */
static bool is_each(const struct figure *f) {
    return is_one_of(f->behind, COUNT, SMALL_COUNT, BARE) && f->before != RUNNING && numeral_is_one(f->numeral);
}

/* 五年|完成投资123亿元: years that open their clause, and how much was done in them. */
static bool sums_up(const struct figure *f) {
    if (!f->unit || !f->unit->year || f->c->qualifier != QUALIFIER_EXACT || numeral_is_one(f->numeral)) return false;
    bool measured = f->before == HEAD; /* 投资|五年|完成352亿元 */
    if (f->i > 0 && !measured && !is_one_of(f->before, COMMA, STOP, PLACE, LIST_MARK)) return false;
    if (!is_one_of(f->behind, REACH, LIGHT)) return false;
    size_t told = next_of(f->s, f->i + 1u, CLASSES(FIGURES, COMMA, STOP, LIST_COMMA));
    return told < f->s->count && in_classes(f->s->tokens[told].tag, CLASSES(FIGURES)) && (measured || told > f->i + 2u);
}

/* 未来6年将建成: a length of time behind 未来 and 过去 frames, and so does 近三年|由12%升至19%, |未发生事故, and what is all
 * the time. */
bool figure_frames_time(const struct figure *f) {
    if (f->tag != DURATION) return false;
    bool near = f->c->qualifier == QUALIFIER_NEARLY && f->before != RUNNING;
    bool day = f->unit && !f->unit->year && !f->unit->brief && f->before == DATE && f->behind == COMMA;
    if (day && (f->i == 1 || is_one_of(f->s->tokens[f->i - 2].tag, STOP, QUOTE, COMMA, COLON))) return true; /* 国庆|7天|， */
    bool opens = near && (f->i == 0 || is_one_of(f->before, COMMA, STOP)) && f->behind == REACH; /* 近三年|有15人获奖 */
    return opens || (near && is_one_of(f->behind, FROM, NONE)) || note_at(f->s, f->i - 1, NOTE_SPAN) || is_all_day(f) ||
           is_each(f) || sums_up(f);
}

/* 10分钟|一班，: how often. */
static bool is_interval(const struct figure *f) {
    return f->behind == SMALL_COUNT && f->before != RUNNING && is_one_of(tag_at(f->s, f->i + 2), COMMA, STOP, LIST_COMMA);
}

/* Does no other figure stand behind it in its clause? */
static bool ends_alone(const struct sentence *s, const struct candidate *c) {
    size_t i = c->token + 1u;
    while (i < s->count && s->tokens[i].candidate < 0 && !is_one_of(s->tokens[i].tag, COMMA, STOP, LIST_COMMA, COLON)) i++;
    return i == s->count || s->tokens[i].candidate < 0;
}

/* 半个月|就卖光, where 半个月就卖出300斤 and 一天就能卖光 only frame: it is not each. */
static bool is_told_alone(const struct sentence *s, const struct candidate *c) {
    bool each = !c->quantity.numeral.value.present || numeral_is_one(&c->quantity.numeral);
    return !each && ends_alone(s, c);
}

/* 3天内|办结, 5个工作日内|给予答复, 3天内|自动|到账, not 3天内，: does a deed stand at token `i`? */
static bool is_done_by(const struct sentence *s, size_t i) {
    i = skip(s, i, CLASSES(ADVERB, BOTH, DONE, PLACE));
    if (is_one_of(tag_at(s, i), VERB, LIGHT, VERBAL)) return true;
    size_t end = i;
    while (end < i + 2 && tag_at(s, end) == NOUN && token_bytes(&s->tokens[end]) == 2 * HAN) end++;
    return end > i && is_one_of(tag_at(s, end), COMMA, STOP, LIST_COMMA);
}

/* 两小时|上涨5%, 半数|不足2小时: does a percentage stand in the clause of token `i`? */
static bool bears_share(const struct sentence *s, size_t i) {
    if (!in_classes(PERCENT, s->classes)) return false; /* most */
    i = back_to(s, i, CLASSES(COMMA, STOP, COLON));
    return tag_at(s, next_of(s, i, CLASSES(PERCENT, COMMA, STOP))) == PERCENT;
}

bool has_passed(const struct sentence *s, size_t k) {
    return tag_before(s, k) == PREPOSITION && token_ending(s, k - 1u, EDGE_ELAPSES);
}

bool came_after(const struct sentence *s, size_t k) {
    const struct unit *unit = figure_at(s, k)->quantity.unit;
    bool opens = unit && unit->brief && (k == 0 || is_one_of(tag_before(s, k), COMMA, STOP, QUOTE)) && is_unknown(s, k + 1u);
    const struct word *after = opens ? token_opening(s, k + 1u, EDGE_AMONG) : NULL;
    return after && after->tag == WITHIN && after->text.len == HAN && (k + 2u >= s->count || s->tokens[k + 2].candidate < 0);
}

size_t travelled(const struct sentence *s, size_t k) {
    enum { LONGEST = 3 * HAN };
    char  way[LONGEST];
    slice verb = k > 0 && is_unknown(s, k - 1u) ? token_text(s, k - 1u) : SLICE_NONE, by = token_text(s, k + 1u);
    if (k + 1u >= s->count || s->tokens[k + 1].tag != NOUN) return 0; /* most */
    if (!verb.len || utf8_size_before(verb, verb.len) != HAN) return 0;
    memcpy(way, slice_from(verb, verb.len - HAN).ptr, HAN);
    for (size_t bytes = by.len < LONGEST - HAN ? by.len : LONGEST - HAN; bytes >= HAN; bytes -= HAN) {
        if (utf8_whole(by, bytes) != bytes) continue; /* C69|次 */
        memcpy(way + HAN, by.ptr, bytes);
        if (lexicon_is(s->lexicon, (slice){way, HAN + bytes}, EDGE_TRAVELS)) return bytes;
    }
    return 0;
}

/* 两个小时的扑救, 20分钟就办完: not 报警15分钟后, 每3小时, 15分钟生活圈, and no bound of those that are told of. */
static bool is_brief(struct sentence *s, struct candidate *c) {
    if (!c->quantity.unit->brief && !c->quantity.unit->limit) return false; /* most */
    struct figure f = figure_of(s, c);
    if (came_after(s, f.i) || travelled(s, f.i)) return true;
    bool within = f.behind == WITHIN && is_one_character(&s->tokens[f.i + 1]); /* 20分钟内|赶到, not 期间 */
    bool bound = c->qualifier == QUALIFIER_UNDER && figure_is_glued_behind(&f) && is_done_by(s, f.i + 1u); /* 1小时以内|退水 */
    bool due = (within || bound) && f.i > 0 && !note_at(s, f.i - 1, NOTE_SPAN) && c->quantity.numeral.value.present &&
               ends_alone(s, c);
    if (!c->quantity.unit->brief && !(due && (bound || is_done_by(s, f.i + 2u)))) return false;
    if (bound) return due;
    bool elapsed = has_passed(s, f.i); /* 经过|3个多小时|扑救， */
    bool short_one = is_one_of(tag_at(s, f.i + 1), NOUN, VERBAL) && token_bytes(&s->tokens[f.i + 1]) == 2 * HAN;
    /* 坐|14个小时|火车、|4个小时|大巴 */
    bool beside = (tag_at(s, f.i + 2) == LIST_COMMA && tag_at(s, f.i + 3) == DURATION) ||
                  (f.i > 2 && f.before == LIST_COMMA && s->tokens[f.i - 3].tag == DURATION);
    bool ends = short_one && (beside || is_one_of(tag_at(s, f.i + 2), COMMA, STOP)); /* 3分钟|抢光， */
    bool mean = f.i > 0 && token_is(s, f.i - 1u, EDGE_MEAN);                         /* 平均|30分钟|出报告 */
    bool exact = c->qualifier == QUALIFIER_EXACT;                                    /* 不到三个小时|补货4次 */
    bool name = exact && is_one_of(f.behind, NOUN, HEAD, VERBAL) && !ends && !mean &&
                !is_one_of(f.before, REACH, GROW, FALL, GROW_TO, FALL_TO, ONLY, RUNNING); /* 只需|40分钟|车程 */
    if (name || is_all_day(&f) || is_interval(&f) || figure_is_glued_behind(&f) || (bears_share(s, f.i) && !due)) return false;
    if (within && !ends_alone(s, c)) return false;                            /* 24小时内|发货3万件 */
    bool listed = is_one_of(f.before, LIST_COMMA, AND) && !within && !beside; /* 10分钟内接单、|30分钟内赶到 */
    return (within || !is_one_of(f.behind, SINCE, WITHIN, FIRST, AND, LIST_COMMA, SHARE)) && !listed &&
           !is_one_of(f.before, PER, PER_NOUN, ORDINAL, FIRST, SINCE) &&
           (f.before != PREPOSITION || f.behind == OF || elapsed || /* 以2小时11分夺冠 scores */
            (due && note_at(s, f.i - 1, NOTE_AT)));                 /* 均在|30分钟内|赶到 */
}

/* 5天|假期, 三年的|免租期, 15年的|退役期限: a noun behind that lasts; 三天|就卖光: what was done within it. 五年|过渡期任务 and
 * 两年|免租期内 frame. */
static bool is_lasting(const struct sentence *s, const struct candidate *c) {
    size_t             noun = c->token + 1u + (tag_at(s, c->token + 1u) == OF), end = noun;
    const struct word *lasts = noun < s->count ? words_opening(s, noun, s->count, EDGE_TAKES) : NULL;
    if (lasts && lasts->text.len == HAN) /* 八年|才还清, where 就业 is a word */
        return (tag_at(s, noun) == ADVERB || !s->tokens[noun].word) && noun == c->token + 1u && is_told_alone(s, c);
    end += tag_at(s, end) == VERB;
    end = skip(s, end, CLASSES(NOUN, HEAD, VERBAL)); /* 10天|有薪男士侍产假 */
    if (end == noun || tag_at(s, end) == WITHIN) return false;
    lasts = words_ending(s, noun, end, EDGE_TAKES);
    return lasts && lasts->text.len > HAN;
}

/* 医生, 老木匠|张师傅说, 陈素云, 老张: does the noun of a person, or somebody's name, open a text? */
static bool opens_person(const struct lexicon *x, slice text, bool known) {
    enum { BRIEF = 5 * HAN, LONGEST = 9 * HAN, NAME = 6 * HAN };
    bool person = false; /* 社会工|作: what goes on behind it may be none */
    for (size_t end = 0, last = 0; end < text.len && end < (person ? LONGEST : LONGEST - HAN); last = end) {
        slice who = slice_sub(text, 0, end = utf8_next(text, end));
        bool  named = end <= BRIEF || lexicon_surname(x, slice_from(text, last)); /* 大柳法庭庭长|苏建民 */
        if (person && named && !lexicon_ending(x, who, EDGE_LOOKALIKE)) return true;
        person = end > HAN && lexicon_ends_truly(x, who, EDGE_PERSON);
    }
    if (person && text.len <= BRIEF) return true;
    if (known || text.len < 2 * HAN || text.len > NAME) return false;
    slice called = slice_from(text, utf8_size((unsigned char)text.ptr[0]));
    return lexicon_surname(x, text) || (called.len == HAN && lexicon_surname(x, called));
}

/* 扎根海岛六年的|医生, 从业20年的|陈素云, 扫了17年马路的|何秀英: how long somebody has, said before them. */
static bool is_of_person(struct sentence *s, struct candidate *c) {
    struct figure f = figure_of(s, c);
    size_t        of = f.i + 1;
    bool          done = f.before == ADVERB && is_one_character(&s->tokens[f.i - 1]); /* 扫了 */
    while (done && is_one_of(tag_at(s, of), NOUN, HEAD)) of++;
    if (tag_at(s, of) != OF || (!is_one_of(f.before, NOUN, HEAD, VERB, VERBAL) && of == f.i + 1)) return false;
    if (c->qualifier == QUALIFIER_NEARLY || figure_is_glued_behind(&f) || in_classes(PERCENT, s->classes)) return false;
    const struct token *who = &s->tokens[of + 1];
    return !note_at(s, f.i - 1, NOTE_SPAN) && tag_at(s, of + 1) == NOUN &&
           opens_person(s->lexicon, token_text(s, of + 1), who->word);
}

/* 被困|36小时|后获救, 外出打工|12年|后返乡: how long a deed went on that is told before it; 开业|两个月|后 only says when. */
static bool is_endured(struct sentence *s, struct candidate *c) {
    size_t next = c->token + 1u;
    bool   then = next < s->count && c->token > 0 && c->qualifier != QUALIFIER_NEARLY && token_opening(s, next, EDGE_AMONG);
    return then && token_ending(s, c->token - 1u, EDGE_ENDURES);
}

/* 用5天|挖出水渠, 使用了25年|的管网: what it took, and how long it has gone on. */
static bool is_told(struct sentence *s, struct candidate *c) {
    struct figure f = figure_of(s, c);
    bool          bound = figure_is_glued_behind(&f) && c->qualifier != QUALIFIER_ABOUT; /* not 用3天左右|挖出水渠 */
    if (f.i == 0 || c->qualifier == QUALIFIER_NEARLY || bound) return false;
    const struct token *before = &s->tokens[f.i - 1];
    bool                one = is_one_character(before);
    bool                owed = before->tag == VERB && f.behind == OF && !one && c->qualifier == QUALIFIER_EXACT;
    if (owed && is_one_of(tag_at(s, f.i + 2), NOUN, HEAD)) return true; /* 拖欠8个月|的工资 */
    bool did = before->tag == VERB && token_bytes(before) == 2 * HAN && token_ending(s, f.i - 1, EDGE_MAKES);
    if (did && c->qualifier == QUALIFIER_EXACT && is_one_of(f.behind, NOUN, HEAD))
        return is_one_of(tag_at(s, skip(s, f.i + 1, CLASSES(NOUN, HEAD))), COMMA, STOP, LIST_COMMA); /* 当过|13年|刑警， */
    bool merged = !one && is_unknown(s, f.i - 1u) && is_one_of(f.behind, VERB, VERBAL); /* 大家用3天|清理河道 */
    if (merged && token_ending(s, f.i - 1u, EDGE_TAKES))
        return lexicon_ends_in(s->lexicon, slice_less(token_text(s, f.i - 1u), HAN), ONE_OF_EDGES(EDGE_PERSON, EDGE_DOER));
    if (one && before->tag == NOUN && is_one_of(f.behind, ADVERB, VERB, VERBAL, NOUN, PREPOSITION))
        return token_ending(s, f.i - 1, EDGE_TAKES);
    if (!one || before->tag != ADVERB || f.behind != OF || !is_one_of(before[-(f.i > 1)].tag, NOUN, VERB, LIGHT, VERBAL))
        return false;
    const struct word *who = words_opening(s, f.i + 2, s->count, EDGE_PERSON);
    return !who || who->text.len > HAN; /* 工作了3年的人 are a class */
}

/* 经过|5个月|施工，, 经过|8个月的|帮教，: how long a deed went on, where it is all that the clause tells;
 * 经过|五年|接续奋斗 frames. */
static bool is_elapsed(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token, deed = k + 1u + (tag_at(s, k + 1u) == OF), end = skip(s, deed, CLASSES(NOUN, VERB, VERBAL));
    return has_passed(s, k) && !c->quantity.unit->year && end > deed && tag_at(s, end) == COMMA;
}

/* 党龄|最长的|42年，|最短的|3年: how long those have who have most or least of it; not 这|是|变化最大的五年. */
static bool is_extreme(const struct sentence *s, const struct candidate *c) {
    size_t k = c->token;
    if (k < 2 || s->tokens[k - 1].tag != OF || !token_ending(s, k - 2, EDGE_EXTREME)) return false; /* most */
    size_t opens = back_to(s, k, CLASSES(COMMA, STOP));
    return next_of(s, opens, CLASSES(REACH)) > k;
}

/* 用三年时间建成: what it takes is stated, where 三年时间里 frames; so is all that is shorter than a day. */
static bool takes_time(struct sentence *s, struct candidate *c) {
    if (is_brief(s, c) || is_lasting(s, c) || is_of_person(s, c) || is_told(s, c) || is_endured(s, c) || is_extreme(s, c) ||
        is_elapsed(s, c))
        return true;
    const struct word *takes = lexicon_ending(s->lexicon, slice_sub(s->text, s->at.start, c->quantity.raw.start), EDGE_TAKES);
    /* 教大家用|10秒学会, 树龄|1300年的银杏 */
    if (tag_at(s, c->token + 1u) == SINCE) return false;                                  /* 从医26年来 */
    if (c->qualifier != QUALIFIER_EXACT && in_classes(PERCENT, s->classes)) return false; /* 六成开发者从业不足5年 */
    size_t before = c->token;
    bool   kept = c->quantity.unit->lasts || c->quantity.unit->brief;
    bool   spent = kept && before > 0 && s->tokens[before - 1].tag != PREPOSITION;
    if (spent && token_is(s, before - 1, EDGE_SPENDS)) return true; /* 花|5年时间, not 以5年时间 */
    return takes && (kept || takes->text.len > HAN);
}

bool figure_takes_time(struct sentence *s, struct candidate *c) {
    if (!unit_is(c, UNIT_TIME) || !takes_time(s, c)) return false; /* most */
    bool within = tag_at(s, c->token + 1u) == WITHIN && is_one_character(&s->tokens[c->token + 1]);
    if (!within || c->qualifier != QUALIFIER_EXACT) return true;
    c->qualifier = QUALIFIER_UNDER; /* 20分钟|内|赶到 */
    c->quantity.raw.end = s->tokens[c->token + 1].end;
    if (!c->quantity.numeral.bounded) numeral_bound_by(&c->quantity.numeral, c->qualifier);
    return true;
}
