/* What a look at the numerals tells without reading the sentence: nothing that might be a figure is passed over. */
#include "extract/sentence/glance.h"
#include "extract/sentence/judge.h"
#include "extract/suanpan.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct suanpan *suanpan;
static struct arena    arena;
static struct sentence sentence;

static const struct ruleset *rules(void) {
    struct err err = {0};
    if (!suanpan) {
        CU_ASSERT_FATAL(suanpan_open(&suanpan, NULL, 0, &err));
        sentence_init(&sentence, &arena);
    }
    return suanpan_ruleset(suanpan);
}

/* False when nothing in the text needs to be read. */
static bool may_stand(slice text) {
    struct scan_map map = {0};
    scan_map(&map, numeral_set(rules()->vocabulary.numerals), text, 0, &arena);
    return numeral_in_doubt(&(struct glance){rules(), false, false, sentence.spelling, &arena}, &map, text, 0) < text.len;
}

static void numbers_words_and_dates_are_passed_over(void) {
    static const char *const none[] = {
        "第三百二十一条　国家实行统一的制度。",
        "第12条　各部门进一步规范一切活动。",
        "第三条 国家实行统筹安排的制度，各级人民政府应当加强领导，健全机制，落实责任，把各项工作抓实抓好。",
        "第五章　附则",
        "推广新三样。",
        "本条例自公布之日起统一施行。",
        "一心一意谋发展。",
        "高质量共建“一带一路”。",
        "一是稳定发展粮食生产。",
        "（一）坚持稳中求进。",
        "1956年的国家决算作了调整。",
        "学习宣传贯彻党的二十大精神。",
        "编制“十四五”规划。",
        "对外开放成果多。",
        "推出一批重大项目。",
        "进一步推进改革。",
        "贯彻十四五规划。",
        "过去一年，全区事业取得新的进步。",
        "“三公”经费大幅压减。",
        "主要措施一是建校。"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) CU_ASSERT_FALSE(may_stand(slice_of(none[i])));
}

/* 一 is an article or has no unit, whatever its noun; a word of two, or a set phrase, need not be known. */
static void numbers_that_name_are_passed_over(void) {
    static const char *const none[] = {"建成一个重要平台。", "这是一项长期任务。", "走出一条新路。",   "一个平台带动一项产业。",
                                       "打造世界一流大学。", "实行统一的制度。",   "推行一体化建设。", "评出“四有”好老师。",
                                       "發展一個重要平台。", "抓好三农工作。",     "该校是一所老校。"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) CU_ASSERT_FALSE(may_stand(slice_of(none[i])));
}

/* 第三次会议 and 第十五届 number what they stand at; behind the number of an article a blank parts all, folded or not. */
static void numbers_in_an_order_are_passed_over(void) {
    static const char *const        none[] = {"组织第三次学习。",
                                              "筹办第十五届会议。",
                                              "发展第三代技术。",
                                              "推进第二批改革。",
                                              "依照第三百二十一条处理。",
                                              "第十二条 国家加强统一规划，进一步规范管理。",
                                              "第十二条 国家推出一批措施。",
                                              "第十二条 一批措施。",
                                              "第十二条 二是加强管理。",
                                              "第十二条　——进一步规范。"},
                             *const some[] = {"获第三名。",           "位居第三位。",           "位居第三。",
                                              "下列第三次学习。",     "采取第三个方面的措施。", "第三季度增长。",
                                              "第三次至第五次会议。", "实行第三条件。",         "执行第三次數據。",
                                              "第十二条 第三名。"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) CU_ASSERT_FALSE(may_stand(slice_of(none[i])));
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) CU_ASSERT_TRUE(may_stand(slice_of(some[i])));
}

