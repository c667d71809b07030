/* Lines at the head of a report → its body and its kind. A name ends in a word of rules/bodies.tsv (人民政府, 县委, 统计局) and
 * begins behind a word or sign that is no part of one: 现在，我代表|国务院, 2024年|通山县政府. Years and titles are
 * context.c's. */
#include "extract/text/body.h"

#include "extract/claim.h"
#include "extract/text/place.h"

#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

enum {
    LONGEST_LINE = 200 /* bytes; longer ones are no titles */,
    LONGEST_OPENING = 600 /* of a paragraph that may open with 我代表 */,
    LONGEST_NAME = 90,
    SHORT_OFFICE = 2 * HAN /* 政府 of 区政府 */
};

enum word_class {
    WORD_END,
    WORD_WEAK,
    WORD_EDGE,
    WORD_SPEAKS,
    WORD_LEVEL,
    WORD_OFFICE,
    WORD_SORT,
    WORD_LAW,
    WORD_SPEECH,
    WORD_NEXT,
    WORD_CONGRESS,
    WORD_FIRST,
    WORD_YEAR,
    WORD_MENU,
    WORD_CLASSES
};

struct word {
    slice text, kind; /* 种类 of its row */
    int   row;        /* from 1 */
};
struct word_list {
    struct word *items;
    size_t       count, room;
    struct sieve first, last; /* characters that words begin and end with: most places hold no word */
};
struct body_words {
    struct word_list of[WORD_CLASSES];
    struct places   *places;
};

static void add(struct word_list *l, struct word word, struct arena *run) {
    sieve_set(&l->first, sieve_bit(word.text.ptr + HAN, HAN));
    sieve_set(&l->last, sieve_bit(word.text.ptr + word.text.len, HAN));
    ARENA_PUSH(run, l->items, l->count, l->room, word);
}

static bool words_load(struct body_words *w, const char *path, struct arena *run, struct err *err) {
    static const char *const names[WORD_CLASSES] = {"末",   "弱末",   "界", "代", "级", "职", "文种",
                                                    "规章", "报告语", "接", "会", "首", "年", "栏"};
    struct tsv               table;
    int                      text, class, kind;
    if (!tsv_load(&table, path, run, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_CLASS, &class}, {COLUMN_DOCUMENT_KIND, &kind}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        slice                 one;
        int                   of = name_index(names, WORD_CLASSES, tsv_cell(row, class));
        if (!tsv_filled(&table, row, COLUMN_TEXT, tsv_cell(row, text), err)) return false;
        if (of < 0) return tsv_unknown(&table, row, COLUMN_CLASS, tsv_cell(row, class), err);
        for (size_t at = 0; tsv_word(tsv_cell(row, text), &at, &one);) {
            if (one.len < HAN)
                return err_set(err, ERR_RULE, path, row->line, tsv_place(row, one), "“%.*s” is too short to be looked for",
                               SLICE_ARG(one));
            add(&w->of[of], (struct word){one, tsv_cell(row, kind), (int)i + 1}, run);
        }
    }
    return true;
}

bool bodies_load(struct body_words **out, const char *bodies, const char *places, struct arena *run, struct err *err) {
    *out = arena_new(run, sizeof **out);
    return words_load(*out, bodies, run, err) && places_load(&(*out)->places, places, run, err);
}

/* ---- words at a place ---- */

static APART size_t longest_start(const struct word_list *l, slice s) {
    size_t longest = 0;
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].text.len > longest && slice_starts(s, l->items[i].text)) longest = l->items[i].text.len;
    return longest;
}

static APART size_t longest_end(const struct word_list *l, slice s) {
    size_t longest = 0;
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].text.len > longest && slice_ends(s, l->items[i].text)) longest = l->items[i].text.len;
    return longest;
}

/* Bytes of the longest word of the list that `s` starts with, 0: none, as at most characters. */
static inline size_t starts_with(const struct word_list *l, slice s) {
    return s.len >= HAN && sieve_has(&l->first, sieve_bit(s.ptr + HAN, HAN)) ? longest_start(l, s) : 0;
}

static inline size_t ends_with(const struct word_list *l, slice s) {
    return s.len >= HAN && sieve_has(&l->last, sieve_bit(s.ptr + s.len, HAN)) ? longest_end(l, s) : 0;
}

/* The word of the earliest row that stands in `s`; NULL: none. */
static const struct word *first_of(const struct word_list *l, slice s, const struct sieve *sieve) {
    for (size_t i = 0; i < l->count; i++)
        if (sieve_find(sieve, s, l->items[i].text) != SIZE_MAX) return &l->items[i];
    return NULL;
}

