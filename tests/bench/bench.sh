#!/bin/sh
# make bench: megabytes a second of the program and of what people use today, on the same text, in turns, in one run; then what
# is to be reached, each with the figure of this run. bench.sh BUILD [MEGABYTES] [ROUNDS]; texts.sh makes the texts, right.sh sees
# that what comes out is right. Recognizers-Text, where npm has it (NODE_PATH), reads 100 KB: it needs its time.
# Machines are noisy: read the ratios of one run, not the figures of two.
build=${1:-build} megabytes=${2:-200} rounds=${3:-3}
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
suanpan -j 1, twice at once|many|$suanpan extract -q -j 1 \$t & $suanpan extract -q -j 1 \$t; wait
suanpan -j 1|lines.jsonl|$suanpan extract -q -j 1 \$t
suanpan -j 2|lines.jsonl|$suanpan extract -q -j 2 \$t
suanpan -j 1, twice at once|lines.jsonl|$suanpan extract -q -j 1 \$t & $suanpan extract -q -j 1 \$t; wait
suanpan --stream|lines.jsonl|$suanpan extract -q --stream - <\$t
wc -l|sparse.txt|wc -l \$t
suanpan -j 1|sparse.txt|$suanpan extract -q -j 1 \$t
rg --count-matches PAT|sparse.txt|rg --count-matches '$PAT' \$t
grep -oP PAT|sparse.txt|grep -oP '$PAT' \$t | cat
wc -l|law.txt|wc -l \$t
suanpan -j 1|law.txt|$suanpan extract -q -j 1 \$t
rg --count-matches PAT|law.txt|rg --count-matches '$PAT' \$t
grep -oP PAT|law.txt|grep -oP '$PAT' \$t | cat
wc -l|nothing.txt|wc -l \$t
suanpan -j 1|nothing.txt|$suanpan extract -q -j 1 \$t
rg --count-matches PAT|nothing.txt|rg --count-matches '$PAT' \$t
grep -oP PAT|nothing.txt|grep -oP '$PAT' \$t | cat
$(node -e 'require("@microsoft/recognizers-text-number")' 2>/dev/null && echo "Recognizers-Text|little.txt|node $(pwd)/tests/bench/recognizers.js \$t")
END
}
bytes_of() { if [ -d "$1" ]; then cat "$1"/* | wc -c; else stat -c %s "$1"; fi; }

: >"$here/times"
for text in dense.txt tenth.txt one.txt gb.txt many lines.jsonl sparse.txt law.txt nothing.txt little.txt page.txt; do
    echo "$text|$(bytes_of "$here/$text")" # and into the page cache
done >"$here/bytes"
for round in $(seq "$rounds"); do
    contestants | while IFS='|' read -r name text rest; do
        tool=${rest%% *}
        command -v "${tool:-none}" >/dev/null || continue
        took=$("$here/measure" sh -c "t=$here/$text; $rest" 2>"$here/errors")
        status=$?
        [ $status -le 1 ] || { echo "$name: status $status" >&2; head -n 3 "$here/errors" >&2; continue; }
        echo "$text|$name|$took" >>"$here/times"
    done
    for time in 1 2 3 4 5 6 7 8 9; do # without a shell, which takes a millisecond
        took=$("$here/measure" "$suanpan" extract -q -j 1 "$here/page.txt") && echo "page.txt|suanpan -j 1|$took" >>"$here/times"
    done
    echo "round $round of $rounds" >&2
done

echo "load $(cut -d' ' -f1 /proc/loadavg) on $(nproc) cores, medians of $rounds; beyond that load the clock tells of others too"
# medians; then what is to be reached: what one thread does is told by the processor's time, what two do by the clock
awk -F'|' '
    NR == FNR { bytes[$1] = $2; next }
    { key = $1 "|" $2; if (!(key in n)) order[++keys] = key; clocks[key, ++n[key]] = $3; works[key, n[key]] = $4; if ($5 > peak[key]) peak[key] = $5 }
    function median(of, key,    i, j, a, v) {
        for (i = 1; i <= n[key]; i++) a[i] = of[key, i]
        for (i = 2; i <= n[key]; i++) { v = a[i]; for (j = i - 1; j > 0 && a[j] > v; j--) a[j + 1] = a[j]; a[j + 1] = v }
        return a[int((n[key] + 1) / 2)]
    }
    function speed(of, key,    part) { split(key, part, "|"); return of[key] ? bytes[part[1]] * 1000 / of[key] : 0 }
    function ratio(of, a, b) { return speed(of, b) ? speed(of, a) / speed(of, b) : "" }
    function times(a, b) { return b ? sprintf("%.3g", b / a) : "-" }
    function at_once(text) { # what this machine gives two that share nothing
        printf "%-62s %9.3g\n", "  two processes that share nothing", 2 * clock[text one] / clock[text one ", twice at once"]
    }
    function goal(what, figure, sense, wanted) {
        if (figure == "") return
        reached = (sense == ">=" ? figure >= wanted : figure <= wanted) ? "reached" : "not reached"
        printf "%-62s %9.3g  %s %-5s %s\n", what, figure, sense, wanted, (figure > 0) ? reached : "not measured"
    }
    END {
        for (k = 1; k <= keys; k++) { clock[order[k]] = median(clocks, order[k]); work[order[k]] = median(works, order[k]) }
        printf "%-12s %-30s %9s %10s %8s %10s %8s %8s\n", "text", "what", "MB/s", "processor", "x rg", "x grep -oP", "x wc -l", "MB peak"
        for (k = 1; k <= keys; k++) {
            key = order[k]; split(key, part, "|"); t = part[1] "|"
            printf "%-12s %-30s %9.3g %10.3g %8s %10s %8s %8.1f\n", part[1], part[2], speed(clock, key), speed(work, key), \
                times(work[key], work[t "rg --count-matches PAT"]), times(work[key], work[t "grep -oP PAT"]), times(work[key], work[t "wc -l"]), peak[key] / 1024
        }
        one = "suanpan -j 1"; two = "suanpan -j 2"; dense = "dense.txt|" one; page = "page.txt|" one
        printf "\n%-62s %9s  %-8s\n", "to be reached", "this run", "wanted"
        goal("reports to CSV, as fast as rg counts one pattern, times", ratio(work, dense, "dense.txt|rg --count-matches PAT"), ">=", 1)
        goal("  than grep -oP finds it", ratio(work, dense, "dense.txt|grep -oP PAT"), ">=", 2)
        goal("  than pcre2grep -c counts it", ratio(work, dense, "dense.txt|pcre2grep -u -c PAT"), ">=", 1.2)
        goal("  than Recognizers-Text finds numbers", ratio(work, dense, "little.txt|Recognizers-Text"), ">=", 100)
        goal("few figures, as fast as rg counts, times", ratio(work, "sparse.txt|" one, "sparse.txt|rg --count-matches PAT"), ">=", 5)
        goal("next to nothing to find, as fast as rg counts, times", ratio(work, "law.txt|" one, "law.txt|rg --count-matches PAT"), ">=", 5)
        goal("nothing to find, as fast as rg counts, times", ratio(work, "nothing.txt|" one, "nothing.txt|rg --count-matches PAT"), ">=", 5)
        goal("  than wc -l reads and counts", ratio(work, "nothing.txt|" one, "nothing.txt|wc -l"), ">=", 0.1)
        goal("ten times as many cards and units take as long, times", work["dense.txt|suanpan, 10 x cards and units"] / work[dense], "<=", 1.3)
        goal("a byte of all takes as long as one of a tenth, times", (work[dense] - work[page]) / bytes["dense.txt"] / ((work["tenth.txt|" one] - work[page]) / bytes["tenth.txt"]), "<=", 1.3)
        goal("all on one line takes as long, times", work["one.txt|" one] / work[dense], "<=", 1.3)
        goal("two threads on many files, times one", ratio(clock, "many|" two, "many|" one), ">=", 1.9)
        at_once("many|")
        goal("two threads on one .jsonl, times one", ratio(clock, "lines.jsonl|" two, "lines.jsonl|" one), ">=", 1.9)
        at_once("lines.jsonl|")
        printf "%-62s %9.3g\n", "two threads on one .txt, times one", ratio(clock, "dense.txt|" two, dense)
        goal("--stream, megabytes of memory", peak["lines.jsonl|suanpan --stream"] / 1024, "<=", 64)
        goal("two threads on many files, megabytes of memory", peak["many|" two] / 1024, "<=", 64)
        goal("one document, memory beyond that of a page, times its size", (peak[dense] - peak[page]) * 1024 / bytes["dense.txt"], "<=", 6)
        goal("  in GB18030", (peak["gb.txt|" one] - peak[page]) * 1024 / bytes["gb.txt"], "<=", 6)
        goal("one page, start to end, milliseconds", clock[page] / 1e6, "<=", 15)
    }' "$here/bytes" "$here/times"
sh tests/bench/adversarial.sh "$build" >"$here/adversarial" # its own goal is status 1
awk 'NR > 1 && $NF + 0 > worst { worst = $NF + 0 }
    END { printf "%-62s %9.3g  <= 20    %s\n", "a text made to be slow takes as long as reports, times", worst, worst <= 20 ? "reached" : "not reached" }' "$here/adversarial"

echo
sh tests/bench/sizes.sh "$build" && echo && sh tests/bench/right.sh "$build" "$PAT"
