using Gainsight.Client;

namespace OpenTelemetry.Metrics;

/// <summary>Collects the metrics of Gainsight clients.</summary>
public static class GainsightMeterProviderBuilderExtensions
{
    /// <summary>Collects the metrics of all Gainsight clients: durations, attempts, waits for quota and outcomes of rows (see <see cref="GainsightDiagnostics"/>).</summary>
    /// <param name="builder">The builder of the meter provider.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static MeterProviderBuilder AddGainsightInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter(GainsightDiagnostics.MeterName);
    }
}
