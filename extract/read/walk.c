/* A folder → its reports in name order: reports/2019.txt, reports/2020.docx, reports/街道/2020.pdf. Follows links, but
 * enters no folder twice; leaves alone what has no document's suffix, counting the scans, tables and archives among them,
 * and what the program itself wrote: reports/核对.html. */
#include "extract/read/walk.h"

#include "extract/read/ours.h"

#include <dirent.h>
#include <errno.h>
#include <strings.h>
#include <sys/stat.h>

#include "extract/base/order.h"

#include "extract/base/banned.h"

enum { DEEPEST_FOLDER = 64 };

struct folder {
    const char  *path;
    const char **names; /* sorted */
    size_t       count, next;
    bool         uncounted; /* what run left, or a browser beside the page that it saved */
};
struct identity {
    dev_t device;
    ino_t inode;
};
struct walk {
    struct arena    *run;
    const char      *root;
    struct folder    stack[DEEPEST_FOLDER];
    size_t           depth;
    struct passed   *passed;
    struct identity *seen; /* folders entered */
    size_t           seen_count, seen_capacity;
    bool             opened, found; /* found: something was worth a word, a report or a refusal */
};

struct suffix {
    const char *text;
    bool (*ours)(const char *path); /* whether suanpan wrote a file of that kind; NULL: it writes none */
};

/* The row that `name` ends in; NULL when there is none. */
static const struct suffix *suffix_of(const char *name, const struct suffix *suffixes, size_t count) {
    size_t n = strlen(name);
    for (size_t i = 0; i < count; i++) {
        size_t m = strlen(suffixes[i].text);
        if (n > m && strcasecmp(name + n - m, suffixes[i].text) == 0) return &suffixes[i];
    }
    return NULL;
}

/* NULL when the name is no report's. */
static const struct suffix *report_suffix(const char *name) {
    static const struct suffix suffixes[] = {{".txt", NULL},
                                             {".md", NULL},
                                             {".html", page_is_ours},
                                             {".htm", page_is_ours},
                                             {".docx", NULL},
                                             {".odt", NULL},
                                             {".pdf", chart_is_ours},
                                             {".doc", NULL},
                                             {".wps", NULL},
                                             {".ofd", NULL},
                                             {".rtf", NULL},
                                             {".xls", NULL}, /* these three are refused with what to do */
                                             {".xlsx", workbook_is_ours},
                                             {".jsonl", rows_are_ours}};
    return suffix_of(name, suffixes, sizeof suffixes / sizeof *suffixes);
}

/* A scan, a table or an archive may hold what a person expects to be read: it is counted. */
static void pass_over(const struct walk *w, const char *path, const char *name) {
    static const struct suffix kinds[PASSED_KINDS] = {
        {".csv", rows_are_ours}, {".tsv", chart_is_ours}, {".png", chart_is_ours}, {".jpg", NULL},  {".jpeg", NULL},
        {".tif", NULL},          {".tiff", NULL},         {".ppt", NULL},          {".pptx", NULL}, {".et", NULL},
        {".epub", NULL},         {".mht", NULL},          {".zip", NULL},          {".rar", NULL},  {".7z", NULL}};
    const struct suffix *kind = suffix_of(name, kinds, PASSED_KINDS);
    if (!kind || w->stack[w->depth - 1].uncounted || (kind->ours && kind->ours(path))) return;
    w->passed->count++;
    w->passed->kinds[kind - kinds] = kind->text;
}

static bool enter_before(const struct walk *w, struct identity id) {
    for (size_t i = 0; i < w->seen_count; i++)
        if (w->seen[i].device == id.device && w->seen[i].inode == id.inode) return true;
    return false;
}

