namespace Gainsight.Client;

/// <summary>A deleted row from Gainsight's logs of deleted records.</summary>
public sealed class DeletedRecord
{
    /// <summary>The GSID that the row had (<c>RecordId</c>).</summary>
    public required string Gsid { get; init; }

    /// <summary>The object's API name. Its case may differ from other places: the official sample has <c>Company</c>, the list of objects <c>company</c>.</summary>
    public required string ObjectName { get; init; }

    /// <summary>When the row was deleted. The official sample has whole seconds, in UTC.</summary>
    public required DateTimeOffset DeletedOn { get; init; }

    /// <summary>Returns the object and the GSID.</summary>
    /// <returns>For example <c>Company 1P02…</c>.</returns>
    public override string ToString() => $"{ObjectName} {Gsid}";
}
