/* A large file becomes a document without standing in memory: sound UTF-8 is fed to who reads it, any other encoding is made
 * UTF-8 in a file first, so that a gigabyte of GB18030 takes no more memory than one of UTF-8. What needs all of a text at
 * once, because it has tables or tags, gets it, up to 224 MB. */
#include "extract/read/encoding.h"
#include "extract/read/reader.h"

#include <unistd.h>

#include "extract/base/aside.h"

#include "extract/base/banned.h"

enum { PIECE = MEGABYTE / 4, LONGEST_TAG = 512 };

/* What all of it tells, piece by piece. */
struct survey {
    struct encoding_look look;
    bool                 blank, formed; /* nothing stands there; what a reader of some format takes */
};

static slice head_of(struct feed *feed) {
    slice all = feed_bytes(feed);
    return slice_sub(all, 0, all.len < ENCODING_SAMPLE ? all.len : ENCODING_SAMPLE);
}

/* What `text` tells, of which the first `seen` bytes were looked at before: a tag may reach over the end of a piece. */
static void look_at(struct survey *s, slice text, size_t seen) {
    slice piece = slice_from(text, seen);
    encoding_look(&s->look, piece);
    s->blank = s->blank && slice_trim(piece).len == 0;
    s->formed = s->formed || markdown_reader.takes(text);
}

/* Piece by piece in one place, which stays in the cache: the feed would put each at a place of its own. Ends early where it is
 * no UTF-8: then all will be looked at again. */
static bool look_through_pieces(struct survey *s, struct feed *feed, char *buffer) {
    size_t size = feed_bytes(feed).len, kept = 0;
    for (size_t at = 0; at < size && !s->look.unsound && !s->look.nuls;) {
        size_t got = feed_copy(feed, at, buffer + kept, PIECE);
        if (!got) return false;
        slice  text = {buffer, kept + got};
        size_t end = at + got == size ? text.len : utf8_whole(text, text.len), keep = end < LONGEST_TAG ? end : LONGEST_TAG;
        look_at(s, slice_sub(text, 0, end), kept);
        at += end - kept;
        memmove(buffer, buffer + end - keep, kept = keep);
    }
    return true;
}

static bool look_through(struct survey *s, struct feed *feed) {
    slice        head = head_of(feed);
    struct arena arena;
    if (!feed_reach(feed, head.len)) return false;
    *s = (struct survey){.blank = true, .formed = html_reader.takes(head) || sheet_reader.takes(head)};
    arena_init(&arena);
    bool looked = look_through_pieces(s, feed, arena_text(&arena, LONGEST_TAG + PIECE));
    arena_free(&arena);
    feed_rewind(feed, !s->look.unsound);
    return looked && feed_reach(feed, head.len);
}

/* All of it as UTF-8, at the end of `file`. */
static bool write_decoded(struct decoder *d, struct feed *feed, int file, const char *path, struct err *err) {
    slice        all = feed_bytes(feed), text;
    struct arena arena;
    bool         good = true;
    arena_init(&arena);
    feed_rewind(feed, false);
    while (good && d->taken < all.len) {
        size_t end = all.len - d->taken > PIECE ? d->taken + PIECE : all.len;
        good = feed_reach(feed, end) || (*err = feed_fault(feed), false);
        if (!good) break;
        decoder_run(d, slice_sub(all, d->taken, end), end == all.len, &text, &arena);
        feed_release(feed, d->taken);
        good = aside_write(file, text) || feed_unwritten(path, err);
        arena_reset(&arena);
    }
    arena_free(&arena);
    return good;
}

/* In the place of the feed comes one that is sound UTF-8. */
static bool decode(struct document *out, struct feed **feed, size_t hold, const struct read_options *options, struct err *err) {
    const char    *path = out->path.ptr;
    struct decoder d;
    int            file = -1;
    if (!decoder_open(&d, out->encoding.ptr, head_of(*feed))) return refuse_encoding(out, options, err);
    bool good = (file = aside_open()) >= 0 || feed_unwritten(path, err);
    good = good && write_decoded(&d, *feed, file, path, err);
    decoder_close(&d);
    off_t        size = good ? lseek(file, 0, SEEK_END) : 0;
    struct feed *decoded;
    if (good && (size_t)size > LARGEST_FED)
        good = REFUSE(out, err, "is larger than %d MB; split it", (int)(LARGEST_FED / MEGABYTE));
    good = good && feed_open(&decoded, file, (size_t)size, hold, path, err);
    if (!good) {
        if (file >= 0) close(file);
        return false;
    }
    feed_close(*feed);
    *feed = decoded;
    out->bad_bytes = d.bad;
    out->first_bad = d.first_bad;
    return true;
}

bool document_from_feed(struct document *out, struct feed **feed, slice path, const struct read_options *options,
                        struct arena *report, struct err *err) {
    size_t        hold = options->hold ? options->hold : MOST_HELD;
    struct survey s;
    *out = (struct document){.path = path, .body = slice_of(options->body), .year = options->year};
    if (!feed_reach(*feed, head_of(*feed).len)) return *err = feed_fault(*feed), false;
    bool packed = bytes_are_packed(head_of(*feed));
    if (!packed) {
        if (!look_through(&s, *feed)) return *err = feed_fault(*feed), false;
        const char *encoding = options->encoding ? options->encoding : encoding_told(&s.look, head_of(*feed));
        if (!encoding) return refuse_encoding(out, options, err);
        out->encoding = slice_of(encoding);
        if (s.look.unsound || s.look.nuls || !encoding_is_utf8(encoding)) {
            if (!decode(out, feed, hold, options, err)) return false;
            if (!look_through(&s, *feed)) return *err = feed_fault(*feed), false;
        }
    }
    slice bytes = feed_bytes(*feed);
    bool  whole = packed || s.formed || s.blank || options->whole;
    if (whole && bytes.len > LARGEST_INPUT) return REFUSE(out, err, "is larger than %d MB; split it", LARGEST_INPUT / MEGABYTE);
    if (whole && !feed_reach(*feed, bytes.len)) return *err = feed_fault(*feed), false;
    if (packed) return document_from_bytes(out, bytes, path, options, report, err);
    out->text = utf8_unmarked(bytes);
    if (whole) return document_read_text(out, options, report, err);
    out->format = SLICE_LIT("text");
    out->feed = *feed;
    return true;
}
