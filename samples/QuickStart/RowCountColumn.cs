using System.Globalization;
using Gainsight.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace QuickStart;

/// <summary>The rows that are done, of how many where that is known.</summary>
internal sealed class RowCountColumn : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        WriteProgress progress = task.State.Get<WriteProgress>(nameof(WriteProgress));
        string rows = progress.Total is { } total
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {total} rows")
            : string.Create(CultureInfo.InvariantCulture, $"{progress.Done} rows");
        return new Text(progress.Failed == 0 ? rows : string.Create(CultureInfo.InvariantCulture, $"{rows}, {progress.Failed} failed"));
    }
}
