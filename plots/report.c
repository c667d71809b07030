/* Claims, series and charts become templates/report.html filled in: {{claim.raw}} → 约5.1万人, {{series.change}} → +1.9万. What
 * the page says in words stands in templates/words.tsv, how it looks in the template; here is only what fills the slots. */
#include "plots/report.h"

#include "export/table/codes.h"
#include "export/series/change.h"
#include "extract/messages.h"
#include "plots/evidence.h"
#include "plots/kinds.h"
#include "plots/picture.h"
#include "plots/style.h"
#include "plots/template.h"
#include "plots/text.h"
#include "plots/words.h"

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { MOST_SERIES = 500, FEW_DOCUMENTS = 3, MOST_NAMED = 3 };
enum { FEW_YEARS = 5, MANY_YEARS = 12 }; /* columns that a portrait and a landscape page hold */

struct series_row {
    const struct series *series;
    struct year_point   *points;
    size_t               count;
    struct change        change;
};
struct page {
    const struct report_parts   *parts;
    struct arena                *arena;
    const struct words          *words;
    const struct codes          *codes;
    const struct document_names *names;
    struct evidence             *docs;
    size_t                      *mark_of, *doc_of; /* of each claim: 1 + its mark; its document */
    struct series_row           *rows;
    size_t                       row_count;
    int                         *years;
    size_t                       year_count;
    slice                        bodies; /* their names, while they are few */
    size_t                       body_count;
    /* where the writing stands */
    size_t doc, piece, other, claim, row, year, chart, finding, first_mark;
};

static slice number(struct page *p, size_t n) { return arena_format(p->arena, "%zu", n); }
static slice year_text(struct page *p, int year) { return year ? arena_format(p->arena, "%d", year) : SLICE_NONE; }

/* ---- words --------------------------------------------------------------------------------------------------------------- */

static slice word(const struct page *p, slice key) { return words_get(p->words, key); }

/* kind, growth → 增幅 */
static slice word_of(struct page *p, const char *column, slice code) {
    return code_word(p->codes, slice_of(column), code, p->parts->header, p->arena);
}
static slice word_of_name(struct page *p, const char *column, const char *name) { return word_of(p, column, slice_of(name)); }

static slice joined(struct page *p, slice a, slice b) {
    return a.len && b.len ? arena_format(p->arena, "%.*s %.*s", SLICE_ARG(a), SLICE_ARG(b)) : a.len ? a : b;
}

/* 3 份文件, 1 document: the words for one and for any other number. */
static slice counted(struct page *p, size_t n, const char *many, const char *one) {
    return joined(p, number(p, n), word(p, slice_of(n == 1 ? one : many)));
}

/* ---- claims -------------------------------------------------------------------------------------------------------------- */

static const struct claim *claim_at(const struct page *p, size_t i) { return &p->parts->gathered->claims[i]; }

/* 约, ≥1500, ≤30, 3万–5万 */
static slice bound_text(struct page *p, const struct claim *c) {
    slice low = number_text(c->low, c->unit, p->arena), high = number_text(c->high, c->unit, p->arena);
    switch (c->qualifier) {
    case QUALIFIER_EXACT: return SLICE_NONE;
    case QUALIFIER_OVER: return arena_format(p->arena, "≥%.*s", SLICE_ARG(low));
    case QUALIFIER_UNDER: return arena_format(p->arena, "≤%.*s", SLICE_ARG(high));
    case QUALIFIER_RANGE: return arena_format(p->arena, "%.*s–%.*s", SLICE_ARG(low), SLICE_ARG(high));
    case QUALIFIER_ABOUT:
    case QUALIFIER_NEARLY: break;
    }
    return word_of_name(p, "qualifier", qualifier_names[c->qualifier]);
}

/* 增幅 升 比上年; 数量 由 */
static slice kind_text(struct page *p, const struct claim *c) {
    slice text =
        joined(p, word_of_name(p, "kind", kind_names[c->kind]), word_of_name(p, "direction", direction_names[c->direction]));
    text = joined(p, text, word_of(p, "basis", c->basis));
    return joined(p, text, word_of_name(p, "role", role_names[c->role]));
}

