/* The whole run, in one screen: document → paragraphs → sentences → tokens → cards → metrics → claims.
 * One extractor is one thread's scratch memory; the rules it reads are never written. */
#include "extract/suanpan.h"

#include "extract/meaning/basis.h"
#include "extract/meaning/context.h"
#include "extract/sentence/glance.h"
#include "extract/grid/grid.h"
#include "extract/sentence/judge.h"
#include "extract/messages.h"
#include "extract/meaning/metric.h"
#include "extract/sentence/rule.h"
#include "extract/meaning/why.h"
#include "extract/words/scripts.h"

#include "extract/base/cursor.h"

#include "extract/base/banned.h"

struct suanpan {
    struct arena          run;
    struct ruleset        rules;
    struct section_words *sections;
    struct grid_words    *tables;
    struct body_words    *bodies;
};

struct extractor {
    const struct suanpan *s;
    struct arena          fixed, about, scratch, table; /* the thread's; one document's; one paragraph's; one table's */
    struct matcher       *matcher;
    struct sentence       sentence;
    struct context        context;
};

/* What one walk over a document needs. */
struct walk {
    struct extractor       *e;
    const struct document  *document;
    const struct paragraph *paragraph;
    char                   *plain;  /* its text in the characters that words are written with, where it has others */
    struct cursor           cursor; /* behind the claim before */
    claim_sink              sink;
    finding_sink            show;
    void                   *context;
    struct extract_stats    stats;
    slice                   sentence, skeleton; /* of the sentence that is read: without blanks at its ends; its classes */
    char                    iso[PERIOD_TEXT];   /* the period of the claim that is made */
    struct frame            frame;
    struct grid             grid;      /* the table that the walk stands in; blocks 0: none yet */
    size_t                  grid_next; /* its claim that comes next */
    size_t                  in_doubt;  /* a byte of the document: no numeral of its line before it is a figure */
};

/* Where bytes of the document stand, as people count: characters and lines. */
struct position {
    uint32_t start, end, line;
};

static struct position position_of(struct walk *w, span at) {
    struct position told;
    cursor_move(&w->cursor, w->document->text, at.start);
    told.start = w->cursor.point;
    told.line = w->cursor.line;
    cursor_move(&w->cursor, w->document->text, at.end);
    told.end = w->cursor.point;
    return told;
}

/* The fields of a claim that tell where it stands, `at` in the document. */
static void claim_place(struct walk *w, span at, struct claim *out) {
    struct context *c = &w->e->context;
    struct position told = position_of(w, at);
    out->document = w->document->id.len ? w->document->id : w->document->path;
    out->body = c->about.body.text;
    out->section = context_section(c);
    out->start = told.start;
    out->end = told.end;
    out->line = told.line;
    out->place = c->place;
}

static slice dimension_of(const struct unit *unit) {
    static const slice of_class[] = {[UNIT_MEASURE_WORD] = {"count", 5}, [UNIT_PERSON] = {"person", 6}};
    return unit->dimension.len || unit->class > UNIT_PERSON ? unit->dimension : of_class[unit->class];
}

static slice period_of(const struct sentence *s, const struct candidate *c, char iso[PERIOD_TEXT]) {
    if (c->period >= 0) return (slice){iso, period_iso(&s->periods[c->period], c->year, iso)};
    return c->span_from ? (slice){iso, period_years_iso(c->span_from + 1, c->year, iso)} : SLICE_NONE;
}

/* A name in the characters of the paragraph: of those near its sentence, where it was put together from some. */
static slice written(const struct walk *w, const struct sentence *s, slice name) {
    enum { NEAR = 2048 };
    slice  text = w->paragraph->text;
    size_t from = s->at.start > NEAR ? s->at.start - NEAR : 0;
    if (name.ptr >= text.ptr && name.ptr < text.ptr + text.len) return name;
    if (name.ptr >= w->plain && name.ptr < w->plain + text.len) return (slice){text.ptr + (name.ptr - w->plain), name.len};
    return scripts_written(slice_sub((slice){w->plain, text.len}, from, s->at.end), slice_sub(text, from, s->at.end), name,
                           &w->e->scratch);
}

