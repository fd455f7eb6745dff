using Postrun.Model;
using Spectre.Console;

namespace Postrun.Cli.Output;

/// <summary>Prints a plan as a tree: roots, steps, sizes and reasons.</summary>
internal static class PlanView
{
    /// <summary>A longer tree nobody reads; <c>--output json</c> has all of it.</summary>
    private const int MaxSteps = 200;

    public static void Write(IAnsiConsole console, Plan plan)
    {
        for (var number = 0; number < plan.Roots.Length; number++)
        {
            var root = plan.Roots[number];
            var tree = new Tree($"[bold]{Escape(root.Path.ToString())}[/] [grey]{Escape(root.Cache is null ? root.FileSystem : $"{root.Cache} cache of {root.User}, {root.FileSystem}")}[/]");
            var steps = plan.Steps.Where(step => step.Root == number).ToList();
            foreach (var step in steps.Take(MaxSteps))
                tree.AddNode(Line(plan, step));
            if (steps.Count > MaxSteps)
                tree.AddNode($"[grey]and {Units.Count(steps.Count - MaxSteps)} more; --output json lists them[/]");
            console.Write(tree);
        }
        foreach (var item in plan.Left.Take(MaxSteps))
            console.MarkupLine($"[yellow]left[/] {Escape(item.Path.ToString())} [grey]{Escape(item.Detail)}[/]");
        WriteTotals(console, plan);
    }

    private static string Line(Plan plan, PlanStep step)
    {
        var decision = plan.Decisions[step.Decision];
        var path = step.Path.IsEmpty ? "everything else" : Escape(step.Path.ToString()) + (step.Type == ItemType.Directory ? "/" : "");
        var treatment = decision switch
        {
            { Treatment: Treatment.Delete } => "[red]delete[/]",
            { Class: DataClass.Undecided } => "[yellow]undecided[/]",
            { DeleteAfter: { } due } => $"[green]keep[/] until {Units.Date(due)}",
            _ => "[green]keep[/]",
        };
        var looked = decision.Place switch
        {
            null => "",
            FindingPlace.Log => ", redact as a log",
            FindingPlace.File => ", redact",
            _ => ", look through",
        };
        var retention = decision.Retention is { } code ? $" {code}" : "";
        var held = step.HeldBy.IsEmpty ? "" : $" [yellow]held open by {Escape(string.Join(", ", step.HeldBy))}[/]";
        var conflict = decision.Conflict ? " [yellow]conflict: keeping wins[/]" : "";
        return $"{treatment}{retention}{looked} {path} [grey]{Units.Count(step.Files)} files, {Units.Bytes(step.Bytes)}; {Escape(string.Join("; ", decision.Reasons.Select(static r => r.Fact)))}[/]{conflict}{held}";
    }

    private static void WriteTotals(IAnsiConsole console, Plan plan)
    {
        var deleted = plan.Steps.Where(step => plan.Decisions[step.Decision].Treatment == Treatment.Delete).ToList();
        var kept = plan.Steps.Where(step => plan.Decisions[step.Decision] is { Treatment: Treatment.Keep, Class: not DataClass.Undecided }).ToList();
        console.MarkupLine(
            $"[bold]{Units.Bytes(deleted.Sum(static s => s.Bytes))}[/] in {Units.Count(deleted.Sum(static s => s.Files))} files would go, "
            + $"[bold]{Units.Bytes(kept.Sum(static s => s.Bytes))}[/] in {Units.Count(kept.Sum(static s => s.Files))} files would stay, "
            + $"{Units.Count(plan.Left.Length)} things cannot be decided or reached");
    }

    private static string Escape(string text) => Markup.Escape(Safe.Text(text));
}
