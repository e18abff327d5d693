#!/usr/bin/env bash
# Builds the site from the same files that the repository shows, into artifacts/site/html. A link that leads nowhere is an error.
# Build the solution in Release first: the API reference is read from its assemblies.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

site=artifacts/site
repository=$(sed -nE 's#.*<RepositoryUrl>(.*)</RepositoryUrl>.*#\1#p' Directory.Build.props)
rm -rf "$site"
mkdir -p "$site"
cp README.md CONTRIBUTING.md SECURITY.md CHANGELOG.md "$site"
cp -r docs "$site/docs"
rm -r "$site/docs/site"
cp docs/site/docfx.json docs/site/toc.yml "$site"
cp docs/site/guide.yml "$site/docs/toc.yml"

# A folder's first page is index.html. Files that are no documents are shown by the repository's host.
find "$site" -name README.md -execdir mv README.md index.md ';'
find "$site" -name '*.md' -print0 | xargs -0 sed -Ei \
  -e 's#(\]\([^):]*)README\.md#\1index.md#g' \
  -e "s#\]\((\.\./)*((samples|tests|src|release)/[^)]*|LICENSE|\.devcontainer/[^)]*)\)#](${repository}/blob/main/\2)#g"

dotnet tool restore
# Overloads that inherit a comment repeat a few parameters, about which docfx warns. Only the build of the pages, which checks the links, may not warn.
dotnet docfx metadata "$site/docfx.json"
dotnet docfx build "$site/docfx.json" --warningsAsErrors
