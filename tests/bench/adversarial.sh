#!/bin/sh
# make bench-adversarial: texts made to be slow. Four times the text may take four times as long, not sixteen times; and a byte
# of it twenty times as long as a byte of reports, not more (both told by what the three quarters more take). So may four times
# the figures that compare may join, names that have something in common and say nothing against one another.
# adversarial.sh BUILD [KILOBYTES]: each text at that size and at four times that size; status 1 when one is slower.
build=${1:-build} kilobytes=${2:-500}
here=$build/adversarial suanpan=$build/suanpan
mkdir -p "$here"

# name and what is repeated; no line end anywhere, so that each text is one enormous sentence, but for those named “lines of …”.
# # is a number that counts up, \n a line end.
texts() {
    cat <<'END'
digits|1234567890
digits and commas|1,234,567,
Han digits|一二三四五六七八九
scale words|万亿
hundreds|一百零
percent heads|百分之
open brackets|（（（
half a range|3—5至
qualifiers|超过近约
measure words|个百分点人次
claims without an end|处置舆情12起、
from and to|由12家升为22家
ratios|1:2:3:
years|2020年
quotation marks|“十四五”
plans|十四五
words with a unit|一批
fractions|三分之
blanks|　 
words only|坚持稳中求进工作总基调
enumeration commas|、
list marks|一、
articles|第一百条 
sentences|新建1所。
sentences of that year|那年有3人来。
years that passed|2011年3人，12年来3人。
traditional characters|新建水廠3座、變電站5座，
headings run in|（一）新建1所。
words with numerals|进一步统一
digits apart|1 
full-width digits|１，２００
glosses|區(qū)1
tags|1<b>
lines of one word|国家
lines of links|。国家
lines of nothing|　
lines of page numbers|— 12 —
lines of headings|一、过去五年
lines of a table|| 1 | 2 |
lines of other heads|固定资产投资增长和产业结构优化升级取得明显成效并且持续推\n云台第#卷
END
}

repeated() { case $1 in *'#'*) seq 1 999999 | sed "s/.*/$(printf %s "$1" | sed 's/#/\&/')/" ;; *) yes "$1" ;; esac 2>/dev/null; }
fill() { repeated "$2" | if [ "${name#lines of}" = "$name" ]; then tr -d '\n'; else cat; fi | head -c "$1" | iconv -f UTF-8 -t UTF-8 -c 2>/dev/null; }
milliseconds() {
    begin=$(date +%s%N)
    timeout 120 "$suanpan" "${2:-extract}" -q -j 1 -f csv "$1" >/dev/null 2>"$here/errors" || { [ $? -le 1 ] || echo "status over 1" >&2; }
    echo $((($(date +%s%N) - begin) / 1000000))
}

failed=0
for size in 1000 4000; do
    find fixtures/reports -name '*.txt' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat >"$here/all.txt"
    while [ "$(stat -c %s "$here/all.txt")" -lt $((kilobytes * size)) ]; do cat "$here/all.txt" "$here/all.txt" >"$here/twice.txt" && mv "$here/twice.txt" "$here/all.txt"; done
    head -c $((kilobytes * size)) "$here/all.txt" | iconv -f UTF-8 -t UTF-8 -c 2>/dev/null >"$here/$size.txt"
done
usual=$(($(milliseconds "$here/4000.txt") - $(milliseconds "$here/1000.txt")))
[ $usual -gt 0 ] || usual=1
printf '%-26s %10s %10s %7s %14s\n' text "${kilobytes} KB, ms" "$((kilobytes * 4)) KB, ms" ratio "x reports"
texts >"$here/list"
while IFS='|' read -r name unit; do
    fill $((kilobytes * 1000)) "$unit" >"$here/one.txt"
    fill $((kilobytes * 4000)) "$unit" >"$here/four.txt"
    one=$(milliseconds "$here/one.txt") four=$(milliseconds "$here/four.txt")
    printf '%-26s %10s %10s %7s %14s\n' "$name" "$one" "$four" "$((four * 10 / (one + 1)))e-1" "$(((four - one) * 10 / usual))e-1"
    [ $((four - one)) -le $((usual * 20 + 100)) ] || { echo "FAILED: $name takes twenty times what reports take" >&2; failed=1; }
    [ "$four" -le $((one * 7 + 100)) ] || { echo "FAILED: $name grows faster than the text" >&2; failed=1; }
done <"$here/list"

# what is compared: # is a number that counts up, in 甲乙丙; @ its last digit
series() {
    cat <<'END'
ranges of many names|#厂产值1000—1200万元。
rough numbers|#厂产值数百万元。
one value|#厂产值100万元。
names of several years|201@年#厂产值约1@0万元。
END
}
# sed answers 甲乙 7 for 17, and that becomes the line
lines() {
    printf '青禾县2023年工作报告\n\n'
    seq "$1" | LC_ALL=C.UTF-8 sed 'h; y/0123456789/甲乙丙丁戊己庚辛壬癸/; G; s/\n.*\(.\)$/ \1/' | sed "s/\(.*\) \(.\)/$(printf %s "$2" | sed 's/#/\\1/; s/@/\\2/g')/"
}

printf '\n%-26s %10s %10s %7s\n' 'compared, lines' 1250 5000 ratio
series >"$here/list"
while IFS='|' read -r name unit; do
    lines 1250 "$unit" >"$here/one.txt"
    lines 5000 "$unit" >"$here/four.txt"
    one=$(milliseconds "$here/one.txt" compare) four=$(milliseconds "$here/four.txt" compare)
    printf '%-26s %10s %10s %7s\n' "$name" "$one" "$four" "$((four * 10 / (one + 1)))e-1"
    [ "$four" -le $((one * 7 + 100)) ] || { echo "FAILED: comparing $name grows faster than the figures" >&2; failed=1; }
done <"$here/list"
exit $failed
