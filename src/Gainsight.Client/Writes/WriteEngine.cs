using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Gainsight.Client;

/// <summary>The entry to all writes: a list becomes a report, a stream becomes a stream of outcomes.</summary>
internal static class WriteEngine
{
    /// <summary>The most rows of a stream in memory at once.</summary>
    private const int StreamCapacity = 2000;

    /// <summary>Writes a list.</summary>
    /// <exception cref="ArgumentException">The job does not support one of the options.</exception>
    public static Task<WriteReport<T>> WriteAsync<T>(
        ClientContext context, WriteJob<T> job, IEnumerable<T> rows, WriteOptions options, CancellationToken cancellationToken)
    {
        Check(job, rows, options);
        context.Transport.EnsureWritable($"of {job.ObjectName}");
        return WriteListAsync(context, job, rows, options, cancellationToken);
    }

    /// <summary>Writes a stream. The rows are written while the outcomes are read.</summary>
    /// <exception cref="ArgumentException">The job does not support one of the options.</exception>
    public static IAsyncEnumerable<RowOutcome<T>> StreamAsync<T>(
        ClientContext context, WriteJob<T> job, IAsyncEnumerable<T> rows, WriteOptions options, CancellationToken cancellationToken)
    {
        Check(job, rows, options);
        context.Transport.EnsureWritable($"of {job.ObjectName}");
        return WriteStreamAsync(context, job, rows, options, cancellationToken);
    }

    /// <summary>Refuses an option that this kind of write does not carry out. Ignored, it would look as if it had been.</summary>
    private static void Check<T>(WriteJob<T> job, object rows, WriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        if (!job.CanCheckFirst && (options.Preflight || options.SkipUnchanged))
        {
            throw new ArgumentException(
                $"This write of {job.ObjectName} supports neither {nameof(WriteOptions.Preflight)} nor {nameof(WriteOptions.SkipUnchanged)}: rows are sent as they are. Leave these options out.",
                nameof(options));
        }

        if (options.Journal is not null && !typeof(GainsightRecord).IsAssignableFrom(typeof(T)))
        {
            throw new ArgumentException($"This write of {job.ObjectName} has no records, so it keeps no {nameof(WriteOptions.Journal)}. Leave the option out.", nameof(options));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown, by whoever, the rows must be reported. The report says what it was.")]
    private static async Task<WriteReport<T>> WriteListAsync<T>(
        ClientContext context, WriteJob<T> job, IEnumerable<T> rows, WriteOptions options, CancellationToken cancellationToken)
    {
        // A copy, so that a list that changes in the meantime, or cannot be read to its end, does not cost the report of the rows already written.
        T[] list = [.. rows];
        var started = context.Transport.TimeProvider.GetTimestamp();
        var outcomes = new List<RowOutcome<T>>(list.Length);
        var lane = options.Lane ?? (list.Length > job.CallSize ? RequestLane.Bulk : RequestLane.Interactive);
        var run = new WriteRun<T>(context, job, options, lane, list.Length, int.MaxValue, outcomes.Add, cancellationToken);
        await using var ending = run.ConfigureAwait(false);
        using var limit = LimitTime(context, job, options, run);
        using var span = WriteTelemetry.Start(job.ObjectName, list.Length);
        var canceled = false;
        try
        {
            foreach (var row in list)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await run.AddAsync(row, cancellationToken).ConfigureAwait(false);
            }

            await run.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            canceled = true;
        }
        catch (Exception exception)
        {
            run.Stop(exception);
        }

        await run.CompleteAsync().ConfigureAwait(false);
        run.End(span);
        for (var i = outcomes.Count; i < list.Length; i++)
        {
            outcomes.Add(new(i, list[i], RowStatus.NotAttempted));
        }

        var report = new WriteReport<T>(outcomes, run.Requests, context.Transport.TimeProvider.GetElapsedTime(started), run.StoppedBy);
        if (canceled || (cancellationToken.IsCancellationRequested && report.Unknown.Concat(report.NotAttempted).Any()))
        {
            throw WriteCanceledException.For(report, cancellationToken);
        }

        if (run.StoppedBy is { } reason && report.NotAttempted.Count == list.Length)
        {
            ExceptionDispatchInfo.Throw(reason);
        }

        return report;
    }

    private static async IAsyncEnumerable<RowOutcome<T>> WriteStreamAsync<T>(
        ClientContext context, WriteJob<T> job, IAsyncEnumerable<T> rows, WriteOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        job.Begin();
        var started = context.Transport.TimeProvider.GetTimestamp();
        var channel = Channel.CreateUnbounded<RowOutcome<T>>(new() { SingleReader = true });
        var run = new WriteRun<T>(
            context, job, options, options.Lane ?? RequestLane.Bulk, options.ExpectedTotal, StreamCapacity, outcome => channel.Writer.TryWrite(outcome), cancellationToken);
        await using var ending = run.ConfigureAwait(false);
        using var limit = LimitTime(context, job, options, run);
        using var span = WriteTelemetry.Start(job.ObjectName, options.ExpectedTotal);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pump = PumpAsync(run, rows, channel.Writer, reading.Token);
        try
        {
            while (await channel.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false) && !cancellationToken.IsCancellationRequested)
            {
                while (!cancellationToken.IsCancellationRequested && channel.Reader.TryRead(out var outcome))
                {
                    run.Consumed();
                    yield return outcome;
                }
            }

            await pump.ConfigureAwait(false);
        }
        finally
        {
            // A stream that is left early reads no further rows, takes back the calls that wait for the quota, and waits for those in flight.
            run.Withdraw();
            await reading.CancelAsync().ConfigureAwait(false);
            await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            run.End(span);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            var rest = new List<RowOutcome<T>>();
            while (channel.Reader.TryRead(out var outcome))
            {
                rest.Add(outcome);
            }

            var report = new WriteReport<T>(rest, run.Requests, context.Transport.TimeProvider.GetElapsedTime(started), run.StoppedBy);
            throw WriteCanceledException.For(report, cancellationToken);
        }

        if (run.StoppedBy is { } reason)
        {
            ExceptionDispatchInfo.Throw(reason);
        }
    }

