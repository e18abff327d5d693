using Microsoft.Extensions.Configuration;

namespace Gainsight.Client;

/// <summary>The configuration section of a client, watched for a new access key.</summary>
internal sealed record GainsightConfigurationSource(string Name, IConfiguration Section);
