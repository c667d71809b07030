/* One error, one line: suanpan: rules/units.tsv:31:7: unknown dimension “面”; see the list at the top of the file. */
#include "extract/base/err.h"

#include <stdarg.h>

#include "extract/base/banned.h"

const char *(*err_wording)(const char *format);
bool err_in_color;

bool err_set(struct err *err, enum err_kind kind, const char *path, int line, int column, const char *format, ...) {
    if (err->kind != ERR_NONE) return false;
    err->kind = kind;
    err->line = line;
    err->column = column;
    snprintf(err->path, sizeof err->path, "%s", path ? path : "");
    va_list args;
    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, err_wording ? err_wording(format) : format, args);
    va_end(args);
    return false;
}

static void put_safely(const char *s) {
    for (; *s; s++) fputc((unsigned char)*s < 0x20 || *s == 0x7F ? '?' : *s, stderr);
}

void err_print(const struct err *err) {
    fputs(err_in_color ? "\033[1;31msuanpan:\033[0m " : "suanpan: ", stderr);
    if (err->path[0]) {
        put_safely(err->path);
        if (err->line) fprintf(stderr, ":%d", err->line);
        if (err->column) fprintf(stderr, ":%d", err->column);
        fputs(": ", stderr);
    }
    put_safely(err->text);
    fputc('\n', stderr);
}
