/* Years and plans. 政府工作报告 of 2024 counts 2023; under 2024年工作安排 its figures are targets of 2024; 去年 is 2023, and
 * 到2025年 is a year of its own. Words that open reviews and plans are rows of rules/sections.tsv. */
#include "extract/context.h"
#include "extract/phrase.h"

#include "extract/base/tsv.h"

#include "extract/base/banned.h"

struct section_word {
    slice       text;
    bool        head; /* counts in the head of a document, not in a heading: 各位代表 */
    enum status status;
    int         offset;
    bool        dated;
};
struct section_words {
    struct section_word *words;
    size_t               count, room;
};

bool sections_load(struct section_words **out, const char *path, struct arena *run, struct err *err) {
    struct tsv            table;
    struct section_words *w = *out = arena_new(run, sizeof *w);
    if (!tsv_load(&table, path, run, err)) return false;
    int text = tsv_column(&table, "写法"), place = tsv_column(&table, "处"), status = tsv_column(&table, "性质"),
        offset = tsv_column(&table, "年差");
    if (text < 0 || place < 0 || status < 0 || offset < 0)
        return err_set(err, ERR_RULE, path, 1, 0, "needs the columns 写法 处 性质 年差");
    for (size_t i = 0; i < table.rows; i++) {
        const struct tsv_row *row = &table.row[i];
        slice                 where = tsv_cell(row, place), years = tsv_cell(row, offset);
        int                   number = name_index(status_names, 2, tsv_cell(row, status));
        bool                  minus = years.len && years.ptr[0] == '-';
        struct section_word   word = {.head = slice_equal(where, SLICE_LIT("文首")),
                                      .status = number > 0 ? STATUS_TARGET : STATUS_ACTUAL};
        word.dated = years.len > 0;
        word.offset = slice_int(minus ? slice_from(years, 1) : years);
        if (minus) word.offset = -word.offset;
        slice cell = tsv_cell(row, text);
        for (size_t at = 0, end; at < cell.len; at = end + 1) {
            end = slice_find(cell, SLICE_LIT(" "), at);
            if (end == SIZE_MAX) end = cell.len;
            if (end == at) continue;
            word.text = slice_sub(cell, at, end);
            ARENA_PUSH(run, w->words, w->count, w->room, word);
        }
    }
    return true;
}

/* ---- list marks ---- */

static const char han_digits[] = "一二三四五六七八九十";

/* Level of the list mark at the start of `s` and its bytes: 一、 1, （一） 2, 1. 3, ① or (1) 4; 0 when there is none. */
static int mark_level(slice s, size_t *size) {
    bool   bracket = slice_starts(s, SLICE_LIT("（")) || slice_starts(s, SLICE_LIT("("));
    size_t at = bracket ? utf8_size((unsigned char)s.ptr[0]) : 0, digits = 0, han = 0;
    if (!bracket && slice_starts(s, SLICE_LIT("第"))) at = 3;
    bool numbered = at == 3 && !bracket;
    while (at < s.len) {
        if (s.ptr[at] >= '0' && s.ptr[at] <= '9' && !han) {
            digits++;
            at++;
        } else if (at + 3 <= s.len && !digits) {
            bool found = false;
            for (size_t i = 0; i < sizeof han_digits - 1; i += 3) found |= memcmp(s.ptr + at, han_digits + i, 3) == 0;
            if (!found) break;
            han++;
            at += 3;
        } else {
            break;
        }
    }
    if ((!han && !digits) || han > 3 || digits > 2) return 0;
    slice rest = slice_from(s, at);
    if (bracket) {
        if (!slice_starts(rest, SLICE_LIT("）")) && !slice_starts(rest, SLICE_LIT(")"))) return 0;
        *size = at + utf8_size((unsigned char)rest.ptr[0]);
        return han ? 2 : 4;
    }
    if (numbered) {
        if (!slice_starts(rest, SLICE_LIT("章")) && !slice_starts(rest, SLICE_LIT("部分")) &&
            !slice_starts(rest, SLICE_LIT("节")))
            return 0;
        *size = at + (slice_starts(rest, SLICE_LIT("部分")) ? 6 : 3);
        return 1;
    }
    if (slice_starts(rest, SLICE_LIT("、"))) {
        *size = at + 3;
        return han ? 1 : 3;
    }
    if (digits && rest.len > 1 && rest.ptr[0] == '.' && (unsigned char)rest.ptr[1] > 0x80) {
        *size = at + 1;
        return 3;
    }
    return 0;
}

