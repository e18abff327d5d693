using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>The section that a client is configured from, watched for a new access key.</summary>
internal sealed record GainsightConfigurationSource(string Name, IConfiguration Section);
