/* A figure that no card spoke of gets its kind from its unit, and is refused when it names rather than counts:
 * “13 种问责情形”, 一个重要部署, 4频道, 第七届. Cards come first; keep=yes overrules this page. */
#include "extract/judge.h"

#include "extract/base/banned.h"

static char before(const struct sentence *s, size_t i) { return i ? s->tokens[i - 1].tag : '.'; }
static char behind(const struct sentence *s, size_t i) { return i + 1 < s->count ? s->tokens[i + 1].tag : '.'; }
static bool one_of(char tag, const char *tags) { return strchr(tags, tag) != NULL; }

static void refuse(struct candidate *c, const char *reason) {
    if (c->refused || (c->set & 1u << FIELD_KEEP)) return;
    c->refused = true;
    c->reason = slice_of(reason);
}

static enum kind kind_of(char tag) {
    switch (tag) {
    case 'P': return KIND_SHARE;
    case 'D': return KIND_CHANGE;
    case 'M': return KIND_MULTIPLE;
    case 'R': return KIND_RANK;
    case 'X': return KIND_RATIO;
    default: return KIND_LEVEL;
    }
}

/* 一 counts only behind its noun (新建学校一所), after 仅, after 没有, or as a length of time. */
static bool one_counts(const struct sentence *s, size_t i) {
    char left = before(s, i), right = behind(s, i);
    if (left == 'l' || left == 'x') return true;
    if (s->tokens[i].tag == 'T') return one_of(left, "Lujwv") || one_of(right, ",.");
    return one_of(right, ",.;)") && one_of(left, "nhv") && i > 0 && s->tokens[i - 1].end - s->tokens[i - 1].start >= 6;
}

/* Inside a short quotation, where names stand: “13种问责情形”, “双百工程”. */
static bool in_short_quotation(const struct sentence *s, size_t i) {
    size_t open = i, close = i + 1;
    while (open > 0 && !one_of(s->tokens[open - 1].tag, "<>,.")) open--;
    if (open == 0 || s->tokens[open - 1].tag != '<') return false;
    while (close < s->count && !one_of(s->tokens[close].tag, "<>,.")) close++;
    if (close == s->count || s->tokens[close].tag != '>') return false;
    return s->tokens[close].start - s->tokens[open].start <= 14 * 3;
}

static bool has_scale(const struct numeral *n) { return n->scale_end > 0; }

static void judge(struct sentence *s, struct candidate *c) {
    const struct numeral *n = &c->quantity.numeral;
    size_t                i = c->token;
    char                  tag = s->tokens[i].tag;
    if (!(c->set & 1u << FIELD_KIND)) c->kind = kind_of(tag);
    if (!n->value.present && !n->low.present && !n->high.present && n->form != NUMERAL_RATIO) refuse(c, "more than 38 digits, or only 几");
    if (c->quantity.unit && c->quantity.unit->class == UNIT_ORDINAL) refuse(c, "the unit names, it does not count");
    if (before(s, i) == '<' || in_short_quotation(s, i)) refuse(c, "inside quotation marks, where names stand");
    if (tag == 'R') refuse(c, "an ordinal that ranks nothing");
    if (tag == 'X' && before(s, i) != 'd' && behind(s, i) != ',' && behind(s, i) != '.') refuse(c, "a ratio inside a name");
    if (tag == 'N') {
        if (n->single) refuse(c, "a number word without a unit");
        else if (n->form == NUMERAL_HAN && !has_scale(n)) refuse(c, "a number word without a unit");
        else if (!one_of(before(s, i), "dOUJz") && !has_scale(n)) refuse(c, "a number without a unit");
        else if (behind(s, i) == '(' || behind(s, i) == ')') refuse(c, "a number without a unit");
    }
    if (n->single && n->value.present && decimal_compare(n->value, decimal_int(1)) == 0 && !one_counts(s, i)) refuse(c, "一 as an article");
}

void candidates_judge(struct sentence *s) {
    for (size_t i = 0; i < s->candidate_count; i++) {
        judge(s, &s->candidates[i]);
        if (s->candidates[i].refused) s->tokens[s->candidates[i].token].tag = 'n';
    }
}
