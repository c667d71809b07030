/* Sizes that tell classes apart and bound groups: 亿元以上项目, 500千伏变电站, 20—39岁人群, 11家单位结算率不足60%. */
#include "extract/sentence/figure.h"

#include "extract/base/banned.h"

/* 村医|王大山, 张|大爷: does a text of nouns call somebody by name, not 老人, 党员? */
static bool calls_by_name(const struct lexicon *x, slice text) {
    const struct word *surname = lexicon_surname(x, text);
    const struct word *who = lexicon_ending(x, text, EDGE_PERSON);
    if (surname && who && who->text.len > HAN && surname->text.len + who->text.len == text.len) return true;
    if (surname && !who && text.len <= 3 * HAN) return true;
    for (size_t at = utf8_next(text, 0); at + 2 * HAN <= text.len; at = utf8_next(text, at))
        if (lexicon_ends_truly(x, slice_sub(text, 0, at), EDGE_PERSON) && lexicon_surname(x, slice_from(text, at))) return true;
    return false;
}

/* |一位|70多岁的奶奶, |这名|80多岁的老人, 70多岁的|张大爷: is the age told of one person alone? */
static bool is_age_of_one(const struct figure *f) {
    if (f->tag != AGE) return false; /* most */
    const struct sentence  *s = f->s;
    const struct candidate *one = f->i > 0 && s->tokens[f->i - 1].candidate >= 0 ? figure_at(s, f->i - 1u) : NULL;
    if (one && unit_is(one, UNIT_PERSON) && numeral_is_one(&one->quantity.numeral)) return true;
    if (f->i > 0 && token_is(s, f->i - 1u, EDGE_ONE)) return true;
    size_t end = f->behind == OF && !figure_is_glued_behind(f) ? skip(s, f->i + 2u, CLASSES(NOUN, HEAD)) : 0;
    return end > f->i + 2u && calls_by_name(s->lexicon, sentence_text(s, f->i + 2u, end));
}

/* 其中10亿元|企业9户: a sum that opens an item, not 500元|上|12节课. */
static bool opens_item(const struct figure *f) {
    return f->unit->class == UNIT_MONEY && is_one_of(f->behind, NOUN, HEAD) && !is_one_character(&f->s->tokens[f->i + 1]) &&
           (f->i == 0 || is_one_of(f->before, COMMA, LIST_COMMA, AMONG, OPEN));
}

/* 100万吨以上的矿井28个, 产值超10亿元企业8家, 10亿元企业9户: what stands between the size and the count has it or more. */
static bool sizes_counted(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 k = f->i + 1 + (f->behind == OF);
    bool rate = f->unit->class == UNIT_PERCENT && !(f->before == HEAD && f->behind == OF); /* 审减率|超过20%|的项目38个 */
    if (!(figure_is_bounds(f->c) || opens_item(f)) || rate) return false;
    k = skip(s, k, CLASSES(NOUN, HEAD, VERBAL, OPEN, CLOSE)); /* 超过千亿元的省（市）有13个 */
    if (tag_at(s, k) == OF && f->c->qualifier == QUALIFIER_RANGE)
        k = skip(s, k + 1, CLASSES(NOUN, HEAD)); /* 1—49张床位|的医院 */
    bool all = f->before == HEAD && f->behind == OF && figure_is_glued_behind(f) && is_one_of(tag_at(s, k), ADVERB, BOTH);
    if (all && unit_is(f->c, UNIT_MONEY)) return true; /* 收入10万元以下的村|全部|消除 */
    size_t count =
        skip(s, k, CLASSES(DONE, ADVERB, ONLY, REACH, FROM, DATE)); /* 超5亿元的项目已达4个, 企业由上年的|9户增加到… */
    count += tag_at(s, count) == OF && count > k;
    bool bare = k == f->i + 1u + (f->behind == OF) && (f->behind != OF || count == k); /* 不足50元的|还有213个 */
    if (bare || !is_one_of(tag_at(s, count), COUNT, SMALL_COUNT)) return false;
    if (f->unit->class <= UNIT_PERSON && token_opening(s, count - 1, EDGE_MAKES)) return false; /* 十几位|居民建了|一个群 */
    const struct unit *counted = unit_at(s, count);
    /* 20层以上高层13栋, not 培育10家以上|年产值过20亿元的企业 */
    return f->unit->class > UNIT_PERSON || !counted || counted->class <= UNIT_PERSON;
}

/* 跨上5万亿、|6万亿元|两个台阶: another sum, which bounds both, stands before the 、. */
static bool follows_sum(const struct figure *f) {
    int before = f->before == LIST_COMMA && f->i > 1 ? f->s->tokens[f->i - 2].candidate : -1;
    if (before < 0) return false;
    const struct unit *unit = f->s->candidates[before].quantity.unit;
    return !unit || unit->class == UNIT_MONEY;
}

/* 规上48家、|产值|超亿元|21家: where the item opens that says what it is a sum of, if it is one of things that were counted
 * before by the same unit, or a round sum. */
static size_t before_measure_of_sum(const struct figure *f, const struct unit *counted) {
    const struct candidate *p = f->c;
    size_t                  i = f->i;
    bool                    round = figure_is_round(f->numeral), same = p > f->s->candidates && p[-1].quantity.unit == counted;
    bool                    measured = f->before == HEAD || (f->before == NOUN && same);
    if (!measured || f->c->qualifier != QUALIFIER_OVER || !(round || same)) return i;
    return skip_back(f->s, i, CLASSES(HEAD, NOUN));
}

