namespace Gainsight.Client.Emulator;

public sealed partial class EmulatorSwitches
{
    /// <summary>
    /// The form of dates in responses. The Company and Custom Object pages say epoch milliseconds; live connectors read text.
    /// Default: <see cref="DateForm.Iso"/>.
    /// </summary>
    public DateForm Dates { get; set; }

    /// <summary>How a row shows a field without a value. Default: <see cref="EmptyValueForm.Null"/>.</summary>
    public EmptyValueForm EmptyValues { get; set; }

    /// <summary>
    /// The nesting of <c>data.errors</c>. A recorded fixture nests it twice; a live connector reads a flat list.
    /// Default: <see cref="ErrorListForm.Nested"/>.
    /// </summary>
    public ErrorListForm ErrorList { get; set; }

    /// <summary>
    /// Which records the response to a write of records, users, activities or the Cockpit family lists, and in which order. Counts stay true.
    /// Default: <see cref="WrittenRecordsForm.InOrder"/>.
    /// </summary>
    public WrittenRecordsForm WrittenRecords { get; set; }

    /// <summary>Whether the refusal of a write of records or users has a <c>count</c>. Not documented. Default: <see langword="true"/>.</summary>
    public bool RefusalsHaveCount { get; set; } = true;

    /// <summary>
    /// Whether the refusal of a write of records or users lists errors in <c>data</c>. If not, only the call has a code and a text, those of the
    /// first error. Not documented. Default: <see langword="true"/>.
    /// </summary>
    public bool RefusalsListErrors { get; set; } = true;

    /// <summary>Whether a refused write reports all errors or only the first. Inferred, unconfirmed. Default: <see cref="ErrorScope.AllErrors"/>.</summary>
    public ErrorScope ErrorScope { get; set; }

    /// <summary>Whether picklist labels must match in case, in writes and in filters. Not documented. Default: <see langword="true"/>.</summary>
    public bool PicklistsAreCaseSensitive { get; set; } = true;

    /// <summary>The forms in which a multi-select field may be written. Not documented. Default: <see cref="MultiSelectInput.Any"/>.</summary>
    public MultiSelectInput MultiSelectInput { get; set; }

    /// <summary>What an update does when only some of its records match a row. Not documented. Default: <see cref="PartialMatchForm.WholeCallFails"/>.</summary>
    public PartialMatchForm PartialMatch { get; set; }

    /// <summary>
    /// What a write does when some of its records are invalid. Officially the whole call fails; third parties handle a partial success.
    /// Default: <see cref="InvalidRecordForm.WholeCallFails"/>.
    /// </summary>
    public InvalidRecordForm InvalidRecords { get; set; }

    /// <summary>
    /// What an update does when a key matches several rows. A recorded fixture counts two rows for one record.
    /// Default: <see cref="MultiMatchForm.AllUpdated"/>.
    /// </summary>
    public MultiMatchForm MultiMatch { get; set; }

    /// <summary>
    /// What a successful write returns. Recorded fixtures differ between inserts and updates. Default: <see cref="WriteEcho.UpdatesEchoFields"/>.
    /// </summary>
    public WriteEcho WriteEcho { get; set; }

    /// <summary>
    /// The <c>data</c> of a successful delete: <see langword="null"/>, or a text. The text is unknown, and a connector reads both.
    /// Default: <see langword="null"/>.
    /// </summary>
    public string? DeleteData { get; set; }
}
