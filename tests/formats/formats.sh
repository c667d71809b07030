#!/bin/sh
# make check-formats: the same report as text, GB18030, UTF-16, a web page, DOCX, ODT, DOC and PDF gives the same claims: metric, value, unit
# and sentence of at least 99 in 100. LibreOffice makes the files (apt-get install libreoffice-writer); without it the
# formats that need it are left out, and that is said. Reports: fixtures/reports, and five of $2 (the shared corpus) where it is.
# formats.sh BUILD [CORPUS]
build=$1 corpus=$2
suanpan=$PWD/$build/suanpan
made=$PWD/$build/formats
passed=0 failed=0
rm -rf "$made" && mkdir -p "$made" || exit 1

claims() { "$suanpan" extract -q -f tsv --bom no --header en --year 2020 --body 某县 "$1" | cut -f5,6,10,24 | tail -n +2 | LC_ALL=C sort; }

# A page as content systems write them: menu, metadata, every figure in a span, a footer with links.
page() {
    printf '<!DOCTYPE html><html><head><meta charset="%s"><title>报告_某县人民政府</title></head><body>' "$2"
    printf '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开 12 项</a></li><li><a href="/b">服务</a></li></ul></div>'
    printf '<div id="UCAP-CONTENT">\n'
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/[0-9][0-9.]*/<span style="x">&<\/span>/g; s/^/<p>/; s/$/<\/p>/' "$1"
    printf '</div><div class="footer">版权所有 访问量 1200 万次</div></body></html>\n'
}

# same NAME FORMAT FILE: the claims of FILE beside those of NAME's text
same() {
    claims "$3" >"$made/other.tsv"
    want=$(wc -l <"$made/$1.tsv") got=$(wc -l <"$made/other.tsv") both=$(LC_ALL=C comm -12 "$made/$1.tsv" "$made/other.tsv" | wc -l)
    most=$((want > got ? want : got))
    if [ "$most" -gt 0 ] && [ $((both * 100)) -ge $((most * 99)) ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        LC_ALL=C diff "$made/$1.tsv" "$made/other.tsv" | grep '^[<>]' | head -${SHOW:-4}
    fi
    echo "$1 as $2: $both of $want claims the same, $got came out"
}

names=
for report in fixtures/reports/*/report.txt ${corpus:+"$corpus"/tongshan-county-2020.txt "$corpus"/beijing/beijing-work-report-2024.txt \
    "$corpus"/cities-2024/xianning-work-report-2024.txt "$corpus"/cities-2024/chizhou-work-report-2023.txt "$corpus"/state-council/state-council-work-report-2023.txt}; do
    [ -f "$report" ] || continue
    name=$(basename "$(dirname "$report")")-$(basename "$report" .txt)
    names="$names $name"
    claims "$report" >"$made/$name.tsv"
    cp "$report" "$made/$name.txt"
    iconv -f UTF-8 -t GB18030 "$report" >"$made/$name.gb"
    iconv -f UTF-8 -t UTF-16 "$report" >"$made/$name.u16"
    page "$report" utf-8 >"$made/$name.html"
    page "$report" gb2312 | iconv -f UTF-8 -t GB18030 >"$made/$name.gb.html"
done
formats="gb u16 html gb.html"
if command -v soffice >/dev/null; then
    formats="$formats docx odt doc pdf"
    for format in docx odt doc pdf; do
        (cd "$made" && soffice -env:UserInstallation="file://$made/profile" --headless --infilter='Text (encoded):UTF8' \
            --convert-to $format --outdir . ./*.txt) >/dev/null 2>&1
    done
else
    echo "soffice is missing: DOCX, ODT, DOC and PDF are left out (apt-get install libreoffice-writer)"
fi
for format in $formats; do
    for name in $names; do same "$name" "$format" "$made/$name.$format"; done
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
