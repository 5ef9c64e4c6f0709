#!/usr/bin/env bash
# Everything that a change must pass, from any folder: build, format, tests on both databases.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; shift; "$@"; }

step "Build" dotnet build LeadCapture.sln
step "Format" dotnet format LeadCapture.sln --verify-no-changes --no-restore
step "Tests on SQLite" env LEADCAPTURE_TEST_DATABASE=sqlite dotnet test --project tests/LeadCapture.Tests --no-build
if compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; then
  step "Tests on PostgreSQL" env LEADCAPTURE_TEST_DATABASE=postgres dotnet test --project tests/LeadCapture.Tests --no-build
else
  printf '\n== Tests on PostgreSQL: left out, because no PostgreSQL is installed here\n'
fi
