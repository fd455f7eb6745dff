#!/usr/bin/env bash
# A log of any size through `log.pl | postrun redact -`, which is what a training run does: nothing lies on a disk.
# shellcheck source=log.sh disable=SC2154
. "$(dirname -- "${BASH_SOURCE[0]}")/log.sh"

machine
for ((round = 1; round <= rounds; round++)); do
    perl "$here/log.pl" "$log_bytes" ${SEED:+"$SEED"} 2>"$base/planted" | measured "postrun" "$base/pipe" "$postrun" redact - 2>"$base/said" ||
        { cat "$base/said" >&2; exit 1; }
    redacted=$(sed -n 's/^postrun: redacted \([0-9,]*\).*/\1/p' "$base/said" | tr -d ,)
    planted=$(cat "$base/planted")
    echo "round $round: planted $planted, redacted $redacted" >&2
    [ "${redacted:-0}" -ge "$planted" ] || left=$((${left:-0} + planted - ${redacted:-0}))
done
awk -v bytes="$log_bytes" -v seconds="$(median "$base/pipe" 1)" -v peak="$(peak "$base/pipe")" \
    'BEGIN { printf "%.0f MB/s through a pipe, the generator included; %s MiB of memory\n", bytes / seconds / 1e6, peak }'
[ -z "${left:-}" ] || { echo "$left values were left" >&2; exit 1; }
