/* The first lines of a report, and its last ones → what it is. 政府工作报告 ⏎
 * ——2024年1月12日在青禾县第十七届人民代表大会第四次会议上 is a 政府工作报告 of 2024-01-12 that reviews 2023. Which lines those
 * are is told here, what one of them says by head_line.c; who reports and which kinds there are is body.c's. */
#include "extract/text/head.h"

#include "extract/text/head_told.h"
#include "extract/text/place.h"
#include "extract/words/scripts.h"
#include "extract/words/unit.h"

#include "extract/base/banned.h"

enum { HEAD_LINES = 12, HEAD_BYTES = 6000, FEWEST_LINES = 4, FEWEST_TWINS = 12 };

const char *origin_name(enum origin origin) {
    static const char *const names[] = {
        [ORIGIN_OPTION] = "option",         [ORIGIN_MANIFEST] = "manifest",   [ORIGIN_RECORD] = "record",
        [ORIGIN_META] = "meta tag",         [ORIGIN_TITLE_TAG] = "title tag", [ORIGIN_HEADING] = "heading",
        [ORIGIN_PROPERTIES] = "properties", [ORIGIN_LINES] = "first lines",   [ORIGIN_SIGNATURE] = "last lines",
        [ORIGIN_TEXT] = "whole text",       [ORIGIN_PATH] = "file name"};
    return names[origin];
}

/* 来源：县政府办, 首页 > 政务公开, 青禾县人民政府门户网站: a line of the page that bears the report. */
static bool is_of_page(const struct section_words *w, slice line) {
    return line.len <= LONGEST_TITLE && !head_holds_stop(line) &&
           (section_word_starts(&w->of[SECTION_BANNER], line) || section_word_starts(&w->of[SECTION_PATH], line) ||
            section_word_ends(&w->of[SECTION_BANNER_END], line));
}

/* 2024.txt, given in January 2025: is it of 2024? What the text speaks of first will tell. */
static bool year_is_open(const struct head *h) {
    return h->path_year && h->date.last_year == h->path_year + 1 && !h->title_year.year && !h->named.year;
}

/* Its first HEAD_BYTES, in whole characters. */
static slice opening(slice text) { return slice_sub(text, 0, utf8_whole(text, text.len < HEAD_BYTES ? text.len : HEAD_BYTES)); }

/* `text` with 长 for 長. */
static slice plain(struct head *h, slice text, struct arena *arena) {
    const char *out = scripts_plain(h->rules->vocabulary->alphabet, text, arena);
    h->bytes += text.len;
    if (!out) return text;
    h->twins += scripts_others(out, text);
    return (slice){out, text.len};
}

/* 青禾县民政局|2024年1月12日, （2024年1月12日）: the date of a day that a line ends with, and the byte where it starts; the
 * line's length when it ends with none. */
static size_t date_at_end(const struct head_rules *rules, slice line, struct period *date) {
    enum { LONGEST_DATE = 40 };
    size_t at = line.len > LONGEST_DATE ? line.len - LONGEST_DATE : 0;
    while (at < line.len && ((unsigned char)line.ptr[at] & 0xC0) == 0x80) at++;
    for (; at < line.len; at = utf8_next(line, at))
        if (period_scan(rules->periods, slice_from(line, at), date) == line.len - at && date->day && date->last_year) return at;
    return at;
}

/* The title that the file states and the first lines: as they are written, and with 长 for 長 where that stands there. */
struct head_text {
    slice       written;
    const char *plain; /* NULL: it is the same */
};

static struct head_text text_of(const struct head *h, struct arena *arena) {
    slice title = h->document->title, text = opening(h->document->text);
    if (!h->twins) return (struct head_text){0};
    char *all = arena_text(arena, title.len + text.len);
    if (title.len) memcpy(all, title.ptr, title.len);
    if (text.len) memcpy(all + title.len, text.ptr, text.len);
    slice written = {all, title.len + text.len};
    return (struct head_text){written, scripts_plain(h->rules->vocabulary->alphabet, written, arena)};
}

/* 廣東 is looked for as 广东, in as much of the text as places are. */
static slice text_for_places(struct head *h, struct arena *arena) {
    slice text = h->document->text;
    if (!h->twins) return text; /* most */
    return plain(h, slice_sub(text, 0, utf8_whole(text, text.len < PLACES_LOOKED_FOR ? text.len : PLACES_LOOKED_FOR)), arena);
}

/* What the head has told, in the characters that it is written with there. */
static slice written(const struct head_text *t, slice told, struct arena *arena) {
    slice plain = {t->plain, t->written.len};
    return t->plain ? scripts_written(plain, t->written, told, arena) : arena_copy(arena, told);
}

