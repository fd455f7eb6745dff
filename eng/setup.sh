#!/usr/bin/env bash
# Installs what a fresh Debian or Ubuntu with the .NET 10 SDK lacks to build Postrun. Installs nothing that is there.
# usage: eng/setup.sh [--tests]    --tests: also what the tests need
set -euo pipefail

tests=false
for argument in "$@"; do
    case $argument in
    --tests) tests=true ;;
    *) echo "usage: $0 [--tests]" >&2; exit 2 ;;
    esac
done

fail() { echo "setup: $1" >&2; exit 1; }
# mkfs and chattr live where only root's PATH leads.
PATH=$PATH:/usr/sbin:/sbin
has() { command -v "$1" >/dev/null 2>&1; }

[ "$(uname -s)" = Linux ] || fail "Postrun runs on Linux only"
has dotnet || fail "the .NET 10 SDK is missing; https://learn.microsoft.com/dotnet/core/install/linux-debian tells how to install it"
dotnet --version >/dev/null 2>&1 || fail "no SDK fits global.json: $(dotnet --version 2>&1 | head -n 1)"

missing=()
need() { # PACKAGE COMMAND...: the package is missing where one of the commands is
    local package=$1 command
    shift
    for command in "$@"; do
        has "$command" || { missing+=("$package"); return; }
    done
}

# Native AOT links with clang, or with gcc where there is no clang.
has clang || has gcc || missing+=(clang)
# zlib's header stands for zlib1g-dev; gcc alone does not bring the C library's.
[ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
[ -e /usr/include/stdio.h ] || missing+=(libc6-dev)

if $tests; then
    need strace strace
    need e2fsprogs mkfs.ext4 chattr
    need xfsprogs mkfs.xfs
    need util-linux losetup flock setpriv
    need mount mount umount
    need perl perl
    need openssl openssl
    need nodejs node
    need npm npm
fi

[ ${#missing[@]} -gt 0 ] || exit 0
has apt-get || fail "missing: ${missing[*]} (names of Debian); install them with the package manager of this system"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    has sudo || fail "missing: ${missing[*]}; run as root: apt-get install ${missing[*]}"
    as_root=(sudo)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "setup: installing ${missing[*]}" >&2
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@" </dev/null >"$log" 2>&1; }
# Package lists may be absent from an image, or older than the mirror: update where the first try fails.
install() { apt install -y --no-install-recommends "${missing[@]}"; }
install || { apt update && install; } || {
    tail -n 20 "$log" >&2
    fail "apt-get could not install ${missing[*]}; its last lines are above"
}
