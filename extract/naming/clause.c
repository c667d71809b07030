/* The clause before a figure tells whose it is: 治愈率，达100%, 养老保险制度不断完善，参保人数达8万人. What it says of its
 * subject is no name, nor is a clause that only frames. */
#include "extract/naming/clause.h"

#include "extract/naming/before.h"
#include "extract/naming/ending.h"
#include "extract/naming/narrow.h"
#include "extract/naming/when.h"
#include "extract/naming/naming.h"
#include "extract/naming/scene.h"

#include "extract/base/banned.h"

/* 展厅|投入使用 */
static bool is_stage_verb(const struct sentence *s, size_t i) { return s->tokens[i].tag == VERB && note_at(s, i, NOTE_STAGE); }

/* 养老保险制度|不断完善, 项目|去年4月动工: a clause whose subject and what is said of it an adverb or a date parts;
 * 展厅|投入使用: or that tells how far it is. */
static struct range subject_of(const struct sentence *s, struct range clause, struct range name) {
    clause = strip(s, clause, NAME_HEAD & ~TRAIT_PREPOSITION, 0);
    while (name.to > name.from && is_stage_verb(s, name.to - 1u))
        name.to--; /* 去年开工的公路|建成通车; nothing of 今年6月|建成投用 */
    if (is_one_of(tag_at(s, clause.from), VERB, AWARD, LIGHT, GROW, FALL, PREPOSITION) ||
        has_class(s, name, CLASSES(LIST_COMMA)))
        return name;
    size_t of = last_of(s, name, CLASSES(OF)); /* 码头边的|冷库|去年扩建 */
    for (size_t i = of == SIZE_MAX ? name.from : of + 2; i < name.to; i++)
        if ((s->tokens[i].tag == ADVERB && !is_adjective(s, i)) || (i > name.from && is_one_of(s->tokens[i].tag, DATE, DONE)))
            return range_of(name.from, i - (i > name.from && s->tokens[i - 1].tag == NONE)); /* 部门|未|按规定公开 */
    return name;
}

/* GDP says enough with fewer bytes than 产值. */
static size_t fewest_bytes(const struct sentence *s, struct range r) {
    return ascii_letter((unsigned char)s->text.ptr[s->tokens[r.from].start]) ? HAN : 2 * HAN;
}

bool tells_why(const struct sentence *s, size_t k) {
    size_t from = clause_start(s, k);
    if (tag_before(s, from) != COMMA || s->tokens[from].tag != ADVERB) return false; /* most */
    return token_opening(s, from, EDGE_WHY) || (tag_at(s, from + 1) == REACH && note_at(s, from + 1, NOTE_IS));
}

slice subject_before(const struct sentence *s, size_t from, struct arena *arena) {
    size_t       end = skip_back(s, from, CLASSES(COMMA));
    struct range r = range_of(clause_start(s, end), end), subject = subject_of(s, r, name_range(s, r, KIND_LEVEL));
    bool apt = subject.to == end && end > subject.from + 1u && s->tokens[end - 1].tag == SET_PHRASE; /* 纺织业|一枝独秀 */
    subject.to -= apt;
    bool told = apt || (tag_at(s, subject.to) == ADVERB && !token_ending(s, end - (end > 0), EDGE_THEN)) ||
                (tag_at(s, subject.to) == LIGHT && subject.to + 1u == end); /* 工作|有序推进, not 活动上线|当天 */
    return told && content_bytes(s, subject) >= fewest_bytes(s, subject) ? name_of(s, subject, arena) : SLICE_NONE;
}

