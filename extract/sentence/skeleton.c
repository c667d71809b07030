/* A sentence becomes tokens: 由 年初 的 12家 上升为 22家 。 Figures are read by quantity_scan, dates by period_scan, words by
 * the lexicon; what nobody knows is 名. Decides nothing about meaning but one thing: which numeral characters are part
 * of a word (统一, 三位一体, PM2.5) or of a date and so no figure at all.
 * The sentence is spelt once (base/alphabet.h): a letter's marks tell what may start there, it and the next whether a word may.
 * The reader goes from one such start to the next; what lies between is unknown. At a numeral the word and the date are read
 * first: a quantity whose digits end before them is read no further, no unit and no 约 being looked for. */
#include "extract/sentence/classes.h"
#include "extract/sentence/figure.h"
#include "extract/sentence/item_mark.h"
#include "extract/sentence/place_name.h"
#include "extract/words/clock.h"
#include "extract/sentence/rule.h"
#include "extract/sentence/token_choice.h"

#include <limits.h>
#include <uchar.h>

#include "extract/base/banned.h"

void sentence_init(struct sentence *s, struct arena *arena) {
    *s = (struct sentence){0};
    s->tokens = ARENA_ARRAY(arena, struct token, MOST_TOKENS);
    s->tags = ARENA_ARRAY(arena, char, MOST_TOKENS + TAGS_BEHIND);
    s->candidates = ARENA_ARRAY(arena, struct candidate, MOST_CANDIDATES);
    s->periods = ARENA_ARRAY(arena, struct period, MOST_CANDIDATES);
    s->spelling = arena_new(arena, sizeof *s->spelling);
}

void skeleton_marks(struct alphabet *alphabet, struct arena *run) {
    static const char32_t blanks[] = U" \t\u3000";
    for (size_t i = 0; blanks[i]; i++) alphabet_mark(alphabet, blanks[i], BLANK, run);
    for (uint32_t code = 0; code < 0x80; code++)
        if (ascii_letter((unsigned char)code) || ascii_digit(code)) alphabet_mark(alphabet, code, MARK_LATIN, run);
}

static char figure_tag(const struct quantity *q) {
    if (q->numeral.form == NUMERAL_RATIO) return RATIO;
    if (q->ordinal) return ORDINAL;
    const struct numeral *n = &q->numeral;
    if (q->unit && q->unit->class <= UNIT_PERSON && n->form == NUMERAL_HAN && !n->scale_end && n->value.present &&
        decimal_compare(n->value, decimal_int(100)) < 0)
        return SMALL_COUNT;
    if (!q->unit) return q->unit_name.len ? PERCENT : BARE;
    switch (q->unit->class) {
    case UNIT_TIME: return DURATION;
    case UNIT_AGE: return AGE;
    case UNIT_PERCENT: return PERCENT;
    case UNIT_POINT: return POINTS;
    case UNIT_MULTIPLE: return MULTIPLE;
    case UNIT_RANK: return ORDINAL;
    default: return COUNT;
    }
}

/* Digits and a percent sign: ROE|11.2%. */
static bool percent_at(slice text, size_t at, size_t end) {
    while (at < end && (ascii_digit(text.ptr[at]) || text.ptr[at] == '.')) at++;
    return at < end && text.ptr[at] == '%';
}

/* End of a run of letters, digits and what joins them that starts at `at`: PM2.5, G318, COVID-19, V2.0, Spring Boot, K7+300. */
static size_t latin_end(slice text, size_t at, size_t end) {
    for (size_t from = at; at < end;) {
        unsigned char c = (unsigned char)text.ptr[at];
        unsigned char next = at + 1 < end ? (unsigned char)text.ptr[at + 1] : '\0';
        bool          mark = c == '.' || c == '-' || c == '_' || c == '/' || c == '&' ||
                    (c == '+' && at > from && ascii_digit(text.ptr[at - 1]) && ascii_digit(next));
        bool joint = (mark && (ascii_letter(next) || ascii_digit(next))) || (c == ' ' && ascii_letter(next));
        if ((!ascii_letter(c) && !ascii_digit(c) && !joint) || (ascii_digit(c) && percent_at(text, at, end))) break;
        at++;
    }
    return at;
}

struct reading {
    struct sentence      *s;
    const struct ruleset *rules;
    struct quantity_text  scan;
    size_t                i;       /* the character that is read next */
    size_t                stop;    /* the character at which reading stops */
    uint32_t              unknown; /* what nobody knows goes from this byte up to the next token */
};

static uint32_t byte_at(const struct reading *r, size_t i) { return r->scan.text->at[i]; }

/* Goes on where the last token ends. */
static void read_on(struct reading *r, size_t end) {
    r->i = spelling_from(r->scan.text, r->i, (uint32_t)end);
    r->unknown = (uint32_t)end;
}

