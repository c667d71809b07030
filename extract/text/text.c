/* Lines become paragraphs: 推动形 成党委抓总 is one word again, and so are the lines of a page that a wrap broke. */
#include "extract/text/fold.h"
#include "extract/text/furniture.h"
#include "extract/text/join.h"
#include "extract/text/line.h"
#include "extract/text/point.h"
#include "extract/words/unit.h"

#include "extract/base/banned.h"

static slice opening(slice text) { return slice_sub(text, 0, text.len < TEXT_OPENING ? text.len : TEXT_OPENING); }

void text_open(struct text_reader *r, const struct document *document, const struct vocabulary *rules,
               const struct scan_set *marked, struct arena *arena, struct arena *kept) {
    *r = (struct text_reader){.document = document, .rules = rules, .marked = marked, .arena = arena, .kept = kept, .line = 1};
    if (document->block_count == 0 || document->lined) r->wrap = wrap_find(rules, opening(document->text), document->wrapped);
    if (r->wrap.width) find_page_ends(r, opening(document->text));
    if (document->block_count == 0 && r->wrap.width) find_running_heads(r, opening(document->text));
}

void text_title(struct text_reader *r, slice title) {
    r->title_at = title.len ? slice_find(opening(r->document->text), title, 0) : SIZE_MAX;
    r->title = r->title_at == SIZE_MAX ? SLICE_NONE : title;
}

static void count_lines(struct text_reader *r, size_t to) {
    slice text = r->document->text;
    while (r->at < to) {
        const char *hit = memchr(text.ptr + r->at, '\n', to - r->at);
        if (!hit) break;
        r->line++;
        r->at = (size_t)(hit - text.ptr) + 1;
    }
    r->at = to;
}

/* Where a part of the text stands in it. */
static span slice_in(slice text, slice part) {
    size_t start = (size_t)(part.ptr - text.ptr);
    return (span){(uint32_t)start, (uint32_t)(start + part.len)};
}

enum {
    LONGEST_PIECE = 1024 * 1024, /* bytes of a paragraph: more make a new one, so that memory does not grow with a line */
    LOOK_BACK = 4096             /* bytes before the cut in which a sentence, or a clause, may end */
};

/* Where the last of these characters ends in the longest piece; 0 when there is none near its end. */
static size_t last_end(slice text, const char *const *marks) {
    for (size_t at = LONGEST_PIECE; at > LONGEST_PIECE - LOOK_BACK; at--)
        if (slice_ends_any(slice_sub(text, 0, at), marks)) return at;
    return 0;
}

/* A line, or the head of a very long one, up to the end of a sentence. */
static slice cut(slice line) {
    static const char *const sentence[] = {"。", "；", NULL}, *const clause[] = {"，", "、", " ", NULL};
    if (line.len <= LONGEST_PIECE) return line;
    size_t end = last_end(line, sentence);
    if (!end) end = last_end(line, clause);
    return slice_sub(line, 0, end ? end : utf8_whole(line, LONGEST_PIECE));
}

/* The line at `at` without its end. */
static slice piece_at(slice text, size_t at) {
    if (text.len - at > LONGEST_PIECE + 1) text.len = at + LONGEST_PIECE + 1; /* a line may be the whole text */
    return cut(line_at(text, at));
}

/* Makes the map hold bytes [from, to) of the document. More is looked at than is asked for, the more the farther it reaches, so
 * that hardly a byte is looked at twice. False when the text could not be read so far. */
static bool look(struct text_reader *r, size_t from, size_t to) {
    enum { STEP = 64 * 1024 };
    slice text = r->document->text;
    if (from >= r->from && to <= r->from + r->looked.length) return true;
    size_t reach = to - from > STEP / 2 ? 2 * (to - from) : STEP, end = text.len - from < reach ? text.len : from + reach;
    if (!document_reach(r->document, end + SCAN_BEHIND)) return false;
    scan_map(&r->looked, r->marked, slice_sub(text, from, end), text.len - end, r->kept);
    if (r->numerals) numeral_thin(r->numerals, &r->looked, slice_sub(text, from, end));
    r->from = from;
    return true;
}

static struct scan_map part(const struct text_reader *r, span at) {
    return scan_part(&r->looked, at.start - r->from, at.end - r->from);
}

/* The same line by the map, which holds it then and all from `from` on. False when it could not be read. */
static bool line_from(struct text_reader *r, size_t from, size_t at, slice *line) {
    slice text = r->document->text;
    if (!look(r, from, at + 1)) return false;
    size_t stop = r->from + scan_next(&r->looked, SCAN_LINE, at - r->from), most = text.len - at;
    if (most > LONGEST_PIECE + 1) most = LONGEST_PIECE + 1;
    if (stop == r->from + r->looked.length && stop < at + most) {
        if (!look(r, from, at + most)) return false;
        stop = r->from + scan_next(&r->looked, SCAN_LINE, at - r->from);
    }
    *line = cut(slice_sub(text, at, stop < at + most ? stop : at + most));
    return true;
}

static bool are_full(const struct pieces *p) { return p->count == MOST_PIECES || p->bytes >= LONGEST_PIECE - LOOK_BACK; }

