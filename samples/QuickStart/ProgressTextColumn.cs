using System.Globalization;
using Gainsight.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace QuickStart;

/// <summary>The number of finished rows, the total if known, and the estimated time left.</summary>
internal sealed class ProgressTextColumn : ProgressColumn
{
    protected override bool NoWrap => true;

    public static string Describe(WriteProgress progress)
    {
        var total = progress.Total is { } rows ? string.Create(CultureInfo.InvariantCulture, $" of {rows}") : "";

        // The outcomes below tell unknown rows and those that were not attempted after Ctrl-C apart.
        var failed = progress.Failed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {progress.Failed} failed") : "";
        var open = progress.Unknown + progress.NotAttempted;
        failed += open > 0 ? string.Create(CultureInfo.InvariantCulture, $", {open} not done") : "";
        var left = progress.EstimatedTimeLeft is { } time && progress.Done != progress.Total
            ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Ceiling(time.TotalSeconds)} s left")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Done}{total} rows{failed}{left}");
    }

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(Describe(task.State.Get<WriteProgress>(nameof(WriteProgress))));
}
