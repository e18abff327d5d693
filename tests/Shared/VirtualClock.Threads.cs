using System.Diagnostics;
using ThreadState = System.Diagnostics.ThreadState;

namespace Gainsight.Client.TestSupport;

public sealed partial class VirtualClock
{
    /// <summary>How many checks in a row a thread may put a jump off: one that only waits for a core is done by then, one that computes for long is not waited for.</summary>
    private const int PatienceWithThreads = 250;

    private int _putOff;

    /// <summary>
    /// Whether a thread of this process runs or waits for a core. The pool does not tell of a test's own thread, nor the
    /// requests of the moment before one begins or after one ends.
    /// </summary>
    private bool IsThreadAtWork()
    {
        if (_putOff < PatienceWithThreads && CountReadyThreads() > 1)
        {
            _putOff++;
            return true;
        }

        _putOff = 0;
        return false;
    }

    /// <summary>Whether a line of <c>/proc/self/task/*/stat</c> is of a thread that runs, could run, or waits for disk: it goes on by itself.</summary>
    internal static bool TellsOfWork(string stat)
    {
        // The state stands behind the name, which is in parentheses and may hold some itself.
        var state = stat.LastIndexOf(')') + 2;
        return state > 1 && state < stat.Length && stat[state] is ('R' or 'D');
    }

    /// <summary>Counts the threads that run or could run, the caller's among them.</summary>
    private static int CountReadyThreads()
    {
        if (OperatingSystem.IsLinux())
        {
            return Directory.EnumerateDirectories("/proc/self/task").Count(thread => TellsOfWork(Stat(thread)));
        }

        using var process = Process.GetCurrentProcess();
        var ready = 0;
        foreach (ProcessThread thread in process.Threads)
        {
            ready += thread.ThreadState is ThreadState.Running or ThreadState.Ready ? 1 : 0;
            thread.Dispose();
        }

        return ready;
    }

    private static string Stat(string thread)
    {
        try
        {
            return File.ReadAllText($"{thread}/stat");
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return string.Empty;
        }
    }
}
