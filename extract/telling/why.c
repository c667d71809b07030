/* A claim's fields become reasons that an analyst can follow: 由年初的12家上升为22家 has role=from by 20-changes.rules:3,
 * unit=家 by measures.tsv:9 and its year by the heading 一、2023年工作回顾. Only explain asks. */
#include "extract/telling/why.h"

#include "extract/messages.h"

#include "extract/base/banned.h"

#define NAMED(by, words) words,
static const char *const named_by[] = {NAMED_BY(NAMED)};
#undef NAMED

struct why {
    const struct ruleset   *rules;
    struct context         *context;
    const struct sentence  *sentence;
    const struct candidate *candidate;
    struct arena           *arena;
    slice                   text;
};

static void add(struct why *w, const char *name, slice value, slice source) {
    w->text = arena_format(w->arena, "%.*s%s      %s=%.*s  %.*s", SLICE_ARG(w->text), w->text.len ? "\n" : "", name,
                           SLICE_ARG(value), SLICE_ARG(source));
}

static slice card_of(const struct why *w, enum field field) {
    const struct rule *rule = &w->rules->rules[w->candidate->by[field] - 1];
    return arena_format(w->arena, "%s:%d %.*s", rule->path, rule->line, SLICE_ARG(rule->id));
}

static void add_by_card(struct why *w, const char *name, slice value, enum field field) {
    if (w->candidate->by[field]) add(w, name, value, card_of(w, field));
}

slice token_why(const struct ruleset *rules, const struct sentence *s, const struct token *t, struct arena *arena) {
    if (t->word) return arena_format(arena, "%s:%d", t->word->row->path, t->word->row->line);
    int line = t->period >= 0 ? s->periods[t->period].line : 0;
    if (line) return arena_format(arena, "%s:%d", ruleset_path(rules, "periods.tsv", arena), line);
    return t->period >= 0 ? slice_of(say("date")) : slice_of(say("letters and digits"));
}

bool token_holds_numeral(const struct ruleset *rules, const struct sentence *s, const struct token *t) {
    slice          text = slice_sub(s->text, t->start, t->end);
    struct numeral n;
    if (t->period >= 0) return true;
    for (size_t at = 0; at < text.len; at = utf8_next(text, at)) {
        bool digit = ascii_digit(text.ptr[at]);
        if (digit || (t->word && numeral_scan_text(rules->vocabulary.numerals, slice_from(text, at), &n) && n.value.present))
            return true;
    }
    return false;
}

slice token_reason(const struct token *t) {
    if (t->period >= 0) return slice_of(say("a date or period"));
    if (t->tag == LIST_MARK) return slice_of(say("numbers a list"));
    return slice_of(t->word ? say("a word that holds a numeral") : say("a name with digits"));
}

slice skeleton_text(const struct sentence *s, struct arena *arena) {
    char  *out = arena_text(arena, s->count * 3 + 1);
    size_t n = 0;
    for (size_t i = 0; i < s->count; i++) {
        slice name = class_name(s->lexicon, s->tags[i]);
        memcpy(out + n, name.ptr, name.len);
        n += name.len;
    }
    return (slice){out, n};
}

/* A token of the sentence, the paragraph, a heading or the document told it. */
static slice teller(const struct why *w, int by) {
    struct context *c = w->context;
    if (by == TOLD_BY_PARAGRAPH) return slice_of(say("said before in the paragraph"));
    if (by == TOLD_BY_HEADING)
        return arena_format(w->arena, say("heading %.*s; words of headings: %s"), SLICE_ARG(context_section(c)),
                            ruleset_path(w->rules, "sections.tsv", w->arena));
    if (by == TOLD_BY_REPORT && !c->report_year) return slice_of(say("the report, of a year that is not known; see --year"));
    if (by == TOLD_BY_REPORT)
        return arena_format(w->arena, say("the report, of %d, reviews %d; see --year"), c->report_year, c->review_year);
    size_t i = (size_t)by;
    return arena_format(w->arena, "%.*s, %.*s", SLICE_ARG(sentence_text(w->sentence, i, i + 1)),
                        SLICE_ARG(token_why(w->rules, w->sentence, &w->sentence->tokens[i], w->arena)));
}

slice candidate_why(const struct ruleset *rules, struct context *context, const struct sentence *s, const struct candidate *c,
                    struct arena *arena) {
    struct why             w = {rules, context, s, c, arena, SLICE_LIT("")};
    const struct quantity *q = &c->quantity;
    if (q->unit && q->unit->path) add(&w, "unit", q->unit_name, arena_format(arena, "%s:%d", q->unit->path, q->unit->line));
    slice qualifier = slice_of(qualifier_names[c->qualifier]);
    if (c->by[FIELD_QUALIFIER])
        add_by_card(&w, "qualifier", qualifier, FIELD_QUALIFIER);
    else if (q->qualifier_line)
        add(&w, "qualifier", qualifier, arena_format(arena, "%s:%d", rules->vocabulary.qualifiers_path, q->qualifier_line));
    if (c->metric.len)
        add(&w, "metric", c->metric, c->by[FIELD_METRIC] ? card_of(&w, FIELD_METRIC) : slice_of(say(named_by[c->named_by])));
    slice kind = slice_of(kind_names[c->kind]);
    add(&w, "kind", kind, c->by[FIELD_KIND] ? card_of(&w, FIELD_KIND) : slice_of(say("by its unit")));
    add_by_card(&w, "direction", slice_of(direction_names[c->direction]), FIELD_DIRECTION);
    add_by_card(&w, "basis", c->basis, FIELD_BASIS);
    if (c->basis_by >= 0) add(&w, "basis", c->basis, teller(&w, c->basis_by));
    add_by_card(&w, "role", slice_of(role_names[c->role]), FIELD_ROLE);
    slice status = slice_of(status_names[c->status]), year = arena_format(arena, "%d", c->year);
    add(&w, "status", status, c->by[FIELD_STATUS] ? card_of(&w, FIELD_STATUS) : teller(&w, c->status_by));
    if (c->year) add(&w, "year", year, c->by[FIELD_YEAR] ? card_of(&w, FIELD_YEAR) : teller(&w, c->year_by));
    add_by_card(&w, "value", SLICE_LIT("set"), FIELD_VALUE);
    return w.text;
}