static void take_piece(struct pieces *p, span at) {
    p->at[p->count++] = at;
    p->bytes += at.end - at.start;
}

/* One piece that needs no folding is borrowed; else every piece is folded into the arena. */
static void finish(struct text_reader *r, const struct pieces *pieces, struct paragraph *out) {
    slice       text = r->document->text, first = slice_span(text, pieces->at[0]);
    const span *at = pieces->at;
    look(r, at[0].start, at[pieces->count - 1].end);
    r->piece = part(r, at[0]);
    if (pieces->count == 1 && !fold_changes(&r->piece, first)) {
        struct shift *identity = ARENA_ARRAY(r->arena, struct shift, 1);
        *identity = (struct shift){0, at[0].start};
        out->text = first;
        out->map = &r->piece;
        out->shifts = identity;
        out->shift_count = 1;
        return;
    }
    size_t        most = fold_room(slice_span(text, out->source)) + 1;
    struct folder f = {.arena = r->arena,
                       .map = &r->folded,
                       .rules = r->rules,
                       .pages = r->rules->pages,
                       .lists = r->rules->lists,
                       .out = arena_text(r->arena, most),
                       .alone = pieces->count == 1};
    scan_map_open(&r->folded, most, r->kept);
    for (size_t i = 0; i < pieces->count; i++) {
        struct scan_map map = part(r, at[i]);
        struct piece    piece = {slice_span(text, at[i]), at[i].start, &map};
        fold_piece(&f, &piece);
    }
    fold_close(&f, at[0].start);
    out->text = (slice){f.out, f.length};
    out->map = &r->folded;
    out->shifts = f.shifts;
    out->shift_count = f.count;
}

/* 1.2 新建学校3所, 1.2.1　…: the bytes of the number that opens a part of a part, and of the blanks behind it; 0 when none
 * does, as before a unit or a scale: 1.2 公里, 1.2 万亩. */
static size_t part_number(const struct text_reader *r, slice line) {
    size_t at = 0, digits = 0, points = 0; /* digits: of its last part */
    for (; at < line.len && (ascii_digit(line.ptr[at]) || (line.ptr[at] == '.' && digits)) && digits <= 2; at++) {
        digits = line.ptr[at] == '.' ? 0 : digits + 1;
        points += !digits;
    }
    if (!points || !digits || digits > 2) return 0; /* most */
    slice  rest = slice_trim(slice_from(line, at));
    size_t size = (size_t)(rest.ptr - line.ptr);
    bool   words = rest.len && starts_han(rest.ptr) && !unit_stands(r->rules, rest);
    return size > at && words ? size : 0;
}

/* What a dash or a number opens as an item, where it is the first piece: - 改造泵站17座. */
static slice behind_mark(const struct text_reader *r, slice piece) {
    if (r->pieces.count || !piece.len) return piece;
    size_t number = ascii_digit(piece.ptr[0]) ? part_number(r, piece) : 0;
    return slice_from(piece, number ? number : list_dash(r->rules->lists, piece));
}

/* > 修复水毁工程47处: what Markdown and a mail begin a line with that they quote; >60分 and > 5 are bounds. */
static slice unquoted(const struct text_reader *r, slice line) {
    enum { SENTENCE = 20 * HAN };
    size_t at = 0;
    while (at < line.len && (line.ptr[at] == '>' || (at > 0 && line.ptr[at] == ' '))) at++;
    if (!at || at == line.len) return line; /* most */
    slice rest = slice_from(line, at);
    bool  number = digit_at(rest, 0) && rest.len < SENTENCE && !list_opens(r->rules->lists, rest);
    bool  glued = line.ptr[at - 1] == '>' && !starts_han(rest.ptr);
    return number || glued ? line : rest;
}

/* Paragraphs of a page that stop within a sentence go on in the next, like lines of a text: 推动形 ¶ 成党委抓总. */
static bool next_blocks(struct text_reader *r, struct paragraph *out) {
    const struct document *d = r->document;
    struct pieces         *pieces = &r->pieces;
    pieces->count = pieces->bytes = 0;
    for (bool whole = false; !whole && r->block < d->block_count && !are_full(pieces);) {
        const struct block *b = &d->blocks[r->block];
        size_t              from = b->at.start > r->at ? b->at.start : r->at;
        slice               piece = piece_at(slice_sub(d->text, 0, b->at.end), from);
        slice               shown = unquoted(r, slice_trim(piece));
        span                at = slice_in(d->text, shown);
        bool                plain = b->kind == BLOCK_PARAGRAPH;
        bool                skip = shown.len == 0 || (pieces->count && plain && page_furniture(r, shown));
        if (pieces->count && !skip &&
            !(plain && line_goes_on(r, slice_span(d->text, pieces->at[pieces->count - 1]), shown, false)))
            break;
        if (!pieces->count && !skip) {
            count_lines(r, at.start);
            whole = !plain;
            *out = (struct paragraph){.line = r->line,
                                      .level = b->kind == BLOCK_HEADING ? b->level : 0,
                                      .cell = b->kind == BLOCK_CELL,
                                      .block = r->block};
        }
        if (!skip) take_piece(pieces, plain ? slice_in(d->text, behind_mark(r, shown)) : at);
        count_lines(r, from + piece.len);
        r->block += from + piece.len >= b->at.end;
    }
    return pieces->count > 0;
}

