/* A claim becomes a row of cells and a row of a claim file becomes a claim again: 宣讲1500余场次 is
 * …,宣讲,1500,1500,,over,场次,level,… The columns come from CLAIM_COLUMNS; quoting and escaping are the writers'. */
#include "export/table/table.h"

#include "extract/base/banned.h"

/* The cell type behind each column type of CLAIM_COLUMNS. */
enum {
    CELL_OF_TEXT = CELL_TEXT,
    CELL_OF_UNIT = CELL_TEXT,
    CELL_OF_DECIMAL = CELL_DECIMAL,
    CELL_OF_YEAR = CELL_INTEGER,
    CELL_OF_COUNT = CELL_INTEGER,
    CELL_OF_WORD = CELL_TEXT,
    CELL_OF_WORD_OR_NONE = CELL_TEXT
};

#define COLUMN_ROW(field, type, heading, about)                                                                                \
    {{#field, sizeof #field - 1}, {heading, sizeof heading - 1}, {about, sizeof about - 1}, (enum cell_type)CELL_OF_##type},
static const struct column claim_columns[] = {CLAIM_COLUMNS(COLUMN_ROW)};
_Static_assert(sizeof claim_columns / sizeof *claim_columns == CLAIM_COLUMN_COUNT, "CLAIM_COLUMN_COUNT counts CLAIM_COLUMNS");

const struct table_schema claim_schema = {"claims", claim_columns, CLAIM_COLUMN_COUNT};

#define COLUMN_INDEX(field, type, heading, about) AT_##field,
enum { CLAIM_COLUMNS(COLUMN_INDEX) };
_Static_assert(AT_metric == CLAIM_PLACE_COLUMN_COUNT, "CLAIM_PLACE_COLUMN_COUNT counts CLAIM_PLACE_COLUMNS");

/* `word` is a row of one of the name tables: a few bytes, so counting them here is cheaper than a call. */
static inline struct cell word_cell(const char *word) {
    size_t n = 0;
    while (word[n]) n++;
    return text_cell((slice){word, n});
}

static inline struct cell integer_cell(int64_t value) { return (struct cell){CELL_INTEGER, SLICE_NONE, value}; }

#define CELL_TEXT_OF(field) text_cell(claim->field)
#define CELL_UNIT_OF(field)                                                                                                    \
    (struct cell) { CELL_TEXT, claim->field, 0 } /* 点击量高达3300余万: "" is an answer, not a gap */
#define CELL_DECIMAL_OF(field) decimal_cell(claim->field, digits[next_digits++])
#define CELL_YEAR_OF(field)                                                                                                    \
    claim->field ? integer_cell(claim->field) : (struct cell) { CELL_EMPTY, SLICE_NONE, 0 }
#define CELL_COUNT_OF(field) integer_cell(claim->field)
#define CELL_WORD_OF(field) word_cell(field##_names[claim->field])
#define CELL_WORD_OR_NONE_OF(field) CELL_WORD_OF(field)
#define FILL_CELL(field, type, heading, about) *cells++ = CELL_##type##_OF(field);

void claim_cells(const struct claim *claim, struct cell cells[CLAIM_COLUMN_COUNT], char digits[4][DECIMAL_TEXT]) {
    int next_digits = 0;
    CLAIM_COLUMNS(FILL_CELL)
}

#define BYTES_OF_TEXT(field) claim->field.len
#define BYTES_OF_UNIT(field) claim->field.len
#define BYTES_OF_DECIMAL(field) 0
#define BYTES_OF_YEAR(field) 0
#define BYTES_OF_COUNT(field) 0
#define BYTES_OF_WORD(field) 0
#define BYTES_OF_WORD_OR_NONE(field) 0
#define ADD_BYTES(field, type, heading, about) +BYTES_OF_##type(field)

size_t claim_text_bytes(const struct claim *claim) { return CLAIM_COLUMNS(ADD_BYTES); }

static void words_make(struct written *out, const char *const *names, size_t n, const char *quote, const char *none) {
    for (size_t i = 0; i < n; i++)
        out[i].length = (uint8_t)(names[i][0] ? snprintf(out[i].text, sizeof out[i].text, "%s%s%s", quote, names[i], quote)
                                              : snprintf(out[i].text, sizeof out[i].text, "%s", none));
}

#define WORDS_MAKE(words, names) words_make(words, names, sizeof names / sizeof *names, quote, none)

void claim_words_make(struct claim_words *out, const char *quote, const char *none) {
    WORDS_MAKE(out->qualifier, qualifier_names);
    WORDS_MAKE(out->kind, kind_names);
    WORDS_MAKE(out->direction, direction_names);
    WORDS_MAKE(out->role, role_names);
    WORDS_MAKE(out->status, status_names);
}

static bool unfit(struct err *err, const char *column, slice cell) {
    return err_file(err, ERR_INPUT, NULL,
                    "%s: \"%.*s\" does not fit the column; numbers are plain digits, words those that extract writes", column,
                    (int)(cell.len < 60 ? cell.len : 60), cell.ptr ? cell.ptr : "");
}

static bool read_decimal(decimal *out, slice cell) {
    *out = cell.len ? decimal_read(cell) : DECIMAL_NONE;
    return out->present || cell.len == 0;
}

static bool read_year(int *out, slice cell) {
    *out = cell.len ? slice_int(cell) : 0;
    return *out >= 0;
}

static bool read_count(uint32_t *out, slice cell) {
    uint64_t value = 0;
    if (cell.len > 10) return false;
    for (size_t i = 0; i < cell.len; i++) {
        if (!digit_at(cell, i)) return false;
        value = value * 10 + (unsigned)(cell.ptr[i] - '0');
    }
    *out = (uint32_t)value;
    return value <= UINT32_MAX;
}

/* An empty cell is the first name of its list: exact, level, "", actual. */
static bool read_word(int *out, slice cell, const char *const *names, size_t n) {
    *out = cell.len ? name_index(names, n, cell) : 0;
    return *out >= 0;
}

#define READ_TEXT(field) (out->field = arena_copy(arena, cell), true)
#define READ_UNIT(field) READ_TEXT(field)
#define READ_DECIMAL(field) read_decimal(&out->field, cell)
#define READ_YEAR(field) read_year(&out->field, cell)
#define READ_COUNT(field) read_count(&out->field, cell)
#define READ_WORD(field)                                                                                                       \
    (read_word(&word, cell, field##_names, sizeof field##_names / sizeof *field##_names) && (out->field = word, true))
#define READ_WORD_OR_NONE(field) READ_WORD(field)
#define READ_CELL(field, type, heading, about)                                                                                 \
    if (map[AT_##field] >= 0 && (size_t)map[AT_##field] < n) {                                                                 \
        slice cell = cells[map[AT_##field]];                                                                                   \
        if (!READ_##type(field)) return unfit(err, #field, cell);                                                              \
    }

bool claim_from_cells(struct claim *out, const slice *cells, size_t n, const int map[CLAIM_COLUMN_COUNT], struct arena *arena,
                      struct err *err) {
    int word = 0;
    *out = (struct claim){0};
    CLAIM_COLUMNS(READ_CELL)
    return true;
}
