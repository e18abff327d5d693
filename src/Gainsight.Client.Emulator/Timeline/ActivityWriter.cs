using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gainsight.Client.Emulator;

/// <summary>Saves and updates activities, one record at a time. An invalid record does not affect the others (quoted).</summary>
internal sealed partial class ActivityWriter
{
    private readonly TenantData _tenant;
    private readonly EmulatorSwitches _switches;
    private readonly IReadOnlyList<Lookup> _lookups;
    private readonly EmulatedField? _identifier;
    private readonly TimelineFields _fields;
    private readonly RecordValidator _validator;
    private readonly ActivityContext _context;

    /// <summary>Creates a writer.</summary>
    /// <param name="context">The call.</param>
    /// <param name="lookups">The lookups of the call.</param>
    /// <param name="identifier">The field by which an update finds its activity, or null for saves.</param>
    public ActivityWriter(RequestContext context, IReadOnlyList<Lookup> lookups, EmulatedField? identifier)
    {
        _tenant = context.Tenant;
        _switches = context.Switches;
        _lookups = lookups;
        _identifier = identifier;
        _fields = new TimelineFields(_tenant);
        _validator = new RecordValidator(_fields.Object, _switches, identifier is null ? [] : [identifier]);
        _context = new ActivityContext(_tenant, _fields);
    }

    public TimelineOutcome Outcome { get; } = new();

    public void Write(JsonElement record)
    {
        var plan = _validator.Plan(record, _lookups, insert: _identifier is null);
        var errors = plan.Errors.ConvertAll(Translate);
        if (_identifier is null)
        {
            Save(plan, plan.Values.GetValueOrDefault(_fields.ExternalId) as string ?? Sent(record, _fields.ExternalId), errors);
        }
        else
        {
            Update(plan, Sent(record, _identifier), errors);
        }
    }

    /// <summary>The id as it was sent. A record with an invalid id still fails under that id.</summary>
    private static string Sent(JsonElement record, EmulatedField field) => record.EnumerateObject()
        .Where(property => property.Value.ValueKind == JsonValueKind.String && string.Equals(property.Name, field.Name, StringComparison.OrdinalIgnoreCase))
        .Select(property => property.Value.GetString())
        .LastOrDefault() ?? "";

    private static (string Code, string Message) Translate(FieldError error) => error.Code switch
    {
        ErrorCodes.NoMatch => (TimelineErrorCodes.NotFound, $"{error.Field} not found"),
        ErrorCodes.NullValue => (TimelineErrorCodes.Missing, $"{error.Field} missing"),
        _ => (error.Code, error.Description),
    };

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    private void Save(PlannedRecord plan, string key, List<(string Code, string Message)> errors)
    {
        var existing = key.Length == 0 ? null : _fields.Object.Find(_fields.ExternalId, key).FirstOrDefault();
        if (existing is not null && _switches.DuplicateActivity == DuplicateActivityForm.Echo)
        {
            Outcome.Succeed(key, existing, _fields.ActivityId);
            return;
        }

        foreach ((var field, var what) in Mandatory())
        {
            var reported = plan.Errors.Exists(error => string.Equals(error.Field, field.Name, StringComparison.OrdinalIgnoreCase));
            if (!reported && plan.Values.GetValueOrDefault(field) is not string { Length: > 0 })
            {
                errors.Add((TimelineErrorCodes.Missing, $"Activity {what} missing"));
            }
        }

        if (existing is not null || WasDeleted(key))
        {
            errors.Add((TimelineErrorCodes.Duplicate, "An activity with this ExternalId exists already"));
        }

        var attendees = Complete(plan, null, errors);
        if (errors.Count > 0)
        {
            Outcome.Fail(key, errors);
            return;
        }

        _ = plan.Values.TryAdd(_fields.ActivityDate, _tenant.Now);
        plan.Values[_fields.Field("Source")] = "API";
        plan.Values[_fields.Field("CreatedBy")] = _tenant.ApiUser;
        plan.Values[_fields.Field("GsCreatedByUserId")] = _tenant.ApiUser;
        attendees.Show(plan);
        var row = _fields.Object.Add(plan.Values);
        attendees.Write((string)row[_fields.ActivityId]!);
        Outcome.Succeed(key, row, _fields.ActivityId);
    }

