/* The first lines of a report → what it is. 政府工作报告 ⏎ ——2024年1月12日在青禾县第十七届人民代表大会第四次会议上 is a
 * 政府工作报告 of 2024-01-12 that reviews 2023. Who reports and which kinds there are is body.c's. */
#include "extract/text/head.h"

#include "extract/text/head_told.h"
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

/* Does the line start with a date of a day: 2023-07-25 13:11，正文：…? */
static bool opens_with_date(const struct head_rules *rules, slice line) {
    struct period p;
    return line.len && ascii_digit(line.ptr[0]) && period_scan(rules->periods, line, &p) && p.day;
}

/* 本报讯（记者李青）2026年1月9日，…: does a dateline open the line? */
static bool opens_news(const struct head_rules *rules, slice line) {
    enum { NEAR = 20 * HAN };
    slice        near = slice_sub(line, 0, line.len < NEAR ? line.len : NEAR);
    struct sieve sieve = sieve_text(near);
    return section_word_in(&rules->sections->of[SECTION_DATELINE], near, &sieve);
}

/* Without the marks round it, where they close at its end: 《青禾县条例》. */
static slice unmarked(slice line, slice open, slice close) {
    bool marked = slice_starts(line, open) && slice_find(line, close, 0) == line.len - close.len;
    return marked ? slice_sub(line, open.len, line.len - close.len) : line;
}

/* ## 青禾县条例, 标题：青禾县条例, 当前位置:首页>公开>青禾县条例: what stands before a title is not part of it. */
static slice bare_title(const struct section_words *w, slice line) {
    for (size_t i = line.len; i > 0; i--)
        if (line.ptr[i - 1] == '>') return slice_trim(slice_from(line, i));
    while (line.len && line.ptr[0] == '#') line = slice_trim(slice_from(line, 1));
    line = slice_trim(slice_from(line, section_word_size(&w->of[SECTION_LABEL], line)));
    line = unmarked(line, SLICE_LIT("【"), SLICE_LIT("】"));
    return unmarked(line, SLICE_LIT("《"), SLICE_LIT("》"));
}

/* 来源：县政府办, 首页 > 政务公开, 青禾县人民政府门户网站: a line of the page that bears the report. */
static bool is_of_page(const struct section_words *w, slice line) {
    return line.len <= LONGEST_TITLE && !head_holds_stop(line) &&
           (section_word_starts(&w->of[SECTION_BANNER], line) || section_word_starts(&w->of[SECTION_PATH], line) ||
            section_word_ends(&w->of[SECTION_BANNER_END], line));
}

/* The first line that names a kind of document, 政府工作报告; failing that the first that greets nobody and is no date, no
 * name of a meeting and no signature. Who reports, above a line with a year, is none. */
static void take_title(struct head *h, slice line, enum title_kind title, bool dated, enum origin origin) {
    enum { ONE_WORD = 4 * HAN };
    bool kind = title == TITLE_OF_KIND;
    if (kind && dated && h->title.text.len <= ONE_WORD) h->title_has_kind = false; /* 计划总结, of a menu */
    if (dated && body_is_name(&h->who, h->title.text)) h->title.text = SLICE_NONE;
    if (title == TITLE_NONE || (h->title.text.len && (!kind || h->title_has_kind))) return;
    unsigned char first = (unsigned char)line.ptr[0]; /* a dash or a bracket opens none */
    bool          opens = first < 0x80 ? first >= '0' : first >= 0xE4 && first <= 0xE9;
    if (!kind) {
        struct sieve sieve = sieve_text(line);
        if (!opens || head_ends_open(line) || section_word_in(&h->rules->sections->of[SECTION_HEAD], line, &sieve)) return;
    }
    h->title = (struct fact){line, origin};
    h->title_has_kind = kind;
}

static void take_date(struct head *h, struct period date, enum origin origin) {
    h->date = date;
    h->date_origin = origin;
}

/* 2014年贫困发生率23.8%，2019年降至0.6%。今年以来，…: the years that it numbers are behind it. 2023年，…，比2022年… tells its
 * own first. */
static bool recalls(struct head *h, slice line, struct years years, const struct sieve *sieve) {
    bool several = years.stated && years.last > years.first && years.last != years.first + 1;
    if (several && section_word_in(&h->rules->sections->of[SECTION_NOW], line, sieve)) h->recalls = true;
    return h->recalls;
}