static struct token token_of(uint32_t start, uint32_t end, char tag, const struct word *word, uint64_t notes) {
    return (struct token){.start = start, .end = end, .tag = tag, .notes = notes, .candidate = -1, .period = -1, .word = word};
}

static void token_put(struct sentence *s, struct token token) {
    s->notes |= token.notes;
    s->tags[s->count] = token.tag;
    s->tokens[s->count++] = token;
}

/* A token, and what nobody knew before it. */
static void push(struct reading *r, uint32_t start, uint32_t end, char tag, const struct word *word, uint64_t notes) {
    if (r->unknown < start) token_put(r->s, token_of(r->unknown, start, NOUN, NULL, 0));
    token_put(r->s, token_of(start, end, tag, word, notes));
    r->unknown = end;
}

static void push_word(struct reading *r, const struct word_hit *word) {
    uint32_t start = byte_at(r, r->i);
    push(r, start, byte_at(r, r->i += word->size), word->tag, word->word, word->notes);
}

/* Words that were read before a qualifier glued to a figure turned out to be part of it: 超过 1.9 万人. */
static void cut_back(struct reading *r, uint32_t start) {
    struct sentence *s = r->s;
    if (r->unknown <= start) return;
    while (s->count && s->tokens[s->count - 1].start >= start) s->count--;
    if (s->count && s->tokens[s->count - 1].end > start) s->tokens[s->count - 1].end = start;
    r->unknown = start;
}

/* All but the quantity, which has been read into its place. */
static void candidate_open(struct candidate *c, size_t token) {
    static const struct candidate fresh = {.basis_by = -1, .period = -1, .share = -1, .metric_start = -1, .metric_end = -1};
    size_t                        behind = offsetof(struct candidate, token);
    memcpy((char *)c + behind, (const char *)&fresh + behind, sizeof *c - behind);
    c->qualifier = c->quantity.numeral.qualifier;
    c->token = (uint32_t)token;
}

/* 自2019年, 自驾: what is a word only before a date. */
static void push_before_date(struct reading *r) {
    uint32_t           start = byte_at(r, r->i);
    slice              unknown = slice_sub(r->scan.text->text, r->unknown, start);
    const struct word *since = lexicon_ending(r->rules->lexicon, unknown, EDGE_BEGUN);
    if (since) push(r, start - (uint32_t)since->text.len, start, since->tag, since, since->row->notes);
}

static void push_date(struct reading *r, size_t end, const struct word_hit *word) {
    struct sentence *s = r->s;
    push_before_date(r);
    push(r, byte_at(r, r->i), (uint32_t)end, DATE, word->word, word->notes);
    s->tokens[s->count - 1].period = (int16_t)s->period_count++;
    read_on(r, end);
    if (s->period_count + 2 >= MOST_CANDIDATES) r->stop = r->i;
}

/* 跑了3趟|才办好: what closes the clause behind a figure, where no longer word starts, 3名|才俊; not behind a length of time,
 * which what follows may name: 用了3个月才修好. */
static void push_behind_figure(struct reading *r, const struct unit *unit) {
    if (unit && unit->class == UNIT_TIME) return;
    uint32_t           start = byte_at(r, r->i);
    slice              rest = slice_sub(r->scan.text->text, start, r->s->at.end);
    const struct word *needed = lexicon_opening(r->rules->lexicon, rest, EDGE_NEEDED);
    if (!needed) return; /* most */
    size_t end = start + needed->text.len;
    if (byte_at(r, r->i + lexicon_spelt(r->rules->lexicon, r->scan.text, r->i).size) > end) return;
    push(r, start, (uint32_t)end, needed->tag, needed, needed->row->notes);
    read_on(r, end);
}

static void push_figure(struct reading *r) {
    struct sentence  *s = r->s;
    struct candidate *c = &s->candidates[s->candidate_count];
    struct quantity  *q = &c->quantity;
    if (q->raw.end > s->at.end) q->raw.end = s->at.end;
    cut_back(r, q->raw.start);
    push(r, q->raw.start, q->raw.end, figure_tag(q), NULL, 0);
    candidate_open(c, s->count - 1);
    s->tokens[s->count - 1].candidate = (int16_t)s->candidate_count++;
    read_on(r, r->scan.floor = q->raw.end);
    push_behind_figure(r, q->unit);
    if (s->candidate_count + 2 >= MOST_CANDIDATES) r->stop = r->i;
}

static const struct word_hit no_word = {0};

/* 第一， ranks inside a clause, and is a word where one begins, also behind the aside that a sentence opens with: （掌声）二是.
 */
static bool inside_clause(const struct reading *r) {
    const struct sentence *s = r->s;
    if (r->unknown < byte_at(r, r->i) || !s->count) return r->unknown < byte_at(r, r->i);
    bool aside = s->tags[0] == OPEN && memchr(s->tags, CLOSE, s->count) == s->tags + s->count - 1;
    return !aside && !is_one_of(s->tags[s->count - 1], COMMA, STOP, COLON, BLANK, LIST_MARK); /* （三）一是|修路 */
}

