/* A workbook → a table a sheet, each cell as it is shown: 0.125 formatted 0.0% is 12.5%, 4017.03000000001 is 4017.03, a date
 * is 2023-12-31. The sheet's name is a heading before it. Leaves charts, comments and hidden sheets alone. */
#include "extract/base/decimal.h"
#include "extract/read/build.h"
#include "extract/read/package.h"

#include "extract/base/banned.h"

enum { MOST_SHEETS = 200, MOST_ROWS = 60000, DOUBLE_DIGITS = 15 };
enum shown { SHOWN_PLAIN, SHOWN_PERCENT, SHOWN_DATE };

struct format {
    enum shown shown;
    int        places; /* digits behind the point of a percentage */
};
struct merge {
    unsigned row, column, rows, columns;
};
struct xlsx {
    struct build   build;
    struct arena  *arena;
    slice         *strings; /* shared strings */
    size_t         string_count, string_capacity;
    struct format *formats; /* by the cell's s= */
    size_t         format_count, format_capacity;
    struct merge  *merges; /* of the sheet that is read */
    size_t         merge_count, merge_capacity;
    size_t         formulas, first_formula; /* without a value: a program wrote them and no spreadsheet reckoned them */
};

static bool xlsx_takes(slice bytes) { return package_probe(bytes, "xl/workbook.xml"); }

/* ---- strings and formats ---- */

static void join_text(struct arena *arena, const xmlNode *node, char **text, size_t *used, size_t *capacity, int depth) {
    for (const xmlNode *n = node->children; n && depth < DEEPEST_NESTING; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || xml_is(n, "rPh")) continue; /* rPh: how to pronounce it */
        if (!xml_is(n, "t")) {
            join_text(arena, n, text, used, capacity, depth + 1);
            continue;
        }
        arena_append(arena, text, used, capacity, xml_text(n, arena));
    }
}

static slice rich_text(struct arena *arena, const xmlNode *node) {
    char  *text = NULL;
    size_t used = 0, capacity = 0;
    join_text(arena, node, &text, &used, &capacity, 0);
    return (slice){text, used};
}

static void read_strings(struct xlsx *x, const xmlNode *root) {
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next)
        if (xml_is(n, "si")) ARENA_PUSH(x->arena, x->strings, x->string_count, x->string_capacity, rich_text(x->arena, n));
}

/* What a format code draws: yyyy"年"m"月" is a date, 0.0% a percentage. Quoted and bracketed pieces say nothing. */
static struct format format_of_code(slice code) {
    struct format f = {SHOWN_PLAIN, 0};
    bool          quoted = false, bracketed = false, behind_point = false;
    for (size_t i = 0; i < code.len && code.ptr[i] != ';'; i++) {
        char c = code.ptr[i];
        if (c == '"') quoted = !quoted;
        if (c == '[') bracketed = true;
        if (c == ']') bracketed = false;
        if (c == '\\') i++;
        if (quoted || bracketed || c == '\\') continue;
        if (c == '.') behind_point = true;
        if (behind_point && (c == '0' || c == '#')) f.places++;
        if (c == '%') f.shown = SHOWN_PERCENT;
        if (strchr("yYdDhH", c)) f.shown = SHOWN_DATE;
    }
    return f;
}

/* The formats that have numbers and no code: 9 is 0%, 10 is 0.00%, 14 to 22 and some up to 58 are dates. */
static struct format format_of_id(int id) {
    if (id == 9) return (struct format){SHOWN_PERCENT, 0};
    if (id == 10) return (struct format){SHOWN_PERCENT, 2};
    bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    return (struct format){date ? SHOWN_DATE : SHOWN_PLAIN, 0};
}

static void read_formats(struct xlsx *x, const xmlNode *root) {
    const xmlNode *codes = xml_child(root, "numFmts"), *cells = xml_child(root, "cellXfs");
    for (const xmlNode *xf = cells ? cells->children : NULL; xf; xf = xf->next) {
        if (!xml_is(xf, "xf")) continue;
        int           id = xml_number(xf, "numFmtId", 0);
        struct format f = format_of_id(id);
        for (const xmlNode *n = codes ? codes->children : NULL; n; n = n->next)
            if (xml_is(n, "numFmt") && xml_number(n, "numFmtId", -1) == id) f = format_of_code(xml_attribute(n, "formatCode"));
        ARENA_PUSH(x->arena, x->formats, x->format_count, x->format_capacity, f);
    }
}

/* ---- values ---- */

