/* libxlsxwriter, loaded by the first workbook that is written: lxw.workbook_close(book). */
#ifndef SUANPAN_EXPORT_XLSX_LIBRARY_H
#define SUANPAN_EXPORT_XLSX_LIBRARY_H

#include "extract/base/library.h"

#include <xlsxwriter.h>

// clang-format off
#define LXW_CALLS(X) \
    X(chart_add_series) X(chart_axis_major_gridlines_set_line) X(chart_axis_set_label_position) X(chart_axis_set_min) X(chart_legend_set_position) \
    X(chart_series_set_categories) X(chart_series_set_fill) X(chart_series_set_labels) \
    X(chart_series_set_labels_custom) X(chart_series_set_labels_position) X(chart_series_set_line) \
    X(chart_series_set_marker_type) X(chart_series_set_values) X(chart_show_blanks_as) X(chart_title_set_name) \
    X(chart_title_set_name_font) X(format_set_align) X(format_set_bg_color) X(format_set_bold) X(format_set_bottom) \
    X(format_set_font_color) X(format_set_font_name) X(format_set_font_size) X(format_set_indent) \
    X(format_set_num_format) X(format_set_text_wrap) X(lxw_strerror) X(workbook_add_chart) X(workbook_add_format) \
    X(workbook_add_worksheet) X(workbook_close) X(workbook_new_opt) X(workbook_set_properties) \
    X(worksheet_autofilter) X(worksheet_conditional_format_range) X(worksheet_fit_to_pages) \
    X(worksheet_freeze_panes) X(worksheet_insert_chart_opt) X(worksheet_print_area) X(worksheet_repeat_columns) X(worksheet_repeat_rows) \
    X(worksheet_set_column) X(worksheet_set_column_opt) X(worksheet_set_footer) \
    X(worksheet_set_h_pagebreaks) X(worksheet_set_landscape) X(worksheet_set_paper) X(worksheet_set_row) X(worksheet_write_boolean) X(worksheet_write_formula_num) X(worksheet_write_number) \
    X(worksheet_write_string) X(worksheet_write_url_opt)
// clang-format on

extern struct lxw { LXW_CALLS(LIBRARY_POINTER) } lxw;
extern const struct library xlsx_library;

#endif
