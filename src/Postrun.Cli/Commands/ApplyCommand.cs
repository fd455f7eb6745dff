using System.CommandLine;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun apply PLAN</c>: runs exactly a plan that was written before, once.</summary>
internal static class ApplyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("PLAN") { Description = "A plan that 'postrun plan --output json' wrote; - reads standard input." };
        var config = CommonOptions.Config();
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var deadline = CommonOptions.Deadline();
        var command = new Command("apply", "Run exactly a plan that was written before, once. What changed since is left and reported.") { file, config, output, quiet, deadline };
        command.Run(parsed =>
        {
            using var budget = new CleanupBudget(parsed.GetValue(deadline), TimeProvider.System);
            var preparation = Preparation.Load(parsed.GetValue(config)!);
            var credentials = preparation.Credentials(budget, TimeProvider.System);
            var plan = PlanFile.Read(parsed.GetValue(file)!);
            PlanGuard.RequireOurs(plan, preparation);
            var fresh = ProgressView.Count("looking", parsed.GetValue(quiet), progress => preparation.Plan(TimeProvider.System, budget.Cut, progress));
            PlanGuard.RequireNoMoreThan(fresh, plan, TimeProvider.System);
            using var key = Keys.Signing(preparation.Descriptor);
            using var evidence = EvidenceDirectory.Open(preparation.Descriptor.EvidenceDirectory, create: true);
            Cleanup.RequireFree(evidence);
            var revocation = credentials.Run();
            var package = ProgressView.Bar("removing", parsed.GetValue(quiet), progress =>
                new Cleanup(preparation, key, evidence, budget, progress, TimeProvider.System).Execute(plan, revocation, maxRounds: 1, once: true));
            return CleanupCommand.Conclude(package, evidence, parsed.GetValue(output), parsed.GetValue(quiet));
        });
        return command;
    }
}