/* 退休人员养老金|“二十连调”, 事故|“双下降”: does a feat in quotation marks, at token `quoted`, stand behind what did it? */
static bool is_feat(const struct sentence *s, struct range name, size_t quoted) {
    bool moved = false, behind = quoted > name.from && is_one_of(s->tokens[quoted - 1].tag, NOUN, HEAD, VERBAL);
    if (!behind || has_class(s, range_of(name.from, quoted), CLASSES(VERB, LIGHT, REACH))) return false;
    size_t i = quoted + 1;
    for (; i < s->count && s->tokens[i].tag != UNQUOTE; i++)
        moved |= s->tokens[i].candidate >= 0 || is_one_of(s->tokens[i].tag, SET_PHRASE, GROW, FALL, IMPROVE);
    return moved && i + 1 >= name.to && content_bytes(s, range_of(name.from, quoted)) >= 2 * HAN;
}

/* 粮食总产量实现|“十二连增”: a feat that was achieved is no name. */
static struct range without_feat(const struct sentence *s, struct range name) {
    size_t quoted = last_of(s, name, CLASSES(QUOTE));
    if (quoted == SIZE_MAX) { /* 实现|十二|连丰 */
        size_t reached = last_of(s, name, CLASSES(REACH));
        bool   feat =
            reached != SIZE_MAX && reached > name.from && reached + 1 < name.to && s->tokens[reached + 1].candidate >= 0;
        return feat ? strip(s, range_of(name.from, reached), 0, NAME_TAIL) : name;
    }
    if (is_feat(s, name, quoted)) return range_of(name.from, quoted);
    while (quoted > name.from && is_one_of(s->tokens[quoted - 1].tag, NOUN, OF, ADVERB))
        quoted--; /* 实现了|历史罕见的|“八连增” */
    if (quoted == name.from || s->tokens[quoted - 1].tag != REACH) return name;
    return strip(s, range_of(name.from, quoted), 0, NAME_TAIL);
}

/* 打造对接东部的|区域物流中心: what is told of the object is no part of what it lends. */
static struct range object_itself(const struct sentence *s, struct range name) {
    while (name.to > name.from + 1u && s->tokens[name.to - 1].tag == IMPROVE) name.to--;
    bool much = name.to > name.from + 1u && s->tokens[name.to - 2].tag == HEAD && alone_at_edge(s, name.to - 1u, EDGE_MUCH);
    name.to -= much; /* 贫困人口|多，还有22万 */
    size_t particle = last_of(s, name, CLASSES(OF));
    if (particle == SIZE_MAX || !has_class(s, range_of(name.from, particle), CLASSES(VERB))) return name;
    struct range object = range_of(particle + 1, name.to);
    bool         measure = s->tokens[object.to - 1].tag == HEAD; /* 担任经理的|女性比例 */
    return content_bytes(s, object) >= 4 * HAN && !measure ? object : name;
}

/* 2021年9月|建成|开放, 暑假|期间: is nothing told but since when it stands there, or when that is? */
static bool only_when(const struct sentence *s, struct range r) {
    if (token_is(s, r.from, EDGE_SEASON) && skip(s, r.from + 1u, CLASSES(WITHIN, DATE)) == r.to) return true;
    size_t dated = skip(s, r.from, CLASSES(DATE)), done = skip(s, dated, CLASSES(ADVERB, DONE, VERB, VERBAL));
    return dated > r.from && done > dated && done == r.to;
}

/* 学校|在城东, 马晓燕|在县城一家超市打工: does 在 at token `i` open all that is told of who stands before it, by no verb that a
 * table knows? */
static bool goes_about(const struct sentence *s, struct range clause, size_t i) {
    if (!is_at(&s->tokens[i]) || i == clause.from || s->tokens[i - 1].tag != NOUN) return false; /* most */
    return !has_class(s, range_of(i, clause.to),
                      CLASSES(VERB, VERBAL, LIGHT, AWARD, REACH, GROW, FALL, IMPROVE, HEAD, OF, COMMA));
}

/* 大桥|横跨|白水河, 门票|实行|分时预约, 风电场|在|青峰湾|投产: is token `i` the first of what tells where a thing lies, or
 * where it came to be? */
