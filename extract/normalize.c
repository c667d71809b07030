/* One line becomes its numerals and quantities: 约3万人 → about 30000 人, 第二 → rank 2, 2023年5月1日 → 2023-05-01, 一心一意 →
 * nothing. What a figure is said of, and whether it is a claim, is not asked here. */
#include "extract/normalize.h"

#include "extract/words/clock.h"
#include "extract/words/lexicon.h"
#include "extract/words/neighbour.h"
#include "extract/words/scripts.h"

#include "extract/base/banned.h"

enum { DATE_TEXT = 32 };

struct walk {
    const struct ruleset *rules;
    slice                 line;
    struct paragraph      p;
    reading_sink          sink;
    void                 *context;
    struct arena         *arena;
    struct spelling      *spelling; /* the line, spelt out */
    const uint32_t       *marks;
    size_t                i;        /* the character of it that is read next */
    size_t                floor;    /* the reading before ends here */
    size_t                verb_end; /* end of the last word of growing or falling */
    enum direction        verb;
    const struct unit    *each; /* 万人 of 每万人, NULL when none was read */
    size_t                each_start, each_end;
    size_t                counted_bytes; /* code points are counted onward from here */
    uint32_t              counted;
};

static uint32_t points_to(struct walk *w, size_t byte) {
    if (byte < w->counted_bytes) w->counted_bytes = 0, w->counted = 0;
    w->counted += (uint32_t)utf8_count(slice_sub(w->line, w->counted_bytes, byte));
    w->counted_bytes = byte;
    return w->counted;
}

/* Where in the line folded bytes [start, end) stand, and what stands there. */
static void place(struct walk *w, size_t start, size_t end, struct reading *r) {
    span at = text_source(&w->p, w->line, (span){(uint32_t)start, (uint32_t)end});
    r->raw = slice_span(w->line, at);
    r->start = points_to(w, at.start);
    r->end = points_to(w, at.end);
}

static enum kind kind_of(const struct walk *w, const struct quantity *q, enum direction *direction) {
    enum unit_class class = q->unit ? q->unit->class : UNIT_MEASURE_WORD;
    bool share = q->numeral.unit || (q->unit && class == UNIT_PERCENT);
    if (q->numeral.form == NUMERAL_RATIO) return KIND_RATIO;
    if (q->ordinal) return KIND_RANK;
    if (w->verb_end == q->raw.start && w->verb != DIRECTION_NONE) {
        *direction = w->verb;
        return share || class == UNIT_MULTIPLE ? KIND_GROWTH : KIND_CHANGE;
    }
    if (share) return KIND_SHARE;
    if (q->unit && class == UNIT_MULTIPLE) return KIND_MULTIPLE;
    return q->unit && class == UNIT_POINT ? KIND_CHANGE : KIND_LEVEL;
}

/* A lone 一 or 万 counts only with a unit or a qualifier, or when nothing else stands on the line; Latin letters that are no
 * unit make a name of it (5G, 4A). */
static bool stands(const struct walk *w, const struct quantity *q) {
    slice text = w->p.text;
    bool  alone = q->raw.start == 0 && q->raw.end == text.len;
    if (q->raw.end < text.len && ascii_letter(text.ptr[q->raw.end]) && !q->unit) return false;
    if (q->raw.start > 0 && ascii_letter(text.ptr[q->raw.start - 1]) && ascii_digit(text.ptr[q->raw.start])) return false;
    if (q->code && (!q->unit || q->unit->class == UNIT_ORDINAL)) return false; /* 电话12345, 神舟十三号 */
    if (q->article && q->numeral.single) return false;
    if (!q->numeral.single || q->unit || alone || q->numeral.fused || q->said) return true;
    return q->numeral.qualifier != QUALIFIER_EXACT || q->negative;
}

/* 每万人3.2张 is 3.2 张/万人, 每小时行驶50公里 50 公里/小时: the quantity follows within four characters. */
static bool each_joins(const struct walk *w, const struct quantity *q) {
    if (!w->each || !q->unit || q->ordinal || q->raw.start < w->each_end || q->raw.start - w->each_end > 12) return false;
    if (q->numeral.unit || q->unit->class > UNIT_AGE || (q->unit->class == UNIT_TIME && !q->unit->factor.numerator))
        return false;
    for (size_t at = w->each_end; at < q->raw.start; at = utf8_next(w->p.text, at))
        if (punctuation_at(w->p.text, at)) return false;
    return true;
}

