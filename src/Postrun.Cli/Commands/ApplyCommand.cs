using System.CommandLine;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Model;

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
            var plan = PlanFile.Read(parsed.GetValue(file)!);
            Check(plan, preparation);
            using var key = Keys.Signing(preparation.Descriptor);
            using var evidence = EvidenceDirectory.Open(preparation.Descriptor.EvidenceDirectory, create: true);
            var package = Terminal.While("removing", parsed.GetValue(quiet), () =>
                new Cleanup(preparation, key, evidence, budget, TimeProvider.System).Execute(plan, maxRounds: 1, once: true));
            return CleanupCommand.Conclude(package, evidence, parsed.GetValue(output), parsed.GetValue(quiet));
        });
        return command;
    }

    /// <summary>A plan file is not signed: it may do only what the descriptor would let a new plan do.</summary>
    private static void Check(Plan plan, Preparation preparation)
    {
        if (plan.Roots.IsDefault || plan.Decisions.IsDefault || plan.Steps.IsDefault || plan.Left.IsDefault)
            throw CommandException.Usage("the plan is not whole; plan again");
        if (plan.DescriptorDigest != preparation.Descriptor.Digest || plan.EvidenceDirectory != preparation.Descriptor.EvidenceDirectory)
            throw CommandException.Usage("the plan was made from another descriptor; plan again");
        foreach (var root in plan.Roots)
            if (!preparation.Roots.Any(allowed => allowed.Path == root.Path))
                throw CommandException.Usage($"the plan has the root {root.Path}, which the descriptor does not allow; plan again");
        if (plan.AsOf > TimeProvider.System.GetUtcNow())
            throw CommandException.Usage("the plan speaks of a later time than now; plan again");
        for (var number = 0; number < plan.Steps.Length; number++)
            if (plan.Steps[number] is not { } step || step.Number != number
                || step.Root < 0 || step.Root >= plan.Roots.Length || step.Decision < 0 || step.Decision >= plan.Decisions.Length)
                throw CommandException.Usage($"step {number} of the plan is malformed; plan again");
    }
}
