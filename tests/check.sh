#!/bin/sh
# make check: every test there is, step by step; the last line counts them all. sh tests/check.sh build
build=${1:-build} passed=0 failed=0

# A step that counts itself: its last line is "N passed, N failed".
counted() {
    "$@" >"$build/check.log" 2>&1; status=$?
    cat "$build/check.log"
    last=$(tail -n 1 "$build/check.log")
    case $last in
    *' passed, '*' failed') p=${last%% passed*} f=${last##*, }; passed=$((passed + p)) failed=$((failed + ${f%% failed})) ;;
    *) echo "FAILED: $* ended with status $status before it had counted"; failed=$((failed + 1)) ;;
    esac
}
# A step that holds or does not.
holds() {
    name=$1; shift
    if "$@" >"$build/check.log" 2>&1; then echo "ok: $name"; passed=$((passed + 1))
    else cat "$build/check.log"; echo "FAILED: $name"; failed=$((failed + 1)); fi
}

counted "$build/test"
holds "includes follow the arrow between the rooms" make -s layers
holds "every header compiles alone" make -s headers BUILD="$build"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
