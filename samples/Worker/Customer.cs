using System.Text.Json.Serialization;

namespace Worker;

/// <summary>A row of customers.json.</summary>
public sealed record Customer(string Name, decimal? AnnualRevenue, string? Stage);

/// <summary>Reads customers.json without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(Customer[]))]
public sealed partial class CustomerJson : JsonSerializerContext;
