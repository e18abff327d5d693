using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A field of an object, as the describe call reports it.</summary>
/// <remarks>
/// Shape from the samples of Gainsight's Data Management API documentation and a recorded answer. A field counts as filterable, sortable,
/// nillable, createable and updateable where the answer does not say so.
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

    /// <summary><c>STANDARD</c>, <c>CUSTOM</c> or <c>SYSTEM</c>; an open set. Null when the answer has none.</summary>
    public string? FieldGroup { get; init; }

    /// <summary>Whether a new row needs a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the field may be null.</summary>
    public bool IsNillable { get; init; } = true;

    /// <summary>Whether inserts may set the field.</summary>
    public bool IsCreateable { get; init; } = true;

    /// <summary>Whether updates may set the field.</summary>
    public bool IsUpdateable { get; init; } = true;

    /// <summary>Whether only Gainsight sets the field.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether queries may filter by the field.</summary>
    public bool IsFilterable { get; init; } = true;

    /// <summary>Whether queries may sort by the field. False for a multi-select.</summary>
    public bool IsSortable { get; init; } = true;

    /// <summary>Whether a formula computes the value.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Whether the field is hidden in the user interface.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The maximum length of a text in characters. Null when the answer has none, as for a date-time.</summary>
    public int? Length { get; init; }

    /// <summary>The number of digits after the decimal point. Null when the answer has none.</summary>
    public int? DecimalPlaces { get; init; }

    /// <summary>The objects that a lookup points to, such as <c>gsuser</c>. Empty for other fields, and when the answer has none.</summary>
    public IReadOnlyList<string> LookupObjects { get; init; } = [];

    /// <summary>The name of the lookup in a dot path, such as <c>Csm__gr</c>, or null.</summary>
    public string? LookupName { get; init; }

    /// <summary>The id of the list of items, for <see cref="MetadataClient.GetDropdownAsync"/>, or null.</summary>
    public string? PicklistCategoryId { get; init; }

    /// <summary>The items of a picklist or multi-select, including inactive ones. Empty for other fields.</summary>
    public IReadOnlyList<PicklistItem> PicklistItems
    {
        get => _items;
        init => _items = value;
    }

    /// <summary>Whether the field is a picklist or multi-select.</summary>
    public bool IsPicklist => DataType == DataType.Picklist || DataType == DataType.MultiSelect;

    /// <summary>
    /// The token for queries and records: a <see cref="LookupField"/> for a lookup with one target, otherwise a <see cref="Field{T}"/> of
    /// <see cref="decimal"/>, <see cref="bool"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, <c>IReadOnlyList&lt;string&gt;</c>
    /// (multi-select), <see cref="JsonElement"/> or <see cref="string"/>.
    /// </summary>
    public Field Token => _token ??= MakeToken();

    /// <summary>Whether the describe call returned no items and they were not loaded by a call of their own.</summary>
    internal bool LacksItems => IsPicklist && _items.Count == 0 && !_isFilled;

    /// <summary>The items, for finding one by GSID or label.</summary>
    internal Picklist Picklist => _picklist ??= new Picklist(PicklistItems);

    /// <summary>The token with a .NET type that you choose, such as <see cref="int"/> for a number.</summary>
    /// <typeparam name="T">As for <see cref="Field.Custom{T}(string)"/>.</typeparam>
    /// <returns>The token.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the supported types.</exception>
    public Field<T> As<T>() => Token as Field<T> ?? new Field<T>(Name, DataType, IsReadOnly);

    /// <summary>Adds the items that the describe call left out.</summary>
    internal void Fill(IReadOnlyList<PicklistItem> items) => (_items, _picklist, _isFilled) = (items, null, true);

    /// <summary>The API name.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    private Field MakeToken()
    {
        if (DataType == DataType.Lookup && LookupObjects is [var target] && !string.IsNullOrWhiteSpace(target))
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
