using Gainsight.Client;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows how far a write has come: a bar on a terminal, lines in a log. The time left is the library's, which knows how much quota is left.</summary>
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

    // Not Progress<T>, which hands reports to the thread pool: they could arrive out of order, or after the bar is gone.
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
