/* Where the program stands, and the tables that it reads. */
#ifndef SUANPAN_RULES_DIR_H
#define SUANPAN_RULES_DIR_H

#include "extract/base/arena.h"

/* $SUANPAN_RULES, else extract/rules beside the program's own folder, else the installed share/suanpan/rules. */
const char *suanpan_rules_dir(void);
/* The table of that name ("metrics.tsv"): of the last of the folders that holds it, else of the installed rules. */
const char *suanpan_table(const char *const *dirs, size_t n, const char *name, struct arena *arena);
/* Where the running program stands, also where /proc is not mounted. False when the system does not tell. */
bool suanpan_program_path(char *out, size_t room);

#endif
