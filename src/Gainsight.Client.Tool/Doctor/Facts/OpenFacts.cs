namespace Gainsight.Client.Tool.Doctor;

/// <summary>The facts of <c>docs/wire.md</c> that reads cannot settle.</summary>
internal static class OpenFacts
{
    private const string Write = "only a write shows it";
    private const string Attempt = "only a write shows it: try it with --write";
    private const string Job = "only an export shows it: a job in the background, and one of 10 calls an hour";
    private const string Import = "only an import shows it";
    private const string Event = "only a published event shows it";
    private const string Throttled = "only a refused call above the limit shows it";
    private const string Accident = "only a failure of the tenant shows it, which cannot be asked for";
    private const string Names = "no source names what to ask for, so a refusal would prove nothing";
    private const string Never = "the library never sends it";
    private const string Volume = "reads do not show whether an object takes writes";
    private const string PerTenant = "depends on objects of the tenant; describe shows it for each";

    /// <summary>The facts.</summary>
    public static IReadOnlyList<OpenFact> All { get; } =
    [
        new("Multi-select values in requests", Write, Pages.Companies),
        new("Nesting of `data.errors`", Attempt, Pages.Companies),
        new("Errors together with a success (`data.errors` in a 200)", Attempt, Pages.Companies),
        new("`result: false` with neither code nor errors", Accident, Pages.Companies),
        new("`GU_1101` with another status than 500", Accident, Pages.Companies),
        new("A 404 to a write", Write, Pages.Companies),
        new("Several rows for one update key", Attempt, Pages.Companies),
        new("An update that matches nothing", Attempt, Pages.Companies),
        new("Some rows of an update match nothing", Attempt, Pages.Companies),
        new("Code of a throttled call", Throttled, Pages.Limits),
        new("`Retry-After`", Throttled, Pages.Limits),
        new("Operators for \"does not contain\", \"not in\"", Names, Pages.Companies),
        new("More than 26 conditions", Never, Pages.Companies),
        new("`multiMatchOption: MARKASERROR`, `onNoMatch: NULLABLE`", Write, Pages.Companies),
        new("High-volume custom objects", Volume, Pages.Metadata),
        new("Upsert of relationships", Write, Pages.Relationships),
        new("Required fields of a relationship, and the object of its type", Write, Pages.Relationships),
        new("Current score", PerTenant, Pages.Companies),
        new("Answer to a person upsert", Write, Pages.People),
        new("Whether a person was created or changed", Write, Pages.People),
        new("What identifies a person", Write, Pages.People),
        new("Links of a person to companies", Write, Pages.People),
        new("Links of a person to relationships", Write, Pages.People),
        new("Links that an upsert does not name", Write, Pages.People),
        new("`lookups` in a person upsert", Write, Pages.People),
        new("Body, states and result of `people/async`", Write, Pages.People),
        new("Path of the status of `people/async`", Write, Pages.People),
        new("Row numbers in the result of `people/async`", Write, Pages.People),
        new("Reading a person by GSID or e-mail", Names, Pages.People),
        new("Deleting people", Write, Pages.People),
        new("Relation of a custom lookup in dot paths", PerTenant, Pages.Objects),
        new("Records of a CTA, task or plan write", Write, Pages.Ctas),
        new("Answer to such a write", Write, Pages.Ctas),
        new("Reference id of a CTA, task or plan", Write, Pages.Ctas),
        new("Keys of Cockpit writes (`type`, `reason`, `status`, `priority`; `SuccessPlanType`, `status`)", Write, Pages.Ctas),
        new("Required fields of a CTA or plan", Write, Pages.Ctas),
        new("Keys for cascades of due date and owner, playbook, linked records", Write, Pages.Ctas),
        new("Closing", Write, Pages.Ctas),
        new("Objectives in the call of a plan", Write, Pages.Plans),
        new("Goals: answer of the create; update and list; key of a template; object's name", Write, Pages.Goals),
        new("Goals: removing links", Write, Pages.Goals),
        new("Single save of activities, answer", Write, Pages.Timeline),
        new("`ExternalId` used before", Write, Pages.Timeline),
        new("Activities in a single save", Write, Pages.Timeline),
        new("Bulk save of activities", Write, Pages.Timeline),
        new("Limit of bulk updates of activities", Write, Pages.Timeline),
        new("Answer to updates of activities", Write, Pages.Timeline),
        new("Required fields of an activity", Write, Pages.Timeline),
        new("Author and company as GSIDs, `ContextId`", Write, Pages.Timeline),
        new("Lookups of attendees", Write, Pages.Timeline),
        new("`DurationInMins`, `ExternalSource`, `MilestoneTypeName` in saves", Write, Pages.Timeline),
        new("Body of deletes of activities", Write, Pages.Timeline),
        new("Answer to deletes of activities", Write, Pages.Timeline),
        new("Activity types", Names, Pages.Timeline),
        new("Whether one bad user fails the whole call", Write, Pages.Users),
        new("Required fields of users", Write, Pages.Users),
        new("Type of `SfdcUserId`", Write, Pages.Users),
        new("`IsSuperAdmin` in writes", Write, Pages.Users),
        new("`notify`", Write, Pages.Users),
        new("Order of the records in the answer to an insert", Attempt, Pages.Companies),
        new("Deleting by GSID, answer and unknown ids", Attempt, Pages.Companies),
        new("Event route", Event, Pages.Events),
        new("Headers of an event", Event, Pages.Events),
        new("Answer to an event", Event, Pages.Events),
        new("System Asset Events", Event, Pages.Events),
        new("Header of bulk exports", Job, Pages.Exports),
        new("Place of `statusURL`, `jobStatus`, `totalRecords`, `chunkDetails`", Job, Pages.Exports),
        new("Form of the addresses of an export", Job, Pages.Exports),
        new("Whether polling a job and fetching chunks use quota", Job, Pages.Exports),
        new("Rows of a chunk", Job, Pages.Exports),
        new("Form of the CSV", Job, Pages.Exports),
        new("Limit of an export", Job, Pages.Exports),
        new("Paths of relationships", "only writes show their routes; queries have that of other objects", Pages.Relationships),
        new("List of deleted activities", "the route is checked, and only deleted activities show the names", Pages.Timeline),
        new("Opportunities: paths, bodies, records in a call", Write, Pages.Opportunities),
        new("Members of an import's answers", Import, Pages.ImportStatus),
        new("Size of an import", Import, Pages.Imports),
        new("Parallel parts of an import", Import, Pages.Imports),
        new("Key of scorecard and usage objects", PerTenant, Pages.Metadata),
    ];
}