static slice claim_slot(struct page *p, slice field) {
    const struct claim *c = claim_at(p, p->claim);
    struct cell         cells[CLAIM_COLUMN_COUNT];
    char                digits[4][DECIMAL_TEXT];
    if (slice_is(field, "n")) return number(p, p->claim + 1);
    if (slice_is(field, "doc")) return number(p, p->doc_of[p->claim]);
    if (slice_is(field, "mark")) return number(p, p->mark_of[p->claim]);
    if (slice_is(field, "bound")) return bound_text(p, c);
    if (slice_is(field, "kind")) return kind_text(p, c);
    if (slice_is(field, "status")) return word_of_name(p, "status", status_names[c->status]);
    int column = column_find(&claim_schema, field);
    if (column < 0) return SLICE_NONE;
    claim_cells(c, cells, digits);
    if (cells[column].type == CELL_INTEGER) return arena_format(p->arena, "%lld", (long long)cells[column].integer);
    return cells[column].type == CELL_EMPTY ? SLICE_NONE : arena_copy(p->arena, cells[column].text);
}

/* ---- documents ----------------------------------------------------------------------------------------------------------- */

static const struct gathered_text *doc_at(const struct page *p) { return &p->parts->gathered->texts[p->doc]; }

static slice doc_slot(struct page *p, slice field) {
    const struct gathered_text *d = doc_at(p);
    const struct claim         *first = d->count ? claim_at(p, d->first) : NULL;
    if (slice_is(field, "n")) return number(p, p->doc);
    if (slice_is(field, "path")) return d->about.document;
    if (slice_is(field, "name")) return document_name(p->names, d->about.document);
    if (slice_is(field, "body")) return first ? first->body : SLICE_NONE;
    if (slice_is(field, "year")) return SLICE_NONE;
    if (slice_is(field, "count")) return counted(p, d->count, "counted", "counted.one");
    return SLICE_NONE;
}

/* Of blank lines in a row only the first: reports that were pages once have five of them. Neither end is a whole line. */
static slice squeezed(struct page *p, slice s) {
    char  *out = arena_text(p->arena, s.len + 1);
    size_t n = 0, from = 0;
    bool   was_blank = false;
    for (size_t at = 0; at <= s.len; at++) {
        if (at < s.len && s.ptr[at] != '\n') continue;
        slice line = slice_sub(s, from, at < s.len ? at + 1 : at);
        bool  blank = from > 0 && at < s.len && slice_trim(line).len == 0;
        if (!blank || !was_blank) {
            if (line.len) memcpy(out + n, line.ptr, line.len);
            n += line.len;
        }
        was_blank = blank;
        from = at + 1;
    }
    return (slice){out, n};
}

/* A piece is the text before a mark, and the mark; the last one is what is left of the text. */
static slice piece_slot(struct page *p, slice field) {
    const struct evidence   *e = &p->docs[p->doc];
    const struct mark_place *m = p->piece < e->count ? &e->marks[p->piece] : NULL;
    size_t                   from = p->piece ? e->marks[p->piece - 1].to : 0;
    if (slice_is(field, "text")) return squeezed(p, slice_sub(e->text, from, m ? m->from : e->text.len));
    if (!m) return SLICE_NONE;
    if (slice_is(field, "mark")) return number(p, p->first_mark + p->piece);
    if (slice_is(field, "n")) return number(p, m->claims[0] + 1);
    if (slice_is(field, "other")) return number(p, m->claims[p->other + 1] + 1);
    if (slice_is(field, "words")) return slice_sub(e->text, m->from, m->to);
    return SLICE_NONE;
}

static void make_evidence(struct page *p) {
    const struct gathering *g = p->parts->gathered;
    size_t                  total = 0;
    p->docs = ARENA_ARRAY(p->arena, struct evidence, g->text_count + 1);
    p->mark_of = ARENA_ARRAY(p->arena, size_t, g->count + 1);
    p->doc_of = ARENA_ARRAY(p->arena, size_t, g->count + 1);
    slice *documents = ARENA_ARRAY(p->arena, slice, g->text_count + 1);
    for (size_t i = 0; i < g->text_count; i++) {
        documents[i] = g->texts[i].about.document;
        evidence_make(&p->docs[i], g, &g->texts[i], p->mark_of, &total, p->arena);
        for (size_t k = 0; k < g->texts[i].count; k++) p->doc_of[g->texts[i].first + k] = i;
    }
    p->names = document_names_make(documents, g->text_count, p->arena);
}

/* ---- series -------------------------------------------------------------------------------------------------------------- */

