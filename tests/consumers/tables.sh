#!/bin/sh
# The tables of a run, read by others: claims.csv and comparison.csv must come out of each tool with every row, numbers as
# numbers, Chinese as Chinese, and one figure looked up: 7.35亿元 of 2021 is 735000000 元; 15, 22, 26 over three years is +4.
# tables.sh DIR, made by `suanpan run fixtures/reports -o DIR`. Tools that are not there are left out; the last line is
# "N passed, N failed".
dir=${1:?the folder of a run} passed=0 failed=0
holds() { # NAME COMMAND: run by sh in DIR, silent when it holds
    if said=$(cd "$dir" && sh -ec "$2" 2>&1); then echo "ok: $1"; passed=$((passed + 1))
    else printf '%s\n' "$said" | head -n 20; echo "FAILED: $1"; failed=$((failed + 1)); fi
}
with() { if command -v "$1" >/dev/null; then holds "$2" "$3"; else echo "not here, left out: $1"; fi; }

export LC_ALL=C.UTF-8
rows=$(($(wc -l <"$dir/claims.csv") - 1)) wide=$(($(wc -l <"$dir/comparison.csv") - 1))
export rows wide
holds "claims.csv and comparison.csv hold rows" '[ $rows -gt 100 ] && [ $wide -gt 50 ]'

with python3 "python csv" 'python3 - <<"P"
import csv, os
from decimal import Decimal
claims = list(csv.DictReader(open("claims.csv", encoding="utf-8-sig", newline="")))
wide = list(csv.DictReader(open("comparison.csv", encoding="utf-8-sig", newline="")))
assert (len(claims), len(wide)) == (int(os.environ["rows"]), int(os.environ["wide"])), (len(claims), len(wide))
for c in claims:
    assert c["value"] == "" or Decimal(c["value"]).is_finite(), c["value"]
    assert int(c["start"]) < int(c["end"]) and "\n" not in c["sentence"] and None not in c
found = {(Decimal(c["value"]), c["unit"], c["body"]) for c in claims if c["raw"] == "7.35亿元" and c["year"] == "2021" and c["kind"] == "level"}
assert found == {(Decimal(735000000), "元", "中共清源县委")}, found
found = [(w["change"], w["unit"]) for w in wide if (w["2021"], w["2022"], w["2023"]) == ("15", "22", "26")]
assert found == [("4", "家")], found
P'

with sqlite3 "sqlite3 .import, empty cells and numbers typed by the table" '
rm -f import.db; trap "rm -f import.db" EXIT
types() { jq -r --arg name "$1" ".resources[] | select(.name == \$name) | [.schema.fields[] | \"\\\"\" + .name + \"\\\" \" + {string: \"TEXT\", number: \"NUMERIC\", integer: \"INTEGER\", boolean: \"TEXT\"}[.type]] | join(\", \")" datapackage.json; }
sqlite3 import.db "CREATE TABLE claims ($(types claims))" "CREATE TABLE comparison ($(types comparison))"
sqlite3 import.db ".import --csv --skip 1 claims.csv claims" ".import --csv --skip 1 comparison.csv comparison"
test "$(sqlite3 import.db "SELECT count(*) FROM claims")" = $rows && test "$(sqlite3 import.db "SELECT count(*) FROM comparison")" = $wide
test "$(sqlite3 import.db "SELECT DISTINCT value, typeof(value), unit FROM claims WHERE raw = \"7.35亿元\" AND year = 2021 AND kind = \"level\"")" = "735000000|integer|元"
test "$(sqlite3 import.db "SELECT change, typeof(change), unit FROM comparison WHERE \"2021\" = 15 AND \"2022\" = 22 AND \"2023\" = 26")" = "4|integer|家"
test "$(sqlite3 import.db "SELECT count(*) FROM claims WHERE typeof(value) NOT IN (\"integer\", \"real\") AND value <> \"\"")" = 0'

with sqlite3 "sqlite3 asks the archive: search in Chinese, views, no dangling key" '
test "$(sqlite3 claims.db "SELECT count(*) FROM claims")" = $rows && test "$(sqlite3 claims.db "SELECT count(*) FROM series")" = $wide
test "$(sqlite3 claims.db "PRAGMA integrity_check; PRAGMA foreign_key_check")" = ok
test "$(sqlite3 claims.db "SELECT count(*) > 0 FROM sentences JOIN claims c ON c.id = sentences.rowid WHERE sentences MATCH \"营业收入\" AND c.raw = \"7.35亿元\"")" = 1
test "$(sqlite3 claims.db "SELECT change, change_pct FROM yoy WHERE year = 2023 AND value = 26 AND previous = 22")" = "4|18.18"
test "$(sqlite3 claims.db "SELECT unit FROM claims_wide WHERE \"2021\" = 15 AND \"2022\" = 22 AND \"2023\" = 26")" = 家'

