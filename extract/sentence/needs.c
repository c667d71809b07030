/* A pattern's letters become what it needs: 率的[^,.]*(?<甲>[QT])(?=[,.]) needs 率 and 的, and 率 directly before 的. */
#include "extract/sentence/needs.h"

#include "extract/base/banned.h"

#define ANY (~(u128)0)

static bool is_optional(const char *p) { return *p == '?' || *p == '*' || (*p == '{' && p[1] == '0'); }

static const char *behind_quantifier(const char *p) {
    if (*p == '{') p += strcspn(p, "}");
    if (*p && strchr("?*+}", *p)) p++;
    return *p == '?' || *p == '+' ? p + 1 : p;
}

static const char *behind_set(const char *p) {
    for (p++; *p && *p != ']';) p += *p == '\\' && p[1] ? 2 : 1;
    return *p ? p + 1 : p;
}

/* ---- classes ---- */

static u128 classes_needed(const char **p, const char *stop);

/* Those of a group, `*p` behind the bracket that opens it; none of what must not be there, or may be. */
static u128 group_needs(const char **p, const char *stop) {
    bool absent = strncmp(*p, "?!", 2) == 0 || strncmp(*p, "?<!", 3) == 0 || strncmp(*p, "?(", 2) == 0;
    if (**p == '?') {
        *p += strcspn(*p, ":=!>)&");
        if (**p == '&')
            *p += strcspn(*p, ")");
        else if (**p && **p != ')')
            *p += 1;
    }
    u128 needs = classes_needed(p, stop);
    if (**p == ')') *p += 1;
    return absent ? 0 : needs;
}

/* The classes without which the element at `*p` cannot match once; `*p` moves behind it. */
static u128 element_needs(const char **p, const char *stop) {
    char c = *(*p)++;
    if (c == '(') return group_needs(p, stop);
    if (c == '[') {
        *p = behind_set(*p - 1);
        return 0;
    }
    if (c == '\\') {
        char letter = **p;
        if (letter) *p += 1;
        return letter && !strchr("dwsDWSbB", letter) ? CLASS_BIT(letter) : 0;
    }
    return strchr("^$.", c) || (unsigned char)c >= 0x80 ? 0 : CLASS_BIT(c);
}

/* The classes without which `*p` cannot match. It moves behind the alternation that it reads, to ')', to `stop` or the end. */
static u128 classes_needed(const char **p, const char *stop) {
    u128 all = ANY, branch = 0;
    for (;;) {
        if (*p == stop || **p == '\0' || **p == ')') return all & branch;
        if (**p == '|') {
            *p += 1;
            all &= branch;
            branch = 0;
            continue;
        }
        u128 needs = element_needs(p, stop);
        if (!is_optional(*p)) branch |= needs;
        *p = behind_quantifier(*p);
    }
}

/* ---- two side by side ---- */

/* One element of a pattern, without what says how often it stands. */
enum sort {
    SORT_ONE,     /* one token of a set */
    SORT_OPENS,   /* several, the first of a set */
    SORT_AHEAD,   /* none, but one of a set follows */
    SORT_NOTHING, /* none: ^, a look at what must not be */
    SORT_OTHER,   /* any number of them */
    SORT_UNKNOWN,
};

/* Behind the bracket that closes the group at `p`. */
static const char *behind_group(const char *p) {
    int depth = 0;
    while (*p) {
        if (*p == '[') {
            p = behind_set(p);
            continue;
        }
        if (*p == '\\' && p[1])
            p++;
        else if (*p == '(')
            depth++;
        else if (*p == ')' && --depth == 0)
            return p + 1;
        p++;
    }
    return p;
}

static enum sort set_read(const char **p, u128 *set) {
    const char *end = behind_set(*p), *at = *p + 1;
    bool        negative = *at == '^';
    *set = 0;
    for (at += negative; at + 1 < end; at++) {
        if (*at == '-' || *at == '[' || (unsigned char)*at >= 0x80) return SORT_UNKNOWN;
        if (*at == '\\' && strchr("dwsDWSbB", *++at)) return SORT_UNKNOWN;
        *set |= CLASS_BIT(*at);
    }
    if (negative) *set = ~*set;
    *p = end;
    return SORT_ONE;
}

static enum sort element_read(const char **p, u128 *set);

/* Where the branch at `p` ends: its |, or `end`. */
static const char *branch_end(const char *p, const char *end) {
    while (p < end && *p != '|') p = *p == '[' ? behind_set(p) : *p == '(' ? behind_group(p) : p + (*p == '\\' ? 2 : 1);
    return p < end ? p : end;
}

/* What all branches of a group begin with, 连时|冒 with 连 or 冒: SORT_ONE where each is one token, SORT_OTHER where one may be
 * none. */
static enum sort branches_read(const char *p, const char *end, u128 *set) {
    enum sort sort = SORT_ONE;
    for (u128 all = 0;; p++) {
        const char *next = branch_end(p, end);
        if (p >= next) return SORT_OTHER;
        enum sort first = element_read(&p, set);
        if (first == SORT_UNKNOWN) return first;
        if ((first != SORT_ONE && first != SORT_OPENS) || is_optional(p)) return SORT_OTHER;
        if (first == SORT_OPENS || p < next) sort = SORT_OPENS;
        *set = all |= *set;
        if ((p = next) == end) return sort;
    }
}

