#!/usr/bin/env bash
# `postrun plan` (walk, patterns, policy, open files, plan) against a `find` that asks every entry for size and time.
# shellcheck source=common.sh disable=SC2154
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

machine
media >"$base/media"

while read -r medium directory; do
    prepare "$directory"
    ours=("$postrun" plan --config "$directory/postrun.yaml" --quiet)
    theirs=(find "$directory/work" -printf '%s %t\n')
    # Once unmeasured: both are compared with what the kernel has in memory.
    "${theirs[@]}" >/dev/null
    for ((round = 1; round <= rounds; round++)); do
        echo "$medium, round $round" >&2
        if ((round % 2)); then
            measured "postrun plan" "$base/$medium.postrun" "${ours[@]}"
            measured "find" "$base/$medium.find" "${theirs[@]}"
        else
            measured "find" "$base/$medium.find" "${theirs[@]}"
            measured "postrun plan" "$base/$medium.postrun" "${ours[@]}"
        fi
    done
done <"$base/media"

printf '%-14s %12s %12s %8s %14s\n' medium "find s" "postrun s" ratio "postrun MiB"
while read -r medium _; do
    row "$medium" "$base/$medium.postrun" "$base/$medium.find"
done <"$base/media"
