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
        decimal value = claim_signed(p->claim, p->value);
        if (value.present) points[n++] = (struct year_point){p->year, value, p->claim};
    }
    *out = points;
    return n;
}

static const struct series *same_figure(const struct comparison *c, const struct series *of, enum status status) {
    for (size_t i = 0; i < c->count; i++) {
        const struct series *s = &c->series[i];
        if (s->status == status && s->kind == of->kind && slice_equal(s->key, of->key) && slice_equal(s->unit, of->unit) &&
            slice_equal(s->body, of->body))
            return s;
    }
    return NULL;
}

const struct series *series_target(const struct comparison *c, const struct series *result) {
    return same_figure(c, result, STATUS_TARGET);
}
const struct series *series_result(const struct comparison *c, const struct series *target) {
    return same_figure(c, target, STATUS_ACTUAL);
}

/* ---- words --------------------------------------------------------------------------------------------------------------- */

slice metric_label(slice metric, enum kind kind, struct arena *arena) {
    slice       plain = text_plain(metric, arena);
    const char *tail = kind == KIND_GROWTH ? "增速" : kind == KIND_CHANGE ? "增减" : kind == KIND_RANK ? "位次" : "";
    if (*tail == '\0' || slice_ends(plain, slice_of(tail))) return plain;
    return arena_format(arena, "%.*s%s", SLICE_ARG(plain), tail);
}

slice unit_label(slice unit, int shift, struct arena *arena) {
    slice scale = axis_scale_word(shift), plain = text_plain(unit, arena);
    if (slice_equal(unit, SLICE_LIT("ratio"))) plain = SLICE_NONE;
    if (scale.len + plain.len == 0) return SLICE_NONE;
    return arena_format(arena, "（%.*s%.*s）", SLICE_ARG(scale), SLICE_ARG(plain));
}

void source_add(slice **list, size_t *n, size_t *capacity, slice document, struct arena *arena) {
    for (size_t i = 0; i < *n; i++)
        if (slice_equal((*list)[i], document)) return;
    ARENA_PUSH(arena, *list, *n, *capacity, document);
}

static slice base_name(slice path) {
    for (size_t i = path.len; i > 0; i--)
        if (path.ptr[i - 1] == '/' && i < path.len) return slice_from(path, i);
    return path;
}

slice document_label(slice document, struct arena *arena) {
    slice name = base_name(document);
    for (size_t i = name.len; i > 1; i--)
        if (name.ptr[i - 1] == '.') return text_plain(slice_sub(name, 0, i - 1), arena);
    return text_plain(name, arena);
}

slice source_label(const slice *documents, size_t n, struct arena *arena) {
    slice out = SLICE_LIT("来源：");
    for (size_t i = 0; i < n && i < 3; i++)
        out = arena_format(arena, "%.*s%s%.*s", SLICE_ARG(out), i ? "、" : "",
                           SLICE_ARG(text_plain(base_name(documents[i]), arena)));
    return n > 3 ? arena_format(arena, "%.*s等%zu份文件", SLICE_ARG(out), n) : out;
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

struct drawing *desk_new(struct desk *desk, const char *word, slice body, slice what, slice unit) {
    struct arena   *arena = desk->arena;
    struct drawing *d = arena_new(arena, sizeof *d);
    slice           parts[3] = {text_plain(body, arena), text_plain(what, arena), text_plain(unit, arena)};
    size_t          room[3] = {45, 75, 24};
    slice           name = slice_of(word);
    for (size_t i = 0; i < 3; i++)
        if (parts[i].len)
            name = arena_format(arena, "%.*s-%.*s", SLICE_ARG(name), SLICE_ARG(text_file_name(parts[i], room[i], arena)));
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

size_t reports_find(const struct desk *desk, struct report **out) {
    struct report *reports = NULL;
    size_t         n = 0, capacity = 0;
    for (size_t i = 0, next; i < desk->claim_count; i = next) {
        const struct claim *c = &desk->claims[i];
        for (next = i + 1; next < desk->claim_count && slice_equal(desk->claims[next].document, c->document); next++) {
        }
        struct report r = {.claims = c, .count = next - i, .document = c->document, .body = c->body, .newest = true};
        r.year = main_year(c, r.count);
        for (size_t j = 0; j < n; j++) {
            if (!slice_equal(reports[j].body, r.body)) continue;
            if (reports[j].year > r.year)
                r.newest = false;
            else
                reports[j].newest = false;
        }
        ARENA_PUSH(desk->arena, reports, n, capacity, r);
    }
    *out = reports;
    return n;
}

bool is_current(const struct report *report, const struct claim *claim) {
    return claim->status == STATUS_ACTUAL && claim->role != ROLE_FROM && is_drawable(claim) &&
           (claim->year == report->year || claim->year == 0);
}