with mlr "Miller" '
test "$(mlr --icsv --ojson filter "is_numeric(\$value)" then count then cut -f count claims.csv | grep -o "[0-9]*")" = "$(mlr --icsv --ojson filter "\$value != \"\"" then count claims.csv | grep -o "[0-9]*")"
test "$(mlr --icsv --ocsv --headerless-csv-output count claims.csv)" = $rows && test "$(mlr --icsv --ocsv --headerless-csv-output count comparison.csv)" = $wide
test "$(mlr --icsv --onidx filter "\$raw == \"7.35亿元\" && \$year == 2021 && \$kind == \"level\"" then cut -o -f document,value,unit then cut -x -f document then uniq -g value,unit claims.csv)" = "735000000 元"
test "$(mlr --icsv --onidx filter "\${2021} == 15 && \${2022} == 22 && \${2023} == 26" then cut -f change,unit then reorder -f change comparison.csv)" = "4 家"'

with jq "jq reads datapackage.json: every column of every CSV, in order, told in both languages" '
for name in $(jq -r ".resources[].name" datapackage.json); do
    test "$(jq -r --arg name "$name" ".resources[] | select(.name == \$name) | [.schema.fields[].name] | join(\",\")" datapackage.json)" = "$(head -n 1 $name.csv | sed "s/^\xEF\xBB\xBF//" | tr -d "\r")"
done
test "$(jq "[.resources[].schema | select(.missingValues == [\"\"])] | length" datapackage.json)" = "$(jq ".resources | length" datapackage.json)"
test "$(jq -r ".resources[0].schema.fields[] | select(.name == \"value\") | .type, .title" datapackage.json | tr "\n" " ")" = "number 数值 "
test "$(jq "[.resources[0].schema.fields[] | select((.description | length) < 4)] | length" datapackage.json)" = 0'

with csvstat "csvkit" '
test "$(csvstat --count claims.csv | grep -o "[0-9]*$")" = $rows && test "$(csvstat --count comparison.csv | grep -o "[0-9]*$")" = $wide
csvstat --type -c value,metric claims.csv | tr "\n" " " | grep -q "Number.*Text"
test "$(csvgrep -c raw -m "7.35亿元" claims.csv | csvgrep -c year -m 2021 | csvgrep -c kind -m level | csvcut -c value,unit | tail -n +2 | sort -u)" = "735000000,元"'

pandas=python3-pandas
for python in /usr/bin/python3 python3; do if $python -c 'import pandas' 2>/dev/null; then pandas=$python; fi; done
export pandas
with "$pandas" "pandas" '$pandas - <<"P"
import os, pandas
claims, wide = pandas.read_csv("claims.csv"), pandas.read_csv("comparison.csv")
assert (len(claims), len(wide)) == (int(os.environ["rows"]), int(os.environ["wide"]))
assert claims["value"].dtype == "float64" and claims["start"].dtype == "int64" and wide["change"].dtype == "float64", claims.dtypes
assert claims.columns[0] == "document" and claims["unit"].notna().sum() > 100
found = claims[(claims.raw == "7.35亿元") & (claims.year == 2021) & (claims.kind == "level")]
assert set(zip(found.value, found.unit)) == {(735000000, "元")}
assert list(wide[(wide["2021"] == 15) & (wide["2022"] == 22) & (wide["2023"] == 26)].change) == [4]
P'

with Rscript "R" 'Rscript --vanilla -e "
claims <- read.csv(\"claims.csv\", fileEncoding = \"UTF-8-BOM\"); wide <- read.csv(\"comparison.csv\", fileEncoding = \"UTF-8-BOM\", check.names = FALSE)
stopifnot(nrow(claims) == $rows, nrow(wide) == $wide, names(claims)[1] == \"document\", is.numeric(claims\$value), is.integer(claims\$start), is.numeric(wide\$change))
found <- unique(claims[claims\$raw == \"7.35亿元\" & claims\$year %in% 2021 & claims\$kind == \"level\", c(\"value\", \"unit\")])
stopifnot(nrow(found) == 1, found\$value == 735000000, found\$unit == \"元\")
stopifnot(wide[wide[[\"2021\"]] %in% 15 & wide[[\"2022\"]] %in% 22 & wide[[\"2023\"]] %in% 26, \"change\"] == 4)"'

with gnuplot "gnuplot" '
gnuplot -e "set datafile separator comma; set encoding utf8; stats \"claims.csv\" using (column(\"start\")) nooutput name \"C\"; stats \"comparison.csv\" using (column(\"score\")) nooutput name \"W\"; set print \"-\"; print C_records, W_records" | grep -qx "$rows.0 $wide.0\|$rows $wide"
test "$(gnuplot -e "set datafile separator comma; set encoding utf8; stats \"claims.csv\" using (stringcolumn(\"raw\") eq \"7.35亿元\" && column(\"year\") == 2021 && stringcolumn(\"kind\") eq \"level\" ? column(\"value\") : NaN) nooutput; set print \"-\"; print sprintf(\"%.0f %.0f\", STATS_min, STATS_max)")" = "735000000 735000000"'

echo "$passed passed, $failed failed"
[ $failed = 0 ]
