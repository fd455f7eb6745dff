#!/usr/bin/env bash
# Builds everything and runs every test project under tests/, one after the other. Any failure makes it exit with 1.
# usage: eng/test.sh [NAME...]    only the test projects whose names contain one of these
#   POSTRUN_BIN           an executable to test instead of a freshly published one
#   TEST_LIMIT            seconds that one test project may take (default 720)
#   TEST_RESULTS          where logs and reports go (default TestResults/)
set -uo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
limit=${TEST_LIMIT:-720}
mkdir -p "${TEST_RESULTS:-TestResults}"
results=$(cd "${TEST_RESULTS:-TestResults}" && pwd)
passed=0 failed=0 skipped=0
lines=()

# NAME COMMAND...: a check that is not a test project counts as one test.
check() {
    local name=$1 log started=$SECONDS
    shift
    log=$results/$(tr -c 'A-Za-z0-9.\n-' '_' <<<"$name").log
    if "$@" >"$log" 2>&1 </dev/null; then
        passed=$((passed + 1))
        report "$name" "ok" $((SECONDS - started))
    else
        failed=$((failed + 1))
        tail -n 60 "$log"
        report "$name" "FAILED" $((SECONDS - started))
        return 1
    fi
}

report() {
    lines+=("$(printf '%-34s %-40s %4d s' "$1" "$2" "$3")")
    echo "${lines[-1]}"
}

finish() {
    echo
    printf '%s\n' "${lines[@]}"
    echo
    if [ "$skipped" -gt 0 ]; then
        echo "$passed passed, $failed failed, $skipped skipped"
    else
        echo "$passed passed, $failed failed"
    fi
    [ "$failed" -eq 0 ]
    exit
}

shell_scripts() {
    local file
    while IFS= read -r file; do
        case $(head -n 1 "$file") in
        '#!/bin/sh'*) sh -n "$file" ;;
        # One without a first line of this kind is sourced.
        *) bash -n "$file" ;;
        esac || { echo "$file"; return 1; }
    done < <(find eng samples bench deploy .ci \( -name '*.sh' -o -path '.ci/run' \) -type f 2>/dev/null)
}

no_stubs() {
    ! grep -rnE '\b(TODO|FIXME|HACK|NotImplementedException)\b' src --include='*.cs' --exclude-dir=obj --exclude-dir=bin
}

build() {
    dotnet restore Postrun.slnx --locked-mode || return
    dotnet build Postrun.slnx -c Release --no-restore -v minimal -tl:off || return
    # Test projects are found by their place: one that the solution forgets is built and run all the same.
    local project
    for project in "${projects[@]}"; do
        grep -qF "${project}" Postrun.slnx || dotnet build "$project" -c Release -v minimal -tl:off || return
    done
}

# LOG FIELD: a number of the summary that a test project ends with. The last one: a test may print the like.
counter() { grep -a -E "^ +$2: [0-9]+\$" "$1" | tail -n 1 | grep -oE '[0-9]+'; }

run_project() {
    local project=$1 name log executable status=0 started=$SECONDS total good unrun bad
    name=$(basename "$project" .csproj)
    log=$results/$name.log
    executable=$(dirname "$project")/bin/Release/net10.0/$name
    timeout --kill-after=20 "$limit" "$executable" --no-ansi --progress off --results-directory "$results" >"$log" 2>&1 </dev/null || status=$?
    total=$(counter "$log" total) || total=
    if [ -z "$total" ]; then
        failed=$((failed + 1))
        tail -n 60 "$log"
        if [ $status -eq 124 ] || [ $status -eq 137 ]; then
            report "$name" "FAILED: not done after $limit s" $((SECONDS - started))
        else
            report "$name" "FAILED: no summary, exit code $status" $((SECONDS - started))
        fi
        return
    fi
    good=$(counter "$log" succeeded)
    unrun=$(counter "$log" skipped)
    bad=$((total - good - unrun))
    # The report says that all is well and the process does not: it died afterwards, or found no test at all.
    if [ "$bad" -eq 0 ] && { [ $status -ne 0 ] || [ "$total" -eq 0 ]; }; then
        bad=1
        echo "$name: exit code $status with $total tests"
    fi
    [ "$bad" -eq 0 ] || grep -vE '^(  at |    at System\.|   at System\.)' "$log" | tail -n 120
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + unrun))
    report "$name" "$good passed, $bad failed, $unrun skipped" $((SECONDS - started))
    # What a test counts, and a reader of the summary wants to know.
    while IFS= read -r figure; do
        lines+=("    ${figure#figure: }")
        echo "${lines[-1]}"
    done < <(grep -a '^figure: ' "$log")
}

projects=()
for project in tests/*.Tests/*.csproj; do
    wanted=$([ $# -eq 0 ] && echo yes || echo no)
    for name in "$@"; do
        case $project in *"$name"*) wanted=yes ;; esac
    done
    [ $wanted = no ] || projects+=("$project")
done
[ ${#projects[@]} -gt 0 ] || { echo "no test project is named like that" >&2; exit 2; }

check "setup" eng/setup.sh --tests || finish
PATH=$PATH:/usr/sbin:/sbin
check "shell scripts" shell_scripts
check "no stubs" no_stubs
check "build" build || finish
check "format" dotnet format whitespace . --folder --verify-no-changes --include src tests
if [ -z "${POSTRUN_BIN:-}" ]; then
    check "publish" eng/publish.sh || finish
    POSTRUN_BIN=$PWD/out/postrun
fi
export POSTRUN_BIN
[ $# -gt 0 ] || check "demo" eng/demo.sh "$results/demo-$$"
rm -rf "$results/demo-$$"
for project in "${projects[@]}"; do
    run_project "$project"
done
finish
