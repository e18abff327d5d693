using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Reads the section <c>imports</c> of a seed.</summary>
internal static class ImportSeed
{
    private const string What = "An import";

    public static void Load(TenantData tenant, JsonElement json) =>
        SeedJson.EachItem(json, "imports", "Import", item => ConfiguredImports.Of(tenant).Add(tenant, Read(item)));

    /// <summary>Writes one import.</summary>
    public static void Write(Utf8JsonWriter json, string jobId, ConfiguredImport import)
    {
        json.WriteStartObject();
        json.WriteString("jobId", jobId);
        json.WriteString("object", import.Target.Name);
        json.WriteString("operation", import.Operation.ToString().ToUpperInvariant());
        json.WriteStartArray("keys");
        foreach (var key in import.Keys)
        {
            json.WriteStringValue(key.Name);
        }

        json.WriteEndArray();
        json.WriteStartObject("columns");
        foreach ((var column, var field) in import.Columns)
        {
            json.WriteString(column, field.Name);
        }

        json.WriteEndObject();
        json.WriteEndObject();
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