/* 其中过亿元|2座, 超百亿元|1家: a sum right before a count that opens an item. */
static bool sizes_item(const struct figure *f) {
    if (f->unit->class != UNIT_MONEY || !is_one_of(f->behind, COUNT, SMALL_COUNT)) return false;
    const struct unit *counted = unit_at(f->s, f->i + 1);
    bool               apart = f->before == QUALIFIER; /* 超|百亿元 */
    size_t             i = apart ? f->i - 1u : before_measure_of_sum(f, counted);
    if (!(apart || figure_is_bounds(f->c)) || (i > 0 && !is_one_of(f->s->tokens[i - 1].tag, COMMA, LIST_COMMA, AMONG, OPEN)))
        return false;
    return counted && counted->class == UNIT_MEASURE_WORD && (apart || !follows_sum(f));
}

/* 实现50亿元以上|产值, 形成300万吨以上|产能, 新增10万平方米以上|绿地: how much there is of it, and nothing is told apart. */
static bool amounts_to(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 end = f->i + 1 + (f->behind == OF);
    end = skip(s, end, CLASSES(NOUN, HEAD, VERBAL));
    const struct token *head = &s->tokens[end - 1];
    bool measured = (head->tag == HEAD && has_note(head, NOTE_GENERIC)) || words_ending(s, f->i + 1, end, EDGE_SUM) ||
                    unit_measures(f->unit, "area");
    return measured && is_one_of(f->before, VERB, VERBAL, LIGHT, REACH) && is_one_of(tag_at(s, end), COMMA, STOP, LIST_COMMA);
}

/* 年收入20万—60万元|家庭占比: a range whose share is told. */
static bool ranges_sharers(const struct figure *f) {
    if (f->unit->class != UNIT_MONEY || f->c->qualifier != QUALIFIER_RANGE) return false; /* most */
    size_t end = skip(f->s, f->i + 1, CLASSES(NOUN, HEAD));
    return end > f->i + 1 && note_at(f->s, end - 1, NOTE_SHARE);
}

/* 农户年收入9000元以下|全面|清零, 超50亿元|企业|实现零的突破: those in a class, of whom none are left, or there were none. */
static bool sizes_none(const struct figure *f) {
    if (f->unit->class != UNIT_MONEY || !figure_is_bounds(f->c)) return false; /* most */
    size_t those = skip(f->s, f->i + 1u, CLASSES(OF, NOUN, HEAD, VERBAL));
    size_t none = skip(f->s, those, CLASSES(ADVERB, DONE, REACH, LIGHT));
    return (those > f->i + 1u || figure_is_glued_behind(f)) && tag_at(f->s, none) == SET_PHRASE &&
           is_one_of(tag_at(f->s, none + 1u), COMMA, STOP, LIST_COMMA);
}

/* 对营业面积在|100平方米以上|的书店给予补助, 向|5吨以上|的货车收费, 对服用|5种以上|药物的老年人: those to whom something is
 * done, of which size they are or of what they have so much. */
static bool sizes_addressed(const struct figure *f) {
    const struct sentence *s = f->s;
    if (!figure_is_glued_behind(f) || !figure_is_bounds(f->c) || f->unit->class == UNIT_PERCENT) return false; /* most */
    size_t of = skip(s, f->i + 1, CLASSES(NOUN, HEAD)), who = skip(s, of + 1, CLASSES(NOUN, HEAD)), at = f->i;
    bool   has = of > f->i + 1u;
    if (tag_at(s, of) != OF || (!has && f->unit->class <= UNIT_PERSON)) return false;
    bool done = who > of + 1 &&
                (is_one_of(tag_at(s, who), LIGHT, VERB, VERBAL, ADVERB) || (has && is_one_of(tag_at(s, who), COMMA, STOP)));
    while (is_one_of(tag_before(s, at), NOUN, HEAD, VERB, VERBAL, ADVERB, AND, REACH, PREPOSITION)) at--;
    while (at < f->i && (s->tokens[at].tag != PREPOSITION || note_at(s, at, NOTE_AT | NOTE_DISPOSES))) at++;
    return done && at < f->i;
}

/* 捐赠价值|超6万元|的图书2000册: what one lot comes to. */
static bool is_worth_of_lot(const struct figure *f) {
    return f->before == HEAD && f->behind == OF && token_is(f->s, f->i - 1u, EDGE_WORTH) && !figure_is_glued_behind(f);
}

