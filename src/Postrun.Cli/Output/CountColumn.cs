using Postrun.Linux;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Postrun.Cli.Output;

/// <summary>Entries done, of how many, and how many a second.</summary>
internal sealed class CountColumn(WorkProgress progress) : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var of = progress.Expected > 0 ? $" of {Units.Count(progress.Expected)}" : "";
        var rate = task.Speed is > 0 and var speed ? $", {Units.Count((long)speed)}/s" : "";
        return new Text($"{Units.Count(progress.Done)}{of} entries{rate}");
    }
}