/* Does the line stand below, or open, the plan of a document whose title tells no year: 四、下步打算。力争2024年…? */
static bool plans_ahead(struct head *h, slice line) {
    const struct section_words *w = h->rules->sections;
    size_t                      mark;
    if (!h->title_year.year && mark_level(w->marks, line, &mark)) {
        slice                      title = slice_trim(slice_sub(line, mark, sentence_end(line, mark)));
        struct sieve               sieve = sieve_text(title);
        const struct section_word *says = section_of_heading(w, title, &sieve);
        if (says)
            h->planned = says->status == STATUS_TARGET && !section_word_is(&w->of[SECTION_ALONE], title) &&
                         !section_says_both(w, title, &sieve);
    }
    return h->planned;
}

/* 现提出关于1955年决算和1956年预算的报告，…: its first clause does, not the figures behind it. */
static bool tells_two_years(const struct head *h, slice line, struct years years) {
    if (!looks_back(years)) return false; /* most */
    size_t       comma = slice_find(line, SLICE_LIT("，"), 0);
    struct years first = years_in(h->rules->periods, slice_sub(line, 0, comma < line.len ? comma : line.len), NULL);
    return looks_back(first);
}

/* 今年政府工作报告提出，…。 of news or of a bureau: a sentence of such a report itself begins with 各位代表 or says who gives
 * it. */
static bool cites(const struct head *h, slice line, const struct section_word *reviews) {
    return head_holds_stop(line) && !h->who.spoken.text.len && !slice_starts(line, reviews->text);
}

/* What a line tells wherever it stands: who reports, the year up to which all of it plans, and, 过去一年 or 今年, whether the
 * year before is reviewed. A sentence of news that cites a report tells nothing of that. */
static void take_words(struct head *h, slice line, const struct sieve *sieve, enum origin origin) {
    body_look(&h->who, h->rules->bodies, line, sieve, origin);
    size_t mark;
    bool   part = mark_level(h->rules->sections->marks, line, &mark); /* 二、2024年工作要点 */
    if (!h->plan && !part && line.len < 2 * LONGEST_TITLE)
        h->plan = head_plan_in(h->rules, line, sieve, h->document->year ? h->document->year : h->path_year);
    if (h->offset_known) return;
    const struct section_word *reviews = section_word_in(&h->rules->sections->of[SECTION_HEAD], line, sieve);
    if (!reviews || cites(h, line, reviews)) return;
    h->offset_known = true;
    h->offset = reviews->offset;
}

/* The years that a line numbers, without those that the figures of a plan or of a look back number. */
static struct years years_of_line(struct head *h, slice line, const struct sieve *sieve, const struct scan_map *map) {
    struct years years = years_in(h->rules->periods, line, map);
    h->era |= years.era;
    if (years.issued) h->issued = years.issued;
    bool counts_so = h->twins && !years.first && !h->title_year.year && !h->named.year; /* 113年上半年工作情形 */
    int  year = counts_so ? period_era_year(h->rules->periods, line, true) : 0;
    if (year) years.first = years.last = years.stated = year;
    h->era |= year > 0;
    if (plans_ahead(h, line))
        years.stated -= years.stated > 0; /* what has numbered no year before is of the one before */
    else if (recalls(h, line, years, sieve))
        years.stated = 0;
    return years;
}

/* 2020年，全县新建泵站2座。 is no title. 现提出关于1955年决算和1956年预算的报告，请予审议。 tells as one where none has told a
 * year before it. */
static bool is_sentence(const struct head *h, slice line, struct years years) {
    return head_holds_stop(line) && (h->named.year || !tells_two_years(h, line, years));
}

static void take_sentence(struct head *h, slice line, struct years years, enum origin origin) {
    /* written on the day that it begins with: 2026年1月9日，记者获悉，2025年全市造林12万亩。 */
    if (opens_news(h->rules, line) || (h->title.text.len == 0 && opens_with_date(h->rules, line))) {
        tell_year(&h->dated, years.dated, origin);
        if (!h->date.day) take_date(h, years.date, origin);
    }
    tell_year(&h->named, years.stated, origin);
    h->prose = true;
}

/* The date of a line that is no sentence, which may stand in eight digits; 2024年1—2月 is none. */
static void read_line_date(struct head *h, slice bare, struct years *years, enum origin origin) {
    struct period compact = {0};
    if (!years->dated) compact = bare_date(bare);
    if (compact.day) {
        years->date = compact;
        years->dated = compact.last_year;
        h->bulletin = true;
    }
    bool months = years->date.month != years->date.last_month;
    if (years->dated && !months && !h->date.day && (years->date.day || !h->date.month)) take_date(h, years->date, origin);
    tell_year(&h->dated, years->dated, origin);
}

