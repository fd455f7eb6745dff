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
    local wall processor files=${4:-1}
    wall="$(median "$3" 1) $(median "$2" 1)" processor="$(median "$3" 3) $(median "$2" 3)"
    echo "$wall $processor $(peak "$3") $(peak "$2")" | awk -v name="$1" -v all="$((megabytes * files))" \
        '{ printf "%-22s %8.0f %8.0f %6.2f %9.0f %8.0f %6.2f %8s %8s\n", name, all / $1, all / $2, $1 / $2, all / $3, all / $4, $3 / $4, $5, $6 }'
}

# OTHER: MB/s of each and how many times as fast Postrun is, by wall time and by processor time; peak memory of each.
speed_head() {
    printf '%-22s %8s %8s %6s %9s %8s %6s %8s %8s\n' "" "MB/s" "" "" "MB/cpu-s" "" "" "MiB" ""
    printf '%-22s %8s %8s %6s %9s %8s %6s %8s %8s\n' "" "$1" postrun times "$1" postrun times "$1" postrun
}

peak() { sort -n -k 2,2 "$1" | tail -1 | awk '{ printf "%.0f", $2 / 1024 }'; }
