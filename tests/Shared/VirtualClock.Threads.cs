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

    /// <summary>Counts the threads that run or could run, the caller's among them.</summary>
    private static int CountReadyThreads()
    {
        using Process process = Process.GetCurrentProcess();
        int ready = 0;
        foreach (ProcessThread thread in process.Threads)
        {
            ready += thread.ThreadState is ThreadState.Running or ThreadState.Ready ? 1 : 0;
            thread.Dispose();
        }

        return ready;
    }
}