static bool lies_somewhere(const struct sentence *s, struct range clause, size_t i) {
    if (i == clause.from || !is_one_of(s->tokens[i - 1].tag, NOUN, HEAD, UNQUOTE)) return false; /* most */
    if (s->tokens[i].word && token_is(s, i, EDGE_LIES)) return true;
    size_t where = i + 1, done = skip(s, where, CLASSES(NOUN, HEAD, PLACE)), end = skip(s, done, CLASSES(VERB, VERBAL, LIGHT));
    return is_at(&s->tokens[i]) && done > where && end > done && end == clause.to;
}

/* 线路一期|自2019年动工, 新院区|位于城东, 丹桂园|由用房改建而成, 工坊|是镇里利用校舍改造的: of what that is told; of nothing
 * when it is a place. */
static struct range before_begun(const struct sentence *s, struct range clause) {
    if (clause.from == clause.to) return clause;
    bool   made = s->tokens[clause.to - 1].tag == OF;
    size_t head = skip_back(s, clause.to, CLASSES(HEAD, BOTH)); /* 社员从集体分得的|平均收入，1978年为74元 */
    bool   got = head < clause.to && tag_before(s, head) == OF;
    for (size_t i = clause.from; i < clause.to; i++) {
        bool stands = note_at(s, i, NOTE_AT) && !is_one_character(&s->tokens[i]); /* 主会场|设在会展中心 */
        stands |= made && s->tokens[i].tag == REACH && note_at(s, i, NOTE_IS);
        bool when = i > clause.from && s->tokens[i].tag == PREPOSITION && is_one_of(s->tokens[i - 1].tag, NOUN, PLACE) &&
                    only_when(s, range_of(i + 1, clause.to)); /* 新馆|于2021年9月建成开放 */
        stands |= when || goes_about(s, clause, i) || lies_somewhere(s, clause, i);
        stands |= s->tokens[i].tag == QUALIFIER && s->tokens[clause.to - 1].tag == WITHIN; /* 赤字|控制在预算范围内 */
        if (!stands && (got || !is_one_of(s->tokens[i].tag, FROM, RANK))) continue;
        struct range who = range_of(skip(s, clause.from, CLASSES(PLACE)), i); /* 本届|联赛|自6月开赛 */
        if (content_bytes(s, who) >= 2 * HAN)                                 /* not 青林区、白云县综合得分|居前 */
            return is_place(s, who.from) && who.to == who.from + 1u ? range_of(clause.from, clause.from) : who;
        bool whole = s->tokens[i].tag == FROM && tag_before(s, i) == PLACE; /* 该项目|由星海公司投资建设 */
        whole |= s->tokens[i].tag == RANK && tag_before(s, i) == PLACE;     /* 我县|地处江淮分水岭 */
        whole &= is_one_of(tag_at(s, i + 1), NOUN, HEAD, VERBAL);
        whole |= s->tokens[i].tag == FROM && i == clause.from &&
                 token_ending(s, clause.to - 1u, EDGE_BECAME);        /* ，由旧厂房改造而成 */
        if (whole || when) return range_of(clause.from, clause.from); /* 该工程|于2019年12月开工 */
    }
    return clause;
}

/* 开支|方面，修订预算为4360亿元; 在|手工业|方面， */
static slice without_facet(const struct sentence *s, slice name) {
    slice  what = without_ending(s->lexicon, name, EDGE_FACET, 2 * HAN);
    size_t at = what.len < name.len ? word_at_start(s, name, CLASSES(PREPOSITION), 0) : s->count;
    return slice_from(what, at < s->count ? token_text(s, at).len : 0);
}

/* 生菜|涨得最猛: without the verb, one character that no table knows, of which 得 tells how. */
static slice without_degree(const struct sentence *s, struct range r, slice name) {
    for (size_t i = r.from + 1u; i < r.to; i++) {
        if (s->tokens[i].tag != OF || !note_at(s, i, NOTE_MANNER)) continue;
        slice did = sentence_text(s, r.from, i);
        did.len -= utf8_size_before(did, did.len);
        return did.len >= 2 * HAN && slice_starts(name, did) ? did : name;
    }
    return name;
}