/* The years that any row has, each once. */
static void list_years(struct page *p) {
    size_t room = 0;
    for (size_t i = 0; i < p->row_count; i++)
        for (size_t k = 0; k < p->rows[i].count; k++) {
            bool seen = false;
            for (size_t y = 0; y < p->year_count && !seen; y++) seen = p->years[y] == p->rows[i].points[k].year;
            if (!seen) ARENA_PUSH(p->arena, p->years, p->year_count, room, p->rows[i].points[k].year);
        }
    if (p->year_count) qsort(p->years, p->year_count, sizeof *p->years, order_int);
}

/* Figures of two years or more, the longest first as the comparison has them. */
static void list_series(struct page *p) {
    const struct comparison *c = p->parts->comparison;
    p->rows = ARENA_ARRAY(p->arena, struct series_row, c->count + 1);
    for (size_t i = 0; i < c->count && p->row_count < MOST_SERIES; i++) {
        struct series_row row = {.series = &c->series[i]};
        row.count = series_years(row.series, &row.points, p->arena);
        if (row.count < 2) continue;
        change_between(&row.change, row.series, NULL, NULL, p->arena);
        p->rows[p->row_count++] = row;
    }
    list_years(p);
}

static const struct year_point *cell_point(const struct page *p) {
    const struct series_row *r = &p->rows[p->row];
    for (size_t i = 0; i < r->count; i++)
        if (r->points[i].year == p->years[p->year]) return &r->points[i];
    return NULL;
}

static slice cell_slot(struct page *p, slice field) {
    const struct year_point *point = cell_point(p);
    if (!point) return SLICE_NONE;
    if (slice_is(field, "n")) return number(p, (size_t)(point->claim - p->parts->gathered->claims) + 1);
    const struct series *s = p->rows[p->row].series;
    return point_text(point->claim, s->kind, point->value, s->unit, false, MOST_SHIFT, p->arena);
}

/* +1.9万, 约+20, ≤+55.7 */
static slice change_text(struct page *p, decimal d, enum qualifier bound, slice unit) {
    if (!d.present) return SLICE_NONE;
    slice sign =
        bound == QUALIFIER_ABOUT ? word_of_name(p, "qualifier", qualifier_names[QUALIFIER_ABOUT]) : slice_of(bound_sign(bound));
    return arena_format(p->arena, "%.*s%s%.*s", SLICE_ARG(sign), d.negative || decimal_zero(d) ? "" : "+",
                        SLICE_ARG(number_text(d, unit, p->arena)));
}

/* The last year that any row of this status has. */
static int last_year(const struct page *p, enum status status) {
    int last = 0;
    for (size_t i = 0; i < p->row_count; i++)
        if (p->rows[i].series->status == status && p->rows[i].change.to > last) last = p->rows[i].change.to;
    return last;
}

/* +1.3亿 (2021–2023): a change that is not the last year's alone says between which years it is. */
static slice dated_change(struct page *p, const struct series_row *r, slice change) {
    const struct change *c = &r->change;
    if (!change.len || (c->to - c->from == 1 && c->to == last_year(p, r->series->status))) return change;
    return arena_format(p->arena, "%.*s (%d–%d)", SLICE_ARG(change), c->from, c->to);
}

static slice series_slot(struct page *p, slice field) {
    if (slice_is(field, "year")) return year_text(p, p->years[p->year]);
    const struct series_row *r = &p->rows[p->row];
    const struct series     *s = r->series;
    if (slice_is(field, "metric")) return s->metric;
    if (slice_is(field, "unit")) return s->unit;
    if (slice_is(field, "kind")) return joined(p, word_of_name(p, "kind", kind_names[s->kind]), word_of(p, "span", s->span));
    if (slice_is(field, "status")) return word_of_name(p, "status", status_names[s->status]);
    if (slice_is(field, "body")) return s->body;
    if (slice_is(field, "percent")) return change_text(p, r->change.percent, r->change.bound, SLICE_LIT("%"));
    if (!slice_is(field, "change")) return SLICE_NONE;
    slice change = change_text(p, r->change.amount, r->change.bound, s->unit);
    if (r->change.points && change.len) change = joined(p, change, word(p, SLICE_LIT("points")));
    return dated_change(p, r, change);
}

/* ---- contradictions ------------------------------------------------------------------------------------------------------ */

static bool is_english(const struct page *p) { return p->parts->header && !strcmp(p->parts->header, "en"); }

