namespace Gainsight.Client.Soak;

/// <summary>The areas of the API that the soak writes to.</summary>
internal static class Workloads
{
    /// <summary>The rows that the tenant needs before the workers start.</summary>
    public const string Company = "Soak company";

    public const string Owner = "rhea@northwind.example";

    private const string Asset = "Asset__gc";
    private const string Serial = "Serial_Number__gc";
    private const string Notes = "Notes__gc";

    /// <summary>The time between reads after a lost answer. The tenant shows a row at once, so a short one is enough.</summary>
    private static readonly WriteOptions Options = new() { SettleDelay = TimeSpan.FromMilliseconds(200), MaxFillDelay = TimeSpan.FromMilliseconds(200) };

    private static readonly WriteOptions VerifiedByName = new() { SettleDelay = Options.SettleDelay, MaxFillDelay = Options.MaxFillDelay, VerifyBy = CompanyFields.Name };

    public static IReadOnlyList<Workload> All { get; } =
    [
        new Workload<Company>("companies", "Company", "Name", "Summary", NewCompany)
        {
            Kinds = [WriteKind.Upsert, WriteKind.Upsert, WriteKind.Upsert, WriteKind.Update, WriteKind.Delete],
            HasBadRows = true,
            List = static (gainsight, kind, rows, token) => kind == WriteKind.Update
                ? gainsight.Companies.UpdateAsync(rows, CompanyFields.Name, Options, token)
                : gainsight.Companies.UpsertAsync(rows, CompanyFields.Name, Options, token),
            Stream = static (gainsight, kind, rows, token) => kind == WriteKind.Update
                ? gainsight.Companies.UpdateStreamAsync(rows, CompanyFields.Name, Options, token)
                : gainsight.Companies.UpsertStreamAsync(rows, CompanyFields.Name, Options, token),
            Delete = static (gainsight, gsids, token) => gainsight.Companies.DeleteAsync(gsids, Options, token),
        },
        new Workload<Company>("new companies", "Company", "Name", "Summary", NewCompany)
        {
            Kinds = [WriteKind.Insert],
            HasBadRows = true,
            List = static (gainsight, _, rows, token) => gainsight.Companies.InsertAsync(rows, VerifiedByName, token),
            Stream = static (gainsight, _, rows, token) => gainsight.Companies.InsertStreamAsync(rows, VerifiedByName, token),
        },
        new Workload<ObjectRecord>("custom objects", Asset, Serial, Notes, NewAsset)
        {
            Kinds = [WriteKind.Upsert, WriteKind.Upsert, WriteKind.Update, WriteKind.Delete],
            HasBadRows = true,
            List = static (gainsight, kind, rows, token) => kind == WriteKind.Update
                ? gainsight.Objects(Asset).UpdateAsync(rows, Field.Custom<string>(Serial), Options, token)
                : gainsight.Objects(Asset).UpsertAsync(rows, Field.Custom<string>(Serial), Options, token),
            Stream = static (gainsight, kind, rows, token) => kind == WriteKind.Update
                ? gainsight.Objects(Asset).UpdateStreamAsync(rows, Field.Custom<string>(Serial), Options, token)
                : gainsight.Objects(Asset).UpsertStreamAsync(rows, Field.Custom<string>(Serial), Options, token),
            Delete = static (gainsight, gsids, token) => gainsight.Objects(Asset).DeleteAsync(gsids, Options, token),
        },
        new Workload<Person>("people", "Person", "Email", "LastName", NewPerson)
        {
            Kinds = [WriteKind.Upsert],
            HasBadRows = true,
            KeyEnd = "@soak.example",
            List = static (gainsight, _, rows, token) => gainsight.People.UpsertAsync(rows, Options, token),
            Stream = static (gainsight, _, rows, token) => gainsight.People.UpsertStreamAsync(rows, Options, token),
        },
        new Workload<User>("users", "gsuser", "Email", "LastName", NewUser)
        {
            Kinds = [WriteKind.Upsert],
            KeyEnd = "@soak.example",
            List = static (gainsight, _, rows, token) => gainsight.Users.UpsertAsync(rows, UserFields.Email, Options, token),
            Stream = static (gainsight, _, rows, token) => gainsight.Users.UpsertStreamAsync(rows, UserFields.Email, Options, token),
        },
        new Workload<Cta>("CTAs", "call_to_action", "Name", "Comments", NewCta)
        {
            Kinds = [WriteKind.Insert],
            HasBadRows = true,
            IsVerified = false,
            MaxRows = 60,
            List = static (gainsight, _, rows, token) => gainsight.Ctas.InsertAsync(rows, Options, token),
            Stream = static (gainsight, _, rows, token) => gainsight.Ctas.InsertStreamAsync(rows, Options, token),
        },
        new Workload<TimelineActivity>("activities", "activity_timeline", "ExternalId", "Subject", NewActivity)
        {
            Kinds = [WriteKind.Insert],
            DateField = "CreatedDate",
            List = static (gainsight, _, rows, token) => gainsight.Timeline.InsertAsync(rows, Options, token),
            Stream = static (gainsight, _, rows, token) => gainsight.Timeline.InsertStreamAsync(rows, Options, token),
        },
    ];

    /// <summary>The workload of a name, or all of them for an empty text.</summary>
    public static IReadOnlyList<Workload> Named(string name) => name.Length == 0 ? All : [All.First(workload => workload.Name == name)];

    private static Company NewCompany(SoakRow row, WriteKind kind) => row.IsBad
        ? new() { Name = row.Key, Summary = row.Value, Stage = "No such stage" }
        : new() { Name = row.Key, Summary = row.Value };

    private static ObjectRecord NewAsset(SoakRow row, WriteKind kind)
    {
        var asset = new ObjectRecord { [Serial] = row.Key, [Notes] = row.Value };
        if (kind == WriteKind.Upsert)
        {
            asset["Name"] = row.Key;
        }

        if (row.IsBad)
        {
            asset["Tier__gc"] = "No such tier";
        }

        return asset;
    }

    private static Person NewPerson(SoakRow row, WriteKind kind) =>
        new() { Email = row.Key, FirstName = row.IsBad ? FaultMix.BlockedText : "Ada", LastName = row.Value };

    private static User NewUser(SoakRow row, WriteKind kind) => new()
    {
        Email = row.Key,
        SfdcUserName = row.Key,
        FirstName = "Ada",
        LastName = row.Value,
    };

    private static Cta NewCta(SoakRow row, WriteKind kind)
    {
        var cta = new Cta { Name = row.Key, Comments = row.Value, DueDate = new DateOnly(2031, 3, 14), Type = "Risk", Reason = row.IsBad ? "No such reason" : "Billing", Status = "New", Priority = "High" };
        cta.SetLookup(CtaFields.CompanyId, CompanyFields.Name, Company);
        cta.SetLookup(CtaFields.OwnerId, UserFields.Email, Owner);
        return cta;
    }

    private static TimelineActivity NewActivity(SoakRow row, WriteKind kind)
    {
        var activity = new TimelineActivity
        {
            ExternalId = row.Key,
            ContextName = TimelineContexts.Company,
            TypeName = "Update",
            Subject = row.Value,
            Notes = "Soak",
            ActivityDate = DateTimeOffset.UtcNow,
        };
        activity.SetAuthor(Owner);
        activity.SetCompany(Company);
        return activity;
    }
}
