namespace Gainsight.Client;

/// <summary>The contexts to which an activity can belong (<see cref="TimelineActivity.ContextName"/>). The set is open.</summary>
/// <remarks>From the Gainsight Timeline API documentation. <see cref="Opportunity"/> is known only through third parties. A partner names only the first two.</remarks>
public static class TimelineContexts
{
    /// <summary>A company: needs <see cref="TimelineActivity.GsCompanyId"/> or a lookup of it.</summary>
    public const string Company = "Company";

    /// <summary>A relationship: needs <see cref="TimelineActivity.GsRelationshipId"/> or a lookup of it.</summary>
    public const string Relationship = "Relationship";

    /// <summary>A call to action: needs its GSID in <see cref="TimelineActivity.ContextId"/> (from a third party).</summary>
    public const string Cta = "CTA";

    /// <summary>A success plan: needs its GSID in <see cref="TimelineActivity.ContextId"/> (from a third party).</summary>
    public const string SuccessPlan = "SuccessPlan";

    /// <summary>A scorecard. The required fields are undocumented. The company and <see cref="TimelineActivity.ContextId"/> are sent as given.</summary>
    public const string Scorecard = "Scorecard";

    /// <summary>A measure of a scorecard. The required fields are undocumented. The company and <see cref="TimelineActivity.ContextId"/> are sent as given.</summary>
    public const string ScorecardMeasure = "ScorecardMeasure";

    /// <summary>A milestone. The required fields are undocumented. The company and <see cref="TimelineActivity.ContextId"/> are sent as given.</summary>
    public const string Milestone = "Milestone";

    /// <summary>An opportunity of Renewal Center (known only through third parties).</summary>
    public const string Opportunity = "GS_Opportunity";
}