static enum sort group_read(const char **p, u128 *set) {
    const char *body = *p + 1, *end = behind_group(*p);
    bool        ahead = strncmp(body, "?=", 2) == 0;
    bool        behind = strncmp(body, "?<=", 3) == 0 || strncmp(body, "?<!", 3) == 0, not = strncmp(body, "?!", 2) == 0;
    bool        named = strncmp(body, "?<", 2) == 0 && !behind, plain = strncmp(body, "?:", 2) == 0;
    if (*body == '*' || (*body == '?' && !ahead && !behind && !not &&!named && !plain)) return SORT_UNKNOWN;
    *p = end;
    if (behind || not ) return SORT_NOTHING;
    if (named) body += strcspn(body, ">") + 1;
    if (plain || ahead) body += 2;
    enum sort first = branches_read(body, end - 1, set);
    if (!ahead || first == SORT_UNKNOWN) return first;
    return first == SORT_OTHER ? SORT_NOTHING : SORT_AHEAD;
}

static enum sort element_read(const char **p, u128 *set) {
    char c = **p;
    if (c == '[') return set_read(p, set);
    if (c == '(') return group_read(p, set);
    if ((unsigned char)c >= 0x80) return SORT_UNKNOWN;
    ++*p;
    *set = c == '.' ? ANY : CLASS_BIT(c);
    if (c == '^' || c == '$') return SORT_NOTHING;
    if (c != '\\') return SORT_ONE;
    c = **p;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return SORT_UNKNOWN;
    *p += c != '\0';
    *set = CLASS_BIT(c);
    return SORT_ONE;
}

static int size_of(u128 set) { return __builtin_popcountll((uint64_t)set) + __builtin_popcountll((uint64_t)(set >> 64)); }

/* In how many ways a pair may stand there: the fewer, the more it tells. */
static int ways(struct pair p) { return size_of(p.first) * size_of(p.second); }

static bool implies(struct pair a, struct pair b) { return !(a.first & ~b.first) && !(a.second & ~b.second); }

/* Keeps the two that tell most; one that follows from the other tells nothing. */
static void offer(struct needs *n, u128 first, u128 second) {
    struct pair pair = {first, second};
    const int   own = ways(pair);
    if (own < ways(n->pairs[0])) {
        if (!implies(pair, n->pairs[0])) n->pairs[1] = n->pairs[0];
        if (implies(pair, n->pairs[1])) n->pairs[1] = (struct pair){ANY, ANY};
        n->pairs[0] = pair;
    } else if (!implies(n->pairs[0], pair) && own < ways(n->pairs[1])) {
        n->pairs[1] = pair;
    }
}

/* The rarest tokens that must stand side by side: behind 涨 in 涨[副的]*率 stands one of 副的率, before 率 one of 涨副的; and
 * those beside the group at `group`. False when the pattern is not understood. */
static bool pair_find(struct needs *n, const char *p, const char *group, struct group_needs *beside) {
    struct needs found = {.pairs = {{ANY, ANY}, {ANY, ANY}}};
    u128         before = 0, ahead = 0, back = 0, set = 0; /* before: what the last token is of, 0 when nobody knows; ahead and
                                                              back: what may stand behind it, and before the next */
    const char *last = NULL;                               /* the element of that token */
    while (*p) {
        if (*p == '|' || *p == ')') return !group; /* either side may match */
        const char *here = p;
        enum sort   sort = element_read(&p, &set);
        bool        optional = is_optional(p);
        p = behind_quantifier(p);
        if (sort == SORT_UNKNOWN) return false;
        if (sort == SORT_NOTHING || (sort == SORT_AHEAD && optional)) continue;
        if (here == group && !optional && before) beside->before = before | back;
        if (sort == SORT_OTHER) {
            before = 0;
        } else if (optional) {
            ahead |= set;
            back = sort == SORT_ONE ? back | set : ANY;
        } else {
            if (before) offer(&found, before, ahead | set);
            if (before) offer(&found, before | back, set);
            if (before && last == group) beside->behind = ahead | set;
            if (sort == SORT_AHEAD) continue;
            last = here;
            before = sort == SORT_ONE ? set : 0;
            ahead = back = 0;
        }
    }
    *n = found;
    return true;
}

struct needs needs_of(const char *letters) {
    struct needs n = {.pairs = {{ANY, ANY}, {ANY, ANY}}};
    if (pair_find(&n, letters, NULL, NULL)) n.classes = classes_needed(&letters, letters + strlen(letters));
    return n;
}

/* ---- a group ---- */

/* The bracket that opens the group of this number; the end when there is none. */
static const char *group_at(const char *p, int number) {
    for (; *p; p++) {
        bool named = strncmp(p, "(?<", 3) == 0 && p[3] != '=' && p[3] != '!';
        if (*p == '(' && (p[1] != '?' || named) && --number == 0) return p;
        if (*p == '\\' && p[1]) p++;
    }
    return p;
}

struct group_needs needs_of_group(const char *letters, int number) {
    struct needs       n;
    const char        *group = group_at(letters, number);
    struct group_needs g = {.before = ANY, .behind = ANY}, beside = g;
    for (const char *p = group + strcspn(group, ">"), *end = behind_group(group); p < end; p++)
        g.holds |= *p == '.' || *p == '^' ? ANY : CLASS_BIT(*p);
    if (!pair_find(&n, letters, group, &beside)) return g;
    beside.holds = g.holds;
    beside.ahead = classes_needed(&letters, group);
    return beside;
}