/* 头一家|是|坡头屯的|蓝大爷，76岁: who is said to be so. */
static struct range who_is(const struct sentence *s, struct range clause) {
    size_t is = last_of(s, clause, CLASSES(REACH));
    if (is == SIZE_MAX || !note_at(s, is, NOTE_IS)) return clause;
    size_t       of = last_of(s, range_of(is, clause.to), CLASSES(OF));
    struct range who = range_of((of == SIZE_MAX ? is : of) + 1, clause.to);
    return content_bytes(s, who) >= 2 * HAN ? who : clause;
}

/* 叶女士|是一家服装店店主，今年34岁: a person whose name opens the clause, with what is told of them; empty when none does. */
static slice person_who_is(const struct sentence *s, struct range clause) {
    size_t told = skip(s, clause.from, CLASSES(NOUN));
    if (told == clause.from || told >= clause.to) return SLICE_NONE; /* most */
    slice name = sentence_text(s, clause.from, told);
    if (s->tokens[told].tag == PREPOSITION) name = without_ending(s->lexicon, name, EDGE_STANDS, 0); /* 张建国|住|在城南社区 */
    if (!person_by_name(s->lexicon, name) && !person_called(s->lexicon, name)) return SLICE_NONE;
    return is_one_of(s->tokens[told].tag, REACH, ADVERB, DONE, VERB, PREPOSITION) ? name : SLICE_NONE;
}

/* 沿线就有|一名|救生员，共96人: the one thing that a clause [from, to) ends with, behind what tells that it is there; empty
 * where none is. */
static struct range one_thing(const struct sentence *s, struct range r) {
    size_t what = r.to;
    while (what > r.from && is_one_of(s->tokens[what - 1].tag, NOUN, HEAD) && s->tokens[what - 1].candidate < 0) what--;
    bool one = what > r.from + 1u && what < r.to && is_article(s, what - 1) && figure_at(s, what - 1u)->quantity.unit &&
               content_bytes(s, range_of(what, r.to)) >= 2 * HAN;
    return one ? range_of(what, r.to) : range_of(r.to, r.to);
}

/* 警察蔡晓东|从警17年，…，牺牲时年仅38岁: the person whose name opens the sentence, by what he is; empty when none does. */
static slice opening_person(const struct sentence *s, size_t from) {
    size_t first = skip(s, 0, CLASSES(LIST_MARK, DATE, ADVERB, COMMA)), end = skip(s, first, CLASSES(NOUN, HEAD));
    slice  who = end < from ? sentence_text(s, first, end) : SLICE_NONE;
    who.len = person_end(s->lexicon, who);
    return person_named(s->lexicon, who) ? who : SLICE_NONE;
}

slice person_before(const struct sentence *s, size_t from, struct arena *arena) {
    size_t       end = skip_back(s, from, CLASSES(COMMA));
    struct range clause = range_of(clause_start(s, end), end), who = who_is(s, clause);
    slice        named = person_who_is(s, clause);
    if (named.len) return named;
    struct range child = one_thing(s, clause); /* 家里有|一个|女儿，今年8岁 */
    if (child.from < child.to && lexicon_ending(s->lexicon, sentence_text(s, child.from, child.to), EDGE_PERSON))
        return name_of(s, child, arena);
    return who.from > clause.from ? name_of(s, who, arena) : opening_person(s, from);
}

/* 除|扩大资助|外，亦将金额增加50元: a clause from token `from` to `end` that only says what else was done. */
static bool leaves_out(const struct sentence *s, size_t from, size_t end) {
    return token_ending(s, end - 1, EDGE_EXCEPT) && token_opening(s, from, EDGE_EXCEPT);
}

/* 工资性收入|是主要来源，占56%; 最受欢迎的阅读方式是|手机阅读，占62%: what is said to be so has the share. */
static struct range who_has(const struct sentence *s, struct range name) {
    size_t is = last_of(s, name, CLASSES(REACH));
    if (is == SIZE_MAX || !note_at(s, is, NOTE_IS)) return name; /* most */
    struct range who = range_of(name.from, is), what = range_of(is + 1, name.to);
    if (has_class(s, who, CLASSES(OF)) && !has_class(s, what, CLASSES(OF))) who = what;
    return content_bytes(s, who) >= fewest_bytes(s, who) ? who : name;
}

