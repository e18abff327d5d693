namespace Gainsight.Client.Emulator;

/// <summary>
/// A field of an object, with the metadata that the describe call shows and that writes are checked against. The settable properties may be
/// changed at any time, as an administrator would.
/// </summary>
public sealed class EmulatedField
{
    internal const int UsualLength = 255;

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

    /// <summary>The display name. Default: the API name.</summary>
    public string Label { get; set; }

    /// <summary>The data type.</summary>
    public EmulatedDataType DataType { get; }

    /// <summary>
    /// The maximum length of a text, in characters. A longer text is an error (<c>GSOBJ_1001</c>). Other types ignore it. Default: 255.
    /// </summary>
    public int Length { get; set; } = UsualLength;

    /// <summary>
    /// Whether an insert must carry the field. Without it, and with null in any write, the error is <c>GSOBJ_1007</c>. Default:
    /// <see langword="false"/>.
    /// </summary>
    public bool Required { get; set; }

    /// <summary>Whether the field may be null. If not, null is an error (<c>GSOBJ_1007</c>). Default: <see langword="true"/>.</summary>
    public bool Nillable { get; set; } = true;

    /// <summary>Whether the record API refuses to write the field, as for system and score fields. Default: <see langword="false"/>.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// The value of an insert that leaves the field out, and of a lookup with <c>DEFAULTVALUE</c> for <c>onNoMatch</c> (the documentation does
    /// not say which default that is: inferred, unconfirmed). Default: <see langword="null"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The value does not fit the type of the field.</exception>
    public object? DefaultValue
    {
        get => _defaultValue;
        set => _defaultValue = ClrValueConverter.Convert(this, value);
    }

    /// <summary>The items of a picklist or multi-select field, or <see langword="null"/> for other types.</summary>
    public PicklistCategory? Picklist { get; internal set; }

    /// <summary>The object that a lookup field points to, such as <c>gsuser</c>, or <see langword="null"/>.</summary>
    public string? LookupObject { get; set; }

    /// <summary>
    /// The name with which a path follows the lookup, as the describe call shows it. Default: the field's name and <c>__gr</c> (official
    /// sample; for custom fields, whether <c>__gc</c> stays is not documented).
    /// </summary>
    public string LookupName { get; set; }

    /// <summary>
    /// The name under which the Cockpit API follows the lookup: <c>X__gr</c> for a custom field <c>X__gc</c> (official sample).
    /// Metadata may use a different name.
    /// </summary>
    internal string ShortLookupName => Name.EndsWith(CustomSuffix, StringComparison.Ordinal) ? Name[..^CustomSuffix.Length] + "__gr" : LookupName;

    /// <summary>Whether a text field holds several ids, joined by <c>;</c>, which writes send as a list.</summary>
    internal bool HoldsList { get; set; }

    /// <summary>Makes the value of a new row that comes without one, such as its number. Null if nothing does.</summary>
    internal FieldGenerator? Generated { get; set; }

    /// <summary>Whether every change of a row sets the field. Some modules have their own name for <c>ModifiedDate</c>.</summary>
    internal bool IsModifiedTime => Generated is { Kind: FieldGenerator.Modified };

    internal bool TakesNull => Nillable && !Required;

    internal EmulatedObject Owner { get; }

    internal int Ordinal { get; }

    internal bool IsSystem { get; set; }

    /// <summary>Computes the value on each read, from other rows or from today's date. Null if the value is stored.</summary>
    internal Func<EmulatedRow, object?>? Computed { get; set; }
}
