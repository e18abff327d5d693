using System.Diagnostics;

namespace Gainsight.Client.Emulator;

/// <summary>
/// Saves a tenant when it has changed: at most once a second, and never for more than a tenth of the time, because a large tenant takes long.
/// </summary>
internal sealed class StateSaver(StateFile file, GainsightEmulator emulator, TextWriter error, TimeProvider? time = null)
{
    private const int ShareOfTime = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private string? _saved;
    private bool _failed;

    /// <summary>Saves the tenant as it starts, so that a file that cannot be written is known before the first request.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveFirst()
    {
        var stamp = emulator.Stamp();
        file.Save(emulator);
        _saved = stamp;
    }

    /// <summary>Saves changes until the end.</summary>
    public async Task RunAsync(Task end)
    {
        var next = Interval;
        while (await Task.WhenAny(end, Task.Delay(next, _time)).ConfigureAwait(false) != end)
        {
            var started = Stopwatch.GetTimestamp();
            _ = TrySave(isLast: false);
            var longEnough = Stopwatch.GetElapsedTime(started) * ShareOfTime;
            next = longEnough > Interval ? longEnough : Interval;
        }
    }

    /// <summary>Saves what has changed since.</summary>
    /// <returns>Whether the file has everything.</returns>
    public bool SaveLast() => TrySave(isLast: true);

    private bool TrySave(bool isLast)
    {
        // A change while the file is written makes the stamp old, so that it is saved the next time.
        var stamp = emulator.Stamp();
        if (stamp == _saved)
        {
            return true;
        }

        try
        {
            file.Save(emulator);
            _saved = stamp;
            if (_failed)
            {
                error.WriteLine($"The state file {file.Path} was saved again.");
            }

            _failed = false;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Once, not every second.
            if (!_failed || isLast)
            {
                var consequence = isLast ? "The last changes are lost." : "The emulator goes on, and tries again.";
                error.WriteLine($"The state file {file.Path} cannot be saved: {exception.Message} {consequence}");
            }

            _failed = true;
            return false;
        }
    }
}