/* 云岭水库|为|中型水库: do both nouns end with one character, so that the one tells only of which sort the other is? */
static bool is_of_sort(const struct sentence *s, struct range who, struct range what) {
    slice sort = token_text(s, what.to - 1u), thing = token_text(s, who.to - 1u);
    bool  alike = sort.len >= HAN && slice_ends(thing, slice_from(sort, sort.len - HAN));
    return alike && skip(s, what.from, CLASSES(NOUN, HEAD, LEVEL, VERBAL)) == what.to;
}

/* 青禾水电站|是|全省最大的|水电站，装机120万千瓦, 云岭水库|为|中型水库: sizes are of what is said to be so. */
static struct range who_is_so(const struct sentence *s, struct range clause, struct range name) {
    size_t is = last_of(s, clause, CLASSES(REACH));
    if (is == SIZE_MAX || is == clause.from || !note_at(s, is, NOTE_IS)) return name;
    struct range who = strip(s, range_of(clause.from, is), NAME_HEAD, NAME_TAIL), what = range_of(is + 1, clause.to);
    if (who.from >= who.to || what.from >= what.to) return name;
    bool sort = is_of_sort(s, who, what), so = sort || (has_class(s, what, CLASSES(OF)) && s->tokens[clause.to - 1].tag != OF);
    bool plain = skip(s, who.from, CLASSES(NOUN, HEAD, LEVEL, VERBAL, QUOTE, UNQUOTE)) == who.to && !is_place(s, who.from);
    return so && plain && content_bytes(s, who) >= (sort ? 2 : 3) * HAN ? who : name;
}

/* 社区走起了“政府补一点”的路子|：市里每年补助8万元; 他第一个报了名|，每月工资3500元; 她在一家电子厂当主管|，年薪18万元: does
 * the clause that a colon ends, or that opens with 他, tell that something was done or where, and label nothing? */
static bool tells_what(const struct sentence *s, struct range clause, size_t end) {
    bool he = s->tokens[end].tag == COMMA && s->tokens[clause.from].tag == PLACE && token_opening(s, clause.from, EDGE_HANGS);
    if (!he && s->tokens[end].tag != COLON) return false; /* most */
    if (he && tag_at(s, clause.from + 1u) == PREPOSITION && note_at(s, clause.from + 1u, NOTE_AT)) return true;
    for (size_t i = clause.from + 1u; i < clause.to; i++)
        if (s->tokens[i].tag == ADVERB && s->tokens[i - 1].tag == NOUN && token_opening(s, i, EDGE_MAKES)) return true;
    return false;
}

/* 固定资产投资|（不含农户）：1532亿元: before the remark on the noun that closes at token `end`; `end` when none does. */
static size_t before_remark(const struct sentence *s, size_t end) {
    size_t open = tag_at(s, end) == CLOSE ? last_of(s, range_of(0, end), CLASSES(OPEN)) : SIZE_MAX;
    if (open == SIZE_MAX || has_class(s, range_of(open, end), CLASSES(FIGURES, STOP, COMMA))) return end;
    return is_one_of(tag_before(s, open), NOUN, HEAD, VERBAL, LIGHT) ? open : end;
}

/* 学校被评为|劳动教育实验学校，全市只有6所: how many there are of what was won. */
static struct range what_was_won(const struct sentence *s, size_t from, struct range name) {
    size_t won = last_of(s, name, CLASSES(AWARD)), k = next_of(s, from, CLASSES(FIGURES, COMMA, STOP));
    bool   counted = won != SIZE_MAX && figure_is(s, k, counts);
    if (!counted || tag_before(s, won) == QUOTE) return name; /* most; “获得信贷”得分 */
    struct range what = range_of(won + 1, name.to);
    return content_bytes(s, what) >= 4 * HAN ? what : name;
}