/* Lines up to the end of a sentence, or to one that does not go on. */
static bool gather_lines(struct text_reader *r) {
    struct pieces *pieces = &r->pieces;
    slice          text = r->document->text, line;
    uint32_t       line_number = r->line;
    bool           blank = false, page = false; /* since the last piece */
    r->seam = false;
    pieces->count = pieces->bytes = 0;
    for (size_t at = r->at; at < text.len && !are_full(pieces);) {
        if (!line_from(r, pieces->count ? pieces->at[0].start : at, at, &line)) break;
        slice  shown = unquoted(r, without_page_end(r, slice_trim(line), at, line_number));
        size_t behind = at + line.len;
        bool   ends = behind < text.len && text.ptr[behind] == '\n';
        bool low = shown.len && pieces->count && !blank && is_subscript(slice_span(text, pieces->at[pieces->count - 1]), shown);
        bool skip = shown.len == 0 || (!low && page_furniture(r, shown));
        if (skip) {
            blank |= shown.len == 0;
            page |= ends_page(r, shown);
            r->seam |= shown.len && is_seam(shown);
        } else {
            r->seam |= line.ptr[0] == '\f';
            slice before = pieces->count ? slice_span(text, pieces->at[pieces->count - 1]) : shown;
            r->indented = line_is_indented(line, shown);
            r->hangs = pieces->indented && !r->indented;
            if (pieces->count && !line_goes_on(r, before, shown, blank && !page)) {
                r->at = at; /* no blank line before it is looked at again */
                r->line = line_number;
                break;
            }
            if (!pieces->count) r->pieces_line = line_number, pieces->indented = r->indented;
            take_piece(pieces, slice_in(text, behind_mark(r, shown)));
            blank = page = r->seam = false;
        }
        at = behind + ends;
        line_number += ends;
        /* The reader stands behind the last piece taken: the next may go on it. */
        if (!pieces->count || shown.len) {
            r->at = at;
            r->line = line_number;
        }
        if (!skip && line_ends_paragraph(r, shown)) break;
    }
    return pieces->count > 0;
}

static bool next_lines(struct text_reader *r, struct paragraph *out) {
    bool gathered = r->gathered || gather_lines(r);
    r->gathered = false;
    *out = (struct paragraph){.line = r->pieces_line};
    return gathered;
}

bool text_next(struct text_reader *r, struct paragraph *out) {
    const struct pieces *pieces = &r->pieces;
    if (!(r->document->block_count ? next_blocks : next_lines)(r, out)) return false;
    out->source = (span){pieces->at[0].start, pieces->at[pieces->count - 1].end};
    finish(r, pieces, out);
    return true;
}

/* Takes in the line that was gathered as number `i`. */
static void look_ahead(const struct text_reader *r, size_t i, struct text_ahead *out) {
    struct scan_map map = part(r, r->pieces.at[i]);
    out->marked |= scan_next(&map, SCAN_MARKED, 0) < map.length;
    out->least += fold_next(&map, slice_span(r->document->text, r->pieces.at[i]), 0);
}

bool text_ahead(struct text_reader *r, struct text_ahead *out) {
    const struct pieces *pieces = &r->pieces;
    if (r->document->block_count || !(r->gathered = gather_lines(r))) return false;
    *out = (struct text_ahead){.line = slice_span(r->document->text, pieces->at[0]), .map = part(r, pieces->at[0])};
    out->whole = pieces->count == 1 && slice_ends(out->line, SLICE_LIT("。"));
    for (size_t i = 0; i < pieces->count && !out->whole; i++) look_ahead(r, i, out);
    return true;
}

/* A line that begins so is no heading, whatever stands in it, and needs no trimming. */
static bool starts_plainly(const struct text_reader *r, slice line) {
    return starts_han(line.ptr) && !mark_may_start(r->rules->lists, line);
}

void text_skip(struct text_reader *r) {
    slice text = r->document->text;
    uint64_t(*words)[SCAN_KINDS] = r->looked.words;
    const size_t count = (r->looked.length + 63) / 64;
    if (r->document->block_count || r->gathered) return;
    for (size_t at; (at = r->at - r->from) < r->looked.length && starts_plainly(r, slice_from(text, r->at)); r->line++) {
        size_t   word = at / 64;
        uint64_t behind = UINT64_MAX << at % 64, marked = words[word][SCAN_MARKED] & behind,
                 ends = words[word][SCAN_LINE] & behind;
        while (!(marked | ends) && ++word < count) marked = words[word][SCAN_MARKED], ends = words[word][SCAN_LINE];
        if (!ends || marked & (ends - 1) & ~ends) return; /* something is marked before the line ends, or it ends elsewhere */
        slice line = slice_sub(text, r->at, r->from + word * 64 + (size_t)__builtin_ctzll(ends));
        if (!slice_ends(line, SLICE_LIT("。"))) return;
        r->at += line.len + 1;
    }
}
