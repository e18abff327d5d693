using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the section <c>imports</c> of a seed.</summary>
internal static class ImportSeed
{
    private const string What = "An import";

    public static void Load(TenantData tenant, JsonElement json)
    {
        foreach (var item in SeedJson.Items(json, "imports"))
        {
            _ = ConfiguredImports.Of(tenant).Add(tenant, Read(item));
        }
    }

    private static EmulatedImportJob Read(JsonElement json)
    {
        SeedJson.AllowOnly(json, $"{What} of the seed", "jobId", "object", "operation", "keys", "columns");
        return new EmulatedImportJob
        {
            JobId = SeedJson.RequiredText(json, "jobId", What),
            Object = SeedJson.RequiredText(json, "object", What),
            Operation = Operation(json),
            Keys = [.. SeedJson.Items(SeedJson.Member(json, "keys"), "the keys of an import").Select(key => SeedJson.AsText(key, "each key of an import"))],
            Columns = SeedJson.Members(SeedJson.Member(json, "columns"), "The columns of an import")
                .ToDictionary(column => column.Name, column => SeedJson.AsText(column.Value, $"the column {column.Name} of an import")),
        };
    }

    private static ImportOperation Operation(JsonElement json) => SeedJson.Text(json, "operation")?.ToUpperInvariant() switch
    {
        null or "INSERT" => ImportOperation.Insert,
        "UPDATE" => ImportOperation.Update,
        "UPSERT" => ImportOperation.Upsert,
        { } unknown => throw SeedJson.Invalid($"{What} of the seed has an unknown operation {unknown}"),
    };
}
