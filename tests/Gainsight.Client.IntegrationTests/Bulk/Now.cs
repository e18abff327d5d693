namespace Gainsight.Client.IntegrationTests.Bulk;

/// <summary>Progress that is reported immediately, on the reporter's thread.</summary>
internal sealed class Now<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