/* Every field: nothing need be cleared before. */
static void claim_make(struct walk *w, const struct sentence *s, const struct candidate *c, struct claim *out) {
    const struct quantity *q = &c->quantity;
    const struct numeral  *n = &q->numeral;
    bool                   compares = c->kind == KIND_GROWTH || c->kind == KIND_CHANGE;
    span                   at = text_source(w->paragraph, w->document->text, q->raw);
    claim_place(w, at, out);
    out->raw = slice_span(w->document->text, at);
    out->sentence = w->sentence;
    out->year = c->year;
    out->period = period_of(s, c, w->iso);
    out->metric = w->plain ? written(w, s, c->metric) : c->metric;
    out->value = n->value;
    out->low = numeral_low(n);
    out->high = numeral_high(n);
    out->qualifier = c->qualifier;
    out->unit = q->unit_name;
    out->base_value = quantity_base(q);
    out->base_unit = q->unit ? q->unit->base : SLICE_NONE;
    out->dimension = q->unit ? dimension_of(q->unit) : SLICE_NONE;
    out->kind = c->kind;
    out->direction = compares ? c->direction : DIRECTION_NONE;
    out->basis = compares ? c->basis : SLICE_NONE;
    out->role = c->role;
    out->status = c->status;
    out->rule = c->rule ? c->rule->id : SLICE_LIT(RULE_QUANTITY);
    if (c->kind != KIND_RANK) return;
    out->unit = units_canonical(w->e->s->rules.vocabulary.units, UNIT_RANK);
    if (c->qualifier == QUALIFIER_UNDER) out->high = n->value; /* 前三 */
}

static bool show_candidate(struct walk *w, const struct sentence *s, const struct candidate *c, const struct claim *claim) {
    struct finding f = {.text = claim->raw,
                        .start = claim->start,
                        .end = claim->end,
                        .line = claim->line,
                        .taken = !c->refused,
                        .claim = c->refused ? NULL : claim};
    f.rule = claim->rule;
    if (c->rule) f.rule = arena_format(&w->e->scratch, "%s:%d %.*s", c->rule->path, c->rule->line, SLICE_ARG(c->rule->id));
    f.reason = c->reason;
    if (!c->refused) f.why = candidate_why(&w->e->s->rules, &w->e->context, s, c, &w->e->scratch);
    f.sentence = claim->sentence;
    f.skeleton = w->skeleton;
    return w->show(w->context, &f);
}

/* Dates and set phrases hold numerals too: explain shows why they are no figures. */
static bool show_token(struct walk *w, const struct sentence *s, const struct token *t) {
    if (!token_holds_numeral(&w->e->s->rules, s, t)) return true;
    span            source = text_source(w->paragraph, w->document->text, (span){t->start, t->end});
    struct position at = position_of(w, source);
    struct finding  f = {.text = slice_span(w->document->text, source),
                         .start = at.start,
                         .end = at.end,
                         .line = at.line,
                         .sentence = w->sentence,
                         .skeleton = w->skeleton};
    f.rule = token_why(&w->e->s->rules, s, t, &w->e->scratch);
    f.reason = token_reason(t);
    return w->show(w->context, &f);
}

static bool candidate_run(struct walk *w, const struct sentence *s, const struct candidate *c) {
    struct claim claim;
    claim_make(w, s, c, &claim);
    return w->show ? show_candidate(w, s, c, &claim) : w->sink(w->context, &claim);
}

/* For explain: the figures, and what between them might have been one. */
static bool show_sentence(struct walk *w, const struct sentence *s) {
    w->skeleton = skeleton_text(w->e->s->rules.lexicon, s, &w->e->scratch);
    for (size_t i = 0; i < s->count; i++) {
        const struct token *t = &s->tokens[i];
        if (!(t->candidate < 0 ? show_token(w, s, t) : candidate_run(w, s, &s->candidates[t->candidate]))) return false;
    }
    return true;
}

/* A figure that is refused tells the sentences behind it nothing, and 建成一个平台 is as 建成平台; but a length of time may
 * frame them (五年来), and a list be announced (以下八个方面, 推进十个方面重点任务). */
static bool figure_tells(const struct sentence *s, const struct candidate *c) {
    const struct quantity *q = &c->quantity;
    bool                   lasts = q->unit && q->unit->class == UNIT_TIME && !q->ordinal;
    bool                   facets =
        s->notes & NOTE_GOAL && c->refused && lexicon_opening(s->lexicon, slice_from(s->text, q->raw.end), EDGE_FACET) != NULL;
    return !c->refused || lasts || facets || (c->token > 0 && s->tags[c->token - 1] == FOLLOWING);
}