/* ---- the head of a document ---- */

static size_t keep(char *out, slice text, size_t most) {
    while (text.len > most) text.len -= utf8_size_before(text, text.len);
    if (text.len) memcpy(out, text.ptr, text.len);
    return text.len;
}

/* A four-digit year in a file name that is no part of a longer number: hailar-2013.txt. */
static int year_in_path(slice path) {
    int found = 0;
    for (size_t i = 0; i < path.len;) {
        size_t n = 0;
        while (i + n < path.len && path.ptr[i + n] >= '0' && path.ptr[i + n] <= '9') n++;
        int year = n == 4 ? slice_int(slice_sub(path, i, i + n)) : 0;
        if (year >= 1900 && year < 2100) found = year;
        if (n == 0 && path.ptr[i] == '/') found = 0;
        i += n ? n : 1;
    }
    return found;
}

/* The year up to which a document plans whose head says that it is a plan; 0 when it says no such thing. */
static int plan_in(const struct section_words *w, const struct period_table *periods, slice text, int report_year) {
    for (size_t i = 0; i < w->count; i++) {
        const struct section_word *word = &w->words[i];
        if (!word->head || word->status != STATUS_TARGET || slice_find(text, word->text, 0) == SIZE_MAX) continue;
        for (size_t at = 0, size; at < text.len; at += size) {
            struct period p;
            utf8_decode(slice_from(text, at), &size);
            size_t n = period_scan(periods, slice_from(text, at), &p);
            if (n && p.first_year != p.last_year && p.last_year > report_year) return p.last_year;
            if (n) size = n;
        }
        return report_year;
    }
    return 0;
}

static bool has_word(const struct section_words *w, slice text, bool head, const struct section_word **out) {
    for (size_t i = 0; i < w->count; i++)
        if (w->words[i].head == head && !(head && w->words[i].status == STATUS_TARGET) &&
            slice_find(text, w->words[i].text, 0) != SIZE_MAX) {
            *out = &w->words[i];
            return true;
        }
    return false;
}

/* The years that a text names: bare ones (2020年…情况) the first and the last, and the first of a full date; 0: none. */
struct years {
    int first, last, dated;
    int span; /* the last year of a span: “十二五”时期 → 2015 */
};

static struct years years_in(const struct period_table *periods, slice text) {
    struct years y = {0};
    for (size_t at = 0, size; at < text.len; at += size) {
        struct period p;
        utf8_decode(slice_from(text, at), &size);
        size_t n = period_scan(periods, slice_from(text, at), &p);
        if (!n) continue;
        size = n;
        if (p.last_year < 1949 || p.relative) continue;
        if (p.last_year != p.first_year) {
            y.span = p.last_year;
            continue;
        }
        if (p.month) {
            if (!y.dated) y.dated = p.last_year;
            continue;
        }
        if (!y.first) y.first = p.last_year;
        y.last = p.last_year;
    }
    return y;
}

/* What the lines at the head have told so far. */
struct head {
    const struct section_words *words;
    const struct period_table  *periods;
    const struct body_words    *bodies;
    const struct document      *document;
    struct body_search          who;
    int                         named, dated, title_year, plan; /* years, 0: none yet */
    int                         offset;                         /* from the year of the report to the one it reviews */
    bool                        offset_known;
    slice                       title;
};

/* 关于2023年预算执行情况和2024年预算草案的报告: given in the later year, of the year before; 2023年工作总结和2024年计划 is of
 * its own year, and a row says so. */
static void take_title_years(struct head *h, struct years years) {
    int told = h->document->year;
    h->title_year = years.first;
    if (years.last != years.first + 1 || (h->offset_known && h->offset == 0) || (told && told != years.last)) return;
    h->title_year = years.last;
    h->offset_known = true;
    h->offset = -1;
}

