/* From series and claims to what a chart is made of: the winners of each year, the report's own year, a title and a source.
 * 志愿者注册 2016 3.2万人 2017 约4万人 → two points, the second one approximate. Lays nothing out. */
#include "plots/kinds.h"
#include "plots/text.h"

#include "extract/base/banned.h"

bool is_drawable(const struct claim *claim) {
    if (claim->kind == KIND_DATE || claim->kind == KIND_RATIO) return false;
    return claim->value.present || claim->low.present || claim->high.present;
}

bool is_approximate(const struct claim *claim) { return claim->qualifier != QUALIFIER_EXACT; }

/* ---- series -------------------------------------------------------------------------------------------------------------- */

/* Under --across a series holds the same figure of several bodies: no line joins those. */
static bool is_of_one_body(const struct series *s) {
    if (s->body.len) return true;
    for (size_t i = 1; i < s->point_count; i++)
        if (!slice_equal(s->points[i].claim->body, s->points[0].claim->body)) return false;
    return true;
}

size_t series_years(const struct series *s, struct year_point **out, struct arena *arena) {
    if (!is_of_one_body(s)) return 0;
    struct year_point *points = ARENA_ARRAY(arena, struct year_point, s->point_count + 1);
    size_t             n = 0;
    for (size_t i = 0; i < s->point_count; i++) {
        const struct point *p = &s->points[i];
        if (p->shadowed || p->year == 0 || !is_drawable(p->claim) || (n && points[n - 1].year == p->year)) continue;
        const struct claim *claim = claim_told(p->claim, s->kind, arena);
        decimal             value = claim_signed(claim, p->value);
        if (value.present) points[n++] = (struct year_point){p->year, value, claim};
    }
    *out = points;
    return n;
}

/* ---- words --------------------------------------------------------------------------------------------------------------- */

static const struct document_names *name_documents(const struct desk *desk) {
    slice *documents = ARENA_ARRAY(desk->arena, slice, desk->comparison->claim_count + 1);
    size_t n = 0;
    for (size_t i = 0; i < desk->comparison->claim_count; i++)
        if (n == 0 || !slice_equal(documents[n - 1], desk->comparison->claims[i].document))
            documents[n++] = desk->comparison->claims[i].document;
    return document_names_make(documents, n, desk->arena);
}

bool desk_load(struct desk *desk, struct err *err) {
    desk->names = name_documents(desk);
    desk->codes = codes_load(desk->arena);
    return words_load(&desk->words, plots_path("templates/words.tsv", desk->arena), NULL, desk->arena, err) &&
           telling_load(&desk->telling, plots_path("styles/figures.tsv", desk->arena), desk->arena, err);
}

slice desk_word(const struct desk *desk, const char *key) { return words_get(desk->words, slice_of(key)); }

slice series_label(const struct desk *desk, const struct series *s) {
    static const char *const tails[] = {
        [KIND_GROWTH] = "metric.growth", [KIND_CHANGE] = "metric.change", [KIND_RANK] = "metric.rank", [KIND_DATE] = NULL};
    slice plain = text_plain(s->metric, desk->arena), tail = tails[s->kind] ? desk_word(desk, tails[s->kind]) : SLICE_NONE;
    slice covers = text_plain(code_word(desk->codes, SLICE_LIT("span"), s->span, "zh", desk->arena), desk->arena);
    if (tail.len && slice_ends(plain, tail)) plain.len -= tail.len;
    return arena_format(desk->arena, "%.*s%.*s%.*s", SLICE_ARG(plain), SLICE_ARG(covers), SLICE_ARG(tail));
}

slice unit_label(const struct desk *desk, slice what, slice unit, int shift) {
    slice scale = axis_scale_word(shift), plain = text_plain(unit, desk->arena);
    bool  said = utf8_count(plain) > 1 && slice_ends(what, plain); /* not 贫困户（户） */
    if (said || slice_is(unit, "ratio")) plain = SLICE_NONE;
    if (scale.len + plain.len == 0) return SLICE_NONE;
    return WORDS_FILL(desk->words, "chart.unit", desk->arena,
                      {"unit", arena_format(desk->arena, "%.*s%.*s", SLICE_ARG(scale), SLICE_ARG(plain))});
}

