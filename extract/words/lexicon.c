/* Words of several tables in one trie, each with its class: 提高到 is found before 提高. */
#include "extract/words/lexicon.h"

#include "extract/base/tsv.h"
#include "extract/claim.h"
#include "extract/words/headings.h"
#include "extract/base/order.h"

#include "extract/base/banned.h"

/* Where a class's letter is kept by its character, or would be: a pattern is full of them. At most half of the places are
 * taken. */
static size_t class_place(const struct lexicon *x, uint32_t code_point) {
    size_t place = code_point % CLASS_PLACES;
    while (x->tags[place] && x->classes[x->tags[place]].han != code_point) place = (place + 1) % CLASS_PLACES;
    return place;
}

/* 0 when there is no such class. */
static char class_tag(const struct lexicon *x, uint32_t code_point) { return (char)x->tags[class_place(x, code_point)]; }

slice class_letters(const struct lexicon *x, uint32_t code_point) {
    char tag = class_tag(x, code_point);
    if (tag) return x->classes[(unsigned char)tag].letters;
    for (size_t i = 0; i < x->group_count; i++)
        if (x->groups[i].han == code_point) return x->groups[i].letters;
    return SLICE_NONE;
}

slice classes_spelled_out(const struct lexicon *x, slice set) {
    for (size_t i = 0; i < x->group_count; i++) {
        const slice group = x->groups[i].letters;
        const u128  all = class_bits(group.ptr, group.len);
        u128        missing = all;
        for (size_t at = 0, size; at < set.len; at += size) {
            const slice letters = class_letters(x, utf8_decode(slice_from(set, at), &size));
            const u128  some = class_bits(letters.ptr, letters.len);
            if (all & ~some) missing &= ~some; /* 量 holds 计 and is not one of its letters */
        }
        if (!missing) return x->groups[i].name;
    }
    return SLICE_NONE;
}

slice class_name(const struct lexicon *x, char tag) { return x->classes[(unsigned char)tag & 127].name; }

