#!/bin/sh
# make check-consumers: installs into a folder of its own and uses what is there as others would: a C program by pkg-config,
# the manual by man, the rules by the installed program, the tables of a run by the tools of tables.sh and by PostgreSQL, DuckDB,
# LibreOffice and the validator of npm, which need a server, a registry or half a minute.
# consumers.sh BUILD; the last line is "N passed, N failed".
build=${1:-build} passed=0 failed=0
root=$PWD/$build/installed; here=$PWD/$build/consumers
mkdir -p "$here"
holds() { # NAME COMMAND: run by bash, silent when it holds
    if said=$(cd "$here" && bash -c "$2" 2>&1); then echo "ok: $1"; passed=$((passed + 1))
    else printf '%s\n' "$said" | head -n 20; echo "FAILED: $1"; failed=$((failed + 1)); fi
}
with() { if command -v "$1" >/dev/null; then holds "$2" "$3"; else echo "not here, left out: $1"; fi; }
counted() { # a script whose last line is "N passed, N failed"
    said=$("$@"); printf '%s\n' "$said" | sed '$d'
    last=$(printf '%s\n' "$said" | tail -n 1); p=${last%% passed*} f=${last##*, }
    passed=$((passed + p)) failed=$((failed + ${f%% failed}))
}

unset MAKEFLAGS # how many jobs the calling make runs says nothing to the one called here
rm -rf "$root"
make -s BUILD="$build" DESTDIR="$root" PREFIX=/usr install >/dev/null || exit 2
bin=$root/usr/bin lib=$root/usr/lib
unset SUANPAN_RULES
export PATH="$bin:$PATH" PKG_CONFIG_PATH="$lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$root" LD_LIBRARY_PATH="$lib" LC_ALL=C.UTF-8
export fixtures=$PWD/fixtures source=$PWD/tests/consumers

holds "the installed program finds its rules" 'cd / && suanpan rules check'
holds "a C program uses the shared library" 'cc -std=c17 $source/library.c -o library $(pkg-config --cflags suanpan) $(pkg-config --libs suanpan) -pthread &&
    SUANPAN_RULES='"$root"'/usr/share/suanpan/rules ./library | tee out && grep -qx "处置网络舆情 313 起" out && grep -qx "宣讲 1500 场次" out'
holds "a C++ program uses it too" 'printf "#include <suanpan.h>\nint main() { struct arena a; arena_init(&a); arena_free(&a); return 0; }\n" >library.cc &&
    c++ -Wall -Wextra -Werror library.cc -o library-cc $(pkg-config --cflags suanpan) $(pkg-config --libs suanpan) && ./library-cc'
holds "a C program uses the static library" 'cc -std=c17 $source/library.c -o library-static $(pkg-config --cflags suanpan) '"$lib"'/libsuanpan.a $(pkg-config --libs --static suanpan | sed "s/-lsuanpan//") -pthread &&
    SUANPAN_RULES='"$root"'/usr/share/suanpan/rules ./library-static | grep -qx "处置网络舆情 313 起"'
holds "the shared library shows its own names only" 'test -z "$(nm -D --defined-only '"$lib"'/libsuanpan.so | awk "{print \$3}" | grep -vE "^(suanpan|extractor|source|document|decimal|arena|slice|utf8|err|name|origin|qualifier|kind|direction|role|status)_")"'
with man "the manual pages are well made" 'for p in '"$root"'/usr/share/man/man*/*; do man --warnings -l "$p" 2>&1 >/dev/null | grep . && exit 1; done; true'
holds "the installed program draws" 'rm -rf drawn && cd / && suanpan run -q "$fixtures/reports" -o '"$here"'/drawn && ls '"$here"'/drawn/charts/*.svg && test -s '"$here"'/drawn/report.html'
with zsh "the completion of zsh" 'zsh -n '"$root"'/usr/share/zsh/site-functions/_suanpan'
with fish "fish completes verbs, options and values" 'c() { fish --no-config -c "source '"$root"'/usr/share/fish/vendor_completions.d/suanpan.fish; complete -C \"$1\"" | cut -f1; }
    test "$(c "suanpan ext")" = extract && test "$(c "suanpan extract -f js")" = jsonl && test "$(c "suanpan plot --theme d")" = dark && c "suanpan rules ch" | grep -qx check'
holds "bash completes verbs, options and values" '. '"$root"'/usr/share/bash-completion/completions/suanpan
    complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _suanpan; echo "${COMPREPLY[*]}"; }
    test "$(complete_words suanpan ext)" = extract && test "$(complete_words suanpan extract --la)" = --lang && test "$(complete_words suanpan extract --lang z)" = zh &&
    test "$(complete_words suanpan extract -f js)" = jsonl && test "$(complete_words suanpan extract --format x)" = xlsx && test "$(complete_words suanpan plot --theme d)" = dark &&
    test "$(complete_words suanpan rules '"''"')" = "check list test" && test "$(complete_words suanpan help exp)" = explain && test -z "$(complete_words suanpan extract c)"'
