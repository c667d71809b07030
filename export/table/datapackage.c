/* Table schemas → datapackage.json: the column value of claims.csv is a number, titled 数值, empty when it is missing, and what
 * it means stands there in Chinese (columns.tsv) and English (CLAIM_COLUMNS). The rows themselves are csv.c's. */
#include "export/table/datapackage.h"

#include "export/table/column_texts.h"
#include "export/table/jsonl.h"
#include "extract/messages.h"

#include "extract/base/banned.h"

struct json {
    struct output *out;
    struct err    *err;
    bool           good;
};

static void put(struct json *j, const char *text) { j->good = j->good && output_write(j->out, text, strlen(text), j->err); }

static void put_string(struct json *j, slice text) { j->good = j->good && jsonl_put_string(j->out, text, j->err); }

/* ,"key": "value" on the same line, nothing when there is no value */
static void put_member(struct json *j, const char *key, slice value) {
    if (!value.len) return;
    put(j, ", \"");
    put(j, key);
    put(j, "\": ");
    put_string(j, value);
}

static const char *const field_types[] = {[CELL_EMPTY] = "any",
                                          [CELL_TEXT] = "string",
                                          [CELL_DECIMAL] = "number",
                                          [CELL_INTEGER] = "integer",
                                          [CELL_BOOLEAN] = "boolean"};

static void put_field(struct json *j, const struct column *c, const struct column_texts *texts, struct arena *arena) {
    slice about = column_about(texts, c->name, arena);
    put(j, "          {\"name\": ");
    put_string(j, c->name);
    put_member(j, "type", slice_of(field_types[c->type]));
    put_member(j, "title", c->zh);
    put_member(j, "description", about.len ? arena_format(arena, "%.*s; %.*s", SLICE_ARG(about), SLICE_ARG(c->what)) : c->what);
    put_member(j, "unit", column_texts_find(texts, c->name).unit);
    put(j, "}");
}

static void put_resource(struct json *j, const struct resource *r, const struct column_texts *texts, struct arena *arena) {
    put(j, "    {\n      \"name\": ");
    put_string(j, slice_until(slice_of(r->file), '.')); /* claims.csv → claims: names are lower case, without the suffix */
    put(j, ",\n      \"path\": ");
    put_string(j, slice_of(r->file));
    put(j,
        ",\n      \"profile\": \"tabular-data-resource\",\n      \"format\": \"csv\",\n      \"mediatype\": \"text/csv\",\n"
        "      \"encoding\": \"utf-8\",\n"
        "      \"dialect\": {\"delimiter\": \",\", \"lineTerminator\": \"\\r\\n\", \"quoteChar\": \"\\\"\", \"doubleQuote\": true, "
        "\"header\": true},\n"
        "      \"schema\": {\n        \"missingValues\": [\"\"],\n        \"fields\": [\n");
    for (size_t i = 0; i < r->schema->count; i++) {
        put_field(j, &r->schema->columns[i], texts, arena);
        put(j, i + 1 < r->schema->count ? ",\n" : "\n");
    }
    put(j, "        ]\n      }\n    }");
}

/* {"document": "2023.txt", "format": "text", "encoding": "GB18030", "title": "…", "title_source": "first lines", … */
static void put_document(struct json *j, const struct about *d) {
    char bad[24];
    put(j, "    {\"document\": ");
    put_string(j, d->document);
    put_member(j, "format", d->format);
    put_member(j, "encoding", d->encoding);
    snprintf(bad, sizeof bad, ", \"bad_bytes\": %zu", d->bad_bytes);
    if (d->bad_bytes) put(j, bad);
#define PUT_FACT(field, type, zh)                                                                                              \
    put_member(j, #field, d->field.text);                                                                                      \
    if (d->field.text.len) put_member(j, #field "_source", slice_of(origin_name(d->field.origin)));
    ABOUT_FACTS(PUT_FACT)
#undef PUT_FACT
    put(j, "}");
}

bool datapackage_write(const char *path, const struct package_parts *parts, struct arena *arena, struct err *err) {
    struct json j = {.err = err, .good = true};
    if (!output_open(&j.out, path, err)) return false;
    static const char about[] = "Quantitative claims of work reports, and the same metrics across years; an empty cell was not "
                                "stated, it is not zero.";
    put(&j, "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"suanpan\"");
    put_member(&j, "title", slice_of(chinese("Quantitative claims of work reports")));
    put_member(&j, "description", arena_format(arena, "%s %s", chinese(about), about));
    put(&j, ",\n  \"resources\": [\n");
    for (size_t i = 0; i < parts->count; i++) {
        put_resource(&j, &parts->resources[i], parts->texts, arena);
        put(&j, i + 1 < parts->count ? ",\n" : "\n");
    }
    put(&j, "  ],\n  \"documents\": [\n");
    for (size_t i = 0; i < parts->document_count; i++) {
        put_document(&j, &parts->documents[i]);
        put(&j, i + 1 < parts->document_count ? ",\n" : "\n");
    }
    put(&j, "  ]\n}\n");
    if (j.good) return output_commit(j.out, err);
    output_abort(j.out);
    return false;
}
