#!/usr/bin/env bash
# Runs SoundFoundry on this machine: installs what is missing, builds, starts everything, prints the address.
# Options are passed on, such as --workers 2, --api-port 8001, --web-port 3001, --data <folder>, --auth accounts.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1

[ "${1:-}" != -- ] || shift
eng/install.sh build

# The rule that chooses the engine is in Directory.Build.props; -p:UseAspire or the variable of that name overrides it.
UseAspire=$(dotnet msbuild Directory.Build.props -getProperty:UseAspire)
if [ "$UseAspire" = true ] && ! UseAspire=true dotnet restore SoundFoundry.AppHost >/dev/null 2>&1; then
  echo "Aspire's packages can't be restored here, so everything runs as plain processes (the embedded engine)."
  echo "To see why: UseAspire=true dotnet restore SoundFoundry.AppHost"
  UseAspire=false
fi
export UseAspire
[ "$UseAspire" = true ] || eng/install.sh runtime

exec dotnet run --project SoundFoundry.AppHost --configuration Release -- "$@"
