namespace Gainsight.Client.IntegrationTests.Changes;

/// <summary>A copy of the companies as a user keeps it: from the feed only.</summary>
internal sealed class Copy
{
    public Dictionary<string, string> Rows { get; private init; } = new(StringComparer.Ordinal);

    public Copy Clone() => new() { Rows = new(Rows, StringComparer.Ordinal) };

    public void Apply(Change<Company> change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Upserted:
                Rows[change.Gsid!] = change.Record!.Name!;
                break;
            case ChangeKind.Deleted:
                Rows.Remove(change.Gsid!);
                break;
        }
    }
}
