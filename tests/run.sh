#!/usr/bin/env bash
# Everything that must hold before a change goes in: format, build, tests of the scripts, on SQLite and on PostgreSQL, soaks, journeys
# in a real browser. Needs the .NET 10 SDK and Node 20.19; installs Chromium and PostgreSQL where apt-get is there. The last line sums
# up all runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

logs="$(mktemp -d)"
trap 'rm -rf "$logs"' EXIT
if [ -z "${HOME:-}" ] || ! mkdir -p "$HOME" 2>/dev/null || [ ! -w "$HOME" ]; then
  export HOME="$logs/home"
  mkdir "$HOME"
fi
# A locale that every machine has. And no proxy between the tests and their own servers.
export LC_ALL=C.UTF-8 LANG=C.UTF-8
export NO_PROXY="127.0.0.1,localhost${NO_PROXY:+,$NO_PROXY}" no_proxy="127.0.0.1,localhost${no_proxy:+,$no_proxy}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
export DOTNET_GENERATE_ASPNET_CERTIFICATE=false MSBUILDDISABLENODEREUSE=1
export npm_config_update_notifier=false
unset LEADCAPTURE_TEST_DATABASE

passed=0
failed=0

step() { printf '\n== %s\n' "$*"; }

fails() {
  failed=$((failed + 1))
  printf '** %s\n' "$*" | tee -a "$logs/failures"
}

finish() {
  [ ! -s "$logs/failures" ] || { printf '\n== What failed\n'; cat "$logs/failures"; }
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] || exit 1
  exit 0
}

has_chromium() { [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; }
has_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_missing() {
  local missing=()
  has_chromium || missing+=(chromium fonts-liberation)
  has_postgresql || missing+=(postgresql)
  if [ "${#missing[@]}" -eq 0 ]; then
    echo "Chromium and PostgreSQL are there."
  elif ! command -v apt-get >/dev/null; then
    echo "There is no apt-get here. Install these yourself: ${missing[*]}"
  elif [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
    echo "Installing takes root or sudo. Run this first: sudo apt-get install ${missing[*]}"
  else
    as_root apt-get -q -o DPkg::Lock::Timeout=300 update &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends "${missing[@]}" >"$logs/apt" 2>&1 || tail -n 20 "$logs/apt"
  fi
}

# What the test platform counted; a run that found no test or ended badly without a failed test counts as one failure.
count() {
  local title="$1" status="$2" log="$3" total succeeded unsuccessful
  total="$(sed -n 's/^ *total: *\([0-9]*\).*/\1/p' "$log" | tail -n 1)"
  succeeded="$(sed -n 's/^ *succeeded: *\([0-9]*\).*/\1/p' "$log" | tail -n 1)"
  unsuccessful="$(sed -n 's/^ *failed: *\([0-9]*\).*/\1/p' "$log" | tail -n 1)"
  # The log of the programs under test is long: what failed is said again at the end.
  { grep -A 8 '^failed ' "$log" || true; } | sed "s/^failed /$title: /" >>"$logs/failures"
  passed=$((passed + ${succeeded:-0}))
  failed=$((failed + ${unsuccessful:-0}))
  if [ "${total:-0}" -eq 0 ]; then
    fails "$title: no test ran."
  elif [ "$status" -ne 0 ] && [ "${unsuccessful:-0}" -eq 0 ]; then
    fails "$title: the run ended with code $status."
  fi
}

# A third word is the language of the server that the tests run as on.
suite() {
  local title="$1" project="$2" locale="${3:-$LC_ALL}" log="$logs/suite" status=0
  step "$title"
  timeout --kill-after=30 30m env LC_ALL="$locale" dotnet test --project "$project" --no-build --no-ansi --no-progress 2>&1 | tee "$log" || status=$?
  count "$title" "$status" "$log"
}

# Node's test runner counts in other words.
scripts() {
  local title="Tests of the scripts" log="$logs/scripts" status=0
  step "$title"
  npm --prefix wwwroot-assets --silent test -- --test-reporter=tap 2>&1 | tee "$log" || status=$?
  sed -i 's/^# tests /total: /; s/^# pass /succeeded: /; s/^# fail /failed: /; s/^not ok [0-9]* - /failed /' "$log"
  count "$title" "$status" "$log"
}

# The ledger of a minute of faults: the program itself says whether a lead was lost or doubled.
soak() {
  local title="$1"
  shift
  proof "$title" soak --seconds 60 "$@"
}

# A program of the benchmarks that fails where its promise does not hold.
proof() {
  local title="$1" log="$logs/proof" status=0
  shift
  step "$title"
  timeout --kill-after=30 9m dotnet run --no-build -c Release --project tests/LeadCapture.Benchmarks -- "$@" --app "$logs/app" 2>&1 | tee "$log" || status=$?
  if [ "$status" -eq 0 ]; then
    passed=$((passed + 1))
  else
    fails "$title: ended with code $status."
    cat "$log" >>"$logs/failures"
  fi
}

step "Tools"
command -v dotnet >/dev/null || { fails "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download"; finish; }
command -v npm >/dev/null || { fails "Node.js 20.19 or newer with npm is missing: https://nodejs.org"; finish; }
# PostgreSQL brings ICU, which .NET needs for languages and letters.
install_missing
dotnet --version >/dev/null || { fails "This .NET SDK does not start, or does not fit global.json."; finish; }

step "Packages"
dotnet restore LeadCapture.sln || { fails "The packages could not be restored."; finish; }
dotnet build src/LeadCapture --no-restore -t:RestoreAssets || { fails "The packages of npm could not be installed."; finish; }

step "Format"
dotnet format LeadCapture.sln --verify-no-changes --no-restore || fails "Format: run dotnet format."
long_lines="$(find src -name '*.cs' -not -path '*/Migrations/*' -not -path '*/obj/*' -exec awk 'length > 150 { print FILENAME ": " FNR }' {} +)"
[ -z "$long_lines" ] || fails "Format: lines of more than 150 characters: $long_lines"
npm --prefix wwwroot-assets --silent run check || fails "Format: run npm run format in wwwroot-assets, and mend what eslint says."

step "Build"
dotnet build LeadCapture.sln --no-restore -warnaserror || { fails "Build: it does not build without warnings."; finish; }

scripts

suite "Tests on SQLite, on a Turkish server" tests/LeadCapture.Tests tr_TR.UTF-8

if has_postgresql; then
  export LEADCAPTURE_TEST_DATABASE=postgres
  suite "Tests on PostgreSQL, on a German server" tests/LeadCapture.Tests de_DE.UTF-8
  unset LEADCAPTURE_TEST_DATABASE
else
  fails "Tests on PostgreSQL: initdb is not there, so they did not run."
fi

step "Publish"
dotnet publish src/LeadCapture -c Release -o "$logs/app" -warnaserror || { fails "Publish: the program cannot be published."; finish; }
dotnet build tests/LeadCapture.Benchmarks -c Release -warnaserror || { fails "Publish: the benchmarks do not build."; finish; }

soak "Never lost, never twice, on SQLite" --store sqlite
soak "Never lost, never twice, with a clock that jumps" --store sqlite --clock true
if has_postgresql; then
  soak "Never lost, never twice, on PostgreSQL" --store postgres
fi

if has_chromium; then
  proof "Never lost, never twice, on a tablet" booth --runs 12
  suite "Journeys in Chromium" tests/LeadCapture.BrowserTests
else
  fails "Journeys in Chromium: it is not there, so they did not run."
fi

finish
