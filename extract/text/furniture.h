/* What stands on a page of print and is none of the report: its number, running heads, rules. */
#ifndef SUANPAN_FURNITURE_H
#define SUANPAN_FURNITURE_H

#include "extract/text/text.h"

/* What a page from the web leaves where a page of print ended: nothing to be seen. */
bool is_seam(slice line);
/* In wrapped text a short line that cuts a sentence, and comes again, heads its page: 固定资 ¶ 云台年鉴 ¶ 产投资. */
void find_running_heads(struct text_reader *r, slice text);
/* In wrapped text the lines that end in the first of the page numbers that count up, which only those behind make sure. */
void find_page_ends(struct text_reader *r, slice text);
/* It parts nothing: what stands before a page's end goes on behind it, over blank lines. */
bool ends_page(const struct text_reader *r, slice line);
/* Nothing of the report, which goes on behind it. */
bool page_furniture(const struct text_reader *r, slice line);
/* Line number `number`, which starts at `at`, without the page number that it ends with: such numbers stand far from each other
 * and count up, 合共130 ¶ 公頃 does not. The same line may be asked again. */
slice without_page_end(struct text_reader *r, slice line, size_t at, uint32_t number);

#endif
