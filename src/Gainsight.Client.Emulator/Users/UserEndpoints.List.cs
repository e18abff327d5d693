using System.Text.Json;

namespace Gainsight.Client.Emulator;

internal static partial class UserEndpoints
{
    /// <summary>The body is a list of ids (quoted).</summary>
    private static EmulatorResponse SetStatus(RequestContext context)
    {
        var active = Flag(context, "status", required: true);
        var users = context.Tenant.Find(ObjectNames.User)!;
        using var body = context.Json();
        var list = body.RootElement;
        var most = context.Limits.RecordsPerWrite;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is var count && (count == 0 || count > most))
        {
            throw RefusedException.BadRequest($"The request must be a list of 1 to {most} ids.");
        }

        context.RecordCount = list.GetArrayLength();
        List<PlannedRecord> plans = [.. list.EnumerateArray().Select(id => PlanStatus(users, id, active))];
        return Finish(context, plans, UserErrorCodes.UpdateFailed, "Bulk user update failed", plan => users.Change(plan.Targets[0], plan.Values));
    }

    private static PlannedRecord PlanStatus(EmulatedObject users, JsonElement id, bool active)
    {
        var plan = new PlannedRecord();
        plan.Sent[users.GsidField!] = id;
        if (id.ValueKind == JsonValueKind.String && users.Store.Find(id.GetString()!) is { } row)
        {
            plan.Targets = [row];
            plan.Values[users.FindField(UserFields.IsActiveUser)!] = active;
        }
        else
        {
            plan.Errors.Add(new FieldError(ErrorCodes.NoMatch, FieldNames.Gsid, ErrorCodes.NoMatchText, id));
        }

        return plan;
    }

    /// <summary>Like the query API, but with <c>page</c> from 0 and <c>includeTotal</c>. Without an expression, conditions need no alias.</summary>
    private static EmulatorResponse List(RequestContext context)
    {
        var users = context.Tenant.Find(ObjectNames.User)!;
        using var body = context.Json();
        var query = QueryRequest.Parse(context, users, body.RootElement, new QueryRules(context.Limits.RowsPerQuery, ByPage: true, NeedsExpression: false));
        var withTotal = RequestJson.Member(body.RootElement, "includeTotal") is { ValueKind: JsonValueKind.True };
        var rows = QueryRunner.Run(users, query);
        int? total = withTotal ? QueryRunner.Count(users, query) : null;
        context.RecordCount = rows.Count;
        return Reply.Success(context, writer => WriteList(writer, context.Switches, query, rows, total), localized: true);
    }

    private static void WriteList(Utf8JsonWriter writer, EmulatorSwitches switches, QueryRequest query, List<EmulatedRow> rows, int? total)
    {
        (string List, string Total)? names = switches.UserList switch
        {
            UserListForm.RecordsAndTotal => ("records", "total"),
            UserListForm.UsersAndTotalCount => ("users", "totalCount"),
            UserListForm.ContentAndCount => ("content", "count"),
            _ => null,
        };
        if (names is null)
        {
            QueryEndpoint.WriteRows(writer, switches, query, rows);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName(names.Value.List);
        QueryEndpoint.WriteRows(writer, switches, query, rows);
        if (total is not null)
        {
            writer.WriteNumber(names.Value.Total, total.Value);
        }

        writer.WriteEndObject();
    }
}