/* False when the lines that follow belong to the head no more. */
static bool head_line(struct head *h, slice line, int path_year) {
    const struct section_word *hit;
    bool                       begun = h->offset_known;
    size_t                     mark;
    body_look(&h->who, h->bodies, line);
    if (!h->plan && line.len < 400)
        h->plan = plan_in(h->words, h->periods, line, h->document->year ? h->document->year : path_year);
    if (!h->offset_known && has_word(h->words, line, true, &hit)) {
        h->offset_known = true;
        h->offset = hit->offset;
    }
    struct years years = years_in(h->periods, line);
    if (line.len > 200) {
        if (!h->named && !h->dated) h->dated = years.dated;
        if (!h->named) h->named = years.first;
        return !begun;
    }
    if (mark_level(line, &mark)) return true; /* 一、2023年工作回顾 is no title */
    /* Nor is 2020年，全县新建泵站2座。, but 现提出关于1955年决算和1956年预算的报告，请予审查。 tells as one. */
    if ((sentence_end(line, 0) < line.len || slice_ends(line, SLICE_LIT("。"))) && years.last != years.first + 1) {
        if (!h->named) h->named = years.first;
        return true;
    }
    if (!h->title_year && years.first) take_title_years(h, years);
    if (!h->dated) h->dated = years.dated;
    if (!h->title.len) h->title = line;
    return true;
}

enum { HEAD_LINES = 12, HEAD_BYTES = 6000, FEWEST_LINES = 4 };

/* The title that the file states, then the first lines of the text. Lines of one word, 打印 and 收藏, count for none. */
static void head_read(struct head *h, int path_year, struct arena *scratch) {
    struct text_reader reader;
    struct paragraph   p;
    struct document    head = *h->document;
    if (head.block_count == 0 && head.text.len > HEAD_BYTES) {
        size_t cut = HEAD_BYTES;
        while (cut > 0 && ((unsigned char)head.text.ptr[cut] & 0xC0) == 0x80) cut--;
        head.text.len = cut;
    }
    text_open(&reader, &head, scratch);
    if (head.title.len) head_line(h, head.title, path_year);
    for (int i = 0; i < HEAD_LINES && text_next(&reader, &p); i += p.text.len > 12)
        if (!p.cell && !head_line(h, p.text, path_year) && i >= FEWEST_LINES) break;
}

void context_open(struct context *c, const struct section_words *w, const struct body_words *bodies,
                  const struct period_table *periods, const struct document *d) {
    struct head  h = {.words = w, .periods = periods, .bodies = bodies, .document = d};
    struct arena scratch;
    int          path = year_in_path(d->path);
    *c = (struct context){.status = STATUS_ACTUAL};
    arena_init(&scratch);
    head_read(&h, path, &scratch);
    slice body = d->body.len ? d->body : body_found(&h.who, bodies, d->publisher, d->path, &scratch);
    c->title_length = keep(c->title, h.title, LONGEST_HEADING);
    c->body_length = keep(c->body, body, LONGEST_HEADING);
    arena_free(&scratch);
    c->report_year = d->year ? d->year : h.title_year ? h.title_year : path ? path : h.dated ? h.dated : h.named;
    c->review_year = c->report_year && h.offset_known ? c->report_year + h.offset : c->report_year;
    if (h.offset_known && c->report_year == h.named && !d->year && !h.title_year && !path &&
        !h.dated) { /* what it speaks of first */
        c->review_year = h.named;
        c->report_year = h.named - h.offset;
    }
    c->plan_year = h.plan;
    c->year = h.plan ? h.plan : c->review_year;
    if (h.plan) c->status = STATUS_TARGET;
}

/* ---- headings ---- */

static void set_heading(struct context *c, int level, slice text) {
    if (level < 1) level = 1;
    if (level > MOST_LEVELS) level = MOST_LEVELS;
    c->heading_length[level - 1] = keep(c->headings[level - 1], text, LONGEST_HEADING);
    for (int i = level; i < MOST_LEVELS; i++) {
        c->heading_length[i] = 0;
        c->plan_before[i] = false;
    }
    c->section_length = 0;
    for (int i = 0; i < MOST_LEVELS; i++) {
        if (!c->heading_length[i] || c->section_length + c->heading_length[i] + 3 > LONGEST_SECTION) continue;
        if (c->section_length) {
            memcpy(c->section + c->section_length, " / ", 3);
            c->section_length += 3;
        }
        memcpy(c->section + c->section_length, c->headings[i], c->heading_length[i]);
        c->section_length += c->heading_length[i];
    }
}

