/* Lines at the head of a report → its body. A name ends in a word of rules/bodies.tsv (人民政府, 县委, 统计局) and begins
 * behind a word or sign that is no part of one: 现在，我代表|国务院, 2024年|通山县政府. Years and titles are context.c's. */
#include "extract/body.h"

#include "extract/claim.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

enum {
    LONGEST_LINE = 200 /* bytes; longer ones are no titles */,
    LONGEST_OPENING = 600 /* of a paragraph that may open with 我代表 */,
    LONGEST_NAME = 90
};

enum word_class { WORD_END, WORD_WEAK, WORD_EDGE, WORD_SPEAKS, WORD_LEVEL, WORD_OFFICE, WORD_SORT, WORD_CLASSES };

struct word_list {
    slice *items;
    size_t count, room;
    bool   first[256], last[256]; /* by the last byte of a word's first and last character: most places hold no word */
};
struct body_words {
    struct word_list of[WORD_CLASSES];
};

static void add(struct word_list *l, slice word, struct arena *run) {
    l->first[(unsigned char)word.ptr[utf8_size((unsigned char)word.ptr[0]) - 1]] = true;
    l->last[(unsigned char)word.ptr[word.len - 1]] = true;
    ARENA_PUSH(run, l->items, l->count, l->room, word);
}

bool bodies_load(struct body_words **out, const char *path, struct arena *run, struct err *err) {
    static const char *const names[WORD_CLASSES] = {"末", "弱末", "界", "代", "级", "职", "文种"};
    struct tsv               table;
    struct body_words       *w = *out = arena_new(run, sizeof *w);
    if (!tsv_load(&table, path, run, err)) return false;
    int text = tsv_column(&table, "写法"), class = tsv_column(&table, "类");
    if (text < 0 || class < 0) return err_set(err, ERR_RULE, path, 1, 0, "needs the columns 写法 类");
    for (size_t i = 0; i < table.rows; i++) {
        slice cell = tsv_cell(&table.row[i], text);
        int   of = name_index(names, WORD_CLASSES, tsv_cell(&table.row[i], class));
        if (of < 0)
            return err_set(err, ERR_RULE, path, table.row[i].line, 0, "unknown 类 “%.*s”; see the list at the top of the file",
                           SLICE_ARG(tsv_cell(&table.row[i], class)));
        for (size_t at = 0, end; at < cell.len; at = end + 1) {
            end = slice_find(cell, SLICE_LIT(" "), at);
            if (end == SIZE_MAX) end = cell.len;
            if (end > at) add(&w->of[of], slice_sub(cell, at, end), run);
        }
    }
    return true;
}

/* ---- words at a place ---- */

/* Bytes of the longest word of the list that `s` starts with, 0: none. */
static size_t starts_with(const struct word_list *l, slice s) {
    size_t longest = 0;
    if (s.len < 3 || !l->first[(unsigned char)s.ptr[2]]) return 0; /* the words are Han, three bytes a character */
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].len > longest && slice_starts(s, l->items[i])) longest = l->items[i].len;
    return longest;
}

static size_t ends_with(const struct word_list *l, slice s) {
    size_t longest = 0;
    if (!s.len || !l->last[(unsigned char)s.ptr[s.len - 1]]) return 0;
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].len > longest && slice_ends(s, l->items[i])) longest = l->items[i].len;
    return longest;
}

