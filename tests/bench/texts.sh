#!/bin/sh
# The texts of bench.sh in BUILD/bench. texts.sh BUILD MEGABYTES: dense.txt (reports), sparse.txt (few figures) and law.txt
# (articles, next to nothing to find), made by make_text, and the dense one in other shapes; nothing.txt are articles full of
# ordinals and words with numerals, in which nothing is found.
build=$1 megabytes=$2 shared=${SHARED:-../shared} suanpan=$1/suanpan
here=$build/bench
mkdir -p "$here"
export LC_ALL=C.UTF-8

sources() { find fixtures/reports $([ -d "$shared/corpus" ] && echo "$shared/corpus") -name '*.txt' ! -path '*/raw/*' | LC_ALL=C sort; }
# the first bytes of a text, whole characters
first() { head -c "$1" "$2" | iconv -f UTF-8 -t UTF-8 -c 2>/dev/null; }

make_text() { sources | tr '\n' '\0' | xargs -0 "$here/make_text" "$1" "$2"; }

for kind in dense sparse law; do
    text=$here/$kind.txt
    [ -s "$text" ] && [ "$(stat -c %s "$text")" -ge "${megabytes}000000" ] || make_text "$megabytes" "$kind" >"$text" || exit 2
done
# What is found there depends on the program and its rules: so this one is made each time. An article goes when it gives a claim
# where it stands; what a sentence says may depend on those before it, so the others are asked again until none does.
text=$here/nothing.txt
make_text $((megabytes * 4 / 3 + 1)) articles >"$text" || exit 2
while $suanpan extract -q --columns line "$text" >"$here/claimed" && [ "$(wc -l <"$here/claimed")" -gt 1 ]; do
    awk 'NR == FNR { claimed[$1 + 0]; next } !(FNR in claimed)' "$here/claimed" "$text" >"$here/kept" && mv "$here/kept" "$text" || exit 2
done
first "${megabytes}00000" "$here/dense.txt" >"$here/tenth.txt"
first "${megabytes}0000" "$here/dense.txt" >"$here/hundredth.txt"
first 100000 "$here/dense.txt" >"$here/little.txt"
first 1000 "$here/dense.txt" >"$here/page.txt"
tr -d '\n' <"$here/dense.txt" >"$here/one.txt"
iconv -f UTF-8 -t GB18030 "$here/tenth.txt" >"$here/gb.txt"
sed 's/["\\]//g; s/.*/{"id":"a","text":"&"}/' "$here/dense.txt" >"$here/lines.jsonl"
rm -rf "$here/many" && mkdir "$here/many" && split -a 6 -C 16k --additional-suffix=.txt "$here/dense.txt" "$here/many/"

# ten times as many cards and units, for what it costs to look at more of them
rm -rf "$here/more" && sh tests/bench/more_rules.sh extract/rules "$here/more"