static bool says_both(const struct section_words *w, slice heading) {
    bool plan = false, review = false;
    for (size_t i = 0; i < w->count; i++) {
        const struct section_word *word = &w->words[i];
        if (word->head || slice_find(heading, word->text, 0) == SIZE_MAX) continue;
        *(word->status == STATUS_TARGET ? &plan : &review) = true;
    }
    return plan && review;
}

/* Plan or review, and of which year, as the headings say, the deepest one that says it. */
static void section_meaning(struct context *c, const struct section_words *w, const struct period_table *periods) {
    c->status = c->plan_year ? STATUS_TARGET : STATUS_ACTUAL;
    c->year = c->plan_year ? c->plan_year : c->review_year;
    c->said_by_heading = false;
    for (int i = 0; i < MOST_LEVELS; i++) {
        slice                      heading = {c->headings[i], c->heading_length[i]};
        const struct section_word *hit;
        if (!heading.len) continue;
        struct years years = years_in(periods, heading);
        int          named = years.first;
        bool         says = has_word(w, heading, false, &hit);
        c->said_by_heading |= says || named;
        if (!says && !named && c->plan_before[i] && c->report_year > c->review_year) {
            c->status = STATUS_TARGET;
            c->year = c->report_year;
        }
        if (says) c->plan_before[i] = hit->status == STATUS_TARGET && !says_both(w, heading);
        if (says) {
            c->status = hit->status;
            if (hit->status == STATUS_TARGET && says_both(w, heading)) {
                c->status = STATUS_ACTUAL; /* 发展成就和目标任务: its sentences tell which */
                c->year = c->review_year;
                continue;
            }
            c->year = hit->status == STATUS_TARGET ? c->report_year : c->review_year;
            if (hit->status == STATUS_TARGET && c->report_year && c->report_year == c->review_year)
                c->year = c->report_year + 1;
            if (hit->dated && c->report_year) c->year = c->report_year + hit->offset;
            /* “十二五”时期的主要目标 are to be reached by its end */
            if (hit->status == STATUS_TARGET && years.span > c->year) c->year = years.span;
        }
        if (named) {
            /* 2021年工作回顾 says which year is reviewed, whatever the title or the file's name say. */
            if (has_word(w, heading, false, &hit) && hit->status == STATUS_ACTUAL && named != c->review_year) {
                if (c->report_year <= named && c->report_year != c->review_year) c->report_year = named + 1;
                c->review_year = named;
            }
            c->year = named;
            if (c->review_year && named > c->review_year) c->status = STATUS_TARGET;
        }
    }
}

bool context_heading(struct context *c, const struct section_words *w, const struct period_table *periods,
                     const struct paragraph *p) {
    size_t size = 0;
    slice  text = p->text;
    while (text.len && text.ptr[0] == '#') text = slice_trim(slice_from(text, 1));
    int   hashes = (int)(text.ptr - p->text.ptr);
    int   level = mark_level(text, &size);
    slice words = slice_trim(slice_from(text, size));
    bool  whole = p->level > 0 || (hashes > 0 && hashes <= 6);
    if (!whole && !level) {
        /* A short line without an end mark and without a list mark is a heading when it names a plan or a review. */
        const struct section_word *hit;
        if (text.len > 90 || sentence_end(text, 0) < text.len || slice_ends(text, SLICE_LIT("。")) ||
            !has_word(w, text, false, &hit))
            return false;
        level = 1;
        words = text;
    }
    size_t stop = sentence_end(words, 0);
    slice  title = slice_sub(words, 0, stop);
    if (title.len > 180 && !whole) return false;
    while (slice_ends(title, SLICE_LIT("。")) || slice_ends(title, SLICE_LIT("；"))) title.len -= 3;
    if (title.len == 0) return false;
    set_heading(c, level ? level : whole ? (p->level ? p->level : hashes) : 1, title);
    section_meaning(c, w, periods);
    return stop >= words.len;
}

/* ---- a sentence ---- */

static bool notes(const struct sentence *s, size_t i, slice note) {
    return i < s->count && s->tokens[i].noted && slice_equal(s->tokens[i].word->note, note);
}

