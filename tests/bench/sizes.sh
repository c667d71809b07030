#!/bin/sh
# Time follows the bytes: a curve from 1 KB of dense.txt to all of it. sizes.sh BUILD; milliseconds of the processor without
# start-up, the best of five, so that a KB can be told from a megabyte.
build=$1 here=$1/bench suanpan=$1/suanpan
export LC_ALL=C.UTF-8

best() {
    for i in 1 2 3 4 5; do "$here/measure" "$suanpan" extract -q -j 1 "$1"; done | cut -d'|' -f2,3 | sort -n | head -n 1 | tr '|' ' '
}
echo 坚持稳中求进。 >"$here/size.txt"
start=$(best "$here/size.txt") all=$(stat -c %s "$here/dense.txt") size=1000
start=${start% *}
printf '%14s %12s %12s %10s\n' bytes ms 'ns a byte' 'MB peak'
while [ "$size" -lt $((all * 10)) ]; do
    [ "$size" -le "$all" ] || size=$all
    head -c "$size" "$here/dense.txt" | iconv -f UTF-8 -t UTF-8 -c >"$here/size.txt" 2>/dev/null
    took=$(best "$here/size.txt")
    echo "$size $start $took" | awk '{ printf "%14d %12.2f %12.2f %10.1f\n", $1, ($3 - $2) / 1e6, ($3 - $2) / $1, $4 / 1024 }'
    [ "$size" -lt "$all" ] || break
    size=$((size * 10))
done
