namespace Gainsight.Client;

/// <content>The areas of the API, each made when it is first asked for.</content>
public partial class GainsightClient
{
    /// <summary>Companies.</summary>
    public virtual CompanyClient Companies => Once(ref field, static context => new(context));

    /// <summary>Relationships.</summary>
    public virtual RelationshipClient Relationships => Once(ref field, static context => new(context));

    /// <summary>People, and along with them their links to companies and relationships.</summary>
    public virtual PersonClient People => Once(ref field, static context => new(context));

    /// <summary>The links between people and companies, each a row of its own.</summary>
    public virtual CompanyPersonClient CompanyPeople => Once(ref field, static context => new(context));

    /// <summary>The links between people and relationships, each a row of its own.</summary>
    public virtual RelationshipPersonClient RelationshipPeople => Once(ref field, static context => new(context));

    /// <summary>Calls to action, objectives of success plans among them.</summary>
    public virtual CtaClient Ctas => Once(ref field, static context => new(context));

    /// <summary>Tasks of CTAs.</summary>
    public virtual CsTaskClient Tasks => Once(ref field, static context => new(context));

    /// <summary>Success plans.</summary>
    public virtual SuccessPlanClient SuccessPlans => Once(ref field, static context => new(context));

    /// <summary>Customer goals.</summary>
    public virtual CustomerGoalClient CustomerGoals => Once(ref field, static context => new(context));

    /// <summary>The activities of the Timeline: meetings, calls, e-mails, notes.</summary>
    public virtual TimelineClient Timeline => Once(ref field, static context => new(context));

    /// <summary>The users of the tenant: read, created, changed, and let in or out.</summary>
    public virtual UserClient Users => Once(ref field, static context => new(context));

    /// <summary>Opportunities of Renewal Center. Experimental: Gainsight's documentation names the calls, and not their paths.</summary>
    public virtual OpportunityClient Opportunities => Once(ref field, static context => new(context));

    /// <summary>Publishing to the Events Framework.</summary>
    public virtual EventClient Events => Once(ref field, static context => new(context));

    /// <summary>Bulk export and bulk import: many rows for few calls.</summary>
    public virtual BulkClient Bulk => Once(ref field, static context => new(context));

    /// <summary>What changed and what was deleted in any object, since a checkpoint.</summary>
    public virtual ChangesClient Changes => Once(ref field, static context => new(context));

    /// <summary>The tenant's objects, their fields and picklists.</summary>
    public virtual MetadataClient Metadata => Once(ref field, static context => new(context));

    /// <summary>Makes an area once, whoever asks first: some keep what they learnt.</summary>
    private TArea Once<TArea>(ref TArea? area, Func<ClientContext, TArea> make)
        where TArea : class =>
        Volatile.Read(ref area) ?? Interlocked.CompareExchange(ref area, make(Context), null) ?? area;
}
