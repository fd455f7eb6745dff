#!/bin/sh
# Writes the remains of a small training run under DIR, and DIR/postrun.yaml that describes them.
# Needs nothing but a POSIX shell and coreutils; writes less than 30 MiB.
set -eu

[ $# -eq 1 ] || { echo "usage: $0 DIR" >&2; exit 2; }
mkdir -p -- "$1"
dir=$(cd -- "$1" && pwd)
[ -z "$(ls -A -- "$dir")" ] || { echo "$0: $dir is not empty: name a new directory" >&2; exit 2; }
umask 022
work=$dir/work
cache=$dir/home/.cache

random() { head -c "$1" /dev/urandom; }

# Safetensors: the length of the header (8 bytes, little endian), the header, the tensor.
# https://huggingface.co/docs/safetensors/index#format
safetensors() {
    header='{"weight":{"dtype":"F32","shape":[524288],"data_offsets":[0,2097152]}}'
    while [ $((${#header} % 8)) -ne 0 ]; do header="$header "; done
    {
        # shellcheck disable=SC2059 # the octal escape is the format
        printf "\\$(printf '%03o' ${#header})"
        printf '\000\000\000\000\000\000\000%s' "$header"
        random 2097152
    } >"$1"
}

mkdir -p "$work/package" "$work/reports/eval" "$work/checkpoints/step-100" "$work/checkpoints/step-200" \
    "$work/samples" "$work/previews" "$work/tmp/merge" "$work/logs" "$work/data/merged" "$work/src/__pycache__" \
    "$work/scratch"

# What passed the gates and stays.
safetensors "$work/package/model.safetensors"
printf '{"model_type":"demo","hidden_size":512}\n' >"$work/package/config.json"
(cd "$work/package" && sha256sum config.json model.safetensors >SHA256SUMS)
cat >"$work/model_card.md" <<'CARD'
# demo

A sample model. Trained on nothing, good for nothing.
CARD
printf '{"accuracy":0.91,"loss":0.27,"epochs":3}\n' >"$work/reports/metrics.json"
printf '{"gate":"eval","outcome":"passed","score":0.91}\n' >"$work/reports/eval/quality.json"
printf '{"gate":"security","outcome":"passed","findings":0}\n' >"$work/reports/eval/adversarial.json"
cat >"$work/reports/sbom.cdx.json" <<'SBOM'
{
  "bomFormat": "CycloneDX",
  "specVersion": "1.6",
  "version": 1,
  "components": [{ "type": "library", "name": "torch", "version": "2.9.0", "purl": "pkg:pypi/torch@2.9.0" }]
}
SBOM

# Intermediates: for a while.
safetensors "$work/checkpoints/step-100/model.safetensors"
safetensors "$work/checkpoints/step-200/model.safetensors"
random 262144 >"$work/checkpoints/step-200/optimizer.bin"
printf 'prompt: hello\nanswer: hello, world\n' >"$work/samples/0001.txt"

# Transients: now.
{
    step=0
    while [ $step -lt 500 ]; do
        step=$((step + 1))
        echo "2026-01-31T11:00:00Z INFO step=$step loss=0.$((1000 - step))"
    done
} >"$work/logs/train.log"
echo 'RuntimeWarning: a warning' >"$work/logs/rank0.err"
printf '%s' iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg== |
    base64 -d >"$work/previews/epoch-1.png"
{
    line=0
    while [ $line -lt 200 ]; do
        line=$((line + 1))
        echo "{\"id\":$line,\"text\":\"merged sample $line\"}"
    done
} >"$work/data/merged/train.jsonl"
random 524288 >"$work/tmp/merge/part-0000.parquet"
printf 'def train():\n    return 1\n' >"$work/src/train.py"
{ printf '\247\r\r\n'; random 512; } >"$work/src/__pycache__/train.cpython-312.pyc"
{ printf '\177ELF\002\001\001'; random 262144; } >"$work/core.4711"

# What a careless script stumbles over.
mkfifo "$work/tmp/progress.fifo"
truncate -s 16M "$work/scratch/sparse.img"
printf 'end' >>"$work/scratch/sparse.img"
random 65536 >"$work/tmp/shard-a.bin"
ln "$work/tmp/shard-a.bin" "$work/tmp/shard-b.bin"
echo newline >"$work/tmp/two
lines.txt"
echo invalid >"$work/tmp/$(printf 'not-utf8-\377.txt')"
ln -s ../reports/metrics.json "$work/tmp/latest-metrics.json"
ln -s /etc/hostname "$work/tmp/outside"

# The hub cache of Hugging Face: blobs by hash, snapshots that link to them, the commit that a branch stands at.
# https://huggingface.co/docs/huggingface_hub/guides/manage-cache
hub=$cache/huggingface/hub
repository=$hub/models--x--y
commit=0123456789abcdef0123456789abcdef01234567
mkdir -p "$repository/blobs" "$repository/refs" "$repository/snapshots/$commit" "$hub/.locks/models--x--y"
printf '%s' "$commit" >"$repository/refs/main"
blob() { # NAME: takes the content from the standard input
    cat >"$repository/blobs/new"
    hash=$(sha256sum "$repository/blobs/new" | cut -d' ' -f1)
    mv "$repository/blobs/new" "$repository/blobs/$hash"
    ln -s "../../blobs/$hash" "$repository/snapshots/$commit/$1"
    : >"$hub/.locks/models--x--y/$hash.lock"
}
printf '{"model_type":"y"}\n' | blob config.json
random 1048576 | blob model.safetensors
# A credential beside the cache: not part of it, and not removed with it.
echo this-is-not-a-token >"$cache/huggingface/token"
chmod 600 "$cache/huggingface/token"

# The cache of pip: one file a response, its body beside it, in directories by the first five letters of the hash.
for url in simple/torch simple/numpy packages/torch.whl; do
    hash=$(printf '%s' "https://pypi.org/$url" | sha224sum | cut -d' ' -f1)
    fan=$(printf '%s' "$hash" | cut -c1-5 | fold -w1 | tr '\n' /)
    mkdir -p "$cache/pip/http-v2/$fan"
    random 4096 >"$cache/pip/http-v2/$fan$hash"
    random 131072 >"$cache/pip/http-v2/$fan$hash.body"
done
mkdir -p "$cache/pip/selfcheck"
printf '{"key":"/usr","last_check":"2026-01-31T00:00:00+00:00","pypi_version":"25.3"}' \
    >"$cache/pip/selfcheck/$(printf '%s' /usr | sha224sum | cut -d' ' -f1)"

# The hub cache of PyTorch.
mkdir -p "$cache/torch/hub/checkpoints"
{ printf 'PK\003\004'; random 1048576; } >"$cache/torch/hub/checkpoints/resnet18-f37072fd.pth"

cat >"$dir/postrun.yaml" <<'YAML'
apiVersion: postrun.dev/v1
run:
  id: "${RUN_ID:-demo}"
  name: demo
  owner: ml-platform
  outcome: passed
workspace:
  roots: [./work]
  package: ./work/package
  evidence: ["/reports/**", "model_card.md"]
  intermediate: ["/checkpoints/", "/samples/"]
  transient: ["/tmp/", "/scratch/", "/previews/", "core.*"]
  unmatched: transient
caches: auto
retention:
  evidence: { code: RET-90, legalBasis: "internal audit policy", responsible: ml-platform }
  intermediate: { code: RET-7, treatment: keep }
  transient: { code: RET-0 }
confirmation: listed
evidence: { directory: ./postrun }
signing: { key: { file: ./postrun.key }, passphrase: { env: POSTRUN_KEY_PASSPHRASE } }
YAML

echo "$dir"