/* 树龄|1300年, |1500年|的历史: is the bare year in the text from byte `start` to byte `end` a length of time? */
static bool is_age(const struct reading *r, const struct period *p, size_t start, size_t end) {
    enum { BARE_YEAR = 4 + HAN };
    const struct lexicon *x = r->rules->lexicon;
    slice                 text = r->scan.text->text;
    if (end - start != BARE_YEAR || p->relative || p->month || p->first_year != p->last_year) return false; /* most */
    return lexicon_ending(x, slice_sub(text, r->s->at.start, start), EDGE_AGED) ||
           lexicon_opening(x, slice_from(text, end), EDGE_AGED);
}

/* 五|從事, 九|民眾: one digit, and no unit behind it but what people are called. */
static bool counts_nothing(const struct quantity *q) {
    const struct unit *unit = q->unit;
    bool               people = unit && unit->class == UNIT_PERSON && unit->surface.len > HAN;
    return q->numeral.single && q->numeral.value.present && (!unit || people);
}

/* 七成九|民眾, 四成三|從事: a digit behind 成 that counts nothing is of it, where it begins no word: 三成|七家, 七成|二手房. */
SELDOM static void tenths_read_on(const struct reading *r, struct quantity *q) {
    struct numeral      *n = &q->numeral;
    struct quantity_text behind = r->scan;
    struct quantity      digit;
    size_t               at = spelling_from(r->scan.text, r->i, q->raw.end);
    bool                 inside = n->qualifier != QUALIFIER_EXACT && !q->qualifier_line; /* 七成多 */
    if (!n->value.present || inside || q->raw.end != q->digits.end) return;
    if (lexicon_spelt(r->rules->lexicon, r->scan.text, at).size > 1) return;
    behind.floor = q->raw.end;
    if (!quantity_scan(&behind, at, 0, &digit) || !counts_nothing(&digit)) return;
    if (decimal_compare(digit.numeral.value, decimal_int(1)) <= 0) return; /* 七成|一般 */
    n->value = decimal_add(n->value, digit.numeral.value);
    if (n->bounded) numeral_bound_by(n, n->qualifier);
    q->raw.end = q->digits.end = digit.digits.end;
}

/* 上午|10点|12家, 6月3日|8:30, 8:30|—17:30, |8:30|，: the byte behind the hour that starts here; 0: none does. */
static size_t hour_end(const struct reading *r, uint32_t start) {
    enum { LONGEST_HOUR = 3 }; /* characters: 二十三 */
    const struct vocabulary *v = &r->rules->vocabulary;
    const struct spelling   *text = r->scan.text;
    const struct sentence   *s = r->s;
    uint32_t                 marks = 0;
    for (size_t i = r->i + 1; i <= r->i + LONGEST_HOUR && i < text->count; i++) marks |= v->alphabet->marks[text->letters[i]];
    if (!(marks & MARK_HOUR)) return 0; /* most */
    const struct token *before = s->count && r->unknown >= start ? &s->tokens[s->count - 1] : NULL;
    bool                dated = before && before->tag == DATE && before->period >= 0 && s->periods[before->period].day;
    slice               lead = slice_sub(text->text, s->at.start, start);
    size_t              size = clock_hour(v->clock, v->numerals, lead, slice_from(text->text, start), dated);
    size_t              end = start + size;
    struct quantity     bare;
    if (!size || !digit_at(text->text, end)) return size ? end : 0;
    bool minutes = quantity_scan(&r->scan, spelling_from(text, r->i, (uint32_t)end), 0, &bare) == end + 2; /* 8点|30到场 */
    return minutes ? end + 2 : end;
}

/* A figure, a date or a word that holds numerals starts here: pushes the one that reaches farthest and goes on behind it. False
 * when nothing starts here. */
static bool read_numeral(struct reading *r) {
    const struct period_table *periods = r->rules->periods;
    struct sentence           *s = r->s;
    struct quantity           *q = &s->candidates[s->candidate_count].quantity;
    uint32_t                   start = byte_at(r, r->i);
    struct word_hit            word = lexicon_spelt(r->rules->lexicon, r->scan.text, r->i);
    size_t                     hour = hour_end(r, start);
    if (hour) {
        s->periods[s->period_count] = (struct period){0};
        return push_date(r, hour, &no_word), true;
    }
    if (word.tag == LIST_MARK && inside_clause(r)) word = no_word;
    struct rivals rivals = {.word_end = word.word ? byte_at(r, r->i + word.size) : 0, .keeps = word.tag != SET_PHRASE};
    if (s->era || period_may_start(periods, r->scan.text, r->i)) {
        struct period *p = &s->periods[s->period_count];
        slice          rest = slice_from(r->scan.text->text, start);
        size_t         date = s->era ? period_scan_era(periods, rest, p) : 0;
        if (!date) date = period_scan(periods, rest, p);
        if (date && start + date >= rivals.word_end && !is_age(r, p, start, start + date)) rivals.date_end = start + date;
    }
    size_t end = quantity_scan(&r->scan, r->i, choice_beyond(rivals), q);
    if (end && q->numeral.form == NUMERAL_TENTHS) tenths_read_on(r, q);
    switch (token_choice(rivals, end, q)) {
    case CHOICE_DATE: return push_date(r, rivals.date_end, &no_word), true;
    case CHOICE_WORD: return push_word(r, &word), true;
    case CHOICE_FIGURE: return push_figure(r), true;
    default: return false;
    }
}