bool lexicon_load(struct lexicon **out, struct alphabet *alphabet, const char *classes_path, struct arena *run,
                  struct err *err) {
    struct tsv      table;
    struct lexicon *x = *out = arena_new(run, sizeof *x);
    x->alphabet = alphabet;
    int han, letter, marks;
    if (!tsv_load(&table, classes_path, run, err) ||
        !TSV_COLUMNS(&table, err, {COLUMN_CLASS, &han}, {COLUMN_LETTER, &letter}, {COLUMN_MARKS, &marks}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        slice            name = tsv_cell(&table.row[i], han), tag = tsv_cell(&table.row[i], letter);
        size_t           size = 0;
        struct class_row row = {name.len ? utf8_decode(name, &size) : 0, name, tag};
        bool             good = name.len > 0 && size == name.len && 2 * tag.len + 2 <= CLASS_ROOM * name.len;
        if (good && tag.len > 1 && x->group_count < CLASS_GROUPS) {
            x->groups[x->group_count++] = row;
            continue;
        }
        if (!good || tag.len != 1 || x->classes[(unsigned char)tag.ptr[0] & 127].han)
            return err_set(err, ERR_RULE, classes_path, table.row[i].line, 0,
                           "needs %s, one character, and %s, one letter of its own or at most 11 of others", COLUMN_CLASS,
                           COLUMN_LETTER);
        unsigned char number = (unsigned char)tag.ptr[0] & 127;
        x->tags[class_place(x, row.han)] = number;
        x->classes[number] = row;
        slice all = tsv_cell(&table.row[i], marks);
        for (size_t at = 0; at < all.len; at += size)
            alphabet_mark(alphabet, utf8_decode(slice_from(all, at), &size), number & MARK_PUNCTUATION, run);
    }
    return true;
}

#define WORD(name, word) word,
static const char *const note_words[] = {NOTES(WORD)}, *const edge_names[] = {EDGES(WORD)};
#undef WORD

/* What the words of a row tell, parted by blanks in its cell: thing scheme. They are the next that are pushed: the edges wait
 * for the last of them. */
static void read_notes(struct lexicon *x, struct word *word, struct word_row *shared, struct arena *run) {
    slice told;
    for (size_t at = 0; tsv_word(shared->note, &at, &told);) {
        int note = name_index(note_words, NUMBER_OTHER, told), edge = note < 0 ? name_index(edge_names, EDGE_NONE, told) : -1;
        if (edge < 0) shared->notes |= UINT64_C(1) << (note < 0 ? NUMBER_OTHER : note);
        if (edge < 0) continue;
        struct edge_row row = {(uint32_t)x->word_count, (uint32_t)x->word_count, (enum edge)edge};
        ARENA_PUSH(run, x->edge_rows, x->edge_row_count, x->edge_row_room, row);
        word->edged = true;
    }
}

/* Which of the sets of notes it is; NOTE_SETS when there are too many. */
static uint8_t note_set(struct lexicon *x, uint64_t notes) {
    uint8_t set = 0;
    while (set <= x->last_set && x->note_sets[set] != notes) set++;
    if (set > x->last_set && set < NOTE_SETS) x->note_sets[x->last_set = set] = notes;
    return set;
}

enum { EDGE_ROWS = 1024 }; /* room at first */
struct word_table {
    struct tsv rows;
    char       tag;      /* the class of all; 0: each row tells its own */
    bool       at_edges; /* only the words of rows that tell an edge are words */
    int        text, class, note;
};

static bool table_add(struct lexicon *x, struct word_table t, const char *path, struct arena *run, struct err *err) {
    t.class = -1;
    if (!tsv_load(&t.rows, path, run, err) || !TSV_COLUMNS(&t.rows, err, {COLUMN_TEXT, &t.text}) ||
        (!t.tag && !TSV_COLUMNS(&t.rows, err, {COLUMN_CLASS, &t.class})))
        return false;
    t.note = tsv_column(&t.rows, COLUMN_NOTE);
    ARENA_PUSH(run, x->tables, x->table_count, x->table_room, t);
    return true;
}

bool lexicon_add(struct lexicon *x, const char *path, char tag, struct arena *run, struct err *err) {
    return table_add(x, (struct word_table){.tag = tag}, path, run, err);
}

bool lexicon_add_edges(struct lexicon *x, const char *path, struct arena *run, struct err *err) {
    return table_add(x, (struct word_table){.tag = NOUN, .at_edges = true}, path, run, err);
}

/* Several words of one class share a row, parted by blanks. */
static bool words_read(struct lexicon *x, const struct word_table *t, struct arena *run, struct err *err) {
    slice  before = SLICE_NONE; /* rows of one class stand together */
    size_t size = 0;
    char   tag = t->tag;
    for (size_t i = 0; i < t->rows.rows; i++) {
        const struct tsv_row *row = &t->rows.row[i];
        slice                 name = t->tag ? SLICE_NONE : tsv_cell(row, t->class);
        if (!slice_equal(name, before)) tag = name.len ? class_tag(x, utf8_decode(name, &size)) : 0;
        before = name;
        if (!tsv_filled(&t->rows, row, COLUMN_TEXT, tsv_cell(row, t->text), err)) return false;
        if (!tag || size != name.len)
            return err_set(err, ERR_RULE, t->rows.path, row->line, tsv_place(row, name), "class %.*s is not in classes.tsv",
                           SLICE_ARG(name));
        if (is_one_of(tag, FIGURES))
            return err_set(err, ERR_RULE, t->rows.path, row->line, tsv_place(row, name),
                           "class %.*s is of figures; give words another", SLICE_ARG(name));
        struct word_row *shared = &x->word_rows[x->word_row_count++];
        struct word      word = {.row = shared, .tag = tag};
        size_t           edges = x->edge_row_count;
        *shared = (struct word_row){.note = tsv_cell(row, t->note), .path = t->rows.path, .line = row->line};
        read_notes(x, &word, shared, run);
        if (t->at_edges && !word.edged) continue;
        if (!word.edged) word.set = note_set(x, shared->notes);
        for (size_t at = 0; tsv_word(tsv_cell(row, t->text), &at, &word.text);)
            ARENA_PUSH(run, x->words, x->word_count, x->word_room, word);
        for (; edges < x->edge_row_count; edges++) x->edge_rows[edges].to = (uint32_t)x->word_count;
        if (word.set == NOTE_SETS || x->word_count > MOST_LEXICON)
            return err_set(err, ERR_RULE, t->rows.path, row->line, 0,
                           "more than %d words, or than %d sets of what they tell (%s)", MOST_LEXICON, NOTE_SETS, COLUMN_NOTE);
    }
    return true;
}

/* ---- the first two letters ---- */

/* Where row after row of pairs is laid between the others: bit n is a place that is taken. A row of as many letters as another
 * is tried from where that one lies. */
enum { ROW_SIZES = 16 };
struct places {
    uint64_t *taken;
    size_t    room; /* words of it */
    size_t    from[ROW_SIZES];
};

static size_t row_count(const uint16_t *row) {
    size_t count = 0;
    while (row[count] != NO_LETTER) count++;
    return count;
}

static uint64_t taken_from(const struct places *p, size_t place) {
    uint64_t low = p->taken[place / 64] >> place % 64;
    return place % 64 ? low | p->taken[place / 64 + 1] << (64 - place % 64) : low;
}

/* The first place from which none of the letters of a row falls on one that is taken: 64 are tried at once. */
static uint32_t place_row(struct places *p, const uint16_t *row, size_t letters, struct arena *run) {
    size_t   count = row_count(row), *from = &p->from[count < ROW_SIZES ? count : ROW_SIZES - 1], at = *from;
    uint64_t taken = UINT64_MAX;
    for (; !~taken; at += 64) {
        p->taken = arena_grow(run, p->taken, p->room, &p->room, (at + letters) / 64 + 3, sizeof *p->taken);
        taken = 0;
        for (size_t i = 0; i < count && ~taken; i++) taken |= taken_from(p, at + row[i]);
    }
    *from = at -= 64;
    for (; taken & 1; taken >>= 1) at++;
    for (size_t i = 0; i < count; i++) p->taken[(at + row[i]) / 64] |= (uint64_t)1 << (at + row[i]) % 64;
    return (uint32_t)at;
}

static uint16_t thirds_of(const struct trie *trie, struct trie_node node) {
    unsigned        thirds = 0;
    const uint16_t *row = trie_row(trie, node);
    for (size_t i = 0; node.behind && row[i] != NO_LETTER; i++) thirds |= 1u << row[i] / 8 % 16;
    return (uint16_t)thirds;
}

static void pairs_build(struct lexicon *x, size_t letters, struct arena *run) {
    const struct trie *trie = &x->trie;
    struct places      places = {0};
    uint32_t           last = 0;
    for (size_t first = 0; first < trie->first_count; first++) {
        if (!trie->first[first].behind) continue;
        x->starts[first].pairs = place_row(&places, trie_row(trie, trie->first[first]), letters, run);
        if (x->starts[first].pairs > last) last = x->starts[first].pairs;
    }
    x->pairs = ARENA_ARRAY(run, struct word_pair, last + letters);
    x->behind = ARENA_ARRAY(run, uint32_t, last + letters);
    for (size_t first = 0; first < trie->first_count; first++) {
        const uint16_t    *row = trie_row(trie, trie->first[first]);
        struct word_start *start = &x->starts[first];
        for (size_t i = 0; trie->first[first].behind && row[i] != NO_LETTER; i++) {
            struct trie_node node = trie_row_node(row, i);
            size_t           place = start->pairs + row[i];
            start->seconds |= (uint64_t)1 << row[i] % 64;
            x->pairs[place] = (struct word_pair){node.value, (uint16_t)first, thirds_of(trie, node)};
            x->behind[place] = node.behind;
        }
    }
}

/* A punctuation mark is no more than it is. */
static void starts_build(struct lexicon *x, struct arena *run) {
    const struct alphabet *a = x->alphabet;
    const size_t           letters = a->count > x->trie.first_count ? a->count : x->trie.first_count;
    x->starts = ARENA_ARRAY(run, struct word_start, letters);
    pairs_build(x, letters, run);
    for (size_t letter = 0; letter < letters; letter++) {
        uint32_t marks = letter < a->count ? a->marks[letter] : 0;
        x->starts[letter].value = trie_first(&x->trie, (uint32_t)letter).value;
        if (marks & MARK_PUNCTUATION) x->starts[letter] = (struct word_start){.value = marks & MARK_PUNCTUATION};
    }
    for (size_t letter = 0; letter < a->count; letter++)
        if (a->marks[letter] & (MARK_NUMERAL | MARK_PERIOD | MARK_LATIN)) x->starts[letter].seconds |= OPENS_MORE;
}

/* The character that a text, which is not empty, opens or ends with. */
static inline uint32_t opening_of(slice text) {
    size_t size;
    return utf8_at(text.ptr, &size);
}
static inline uint32_t ending_of(slice text) {
    return opening_of(slice_from(text, text.len - utf8_size_before(text, text.len)));
}

/* The longest first: 柳林村民 ends in 村民 before it ends in 民. */
static void sort_words(struct edge_words *out, const struct word *words, const struct edge_word *own, size_t count,
                       struct arena *run) {
    out->words = ARENA_ARRAY(run, struct edge_word, count + 1);
    for (size_t i = 0; i < count; i++) out->from[own[i].code % EDGE_SORTS + 1]++;
    for (size_t i = 0; i < EDGE_SORTS; i++) out->from[i + 1] += out->from[i];
    uint16_t next[EDGE_SORTS];
    memcpy(next, out->from, sizeof next);
    for (size_t i = 0; i < count; i++) {
        unsigned sort = own[i].code % EDGE_SORTS;
        size_t   bytes = words[own[i].index].text.len;
        uint16_t first = out->from[sort], at = next[sort]++;
        for (; at > first && words[out->words[at - 1].index].text.len < bytes; at--) out->words[at] = out->words[at - 1];
        out->words[at] = own[i];
    }
}

/* The words at edges: each is looked for among its own. */
static void edges_build(struct lexicon *x, struct arena *run) {
    struct edge_word *own = ARENA_BARE_ARRAY(run, struct edge_word, x->word_count + 1);
    for (unsigned edge = 0; edge < EDGE_NONE; edge++) {
        size_t owned = 0;
        for (const struct edge_row *row = x->edge_rows; row < x->edge_rows + x->edge_row_count; row++)
            for (uint32_t i = row->from; row->edge == edge && i < row->to; i++) own[owned++].index = i;
        for (size_t i = 0; i < owned; i++) {
            own[i].code = opening_of(x->words[own[i].index].text);
            x->edges[own[i].code % EDGE_CHARACTERS].opening[edge / 64] |= UINT64_C(1) << edge % 64;
        }
        sort_words(&x->openings[edge], x->words, own, owned, run);
        for (size_t i = 0; i < owned; i++) {
            own[i].code = ending_of(x->words[own[i].index].text);
            x->edges[own[i].code % EDGE_CHARACTERS].ending[edge / 64] |= UINT64_C(1) << edge % 64;
        }
        sort_words(&x->endings[edge], x->words, own, owned, run);
    }
}

/* All words but those of edges. */
static void trie_of_words(struct lexicon *x, struct arena *run) {
    size_t bytes = 0;
    for (const struct word *word = x->words + 1; word < x->words + x->word_count; word++)
        bytes += word->edged ? 0 : word->text.len;
    struct trie_keys keys = trie_open(x->word_count, bytes, run);
    for (size_t i = 1; i < x->word_count; i++) {
        const struct word *word = &x->words[i];
        if (word->edged) continue;
        if (word->text.len > x->longest) x->longest = word->text.len;
        struct trie_entry entry = {word->text, word_value((uint32_t)i, word->set, word->tag)};
        trie_add(&keys, x->alphabet, entry, run);
    }
    x->trie.joins = true;
    trie_close(&x->trie, &keys, x->alphabet, run);
}

bool lexicon_close(struct lexicon *x, struct arena *run, struct err *err) {
    size_t rows = 0;
    for (size_t i = 0; i < x->table_count; i++) rows += x->tables[i].rows.rows;
    x->word_rows = ARENA_BARE_ARRAY(run, struct word_row, rows + 1);
    x->edge_rows = ARENA_ARRAY(run, struct edge_row, x->edge_row_room = EDGE_ROWS); /* so that the words grow where they lie */
    ARENA_PUSH(run, x->words, x->word_count, x->word_room, (struct word){0});       /* the first is none */
    for (size_t i = 0; i < x->table_count; i++)
        if (!words_read(x, &x->tables[i], run, err)) return false;
    trie_of_words(x, run);
    starts_build(x, run);
    edges_build(x, run);
    return true;
}

/* Of the words from `one` on with its character the first that stands at the start of the text or, where it `ends`, at its end.
 */
APART static const struct word *whole_word(const struct lexicon *x, const struct edge_word *one, const struct edge_word *end,
                                           slice text, bool ends) {
    for (uint32_t code = one->code; one < end; one++) {
        const struct word *word = &x->words[one->index];
        if (one->code != code || word->text.len > text.len) continue;
        if (memcmp(text.ptr + (ends ? text.len - word->text.len : 0), word->text.ptr, word->text.len) == 0) return word;
    }
    return NULL;
}

/* `code`: the character at that edge of the text. */
APART static const struct word *edge_word(const struct lexicon *x, const struct edge_words *own, slice text, uint32_t code,
                                          bool ends) {
    const uint16_t         *from = &own->from[code % EDGE_SORTS];
    const struct edge_word *one = own->words + from[0], *end = own->words + from[1];
    while (one < end && one->code != code) one++;
    return one < end ? whole_word(x, one, end, text, ends) : NULL;
}

static inline bool edge_among(const uint64_t edges[EDGE_WORDS], enum edge edge) { return edges[edge / 64] >> edge % 64 & 1; }

const struct word *lexicon_ending(const struct lexicon *x, slice text, enum edge edge) {
    if (text.len == 0) return NULL;
    const uint32_t code = ending_of(text);
    if (!edge_among(x->edges[code % EDGE_CHARACTERS].ending, edge)) return NULL;
    return edge_word(x, &x->endings[edge], text, code, true);
}

const struct word *lexicon_opening(const struct lexicon *x, slice text, enum edge edge) {
    if (text.len == 0) return NULL;
    const uint32_t code = opening_of(text);
    if (!edge_among(x->edges[code % EDGE_CHARACTERS].opening, edge)) return NULL;
    return edge_word(x, &x->openings[edge], text, code, false);
}

const struct word *lexicon_within(const struct lexicon *x, slice text, enum edge edge, size_t *at) {
    const struct word *word = NULL;
    while (*at < text.len && !(word = lexicon_opening(x, slice_from(text, *at), edge))) *at = utf8_next(text, *at);
    return word;
}

bool lexicon_is(const struct lexicon *x, slice text, enum edge edge) {
    const struct word *word = lexicon_ending(x, text, edge);
    return word && word->text.len == text.len;
}

bool lexicon_ends_in(const struct lexicon *x, slice text, const enum edge *edges) {
    while (*edges != EDGE_NONE && !lexicon_ending(x, text, *edges)) edges++;
    return *edges != EDGE_NONE;
}

bool lexicon_ends_truly(const struct lexicon *x, slice text, enum edge edge) {
    const struct word *own = lexicon_ending(x, text, edge), *other = own ? lexicon_ending(x, text, EDGE_LOOKALIKE) : NULL;
    return own && (!other || other->text.len < own->text.len); /* 韩城市, though a 城市 is none */
}

static int by_table_and_text(const void *a, const void *b) {
    const struct word *x = *(const struct word *const *)a, *y = *(const struct word *const *)b;
    int                order = strcmp(x->row->path, y->row->path);
    if (!order) order = slice_compare(x->text, y->text);
    return order ? order : ORDER(x->row->line, y->row->line);
}

size_t lexicon_repeats(const struct lexicon *x, void (*tell)(const struct err *), struct arena *scratch) {
    const struct word **words = ARENA_ARRAY(scratch, const struct word *, x->word_count + 1);
    size_t              count = 0, repeats = 0;
    for (size_t i = 1; i < x->word_count; i++)
        if (!x->words[i].edged) words[count++] = &x->words[i];
    qsort(words, count, sizeof *words, by_table_and_text);
    for (size_t i = 1; i < count; i++) {
        const struct word *word = words[i], *before = words[i - 1];
        struct err         fault = {0};
        if (strcmp(word->row->path, before->row->path) != 0 || !slice_equal(word->text, before->text)) continue;
        err_set(&fault, ERR_RULE, word->row->path, word->row->line, 0, "“%.*s” stands in line %d already, which is not read",
                SLICE_ARG(word->text), before->row->line);
        tell(&fault);
        repeats++;
    }
    return repeats;
}

size_t lexicon_longest(const struct lexicon *x) { return x->longest; }