    /// <summary>Stops the write when its time is over.</summary>
    private static ITimer? LimitTime<T>(ClientContext context, WriteJob<T> job, WriteOptions options, WriteRun<T> run) => options.TimeLimit is { } limit
        ? context.Transport.TimeProvider.CreateTimer(
            _ => run.Stop(new GainsightException(
                $"The write of {job.ObjectName} reached its time limit of {limit} ({nameof(WriteOptions)}.{nameof(WriteOptions.TimeLimit)}). Write the rows that were not attempted again.")),
            null,
            limit,
            Timeout.InfiniteTimeSpan)
        : null;

    private static async Task PumpAsync<T>(
        WriteRun<T> run, IAsyncEnumerable<T> rows, ChannelWriter<RowOutcome<T>> outcomes, CancellationToken reading)
    {
        // The source's code must not run within the caller's first MoveNext, before there is a task to wait for.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        IAsyncEnumerator<T>? source = null;
        Task<bool>? next = null;
        try
        {
            source = rows.GetAsyncEnumerator(reading);
            while (run.StoppedBy is null)
            {
                next ??= source.MoveNextAsync().AsTask();
                if (!await run.EndsInTimeAsync(next, reading).ConfigureAwait(false))
                {
                    continue;
                }

                if (!await next.ConfigureAwait(false))
                {
                    break;
                }

                next = null;
                await run.AddAsync(source.Current, reading).ConfigureAwait(false);
                await run.WaitForRoomAsync(reading).ConfigureAwait(false);
            }

            await run.FlushAsync(reading).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            // The stream reports it, because it knows whether it was cancelled or left.
        }
        finally
        {
            try
            {
                await run.CompleteAsync().ConfigureAwait(false);
            }
            finally
            {
                outcomes.TryComplete();
                await DisposeAsync(source, next).ConfigureAwait(false);
            }
        }
    }

    private static async Task DisposeAsync<T>(IAsyncEnumerator<T>? source, Task<bool>? next)
    {
        if (source is null)
        {
            return;
        }

        // A source that ignores its token cannot be disposed while it still reads the next row.
        if (next is null || next.IsCompleted)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            _ = next.ContinueWith(
                static (_, state) => ((IAsyncEnumerator<T>)state!).DisposeAsync().AsTask(),
                source,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
