using System.CommandLine;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Model;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun plan</c>: what would happen, with reasons.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var config = CommonOptions.Config();
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("plan", "Show what would be removed and kept, and why. Touches nothing; --output json writes a plan for 'apply'.") { config, output, quiet };
        command.Run(parsed =>
        {
            using var budget = new CleanupBudget(null, TimeProvider.System);
            var preparation = Preparation.Load(parsed.GetValue(config)!);
            var plan = ProgressView.Count("looking", parsed.GetValue(quiet), progress => preparation.Plan(TimeProvider.System, budget.Cut, progress));
            Write(plan, parsed.GetValue(output), parsed.GetValue(quiet));
            return plan.Left.IsEmpty ? ExitCode.Clean : ExitCode.Left;
        });
        return command;
    }

    public static void Write(Plan plan, OutputFormat format, bool quiet)
    {
        if (format == OutputFormat.Json)
            PlanFile.Write(Console.OpenStandardOutput(), plan);
        else if (!quiet)
            PlanView.Write(Terminal.Results, plan);
    }
}
