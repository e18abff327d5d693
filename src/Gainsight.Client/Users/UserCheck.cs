namespace Gainsight.Client;

/// <summary>Finds what is wrong with a user before a call is spent: there are a hundred an hour.</summary>
internal static class UserCheck
{
    private const string External = "External";
    private const string Partner = "Guest Partner";

    /// <summary>What a new user lacks: internal and external ones need different things.</summary>
    public static RecordError? Required(User user)
    {
        if (Is(user.SystemType, External) || Is(user.LicenseType, External))
        {
            return Lacks(user, UserFields.CompanyId) ? Missing("An external user", UserFields.CompanyId) : null;
        }

        // What a guest of a partner needs is not told.
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

    /// <summary>Whether the user is to be their own manager.</summary>
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
