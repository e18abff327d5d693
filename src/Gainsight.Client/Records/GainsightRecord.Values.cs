namespace Gainsight.Client;

/// <content>Reading and setting fields through their tokens.</content>
public abstract partial class GainsightRecord
{
    /// <summary>The value of a field, or null when it is absent or null.</summary>
    /// <remarks>
    /// Read leniently, as sources differ in the forms of values (inferred from live connectors and Gainsight's own samples):
    /// numbers as JSON numbers or in strings, booleans likewise, dates as epoch milliseconds, ISO 8601 with or without a zone,
    /// <c>yyyy-MM-dd</c>, <c>yyyy-MM-dd HH:mm:ss.S</c>, <c>MM/dd/yyyy HH:mm:ss</c> or <c>MM-dd-yyyy</c>; an empty string is null.
    /// A time without a zone is UTC. A <see cref="DateOnly"/> of a date-time is its day in UTC. A <see cref="decimal"/> is exact to
    /// 28 digits.
    /// </remarks>
    /// <typeparam name="T">The .NET type of the field.</typeparam>
    /// <param name="field">The field.</param>
    /// <returns>The value, or null.</returns>
    /// <exception cref="GainsightProtocolException">The value is not of that type; the message names the field, not the value.</exception>
    public T? Get<T>(Field<T> field)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(field);
        if (TryGetChange(field, out var change))
        {
            return change.As<T>(field.Name);
        }

        return TryGetSlice(field, out var slice) ? SliceReader.Read<T>(slice, field.Name) : null;
    }

    /// <summary>The text of a field, or null when it is absent or null. A number or other value reads as its raw JSON.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The text, or null.</returns>
    /// <exception cref="GainsightProtocolException">The text holds an escape that stands for no character.</exception>
    public string? Get(Field<string> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (TryGetChange(field, out var change))
        {
            return change.AsString(field.Name);
        }

        return TryGetSlice(field, out var slice) ? SliceReader.ReadString(slice, field.Name) : null;
    }

    /// <summary>The items of a multi-select field, or null when it is absent or null. Read from an array or from a string with <c>;</c> between; an empty string is an empty list.</summary>
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

    /// <summary>Sets a field, or sets it to null. Counts as a change even when the value was the same before.</summary>
    /// <typeparam name="T">The .NET type of the field.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value; null is written as null, which Gainsight refuses for a field that cannot be empty.</param>
    /// <exception cref="ArgumentException">The value is NaN, infinity, or a <see cref="System.Text.Json.JsonElement"/> without a value.</exception>
    public void Set<T>(Field<T> field, T? value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(field);
        ChangesForWriting().Set(field, RecordValue.Of(value));
    }

    /// <summary>Sets a field, or sets it to null. Counts as a change even when the value was the same before. Takes the place of a lookup.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The text; null is written as null, which Gainsight refuses for a field that cannot be empty.</param>
    public void Set(Field<string> field, string? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ChangesForWriting().Set(field, RecordValue.Of(value));
    }

    /// <summary>Sets a multi-select field, or sets it to null. Counts as a change even when the items were the same before.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The labels of the items, which are copied; null is written as null.</param>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public void Set(Field<IReadOnlyList<string>> field, IReadOnlyList<string>? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ChangesForWriting().Set(field, RecordValue.Of(value));
    }
}
