namespace Gainsight.Client.Emulator;

/// <summary>Makes up the value of a new row that comes without one. Seeds name the kinds.</summary>
/// <param name="kind">One of the constants.</param>
/// <param name="gsidPrefix">The first four characters of GSIDs, for <see cref="Gsid"/>.</param>
internal sealed class FieldGenerator(string kind, string? gsidPrefix)
{
    public const string Created = "created";
    public const string Modified = "modified";
    public const string Number = "number";
    public const string Gsid = "gsid";

    public string Kind => kind;

    public string? GsidPrefix => gsidPrefix;

    /// <summary>The last number that was given to a row.</summary>
    public decimal Last { get; set; }

    public object Next(TenantData tenant) => kind switch
    {
        Number => ++Last,
        Gsid => tenant.Gsids.Next(gsidPrefix!),
        _ => tenant.Now,
    };
}
