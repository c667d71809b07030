#!/bin/sh
# Wordings that the sources hand to err_set, REFUSE or say and that extract/rules/messages.tsv does not have, one a line; status 1
# when there is any. A wording is the longest literal with a blank in it of such a call.
cat main.c extract/*.c extract/base/*.c extract/read/*.c export/*.c plots/*.c | tr '\n' ' ' | sed 's/err_set(/\n&/g; s/REFUSE(/\n&/g; s/ say(/\n&/g' |
    grep -E '^(err_set|REFUSE| say)\(' | sed 's/;  .*//' | grep -oE '"([^"\\]|\\.)*[ 类写]([^"\\]|\\.)*"' | sed 's/^"//; s/"$//; s/\\"/"/g' | sort -u