static bool show_quantity(struct walk *w, struct quantity *q) {
    const struct numeral *n = &q->numeral;
    enum direction        direction = DIRECTION_NONE;
    enum kind             kind = kind_of(w, q, &direction); /* 每桶|上涨|1.2美元 rises, too */
    if (each_joins(w, q)) {
        q->unit = unit_per(w->rules->vocabulary.units, q->unit, w->each, w->arena);
        q->unit_name = q->unit->canonical;
        q->raw.start = (uint32_t)w->each_start;
    }
    w->each = NULL;
    struct reading r = {.value = n->value,
                        .low = numeral_low(n),
                        .high = numeral_high(n),
                        .qualifier = n->qualifier,
                        .unit = q->unit_name,
                        .kind = kind,
                        .direction = direction};
    place(w, q->raw.start, q->raw.end, &r);
    if (n->divided) r.value = numeral_fraction(n, (struct ratio){1, 1}); /* six places are for tables */
    r.base_value = quantity_base(q);
    if (q->unit) r.dimension = q->unit->dimension, r.base_unit = q->unit->base;
    if (r.kind == KIND_RANK && r.dimension.len == 0) r.dimension = SLICE_LIT("rank");
    r.too_long = n->too_long;
    r.base_too_long = n->value.present && q->unit && q->unit->factor.numerator && !r.base_value.present;
    if (!n->value.present && !n->bounded && r.kind != KIND_RATIO && !n->too_long) return true;
    return w->sink(w->context, &r);
}

static bool show_date(struct walk *w, size_t start, size_t end, slice iso) {
    struct reading r = {.kind = KIND_DATE, .date = arena_copy(w->arena, iso)};
    place(w, start, end, &r);
    return w->sink(w->context, &r);
}

/* Of 23年5月 and 98年5月, where no report tells the century. */
static int century_year(int year) {
    enum { FIRST_OF_LAST_CENTURY = 40 };
    return year + (year < FIRST_OF_LAST_CENTURY ? 2000 : 1900);
}

/* One day or month, at the end of `out`; a year of 0 is none. */
static size_t day_text(int year, int month, int day, char *out, size_t room) {
    int n = year ? snprintf(out, room, "%d-%02d", year, month % 100) : snprintf(out, room, "--%02d", month % 100);
    if (day) n += snprintf(out + n, room - (size_t)n, "-%02d", day % 100);
    return (size_t)n;
}

/* ISO 8601 of a date; one without a year starts with two dashes: 5月1日 is --05-01, 3月至5月 --03/--05. */
static size_t date_text(const struct period *p, char out[DATE_TEXT]) {
    int year = p->century ? century_year(p->last_year) : p->last_year;
    if (p->frame || p->relative) return 0;
    if (!p->month || (p->first_year && p->first_year != p->last_year)) return period_iso(p, year, out);
    size_t n = day_text(year, p->month, p->first_day ? p->first_day : p->day, out, DATE_TEXT);
    if (p->month == p->last_month && !p->first_day) return n;
    out[n++] = '/';
    return n + day_text(year, p->last_month, p->last_day, out + n, DATE_TEXT - n);
}

/* Where the date must reach: past the figure and, where it has one, past its unit; 10月龄 is no date at all. */
static size_t quantity_reach(const struct quantity *q) {
    if (q->unit && q->unit->class == UNIT_AGE) return q->raw.end;
    return q->digits.end + (q->unit ? 1 : 0);
}

/* 点, 时 or : stands within the four characters behind this one: 二十三点. */
static bool hour_near(const struct walk *w) {
    const struct spelling *s = w->spelling;
    uint32_t               marks = 0;
    for (size_t i = w->i; i < w->i + 5 && i < s->count; i++) marks |= w->marks[s->letters[i]];
    return marks & (MARK_HOUR | MARK_DAYTIME);
}

/* A date or clock time at `at`, unless a quantity reaches farther: returns its end, 0 when there is none. */
static size_t date_at(struct walk *w, size_t at, size_t quantity_end, bool *go_on) {
    struct period p;
    char          iso[DATE_TEXT];
    slice         rest = slice_from(w->p.text, at);
    size_t        length = 0, size = 0;
    if (hour_near(w)) size = clock_scan(w->rules->vocabulary.clock, w->rules->vocabulary.numerals, rest, iso, &length);
    if (size == 0 && period_may_start(w->rules->periods, w->spelling, w->i) &&
        (size = period_scan(w->rules->periods, rest, &p)) > 0) {
        if ((p.century && !p.month) || p.ahead) return 0; /* 八十年代, 未来五年: nobody knows which */
        length = date_text(&p, iso);
    }
    if (size == 0 || at + size < quantity_end || (length == 0 && ascii_digit(rest.ptr[0])))
        return 0; /* 1:12 has no date to show */
    if (length) *go_on = show_date(w, at, at + size, (slice){iso, length});
    return at + size;
}

