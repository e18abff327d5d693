using Gainsight.Client.Emulator;

namespace Gainsight.Client.Tool.Tests.Doctor;

/// <summary>A tenant with the rows by which every fact can be settled.</summary>
internal static class DoctorTenant
{
    /// <summary>A text that is in every value of the tenant, and must not be in a report.</summary>
    public const string Secret = "Zzyzx";

    public static GainsightEmulator Create(string switches = "{}")
    {
        var emulator = new GainsightEmulator(new GainsightEmulatorOptions { AccessKey = $"{Secret}-key" });
        emulator.Load($$"""
            {
              "objects": [ { "name": "Company", "fields": [ { "name": "{{Secret}}__gc", "label": "{{Secret}} label" } ] } ],
              "picklists": { "Company.Stage": [ "{{Secret}} Stage" ] },
              "rows": {
                "Company": [
                  { "Name": "{{Secret}} Café", "Industry": "{{Secret}}", "Stage": "{{Secret}} Stage", "RenewalDate": "2027-03-31", "Employees": 12, "SfdcAccountId": "0015g00000ABCDEAA5", "{{Secret}}__gc": "{{Secret}}" },
                  { "Name": "{{Secret}} Two", "Employees": 7 }, { "Name": "{{Secret}} Three" }, { "Name": "{{Secret}} Four" }, { "Name": "{{Secret}} Five" },
                  { "Name": "{{Secret}} Six" }, { "Name": "{{Secret}} Seven" }, { "Name": "{{Secret}} Eight" }, { "Name": "{{Secret}} Nine" }, { "Name": "{{Secret}} Ten" } ] },
              "switches": {{switches}},
              "limits": { "CallsPerMinute": 1000 }
            }
            """);
        var company = emulator.Object("Company").Rows[0].Gsid;
        for (var i = 0; i < 7; i++)
        {
            _ = emulator.Object("call_to_action").Insert(("Name", $"{Secret} CTA {i}"), ("CompanyId", company), ("DueDate", new DateOnly(2027, 1, 1 + i)));
        }

        emulator.Object("Company").Delete(emulator.Object("Company").Insert(("Name", $"{Secret} gone")));
        return emulator;
    }

    /// <summary>A tool for the tenant, which allows several examinations in a minute.</summary>
    public static ToolRun Tool(GainsightEmulator emulator)
    {
        var tool = new ToolRun(emulator) { Time = new ImpatientClock() };
        tool.Variables["Gainsight__Limits__sync-minute"] = "1000";
        return tool;
    }
}
