#!/bin/sh
# claims.csv and comparison.csv into typed columns of a PostgreSQL of our own: postgresql.sh BIN DIR, BIN that of initdb.
# The columns' types are those of datapackage.json. The server speaks on a socket in a temporary folder and is ended here.
set -e
bin=$1 dir=$(cd "$2" && pwd)
home=$(mktemp -d) user=$(id -un)
as() { sh -c "$1"; }
if [ "$(id -u)" = 0 ]; then # the server does not run as root
    user=postgres
    chown postgres "$home"
    as() { su postgres -s /bin/sh -c "$1"; }
fi
trap 'as "$bin/pg_ctl -D $home/data -m immediate stop" >/dev/null; rm -rf "$home"' EXIT
as "$bin/initdb -D $home/data -E UTF8 --locale=C.UTF-8 -A trust" >/dev/null
as "$bin/pg_ctl -D $home/data -w -o '-c listen_addresses= -c fsync=off -k $home' -l $home/log start" >/dev/null
sql() { psql -h "$home" -U "$user" -d postgres -q -At -v ON_ERROR_STOP=1 "$@"; }
same() { [ "$1" = "$2" ] || { echo "$1, not $2"; exit 1; }; }

for name in claims comparison; do
    types=$(jq -r --arg name $name '.resources[] | select(.name == $name) | [.schema.fields[] |
        "\"" + .name + "\" " + {string: "text", number: "numeric", integer: "integer", boolean: "boolean"}[.type]] | join(", ")' "$dir/datapackage.json")
    sql -c "CREATE TABLE $name ($types)" -c "\\copy $name FROM '$dir/$name.csv' WITH (FORMAT csv, HEADER true)"
    same "$(sql -c "SELECT count(*) FROM $name")" $(($(wc -l <"$dir/$name.csv") - 1))
done
same "$(sql -c "SELECT DISTINCT value, unit FROM claims WHERE raw = '7.35亿元' AND year = 2021 AND kind = 'level'")" '735000000|元'
same "$(sql -c "SELECT change, unit FROM comparison WHERE \"2021\" = 15 AND \"2022\" = 22 AND \"2023\" = 26")" '4|家'
same "$(sql -c "SELECT count(*) FROM claims WHERE value IS NULL AND low IS NULL AND high IS NULL AND kind <> 'ratio'")" 0
# straight from the program, with headings that must match: no BOM on a pipe
sql -c 'TRUNCATE claims' -c "\\copy claims FROM PROGRAM 'suanpan extract -q -f csv $fixtures/reports' WITH (FORMAT csv, HEADER match)"
same "$(sql -c "SELECT count(*) FROM claims")" $(($(wc -l <"$dir/claims.csv") - 1))
# the same by the server, which runs the program itself
sql -c 'TRUNCATE claims' -c "COPY claims FROM PROGRAM '$(command -v suanpan) extract -q -f csv $fixtures/reports' WITH (FORMAT csv, HEADER match)"
same "$(sql -c "SELECT count(*) FROM claims")" $(($(wc -l <"$dir/claims.csv") - 1))