/* Letters, digits and what joins them: PM2.5, G106, COVID-19. It ends before digits that a currency stands before: RMB100. */
static size_t name_end(const struct walk *w, size_t at) {
    slice              text = w->p.text;
    const struct unit *unit;
    size_t             from = at;
    for (size_t i = w->i; at < text.len; at++, i++) {
        char c = text.ptr[at];
        bool joint = (c == '.' || c == '-' || c == '_' || c == '@') && at + 1 < text.len &&
                     (ascii_letter(text.ptr[at + 1]) || ascii_digit(text.ptr[at + 1]));
        if (!ascii_letter(c) && !ascii_digit(c) && !joint) break;
        if (ascii_digit(c) && !ascii_digit(text.ptr[at - 1]) && i < w->spelling->count &&
            unit_scan_before(w->rules->vocabulary.units, w->spelling, i, from, &unit) == at - from)
            break;
    }
    return at;
}

static size_t digits_end(slice text, size_t at) {
    while (at < text.len && ascii_digit(text.ptr[at])) at++;
    return at;
}

/* 〔2019〕5号 of 国发〔2019〕5号, +86 13800138000, and 15835-2011 of GB/T 15835-2011: numbers of papers and telephones.
 * Returns the byte behind it, 0 when none stands at `at`. */
static size_t code_end(const struct walk *w, size_t at) {
    static const slice open = {"〔", 3}, close = {"〕", 3};
    slice              text = w->p.text;
    bool               paper = slice_starts(slice_from(text, at), open);
    if (!paper && text.ptr[at] != '+' && text.ptr[at] != ' ') return 0;
    size_t first = at + (paper ? open.len : 1), end = digits_end(text, first);
    if (paper) return slice_starts(slice_from(text, end), close) ? digits_end(text, end + close.len) : 0;
    if (end == first || end >= text.len) return 0;
    if (text.ptr[at] == '+' && (text.ptr[end] == ' ' || text.ptr[end] == '-'))
        return digits_end(text, end + 1) - end > 7 ? digits_end(text, end + 1) : 0;
    bool standard = text.ptr[at] == ' ' && at > 0 && ascii_letter(text.ptr[at - 1]) && text.ptr[end] == '-';
    return standard && digits_end(text, end + 1) - end == 5 ? end + 5 : 0;
}

/* .5 stands for 0.5, but not in 3.5 or in a name. */
static bool point_starts(slice text, size_t at) {
    return text.ptr[at] == '.' && at + 1 < text.len && ascii_digit(text.ptr[at + 1]) &&
           (at == 0 || (!ascii_letter(text.ptr[at - 1]) && !ascii_digit(text.ptr[at - 1]) && text.ptr[at - 1] != '.'));
}

/* 一个|个, 一步|一步: the quantity, or its unit, stands there once more, so that it counts nothing. */
static bool says_twice(slice text, const struct quantity *q) {
    slice again = slice_from(text, q->raw.end);
    return slice_starts(again, slice_sub(text, q->digits.end, q->raw.end)) || slice_starts(again, slice_span(text, q->raw));
}