/* 1985年以来最高, 2000年底以前发布的, 2020年启动以来: the clause goes on to 以来. */
static bool is_since(const struct sentence *s, size_t i) {
    while (i < s->count && is_one_of(s->tokens[i].tag, "nhvZwGa") && !notes(s, i, SLICE_LIT("since"))) i++;
    return notes(s, i, SLICE_LIT("since"));
}

/* 比2015年增长, 与2015年相比, 由2015年的41%, 达到2015年的2倍, 是1950年到1997年总和的1.7倍: a basis, not the year of what
 * follows; cards tie it to its own figure. */
static bool is_basis(const struct sentence *s, size_t i) {
    if (is_since(s, i + 1)) return true;
    const struct period *p = &s->periods[s->tokens[i].period];
    size_t next = i + 1 + (i + 1 < s->count && s->tokens[i + 1].tag == 'n'); /* 上年同期的1.6倍, 上年的65% */
    char   of = tag_at(s, next) == 'c' ? tag_at(s, next + 1) : '.';
    bool   measured = p->relative || (i > 0 && notes(s, i - 1, SLICE_LIT("basis"))); /* 恢复到2019年的98% */
    if (of == 'M' || (of == 'P' && measured)) return true;
    if (i > 0 && s->tokens[i - 1].tag == '<') i--; /* 比“十三五”末 */
    if (i == 0) return false;
    char before = s->tokens[i - 1].tag;
    if (next < s->count && s->tokens[next].tag == 'b' && is_one_of(before, "kp")) return true;
    return is_one_of(before, "byf") || (before == 'd' && p->first_year != p->last_year);
}

/* 五年来, 这是…的五年: the length of a span that frames, in years; 0 when candidate `k` is none. */
static int span_years(const struct candidate *k) {
    const struct quantity *q = &k->quantity;
    char                   digits[DECIMAL_TEXT];
    if (!k->refused || q->ordinal || !q->unit || q->unit->class != UNIT_TIME || !slice_equal(q->unit_name, SLICE_LIT("年")))
        return 0;
    int years = slice_int((slice){digits, decimal_write(digits, q->numeral.value)});
    return years > 1 && years <= 10 ? years : 0;
}

/* 成立于2016年，注册志愿者1200人: the year of an event holds in its own clause only. */
static bool is_event_year(const struct sentence *s, size_t i) {
    return i > 0 && s->tokens[i - 1].tag == 'p' && s->tokens[i - 1].word &&
           slice_equal(s->tokens[i - 1].word->text, SLICE_LIT("于"));
}

/* Nothing but list marks, adverbs and 截至 stands before token `i`. */
static bool opens_sentence(const struct sentence *s, size_t i) {
    while (i > 0 && is_one_of(s->tokens[i - 1].tag, "aHpg(:n") && s->tokens[i - 1].tag != 'n') i--;
    return i == 0;
}

/* What has been told of year and status up to here in a sentence, and by which token. */
struct telling {
    int         year, clause_year; /* clause_year: what holds again behind the next comma */
    int16_t     period, year_by, clause_by, status_by, start_by;
    enum status status, start; /* start: at the head of the sentence */
    bool        existing;      /* 现有: the next figure exists */
};

static void told_status(struct telling *told, enum status status, size_t i) {
    told->status = status;
    told->status_by = (int16_t)i;
}

static void word_tells(struct telling *told, const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag == '.' && i + 1 < s->count) { /* what ends it is kept for the clause behind ； */
        told->status = told->start;
        told->status_by = told->start_by;
    }
    if (t->tag == ',' && told->clause_year) {
        told->year = told->clause_year;
        told->year_by = told->clause_by;
        told->clause_year = 0;
    }
    bool quoted = i + 1 < s->count && s->tokens[i + 1].tag == '>'; /* “两个确保” is a name */
    if ((t->tag == 't' && !quoted) || (t->noted && slice_equal(t->word->note, SLICE_LIT("target"))))
        told_status(told, STATUS_TARGET, i);
    /* 计划增长, 计划投资: a plan; 行动计划 is a name. */
    if (t->tag == 'C' && i + 1 < s->count && is_one_of(s->tokens[i + 1].tag, "vZujKUJdwYQPpga"))
        told_status(told, STATUS_TARGET, i);
    if (t->tag == 'e') told_status(told, STATUS_ACTUAL, i);
    if (t->noted && slice_equal(t->word->note, SLICE_LIT("actual"))) told->existing = true; /* 摸清现有的450户 */
    if (is_one_of(t->tag, ",.")) told->existing = false;
}

