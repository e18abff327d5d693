namespace Gainsight.Client.Emulator;

/// <summary>
/// The people of an activity. They are written as lists of ids; the activity then shows their names in one text (official
/// sample), and <c>activity_attendee</c> has a row for each.
/// </summary>
internal sealed class Attendees
{
    private readonly TenantData _tenant;
    private readonly List<(string Type, string Column, string[] Gsids)> _lists = [];

    public Attendees(TenantData tenant, TimelineFields fields, PlannedRecord plan)
    {
        _tenant = tenant;
        Take(plan, fields.InternalAttendees, "INTERNAL", "InternalAttendeeGsId");
        Take(plan, fields.ExternalAttendees, "EXTERNAL", "ExternalAttendeeGsId");
    }

    public void Write(string activityId)
    {
        EmulatedObject attendees = _tenant.Find(TimelineFields.Attendees)!;
        EmulatedField activity = attendees.FindField("ActivityId")!, type = attendees.FindField("AttendeeType")!;
        foreach ((string name, string column, string[] gsids) in _lists)
        {
            foreach (EmulatedRow old in attendees.Find(activity, activityId).Where(row => name.Equals(row[type])).ToList())
            {
                _ = attendees.Store.Remove(old.Gsid);
            }

            foreach (string gsid in gsids)
            {
                _ = attendees.Add([new(activity, activityId), new(type, name), new(attendees.FindField(column)!, gsid)]);
            }
        }
    }

    private void Take(PlannedRecord plan, EmulatedField field, string type, string column)
    {
        if (plan.Values.TryGetValue(field, out object? value))
        {
            string[] gsids = value is string joined ? joined.Split(';', StringSplitOptions.RemoveEmptyEntries) : [];
            _lists.Add((type, column, gsids));
            plan.Values[field] = gsids.Length == 0 ? null : string.Join(", ", gsids.Select(NameOf));
        }
    }

    private string NameOf(string gsid)
    {
        foreach (string name in (string[])[DefaultTenant.User, "person", "company_person"])
        {
            if (_tenant.Find(name) is { } people && people.Store.Find(gsid) is { } row && people.FindField(FieldNames.Name) is { } field && row[field] is string text)
            {
                return text;
            }
        }

        return gsid;
    }
}