static const struct word *first_in(const struct word_list *l, slice s) {
    struct sieve sieve = sieve_text(s);
    return first_of(l, s, &sieve);
}

static bool is_han(uint32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3007 || c >= 0x20000; }

/* Where the name that ends at `end` begins: behind what is no Han and no part of a name. */
static size_t name_start(const struct body_words *w, slice line, size_t end) {
    size_t at = end, size;
    while (at > 0) {
        size_t   before = at - utf8_size_before(line, at);
        uint32_t c = utf8_decode(slice_from(line, before), &size);
        if (!is_han(c) || ends_with(&w->of[WORD_EDGE], slice_sub(line, 0, at)) ||
            ends_with(&w->of[WORD_SPEAKS], slice_sub(line, 0, at)))
            break;
        at = before;
    }
    return at;
}

/* 青禾市人民政府|市长　李明: an office, and at most a name behind it. */
static bool signs(const struct body_words *w, slice behind) {
    enum { LONGEST_PERSON = 4 * HAN };
    size_t office = starts_with(&w->of[WORD_OFFICE], behind);
    return office && slice_trim(slice_from(behind, office)).len <= LONGEST_PERSON;
}

/* 青禾县图书馆|2023年工作总结, 青禾县水利局|关于抗旱的报告, 青禾公司|总经理　李明, but 个人所得税信用的通知. */
static bool closes_weak(const struct body_words *w, slice behind) {
    if (signs(w, behind)) return true;
    bool ends = behind.len > 0 && ((unsigned char)behind.ptr[0] < 0x80 || starts_with(&w->of[WORD_SORT], behind) ||
                                   starts_with(&w->of[WORD_EDGE], behind));
    return ends && first_in(&w->of[WORD_SORT], behind);
}

/* 公安局|交通警察支队: bytes of the part of a body that a title goes on to; 0: it goes on to none. */
static size_t part_size(const struct body_words *w, slice behind) {
    enum { LONGEST_PART = 8 * HAN };
    for (size_t at = 0, size; at < behind.len && at <= LONGEST_PART; at += size) {
        slice rest = slice_from(behind, at);
        bool  name = is_han(utf8_decode(rest, &size)) && !starts_with(&w->of[WORD_SORT], rest) &&
                    !starts_with(&w->of[WORD_EDGE], rest) && !starts_with(&w->of[WORD_OFFICE], rest);
        if (!name) return 0;
        size_t n = starts_with(&w->of[WORD_WEAK], rest);
        if (n && closes_weak(w, slice_from(rest, n))) return at + n;
    }
    return 0;
}

/* The end of the first name of the line at or behind `from`: 县委|宣传部 is one; SIZE_MAX when there is none. */
static size_t name_end(const struct body_words *w, slice line, size_t from) {
    for (size_t at = from; at < line.len; at = utf8_next(line, at)) {
        slice  rest = slice_from(line, at);
        size_t n = starts_with(&w->of[WORD_END], rest);
        if (!n && (n = starts_with(&w->of[WORD_WEAK], rest)) && !closes_weak(w, slice_from(rest, n))) n = 0;
        if (!n) continue;
        for (size_t more = n; more; n += more) {
            more = starts_with(&w->of[WORD_END], slice_from(rest, n));
            if (!more) more = starts_with(&w->of[WORD_WEAK], slice_from(rest, n));
            if (!more) return at + n + part_size(w, slice_from(rest, n));
        }
    }
    return SIZE_MAX;
}

/* ---- looking ---- */

/* 我代表国务院，受市人民政府委托: the name stands directly behind. */
static slice spoken_for(const struct body_words *w, slice text, const struct sieve *sieve) {
    if (!first_of(&w->of[WORD_SPEAKS], text, sieve)) return SLICE_NONE;
    for (size_t at = 0; at < text.len; at = utf8_next(text, at)) {
        size_t n = starts_with(&w->of[WORD_SPEAKS], slice_from(text, at));
        size_t end = n ? name_end(w, text, at + n) : SIZE_MAX;
        if (end == SIZE_MAX) continue;
        size_t from = name_start(w, text, end);
        /* 第十四届|中央委员会: between the two stands at most what numbers the body. */
        if (from >= at + n && from <= at + n + 24 && end - from <= LONGEST_NAME) return slice_sub(text, from, end);
    }
    return SLICE_NONE;
}

