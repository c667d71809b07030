/* A trie over code points in one hash table: (node, character) → node. 提高到 is found before 提高.
 * The first character goes through a direct table: most characters of a report start no word. */
#include "extract/lexicon.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

struct edge {
    uint64_t key; /* node << 21 | code point, 0: free */
    uint32_t to;
};
struct class_row {
    uint32_t han;
    slice    name, letters;
};
enum { MOST_GROUPS = 16 };
struct lexicon {
    uint32_t            root[0x10000]; /* BMP character → node, 0: none */
    struct edge        *edges;
    size_t              edge_count, edge_room; /* room is a power of two */
    const struct word **words;                 /* by node */
    size_t              node_count, node_room;
    struct class_row    classes[128], groups[MOST_GROUPS]; /* by letter; names for several classes at once */
    size_t              group_count;
};

static size_t edge_slot(const struct lexicon *x, uint64_t key) {
    size_t slot = (size_t)(key * 0x9E3779B97F4A7C15u >> 32) & (x->edge_room - 1);
    while (x->edges[slot].key && x->edges[slot].key != key) slot = (slot + 1) & (x->edge_room - 1);
    return slot;
}

static void edges_double(struct lexicon *x, struct arena *run) {
    struct edge *old = x->edges;
    size_t       count = x->edge_room;
    x->edge_room = count ? count * 2 : 1024;
    x->edges = ARENA_ARRAY(run, struct edge, x->edge_room);
    for (size_t i = 0; i < count; i++)
        if (old[i].key) x->edges[edge_slot(x, old[i].key)] = old[i];
}

static uint32_t new_node(struct lexicon *x, struct arena *run) {
    ARENA_PUSH(run, x->words, x->node_count, x->node_room, NULL);
    return (uint32_t)(x->node_count - 1);
}

static uint32_t *step(struct lexicon *x, uint32_t node, uint32_t code, struct arena *run) {
    if (node == 0 && code < 0x10000) return &x->root[code];
    if (x->edge_count * 2 >= x->edge_room) edges_double(x, run);
    size_t slot = edge_slot(x, (uint64_t)node << 21 | code);
    if (!x->edges[slot].key) {
        x->edges[slot].key = (uint64_t)node << 21 | code;
        x->edge_count++;
    }
    return &x->edges[slot].to;
}

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

bool lexicon_load(struct lexicon **out, const char *classes_path, struct arena *run, struct err *err) {
    struct tsv      table;
    struct lexicon *x = *out = arena_new(run, sizeof *x);
    new_node(x, run); /* the root */
    edges_double(x, run);
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

static bool word_add(struct lexicon *x, const struct word *word, struct arena *run) {
    uint32_t node = 0;
    for (size_t at = 0, size; at < word->text.len; at += size) {
        uint32_t  code = utf8_decode(slice_from(word->text, at), &size);
        uint32_t *next = step(x, node, code, run);
        if (*next == 0) {
            uint32_t made = new_node(x, run);
            *step(x, node, code, run) = made;
            node = made;
        } else {
            node = *next;
        }
    }
    bool fresh = x->words[node] == NULL;
    x->words[node] = word; /* later wins */
    return fresh;
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
            struct word *word = arena_new(run, sizeof *word);
            *word = (struct word){slice_sub(cell, at, end), tsv_cell(row, note), table.path, row->line, tag};
            word_add(x, word, run);
        }
    }
    return true;
}

const struct word *lexicon_find(const struct lexicon *x, slice text) {
    size_t   size;
    uint32_t code = utf8_decode(text, &size);
    uint32_t node = code < 0x10000 ? x->root[code] : 0;
    if (!node) return NULL;
    const struct word *best = x->words[node];
    for (size_t at = size; at < text.len; at += size) {
        code = utf8_decode(slice_from(text, at), &size);
        const struct edge *e = &x->edges[edge_slot(x, (uint64_t)node << 21 | code)];
        if (!e->key) break;
        node = e->to;
        if (x->words[node]) best = x->words[node];
    }
    return best;
}