/* Excel writes doubles with 17 digits; what it shows has 15: 12.529999999999999 is 12.53. E-notation is read too. */
static decimal read_double(slice s) {
    size_t mark = 0;
    while (mark < s.len && s.ptr[mark] != 'E' && s.ptr[mark] != 'e') mark++;
    decimal d = decimal_read(slice_sub(s, 0, mark));
    if (mark < s.len) {
        slice power = slice_from(s, mark + 1);
        bool  minus = power.len > 0 && power.ptr[0] == '-';
        if (power.len > 0 && (minus || power.ptr[0] == '+')) power = slice_from(power, 1);
        int n = slice_int(power);
        d = n < 0 || n > 30 ? DECIMAL_NONE : decimal_shift(d, minus ? -n : n);
    }
    if (!d.present) return d;
    int digits = 0;
    for (u128 c = d.coefficient; c > 0; c /= 10) digits++;
    return digits > DOUBLE_DIGITS ? decimal_round(d, -d.exponent - (digits - DOUBLE_DIGITS)) : d;
}

/* Day 60 of Excel's calendar is a 29 February 1900 that never was; days before it are of no report. */
static slice spell_date(decimal serial, struct arena *arena) {
    int days = slice_int(slice_until(decimal_text(serial, arena), '.'));
    if (days < 61 || days > 2958465) return SLICE_NONE;
    long d = days - 61 + 693960; /* days since 1 March 0000: years that begin in March end with their leap day */
    long era = d / 146097, day_of_era = d % 146097;
    long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long month = (5 * day_of_year + 2) / 153, day = day_of_year - (153 * month + 2) / 5 + 1;
    long year = year_of_era + era * 400 + (month >= 10);
    return arena_format(arena, "%04ld-%02ld-%02ld", year, month < 10 ? month + 3 : month - 9, day);
}

static slice spell_number(const struct xlsx *x, const xmlNode *cell, slice value) {
    int           style = xml_number(cell, "s", 0);
    struct format f = (size_t)style < x->format_count ? x->formats[style] : (struct format){0};
    decimal       d = read_double(value);
    if (!d.present) return value;
    if (f.shown == SHOWN_DATE) return spell_date(d, x->arena);
    if (f.shown == SHOWN_PERCENT) {
        slice percent = decimal_text(decimal_round(decimal_shift(d, 2), f.places), x->arena);
        return arena_format(x->arena, "%.*s%%", SLICE_ARG(percent));
    }
    return decimal_text(d, x->arena);
}

static slice cell_text(const struct xlsx *x, const xmlNode *cell) {
    slice type = xml_attribute(cell, "t"), value = xml_text(xml_child(cell, "v"), x->arena);
    if (slice_is(type, "inlineStr")) return xml_child(cell, "is") ? rich_text(x->arena, xml_child(cell, "is")) : SLICE_NONE;
    if (slice_is(type, "s")) {
        int at = slice_int(value);
        return at >= 0 && (size_t)at < x->string_count ? x->strings[at] : SLICE_NONE;
    }
    if (slice_is(type, "str")) return value;
    if (slice_is(type, "e") || slice_is(type, "b")) return SLICE_NONE;
    return spell_number(x, cell, value);
}

/* ---- sheets ---- */

/* "C12" → column 2, row 11; false when it is no place. */
static bool place_of(slice ref, unsigned *row, unsigned *column) {
    size_t i = 0;
    *column = 0;
    for (; i < ref.len && i < 3 && ref.ptr[i] >= 'A' && ref.ptr[i] <= 'Z'; i++)
        *column = *column * 26 + (unsigned)(ref.ptr[i] - 'A') + 1;
    int n = slice_int(slice_from(ref, i));
    if (i == 0 || n < 1) return false;
    *row = (unsigned)n - 1;
    --*column;
    return true;
}

static void read_merges(struct xlsx *x, const xmlNode *sheet) {
    const xmlNode *list = xml_child(sheet, "mergeCells");
    x->merge_count = 0;
    for (const xmlNode *n = list ? list->children : NULL; n && x->merge_count < MOST_ROWS; n = n->next) {
        slice        ref = xml_attribute(n, "ref");
        size_t       colon = slice_find(ref, SLICE_LIT(":"), 0);
        struct merge m;
        unsigned     last_row, last_column;
        if (colon == SIZE_MAX || !place_of(slice_sub(ref, 0, colon), &m.row, &m.column) ||
            !place_of(slice_from(ref, colon + 1), &last_row, &last_column) || last_row < m.row || last_column < m.column)
            continue;
        m.rows = last_row - m.row + 1;
        m.columns = last_column - m.column + 1;
        ARENA_PUSH(x->arena, x->merges, x->merge_count, x->merge_capacity, m);
    }
}

/* The merged range that the place begins, else the place alone. */
static struct merge merge_at(const struct xlsx *x, unsigned row, unsigned column) {
    for (size_t i = 0; i < x->merge_count; i++)
        if (x->merges[i].row == row && x->merges[i].column == column) return x->merges[i];
    return (struct merge){row, column, 1, 1};
}

