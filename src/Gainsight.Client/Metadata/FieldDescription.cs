using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A field of an object, as describe tells of it.</summary>
/// <remarks>
/// Shape from the samples of Gainsight's Data Management API documentation and a recorded answer. What an answer leaves out counts as
/// allowed: filterable, sortable, nillable, createable and updateable.
/// </remarks>
public sealed class FieldDescription
{
    private IReadOnlyList<PicklistItem> _items = [];
    private Field? _token;
    private Picklist? _picklist;
    private bool _isFilled;

    /// <summary>The API name, such as <c>Arr</c> or <c>Seats__gc</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The display name.</summary>
    public required string Label { get; init; }

    /// <summary>The data type; an open set.</summary>
    public DataType DataType { get; init; }

    /// <summary><c>STANDARD</c>, <c>CUSTOM</c> or <c>SYSTEM</c>; an open set, null when it is not told.</summary>
    public string? FieldGroup { get; init; }

    /// <summary>Whether a new row needs a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the field may be null.</summary>
    public bool IsNillable { get; init; } = true;

    /// <summary>Whether inserts may carry the field.</summary>
    public bool IsCreateable { get; init; } = true;

    /// <summary>Whether updates may carry the field.</summary>
    public bool IsUpdateable { get; init; } = true;

    /// <summary>Whether only Gainsight sets the field.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether queries may filter by the field.</summary>
    public bool IsFilterable { get; init; } = true;

    /// <summary>Whether queries may order by the field; a multi-select says no.</summary>
    public bool IsSortable { get; init; } = true;

    /// <summary>Whether a formula makes the value.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Whether the field is hidden from people.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The longest text in characters, or null when it is not told, as for a date-time.</summary>
    public int? Length { get; init; }

    /// <summary>The digits behind the decimal point, or null when it is not told.</summary>
    public int? DecimalPlaces { get; init; }

    /// <summary>The objects that a lookup points to, such as <c>gsuser</c>; empty for other fields, and where they are not told.</summary>
    public IReadOnlyList<string> LookupObjects { get; init; } = [];

    /// <summary>The name by which a dot path follows the lookup, such as <c>Csm__gr</c>, or null.</summary>
    public string? LookupName { get; init; }

    /// <summary>The id of the list of items, for <see cref="MetadataClient.GetDropdownAsync"/>, or null.</summary>
    public string? PicklistCategoryId { get; init; }

    /// <summary>The items of a picklist or multi-select, inactive ones included; empty for other fields.</summary>
    public IReadOnlyList<PicklistItem> PicklistItems
    {
        get => _items;
        init => _items = value;
    }

    /// <summary>Whether values are items of a picklist, one or several.</summary>
    public bool IsPicklist => DataType == DataType.Picklist || DataType == DataType.MultiSelect;

    /// <summary>
    /// The token for queries and records. It is a <see cref="LookupField"/> for a lookup with one target, and else a <see cref="Field{T}"/> of
    /// <see cref="decimal"/>, <see cref="bool"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, <c>IReadOnlyList&lt;string&gt;</c>
    /// (multi-select), <see cref="JsonElement"/> or <see cref="string"/>.
    /// </summary>
    public Field Token => _token ??= MakeToken();

    /// <summary>Whether describe told of no items, and nobody has asked for them otherwise.</summary>
    internal bool LacksItems => IsPicklist && _items.Count == 0 && !_isFilled;

    /// <summary>The items as they are looked up.</summary>
    internal Picklist Picklist => _picklist ??= new Picklist(PicklistItems);

    /// <summary>The token with a .NET type of the caller's choice, such as <see cref="int"/> for a number.</summary>
    /// <typeparam name="T">As for <see cref="Field.Custom{T}(string)"/>.</typeparam>
    /// <returns>The token.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the supported types.</exception>
    public Field<T> As<T>() => Token as Field<T> ?? new Field<T>(Name, DataType, IsReadOnly);

    /// <summary>Puts in the items that describe left out.</summary>
    internal void Fill(IReadOnlyList<PicklistItem> items) => (_items, _picklist, _isFilled) = (items, null, true);

    /// <summary>The API name.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    private Field MakeToken()
    {
        if (DataType == DataType.Lookup && LookupObjects is [{ Length: > 0 } target])
        {
            return new LookupField(Name, target, IsReadOnly, LookupName);
        }

        return DataType.Name switch
        {
            "NUMBER" or "PERCENTAGE" or "CURRENCY" or "JSONNUMBER" => new Field<decimal>(Name, DataType, IsReadOnly),
            "BOOLEAN" or "JSONBOOLEAN" => new Field<bool>(Name, DataType, IsReadOnly),
            "DATE" => new Field<DateOnly>(Name, DataType, IsReadOnly),
            "DATETIME" => new Field<DateTimeOffset>(Name, DataType, IsReadOnly),
            "MULTISELECTDROPDOWNLIST" => new Field<IReadOnlyList<string>>(Name, DataType, IsReadOnly),
            "JSON" => new Field<JsonElement>(Name, DataType, IsReadOnly),
            _ => new Field<string>(Name, DataType, IsReadOnly),
        };
    }
}
