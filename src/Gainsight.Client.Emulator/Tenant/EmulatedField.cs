namespace Gainsight.Client.Emulator;

/// <summary>
/// A field of an object, with the metadata that the describe call shows and writes are checked against.
/// The settable properties may be changed at any time, as an administrator would.
/// </summary>
public sealed class EmulatedField
{
    private const string CustomSuffix = "__gc";

    private object? _defaultValue;

    internal EmulatedField(EmulatedObject owner, string name, EmulatedDataType dataType, int ordinal)
    {
        Owner = owner;
        Name = name;
        Label = name;
        DataType = dataType;
        LookupName = name + "__gr";
        Ordinal = ordinal;
    }

    /// <summary>The API name, such as <c>RenewalDate</c> or <c>Tier__gc</c>.</summary>
    public string Name { get; }

    /// <summary>The display name.</summary>
    public string Label { get; set; }

    /// <summary>The data type.</summary>
    public EmulatedDataType DataType { get; }

    /// <summary>The longest text allowed, in characters; a longer one gives <c>GSOBJ_1001</c>. Only text types look at it.</summary>
    public int Length { get; set; } = 255;

    /// <summary>Whether an insert must carry the field; leaving it out gives <c>GSOBJ_1007</c>, and so does null in any write.</summary>
    public bool Required { get; set; }

    /// <summary>Whether the field may be null; if not, null gives <c>GSOBJ_1007</c>.</summary>
    public bool Nillable { get; set; } = true;

    /// <summary>Whether the record API refuses to write the field, as it does for system and score fields.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// The value of an insert that leaves the field out, and of a lookup with <c>onNoMatch</c> <c>DEFAULTVALUE</c>
    /// (where the documentation does not say which default is meant: inferred, unconfirmed).
    /// </summary>
    /// <exception cref="ArgumentException">The type of the field does not take the value.</exception>
    public object? DefaultValue
    {
        get => _defaultValue;
        set => _defaultValue = ClrValueConverter.Convert(this, value);
    }

    /// <summary>The list of a picklist or multi-select field, else <see langword="null"/>.</summary>
    public PicklistCategory? Picklist { get; internal set; }

    /// <summary>The object that a lookup field points to, such as <c>gsuser</c>.</summary>
    public string? LookupObject { get; set; }

    /// <summary>
    /// The name under which a dot path follows a lookup, as the describe call shows it: the field's name and <c>__gr</c>
    /// (official sample; what becomes of the <c>__gc</c> of a custom field is not documented, here it stays).
    /// </summary>
    public string LookupName { get; set; }

    /// <summary>
    /// The name under which the Cockpit API follows the lookup: <c>X__gr</c> for a custom field <c>X__gc</c> (official sample).
    /// Metadata may use a different name.
    /// </summary>
    internal string ShortLookupName => Name.EndsWith(CustomSuffix, StringComparison.Ordinal) ? Name[..^CustomSuffix.Length] + "__gr" : LookupName;

    /// <summary>Whether a text field holds several ids, joined by <c>;</c>, which writes hand in as a list.</summary>
    internal bool HoldsList { get; set; }

    /// <summary>Makes the value of a row that comes without one, such as its number.</summary>
    internal Func<object>? Generate { get; set; }

    /// <summary>Whether every change of a row sets the field: modules have their own names for <c>ModifiedDate</c>.</summary>
    internal bool IsModifiedTime { get; set; }

    internal bool TakesNull => Nillable && !Required;

    internal EmulatedObject Owner { get; }

    internal int Ordinal { get; }

    internal bool IsSystem { get; set; }

    /// <summary>What the value follows from, if it is not kept: other rows, or today's date.</summary>
    internal Func<EmulatedRow, object?>? Computed { get; set; }
}
