/* The whole run: document → paragraphs → sentences → tokens → cards → metrics → claims. */
#include "extract/document_walk.h"

#include "extract/naming/basis.h"
#include "extract/naming/metric.h"
#include "extract/sentence/glance.h"
#include "extract/sentence/judge.h"
#include "extract/words/list_mark.h"
#include "extract/words/scripts.h"

#include "extract/base/banned.h"

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

static bool claim_run(struct walk *w, const struct sentence *s, const struct candidate *c) {
    struct claim claim;
    claim_make(w, s, c, &claim);
    return w->sink(w->context, &claim);
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
    if (figures) {
        const struct context_rules rules = {e->s->sections, e->s->rules.periods};
        frame_look_then(frame, &e->context, e->s->rules.periods, slice_sub(s->text, 0, s->at.start),
                        slice_trim(slice_span(s->text, s->at)));
        if (!in_classes(DONE, s->classes)) /* 去年，市里试点。两年来|已|开展8个 */
            frame_look_led(frame, &e->context, &rules, e->s->rules.lexicon, slice_sub(s->text, 0, s->at.start));
        frame_look_span(&e->context, frame, e->s->rules.periods, s);
    }
    if (figures || context_may_announce(&e->context, e->s->sections, s)) context_apply(&e->context, frame, s);
    if (figures) frame->heard = s->at.end;
    if (figures) metrics_find(s, carry, &e->scratch);
    w->sentence = slice_trim(slice_span(w->paragraph->text, s->at));
    if (w->show) return show_sentence(w, s);
    for (size_t i = 0; i < s->candidate_count; i++) {
        const struct candidate *c = &s->candidates[i];
        w->stats.numerals++;
        w->stats.refused += c->refused;
        w->stats.claims += !c->refused;
        if (!c->refused && !claim_run(w, s, c)) return false;
    }
    return true;
}

/* Spells a sentence of the paragraph, or what is left of one, where 增長 is as 增长 to all that read it. */
static void spell_paragraph(struct walk *w, span at) {
    struct extractor *e = w->e;
    struct sentence  *s = &e->sentence;
    slice             text = w->paragraph->text;
    sentence_spell(s, &e->s->rules, w->plain ? (slice){w->plain, text.len} : text, at);
    struct spelling *spelling = s->spelling;
    spelling->rewritten = w->e->context.twins;
    if (!spelling->twins) return;
    if (!w->plain) w->plain = memcpy(arena_text(&e->scratch, text.len), text.ptr, text.len);
    s->text = (slice){w->plain, text.len};
    scripts_plain_over(e->s->rules.vocabulary.alphabet, w->plain, spelling);
    spelling->text = slice_sub(s->text, 0, spelling->text.len);
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
    return (struct glance){&e->s->rules, context_wants_dates(&e->context, e->s->sections, text), folded, e->sentence.spelling,
                           &e->scratch};
}

enum { LEADS = 4096 }; /* bytes of a document that datelines and titles within a line are looked for in */

/* What opens a paragraph and is no part of the sentence behind it: a title, 0 where there is none, and behind it a dateline. */
struct leads {
    size_t title, dateline;
};

static struct leads leads_of(const struct walk *w, slice text) {
    const struct section_words *words = w->e->s->sections;
    const struct ruleset       *rules = &w->e->s->rules;
    struct leads                leads = {title_end(words, rules->lexicon, rules->periods, text), 0};
    size_t                      dateline = dateline_end(words, slice_from(text, leads.title));
    if (dateline) leads.dateline = leads.title + dateline;
    return leads;
}

/* Where the document has 長 for 长, its paragraph is read in plain characters from the start: headings tell as they do there.
 */
static const struct paragraph *plain_paragraph(struct walk *w, struct paragraph *out) {
    const struct paragraph *p = w->paragraph;
    w->plain = NULL;
    if (!w->e->context.twins) return p;
    w->plain = scripts_plain(w->e->s->rules.vocabulary.alphabet, p->text, &w->e->scratch);
    if (!w->plain) return p;
    *out = *p;
    out->written = p->text.ptr;
    out->text.ptr = w->plain;
    return out;
}

