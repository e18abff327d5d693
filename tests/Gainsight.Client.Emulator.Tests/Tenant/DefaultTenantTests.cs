using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gainsight.Client.TestSupport;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>Holds everything that a new tenant contains: objects, fields, picklists, rows and what areas set up.</summary>
public sealed partial class DefaultTenantTests
{
    private const string Approved = "tests/Gainsight.Client.Emulator.Tests/Tenant/DefaultTenant.txt";

    /// <summary>Objects that no call lists.</summary>
    private static readonly string[] Hidden =
    [
        "cta_associated_record", "cockpit_configuration", "customer_goal_link", "success_plan_template", "success_plan_template_objective",
    ];

    [Fact]
    public async Task A_new_tenant_holds_what_is_listed()
    {
        using var tenant = new Tenant();
        var listed = await tenant.SendAsync(HttpMethod.Post, "/v1/meta/services/objects");
        var names = listed.Data.EnumerateArray().Select(item => item.GetProperty("objectName").GetString()!);
        var text = new StringBuilder();
        foreach (var name in names.Concat(Hidden))
        {
            Write(text, tenant.Emulator.Object(name));
        }

        foreach (var publisher in tenant.Emulator.EventPublishers)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"publisher {publisher.Topic}, secret {publisher.SharedSecret}, opened: ")
                .Append(publisher.Sends(publisher.Topic, "Ticket Opened", "1.0.0", "emulator-contract"))
                .Append(CultureInfo.InvariantCulture, $", closed: {publisher.Sends(publisher.Topic, "Ticket Closed", "1.0.0", null)}\n");
        }

        _ = text.Append("tenant ").Append(tenant.Emulator.TenantId).Append('\n');

        ApprovedFile.ShouldHold(Approved, WithoutIds(text.ToString()));
    }

    [Fact]
    public async Task A_new_tenant_has_five_types_of_activities_that_report_under_their_own_names()
    {
        string[] types = ["Update", "Call", "Meeting", "Email", "Milestone"];
        using var tenant = new Tenant();
        _ = tenant.Acme();

        var saved = await tenant.SaveAsync([.. types.Append("QBR").Select(type => TimelineCalls.Note(type, "TypeName", type))]);

        saved.Keys("failures").Should().Equal("QBR");
        tenant.Activities().Rows.Select(row => ((string?)row["TypeName"], (string?)row["ReportingCategory"]))
            .Should().BeEquivalentTo(types.Select(type => (type, type)));
    }

    private static void Write(StringBuilder text, EmulatedObject item)
    {
        _ = text.Append(CultureInfo.InvariantCulture, $"{item.Name} \"{item.Label}\" {item.Kind} {item.TypePrefix}")
            .Append(Flags(
                ("read-only", !item.Writable),
                ("high-volume", item.IsHighVolume),
                ("hidden", item.IsHidden),
                ("keeps deleted", item.Deleted is not null),
                ("brought up to date", item.Refresh is not null)))
            .Append('\n');
        foreach (var field in item.Fields)
        {
            Write(text, field);
        }

        foreach (var row in item.Name == "da_picklist" ? [] : item.Rows)
        {
            var values = item.Fields.Where(field => row[field] is not null).Select(field => $"{field.Name}={Text(row[field])}");
            _ = text.Append("  row ").AppendJoin(", ", values).Append('\n');
        }
    }

    private static void Write(StringBuilder text, EmulatedField field)
    {
        _ = text.Append(CultureInfo.InvariantCulture, $"  {field.Name} {field.DataType} {field.Length}")
            .Append(Flags(
                ("label " + field.Label, field.Label != field.Name),
                ("lookup " + field.LookupObject, field.LookupObject is not null),
                ("path " + field.LookupName, field.LookupName != field.Name + "__gr"),
                ("required", field.Required),
                ("not null", !field.Nillable),
                ("read-only", field.ReadOnly),
                ("system", field.IsSystem),
                ("generated", field.Generated is not null),
                ("time of change", field.IsModifiedTime),
                ("many", field.HoldsList),
                ("computed", field.Computed is not null),
                ("default " + Text(field.DefaultValue), field.DefaultValue is not null)))
            .Append('\n');
        if (field.Picklist is { } picklist)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"    {picklist.Name}: ")
                .AppendJoin("; ", picklist.Items.Select(item => item.Label + Flags(("inactive", !item.Active), ("default", item.IsDefault))))
                .Append('\n');
        }
    }

    private static string Flags(params (string Name, bool IsSet)[] flags) =>
        string.Concat(flags.Where(flag => flag.IsSet).Select(flag => $", {flag.Name}"));

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Numbers the GSIDs, because they are random and only their identity matters.</summary>
    private static string WithoutIds(string text)
    {
        var known = new Dictionary<string, string>();
        return Gsid().Replace(text, match =>
        {
            if (!known.TryGetValue(match.Value, out var number))
            {
                number = string.Create(CultureInfo.InvariantCulture, $"{match.Value[..4]}#{known.Count + 1}");
                known.Add(match.Value, number);
            }

            return number;
        });
    }

    [GeneratedRegex("[0-9A-Z]{4}DEMO0{10}[0-9A-Z]{18}")]
    private static partial Regex Gsid();
}