/* 亿元以上项目, 30岁以上人群, 60周岁老年人, 其中10亿元以上12个: a size that defines a class stays in the metric. */
bool figure_defines_class(const struct figure *f) {
    const struct unit *u = f->unit;
    if (!u || is_worth_of_lot(f) || is_age_of_one(f)) return false;
    if (u->model) { /* 500千伏变电站, 330千伏和750千伏电网, 12英寸晶圆 */
        int more = is_one_of(f->behind, LIST_COMMA, AND) && f->i + 2 < f->s->count ? f->s->tokens[f->i + 2].candidate : -1;
        if (more >= 0 && f->s->candidates[more].quantity.unit == u) {
            struct figure other = figure_of(f->s, &f->s->candidates[more]);
            return figure_defines_class(&other);
        }
        return is_one_of(f->behind, NOUN, HEAD, VERB, VERBAL, BARE, ADVERB, IMPROVE, GROW, FALL);
    }
    if ((f->behind == OF && sizes_counted(f)) || sizes_addressed(f) || sizes_item(f) || ranges_sharers(f) || sizes_none(f))
        return true;
    if (is_one_of(f->behind, NOUN, HEAD, COUNT, SMALL_COUNT) && unit_measures(u, "score"))
        return figure_is_bounds(f->c);                              /* 600分以上86人, 650分以上人数 */
    if (u->class == UNIT_MEASURE_WORD || u->class == UNIT_PERSON) { /* 20层以上高层13栋, 100～199张医院221个 */
        bool first = f->i == 0 || is_one_of(f->before, COMMA, STOP, LIST_COMMA, COLON, AMONG, OPEN);
        bool bounds = figure_is_glued_behind(f) || (first && f->c->qualifier == QUALIFIER_RANGE);
        return is_one_of(f->behind, NOUN, HEAD, VERBAL) && bounds && sizes_counted(f);
    }
    if (u->class == UNIT_PERCENT) return false;
    if (!is_one_of(f->behind, NOUN, HEAD, VERB, VERBAL, COUNT, SMALL_COUNT)) return false;
    if (u->class == UNIT_AGE && !slice_equal(u->surface, u->canonical)) return true; /* 60周岁老年人 */
    bool told = f->tag == DURATION && (f->c->qualifier == QUALIFIER_ABOUT || f->c->qualifier == QUALIFIER_UNDER) &&
                figure_takes_time(f->s, f->c); /* 用3天左右挖出水渠, 1小时以内退水 */
    bool spent = u->class == UNIT_MONEY && note_at(f->s, f->i + 1, NOTE_USE); /* 投入300万元以上|用于修复 */
    bool some = u->class != UNIT_AGE && f->c->qualifier == QUALIFIER_ABOUT &&
                is_one_of(f->before, VERB, VERBAL, REACH); /* 收购3900吨左右|苹果, not 30岁左右的青年 */
    bool bounds = figure_is_glued_behind(f) && !told && !spent && !some;
    return (bounds && !amounts_to(f) && !figure_moves_about(f->s, f->c)) || sizes_counted(f);
}

/* 拿出|十亿元|低息贷款: money that is given, where 百亿元|项目 is of such a size. */
static bool gives_sum(const struct figure *f) {
    bool given = f->before == VERB || (f->before == NOUN && token_ending(f->s, f->i - 1, EDGE_DEED));
    return given && words_ending(f->s, f->i + 1, skip(f->s, f->i + 1, CLASSES(NOUN, HEAD, VERBAL)), EDGE_SUM);
}

/* 百亿元项目1个, 千亿元产业, 跨上两个|万亿元台阶: a sum of which no digit is told sizes what stands behind it. */
static bool sizes_by_sum(const struct figure *f) {
    if (is_one_of(f->before, COUNT, SMALL_COUNT) && f->behind == ADVERB && unit_is(f->c, UNIT_MONEY) &&
        figure_is_round(f->numeral))
        return true;
    return f->unit && f->c->qualifier == QUALIFIER_EXACT && figure_is_round(f->numeral) &&
           is_one_of(f->behind, NOUN, HEAD, VERBAL) && !is_one_of(f->before, REACH, GROW_TO, FALL_TO, TO) &&
           slice_starts(f->unit->dimension, SLICE_LIT("money")) && !gives_sum(f);
}

/* 税收过亿企业|只有|2家, 收入超百万村|15个: so much of them has each of those that a count behind tells. */
static bool is_counted_class(const struct figure *f) {
    bool over = f->c->qualifier == QUALIFIER_OVER && decimal_compare(f->numeral->value, decimal_int(1000000)) >= 0;
    if (!over || !unit_is(f->c, UNIT_MEASURE_WORD)) return false; /* most */
    size_t count = skip(f->s, f->i + 1, CLASSES(ADVERB, DONE, ONLY, REACH, FROM, DATE, GROW_TO, FALL_TO));
    if (!is_one_of(tag_at(f->s, count), COUNT, SMALL_COUNT)) return false;
    return unit_at_is(f->s, count, UNIT_MEASURE_WORD) && unit_at(f->s, count) != f->unit;
}

/* 50亿企业|8家, 30亿园区|2个: a sum without its 元 sizes those whose count stands right behind it. */
static bool sizes_by_bare_sum(const struct figure *f) {
    if (!unit_is(f->c, UNIT_MEASURE_WORD) || f->unit->surface.len <= HAN) return false; /* most */
    bool sum = decimal_compare(f->numeral->value, decimal_int(100000000)) >= 0;
    return sum && unit_at_is(f->s, f->i + 1u, UNIT_MEASURE_WORD) && unit_at(f->s, f->i + 1u) != f->unit;
}

/* 投资超百亿项目7个, 超千亿元企业: of things as large as this nobody has as many. */
static bool huge_class(const struct figure *f) {
    if (is_counted_class(f) || sizes_by_bare_sum(f)) return true;
    if (!figure_is_round(f->numeral) || decimal_compare(f->numeral->value, decimal_int(1000000000)) < 0) return false;
    if (!f->unit) return is_one_of(f->behind, NOUN, HEAD, VERBAL);
    bool noun = f->unit->surface.len > HAN || is_one_of(f->before, COUNT, SMALL_COUNT) ||
                is_one_of(f->behind, COUNT, SMALL_COUNT); /* 3个|千亿县 */
    return f->unit->class == UNIT_MEASURE_WORD && noun &&
           f->c->quantity.raw.end == f->c->quantity.digits.end + f->unit->surface.len;
}