/* One step of the walk: what stands at `at`. Returns the byte behind it. */
static size_t step(struct walk *w, size_t at, bool *go_on) {
    slice           text = w->p.text, rest = slice_from(text, at);
    struct word_hit word = lexicon_spelt(w->rules->lexicon, w->spelling, w->i);
    struct quantity q = {0};
    const uint32_t *places = w->spelling->at + w->i;
    size_t          end = 0, date, word_end = word.word ? places[word.size] : 0, next = places[1];
    uint32_t        marks = w->marks[w->spelling->letters[w->i]];
    bool            time =
        rest.ptr[0] == 'T' && at > 0 && at == w->floor && rest.len > 1 && ascii_digit(rest.ptr[1]); /* 2023-05-01T15:20 */
    if (ascii_letter(rest.ptr[0])) return time ? at + 1 : name_end(w, at);
    if ((end = code_end(w, at)) > 0) return end;
    if ((marks & MARK_NUMERAL) || point_starts(text, at))
        end = quantity_scan(&(struct quantity_text){&w->rules->vocabulary, w->spelling, w->floor, w->arena}, w->i, 0, &q);
    bool known = end && q.numeral.word && q.digits.end == word_end;       /* 成千上万 counts nothing in a claim */
    known |= end && q.unit && q.raw.start < at;                           /* 近百|兆瓦, but 百兆|宽带 */
    known |= end && !q.unit && q.qualifier_line && q.raw.end == word_end; /* 比二十大 */
    if (word.tag == 'B' && word_end >= (end ? q.digits.end : 0) && !known) return word_end;
    if (word.tag == 'a' && end && word_end > q.raw.end && says_twice(text, &q)) return word_end;
    if ((marks & (MARK_NUMERAL | MARK_PERIOD | MARK_DAYTIME)) &&
        (date = date_at(w, at, end ? quantity_reach(&q) : 0, go_on)) > 0)
        return w->floor = date;
    if (end && stands(w, &q)) {
        *go_on = show_quantity(w, &q);
        return w->floor = q.raw.end;
    }
    if (end) return q.digits.end;
    if ((marks & MARK_EACH) && (end = unit_scan_each(w->rules->vocabulary.units, w->spelling, w->i, w->arena, &w->each)) > 0) {
        w->each_start = at;
        return w->each_end = w->spelling->at[w->i + end];
    }
    if (word.tag == 'n' && !(marks_at(w->rules->vocabulary.alphabet, text, word_end) & MARK_NUMERAL))
        return word_end; /* 统一大市场 holds no 一大; 同一百多个 counts */
    if (word.tag != 'u' && word.tag != 'j') return next;
    w->verb = word.tag == 'u' ? DIRECTION_UP : DIRECTION_DOWN;
    struct word_hit adverb = lexicon_spelt(w->rules->lexicon, w->spelling, w->i + word.size); /* 增长了 */
    w->verb_end = places[word.size + (adverb.tag == 'a' ? adverb.size : 0)];
    return next;
}

/* Where to spell from, so that the words before `at` are seen there. */
static size_t words_before(slice text, size_t at) { return utf8_whole(text, at > SPELLING_MARGIN ? at - SPELLING_MARGIN : 0); }

/* The first byte from `at` on where something may start, and w->i its character; the end of the line when nothing does. */
static size_t next_start(struct walk *w, size_t at) {
    struct spelling *spelling = w->spelling;
    uint32_t         wanted = MARK_DAYTIME | MARK_EACH;
    while (at < w->p.text.len) {
        w->i = spelling_from(spelling, w->i, (uint32_t)at);
        if (w->i >= spelling_reach(spelling)) {
            spell(spelling, w->rules->vocabulary.alphabet, w->p.text, words_before(w->p.text, at));
            for (w->i = 0; spelling->at[w->i] < at;) w->i++;
        }
        bool ascii = (unsigned char)w->p.text.ptr[at] < 0x80; /* .5, +86 */
        if (ascii || lexicon_opens(w->rules->lexicon, spelling, w->i) || w->marks[spelling->letters[w->i]] & wanted) break;
        at = spelling->at[w->i + 1];
    }
    return at;
}

bool normalize_line(const struct ruleset *rules, slice line, reading_sink sink, void *context, struct arena *arena) {
    struct spelling    spelling;
    struct walk        w = {.rules = rules,
                            .line = line,
                            .sink = sink,
                            .context = context,
                            .arena = arena,
                            .spelling = &spelling,
                            .marks = rules->vocabulary.alphabet->marks};
    struct block       whole = {.at = {0, (uint32_t)line.len}, .rows = 1, .columns = 1};
    struct document    document = {.text = line, .blocks = &whole, .block_count = 1};
    struct text_reader reader;
    bool               go_on = true;
    text_open(&reader, &document, &rules->vocabulary, NULL, arena, arena);
    if (!text_next(&reader, &w.p)) return true;
    const char *plain = scripts_plain(rules->vocabulary.alphabet, w.p.text, arena);
    if (plain) w.p.text.ptr = plain;
    spell(&spelling, rules->vocabulary.alphabet, slice_sub(w.p.text, 0, 0), 0); /* nothing yet */
    for (size_t at = next_start(&w, 0); at < w.p.text.len && go_on; at = next_start(&w, at)) at = step(&w, at, &go_on);
    return go_on;
}