/* 将|学前教育|作为重点, 把|养老服务|列入民生实事: of what somebody makes something of. */
static struct range made_into(const struct sentence *s, struct range r) {
    size_t opens = r.from;
    while (opens < r.to && !note_at(s, opens, NOTE_DISPOSES | NOTE_PLAN)) opens++;
    size_t what = opens + 1, does = skip(s, what, CLASSES(NOUN, HEAD, VERBAL, LEVEL, AND, LIST_COMMA, OF));
    bool   made = does > what && does < r.to && is_one_of(s->tokens[does].tag, VERB, LIGHT, AWARD);
    return made && content_bytes(s, range_of(what, does)) >= 2 * HAN ? range_of(what, does) : r;
}

/* 黄金储备|连续第13个月增加，目前为…: for how long it has moved names nothing. */
static struct range before_running(const struct sentence *s, struct range r) {
    size_t moved = skip_back(s, r.to, CLASSES(GROW, FALL, GROW_TO, FALL_TO, ADVERB));
    bool   runs = moved < r.to && moved > r.from + 2u && s->tokens[moved - 1].candidate >= 0 && /* an ordinal, refused */
                s->tokens[moved - 2].tag == RUNNING;
    return runs ? range_of(r.from, moved - 2) : r;
}

/* 得分率|最高的是|开办企业，为93.5%: what ranks first, with what it is measured by; empty where nothing does. */
static slice most_is(const struct sentence *s, struct range r, struct arena *arena) {
    size_t most = last_of(s, r, CLASSES(QUALIFIER));
    if (most == SIZE_MAX || most <= r.from || s->tokens[most + 1].tag != OF) return SLICE_NONE; /* most */
    bool         is = note_at(s, most + 2, NOTE_IS) && s->tokens[most - 1].tag == HEAD;
    struct range what = strip(s, range_of(most + 3, r.to), NAME_HEAD, NAME_TAIL);
    if (!is || has_class(s, r, CLASSES(FIGURES)) || content_bytes(s, what) < 2 * HAN) return SLICE_NONE;
    struct range measure = name_range(s, range_of(r.from, most), KIND_GROWTH);
    return joined(name_of(s, what, arena), name_of(s, measure, arena), arena);
}

/* 残疾人数|与十年前比较，减少8%: before what the clause up to `end` compares with. */
static struct range before_comparing(const struct sentence *s, struct range r, size_t end) {
    if (s->tokens[end - 1].tag != THAN || r.to != end) return r; /* most */
    size_t with = last_of(s, range_of(r.from, end - 1), CLASSES(AND, PREPOSITION, THAN));
    return with != SIZE_MAX && with > r.from ? range_of(r.from, with) : r; /* 与去年相比， frames */
}

/* 投资最大的|是|青石化工产业链延伸项目，计划投资58亿元: what the clause says to be so, whatever that is; empty where it says
 * more.
 */
static slice what_is_so(const struct sentence *s, struct range r, struct arena *arena) {
    size_t is = last_of(s, r, CLASSES(REACH));
    if (is == SIZE_MAX || is <= r.from + 1u || s->tokens[is - 1].tag != OF) return SLICE_NONE; /* most */
    bool         says = note_at(s, is, NOTE_IS) && !has_class(s, r, CLASSES(FIGURES));
    struct range what = range_of(is + 1, r.to);
    bool         named = skip(s, what.from, CLASSES(NOUN, HEAD, VERBAL)) == r.to && content_bytes(s, what) >= 4 * HAN;
    return says && named ? name_of(s, what, arena) : SLICE_NONE;
}

/* 除补贴之外，, 协会预计，, 过去|三年，, 同2020年决算数|相比，: does the clause up to `end`, with words `r` and the name `n`,
 * only frame what stands behind it? */
