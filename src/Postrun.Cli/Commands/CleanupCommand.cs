using System.CommandLine;
using System.Globalization;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Evidence;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun cleanup</c>: plan, apply, evidence. The main job, the same for a run that passed and one that failed.</summary>
internal static class CleanupCommand
{
    public static Command Create()
    {
        var config = CommonOptions.Config();
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var deadline = CommonOptions.Deadline();
        var yes = CommonOptions.Yes();
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Show the plan and stop." };
        var rounds = new Option<int>("--max-plans")
        {
            Description = "How often to plan again for what appeared or changed meanwhile.",
            DefaultValueFactory = _ => Cleanup.DefaultMaxRounds,
            HelpName = "1..10",
            CustomParser = static argument =>
            {
                if (argument.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10)
                    return number;
                argument.AddError("--max-plans takes a number from 1 to 10");
                return 0;
            },
        };
        var command = new Command("cleanup", "Plan, remove, and write signed evidence.") { config, output, quiet, yes, deadline, dryRun, rounds };
        command.Run(parsed =>
        {
            using var budget = new CleanupBudget(parsed.GetValue(deadline), TimeProvider.System);
            var preparation = Preparation.Load(parsed.GetValue(config)!);
            var format = parsed.GetValue(output);
            var credentials = preparation.Credentials(budget, TimeProvider.System);
            if (parsed.GetValue(dryRun))
            {
                if (format == OutputFormat.Text && !parsed.GetValue(quiet) && credentials.Announce() is { } first)
                    Terminal.Print(first);
                var shown = ProgressView.Count("looking", parsed.GetValue(quiet), progress => preparation.Plan(TimeProvider.System, budget.Cut, progress));
                PlanCommand.Write(shown, format, parsed.GetValue(quiet));
                return shown.Left.IsEmpty ? ExitCode.Clean : ExitCode.Left;
            }
            using var key = Keys.Signing(preparation.Descriptor);
            using var evidence = EvidenceDirectory.Open(preparation.Descriptor.EvidenceDirectory, create: true);
            Cleanup.RequireFree(evidence);
            var asks = !parsed.GetValue(yes) && Terminal.IsAttended;
            var revocation = asks ? null : credentials.Run();
            var plan = ProgressView.Count("looking", parsed.GetValue(quiet), progress => preparation.Plan(TimeProvider.System, budget.Cut, progress));
            if (asks)
            {
                if (credentials.Announce() is { } first)
                    Terminal.Complain(first);
                // Who is asked must see what for: a file that takes the results shows nobody anything.
                PlanView.Write(Console.IsOutputRedirected || format == OutputFormat.Json ? Terminal.Errors : Terminal.Results, plan);
                if (!Terminal.Confirm("Remove this?"))
                    throw CommandException.Usage("nothing was removed");
                revocation = credentials.Run();
            }
            var package = ProgressView.Bar("removing", parsed.GetValue(quiet), progress =>
                new Cleanup(preparation, key, evidence, budget, progress, TimeProvider.System).Execute(plan, revocation, parsed.GetValue(rounds)));
            return Conclude(package, evidence, format, parsed.GetValue(quiet));
        });
        return command;
    }

    /// <summary>Prints the report of a clean-up and gives its exit code.</summary>
    public static int Conclude(EvidencePackage package, EvidenceDirectory evidence, OutputFormat format, bool quiet)
    {
        try
        {
            if (format == OutputFormat.Json)
                Console.OpenStandardOutput().Write(package.Files.Single(static file => file.Name == EvidenceFiles.Report).Content);
            else if (!quiet)
                ReportView.Write(Terminal.Results, package.Report, evidence.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The evidence is written and signed; that nobody could be told changes nothing of it.
            Terminal.Complain($"standard output cannot be written; the report is in {Safe.Text(evidence.Path.ToString())}");
        }
        return package.Report.ExitCode;
    }
}
