/* Claims and files for the tests of tables: claim 3 is 乡镇3 宣讲 1503 场次, written to build/tables/claims.csv. */
#include "tests/tables.h"

#include <dirent.h>
#include <sys/wait.h>
#include <unistd.h>

#include "extract/base/banned.h"

#define FOLDER SUANPAN_BUILD "/tables"

struct claim tables_claim(size_t i, int round, struct arena *arena) {
    static const char *const texts[] = {"网络舆情", "甲,乙", "“十四五”\"引号\"", "=1+1", "'@引", " 前后有空 ", "𠮷野"};
    struct claim c = {.document = arena_format(arena, "报告/%zu.txt", i / 10),
                      .body = SLICE_LIT("青禾县委"),
                      .year = i % 7 ? (int)(2015 + i % 7) : 0,
                      .section = SLICE_LIT("工作情况 / 宣传"),
                      .metric = slice_of(texts[i % 7]),
                      .qualifier = (enum qualifier)(i % 6),
                      .unit = i % 5 ? SLICE_LIT("场次") : SLICE_NONE,
                      .kind = (enum kind)(i % 7),
                      .direction = (enum direction)(i % 3),
                      .basis = i % 2 ? SLICE_LIT("yoy") : SLICE_NONE,
                      .role = (enum role)(i % 3),
                      .status = (enum status)(i % 2),
                      .period = i % 4 ? SLICE_NONE : SLICE_LIT("2020-H1"),
                      .base_unit = SLICE_LIT("场次"),
                      .dimension = SLICE_LIT("count"),
                      .start = (uint32_t)i * 20,
                      .end = (uint32_t)i * 20 + 6,
                      .line = (uint32_t)i + 1,
                      .rule = SLICE_LIT("数量")};
    c.value = i % 9
                  ? decimal_read(arena_format(arena, "%s%zu%s", i % 4 ? "" : "-", 1500 + i + (size_t)round, i % 3 ? "" : ".25"))
                  : DECIMAL_NONE;
    if (i % 11 == 0) c.high = decimal_read(SLICE_LIT("12345678901234567890.123456789"));
    if (i % 13 == 0) c.low = decimal_read(SLICE_LIT("0.00012"));
    c.base_value = c.value;
    c.raw = arena_format(arena, "%zu场次", 1500 + i);
    c.sentence = arena_format(arena, "乡镇%zu宣讲%zu场次。", i, 1500 + i);
    return c;
}

bool tables_write(const struct writer *writer, const char *path, const struct write_options *how, struct invented of,
                  struct err *err) {
    struct arena arena;
    void        *state;
    arena_init(&arena);
    bool opened = writer->open(&state, path, &claim_schema, how, &arena, err), good = opened;
    for (size_t i = of.from; i < of.to && good; i++) {
        struct claim claim = tables_claim(i, of.round, &arena);
        struct cell  cells[CLAIM_COLUMN_COUNT];
        char         digits[4][DECIMAL_TEXT];
        claim_cells(&claim, cells, digits);
        good = writer->row(state, cells, err);
    }
    if (good)
        good = writer->close(state, err);
    else if (opened)
        writer->abort(state);
    arena_free(&arena);
    return good;
}

slice tables_load(const char *path, struct arena *arena) {
    struct err err = {0};
    slice      all = SLICE_NONE;
    file_load(&all, path, 64 << 20, arena, &err);
    return all;
}

const char *tables_path(const char *name, struct arena *arena) { return arena_format(arena, FOLDER "/%s", name).ptr; }

void tables_fresh(void) {
    if (system("rm -rf " FOLDER " && mkdir -p " FOLDER)) CU_FAIL(FOLDER " cannot be made");
}

int tables_count(void) {
    int  n = 0;
    DIR *dir = opendir(FOLDER);
    for (struct dirent *e; dir && (e = readdir(dir));) n += strcmp(e->d_name, ".") && strcmp(e->d_name, "..");
    if (dir) closedir(dir);
    return n;
}

int tables_child(void (*work)(void *context), void *context) {
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        work(context);
        _exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
