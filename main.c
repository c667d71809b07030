/* The front door: the verb table, and `run`, the one verb that sees all rooms. */
#include <stdio.h>

#include "extract/base/banned.h"

int main(int argc, char **argv) {
    (void)argc, (void)argv;
    return 2;
}
