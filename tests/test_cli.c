/* The program from outside: each row of fixtures/cli.tsv is a shell command run in an empty folder, with its exit status and
 * what stands on standard output and standard error: suanpan extract nowhere.txt → 1, "", "nowhere.txt".
 * $FIXTURES is the folder fixtures/, and suanpan is the program just built. */
#include "tests/corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "extract/base/banned.h"

#define FOLDER SUANPAN_BUILD "/cli"
#define STATUS_OF(raw) (WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw))

static bool write_script(slice command) {
    FILE *f = fopen(FOLDER "/script", "wb");
    if (!f) return false;
    fprintf(f, "export FIXTURES=$PWD/fixtures PATH=$PWD/%s:$PATH LC_ALL=C.UTF-8\ncd %s/empty || exit 99\n%.*s\n", SUANPAN_BUILD,
            FOLDER, SLICE_ARG(command));
    return fclose(f) == 0;
}

/* What a stream holds, line ends shown as ⏎ so that a case stays one line; long streams are cut. */
static slice stream(const char *path, struct arena *arena) {
    struct err err = {0};
    slice      all, out = {0};
    if (!file_load(&all, path, 64 << 20, arena, &err)) return SLICE_LIT("(no such stream)");
    char *text = arena_text(arena, all.len * 3 + 1);
    for (size_t i = 0; i < all.len; i++) {
        if (all.ptr[i] != '\n')
            text[out.len++] = all.ptr[i];
        else if (i + 1 < all.len)
            memcpy(text + out.len, "⏎", 3), out.len += 3;
    }
    out.ptr = text;
    return out;
}

/* Empty wants an empty stream, "*" anything, "=TEXT" exactly TEXT, other text must stand in the stream. */
static bool fits(slice want, slice got) {
    if (slice_equal(want, SLICE_LIT("*"))) return true;
    if (want.len == 0) return got.len == 0;
    if (want.ptr[0] == '=') return slice_equal(slice_from(want, 1), got);
    return slice_find(got, want, 0) != SIZE_MAX;
}

static void expect_stream(const struct corpus_row *row, slice name, const char *heading, const char *path) {
    slice want = corpus_cell(row, heading), got = stream(path, row->arena),
          shown = slice_sub(got, 0, got.len < 400 ? got.len : 400);
    corpus_assert(row, fits(want, got), "%.*s: %s wants %.*s, got %.*s", SLICE_ARG(name), heading, SLICE_ARG(want),
                  SLICE_ARG(shown));
}

static void cli_case(const struct corpus_row *row) {
    slice name = corpus_cell(row, "行为");
    if (system("rm -rf " FOLDER " && mkdir -p " FOLDER "/empty") || !write_script(corpus_cell(row, "命令"))) {
        corpus_assert(row, false, FOLDER " cannot be made");
        return;
    }
    int raw = system("timeout 60 bash -o pipefail " FOLDER "/script >" FOLDER "/out 2>" FOLDER "/err </dev/null");
    int want = slice_int(corpus_cell(row, "退出"));
    corpus_assert(row, STATUS_OF(raw) == want, "%.*s: exit status %d wanted, got %d", SLICE_ARG(name), want, STATUS_OF(raw));
    expect_stream(row, name, "标准输出", FOLDER "/out");
    expect_stream(row, name, "标准错误", FOLDER "/err");
}

static void cli_corpus_agrees(void) { corpus_run("fixtures/cli.tsv", cli_case); }

CU_TestInfo test_cli[] = {
    {"cli_corpus_agrees", cli_corpus_agrees},
    CU_TEST_INFO_NULL,
};
