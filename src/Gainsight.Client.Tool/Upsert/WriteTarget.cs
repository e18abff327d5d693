namespace Gainsight.Client.Tool;

/// <summary>An object of the tenant, and how rows are written to it.</summary>
internal sealed record WriteTarget<T>(
    RecordQueryClient<T> Area,
    IdentifierKeys? Keys,
    Func<IAsyncEnumerable<T>, WriteOptions, CancellationToken, IAsyncEnumerable<RowOutcome<T>>> Write,
    Func<IAsyncEnumerable<T>, CancellationToken, IAsyncEnumerable<RowPreview<T>>> Preview)
    where T : GainsightRecord, new();

/// <summary>Chooses the calls of a mode.</summary>
internal static class WriteTarget
{
    public static WriteTarget<T> Of<T>(RecordWriteClient<T> area, string mode, string[] names)
        where T : GainsightRecord, new()
    {
        var keys = names is [] ? null : IdentifierKeys.Create([.. names.Select(name => (Field)name)]);
        return (mode, keys) switch
        {
            ("insert", _) => new(area, keys, area.InsertStreamAsync, area.PreviewInsertStreamAsync),
            (_, null) => throw new ToolException($"Name the fields to find rows by with --key, at most three, for --mode {mode}."),
            ("update", _) => new(area, keys, (rows, how, stop) => area.UpdateStreamAsync(rows, keys, how, stop), (rows, stop) => area.PreviewUpdateStreamAsync(rows, keys, stop)),
            _ => new(area, keys, (rows, how, stop) => area.UpsertStreamAsync(rows, keys, how, stop), (rows, stop) => area.PreviewUpsertStreamAsync(rows, keys, stop)),
        };
    }

    /// <summary>People are written by their e-mail addresses, one in a call.</summary>
    public static WriteTarget<Person> OfPeople(PersonClient people, string mode, string[] names) =>
        mode == "upsert" && names is [] or [_] && (names is [] || PersonFields.Email.Name.Equals(names[0], StringComparison.OrdinalIgnoreCase))
            ? new(people, PersonFields.Email, people.UpsertStreamAsync, people.PreviewUpsertStreamAsync)
            : throw new ToolException("Gainsight upserts people by Email, and has no other call. Leave out --mode and --key.");
}
