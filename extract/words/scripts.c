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
        slice  twin = tsv_cell(&table.row[i], text);
        size_t size;
        if (twin.len) alphabet_letter(alphabet, utf8_decode(twin, &size), run);
    }
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

char *scripts_plain(const struct alphabet *alphabet, slice text, struct arena *arena) {
    char *out = NULL;
    for (size_t at = 0; at < text.len; at += utf8_size((unsigned char)text.ptr[at])) {
        uint16_t letter = letter_of_han(alphabet, text.ptr + at);
        if (letter < alphabet->first_twin || letter > alphabet->last_twin) continue;
        if (!out) out = memcpy(arena_text(arena, text.len), text.ptr, text.len);
        utf8_encode(alphabet->codes[alphabet->twins[letter]], out + at);
    }
    return out;
}

void scripts_spelt(const struct alphabet *alphabet, struct spelling *spelling, slice plain, char *bytes) {
    for (size_t i = 0; i < spelling->count; i++) {
        if (spelling->letters[i] == spelling->folded[i]) continue;
        char   one[4];
        size_t size = utf8_encode(alphabet->codes[spelling->folded[i]], one);
        memcpy(bytes + spelling->at[i], one, size);
    }
    memcpy(spelling->letters, spelling->folded, spelling->count * sizeof *spelling->letters);
    spelling->folded = spelling->letters;
    spelling->text = slice_sub(plain, 0, spelling->text.len);
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