/* 百万吨死亡率0.02, 万车事故率1.2, 百万客户投诉量0.8件: what a rate is taken over. */
static bool sizes_rate(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 rate = f->i + 1;
    if (f->c->qualifier != QUALIFIER_EXACT || !figure_is_round(f->numeral)) return false;
    while (rate < f->i + 7 && is_one_of(tag_at(s, rate), NOUN, VERB, VERBAL, HEAD)) rate++;
    const struct token *head = &s->tokens[rate - 1];
    bool                measured = head->tag == HEAD && !(f->unit && has_note(head, NOTE_GENERIC | NOTE_THING));
    rate = skip(s, rate, CLASSES(REACH, QUALIFIER, GROW, FALL, FALL_TO, GROW_TO, ADVERB));
    return measured && is_one_of(tag_at(s, rate), FIGURES);
}

/* 百万标箱|级集装箱码头, 百万人口|级城市: of such a level, not so many. 12个|级别 counts. */
static bool names_level(const struct figure *f) {
    bool one = f->unit && !f->unit->plain && f->c->qualifier == QUALIFIER_EXACT;
    return one && lexicon_opening(f->s->lexicon, slice_from(f->s->text, f->c->quantity.raw.end), EDGE_GRADE);
}

bool figure_is_round_class(const struct figure *f) {
    return names_level(f) || huge_class(f) || sizes_by_sum(f) || sizes_rate(f);
}

/* 其中，|500万人以上|城市绿地12万亩, not 其中|100名以上|党员 or 其中|200人以上|受灾: of which class those are that a figure
 * tells of. */
static bool opens_among(const struct figure *f) {
    if (f->before != AMONG || f->unit->class != UNIT_PERSON || token_ending(f->s, f->i + 1, EDGE_PERSON)) return false;
    return is_one_of(tag_at(f->s, next_of(f->s, f->i + 1, CLASSES(COMMA, STOP, FIGURES))), FIGURES);
}

/* 其中|7座及以下|小型客车占97.6%: a class of things that a share is told of. */
static bool opens_sharers(const struct figure *f) {
    size_t things = skip(f->s, f->i + 1, CLASSES(NOUN, HEAD));
    return f->before == AMONG && things > f->i + 1u && tag_at(f->s, things) == SHARE;
}

/* 实现|500人以上|岛屿|100%通航: of which class those are that a share behind them tells of. */
static bool shared_by(const struct figure *f) {
    size_t noun = skip(f->s, f->i + 1, CLASSES(NOUN));
    bool   share = is_one_of(f->before, REACH, LIGHT) && noun > f->i + 1 && tag_at(f->s, noun) == PERCENT;
    return share && !token_ending(f->s, noun - 1, EDGE_RATE) && is_one_of(tag_at(f->s, noun + 1), NOUN, VERB, VERBAL);
}

/* 注册资本|100万元以上|的企业，减免税费; 标的2万元以下的小额案件，…: are those whom the bound sets apart all that the clause
 * names?
 */
static bool names_class(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t from = skip_back(s, f->i, CLASSES(NOUN, HEAD, VERBAL)), end = skip(s, f->i + 2, CLASSES(NOUN, HEAD, VERBAL, LEVEL));
    bool   alone = from == 0 || is_one_of(s->tokens[from - 1].tag, COMMA, STOP);
    return from < f->i && alone && f->behind == OF && end > f->i + 2 && tag_at(s, end) == COMMA;
}

/* 千人以上自然村通公路, 30万元以下的薄弱村清零: a class that opens its clause, not 新建12座以上桥梁, nor 5个以上设区市, which
 * counts them. */
bool figure_opens_class(const struct figure *f) {
    const struct unit *u = f->unit;
    bool people = u && u->class == UNIT_PERSON && is_one_of(f->before, NOUN, HEAD); /* 义务教育66人以上大班额 */
    if (u && u->class == UNIT_MONEY && names_class(f) && figure_is_glued_behind(f)) return true;
    if (!u ||
        !(f->i == 0 || is_one_of(f->before, COMMA, STOP, PLACE) || people || opens_among(f) || opens_sharers(f) ||
          shared_by(f)) ||
        !figure_is_glued_behind(f))
        return false;
    if (u->class == UNIT_MONEY) return f->behind == OF && is_one_of(tag_at(f->s, f->i + 2), NOUN, HEAD, VERBAL);
    return ((u->class == UNIT_MEASURE_WORD && !u->plain) || u->class == UNIT_PERSON) &&
           (f->c->qualifier == QUALIFIER_OVER || f->c->qualifier == QUALIFIER_UNDER) &&
           is_one_of(f->behind, NOUN, HEAD, VERBAL);
}

/* The token before a size and what is measured by it: 9个|投资|超5亿元的项目, 5家|产值|超10亿元企业. */
static size_t before_measured(const struct figure *f) {
    size_t i = f->i;
    while (is_one_of(tag_before(f->s, i), QUALIFIER, REACH, ADVERB, VERBAL, HEAD))
        if (note_at(f->s, --i, NOTE_TOTAL)) return f->i; /* 80幅|面积共150公顷的土地 */
    return i;
}

