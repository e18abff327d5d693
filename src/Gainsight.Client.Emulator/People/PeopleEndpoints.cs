namespace Gainsight.Client.Emulator;

/// <summary>
/// The People API: upserts a person with its companies and relationships, on the current and the legacy path, and reads a person in two ways,
/// whose paths are inferred.
/// </summary>
internal static partial class PeopleEndpoints
{
    private const string Path = "/v1/peoplemgmt/v1.0/people";
    private const string LegacyPath = "/v1.0/api/people";

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new(EmulatorOperations.PersonUpsert, "PUT", Path, Upsert),
        new(EmulatorOperations.PersonUpsert, "PUT", LegacyPath, Upsert),
        new(EmulatorOperations.PersonGet, "GET", Path, context => GetByEmail(context, legacy: false)),
        new(EmulatorOperations.PersonGet, "GET", LegacyPath, context => GetByEmail(context, legacy: true)),
        new(EmulatorOperations.PersonGet, "GET", Path + "/{gsid}", Get),
        new(EmulatorOperations.PersonGet, "GET", LegacyPath + "/{gsid}", Get),
        new(EmulatorOperations.PersonUpsertAsync, "PUT", Path + "/async", Submit) { Windows = QuotaWindow.Asynchronous },
        new(EmulatorOperations.PersonAsyncStatus, "GET", Path + "/async/{statusId}", Status),
    ];

    private static EmulatorResponse Upsert(RequestContext context)
    {
        using var body = context.Json();
        context.RecordCount = 1;
        var plan = new PersonPlanner(context.Tenant, context.Switches).Plan(body.RootElement, shared: null);
        if (plan.Errors.Count > 0)
        {
            return Reply.Failure(context, plan.Errors[0].Code, plan.Errors[0].Description);
        }

        var person = PersonWriter.Upsert(context.Tenant, plan);
        context.Committed = true;
        return Answer(context, person);
    }

    /// <summary>A connector pings a tenant with the legacy path without an email address.</summary>
    private static EmulatorResponse GetByEmail(RequestContext context, bool legacy)
    {
        var email = context.Request.Query("email") ?? context.Request.Query("Email");
        if (string.IsNullOrWhiteSpace(email))
        {
            return legacy && email is null
                ? Reply.Success(context, null)
                : Reply.Failure(context, PersonErrors.EmptyQuery, "Query params are null or empty.");
        }

        return Answer(context, PersonWriter.Find(context.Tenant, email) ?? throw NotFound());
    }

    private static EmulatorResponse Get(RequestContext context) =>
        Answer(context, context.Tenant.Find(ObjectNames.Person)!.Store.Find(context.RouteValues["gsid"]) ?? throw NotFound());

    private static RefusedException NotFound() => new(ErrorCodes.NoMatch, ErrorCodes.NoMatchText);

    private static EmulatorResponse Answer(RequestContext context, EmulatedRow person) => Reply.Success(context, writer =>
    {
        var form = context.Switches.PersonData;
        if (form != PersonDataForm.Person)
        {
            writer.WriteStartObject();
            writer.WriteStartArray(form == PersonDataForm.Records ? "records" : "people");
        }

        PersonWriter.WriteJson(writer, context.Tenant, person, context.Switches);
        if (form != PersonDataForm.Person)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    });
}
