#!/usr/bin/env bash
# Installs what the system needs beside the code: `eng/install.sh runtime`, and for the tests `eng/install.sh test`.
# `eng/install.sh build` is enough where containers bring the servers; the .NET SDK is only looked for, never installed.
# Only what is missing is installed, nothing that is there is changed, and no server is started.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { printf '%s\n' "$@" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Debian keeps PostgreSQL's programs, and Homebrew those of a named version, outside the PATH.
has_postgres() {
  has postgres || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null ||
    compgen -G '/opt/homebrew/opt/postgresql@*/bin/postgres' >/dev/null ||
    compgen -G '/usr/local/opt/postgresql@*/bin/postgres' >/dev/null
}
has_redis() { has redis-server || has valkey-server; }
has_browser() { has chromium || has chromium-browser || has google-chrome || [ -d '/Applications/Google Chrome.app' ]; }
has_s3_server() { has ceph-mon && has ceph-osd && has radosgw; }

require_sdk() {
  local said='there is no dotnet command'
  if has dotnet; then
    said=$(dotnet --version 2>&1) && return
    said="dotnet says: $(grep -m 1 . <<<"$said" || echo nothing)"
  fi
  local how='see https://dotnet.microsoft.com/download/dotnet/10.0'
  if [ "$(uname)" = Darwin ]; then how='brew install dotnet-sdk'
  elif has apt-get; then how='apt-get install dotnet-sdk-10.0 (where your release has it, else https://learn.microsoft.com/dotnet/core/install/linux)'; fi
  fail "The .NET SDK 10 is missing (global.json asks for 10.0.100 or newer; $said)." "Install it: $how"
}

apt_install() {
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    has sudo || fail "These packages are missing: $*" "Install them as root: apt-get install --no-install-recommends $*"
    root=(sudo)
  fi
  echo "Installing with apt-get: $*"
  "${root[@]}" bash -euo pipefail -s -- "$@" <<'ROOT'
    # A package may not start, restart or create a server here: the engine runs its own, in the repository's folder.
    added=()
    undo() { [ ${#added[@]} -eq 0 ] || rm -f "${added[@]}"; }
    trap undo EXIT
    if [ ! -e /usr/sbin/policy-rc.d ]; then
      added+=(/usr/sbin/policy-rc.d)
      printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d
      chmod 755 /usr/sbin/policy-rc.d
    fi
    mkdir -p /etc/postgresql-common/createcluster.d
    added+=(/etc/postgresql-common/createcluster.d/soundfoundry.conf)
    echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/soundfoundry.conf

    export DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1
    apt-get update -qq </dev/null
    apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
    # A package enables its server for the next boot; one that came only for this program stays off.
    for package in "$@"; do
      case $package in redis-server) systemctl disable --quiet "$package" 2>/dev/null || update-rc.d "$package" disable >/dev/null 2>&1 || true ;; esac
    done
ROOT
}

install() {
  [ $# -gt 0 ] || return 0
  if [ "$(uname)" = Darwin ]; then
    has brew || fail "Homebrew is missing. Install it from https://brew.sh, then: brew install $*"
    echo "Installing with Homebrew: $*"
    HOMEBREW_NO_AUTO_UPDATE=1 brew install --quiet "$@"
  elif has apt-get; then
    apt_install "$@"
  else
    fail "This system has neither apt-get nor Homebrew. Install these with its own package manager, then run again: $*"
  fi
}

# npm fetches the page's libraries, once.
build() { has npm || if [ "$(uname)" = Darwin ]; then missing+=(node); else missing+=(npm); fi; }

runtime() {
  local postgres=postgresql
  [ "$(uname)" != Darwin ] || postgres=postgresql@17
  has_postgres || missing+=("$postgres")
  has_redis || if [ "$(uname)" = Darwin ]; then missing+=(redis); else missing+=(redis-server); fi
  has ffmpeg || missing+=(ffmpeg)
}

tests() {
  has ps || missing+=(procps)
  has_browser || if [ "$(uname)" = Darwin ]; then cask=google-chrome; else missing+=(chromium); fi
  # There is no Ceph for macOS: the tests that need a real S3 server say so and are skipped there.
  has_s3_server || [ "$(uname)" = Darwin ] || missing+=(ceph-mon ceph-osd radosgw)
}

missing=() cask=
case ${1:-} in
  build) require_sdk; build ;;
  runtime) require_sdk; build; runtime ;;
  test) require_sdk; build; runtime; tests ;;
  *) fail 'Usage: eng/install.sh build|runtime|test' ;;
esac
install ${missing[@]+"${missing[@]}"}
[ -z "$cask" ] || brew install --quiet --cask "$cask"