/* 6个超50亿元项目, 12座110千伏变电站: the size of each of several is their class; that of one (1座30万千瓦电站) counts. */
bool figure_sizes_several(const struct figure *f) {
    const struct unit *u = f->unit;
    /* 117个|30户以上自然村 */
    bool   group = u && u->class <= UNIT_PERSON && is_one_of(f->behind, NOUN, HEAD) && figure_is_glued_behind(f);
    size_t k = before_measured(f);
    bool   amount = u && (u->class == UNIT_PHYSICAL || u->class == UNIT_MONEY);
    /* 10个|人口|超5万的强镇, 5个|产值|过千亿的集群 */
    bool measured =
        k < f->i && f->before == HEAD && (!u || u->class == UNIT_PERSON) && is_one_of(tag_at(f->s, f->i + 2), NOUN, HEAD);
    if (!(group || amount || measured) || !is_one_of(f->behind, NOUN, HEAD, OF)) return false;
    if (f->behind == OF && k == f->i) return false;
    int left = is_one_of(tag_before(f->s, k), COUNT, SMALL_COUNT) ? f->s->tokens[k - 1].candidate : -1;
    if (left < 0) return false;
    bool together = unit_measures(u, "length") && f->c->qualifier == QUALIFIER_EXACT;
    if (together && u->class == UNIT_PHYSICAL) return false; /* 4条|210公里高速公路: so long are all of them */
    const struct unit *holder = f->s->candidates[left].quantity.unit;
    if (holder && holder->packs && k == f->i) return false; /* 8车|36吨蔬菜: so much is in all of them */
    return figure_is_several(&f->s->candidates[left].quantity.numeral);
}

/* The token behind a short remark at token `i`, (含); `i` when none stands there. */
static size_t behind_remark(const struct sentence *s, size_t i) {
    return tag_at(s, i) == OPEN && tag_at(s, i + 2) == CLOSE ? i + 3 : i;
}

/* 没有发生死亡3人以上的事故, 未发生六级及以上事件: nobody counted what there was not. */
static bool is_denied(const struct figure *f) {
    size_t i = back_to(f->s, f->i, CLASSES(COMMA, STOP, COLON, NONE, SHARE));
    return tag_before(f->s, i) == NONE;
}

/* 规模以上工业企业是指年主营业务收入2000万元及以上的工业企业: a note says which they are. */
static bool is_defined(const struct figure *f) {
    if (!(f->s->notes & NOTE_DEFINES)) return false; /* most */
    size_t i = f->i;
    while (i > 0 && !note_at(f->s, i - 1, NOTE_DEFINES)) i--;
    return i > 0;
}

/* 对|年用电量|50亿度以上的企业, 为|月收入|低于3000元的家庭: how large they are to whom something is done. */
static bool is_condition(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 i = f->i;
    if (f->behind != OF || !is_one_of(tag_at(s, i + 2), NOUN, HEAD, VERBAL, COUNT, SMALL_COUNT)) return false;
    i -= f->before == REACH; /* 对献血量|达到|1000毫升以上的市民 */
    i = skip_back(s, i, CLASSES(NOUN, HEAD, VERB, VERBAL, PER_NOUN, QUALIFIER));
    /* 对|当年|新招用30人以上的企业, not 在|这家|占地不到100平方米的铺子里 */
    i -= i > 1 && i < f->i && s->tokens[i - 1].tag == ADVERB && s->tokens[i - 2].tag == PREPOSITION &&
         !note_at(s, i - 2, NOTE_AT);
    /* 对|100万元以上的项目, not 将|75%以上的财力用于民生 */
    bool bare = i == f->i && note_at(s, i - 1, NOTE_TOWARD) && figure_is_glued_behind(f);
    return (bare || i < f->i) && i > 0 && (s->tokens[i - 1].tag == PREPOSITION || note_at(s, i - 1, NOTE_FOR));
}

/* The bracket that closes behind the figure opens in its clause, behind a word. */
static bool bracket_opens(const struct figure *f) {
    size_t open = skip_back(f->s, f->i, CLASSES(NOUN, HEAD, VERB, VERBAL, REACH, ADVERB, ONLY));
    return open > 1 && f->s->tokens[open - 1].tag == OPEN && is_one_of(f->s->tokens[open - 2].tag, NOUN, HEAD, VERB, VERBAL);
}

/* 每周锻炼三次及以上的|青年占33.5%, 月薪3万元以上的|比例由5%升到8%: are those who stand at token `i` a part of others? */
static bool is_part(const struct sentence *s, size_t i) {
    size_t who = skip(s, i, CLASSES(NOUN, HEAD, VERBAL));
    size_t part = skip(s, who, CLASSES(ADVERB, ONLY));
    if (who > i && note_at(s, who - 1, NOTE_SHARE)) {
        part = skip(s, part, CLASSES(ADVERB, FROM, REACH, GROW, FALL, GROW_TO, FALL_TO, DATE, OPEN));
        return tag_at(s, part) == PERCENT;
    }
    return who > i && tag_at(s, part) == SHARE && tag_at(s, part + 1) == PERCENT;
}

