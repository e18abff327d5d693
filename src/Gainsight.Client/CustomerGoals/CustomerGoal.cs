namespace Gainsight.Client;

/// <summary>A goal of a customer, with links to CTAs and success plans.</summary>
/// <remarks>
/// Set custom fields by name: <c>goal["Region_pick__gc"]</c>, and picklists by label. A goal can be created from a template of the library
/// instead of from its own fields. The template's key is unknown, so set it by name too. The client does not check such a goal.
/// </remarks>
[GainsightObject("customer_goal")]
[ObjectFacts(SystemFields = [nameof(Gsid), nameof(CreatedDate), nameof(ModifiedDate)], SelectedSystemFields = [nameof(Gsid), nameof(ModifiedDate)])]
public sealed partial class CustomerGoal : GainsightRecord
{
    /// <summary>The name. Required.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>The status, as a label such as <c>New</c>. Required.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? StatusName { get; set; }

    /// <summary>The company. Required for a goal of a company: set the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> with the name or another field.</summary>
    [GainsightField(LookupTo = "company")]
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The relationship, for goals of <see cref="EntityType"/> <c>RELATIONSHIP</c>.</summary>
    [GainsightField(LookupTo = "relationship", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred.")]
    public partial string? RelationshipId { get; set; }

    /// <summary>The opportunity, for goals of <see cref="EntityType"/> <c>OPPORTUNITY</c>.</summary>
    [GainsightField(LookupTo = "gs_opportunity", IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred.")]
    public partial string? OpportunityId { get; set; }

    /// <summary><c>COMPANY</c>, <c>RELATIONSHIP</c> or <c>OPPORTUNITY</c>. The last two are sent if a new goal has a relationship or an opportunity instead of a company.</summary>
    [FieldFacts(Confidence.Official, Note = "Values other than `COMPANY` are inferred.")]
    public partial string? EntityType { get; set; }

    /// <summary>The due date.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Official)]
    public partial DateOnly? DueDate { get; set; }

    /// <summary>A description, as HTML. The caller must make sure that it is safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText))]
    [FieldFacts(Confidence.Official)]
    public partial string? Description { get; set; }

    /// <summary>The GSIDs of CTAs to link to the goal. Setting the property copies the list.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Official, Note = "Sent as `association`.")]
    public IReadOnlyList<string>? LinkedCtas
    {
        get => TextList.Read(Get(CustomerGoalFields.LinkedCtas), CustomerGoalFields.LinkedCtas);
        set => Assign(CustomerGoalFields.LinkedCtas, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of success plans to link to the goal. Setting the property copies the list.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Official, Note = "Sent as `association`.")]
    public IReadOnlyList<string>? LinkedSuccessPlans
    {
        get => TextList.Read(Get(CustomerGoalFields.LinkedSuccessPlans), CustomerGoalFields.LinkedSuccessPlans);
        set => Assign(CustomerGoalFields.LinkedSuccessPlans, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of CTAs whose link to the goal an update removes. Setting the property copies the list.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "Third parties mention the call; the key is inferred.")]
    public IReadOnlyList<string>? UnlinkedCtas
    {
        get => TextList.Read(Get(CustomerGoalFields.UnlinkedCtas), CustomerGoalFields.UnlinkedCtas);
        set => Assign(CustomerGoalFields.UnlinkedCtas, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of success plans whose link to the goal an update removes. Setting the property copies the list.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "Third parties mention the call; the key is inferred.")]
    public IReadOnlyList<string>? UnlinkedSuccessPlans
    {
        get => TextList.Read(Get(CustomerGoalFields.UnlinkedSuccessPlans), CustomerGoalFields.UnlinkedSuccessPlans);
        set => Assign(CustomerGoalFields.UnlinkedSuccessPlans, TextList.ToJson(value));
    }
}
