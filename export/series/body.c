/* Names of bodies become keys: the county's committee of 2012 and of 2020 are one, whatever the reports call it. What a name's
 * words are: the 主 rows of metrics.tsv. Reports that do not say whose they are, 工作总结2022.pdf and
 * 关于2023年工作的报告.docx, are one body's where their folder holds no others and one for a year; else only those whose paths
 * differ in the year alone are: 报告/河台2022.pdf and 报告/河台2023.docx beside 报告/青禾2022.pdf. */
#include "export/series/body.h"

#include "export/series/metric_rules.h"
#include "export/series/wording.h"

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { MOST_BODIES = 200 }; /* among more, 乙市甲县 is not looked for under 甲县 */

/* 乙市甲县 is 甲县 when that is a body too. Bodies are few: every shorter name is tried. */
static slice shortest_body(const struct body_name *names, size_t n, slice key) {
    slice best = key;
    for (size_t i = 0; i < n; i++)
        if (names[i].key.len >= 6 && names[i].key.len < best.len && slice_ends(key, names[i].key)) best = names[i].key;
    return best;
}

static int by_name(const void *a, const void *b) {
    return slice_compare(((const struct body_name *)a)->name, ((const struct body_name *)b)->name);
}

/* The table of bodies, a line for each name met, sorted by name. */
static void read_names(struct bodies *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                       struct arena *arena) {
    struct body_name *names = NULL;
    size_t            count = 0, capacity = 0, kept = 0;
    for (size_t i = 0; i < n; i++)
        if (claims[i].body.len && (!i || !slice_equal(claims[i].body, claims[i - 1].body)))
            ARENA_PUSH(arena, names, count, capacity, ((struct body_name){claims[i].body, SLICE_NONE}));
    if (count) qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++)
        if (!kept || !slice_equal(names[kept - 1].name, names[i].name)) names[kept++] = names[i];
    for (size_t i = 0; i < kept; i++) names[i].key = body_key(rules, names[i].name, arena);
    out->names = names;
    out->count = kept;
}

/* ---- offices in short ------------------------------------------------------------------------------------------------------
 */

/* Bytes at which both begin. */
static size_t common_start(slice a, slice b) {
    size_t n = 0, size;
    for (; n < a.len && n < b.len; n += size) {
        uint32_t c = utf8_decode(slice_from(a, n), &size);
        if (utf8_decode(slice_from(b, n), &size) != c) break;
    }
    return n;
}

/* What stands behind the place of `place` bytes in `less` is short for what does in `more`, and begins as that does. */
static bool short_behind(slice less, slice more, size_t place, size_t common) {
    slice rest = slice_from(less, place);
    return place < common && utf8_count(rest) >= 3 && wording_in_order(rest, slice_from(more, place));
}

bool body_shortened(const struct metric_rules *rules, slice less, slice more) {
    const struct word *office = word_before(&rules->of[OFFICE], less, KIND_LEVEL);
    size_t             common = common_start(less, more), size, two = 0;
    bool               placed = false;
    if (!office || !slice_ends(more, office->text) || less.len >= more.len) return false;
    for (size_t at = 0; at < common; at += size) { /* 青禾县|市监局 */
        const struct word *word = word_at(&rules->of[PLACE_NAME], slice_sub(less, at, common), KIND_LEVEL, true);
        size = word ? word->text.len : utf8_size((unsigned char)less.ptr[at]);
        placed |= word != NULL;
        if (utf8_count(slice_sub(less, 0, at)) == 2) two = at;
        if (word && short_behind(less, more, at + size, common)) return true;
    }
    return !placed && two && short_behind(less, more, two, common); /* 青禾|公交集团 */
}

/* ---- paths -----------------------------------------------------------------------------------------------------------------
 */

/* Digits that begin with a year, 2023 or 20230115; 0: none. */
static size_t year_digits(slice rest) {
    size_t n = 0;
    while (n < rest.len && ascii_digit(rest.ptr[n])) n++;
    bool year = n >= 4 && (slice_starts(rest, SLICE_LIT("19")) || slice_starts(rest, SLICE_LIT("20")));
    return year ? n : 0;
}

/* 报告/河台2023年总结.docx → 报告/河台总结: without the last name's suffix, and of each name without its year, its digits and
 * ASCII marks behind that, and such marks before it. 河台1号2023 keeps its 1. */
