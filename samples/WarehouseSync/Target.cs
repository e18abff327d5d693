namespace WarehouseSync;

/// <summary>An object of the tenant, and how rows are written to it.</summary>
internal sealed record Target<T>(RecordQueryClient<T> Area, IdentifierKeys? Keys,
    Func<IAsyncEnumerable<T>, WriteOptions, CancellationToken, IAsyncEnumerable<RowOutcome<T>>> Write,
    Func<IAsyncEnumerable<T>, CancellationToken, IAsyncEnumerable<RowPreview<T>>> Preview)
    where T : GainsightRecord, new();

internal static class Target
{
    public static Target<T> Of<T>(RecordWriteClient<T> area, string mode, string[] names)
        where T : GainsightRecord, new()
    {
        var keys = names is [] ? null : IdentifierKeys.Create([.. names.Select(name => (Field)name)]);
        return (mode, keys) switch
        {
            ("insert", _) => new(area, keys, area.InsertStreamAsync, area.PreviewInsertStreamAsync),
            (_, null) => throw new ArgumentException($"Name the fields to find rows by with --key, at most three, for {mode}."),
            ("update", _) => new(area, keys, (rows, how, stop) => area.UpdateStreamAsync(rows, keys, how, stop),
                (rows, stop) => area.PreviewUpdateStreamAsync(rows, keys, stop)),
            _ => new(area, keys, (rows, how, stop) => area.UpsertStreamAsync(rows, keys, how, stop),
                (rows, stop) => area.PreviewUpsertStreamAsync(rows, keys, stop)),
        };
    }

    /// <summary>People are written one in a call, by their e-mail addresses.</summary>
    public static Target<Person> OfPeople(PersonClient people, string mode, string[] names) =>
        mode == "upsert" && names is [] or ["Email"]
            ? new(people, PersonFields.Email, people.UpsertStreamAsync, people.PreviewUpsertStreamAsync)
            : throw new ArgumentException("Gainsight upserts people by Email, and has no other call. Leave out --mode and --key.");
}
