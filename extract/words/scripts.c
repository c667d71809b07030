/* Reads rules/scripts.tsv into an alphabet: 增長 is found as 增长. */
#include "extract/words/scripts.h"
#include "extract/base/tsv.h"
#include "extract/words/headings.h"

#include "extract/base/banned.h"

bool scripts_load(struct alphabet *alphabet, const char *path, struct arena *run, struct err *err) {
    struct tsv table;
    int        text, same;
    if (!tsv_load(&table, path, run, err) || !TSV_COLUMNS(&table, err, {COLUMN_TEXT, &text}, {COLUMN_SAME, &same}))
        return false;
    for (size_t i = 0; i < table.rows; i++) {
        slice  twin = tsv_cell(&table.row[i], text), other = tsv_cell(&table.row[i], same);
        size_t twin_size = 0, other_size = 0;
        if (!twin.len || !other.len)
            return err_set(err, ERR_RULE, path, table.row[i].line, 0, "needs %s and %s", COLUMN_TEXT, COLUMN_SAME);
        uint32_t code = utf8_decode(twin, &twin_size), other_code = utf8_decode(other, &other_size);
        if (twin_size != twin.len || other_size != other.len || twin_size != other_size)
            return err_set(err, ERR_RULE, path, table.row[i].line, 0, "%s and %s are one character each, of one size in UTF-8",
                           COLUMN_TEXT, COLUMN_SAME);
        alphabet_twin(alphabet, code, other_code, run);
    }
    return true;
}

/* 長 stands there. */
static bool is_twin(const struct alphabet *alphabet, const char *text) {
    size_t size;
    return (unsigned char)*text >= 0x80 && letter_or_twin(alphabet, utf8_at(text, &size)) & TWIN;
}

void scripts_plain_over(const struct alphabet *alphabet, char *text, size_t start, size_t end) {
    for (size_t at = start, size; at < end; at += size)
        size = is_twin(alphabet, text + at) ? utf8_encode(script_character(alphabet, utf8_at(text + at, &size)), text + at)
                                            : utf8_size((unsigned char)text[at]);
}

char *scripts_plain(const struct alphabet *alphabet, slice text, struct arena *arena) {
    size_t at = 0;
    while (at < text.len && !is_twin(alphabet, text.ptr + at)) at += utf8_size((unsigned char)text.ptr[at]);
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
