#!/bin/sh
# make bench: megabytes a second of the program and of what people use today, on the same text, in turns, in one run.
# bench.sh BUILD [MEGABYTES] [ROUNDS]. Texts, made by make_text: build/bench/dense.txt (reports), sparse.txt (few figures) and
# law.txt (articles, next to nothing to find). Recognizers-Text, where npm has it (NODE_PATH), reads 100 KB: it needs its time.
# Machines are noisy: read the ratios of one run, not the figures of two.
build=${1:-build} megabytes=${2:-200} rounds=${3:-5} shared=${SHARED:-../shared}
here=$build/bench suanpan=$build/suanpan
mkdir -p "$here"
export LC_ALL=C.UTF-8

# a number, 余 or 多, 万 or 亿, and fourteen units: what one line of grep can say of a claim
PAT='(?:[0-9][0-9,.]*|[〇零一二三四五六七八九十百千两]+)(?:余|多)?(?:万|亿)?(?:余|多)?(?:人|个百分点|个|家|起|场次|篇|条|元|亩|公里|平方米|吨|%)'

sources() { find fixtures/reports $([ -d "$shared/corpus" ] && echo "$shared/corpus") -name '*.txt' ! -path '*/raw/*' | LC_ALL=C sort; }
for kind in dense sparse law; do
    text=$here/$kind.txt
    [ -s "$text" ] && [ "$(stat -c %s "$text")" -ge "${megabytes}000000" ] ||
        { sources | tr '\n' '\0' | xargs -0 "$here/make_text" "$megabytes" "$kind" >"$text" || exit 2; }
    cat "$text" >/dev/null # into the page cache
done

# the same text in other shapes: time must follow the bytes; and as lines for --stream
tr -d '\n' <"$here/dense.txt" >"$here/one.txt"
head -c $((megabytes * 100000)) "$here/dense.txt" | iconv -f UTF-8 -t UTF-8 -c 2>/dev/null >"$here/tenth.txt"
head -c $((megabytes * 10000)) "$here/dense.txt" | iconv -f UTF-8 -t UTF-8 -c 2>/dev/null >"$here/hundredth.txt"
head -c 100000 "$here/dense.txt" | iconv -f UTF-8 -t UTF-8 -c 2>/dev/null >"$here/little.txt"
sed 's/["\\]//g; s/.*/{"id":"a","text":"&"}/' "$here/tenth.txt" >"$here/lines.txt"

# ten times as many cards and units, for what it costs to look at more of them
rm -rf "$here/more" && sh tests/bench/more_rules.sh extract/rules "$here/more"

# name|text|command, $t is the text; grep stops at the first match when it writes to /dev/null, so cat takes what it says
contestants() {
    cat <<END
wc -l (reads, counts lines)|dense|wc -l \$t
suanpan extract -f csv -j 1|dense|$suanpan extract -q -f csv -j 1 \$t
suanpan extract -f csv, all cores|dense|$suanpan extract -q -f csv \$t
suanpan, 10 x cards and units|dense|$suanpan extract -q -f csv -j 1 --rules $here/more \$t
suanpan extract --stream|lines|$suanpan extract -q -f jsonl --stream - <\$t
suanpan, one line|one|$suanpan extract -q -f csv -j 1 \$t
suanpan, a tenth of it|tenth|$suanpan extract -q -f csv -j 1 \$t
suanpan, a hundredth of it|hundredth|$suanpan extract -q -f csv -j 1 \$t
rg --count-matches PAT|dense|rg --count-matches '$PAT' \$t
rg -P --count-matches PAT|dense|rg -P --count-matches '$PAT' \$t
grep -P -c PAT|dense|grep -P -c '$PAT' \$t | cat
grep -oP PAT|dense|grep -oP '$PAT' \$t | cat
pcre2grep -u -c PAT|dense|pcre2grep -u -c '$PAT' \$t
wc -l (reads, counts lines)|sparse|wc -l \$t
suanpan extract -f csv -j 1|sparse|$suanpan extract -q -f csv -j 1 \$t
rg --count-matches PAT|sparse|rg --count-matches '$PAT' \$t
grep -oP PAT|sparse|grep -oP '$PAT' \$t | cat
wc -l (reads, counts lines)|law|wc -l \$t
suanpan extract -f csv -j 1|law|$suanpan extract -q -f csv -j 1 \$t
rg --count-matches PAT|law|rg --count-matches '$PAT' \$t
grep -oP PAT|law|grep -oP '$PAT' \$t | cat
$(node -e 'require("@microsoft/recognizers-text-number")' 2>/dev/null && echo "Recognizers-Text|little|node $(pwd)/tests/bench/recognizers.js \$t")
END
}

: >"$here/times"
for round in $(seq "$rounds"); do
    contestants | while IFS='|' read -r name kind rest; do
        tool=${rest%% *} t=$here/$kind.txt
        command -v "${tool:-none}" >/dev/null || continue
        begin=$(date +%s%N)
        sh -c "t=$t; $rest" >/dev/null 2>"$here/errors"
        status=$?
        [ $status -le 1 ] || { echo "$name: status $status" >&2; head -n 3 "$here/errors" >&2; continue; }
        echo "$kind|$name|$(($(date +%s%N) - begin))|$(stat -c %s "$t")" >>"$here/times"
    done
    echo "round $round of $rounds" >&2
done

# medians, MB/s, and how many times faster than rg's default engine, grep -oP and a bare reading of the same text
awk -F'|' '
    { key = $1 "|" $2; if (!(key in n)) order[++keys] = key; times[key, ++n[key]] = $3; bytes[key] = $4 }
    function median(key,    i, j, a, v) {
        for (i = 1; i <= n[key]; i++) a[i] = times[key, i]
        for (i = 2; i <= n[key]; i++) { v = a[i]; for (j = i - 1; j > 0 && a[j] > v; j--) a[j + 1] = a[j]; a[j + 1] = v }
        return a[int((n[key] + 1) / 2)]
    }
    END {
        for (k = 1; k <= keys; k++) { mid[order[k]] = median(order[k]) }
        printf "%-7s %-36s %8s %12s %10s %8s\n", "text", "what", "MB/s", "x rg count", "x grep -oP", "x wc -l"
        for (k = 1; k <= keys; k++) {
            key = order[k]; split(key, part, "|")
            rg = mid[part[1] "|rg --count-matches PAT"]; grep = mid[part[1] "|grep -oP PAT"]; wc = mid[part[1] "|wc -l (reads, counts lines)"]
            speed = bytes[key] * 1000 / mid[key]
            printf "%-7s %-36s %8.3g %12s %10s %8s\n", part[1], part[2], speed, rg ? sprintf("%.2f", rg / mid[key]) : "-", \
                grep ? sprintf("%.2f", grep / mid[key]) : "-", wc ? sprintf("%.3f", wc / mid[key]) : "-"
            if (part[2] ~ /^suanpan extract -f csv -j 1/ && part[1] == "dense") ours = speed
            if (part[2] == "Recognizers-Text") printf "dense   suanpan is %.0f times as fast as Recognizers-Text\n", ours / speed
        }
    }' "$here/times"
