/* The book of `run`, opened as the zip it is: 数据 leads to its sentences, 对比 reckons with formulas whose values are there
 * before anything reckons, 图表 holds charts in 亿元. How it looks, LibreOffice shows (make check-consumers). */
#include "export/audit/audit.h"
#include "export/workbook.h"
#include "export/table/xlsx.h"
#include "extract/messages.h"
#include "tests/tables.h"

#include <zip.h>

#include "extract/base/banned.h"

static const struct metric_tables TABLES = {"extract/rules/metrics.tsv", "extract/rules/scripts.tsv"};

enum { CLAIMS = 7 };

static struct claim figure(int year, const char *metric, const char *value, const char *unit, const char *dimension) {
    return (struct claim){.document = SLICE_LIT("报告.txt"),
                          .body = SLICE_LIT("青禾县"),
                          .year = year,
                          .metric = slice_of(metric),
                          .value = decimal_read(slice_of(value)),
                          .unit = slice_of(unit),
                          .dimension = slice_of(dimension),
                          .raw = slice_of(value),
                          .sentence = SLICE_LIT("一句“话”。"),
                          .rule = SLICE_LIT("数量")};
}

static bool write_claims(const char *path, const struct claim *claims, size_t n, struct arena *arena, struct err *err) {
    struct metric_rules *rules;
    struct comparison    comparison;
    if (!metric_rules_load(&rules, &TABLES, arena, err) ||
        !series_build(&comparison, claims, n, &(struct joined_by){.rules = rules}, arena, err))
        return false;
    struct audit audit;
    audit_make(&audit, &comparison, arena);
    struct workbook_parts parts = {&comparison, &audit, "9.9", NULL};
    return workbook_write(path, &parts, arena, err);
}

static bool write_book(const char *path, bool contradicts, struct arena *arena, struct err *err) {
    static struct claim claims[CLAIMS];
    claims[0] = figure(2019, "地区生产总值", "19850000000", "元", "money:CNY");
    claims[1] = figure(2020, "地区生产总值", "23520000000", "元", "money:CNY");
    claims[2] = figure(2022, "地区生产总值", "25370500000", "元", "money:CNY");
    claims[3] = figure(2019, "自来水普及率", "96.1", "%", "ratio");
    claims[4] = figure(2020, "自来水普及率", "98.6", "%", "ratio");
    claims[5] = figure(2019, "粮食产量", "6.1", "%", "ratio");
    claims[6] = figure(2020, "粮食产量", "-5.8", "%", "ratio");
    claims[5].sentence = SLICE_LIT("今年以来，全县上下克服旱情，粮食产量同比增长6.1%，总产量、单产量和播种面积都创历史新高。");
    claims[6].sentence = SLICE_LIT("粮食\uFFFF产量下降5.8%。"); /* as a PDF may yield it */
    claims[3].kind = claims[4].kind = KIND_SHARE;
    claims[5].kind = claims[6].kind = KIND_GROWTH;
    if (contradicts) {
        claims[3].value = decimal_read(SLICE_LIT("96.5")); /* halves: a binary number has them exactly */
        claims[4].year = 2019;
        claims[4].value = decimal_read(SLICE_LIT("65.5"));
        claims[4].document = SLICE_LIT("另一份.txt");
    }
    return write_claims(path, claims, CLAIMS, arena, err);
}

/* A part of the zip; empty when there is none. */
static slice part(const char *path, const char *name, struct arena *arena) {
    int         reason;
    slice       out = SLICE_NONE;
    zip_t      *zip = zip_open(path, ZIP_RDONLY, &reason);
    zip_stat_t  about;
    zip_file_t *file = zip && zip_stat(zip, name, 0, &about) == 0 ? zip_fopen(zip, name, 0) : NULL;
    if (file) {
        char *bytes = arena_text(arena, about.size + 1);
        if (zip_fread(file, bytes, about.size) == (zip_int64_t)about.size) out = (slice){bytes, about.size};
        zip_fclose(file);
    }
    if (zip) zip_discard(zip);
    return out;
}

