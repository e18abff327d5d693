namespace Gainsight.Client;

/// <summary>Names everything that is wrong with a client's options in one message, each problem with its remedy.</summary>
internal static class OptionsValidator
{
    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">The options are not usable.</exception>
    public static void Validate(GainsightClientOptions options)
    {
        string[] problems = [.. Problems(options)];
        if (problems.Length > 0)
        {
            throw new ArgumentException($"The Gainsight client cannot be built. {string.Join(' ', problems)}", nameof(options));
        }
    }

    private static IEnumerable<string> Problems(GainsightClientOptions options)
    {
        if (options.Credential is null)
        {
            yield return "Credential is not set. Set it to an AccessKeyCredential with the key from Administration, Connectors 2.0, or to a ClientCredentialsCredential.";
        }

        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > TimeSpan.FromDays(1))
        {
            yield return $"AttemptTimeout is {options.AttemptTimeout}. Give the longest time that one attempt may take, such as 100 seconds; at most a day.";
        }

        if (options.OpportunityBatchSize is < 1 or > 50)
        {
            yield return $"OpportunityBatchSize is {options.OpportunityBatchSize}. Give the opportunities of a call, 1 to 50.";
        }

        var others = options.ConfigurationProblems.Concat(HostRules.Problems(options))
            .Concat(options.Retry.Problems())
            .Concat(options.Quota.Problems())
            .Concat(RouteTable.Problems(options.RouteOverrides))
            .Concat(options.PrimaryHandler is null ? [] : HostRules.HandlerProblems(options.PrimaryHandler));
        foreach (var problem in others)
        {
            yield return problem;
        }
    }
}
