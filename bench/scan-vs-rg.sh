#!/usr/bin/env bash
# `postrun scan` with all its rules against ripgrep with 50 patterns, which says in how many lines one of them matches.
# shellcheck source=log.sh disable=SC2154
. "$(dirname -- "${BASH_SOURCE[0]}")/log.sh"

rg=${RG:-}
if [ -z "$rg" ]; then
    npm install --prefix "$base/npm" --no-save --no-audit --no-fund --silent @vscode/ripgrep >&2
    rg=$(find "$base/npm/node_modules" -type f -name rg -perm -u+x | head -n 1)
fi
[ -x "$rg" ] || { echo "no ripgrep: @vscode/ripgrep has none for this machine; set RG" >&2; exit 2; }

ours() { # NAME, the cores before it in `cores`, then files
    # Something is found: that is 1.
    accepted=1 measured "postrun" "$base/$1.postrun" "${cores[@]}" "$postrun" scan "${@:2}"
}

theirs() {
    measured "rg" "$base/$1.rg" "${cores[@]}" "$rg" --no-config --no-unicode -c -j "$jobs" -f "$here/patterns.txt" "${@:2}"
}

make_log 0
ln "$log" "$directory/again.log"
machine
echo "against: $("$rg" --version | head -n 1), $(wc -l <"$here/patterns.txt") patterns"

# Both have to see every value, so that both have the same to do. Once unmeasured: neither meets a cold cache.
found=$("$postrun" scan --quiet "$log" | wc -l) || true
matched=$("$rg" --no-config --no-unicode -c -f "$here/patterns.txt" "$log")
echo "planted: $planted; postrun found $found, rg $matched"
[ "$found" -ge "$planted" ] && [ "$matched" -ge "$planted" ] || { echo "values were not found" >&2; exit 1; }

for ((round = 1; round <= rounds; round++)); do
    echo "round $round" >&2
    order=(ours theirs)
    ((round % 2)) || order=(theirs ours)
    for side in "${order[@]}"; do
        cores=("${one_core[@]}") jobs=1
        "$side" one "$log"
        "$side" two-on-one "$log" "$directory/again.log"
        cores=("${two_cores[@]}") jobs=2
        "$side" two-on-two "$log" "$directory/again.log"
    done
done

speed_head rg
speed_row "one file, one core" "$base/one.postrun" "$base/one.rg"
speed_row "two files, one core" "$base/two-on-one.postrun" "$base/two-on-one.rg" 2
speed_row "two files, two cores" "$base/two-on-two.postrun" "$base/two-on-two.rg" 2