static void take_line(struct head *h, slice line, const struct sieve *sieve, struct years years, enum origin origin) {
    slice           bare = bare_title(h->rules->sections, line);
    enum title_kind title = bare.len ? body_look_at_title(&h->who, h->rules->bodies, bare, origin) : TITLE_NONE;
    /* 2023年工作回顾 below 我代表… opens the review, it is no title. */
    bool begun = (h->title.text.len && !body_is_name(&h->who, h->title.text)) || h->who.spoken.text.len;
    if (begun && title == TITLE_PLAIN && section_of_heading(h->rules->sections, line, sieve)) return;
    if (title != TITLE_NONE) head_title_years(h, bare, title, &years, origin);
    read_line_date(h, bare, &years, origin);
    take_title(h, bare, title, years.first || years.dated, origin);
}

/* Of a line of the page: who reports, and the date. */
static void take_page_line(struct head *h, slice line, enum origin origin) {
    struct sieve sieve = sieve_text(line);
    struct years years = years_in(h->rules->periods, line, NULL);
    body_look(&h->who, h->rules->bodies, line, &sieve, origin);
    read_line_date(h, line, &years, origin);
}

/* 2023年，…, not 2023年底，…: does the line begin with a year as a whole? */
static bool opens_by_year(const struct head_rules *rules, slice line, int year) {
    struct period p;
    return period_scan(rules->periods, line, &p) && p.last_year == year && !p.month && !p.half && !p.quarter && !p.end;
}

/* What the first line tells that has a figure, be it a heading's number. */
static void take_first_figure(struct head *h, slice line, struct years years) {
    if (h->begun || !(years.stated > 0 || holds_digit(line))) return;
    h->begun = true;
    h->opens_with = years.stated;
    h->opens_by_year = years.stated && opens_by_year(h->rules, line, years.stated);
}

/* 上半年, 1—6月, 今年以来: a part of its own year that is over when a report of the middle of a year, which tells none other,
 * is given. */
static bool is_of_this_year(const struct head *h, const struct period *p) {
    bool part = p->half == 1 || (p->month == 1 && p->last_month > 1) || p->running;
    if (!part || p->last_year || p->offset || p->day) return false; /* most */
    return h->date.month ? p->running || period_last_month(p) < h->date.month : !p->running;
}

/* 一、上半年工作回顾, 现在，我报告上半年工作, 今年上半年，新建学校3所 in a report of July: it reviews the year in which it is
 * given. */
static void take_half_year(struct head *h, slice line, bool part, const struct sieve *sieve) {
    enum { MIDDLE = 5, LATE = 10, HALF_OVER = 15 };
    bool dated = h->date.month >= MIDDLE && h->date.month <= LATE;
    bool middle = (dated || (!h->date.month && (part || !holds_digit(line)))) && !h->title_year.year && !h->named.year;
    bool own = h->offset >= 0; /* it reviews that year already: 半年工作总结 */
    if (!middle || (own && (!part || h->until)) || h->begun || (!part && h->parted)) return; /* most */
    const struct section_word *says = part ? section_of_heading(h->rules->sections, line, sieve) : NULL;
    struct period              p;
    bool                       found = false;
    if (part || !holds_digit(line))
        for (size_t at = 0; !found && period_next(h->rules->periods, line, &at, &p);) found = is_of_this_year(h, &p);
    else
        found = period_scan(h->rules->periods, line, &p) && is_of_this_year(h, &p);
    if (!found || (says ? says->status == STATUS_TARGET : own)) return;
    if (!own) h->offset = 0;
    int so_far = h->date.month - (h->date.day < HALF_OVER); /* 8月底 is ahead on the 3rd of August */
    h->until = p.running ? so_far : period_last_month(&p);
}

/* 一、2023年工作回顾 is no title, but of that year. */
static void take_review(struct head *h, slice line, struct years years, const struct sieve *sieve, enum origin origin) {
    const struct section_word *says = section_of_heading(h->rules->sections, line, sieve);
    if (says && says->status == STATUS_ACTUAL) tell_year(&h->named, years.first, origin);
}