static bool figures_tell(const struct sentence *s) {
    size_t i = 0;
    while (i < s->candidate_count && !figure_tells(s, &s->candidates[i])) i++;
    return i < s->candidate_count;
}

/* A sentence that is spelt. */
static bool sentence_run(struct walk *w, struct carry *carry, struct frame *frame) {
    struct extractor *e = w->e;
    struct sentence  *s = &e->sentence;
    bool              figures = sentence_read(s, &e->s->rules, &e->scratch);
    if (figures) {
        rules_match(&e->s->rules, e->matcher, s);
        candidates_judge(&e->s->rules, e->matcher, s);
        bases_carry(s, &carry->basis);
        figures = figures_tell(s);
    }
    if (figures || context_may_announce(&e->context, s)) context_apply(&e->context, frame, s);
    if (figures) metrics_find(s, carry, &e->scratch);
    w->sentence = slice_trim(slice_span(w->paragraph->text, s->at));
    if (w->show) return show_sentence(w, s);
    for (size_t i = 0; i < s->candidate_count; i++) {
        const struct candidate *c = &s->candidates[i];
        w->stats.numerals++;
        w->stats.refused += c->refused;
        w->stats.claims += !c->refused;
        if (!c->refused && !candidate_run(w, s, c)) return false;
    }
    return true;
}

/* Spells a sentence of the paragraph, or what is left of one, where 增長 is as 增长 to all that read it. */
static void spell_paragraph(struct walk *w, span at) {
    struct extractor *e = w->e;
    struct sentence  *s = &e->sentence;
    slice             text = w->paragraph->text;
    sentence_spell(s, &e->s->rules, text, at);
    if (!s->spelling->twins) return;
    if (!w->plain) w->plain = memcpy(arena_text(&e->scratch, text.len), text.ptr, text.len);
    s->text = (slice){w->plain, text.len};
    scripts_plain(e->s->rules.vocabulary.alphabet, s->spelling, s->text, w->plain);
}

/* The sentence that is spelt and ends at `end`; one that was too long to be read at once goes on. */
static bool sentence_run_whole(struct walk *w, uint32_t end, struct carry *carry) {
    struct sentence *s = &w->e->sentence;
    while (sentence_run(w, carry, &w->frame)) {
        if (s->at.end >= end) return true;
        spell_paragraph(w, (span){s->at.end, end});
    }
    return false;
}

static struct glance glance_of(const struct walk *w, slice text, bool folded) {
    struct extractor *e = w->e;
    return (struct glance){&e->s->rules, context_wants_dates(&e->context, text), folded, e->sentence.spelling, &e->scratch};
}

enum { DATELINES = 4096 }; /* bytes of a document that datelines are looked for in */

static bool paragraph_run(struct walk *w) {
    const struct paragraph *p = w->paragraph;
    const struct ruleset   *rules = &w->e->s->rules;
    struct context         *c = &w->e->context;
    struct carry            carry = {.metric = SLICE_NONE};
    w->plain = NULL;
    struct context_rules headings = {w->e->s->sections, rules->periods};
    frame_paragraph(&w->frame);
    bool heading = context_heading(c, &headings, p);
    if (heading)
        w->frame.from_year = 0;
    else
        frame_look_back(&w->frame, c, rules->periods, p->text);
    size_t dateline = p->source.start < DATELINES ? dateline_end(w->e->s->sections, p->text) : 0;
    size_t known = p->source.start <= w->in_doubt ? text_folded(p, (uint32_t)w->in_doubt) : p->text.len;
    for (size_t at = 0, numeral; at < p->text.len; known = p->text.len) {
        struct glance glance = glance_of(w, p->text, true); /* a heading in a sentence before may tell of plans */
        numeral = w->show ? at : known < p->text.len ? known : numeral_in_doubt(&glance, p->map, p->text, at);
        if (numeral == p->text.len) break; /* no figure can be there */
        span whole = text_sentence(p, dateline, at, numeral);
        at = whole.end;
        if (whole.start > 0 && context_run_in(c, &headings, slice_from(p->text, whole.start), numeral - whole.start))
            frame_paragraph(&w->frame);
        spell_paragraph(w, whole);
        if (!sentence_run_whole(w, whole.end, &carry)) return false;
    }
    context_close(c, &w->frame, p->text);
    if (heading)
        w->frame.span = w->frame.review =
            (struct year_span){0}; /* 过去一年和五年工作回顾 says nothing of the figures below it */
    return true;
}

