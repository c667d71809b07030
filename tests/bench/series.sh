#!/bin/sh
# The curve of `compare` and `audit`: seconds for 10, 100, 1000 … reports, varied copies of an invented one, twenty years to a
# body. series.sh BUILD [MOST]. Ten times the reports should take ten times as long; the last column says how long each took.
build=${1:-build} most=${2:-10000} suanpan=${1:-build}/suanpan here=${1:-build}/bench
report=fixtures/reports/yuntai-city-2021/report.txt
mkdir -p "$here"
export LC_ALL=C

# one report a line: the figures are multiplied by 0.80 to 1.20, years stay
copies() {
    awk -v n="$1" '
        { text = text $0 "\\n" }
        function varied(s,    out, number) {
            while (match(s, /[0-9]+(\.[0-9]+)?/)) {
                number = substr(s, RSTART, RLENGTH)
                if (length(number) < 6 && number !~ /^(19|20)[0-9][0-9]$/)
                    number = sprintf(number ~ /\./ ? "%.1f" : "%d", number * (0.8 + rand() * 0.4) + (number ~ /\./ ? 0 : 0.5))
                out = out substr(s, 1, RSTART - 1) number
                s = substr(s, RSTART + RLENGTH)
            }
            return out s
        }
        END {
            srand(1)
            gsub(/"/, "\\\"", text)
            for (i = 0; i < n; i++)
                printf "{\"id\":\"r%d\",\"text\":\"%s\",\"year\":%d,\"body\":\"body %d\"}\n", i, varied(text), 2001 + i % 20, int(i / 20)
        }' "$report"
}

printf '%8s %10s %12s %12s %14s\n' reports claims 'compare s' 'audit s' 'ms a report'
n=10
while [ "$n" -le "$most" ]; do
    copies "$n" >"$here/series.jsonl"
    $suanpan extract -q "$here/series.jsonl" -o "$here/series.csv" --force || exit 2
    begin=$(date +%s%N)
    $suanpan compare -q "$here/series.csv" >/dev/null || exit 2
    middle=$(date +%s%N)
    $suanpan audit -q "$here/series.csv" >/dev/null || exit 2
    end=$(date +%s%N)
    echo "$n $(wc -l <"$here/series.csv") $((middle - begin)) $((end - middle))" |
        awk '{ printf "%8d %10d %12.2f %12.2f %14.2f\n", $1, $2 - 1, $3 / 1e9, $4 / 1e9, $3 / 1e6 / $1 }'
    n=$((n * 10))
done
