namespace Gainsight.Client;

/// <content>The areas of the API, each made when it is first asked for.</content>
public partial class GainsightClient
{
    /// <summary>Companies.</summary>
    public virtual CompanyClient Companies => field ??= new(Context);

    /// <summary>Relationships.</summary>
    public virtual RelationshipClient Relationships => field ??= new(Context);

    /// <summary>People, and along with them their links to companies and relationships.</summary>
    public virtual PersonClient People => field ??= new(Context);

    /// <summary>The links between people and companies, each a row of its own.</summary>
    public virtual CompanyPersonClient CompanyPeople => field ??= new(Context);

    /// <summary>The links between people and relationships, each a row of its own.</summary>
    public virtual RelationshipPersonClient RelationshipPeople => field ??= new(Context);

    /// <summary>Calls to action, objectives of success plans among them.</summary>
    public virtual CtaClient Ctas => field ??= new(Context);

    /// <summary>Tasks of CTAs.</summary>
    public virtual CsTaskClient Tasks => field ??= new(Context);

    /// <summary>Success plans.</summary>
    public virtual SuccessPlanClient SuccessPlans => field ??= new(Context);

    /// <summary>Customer goals.</summary>
    public virtual CustomerGoalClient CustomerGoals => field ??= new(Context);

    /// <summary>The activities of the Timeline: meetings, calls, e-mails, notes.</summary>
    public virtual TimelineClient Timeline => field ??= new(Context);

    /// <summary>The users of the tenant: read, created, changed, and let in or out.</summary>
    public virtual UserClient Users => field ??= new(Context);

    /// <summary>What changed and what was deleted in any object, since a checkpoint.</summary>
    public virtual ChangesClient Changes => field ??= new(Context);

    /// <summary>The tenant's objects, their fields and picklists.</summary>
    public virtual MetadataClient Metadata => field ??= new(Context);
}
