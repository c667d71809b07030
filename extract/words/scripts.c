/* Reads rules/scripts.tsv into an alphabet: 增長 is found as 增长. */
#include "extract/words/scripts.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

/* One character of three bytes. */
static bool is_han(slice cell) { return cell.len == HAN && utf8_size((unsigned char)cell.ptr[0]) == HAN; }

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

/* The first twin of [start, end). */
static size_t next_twin(const struct alphabet *alphabet, const char *text, size_t start, size_t end) {
    while (start < end && !(han_or_twin(alphabet, text + start) & TWIN)) start += utf8_size((unsigned char)text[start]);
    return start;
}

void scripts_plain_over(const struct alphabet *alphabet, char *text, size_t start, size_t end) {
    for (size_t at = start; (at = next_twin(alphabet, text, at, end)) < end; at += HAN)
        utf8_encode(alphabet->codes[letter_of_han(alphabet, text + at)], text + at);
}

char *scripts_plain(const struct alphabet *alphabet, slice text, struct arena *arena) {
    size_t at = next_twin(alphabet, text.ptr, 0, text.len);
    if (at == text.len) return NULL;
    char *out = memcpy(arena_text(arena, text.len), text.ptr, text.len);
    scripts_plain_over(alphabet, out, at, text.len);
    return out;
}

/* Bytes of whole characters that both begin with. */
static size_t common_bytes(slice a, slice b) {
    size_t n = 0, most = a.len < b.len ? a.len : b.len;
    while (n < most && a.ptr[n] == b.ptr[n]) n++;
    while (n > 0 && n < a.len && ((unsigned char)a.ptr[n] & 0xC0) == 0x80) n--;
    return n;
}

slice scripts_written(slice plain, slice written, slice words, struct arena *arena) {
    char *out = arena_text(arena, words.len + 1);
    for (size_t at = 0, most; at < words.len; at += most) {
        slice       rest = slice_from(words, at), one = slice_sub(rest, 0, most = utf8_size((unsigned char)rest.ptr[0]));
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
