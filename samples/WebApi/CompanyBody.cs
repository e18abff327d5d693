namespace WebApi;

/// <summary>What a caller can say about a company.</summary>
public sealed record CompanyBody(decimal? Arr, string? Stage);

/// <summary>The answer to a company that was written.</summary>
public sealed record CompanyAnswer(string? Gsid);
