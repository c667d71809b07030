#!/bin/sh
# Is what bench.sh measures right? right.sh BUILD PATTERN. However a text comes and however many threads read it, the same rows
# come out, each at its place in the text, and as many as reports hold; from nothing.txt none, for all its numerals, of which
# those who count the pattern find as many as each other. Status 1 when one does not.
build=$1 pattern=$2 here=$1/bench suanpan=$1/suanpan failed=0
export LC_ALL=C.UTF-8

holds() {
    name=$1
    shift
    if "$@"; then echo "right: $name"; else echo "WRONG: $name" && failed=1; fi
}
rows() { $suanpan extract -q "$@"; }
same_rows() { rows -j 1 "$1" | cksum >"$here/one.sum" && rows -j 2 "$1" | cksum | cmp -s - "$here/one.sum" && rows -j 7 "$1" | cksum | cmp -s - "$here/one.sum"; }
# a line's claims are those of extract; the line that closes them is left out
same_stream() { rows -f jsonl "$here/lines.jsonl" | cksum >"$here/one.sum" && rows --stream - <"$here/lines.jsonl" | grep -v '^{"id":"a","claims":[0-9]*}$' | cksum | cmp -s - "$here/one.sum"; }
same_pipe() { rows - <"$here/tenth.txt" | cksum >"$here/one.sum" && cat "$here/tenth.txt" | rows - | cksum | cmp -s - "$here/one.sum"; }
# but for sentences that a line end parted
as_many() { a=$(rows "$here/dense.txt" | wc -l) b=$(rows "$here/one.txt" | wc -l) && [ $((a - b)) -lt $((a / 1000)) ] && [ $((b - a)) -lt $((a / 1000)) ]; }
# a large text of UTF-8 is read in pieces, of which the first tells its year; the year is said here, since the whole may tell another
same_encoding() { rows --year 2020 "$here/gb.txt" | cut -d, -f2- | cksum >"$here/one.sum" && rows --year 2020 "$here/tenth.txt" | cut -d, -f2- | cksum | cmp -s - "$here/one.sum"; }
at_their_places() {
    rows -f tsv --columns raw,start,end "$here/hundredth.txt" | perl -CSD -e '
        open my $file, "<:utf8", shift or die; local $/; my $text = <$file>; $/ = "\n"; my ($rows, $bad) = (0, 0);
        while (<STDIN>) { s/\r?\n$//; next if $. == 1; my ($raw, $start, $end) = split /\t/; $rows++;
            (my $there = substr $text, $start, $end - $start) =~ s/\s+/ /g; $raw =~ s/^\x27//; $bad++ if $there ne $raw; }
        exit($rows < 100 || $bad)' "$here/hundredth.txt"
}
nothing() { n=$(rows "$here/nothing.txt" | wc -l) && [ "$n" = 1 ]; }
numerals() { head -c 1000000 "$here/nothing.txt" | grep -aoP '[0-9][0-9,.]*|[〇零一二三四五六七八九十百千两万亿]+' | wc -l | awk '{ exit !($1 * 1.024 >= 4000) }'; }
same_count() { n=$(grep -oP "$pattern" "$here/nothing.txt" | wc -l) && [ "$n" -gt 0 ] && [ "$n" = "$(rg --count-matches "$pattern" "$here/nothing.txt")" ]; }
found() { n=$(rows "$here/dense.txt" | wc -l) && awk -v n="$n" -v bytes="$(stat -c %s "$here/dense.txt")" 'BEGIN { exit !(n * 1024 / bytes > 2) }'; }

holds "nothing.txt: no row" nothing
holds "nothing.txt: four numerals a KB and more" numerals
! command -v rg >/dev/null || holds "nothing.txt: rg counts what grep -oP finds" same_count
for text in dense.txt law.txt many lines.jsonl; do holds "$text: one, two and seven threads write the same bytes" same_rows "$here/$text"; done
holds "--stream answers what extract writes" same_stream
holds "a pipe gives what the file gives" same_pipe
holds "one line of all gives as many rows" as_many
holds "GB18030 gives what UTF-8 gives" same_encoding
holds "each row stands at its place in the text" at_their_places
holds "more than two rows a KB of reports" found
exit $failed
