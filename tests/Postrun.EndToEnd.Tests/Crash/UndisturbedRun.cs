using System.Diagnostics;

namespace Postrun.EndToEnd.Tests;

/// <summary>A tree, and where an undisturbed clean-up of it ends: made once for all crashes that are held against it.</summary>
public sealed class UndisturbedRun : IDisposable
{
    public UndisturbedRun()
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            Tree.Reset();
            Tree.Workspace.Postrun("plan").ShouldExit(0);
            using var running = Tree.Workspace.Start("cleanup");
            var clock = Stopwatch.StartNew();
            running.Wait().ShouldExit(0);
            times.Add(clock.Elapsed);
        }
        Duration = times.Order().ElementAt(1);
        End = EndState.Of(Tree);
    }

    internal CrashTree Tree { get; } = new();

    internal EndState End { get; }

    /// <summary>The median of three.</summary>
    public TimeSpan Duration { get; }

    public void Dispose() => Tree.Dispose();
}
