/* {"id":"a1","text":"全年处置舆情12起。"} on standard input → its claims, a line each, then {"id":"a1","claims":1}. One line is
 * held at a time, so memory does not grow with the stream. Other formats and other inputs are verb_extract.c's. */
#include "export/stream.h"

#include "export/filter.h"
#include "export/table/jsonl.h"
#include "export/replace.h"
#include "export/writers.h"
#include "extract/read/jsonl.h"

#include "extract/base/banned.h"

struct stream {
    struct output      *out;
    void               *state; /* jsonl_writer's, for its claims */
    struct extractor   *extractor;
    struct place_cells  place; /* of the rows before */
    struct records     *records;
    struct claim_filter filter;
    uint64_t            claims; /* of this line */
    bool                bad;    /* a line was */
    struct err          err;
};

static bool put_claim(void *context, const struct claim *found) {
    struct stream      *s = context;
    struct claim        corrected;
    const struct claim *claim = filter_claim(&s->filter, found, &corrected);
    if (!claim) return true;
    s->claims++;
    return jsonl_writer.claim(s->state, s->out, &s->place, claim, &s->err);
}

static bool put(struct stream *s, const char *text) { return output_write(s->out, text, strlen(text), &s->err); }

/* {"id":"a1", or {"id":7, as the line had it */
static bool put_id(struct stream *s, const struct document *d) {
    slice id = d->id;
    if (id.len == 0) return put(s, "{\"id\":null"); /* a line too long to be looked at */
    return put(s, "{\"id\":") &&
           (d->id_is_number ? output_write(s->out, id.ptr, id.len, &s->err) : jsonl_put_string(s->out, id, &s->err));
}

static bool answer_count(struct stream *s, const struct document *d) {
    char text[40];
    snprintf(text, sizeof text, ",\"claims\":%llu}\n", (unsigned long long)s->claims);
    return put_id(s, d) && put(s, text);
}

static bool answer_fault(struct stream *s, const struct document *d, const struct err *why) {
    s->bad = true;
    return put_id(s, d) && put(s, ",\"error\":") && jsonl_put_string(s->out, slice_of(why->text), &s->err) && put(s, "}\n");
}

static bool answer_document(struct stream *s, const struct document *d) {
    struct err fault = {0};
    s->claims = 0;
    if (extractor_run(s->extractor, d, put_claim, s, NULL, &fault)) return answer_count(s, d);
    return s->err.kind == ERR_NONE && answer_fault(s, d, &fault);
}

/* False when the answers cannot be written. */
static bool answer_all(struct stream *s, const struct options *o) {
    struct arena report;
    bool         going = true;
    arena_init(&report);
    while (going) {
        struct unread   line;
        struct document document = {0};
        struct err      why = {0};
        if (!records_ready(s->records) && !output_flush(s->out, &s->err)) going = false;
        enum records_next next = going ? records_next(s->records, &line, &report, &why) : RECORDS_END;
        if (next == RECORDS_END || (next == RECORDS_REFUSED && why.line == 0)) break; /* the end; an input without a line */
        bool read = next == RECORDS_LINE && record_read(&document, &line, &o->read, &report, &why);
        going = read ? answer_document(s, &document) : answer_fault(s, &document, &why);
        arena_reset(&report);
    }
    arena_free(&report);
    return going;
}

static bool open_stream(struct stream *s, const struct suanpan *suanpan, const struct options *o, struct arena *run,
                        struct err *err) {
    const struct write_options how = {.bom = WHEN_NEVER, .header = o->header, .columns = o->columns};
    if (!output_open(&s->out, o->output, err)) return false;
    s->extractor = extractor_new(suanpan);
    s->records = records_new(0, SLICE_NONE, "-", run);
    s->state = s->extractor ? jsonl_layout(&claim_schema, &how, run, err) : NULL;
    if (s->state) return true;
    output_abort(s->out);
    return err_memory(err);
}

/* What goes out at once, a line an answer, is JSON lines in the order of the input. */
static bool is_streamable(const struct options *o, struct err *err) {
    const struct writer *named = o->output ? writer_find(NULL, o->output) : NULL;
    if (o->format ? strcmp(o->format, "jsonl") != 0 : named && named != &jsonl_writer)
        return err_usage(err, "--stream speaks jsonl only; leave --format away, or name the file .jsonl");
    if (o->sort || o->dry_run) return err_usage(err, "--stream answers each line at once; leave --sort and --dry-run away");
    if (o->path_count > 1 || (o->path_count == 1 && strcmp(o->paths[0], "-")))
        return err_usage(err, "--stream reads standard input; name no other");
    return output_may_replace(o->output, o->force, err);
}

int stream_run(const struct options *o, struct arena *run, struct err *err) {
    struct stream   s = {0};
    struct suanpan *suanpan = NULL;
    bool            done = false;
    if (!is_streamable(o, err) || !filter_read(&s.filter, o, &suanpan, run, err)) return 2;
    if (!suanpan && !suanpan_open(&suanpan, o->rules, o->rule_count, err)) return 2;
    if (open_stream(&s, suanpan, o, run, err)) {
        done = answer_all(&s, o);
        if (done) {
            review_tell_unmet(s.filter.review);
            done = output_commit(s.out, err);
        } else {
            output_abort(s.out);
            *err = s.err;
        }
        records_close(s.records);
    }
    extractor_free(s.extractor);
    suanpan_close(suanpan);
    return !done ? 2 : s.bad ? 1 : 0;
}
