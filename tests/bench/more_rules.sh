#!/bin/sh
# more_rules.sh RULES OUT: a folder that holds ten times as many cards and units: every card and every unit nine times more, under
# names of its own. Made for bench.sh: what it costs to look at more rules, not to take more.
rules=$1 out=$2
mkdir -p "$out"
for name in units measures; do
    awk -F'\t' -v OFS='\t' 'BEGIN { split("甲 乙 丙 丁 戊 己 庚 辛 壬", more, " ") }
        { print } /^#/ || !headed { headed = headed || !/^#/; next }
        { first = $1; for (i = 1; i <= 9; i++) { $1 = first more[i]; print } }' "$rules/$name.tsv" >"$out/$name.tsv"
done
for i in 1 2 3 4 5 6 7 8 9; do # of cards that have patterns: those of tests are asked by the program
    cat "$rules"/*.rules | awk -v i="$i" '/^规则 / { name = $0 ".其" i } /^句式/ { if (name) print name; name = ""; print } /^记/ && !name'
done >"$out/90-more.rules"
