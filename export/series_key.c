/* A wording becomes a key: synonyms of rules/metrics.tsv are replaced, words that do not matter dropped, the words that
 * tell figures apart sorted, the other characters kept: 全年实现城镇新增就业人数 → 城镇·就业·新增, and 新增城镇就业 the
 * same. Leaves alone how keys are joined (series.c), and what a metric is (the extractor says it). */
#include "export/series_key.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

enum class { SAME, NEAR, DROP, WORD, BROAD, CONTEXT, GROWTH, BODY, COUNTER, REACH, SPAN, CLASSES };
static const char *const class_names[CLASSES] = {"同", "近", "略", "辨", "泛", "境", "增", "主", "量", "到", "跨"};
enum place { ANYWHERE, HEAD, TAIL };

struct word {
    slice text, to;
    enum class class;
    enum place place;
    unsigned   kinds; /* a bit for each kind it holds for */
    int        line;
};
struct lexicon { /* the words of some classes, sorted by text; one text may have several rows */
    struct word *words;
    size_t       count, capacity, longest;
};
struct metric_rules {
    struct lexicon same, near, parts, context, reach, spans, body, counters;
};

/* ---- loading ------------------------------------------------------------------------------------------------------------- */

static struct lexicon *lexicon_of(struct metric_rules *rules, enum class class) {
    switch (class) {
    case SAME: return &rules->same;
    case NEAR: return &rules->near;
    case CONTEXT: return &rules->context;
    case REACH: return &rules->reach;
    case SPAN: return &rules->spans;
    case BODY: return &rules->body;
    case COUNTER: return &rules->counters;
    default: return &rules->parts;
    }
}

static int by_text(const void *a, const void *b) {
    const struct word *x = a, *y = b;
    int                order = slice_compare(x->text, y->text);
    return order ? order : x->line - y->line;
}

/* "level growth" → bits; an empty cell is every kind. False when a word is no kind. */
static bool read_kinds(unsigned *out, slice cell) {
    *out = 0;
    for (size_t at = 0; at < cell.len;) {
        size_t end = slice_find(cell, SLICE_LIT(" "), at);
        if (end == SIZE_MAX) end = cell.len;
        int kind = name_index(kind_names, 8, slice_sub(cell, at, end));
        if (kind < 0) return false;
        *out |= 1u << kind;
        at = end + 1;
    }
    if (!*out) *out = ~0u;
    return true;
}

static int index_of(const char *const *names, int n, slice word) {
    for (int i = 0; i < n; i++)
        if (slice_equal(slice_of(names[i]), word)) return i;
    return -1;
}

static bool read_word(struct word *out, const struct tsv *table, const struct tsv_row *row, struct err *err) {
    slice to = tsv_cell(row, tsv_column(table, "归为")), place = tsv_cell(row, tsv_column(table, "位"));
    int class = index_of(class_names, CLASSES, tsv_cell(row, tsv_column(table, "类")));
    *out = (struct word){.text = tsv_cell(row, tsv_column(table, "写法")), .line = row->line};
    if (!out->text.len) return err_set(err, ERR_RULE, table->path, row->line, 0, "写法 is empty");
    if (class < 0) return err_set(err, ERR_RULE, table->path, row->line, 0, "类 is none of 同 近 略 辨 泛 境 增 主 量 到 跨");
    if (!read_kinds(&out->kinds, tsv_cell(row, tsv_column(table, "用于"))))
        return err_set(err, ERR_RULE, table->path, row->line, 0,
                       "用于 holds a word that is no kind; level share growth change …");
    out->class = (enum class) class;
    out->place = slice_equal(place, SLICE_LIT("头")) ? HEAD : slice_equal(place, SLICE_LIT("尾")) ? TAIL : ANYWHERE;
    if (place.len && out->place == ANYWHERE)
        return err_set(err, ERR_RULE, table->path, row->line, 0, "位 is neither 头 nor 尾 nor empty");
    bool itself = class == WORD || class == BROAD || class == CONTEXT || class == SPAN;
    out->to = slice_equal(to, SLICE_LIT("-")) ? SLICE_NONE : to.len || !itself ? to : out->text;
    return true;
}

