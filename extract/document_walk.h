/* One walk over a document: pipeline.c is the walk, claim_make.c makes its claims, finding.c what explain shows of it, and
 * suanpan.c is what lives longer. */
#ifndef SUANPAN_DOCUMENT_WALK_H
#define SUANPAN_DOCUMENT_WALK_H

#include "extract/suanpan.h"

#include "extract/base/cursor.h"
#include "extract/grid/grid.h"
#include "extract/telling/context.h"
#include "extract/sentence/rule.h"

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
    slice                   sentence;         /* that is read, without blanks at its ends */
    char                    iso[PERIOD_TEXT]; /* the period of the claim that is made */
    struct frame            frame;
    struct grid             grid;      /* the table that the walk stands in; blocks 0: none yet */
    size_t                  grid_next; /* its claim that comes next */
    size_t                  in_doubt;  /* a byte of the document: no numeral of its line before it is a figure */
};

/* Where bytes of the document stand, as people count: characters and lines. */
struct position {
    uint32_t start, end, line;
};
struct position position_of(struct walk *w, span at);

/* The claim that a figure of the sentence makes: every field, nothing need be cleared before. */
void claim_make(struct walk *w, const struct sentence *s, const struct candidate *c, struct claim *out);
/* The same of a cell, whose other fields the table told. */
struct claim claim_of_cell(struct walk *w, const struct grid_claim *g);

/* For explain, each false when the sink wants no more. The figures of a sentence, and what else of it holds numerals. */
bool show_sentence(struct walk *w, const struct sentence *s);
/* A figure by its table's headings. */
bool show_cell(struct walk *w, const struct claim *claim);
/* 2023年 over a column, 7221234 under 电话: that they were seen. */
bool show_heading(struct walk *w);

#endif
