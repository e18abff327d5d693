using System.Text;

namespace Gainsight.Client.Emulator;

/// <summary>
/// The last requests in the order in which they ended, with the beginnings of their bodies. Keys, tokens and secrets are left out. Thread-safe.
/// </summary>
internal sealed class ExchangeLog
{
    private const int Capacity = 10_000;
    private const int BodyLength = 32 * 1024;
    private const int BodiesLength = 8 * 1024 * 1024;

    private static readonly string[] SecretHeaders = ["Accesskey", "authentication", "sharedSecret"];

    private readonly object _sync = new();
    private readonly Queue<Exchange> _kept = [];
    private readonly Queue<Exchange> _withBodies = [];
    private TaskCompletionSource _added = NewSignal();
    private long _last;
    private int _size;

    /// <summary>The id of the newest request, or 0. It never starts again.</summary>
    public long Last
    {
        get
        {
            lock (_sync)
            {
                return _last;
            }
        }
    }

    /// <summary>Adds a request that ended.</summary>
    public void Add(RequestContext context, RequestLogEntry entry, EmulatorResponse? response)
    {
        var hasToken = entry.Operation == EmulatorOperations.Token;
        var sent = hasToken ? "(not kept: the body of a token request)" : Text(context.Body.Span, context);
        var received = hasToken ? "(not kept: the body holds a token)"
            : response is { Streamed: not null } ? "(not kept: the body was written while it was read)"
            : Text(response is null ? default : response.Body.Span, context);
        lock (_sync)
        {
            var exchange = new Exchange(++_last, entry, context.Request.QueryString) { RequestBody = sent, ResponseBody = received };
            _kept.Enqueue(exchange);
            _withBodies.Enqueue(exchange);
            _size += exchange.Size;
            Trim();
            _added.SetResult();
            _added = NewSignal();
        }
    }

    /// <summary>The first requests after an id, or the last ones.</summary>
    public IReadOnlyList<Exchange> Read(long? since, int limit)
    {
        lock (_sync)
        {
            return since is { } id ? [.. _kept.Where(each => each.Id > id).Take(limit)] : [.. _kept.TakeLast(limit)];
        }
    }

    public Exchange? Find(long id)
    {
        lock (_sync)
        {
            return _kept.FirstOrDefault(each => each.Id == id);
        }
    }

    /// <summary>Waits until there is a request after the newest one, or the time is over.</summary>
    public async Task WaitAsync(long since, TimeSpan time, CancellationToken cancellationToken)
    {
        Task added;
        lock (_sync)
        {
            // An id that is not known yet is that of another server, so its caller has to start again.
            added = _last == since ? _added.Task : Task.CompletedTask;
        }

        if (!added.IsCompleted)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            end.CancelAfter(time);
            await added.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Clear()
    {
        lock (_sync)
        {
            _kept.Clear();
            _withBodies.Clear();
            _size = 0;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string Text(ReadOnlySpan<byte> body, RequestContext context)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, BodyLength)]);
        foreach (var secret in SecretHeaders.Select(context.Request.Header).Append(context.Request.BearerToken))
        {
            text = string.IsNullOrWhiteSpace(secret) ? text : text.Replace(secret, "•••", StringComparison.Ordinal);
        }

        return body.Length <= BodyLength ? text : $"{text}… ({body.Length} bytes, of which the first {BodyLength} are kept)";
    }

    private void Trim()
    {
        while (_size > BodiesLength && _withBodies.TryDequeue(out var old))
        {
            _size -= old.Size;
            old.RequestBody = old.ResponseBody = null;
        }

        while (_kept.Count > Capacity)
        {
            var old = _kept.Dequeue();
            if (_withBodies.TryPeek(out var first) && first == old)
            {
                _size -= old.Size;
                _ = _withBodies.Dequeue();
            }
        }
    }
}