/* False when the lines that follow belong to the head no more. */
static bool head_line(struct head *h, slice line, const struct scan_map *map, enum origin origin) {
    bool         begun = h->offset_known;
    struct sieve sieve = sieve_text(line);
    size_t       mark;
    take_words(h, line, &sieve, origin);
    bool is_long = line.len > LONGEST_TITLE, year_told = h->document->year || h->title_year.year || h->named.year;
    bool news = is_long && !h->date.day && opens_with_date(h->rules, line);
    h->prose |= is_long;
    if (is_long && !news && year_told && (h->begun || !may_count_its_year(h)))
        return !begun; /* it tells no year that is not told */
    struct years years = years_of_line(h, line, &sieve, map);
    bool         part = mark_level(h->rules->sections->marks, line, &mark) > 0;
    if (part || is_long || is_sentence(h, line, years)) take_half_year(h, line, part, &sieve);
    h->parted |= part;
    if (is_long) {
        if (news) take_date(h, years.date, origin);
        tell_year(&h->dated, years.dated, origin);
        tell_year(&h->named, years.stated, origin);
        take_first_figure(h, line, years);
        return !begun;
    }
    bool sentence = !part && is_sentence(h, line, years);
    if (part || sentence) take_first_figure(h, line, years);
    if (part)
        take_review(h, line, years, &sieve, origin);
    else if (sentence)
        take_sentence(h, line, years, origin);
    else
        take_line(h, line, &sieve, years, origin);
    return true;
}

/* 2024.txt, given in January 2025: is it of 2024? What the text speaks of first will tell. */
static bool year_is_open(const struct head *h) {
    return h->path_year && h->date.last_year == h->path_year + 1 && !h->title_year.year && !h->named.year;
}

/* Its first HEAD_BYTES, in whole characters. */
static slice opening(slice text) {
    size_t cut = text.len < HEAD_BYTES ? text.len : HEAD_BYTES;
    while (cut > 0 && cut < text.len && ((unsigned char)text.ptr[cut] & 0xC0) == 0x80) cut--;
    return slice_sub(text, 0, cut);
}

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
    for (; at < line.len; at += utf8_size((unsigned char)line.ptr[at]))
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
        take_page_line(h, line, ORIGIN_LINES);
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
        if (!h->date.day) take_date(h, date, ORIGIN_SIGNATURE);
    }
}

/* Of 2023-01-18, for 2023: 1 and 18 */
static void tell_day(struct head_years *out, slice iso, int year) {
    out->month = out->day = 0;
    if (iso.len < strlen("2023-01") || slice_int(slice_sub(iso, 0, 4)) != year) return;
    out->month = slice_int(slice_sub(iso, 5, 7));
    if (iso.len >= strlen("2023-01-18")) out->day = slice_int(slice_sub(iso, 8, 10));
}

void head_read(struct about *about, struct head_years *years, const struct head_rules *rules, const struct document *d,
               struct arena *arena) {
    slice        name = file_name(d->path);
    struct years spans = years_in(rules->periods, name, NULL); /* 三年行动计划（2024—2026年）.txt is of none of them */
    int          year = bare_year(name);
    if (spans.span == year) year = 0;
    struct head h = {.rules = rules, .document = d, .path_year = year ? year : bare_date(name).last_year};
    *about = (struct about){.document = d->id.len ? d->id : d->path,
                            .encoding = d->encoding,
                            .format = d->format,
                            .bad_bytes = d->bad_bytes,
                            .first_bad = d->first_bad};
    read_lines(&h, arena);
    h.yearbook |= !h.title_year.year && year && head_titles_yearbook(rules, name);
    if (!head_find_dated(&h).year) tell_year(&h.spanned, h.plan == spans.span ? spans.span_from : spans.span, ORIGIN_PATH);
    bool dated = head_find_dated(&h).year, signs = !h.who.named.text.len && !h.who.spoken.text.len && !h.who.place.text.len;
    if (!d->feed && (!dated || signs)) read_signature(&h, dated, arena);
    if (!d->feed && !h.plans && !head_find_dated(&h).year) head_hear_text(&h, arena);
    head_find_years(years, &about->report_year, &h, arena);
    years->twins = h.twins > h.bytes / FEWEST_TWINS;
    struct head_text text = text_of(&h, arena);
    about->title = (struct fact){written(&text, h.title.text, arena), h.title.origin};
    about->date = head_find_date(&h, arena);
    tell_day(years, about->date.text, years->report);
    about->body = d->body.len ? (struct fact){d->body, d->body_from} : body_found(&h.who, rules->bodies, d, arena);
    about->kind = kind_found(&h.who, rules->bodies, about->body.text);
    if (!d->body.len) about->body.text = written(&text, about->body.text, arena);
}
