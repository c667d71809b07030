/* A page with slots: {{metric}} is filled in, {{#claim}} … {{/claim}} is written once for each claim. */
#ifndef SUANPAN_TEMPLATE_H
#define SUANPAN_TEMPLATE_H

#include "export/table/writer.h"

struct template; /* its text lives in the arena that it was loaded into */

/* False and `err` (ERR_OUTPUT, with the line) when the file cannot be read or a section is not closed. */
bool template_load(const struct template **out, const char *path, struct arena *arena, struct err *err);

struct filler {
    void *context;
    /* Begins round `n` (from 0) of a section: true when there is one. A section that is a condition has one round or none. */
    bool (*round)(void *context, slice section, size_t n);
    /* What a slot holds. It is text: < & " and control characters never reach the page as such. */
    slice (*value)(void *context, slice slot);
};
/* False and `err` when it cannot be written. */
bool template_fill(const struct template *t, const struct filler *filler, struct output *to, struct err *err);

#endif