/* Lists `path` and makes it the folder to go on with. */
static bool enter(struct walk *w, const char *path, const struct stat *st, struct err *err) {
    struct identity id = {st->st_dev, st->st_ino};
    if (enter_before(w, id)) return err_file(err, ERR_INPUT, path, "leads to a folder that was read already; passed over");
    if (w->depth == DEEPEST_FOLDER) return err_file(err, ERR_INPUT, path, "lies too deep; name it on the command line");
    DIR *dir = opendir(path);
    if (!dir) return err_file(err, ERR_INPUT, path, "cannot be opened: %s", err_reason(ERR_INPUT));
    ARENA_PUSH(w->run, w->seen, w->seen_count, w->seen_capacity, id);
    struct folder  folder = {.path = path, .uncounted = run_is_ours(path) || slice_ends(slice_of(path), SLICE_LIT("_files"))};
    size_t         capacity = 0;
    struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] == '.' || strncmp(entry->d_name, "~$", 2) == 0) continue;
        const char *name = arena_copy(w->run, slice_of(entry->d_name)).ptr;
        ARENA_PUSH(w->run, folder.names, folder.count, capacity, name);
    }
    closedir(dir);
    if (folder.count > 0) qsort(folder.names, folder.count, sizeof *folder.names, order_name);
    w->stack[w->depth++] = folder;
    return true;
}

/* A report to read, a folder to enter, or nothing; refused when it looks like a report and cannot be one. */
static enum walk_next look_at(struct walk *w, const char *path, const char *name, struct err *err) {
    struct stat          st;
    const struct suffix *wanted = report_suffix(name);
    if (stat(path, &st) != 0) {
        if (!wanted && errno != ELOOP) return WALK_END;
        err_file(err, ERR_INPUT, path, "cannot be read and is passed over: %s", err_reason(ERR_INPUT));
        return WALK_REFUSED;
    }
    if (S_ISDIR(st.st_mode)) return enter(w, path, &st, err) ? WALK_END : WALK_REFUSED;
    if (!wanted) return pass_over(w, path, name), WALK_END;
    if (S_ISREG(st.st_mode)) return wanted->ours && wanted->ours(path) ? WALK_END : WALK_FILE;
    err_file(err, ERR_INPUT, path, "is a pipe, a socket or a device, not a file; passed over");
    return WALK_REFUSED;
}

struct walk *walk_new(const char *folder, struct passed *passed, struct arena *run) {
    struct walk *w = arena_new(run, sizeof *w);
    slice        root = slice_of(folder);
    while (root.len > 1 && root.ptr[root.len - 1] == '/') root.len--;
    w->run = run;
    w->passed = passed;
    w->root = arena_copy(run, root).ptr;
    return w;
}

static enum walk_next open_root(struct walk *w, struct err *err) {
    struct stat st;
    w->opened = true;
    if (stat(w->root, &st) != 0) {
        w->found = true;
        err_file(err, ERR_INPUT, w->root, "cannot be opened: %s", err_reason(ERR_INPUT));
        return WALK_REFUSED;
    }
    if (enter(w, w->root, &st, err)) return WALK_END;
    w->found = true;
    return WALK_REFUSED;
}

enum walk_next walk_next(struct walk *w, const char **path, struct err *err) {
    if (!w->opened && open_root(w, err) == WALK_REFUSED) return WALK_REFUSED;
    while (w->depth > 0) {
        struct folder *folder = &w->stack[w->depth - 1];
        if (folder->next == folder->count) {
            w->depth--;
            continue;
        }
        const char *name = folder->names[folder->next++];
        const char *slash = strcmp(folder->path, "/") == 0 ? "" : "/";
        *path = arena_format(w->run, "%s%s%s", folder->path, slash, name).ptr;
        enum walk_next next = look_at(w, *path, name, err);
        if (next == WALK_END) continue;
        w->found = true;
        return next;
    }
    if (w->found) return WALK_END;
    w->found = true;
    err_file(
        err, ERR_INPUT, w->root,
        "holds no report; reports end in .txt .md .html .docx .odt .xlsx .pdf .doc .wps or .jsonl; a table (.csv, .tsv) is read where it is "
        "named");
    return WALK_REFUSED;
}