    private void Update(PlannedRecord plan, string key, List<(string Code, string Message)> errors)
    {
        var row = key.Length == 0 ? null : _fields.Object.Find(_identifier!, key).FirstOrDefault();
        if (row is null)
        {
            Outcome.Fail(key, errors.Count > 0 ? errors : [(TimelineErrorCodes.NotFound, "Activity not found")]);
            return;
        }

        foreach ((var field, var what) in Mandatory())
        {
            if (plan.Values.TryGetValue(field, out var value) && value is not string { Length: > 0 })
            {
                errors.Add((TimelineErrorCodes.Missing, $"Activity {what} missing"));
            }
        }

        if (plan.Values.TryGetValue(_fields.ExternalId, out var id) && id is string externalId && !externalId.Equals(row[_fields.ExternalId])
            && (WasDeleted(externalId) || _fields.Object.Find(_fields.ExternalId, externalId).Any()))
        {
            errors.Add((TimelineErrorCodes.Duplicate, "An activity with this ExternalId exists already"));
        }

        var attendees = Complete(plan, row, errors);
        if (errors.Count > 0)
        {
            Outcome.Fail(key, errors);
            return;
        }

        attendees.Show(plan);
        row = _fields.Object.Change(row, plan.Values);
        attendees.Write((string)row[_fields.ActivityId]!);
        Outcome.Succeed(key, row, _fields.ActivityId);
    }

    private IEnumerable<(EmulatedField Field, string What)> Mandatory() =>
    [
        (_fields.ContextName, "context name"),
        (_fields.TypeName, "type name"),
        (_fields.ExternalId, "external id"),
        (_fields.Subject, "subject"),
        (_fields.Notes, "notes"),
        (_fields.AuthorId, "author"),
    ];

    /// <summary>An external id is unique among all activities, including deleted ones (official).</summary>
    private bool WasDeleted(string externalId) => _fields.Object.Deleted!.Exists(deleted => externalId.Equals(deleted.Row[_fields.ExternalId]));

    /// <summary>Checks the references of a record and sets the values that follow from them.</summary>
    private Attendees Complete(PlannedRecord plan, EmulatedRow? existing, List<(string Code, string Message)> errors)
    {
        if (plan.Values.GetValueOrDefault(_fields.TypeName) is string type)
        {
            var category = ActivityTypes.Of(_tenant).CategoryOf(type);
            plan.Values[_fields.ReportingCategory] = category;
            if (category is null)
            {
                errors.Add((TimelineErrorCodes.NotFound, "Activity type not found"));
            }
        }

        if (plan.Values.GetValueOrDefault(_fields.AuthorId) is string author)
        {
            var user = _tenant.Find(ObjectNames.User)!.Store.Find(author);
            plan.Values[_fields.Field("UserId")] = author;
            plan.Values[_fields.Field("UserName")] = user?["Name"];
            plan.Values[_fields.Field("UserEmail")] = user?["Email"];
            if (user is null)
            {
                errors.Add((TimelineErrorCodes.NotFound, "Activity author not found"));
            }
        }

        var attendees = new Attendees(_tenant, _fields, plan);
        if (attendees.HasStrangers)
        {
            errors.Add((TimelineErrorCodes.NotFound, "Activity attendee not found"));
        }

        if (plan.Values.GetValueOrDefault(_fields.Notes) is string notes)
        {
            plan.Values[_fields.NotesPlainText] = Tags().Replace(notes, "");
        }

        plan.Values[_fields.Field("LastModifiedBy")] = _tenant.ApiUser;
        plan.Values[_fields.Field("GsLastmodifiedByUserId")] = _tenant.ApiUser;
        var named = existing is not null || plan.Values.GetValueOrDefault(_fields.ContextName) is string { Length: > 0 };
        if (errors.Count == 0 && named && _context.Check(plan, existing) is { } problem)
        {
            errors.Add(problem);
        }

        return attendees;
    }
}
