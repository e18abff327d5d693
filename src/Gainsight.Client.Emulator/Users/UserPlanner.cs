using System.Text.Json;

namespace Gainsight.Client.Emulator;

/// <summary>Checks users before they are written: the types of the fields, then the rules of the users service.</summary>
internal sealed class UserPlanner
{
    private readonly EmulatedObject _users;
    private readonly EmulatedField? _key;
    private readonly RecordValidator _validator;

    public UserPlanner(EmulatedObject users, EmulatorSwitches switches, EmulatedField? key)
    {
        _users = users;
        _key = key;
        _validator = new RecordValidator(users, switches, key is null ? [] : [key]) { NotFields = NotFields(switches) };
    }

    public PlannedRecord Plan(JsonElement record, IReadOnlyList<Lookup> lookups)
    {
        var plan = _validator.Plan(record, lookups, insert: _key is null);
        CheckBundles(record, plan);
        OneOf(plan, UserFields.LicenseType, UserFields.LicenseTypes);
        OneOf(plan, UserFields.SystemType, UserFields.SystemTypes);
        CheckManager(plan);
        if (_key is null)
        {
            Require(plan);
            CheckUnique(plan, UserFields.SfdcUserName);
            CheckUnique(plan, UserFields.SfdcUserId);
            CompleteName(plan);
        }

        return plan;
    }

    private static HashSet<string> NotFields(EmulatorSwitches switches) => switches.IgnoresIsSuperAdmin
        ? [UserFields.Bundles, UserFields.BundleAction, UserFields.IsSuperAdmin]
        : [UserFields.Bundles, UserFields.BundleAction];

    /// <summary>The shape of a bundle is unknown, so the list is accepted and ignored.</summary>
    private static void CheckBundles(JsonElement record, PlannedRecord plan)
    {
        if (record.TryGetProperty(UserFields.Bundles, out var bundles) && bundles.ValueKind != JsonValueKind.Array)
        {
            plan.Errors.Add(new FieldError(ErrorCodes.InvalidValue, UserFields.Bundles, "The bundles must be a list.", bundles));
        }

        if (record.TryGetProperty(UserFields.BundleAction, out var action)
            && !(action.ValueKind == JsonValueKind.String && action.GetString() is "append" or "overwrite"))
        {
            plan.Errors.Add(new FieldError(ErrorCodes.InvalidValue, UserFields.BundleAction, "The action must be append or overwrite.", action));
        }
    }

    private void OneOf(PlannedRecord plan, string name, string[] values)
    {
        var field = _users.FindField(name)!;
        if (plan.Values.GetValueOrDefault(field) is string text && !values.Contains(text, StringComparer.Ordinal))
        {
            plan.Errors.Add(new FieldError(ErrorCodes.InvalidValue, name, "The value is not one of those allowed.", Sent(plan, field)));
        }
    }

    private void CheckManager(PlannedRecord plan)
    {
        var field = _users.FindField(UserFields.Manager)!;
        if (plan.Values.GetValueOrDefault(field) is string manager && _users.Store.Find(manager) is null)
        {
            plan.Errors.Add(new FieldError(ErrorCodes.NoMatch, UserFields.Manager, ErrorCodes.NoMatchText, Sent(plan, field)));
        }
    }

    /// <summary>Internal users need an email address, a user name and a name; external users need a company (quoted).</summary>
    private void Require(PlannedRecord plan)
    {
        var external = Has(plan, UserFields.SystemType, UserFields.External) || Has(plan, UserFields.LicenseType, UserFields.External);
        if (external)
        {
            Require(plan, UserFields.CompanyId);
            return;
        }

        Require(plan, UserFields.Email);
        Require(plan, UserFields.SfdcUserName);
        if (!IsSet(plan, FieldNames.Name) && !(IsSet(plan, UserFields.FirstName) && IsSet(plan, UserFields.LastName)))
        {
            Require(plan, FieldNames.Name);
        }
    }

    private void Require(PlannedRecord plan, string name)
    {
        var reported = plan.Errors.Exists(error => string.Equals(error.Field, name, StringComparison.OrdinalIgnoreCase));
        if (!IsSet(plan, name) && !reported)
        {
            plan.Errors.Add(new FieldError(ErrorCodes.NullValue, name, "Invalid field value.", null));
        }
    }

    private void CheckUnique(PlannedRecord plan, string name)
    {
        var field = _users.FindField(name)!;
        if (plan.Values.GetValueOrDefault(field) is string text && _users.Find(field, text).Any())
        {
            plan.Errors.Add(new FieldError(UserErrorCodes.Conflict, name, "A user with this value exists already.", Sent(plan, field)));
        }
    }

    private void CompleteName(PlannedRecord plan)
    {
        if (!IsSet(plan, FieldNames.Name) && IsSet(plan, UserFields.FirstName))
        {
            plan.Values[_users.FindField(FieldNames.Name)!] = $"{Value(plan, UserFields.FirstName)} {Value(plan, UserFields.LastName)}".TrimEnd();
        }
    }

    private object? Value(PlannedRecord plan, string name) => plan.Values.GetValueOrDefault(_users.FindField(name)!);

    private bool Has(PlannedRecord plan, string name, string value) => value.Equals(Value(plan, name));

    private bool IsSet(PlannedRecord plan, string name) => Value(plan, name) is string { Length: > 0 };

    private static JsonElement? Sent(PlannedRecord plan, EmulatedField field) => plan.Sent.TryGetValue(field, out var sent) ? sent : null;
}
