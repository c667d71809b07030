/* Series and claims become findings: 2020 年城镇新增就业 1186 万人 in one report and 1168 万人 in the next. Conservative: what
 * rounding, 约 or 以上 may explain is no finding. Leaves alone how findings are shown (audit/table.c). */
#include "export/audit/audit.h"

#include "export/audit/checks.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

static int by_claim(const void *a, const void *b) {
    const struct contradiction *x = a, *y = b;
    if (x->claim != y->claim) return ORDER(x->claim, y->claim);
    if (x->check != y->check) return (int)x->check - (int)y->check;
    if (x->severity != y->severity) return (int)x->severity - (int)y->severity;
    return ORDER(x->other, y->other);
}

static int by_severity(const void *a, const void *b) {
    const struct contradiction *x = a, *y = b;
    return x->severity == y->severity ? by_claim(a, b) : (int)x->severity - (int)y->severity;
}

/* A growth that its own sentence and the series refute is one finding, the graver. Two reports may each have another value. */
static void keep_gravest(struct audit *out) {
    size_t kept = 0;
    if (out->count) qsort(out->items, out->count, sizeof *out->items, by_claim);
    for (size_t i = 0; i < out->count; i++) {
        const struct contradiction *last = kept ? &out->items[kept - 1] : NULL, *f = &out->items[i];
        bool                        again =
            last && last->claim == f->claim && last->check == f->check && f->check != CHECK_VALUE && f->check != CHECK_FROM;
        if (!again) out->items[kept++] = *f;
    }
    out->count = kept;
}

void audit_make(struct audit *out, const struct comparison *c, struct arena *arena) {
    static const struct audit_rules no_words;
    struct auditor                  a = {.out = out, .comparison = c, .rules = c->audit ? c->audit : &no_words, .arena = arena};
    *out = (struct audit){0};
    figures_list(&a);
    audit_values(&a);
    audit_growth(&a);
    audit_spans(&a);
    audit_records(&a);
    audit_wholes(&a);
    audit_sentences(&a);
    keep_gravest(out);
    if (out->count) qsort(out->items, out->count, sizeof *out->items, by_severity);
    for (size_t i = 0; i < out->count; i++) out->counts[out->items[i].check]++;
}