/* 去年, “十五”期间: false when no date starts here, or a longer word does. */
static bool read_period(struct reading *r) {
    const struct period_table *periods = r->rules->periods;
    struct sentence           *s = r->s;
    uint32_t                   start = byte_at(r, r->i);
    if (!period_may_start(periods, r->scan.text, r->i)) return false;
    size_t          date = period_scan(periods, slice_from(r->scan.text->text, start), &s->periods[s->period_count]);
    struct word_hit word = lexicon_spelt(r->rules->lexicon, r->scan.text, r->i);
    if (date == 0 || byte_at(r, r->i + word.size) > start + date) return false;
    push_date(r, start + date, &word);
    return true;
}

/* AED|160台, ECMO|23例, COD|6100吨, VOCs|320吨: three capital letters and more, for shorter names are mostly of models (CT2).
 */
static bool is_short_name(const char *text, size_t from, size_t to) {
    size_t at = from;
    while (at < to && text[at] >= 'A' && text[at] <= 'Z') at++;
    return at >= from + 3 && (at == to || (at + 1 == to && text[at] == 's'));
}

/* GDP|181.9亿元, APP|1,208款: what a run of letters and digits ends in is a figure of its own where a scale, a sum of money or
 * groups of digits make it one, or a measure word, a weight or points behind a short name.
 * Returns the byte where that starts, `end` when there is none. */
APART static size_t name_end(struct reading *r, size_t start, size_t end) {
    const char     *text = r->scan.text->text.ptr;
    size_t          from = end;
    struct quantity q;
    while (from > start && (ascii_digit(text[from - 1]) || (from < end && text[from - 1] == '.'))) from--;
    if (from == end || from == start || !ascii_letter(text[from - 1])) return end;
    if (quantity_scan(&r->scan, spelling_from(r->scan.text, r->i, (uint32_t)from), 0, &q) <= end) return end;
    bool grouped = q.digits.end > end; /* the run ends before the comma */
    bool weighed = unit_measures(q.unit, "mass");
    bool counted = q.unit && (weighed || q.unit->class == UNIT_MEASURE_WORD || q.unit->class == UNIT_POINT) &&
                   is_short_name(text, start, from);
    return grouped || q.numeral.scale_end || counted || (q.unit && q.unit->class == UNIT_MONEY) ? from : end;
}

/* A figure, a date, or Latin text, which is unknown as a whole. */
static bool read_marked(struct reading *r) {
    uint32_t marks = r->rules->vocabulary.alphabet->marks[r->scan.text->letters[r->i]];
    if (marks & MARK_NUMERAL && read_numeral(r)) return true;
    if (!(marks & MARK_LATIN)) return marks & MARK_PERIOD && read_period(r);
    size_t          start = byte_at(r, r->i), run = latin_end(r->scan.text->text, start, r->s->at.end);
    struct word_hit word = lexicon_spelt(r->rules->lexicon, r->scan.text, r->i); /* pH值, GDP */
    if (word.word && byte_at(r, r->i + word.size) >= run) return push_word(r, &word), true;
    size_t end = name_end(r, start, run);
    r->i = spelling_from(r->scan.text, r->i, (uint32_t)end);
    return true;
}

static bool opens_more(const struct reading *r) {
    return r->rules->lexicon->starts[r->scan.text->letters[r->i]].seconds & OPENS_MORE;
}

/* Does a word of several characters start at `i`? */
static bool opens_word(const struct reading *r, size_t i) {
    const struct lexicon *lexicon = r->rules->lexicon;
    const uint16_t       *letters = r->scan.text->letters;
    size_t                reach;
    return i < r->stop && lexicon_value(lexicon, &lexicon->starts[letters[i]], letters + i, &reach) && reach > 1;
}

/* 至|今年6月, 共|建设5G基站, 实际|上升: does a date or a longer word start with the last character of `word`, which starts at
 * `i`, and go on behind it, where no word starts, as one does in 共建|设施, or none that a word follows, as in 共|设置|地名 and
 * not 共设|置地|名? Of a place it is a verb behind it: 督查中|共|发现. */
