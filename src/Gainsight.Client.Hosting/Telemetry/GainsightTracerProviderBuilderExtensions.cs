using Gainsight.Client;

namespace OpenTelemetry.Trace;

/// <summary>Collects the spans of Gainsight clients.</summary>
public static class GainsightTracerProviderBuilderExtensions
{
    /// <summary>Collects the spans of all Gainsight clients: one for each operation (see <see cref="GainsightDiagnostics"/>).</summary>
    /// <param name="builder">The builder of the tracer provider.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static TracerProviderBuilder AddGainsightInstrumentation(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource(GainsightDiagnostics.ActivitySourceName);
    }
}
