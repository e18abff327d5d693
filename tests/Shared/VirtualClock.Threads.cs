using System.Diagnostics;
using ThreadState = System.Diagnostics.ThreadState;

namespace Gainsight.Client.TestSupport;

public sealed partial class VirtualClock
{
    /// <summary>How many checks in a row a working thread can delay a jump. That is enough for a thread that only waits for a core, and it limits the wait for long computations.</summary>
    private const int PatienceWithThreads = 250;

    private int _putOff;

    /// <summary>
    /// Whether a thread of this process runs or waits for a core. The pool does not show a test's own thread, and the
    /// requests do not show the moments before a request begins and after it ends.
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

    /// <summary>Whether a line of <c>/proc/self/task/*/stat</c> describes a thread that runs, could run, or waits for disk, and so continues without the clock.</summary>
    internal static bool TellsOfWork(string stat)
    {
        // The state follows the name. The name is in parentheses and can contain parentheses itself.
        var state = stat.LastIndexOf(')') + 2;
        return state > 1 && state < stat.Length && stat[state] is ('R' or 'D');
    }

    /// <summary>Counts the threads that run or could run, including the caller's.</summary>
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
            // The thread has ended in the meantime.
            return string.Empty;
        }
    }
}
