#!/usr/bin/env bash
# Installs packages from a folder into new applications outside the repository, as a user would: builds them with warnings as errors, runs them against
# the emulator, and runs the tools. Usage: tests/Packages/run.sh PACKAGES
set -euo pipefail
exec < /dev/null
packages=$(cd "$1" && pwd)
sources=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
aspire_sdk=$(sed -nE 's|.*Sdk="(Aspire\.AppHost\.Sdk/[^"]*)".*|\1|p' "$sources/../../samples/AspireHost/AspireHost.csproj")
aspire=$(sed -nE 's|.*"Aspire\.Hosting\.AppHost" Version="([^"]*)".*|\1|p' "$sources/../../Directory.Packages.props")
work=$(mktemp -d)
server=""

finish() {
  local code=$?
  if [[ -n $server ]]; then kill "$server" 2> /dev/null || true; fi
  # The packages of this run only: the cache keeps what other projects use.
  for id in "${libraries[@]:-}"; do rm -rf "${HOME:?}/.nuget/packages/${id,,}/$version"; done
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_ROLL_FORWARD=Major ASPNETCORE_URLS=http://127.0.0.1:0
# The files of another repository above the temporary folder must not count.
echo '<Project />' | tee "$work/Directory.Build.props" "$work/Directory.Build.targets" "$work/Directory.Packages.props" > /dev/null
cat > "$work/nuget.config" << XML
<configuration><packageSources><add key="packages" value="$packages" /></packageSources></configuration>
XML

libraries=() tools=() version=""
for package in "$packages"/*.nupkg; do
  nuspec=$(unzip -p "$package" '*.nuspec')
  id=$(sed -nE 's:.*<id>(.*)</id>.*:\1:p' <<< "$nuspec" | head -1)
  version=$(sed -nE 's:.*<version>(.*)</version>.*:\1:p' <<< "$nuspec" | head -1)
  if grep -q 'name="DotnetTool"' <<< "$nuspec"; then tools+=("$id"); else libraries+=("$id"); fi
done

# The tools.
for tool in "${tools[@]}"; do
  dotnet tool install "$tool" --version "$version" --tool-path "$work/tools" --configfile "$work/nuget.config"
done
for command in "$work/tools"/*; do
  if [[ -x $command && ! -d $command ]]; then
    echo "--- $(basename "$command") --help"
    "$command" --help
  fi
done
coproc EMULATOR { exec "$work/tools/gainsight-emulator" --port 0 --access-key demo 2>&1; }
server=$EMULATOR_PID address=""
while [[ -z $address ]] && read -r line <&"${EMULATOR[0]}"; do
  echo "$line"
  address=$(grep -oE 'http://[0-9.:]+[0-9]' <<< "$line" | head -1 || true)
done
[[ -n $address ]] || { echo "The emulator did not say where it listens."; exit 1; }
exec 5<&"${EMULATOR[0]}"
cat <&5 > /dev/null &

# A new application. The templates offer only supported frameworks, so another one is written into the project.
new_application() {
  local template=$1 framework=$2 project=$3
  dotnet new "$template" --output "$project" --no-restore
  sed -i -E "s|<TargetFramework>[^<]*<|<TargetFramework>$framework<|" "$project"/*.csproj
}

# Adds the libraries that serve the framework. An app host has a project of its own.
add_packages() {
  local project=$1 framework=$2 id
  for id in "${libraries[@]}"; do
    [[ $id == *.Aspire.Hosting || ( $id == *.Jobs && $framework == net8.0 ) ]] || dotnet add "$project" package "$id" --version "$version" --no-restore
  done
}

# There is no template for an app host in the .NET SDK.
new_app_host() {
  local framework=$1 project=$2
  mkdir "$project"
  cat > "$project/apphost.csproj" << XML
<Project Sdk="$aspire_sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>$framework</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <!-- Aspire warns that there is no Aspire CLI, of which nothing is needed. -->
    <NoWarn>\$(NoWarn);ASPIRE010</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <!-- Newer than the SDK, which asks for a version that not every registry serves. -->
    <PackageReference Include="Aspire.Hosting.AppHost" Version="$aspire" />
    <ProjectReference Include="../web/web.csproj" />
  </ItemGroup>
</Project>
XML
  dotnet add "$project" package Gainsight.Client.Aspire.Hosting --version "$version" --no-restore
}

for framework in net10.0 net8.0; do
  echo "--- Console, $framework"
  app="$work/$framework/console"
  new_application console "$framework" "$app"
  cp "$sources/Console.cs" "$app/Program.cs"
  # Partial properties need C# 13, which net8.0 does not have by default.
  [[ $framework == net8.0 ]] || cp "$sources/Record.cs" "$app/"
  add_packages "$app" "$framework"
  dotnet build "$app" -warnaserror
  dotnet run --project "$app" --no-build
  dotnet run --project "$app" --no-build -- "$address" demo

  echo "--- Web, $framework"
  app="$work/$framework/web"
  new_application web "$framework" "$app"
  cp "$sources/Web.cs" "$app/Program.cs"
  echo "{ \"Gainsight\": { \"BaseAddress\": \"$address\", \"AccessKey\": \"demo\" } }" > "$app/appsettings.json"
  add_packages "$app" "$framework"
  dotnet build "$app" -warnaserror
  (cd "$app" && dotnet run --no-build --no-launch-profile)

  if [[ " ${libraries[*]} " == *" Gainsight.Client.Aspire.Hosting "* ]]; then
    echo "--- App host, $framework"
    app="$work/$framework/apphost"
    new_app_host "$framework" "$app"
    cp "$sources/AppHost.cs" "$app/Program.cs"
    dotnet build "$app" -warnaserror
    (cd "$app" && PATH="$work/tools:$PATH" timeout 300 dotnet run --no-build --no-launch-profile)
  fi
done
echo "The packages $version work in new applications."
