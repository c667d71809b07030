#!/bin/sh
# make check: every test there is, step by step; the last line counts them all. sh tests/check.sh build
build=${1:-build} passed=0 failed=0
suanpan=$build/suanpan made=$build/check
unset MAKEFLAGS # how many jobs the calling make runs says nothing to those called here

# A step that counts itself: its last line is "N passed, N failed".
counted() {
    "$@" >"$build/check.log" 2>&1
    status=$?
    cat "$build/check.log"
    last=$(tail -n 1 "$build/check.log")
    case $last in
    *' passed, '*' failed') p=${last%% passed*} f=${last##*, } passed=$((passed + p)) failed=$((failed + ${f%% failed})) ;;
    *) echo "FAILED: $* ended with status $status before it had counted" && failed=$((failed + 1)) ;;
    esac
}

# A step that holds or does not; what it says is shown when it does not.
holds() {
    name=$1
    shift
    if "$@" >"$build/check.log" 2>&1; then
        echo "ok: $name" && passed=$((passed + 1))
    else
        cat "$build/check.log" && echo "FAILED: $name" && failed=$((failed + 1))
    fi
}

whole_run() { rm -rf "$made" && "$suanpan" run fixtures/reports -o "$made/one" && "$suanpan" run fixtures/reports -o "$made/two" -j 1; }
same_bytes() { diff -r "$made/one" "$made/two" && [ "$(find "$made/one" -type f | wc -l)" -gt 8 ]; }
# Through a file and straight from the documents: the same series, byte for byte, long and wide.
same_through_files() {
    for form in "" --long; do
        "$suanpan" compare -q $form fixtures/reports >"$made/straight" || return 1
        for format in csv tsv jsonl db; do
            "$suanpan" extract -q fixtures/reports -o "$made/through.$format" --force && "$suanpan" compare -q $form "$made/through.$format" >"$made/read" &&
                cmp "$made/straight" "$made/read" || { echo "through $format $form"; return 1; }
        done
    done
    [ "$(wc -l <"$made/straight")" -gt 100 ]
}
# A run over an older one, on disks that are full sooner or later: every file is the old one or the new one, whole.
full_disk() {
    "$suanpan" run -q fixtures/reports/qingyuan-county-202* -o "$made/new" && "$suanpan" run -q fixtures/reports/qingyuan-county-202* -o "$made/old" --body 甲县 || return 1
    for blocks in 2 30 120 300; do
        rm -rf "$made/full" && cp -r "$made/old" "$made/full"
        (trap '' XFSZ; ulimit -f $blocks; exec "$suanpan" run -q fixtures/reports/qingyuan-county-202* -o "$made/full") && { echo "$blocks blocks are no full disk"; return 1; }
        (cd "$made/full" && find . -type f) | while read -r file; do
            cmp -s "$made/full/$file" "$made/old/$file" || cmp -s "$made/full/$file" "$made/new/$file" || { echo "$blocks blocks: $file"; exit 1; }
        done || return 1
    done
}
# Each chart is four files, and its drawings hold something: an empty gnuplot canvas is some 1.5 KB of SVG.
charts_drawn() {
    count=0
    for script in "$made"/one/charts/*.gp; do
        stem=${script%.gp} count=$((count + 1))
        [ -s "$stem.tsv" ] && grep -q '</svg>' "$stem.svg" && [ "$(head -c 4 "$stem.png" | tail -c 3)" = PNG ] || { echo "$stem"; return 1; }
        [ "$(grep -cE '<(path|rect|polygon|polyline)' "$stem.svg")" -gt 3 ] || { echo "$stem.svg is empty"; return 1; }
        [ "$(wc -c <"$stem.png")" -gt 4000 ] || { echo "$stem.png is empty"; return 1; }
    done
    [ $count -ge 3 ] || { echo "only $count charts"; return 1; }
}

# A chart's script, run by itself in another folder, draws the bytes that the run drew. Every sixth chart: gnuplot takes its time.
scripts_redraw() {
    mkdir "$made/again" && count=0
    for script in $(ls "$made"/one/charts/*.gp | awk 'NR % 6 == 2'); do
        stem=$(basename "${script%.gp}") count=$((count + 1))
        cp "$script" "${script%.gp}.tsv" "$made/again" && (cd "$made/again" && gnuplot "$stem.gp") || return 1
        for form in svg png; do cmp "$made/one/charts/$stem.$form" "$made/again/$stem.$form" || return 1; done
    done
    [ $count -ge 3 ]
}

counted "$build/test"
holds "the rule files compile: suanpan rules check" "$suanpan" rules check
holds "the rule files' own examples hold: suanpan rules test" "$suanpan" rules test
holds "a whole run over the reports of fixtures/" whole_run
holds "two runs give the same bytes, whatever the threads" same_bytes
counted sh tests/consumers/tables.sh "$made/one"
holds "series through CSV, TSV, JSONL and SQLite are those straight from the documents" same_through_files
holds "a full disk leaves every file of an older run whole" full_disk
holds "every chart is drawn" charts_drawn
holds "a chart's script by itself draws the same bytes" scripts_redraw
holds "includes follow the arrow between the rooms" make -s layers
holds "every header compiles alone" make -s headers BUILD="$build"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
