using System.Text.Json.Nodes;

namespace Gainsight.Client.Emulator.Tests;

/// <summary>Timeline calls with a valid activity, of which each test changes the part that it is about.</summary>
internal static class TimelineCalls
{
    public const string Activity = "/v1/ant/es/activity";

    public const string Bulk = "/v1/ant/es/activity/bulk";

    private const string Lookups = """
        {
          "AuthorId":          { "fields": { "Author": "Email" },            "lookupField": "Gsid", "objectName": "GsUser",  "multiMatchOption": "FIRSTMATCH", "onNoMatch": "ERROR" },
          "GsCompanyId":       { "fields": { "companyName": "Name" },        "lookupField": "Gsid", "objectName": "Company", "multiMatchOption": "FIRSTMATCH", "onNoMatch": "ERROR" },
          "InternalAttendees": { "fields": { "internalAttendees": "Email" }, "lookupField": "Gsid", "objectName": "GsUser",  "multiMatchOption": "FIRSTMATCH", "onNoMatch": "ERROR" }
        }
        """;

    public static JsonObject Note(string externalId, string? field = null, JsonNode? value = null)
    {
        var note = new JsonObject
        {
            ["ContextName"] = "Company",
            ["TypeName"] = "Update",
            ["ExternalId"] = externalId,
            ["Subject"] = "Quarterly note",
            ["Notes"] = "<p>All <b>well</b></p>",
            ["ActivityDate"] = "2026-03-04T10:15:00.000-07:00",
            ["Author"] = "rhea@northwind.example",
            ["companyName"] = "Acme",
        };
        return field is null ? note : note.Set(field, value);
    }

    public static JsonObject Set(this JsonObject note, string field, JsonNode? value)
    {
        note[field] = value;
        return note;
    }

    public static JsonObject Without(this JsonObject note, string field)
    {
        _ = note.Remove(field);
        return note;
    }

    public static string Body(params JsonObject[] notes) =>
        $$"""{"records":[{{string.Join(',', notes.Select(note => note.ToJsonString()))}}],"lookups":{{Lookups}}}""";

    public static Task<Answer> SaveAsync(this Tenant tenant, params JsonObject[] notes) => tenant.SendAsync(HttpMethod.Post, Activity, Body(notes));

    public static async Task<string> SavedIdAsync(this Tenant tenant, JsonObject note) =>
        (await tenant.SaveAsync(note)).Success((string)note["ExternalId"]!).Single();

    public static IReadOnlyList<string> Success(this Answer answer, string key) =>
        [.. answer.Data.GetProperty("success").GetProperty(key).EnumerateArray().Select(item => item.GetProperty("activityId").GetString()!)];

    public static IReadOnlyList<string> Failures(this Answer answer, string key) =>
        [.. answer.Data.GetProperty("failures").GetProperty(key).EnumerateArray().Select(item => item.GetProperty("errorCode").GetString()!)];

    public static IReadOnlyList<string> Keys(this Answer answer, string member) =>
        [.. answer.Data.GetProperty(member).EnumerateObject().Select(property => property.Name)];

    public static EmulatedObject Activities(this Tenant tenant) => tenant.Emulator.Object("activity_timeline");

    public static string? TimelineCode(this Answer answer) =>
        answer.Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public static string Acme(this Tenant tenant) => tenant.Companies.Insert(("Name", "Acme"));
}