static slice finding_slot(struct page *p, slice field) {
    const struct contradiction *f = &p->parts->audit->items[p->finding];
    const struct claim         *first = p->parts->gathered->claims;
    if (slice_is(field, "severity")) return word_of_name(p, "severity", severity_names[f->severity]);
    if (slice_is(field, "check")) return word_of_name(p, "check", check_names[f->check]);
    if (slice_is(field, "note")) return slice_of(is_english(p) ? f->note : chinese(f->note));
    if (slice_is(field, "metric")) return f->claim->metric;
    if (slice_is(field, "body")) return p->body_count > 1 ? f->claim->body : SLICE_NONE;
    if (slice_is(field, "year")) return year_text(p, f->year);
    if (slice_is(field, "here")) return number(p, (size_t)(f->claim - first) + 1);
    if (slice_is(field, "there")) return number(p, (size_t)(f->other - first) + 1);
    if (slice_is(field, "value")) return f->claim->raw;
    if (slice_is(field, "against")) return f->other->raw;
    if (slice_is(field, "sentence")) return f->claim->sentence;
    if (slice_is(field, "other_sentence")) return f->other->sentence;
    if (slice_is(field, "document")) return document_name(p->names, f->claim->document);
    if (slice_is(field, "other_document")) return document_name(p->names, f->other->document);
    if (!slice_is(field, "difference")) return SLICE_NONE;
    slice unit = slice_is(f->unit, "%") ? word(p, SLICE_LIT("points")) : f->unit;
    return joined(p, number_text(f->difference, f->unit, p->arena), unit);
}

/* ---- the page ------------------------------------------------------------------------------------------------------------ */

static slice chart_slot(struct page *p, slice field) {
    const struct chart *c = &p->parts->charts->charts[p->chart];
    if (slice_is(field, "width")) return number(p, (size_t)c->width);
    if (slice_is(field, "height")) return number(p, (size_t)c->height);
    if (slice_is(field, "alt")) return arena_format(p->arena, "%.*s。%.*s", SLICE_ARG(c->title), SLICE_ARG(c->desc));
    return slice_is(field, "src") ? picture_uri(p->parts->chart_folder, c->name, p->arena) : SLICE_NONE;
}

/* 青禾县、云台市; 青禾县等4个单位 when there are more than three. 青禾县政府 and 青禾县人民政府 are one, as the comparison has
 * it. */
static slice list_bodies(struct page *p) {
    const struct gathering *g = p->parts->gathered;
    struct name_list        bodies = {0};
    slice                   out = SLICE_NONE;
    for (size_t i = 0; i < g->count; i++) {
        bool  again = i && slice_equal(g->claims[i].body, g->claims[i - 1].body);
        slice body = again ? SLICE_NONE : comparison_body(p->parts->comparison, &g->claims[i]);
        if (body.len) name_add(&bodies, body, p->arena);
    }
    size_t n = p->body_count = bodies.count;
    for (size_t i = 0; i < n && n <= MOST_NAMED; i++)
        out = arena_format(p->arena, "%.*s%s%.*s", SLICE_ARG(out), i ? "、" : "", SLICE_ARG(bodies.names[i]));
    if (n > MOST_NAMED) out = WORDS_FILL(p->words, "bodies", p->arena, {"who", bodies.names[0]}, {"count", number(p, n)});
    return out.len ? arena_format(p->arena, "%.*s ", SLICE_ARG(out)) : out;
}

static slice page_slot(struct page *p, slice name) {
    const struct report_parts *parts = p->parts;
    if (slice_is(name, "lang")) return is_english(p) ? SLICE_LIT("en") : SLICE_LIT("zh-CN");
    if (slice_is(name, "version")) return slice_of(parts->version);
    if (slice_is(name, "title")) return slice_of(parts->title);
    if (slice_is(name, "bodies")) return p->bodies;
    if (slice_is(name, "failure")) return slice_of(parts->failure);
    if (slice_is(name, "document_count")) return counted(p, parts->gathered->text_count, "summary", "summary.one");
    if (slice_is(name, "claim_count")) return counted(p, parts->gathered->count, "counted", "counted.one");
    if (slice_is(name, "left_out")) return number(p, parts->charts->left_out);
    return SLICE_NONE;
}