/* 仅, 没有 and 前 make it count, and so do another count beside it and the end of its clause; a card keeps 由一变为二. */
static void numbers_that_may_count_are_read(void) {
    static const char *const some[] = {"仅一个平台建成。",
                                       "全年没有发生一起大事故。",
                                       "建成一个公交站、一个快递柜。",
                                       "建成一个公交站和一处码头。",
                                       "新建学校一所。",
                                       "排名全省前三的县。",
                                       "由一变为二的企业。",
                                       "连续一届居首。",
                                       "做好以下一项工作。",
                                       "提高一个百分点以上。",
                                       "用一个月完成。",
                                       "建成两个重要平台。",
                                       "约一个多重平台。",
                                       "人民币一整。",
                                       "减少到去年的一。"};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) CU_ASSERT_TRUE(may_stand(slice_of(some[i])));
}

/* 更新|三样 is no 新三样; 1956年3个 is more than its date; 统 一 is still to be folded; 一是 numbers a list only where a
 * sentence begins; X2018 is no year. */
static void what_is_in_doubt_is_read(void) {
    static const char *const some[] = {"新建学校3所。",     "新建学校一所。",       "第三百二十一条 新建学校一所。",
                                       "居第三位。",        "全县更新三样设备。",   "1956年3个新厂投产。",
                                       "一是新建学校3所。", "（一）新建学校一所。", "实行统 一的制度。",
                                       "贯彻十 四五规划。", "X2018年度检修。",      "开行一步三回头专列。",
                                       "成百企业复产。",    "推出一批、两批项目。", "对折出售。"};
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) CU_ASSERT_TRUE(may_stand(slice_of(some[i])));
}

/* Of any two characters: where they tell that no numeral starts none does, and where they tell that it is the first alone none
 * goes on behind it. */
static void two_characters_tell_what_all_do(void) {
    const struct numeral_table *numerals = rules()->vocabulary.numerals;
    const struct alphabet      *a = rules()->vocabulary.alphabet;
    size_t                      told[NUMERAL_UNTOLD + 1] = {0}, wrong = 0;
    for (uint32_t one = 0x80; one < a->count; one++) {
        if (!(a->marks[one] & MARK_NUMERAL) || !a->codes[one]) continue;
        for (uint32_t two = 1; two < a->count; two++) {
            char              text[8];
            size_t            size = utf8_encode(a->codes[one], text);
            slice             pair = {text, size + utf8_encode(a->codes[two], text + size)};
            enum numeral_told is = numeral_told(numerals, one, two, 0);
            bool              starts = numeral_starts(numerals, pair);
            told[is]++;
            bool number = is == NUMERAL_ONE || is == NUMERAL_MORE;
            wrong += (is == NUMERAL_NONE && starts) || (number && !(starts && numeral_ends(numerals, pair)));
        }
    }
    CU_ASSERT_EQUAL(wrong, 0);
    for (size_t i = 0; i <= NUMERAL_UNTOLD; i++) CU_ASSERT(told[i] > 1000);
}

/* What claims tell, one a line. */
struct told {
    struct arena *arena;
    slice         lines;
    size_t        count;
};

static void tell(struct told *told, const struct claim *c) {
    char digits[DECIMAL_TEXT];
    told->lines = arena_format(told->arena, "%.*s%u %.*s %.*s %.*s %d %d %d %d %.*s\n", SLICE_ARG(told->lines), c->start,
                               SLICE_ARG(c->raw), SLICE_ARG(c->metric), (int)decimal_write(digits, c->value), digits, c->year,
                               (int)c->status, (int)c->kind, (int)c->qualifier, SLICE_ARG(c->period));
    told->count++;
}
static bool claim_told(void *context, const struct claim *c) {
    tell(context, c);
    return true;
}
static bool finding_told(void *context, const struct finding *f) {
    if (f->taken) tell(context, f->claim);
    return true;
}

static struct extractor *extractor;

