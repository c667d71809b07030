/* Reads rules/scripts.tsv into an alphabet: 增長 is found as 增长. */
#include "extract/words/scripts.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

/* One character of three bytes. */
static bool is_han(slice cell) { return cell.len == HAN && utf8_next(cell, 0) == HAN; }

bool scripts_load(struct alphabet *alphabet, const char *path, struct arena *run, struct err *err) {
    struct tsv table;
    int        text, same;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_SAME, &same}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        slice  twin = tsv_cell(&table.row[i], text), other = tsv_cell(&table.row[i], same);
        size_t size;
        if (!is_han(twin) || !is_han(other))
            return err_set(err, ERR_RULE, path, table.row[i].line, 0,
                           "%s and %s are one character each, of three bytes in UTF-8", COLUMN_TEXT, COLUMN_SAME);
        alphabet_twin(alphabet, utf8_decode(twin, &size), utf8_decode(other, &size), run);
    }
    return true;
}

void scripts_plain_over(const struct alphabet *alphabet, char *text, const struct spelling *spelling) {
    for (size_t from = 0; spelling->twins && from < spelling->count; from += 64)
        for (uint64_t twins = spelling->twin[from / 64]; twins; twins &= twins - 1) {
            size_t i = from + (size_t)__builtin_ctzll(twins);
            utf8_encode(alphabet->codes[spelling->letters[i]], text + spelling->at[i]);
        }
}

char *scripts_plain(const struct alphabet *alphabet, slice text, struct arena *arena) {
    struct spelling spelling;
    char           *out = NULL;
    for (size_t from = 0; from < text.len; from = spelling.at[spelling.count]) {
        spell(&spelling, alphabet, text, from);
        if (spelling.twins && !out) out = memcpy(arena_text(arena, text.len), text.ptr, text.len);
        scripts_plain_over(alphabet, out, &spelling);
    }
    return out;
}

/* Fewer than a byte can count. */
static inline uint8_t few_others(const char *a, const char *b, size_t n) {
    uint8_t few = 0;
    for (size_t i = 0; i < n; i++) few = (uint8_t)(few + (a[i] != b[i]));
    return few;
}

/* Counted in single bytes and in blocks of one size, whose bytes the machine adds sixteen at once. */
size_t scripts_others(const char *plain, slice written) {
    enum { BLOCK = 240 };
    size_t at = 0, others = 0;
    for (; written.len - at >= BLOCK; at += BLOCK) others += few_others(plain + at, written.ptr + at, BLOCK);
    return others + few_others(plain + at, written.ptr + at, written.len - at);
}

/* Bytes of whole characters that both begin with. */
static size_t common_bytes(slice a, slice b) {
    size_t n = 0, most = a.len < b.len ? a.len : b.len;
    while (n < most && a.ptr[n] == b.ptr[n]) n++;
    return utf8_whole(a, n);
}

slice scripts_written(slice plain, slice written, slice words, struct arena *arena) {
    char *out = arena_text(arena, words.len + 1);
    for (size_t at = 0, most; at < words.len; at += most) {
        slice       rest = slice_from(words, at), one = slice_sub(rest, 0, most = utf8_next(rest, 0));
        const char *from = rest.ptr; /* the longest piece that stands there */
        size_t      reach = 0;
        for (size_t hit = 0; reach < rest.len && (hit = slice_find(plain, one, hit)) != SIZE_MAX; hit += one.len) {
            size_t n = common_bytes(rest, slice_from(plain, hit));
            if (n <= reach) continue;
            most = reach = n;
            from = written.ptr + hit;
        }
        memcpy(out + at, from, most);
    }
    return (slice){out, words.len};
}
