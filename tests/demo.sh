#!/bin/sh
# What make demo shows of its run, in the folder $1/demo: a sentence and its rows, three years side by side, bars in the terminal, and
# where the rest is.
build=$1
county=fixtures/reports/qingyuan-county
say() { printf '\n$ suanpan %s\n' "$*"; }
rows() { sed 's/	/ | /g; s/^/  /'; }

printf '\nA sentence of %s-2021/report.txt:\n' $county
grep -o '全年完成文化产业企业入规.*' $county-2021/report.txt | sed 's/^/  /'
say "extract $county-2021/report.txt"
"$build/suanpan" extract -q -f tsv --columns metric,value,unit,kind,role,raw $county-2021/report.txt |
    grep -e metric -e 文化产业企业入规 -e 文化规上企业 | rows
say "compare $county-2021 $county-2022 $county-2023"
"$build/suanpan" compare -q -f tsv --columns metric,unit,2021,2022,2023,change,change_pct,status $county-202[123] |
    grep -e metric -e actual | cut -f1-7 | head -n 9 | rows
say "plot --preview $county-2021 $county-2022 $county-2023"
COLUMNS=${COLUMNS:-80} "$build/suanpan" plot -q --preview $county-202[123] | grep '^  .* 202[0-9] .* 202[0-9] ' | head -n 8
printf '\n%s: %s\n' "$build/demo" "$(ls "$build/demo" | tr '\n' ' ')"
printf '%s charts stand in %s/demo/charts; open %s/demo/report.html in a browser: each figure in its sentence, every year, every chart\n' \
    "$(ls "$build/demo/charts" | grep -c 'svg$')" "$build" "$build"