static bool runs_on(const struct reading *r, size_t i, struct word_hit word) {
    const struct lexicon *lexicon = r->rules->lexicon;
    const uint16_t       *letters = r->scan.text->letters;
    const uint32_t       *at = r->scan.text->at;
    struct period         p;
    size_t                behind = i + word.size, last = behind - 1, reach;
    if (period_scan(r->rules->periods, slice_from(r->scan.text->text, at[last]), &p) > at[behind] - at[last]) return true;
    uint32_t next = lexicon_value(lexicon, &lexicon->starts[letters[behind]], letters + behind, &reach);
    if (word.tag == PLACE) return next && is_one_of(word_hit_of(lexicon, next, reach).tag, VERB, VERBAL, LIGHT);
    const bool   rival = next && reach > 1;
    const size_t rest = behind + reach;
    if (!lexicon_value(lexicon, &lexicon->starts[letters[last]], letters + last, &reach) || reach < 2) return false;
    return !rival || (opens_word(r, last + reach) && !opens_word(r, rest));
}

/* 治理塌陷|地|3万亩, 12处迁徙停歇|地|。: right before a number, and behind a word that no table knows (`glued`) before a mark,
 * 和, 由 or 达 and at the end, it is land, for a particle stands before a verb: 有效地|增加. */
static struct word_hit land_or_particle(const struct reading *r, size_t i, struct word_hit word, bool glued) {
    const struct lexicon *lexicon = r->rules->lexicon;
    const uint16_t       *letters = r->scan.text->letters + i + word.size;
    size_t                behind = byte_at(r, i + word.size), reach;
    const bool            last = behind >= r->s->at.end;
    bool                  land = last ? glued : ascii_digit(r->scan.text->text.ptr[behind]);
    uint32_t next = last || land || !glued ? 0 : lexicon_value(lexicon, &lexicon->starts[letters[0]], letters, &reach);
    land |= next && is_one_of(word_hit_of(lexicon, next, reach).tag, COMMA, STOP, LIST_COMMA, AND, FROM, REACH, QUALIFIER,
                              CLOSE, UNQUOTE);
    return land ? (struct word_hit){.tag = NOUN, .size = word.size} : word;
}

/* The word of two or three characters from `i` on, without its last where that starts what stands behind; 下 of 下设|有 is no
 * word without it, 中 of 督查中|共 is one that nobody knows, and 加 of 加|上年结转 an adverb as 加上 is. */
APART static struct word_hit runs_cut(const struct reading *r, size_t i, struct word_hit word, bool glued) {
    if (word.tag == OF) return land_or_particle(r, i, word, glued);
    const struct lexicon   *lexicon = r->rules->lexicon;
    const uint16_t         *letters = r->scan.text->letters + i;
    const struct word_pair *two = lexicon_pair(lexicon, letters[0], letters[1]);
    uint32_t                cut = word.size == 2 ? lexicon->starts[letters[0]].value : two ? two->value : 0;
    bool                    adverb = word.tag == ADVERB && word.size == 2;
    if (!(cut || adverb || word.tag == PLACE) || !runs_on(r, i, word)) return word;
    char tag = adverb ? ADVERB : NOUN;
    return cut ? word_hit_of(lexicon, cut, word.size - 1) : (struct word_hit){.tag = tag, .size = word.size - 1};
}

/* Words and punctuation marks, up to where more may start; a character that starts none is unknown. No more tokens come of them
 * than they have characters. */
static void read_words(struct reading *r) {
    struct sentence         *s = r->s;
    const struct lexicon    *lexicon = r->rules->lexicon;
    const struct word_start *starts = lexicon->starts, *one = &starts[r->scan.text->letters[r->i]];
    const uint16_t          *letters = r->scan.text->letters;
    const uint32_t          *at = r->scan.text->at;
    const size_t             most = r->i + MOST_TOKENS - 3 - s->count, stop = most < r->stop ? most : r->stop;
    struct token            *token = s->tokens + s->count;
    char                    *tag = s->tags + s->count;
    uint32_t                 unknown = r->unknown;
    uint64_t                 notes = 0;
    size_t                   i = r->i, size;
    do {
        lexicon_fetch(lexicon, letters + i + 2);
        uint32_t found = lexicon_value(lexicon, one, letters + i, &size);
        if (found) {
            const bool glued = unknown < at[i];
            if (glued) {
                *tag++ = NOUN;
                *token++ = token_of(unknown, at[i], NOUN, NULL, 0);
            }
            struct word_hit word = word_hit_of(lexicon, found, size);
            if (word.notes & NOTE_RUNS) size = (word = runs_cut(r, i, word, glued)).size;
            unknown = at[i + size];
            notes |= word.notes;
            *tag++ = word.tag;
            *token++ = token_of(at[i], unknown, word.tag, word.word, word.notes);
        }
        i += size;
        one = &starts[letters[i]];
    } while (i < stop && !(one->seconds & OPENS_MORE));
    s->count = (size_t)(token - s->tokens);
    s->notes |= notes;
    r->unknown = unknown;
    r->i = i;
}