/* explain reads all: what comes out must not depend on what was passed over. The sentence behind it takes what it told. */
static void read_whole(const struct corpus_row *row, const char *before) {
    slice           text = corpus_cell(row, "句"), year = corpus_cell(row, "报告年");
    struct told     looked = {.arena = row->arena}, read = {.arena = row->arena};
    struct err      err = {0};
    struct document document = {.path = SLICE_LIT("句"), .year = slice_int(year)};
    document.text = arena_format(row->arena, "%s%.*s新建公园3个。\n\n新增公园6个。", before, SLICE_ARG(text));
    extractor_run(extractor, &document, claim_told, &looked, NULL, &err);
    extractor_explain(extractor, &document, finding_told, &read, &err);
    corpus_assert(row, looked.count >= 2, "%.*s: what follows gives two", SLICE_ARG(text));
    corpus_expect(row, text, read.lines, looked.lines);
}

static void read_row_whole(const struct corpus_row *row) {
    read_whole(row, "");
    read_whole(row, "第十二条 "); /* the blank is still to be folded */
    read_whole(row, "第十二条　——");
}

static void what_comes_out_does_not_depend_on_it(void) {
    (void)rules();
    extractor = extractor_new(suanpan);
    CU_ASSERT_FATAL(extractor != NULL);
    corpus_run("fixtures/claim.tsv", read_row_whole);
    extractor_free(extractor);
}

/* Of any sentence that is passed over: when it is read all the same, all its figures are refused, and no length of time frames.
 */
static void look_at(const struct corpus_row *row, slice text) {
    if (may_stand(text)) return;
    sentence_spell(&sentence, rules(), text, (span){0, (uint32_t)text.len});
    if (sentence_read(&sentence, rules(), &arena)) {
        rules_match(rules(), extractor_matcher(extractor), &sentence);
        candidates_judge(rules(), extractor_matcher(extractor), &sentence);
    }
    size_t figures = 0;
    for (size_t i = 0; i < sentence.candidate_count; i++) {
        const struct candidate *c = &sentence.candidates[i];
        bool                    lasts = c->quantity.unit && c->quantity.unit->class == UNIT_TIME && !c->quantity.ordinal;
        figures += !c->refused || lasts;
    }
    corpus_expect(row, text, SLICE_LIT("no figure"), figures ? SLICE_LIT("a figure") : SLICE_LIT("no figure"));
}

/* The sentence, and each that it becomes where a number in an order stands between two of its characters. */
static void look_at_row(const struct corpus_row *row) {
    static const char *const orders[] = {"第三次", "第十五届", "第二批", "第三百二十条", "第二代", "第五章"};
    slice                    text = corpus_cell(row, "句");
    look_at(row, text);
    for (size_t at = 0, i = 0; at < text.len; at = utf8_next(text, at), i++) {
        slice before = slice_sub(text, 0, at), behind = slice_from(text, at);
        look_at(row, arena_format(row->arena, "%.*s%s%.*s", SLICE_ARG(before), orders[i % (sizeof orders / sizeof *orders)],
                                  SLICE_ARG(behind)));
    }
}

static void what_is_passed_over_holds_no_figure(void) {
    (void)rules();
    extractor = extractor_new(suanpan);
    CU_ASSERT_FATAL(extractor != NULL);
    corpus_run("fixtures/claim.tsv", look_at_row);
    extractor_free(extractor);
    suanpan_close(suanpan);
    suanpan = NULL;
    arena_free(&arena);
}

CU_TestInfo test_glance[] = {
    {"numbers_words_and_dates_are_passed_over", numbers_words_and_dates_are_passed_over},
    {"numbers_that_name_are_passed_over", numbers_that_name_are_passed_over},
    {"numbers_in_an_order_are_passed_over", numbers_in_an_order_are_passed_over},
    {"numbers_that_may_count_are_read", numbers_that_may_count_are_read},
    {"what_is_in_doubt_is_read", what_is_in_doubt_is_read},
    {"two_characters_tell_what_all_do", two_characters_tell_what_all_do},
    {"what_comes_out_does_not_depend_on_it", what_comes_out_does_not_depend_on_it},
    {"what_is_passed_over_holds_no_figure", what_is_passed_over_holds_no_figure},
    CU_TEST_INFO_NULL,
};
