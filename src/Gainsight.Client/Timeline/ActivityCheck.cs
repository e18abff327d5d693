namespace Gainsight.Client;

/// <summary>Finds errors of an activity before a call is sent.</summary>
internal static class ActivityCheck
{
    /// <summary>The required field of each context, where it is known. The set of contexts is open.</summary>
    private static readonly Dictionary<string, Field> Owners = new(StringComparer.OrdinalIgnoreCase)
    {
        [TimelineContexts.Company] = TimelineActivityFields.GsCompanyId,
        [TimelineContexts.Relationship] = TimelineActivityFields.GsRelationshipId,
        [TimelineContexts.Cta] = TimelineActivityFields.ContextId,
        [TimelineContexts.SuccessPlan] = TimelineActivityFields.ContextId,
    };

    public static RecordError? ForSave(TimelineActivity? activity)
    {
        if (activity is null)
        {
            return new(RecordErrorCodes.NullRow, "The row is null.");
        }

        if (TimelineActivityFields.Definition.Required.FirstOrDefault(field => activity.Lacks(field, WireFormat.Default)) is { } missing)
        {
            return new(RecordErrorCodes.MissingRequiredField, $"A new activity needs a value in {missing}.", missing.Name);
        }

        if (Owners.TryGetValue(activity.ContextName!, out var owner) && activity.Lacks(owner, WireFormat.Default))
        {
            return new(RecordErrorCodes.MissingRequiredField, $"An activity in this context needs a value in {owner}.", owner.Name);
        }

        return Attendees(activity);
    }

    /// <summary>The error in the addresses of attendees, in a save or an update, or null.</summary>
    public static RecordError? Attendees(TimelineActivity activity)
    {
        foreach (var emails in (Field<IReadOnlyList<string>>[])
            [TimelineActivityFields.InternalAttendeeEmails, TimelineActivityFields.ExternalAttendeeEmails])
        {
            if (activity.Get(emails)?.Any(string.IsNullOrWhiteSpace) == true)
            {
                return new(RecordErrorCodes.InvalidValue, $"An address of {emails} is empty.", emails.Name);
            }
        }

        return null;
    }
}
