#!/usr/bin/env bash
# Prints the table of docs/performance.md for this machine. --exact skips the measurements that require a quiet machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

app=$(mktemp -d)
trap 'rm -rf "$app"' EXIT
dotnet publish tests/Gainsight.Client.NativeApp -c Release -o "$app" > "$app/publish.log" 2>&1 || { tail -n 40 "$app/publish.log"; exit 1; }
dotnet run -c Release --project tests/Gainsight.Client.Benchmarks -- --ratios "$@" --aot "$app/Gainsight.Client.NativeApp"
