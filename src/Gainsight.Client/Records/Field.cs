using System.Collections.Concurrent;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>A field of an object by its API name: the token that models, queries, identifier keys and validation share.</summary>
/// <remarks>
/// Classes such as <see cref="CompanyFields"/> have the tokens of the standard objects; <see cref="Custom{T}(string)"/> creates the token of a custom field.
/// Names are sent exactly as given. Case is ignored when rows are read.
/// Keep a token for as long as the program runs: it remembers its position in the rows that were read last.
/// </remarks>
public abstract class Field
{
    /// <summary>The maximum number of names that are kept. Names come from code and mappings, so there are few. The limit is for a caller that generates names.</summary>
    private const int MaxKept = 4096;

    private static readonly ConcurrentDictionary<string, Field> Kept = new(StringComparer.Ordinal);

    /// <summary>The approximate number of kept tokens. The dictionary's own count would lock it.</summary>
    private static int _kept;

    private protected Field(string name, DataType dataType, bool isReadOnly)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        DataType = dataType;
        IsReadOnly = isReadOnly;
        IsPath = name.Contains('.', StringComparison.Ordinal);
        EncodedName = JsonEncodedText.Encode(name);
        Shape = dataType == DataType.Date ? FieldShape.Date
            : dataType == DataType.DateTime ? FieldShape.DateTime
            : dataType == DataType.MultiSelect ? FieldShape.MultiSelect
            : FieldShape.AsIs;
    }

    /// <summary>The API name, such as <c>Arr</c> or <c>Seats__gc</c>, or a dot path such as <c>Csm__gr.Email</c>.</summary>
    public string Name { get; }

    /// <summary>The data type. Unknown for a token that was created from a name alone.</summary>
    public DataType DataType { get; }

    /// <summary>Whether the field is set by Gainsight and never sent.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether the token is a path through a lookup (<c>Csm__gr.Email</c>). Such a field can be read and filtered, but not written.</summary>
    public bool IsPath { get; }

    internal JsonEncodedText EncodedName { get; }

    internal FieldShape Shape { get; }

    /// <summary>The field that queries read instead of this one. Some fields are written by label and read by another name.</summary>
    internal Field? ReadAs { get; init; }

    /// <summary>The name in a query.</summary>
    internal JsonEncodedText EncodedQueryName => (ReadAs ?? this).EncodedName;

    /// <summary>The position of the field in the page that was read last. Only a hint, so races are harmless.</summary>
    internal int SlotHint { get; set; }

    /// <summary>The position of the token in the definition that was searched last, or which definition lacks it. Only a hint, so races are harmless.</summary>
    internal int DefinitionHint { get; set; }

    /// <summary>The token of a field by its name alone, for selecting and ordering.</summary>
    /// <param name="name">The API name or dot path.</param>
    public static implicit operator Field(string name) => new Field<string>(name, default);

    /// <summary>The token of a custom field.</summary>
    /// <typeparam name="T"><see cref="string"/>, <see cref="decimal"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, <see cref="JsonElement"/>, or <c>IReadOnlyList&lt;string&gt;</c> for a multi-select.</typeparam>
    /// <param name="name">The API name, which ends in <c>__gc</c> for a custom field.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the types above.</exception>
    public static Field<T> Custom<T>(string name) => new(name, Field<T>.DefaultDataType());

    /// <summary>The token of a custom field whose data type is not the usual one of <typeparamref name="T"/>, such as a picklist.</summary>
    /// <typeparam name="T">As for <see cref="Custom{T}(string)"/>.</typeparam>
    /// <param name="name">The API name, which ends in <c>__gc</c> for a custom field.</param>
    /// <param name="dataType">The data type that the describe call reports.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the supported types.</exception>
    public static Field<T> Custom<T>(string name, DataType dataType) => new(name, dataType);

    /// <summary>The token of a custom field that may be one that is never sent, such as a formula.</summary>
    /// <typeparam name="T">As for <see cref="Custom{T}(string)"/>.</typeparam>
    /// <param name="name">The API name, which ends in <c>__gc</c> for a custom field.</param>
    /// <param name="dataType">The data type that the describe call reports.</param>
    /// <param name="isReadOnly">Whether the field is never sent.</param>
    /// <returns>The token.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the supported types.</exception>
    public static Field<T> Custom<T>(string name, DataType dataType, bool isReadOnly) => new(name, dataType, isReadOnly);

    /// <summary>The token of a custom lookup field.</summary>
    /// <param name="name">The API name, such as <c>Owner__gc</c>.</param>
    /// <param name="targetObject">The API name of the object that it points to, such as <c>gsuser</c>.</param>
    /// <returns>The token.</returns>
    public static LookupField CustomLookup(string name, string targetObject) => new(name, targetObject);

    /// <summary>The token of a custom lookup field that may be one that is never sent.</summary>
    /// <param name="name">The API name, such as <c>Owner__gc</c>.</param>
    /// <param name="targetObject">The API name of the object that it points to, such as <c>gsuser</c>.</param>
    /// <param name="isReadOnly">Whether the field is never sent.</param>
    /// <returns>The token.</returns>
    public static LookupField CustomLookup(string name, string targetObject, bool isReadOnly) => new(name, targetObject, isReadOnly);

    /// <summary>Creates a field that is written as a label under one name and read as a label through a lookup.</summary>
    internal static Field<string> Label(string writtenAs, string lookup) =>
        new(writtenAs, DataType.Picklist) { ReadAs = new Field<string>($"{lookup}__gr.Name", DataType.Picklist, isReadOnly: true) };

    /// <summary>The API name.</summary>
    /// <returns>The value of <see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>The token of a name alone. It is kept, so that the name is encoded only once when a field is set on many rows.</summary>
    internal static Field ByName(string name)
    {
        if (Kept.TryGetValue(name, out var token))
        {
            return token;
        }

        token = new Field<string>(name, default);
        if (Interlocked.Increment(ref _kept) > MaxKept)
        {
            // Names that are no longer used must not keep out those that are.
            Kept.Clear();
            Volatile.Write(ref _kept, 1);
        }

        return Kept.GetOrAdd(name, token);
    }

    /// <summary>Whether the token has this name. Case is ignored, because Gainsight's sources spell names in several cases.</summary>
    internal bool IsNamed(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
