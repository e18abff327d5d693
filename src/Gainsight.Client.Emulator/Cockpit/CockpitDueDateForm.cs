namespace Gainsight.Client.Emulator;

/// <summary>The form of <c>DueDate</c> in Cockpit lists. Two official samples differ.</summary>
public enum CockpitDueDateForm
{
    /// <summary><c>2031-03-14T00:00:00Z</c>.</summary>
    DateAndTime,

    /// <summary><c>2031-03-14</c>.</summary>
    Date,
}
