namespace Gainsight.Client.Emulator;

/// <summary>
/// The attendees of an activity. Writes send lists of ids; the activity then shows their names in one text (official sample), and
/// <c>activity_attendee</c> has a row for each attendee.
/// </summary>
internal sealed class Attendees
{
    private readonly TenantData _tenant;
    private readonly List<(EmulatedField Field, string Type, string Column, List<(string Gsid, EmulatedRow? Row)> People)> _lists = [];

    public Attendees(TenantData tenant, TimelineFields fields, PlannedRecord plan)
    {
        _tenant = tenant;
        Take(plan, fields.InternalAttendees, "INTERNAL", "InternalAttendeeGsId", [ObjectNames.User]);
        Take(plan, fields.ExternalAttendees, "EXTERNAL", "ExternalAttendeeGsId", [ObjectNames.Person, ObjectNames.CompanyPerson]);
    }

    /// <summary>Whether an attendee does not exist in the tenant.</summary>
    public bool HasStrangers => _lists.Exists(list => list.People.Exists(each => each.Row is null));

    /// <summary>Sets the names that the activity shows.</summary>
    public void Show(PlannedRecord plan)
    {
        foreach ((var field, _, _, var people) in _lists)
        {
            plan.Values[field] = people.Count == 0 ? null : string.Join(", ", people.Select(each => NameOf(each.Row) ?? each.Gsid));
        }
    }

    public void Write(string activityId)
    {
        var attendees = _tenant.Find(ObjectNames.ActivityAttendee)!;
        EmulatedField activity = attendees.FindField("ActivityId")!, type = attendees.FindField("AttendeeType")!;
        foreach ((_, var name, var column, var people) in _lists)
        {
            foreach (var old in attendees.Find(activity, activityId).Where(row => name.Equals(row[type])).ToList())
            {
                _ = attendees.Store.Remove(old.Gsid);
            }

            foreach ((var gsid, _) in people)
            {
                _ = attendees.Add([new(activity, activityId), new(type, name), new(attendees.FindField(column)!, gsid)]);
            }
        }
    }

    private void Take(PlannedRecord plan, EmulatedField field, string type, string column, string[] objects)
    {
        if (plan.Values.TryGetValue(field, out var value))
        {
            var gsids = value is string joined ? joined.Split(';', StringSplitOptions.RemoveEmptyEntries) : [];
            _lists.Add((field, type, column, [.. gsids.Select(gsid => (gsid, Find(objects, gsid)))]));
        }
    }

    private EmulatedRow? Find(string[] objects, string gsid) =>
        objects.Select(name => _tenant.Find(name)!.Store.Find(gsid)).FirstOrDefault(row => row is not null);

    private static string? NameOf(EmulatedRow? row) => row?.Owner.FindField(FieldNames.Name) is { } field ? row[field] as string : null;
}