static slice path_without_years(slice document, const struct metric_rules *rules, struct arena *arena) {
    size_t end = document.len, n = 0, size;
    while (end > 0 && document.ptr[end - 1] != '/' && document.ptr[end - 1] != '.') end--;
    bool  suffix = end > 1 && document.ptr[end - 1] == '.' && document.ptr[end - 2] != '/' && document.ptr[end - 2] != '.';
    slice path = suffix ? slice_sub(document, 0, end - 1) : document;
    char *out = arena_text(arena, path.len + 1);
    bool  dated = false; /* a year stands before it in this name */
    for (size_t at = 0; at < path.len; at += size) {
        slice  rest = slice_from(path, at);
        char   c = rest.ptr[0];
        bool   mark = c == '-' || c == '_' || c == '.' || c == ' ';
        size_t year = at && ascii_digit(path.ptr[at - 1]) ? 0 : year_digits(rest);
        size = year ? year : utf8_size((unsigned char)c);
        if (c == '/') dated = false;
        if (year) {
            const struct word *word = word_at(&rules->of[YEAR], slice_from(rest, year), KIND_LEVEL, true);
            if (word) size += word->text.len;
            while (!dated && n && (out[n - 1] == '-' || out[n - 1] == '_' || out[n - 1] == ' ')) n--;
            dated = true;
        } else if (!dated || (!mark && !ascii_digit(c))) {
            memcpy(out + n, rest.ptr, size);
            n += size;
        }
    }
    return (slice){out, n};
}

/* ---- documents -------------------------------------------------------------------------------------------------------------
 */

static int by_document(const void *a, const void *b) {
    const struct body_file *x = a, *y = b;
    int                     order = slice_compare(x->document, y->document);
    if (!order) order = (int)x->whose.nameless - (int)y->whose.nameless;
    return order ? order : slice_compare(x->whose.body, y->whose.body);
}

static int by_path(const void *a, const void *b) {
    const struct body_file *x = a, *y = b;
    int                     order = slice_compare(x->path, y->path);
    if (!order) order = (int)x->whose.nameless - (int)y->whose.nameless;
    return order ? order : by_document(a, b);
}

static struct whose whose_name(const struct bodies *b, slice name) {
    struct body_name        wanted = {name, SLICE_NONE};
    const struct body_name *found = name.len ? bsearch(&wanted, b->names, b->count, sizeof *b->names, by_name) : NULL;
    slice                   body = found ? shortest_body(b->names, b->count < MOST_BODIES ? b->count : 0, found->key) : name;
    bool nameless = utf8_count(body) <= 1 && (!name.len || utf8_count(name) > 1); /* 市 of 市人民政府; 甲 of --body 甲 is one */
    return (struct whose){name, body, SLICE_NONE, nameless};
}

/* The year that most of the claims of the document that begins at `claims` are of. */
static int most_common_year(const struct claim *claims, const struct claim *end, struct arena *arena) {
    size_t n = 0, most = 0;
    int    year = 0;
    while (claims + n < end && slice_equal(claims[n].document, claims->document)) n++;
    int *years = ARENA_ARRAY(arena, int, n);
    for (size_t i = 0; i < n; i++) years[i] = claims[i].year;
    qsort(years, n, sizeof *years, order_int);
    for (size_t first = 0, i = 0; i < n; i++) {
        if (years[i] != years[first]) first = i;
        if (i - first + 1 <= most) continue;
        most = i - first + 1;
        year = years[i];
    }
    return year;
}

/* A document is of the first body that its claims name. */
static void read_files(struct bodies *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                       struct arena *arena) {
    size_t capacity = 0, kept = 0;
    int    year = 0;
    for (size_t i = 0; i < n; i++) {
        bool same = i > 0 && slice_equal(claims[i].document, claims[i - 1].document);
        if (same && slice_equal(claims[i].body, claims[i - 1].body)) continue;
        if (!same) year = most_common_year(claims + i, claims + n, arena);
        struct body_file file = {claims[i].document, path_without_years(claims[i].document, rules, arena), year, false,
                                 whose_name(out, claims[i].body)};
        ARENA_PUSH(arena, out->files, out->file_count, capacity, file);
    }
    if (out->file_count) qsort(out->files, out->file_count, sizeof *out->files, by_document);
    for (size_t i = 0; i < out->file_count; i++)
        if (!kept || !slice_equal(out->files[kept - 1].document, out->files[i].document)) out->files[kept++] = out->files[i];
    out->file_count = kept;
}

static bool years_shared(const struct bodies *b, slice x, slice y) {
    for (size_t i = 0; i < b->file_count; i++)
        for (size_t j = 0; slice_equal(b->files[i].whose.body, x) && j < b->file_count; j++)
            if (b->files[j].year == b->files[i].year && slice_equal(b->files[j].whose.body, y)) return true;
    return false;
}

/* The longest name of which `key` is the short one, and all else that it might be short for; none where they disagree. */
static slice long_name(const struct bodies *b, slice key, const struct metric_rules *rules) {
    slice best = SLICE_NONE;
    for (size_t i = 0; i < b->count; i++)
        if (b->names[i].key.len > best.len && body_shortened(rules, key, b->names[i].key)) best = b->names[i].key;
    for (size_t i = 0; i < b->count; i++) {
        slice other = b->names[i].key;
        if (body_shortened(rules, key, other) && !slice_equal(other, best) && !body_shortened(rules, other, best))
            return SLICE_NONE;
    }
    return best;
}

