/* What a tree of a web page or XML would cost, told by its tags before it is built: libxml2 takes many times the text, and
 * compares each attribute of a tag with each. */
#include "extract/read/reader.h"

#include <strings.h>

#include "extract/base/banned.h"

bool starts_like(slice s, const char *head) {
    size_t n = strlen(head);
    return s.len >= n && strncasecmp(s.ptr, head, n) == 0;
}

size_t tree_bytes(slice text) {
    enum { COPIES = 5, NODE = 210 };
    size_t nodes = 0; /* a tag or an attribute has a node, and one for its text */
    for (size_t i = 0; i < text.len; i++) nodes += text.ptr[i] == '<' || text.ptr[i] == '=';
    return text.len * COPIES + nodes * NODE;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* Behind the value of an attribute that starts at `at`. */
static size_t value_end(slice s, size_t at) {
    while (at < s.len && is_blank(s.ptr[at])) at++;
    bool quoted = at < s.len && (s.ptr[at] == '"' || s.ptr[at] == '\'');
    if (quoted) {
        const char *end = memchr(s.ptr + at + 1, s.ptr[at], s.len - at - 1);
        return end ? (size_t)(end - s.ptr) + 1 : s.len;
    }
    while (at < s.len && !is_blank(s.ptr[at]) && s.ptr[at] != '>') at++;
    return at;
}

/* Behind the tag that starts at `at`; counts its attributes. */
static size_t tag_end(slice s, size_t at, size_t *attributes) {
    *attributes = 0;
    while (at < s.len && s.ptr[at] != '>') {
        if (is_blank(s.ptr[at]) || s.ptr[at] == '/') {
            at++;
            continue;
        }
        size_t from = at;
        while (at < s.len && !is_blank(s.ptr[at]) && !strchr("=/>", s.ptr[at])) at++;
        while (at < s.len && is_blank(s.ptr[at])) at++;
        if (at < s.len && s.ptr[at] == '=') at = value_end(s, at + 1);
        at += at == from;
        ++*attributes;
    }
    return at;
}

bool has_crowded_tag(slice text) {
    enum { MOST_ATTRIBUTES = 2000 };
    for (size_t at = 0; (at = slice_find(text, SLICE_LIT("<"), at)) < text.len;) {
        size_t attributes = 0;
        slice  tag = slice_from(text, ++at);
        bool   script = starts_like(tag, "script"); /* i<n is no tag there */
        if (script)
            at = slice_find(text, SLICE_LIT("</"), at);
        else if (tag.len && ascii_letter((unsigned char)tag.ptr[0]))
            at = tag_end(text, at, &attributes);
        if (at >= text.len || attributes > MOST_ATTRIBUTES) return attributes > MOST_ATTRIBUTES;
    }
    return false;
}
