using System.Text.Json;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>A tenant with a company and an owner, and the calls of the Cockpit family.</summary>
internal sealed class Cockpit : IDisposable
{
    public Cockpit()
    {
        Company = Tenant.Companies.Insert(("Name", "Larch Mills"), ("Arr", 52_000m));
        Owner = Tenant.Users.Rows.Single(row => (string)row["FirstName"]! == "Rhea").Gsid;
    }

    public Tenant Tenant { get; } = new();

    public string Company { get; }

    public string Owner { get; }

    public EmulatorSwitches Switches => Tenant.Emulator.Switches;

    public EmulatedObject Ctas => Tenant.Emulator.Object("call_to_action");

    public EmulatedObject Tasks => Tenant.Emulator.Object("cs_task");

    public EmulatedObject Plans => Tenant.Emulator.Object("cta_group");

    public static IReadOnlyList<JsonElement> Rows(Answer answer) => [.. answer.Data.EnumerateArray()];

    /// <summary>The GSID under a reference in <c>success</c>.</summary>
    public static string Gsid(Answer answer, string reference = "r") =>
        Member(answer, "success", reference)?.GetString() ?? throw new InvalidOperationException(answer.Text);

    /// <summary>The value under a reference in <c>failure</c>.</summary>
    public static JsonElement? Failure(Answer answer, string reference = "r") => Member(answer, "failure", reference);

    public static string Requests(params string[] records) => $$"""{"requests":[{{string.Join(',', records.Select(record => $$"""{"record":{{record}}}"""))}}]}""";

    public string CtaRecord(string reference = "r", string more = "") =>
        $$"""{"referenceId":"{{reference}}","Name":"Invoice unpaid","CompanyId":"{{Company}}","OwnerId":"{{Owner}}","type":"Risk","reason":"Billing"{{more}}}""";

    public Task<Answer> SendAsync(HttpMethod method, string path, string? body = null) => Tenant.SendAsync(method, path, body);

    public async Task<string> CreateCtaAsync(string more = "") =>
        Gsid(await SendAsync(HttpMethod.Post, "/v2/cockpit/cta", Requests(CtaRecord(more: more))));

    public Task<Answer> ListAsync(string body, string path = "/v2/cockpit/cta/list") => SendAsync(HttpMethod.Post, path, body);

    public void Dispose() => Tenant.Dispose();

    private static JsonElement? Member(Answer answer, string list, string reference)
    {
        foreach (var pair in answer.Data.GetProperty(list).EnumerateArray())
        {
            if (pair.TryGetProperty(reference, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
