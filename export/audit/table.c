/* Findings become rows: value | error | 城镇新增就业 | 人 | 2020 | 1186 | 1168 | 18 | …, both sentences beside each other.
 * Leaves alone what contradicts what (audit.c). */
#include "export/audit/audit.h"
#include "export/table/sheet.h"

#include "extract/base/banned.h"

const char *const check_names[CHECKS] = {"value", "from", "growth", "part", "share", "record", "sum"};
const char *const severity_names[3] = {"error", "warning", "note"};

static void put_place(struct sheet *s, const struct claim *c) {
    put_text(s, c->document);
    put_integer(s, c->line);
    put_integer(s, c->start);
    put_integer(s, c->end);
    put_text(s, c->sentence);
}

static const struct sheet_column audit_columns[] = {
    {"check", CELL_TEXT, "value, from, growth, part, share, record, sum"},
    {"severity", CELL_TEXT, "error, warning, or note where a revision, a change of scope or of prices explains it"},
    {"body", CELL_TEXT, "who reports"},
    {"metric", CELL_TEXT, "the figure, as the report words it"},
    {"unit", CELL_TEXT, "of both values"},
    {"year", CELL_INTEGER, "the year that both speak of"},
    {"value", CELL_DECIMAL, "what this report says"},
    {"other_value", CELL_DECIMAL, "what it goes against: said elsewhere, or computed"},
    {"difference", CELL_DECIMAL, "value less other_value; points for growth and shares"},
    {"note", CELL_TEXT, "what is wrong, in words"},
    {"document", CELL_TEXT, "where value stands"},
    {"line", CELL_INTEGER, "1-based line in the document's text"},
    {"start", CELL_INTEGER, "code point offset of the figure in the document's text"},
    {"end", CELL_INTEGER, "code point offset behind it"},
    {"sentence", CELL_TEXT, "the sentence that holds it"},
    {"other_document", CELL_TEXT, "where the other stands"},
    {"other_line", CELL_INTEGER, "its line"},
    {"other_start", CELL_INTEGER, "its start"},
    {"other_end", CELL_INTEGER, "its end"},
    {"other_sentence", CELL_TEXT, "its sentence"},
};

void audit_table(struct table *out, const struct audit *a, const struct column_texts *texts, struct arena *arena) {
    struct sheet s = sheet_open(out, "contradictions", texts, arena);
    SHEET_COLUMNS(&s, audit_columns);
    for (size_t i = 0; i < a->count; i++) {
        const struct contradiction *f = &a->items[i];
        sheet_row(&s);
        put_word(&s, check_names[f->check]);
        put_word(&s, severity_names[f->severity]);
        put_text(&s, f->claim->body);
        put_text(&s, f->claim->metric);
        put_text(&s, f->unit);
        put_integer(&s, f->year);
        put_decimal(&s, f->value);
        put_decimal(&s, f->against);
        put_decimal(&s, f->difference);
        put_note(&s, f->note);
        put_place(&s, f->claim);
        put_place(&s, f->other);
    }
    sheet_close(&s);
}
