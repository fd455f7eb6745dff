# Sourced by the benchmarks of redaction: a log of SIZE on a tmpfs, and what is measured with it.
# shellcheck source=common.sh disable=SC2034,SC2154
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

wanted_size=${SIZE:-2GiB}
log_bytes=$(numfmt --from=iec-i "${wanted_size%B}") || { echo "SIZE: such as 500MiB or 2GiB, not $wanted_size" >&2; exit 2; }
# Bytes count in every locale; both sides get the locale that is the faster one for sed.
export LC_ALL=C
core=${CORE:-0}
one_core=(taskset -c "$core")
second=$(((core + 1) % $(nproc --all)))
two_cores=(taskset -c "$core,$second")
subject="log: $wanted_size, core $core"

# Room for the log and COPIES of it. Where no tmpfs may be mounted, BENCH_DIR should be on one.
make_log() { # COPIES
    size=$((log_bytes / 1048576 * ($1 + 1) + 512))M
    mkdir "$base/tmpfs"
    own_tmpfs || echo "no tmpfs may be mounted here: $base is measured" >&2
    directory=$base/tmpfs
    log=$directory/train.log
    planted=$(perl "$here/log.pl" "$log_bytes" ${SEED:+"$SEED"} 2>&1 >"$log")
    megabytes=$(($(stat -c %s "$log") / 1000000))
}

# NAME OURS THEIRS [FILES]: one line of the table. What is measured takes FILES logs at once, by default one.
speed_row() {
    local ours theirs
    ours=$(median "$2" 1) theirs=$(median "$3" 1)
    awk -v name="$1" -v all="$((megabytes * ${4:-1}))" -v a="$ours" -v b="$theirs" -v ma="$(peak "$2")" -v mb="$(peak "$3")" \
        'BEGIN { printf "%-24s %10.0f %12.0f %14.2f %11s %13s\n", name, all / b, all / a, b / a, mb, ma }'
}

speed_head() { printf '%-24s %10s %12s %14s %11s %13s\n' "" "$1 MB/s" "postrun MB/s" "times as fast" "$1 MiB" "postrun MiB"; }

peak() { sort -n -k 2,2 "$1" | tail -1 | awk '{ printf "%.0f", $2 / 1024 }'; }
