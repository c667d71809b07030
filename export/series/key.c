/* A wording becomes a key: synonyms of rules/metrics.tsv are replaced, words that do not matter dropped, the words that
 * tell figures apart sorted, the other characters kept: 全年实现城镇新增就业人数 → 城镇·就业·新增, and 新增城镇就业 the
 * same. Leaves alone how keys are joined (series.c), and what a metric is (the extractor says it). */
#include "export/series/key.h"

#include "export/series/metric_rules.h"
#include "export/series/body.h"
#include "export/series/wording.h"

#include "extract/base/order.h"

#include "extract/base/banned.h"

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

/* Without marks, blanks and brackets, letters in upper case and in the script of the words; a year at the start goes too:
 * 2012年“GDP”總量 → GDP总量. The point of PM2.5 stays. */
static slice plain_wording(const struct metric_rules *rules, slice metric, struct arena *arena) {
    char  *out = arena_text(arena, metric.len + 1);
    size_t n = 0, size;
    for (size_t at = 0; at < metric.len; at += size) {
        slice    rest = slice_from(metric, at);
        uint32_t c = utf8_decode(rest, &size);
        bool     point = c == '.' && n && ascii_digit(out[n - 1]);
        size_t   skip = n ? bracketed(rest) : 0;
        if (skip)
            size = skip;
        else if (c >= 'a' && c <= 'z')
            out[n++] = (char)(c - 'a' + 'A');
        else if (point || c == '&' || !is_mark(c)) {
            n += utf8_encode(script_character(&rules->scripts, c), out + n);
        }
    }
    slice              text = {out, n};
    bool               dated = n > 4 && slice_int(slice_sub(text, 0, 4)) >= 1900;
    const struct word *year = dated ? word_at(&rules->of[YEAR], slice_from(text, 4), KIND_LEVEL, true) : NULL;
    return year && 4 + year->text.len < n ? slice_from(text, 4 + year->text.len) : text;
}

