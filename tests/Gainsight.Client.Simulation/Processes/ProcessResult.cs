using System.Globalization;

namespace Gainsight.Client.Simulation;

/// <summary>What the tenant saw of the processes.</summary>
/// <param name="Windows">The calls that arrived in each window.</param>
/// <param name="Refused">The calls that the emulator refused.</param>
/// <param name="RoundTrips">The requests to the store of the processes that were not killed.</param>
/// <param name="Idle">How long no call arrived although work waited and permits were left.</param>
internal sealed record ProcessResult(IReadOnlyList<int> Windows, int Refused, int RoundTrips, IdleTime Idle)
{
    public int Calls => Windows.Sum();

    public bool IsOver => Refused > 0 || Windows.Any(calls => calls > ProcessSettings.Limit);

    public double RoundTripsPerCall => RoundTrips / (double)Calls;

    public void Print(TextWriter output)
    {
        output.WriteLine($"{Calls} calls in {Windows.Count} windows: {string.Join(", ", Windows)}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Refused} refused, {RoundTrips} round trips to the store, {RoundTripsPerCall:0.000} a call"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"No call while work waited and permits were left: at most {Idle.AtBegin.TotalSeconds:0.0} s at the begin of a window, {Idle.Later.TotalSeconds:0.0} s later"));
        output.WriteLine(IsOver ? "A limit was exceeded." : "No limit was exceeded.");
    }
}
