#!/bin/sh
# Every wording that the sources hand to err_set, REFUSE or say, that extract/rules/messages.tsv does not have: one a line.
# make lint holds the list empty.
perl -0777 -ne '
    BEGIN { our $arg = qr/(?:[^,()"]|"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*"|\((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*\))*\))*/ }
    while (/\berr_set\(\s*(?:$arg,\s*){5}((?:"(?:[^"\\]|\\.)*"\s*)+)/g or /\bREFUSE\(\s*(?:$arg,\s*){2}((?:"(?:[^"\\]|\\.)*"\s*)+)/g
        or /\bsay\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)/g) { print "$1\n" }
' main.c extract/*.c extract/base/*.c extract/read/*.c export/*.c plots/*.c