static const struct {
    const char *part, *holds;
} wanted[] = {
    {"xl/workbook.xml", "<sheet name=\"说明\""},
    {"xl/workbook.xml", "<sheet name=\"数据\""},
    {"xl/workbook.xml", "<sheet name=\"对比\""},
    {"xl/workbook.xml", "<sheet name=\"图表\""},
    {"xl/worksheets/sheet1.xml", "suanpan 9.9"},
    {"xl/worksheets/sheet1.xml", "2019—2022"},
    {"xl/worksheets/sheet2.xml", "state=\"frozen\""},
    {"xl/worksheets/sheet2.xml", "<autoFilter ref=\"A1:Y8\"/>"},
    {"xl/worksheets/sheet2.xml", "<t>指标</t>"},
    {"xl/worksheets/sheet2.xml", "<v>19850000000</v>"},
    {"xl/worksheets/sheet2.xml", "<hyperlink ref=\"F2\" location=\"'数据'!X2\" tooltip=\"一句“话”。\""},
    {"xl/worksheets/sheet2.xml", "<t>粮食\uFFFD产量下降5.8%。</t>"},
    {"xl/worksheets/sheet2.xml", "fitToPage=\"1\""},
    {"xl/worksheets/sheet2.xml", "fitToWidth=\"2\" fitToHeight=\"0\""},           /* 25 columns: two pages side by side, */
    {"xl/workbook.xml", "'数据'!$E:$E,'数据'!$1:$1</definedName>"},               /* each with the metric */
    {"xl/worksheets/sheet3.xml", "<pageSetup paperSize=\"9\" fitToHeight=\"0\""}, /* 对比 has room on one */
    {"xl/worksheets/sheet3.xml", "<f>ROUND(H2-G2,8)</f><v>18.505</v>"},
    {"xl/worksheets/sheet3.xml", "<f>ROUND((H2-G2)/ABS(G2)*100,2)</f><v>7.87</v>"},
    {"xl/worksheets/sheet3.xml", "<f>ROUND(G3-F3,8)</f><v>2.5</v>"},
    {"xl/worksheets/sheet3.xml", "<hyperlink ref=\"H2\" location=\"'数据'!X4\""},
    {"xl/worksheets/sheet3.xml", "<col min=\"9\" max=\"9\" width=\"13."}, /* ▲ 18.505 has room */
    {"xl/worksheets/sheet3.xml", "<conditionalFormatting sqref=\"I2:I4\">"},
    {"xl/worksheets/sheet3.xml", "<conditionalFormatting sqref=\"J2:J4\">"},
    {"xl/worksheets/sheet4.xml", "<f>ROUND('对比'!F2,4)</f><v>198.5</v>"},
    {"xl/charts/chart1.xml", "<a:t>地区生产总值（亿元）</a:t>"},
    {"xl/workbook.xml", "'对比'!$A$1:$N$4</definedName>"}, /* printed as far as the span */
    {"xl/charts/chart1.xml", "<c:tickLblPos val=\"low\"/>"},
    {"xl/charts/chart1.xml", "<c:lineChart>"},
    {"xl/charts/chart2.xml", "<a:t>自来水普及率（%）</a:t>"},
    {"xl/charts/chart2.xml", "<c:barChart>"},
    {"xl/charts/chart2.xml", "<c:min val=\"0\"/>"},
    {"xl/charts/chart3.xml", "<a:t>粮食产量增幅（%）</a:t>"},
};

/* The path of a fresh book, written under English messages; `close_book` ends it. */
static const char *open_book(bool contradicting, struct arena *arena) {
    struct err err = {0};
    arena_init(arena);
    tables_fresh();
    messages_load("en", "extract/rules/messages.tsv", arena);
    const char *path = tables_path("claims.xlsx", arena);
    CU_ASSERT_FATAL(write_book(path, contradicting, arena, &err));
    return path;
}

static void close_book(struct arena *arena) {
    messages_load("en", "", arena);
    arena_free(arena);
}

static void every_wish_is_met(void) {
    struct arena arena;
    const char  *path = open_book(false, &arena);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        bool held = slice_find(part(path, wanted[i].part, &arena), slice_of(wanted[i].holds), 0) != SIZE_MAX;
        CU_assertImplementation(held, __LINE__, wanted[i].holds, wanted[i].part, "", CU_FALSE);
    }
    slice falling = part(path, "xl/charts/chart3.xml", &arena); /* 6.1, −5.8: its columns go below zero */
    CU_ASSERT(slice_find(falling, SLICE_LIT("<c:min "), 0) == SIZE_MAX);
    CU_ASSERT(part(path, "xl/worksheets/sheet5.xml", &arena).len == 0); /* nothing to audit: no sheet 核对 */
    close_book(&arena);
}

/* Under Chinese headings stand Chinese words, in every sheet. */
static void a_target_has_the_unit_of_its_result(void) {
    struct arena arena;
    struct err   err = {0};
    const char  *path = open_book(false, &arena);
    struct claim claims[] = {figure(2020, "蔬菜产量", "97000", "吨", "mass"), figure(2020, "蔬菜产量", "150000", "吨", "mass"),
                             figure(2020, "总投资", "8000", "元", "money:CNY"),
                             figure(2020, "总投资", "300000000", "元", "money:CNY")};
    claims[1].status = claims[3].status = STATUS_TARGET;
    CU_ASSERT(write_claims(path, claims, 4, &arena, &err));
    slice sheet = part(path, "xl/worksheets/sheet3.xml", &arena);
    CU_ASSERT(slice_find(sheet, SLICE_LIT("<v>150000</v>"), 0) != SIZE_MAX);
    CU_ASSERT(slice_find(sheet, SLICE_LIT("<t>万吨</t>"), 0) == SIZE_MAX);
    CU_ASSERT(slice_find(sheet, SLICE_LIT("<v>8000</v>"), 0) != SIZE_MAX); /* too far from 3亿元 to be written like it */
    CU_ASSERT(slice_find(sheet, SLICE_LIT("<t>亿元</t>"), 0) != SIZE_MAX);
    close_book(&arena);
}