/* 提交过100个以上代码的|有173人, 指数超过100的|日子有69天: is it told how many those at token `i` are? */
static bool is_counted(const struct sentence *s, size_t i) {
    size_t has = skip(s, skip(s, i, CLASSES(NOUN, HEAD, VERBAL, LEVEL)), CLASSES(ADVERB, ONLY));
    return tag_at(s, has) == REACH && note_at(s, has, NOTE_HAS | NOTE_ACTUAL) &&
           is_one_of(tag_at(s, has + 1), COUNT, SMALL_COUNT);
}

/* 月入2万元或以下的|家庭, 年收入超过5万元的|种粮农户: persons who have so much. */
static bool bounds_persons(const struct figure *f) {
    enum { LONGEST_NOUN = 6 * HAN };
    if (f->behind != OF || tag_at(f->s, f->i + 2) != NOUN || !unit_is(f->c, UNIT_MONEY)) return false;
    slice who = sentence_text(f->s, f->i + 2, f->i + 3);
    for (size_t end = 2 * HAN; end <= who.len && end <= LONGEST_NOUN; end += HAN) {
        const struct word *person = lexicon_ending(f->s->lexicon, slice_sub(who, 0, end), EDGE_PERSON);
        if (person && person->text.len > HAN) return true;
    }
    return false;
}

/* 100人以下, 500—999人: bounds that sort what stands behind them by its persons or money; 100余家 counts it. */
static bool sorts_by_size(const struct figure *f) {
    const struct quantity *q = &f->c->quantity;
    bool                   sized = (unit_is(f->c, UNIT_PERSON) || unit_is(f->c, UNIT_MONEY)) && q->raw.start == q->digits.start;
    return sized && figure_is_bounds(f->c);
}

/* 超过14天|未更新的|有97个: those with which nothing was done for so long. */
static bool is_undone_so_long(const struct figure *f) {
    if (f->behind != NONE || !is_one_of(f->before, COMMA, STOP, LIST_COMMA)) return false; /* most */
    size_t deed = skip(f->s, f->i + 2, CLASSES(NOUN, VERB, VERBAL));
    return deed > f->i + 2 && tag_at(f->s, deed) == OF;
}

/* 服务|满60小时|的志愿者, 只要年|满18周岁|、身体健康: who may is told by what they have come up to. */
static bool is_come_up_to(const struct figure *f) {
    const struct sentence *s = f->s;
    if (!is_one_of(f->tag, AGE, DURATION) || f->c->quantity.raw.start == f->c->quantity.digits.start) return false; /* most */
    if (!lexicon_opening(s->lexicon, slice_span(s->text, f->c->quantity.raw), EDGE_FULL)) return false;
    if (f->behind == OF) return is_one_of(tag_at(s, f->i + 2), NOUN, HEAD, VERBAL, LEVEL, COMMA);
    if (f->tag == DURATION && is_one_of(f->behind, LIST_COMMA, AND)) /* 运营|满一年|、供餐超过100份的，再奖励3万元 */
        return tag_before(s, next_of(s, f->i, CLASSES(COMMA, STOP))) == OF;
    bool aged = f->tag == AGE && f->before == NOUN && is_one_character(&s->tokens[f->i - 1]);
    return aged && (f->behind == LIST_COMMA || tag_before(s, f->i - 1u) == REACH);
}

/* 10万元至20万元|的|每辆补贴4000元, |80岁以上|免费: those in a class, of whom a rule tells what each gets. */
static bool bounds_given(const struct figure *f) {
    const struct sentence *s = f->s;
    bool                   opens = f->i == 0 || is_one_of(f->before, COMMA, STOP, LIST_COMMA, COLON, QUOTE, BLANK);
    if (f->tag == AGE && opens && figure_is_glued_behind(f) && is_one_of(f->behind, ADVERB, VERB, LIGHT, PER, PER_NOUN))
        return true;
    /* |满3岁|即入园, 年|满60岁|可免票: not 他满60岁了 */
    bool reached = f->tag == AGE && f->c->qualifier == QUALIFIER_OVER && f->c->quantity.raw.start < f->c->quantity.digits.start;
    size_t first = f->i - (reached && f->before == NOUN && is_one_character(&s->tokens[f->i - 1]));
    bool   heads = is_one_of(tag_before(s, first), COMMA, STOP, LIST_COMMA, COLON, LIGHT);
    if (reached && heads && is_one_of(f->behind, ADVERB, AND, VERB, NOUN)) return true;
    if (f->behind != OF || !f->unit || f->unit->class == UNIT_PERCENT) return false;
    size_t given = skip(s, f->i + 2, CLASSES(PER, PER_NOUN, ADVERB)),
           figure = skip(s, given, CLASSES(NOUN, HEAD, VERB, VERBAL, QUALIFIER));
    return given > f->i + 2u && figure > given && unit_at_is(s, figure, UNIT_MONEY);
}

/* 月收入在|2001—3000元|及|3001—5000元|的群体: who are meant lies between two bounds. */
static bool lies_between(const struct figure *f) {
    const struct sentence *s = f->s;
    size_t                 from = f->i, end = f->i + 1;
    if (f->c->qualifier != QUALIFIER_RANGE || !in_classes(PREPOSITION, s->classes)) return false; /* most */
    while (from > 1 && is_one_of(s->tokens[from - 1].tag, AND, LIST_COMMA) && s->tokens[from - 2].candidate >= 0) from -= 2;
    while (is_one_of(tag_at(s, end), AND, LIST_COMMA) && tag_at(s, end + 1) == f->tag) end += 2;
    if (tag_before(s, from) != PREPOSITION || !note_at(s, from - 1, NOTE_AT)) return false;
    return tag_at(s, end) == OF && is_one_of(tag_at(s, end + 1), NOUN, HEAD);
}

