namespace Gainsight.Client;

/// <summary>Compares a value that would be sent with the one that the tenant holds by what they mean, never by a guess.</summary>
/// <remarks>
/// The tenant gives back other forms than it is sent: dates as epoch or with a time, amounts with more digits, picklist items as GSIDs
/// (see <see cref="GainsightRecord.Get{T}(Field{T})"/>). Where no rule says that two forms mean the same, they do not.
/// </remarks>
internal static class ValueComparer
{
    private static readonly DataType[] NumberTypes = [DataType.Number, DataType.Percentage, DataType.Currency];

    /// <summary>Compares two values of a field.</summary>
    /// <param name="sent">The value that would be sent.</param>
    /// <param name="held">The value of the tenant, which is a loaded one.</param>
    /// <param name="type">What the field is, or the default where that is not known.</param>
    /// <param name="itemOf">The GSID of the picklist item that a label or GSID stands for, null for a text that stands for none or several; itself null while the items are not known.</param>
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
            // Not of the field's type, or half a character: the tenant, or the writing, is to say so.
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
            return Decide(Instant(sent) == Instant(held));
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

    /// <summary>The order of items does not matter, nor how often one stands.</summary>
    private static Sameness CompareItems(IReadOnlyList<string> sentItems, IReadOnlyList<string> held, Func<string, string?>? itemOf)
    {
        var heldItems = held.ToHashSet(StringComparer.Ordinal);
        if (heldItems.SetEquals(sentItems))
        {
            return Sameness.Same;
        }

        return itemOf is null
            ? Sameness.Unclear
            : Decide(sentItems.All(item => itemOf(item) is not null) && heldItems.SetEquals(sentItems.Select(item => itemOf(item)!)));
    }

    /// <summary>A day that comes with a time other than midnight UTC may be another day where the tenant is, so it equals none.</summary>
    private static bool SameDay(in RecordValue sent, in RecordValue held)
    {
        var heldTime = held.As<DateTimeOffset>(string.Empty)!.Value.UtcDateTime;
        return heldTime.TimeOfDay == TimeSpan.Zero && sent.As<DateTimeOffset>(string.Empty)!.Value.UtcDateTime.Date == heldTime;
    }

    /// <summary>In milliseconds, since no more are sent.</summary>
    private static long Instant(in RecordValue value) => value.As<DateTimeOffset>(string.Empty)!.Value.ToUnixTimeMilliseconds();

    private static bool IsNumber(in RecordValue value) =>
        value.Kind is RecordValueKind.Decimal or RecordValueKind.Double or RecordValueKind.Int32 or RecordValueKind.Int64;

    /// <summary>Gainsight answers with null, no key, or an empty text where a field has no value.</summary>
    private static bool IsEmpty(in RecordValue value) => value.Kind switch
    {
        RecordValueKind.Text => value.Text.Length == 0,
        RecordValueKind.Items => value.Items.Count == 0,
        RecordValueKind.Json => value.Json is { ValueKind: System.Text.Json.JsonValueKind.Array } list && list.GetArrayLength() == 0,
        _ => value.IsNull,
    };

    private static Sameness Decide(bool same) => same ? Sameness.Same : Sameness.Different;
}
