using System.CommandLine;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun resume</c>: finishes an interrupted clean-up from its journal.</summary>
internal static class ResumeCommand
{
    public static Command Create()
    {
        var config = CommonOptions.Config();
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var deadline = CommonOptions.Deadline();
        var command = new Command("resume", "Finish an interrupted clean-up from its journal.") { config, output, quiet, deadline };
        command.Run(parsed =>
        {
            using var budget = new CleanupBudget(parsed.GetValue(deadline), TimeProvider.System);
            var preparation = Preparation.Load(parsed.GetValue(config)!);
            using var key = Keys.Signing(preparation.Descriptor);
            using var evidence = EvidenceDirectory.Open(preparation.Descriptor.EvidenceDirectory, create: false);
            var package = ProgressView.Bar("resuming", parsed.GetValue(quiet), progress =>
                new Cleanup(preparation, key, evidence, budget, progress, TimeProvider.System).Resume(preparation.Credentials(budget, TimeProvider.System)));
            return CleanupCommand.Conclude(package, evidence, parsed.GetValue(output), parsed.GetValue(quiet));
        });
        return command;
    }
}
