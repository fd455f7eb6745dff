#!/usr/bin/env bash
# Publishes the native executable to out/postrun for the architecture of this machine.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
fail() { echo "publish: $1" >&2; exit 1; }

# The SDK takes the runtime of this machine. Named on the command line it would hold for the libraries too, whose lock
# files name both runtimes, and the locked restore would fail.
case $(uname -m) in
x86_64 | aarch64) ;;
*) fail "there is no lock file for $(uname -m); x86_64 and aarch64 have one" ;;
esac

mkdir -p out
staging=$(mktemp -d out/.publish-XXXXXX)
trap 'rm -rf "$staging"' EXIT
log=$staging.log
trap 'rm -rf "$staging" "$log"' EXIT
if ! dotnet publish src/Postrun.Cli/Postrun.Cli.csproj -c Release -o "$staging" --nologo -v minimal -tl:off \
    -p:RestoreLockedMode=true </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    fail "dotnet publish failed; its output is above"
fi
# Warnings are errors in our own code; those of the trimmer and the native compiler may come from a library.
if grep -E 'warning (IL[0-9]{4}|NETSDK[0-9]+|LNK)|(warning|error) AOT' "$log" >&2; then
    fail "the trimmer or the native compiler warns; see above"
fi
[ -x "$staging/postrun" ] || fail "there is no executable in the output"
mv -f "$staging/postrun" out/postrun
# Whatever an earlier publish left beside it; only the executable stays.
find out -maxdepth 1 -type f \( -name '*.pdb' -o -name '*.dbg' -o -name '*.xml' -o -name '*.json' \) -delete
echo "out/postrun: $(out/postrun --version), $(($(stat -c %s out/postrun) / 1024 / 1024)) MiB"
