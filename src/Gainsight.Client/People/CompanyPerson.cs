using System.Text.Json.Serialization;

namespace Gainsight.Client;

/// <summary>What a person is at a company: the link between the two, with title and role.</summary>
/// <remarks>
/// Written along with a person from <see cref="Person.Companies"/>, or on its own through <see cref="GainsightClient.CompanyPeople"/>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CompanyPerson>))]
public sealed class CompanyPerson : GainsightRecord
{
    /// <summary>The person: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="PersonFields.Email"/>. Not used in <see cref="Person.Companies"/>, whose person is plain.</summary>
    public string? PersonId
    {
        get => Get(CompanyPersonFields.PersonId);
        set => Set(CompanyPersonFields.PersonId, value);
    }

    /// <summary>The company: the GSID, or use <see cref="GainsightRecord.SetLookup(LookupField, Field{string}, string)"/> with <see cref="CompanyFields.Name"/>.</summary>
    public string? CompanyId
    {
        get => Get(CompanyPersonFields.CompanyId);
        set => Set(CompanyPersonFields.CompanyId, value);
    }

    /// <summary>The person's title at the company (seen live).</summary>
    public string? Title
    {
        get => Get(CompanyPersonFields.Title);
        set => Set(CompanyPersonFields.Title, value);
    }

    /// <summary>The person's role at the company (seen live). Sources differ on whether it is text or a picklist.</summary>
    public string? Role
    {
        get => Get(CompanyPersonFields.Role);
        set => Set(CompanyPersonFields.Role, value);
    }

    /// <summary>Whether the person still is at the company (seen live).</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    public bool? Active
    {
        get => Get(CompanyPersonFields.Active);
        set => Set(CompanyPersonFields.Active, value);
    }

    /// <summary>Whether it is the person's main company (told at second hand).</summary>
    /// <exception cref="GainsightProtocolException">The loaded value is not true or false.</exception>
    public bool? IsPrimaryCompany
    {
        get => Get(CompanyPersonFields.IsPrimaryCompany);
        set => Set(CompanyPersonFields.IsPrimaryCompany, value);
    }

    /// <summary>The manager (told at second hand). That it points to a person is inferred, unconfirmed.</summary>
    public string? Manager
    {
        get => Get(CompanyPersonFields.Manager);
        set => Set(CompanyPersonFields.Manager, value);
    }

    internal override ObjectDefinition Definition => CompanyPersonFields.Definition;
}
