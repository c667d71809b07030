/* Lines that a wrap, a page or a link broke are joined: 推动形 ¶ 成党委抓总. */
#include "extract/text/join.h"

#include "extract/words/class.h"
#include "extract/words/unit.h"

#include "extract/base/banned.h"

enum {
    SHORT_LINE = 40 * 3, /* bytes: a line that long without an end mark was cut, not finished */
    LONG_LINE = 20 * 2   /* half the width of most pages: no signature and no date */
};

static bool ends_open(const struct text_reader *r, slice line) {
    uint32_t mark = line_mark(r->rules, line);
    return mark == LIST_COMMA ||
           (mark == COMMA && !slice_ends(line, SLICE_LIT("."))); /* a point ends what is written in English */
}

/* ——2024年1月10日在…会议上, （2024年1月10日）: what stands below a title, however long that is. */
static bool dates_title(slice next) {
    static const char *const brackets[] = {"（", "("};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t size = strlen(brackets[i]);
        if (slice_starts(next, slice_of(brackets[i])) && next.len > size && ascii_digit(next.ptr[size])) return true;
    }
    return slice_starts(next, SLICE_LIT("——")) || slice_starts(next, SLICE_LIT("--"));
}

/* 造林3. ¶ 2万亩, but not the number of a list that stands alone: 12. ¶ 3个项目. */
static bool parts_number(slice line, slice next) {
    if (!slice_ends(line, SLICE_LIT(".")) || !next.len || (unsigned)(next.ptr[0] - '0') >= 10) return false;
    size_t at = line.len - 1;
    while (at > 0 && ascii_digit(line.ptr[at - 1])) at--;
    return at > 0 && at < line.len - 1;
}

/* 全市PM2.5 ¶ 平均浓度, PM ¶ 2.5 ¶ 平均浓度: a paragraph that has gone on once is cut at a subscript where no sentence ends
 * behind a name in Latin letters. */
static bool cut_at_subscript(const struct text_reader *r, slice line) {
    const struct pieces *pieces = &r->pieces;
    size_t               at = line.len;
    if (pieces->count < 2 || !ascii_digit(line.ptr[at - 1])) return false; /* most */
    while (at > 0 && (ascii_digit(line.ptr[at - 1]) || line.ptr[at - 1] == '.')) at--;
    slice before = at ? slice_sub(line, 0, at) : slice_span(r->document->text, pieces->at[pieces->count - 2]);
    return ascii_letter(before.ptr[before.len - 1]);
}

/* 广义货币M ¶ 2, CO ¶ 2: a number under a name of a letter or two is its subscript, and none of a page. */
bool is_subscript(slice line, slice next) {
    size_t at = line.len;
    while (at > 0 && ascii_letter(line.ptr[at - 1])) at--;
    if (at == line.len || at + 2 < line.len || at == 0 || next.len > 2) return false; /* most */
    return (unsigned char)line.ptr[at - 1] >= 0x80 && ascii_digit(next.ptr[0]) && ascii_digit(next.ptr[next.len - 1]);
}

/* A sentence ends within a line so far, and another begins that does not: 运行平稳。城镇 ¶ 新增就业1920人. */
static bool cut_in_sentence(const struct text_reader *r) {
    const struct pieces *pieces = &r->pieces;
    slice                line;
    for (size_t i = 0; i < pieces->count; i++)
        if ((line = slice_span(r->document->text, pieces->at[i])).len && sentence_end(line, 0) < line.len) return true;
    return false;
}

/* As wide as the page, but for a character that found no room. */
static bool fills_page(const struct text_reader *r, slice line) {
    enum { ONE_CHARACTER = 2 };
    return r->wrap.width && line_reach(&r->wrap, line) + ONE_CHARACTER >= r->wrap.page;
}

/* 1231 ¶ 8、12301举报电话, 名列全省第 ¶ 一、: a line as wide as the page is cut within a number, and （所、站） and 第二大 open
 * no list. Not （2024年1月10日）, below a title. */
