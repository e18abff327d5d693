using Gainsight.Client;
using Spectre.Console;

namespace QuickStart;

/// <summary>Shows how far a write has come. The time left is the library's, which knows how much quota is left.</summary>
internal static class ProgressBar
{
    public static Task<T> RunAsync<T>(string label, Func<IProgress<WriteProgress>, Task<T>> work) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new RowCountColumn(), new TimeLeftColumn())
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask(label);
                bar.IsIndeterminate = true;
                T result = await work(new Bar(bar));
                bar.StopTask();
                return result;
            });

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
}
