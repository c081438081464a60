#!/usr/bin/env bash
# Builds everything and runs every test: ./test.sh [options of the test runner, such as --filter-class '*AudioKeyTests']
# The tests start servers of their own on free ports and end them; servers that run already are not touched.
set -euo pipefail
cd "$(dirname "$0")"

eng/install.sh test

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
# What this shell has set for a real installation must not leak into the tests: no key is ever billed, no database written.
unset MUSIC_PROVIDER FAL_KEY REPLICATE_API_TOKEN CORS_ORIGINS PUBLIC_URL DATABASE_URL REDIS_URL ENVIRONMENT DEBUG \
  S3_ENDPOINT S3_PUBLIC_ENDPOINT S3_ACCESS_KEY S3_SECRET_KEY S3_BUCKET S3_REGION \
  ASPNETCORE_URLS ASPNETCORE_ENVIRONMENT DOTNET_ENVIRONMENT OTEL_EXPORTER_OTLP_ENDPOINT
for name in $(compgen -e | grep -E '^(ConnectionStrings|Storage|Providers|Auth|Accounts|OpenIdConnect|Mail|Limits|Credits|Audit|Api|Web|Worker|Sweeping|Remote|Breakers|Dispatch|Models|Walls|Webhooks|Simulator)__' || true); do unset "$name"; done

dotnet build SoundFoundry.sln --verbosity quiet

results=$(mktemp -d "${TMPDIR:-/tmp}/soundfoundry-results-XXXXXX")
trap 'rm -rf "$results"' EXIT

code=0
dotnet run --no-build --project SoundFoundry.Tests -- \
  --results-directory "$results" --report-xunit --report-xunit-filename results.xml --timeout 60m "$@" || code=$?

touch "$results/results.xml" # not there when the test program crashed
count() { sed -n "s/.*<assembly [^>]*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" "$results/results.xml" | head -n 1; }
passed=$(count passed) failed=$(count failed) skipped=$(count skipped) errors=$(count errors)

if [ -z "$passed" ]; then
  echo "The test program ended with code $code before it could report." >&2
  passed=0 failed=1
elif [ $((passed + failed)) -eq 0 ]; then
  echo 'No test ran.' >&2
  code=1
fi
failed=$((failed + ${errors:-0}))
[ "$failed" -eq 0 ] || [ "$code" -ne 0 ] || code=1

# Once more at the end, where a long log is read first.
tr '\n' ' ' <"$results/results.xml" | sed $'s/<test /\\\n<test /g' | grep '^<test [^>]* result="Fail"' |
  sed -e 's/^.* name="\([^"]*\)" result="Fail".*<message>\(<!\[CDATA\[\)*\(.\{0,400\}\).*$/Failed: \1: \3/' -e 's/\]\]>.*//' |
  cut -c 1-600 | head -n 100 || true

summary="$passed passed, $failed failed"
[ "${skipped:-0}" -eq 0 ] || summary="$summary, $skipped skipped"
echo "$summary"
exit "$code"
