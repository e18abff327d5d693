using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>A goal of a customer, with links to CTAs and success plans.</summary>
/// <remarks>
/// Custom fields go by name: <c>goal["Region_pick__gc"]</c>, picklists by label. A goal can be made from a template of the library
/// instead of from fields of its own; the template's key is unknown, so it is set by name as well, and such a goal is not checked here.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CustomerGoal>))]
public sealed class CustomerGoal : GainsightRecord
{
    /// <summary>The name: required.</summary>
    public string? Name
    {
        get => Get(CustomerGoalFields.Name);
        set => Set(CustomerGoalFields.Name, value);
    }

    /// <summary>The status, by label, such as <c>New</c>: required.</summary>
    public string? StatusName
    {
        get => Get(CustomerGoalFields.StatusName);
        set => Set(CustomerGoalFields.StatusName, value);
    }

    /// <summary>The company: required for a goal of a company, as a GSID or by <see cref="GainsightRecord.SetLookup(LookupField, Lookup)"/> on the name or another field.</summary>
    public string? CompanyId
    {
        get => Get(CustomerGoalFields.CompanyId);
        set => Set(CustomerGoalFields.CompanyId, value);
    }

    /// <summary>The relationship, for goals of <see cref="EntityType"/> <c>RELATIONSHIP</c>. The name is inferred, unconfirmed.</summary>
    public string? RelationshipId
    {
        get => Get(CustomerGoalFields.RelationshipId);
        set => Set(CustomerGoalFields.RelationshipId, value);
    }

    /// <summary>The opportunity, for goals of <see cref="EntityType"/> <c>OPPORTUNITY</c>. The name is inferred, unconfirmed.</summary>
    public string? OpportunityId
    {
        get => Get(CustomerGoalFields.OpportunityId);
        set => Set(CustomerGoalFields.OpportunityId, value);
    }

    /// <summary><c>COMPANY</c>, as the sample has it; others (<c>RELATIONSHIP</c>, <c>OPPORTUNITY</c>) are inferred, unconfirmed, and sent as well when a new goal names one in place of a company.</summary>
    public string? EntityType
    {
        get => Get(CustomerGoalFields.EntityType);
        set => Set(CustomerGoalFields.EntityType, value);
    }

    /// <summary>The day it is due.</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not a date.</exception>
    public DateOnly? DueDate
    {
        get => Get(CustomerGoalFields.DueDate);
        set => Set(CustomerGoalFields.DueDate, value);
    }

    /// <summary>A description, as HTML, which the caller must have made safe.</summary>
    public string? Description
    {
        get => Get(CustomerGoalFields.Description);
        set => Set(CustomerGoalFields.Description, value);
    }

    /// <summary>The GSIDs of CTAs to link it to. They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    public IReadOnlyList<string>? LinkedCtas
    {
        get => TextList.Read(Get(CustomerGoalFields.LinkedCtas), CustomerGoalFields.LinkedCtas);
        set => Set(CustomerGoalFields.LinkedCtas, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of success plans to link it to. They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    public IReadOnlyList<string>? LinkedSuccessPlans
    {
        get => TextList.Read(Get(CustomerGoalFields.LinkedSuccessPlans), CustomerGoalFields.LinkedSuccessPlans);
        set => Set(CustomerGoalFields.LinkedSuccessPlans, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of CTAs whose link to it is taken away by an update (inferred, unconfirmed). They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    public IReadOnlyList<string>? UnlinkedCtas
    {
        get => TextList.Read(Get(CustomerGoalFields.UnlinkedCtas), CustomerGoalFields.UnlinkedCtas);
        set => Set(CustomerGoalFields.UnlinkedCtas, TextList.ToJson(value));
    }

    /// <summary>The GSIDs of success plans whose link to it is taken away by an update (inferred, unconfirmed). They are copied when they are set.</summary>
    /// <exception cref="GainsightProtocolException">The value is not a list of texts.</exception>
    public IReadOnlyList<string>? UnlinkedSuccessPlans
    {
        get => TextList.Read(Get(CustomerGoalFields.UnlinkedSuccessPlans), CustomerGoalFields.UnlinkedSuccessPlans);
        set => Set(CustomerGoalFields.UnlinkedSuccessPlans, TextList.ToJson(value));
    }

    internal override ObjectDefinition Definition => CustomerGoalFields.Definition;
}