/* ---- tables ---- */

static void table_open(struct walk *w, size_t block) {
    struct extractor     *e = w->e;
    const struct block   *blocks = w->document->blocks;
    const struct context *c = &e->context;
    struct grid_rules     rules = {e->s->tables, &e->s->rules.vocabulary, e->s->rules.periods};
    while (block > 0 && blocks[block - 1].table == blocks[block].table) block--;
    arena_reset(&e->table);
    grid_read(&w->grid, &(struct grid_source){w->document, block, c->review_year, c->report_year}, &rules, &e->table);
    w->grid_next = 0;
}

static bool table_claim(struct walk *w, const struct grid_claim *g) {
    struct claim claim = g->claim;
    claim_place(w, g->at, &claim);
    w->stats.numerals++;
    w->stats.claims++;
    if (!w->show) return w->sink(w->context, &claim);
    struct finding f = {.text = claim.raw,
                        .start = claim.start,
                        .end = claim.end,
                        .line = claim.line,
                        .taken = true,
                        .claim = &claim,
                        .rule = claim.rule,
                        .sentence = claim.sentence};
    return w->show(w->context, &f);
}

/* 2023年 over a column, 7221234 under 电话: explain says that they were seen. */
static bool show_heading(struct walk *w) {
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

/* 313 under 2023年 is a claim by its headings; a cell that the grid leaves, 新建学校3所, is read like a paragraph. */
static bool cell_run(struct walk *w) {
    struct grid *grid = &w->grid;
    size_t       block = w->paragraph->block;
    if (block < grid->first || block >= grid->first + grid->blocks) table_open(w, block);
    if (!grid->taken[block - grid->first]) return paragraph_run(w);
    if (w->show && (w->grid_next == grid->count || grid->claims[w->grid_next].block != block)) return show_heading(w);
    for (; w->grid_next < grid->count && grid->claims[w->grid_next].block == block; w->grid_next++)
        if (!table_claim(w, &grid->claims[w->grid_next])) return false;
    return true;
}

/* What is given back was counted before. */
static void pass_on(struct walk *w, size_t byte) {
    cursor_move(&w->cursor, w->document->text, byte);
    document_release(w->document, byte);
}

/* Nothing can be told by it: it is no heading, and no numeral of it is a figure. */
static bool tells_nothing(struct walk *w, const struct text_ahead *next) {
    if (context_may_head(w->e->s->sections, next->line)) return false;
    if (!next->whole) return !next->marked && next->least > LONGEST_BARE_HEADING;
    struct glance glance = glance_of(w, next->line, false);
    size_t        at = numeral_in_doubt(&glance, &next->map, next->line, 0);
    w->in_doubt = (size_t)(next->line.ptr - w->document->text.ptr) + at;
    return at == next->line.len;
}

/* Paragraphs that tell nothing are passed by before they are put together, where nothing of them is kept. */
static void pass_by(struct walk *w, struct text_reader *reader) {
    enum { OFTEN = 64 * 1024 };
    size_t            passed = reader->at;
    struct text_ahead next;
    if (w->show) return;
    w->in_doubt = 0;
    for (text_skip(reader); text_ahead(reader, &next) && tells_nothing(w, &next); text_skip(reader)) {
        text_pass(reader);
        if (w->document->feed && reader->at - passed > OFTEN) pass_on(w, passed = reader->at);
    }
}

static bool document_walk(struct walk *w, struct extract_stats *stats, struct err *err) {
    struct extractor  *e = w->e;
    struct text_reader reader;
    struct paragraph   p;
    struct head_rules  head = {e->s->sections, e->s->bodies, e->s->rules.periods, &e->s->rules.vocabulary};
    jmp_buf            out_of_memory;
    bool               whole = true;
    e->about.out_of_memory = e->scratch.out_of_memory = e->table.out_of_memory = &out_of_memory;
    if (setjmp(out_of_memory)) {
        e->about.out_of_memory = e->scratch.out_of_memory = e->table.out_of_memory = NULL;
        return err_set(err, ERR_MEMORY, arena_copy(&e->fixed, w->document->path).ptr, 0, 0, "out of memory");
    }
    arena_reset(&e->about);
    document_reach(w->document, TEXT_OPENING);
    context_open(&e->context, &head, w->document, &e->about);
    e->sentence.era = e->context.era;
    text_open(&reader, w->document, &e->s->rules.vocabulary, numeral_set(e->s->rules.vocabulary.numerals), &e->scratch,
              &e->about);
    reader.numerals = e->s->rules.vocabulary.numerals;
    // cppcheck-suppress autoVariables ; the walk uses it within this call only
    w->paragraph = &p;
    for (pass_by(w, &reader); whole && text_next(&reader, &p); pass_by(w, &reader)) {
        whole = p.cell ? cell_run(w) : paragraph_run(w);
        arena_reset(&e->scratch);
        if (w->document->feed) pass_on(w, reader.at);
    }
    e->about.out_of_memory = e->scratch.out_of_memory = e->table.out_of_memory = NULL;
    w->stats.documents = 1;
    w->stats.bytes = w->document->text.len;
    if (stats) {
        stats->documents += w->stats.documents;
        stats->claims += w->stats.claims;
        stats->refused += w->stats.refused;
        stats->numerals += w->stats.numerals;
        stats->bytes += w->stats.bytes;
    }
    return whole;
}

bool extractor_run(struct extractor *e, const struct document *document, claim_sink sink, void *context,
                   struct extract_stats *stats, struct err *err) {
    struct walk w = {.e = e, .document = document, .cursor = CURSOR_START, .sink = sink, .context = context};
    return document_walk(&w, stats, err);
}

bool extractor_explain(struct extractor *e, const struct document *document, finding_sink sink, void *context,
                       struct err *err) {
    struct walk w = {.e = e, .document = document, .cursor = CURSOR_START, .show = sink, .context = context};
    return document_walk(&w, NULL, err);
}

const struct about *extractor_about(const struct extractor *e) { return &e->context.about; }

struct extractor *extractor_new(const struct suanpan *s) {
    struct extractor *e = calloc(1, sizeof *e);
    if (!e) return NULL;
    e->s = s;
    e->matcher = matcher_new(&s->rules);
    if (!e->matcher) {
        free(e);
        return NULL;
    }
    arena_init(&e->fixed);
    arena_init(&e->about);
    arena_init(&e->scratch);
    arena_init(&e->table);
    sentence_init(&e->sentence, &e->fixed);
    return e;
}

void extractor_free(struct extractor *e) {
    if (!e) return;
    matcher_free(e->matcher);
    arena_free(&e->fixed);
    arena_free(&e->about);
    arena_free(&e->scratch);
    arena_free(&e->table);
    free(e);
}

enum { ROOM_FOR_TABLES = 16 * 1024 * 1024 }; /* twice what the rules of today become; what is not used is no memory */

bool suanpan_open(struct suanpan **out, const char *const *dirs, size_t n, struct err *err) {
    const char     *base = suanpan_rules_dir();
    const char     *all[9] = {base};
    struct suanpan *s = calloc(1, sizeof *s);
    if (!s) return err_set(err, ERR_MEMORY, NULL, 0, 0, "out of memory");
    arena_init(&s->run);
    arena_reserve(&s->run, ROOM_FOR_TABLES);
    *out = NULL;
    if (n > 8) {
        free(s);
        return err_set(err, ERR_USAGE, NULL, 0, 0, "more than 8 folders of rules");
    }
    for (size_t i = 0; i < n; i++) all[i + 1] = dirs[i];
    if (!ruleset_load(&s->rules, all, n + 1, &s->run, err) ||
        !sections_load(&s->sections, s->rules.vocabulary.lists, ruleset_path(&s->rules, "sections.tsv", &s->run), &s->run,
                       err) ||
        !grid_words_load(&s->tables, ruleset_path(&s->rules, "tables.tsv", &s->run), &s->run, err) ||
        !bodies_load(&s->bodies, ruleset_path(&s->rules, "bodies.tsv", &s->run), ruleset_path(&s->rules, "places.tsv", &s->run),
                     &s->run, err)) {
        suanpan_close(s);
        return false;
    }
    *out = s;
    return true;
}

void suanpan_close(struct suanpan *s) {
    if (!s) return;
    ruleset_close(&s->rules);
    arena_free(&s->run);
    free(s);
}

struct matcher *extractor_matcher(struct extractor *e) {
    return e->matcher;
}
const struct ruleset *suanpan_ruleset(const struct suanpan *s) { return &s->rules; }