/* 愿意支付|100元以上|的|不足3%， 人口|50万以下|的|占14%， */
static bool is_had_by_share(const struct figure *f) {
    if (f->behind != OF || f->tag == PERCENT) return false; /* most */
    const struct quantity *q = &f->c->quantity;
    if (f->unit ? !figure_is_glued_behind(f) : !figure_is_bounds(f->c) || q->raw.start != q->digits.start) return false;
    size_t share = skip(f->s, f->i + 2, CLASSES(ONLY, ADVERB, REACH, SHARE));
    return tag_at(f->s, share) == PERCENT && is_one_of(tag_at(f->s, share + 1), COMMA, STOP, LIST_COMMA);
}

/* 20~39岁人群, 65岁及以上的长者, 6—10年占比最大, 144平方米以上占9.3%: the bounds of a group. */
bool figure_bounds_group(const struct figure *f) {
    const struct candidate *c = f->c;
    if (!figure_is_bounds(c)) return false;
    if (is_age_of_one(f)) return false;
    if (f->before == HEAD && token_opening(f->s, f->i - 1u, EDGE_MEAN)) return false; /* 平均年龄|不到30岁的医生 */
    if (c->qualifier == QUALIFIER_OVER && is_one_of(f->behind, NOUN, HEAD, VERBAL, OF) && (is_denied(f) || is_defined(f)))
        return true;
    if (is_condition(f) || bounds_persons(f) || is_come_up_to(f)) return true;
    size_t figure = f->i + 2; /* 高温日数（日最高气温≥35℃）全市平均|32天 */
    while (f->behind == CLOSE && is_one_of(tag_at(f->s, figure), PLACE, BOTH)) figure++;
    char told = tag_at(f->s, figure); /* 小班课（30人以下）占比12.7% */
    bool share = is_one_of(told, HEAD, SHARE) && is_one_of(tag_at(f->s, figure + 1), PERCENT, REACH);
    bool noun = is_one_of(told, NOUN, HEAD) && /* 小班化（30人以下）课程占26.3%, 超大班额（66人及以上）班级112个 */
                is_one_of(tag_at(f->s, figure + 1), SHARE, COUNT, SMALL_COUNT);
    if (f->behind == CLOSE && (share || noun || is_one_of(told, FIGURES)) && bracket_opens(f)) return true;
    bool apart = f->tag == AGE && f->before == OPEN && f->behind == CLOSE; /* 625元（65至69岁） */
    if (apart && f->i > 1 && is_one_of(f->s->tokens[f->i - 2].tag, FIGURES)) return true;
    if (lexicon_opening(f->s->lexicon, slice_from(f->s->text, c->quantity.raw.end), EDGE_BOUNDED))
        return true;                                                         /* 月薪超3万者 */
    size_t takes = skip(f->s, behind_remark(f->s, f->i + 1), CLASSES(ONLY)); /* 40岁以上仅占4.7% */
    if (f->unit && f->unit->class != UNIT_PERCENT && tag_at(f->s, takes) == SHARE) return true;
    if (is_had_by_share(f)) return true;
    if (lies_between(f)) return true;
    size_t of = skip(f->s, f->i + 1, CLASSES(NOUN, HEAD, VERBAL)); /* 拥有3套以上|住房|的|家庭占5% */
    if (c->qualifier != QUALIFIER_RANGE && tag_at(f->s, of) == OF && (is_part(f->s, of + 1) || is_counted(f->s, of + 1)))
        return true;
    if (of > f->i + 1 && sorts_by_size(f) && behind_exact_share(f->s, of)) return true; /* 100人以下|公司（22.6%） */
    bool free = f->tag == AGE && f->behind == OF && is_one_of(tag_at(f->s, f->i + 2), ADVERB, VERB, VERBAL, PLACE);
    if (free && c->qualifier == QUALIFIER_OVER && is_one_of(tag_at(f->s, f->i + 3), COMMA, STOP))
        return true; /* 80岁以上的|免费， */
    if (f->tag == DURATION && is_undone_so_long(f)) return true;
    if (bounds_given(f)) return true;
    if (!is_one_of(f->tag, DURATION, AGE)) return false;
    size_t listed = f->i + 1; /* 35岁以下和高中以上学历分别占79%、96% */
    while (f->tag == AGE && is_one_of(tag_at(f->s, listed), AND, LIST_COMMA, NOUN, HEAD, VERBAL, RESPECTIVELY)) listed++;
    if (listed > f->i + 1 && is_one_of(f->behind, AND, LIST_COMMA) && tag_at(f->s, listed) == SHARE) return true;
    char beyond = tag_at(f->s, f->i + 2);
    if (c->qualifier != QUALIFIER_RANGE)
        return f->tag == AGE &&
               (f->behind == SHARE || (f->behind == OF && is_one_of(beyond, NOUN, HEAD, VERBAL, COUNT, SMALL_COUNT)));
    int more = is_one_of(f->behind, AND, LIST_COMMA) && beyond == f->tag ? f->s->tokens[f->i + 2].candidate : -1;
    if (more >= 0) { /* 3—5年和10—15年次之 */
        struct figure other = figure_of(f->s, &f->s->candidates[more]);
        bool          group = f->tag == AGE && is_one_of(other.behind, NOUN, HEAD); /* 80—89岁、90岁以上|老人 */
        return group || figure_bounds_group(&other);
    }
    bool does = f->tag == AGE && is_one_of(f->before, COMMA, STOP) && is_one_of(f->behind, VERB, VERBAL); /* ，18—59岁|参保 */
    return does || (is_one_of(f->behind, NOUN, OF, SHARE, HEAD) && f->before != RUNNING); /* 为期|6至12个月|的培训 */
}