/* A cell with nothing beside it is a line of the sheet: 青禾县水利局2023年工作总结 over a table. */
static bool is_beside(const struct document *d, const struct paragraph *p) {
    const struct block *b = &d->blocks[p->block];
    bool                before = p->block > 0 && b[-1].kind == BLOCK_CELL && b[-1].table == b->table && b[-1].row == b->row;
    bool behind = p->block + 1 < d->block_count && b[1].kind == BLOCK_CELL && b[1].table == b->table && b[1].row == b->row;
    return before || behind;
}

/* 三年行|动计划, 2024年工作|要点: does a word of titles stand across byte `at`? */
static bool word_stands_across(const struct head_rules *rules, slice line, size_t at) {
    static const enum section_place places[] = {SECTION_HEADING, SECTION_HEAD, SECTION_HEAD_PLAN, SECTION_TITLE,
                                                SECTION_TITLE_END};
    struct sieve                    sieve = sieve_text(line);
    for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
        const struct section_list *list = &rules->sections->of[places[k]];
        for (size_t i = 0; i < list->count; i++) {
            size_t from = section_word_at(&list->words[i], line, &sieve);
            if (from < at && from + list->words[i].text.len > at) return true;
        }
    }
    return false;
}

/* May the line be the start of a title that goes on in the next? */
static bool may_go_on(const struct head *h, const struct paragraph *p, slice line) {
    size_t mark;
    return !p->cell && !p->level && !h->title.text.len && line.len <= LONGEST_TITLE && !head_holds_stop(line) &&
           !head_ends_open(line) && !mark_level(h->rules->sections->marks, line, &mark);
}

/* 青禾县三年行动 ⏎ 计划（2024—2026年）: the first line, where it may be the start of a title, waits for the next; what it came
 * to with the one before. */
static slice mend_title(struct head *h, slice *waiting, slice line, struct arena *arena) {
    slice first = *waiting;
    if (!first.len) return line; /* most */
    *waiting = SLICE_NONE;
    slice both = line.len > LONGEST_TITLE ? line : arena_format(arena, "%.*s%.*s", SLICE_ARG(first), SLICE_ARG(line));
    if (both.ptr != line.ptr && word_stands_across(h->rules, both, first.len)) return both;
    head_line(h, first, NULL, ORIGIN_LINES);
    return line;
}

/* The first lines of the text, as they are read. */
struct head_lines {
    struct text_reader reader;
    struct document    head;
    struct paragraph   p;    /* the last that was read */
    slice              line; /* its text, with 长 for 長 */
    struct contents    contents;
    slice              path; /* where on a site the page stands, 首页 > 政务公开 > 规划计划; empty: no line says so */
};

/* Reads on to the next line that is neither a row of a table nor of the page, both of which are heard on the way; false: there
 * is none. */
static bool next_line(struct head *h, struct head_lines *l, struct arena *arena) {
    const struct section_list *of = h->rules->sections->of;
    while (text_next(&l->reader, &l->p)) {
        slice line = l->line = plain(h, l->p.text, arena);
        if ((l->p.cell && is_beside(&l->head, &l->p)) || section_word_starts(&of[SECTION_PAGE], line)) continue;
        if (contents_take(&l->contents, h->rules->sections, line)) continue;
        if (!is_of_page(h->rules->sections, line)) return true;
        if (!l->path.len && section_word_starts(&of[SECTION_PATH], line)) l->path = arena_copy(arena, line);
        head_page_line(h, line, ORIGIN_LINES);
    }
    return false;
}

/* The title that the file states, then the first lines of the text. Lines of one word, 打印 and 收藏, count for none. What an
 * Office program noted beside the text is often another document's, so it comes last. */
static void read_lines(struct head *h, struct arena *arena) {
    struct head_lines l = {.head = *h->document};
    bool              noted = l.head.title_from == ORIGIN_PROPERTIES;
    slice             waiting = SLICE_NONE;
    slice             title = plain(h, l.head.title, arena);
    if (l.head.block_count == 0) l.head.text = opening(l.head.text);
    text_open(&l.reader, &l.head, h->rules->vocabulary, period_years(h->rules->periods), arena, arena);
    if (title.len && !noted) head_line(h, title, NULL, l.head.title_from);
    for (int i = 0; i < HEAD_LINES && next_line(h, &l, arena); i += l.line.len > 12) {
        if (i > 0 && section_word_starts(&h->rules->sections->of[SECTION_ANNEX], l.line)) break; /* 附件：2022年度指标 */
        if (i == 0 && !waiting.len && may_go_on(h, &l.p, l.line)) {
            waiting = arena_copy(arena, l.line);
            continue;
        }
        slice                  mended = mend_title(h, &waiting, l.line, arena);
        const struct scan_map *map = mended.ptr == l.line.ptr ? l.p.map : NULL;
        bool                   more = head_line(h, mended, map, l.p.level ? ORIGIN_HEADING : ORIGIN_LINES);
        if (!more && i >= FEWEST_LINES && !year_is_open(h)) break;
    }
    if (waiting.len) head_line(h, waiting, NULL, ORIGIN_LINES);
    if (l.path.len && !h->title.text.len) head_line(h, l.path, NULL, ORIGIN_LINES);
    if (title.len && noted) head_line(h, title, NULL, ORIGIN_PROPERTIES);
}

