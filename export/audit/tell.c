/* Findings become lines of the terminal: how many, and the first few with both sentences, cut round the figure:
 *   2020 城镇新增就业: 1186 against 1168 (the same digits: a slip of the pen)
 *     2021.txt:12: …全年城镇新增就业1186万人…
 *     2022.txt:30: …2020年城镇新增就业1168万人… */
#include "export/audit/audit.h"
#include "extract/messages.h"

#include "extract/base/banned.h"

enum { SHOWN = 5, AROUND = 24 }; /* findings; characters of a sentence on each side of the figure */

static slice around(slice sentence, slice raw, struct arena *arena) {
    size_t at = raw.len ? slice_find(sentence, raw, 0) : SIZE_MAX;
    if (at == SIZE_MAX) at = raw.len = 0;
    size_t from = at, to = at + raw.len;
    for (int i = 0; i < AROUND && from > 0; i++) from -= utf8_size_before(sentence, from);
    for (int i = 0; i < AROUND && to < sentence.len; i++) to = utf8_next(sentence, to);
    if (to > sentence.len) to = sentence.len;
    return arena_format(arena, "%s%.*s%s", from ? "…" : "", SLICE_ARG(slice_sub(sentence, from, to)),
                        to < sentence.len ? "…" : "");
}

static void tell_place(FILE *out, const struct claim *c, struct arena *arena) {
    slice said = around(c->sentence, c->raw, arena);
    fprintf(out, "    %.*s:%u: %.*s\n", SLICE_ARG(c->document), c->line, SLICE_ARG(said));
}

static void tell_one(FILE *out, const struct contradiction *f, struct arena *arena) {
    slice value = decimal_text(f->value, arena), against = decimal_text(f->against, arena);
    fputs("  ", out);
    fprintf(out, say("%d %.*s: %.*s against %.*s %.*s (%s)"), f->year, SLICE_ARG(f->claim->metric), SLICE_ARG(value),
            SLICE_ARG(against), SLICE_ARG(f->unit), say(f->note));
    fputc('\n', out);
    tell_place(out, f->claim, arena);
    tell_place(out, f->other, arena);
}

void audit_tell(FILE *out, const struct audit *a, struct arena *arena) {
    size_t doubtful = 0;
    while (doubtful < a->count && a->items[doubtful].severity != SEVERITY_NOTE) doubtful++;
    fprintf(out, say_count(doubtful, "suanpan: audit: %zu contradiction", "suanpan: audit: %zu contradictions"), doubtful);
    size_t explained = a->count - doubtful;
    if (explained)
        fprintf(out,
                say_count(explained, ", %zu difference that a revision or another scope may explain",
                          ", %zu differences that a revision or another scope may explain"),
                explained);
    fputc('\n', out);
    for (size_t i = 0; i < doubtful && i < SHOWN; i++) tell_one(out, &a->items[i], arena);
    if (doubtful > SHOWN) {
        fputs("  ", out);
        fprintf(out, say("and %zu more"), doubtful - SHOWN);
        fputc('\n', out);
    }
}
