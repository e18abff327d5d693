namespace Gainsight.Client;

/// <summary>The errors of one user in an answer.</summary>
/// <param name="Ids">The values that may identify the user, by the name of their field in any case.</param>
/// <param name="Errors">The errors.</param>
internal sealed record UserError(IReadOnlyDictionary<string, string> Ids, IReadOnlyList<RecordError> Errors)
{
    private static readonly Field<string>[] Unique = [UserFields.SfdcUserName, UserFields.Gsid, UserFields.SfdcUserId];

    /// <summary>Whether a field of this name may identify a user.</summary>
    public static bool IsId(string name) => Array.Exists(Unique, id => id.IsNamed(name)) || UserFields.Email.IsNamed(name);

    /// <summary>Whether one of the values is this one.</summary>
    public bool Names(string id) => Ids.Values.Any(value => Is(value, id));

    /// <summary>Whether the errors mean this row: by the first unique id that both have, or else by the e-mail address if no other row has it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="rows">The rows of the call.</param>
    public bool Means(WriteRow<User> row, IReadOnlyList<WriteRow<User>> rows)
    {
        foreach (var id in Unique)
        {
            if (Ids.TryGetValue(id.Name, out var text) && row.Body.Get(id) is { Length: > 0 } own)
            {
                return Is(own, text);
            }
        }

        return Ids.TryGetValue(UserFields.Email.Name, out var email)
            && Is(row.Body.Get(UserFields.Email), email)
            && rows.Count(other => Is(other.Body.Get(UserFields.Email), email)) == 1;
    }

    private static bool Is(string? value, string text) => string.Equals(value, text, StringComparison.OrdinalIgnoreCase);
}