/* All that bear `key` are `name`'s. */
static void give_name(struct bodies *b, slice key, slice name) {
    for (size_t k = 0; k < b->count; k++)
        if (slice_equal(b->names[k].key, key)) b->names[k].key = name;
    for (size_t k = 0; k < b->file_count; k++) b->files[k].whose = whose_name(b, b->files[k].whose.name);
}

/* 青禾市环保局 of 2018 is 青禾市生态环境局 of 2019: no year has a report of both, nor of a third that became the same. */
static void join_renamed(struct bodies *b, const struct metric_rules *rules, struct arena *arena) {
    for (size_t i = 0; i < b->count && b->count < MOST_BODIES; i++)
        for (size_t j = 0; j < b->count; j++) {
            slice key = b->names[i].key, other = b->names[j].key, now = body_renamed(rules, key, arena);
            if (slice_equal(key, other) || !slice_equal(now, body_renamed(rules, other, arena))) continue;
            if (slice_equal(key, now) || years_shared(b, key, other)) continue; /* the other way round */
            give_name(b, key, other);
        }
}

/* 青禾市市场监管局 of 2020 is 青禾市市场监督管理局 of 2021, and 教育局 became 教育体育局: no year has a report of both. */
static void join_short_names(struct bodies *b, const struct metric_rules *rules) {
    for (size_t i = 0; i < b->count && b->count < MOST_BODIES; i++) {
        slice key = b->names[i].key, name = long_name(b, key, rules);
        if (!name.len || years_shared(b, key, name)) continue;
        give_name(b, key, name);
    }
}

static slice folder_of(slice path) {
    size_t end = path.len;
    while (end > 0 && path.ptr[end - 1] != '/') end--;
    return end > 1 ? slice_sub(path, 0, end - 1) : SLICE_LIT(".");
}

static int by_folder(const void *a, const void *b) {
    const struct body_file *x = a, *y = b;
    int                     order = slice_compare(folder_of(x->path), folder_of(y->path));
    if (!order) order = x->year - y->year;
    return order ? order : by_path(a, b);
}

/* 临岫县|农业农村局: what goes on behind a place names an office of it, and no place within it as 乙市|甲县水利局 does. */
static bool is_office_of(const struct metric_rules *rules, slice place, slice body) {
    if (!slice_starts(body, place) || body.len <= place.len) return false;
    slice office = slice_from(body, place.len);
    for (size_t at = utf8_next(office, 0); at < office.len; at = utf8_next(office, at))
        if (word_at(&rules->of[PLACE_NAME], slice_from(office, at), KIND_LEVEL, false)) return false;
    return true;
}

/* Of the files of one folder, sorted by year: does each tell of a year of its own, and none of another body than the rest? One
 * that says most of whose they are; NULL when they are several bodies'. All say nothing, not even 市人民政府; or two at least
 * and half of all say it, and the others the place alone, 临岫县 of 临岫县农业农村局, or nothing. */
static const struct body_file *one_body(const struct body_file *files, size_t n, const struct metric_rules *rules) {
    const struct body_file *most = files;
    for (size_t i = 1; i < n; i++)
        if (files[i].whose.body.len > most->whose.body.len) most = &files[i];
    size_t say_it = 0;
    for (size_t i = 0; i < n; i++) {
        slice body = files[i].whose.body;
        bool  second = i > 0 && files[i].year == files[i - 1].year && !slice_equal(files[i].path, files[i - 1].path);
        bool  other = body.len && !slice_equal(body, most->whose.body) && !is_office_of(rules, body, most->whose.body);
        if (second || other || (files[i].whose.nameless && body.len)) return NULL;
        say_it += slice_equal(body, most->whose.body);
    }
    return say_it * 2 >= n && (say_it > 1 || n == 1) ? most : NULL;
}

/* 甲.txt of one year and 乙.txt of the next: nothing says that they are one body's but that they lie together. */
static bool is_guessed(const struct body_file *files, size_t n) {
    for (size_t i = 1; files->whose.nameless && i < n; i++)
        if (!slice_equal(files[i].path, files->path)) return true;
    return false;
}

static void join_folders(struct bodies *b, const struct metric_rules *rules) {
    struct body_file *files = b->files;
    size_t            n = b->file_count;
    if (n) qsort(files, n, sizeof *files, by_folder);
    for (size_t first = 0, end; first < n; first = end) {
        slice folder = folder_of(files[first].path);
        for (end = first + 1; end < n && slice_equal(folder_of(files[end].path), folder);) end++;
        const struct body_file *most = one_body(files + first, end - first, rules);
        struct whose            whose = most ? most->whose : (struct whose){0};
        if (most && is_guessed(files + first, end - first)) {
            if (!b->together) b->together_first = files[first].document;
            b->together += end - first;
        }
        for (size_t i = first; most && i < end; i++) {
            files[i].path = folder;
            files[i].one = !slice_equal(files[i].whose.body, whose.body);
            if (files[i].one) files[i].whose = whose;
        }
    }
}

