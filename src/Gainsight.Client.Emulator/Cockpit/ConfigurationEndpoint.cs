using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The configured names of some categories. The shape of the response is a third party's.</summary>
internal static class ConfigurationEndpoint
{
    public static EmulatorResponse Read(RequestContext context)
    {
        var categories = (context.Request.Query("category") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (categories.Length == 0)
        {
            throw CockpitReply.Invalid("The category is missing.");
        }

        var scope = context.Request.Query("et") ?? "COMPANY";
        var byCategory = context.Switches.CockpitConfiguration == CockpitConfigurationForm.MapByCategory;
        return Reply.Success(context, writer =>
        {
            if (byCategory)
            {
                writer.WriteStartObject();
            }
            else
            {
                writer.WriteStartArray();
            }

            foreach (var category in categories.Distinct())
            {
                WriteCategory(writer, context.Tenant, category, scope, byCategory);
            }

            if (byCategory)
            {
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteEndArray();
            }
        });
    }

    private static void WriteCategory(Utf8JsonWriter writer, TenantData tenant, string category, string scope, bool byCategory)
    {
        if (byCategory)
        {
            writer.WriteStartArray(category);
        }

        foreach (var item in CockpitConfiguration.Items(tenant, category).Where(item => item["EntityType"] is "GLOBAL" || scope.Equals(item["EntityType"])))
        {
            writer.WriteStartObject();
            writer.WriteString("name", (string?)item[FieldNames.Name]);
            writer.WriteString("gsid", item.Gsid);
            writer.WriteBoolean("active", true.Equals(item["Active"]));
            writer.WriteString("entityType", (string?)item["EntityType"]);
            writer.WriteString("picklistCategory", category);
            writer.WriteString("typeName", (string?)item["TypeName"]);
            writer.WriteEndObject();
        }

        if (byCategory)
        {
            writer.WriteEndArray();
        }
    }
}
