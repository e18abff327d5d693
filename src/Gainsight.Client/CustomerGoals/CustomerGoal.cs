namespace Gainsight.Client;

/// <summary>A goal of a customer, with links to CTAs and success plans.</summary>
/// <remarks>
/// Custom fields are set by name: <c>goal["Region_pick__gc"]</c>, picklists by label. A goal can be made from a template of the library
/// instead of from fields of its own; the template's key is unknown, so it is set by name as well, and such a goal is not checked here.
/// </remarks>
[GainsightObject("customer_goal")]
[ObjectFacts(SystemFields = [nameof(Gsid), nameof(CreatedDate), nameof(ModifiedDate)], SelectedSystemFields = [nameof(Gsid), nameof(ModifiedDate)])]
public sealed partial class CustomerGoal : GainsightRecord
{
    /// <summary>The name: required.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? Name { get; set; }

    /// <summary>The status, by label, such as <c>New</c>: required.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? StatusName { get; set; }

    /// <summary>The company: required for a goal of a company, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the name or another field.</summary>
    [FieldFacts(Confidence.Official, IsRequired = true)]
    public partial string? CompanyId { get; set; }

    /// <summary>The relationship, for goals of <see cref="EntityType"/> <c>RELATIONSHIP</c>.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred.")]
    public partial string? RelationshipId { get; set; }

    /// <summary>The opportunity, for goals of <see cref="EntityType"/> <c>OPPORTUNITY</c>.</summary>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "The API name is inferred.")]
    public partial string? OpportunityId { get; set; }

    /// <summary><c>COMPANY</c>, <c>RELATIONSHIP</c> or <c>OPPORTUNITY</c>. The last two are sent when a new goal names one in place of a company.</summary>
    [FieldFacts(Confidence.Official, Note = "Values other than `COMPANY` are inferred.")]
    public partial string? EntityType { get; set; }

    /// <summary>The day it is due.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    [FieldFacts(Confidence.Official)]
    public partial DateOnly? DueDate { get; set; }

    /// <summary>A description, as HTML, which the caller must have made safe.</summary>
    [GainsightField(DataType = nameof(DataType.RichText))]
    [FieldFacts(Confidence.Official)]
    public partial string? Description { get; set; }

    /// <summary>The GSIDs of CTAs to link it to. They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Official, Note = "Sent as `association`.")]
    public IReadOnlyList<string>? LinkedCtas
    {
        get => TextList.Read(Get(CustomerGoalFields.LinkedCtas), CustomerGoalFields.LinkedCtas);
        set => Set(CustomerGoalFields.LinkedCtas, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of success plans to link it to. They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Official, Note = "Sent as `association`.")]
    public IReadOnlyList<string>? LinkedSuccessPlans
    {
        get => TextList.Read(Get(CustomerGoalFields.LinkedSuccessPlans), CustomerGoalFields.LinkedSuccessPlans);
        set => Set(CustomerGoalFields.LinkedSuccessPlans, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of CTAs to remove its link to, in an update. They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "That there is such a call is told by third parties, the key is inferred.")]
    public IReadOnlyList<string>? UnlinkedCtas
    {
        get => TextList.Read(Get(CustomerGoalFields.UnlinkedCtas), CustomerGoalFields.UnlinkedCtas);
        set => Set(CustomerGoalFields.UnlinkedCtas, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of success plans to remove its link to, in an update. They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    [GainsightField(IsSelected = false)]
    [FieldFacts(Confidence.Inferred, Note = "That there is such a call is told by third parties, the key is inferred.")]
    public IReadOnlyList<string>? UnlinkedSuccessPlans
    {
        get => TextList.Read(Get(CustomerGoalFields.UnlinkedSuccessPlans), CustomerGoalFields.UnlinkedSuccessPlans);
        set => Set(CustomerGoalFields.UnlinkedSuccessPlans, TextList.ToJson(value));
    }
}
