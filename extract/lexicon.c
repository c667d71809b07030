/* Words of several tables in one trie, each with its class: 提高到 is found before 提高. */
#include "extract/lexicon.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

struct class_row {
    uint32_t han;
    slice    name, letters;
};
enum { MOST_GROUPS = 16, NOTED = 128 };
struct lexicon {
    struct alphabet *alphabet;
    struct trie      trie;  /* values are index << 8 | NOTED | tag of words */
    struct word     *words; /* in the order of the tables */
    size_t           word_count, word_room;
    struct class_row classes[128], groups[MOST_GROUPS]; /* by letter; names for several classes at once */
    size_t           group_count;
};

char class_tag(const struct lexicon *x, uint32_t code_point) {
    for (int i = 1; i < 128; i++)
        if (x->classes[i].han == code_point) return (char)i;
    return 0;
}

slice class_letters(const struct lexicon *x, uint32_t code_point) {
    char tag = class_tag(x, code_point);
    if (tag) return x->classes[(unsigned char)tag].letters;
    for (size_t i = 0; i < x->group_count; i++)
        if (x->groups[i].han == code_point) return x->groups[i].letters;
    return SLICE_NONE;
}

slice class_name(const struct lexicon *x, char tag) { return x->classes[(unsigned char)tag & 127].name; }

bool lexicon_load(struct lexicon **out, struct alphabet *alphabet, const char *classes_path, struct arena *run,
                  struct err *err) {
    struct tsv      table;
    struct lexicon *x = *out = arena_new(run, sizeof *x);
    x->alphabet = alphabet;
    if (!tsv_load(&table, classes_path, run, err)) return false;
    int han = tsv_column(&table, "类"), letter = tsv_column(&table, "字母");
    for (size_t i = 0; i < table.rows; i++) {
        slice  name = tsv_cell(&table.row[i], han), tag = tsv_cell(&table.row[i], letter);
        size_t size;
        if (name.len && tag.len > 1 && x->group_count < MOST_GROUPS) {
            x->groups[x->group_count++] = (struct class_row){utf8_decode(name, &size), name, tag};
            continue;
        }
        if (name.len == 0 || tag.len != 1 || x->classes[(unsigned char)tag.ptr[0] & 127].han)
            return err_set(err, ERR_RULE, classes_path, table.row[i].line, 0,
                           "needs 类, one character, and 字母, one letter of its own");
        x->classes[(unsigned char)tag.ptr[0] & 127] = (struct class_row){utf8_decode(name, &size), name, tag};
    }
    return true;
}

bool lexicon_add(struct lexicon *x, const char *path, const char *tag_name, struct arena *run, struct err *err) {
    struct tsv table;
    if (!tsv_load(&table, path, run, err)) return false;
    int text = tsv_column(&table, "写法"), class = tag_name ? -1 : tsv_column(&table, "类"), note = tsv_column(&table, "附");
    if (text < 0 || (!tag_name && class < 0)) return err_set(err, ERR_RULE, path, 1, 0, "needs the columns 写法 and 类");
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        slice                 name = tag_name ? slice_of(tag_name) : tsv_cell(row, class);
        size_t                size = 0;
        char                  tag = name.len ? class_tag(x, utf8_decode(name, &size)) : 0;
        if (!tag || size != name.len)
            return err_set(err, ERR_RULE, path, row->line, 0, "class %.*s is not in classes.tsv", SLICE_ARG(name));
        /* Several words of one class share a row, parted by blanks. */
        slice cell = tsv_cell(row, text);
        for (size_t at = 0, end; at < cell.len; at = end + 1) {
            end = slice_find(cell, SLICE_LIT(" "), at);
            if (end == SIZE_MAX) end = cell.len;
            if (end == at) continue;
            struct word word = {slice_sub(cell, at, end), tsv_cell(row, note), table.path, row->line, tag};
            ARENA_PUSH(run, x->words, x->word_count, x->word_room, word);
        }
    }
    return true;
}

void lexicon_close(struct lexicon *x, struct arena *run) {
    struct trie_entry *entries = ARENA_ARRAY(run, struct trie_entry, x->word_count + 1);
    for (size_t i = 0; i < x->word_count; i++) {
        size_t   size;
        uint32_t code = utf8_decode(x->words[i].text, &size);
        if (size == x->words[i].text.len) alphabet_mark(x->alphabet, code, MARK_WORD, run);
        uint32_t noted = x->words[i].note.len ? NOTED : 0;
        entries[i] = (struct trie_entry){x->words[i].text, (uint32_t)i << 8 | noted | (unsigned char)x->words[i].tag};
    }
    x->trie.folds = true;
    trie_build(&x->trie, x->alphabet, entries, x->word_count, run);
}

static struct letter letter_at(const struct lexicon *x, slice text, size_t at, size_t *size) {
    *size = 0;
    return at < text.len ? letter_of(x->alphabet, utf8_decode(slice_from(text, at), size)) : (struct letter){0};
}

struct word_hit lexicon_find(const struct lexicon *x, slice text) {
    size_t   size = 0;
    uint32_t found = trie_longest(&x->trie, x->alphabet, text, &size);
    if (!found) return (struct word_hit){0};
    return (struct word_hit){&x->words[found >> 8], (uint32_t)size, (char)(found & 127), found & NOTED};
}

size_t lexicon_skip(const struct lexicon *x, slice text) {
    size_t        at, size, more;
    struct letter letter, next;
    letter_at(x, text, 0, &at);
    for (letter = letter_at(x, text, at, &size); size; at += size, size = more, letter = next) {
        next = letter_at(x, text, at + size, &more);
        if (letter.marks || trie_may_start(&x->trie, letter.twin, next.twin)) break;
    }
    return at;
}
