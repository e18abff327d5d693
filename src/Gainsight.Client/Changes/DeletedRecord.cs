namespace Gainsight.Client;

/// <summary>A row that was deleted, as Gainsight's logs of deleted records tell it.</summary>
public sealed class DeletedRecord
{
    internal DeletedRecord(string gsid, string objectName, DateTimeOffset deletedOn)
    {
        Gsid = gsid;
        ObjectName = objectName;
        DeletedOn = deletedOn;
    }

    /// <summary>The GSID that the row had (<c>RecordId</c>).</summary>
    public string Gsid { get; }

    /// <summary>The object's API name. Its case may differ from that of other places: the official sample says <c>Company</c>, the list of objects <c>company</c>.</summary>
    public string ObjectName { get; }

    /// <summary>When the row was deleted, in UTC; the official sample has whole seconds.</summary>
    public DateTimeOffset DeletedOn { get; }

    /// <summary>The object and the GSID.</summary>
    /// <returns>For example <c>Company 1P02…</c>.</returns>
    public override string ToString() => $"{ObjectName} {Gsid}";
}
