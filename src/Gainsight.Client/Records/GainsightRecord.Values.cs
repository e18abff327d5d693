using System.Globalization;
using System.Text.Json;

namespace Gainsight.Client;

/// <content>Reading and setting fields, by token and by name.</content>
public abstract partial class GainsightRecord
{
    /// <summary>The value of a field, or null when it is absent or null.</summary>
    /// <remarks>
    /// The form of a value may vary (inferred from live connectors and Gainsight's own samples). Numbers and booleans are JSON literals or
    /// strings. Dates are epoch milliseconds, ISO 8601 with or without a zone,
    /// <c>yyyy-MM-dd</c>, <c>yyyy-MM-dd HH:mm:ss.S</c>, <c>MM/dd/yyyy HH:mm:ss</c> or <c>MM-dd-yyyy</c>. An empty string is null.
    /// A time without a zone is UTC. A <see cref="DateOnly"/> of a date-time is the day as it is written, whatever its zone, and of an epoch the day
    /// in UTC. Numbers are not read as epochs where they cannot be milliseconds: 8 digits of text, or seconds. A <see cref="decimal"/> is exact to 28 digits.
    /// </remarks>
    /// <typeparam name="T">The .NET type of the field.</typeparam>
    /// <param name="field">The field.</param>
    /// <returns>The value, or null.</returns>
    /// <exception cref="GainsightProtocolException">The value is not of that type. The message names the field, not the value.</exception>
    public T? Get<T>(Field<T> field)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(field);
        if (TryGetChange(field, out var change))
        {
            return change.As<T>(field.Name);
        }

