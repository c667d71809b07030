/* templates/report.html becomes a page: {{raw}} → 约5.1万人, {{#claim}}…{{/claim}} → a row for each. Every value is escaped
 * here, in one place, so that what a report says can be no markup; what the slots mean is the filler's business. */
#include "plots/template.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

enum { LARGEST = 1 << 20 };
enum piece_kind { PIECE_TEXT, PIECE_SLOT, PIECE_OPEN, PIECE_CLOSE };
struct piece {
    enum piece_kind kind;
    slice           text;  /* the text itself, or a name */
    size_t          other; /* an OPEN's CLOSE */
    int             line;
};
struct template {
    struct piece *pieces;
    size_t        count, capacity;
};

/* ---- reading ------------------------------------------------------------------------------------------------------------- */

static int lines_in(slice s) {
    int n = 0;
    for (size_t i = 0; i < s.len; i++) n += s.ptr[i] == '\n';
    return n;
}

/* Pairs a closing with the nearest opening of its name that is still open. */
static bool close_section(struct template *t, const char *path, struct err *err) {
    struct piece *last = &t->pieces[t->count - 1];
    for (size_t i = t->count - 1; i > 0; i--) {
        struct piece *p = &t->pieces[i - 1];
        if (p->kind != PIECE_OPEN || p->other) continue;
        if (!slice_equal(p->text, last->text)) break;
        p->other = t->count - 1;
        return true;
    }
    return err_set(err, ERR_OUTPUT, path, last->line, 0, "{{/%.*s}} closes no section", SLICE_ARG(last->text));
}

static bool all_closed(const struct template *t, const char *path, struct err *err) {
    for (size_t i = 0; i < t->count; i++)
        if (t->pieces[i].kind == PIECE_OPEN && !t->pieces[i].other)
            return err_set(err, ERR_OUTPUT, path, t->pieces[i].line, 0, "{{#%.*s}} is not closed",
                           SLICE_ARG(t->pieces[i].text));
    return true;
}

bool template_load(const struct template **out, const char *path, struct arena *arena, struct err *err) {
    struct template *t = ARENA_ARRAY(arena, struct template, 1);
    slice            rest;
    int              line = 1;
    *out = t;
    if (!file_load(&rest, path, LARGEST, arena, err)) return false;
    while (rest.len) {
        size_t begin = slice_find(rest, SLICE_LIT("{{"), 0);
        if (begin == SIZE_MAX) begin = rest.len;
        struct piece text = {PIECE_TEXT, slice_sub(rest, 0, begin), 0, line};
        if (begin) ARENA_PUSH(arena, t->pieces, t->count, t->capacity, text);
        line += lines_in(text.text);
        rest = slice_from(rest, begin);
        if (!rest.len) break;
        size_t end = slice_find(rest, SLICE_LIT("}}"), 0);
        if (end == SIZE_MAX || lines_in(slice_sub(rest, 0, end)))
            return err_set(err, ERR_OUTPUT, path, line, 0, "{{ is not closed by }}");
        struct piece p = {PIECE_SLOT, slice_sub(rest, 2, end), 0, line};
        if (p.text.len && (*p.text.ptr == '#' || *p.text.ptr == '/')) {
            p.kind = *p.text.ptr == '#' ? PIECE_OPEN : PIECE_CLOSE;
            p.text = slice_from(p.text, 1);
        }
        ARENA_PUSH(arena, t->pieces, t->count, t->capacity, p);
        rest = slice_from(rest, end + 2);
        if (p.kind == PIECE_CLOSE && !close_section(t, path, err)) return false;
    }
    return all_closed(t, path, err);
}

/* ---- writing ------------------------------------------------------------------------------------------------------------- */

/* What stands in a page for a character that must not stand there itself; NULL: it may. Characters that turn the direction of
 * writing could make a page show 31起 where the report says 13起. */
static const char *entity(uint32_t code) {
    switch (code) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\t':
    case '\n': return NULL;
    case '\r': return "";
    default: break;
    }
    bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F;
    bool control = code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
    return turns || control ? "\xEF\xBF\xBD" : NULL;
}

/* A path may hold bytes that are no UTF-8. */
static bool put_escaped(struct output *to, slice s, struct err *err) {
    size_t from = 0, valid = utf8_validate(s);
    for (size_t at = 0, size; at < s.len; at += size) {
        const char *text = "\xEF\xBF\xBD";
        size = 1;
        if (at < valid)
            text = entity(utf8_decode(slice_from(s, at), &size));
        else
            valid = at + 1 + utf8_validate(slice_from(s, at + 1));
        if (!text) continue;
        if (!output_write(to, s.ptr + from, at - from, err) || !output_write(to, text, strlen(text), err)) return false;
        from = at + size;
    }
    return output_write(to, s.ptr + from, s.len - from, err);
}

static bool fill(const struct template *t, size_t from, size_t to, const struct filler *filler, struct output *out,
                 struct err *err) {
    for (size_t i = from; i < to; i++) {
        const struct piece *p = &t->pieces[i];
        bool                good = true;
        if (p->kind == PIECE_TEXT)
            good = output_write(out, p->text.ptr, p->text.len, err);
        else if (p->kind == PIECE_SLOT)
            good = put_escaped(out, filler->value(filler->context, p->text), err);
        else if (p->kind == PIECE_OPEN) {
            for (size_t n = 0; good && filler->round(filler->context, p->text, n); n++)
                good = fill(t, i + 1, p->other, filler, out, err);
            i = p->other;
        }
        if (!good) return false;
    }
    return true;
}

bool template_fill(const struct template *t, const struct filler *filler, struct output *to, struct err *err) {
    return fill(t, 0, t->count, filler, to, err);
}
