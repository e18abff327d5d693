namespace Gainsight.Client.Emulator;

/// <summary>How <c>DueDate</c> leaves the Cockpit lists: two official samples differ.</summary>
public enum CockpitDueDateForm
{
    /// <summary><c>2031-03-14T00:00:00Z</c>.</summary>
    DateAndTime,

    /// <summary><c>2031-03-14</c>.</summary>
    Date,
}
