/* What explain shows of a walk: each figure with the rule that took or refused it and why, and what else holds numerals. */
#include "extract/document_walk.h"

#include "extract/telling/why.h"
#include "extract/messages.h"

#include "extract/base/banned.h"

static bool show_candidate(struct walk *w, const struct sentence *s, const struct candidate *c, slice skeleton) {
    struct claim claim;
    claim_make(w, s, c, &claim);
    struct finding f = {.text = claim.raw,
                        .start = claim.start,
                        .end = claim.end,
                        .line = claim.line,
                        .taken = !c->refused,
                        .claim = c->refused ? NULL : &claim};
    f.rule = claim.rule;
    if (c->rule) f.rule = arena_format(&w->e->scratch, "%s:%d %.*s", c->rule->path, c->rule->line, SLICE_ARG(c->rule->id));
    f.reason = c->reason;
    if (!c->refused) f.why = candidate_why(&w->e->s->rules, &w->e->context, s, c, &w->e->scratch);
    f.sentence = claim.sentence;
    f.skeleton = skeleton;
    return w->show(w->context, &f);
}

/* Dates and set phrases hold numerals too: explain shows why they are no figures. */
static bool show_token(struct walk *w, const struct sentence *s, const struct token *t, slice skeleton) {
    if (!token_holds_numeral(&w->e->s->rules, s, t)) return true;
    span            source = text_source(w->paragraph, w->document->text, (span){t->start, t->end});
    struct position at = position_of(w, source);
    struct finding  f = {.text = slice_span(w->document->text, source),
                         .start = at.start,
                         .end = at.end,
                         .line = at.line,
                         .sentence = w->sentence,
                         .skeleton = skeleton};
    f.rule = token_why(&w->e->s->rules, s, t, &w->e->scratch);
    f.reason = token_reason(t);
    return w->show(w->context, &f);
}

bool show_sentence(struct walk *w, const struct sentence *s) {
    slice skeleton = skeleton_text(s, &w->e->scratch);
    for (size_t i = 0; i < s->count; i++) {
        const struct token *t = &s->tokens[i];
        if (!(t->candidate < 0 ? show_token(w, s, t, skeleton) : show_candidate(w, s, &s->candidates[t->candidate], skeleton)))
            return false;
    }
    return true;
}

bool show_cell(struct walk *w, const struct claim *claim) {
    struct finding f = {.text = claim->raw,
                        .start = claim->start,
                        .end = claim->end,
                        .line = claim->line,
                        .taken = true,
                        .claim = claim,
                        .rule = claim->rule,
                        .sentence = claim->sentence};
    return w->show(w->context, &f);
}

bool show_heading(struct walk *w) {
    struct finding f = {.text = slice_span(w->document->text, w->paragraph->source),
                        .line = w->paragraph->line,
                        .rule = SLICE_LIT(RULE_TABLE),
                        .reason = slice_of(say("a table's heading, or a column that counts nothing"))};
    bool           digit = false;
    for (size_t i = 0; i < f.text.len && !digit; i++) digit = ascii_digit(f.text.ptr[i]);
    if (!digit) return true;
    struct position at = position_of(w, w->paragraph->source);
    f.start = at.start;
    f.end = at.end;
    f.sentence = w->paragraph->text;
    return w->show(w->context, &f);
}
