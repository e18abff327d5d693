using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gainsight.Client;

/// <summary>Checks, when the host starts, the options of each health check, and that its client is registered.</summary>
internal sealed class GainsightHealthCheckValidator(IServiceCollection services) : IValidateOptions<GainsightHealthCheckOptions>
{
    /// <summary>The message for a health check whose client is not registered.</summary>
    public static string NotRegistered(string client) => client.Length == 0
        ? "The health check of Gainsight has no client. Call services.AddGainsightClient(...) as well, or pass AddGainsight the name of a client that is registered."
        : $"The health check of Gainsight has no client with the name '{client}'. Call services.AddGainsightClient(\"{client}\", ...) as well, or correct the name. The name is the client's, not the health check's.";

    public ValidateOptionsResult Validate(string? name, GainsightHealthCheckOptions options)
    {
        var client = name ?? string.Empty;
        List<string> problems = [.. options.Problems().Select(problem => $"The options of the health check {NameOf(client)} cannot be used. {problem}")];
        if (!IsRegistered(client))
        {
            problems.Add(NotRegistered(client));
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>The name of the health check of a client.</summary>
    public static string NameOf(string client) => client.Length == 0 ? "gainsight" : $"gainsight:{client}";

    // Looks without creating the client. Asking the container would not tell a client from a registration for any key.
    private bool IsRegistered(string client) => services.Any(service => service.ServiceType == typeof(GainsightClient)
        && (client.Length == 0 ? !service.IsKeyedService : service.IsKeyedService && client.Equals(service.ServiceKey)));
}
