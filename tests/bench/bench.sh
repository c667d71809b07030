#!/bin/sh
# make bench: megabytes a second of the program and of what people use today, on the same text, in turns, in one run; then what
# is to be reached, each with the figure of this run. bench.sh BUILD [MEGABYTES] [ROUNDS]; texts.sh makes the texts, right.sh sees
# that what comes out is right. Recognizers-Text, where npm has it (NODE_PATH), reads 100 KB: it needs its time.
# Machines are noisy: read the ratios of one run, not the figures of two.
build=${1:-build} megabytes=${2:-200} rounds=${3:-5}
here=$build/bench suanpan=$build/suanpan
export LC_ALL=C.UTF-8
sh tests/bench/texts.sh "$build" "$megabytes" || exit 2

# a number, 余 or 多, 万 or 亿, and fourteen units: what one line of grep can say of a claim
PAT='(?:[0-9][0-9,.]*|[〇零一二三四五六七八九十百千两]+)(?:余|多)?(?:万|亿)?(?:余|多)?(?:人|个百分点|个|家|起|场次|篇|条|元|亩|公里|平方米|吨|%)'

# name|text|command, $t is the text; grep stops at the first match when it writes to /dev/null, so cat takes what it says
contestants() {
    cat <<END
wc -l|dense.txt|wc -l \$t
suanpan -j 1|dense.txt|$suanpan extract -q -j 1 \$t
suanpan -j 2|dense.txt|$suanpan extract -q -j 2 \$t
suanpan, 10 x cards and units|dense.txt|$suanpan extract -q -j 1 --rules $here/more \$t
rg --count-matches PAT|dense.txt|rg --count-matches '$PAT' \$t
rg -P --count-matches PAT|dense.txt|rg -P --count-matches '$PAT' \$t
grep -P -c PAT|dense.txt|grep -P -c '$PAT' \$t | cat
grep -oP PAT|dense.txt|grep -oP '$PAT' \$t | cat
pcre2grep -u -c PAT|dense.txt|pcre2grep -u -c '$PAT' \$t
suanpan -j 1|tenth.txt|$suanpan extract -q -j 1 \$t
suanpan -j 1|one.txt|$suanpan extract -q -j 1 \$t
suanpan -j 1|gb.txt|$suanpan extract -q -j 1 \$t
suanpan -j 1|many|$suanpan extract -q -j 1 \$t
suanpan -j 2|many|$suanpan extract -q -j 2 \$t
suanpan -j 1|lines.jsonl|$suanpan extract -q -j 1 \$t
suanpan -j 2|lines.jsonl|$suanpan extract -q -j 2 \$t
suanpan --stream|lines.jsonl|$suanpan extract -q --stream - <\$t
wc -l|sparse.txt|wc -l \$t
suanpan -j 1|sparse.txt|$suanpan extract -q -j 1 \$t
rg --count-matches PAT|sparse.txt|rg --count-matches '$PAT' \$t
grep -oP PAT|sparse.txt|grep -oP '$PAT' \$t | cat
wc -l|law.txt|wc -l \$t
suanpan -j 1|law.txt|$suanpan extract -q -j 1 \$t
rg --count-matches PAT|law.txt|rg --count-matches '$PAT' \$t
grep -oP PAT|law.txt|grep -oP '$PAT' \$t | cat
$(node -e 'require("@microsoft/recognizers-text-number")' 2>/dev/null && echo "Recognizers-Text|little.txt|node $(pwd)/tests/bench/recognizers.js \$t")
END
}
bytes_of() { if [ -d "$1" ]; then cat "$1"/* | wc -c; else stat -c %s "$1"; fi; }

: >"$here/times"
for text in dense.txt tenth.txt one.txt gb.txt many lines.jsonl sparse.txt law.txt little.txt page.txt; do
    echo "$text|$(bytes_of "$here/$text")" # and into the page cache
done >"$here/bytes"
for round in $(seq "$rounds"); do
    contestants | while IFS='|' read -r name text rest; do
        tool=${rest%% *}
        command -v "${tool:-none}" >/dev/null || continue
        took=$("$here/measure" sh -c "t=$here/$text; $rest" 2>"$here/errors")
        status=$?
        [ $status -le 1 ] || { echo "$name: status $status" >&2; head -n 3 "$here/errors" >&2; continue; }
        echo "$text|$name|${took% *}|${took#* }" >>"$here/times"
    done
    for time in 1 2 3 4 5 6 7 8 9; do # without a shell, which takes a millisecond
        took=$("$here/measure" "$suanpan" extract -q -j 1 "$here/page.txt") && echo "page.txt|suanpan -j 1|${took% *}|${took#* }" >>"$here/times"
    done
    echo "round $round of $rounds" >&2
done

# medians; then what is to be reached
awk -F'|' '
    NR == FNR { bytes[$1] = $2; next }
    { key = $1 "|" $2; if (!(key in n)) order[++keys] = key; times[key, ++n[key]] = $3; if ($4 > peak[key]) peak[key] = $4 }
    function median(key,    i, j, a, v) {
        for (i = 1; i <= n[key]; i++) a[i] = times[key, i]
        for (i = 2; i <= n[key]; i++) { v = a[i]; for (j = i - 1; j > 0 && a[j] > v; j--) a[j + 1] = a[j]; a[j + 1] = v }
        return a[int((n[key] + 1) / 2)]
    }
    function speed(key,    part) { split(key, part, "|"); return mid[key] ? bytes[part[1]] * 1000 / mid[key] : 0 }
    function ratio(a, b) { return speed(b) ? speed(a) / speed(b) : "" }
    function goal(what, figure, sense, wanted) {
        if (figure == "") return
        printf "%-62s %9.3g  %s %-5s %s\n", what, figure, sense, wanted, (sense == ">=" ? figure >= wanted : figure <= wanted) ? "reached" : "not reached"
    }
    END {
        for (k = 1; k <= keys; k++) mid[order[k]] = median(order[k])
        printf "%-14s %-30s %8s %10s %10s %8s %8s\n", "text", "what", "MB/s", "x rg", "x grep -oP", "x wc -l", "MB peak"
        for (k = 1; k <= keys; k++) {
            key = order[k]; split(key, part, "|")
            rg = mid[part[1] "|rg --count-matches PAT"]; grep = mid[part[1] "|grep -oP PAT"]; wc = mid[part[1] "|wc -l"]
            printf "%-14s %-30s %8.3g %10s %10s %8s %8.1f\n", part[1], part[2], speed(key), rg ? sprintf("%.2f", rg / mid[key]) : "-", \
                grep ? sprintf("%.2f", grep / mid[key]) : "-", wc ? sprintf("%.3f", wc / mid[key]) : "-", peak[key] / 1024
        }
        one = "suanpan -j 1"; two = "suanpan -j 2"; dense = "dense.txt|" one; start = mid["page.txt|" one]
        printf "\n%-62s %9s  %-8s\n", "to be reached", "this run", "wanted"
        goal("reports to CSV, as fast as rg counts one pattern, times", ratio(dense, "dense.txt|rg --count-matches PAT"), ">=", 1)
        goal("  than grep -oP finds it", ratio(dense, "dense.txt|grep -oP PAT"), ">=", 2)
        goal("  than pcre2grep -c counts it", ratio(dense, "dense.txt|pcre2grep -u -c PAT"), ">=", 1.2)
        goal("  than Recognizers-Text finds numbers", ratio(dense, "little.txt|Recognizers-Text"), ">=", 100)
        goal("few figures, as fast as rg counts, times", ratio("sparse.txt|" one, "sparse.txt|rg --count-matches PAT"), ">=", 5)
        goal("nothing to find, as fast as rg counts, times", ratio("law.txt|" one, "law.txt|rg --count-matches PAT"), ">=", 5)
        goal("  than wc -l reads and counts", ratio("law.txt|" one, "law.txt|wc -l"), ">=", 0.1)
        goal("ten times as many cards and units take as long, times", mid["dense.txt|suanpan, 10 x cards and units"] / mid[dense], "<=", 1.3)
        goal("a byte of all takes as long as one of a tenth, times", (mid[dense] - start) / bytes["dense.txt"] / ((mid["tenth.txt|" one] - start) / bytes["tenth.txt"]), "<=", 1.3)
        goal("all on one line takes as long, times", mid["one.txt|" one] / mid[dense], "<=", 1.3)
        goal("two threads on many files, times one", ratio("many|" two, "many|" one), ">=", 1.9)
        goal("two threads on one .jsonl, times one", ratio("lines.jsonl|" two, "lines.jsonl|" one), ">=", 1.9)
        printf "%-62s %9.3g\n", "two threads on one .txt, times one", ratio("dense.txt|" two, dense)
        goal("--stream, megabytes of memory", peak["lines.jsonl|suanpan --stream"] / 1024, "<=", 64)
        goal("two threads on many files, megabytes of memory", peak["many|" two] / 1024, "<=", 64)
        goal("one document, memory beyond that of a page, times its size", (peak[dense] - peak["page.txt|" one]) * 1024 / bytes["dense.txt"], "<=", 6)
        goal("  in GB18030", (peak["gb.txt|" one] - peak["page.txt|" one]) * 1024 / bytes["gb.txt"], "<=", 6)
        goal("one page, start to end, milliseconds", start / 1e6, "<=", 15)
    }' "$here/bytes" "$here/times"

echo
sh tests/bench/sizes.sh "$build" && echo && sh tests/bench/right.sh "$build"