slice year_label(const struct desk *desk, int year) {
    if (!year) return SLICE_NONE;
    return WORDS_FILL(desk->words, "chart.year", desk->arena, {"year", arena_format(desk->arena, "%d", year)});
}

slice who_label(const struct desk *desk, slice who) {
    return who.len ? WORDS_FILL(desk->words, "chart.who", desk->arena, {"who", who}) : who;
}

slice joined_list(const struct desk *desk, const char *mark, slice list, slice item) {
    return arena_format(desk->arena, "%.*s%s%.*s", SLICE_ARG(list), list.len ? desk_word(desk, mark).ptr : "", SLICE_ARG(item));
}

int series_points(const struct desk *desk, const struct series *s) {
    int years = 0, last = 0, joined = 0;
    for (size_t i = 0; i < s->point_count; i++) {
        if (s->points[i].shadowed || s->points[i].year == last) continue;
        joined += last && s->points[i].year == last + 1;
        last = s->points[i].year;
        years++;
    }
    int points = telling_points(desk->telling, s->metric) + (years < 8 ? years : 8) + (joined < 4 ? joined : 4);
    if (s->span.len) points -= 12;
    if (s->status == STATUS_TARGET) points -= 6;
    if (s->kind == KIND_CHANGE || s->kind == KIND_MULTIPLE) points -= 15;
    if (s->kind == KIND_GROWTH) points -= 4;
    if (!s->unit.len) points -= 30;
    return points;
}

void name_add(struct name_list *list, slice name, struct arena *arena) {
    for (size_t i = 0; i < list->count; i++)
        if (slice_equal(list->names[i], name)) return;
    ARENA_PUSH(arena, list->names, list->count, list->capacity, name);
}

slice source_label(const struct desk *desk, struct name_list *documents) {
    slice  names = SLICE_NONE;
    size_t n = documents->count;
    if (n) qsort(documents->names, n, sizeof *documents->names, slice_order);
    for (size_t i = 0; i < n && i < 3; i++)
        names = joined_list(desk, "chart.and", names, document_name(desk->names, documents->names[i]));
    return WORDS_FILL(desk->words, n > 3 ? "chart.sources" : "chart.source", desk->arena, {"documents", names},
                      {"count", arena_format(desk->arena, "%zu", n)});
}

slice desk_title(const struct desk *desk, slice made) {
    return desk->title ? text_plain(slice_of(desk->title), desk->arena) : made;
}

/* ---- drawings ------------------------------------------------------------------------------------------------------------ */

/* Two names that differ in case only are one file on some systems. */
static bool same_file(slice a, slice b) {
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++) {
        char x = a.ptr[i], y = b.ptr[i];
        if ((x >= 'A' && x <= 'Z' ? x + 32 : x) != (y >= 'A' && y <= 'Z' ? y + 32 : y)) return false;
    }
    return true;
}

static bool is_taken(const struct desk *desk, slice name) {
    for (size_t i = 0; i < desk->count; i++)
        if (same_file(desk->drawings[i]->name, name)) return true;
    return false;
}

struct drawing *desk_new(struct desk *desk, const char *kind, slice body, slice what, slice unit) {
    struct arena   *arena = desk->arena;
    struct drawing *d = arena_new(arena, sizeof *d);
    slice           parts[3] = {text_plain(body, arena), text_plain(what, arena), text_plain(unit, arena)};
    size_t          room[3] = {45, 75, 24};
    slice           name = desk_word(desk, kind);
    for (size_t i = 0; i < 3; i++)
        if (parts[i].len)
            name = arena_format(arena, "%.*s-%.*s", SLICE_ARG(name), SLICE_ARG(text_file_name(parts[i], room[i], arena)));
    d->arena = arena;
    d->name = name;
    for (int i = 2; is_taken(desk, d->name); i++) d->name = arena_format(arena, "%.*s-%d", SLICE_ARG(name), i);
    d->width = desk->look->width;
    ARENA_PUSH(arena, desk->drawings, desk->count, desk->capacity, d);
    return d;
}