static void read_row(struct xlsx *x, const xmlNode *row, unsigned number) {
    unsigned next = 0;
    build_row(&x->build);
    for (const xmlNode *cell = row->children; cell; cell = cell->next) {
        unsigned r = number, column = next;
        if (!xml_is(cell, "c")) continue;
        place_of(xml_attribute(cell, "r"), &r, &column);
        slice text = cell_text(x, cell);
        next = column + 1;
        if (xml_child(cell, "f") && !xml_child(cell, "v") && !x->formulas++) x->first_formula = number + 1;
        if (text.len == 0 || column >= MOST_COLUMNS) continue;
        struct merge m = merge_at(x, number, column);
        build_cell_at(&x->build, number, column, m.rows, m.columns);
        build_text(&x->build, text);
        build_cell_end(&x->build);
    }
}

static void read_sheet(struct xlsx *x, const xmlNode *root, slice name) {
    const xmlNode *data = xml_child(root, "sheetData");
    unsigned       next = 0;
    read_merges(x, root);
    build_begin(&x->build, BLOCK_HEADING, 1);
    build_text(&x->build, name);
    build_end(&x->build);
    build_table(&x->build);
    for (const xmlNode *row = data ? data->children : NULL; row; row = row->next) {
        if (!xml_is(row, "row")) continue;
        unsigned number = (unsigned)xml_number(row, "r", (int)next + 1) - 1;
        next = number + 1;
        if (number < MOST_ROWS && !slice_is(xml_attribute(row, "hidden"), "1")) read_row(x, row, number);
    }
    build_table_end(&x->build);
}

/* Target of a relation: "worksheets/sheet1.xml", below xl/ unless it begins with a slash. */
static slice target_of(const xmlNode *relations, slice id, struct arena *arena) {
    for (const xmlNode *n = relations ? relations->children : NULL; n; n = n->next) {
        slice target = xml_attribute(n, "Target");
        if (!xml_is(n, "Relationship") || !slice_equal(xml_attribute(n, "Id"), id)) continue;
        if (slice_starts(target, SLICE_LIT("/"))) return arena_copy(arena, slice_from(target, 1));
        return arena_format(arena, "xl/%.*s", SLICE_ARG(target));
    }
    return SLICE_NONE;
}

static slice relation_id(const xmlNode *sheet) {
    for (const xmlAttr *a = sheet->properties; a; a = a->next)
        if (strcmp((const char *)a->name, "id") == 0 && a->ns && a->children)
            return slice_of((const char *)a->children->content);
    return SLICE_NONE;
}

static bool read_sheets(struct xlsx *x, struct package *p, const xmlNode *workbook, const xmlNode *relations, struct err *err) {
    const xmlNode *list = xml_child(workbook, "sheets");
    int            count = 0;
    for (const xmlNode *n = list ? list->children : NULL; n && count < MOST_SHEETS; n = n->next) {
        slice state = n->type == XML_ELEMENT_NODE ? xml_attribute(n, "state") : SLICE_NONE;
        if (!xml_is(n, "sheet") || slice_is(state, "hidden") || slice_is(state, "veryHidden")) continue;
        slice part = target_of(relations, relation_id(n), x->arena);
        if (part.len == 0) part = arena_format(x->arena, "xl/worksheets/sheet%d.xml", count + 1);
        const xmlNode *sheet = package_root(p, part.ptr, err);
        if (err->kind != ERR_NONE) return false;
        if (sheet) {
            read_sheet(x, sheet, xml_attribute(n, "name"));
            package_drop(p);
        }
        count++;
    }
    return true;
}

enum { WORKBOOK, RELATIONS, STRINGS, FORMATS, CORE, PARTS };

static bool xlsx_read(struct document *out, slice bytes, const struct read_options *options, struct arena *report,
                      struct err *err) {
    static const char *const names[PARTS] = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
                                             "xl/styles.xml", "docProps/core.xml"};
    const xmlNode           *roots[PARTS];
    struct package           package;
    struct xlsx              x = {.arena = report};
    (void)options;
    bool ok = package_open(&package, bytes, out, report, err) && package_roots(roots, &package, names, PARTS, err);
    if (ok) {
        build_init(&x.build, report, 65536);
        read_strings(&x, roots[STRINGS]);
        read_formats(&x, roots[FORMATS]);
        ok = read_sheets(&x, &package, roots[WORKBOOK], roots[RELATIONS], err);
        build_finish(&x.build, out);
        if (x.formulas) out->lost = LOSS_FORMULAS, out->lost_count = x.formulas, out->first_lost = x.first_formula;
        properties_take(out, xml_child(roots[CORE], "title"), NULL, report);
    }
    package_close(&package);
    return ok;
}

const struct reader xlsx_reader = {"xlsx", xlsx_takes, xlsx_read};