static void read_tokens(struct reading *r) {
    struct sentence *s = r->s;
    while (r->i < r->stop && s->count + 3 < MOST_TOKENS)
        if (!opens_more(r) || !read_marked(r)) read_words(r);
    uint32_t end = byte_at(r, r->i);
    if (r->unknown < end) token_put(s, token_of(r->unknown, end, NOUN, NULL, 0));
    if (end < s->at.end) s->at.end = end;
}

/* Does 分别 stand before token `i` in its clause? */
static bool dealt_out(const struct sentence *s, size_t i) {
    i = back_to(s, i, CLASSES(RESPECTIVELY, COMMA, STOP));
    return tag_before(s, i) == RESPECTIVELY;
}

/* In a row the last figure's unit is that of all: 1409万、1305万人次; 高1.2个、0.8个百分点, 2个、5个位次; 高1.2、0.8个百分点;
 * behind 分别 also 12、8人次, where its scale word is, too: 120、90亿元; and 52微克和28微克/立方米 are of the same air; of a
 * change the first's: 由15个工作日压缩到|6个, or where that bears none the last's: 由120压减到36项. */
static void share_units(struct sentence *s) {
    for (size_t last = s->candidate_count, i; last-- > 1;) {
        if ((i = s->candidates[last].token) < 2) continue;
        size_t mark = i - 1; /* 高于全国1.2个、|全省|0.8个百分点 */
        bool   turns = s->tokens[i].tag == POINTS && is_one_of(s->tokens[mark].tag, GROW, FALL, IMPROVE) && dealt_out(s, mark);
        if (turns) mark--; /* 分别提高0.1个和|下降|2.3个百分点 */
        while (mark > 1 && s->tokens[mark].tag == PLACE) mark--;
        struct token *one = &s->tokens[mark - 1], *other = &s->tokens[i];
        bool          changes = is_one_of(s->tokens[mark].tag, GROW_TO, FALL_TO, TO);
        if (one->candidate < 0 || !(changes || is_one_of(s->tokens[mark].tag, LIST_COMMA, AND))) continue;
        bool whence = changes && one->tag == BARE && mark > 1 && one[-1].tag == FROM; /* 由|120压减到36项 */
        if (changes && !whence) other = one, one = &s->tokens[i];
        struct quantity *q = &s->candidates[one->candidate].quantity, *model = &s->candidates[other->candidate].quantity;
        if (!model->unit) continue;
        bool apart = other->tag == COUNT && q->unit && !slice_starts(model->unit_name, q->unit_name); /* not 14种、203种次 */
        bool part = is_one_of(one->tag, COUNT, SMALL_COUNT) && (apart || is_one_of(other->tag, POINTS, DURATION)) && q->unit &&
                    slice_starts(slice_from(s->text, model->digits.end), q->unit->surface);
        part |= q->unit && slice_starts(model->unit_name, q->unit_name) &&
                slice_starts(slice_from(model->unit_name, q->unit_name.len), SLICE_LIT("/"));
        if (changes && !part && !whence) continue;
        bool scaled = q->numeral.scale_end > 0, dealt = whence || other->tag == POINTS || dealt_out(s, mark - 1);
        if (!part && (one->tag != BARE || (!(scaled && model->numeral.scale_end) && !dealt))) continue;
        if (!part && !scaled && !quantity_scale(q, model, s->text)) continue;
        q->unit = model->unit;
        q->unit_name = model->unit_name;
        one->tag = s->tags[one - s->tokens] = other->tag;
    }
}

/* Does what stands before token `i` leave it to open what is done? */
static bool opens_deed(const struct sentence *s, size_t i) {
    return is_one_of(tag_before(s, i), COMMA, STOP, COLON, LIST_COMMA, LIST_MARK, AND, ADVERB, DONE, PLACE, DATE, QUOTE, PLAN);
}

/* 加快|建设|公园12个, where 加快|打造|千亿元产业 tells nothing of a figure: does one end the clause of token `i`, or an item of
 * it? */
static bool ends_counted(const struct sentence *s, size_t i) {
    while (i < s->count && !(s->tokens[i - 1].candidate >= 0 && s->tokens[i].tag == LIST_COMMA) &&
           !is_one_of(s->tokens[i].tag, COMMA, STOP))
        i++;
    return s->tokens[i - 1].candidate >= 0;
}

/* 高效|建设|公园, 超额|新增, 加快|改造|管网, 游客|一路|增加到, 高于省定|95%|的目标: does the word at token `i` only say how it
 * was done, where 高效|节水|面积, 超额|5% and 省定|贫困村 say it of a thing? */
