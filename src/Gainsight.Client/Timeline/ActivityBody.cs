using System.Text.Json;

namespace Gainsight.Client;

/// <summary>Writes activities in the form of the Timeline API. As in its sample, the attendees' e-mail addresses are arrays that a lookup resolves.</summary>
internal static class ActivityBody
{
    private static readonly LookupField Internal = new("InternalAttendees", "gsuser") { DocumentedKey = ("Email", "internalAttendees") };

    private static readonly LookupField External = new("ExternalAttendees", "person") { DocumentedKey = ("Email", "externalAttendees") };

    /// <summary>Only its field matters. The addresses are in the records.</summary>
    private static readonly Lookup ByEmail = Lookup.By(UserFields.Email, "-");

    private static readonly (Field<IReadOnlyList<string>> Emails, LookupField Target)[] Attendees =
    [
        (TimelineActivityFields.InternalAttendeeEmails, Internal),
        (TimelineActivityFields.ExternalAttendeeEmails, External),
    ];

    /// <summary>A text that is equal for activities that can share a <c>lookups</c> block.</summary>
    public static string LookupShape(TimelineActivity activity) => RecordWriter.LookupShape(LookupsOf(activity));

    /// <summary>Writes the body of a save, or of an update by an identifier.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<WriteRow<TimelineActivity>> rows, Field? identifier, WireFormat format)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("records");
        foreach (var row in rows)
        {
            WriteRecord(writer, row, identifier, format);
        }

        writer.WriteEndArray();
        var lookups = LookupsOf(rows[0].Body);
        if (lookups.Count > 0)
        {
            writer.WritePropertyName("lookups");
            RecordWriter.WriteLookups(writer, lookups);
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether an update would send anything besides the identifier.</summary>
    public static bool HasChanges(TimelineActivity activity, Field identifier)
    {
        foreach (ref readonly var change in activity.Changes)
        {
            if (change.Value.Kind != RecordValueKind.Removed && (IsEmails(change.Field) || IsSent(change.Field, identifier, out _)))
            {
                return true;
            }
        }

        return activity.Lookups.Count > 0;
    }

    /// <summary>The addresses that are sent under a name, as the text that is compared with error reports; false when there are none.</summary>
    public static bool TryGetAttendees(TimelineActivity activity, string name, out string? text)
    {
        foreach ((var emails, var target) in Attendees)
        {
            // The request key differs from the target's name only in case.
            if (target.IsNamed(name) && activity.IsSet(emails))
            {
                text = string.Join(';', activity.Get(emails) ?? []);
                return true;
            }
        }

        text = null;
        return false;
    }

    private static List<FieldLookup> LookupsOf(TimelineActivity activity)
    {
        List<FieldLookup> lookups = [.. activity.Lookups];
        foreach ((var emails, var target) in Attendees)
        {
            if (activity.IsSet(emails))
            {
                lookups.Add(new(target, ByEmail
                    .OnNoMatch(activity.Get(TimelineActivityFields.LeavesOutUnknownAttendees) == true ? LookupNoMatch.Null : LookupNoMatch.Error)
                    .OnMultipleMatches(activity.Get(TimelineActivityFields.TakesFirstAttendee) == true ? LookupMultiMatch.First : LookupMultiMatch.Error)));
            }
        }

        return lookups;
    }

    private static void WriteRecord(Utf8JsonWriter writer, WriteRow<TimelineActivity> row, Field? identifier, WireFormat format)
    {
        var key = identifier ?? TimelineActivityFields.ExternalId;
        writer.WriteStartObject();
        writer.WriteString(key.EncodedName, row.Key);
        var fields = row.Body.PresentFields();
        while (fields.MoveNext())
        {
            if ((identifier is null || row.Body.IsChanged(fields.Field)) && IsSent(fields.Field, key, out var shape))
            {
                fields.Write(writer, shape, format);
            }
        }

        RecordWriter.WriteLookupValues(writer, row.Body);
        foreach ((var emails, var target) in Attendees)
        {
            if (row.Body.IsSet(emails))
            {
                writer.WriteStartArray(LookupKeys.Of(target, UserFields.Email));
                foreach (var email in row.Body.Get(emails) ?? [])
                {
                    writer.WriteStringValue(email);
                }

                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }

    private static bool IsSent(Field field, Field key, out FieldShape shape) =>
        TimelineActivityFields.Definition.IsWritable(field, out shape)
        && !field.IsNamed(key.Name)
        && !field.IsNamed(TimelineActivityFields.ActivityId.Name)
        && !IsEmails(field)
        && !field.IsNamed(TimelineActivityFields.LeavesOutUnknownAttendees.Name)
        && !field.IsNamed(TimelineActivityFields.TakesFirstAttendee.Name);

    private static bool IsEmails(Field field) => Array.Exists(Attendees, list => list.Emails.IsNamed(field.Name));
}
