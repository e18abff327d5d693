using System.Data;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Makes records from rows of a source, whose values are text, JSON or .NET values. The tenant's metadata decides what each value becomes.</summary>
/// <remarks>
/// <para>
/// Null and empty text leave the field out, so that they overwrite nothing. Numbers have a decimal point and no separators of groups. A picklist takes its labels, in
/// any case, or GSIDs; a multi-select takes a list, or a text with <c>;</c> between the items. A value that does not fit leaves the field out and is a problem of
/// the row. Nothing is thrown for a row.
/// </para>
/// <para>
/// A name can also become a lookup: mapped to the path <c>Csm__gr.Email</c>, the value is the e-mail address of the user who becomes the CSM, and Gainsight finds
/// the user during the write. Several paths of one lookup must match together. With <see cref="FieldMap.IncludeApiNames"/>, the arrays <c>companies</c> and
/// <c>relationships</c> of a person in JSON become its links.
/// </para>
/// <para>Thread-safe. A mapper keeps the metadata with which it was made.</para>
/// </remarks>
/// <typeparam name="T">The record type.</typeparam>
public sealed class RecordMapper<T>
    where T : GainsightRecord, new()
{
    private static readonly ObjectDefinition? Known = new T().Definition;

    private readonly ObjectDescription _description;
    private readonly Dictionary<string, MapTarget> _targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _datePatterns;
    private readonly bool _refusesUnmapped;
    private readonly bool _includesApiNames;

    /// <summary>Makes a mapper from a description that was read before. <see cref="RecordQueryClient{T}.MapAsync"/> reads it.</summary>
    /// <param name="description">The object.</param>
    /// <param name="map">The names. It is copied.</param>
    /// <exception cref="ArgumentException">The map is empty, or names a field twice, one that the object does not have, or one that cannot be written, or has a date pattern that cannot be used. The message names every problem.</exception>
    public RecordMapper(ObjectDescription description, FieldMap map)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(map);
        _description = description;
        _datePatterns = [.. map.DatePatterns];
        _refusesUnmapped = map.RefuseUnmapped;
        _includesApiNames = map.IncludeApiNames;
        var problems = new List<string>();
        var sources = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((var source, var name) in map)
        {
            if (MapTarget.Find(description, Known, name) is not { } target)
            {
                problems.Add($"{description.Name} has no field {name} (for {source}).{DidYouMean(name)}");
            }
            else if (target.Field.IsReadOnly)
            {
                problems.Add($"{target.Field.Name} (for {source}) cannot be written.");
            }
            else if (!sources.TryAdd(target.Field.Name, source))
            {
                problems.Add($"{sources[target.Field.Name]} and {source} both become {target.Field.Name}.");
            }
            else if (!_targets.TryAdd(source, target))
            {
                problems.Add($"The map has {source} in two spellings.");
            }
        }

        problems.AddRange(_datePatterns.Select(DatePattern.Problem).OfType<string>());
        if (problems.Count > 0 || (_targets.Count == 0 && !_includesApiNames))
        {
            throw new ArgumentException(problems.Count > 0 ? $"The map cannot be used. {string.Join(' ', problems)}" : "The map is empty.", nameof(map));
        }
    }

    /// <summary>The fields that a row can set: those of the map, and with <see cref="FieldMap.IncludeApiNames"/> every field that can be written.</summary>
    public IReadOnlyList<FieldDescription> Fields =>
    [
        .. _targets.Values.Select(target => target.Field)
            .Concat(_includesApiNames ? MapTarget.All(_description, Known) : [])
            .DistinctBy(each => each.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The names of the map that become lookups.</summary>
    internal IEnumerable<KeyValuePair<string, MapTarget>> Paths => _targets.Where(pair => pair.Value.Lookup is not null);

    /// <summary>Checks the columns of a source before its rows are read: every name of the map is there, and a column becomes each key.</summary>
    /// <param name="columns">The names of the columns, such as the header of a CSV file.</param>
    /// <param name="keys">The identifier keys of the write, or null.</param>
    /// <returns>The columns that become no field, and so are ignored.</returns>
    /// <exception cref="ArgumentException">The columns cannot be used: one is missing, is there twice, or, with <see cref="FieldMap.RefuseUnmapped"/>, is not in the map. The message names every problem.</exception>
    public IReadOnlyList<string> EnsureColumns(IEnumerable<string> columns, IdentifierKeys? keys = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        string[] names = [.. columns];
        var there = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fields = names.Select(name => TargetOf(name)?.Field.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] problems =
        [
            .. _targets.Where(pair => !there.Contains(pair.Key))
                .Select(pair => $"It has no column {pair.Key} (for {pair.Value.Field.Name}).{Spelling.DidYouMean(pair.Key, names)}"),
            .. names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1 && TargetOf(same.Key) is not null)
                .Select(same => $"It has the column {same.Key} {same.Count()} times."),
            .. names.Where(name => _refusesUnmapped && TargetOf(name) is null).Select(name => $"The column {name} is not {ExpectedInsteadOf(name)}").Select(static text => text.EndsWith('?') ? text : text + "."),
            .. (keys ?? Enumerable.Empty<Field>()).Where(key => !fields.Contains(key.Name)).Select(key => $"No column becomes the key {key.Name}."),
        ];
        if (problems.Length > 0)
        {
            throw new ArgumentException($"The source cannot be used. {string.Join(' ', problems)} It has the columns {string.Join(", ", names)}.", nameof(columns));
        }

        return [.. names.Where(name => TargetOf(name) is null)];
    }

    /// <summary>Maps a row of .NET values, such as the traits of an event.</summary>
    /// <param name="values">The values by their names in the source.</param>
    /// <returns>The record, and every problem.</returns>
    public MappedRecord<T> Map(IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var row = new Row(this);
        foreach ((var name, var value) in values)
        {
            row.Add(name, value);
        }

        return row.ToResult();
    }

    /// <summary>Maps a row of text, such as a line of a CSV file.</summary>
    /// <param name="values">The texts by their names in the source.</param>
    /// <returns>The record, and every problem.</returns>
    public MappedRecord<T> Map(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var row = new Row(this);
        foreach ((var name, var value) in values)
        {
            row.Add(name, value);
        }

        return row.ToResult();
    }

    /// <summary>Maps a JSON object. Any other JSON is a problem of the row.</summary>
    /// <param name="values">The object.</param>
    /// <returns>The record, and every problem.</returns>
    public MappedRecord<T> Map(JsonElement values)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            var text = values.ValueKind == JsonValueKind.Undefined ? null : values.GetRawText();
            return new(new T(), [new(string.Empty, null, text, $"a JSON object with the fields of {_description.Name}")]);
        }

        var row = new Row(this);
        foreach (var member in values.EnumerateObject())
        {
            try
            {
                row.Add(member.Name, member.Value);
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair in the name or the value: .NET cannot read it as a text.
                row.RefuseText(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member)));
            }
        }

        return row.ToResult();
    }

    /// <summary>Maps the current row of a data reader.</summary>
    /// <param name="values">The reader.</param>
    /// <returns>The record, and every problem.</returns>
    public MappedRecord<T> Map(IDataRecord values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var row = new Row(this);
        for (var i = 0; i < values.FieldCount; i++)
        {
            row.Add(values.GetName(i), values.GetValue(i));
        }

        return row.ToResult();
    }

    private MapTarget? TargetOf(string name) =>
        _targets.GetValueOrDefault(name)
        ?? (_includesApiNames && MapTarget.Find(_description, Known, name) is { Field.IsReadOnly: false } target ? target : null);

    private string ExpectedInsteadOf(string name) =>
        !_includesApiNames ? "a name of the map"
        : MapTarget.Find(_description, Known, name) is null ? $"a field of {_description.Name}.{DidYouMean(name)}"
        : $"a field of {_description.Name} that can be written";

    private string DidYouMean(string name) => Spelling.DidYouMean(name, MapTarget.All(_description, Known).Select(field => field.Name));

    private sealed class Row(RecordMapper<T> mapper)
    {
        private readonly T _record = new();
        private readonly Dictionary<string, string> _sources = new(StringComparer.OrdinalIgnoreCase);
        private List<MappingProblem>? _problems;

        public void Add(string name, object? value)
        {
            if (mapper._includesApiNames && value is JsonElement list && RecordJson.TryReadLinks(_record, name, list))
            {
                return;
            }

            if (mapper.TargetOf(name) is not { } target)
            {
                if (mapper._refusesUnmapped)
                {
                    Refuse(name, null, value, mapper.ExpectedInsteadOf(name));
                }

                return;
            }

            var field = target.Field;
            if (!_sources.TryAdd(field.Name, name))
            {
                var other = _sources[field.Name];
                var once = string.Equals(other, name, StringComparison.OrdinalIgnoreCase) ? "the name once" : "one value for the field";
                _record.Unset(target.Written);
                Refuse(name, field, value, $"{once}, but the row also has {other}");
                return;
            }

            if (FieldConverter.TryConvert(field, value, mapper._datePatterns, out var converted, out var expected))
            {
                if (converted is not null && !target.TrySet(_record, converted))
                {
                    _record.Unset(target.Written);
                    Refuse(name, field, value, $"{target.Written} or a path through it, not both");
                }
            }
            else
            {
                Refuse(name, field, value, expected);
            }
        }

        public void RefuseText(string name) => Refuse(name, mapper.TargetOf(name)?.Field, null, "text without half a surrogate pair");

        public MappedRecord<T> ToResult() => new(_record, _problems);

        private void Refuse(string name, FieldDescription? field, object? value, string expected) =>
            (_problems ??= []).Add(new(name, field?.Name, FieldConverter.TextOf(value), expected));
    }
}