static bool opens_no_list(const struct text_reader *r, slice line, slice next, bool blank_between) {
    const struct role_table *lists = r->rules->lists;
    bool                     full = fills_page(r, line);
    if (blank_between || dates_title(next)) return false;
    if (list_continues(lists, next)) return full || (!r->document->block_count && cut_in_sentence(r));
    if (!full) return false;
    return (ascii_digit(line.ptr[line.len - 1]) && digit_at(next, 0)) || list_ends_ordinal(lists, line);
}

/* 贯彻《 ¶ 信访条例 ¶ 》，…, 城市轨道交通 ¶ 、管廊建设加快: no line ends with what opens, nor begins with what closes or parts.
 * A page from the web has a line for each link in it. */
static bool cut_at_mark(const struct text_reader *r, slice line, slice next) {
    uint32_t last = line_mark(r->rules, line), first = line_opening_mark(r->rules, next);
    return last == OPEN || last == QUOTE || first == COMMA || first == STOP || first == LIST_COMMA || first == CLOSE ||
           first == UNQUOTE;
}

/* 经济增速是综合指标，预期目标设定 ¶ (page of print) ¶ 为6%以上; not 项目如下表. */
static bool cut_at_seam(const struct text_reader *r, slice line) { return r->seam && slice_has(line, SLICE_LIT("，")); }

/* A sentence ends with the line `line`, as wide as the page, and its paragraph goes on: 解决率78.8%。 ¶ 其中，投诉5023件. Where
 * paragraphs are told by how they begin, a wide line is enough, and what would open a list may run on over the page, ¶
 * （二）企业收入共收到…. A heading is no wide line. */
static bool may_go_on(const struct text_reader *r, slice line) {
    return r->wrap.width && (r->wrap.told ? line_reach(&r->wrap, line) >= r->wrap.width : fills_page(r, line));
}

static bool goes_on_behind_sentence(const struct text_reader *r, slice line, slice next, bool blank_between) {
    if (blank_between || r->indented || !may_go_on(r, line)) return false;
    bool wide = line_reach(&r->wrap, next) >= r->wrap.width;
    return list_opens(r->rules->lists, next) ? r->wrap.told && wide && fills_page(r, line)
                                             : wide || line_ends_sentence(r->rules, next);
}

bool line_ends_paragraph(const struct text_reader *r, slice line) {
    return line_ends_sentence(r->rules, line) && !may_go_on(r, line);
}

/* 二、“十四五”时期发展成就和主要目标任务: nothing is parted in the first line of a paragraph, and a long number had found room
 * in it, where hardly a line leaves any. */
static bool is_wide_heading(const struct text_reader *r, slice line) {
    enum { LONGEST_NUMBER = 10 };
    return r->wrap.sharp && r->pieces.count == 1 && line_reach(&r->wrap, line) + LONGEST_NUMBER < r->wrap.page &&
           !slice_has(line, SLICE_LIT("，")) && sentence_end(line, 0) == line.len;
}

bool line_goes_on(const struct text_reader *r, slice line, slice next, bool blank_between) {
    if (line_ends_sentence(r->rules, line)) return goes_on_behind_sentence(r, line, next, blank_between);
    if (list_opens(r->rules->lists, next)) return opens_no_list(r, line, next, blank_between);
    if (ends_open(r, line) || parts_number(line, next) || cut_at_subscript(r, line)) return true;
    if (!blank_between && slice_has(line, SLICE_LIT("，")) && is_subscript(line, next)) return true;
    if (r->wrap.told && !blank_between && !r->indented) return line_reach(&r->wrap, line) * 2 >= r->wrap.page;
    if (r->wrap.width && (!blank_between || r->wrap.loose))
        return line_reach(&r->wrap, line) >= r->wrap.width && !is_wide_heading(r, line);
    bool lines = !r->document->block_count && !blank_between; /* blocks are paragraphs most often */
    if (lines && (cut_at_mark(r, line, next) || cut_at_seam(r, line) || cut_in_sentence(r))) return true;
    if (line_closes(r->rules, line)) return false;
    if (lines && r->hangs && line_width(line) >= LONG_LINE) return true;
    return line.len >= SHORT_LINE && line.ptr[0] != '#' && line.ptr[0] != '|' && !dates_title(next);
}
