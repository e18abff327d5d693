namespace Gainsight.Client.Tests.Writes;

/// <summary>A kind of write that sends every field that a row has. It makes no calls.</summary>
internal sealed class StubJob(params Field[] keys) : WriteJob<ObjectRecord>
{
    public override int CallSize => 50;

    public override string ObjectName => "Company";

    public override IReadOnlyList<Field> Keys => keys;

    public override bool KeepsOrder { get; set; } = true;

    /// <summary>The fields with several items.</summary>
    public HashSet<string> MultiSelects { get; } = [];

    public static WriteRow<ObjectRecord>[] Rows(WriteMode mode, params ObjectRecord[] records) =>
        [.. records.Select((record, i) => new WriteRow<ObjectRecord>(i, record) { Mode = mode })];

    public override RecordError? Check(ObjectRecord? row) => null;

    public override Task ResolveAsync(IReadOnlyList<WriteRow<ObjectRecord>> block, CallCounter calls, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override ApiRequest CreateRequest(IReadOnlyList<WriteRow<ObjectRecord>> rows, RequestLane lane, CallCounter calls) =>
        throw new NotSupportedException();

    public override bool TryGetSent(WriteRow<ObjectRecord> row, string field, out string? text) =>
        row.Body.TryGetText(field, WireFormat.Default, out text);

    public override bool HasItems(WriteRow<ObjectRecord> row, string field) => MultiSelects.Contains(field);
}