static bool paragraph_run(struct walk *w) {
    struct paragraph        plain;
    const struct paragraph *p = plain_paragraph(w, &plain);
    const struct ruleset   *rules = &w->e->s->rules;
    struct context         *c = &w->e->context;
    struct carry            carry = {.metric = SLICE_NONE};
    struct context_rules    headings = {w->e->s->sections, rules->periods};
    const uint64_t          above = c->place;
    bool                    heading = context_heading(c, &headings, p);
    if (!heading && c->place != above && context_tells_span(c)) frame_heading(&w->frame, c); /* 一、五年工作回顾。五年来，… */
    frame_paragraph(&w->frame);
    if (heading) {
        w->frame.from_year = 0;
    } else {
        w->frame.listed = list_opens(rules->vocabulary.lists, p->text);
        frame_look_back(&w->frame, c, rules->periods, p->text);
        frame_look_topic(&w->frame, c, rules->periods, p->text);
        frame_look_listed(&w->frame, c, &headings, p->text);
        frame_look_lately(&w->frame, c, rules->lexicon, p->text);
    }
    size_t       aims = heading ? SIZE_MAX : context_aims(c, w->e->s->sections, p->text);
    size_t       ahead = heading ? SIZE_MAX : context_ahead(rules->lexicon, p->map, p->text);
    struct leads leads = p->source.start < LEADS ? leads_of(w, p->text) : (struct leads){0, 0};
    size_t       known = p->source.start <= w->in_doubt ? text_folded(p, (uint32_t)w->in_doubt) : p->text.len;
    for (size_t at = 0, numeral; at < p->text.len; known = p->text.len) {
        struct glance glance = glance_of(w, p->text, true); /* a heading in a sentence before may tell of plans */
        numeral = w->show ? at : known < p->text.len ? known : numeral_in_doubt(&glance, p->map, p->text, at);
        if (numeral == p->text.len) break; /* no figure can be there */
        size_t lead = numeral < leads.title || !leads.dateline ? leads.title : leads.dateline;
        span   whole = text_sentence(p, lead, at > leads.title || numeral < leads.title ? at : leads.title, numeral);
        at = whole.end;
        if (whole.start > 0 && context_run_in(c, &headings, p, whole.start, numeral)) frame_paragraph(&w->frame);
        if (aims < whole.end) context_open_plan(c), aims = SIZE_MAX;
        if (ahead < whole.end) frame_go_ahead(&w->frame, c), ahead = SIZE_MAX;
        context_before_lead(c, whole.end);
        spell_paragraph(w, whole);
        if (!sentence_run_whole(w, whole.end, &carry)) return false;
    }
    if (aims != SIZE_MAX) context_open_plan(c); /* behind the last figure of the paragraph, or of a paragraph without any */
    if (ahead != SIZE_MAX) frame_go_ahead(&w->frame, c);
    context_before_lead(c, SIZE_MAX);
    context_close(c, w->e->s->sections, &w->frame, p->text);
    if (heading) frame_heading(&w->frame, c);
    return true;
}

/* ---- tables ---- */

static void table_open(struct walk *w, size_t block) {
    struct extractor     *e = w->e;
    const struct block   *blocks = w->document->blocks;
    const struct context *c = &e->context;
    struct grid_rules     rules = {e->s->tables, &e->s->rules.vocabulary, e->s->rules.periods};
    const size_t          behind = w->grid.first + w->grid.blocks; /* one of a sheet with several goes on there */
    while (block > 0 && block != behind && blocks[block - 1].table == blocks[block].table) block--;
    arena_reset(&e->table);
    const struct alphabet *plain = c->twins ? e->s->rules.vocabulary.alphabet : NULL;
    grid_read(&w->grid, &(struct grid_source){w->document, block, c->review_year, c->report_year, plain}, &rules, &e->table);
    w->grid_next = 0;
}

static bool table_claim(struct walk *w, const struct grid_claim *g) {
    struct claim claim = claim_of_cell(w, g);
    w->stats.numerals++;
    w->stats.claims++;
    return w->show ? show_cell(w, &claim) : w->sink(w->context, &claim);
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
    if (w->e->context.brief && next->line.len <= LONGEST_BARE_HEADING) return false;
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
    text_title(&reader, e->context.about.title.text);
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
