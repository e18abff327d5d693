using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>The users service ("User Management APIs", quoted). Its responses are inferred.</summary>
internal static partial class UserEndpoints
{
    private static readonly QuotaWindow[] Windows =
    [
        new("users/hour", TimeSpan.FromHours(1), limits => limits.UserCallsPerHour),
        new("users/day", TimeSpan.FromDays(1), limits => limits.UserCallsPerDay),
        .. QuotaWindow.Synchronous,
    ];

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Users(EmulatorOperations.UserCreate, "POST", "/v1/users/services", Create),
        Users(EmulatorOperations.UserUpdate, "PUT", "/v1/users/services", Update),
        Users(EmulatorOperations.UserStatus, "PUT", "/v1/users/services/status", SetStatus),
        Users(EmulatorOperations.UserList, "POST", "/v1/users/services/list", List),
    ];

    private static Route Users(string operation, string method, string template, Func<RequestContext, EmulatorResponse> handle) =>
        new(operation, method, template, handle)
        {
            Windows = Windows,
            Refuse = UserReply.Refuse,
            TakesAuthenticationHeader = true,
        };

    private static EmulatorResponse Create(RequestContext context)
    {
        _ = Flag(context, "notify", required: false);
        var users = context.Tenant.Find(ObjectNames.User)!;
        using var body = context.Json();
        var request = Parse(context, users, body.RootElement);
        var planner = new UserPlanner(users, context.Switches, key: null);
        List<PlannedRecord> plans = [.. request.Records.Select(record => planner.Plan(record, request.Lookups))];
        MarkRepeated(users, plans);
        return Finish(context, plans, UserErrorCodes.CreateFailed, "Bulk user create failed", plan => users.Add(plan.Values));
    }

    private static EmulatorResponse Update(RequestContext context)
    {
        var users = context.Tenant.Find(ObjectNames.User)!;
        var name = Array.Find(UserFields.Keys, key => string.Equals(key, context.Request.Query("key"), StringComparison.OrdinalIgnoreCase));
        var key = name is null ? throw new RefusedException(UserErrorCodes.KeyNotSupported, "Key not supported") : users.FindField(name)!;
        using var body = context.Json();
        var request = Parse(context, users, body.RootElement);
        var planner = new UserPlanner(users, context.Switches, key);
        List<PlannedRecord> plans = [.. request.Records.Select(record => planner.Plan(record, request.Lookups))];
        if (plans.SelectMany(plan => plan.Keys).GroupBy(pair => pair.Value).Any(group => group.Count() > 1))
        {
            throw new RefusedException(UserErrorCodes.Conflict, "Conflict in update: a user appears twice");
        }

        plans.ForEach(plan => Match(users, plan));
        return Finish(context, plans, UserErrorCodes.UpdateFailed, "Bulk user update failed", plan => users.Change(plan.Targets[0], plan.Values));
    }

    private static WriteRequest Parse(RequestContext context, EmulatedObject users, JsonElement body)
    {
        var records = WriteRequest.ParseRecords(context, body);
        try
        {
            return new WriteRequest(records, WriteRequest.ParseLookups(context, users, body));
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(UserErrorCodes.InvalidLookup, refused.Message);
        }
    }

    private static void Match(EmulatedObject users, PlannedRecord plan)
    {
        if (plan.Keys.Count == 0)
        {
            return;
        }

        (var key, var value) = plan.Keys[0];
        if (users.Find(key, value).FirstOrDefault() is not { } row)
        {
            plan.Errors.Add(new FieldError(ErrorCodes.NoMatch, key.Name, ErrorCodes.NoMatchText, plan.Sent[key]));
            return;
        }

        plan.Targets = [row];
        if (row.Gsid.Equals(plan.Values.GetValueOrDefault(users.FindField(UserFields.Manager)!)))
        {
            throw new RefusedException(UserErrorCodes.OwnManager, "A user cannot be their own manager");
        }

        foreach (var fixedField in UserFields.Keys.Select(name => users.FindField(name)!))
        {
            if (plan.Values.TryGetValue(fixedField, out var changed) && !Equals(changed, row[fixedField]))
            {
                plan.Errors.Add(new FieldError(UserErrorCodes.KeyNotSupported, fixedField.Name, "A key of a user cannot be changed.", plan.Sent[fixedField]));
            }
        }
    }

    /// <summary>Two users of one call must not have the same unique value.</summary>
    private static void MarkRepeated(EmulatedObject users, List<PlannedRecord> plans)
    {
        var field = users.FindField(UserFields.SfdcUserName)!;
        var seen = new HashSet<object>();
        foreach (var plan in plans)
        {
            if (plan.Values.GetValueOrDefault(field) is { } value && !seen.Add(value))
            {
                plan.Errors.Add(new FieldError(UserErrorCodes.Conflict, field.Name, "A user with this value appears twice.", plan.Sent[field]));
            }
        }
    }

    private static EmulatorResponse Finish(
        RequestContext context, List<PlannedRecord> plans, string code, string text, Func<PlannedRecord, EmulatedRow> write)
    {
        var failed = plans.Exists(plan => plan.Errors.Count > 0);
        List<EmulatedRow> rows = failed && context.Switches.UserCallsAreAtomic
            ? []
            : [.. plans.Where(plan => plan.Errors.Count == 0).Select(write)];
        context.Committed = rows.Count > 0;
        return failed ? UserReply.Failed(context, code, text, plans, rows) : UserReply.Written(context, rows);
    }

    private static bool Flag(RequestContext context, string name, bool required) => context.Request.Query(name) switch
    {
        "true" => true,
        "false" => false,
        null when !required => false,
        _ => throw RefusedException.BadRequest($"The parameter {name} must be true or false."),
    };
}
