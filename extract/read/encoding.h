/* Bytes become UTF-8: which encoding a report is in is found out from its bytes alone. */
#ifndef SUANPAN_ENCODING_H
#define SUANPAN_ENCODING_H

#include <iconv.h>

#include "extract/base/arena.h"

struct decoded {
    slice       text;           /* valid UTF-8 without a BOM; borrows from the bytes given when they are that already */
    const char *encoding;       /* static text or the name given: UTF-8, GB18030, Big5, UTF-16LE, UTF-16BE, … */
    size_t      bad, first_bad; /* bytes replaced by U+FFFD, offset of the first of them in the bytes given */
    bool        too_large;      /* to be held twice, as all but sound UTF-8 is; then nothing was decoded */
};

enum { ENCODING_SAMPLE = 256 * 1024 };
/* What all bytes tell of their encoding, looked at at once or piece by piece; a piece of UTF-8 holds whole characters. */
struct encoding_look {
    bool unsound; /* as UTF-8 */
    bool nuls;
    bool high, wide; /* bytes above ASCII; those that begin a Han in UTF-8 */
};
void encoding_look(struct encoding_look *look, slice piece);
/* The encoding of bytes that were looked at, of which `bytes` are all or the first ENCODING_SAMPLE; NULL when they are no text
 * in any of UTF-8, GB18030 (which holds GBK and GB2312), Big5, UTF-16 and UTF-32. Six characters are enough: 全年处置舆情 in
 * GB18030 is told from UTF-8 and Big5. */
const char *encoding_told(const struct encoding_look *look, slice bytes);
/* True when this system can read the encoding of that name; gbk, gb2312, cp936 and such are read as GB18030. */
bool encoding_known(const char *name);
bool encoding_is_utf8(const char *name);
/* Decodes `bytes` from `name`, NULL: found out. False when they are no text, or the system does not know the name. */
bool encoding_decode(struct decoded *out, slice bytes, const char *name, struct arena *arena);

/* The same for a text that comes in pieces. */
struct decoder {
    iconv_t cd;
    bool    utf8;
    size_t  taken;          /* bytes of what is decoded that were taken so far */
    size_t  bad, first_bad; /* of them, as in struct decoded */
};
/* `head`: how all of it begins; its mark is taken. False when the system does not know the encoding. */
bool decoder_open(struct decoder *d, const char *encoding, slice head);
/* Decodes what follows those taken, in `arena`; returns how many of them it took, all but an unfinished character when it is
 * not the last piece. */
size_t decoder_run(struct decoder *d, slice piece, bool last, slice *text, struct arena *arena);
void   decoder_close(struct decoder *d);

#endif