/* `text` with the longest words of `lexicon` replaced, left to right, once. */
static slice replace_words(const struct lexicon *lexicon, slice text, enum kind kind, struct arena *arena) {
    char  *out = NULL;
    size_t count = 0, capacity = 0, size;
    for (size_t at = 0; at < text.len; at += size) {
        slice              rest = slice_from(text, at);
        const struct word *word = word_at(lexicon, rest, kind, at == 0);
        slice              put = word ? word->to : slice_sub(rest, 0, utf8_next(rest, 0));
        size = word ? word->text.len : put.len;
        arena_append(arena, &out, &count, &capacity, put);
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
        size = word ? word->text.len : utf8_next(rest, 0);
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
    if (p->count) qsort(p->words, p->count, sizeof *p->words, slice_order);
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

/* 接待旅游 and 旅游接待 are one: the characters in the order of their codes. */
static slice sorted_characters(slice text, struct arena *arena) {
    uint32_t *codes = ARENA_ARRAY(arena, uint32_t, text.len + 1);
    size_t    n = code_points(text, codes, text.len), bytes = 0;
    char     *out = arena_text(arena, text.len + 1);
    qsort(codes, n, sizeof *codes, order_32);
    for (size_t i = 0; i < n; i++) bytes += utf8_encode(codes[i], out + bytes);
    return (slice){out, bytes};
}

static struct pieces key_pieces(const struct metric_rules *rules, slice text, enum kind kind, bool *growth,
                                struct arena *arena) {
    struct pieces pieces = {0};
    cut_pieces(&pieces, &rules->of[DROP], trim_tail(&rules->of[DROP], text, kind, growth), kind, arena);
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
        p = key_pieces(rules, replace_words(&rules->of[NEAR], text, kind, arena), kind, &ignored, arena);
        if (p.text_len) text = (slice){p.text, p.text_len};
    }
    return match_text(joined_words(&p, arena), (slice){p.core, p.core_len}, arena);
}

slice metric_share_near(const struct metric_rules *rules, const struct metric_key *key, struct arena *arena) {
    size_t size, n = 0;
    for (size_t at = 0; at < key->text.len; at += size, n++) {
        slice              rest = slice_from(key->text, at);
        const struct word *word = n >= 2 ? word_at(&rules->of[SHARE_OF], rest, KIND_SHARE, false) : NULL;
        if (word && word->text.len < rest.len) return near_text(rules, slice_sub(key->text, 0, at), KIND_SHARE, arena);
        size = utf8_next(rest, 0);
    }
    return SLICE_NONE;
}

void metric_key_make(struct metric_key *out, const struct metric_rules *rules, slice metric, slice stem, enum kind kind,
                     struct arena *arena) {
    *out = (struct metric_key){0};
    slice text = plain_wording(rules, metric, arena);
    text = replace_words(&rules->of[SAME], without(text, stem, arena), kind, arena);
    struct pieces p = key_pieces(rules, text, kind, &out->growth, arena);
    if (!p.text_len) { /* nothing but words to drop: they are the metric then */
        out->core = out->text = text;
        out->generic = true;
    } else {
        out->core = (slice){p.core, p.core_len};
        out->text = (slice){p.text, p.text_len};
        out->generic = !p.specific || (p.count == 0 && p.core_len <= 3);
    }
    const struct word *near = word_find(&rules->of[NEAR], out->text);
    bool               weak = near && near->to.len && near->place == ANYWHERE; /* not 资金, which is 支出 at an end */
    out->name = weak || word_find(&rules->of[SAME], out->text);
    if (weak) out->generic = false; /* 新增就业 */
    out->words = joined_words(&p, arena);
    out->match = match_text(out->words, out->core, arena);
    out->near = near_text(rules, text, kind, arena);
}

/* ---- what was done, and to what ------------------------------------------------------------------------------------------ */

/* 引进【和】招聘教师: behind the first of two verbs, how long the word between them is; 0 where no verb follows. */
static size_t between_deeds(const struct metric_rules *rules, slice text) {
    const struct word *word = word_at(&rules->of[JOINER], text, KIND_LEVEL, true);
    bool verbs = word && word->to.len && word_at(&rules->of[DEED], slice_from(text, word->text.len), KIND_LEVEL, true);
    return verbs ? word->text.len : 0;
}

/* Takes the verbs off both ends, as long as a thing of two characters stays: 新建改造供水管网 → 供水管网, but 培训班. */
static slice take_deeds(const struct metric_rules *rules, slice text, struct pieces *said, struct arena *arena) {
    const struct lexicon *deeds = &rules->of[DEED];
    for (;;) {
        const struct word *head = word_at(deeds, text, KIND_LEVEL, true), *tail = word_before(deeds, text, KIND_LEVEL);
        const struct word *word = head && utf8_count(slice_from(text, head->text.len)) >= 2 ? head : tail;
        if (!word || utf8_count(slice_from(text, word->text.len)) < 2) return text;
        if (word->to.len) ARENA_PUSH(arena, said->words, said->count, said->capacity, word->to);
        text = slice_sub(text, word == head ? word->text.len : 0, word == head ? text.len : text.len - word->text.len);
        if (word == head) text = slice_from(text, between_deeds(rules, text));
    }
}

/* 新开工 and 竣工投产 say only what was done. */
static bool takes_all(const struct lexicon *deeds, slice text, struct pieces *said, struct arena *arena) {
    struct pieces      all = {0};
    const struct word *word;
    for (; text.len && (word = word_at(deeds, text, KIND_LEVEL, true)); text = slice_from(text, word->text.len))
        if (word->to.len) ARENA_PUSH(arena, all.words, all.count, all.capacity, word->to);
    if (text.len || !all.count) return false;
    *said = all;
    return true;
}

/* 泛 words say what the thing is, yet not that it is another. */
static void keep_telling(struct pieces *p, const struct lexicon *parts) {
    size_t kept = 0;
    for (size_t i = 0; i < p->count; i++) {
        const struct word *word = word_find(parts, p->words[i]);
        if (!word || word->class != BROAD) p->words[kept++] = p->words[i];
    }
    p->count = kept;
}

void metric_object_make(struct metric_object *out, const struct metric_rules *rules, const struct metric_key *key,
                        struct arena *arena) {
    struct pieces deeds = {0};
    bool          ignored;
    *out = (struct metric_object){0};
    if (takes_all(&rules->of[DEED], key->text, &deeds, arena)) {
        out->deeds = joined_words(&deeds, arena);
        return;
    }
    slice text = take_deeds(rules, key->text, &deeds, arena);
    text = replace_words(&rules->of[LIGHT], text, KIND_LEVEL, arena);
    text = take_deeds(rules, replace_words(&rules->of[NEAR], text, KIND_LEVEL, arena), &deeds, arena); /* 治理 of 治理面积 */
    struct pieces p = key_pieces(rules, text, KIND_LEVEL, &ignored, arena);
    bool          beside = slice_ends(key->text, text) || slice_starts(key->text, text);
    bool          done = deeds.count && beside; /* 签约项目 is 引进项目, 项目 alone is any */
    if ((key->generic || !p.specific) && !done) return;
    keep_telling(&p, &rules->of[DROP]);
    out->deeds = joined_words(&deeds, arena);
    out->words = joined_words(&p, arena);
    out->text = (slice){p.text, p.text_len};
    out->core = (slice){p.core, p.core_len};
    out->match = sorted_characters(out->text, arena);
}

/* 开工 and 开工项目: what it was done to is not told, or is a 泛 word. */
static bool object_is_any(const struct metric_object *object) { return !object->core.len && !object->words.len; }

bool metric_only_deed(const struct metric_object *object) { return object->deeds.len && object_is_any(object); }

enum object_likeness metric_objects_alike(const struct metric_object *x, const struct metric_object *y) {
    if (metric_only_deed(x) && metric_only_deed(y) && (!x->text.len || !y->text.len))
        return words_nested(x->deeds, y->deeds) ? OBJECT_WITHIN : OBJECT_OTHER;
    if (!x->text.len || !y->text.len || !slice_equal(x->words, y->words)) return OBJECT_OTHER;
    bool one_deed = slice_equal(x->deeds, y->deeds);
    if (!one_deed && !(x->deeds.len && words_within(x->deeds, y->deeds)) && !(y->deeds.len && words_within(y->deeds, x->deeds)))
        return OBJECT_OTHER;
    if (slice_equal(x->match, y->match)) return one_deed ? OBJECT_SAME : OBJECT_WITHIN;
    bool says_enough = utf8_count(x->text) >= 3 && utf8_count(y->text) >= 3;
    return wording_one_end(x->text, y->text) && says_enough && wording_shortened(x->core, y->core) ? OBJECT_WITHIN
                                                                                                   : OBJECT_OTHER;
}

/* 新增城镇就业 and 城镇新增就业 are one; 泛 metrics (投资) only where the words before them are the same. */
slice figure_name(const struct metric_key *key, slice wording, slice body, struct arena *arena) {
    return arena_format(arena, "%.*s|%.*s|%.*s", SLICE_ARG(body), SLICE_ARG(key->match),
                        SLICE_ARG(key->generic ? wording : SLICE_NONE));
}

slice metric_context(const struct metric_rules *rules, slice before, enum kind kind, struct arena *arena) {
    struct pieces p = {0};
    size_t        size;
    for (size_t at = 0; at < before.len; at += size) {
        slice              rest = slice_from(before, at);
        const struct word *word = word_at(&rules->of[CONTEXT], rest, kind, true);
        size = word ? word->text.len : utf8_next(rest, 0);
        if (word && word->to.len) ARENA_PUSH(arena, p.words, p.count, p.capacity, word->to); /* not 年均浓度 */
    }
    return p.count ? joined_words(&p, arena) : SLICE_NONE;
}

bool metric_reaches(const struct metric_rules *rules, slice before) {
    return word_before(&rules->of[REACH], before, KIND_LEVEL) != NULL;
}

bool metric_totals(const struct metric_rules *rules, slice before) {
    const struct word *word = word_before(&rules->of[REACH], before, KIND_LEVEL);
    return word && word->class == TOTAL;
}

bool metric_goes_on(const struct metric_rules *rules, slice before) {
    const struct word *word = word_before(&rules->of[JOINER], before, KIND_LEVEL);
    return word && word->to.len;
}

slice metric_act(const struct metric_rules *rules, slice metric) {
    const struct word *word = word_at(&rules->of[ACT], metric, KIND_LEVEL, true);
    return word ? word->text : SLICE_NONE;
}

bool metric_makes(const struct metric_rules *rules, slice metric) { return word_within(&rules->of[ACT], metric); }

bool metric_flows(const struct metric_rules *rules, slice metric) { return word_within(&rules->of[FLOW], metric); }

bool metric_stands(const struct metric_rules *rules, slice before) { return word_within(&rules->of[STOCK], before); }

slice metric_sum(const struct metric_rules *rules, slice before) {
    const struct word *word = word_within(&rules->of[SUM], before);
    return word ? word->to : SLICE_NONE;
}

bool metric_ends_year(const struct metric_rules *rules, slice sentence, slice part) {
    const struct word *word;
    for (size_t at = 0; (word = word_next(&rules->of[YEAR_END], sentence, &at)); at += word->text.len)
        if (slice_equal(word->to, part)) return true;
    return false;
}

slice metric_serves(const struct metric_rules *rules, slice behind) {
    const struct word *word = word_at(&rules->of[SERVES], slice_from(behind, bracketed(behind)), KIND_LEVEL, true);
    return word ? word->to : SLICE_NONE;
}

slice metric_undone(const struct metric_rules *rules, slice metric) {
    const struct word *word = word_before(&rules->of[UNDONE], metric, KIND_CHANGE);
    return word ? word->to : SLICE_NONE;
}

bool metric_is_percent(const struct metric_rules *rules, slice metric) {
    const struct word *word = word_before(&rules->of[PERCENT], metric, KIND_SHARE);
    return word && word->to.len;
}

slice metric_unreached(const struct metric_rules *rules, slice before) {
    for (const struct word *word; (word = word_before(&rules->of[REACH], before, KIND_LEVEL));) before.len -= word->text.len;
    return before;
}

bool metric_spans_years(const struct metric_rules *rules, slice sentence) { return word_within(&rules->of[SPAN], sentence); }

bool metric_is_whole(const struct metric_rules *rules, slice before) {
    return word_within(&rules->of[WHOLE], before) || !word_within(&rules->of[PART], before);
}

enum { ZONE_NAME = 10 }; /* characters that stand before 新区 at most, two at least */

/* The part that a clause begins with; `before` where it names none, and none where it speaks of 全县 or of 本院. */
static struct zone zone_of_clause(const struct metric_rules *rules, slice clause, struct zone before) {
    size_t size, n = 0;
    for (size_t at = 0; at < clause.len && n <= ZONE_NAME; at += size, n++) {
        slice              rest = slice_from(clause, at);
        const struct word *word = word_at(&rules->of[ZONE], rest, KIND_LEVEL, at == 0);
        if (word && (n < 2 || !word->to.len)) return (struct zone){SLICE_NONE, !word->to.len};
        if (word)
            return (struct zone){slice_equal(word->to, word->text) ? slice_sub(clause, 0, at + word->text.len) : word->to,
                                 false};
        if (is_mark(utf8_decode(rest, &size))) break;
    }
    return word_at(&rules->of[WHOLE], clause, KIND_LEVEL, true) ? (struct zone){SLICE_NONE, false} : before;
}

struct zone metric_zone(const struct metric_rules *rules, slice said) {
    static const char *const commas[] = {"，", "；", ",", ";"};
    struct zone              zone = {SLICE_NONE, false};
    for (size_t from = 0, next; from < said.len; from = next) {
        zone = zone_of_clause(rules, slice_from(said, from), zone);
        next = said.len;
        for (size_t k = 0; k < sizeof commas / sizeof *commas; k++) {
            size_t at = slice_find(slice_sub(said, 0, next), slice_of(commas[k]), from);
            if (at != SIZE_MAX) next = at + strlen(commas[k]);
        }
    }
    return zone;
}

slice metric_self(const struct metric_rules *rules, slice text, slice body) {
    size_t n = 0;
    for (size_t at = 0; at < text.len && n <= ZONE_NAME; at = utf8_next(text, at), n++) {
        const struct word *word = word_at(&rules->of[ZONE], slice_from(text, at), KIND_LEVEL, at == 0);
        slice              name = word ? slice_sub(text, 0, at + word->text.len) : SLICE_NONE;
        if (word && slice_equal(word->to, word->text))
            return wording_one_end(name, body) && wording_in_order(name, body) ? name : SLICE_NONE;
    }
    return SLICE_NONE;
}

slice body_stem(const struct metric_rules *rules, slice body) {
    for (const struct word *word; body.len >= 9 && (word = word_before(&rules->of[PLACE_NAME], body, KIND_LEVEL));)
        body.len -= word->text.len;
    return body;
}

slice body_key(const struct metric_rules *rules, slice body, struct arena *arena) {
    slice key = replace_words(&rules->of[BODY], plain_wording(rules, body, arena), KIND_LEVEL, arena);
    return key.len ? key : body;
}

slice body_renamed(const struct metric_rules *rules, slice key, struct arena *arena) {
    const struct word *word = word_before(&rules->of[RENAMED], key, KIND_LEVEL);
    if (!word || word->text.len == key.len) return key;
    return arena_format(arena, "%.*s%.*s", SLICE_ARG(slice_less(key, word->text.len)), SLICE_ARG(word->to));
}

slice metric_average(const struct metric_rules *rules) { return rules->average; }