static bool only_frames(const struct sentence *s, struct range r, struct range n, size_t end) {
    bool whole = r.to == end; /* not 集市|以“邻里”为主题 */
    if (note_at(s, r.from, NOTE_FRAME) || (whole && note_at(s, end - 1, NOTE_FRAME | NOTE_EXPECTED))) return true;
    if (note_at(s, n.from, NOTE_SPAN) && n.to == n.from + 1u) return true;
    if (whole && token_ending(s, end - 1, EDGE_MEANS) && tag_before(s, end - 1) == OF) return true; /* 采取以奖代补的方式 */
    return leaves_out(s, r.from, end) || token_ending(s, end - 1, EDGE_THEN) ||
           (whole && (s->tokens[end - 1].tag == THAN || only_after(s, r)));
}

/* 1月26日|（正月初五）|车流达到峰值: behind what a bracket at token `i` says of the day before it; `i` when none does. */
static size_t behind_day(const struct sentence *s, size_t i, size_t end) {
    if (i == 0 || tag_at(s, i) != OPEN || s->tokens[i - 1].tag != DATE) return i; /* most */
    size_t close = next_of(s, i, CLASSES(CLOSE));
    return close + 1 < end ? close + 1 : i;
}

/* 杨梅种植|历史悠久, 梨|皮薄肉脆: without what says how it is with it; empty when nothing else is told. */
static slice without_feeling(const struct lexicon *x, slice name) {
    const struct word *feels = lexicon_ending(x, name, EDGE_FEELS);
    if (!feels || feels->text.len < 4 * HAN) return name; /* most; not 生意|红火 */
    return name.len >= feels->text.len + HAN ? slice_less(name, feels->text.len) : SLICE_NONE;
}

/* 大桥位于城南，|是省道改建工程的控制性工程|，全长1286米: does a clause that a comma opens say only what that is of which the
 * one before tells? */
static bool says_what_it_is(const struct sentence *s, struct range r) {
    const struct token *is = &s->tokens[r.from];
    return r.from > 1 && s->tokens[r.from - 1].tag == COMMA && is->tag == REACH && is_one_character(is) &&
           has_note(is, NOTE_IS);
}

/* 大桥|始建于明代，全长1286米: before when it was built. */
static struct range before_event(const struct sentence *s, struct range r) {
    if (!(s->notes & NOTE_EVENT)) return r; /* most */
    size_t at = last_of(s, r, CLASSES(PREPOSITION));
    bool   when = at != SIZE_MAX && at > r.from && note_at(s, at, NOTE_EVENT) && token_bytes(&s->tokens[at]) > HAN;
    return when && !has_class(s, range_of(at, r.to), CLASSES(VERB, VERBAL, FIGURES)) ? range_of(r.from, at) : r;
}

/* 粮食产量|增长|，由350万吨增加到420万吨, 民间投资|快速增长|，达到12亿元: without that what is measured moved. */
static struct range without_motion(const struct sentence *s, struct range r) {
    if (!r.to || !is_one_of(s->tokens[r.to - 1].tag, GROW, FALL) || has_hole(r)) return r; /* most */
    size_t moved = skip_back(s, r.to - 1u, CLASSES(RUNNING, ADVERB, DONE));
    if (moved == r.from) return r;
    bool subject = is_one_of(s->tokens[r.from].tag, NOUN, HEAD, VERBAL) || moved + 1u < r.to ||
                   token_bytes(&s->tokens[moved]) >= 4 * HAN; /* 接待游客|快速增长 */
    bool named =
        subject && is_one_of(s->tokens[moved - 1].tag, NOUN, VERBAL) && content_bytes(s, range_of(r.from, moved)) >= 3 * HAN;
    return named || s->tokens[moved - 1].tag == HEAD ? range_of(r.from, moved) : r;
}

