/* The formats, one row each: `-f csv` or `-o claims.csv` finds the writer that fills claims.csv. What a format does with a
 * row is its own file's business. */
#include "export/writers.h"

#include "export/table/column_texts.h"
#include "export/replace.h"

#include <unistd.h>

#include <strings.h>

#include "extract/base/banned.h"

static const struct writer *const writers[] = {&csv_writer, &tsv_writer, &jsonl_writer, &xlsx_writer, &sqlite_writer};

static bool ends_in(const char *path, const char *suffix) {
    size_t length = strlen(path), tail = strlen(suffix);
    return length > tail && strcasecmp(path + length - tail, suffix) == 0;
}

static const struct {
    const char          *suffix;
    const struct writer *writer;
} other_suffixes[] = {{".ndjson", &jsonl_writer},
                      {".sqlite", &sqlite_writer},
                      {".sqlite3", &sqlite_writer},
                      {".tab", &tsv_writer},
                      {".txt", &csv_writer}};

const struct writer *writer_find(const char *name, const char *path) {
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
        if (name ? strcmp(name, writers[i]->name) == 0 : path && ends_in(path, writers[i]->suffix)) return writers[i];
    for (size_t i = 0; !name && path && i < sizeof other_suffixes / sizeof *other_suffixes; i++)
        if (ends_in(path, other_suffixes[i].suffix)) return other_suffixes[i].writer;
    return NULL;
}

slice name_suffix(const char *path) {
    const char *dot = strrchr(path, '.'), *letter = dot ? dot : path + strlen(path);
    if (dot == path || (dot && dot[-1] == '/')) return SLICE_NONE;
    while (*letter && (letter == dot || (*letter | 32) >= 'a') && (*letter | 32) <= 'z') letter++;
    return *letter ? SLICE_NONE : slice_of(dot);
}

const struct writer *writer_chosen(const struct options *options, struct err *err) {
    const struct writer *w = options->format || options->output ? writer_find(options->format, options->output) : &csv_writer;
    if (!w && !options->format && !name_suffix(options->output).len) w = &csv_writer;
    if (!w && options->format)
        err_usage(err, "--format %s: there is no such format; it takes csv, tsv, jsonl, xlsx or sqlite", options->format);
    else if (!w)
        err_file(err, ERR_USAGE, options->output,
                 "no format has this suffix; name it .csv, .tsv, .jsonl, .xlsx or .db, or say --format");
    if (!w) return NULL;
    bool to_file = options->output && strcmp(options->output, "-") != 0;
    if (w->needs_file && !to_file && !options->dry_run) {
        err_usage(err, "%s cannot go to standard output; name a file with -o", w->name);
        return NULL;
    }
    return w;
}

bool table_write(struct table *table, const struct options *options, struct arena *arena, struct err *err) {
    return claims_write(table, NULL, 0, options, arena, err);
}

bool claims_write(struct table *table, const struct about *documents, size_t n, const struct options *options,
                  struct arena *arena, struct err *err) {
    const struct write_options how = {options->bom,
                                      options->header,
                                      options->columns,
                                      options_rule(options, "metrics.tsv", arena),
                                      options_rule(options, "scripts.tsv", arena),
                                      documents,
                                      n};
    const struct writer       *w = writer_chosen(options, err);
    void                      *state;
    if (!w || (options->sort && !table_sort(table, options->sort, arena, err))) return false;
    if (options->dry_run) return true;
    if (!output_may_replace(options->output, options->force, err)) return false;
    if (!w->open(&state, options->output, &table->schema, &how, arena, err)) return false;
    for (size_t i = 0; i < table->row_count; i++)
        if (!w->row(state, table->rows[i], err)) {
            w->abort(state);
            return false;
        }
    return w->close(state, err);
}

const struct column_texts *table_texts(const struct options *o, struct arena *run) {
    const struct column_texts *texts = column_texts_load(options_rule(o, "columns.tsv", run), run);
    bool headings = o->header ? strcmp(o->header, "zh") == 0 : writer_find(o->format, o->output) == &xlsx_writer;
    return headings ? column_texts_chinese(texts, run) : texts;
}

bool summary_is_wanted(const struct options *o) {
    bool file = o->output && strcmp(o->output, "-") != 0;
    return !o->quiet && (o->dry_run || file || (isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)));
}