/* What stands behind a name in a path: 2021 of 青禾县-2021-政府工作报告, 青禾县 2021年 and 青禾县（2021年）. */
static slice behind_separators(slice behind) {
    size_t size;
    for (uint32_t c; behind.len && !is_han(c = utf8_decode(behind, &size)) && !ascii_digit(c);)
        behind = slice_from(behind, size);
    return behind;
}

/* 广东省|第十四届人民代表大会, 广东省|省长, 青禾县|2021年, 青禾县|二〇二一年: a place is named before it. Of a path its parts
 * say who reports. */
static void look_for_place(struct body_search *s, const struct body_words *w, slice line, enum origin origin) {
    bool path = origin == ORIGIN_PATH;
    for (size_t end = 0; end < line.len && !s->place.text.len;) {
        end = utf8_next(line, end);
        size_t level = ends_with(&w->of[WORD_LEVEL], slice_sub(line, 0, end));
        if (!level) continue;
        slice  behind = path ? behind_separators(slice_from(line, end)) : slice_from(line, end);
        size_t from = name_start(w, line, end);
        bool   dated = (behind.len > 0 && ascii_digit(behind.ptr[0])) || starts_with(&w->of[WORD_YEAR], behind);
        bool   whole = end == line.len && from == 0;
        s->alone = starts_with(&w->of[WORD_SORT], behind) || starts_with(&w->of[WORD_OFFICE], behind) ||
                   (dated && (path || first_in(&w->of[WORD_SORT], behind))) || (path && whole);
        bool closed = s->alone || whole || starts_with(&w->of[WORD_NEXT], behind);
        if (closed && end - from > level && end - from <= LONGEST_NAME)
            s->place = (struct fact){slice_sub(line, from, end), origin};
    }
}

/* A title goes on to a sort of document, a signature to an office, a date or nothing; 落实县委决策部署 is neither. */
static bool is_title(const struct body_words *w, slice behind) {
    return behind.len == 0 || (unsigned char)behind.ptr[0] < 0x80 || slice_starts(behind, SLICE_LIT("〔")) ||
           starts_with(&w->of[WORD_OFFICE], behind) || first_in(&w->of[WORD_SORT], behind);
}

/* 来源：青禾县统计局: a label says that a name comes. */
static bool is_labelled(const struct body_words *w, slice before) {
    static const char *const colons[] = {"：", ":"};
    for (size_t i = 0; i < sizeof colons / sizeof *colons; i++)
        if (slice_ends(before, slice_of(colons[i])))
            return ends_with(&w->of[WORD_EDGE], slice_less(before, strlen(colons[i]))) > 0;
    return false;
}

static slice name_in(const struct body_words *w, slice line) {
    for (size_t end = 0; (end = name_end(w, line, end)) != SIZE_MAX;) {
        size_t from = name_start(w, line, end);
        slice  name = slice_sub(line, from, end);
        bool   told = is_title(w, slice_from(line, end)) || is_labelled(w, slice_sub(line, 0, from));
        if (told && name.len > 6 && name.len <= LONGEST_NAME && !starts_with(&w->of[WORD_LEVEL], name)) return name;
    }
    return SLICE_NONE;
}

static void tell(struct fact *told, slice text, enum origin origin) {
    if (!told->text.len && text.len) *told = (struct fact){text, origin};
}

/* 青禾县交通局, 青禾镇: nothing but a name. */
static bool is_name(const struct body_words *w, slice line) {
    if (line.len > LONGEST_NAME || (!ends_with(&w->of[WORD_WEAK], line) && !ends_with(&w->of[WORD_LEVEL], line))) return false;
    return name_start(w, line, line.len) == 0 && starts_with(&w->of[WORD_MENU], line) != line.len;
}

bool body_ends(const struct body_words *w, slice text) {
    return ends_with(&w->of[WORD_END], text) || ends_with(&w->of[WORD_WEAK], text) || ends_with(&w->of[WORD_LEVEL], text);
}

bool body_is_name(const struct body_search *s, slice line) {
    return line.len && (slice_equal(line, s->above.text) || slice_equal(line, s->named.text));
}