static bool only_says_how(const struct sentence *s, size_t i) {
    const struct token *t = &s->tokens[i];
    if (t->tag == NOUN && t[1].candidate >= 0) return t[1].tag == PERCENT || !token_is(s, i, EDGE_AWAY); /* not 距离|500米 */
    if (t->tag != GROW && is_one_of(t[1].tag, GROW, FALL, GROW_TO, FALL_TO, REACH)) return true;
    if (!opens_deed(s, i) || (is_one_of(t->tag, GROW, IMPROVE) && !ends_counted(s, i + 2))) return false;
    bool acts = t[1].tag == VERBAL && tag_at(s, i + 2) == NOUN && token_opening(s, i + 1, EDGE_ACTS);
    return t[1].tag == LIGHT || does(s, i + 1) || acts;
}

/* 5个重点平台|加速|落地。, 8条轨道交通线路|安全|运行。: does the word at token `i` only say how those did it whom a count
 * before them tells, where 12家企业|安全|管理人员 says it of a thing? */
static bool says_how_they_did(const struct sentence *s, size_t i) {
    size_t noun = skip_back(s, i, CLASSES(NOUN, HEAD, VERBAL)), end = i + 1;
    while (end < s->count && (is_one_of(s->tokens[end].tag, VERB, VERBAL, IMPROVE) || token_opening(s, end, EDGE_TENDS))) end++;
    if (end == i + 1 || noun == i || noun == 0 || !is_one_of(tag_at(s, end), COMMA, STOP)) return false; /* most */
    return s->tokens[noun - 1].tag == COUNT || s->tokens[noun - 1].tag == SMALL_COUNT;
}

static void tell_how(struct sentence *s) {
    for (size_t i = 0; i + 2 < s->count; i++) {
        uint64_t notes = s->tokens[i].notes;
        if (!((notes & NOTE_HOW && only_says_how(s, i)) || (notes & NOTE_MODE && says_how_they_did(s, i)))) continue;
        s->tokens[i].tag = s->tags[i] = ADVERB;
        s->tokens[i].notes = 0;
    }
}

/* 走了410公里|呢！, 我家有12亩|地呢。: what only gives the sentence its tone is no word of it. */
static void leave_tone(struct sentence *s) {
    size_t        end = skip_back(s, s->count, CLASSES(STOP, UNQUOTE)), last = end - (end > 0);
    struct token *t = &s->tokens[last];
    if (end == 0 || end == s->count || !is_unknown(s, last)) return; /* most */
    const struct word *tone = token_ending(s, last, EDGE_TONE);
    if (!tone) return;
    if (tone->text.len == token_bytes(t))
        t->tag = s->tags[last] = ADVERB;
    else
        t->end -= (uint32_t)tone->text.len;
}

/* Closes the tags, and tells which there are: a byte each is set, for bits that are set one after the other wait for each
 * other. So many NULs stand behind the tags that four are looked at together. */
static u128 classes_close(unsigned char *tags, size_t count) {
    unsigned char there[UCHAR_MAX + 1] = {0};
    uint64_t      half[2] = {0, 0}, eight;
    memset(tags + count, 0, TAGS_BEHIND);
    for (const unsigned char *tag = tags; tag < tags + count; tag += TAGS_BEHIND)
        there[tag[0]] = there[tag[1]] = there[tag[2]] = there[tag[3]] = 1;
    for (size_t i = ' '; i < 128; i += sizeof eight) {
        memcpy(&eight, there + i, sizeof eight);
        if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) eight = __builtin_bswap64(eight);
        half[i / 64] |= eight * UINT64_C(0x0102040810204080) >> 56 << i % 64; /* bit n of them is byte n */
    }
    return (u128)half[1] << 64 | half[0];
}

void sentence_spell(struct sentence *s, const struct ruleset *rules, slice text, span at) {
    spell(s->spelling, rules->vocabulary.alphabet, slice_sub(text, 0, at.end), at.start);
    s->text = text;
    s->at = at;
    s->lexicon = rules->lexicon;
    s->mark = item_mark(rules, text, at);
    slice before = slice_trim(slice_sub(text, 0, at.start));
    s->goes_on = slice_ends(before, SLICE_LIT(";")) || slice_ends(before, SLICE_LIT("；"));
}

/* Does the number of `q` have no decimals, for it counts what is whole, 3个, or names something, 12345热线, 2023届? */
static bool is_whole(const struct quantity *q, const char *point, const char *end) {
    enum { NAME = 3 }; /* digits */
    if (!q->unit || q->unit->class == UNIT_ORDINAL) return end - point > NAME;
    return q->unit->class == UNIT_MEASURE_WORD || q->unit->class == UNIT_PERSON || q->unit->class == UNIT_AGE;
}

