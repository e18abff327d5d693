namespace Gainsight.Client;

/// <summary>An object of the tenant and the fields to read, under names of the application: settings of a job, or a part of them.</summary>
/// <remarks>Derive from it to add settings of your own.</remarks>
public record ObjectSettings
{
    /// <summary>The API name of the object, such as <c>Company</c> or <c>Usage__gc</c>. It is needed.</summary>
    public string Object { get; init; } = string.Empty;

    /// <summary>The API name of the field for each name, such as <c>"score": "NPSScore"</c>. At least one is needed.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The field with the time of a row's last change, if it has another name than usual: <see cref="ChangeOptions.ModifiedDate"/>.</summary>
    public string? ModifiedDate { get; init; }

    /// <summary>The unique field that tells rows apart, for an object without a GSID: <see cref="ChangeOptions.Key"/>.</summary>
    public string? Key { get; init; }

    /// <summary>Which rows to read: the <c>where</c> of a query as JSON, without <c>OR</c>. Default: all.</summary>
    public string? Where { get; init; }

    /// <summary>How a row finds its company, for <see cref="ObjectRows.FindCompaniesAsync"/>. Default: rows have no company.</summary>
    public CompanyMatchSettings? Match { get; init; }
}
