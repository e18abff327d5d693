namespace Gainsight.Client;

/// <summary>Finds errors of a user before a call is sent. Only a hundred calls an hour are allowed.</summary>
internal static class UserCheck
{
    private const string External = "External";
    private const string Partner = "Guest Partner";

    /// <summary>The error of a new user that lacks a required field. Internal and external users need different fields.</summary>
    public static RecordError? Required(User user)
    {
        if (Is(user.SystemType, External) || Is(user.LicenseType, External))
        {
            return Lacks(user, UserFields.CompanyId) ? Missing("An external user", UserFields.CompanyId) : null;
        }

        // No source says what a guest of a partner needs.
        if (Is(user.SystemType, Partner))
        {
            return null;
        }

        Field? missing = Array.Find([UserFields.Email, UserFields.SfdcUserName], field => Lacks(user, field));
        if (missing is null && Lacks(user, UserFields.Name) && (Lacks(user, UserFields.FirstName) || Lacks(user, UserFields.LastName)))
        {
            return new(RecordErrorCodes.MissingRequiredField, "An internal user needs a Name, or FirstName and LastName.", UserFields.Name.Name);
        }

        return missing is null ? null : Missing("An internal user", missing);
    }

    /// <summary>The error of a user who would be their own manager, or null.</summary>
    public static RecordError? Manager(User user) =>
        user.Manager is { Length: > 0 } manager && manager == user.Gsid
        || user.Lookups.Any(set => set.Field.IsNamed(UserFields.Manager.Name) && set.Lookup.Match.All(match => IsOwn(user, match.Field, match.Value)))
            ? new(RecordErrorCodes.InvalidValue, "A user cannot be their own manager.", UserFields.Manager.Name)
            : null;

    private static bool IsOwn(User user, Field field, string value) =>
        user.TryGetText(field.Name, WireFormat.Default, out var own) && Is(own, value);

    private static bool Lacks(User user, Field field) => user.Lacks(field, WireFormat.Default);

    private static RecordError Missing(string who, Field field) => new(RecordErrorCodes.MissingRequiredField, $"{who} needs a value in {field}.", field.Name);

    private static bool Is(string? text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
