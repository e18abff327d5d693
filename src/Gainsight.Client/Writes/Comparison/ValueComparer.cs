namespace Gainsight.Client;

/// <summary>Compares a value that would be sent with the value in the tenant, by meaning. It never guesses.</summary>
/// <remarks>
/// The tenant returns other forms than were sent: dates as epoch or with a time, amounts with more digits, picklist items as GSIDs
/// (see <see cref="GainsightRecord.Get{T}(Field{T})"/>). Two forms are the same only if a rule says so.
/// </remarks>
internal static class ValueComparer
{
    private static readonly DataType[] NumberTypes = [DataType.Number, DataType.Percentage, DataType.Currency];

    /// <summary>Compares two values of a field.</summary>
    /// <param name="sent">The value that would be sent.</param>
    /// <param name="held">The value in the tenant, which is a loaded value.</param>
    /// <param name="type">The type of the field, or the default if it is not known.</param>
    /// <param name="itemOf">Gets the GSID of the picklist item that a label or GSID means, or null if it means none or several. Itself null if the items are not known.</param>
    public static Sameness Compare(in RecordValue sent, in RecordValue held, DataType type, Func<string, string?>? itemOf = null)
    {
        try
        {
            if (IsEmpty(sent) || IsEmpty(held))
            {
                return Decide(IsEmpty(sent) && IsEmpty(held));
            }

            return type == DataType.Picklist ? CompareItems([sent.AsString(string.Empty)!], [held.AsString(string.Empty)!], itemOf)
                : type == DataType.MultiSelect || sent.Kind == RecordValueKind.Items
                    ? CompareItems(sent.AsItems(string.Empty)!, held.AsItems(string.Empty)!, itemOf)
                : CompareSingle(sent, held, type);
        }
        catch (Exception exception) when (exception is GainsightProtocolException or ArgumentException)
        {
            // The value has the wrong type or half a surrogate pair. The tenant, or the writer, reports that.
            return Sameness.Different;
        }
    }

    private static Sameness CompareSingle(in RecordValue sent, in RecordValue held, DataType type)
    {
        var isKnown = type != default;
        if (type == DataType.Date || (!isKnown && sent.Kind == RecordValueKind.Date))
        {
            return Decide(SameDay(sent, held));
        }

        if (type == DataType.DateTime || (!isKnown && sent.Kind == RecordValueKind.DateTime))
        {
            // In a date field, another instant may still be the same day.
            return SameInstant(sent, held) ? Sameness.Same : !isKnown && SameDay(sent, held) ? Sameness.Unclear : Sameness.Different;
        }

        if (NumberTypes.Contains(type) || (IsNumber(sent) && IsNumber(held)))
        {
            return Decide(sent.As<decimal>(string.Empty) == held.As<decimal>(string.Empty));
        }

        if (type == DataType.Boolean || (sent.Kind == RecordValueKind.Boolean && held.Kind == RecordValueKind.Boolean))
        {
            return Decide(sent.As<bool>(string.Empty) == held.As<bool>(string.Empty));
        }

        var isSameText = string.Equals(sent.AsString(string.Empty), held.AsString(string.Empty), StringComparison.Ordinal);
        return isSameText || isKnown ? Decide(isSameText) : Sameness.Unclear;
    }

    /// <summary>The order of items does not matter, and neither do repetitions.</summary>
    private static Sameness CompareItems(IReadOnlyList<string> sentItems, IReadOnlyList<string> held, Func<string, string?>? itemOf)
    {
        var heldItems = held.ToHashSet(StringComparer.Ordinal);
        if (heldItems.SetEquals(sentItems))
        {
            return Sameness.Same;
        }

        return itemOf is null
            ? Sameness.Unclear
            : Decide(heldItems.SetEquals(sentItems.Select(item => itemOf(item)!)));
    }

    /// <summary>Days are compared as they are written. A day with a time other than midnight may be another day in the tenant's time zone, so it equals no day.</summary>
    private static bool SameDay(in RecordValue sent, in RecordValue held) =>
        held.As<DateTimeOffset>(string.Empty)!.Value.TimeOfDay == TimeSpan.Zero && sent.As<DateOnly>(string.Empty) == held.As<DateOnly>(string.Empty);

    /// <summary>A tenant may cut off or round the time. Digits that it does not tell are not compared.</summary>
    private static bool SameInstant(in RecordValue sent, in RecordValue held) =>
        Math.Abs(Instant(sent) - Instant(held)) < (held.Kind == RecordValueKind.Text ? LastDigit(held.Text) : 1);

    /// <summary>The milliseconds of the last digit of a time.</summary>
    private static int LastDigit(string time)
    {
        var fraction = time.AsSpan(time.IndexOf('.') + 1);
        var digits = fraction.Length == time.Length ? 0 : fraction.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : fraction.Length;
        return digits switch { 0 => 1000, 1 => 100, 2 => 10, _ => 1 };
    }

    /// <summary>In milliseconds, because only milliseconds are sent.</summary>
    private static long Instant(in RecordValue value) => value.As<DateTimeOffset>(string.Empty)!.Value.ToUnixTimeMilliseconds();

    private static bool IsNumber(in RecordValue value) =>
        value.Kind is RecordValueKind.Decimal or RecordValueKind.Double or RecordValueKind.Int32 or RecordValueKind.Int64;

    /// <summary>Gainsight returns null, no member, or an empty text for a field without a value.</summary>
    private static bool IsEmpty(in RecordValue value) => value.Kind switch
    {
        RecordValueKind.Text => value.Text.Length == 0,
        RecordValueKind.Items => value.Items.Count == 0,
        RecordValueKind.Json => value.Json is { ValueKind: System.Text.Json.JsonValueKind.Array } list && list.GetArrayLength() == 0,
        _ => value.IsNull,
    };

    private static Sameness Decide(bool same) => same ? Sameness.Same : Sameness.Different;
}
