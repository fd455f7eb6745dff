#!/usr/bin/env bash
# `postrun cleanup` of this build against that of another one: cleanup-vs-build.sh OTHER. What a change costs, in one run.
# shellcheck source=common.sh disable=SC2154
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

other=${1:?usage: $0 OTHER}
[ -x "$other" ] || { echo "$other is not an executable" >&2; exit 2; }

one() { # MEDIUM DIRECTORY LABEL EXECUTABLE
    prepare "$2"
    measured "$3" "$base/$1.$3" "$4" cleanup --config "$2/postrun.yaml" --yes --quiet
    [ "$(find "$2/work" -type f | wc -l)" -eq 1 ] || { echo "$3 left files" >&2; exit 1; }
}

machine
media >"$base/media"

while read -r medium directory; do
    for ((round = 1; round <= rounds; round++)); do
        echo "$medium, round $round" >&2
        if ((round % 2)); then
            one "$medium" "$directory" this "$postrun"
            one "$medium" "$directory" other "$other"
        else
            one "$medium" "$directory" other "$other"
            one "$medium" "$directory" this "$postrun"
        fi
    done
done <"$base/media"

printf '%-14s %12s %12s %8s %14s\n' medium "other s" "this s" ratio "this MiB"
while read -r medium _; do
    row "$medium" "$base/$medium.this" "$base/$medium.other"
done <"$base/media"
