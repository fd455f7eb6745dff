#!/usr/bin/env bash
# Shows one clean-up from beginning to end: the remains of a small training run, a plan, the clean-up, the evidence.
# Everything happens in a new directory; nothing else on this machine is changed but for out/ and the caches of .NET.
# usage: eng/demo.sh [DIR]    DIR must not exist, or be empty; default: a new directory in /tmp
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)

postrun=${POSTRUN_BIN:-$repository/out/postrun}
if [ -z "${POSTRUN_BIN:-}" ]; then
    newer=$(find "$repository/src" -newer "$postrun" -name '*.cs' -not -path '*/obj/*' -print -quit 2>/dev/null || true)
    if [ ! -x "$postrun" ] || [ -n "$newer" ]; then
        "$repository/eng/setup.sh"
        echo "publishing the native executable, once; this takes a minute or two" >&2
        "$repository/eng/publish.sh" >&2
    fi
fi

demo=${1:-$(mktemp -d "${TMPDIR:-/tmp}/postrun-demo-XXXXXX")}
sh "$repository/samples/make-workspace.sh" "$demo" >/dev/null
cd "$demo"
# The caches of the sample are those of its own home directory. Variables that move caches would lead to yours.
for variable in $(env -0 | cut -z -d= -f1 | tr '\0' '\n' | grep -E '^[A-Za-z_][A-Za-z0-9_]*$'); do
    case $variable in
    XDG_* | *CACHE* | HF_* | TORCH* | TRITON* | CONDA* | MAMBA* | KERAS* | NLTK* | WANDB* | VLLM* | CUDA_* | JAX_* | XLA_* | \
        NUMBA* | DVC_* | RAY_* | DASK_* | SPARK_* | JUPYTER* | MPL* | TFHUB* | CONAN* | SENTENCE_* | PYTORCH_* | RUN_ID) unset "$variable" ;;
    esac
done
export HOME=$demo/home TMPDIR=$demo/tmp
mkdir -p "$TMPDIR"
POSTRUN_KEY_PASSPHRASE=$(head -c 24 /dev/urandom | base64)
export POSTRUN_KEY_PASSPHRASE

step() { printf '\n$ postrun %s\n' "$*"; "$postrun" "$@"; }
step keygen --out postrun.key
step plan
step cleanup --yes
step verify postrun --key postrun.pub
# The page goes beside the evidence: what an evidence directory holds is Postrun's alone.
step report postrun --html report.html --quiet

cat <<END

What is left of the run:
$(find work home -type f | LC_ALL=C sort | sed 's/^/  /')

Evidence: $demo/postrun
Page:     $demo/report.html
Away with all of it: rm -rf $demo
END
