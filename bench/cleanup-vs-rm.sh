#!/usr/bin/env bash
# The whole of `postrun cleanup` (inventory, plan, journal, removal, list of what was removed, report, signature) against
# `rm -rf` of the same tree.
# shellcheck source=common.sh disable=SC2154
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

ours() { # MEDIUM DIRECTORY
    prepare "$2"
    measured "postrun" "$base/$1.postrun" "$postrun" cleanup --config "$2/postrun.yaml" --yes --quiet
    [ -e "$2/work/reports/metrics.json" ] || { echo "the evidence is gone" >&2; exit 1; }
    [ "$(find "$2/work" -type f | wc -l)" -eq 1 ] || { echo "postrun left files" >&2; exit 1; }
}

theirs() { # MEDIUM DIRECTORY
    prepare "$2"
    measured "rm -rf" "$base/$1.rm" rm -rf -- "$2/work"
}

machine
media >"$base/media"

while read -r medium directory; do
    for ((round = 1; round <= rounds; round++)); do
        echo "$medium, round $round" >&2
        # Who goes first alternates: the second one finds a warmer kernel.
        if ((round % 2)); then
            ours "$medium" "$directory"
            theirs "$medium" "$directory"
        else
            theirs "$medium" "$directory"
            ours "$medium" "$directory"
        fi
    done
done <"$base/media"

printf '%-14s %12s %12s %8s %14s\n' medium "rm -rf s" "postrun s" ratio "postrun MiB"
while read -r medium _; do
    row "$medium" "$base/$medium.postrun" "$base/$medium.rm"
done <"$base/media"