/* The bytes of a text near its end, from the start of a line on. */
static slice ending(slice text) {
    enum { TAIL = 1000 };
    size_t      from = text.len > TAIL ? text.len - TAIL : 0;
    const char *line = from ? memchr(text.ptr + from, '\n', text.len - from) : text.ptr;
    return line ? slice_from(text, (size_t)(line - text.ptr)) : SLICE_NONE;
}

/* 青禾县民政局 ⏎ 2024年1月12日, 青禾县民政局　2024年1月12日: below a report, who signs it and, where no year was told, when. */
static void read_signature(struct head *h, bool dated, struct arena *arena) {
    struct text_reader reader;
    struct paragraph   p;
    struct document    tail = {.path = h->document->path, .text = ending(h->document->text)};
    slice              above = SLICE_NONE;
    text_open(&reader, &tail, h->rules->vocabulary, period_years(h->rules->periods), arena, arena);
    while (text_next(&reader, &p)) {
        struct period date;
        slice         line = plain(h, p.text, arena);
        size_t        start = date_at_end(h->rules, line, &date);
        slice         who = start ? slice_trim(slice_sub(line, 0, start)) : above;
        above = line;
        if (start == line.len || (!body_sign(&h->who, h->rules->bodies, who, ORIGIN_SIGNATURE) && start) || dated) continue;
        tell_year(&h->dated, date.last_year, ORIGIN_SIGNATURE);
        if (!h->date.day) head_take_date(h, date, ORIGIN_SIGNATURE);
    }
}

/* Of 2023-01-18, for 2023: 1 and 18 */
static void tell_day(struct head_years *out, slice iso, int year) {
    out->month = out->day = 0;
    if (iso.len < strlen("2023-01") || slice_int(slice_sub(iso, 0, 4)) != year) return;
    out->month = slice_int(slice_sub(iso, 5, 7));
    if (iso.len >= strlen("2023-01-18")) out->day = slice_int(slice_sub(iso, 8, 10));
}

/* “十四五”规划中期评估报告: does nothing but the span of its title date it? */
static bool is_spanned(const struct head *h) {
    return h->spanned.year && h->spanned.origin != ORIGIN_PATH && head_find_dated(h).year == h->spanned.year &&
           !h->dated.year && !h->title_year.year && !h->path_year && !h->document->year;
}

void head_read(struct about *about, struct head_years *years, const struct head_rules *rules, const struct document *d,
               struct arena *arena) {
    slice        name = file_name(d->path);
    struct years spans = years_in(rules->periods, name, NULL); /* 三年行动计划（2024—2026年）.txt is of none of them */
    int          year = bare_year(name);
    if (spans.span == year) year = 0;
    int path_year = year ? year : bare_date(name).last_year;
    if (!path_year) path_year = bare_year_of_month(name);
    struct head h = {.rules = rules, .document = d, .path_year = path_year};
    *about = (struct about){.document = d->id.len ? d->id : d->path,
                            .encoding = d->encoding,
                            .format = d->format,
                            .bad_bytes = d->bad_bytes,
                            .first_bad = d->first_bad};
    read_lines(&h, arena);
    h.yearbook |= !h.title_year.year && year && head_titles_yearbook(rules, name);
    bool dated = head_find_dated(&h).year, signs = !h.who.named.text.len && !h.who.spoken.text.len && !h.who.place.text.len;
    if (!d->feed && (!dated || signs)) read_signature(&h, dated, arena);
    if (!h.dated.year) h.dated = h.as_of;
    if (!head_find_dated(&h).year) tell_year(&h.spanned, h.plan == spans.span ? spans.span_from : spans.span, ORIGIN_PATH);
    if (!d->feed && !h.plans && !head_find_dated(&h).year) head_hear_text(&h, arena);
    if (!d->feed && !h.plans && is_spanned(&h)) head_hear_span(&h, arena);
    head_find_years(years, &about->report_year, &h, arena);
    years->twins = h.twins > h.bytes / FEWEST_TWINS;
    struct head_text text = text_of(&h, arena);
    about->title = (struct fact){written(&text, h.title.text, arena), h.title.origin};
    about->date = head_find_date(&h, arena);
    tell_day(years, about->date.text, years->report);
    about->body = d->body.len ? (struct fact){d->body, d->body_from}
                              : body_found(&h.who, rules->bodies, d, text_for_places(&h, arena), arena);
    about->kind = kind_found(&h.who, rules->bodies, about->body.text);
    if (!d->body.len) about->body.text = written(&text, about->body.text, arena);
}
