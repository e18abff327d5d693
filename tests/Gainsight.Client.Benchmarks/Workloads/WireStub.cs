using System.Globalization;
using System.Net;

namespace Gainsight.Client.Benchmarks;

/// <summary>Replaces the network. Answers immediately, or only when <see cref="Run{T}"/> continues, so that a call is suspended like a real one and continues on the caller's thread.</summary>
internal sealed class WireStub(byte[] answer, bool waits) : HttpMessageHandler
{
    private readonly Queue<TaskCompletionSource<HttpResponseMessage>> _waiting = new();
    private string _date = string.Empty;
    private long _second;

    /// <summary>Runs a call to completion on the caller's thread.</summary>
    public T Run<T>(Func<Task<T>> call)
    {
        var context = SynchronizationContext.Current;

        // A test's synchronization context would continue on another thread.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var task = call();
            while (_waiting.TryDequeue(out var waiting))
            {
                waiting.SetResult(Answer());
            }

            return task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("The call went to another thread.");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!waits)
        {
            return Task.FromResult(Answer());
        }

        var waiting = new TaskCompletionSource<HttpResponseMessage>();
        _waiting.Enqueue(waiting);
        return waiting.Task;
    }

    private HttpResponseMessage Answer()
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(answer) };
        response.Headers.TryAddWithoutValidation("Date", Date());
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return response;
    }

    /// <summary>The server's date, which every answer has. The text is created once per second.</summary>
    private string Date()
    {
        var now = DateTimeOffset.UtcNow;
        var second = now.ToUnixTimeSeconds();
        if (second != _second)
        {
            (_second, _date) = (second, now.ToString("r", CultureInfo.InvariantCulture));
        }

        return _date;
    }
}
