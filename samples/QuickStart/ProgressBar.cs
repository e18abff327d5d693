using Gainsight.Client;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows the progress of a write: a bar on a terminal, lines in a log. The library estimates the time left, because it knows the remaining quota.</summary>
internal static class ProgressBar
{
    public static async Task<T> RunAsync<T>(string label, Func<IProgress<WriteProgress>, Task<T>> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            return await work(new Lines(label));
        }

        return await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ProgressTextColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(label);
                bar.IsIndeterminate = true;
                var result = await work(new Bar(bar));
                bar.IsIndeterminate = false;
                bar.Value = bar.MaxValue;
                bar.StopTask();
                return result;
            });
    }

    // Not Progress<T>: it posts reports to the thread pool, where they can arrive out of order or after the bar is closed.
    private sealed class Bar(ProgressTask bar) : IProgress<WriteProgress>
    {
        public void Report(WriteProgress value)
        {
            if (value.Total is { } total)
            {
                bar.IsIndeterminate = false;
                bar.MaxValue = total;
                bar.Value = value.Done;
            }

            bar.State.Update<WriteProgress>(nameof(WriteProgress), _ => value);
        }
    }

    private sealed class Lines(string label) : IProgress<WriteProgress>
    {
        public void Report(WriteProgress value) => AnsiConsole.WriteLine($"{label}: {ProgressTextColumn.Describe(value)}");
    }
}