/* ---- reports ------------------------------------------------------------------------------------------------------------- */

/* The year that most of the results speak of; the later one of two. */
static int main_year(const struct claim *claims, size_t n) {
    int best = 0;
    for (size_t i = 0, most = 0; i < n; i++) {
        if (claims[i].status != STATUS_ACTUAL || claims[i].year == 0) continue;
        bool   seen = false;
        size_t count = 0;
        for (size_t j = 0; j < i && !seen; j++) seen = claims[j].year == claims[i].year && claims[j].status == STATUS_ACTUAL;
        if (seen) continue;
        for (size_t j = i; j < n; j++) count += claims[j].year == claims[i].year && claims[j].status == STATUS_ACTUAL;
        if (count > most || (count == most && claims[i].year > best)) {
            most = count;
            best = claims[i].year;
        }
    }
    return best;
}

/* The same report once more, in another format: drawn once. */
static bool is_repeat(const struct comparison *c, slice document) {
    for (size_t i = 0; i < c->repeat_count; i++)
        if (slice_equal(c->repeats[i].document, document)) return true;
    return false;
}

/* 五年来，改造危房9326户 stands beside no 860户 of the year: by claim, whether the series says that it is a sum of years. */
static const bool *summed_claims(const struct desk *desk) {
    const struct comparison *c = desk->comparison;
    bool                    *summed = ARENA_ARRAY(desk->arena, bool, c->claim_count + 1);
    for (size_t i = 0; i < c->count; i++)
        for (size_t k = 0; k < c->series[i].point_count; k++)
            summed[c->series[i].points[k].claim - c->claims] = slice_ends(c->series[i].span, SLICE_LIT("y"));
    return summed;
}

/* A report on five years, whose figures are sums all through. */
static bool is_of_years(const bool *summed, size_t n) {
    size_t sums = 0;
    for (size_t i = 0; i < n; i++) sums += summed[i];
    return sums * 2 > n;
}

/* Of several reports of one body and year the one that says most is its newest: a report, not the table that is added to it. */
size_t reports_find(const struct desk *desk, struct report **out) {
    struct report *reports = NULL;
    size_t         n = 0, capacity = 0;
    const bool    *summed = summed_claims(desk);
    for (size_t i = 0, next; i < desk->comparison->claim_count; i = next) {
        const struct claim *c = &desk->comparison->claims[i];
        for (next = i + 1;
             next < desk->comparison->claim_count && slice_equal(desk->comparison->claims[next].document, c->document);
             next++) {
        }
        if (is_repeat(desk->comparison, c->document)) continue;
        struct report r = {.claims = c, .count = next - i, .document = c->document, .newest = true};
        r.body = comparison_body(desk->comparison, c);
        r.name = r.body.len ? text_plain(r.body, desk->arena) : document_name(desk->names, c->document);
        r.who = r.body.len ? r.name : who_label(desk, r.name);
        r.year = main_year(c, r.count);
        r.summed = is_of_years(summed + i, r.count) ? NULL : summed + i;
        for (size_t j = 0; j < n; j++) {
            if (!slice_equal(reports[j].body, r.body)) continue;
            bool older = reports[j].year < r.year, more = r.count >= reports[j].count;
            if (older || (reports[j].year == r.year && more))
                reports[j].newest = false;
            else
                r.newest = false;
        }
        ARENA_PUSH(desk->arena, reports, n, capacity, r);
    }
    *out = reports;
    return n;
}

/* Growth over five years, or since 2020, stands beside no growth of one year. */
static bool is_of_one_year(const struct claim *claim) {
    int since = slice_int(claim->basis);
    if (!kind_moves(claim->kind)) return true;
    return (since < 0 || since + 1 >= claim->year) && !slice_has(claim->period, SLICE_LIT("/"));
}

bool is_current(const struct report *report, const struct claim *claim) {
    return claim->status == STATUS_ACTUAL && is_of_one_year(claim) &&
           !(report->summed && report->summed[claim - report->claims]) && claim->role != ROLE_FROM && is_drawable(claim) &&
           (claim->year == report->year || claim->year == 0);
}
