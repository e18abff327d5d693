using System.Collections;

namespace Gainsight.Client;

/// <summary>Which field of an object each name of a source becomes, for a <see cref="RecordMapper{T}"/>.</summary>
/// <remarks>A field is named by its API name, or by a path to a field of the row that a lookup points to, such as <c>Csm__gr.Email</c>.</remarks>
/// <example><code>new FieldMap { ["firstName"] = "FirstName", ["plan"] = "Plan__gc" }</code></example>
public sealed class FieldMap : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>Whether a name of the source that the map does not have is a problem of the row. Default: false, it is dropped.</summary>
    public bool RefuseUnmapped { get; set; }

    /// <summary>Whether a name of the source that the map does not have, and that is the API name of a field that can be written, becomes that field. Default: false.</summary>
    public bool IncludeApiNames { get; set; }

    /// <summary>Patterns of dates and times in text, such as <c>dd.MM.yyyy</c>. They are tried before ISO 8601, without a culture. Each has a year. Default: none.</summary>
    public IList<string> DatePatterns { get; } = [];

    /// <summary>The API name (or path) of the field that a name of the source becomes.</summary>
    /// <param name="source">The name in the source, such as a column or a trait. Case is ignored.</param>
    /// <returns>The API name.</returns>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="KeyNotFoundException">The map does not have the name.</exception>
    public string this[string source]
    {
        get => _fields[source];
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(source);
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            _fields[source] = value;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