/* 青禾县统计局 of （青禾县统计局）. */
static slice without_brackets(slice line) {
    static const char *const pairs[][2] = {{"（", "）"}, {"(", ")"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        slice open = slice_of(pairs[i][0]), close = slice_of(pairs[i][1]);
        if (slice_starts(line, open) && slice_ends(line, close)) return slice_sub(line, open.len, line.len - close.len);
    }
    return line;
}

/* Of two kinds that a line names the one of the earlier row. */
static const struct word *kind_in(const struct body_words *w, slice line) {
    const struct word *sort = first_in(&w->of[WORD_SORT], line), *law = first_in(&w->of[WORD_LAW], line);
    return !law || (sort && sort->row < law->row) ? sort : law;
}

void body_look(struct body_search *s, const struct body_words *w, slice line, const struct sieve *sieve, enum origin origin) {
    slice              head = slice_sub(line, 0, utf8_whole(line, line.len < LONGEST_OPENING ? line.len : LONGEST_OPENING));
    const struct word *speech = s->speech.text.len ? NULL : first_of(&w->of[WORD_SPEECH], head, sieve);
    if (!s->spoken.text.len) tell(&s->spoken, spoken_for(w, head, sieve), origin);
    if (speech) tell(&s->speech, speech->kind, origin);
    if (line.len > LONGEST_LINE) return;
    line = slice_trim(without_brackets(line));
    slice name = !s->named.text.len || (s->from_above && kind_in(w, line)) ? name_in(w, line) : SLICE_NONE;
    if (name.len) s->named = (struct fact){name, origin}, s->from_above = false;
    if (is_name(w, line)) s->above = (struct fact){line, origin};
    look_for_place(s, w, line, origin);
}

bool body_sign(struct body_search *s, const struct body_words *w, slice line, enum origin origin) {
    static const slice seal = SLICE_LIT("（");
    size_t             open = slice_find(line, seal, 0); /* （盖章） */
    if (open < line.len) line = slice_trim(slice_sub(line, 0, open));
    bool signs = line.len && is_name(w, line);
    if (signs && !s->place.text.len) tell(&s->named, line, origin);
    return signs;
}

static bool is_signature(const struct body_words *w, slice line) {
    for (size_t at = 0; at < line.len; at = utf8_next(line, at))
        if (signs(w, slice_from(line, at))) return true;
    return false;
}

/* The offices that a title tells for each level of place, when the word ends it: 政府工作报告, 第九届|法院工作报告（摘要）, but
 * 政府工作报告|任务分解. */
static slice offices_in(const struct body_words *w, slice line, const struct sieve *sieve) {
    const struct word_list *titles = &w->of[WORD_CONGRESS];
    size_t                  size;
    if (!first_of(titles, line, sieve)) return SLICE_NONE;
    for (size_t at = 0; at < line.len; at = utf8_next(line, at)) {
        size_t n = starts_with(titles, slice_from(line, at));
        if (!n) continue;
        slice behind = slice_from(line, at + n), title = slice_sub(line, at, at + n);
        bool  opens = name_start(w, line, at) == at || ends_with(&w->of[WORD_LEVEL], slice_sub(line, 0, at));
        if (!opens || (behind.len && is_han(utf8_decode(behind, &size)))) continue;
        for (size_t i = 0; i < titles->count; i++)
            if (slice_equal(titles->items[i].text, title)) return titles->items[i].kind;
    }
    return SLICE_NONE;
}

enum title_kind body_look_at_title(struct body_search *s, const struct body_words *w, slice line, enum origin origin) {
    struct sieve sieve = sieve_text(line);
    if (first_of(&w->of[WORD_SPEECH], line, &sieve) || spoken_for(w, line, &sieve).len) return TITLE_NONE;
    tell(&s->offices, offices_in(w, line, &sieve), origin);
    const struct word *sort = kind_in(w, line);
    if (!sort || !sort->kind.len) return is_signature(w, line) ? TITLE_NONE : TITLE_PLAIN;
    if (!s->named.text.len && s->above.text.len) s->named = s->above, s->from_above = true;
    if (!s->sort || sort->row < s->sort) {
        s->sort = sort->row;
        s->kind = (struct fact){sort->kind, origin};
    }
    return TITLE_OF_KIND;
}

/* ---- what it comes to ---- */

/* 青禾县/2021.txt, 青禾县2021年政府工作报告.txt: the nearest component that names somebody. */
static void look_at_path(struct body_search *s, const struct body_words *w, slice path) {
    for (size_t end = path.len; end > 0 && !s->named.text.len && !s->place.text.len;) {
        size_t from = end;
        while (from > 0 && path.ptr[from - 1] != '/') from--;
        tell(&s->named, name_in(w, slice_sub(path, from, end)), ORIGIN_PATH);
        look_for_place(s, w, slice_sub(path, from, end), ORIGIN_PATH);
        end = from > 0 ? from - 1 : 0;
    }
}

/* 市人民政府 of 青禾市: its first word is the place's last. */
static struct fact complete(const struct body_words *w, slice name, const struct fact *place, struct arena *arena) {
    size_t level = starts_with(&w->of[WORD_LEVEL], name);
    if (!level || !slice_ends(place->text, slice_sub(name, 0, level))) return (struct fact){0};
    return (struct fact){arena_format(arena, "%.*s%.*s", SLICE_ARG(place->text), SLICE_ARG(slice_from(name, level))),
                         place->origin};
}

/* 法院工作报告 to the congress of 青禾市 is by 青禾市中级人民法院: the row's first office, or the one behind the longest level
 * that the place ends in. */
static struct fact convened(const struct body_search *s, struct arena *arena) {
    slice  office = SLICE_NONE, level, of_level;
    size_t at = 0, longest = 0;
    if (!s->place.text.len || !tsv_word(s->offices.text, &at, &office)) return (struct fact){0};
    while (tsv_word(s->offices.text, &at, &level) && tsv_word(s->offices.text, &at, &of_level))
        if (level.len > longest && slice_ends(s->place.text, level)) {
            longest = level.len;
            office = of_level;
        }
    return (struct fact){arena_format(arena, "%.*s%.*s", SLICE_ARG(s->place.text), SLICE_ARG(office)), s->place.origin};
}

/* 委员会 of 政协青禾县委员会. */
static bool is_tail(slice name, slice whole) { return name.len && name.len < whole.len && slice_ends(whole, name); }

/* The name as the head has it, or as the page's publisher or the path completes it. */
static struct fact name_found(struct body_search *s, const struct body_words *w, const struct document *d,
                              struct arena *arena) {
    bool        short_name = starts_with(&w->of[WORD_LEVEL], s->spoken.text) > 0; /* 市人民政府, 区政府 */
    struct fact whose = convened(s, arena);
    if (s->spoken.text.len && !short_name) return is_tail(s->spoken.text, whose.text) ? whose : s->spoken;
    if (!s->named.text.len && d->publisher.len) {
        struct sieve sieve = sieve_text(d->publisher);
        body_look(s, w, d->publisher, &sieve, ORIGIN_META);
    }
    if (!s->named.text.len && !s->place.text.len) look_at_path(s, w, d->path);
    struct fact named = is_tail(s->named.text, whose.text) ? whose : s->named;
    /* 海拉尔区人民政府 over a speech for 区政府 */
    if (short_name && slice_ends(named.text, slice_from(s->spoken.text, s->spoken.text.len - SHORT_OFFICE))) return named;
    struct fact full = short_name ? complete(w, s->spoken.text, &s->place, arena) : (struct fact){0};
    if (full.text.len) return full;
    if (named.text.len) return named;
    if (s->spoken.text.len) return s->spoken;
    return whose.text.len ? whose : s->alone ? s->place : s->spoken;
}

struct fact body_found(struct body_search *s, const struct body_words *w, const struct document *d, slice text,
                       struct arena *arena) {
    struct fact name = name_found(s, w, d, arena);
    bool        whole = name.text.len && starts_with(&w->of[WORD_END], name.text) == name.text.len; /* 行署 */
    bool        bare = whole || starts_with(&w->of[WORD_LEVEL], name.text);
    slice       full = bare ? place_completes(w->places, name.text, text, arena) : SLICE_NONE;
    if (full.len) return (struct fact){full, ORIGIN_TEXT};
    return (struct fact){arena_copy(arena, name.text), name.origin};
}

/* The kind that a row makes of the general one: 工作报告 政府工作报告. */
static bool make_special(slice *kind, const struct word *word) {
    size_t at = 0;
    slice  general, special;
    bool   made = tsv_word(word->kind, &at, &general) && tsv_word(word->kind, &at, &special) && slice_equal(general, *kind);
    if (made) *kind = special;
    return made;
}

struct fact kind_found(const struct body_search *s, const struct body_words *w, slice body) {
    const struct word_list *firsts = &w->of[WORD_FIRST], *ends = &w->of[WORD_END];
    struct fact             kind = s->kind.text.len ? s->kind : s->speech;
    for (size_t i = 0; i < firsts->count; i++)
        if (slice_starts(body, firsts->items[i].text) && make_special(&kind.text, &firsts->items[i])) return kind;
    for (size_t i = 0; i < ends->count; i++)
        if (slice_ends(body, ends->items[i].text) && make_special(&kind.text, &ends->items[i])) return kind;
    return kind;
}
