using System.Collections;
using System.Runtime.CompilerServices;

namespace Gainsight.Client;

/// <summary>The fields by which Gainsight finds the row that a write is meant for: one to three, all matching at once.</summary>
/// <remarks>
/// Keys are fields of type String, GSID, Number or Email (documented at second hand, and told alike by two partners). Upserts and
/// <see cref="WriteOptions.VerifyBy"/>, which read the keys, take lookups too, by the GSIDs they hold; updates do not. A single field converts by
/// itself; several are written as a collection: <c>[RelationshipFields.Name, RelationshipFields.CompanyId]</c>.
/// </remarks>
[CollectionBuilder(typeof(IdentifierKeys), nameof(Create))]
public sealed class IdentifierKeys : IReadOnlyList<Field>
{
    /// <summary>The most keys that Gainsight takes.</summary>
    public const int MaxCount = 3;

    private static readonly DataType[] KeyTypes = [DataType.String, DataType.Gsid, DataType.Number, DataType.Email, DataType.Lookup];

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

    /// <summary>Makes keys of one to three fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="ArgumentException">There are none or more than three, one stands twice, or one is a dot path or of a type that Gainsight does not take as a key.</exception>
    public static IdentifierKeys Create(params ReadOnlySpan<Field> fields)
    {
        if (fields.Length is 0 or > MaxCount)
        {
            throw new ArgumentException($"Gainsight takes 1 to {MaxCount} identifier keys, not {fields.Length}.", nameof(fields));
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            ArgumentNullException.ThrowIfNull(field, nameof(fields));
            Check(field);
            if (!names.Add(field.Name))
            {
                throw new ArgumentException($"The identifier key {field} stands twice.", nameof(fields));
            }
        }

        return new IdentifierKeys(fields.ToArray());
    }

    /// <summary>Fields to find rows by with a query alone, which takes more kinds of them than a write does.</summary>
    internal static IdentifierKeys ForReading(IEnumerable<Field> fields) => new([.. fields]);

    /// <inheritdoc/>
    public IEnumerator<Field> GetEnumerator() => ((IEnumerable<Field>)_fields).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names, joined by commas.</summary>
    /// <returns>For example <c>Name,Employees</c>.</returns>
    public override string ToString() => string.Join(',', _fields.Select(field => field.Name));

    private static void Check(Field field)
    {
        if (field.IsPath)
        {
            throw new ArgumentException(
                $"{field} cannot be an identifier key: Gainsight takes no dot paths as keys. Use the lookup itself, with the GSID as its value, or another field of the object.",
                nameof(field));
        }

        if (field.DataType != default && !KeyTypes.Contains(field.DataType))
        {
            throw new ArgumentException(
                $"{field} cannot be an identifier key: it is a {field.DataType} field, and keys are String, GSID, Number, Email and, in an upsert, lookup fields.",
                nameof(field));
        }
    }
}
