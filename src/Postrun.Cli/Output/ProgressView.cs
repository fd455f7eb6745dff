using Postrun.Linux;
using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>Shows on standard error how far long work has come, where somebody watches: on a terminal, and never against NO_COLOR.</summary>
internal static class ProgressView
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private static volatile bool hidesCursor;

    /// <summary>Shows a count that grows, for work whose size is not known.</summary>
    public static T Count<T>(string what, bool quiet, Func<WorkProgress, T> work) => Watch(quiet, work, (console, progress) =>
        console.Status().Start(what, context =>
        {
            using var timer = Every(() => context.Status($"{what}: {Units.Count(progress.Done)} entries"));
            return work(progress);
        }));

    /// <summary>Shows a bar, for work that says how much it expects to do.</summary>
    public static T Bar<T>(string what, bool quiet, Func<WorkProgress, T> work) => Watch(quiet, work, (console, progress) =>
        console.Progress().AutoClear(true).Columns(Columns(progress)).UseRefreshRate(Interval).Start(context =>
        {
            var task = context.AddTask(what);
            task.IsIndeterminate = true;
            using var timer = Every(() => Update(task, progress));
            return work(progress);
        }));

    /// <summary>Before the process ends in the middle of it: the terminal gets its cursor back.</summary>
    public static void Abandon()
    {
        if (hidesCursor)
            Console.Error.Write("\u001b[?25h\n");
    }

    private static T Watch<T>(bool quiet, Func<WorkProgress, T> work, Func<IAnsiConsole, WorkProgress, T> show)
    {
        var progress = new WorkProgress();
        if (quiet || !Terminal.CanMove)
            return work(progress);
        hidesCursor = true;
        try
        {
            return show(Terminal.Errors, progress);
        }
        finally
        {
            hidesCursor = false;
        }
    }

    private static void Update(ProgressTask task, WorkProgress progress)
    {
        if (progress.Expected is not (> 0 and var expected))
            return;
        task.IsIndeterminate = false;
        task.MaxValue = expected;
        // A task that reaches its end stops its clock for good, and a further plan may follow.
        task.Value = Math.Min(progress.Done, expected - 0.001);
    }

    private static ProgressColumn[] Columns(WorkProgress progress) =>
    [
        new TaskDescriptionColumn(), new ProgressBarColumn { Width = 24 }, new CountColumn(progress), new RemainingTimeColumn(),
    ];

    private static Timer Every(Action look) => new(_ => look(), null, Interval, Interval);

    private static Progress UseRefreshRate(this Progress progress, TimeSpan rate)
    {
        progress.RefreshRate = rate;
        return progress;
    }
}
