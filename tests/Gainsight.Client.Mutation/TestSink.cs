using Xunit;
using Xunit.Abstractions;

namespace Gainsight.Client.Mutation;

/// <summary>Hears what xunit says.</summary>
internal sealed class TestSink : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly ManualResetEvent _done = new(initialState: false);

    /// <summary>The tests that were found.</summary>
    public List<ITestCase> Found { get; } = [];

    /// <summary>The first test that failed.</summary>
    public ITest? Failed { get; private set; }

    /// <summary>Called before a test starts.</summary>
    public Action<string>? Starting { get; init; }

    public void Wait() => _done.WaitOne();

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage found:
                Found.Add(found.TestCase);
                break;
            case ITestCaseStarting starting:
                Starting?.Invoke(starting.TestCase.UniqueID);
                break;
            case ITestFailed failed:
                Failed ??= failed.Test;
                break;
            case ITestAssemblyFinished or IDiscoveryCompleteMessage:
                _done.Set();
                break;
            default:
                break;
        }

        return Failed is null;
    }

    public void Dispose() => _done.Dispose();
}
