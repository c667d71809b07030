/* What came of a comparison, in a line or two: 3 reports, 120 series, 41 of them over several years; and why there is little.
 */
#include "export/series/series.h"

#include <stdio.h>

#include "export/series/body.h"
#include "extract/messages.h"

#include "extract/base/banned.h"

static size_t count_over_years(const struct comparison *c) {
    size_t n = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct series *s = &c->series[i];
        n += s->point_count && (s->points[0].year != s->points[s->point_count - 1].year ||
                                (c->across && !slice_equal(s->points[0].body, s->points[s->point_count - 1].body)));
    }
    return n;
}

static void line(FILE *out, const char *text) {
    fputs(text, out);
    fputc('\n', out);
}

enum { SHOWN = 5 };

/* 2021.pdf repeats 2021.docx: which, for the first few. */
static void tell_repeats(FILE *out, const struct comparison *c) {
    for (size_t i = 0; i < c->repeat_count && i < SHOWN; i++) {
        const struct repeat *r = &c->repeats[i];
        fprintf(out, say("suanpan: %.*s repeats %.*s; its figures count once"), SLICE_ARG(r->document), SLICE_ARG(r->of));
        fputc('\n', out);
    }
    if (c->repeat_count > SHOWN) {
        fprintf(out, say("suanpan: %zu reports repeat another in all"), c->repeat_count);
        fputc('\n', out);
    }
}

static void tell_apart(FILE *out, size_t n, slice first) {
    fprintf(
        out,
        say_count(
            n,
            "suanpan: %zu report does not say whose it is (%.*s); paths that differ in the year alone are taken for one "
            "body's, --body or --manifest says it",
            "suanpan: %zu reports do not say whose they are (%.*s is one); those whose paths differ in the year alone are taken "
            "for one body's, --body or --manifest says it"),
        n, SLICE_ARG(first));
    fputc('\n', out);
}

static void tell_together(FILE *out, size_t n, slice first) {
    fprintf(
        out,
        say("suanpan: %zu reports do not say whose they are (%.*s is one) and are taken for one body's, for their folder holds "
            "one for a year; --body or --manifest says it"),
        n, SLICE_ARG(first));
    fputc('\n', out);
}

void comparison_tell(FILE *out, const struct comparison *c) {
    size_t joined = count_over_years(c);
    if (c->count) {
        fprintf(out,
                say_count(c->reports, "suanpan: %zu report, %zu series, %zu of them over several years or bodies",
                          "suanpan: %zu reports, %zu series, %zu of them over several years or bodies"),
                c->reports, c->count, joined);
        fputc('\n', out);
    }
    tell_repeats(out, c);
    if (c->bodies && c->bodies->apart) tell_apart(out, c->bodies->apart, c->bodies->apart_first);
    if (c->bodies && c->bodies->together) tell_together(out, c->bodies->together, c->bodies->together_first);
    if (!c->count)
        line(out, say("suanpan: no figure has a year and a metric; there is nothing to compare"));
    else if (c->reports == 1 && !joined)
        line(out, say("suanpan: there is one report only; give those of other years too"));
    else if (!joined)
        line(out, say("suanpan: no metric stands in two years; matches.csv of run lists what may be one, --aliases joins it"));
    if (c->missing_year) {
        fprintf(out,
                say_count(c->missing_year, "suanpan: %zu figure has no year and is left out; --year or --manifest gives it",
                          "suanpan: %zu figures have no year and are left out; --year or --manifest gives it"),
                c->missing_year);
        fputc('\n', out);
    }
}