/* 1.|3个项目开工: what is counted whole has no decimals, and the point behind the number at the head of a paragraph is a
 * list's. Not 1.8人次, which ends it as a cell's would. The byte behind that point; 0: there is none. */
static size_t item_counted(const struct reading *r) {
    struct sentence *s = r->s;
    struct quantity  q;
    if (s->at.start || s->mark || !digit_at(s->text, 0) || s->text.ptr[0] == '0') return 0; /* most */
    size_t      end = quantity_scan(&r->scan, r->i, 0, &q);
    const char *point = end && q.raw.start == 0 ? memchr(s->text.ptr, '.', q.digits.end) : NULL;
    bool        whole = point && is_whole(&q, point, s->text.ptr + q.digits.end);
    bool        plain = whole && !q.numeral.scale_end && q.numeral.form == NUMERAL_DIGITS && point[1] != '0';
    return plain && end < s->at.end && starts_han(s->text.ptr + end) ? (size_t)(point - s->text.ptr) + 1 : 0;
}

/* 系数提高到0.61, 人口减少290万, 收入比为1.95，缩小0.05, 执行率为零: is the bare number that ends the sentence a figure, and
 * not cut off? A change without a scale word is one where what changes has no unit either. */
static bool ends_told(const struct sentence *s, size_t last) {
    const struct numeral *n = &s->candidates[s->candidate_count - 1].quantity.numeral;
    if (s->tokens[last].candidate < 0) return false;
    bool written = n->scale_end || n->form != NUMERAL_DIGITS || n->value.exponent < 0;
    bool changes = is_one_of(tag_before(s, last), GROW, FALL) && (n->scale_end || memchr(s->tags, BARE, last));
    return written && (changes || is_one_of(tag_before(s, last), HEAD, REACH, TO, GROW_TO, FALL_TO));
}

/* A line of a table or a list ends as 新建公路12公里。 does, but that none says so. Not behind a bare number, which may be that
 * of a page, 核心价值 197, or cut off, 增长8; but 首次进入前30. */
static bool ends_unsaid(const struct sentence *s) {
    size_t last = s->count - 1;
    if (!s->count || memchr(s->tags, STOP, s->count)) return false; /* most */
    bool whole = s->at.end == s->text.len && s->count < MOST_TOKENS;
    return whole && (s->tags[last] != BARE || tag_before(s, last) == FIRST || ends_told(s, last));
}

static void drop_first(struct sentence *s, size_t n) {
    s->count -= n;
    memmove(s->tokens, s->tokens + n, s->count * sizeof *s->tokens);
    memmove(s->tags, s->tags + n, s->count);
    for (size_t i = 0; i < s->candidate_count; i++) s->candidates[i].token -= n;
}

/* （一）, ●, 一是|新建学校3所; “|我们新建学校3所。”: an item and what somebody says read as they do without their mark. */
static void leave_mark(struct sentence *s) {
    s->listed = s->count > 1 && s->tokens[0].tag == LIST_MARK;
    if (s->listed) drop_first(s, 1);
    while (s->listed && s->count > 1 && is_one_of(s->tokens[0].tag, BLANK, LIST_MARK)) drop_first(s, 1); /* ● 12个乡镇 */
    s->quotes = s->count > 1 && s->tokens[0].tag == QUOTE && quotes_speech(s, 1);
    if (s->quotes) drop_first(s, 1);
    size_t colon = s->quotes ? 0 : next_of(s, 0, CLASSES(COLON, STOP, FIGURES, DATE));
    if (colon > 0 && colon + 2u < s->count && s->tokens[colon].tag == COLON && s->tokens[colon + 1].tag == QUOTE &&
        token_ending(s, colon - 1, EDGE_SAYS) && quotes_speech(s, colon + 2)) {
        s->quotes = true;
        drop_first(s, colon + 2);
    }
}

bool sentence_read(struct sentence *s, const struct ruleset *rules, struct arena *arena) {
    struct reading r = {.s = s,
                        .rules = rules,
                        .scan = {&rules->vocabulary, s->spelling, s->at.start, arena},
                        .stop = spelling_reach(s->spelling)};
    s->count = s->candidate_count = s->period_count = 0;
    s->notes = 0;
    s->parted = false;
    size_t item = item_counted(&r);
    if (item) s->mark = item;
    if (s->mark > s->at.start) token_put(s, token_of(s->at.start, (uint32_t)s->mark, LIST_MARK, NULL, 0));
    read_on(&r, s->mark);
    read_tokens(&r);
    leave_mark(s);
    places_join(s);
    if (ends_unsaid(s)) token_put(s, token_of(s->at.end, s->at.end, STOP, NULL, 0));
    share_units(s);
    if (s->notes & (NOTE_HOW | NOTE_MODE)) tell_how(s);
    if (s->candidate_count) leave_tone(s);
    s->classes = classes_close((unsigned char *)s->tags, s->count);
    return s->candidate_count > 0;
}