static void codes_are_words(void) {
    static const struct {
        const char *part, *word, *code;
    } cases[] = {{"xl/worksheets/sheet2.xml", "<t>占比</t>", "<t>share</t>"},
                 {"xl/worksheets/sheet2.xml", "<t>人民币</t>", "<t>money:CNY</t>"},
                 {"xl/worksheets/sheet3.xml", "<t>实绩</t>", "<t>actual</t>"},
                 {"xl/worksheets/sheet5.xml", "<t>可疑</t>", "<t>warning</t>"}};
    struct arena arena;
    const char  *path = open_book(true, &arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        slice sheet = part(path, cases[i].part, &arena);
        bool  held = slice_find(sheet, slice_of(cases[i].word), 0) != SIZE_MAX;
        CU_assertImplementation(held, __LINE__, cases[i].word, cases[i].part, "", CU_FALSE);
        CU_ASSERT(slice_find(sheet, slice_of(cases[i].code), 0) == SIZE_MAX);
    }
    close_book(&arena);
}

/* The writer does so too, unless the headings are to be English. */
static void a_table_with_english_headings_keeps_its_codes(void) {
    static const struct {
        const char *header, *has, *lacks;
    } cases[] = {{NULL, "<t>实绩</t>", "<t>actual</t>"},
                 {"en", "<t>actual</t>", "<t>实绩</t>"},
                 {"both", "<t>actual</t>", "<t>实绩</t>"}};
    struct arena arena;
    struct err   err = {0};
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tables_fresh();
        const char *path = tables_path("a.xlsx", &arena);
        CU_ASSERT(tables_write(&xlsx_writer, path, &(struct write_options){.header = cases[i].header},
                               (struct invented){0, 40, 0}, &err));
        slice sheet = part(path, "xl/worksheets/sheet1.xml", &arena);
        CU_ASSERT(slice_find(sheet, slice_of(cases[i].has), 0) != SIZE_MAX &&
                  slice_find(sheet, slice_of(cases[i].lacks), 0) == SIZE_MAX);
    }
    arena_free(&arena);
}

/* Two reports give two values for one year: both sentences stand side by side. */
static void findings_have_a_sheet(void) {
    struct arena arena;
    const char  *path = open_book(true, &arena);
    CU_ASSERT(slice_find(part(path, "xl/workbook.xml", &arena), SLICE_LIT("<sheet name=\"核对\""), 0) != SIZE_MAX);
    slice sheet = part(path, "xl/worksheets/sheet5.xml", &arena);
    CU_ASSERT(slice_find(sheet, SLICE_LIT("<v>96.5</v>"), 0) != SIZE_MAX &&
              slice_find(sheet, SLICE_LIT("<v>65.5</v>"), 0) != SIZE_MAX);
    size_t one = slice_find(sheet, SLICE_LIT("r=\"K2\""), 0);
    CU_ASSERT(one != SIZE_MAX && slice_find(sheet, SLICE_LIT("<t>一句“话”。</t>"), one) != SIZE_MAX);
    close_book(&arena);
}

static void two_books_are_the_same_bytes(void) {
    struct arena arena;
    struct err   err = {0};
    arena_init(&arena);
    tables_fresh();
    CU_ASSERT_FATAL(write_book(tables_path("a.xlsx", &arena), false, &arena, &err));
    CU_ASSERT_FATAL(write_book(tables_path("b.xlsx", &arena), false, &arena, &err));
    CU_ASSERT(
        slice_equal(tables_load(tables_path("a.xlsx", &arena), &arena), tables_load(tables_path("b.xlsx", &arena), &arena)));
    arena_free(&arena);
}

CU_TestInfo test_workbook[] = {
    {"every_wish_is_met", every_wish_is_met},
    {"findings_have_a_sheet", findings_have_a_sheet},
    {"a_target_has_the_unit_of_its_result", a_target_has_the_unit_of_its_result},
    {"codes_are_words", codes_are_words},
    {"a_table_with_english_headings_keeps_its_codes", a_table_with_english_headings_keeps_its_codes},
    {"two_books_are_the_same_bytes", two_books_are_the_same_bytes},
    CU_TEST_INFO_NULL,
};