static void period_tells(struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                         size_t i) {
    const struct period *p = &s->periods[s->tokens[i].period];
    int                  named = period_year(p, c->review_year, c->report_year);
    if (!named) return;
    if (!p->relative && !p->last_year && told->year && (c->status == STATUS_TARGET || told->year <= c->review_year)) {
        told->period = s->tokens[i].period; /* 10月份, 一季度: of the year that is spoken of, in a plan the plan's */
        return;
    }
    if (is_event_year(s, i) && !told->clause_year) {
        told->clause_year = told->year;
        told->clause_by = told->year_by;
    }
    told->year = named;
    told->year_by = (int16_t)i;
    told->period = s->tokens[i].period;
    frame->single = p->first_year == p->last_year || p->relative;
    if (!frame->single) {
        frame->span_from = p->first_year - 1;
        frame->span_year = named;
    }
    if (c->review_year)
        told_status(told,
                    named > c->review_year                           ? STATUS_TARGET
                    : c->status == STATUS_TARGET && named == c->year ? STATUS_TARGET
                                                                     : STATUS_ACTUAL,
                    i);
    if (!told->clause_year && p->last_year && !p->month && opens_sentence(s, i)) {
        frame->year = told->year;
        frame->status = told->status;
    }
}

static void figure_takes(const struct telling *told, const struct context *c, struct frame *frame, const struct sentence *s,
                         struct candidate *k) {
    if (span_years(k) && told->status == STATUS_ACTUAL) {
        frame->from_year = frame->span_from = told->year ? told->year - span_years(k) : 0;
        frame->span_year = told->year;
        frame->single = false;
    }
    k->year_by = told->year_by;
    if (k->period >= 0 && (k->set & 1u << FIELD_YEAR)) {
        k->year = period_year(&s->periods[k->period], c->review_year, c->report_year);
        frame->from_year = k->year;
    } else if (k->role == ROLE_FROM && frame->from_year) {
        k->year = frame->from_year;
        k->year_by = TOLD_BY_PARAGRAPH;
    } else {
        k->year = told->year;
        k->period = told->period;
        if (told->period < 0 && !frame->single && frame->span_from && frame->span_year == told->year)
            k->span_from = frame->span_from;
    }
    k->status_by = told->status_by;
    if (!(k->set & 1u << FIELD_STATUS)) k->status = told->existing ? STATUS_ACTUAL : told->status;
}

void context_apply(const struct context *c, struct frame *frame, struct sentence *s) {
    if (s->count && (s->tags[0] == 'H' || s->tags[0] == '(')) frame->year = 0; /* a list item stands for itself */
    int16_t        by = frame->year ? TOLD_BY_PARAGRAPH : c->said_by_heading ? TOLD_BY_HEADING : TOLD_BY_REPORT;
    struct telling told = {.period = -1, .year_by = by, .start_by = by, .status_by = by};
    told.year = frame->year ? frame->year : c->year;
    told.start = told.status = frame->year ? frame->status : c->status;
    if (frame->goes_on) {
        told.year = frame->last_year;
        told.status = frame->last_status;
        told.year_by = told.status_by = TOLD_BY_PARAGRAPH;
    }
    struct telling outside = told; /* of a bracket: 2300元（2010年不变价），比2009年提高92% */
    for (size_t i = 0; i < s->count; i++) {
        const struct token *t = &s->tokens[i];
        if (t->tag == '(') outside = told;
        if (t->tag == ')' && i > 0) told = outside;
        word_tells(&told, s, i);
        if (t->period >= 0 && !is_basis(s, i)) period_tells(&told, c, frame, s, i);
        if (t->candidate < 0) continue;
        figure_takes(&told, c, frame, s, &s->candidates[t->candidate]);
        told.existing = false;
    }
    slice end = s->count ? sentence_text(s, s->count - 1, s->count) : SLICE_NONE;
    frame->goes_on = slice_equal(end, SLICE_LIT("；")) || slice_equal(end, SLICE_LIT(";"));
    frame->last_year = told.year;
    frame->last_status = told.status;
}
