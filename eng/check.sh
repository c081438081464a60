#!/usr/bin/env bash
# Looks for secrets in the files and in their history, for packages with known weaknesses, and for licences we can't pass on.
# Ends with 0 if all is well, with 1 if something was found, with 3 if something could not be looked at.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

work=$(mktemp -d "${TMPDIR:-/tmp}/soundfoundry-check-XXXXXX")
trap 'rm -rf "$work"' EXIT
found=() unseen=()

# As files: secretlint reads nothing else. Those git ignores can't be committed.
secrets() {
  (cd eng/check && npm ci --no-audit --no-fund --loglevel=error >/dev/null) || return 3
  mkdir -p "$work/files" "$work/history"
  git ls-files -z --cached --others --exclude-standard --deduplicate | tar --null --files-from - --ignore-failed-read -cf - 2>/dev/null |
    tar -xf - -C "$work/files" || return 3
  git rev-list --objects HEAD | git cat-file --batch-check='%(objecttype) %(objectname) %(rest)' | while read -r type id path; do
    if [ "$type" = blob ]; then git cat-file blob "$id" >"$work/history/$id-${path##*/}" || return 3; fi
  done || return 3
  echo "$(find "$work/files" -type f | wc -l) files, $(find "$work/history" -type f | wc -l) contents of the history"
  local tool=$PWD/eng/check code=0
  (cd "$work" && "$tool/node_modules/.bin/secretlint" --secretlintrc "$tool/.secretlintrc.json" '**/*') || code=$?
  [ $code -le 1 ] || return 3
  return $code
}

# A feed without a list of weaknesses reports none, so it is first asked about a package known to have one.
weaknesses() {
  mkdir "$work/known"
  cat >"$work/known/known.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup>
</Project>
PROJECT
  listed "$work/known/known.csproj" | grep -q '"advisoryurl"' || {
    echo 'The package feed has no list of known weaknesses, or does not answer.' >&2
    return 3
  }
  dotnet restore SoundFoundry.sln --verbosity quiet || return 3
  listed SoundFoundry.sln >"$work/weak.json" || return 3
  ! grep -E '"(id|resolvedVersion|severity|advisoryurl)"' "$work/weak.json"
}
listed() { dotnet restore "$1" --verbosity quiet >/dev/null 2>&1 && dotnet list "$1" package --vulnerable --include-transitive --format json; }

licences() {
  dotnet restore SoundFoundry.sln --verbosity quiet || return 3
  node eng/check/licences.mjs . || return
  UseAspire=true dotnet restore SoundFoundry.AppHost --verbosity quiet >/dev/null 2>&1 || {
    echo "Aspire's own packages can't be restored here; their licences were not read." >&2
    return 3
  }
  UseAspire=true dotnet restore SoundFoundry.sln --verbosity quiet && node eng/check/licences.mjs .
}

check() {
  echo "== $1"
  local code=0
  "$1" || code=$?
  case $code in 0) ;; 3) unseen+=("$1") ;; *) found+=("$1") ;; esac
}

check secrets
check weaknesses
check licences

[ ${#unseen[@]} -eq 0 ] || echo "Not looked at in full: ${unseen[*]}" >&2
if [ ${#found[@]} -gt 0 ]; then echo "Something was found: ${found[*]}" >&2; exit 1; fi
[ ${#unseen[@]} -eq 0 ] || exit 3
echo 'All is well.'
