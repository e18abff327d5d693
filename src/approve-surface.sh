#!/usr/bin/env bash
# Writes PublicAPI.Unshipped.txt anew from what the compiler reports, generated members included (which `dotnet format` leaves out).
# Run as `src/approve-surface.sh` for every package, or with project folders: `src/approve-surface.sh src/Gainsight.Client`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

projects=("$@")
[[ $# -gt 0 ]] || mapfile -t projects < <(compgen -G "src/*/PublicAPI.Unshipped.txt" | xargs -n 1 dirname)

# One framework is enough to write the file; a normal build then checks both against it.
for project in "${projects[@]}"; do
  surface="$project/PublicAPI.Unshipped.txt"
  log=$(mktemp)
  cp "$surface" "$log.before"
  echo '#nullable enable' > "$surface"
  # Fails on purpose: every member that no file lists is an error.
  dotnet build "$project" -f net10.0 --no-incremental > "$log" 2>&1 || true
  if grep -E ': error (CS|MSB|NETSDK|NU)' "$log" | sort -u; then
    mv "$log.before" "$surface"
    echo "$project does not build; its surface is as it was." >&2
    exit 1
  fi
  {
    sed -nE "s/.*error RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" "$log"
    sed -nE "s/.*error RS0017: Symbol '(.*)' is part of the declared API.*/*REMOVED*\1/p" "$log"
  } | LC_ALL=C sort -u >> "$surface"
  rm -f "$log" "$log.before"
  echo "$surface: $(($(wc -l < "$surface") - 1)) members"
done