static slice value(void *context, slice name) {
    static const struct {
        slice prefix;
        slice (*slot)(struct page *p, slice field);
    } rooms[] = {{SLICE_LIT("claim."), claim_slot},    {SLICE_LIT("doc."), doc_slot},   {SLICE_LIT("piece."), piece_slot},
                 {SLICE_LIT("series."), series_slot},  {SLICE_LIT("cell."), cell_slot}, {SLICE_LIT("chart."), chart_slot},
                 {SLICE_LIT("finding."), finding_slot}};
    struct page *p = context;
    if (slice_starts(name, SLICE_LIT(":"))) return word(p, slice_from(name, 1));
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
        if (slice_starts(name, rooms[i].prefix)) return rooms[i].slot(p, slice_from(name, rooms[i].prefix.len));
    return page_slot(p, name);
}

/* Sections that repeat: which counter they move, and how far. */
static bool next(size_t *counter, size_t n, size_t end) {
    *counter = n;
    return n < end;
}

static bool is_so(const struct page *p, slice name, bool *so) {
    const struct report_parts *parts = p->parts;
    const struct {
        slice name;
        bool  so;
    } conditions[] = {{SLICE_LIT("titled"), parts->title != NULL},
                      {SLICE_LIT("untitled"), parts->title == NULL},
                      {SLICE_LIT("failed"), parts->failure != NULL},
                      {SLICE_LIT("any"), parts->gathered->count > 0},
                      {SLICE_LIT("none"), parts->gathered->count == 0},
                      {SLICE_LIT("unfolded"), parts->gathered->text_count <= FEW_DOCUMENTS || p->doc == 0},
                      {SLICE_LIT("many_bodies"), p->body_count > 1},
                      {SLICE_LIT("if_findings"), parts->audit->count > 0},
                      {SLICE_LIT("if_charts"), parts->charts->count > 0},
                      {SLICE_LIT("more_charts"), parts->charts->left_out > 0},
                      {SLICE_LIT("if_series"), p->row_count > 0},
                      {SLICE_LIT("years_broad"), p->year_count > FEW_YEARS && p->year_count <= MANY_YEARS},
                      {SLICE_LIT("years_broader"), p->year_count > MANY_YEARS}};
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
        if (slice_equal(conditions[i].name, name)) return *so = conditions[i].so, true;
    return false;
}

static bool begin(void *context, slice name, size_t n) {
    struct page *p = context;
    bool         so = false;
    if (is_so(p, name, &so)) return so && n == 0;
    if (slice_is(name, "doc")) {
        p->first_mark = n == 0 ? 1 : p->first_mark + p->docs[n - 1].count;
        return next(&p->doc, n, p->parts->gathered->text_count);
    }
    if (slice_is(name, "piece")) return next(&p->piece, n, p->docs[p->doc].count + 1);
    if (slice_is(name, "piece.marked")) return n == 0 && p->piece < p->docs[p->doc].count;
    if (slice_is(name, "piece.others")) return next(&p->other, n, p->docs[p->doc].marks[p->piece].claim_count - 1);
    if (slice_is(name, "piece.aim"))
        return n == 0 && claim_at(p, p->docs[p->doc].marks[p->piece].claims[0])->status == STATUS_TARGET;
    if (slice_is(name, "claim")) return next(&p->claim, n, p->parts->gathered->count);
    if (slice_is(name, "claim.marked")) return n == 0 && p->mark_of[p->claim] > 0;
    if (slice_is(name, "claim.unmarked")) return n == 0 && p->mark_of[p->claim] == 0;
    if (slice_is(name, "series")) return next(&p->row, n, p->row_count);
    if (slice_is(name, "series_year") || slice_is(name, "cell")) return next(&p->year, n, p->year_count);
    if (slice_is(name, "cell.linked")) return n == 0 && cell_point(p) != NULL;
    if (slice_is(name, "chart")) return next(&p->chart, n, p->parts->charts->count);
    if (slice_is(name, "finding")) return next(&p->finding, n, p->parts->audit->count);
    return false;
}

bool report_write(const char *path, const struct report_parts *parts, struct arena *arena, struct err *err) {
    struct page   page = {.parts = parts, .arena = arena};
    struct filler filler = {&page, begin, value};
    const struct template *template;
    struct output *out;
    if (!words_load(&page.words, plots_path("templates/words.tsv", arena), parts->header, arena, err) ||
        !template_load(&template, plots_path("templates/report.html", arena), arena, err))
        return false;
    page.codes = codes_load(arena);
    make_evidence(&page);
    list_series(&page);
    page.bodies = list_bodies(&page);
    if (!output_open(&out, path, err)) return false;
    if (template_fill(template, &filler, out, err)) return output_commit(out, err);
    output_abort(out);
    return false;
}
