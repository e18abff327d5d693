using System.Globalization;
using Gainsight.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace QuickStart;

/// <summary>The estimated time left.</summary>
internal sealed class TimeLeftColumn : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(task.State.Get<WriteProgress>(nameof(WriteProgress)).EstimatedTimeLeft is { } left && !task.IsFinished
            ? string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(left.TotalSeconds)} s left")
            : "");
}