holds "the completion is bash" 'bash -n '"$root"'/usr/share/bash-completion/completions/suanpan'

suanpan extract -q "$fixtures/reports" -f csv -o "$here/claims.csv" && suanpan extract -q "$fixtures/reports" -f jsonl -o "$here/claims.jsonl" &&
    suanpan extract -q "$fixtures/reports" -f csv | cat >"$here/pipe.csv"
rows=$(($(wc -l <"$here/claims.csv") - 1)); export rows
holds "a CSV file has a BOM, a pipe has none" 'test "$(head -c 3 claims.csv | od -An -tx1 | tr -d " ")" = efbbbf && head -c 9 pipe.csv | grep -q "^document," && test $rows -gt 10'
with python3 "python: as many rows as lines, every value a decimal" 'python3 -c "
import csv, decimal, os
rows = list(csv.DictReader(open(\"claims.csv\", encoding=\"utf-8-sig\", newline=\"\")))
assert len(rows) == int(os.environ[\"rows\"]), len(rows)
assert sum(bool(r[\"value\"]) and decimal.Decimal(r[\"value\"]).is_finite() for r in rows) > 10
"'
with python3 "python: a claim stands where start and end say" 'python3 -c "
import json
for line in open(\"claims.jsonl\", encoding=\"utf-8\"):
    c = json.loads(line)
    if not c[\"document\"].endswith((\".txt\", \".md\")): continue
    text = open(c[\"document\"], encoding=\"utf-8-sig\", newline=\"\").read()
    assert text[c[\"start\"]:c[\"end\"]] == c[\"raw\"], c
"'
for i in 1 2 3 4 5 6 7 8; do echo "{\"id\":\"$i\",\"text\":\"全年处置舆情$i""2起。\"}"; done >"$here/docs.jsonl"
suanpan extract -f jsonl --stream - <"$here/docs.jsonl" >"$here/serial.jsonl" && test "$(wc -l <"$here/serial.jsonl")" = 16 || exit 2
with parallel "parallel --pipe gives what one process gives" 'parallel --pipe -N 2 -k suanpan extract -f jsonl --stream - <docs.jsonl | cmp - serial.jsonl'
if python=$(for p in python3 /usr/bin/python3; do $p -c "import dask.bag, distributed" 2>/dev/null && echo $p && break; done) && [ -n "$python" ]; then
    holds "two workers of Dask give what one process gives" "$python"' $source/dask_bag.py docs.jsonl | cmp - serial.jsonl'
else echo "not here, left out: python3-distributed"; fi

# ---- the tables of a run ----
rm -rf "$here/run" "$here/office" && suanpan run -q "$fixtures/reports" -o "$here/run" && mkdir "$here/office" || exit 2
counted sh "$source/tables.sh" "$here/run"
with soffice "LibreOffice reckons every formula of claims.xlsx as we wrote it, and opens claims.csv" 'python3 $source/office.py run office'
if initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -n 1) && [ -n "$initdb" ]; then
    holds "PostgreSQL copies both tables into typed columns; compare straight from a program" 'sh $source/postgresql.sh '"${initdb%/initdb}"' run'
else echo "not here, left out: postgresql"; fi
npm_packages='datapackage@1.1.10 @duckdb/node-api@latest'
if command -v npm >/dev/null && { [ -d "$here/node_modules/@duckdb" ] || (cd "$here" && npm install --no-audit --no-fund --silent $npm_packages); }; then
    suanpan run -q --bom no "$fixtures/reports" -o "$here/package"
    holds "the datapackage validator of npm takes datapackage.json and reads every row by its types" 'NODE_PATH=node_modules node $source/package.js package'
    holds "DuckDB" 'NODE_PATH=node_modules node $source/duckdb.js run'
else echo "not here, left out: npm with $npm_packages"; fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
