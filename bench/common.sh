# Sourced by the benchmarks: the machine, the media, the measurements.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
postrun=${POSTRUN:-$here/../out/postrun}
files=${FILES:-200000}
directories=${DIRECTORIES:-2000}
bytes=${BYTES:-1024}
rounds=${ROUNDS:-3}
wanted=${MEDIA:-own ext4-loop tmpfs}
# A file takes whole pages or blocks, and an inode beside them.
size=$((files * (bytes + 8192) / 1048576 + 1024))M
subject="tree: $files files of $bytes bytes in $directories directories"

[ -x "$postrun" ] || { echo "$postrun is not there: publish it first, or set POSTRUN" >&2; exit 2; }

base=$(mktemp -d "${BENCH_DIR:-$here/../out}/bench.XXXXXX")
mounted=()
leave() {
    local at
    for at in ${mounted[@]+"${mounted[@]}"}; do umount "$at" || true; done
    rm -rf --one-file-system -- "$base"
}
trap leave EXIT

machine() {
    uname -srm
    lscpu | sed -n 's/^Model name: */cpu: /p'
    echo "cores: $(nproc)"
    echo "postrun: $("$postrun" --version)"
    echo "$subject, $rounds rounds, medians"
}

# Prints "NAME DIRECTORY" for each medium that can be had here. Not in a subshell: it notes what is to be unmounted.
media() {
    local medium
    for medium in $wanted; do
        mkdir "$base/$medium"
        case $medium in
        own) echo "own-$(findmnt -n -o FSTYPE -T "$base/own") $base/own" ;;
        ext4-loop) loop_ext4 && echo "$medium $base/$medium" || echo "no loop device here, or not root" >&2 ;;
        tmpfs) own_tmpfs && echo "$medium $base/$medium" || echo "no tmpfs may be mounted here" >&2 ;;
        *) echo "MEDIA: own, ext4-loop and tmpfs, not $medium" >&2; exit 2 ;;
        esac
    done
}

loop_ext4() {
    truncate -s "$size" "$base/loop.img"
    mkfs.ext4 -q -F -N $((files + directories + 10000)) -J size=64 "$base/loop.img" && mount -o loop "$base/loop.img" "$base/ext4-loop" || return
    mounted+=("$base/ext4-loop")
}

own_tmpfs() {
    mount -t tmpfs -o size="$size",nr_inodes=0 tmpfs "$base/tmpfs" || return
    mounted+=("$base/tmpfs")
}

# DIRECTORY: a fresh tree in DIRECTORY/work, and a descriptor beside it that keeps one file.
prepare() {
    rm -rf -- "${1:?}/work" "$1/evidence"
    perl "$here/tree.pl" "$1/work" "$files" "$directories" "$bytes"
    mkdir "$1/work/reports"
    echo '{}' >"$1/work/reports/metrics.json"
    cat >"$1/postrun.yaml" <<YAML
apiVersion: postrun.dev/v1
run: { id: bench, outcome: passed }
workspace: { roots: [./work], evidence: ["/reports/**"], unmatched: transient }
caches: none
retention: { evidence: { code: RET-90 }, intermediate: { code: RET-7, treatment: keep }, transient: { code: RET-0 } }
confirmation: ${CONFIRMATION:-listed}
evidence: { directory: ./evidence }
signing: { key: { file: ./postrun.key } }
YAML
    [ -e "$1/postrun.key" ] || "$postrun" keygen --out "$1/postrun.key" --no-passphrase >/dev/null
    sync
}

# LABEL FILE COMMAND...: appends "seconds KiB seconds-of-processor" to FILE; a command that fails ends the benchmark. What may be an exit code of one
# that does not fail, too, stands in `accepted`.
measured() {
    local label=$1 file=$2 line
    shift 2
    line=$(perl "$here/measure.pl" "$@") || [ $? -eq "${accepted:-0}" ] || { echo "$label failed: $*" >&2; exit 1; }
    echo "$line" >>"$file"
    echo "  $label: $line" >&2
}

# FILE COLUMN: the median.
median() { sort -n -k "$2,$2" "$1" | awk -v c="$2" '{ v[NR] = $c } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# MEDIUM OURS THEIRS: one line of the table.
row() {
    local ours theirs peak
    ours=$(median "$2" 1) theirs=$(median "$3" 1) peak=$(sort -n -k 2,2 "$2" | tail -1 | awk '{ print int($2 / 1024) }')
    printf '%-14s %12s %12s %8s %14s\n' "$1" "$theirs" "$ours" "$(awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "%.2f", a / b }')" "$peak"
}
