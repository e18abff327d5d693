using System.Collections;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>The fields by which Gainsight finds the row to write: one to three, which must all match.</summary>
/// <remarks>
/// Keys are fields of type String, GSID, Number or Email (documented by two partners, not by Gainsight). Upserts and
/// <see cref="WriteOptions.VerifyBy"/>, which read the keys, also accept lookups, by the GSIDs they hold. Updates do not. Salesforce ids are
/// accepted everywhere and compared in their form of 18 characters: the rows are looked up and written by GSID. A single field converts
/// implicitly, and so does its name. Write several as a collection: <c>[RelationshipFields.Name, RelationshipFields.CompanyId]</c>.
/// </remarks>
[CollectionBuilder(typeof(IdentifierKeys), nameof(Create))]
public sealed class IdentifierKeys : IReadOnlyList<Field>
{
    /// <summary>The most keys that Gainsight accepts.</summary>
    public const int MaxCount = 3;

    private const char Separator = '\u001f';

    private static readonly DataType[] KeyTypes =
        [DataType.String, DataType.Gsid, DataType.Number, DataType.Email, DataType.Lookup, DataType.SfdcId];

    private readonly Field[] _fields;

    private IdentifierKeys(Field[] fields) => _fields = fields;

    /// <summary>The row's GSID as its key.</summary>
    public static IdentifierKeys Gsid { get; } = Create([SystemFields.Gsid]);

    /// <inheritdoc/>
    public int Count => _fields.Length;

    internal bool IsGsid => _fields.Length == 1 && string.Equals(_fields[0].Name, SystemFields.Gsid.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of the <c>keys</c> parameter.</summary>
    internal string Names => string.Join(',', _fields.Select(key => Uri.EscapeDataString(key.Name)));

    /// <inheritdoc/>
    public Field this[int index] => _fields[index];

    /// <summary>Makes keys of a single field.</summary>
    /// <param name="field">The field.</param>
    public static implicit operator IdentifierKeys(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Create([field]);
    }

    /// <summary>Makes keys of a single field, by its API name.</summary>
    /// <param name="name">The API name, such as <c>Name</c>. The object's own field of this name gives its type.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, a dot path, or several names.</exception>
    public static implicit operator IdentifierKeys(string name) => Create([(Field)name]);

    /// <summary>Makes keys of one to three fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="ArgumentException">There are no fields or more than three, a field appears twice, or one is a dot path or has a type that Gainsight does not accept as a key.</exception>
    public static IdentifierKeys Create(params ReadOnlySpan<Field> fields)
    {
        if (fields.Length is 0 or > MaxCount)
        {
            throw new ArgumentException($"Gainsight accepts 1 to {MaxCount} identifier keys, not {fields.Length}.", nameof(fields));
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            ArgumentNullException.ThrowIfNull(field, nameof(fields));
            Check(field);
            if (!names.Add(field.Name))
            {
                throw new ArgumentException($"The identifier key {field} appears twice.", nameof(fields));
            }
        }

        return new IdentifierKeys(fields.ToArray());
    }

    /// <summary>Fields to find rows by with a query alone, which accepts more kinds of fields than a write does.</summary>
    internal static IdentifierKeys ForReading(IEnumerable<Field> fields) => new([.. fields]);

    /// <summary>The value of one key as a query asks for it, numbers in one form.</summary>
    /// <returns>The text, or null when there is no value, or one that cannot be asked for.</returns>
    internal static string? ValueOf(GainsightRecord record, Field key, WireFormat format)
    {
        if (!record.TryGetText(key.Name, format, out var text) || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return key.DataType == DataType.Number ? KeyText.Number(text)
            : JsonBody.HasHalfPair(text) ? null
            : key.DataType == DataType.SfdcId ? KeyText.SalesforceId(text) : text;
    }

    /// <summary>The values of all keys as one text, which is equal for equal keys.</summary>
    /// <param name="record">The record.</param>
    /// <param name="format">How values are written.</param>
    /// <param name="folded">The key whose spelling does not matter, or null. The case of Salesforce ids always does.</param>
    /// <returns>The text, or null when a key has no value.</returns>
    internal string? ValuesOf(GainsightRecord record, WireFormat format, Field? folded = null)
    {
        if (_fields.Length == 1)
        {
            return FormOf(record, _fields[0], format, folded);
        }

        var values = new string[_fields.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (FormOf(record, _fields[i], format, folded) is not { } value)
            {
                return null;
            }

            values[i] = value;
        }

        return string.Join(Separator, values);
    }

    /// <summary>The error of a record that does not have all keys, or null.</summary>
    internal RecordError? Check(GainsightRecord record, WireFormat format)
    {
        foreach (var key in _fields)
        {
            if (ValueOf(record, key, format) is null)
            {
                return record.HasLookup(key)
                    ? new(RecordErrorCodes.MissingKey, $"The identifier key {key} is given as a lookup, but rows are found by its GSID. Read the GSID first and set it.", key.Name)
                    : record.Lacks(key, format)
                    ? new(RecordErrorCodes.MissingKey, $"The row has no value in the identifier key {key}.", key.Name)
                    : new(RecordErrorCodes.InvalidValue, $"The identifier key {key} has a value by which no row can be found.", key.Name);
            }
        }

        return null;
    }

    /// <summary>The value of one key in a form that is equal for all spellings that a tenant may treat as the same.</summary>
    internal static string Fold(Field key, string value) => key.DataType == DataType.SfdcId ? value : KeyText.Fold(value);

    /// <inheritdoc/>
    public IEnumerator<Field> GetEnumerator() => ((IEnumerable<Field>)_fields).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names, joined by commas.</summary>
    /// <returns>For example <c>Name,Employees</c>.</returns>
    public override string ToString() => string.Join(',', _fields.Select(field => field.Name));

    private static string? FormOf(GainsightRecord record, Field key, WireFormat format, Field? folded) =>
        ValueOf(record, key, format) is not { } value ? null
        : ReferenceEquals(key, folded) ? Fold(key, value)
        : key.DataType == DataType.Email ? value.ToUpperInvariant()
        : value;

    private static void Check(Field field)
    {
        if (field.Name.Contains(',', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"{field} is several names. Write several keys as a collection, such as [CompanyFields.Name, CompanyFields.Employees].", nameof(field));
        }

        if (field.IsPath)
        {
            throw new ArgumentException(
                $"{field} cannot be an identifier key: Gainsight does not accept dot paths as keys. Use the lookup itself, with the GSID as its value, or another field of the object.",
                nameof(field));
        }

        if (field.DataType != default && !KeyTypes.Contains(field.DataType))
        {
            throw new ArgumentException(
                $"{field} cannot be an identifier key: it is a {field.DataType} field. Keys must be String, GSID, Number or Email fields, Salesforce ids, or in an upsert lookups.",
                nameof(field));
        }
    }
}
