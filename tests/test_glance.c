/* What a look at the numerals tells without reading the sentence: nothing that might be a figure is passed over. */
#include "extract/glance.h"
#include "extract/suanpan.h"
#include "tests/corpus.h"

#include "extract/base/banned.h"

static struct suanpan *suanpan;

static bool may_stand(const char *sentence) {
    const struct ruleset *rules = suanpan_ruleset(suanpan);
    struct arena          arena;
    struct scan_map       map = {0};
    struct paragraph      p = {.text = slice_of(sentence), .map = &map};
    arena_init(&arena);
    scan_map(&map, numeral_set(rules->vocabulary.numerals), p.text, 0, &arena);
    size_t numeral = numeral_find(rules->vocabulary.numerals, &map, p.text, 0);
    bool   may = figure_may_stand(rules, &p, (span){0, (uint32_t)p.text.len}, numeral, &arena);
    arena_free(&arena);
    return may;
}

static void open_rules(void) {
    struct err err = {0};
    if (!suanpan) CU_ASSERT_FATAL(suanpan_open(&suanpan, NULL, 0, &err));
}

static void numbers_and_words_are_passed_over(void) {
    static const char *const none[] = {"第三百二十一条 国家实行统一的制度。", "第12条 各部门进一步规范一切活动。",
                                       "第五章 附则", "推广新三样。", "本条例自公布之日起统一施行。"};
    open_rules();
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) CU_ASSERT_FALSE(may_stand(none[i]));
}

/* 更新|三样 is no 新三样; 一心一意 is in doubt at its second 一; “三公” begins with a mark. */
static void what_is_in_doubt_is_read(void) {
    static const char *const some[] = {"新建学校3所。",        "新建学校一所。",  "第三百二十一条 新建学校一所。",
                                       "第三条线路通车。",     "居第三位。",      "全县更新三样设备。",
                                       "“三公”经费大幅压减。", "一心一意谋发展。"};
    open_rules();
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) CU_ASSERT_TRUE(may_stand(some[i]));
    suanpan_close(suanpan);
    suanpan = NULL;
}

CU_TestInfo test_glance[] = {
    {"numbers_and_words_are_passed_over", numbers_and_words_are_passed_over},
    {"what_is_in_doubt_is_read", what_is_in_doubt_is_read},
    CU_TEST_INFO_NULL,
};
