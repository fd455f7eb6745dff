#!/usr/bin/env bash
# Decisions of the built-in policy, evaluated in Rego, against the same decisions written in the program; native, on one core.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=$(mktemp -d)
trap 'rm -rf -- "$out"' EXIT
dotnet publish "$here/policy" -c Release -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -o "$out" -v q -tl:off
uname -srm
lscpu | sed -n 's/^Model name: */cpu: /p'
taskset -c 0 "$out/policy"
