namespace Gainsight.Client;

/// <summary>What the fields of an object of the library's own do not say.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ObjectFactsAttribute : Attribute
{
    /// <summary>The system fields that the object has. Default: all of <see cref="Gainsight.Client.SystemFields"/>.</summary>
    public string[]? SystemFields { get; set; }

    /// <summary>The system fields that a query reads that selects nothing. Default: those that the object has.</summary>
    public string[]? SelectedSystemFields { get; set; }

    /// <summary>Whether a query that selects nothing asks the describe call for the fields, as they differ between tenants.</summary>
    public bool IsDescribed { get; set; }
}