static bool holds_any(const struct word_list *l, slice s) {
    for (size_t i = 0; i < l->count; i++)
        if (slice_find(s, l->items[i], 0) != SIZE_MAX) return true;
    return false;
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

/* The end of the first name of the line at or behind `from`: 县委|宣传部 is one; SIZE_MAX when there is none. */
static size_t name_end(const struct body_words *w, slice line, size_t from) {
    size_t size;
    for (size_t at = from; at < line.len; at += size) {
        utf8_decode(slice_from(line, at), &size);
        size_t n = starts_with(&w->of[WORD_END], slice_from(line, at));
        if (!n && (n = starts_with(&w->of[WORD_WEAK], slice_from(line, at))) &&
            !holds_any(&w->of[WORD_SORT], slice_from(line, at + n)))
            n = 0;
        if (!n) continue;
        for (size_t more = n; more; n += more) {
            more = starts_with(&w->of[WORD_END], slice_from(line, at + n));
            if (!more) more = starts_with(&w->of[WORD_WEAK], slice_from(line, at + n));
            if (!more) return at + n;
        }
    }
    return SIZE_MAX;
}

/* ---- looking ---- */

/* 我代表国务院，受市人民政府委托: the name stands directly behind. */
static slice spoken_for(const struct body_words *w, slice text) {
    size_t size;
    for (size_t at = 0; at < text.len; at += size) {
        utf8_decode(slice_from(text, at), &size);
        size_t n = starts_with(&w->of[WORD_SPEAKS], slice_from(text, at));
        size_t end = n ? name_end(w, text, at + n) : SIZE_MAX;
        if (end == SIZE_MAX) continue;
        size_t from = name_start(w, text, end);
        /* 第十四届|中央委员会: between the two stands at most what numbers the body. */
        if (from >= at + n && from <= at + n + 24 && end - from <= LONGEST_NAME) return slice_sub(text, from, end);
    }
    return SLICE_NONE;
}

/* 广东省|第十四届人民代表大会, 广东省|省长, 青禾县|2021年: a place is named before it. Of a path its parts say who reports. */
static void look_for_place(struct body_search *s, const struct body_words *w, slice line, bool path) {
    size_t size;
    for (size_t at = 0; at < line.len && !s->place.len; at += size) {
        utf8_decode(slice_from(line, at), &size);
        size_t end = at + size, level = ends_with(&w->of[WORD_LEVEL], slice_sub(line, 0, end));
        if (!level) continue;
        slice  behind = slice_from(line, end);
        size_t from = name_start(w, line, end);
        bool   dated = behind.len > 0 && behind.ptr[0] >= '0' && behind.ptr[0] <= '9';
        bool   whole = behind.len == 0 && from == 0;
        s->alone = starts_with(&w->of[WORD_SORT], behind) || starts_with(&w->of[WORD_OFFICE], behind) ||
                   (dated && (path || holds_any(&w->of[WORD_SORT], behind))) || (path && whole);
        bool closed = s->alone || whole || slice_starts(behind, SLICE_LIT("第"));
        if (closed && end - from > level && end - from <= LONGEST_NAME) s->place = slice_sub(line, from, end);
    }
}

/* A title goes on to a sort of document, a signature to an office, a date or nothing; 落实县委决策部署 is neither. */
static bool is_title(const struct body_words *w, slice behind) {
    return behind.len == 0 || (unsigned char)behind.ptr[0] < 0x80 || slice_starts(behind, SLICE_LIT("〔")) ||
           starts_with(&w->of[WORD_OFFICE], behind) || holds_any(&w->of[WORD_SORT], behind);
}

static slice name_in(const struct body_words *w, slice line) {
    for (size_t end = 0; (end = name_end(w, line, end)) != SIZE_MAX;) {
        slice name = slice_sub(line, name_start(w, line, end), end);
        if (is_title(w, slice_from(line, end)) && name.len > 6 && name.len <= LONGEST_NAME &&
            !starts_with(&w->of[WORD_LEVEL], name))
            return name;
    }
    return SLICE_NONE;
}

void body_look(struct body_search *s, const struct body_words *w, slice line) {
    size_t opening = line.len < LONGEST_OPENING ? line.len : LONGEST_OPENING;
    while (opening < line.len && ((unsigned char)line.ptr[opening] & 0xC0) == 0x80) opening--;
    if (!s->spoken.len) s->spoken = spoken_for(w, slice_sub(line, 0, opening));
    if (line.len > LONGEST_LINE) return;
    if (!s->named.len) s->named = name_in(w, slice_trim(line));
    look_for_place(s, w, line, false);
}

/* ---- what it comes to ---- */

/* 青禾县/2021.txt, 青禾县2021年政府工作报告.txt: the nearest component that names somebody. */
static void look_at_path(struct body_search *s, const struct body_words *w, slice path) {
    for (size_t end = path.len; end > 0 && !s->named.len && !s->place.len;) {
        size_t from = end;
        while (from > 0 && path.ptr[from - 1] != '/') from--;
        s->named = name_in(w, slice_sub(path, from, end));
        look_for_place(s, w, slice_sub(path, from, end), true);
        end = from > 0 ? from - 1 : 0;
    }
}

/* 市人民政府 of 青禾市: its first word is the place's last. */
static slice complete(const struct body_words *w, slice name, slice place, struct arena *arena) {
    size_t level = starts_with(&w->of[WORD_LEVEL], name);
    if (!level || !slice_ends(place, slice_sub(name, 0, level))) return SLICE_NONE;
    return arena_format(arena, "%.*s%.*s", SLICE_ARG(place), SLICE_ARG(slice_from(name, level)));
}

slice body_found(struct body_search *s, const struct body_words *w, slice publisher, slice path, struct arena *arena) {
    bool  short_name = starts_with(&w->of[WORD_LEVEL], s->spoken) > 0; /* 市人民政府, 区政府 */
    slice name = s->spoken, full = SLICE_NONE;
    if (!name.len || short_name) {
        if (!s->named.len && publisher.len) body_look(s, w, publisher);
        if (!s->named.len && !s->place.len) look_at_path(s, w, path);
        if (short_name) full = complete(w, name, s->place, arena);
        /* 海拉尔区人民政府 over a speech for 区政府 */
        bool same = short_name && slice_ends(s->named, slice_from(name, name.len - strlen("政府")));
        name = same ? s->named : full.len ? full : s->named.len ? s->named : name.len || !s->alone ? name : s->place;
    }
    return name.len ? arena_copy(arena, name) : SLICE_NONE;
}