/* 12个乡镇|, 12.1%的|成年国民, 六成|居民: those of whom something is told. */
static bool counts_those(const struct sentence *s, const struct candidate *c) {
    char tag = s->tokens[c->token].tag, behind = tag_at(s, c->token + 1);
    if (tag == PERCENT) return is_one_of(behind, OF, NOUN, HEAD) && c->qualifier != QUALIFIER_RANGE;
    bool things = (unit_is(c, UNIT_MEASURE_WORD) || unit_is(c, UNIT_PERSON)) && is_one_of(tag, COUNT, SMALL_COUNT);
    return things && is_one_of(behind, NOUN, HEAD, VERBAL, OF) && figure_is_several(&c->quantity.numeral);
}

/* 如果月入|1.4万元或以下|，…: does the bound at token `i` stand in a clause that only tells on what condition the next holds?
 */
static bool only_supposed(const struct sentence *s, size_t i) {
    if (tag_at(s, i + 1) != COMMA) return false; /* most */
    size_t from = back_to(s, i, CLASSES(COMMA, STOP, COLON));
    return token_opening(s, from, EDGE_SHOULD) && !token_opening(s, from, EDGE_COUNTS); /* not 若干企业 */
}

/* 11家单位公务卡结算率不足60%, 9个账号超过14天未更新, 12.1%的成年国民年均阅读10本及以上图书, 10条产值过千亿元的产业链: the
 * bound says which of them. */
bool figure_bounds_predicate(const struct figure *f) {
    const struct candidate *c = f->c, *those = c == f->s->candidates ? NULL : c - 1;
    const struct sentence  *s = f->s;
    if (f->tag == AGE && f->before == PREPOSITION && c->qualifier == QUALIFIER_RANGE && is_one_of(f->behind, COMMA, STOP))
        return true; /* 年龄在|20—29岁|，占58% */
    if (only_supposed(s, f->i)) return true;
    if (!those || those->refused || !counts_those(s, those)) return false;
    bool   leads = c->quantity.raw.start < c->quantity.digits.start, part = s->tokens[those->token].tag == PERCENT;
    size_t end = f->i + 1, from = f->i;
    while (part && is_one_of(tag_at(s, end), NOUN, HEAD, VERBAL)) end++;
    if (!part && s->tokens[f->i - 1].tag == OF) return false; /* 312名网评员中经常参与|的|不足一半 */
    bool last = is_one_of(tag_at(s, end), COMMA, STOP, LIST_COMMA, CLOSE) || (f->tag == DURATION && tag_at(s, end) == NONE);
    bool often = false; /* 8名队员|每天|工作超过10个小时 tells what all do */
    while (from > those->token + 1 && (is_one_of(s->tokens[from - 1].tag, NOUN, HEAD, VERB, VERBAL, LIGHT, OF, ADVERB,
                                                 PREPOSITION, PLACE, QUOTE, UNQUOTE) ||
                                       (part && s->tokens[from - 1].tag == REACH)))
        often |= note_at(s, --from, NOTE_OFTEN);
    if (often && !part) return false;
    bool lacks = f->tag == COUNT && c->qualifier == QUALIFIER_UNDER;       /* 9个派出所警力|不足5人 */
    bool aged = f->tag == AGE && c->qualifier != QUALIFIER_EXACT && !part; /* 15名党员年龄在|70岁以上 */
    bool sized = unit_is(f->c, UNIT_MONEY) && f->behind == OF && is_one_of(tag_at(s, f->i + 2), NOUN, HEAD, VERBAL);
    bool measured = unit_is(f->c, UNIT_PHYSICAL) && from + 1u == f->i &&                /* 7个乡镇|超过400毫米 */
                    !lexicon_ending(s->lexicon, those->quantity.unit_name, EDGE_PLACE); /* not 3市|降雨超过50毫米 */
    bool bounds = is_one_of(f->tag, PERCENT, DURATION) || lacks || measured;
    return ((last && (part || (leads && bounds) || aged)) || (sized && !part)) && from == those->token + 1u && from < f->i;
}

bool figure_is_put_into(struct sentence *s, struct candidate *c) {
    size_t k = c->token, size = k + 2;
    if (tag_at(s, k + 1) != OF || tag_before(s, k) != HEAD || !unit_is(c, UNIT_MONEY)) return false; /* most */
    const struct figure f = figure_of(s, c);
    if (is_worth_of_lot(&f)) return true;
    if (c->qualifier != QUALIFIER_EXACT) return false;
    while (is_one_of(tag_at(s, size), NOUN, HEAD, VERBAL)) size++;
    return size > k + 2 && unit_at_is(s, size, UNIT_PHYSICAL);
}