bool metric_rules_load(struct metric_rules **out, const char *path, struct arena *run, struct err *err) {
    struct tsv           table;
    struct metric_rules *rules = arena_new(run, sizeof *rules);
    if (!tsv_load(&table, path, run, err)) return false;
    const char *const needed[] = {"写法", "类", "归为", "位", "用于"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (tsv_column(&table, needed[i]) < 0) return err_set(err, ERR_RULE, path, 0, 0, "has no column %s", needed[i]);
    for (size_t i = 0; i < table.rows; i++) {
        struct word word;
        if (!read_word(&word, &table, &table.row[i], err)) return false;
        struct lexicon *lexicon = lexicon_of(rules, word.class);
        ARENA_PUSH(run, lexicon->words, lexicon->count, lexicon->capacity, word);
        if (word.text.len > lexicon->longest) lexicon->longest = word.text.len;
    }
    for (int class = 0; class < CLASSES; class ++) {
        struct lexicon *lexicon = lexicon_of(rules, (enum class) class);
        if (lexicon->count) qsort(lexicon->words, lexicon->count, sizeof *lexicon->words, by_text);
    }
    *out = rules;
    return true;
}

/* ---- looking words up ---------------------------------------------------------------------------------------------------- */

/* First row whose text is `text`, NULL when there is none. */
static const struct word *lexicon_find(const struct lexicon *lexicon, slice text) {
    size_t low = 0, high = lexicon->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(lexicon->words[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < lexicon->count && slice_equal(lexicon->words[low].text, text) ? &lexicon->words[low] : NULL;
}

/* Of the rows with this text, the one that holds here: for the kind, at this place. */
static const struct word *word_holds(const struct lexicon *lexicon, const struct word *word, enum kind kind, bool head,
                                     bool tail) {
    if (!word) return NULL;
    for (slice text = word->text; word < lexicon->words + lexicon->count && slice_equal(word->text, text); word++)
        if (word->kinds & 1u << kind &&
            (word->place == ANYWHERE || (word->place == HEAD && head) || (word->place == TAIL && tail)))
            return word;
    return NULL;
}

/* The longest word at the start of `text`, a place that counts as the head or not. */
static const struct word *word_at(const struct lexicon *lexicon, slice text, enum kind kind, bool head) {
    for (size_t n = text.len < lexicon->longest ? text.len : lexicon->longest; n > 0; n--) {
        if (n < text.len && ((unsigned char)text.ptr[n] & 0xC0) == 0x80) continue;
        const struct word *word = word_holds(lexicon, lexicon_find(lexicon, slice_sub(text, 0, n)), kind, head, n == text.len);
        if (word) return word;
    }
    return NULL;
}

/* The longest word at the end of `text`. */
static const struct word *word_before(const struct lexicon *lexicon, slice text, enum kind kind) {
    for (size_t n = text.len < lexicon->longest ? text.len : lexicon->longest; n > 0; n--) {
        if (((unsigned char)text.ptr[text.len - n] & 0xC0) == 0x80) continue;
        const struct word *word = word_holds(lexicon, lexicon_find(lexicon, slice_from(text, text.len - n)), kind, false, true);
        if (word) return word;
    }
    return NULL;
}

/* ---- from wording to key ------------------------------------------------------------------------------------------------- */

static bool is_mark(uint32_t c) {
    return c <= 0x2F || (c >= 0x3A && c <= 0x40) || (c >= 0x5B && c <= 0x60) || (c >= 0x7B && c <= 0xBF) ||
           (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F && c != 0x3007) || (c >= 0xFF00 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20);
}

/* Length of the brackets at the start of `text`, what they hold included: （PM2.5）. 0 when none stands there. */
static size_t bracketed(slice text) {
    static const char *const pairs[][2] = {{"（", "）"}, {"(", ")"}};
    for (size_t i = 0; i < 2; i++) {
        if (!slice_starts(text, slice_of(pairs[i][0]))) continue;
        size_t close = slice_find(text, slice_of(pairs[i][1]), 0);
        if (close != SIZE_MAX) return close + strlen(pairs[i][1]);
    }
    return 0;
}

/* Without marks, blanks and brackets, letters in upper case; a year at the start goes too: 2012年“GDP”总量 → GDP总量.
 * The point of PM2.5 stays. */
static slice plain_wording(slice metric, struct arena *arena) {
    char  *out = arena_text(arena, metric.len + 1);
    size_t n = 0, size;
    for (size_t at = 0; at < metric.len; at += size) {
        slice    rest = slice_from(metric, at);
        uint32_t c = utf8_decode(rest, &size);
        bool     point = c == '.' && n && out[n - 1] >= '0' && out[n - 1] <= '9';
        size_t   skip = n ? bracketed(rest) : 0;
        if (skip)
            size = skip;
        else if (c >= 'a' && c <= 'z')
            out[n++] = (char)(c - 'a' + 'A');
        else if (point || c == '&' || !is_mark(c)) {
            memcpy(out + n, rest.ptr, size);
            n += size;
        }
    }
    slice text = {out, n};
    if (n > 7 && slice_int(slice_sub(text, 0, 4)) >= 1900 && slice_starts(slice_from(text, 4), SLICE_LIT("年")))
        text = slice_from(text, 7);
    return text;
}

/* `text` with the longest words of `lexicon` replaced, left to right, once. */
static slice replace_words(const struct lexicon *lexicon, slice text, enum kind kind, struct arena *arena) {
    char  *out = NULL;
    size_t count = 0, capacity = 0, size;
    for (size_t at = 0; at < text.len; at += size) {
        slice              rest = slice_from(text, at);
        const struct word *word = word_at(lexicon, rest, kind, at == 0);
        slice              put = word ? word->to : slice_sub(rest, 0, utf8_size((unsigned char)rest.ptr[0]));
        size = word ? word->text.len : put.len;
        out = arena_grow(arena, out, count, &capacity, count + put.len + 1, 1);
        if (put.len) memcpy(out + count, put.ptr, put.len);
        count += put.len;
    }
    return (slice){out, count};
}

static slice without(slice text, slice part, struct arena *arena) {
    size_t at = part.len >= 6 && part.len < text.len ? slice_find(text, part, 0) : SIZE_MAX;
    if (at == SIZE_MAX) return text;
    return arena_format(arena, "%.*s%.*s", (int)at, text.ptr, SLICE_ARG(slice_from(text, at + part.len)));
}

struct pieces {
    slice *words;
    size_t count, capacity;
    char  *core, *text;
    size_t core_len, text_len;
    bool   specific; /* something besides 泛 words */
};

static int by_bytes(const void *a, const void *b) { return slice_compare(*(const slice *)a, *(const slice *)b); }

/* Takes the words that may be dropped off the end: 参保人数 → 参保. Says whether one of them was 增速, 涨幅 …. */
static slice trim_tail(const struct lexicon *parts, slice text, enum kind kind, bool *growth) {
    for (;;) {
        const struct word *word = word_before(parts, text, kind);
        if (!word || word->text.len >= text.len) return text;
        if (word->class == GROWTH)
            *growth = true;
        else if (word->class != DROP)
            return text;
        text.len -= word->text.len;
    }
}

static void cut_pieces(struct pieces *out, const struct lexicon *parts, slice text, enum kind kind, struct arena *arena) {
    out->core = arena_text(arena, text.len + 1);
    out->text = arena_text(arena, text.len * 4 + 1);
    size_t size;
    for (size_t at = 0; at < text.len; at += size) {
        slice              rest = slice_from(text, at);
        const struct word *word = word_at(parts, rest, kind, out->text_len == 0);
        if (word && word->class == GROWTH) word = NULL;
        size = word ? word->text.len : utf8_size((unsigned char)rest.ptr[0]);
        if (word && word->class == DROP) continue;
        slice put = word ? word->to : slice_sub(rest, 0, size);
        if (word)
            ARENA_PUSH(arena, out->words, out->count, out->capacity, put);
        else {
            memcpy(out->core + out->core_len, put.ptr, put.len);
            out->core_len += put.len;
        }
        if (!word || word->class == WORD) out->specific = true;
        if (put.len > size * 4) put.len = size * 4;
        memcpy(out->text + out->text_len, put.ptr, put.len);
        out->text_len += put.len;
    }
}

static slice joined_words(struct pieces *p, struct arena *arena) {
    if (p->count) qsort(p->words, p->count, sizeof *p->words, by_bytes);
    size_t bytes = 1, n = 0;
    for (size_t i = 0; i < p->count; i++) bytes += p->words[i].len + 2;
    char *out = arena_text(arena, bytes);
    for (size_t i = 0; i < p->count; i++) {
        if (i && slice_equal(p->words[i], p->words[i - 1])) continue;
        if (n) memcpy(out + n, "·", 2), n += 2;
        memcpy(out + n, p->words[i].ptr, p->words[i].len);
        n += p->words[i].len;
    }
    return (slice){out, n};
}

static int by_code(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static size_t code_points(slice text, uint32_t *out, size_t limit) {
    size_t n = 0, size;
    for (size_t at = 0; at < text.len && n < limit; at += size) out[n++] = utf8_decode(slice_from(text, at), &size);
    return n;
}

/* 接待旅游 and 旅游接待 are one: the characters in the order of their codes. */
static slice sorted_characters(slice text, struct arena *arena) {
    uint32_t *codes = ARENA_ARRAY(arena, uint32_t, text.len + 1);
    size_t    n = code_points(text, codes, text.len), bytes = 0;
    char     *out = arena_text(arena, text.len + 1);
    qsort(codes, n, sizeof *codes, by_code);
    for (size_t i = 0; i < n; i++) bytes += utf8_encode(codes[i], out + bytes);
    return (slice){out, bytes};
}

static struct pieces key_pieces(const struct metric_rules *rules, slice text, enum kind kind, bool *growth,
                                struct arena *arena) {
    struct pieces pieces = {0};
    cut_pieces(&pieces, &rules->parts, trim_tail(&rules->parts, text, kind, growth), kind, arena);
    return pieces;
}

static slice match_text(slice words, slice core, struct arena *arena) {
    return arena_format(arena, "%.*s|%.*s", SLICE_ARG(words), SLICE_ARG(sorted_characters(core, arena)));
}

/* The 近 rows see the wording twice: as it is (民生资金), and once its tail is off (民生支出 of 民生支出总额). */
static slice near_text(const struct metric_rules *rules, slice text, enum kind kind, struct arena *arena) {
    bool          ignored;
    struct pieces p = {0};
    for (int i = 0; i < 2; i++) {
        p = key_pieces(rules, replace_words(&rules->near, text, kind, arena), kind, &ignored, arena);
        if (p.text_len) text = (slice){p.text, p.text_len};
    }
    return match_text(joined_words(&p, arena), (slice){p.core, p.core_len}, arena);
}

void metric_key_make(struct metric_key *out, const struct metric_rules *rules, slice metric, slice stem, enum kind kind,
                     struct arena *arena) {
    *out = (struct metric_key){0};
    slice text = plain_wording(metric, arena);
    text = replace_words(&rules->same, without(text, stem, arena), kind, arena);
    struct pieces p = key_pieces(rules, text, kind, &out->growth, arena);
    if (!p.text_len) { /* nothing but words to drop: they are the metric then */
        out->core = out->text = text;
        out->generic = true;
    } else {
        out->core = (slice){p.core, p.core_len};
        out->text = (slice){p.text, p.text_len};
        out->generic = !p.specific || (p.count == 0 && p.core_len <= 3);
    }
    if (lexicon_find(&rules->near, out->text)) out->generic = false; /* 新增就业 has a row of its own: it is a name */
    out->words = joined_words(&p, arena);
    out->match = match_text(out->words, out->core, arena);
    out->near = near_text(rules, text, kind, arena);
}

slice metric_context(const struct metric_rules *rules, slice before, enum kind kind, struct arena *arena) {
    struct pieces p = {0};
    size_t        size;
    for (size_t at = 0; at < before.len; at += size) {
        slice              rest = slice_from(before, at);
        const struct word *word = word_at(&rules->context, rest, kind, true);
        size = word ? word->text.len : utf8_size((unsigned char)rest.ptr[0]);
        if (word) ARENA_PUSH(arena, p.words, p.count, p.capacity, word->to);
    }
    return p.count ? joined_words(&p, arena) : SLICE_NONE;
}

bool metric_reaches(const struct metric_rules *rules, slice before) {
    return word_before(&rules->reach, before, KIND_LEVEL) != NULL;
}

slice metric_unreached(const struct metric_rules *rules, slice before) {
    for (const struct word *word; (word = word_before(&rules->reach, before, KIND_LEVEL));) before.len -= word->text.len;
    return before;
}

bool metric_spans_years(const struct metric_rules *rules, slice sentence) {
    for (size_t at = 0, size; at < sentence.len; at += size) {
        const struct word *word = word_at(&rules->spans, slice_from(sentence, at), KIND_LEVEL, true);
        if (word && word->to.len) return true; /* 三年行动 spans nothing */
        size = word ? word->text.len : utf8_size((unsigned char)sentence.ptr[at]);
    }
    return false;
}

slice body_key(const struct metric_rules *rules, slice body, struct arena *arena) {
    slice key = replace_words(&rules->body, plain_wording(body, arena), KIND_LEVEL, arena);
    return key.len ? key : body;
}

slice unit_group(const struct metric_rules *rules, slice unit) {
    const struct word *word = unit.len ? lexicon_find(&rules->counters, unit) : NULL;
    return word ? word->to : unit;
}

/* ---- how alike ----------------------------------------------------------------------------------------------------------- */

enum { WORDING = 64 }; /* characters looked at: no row header is longer */

/* Sizes of the common part of two sorted lists. */
static size_t common(const uint64_t *a, size_t n, const uint64_t *b, size_t m) {
    size_t i = 0, j = 0, same = 0;
    while (i < n && j < m)
        if (a[i] == b[j])
            same++, i++, j++;
        else if (a[i] < b[j])
            i++;
        else
            j++;
    return same;
}

static int by_pair(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

struct grams {
    uint64_t one[WORDING], two[WORDING];
    size_t   ones, twos;
};

static void grams_make(struct grams *out, slice text) {
    uint32_t codes[WORDING];
    size_t   n = code_points(text, codes, WORDING);
    out->ones = n;
    out->twos = n ? n - 1 : 0;
    for (size_t i = 0; i < n; i++) out->one[i] = codes[i];
    for (size_t i = 0; i + 1 < n; i++) out->two[i] = (uint64_t)codes[i] << 32 | codes[i + 1];
    qsort(out->one, out->ones, sizeof *out->one, by_pair);
    qsort(out->two, out->twos, sizeof *out->two, by_pair);
}

int wording_similarity(slice a, slice b) {
    struct grams x, y;
    grams_make(&x, a);
    grams_make(&y, b);
    if (!x.ones || !y.ones) return 0;
    size_t one = 200 * common(x.one, x.ones, y.one, y.ones) / (x.ones + y.ones);
    size_t two = x.twos + y.twos ? 200 * common(x.two, x.twos, y.two, y.twos) / (x.twos + y.twos) : one;
    return (int)((one + two) / 2);
}

/* The next word of a list, 城镇·就业·新增 → 城镇; empty at its end. */
static slice next_word(slice words, size_t *at) {
    size_t from = *at, end = slice_find(words, SLICE_LIT("·"), from);
    if (end == SIZE_MAX) end = words.len;
    *at = end + 2;
    return from < end ? slice_sub(words, from, end) : SLICE_NONE;
}

bool words_within(slice words, slice text) {
    for (size_t at = 0; at < words.len;)
        if (slice_find(text, next_word(words, &at), 0) == SIZE_MAX) return false;
    return true;
}

bool wording_within(slice a, slice b) {
    struct grams x, y;
    grams_make(&x, a);
    grams_make(&y, b);
    size_t same = common(x.one, x.ones, y.one, y.ones);
    return same == x.ones || same == y.ones;
}

/* ---- the table proves itself --------------------------------------------------------------------------------------------- */

static bool example_holds(const struct metric_rules *rules, enum class class, unsigned kinds, slice a, slice b, char sign,
                          struct arena *arena) {
    enum kind kind = KIND_LEVEL;
    while (kind < KIND_DATE && !(kinds & 1u << kind)) kind++;
    if (class == CONTEXT)
        return slice_equal(metric_context(rules, a, kind, arena), metric_context(rules, b, kind, arena)) == (sign == '=');
    if (class == BODY) return slice_equal(body_key(rules, a, arena), body_key(rules, b, arena)) == (sign == '=');
    if (class == COUNTER) return slice_equal(unit_group(rules, a), unit_group(rules, b)) == (sign == '=');
    if (class == SPAN) return metric_spans_years(rules, a) && !metric_spans_years(rules, b);
    if (class == REACH) return metric_reaches(rules, a) != metric_reaches(rules, b);
    struct metric_key x, y;
    metric_key_make(&x, rules, a, SLICE_NONE, kind, arena);
    metric_key_make(&y, rules, b, SLICE_NONE, kind, arena);
    if (sign == '~')
        return slice_equal(x.near, y.near) || (slice_equal(x.words, y.words) && wording_similarity(x.text, y.text) >= 60);
    return slice_equal(x.match, y.match) == (sign == '=');
}

bool metric_rules_examples(const char *path, metric_example check, void *context, struct arena *arena, struct err *err) {
    struct metric_rules *rules;
    struct tsv           table;
    if (!metric_rules_load(&rules, path, arena, err) || !tsv_load(&table, path, arena, err)) return false;
    for (size_t i = 0; i < table.rows; i++) {
        static const char *const signs[] = {" = ", " ≠ ", " ~ "};
        slice                    example = tsv_cell(&table.row[i], tsv_column(&table, "例"));
        struct word              word;
        if (!read_word(&word, &table, &table.row[i], err)) return false;
        for (size_t s = 0; s < 3; s++) {
            size_t at = slice_find(example, slice_of(signs[s]), 0);
            if (at == SIZE_MAX) continue;
            slice a = slice_sub(example, 0, at), b = slice_from(example, at + strlen(signs[s]));
            check(context, table.row[i].line, example, "=!~"[s],
                  example_holds(rules, word.class, word.kinds, a, b, "=!~"[s], arena));
        }
    }
    return true;
}