/* 走进|青石古镇，面积12平方公里: what somebody goes to, where the name opens with that; empty for 走进|村里， */
static struct range where_one_goes(const struct sentence *s, struct range name) {
    if (name.to < name.from + 2u || !note_at(s, name.from, NOTE_VISITS)) return name; /* most */
    bool inside = token_ending(s, name.to - 1u, EDGE_AMONG) || token_ending(s, name.to - 1u, EDGE_WHERE);
    return inside ? range_of(name.to, name.to) : range_of(name.from + 1u, name.to);
}

slice clause_before(const struct sentence *s, size_t from, enum kind kind, struct arena *arena) {
    const size_t figure = from;
    for (;;) {
        size_t end = before_remark(s, skip_back(s, from, CLASSES(COMMA, STOP, COLON, BLANK, OPEN, CLOSE)));
        if (end == 0) return SLICE_NONE;
        struct range r = before_running(s, made_into(s, before_begun(s, range_of(clause_start(s, end), end))));
        r = before_comparing(s, before_event(s, r), end);
        struct range whole = r; /* 去年底启动改造，|今年6月重新开业|，总投资870万元 */
        slice        most = most_is(s, r, arena);
        if (!most.len && kind != KIND_SHARE) most = what_is_so(s, r, arena);
        if (most.len) return most;
        while (r.from < r.to && is_one_of(s->tokens[r.from].tag, RUNNING, DATE))
            r.from++; /* 连续第7年|提高养老金，人均增加168元 */
        r.from = (uint32_t)behind_place(s, behind_day(s, r.from, end));
        bool whose = r.from + 1u < r.to && (s->tokens[r.from].tag == PLACE || is_place(s, r.from));
        r.from += whose && note_at(s, r.from + 1u, NOTE_FRAME); /* 该区|坚持“公建民营”模式，投入资金2亿元 */
        struct range n =
            subject_of(s, r, without_feat(s, name_range(s, r, kind == KIND_SHARE ? KIND_GROWTH : kind))); /* 总量偏小 */
        n = where_one_goes(s, without_motion(s, n));
        bool frames = only_frames(s, r, n, end) || only_when(s, whole);
        n = kind == KIND_SHARE && s->tokens[end].tag == COMMA ? who_has(s, n) : what_was_won(s, figure, who_is_so(s, r, n));
        frames |= note_at(s, n.from, NOTE_GOAL); /* 2024年目标：营业收入72亿元 */
        frames |= note_at(s, r.from, NOTE_FOR) &&
                  is_one_of(tag_at(s, r.from + 1), VERB, LIGHT, VERBAL, IMPROVE, GROW, FALL); /* 为加快改造， */
        /* |由政府出房、企业出钱|，已建成38家: who does it */
        frames |= s->tokens[r.from].tag == FROM && !has_class(s, r, CLASSES(OF, DATE));
        /* 自去年推行积分制以来，全村有426户: since something was done, where 津贴自2013年推出以来， is of 津贴 */
        bool since = s->tokens[end - 1].tag == SINCE;
        frames |= since && (is_one_of(s->tokens[r.from].tag, FROM, VERB, LIGHT) || /* 服务队|成立|以来 */
                            (end > r.from + 2u && s->tokens[end - 2].tag == VERB && !has_class(s, r, CLASSES(FROM))));
        bool bare = kind == KIND_SHARE && n.from == r.from && n.to == n.from + 1u && note_at(s, n.from, NOTE_GENERIC);
        if (bare && s->candidates[0].token < n.from) return SLICE_NONE; /* 总值12亿元，|规模再创新高|，占全省的11% */
        if (tells_what(s, r, end)) return SLICE_NONE;
        frames |= kind == KIND_LEVEL && says_what_it_is(s, whole);
        struct range one = kind == KIND_LEVEL ? one_thing(s, r) : range_of(0, 0);
        if (one.from < one.to) n = one;
        if (content_bytes(s, n) >= fewest_bytes(s, n) && !frames) {
            slice name = without_degree(s, r, name_of(s, object_itself(s, n), arena));
            name = without_feeling(s->lexicon, without_facet(s, name));
            if (name.len) return name;
        }
        if (r.from >= from) return SLICE_NONE;
        from = r.from;
    }
}