        return TryGetSlice(field, out var slice) ? slice.Read<T>(field.Name) : null;
    }

    /// <summary>The text of a field, or null when it is absent or null. A number or other value reads as its raw JSON.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The text, or null.</returns>
    /// <exception cref="GainsightProtocolException">The text has an invalid escape.</exception>
    public string? Get(Field<string> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (TryGetChange(field, out var change))
        {
            return change.AsString(field.Name);
        }

        return TryGetSlice(field, out var slice) ? slice.ReadString(field.Name) : null;
    }

    /// <summary>The items of a multi-select field, or null when it is absent or null. The value may be an array or a string of items separated by <c>;</c>. An empty string is an empty list.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The items, or null.</returns>
    /// <exception cref="GainsightProtocolException">The value is not a list of picklist items.</exception>
    public IReadOnlyList<string>? Get(Field<IReadOnlyList<string>> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (TryGetChange(field, out var change))
        {
            return change.AsItems(field.Name);
        }

        return TryGetSlice(field, out var slice) ? MultiSelect.Read(slice, field.Name) : null;
    }

    /// <summary>Sets a field, or sets it to null. Counts as a change even if the value was the same before.</summary>
    /// <typeparam name="T">The .NET type of the field.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value. Null is sent as null, which Gainsight refuses for a field that cannot be empty.</param>
    /// <exception cref="ArgumentException">The value is NaN, infinity, or a <see cref="JsonElement"/> without a value.</exception>
    public void Set<T>(Field<T> field, T? value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(field);
        ChangesForWriting().Set(field, RecordValue.Of(value));
    }

    /// <summary>Sets a field, or sets it to null. Counts as a change even if the value was the same before. Replaces a lookup of the field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The text. Null is sent as null, which Gainsight refuses for a field that cannot be empty.</param>
    public void Set(Field<string> field, string? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ChangesForWriting().Set(field, RecordValue.Of(value));
    }

    /// <summary>Sets a multi-select field, or sets it to null. Counts as a change even if the items were the same before.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The labels of the items, which are copied. Null is sent as null.</param>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public void Set(Field<IReadOnlyList<string>> field, IReadOnlyList<string>? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ChangesForWriting().Set(field, RecordValue.Of(value));
    }

    /// <summary>Sets a field as a typed property does: a null over nothing is nothing.</summary>
    /// <remarks>
    /// A null is sent only if the record was read with a value in the field. Elsewhere the field becomes absent, with any value or lookup that was set
    /// before. So a record that is filled from an object of yours empties no field. <see cref="Clear"/> and <see cref="Set{T}(Field{T}, T?)"/>
    /// send a null in any case. Use this method in the setters of handwritten record types.
    /// </remarks>
    /// <typeparam name="T">The .NET type of the field.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value, or null.</param>
    /// <exception cref="ArgumentException">The value is NaN, infinity, or a <see cref="JsonElement"/> without a value.</exception>
    public void Assign<T>(Field<T> field, T? value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(field);
        if (value is not null || HoldsLoaded(field))
        {
            Set(field, value);
        }
        else
        {
            Unset(field);
        }
    }

    /// <inheritdoc cref="Assign{T}(Field{T}, T?)"/>
    public void Assign(Field<string> field, string? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (value is not null || HoldsLoaded(field))
        {
            Set(field, value);
        }
        else
        {
            Unset(field);
        }
    }

    /// <inheritdoc cref="Assign{T}(Field{T}, T?)"/>
    public void Assign(Field<IReadOnlyList<string>> field, IReadOnlyList<string>? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (value is not null || HoldsLoaded(field))
        {
            Set(field, value);
        }
        else
        {
            Unset(field);
        }
    }

    /// <summary>A field by its API name, in any case, such as <c>record["Tier__gc"]</c>.</summary>
    /// <remarks>
    /// <para>
    /// When read, a loaded value is a <see cref="string"/>, a <see cref="decimal"/>, a <see cref="bool"/>, null, or a
    /// <see cref="JsonElement"/> for arrays, objects and numbers that do not fit in a decimal. Dates are the text or number in the response;
    /// use <see cref="Get{T}(Field{T})"/> to read them as dates. An absent field is null. A value that was set has the type with which it was set.
    /// </para>
    /// <para>
    /// You can set <see cref="string"/>, <see cref="bool"/>, all integer types, <see cref="decimal"/>, <see cref="double"/>,
    /// <see cref="float"/>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, <see cref="DateTime"/> (unspecified kind means UTC; in a date field the day as it is written, whatever the kind or offset),
    /// <c>IEnumerable&lt;string&gt;</c> for a multi-select, <see cref="JsonElement"/>, and null. Some types change: small integers become
    /// <see cref="long"/>, <see cref="ulong"/> becomes <see cref="decimal"/>, <see cref="float"/> becomes <see cref="double"/> with the same digits, and
    /// <see cref="DateTime"/> becomes <see cref="DateTimeOffset"/>.
    /// </para>
    /// <para>
    /// A <see cref="DateTimeOffset"/>, a <see cref="DateTime"/> or a text of a date in a custom field means what the tenant says of the field: the day as it
    /// is written, or the point in time. A write that has such a value describes the object, which costs one call for each client and metadata lifetime. If
    /// the call fails, the rows are not attempted; if Gainsight refuses it, the values are sent as they are. <see cref="DateOnly"/> costs no call. CSV
    /// imports of an <see cref="ObjectRecord"/> do not know the object: give the column as <c>Field.Custom&lt;DateOnly&gt;("Name")</c>.
    /// </para>
    /// </remarks>
    /// <param name="name">The API name. To read a value, it can also be a dot path.</param>
    /// <returns>The value, or null.</returns>
    /// <exception cref="ArgumentException">The value set is of another type, NaN, infinity, or a list that contains null.</exception>
    /// <exception cref="GainsightProtocolException">The loaded text has an invalid escape.</exception>
    public object? this[string name]
    {
        get
        {
            var field = Field.ByName(name);
            if (TryGetChange(field, out var change))
            {
                return change.AsObject();
            }

            return TryGetSlice(field, out var slice) ? RecordValue.Of(slice, name).AsObject() : null;
        }

        set => ChangesForWriting().Set(FieldOf(name), ToValue(value));
    }

    /// <summary>Makes Gainsight find the row that the field will point to. Replaces the field's value and any earlier lookup of the field.</summary>
    /// <remarks>Sent in the <c>lookups</c> block of the call (Gainsight Timeline API documentation and Company API documentation).</remarks>
    /// <param name="field">The lookup field of this record, such as <see cref="CompanyFields.Csm"/>.</param>
    /// <param name="lookup">How Gainsight finds the row.</param>
    /// <exception cref="ArgumentException">The field is read-only or a dot path.</exception>
    public void SetLookup(LookupField field, Lookup lookup)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(lookup);
        if (field.IsReadOnly || field.IsPath)
        {
            throw new ArgumentException($"The field '{field.Name}' cannot be written, so it cannot have a lookup.", nameof(field));
        }

        ChangesForWriting().SetLookup(field, lookup);
    }

    /// <summary>Makes Gainsight find the row that the field will point to by one of that row's fields. Gainsight refuses the record if no row or several rows match.</summary>
    /// <param name="field">The lookup field of this record, such as <see cref="CompanyFields.Csm"/>.</param>
    /// <param name="by">The field of the row to find, such as <see cref="UserFields.Email"/>.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, or <paramref name="field"/> is read-only or a dot path.</exception>
    public void SetLookup(LookupField field, Field<string> by, string value) => SetLookup(field, Lookup.By(by, value));

    /// <summary>Whether the record was read with a value in the field, whatever was set since.</summary>
    private bool HoldsLoaded(Field field) => TryGetSlice(field, out var slice) && !slice.IsBlank;

    private static RecordValue ToValue(object? value) => value switch
    {
        null => RecordValue.Null,
        string text => RecordValue.Of(text),
        bool flag => RecordValue.Of<bool>(flag),
        int number => RecordValue.Of<int>(number),
        long number => RecordValue.Of<long>(number),
        decimal number => RecordValue.Of<decimal>(number),
        double number => RecordValue.Of<double>(number),
        DateOnly date => RecordValue.Of<DateOnly>(date),
        DateTimeOffset time => RecordValue.Of<DateTimeOffset>(time),
        DateTime time => RecordValue.Of<DateTimeOffset>(ToOffset(time)),
        JsonElement json => RecordValue.Of<JsonElement>(json),
        IEnumerable<string> items => RecordValue.Of(items),
        sbyte or byte or short or ushort or uint => RecordValue.Of<long>(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong number => RecordValue.Of<decimal>(number),
        float number => RecordValue.Of<double>(AsDouble(number)),
        _ => throw new ArgumentException(
            $"A field cannot hold {value.GetType()}. Use string, bool, an integer type, decimal, double, float, DateOnly, DateTime, DateTimeOffset, IEnumerable<string>, JsonElement or null.",
            nameof(value)),
    };

    private static DateTimeOffset ToOffset(DateTime time) =>
        new(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time);

    /// <summary>The double with the same digits. A plain conversion would turn 0.1f into 0.10000000149011612.</summary>
    private static double AsDouble(float number) =>
        float.IsFinite(number) ? double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : number;

    /// <summary>Enumerates the fields that are present in a record, loaded ones first, without allocating.</summary>
    internal ref struct FieldEnumerator(RecordSegment? segment, int row, RecordChanges? changes)
    {
        private readonly int _slots = segment?.Columns.Count ?? 0;
        private readonly ReadOnlySpan<RecordChanges.Change> _changes = changes is null ? default : changes.All;
        private int _position = -1;

        /// <summary>The field, with the name under which it was loaded or set.</summary>
        public readonly Field Field => _position < _slots ? segment!.Columns.FieldAt(_position) : _changes[_position - _slots].Field;

        public bool MoveNext()
        {
            while (++_position < _slots)
            {
                if (segment!.KindOf(row, _position) != SliceKind.Absent
                    && (changes is null || changes.IndexOf(segment.Columns.FieldAt(_position)) < 0))
                {
                    return true;
                }
            }

            while (_position < _slots + _changes.Length && _changes[_position - _slots].Value.Kind == RecordValueKind.Removed)
            {
                _position++;
            }

            return _position < _slots + _changes.Length;
        }

        /// <summary>Writes the name and value of the field.</summary>
        public readonly void Write(Utf8JsonWriter writer, FieldShape shape, WireFormat format)
        {
            if (_position < _slots)
            {
                segment!.Slice(row, _position).Write(writer, Field, shape, format);
            }
            else
            {
                ref readonly var change = ref _changes[_position - _slots];
                change.Value.Write(writer, change.Field, shape, format);
            }
        }

        /// <summary>Writes the name, and the value as it was loaded or set, whatever the type of the field.</summary>
        public readonly void WriteAsItCame(Utf8JsonWriter writer)
        {
            if (_position < _slots)
            {
                writer.WritePropertyName(Field.EncodedName);
                writer.WriteRawValue(segment!.Slice(row, _position).Raw, skipInputValidation: true);
            }
            else
            {
                _changes[_position - _slots].Value.WriteAsItCame(writer, Field);
            }
        }

        /// <summary>Whether the value is a moment, or a text that can be read as one.</summary>
        public readonly bool MayBeDate =>
            _position < _slots ? segment!.Slice(row, _position).IsDateText : _changes[_position - _slots].Value.MayBeDate;

        /// <summary>The value of the field, as if it had been set.</summary>
        public readonly RecordValue ToValue() =>
            _position < _slots ? RecordValue.Of(segment!.Slice(row, _position), Field.Name) : _changes[_position - _slots].Value;
    }
}
