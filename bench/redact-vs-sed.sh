#!/usr/bin/env bash
# `postrun redact LOG --out COPY` with all its rules against `sed -E` with 50 patterns.
# shellcheck source=log.sh disable=SC2016,SC2154
. "$(dirname -- "${BASH_SOURCE[0]}")/log.sh"

one='exec taskset -c "$1" "${@:2}"'
# wait4(2) then gives the larger of the two peaks.
two='taskset -c "$1" "${@:3}" "$COPY.1" & first=$!; taskset -c "$2" "${@:3}" "$COPY.2" & wait "$!" && wait "$first"'
by_sed='exec sed -E -f "$1" "$2" >"$3"'

ours() { # NAME SCRIPT CORES...
    rm -f -- "$directory"/copy*
    measured "postrun" "$base/$1.postrun" bash -c "${@:2}" "$postrun" redact --quiet "$log" --out ${single:+"$COPY"}
    redacted postrun "$directory"/copy*
}

theirs() {
    rm -f -- "$directory"/copy*
    measured "sed" "$base/$1.sed" bash -c "${@:2}" bash -c "$by_sed" sed "$base/sed" "$log" ${single:+"$COPY"}
    redacted sed "$directory"/copy*
}

# A copy in which a value is left is none.
redacted() { # LABEL COPY...
    local copy count
    for copy in "${@:2}"; do
        count=$(grep -F -c '[REDACTED' "$copy") || true
        [ "$count" -ge "$planted" ] || { echo "$1 redacted $count lines of $planted" >&2; exit 1; }
    done
}

make_log 2
export COPY=$directory/copy
sed 's#.*#s\#&\#[REDACTED]\#g#' "$here/patterns.txt" >"$base/sed"
machine
echo "against: $(sed --version | head -n 1), $(wc -l <"$base/sed") patterns; planted: $planted"

for ((round = 1; round <= rounds; round++)); do
    echo "round $round" >&2
    order=(ours theirs)
    ((round % 2)) || order=(theirs ours)
    for side in "${order[@]}"; do
        single=1 "$side" one "$one" bash "$core"
        single='' "$side" two-on-two "$two" bash "$core" "$second"
    done
done

speed_head sed
speed_row "one file, one core" "$base/one.postrun" "$base/one.sed"
speed_row "two files, two cores" "$base/two-on-two.postrun" "$base/two-on-two.sed" 2