/* Bytes of the folder that all nameless reports lie in. */
static size_t common_folder(const struct body_file *files, size_t n) {
    const struct body_file *first = NULL;
    size_t                  common = 0;
    for (size_t i = 0; i < n; i++) {
        if (!files[i].whose.nameless) continue;
        size_t same = 0;
        while (first && same < common && same < files[i].path.len && files[i].path.ptr[same] == first->path.ptr[same]) same++;
        common = first ? same : files[i].path.len;
        if (!first) first = &files[i];
    }
    while (common > 0 && first->path.ptr[common - 1] != '/') common--;
    return common;
}

/* A nameless report is of the body whose other report has its path, or its folder for one; failing that it is its path's: where
 * there are several such they are shown by it, and a single one as it calls itself. */
static void name_nameless(struct bodies *b, const struct metric_rules *rules) {
    struct body_file *files = b->files;
    size_t            groups = 0;
    join_folders(b, rules);
    qsort(files, b->file_count, sizeof *files, by_path);
    for (size_t first = 0, end; first < b->file_count; first = end) {
        bool one = !files[first].whose.nameless;
        for (end = first + 1; end < b->file_count && slice_equal(files[first].path, files[end].path); end++)
            if (!files[end].whose.nameless && !slice_equal(files[end].whose.body, files[first].whose.body)) one = false;
        groups += !one && files[end - 1].whose.nameless;
        for (size_t i = first; i < end; i++)
            if (one && files[i].whose.nameless) files[i].whose = files[first].whose;
    }
    size_t folder = groups > 1 ? common_folder(files, b->file_count) : 0;
    for (size_t i = 0; groups > 1 && i < b->file_count; i++) {
        if (!files[i].whose.nameless) continue;
        files[i].whose.name = files[i].whose.body = slice_from(files[i].path, folder);
        if (!b->apart++) b->apart_first = files[i].document;
    }
    qsort(files, b->file_count, sizeof *files, by_document);
}

static int by_body_and_year(const void *a, const void *b) {
    const struct body_file *x = a, *y = b;
    int                     order = slice_compare(x->whose.body, y->whose.body);
    if (!order) order = x->year - y->year;
    return order ? order : by_document(a, b);
}

/* 青禾县人民政府 of 2023 is the name for 青禾县政府 of 2022, too. */
static void read_shown(struct bodies *b, struct arena *arena) {
    qsort(b->files, b->file_count, sizeof *b->files, by_body_and_year);
    b->shown = ARENA_ARRAY(arena, struct body_name, b->file_count);
    for (size_t i = 0; i < b->file_count; i++) {
        const struct whose *whose = &b->files[i].whose;
        bool                again = b->shown_count && slice_equal(b->shown[b->shown_count - 1].key, whose->body);
        if (!again) b->shown_count++;
        b->shown[b->shown_count - 1] = (struct body_name){whose->name, whose->body};
    }
    qsort(b->files, b->file_count, sizeof *b->files, by_document);
}

void bodies_read(struct bodies *out, const struct claim *claims, size_t n, const struct metric_rules *rules,
                 struct arena *arena) {
    *out = (struct bodies){0};
    read_names(out, claims, n, rules, arena);
    read_files(out, claims, n, rules, arena);
    if (!out->file_count) return;
    join_renamed(out, rules, arena);
    join_short_names(out, rules);
    name_nameless(out, rules);
    read_shown(out, arena);
}

static int by_document_alone(const void *a, const void *b) {
    return slice_compare(((const struct body_file *)a)->document, ((const struct body_file *)b)->document);
}

static int by_key(const void *a, const void *b) {
    return slice_compare(((const struct body_name *)a)->key, ((const struct body_name *)b)->key);
}

struct whose bodies_find(const struct bodies *b, const struct claim *claim) {
    struct whose            whose = whose_name(b, claim->body);
    struct body_file        wanted = {.document = claim->document};
    const struct body_file *file = bsearch(&wanted, b->files, b->file_count, sizeof *b->files, by_document_alone);
    if (file && (whose.nameless || file->one)) whose = file->whose;
    struct body_name        key = {SLICE_NONE, whose.body};
    const struct body_name *shown = b->shown_count ? bsearch(&key, b->shown, b->shown_count, sizeof key, by_key) : NULL;
    whose.shown = shown ? shown->name : whose.name;
    return whose;
}
