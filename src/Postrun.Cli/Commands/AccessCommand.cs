using System.CommandLine;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Model;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun access</c>: who or what can still get in with what was issued to the run. It asks, and revokes nothing.</summary>
internal static class AccessCommand
{
    public static Command Create()
    {
        var register = Registers.Option();
        var vault = new VaultOptions();
        var authority = Registers.AuthorityFile();
        var deadline = CommonOptions.Deadline();
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("access", "Show who can still get in with what was issued to the run, for how long, and what to do about it. It revokes nothing.") { register, authority, deadline, output, quiet };
        command.Add(vault.All);
        command.Run(parsed =>
        {
            var job = RevocationJob.Read(Registers.Path(parsed.GetValue(register)), keyFile: null);
            using var revokers = Revokers.Open(run: null, vault.Read(parsed), parsed.GetValue(authority), [], TimeProvider.System);
            using var budget = new CleanupBudget(parsed.GetValue(deadline), TimeProvider.System);
            budget.Begin();
            var report = job.Look(revokers, budget.Cut);
            var living = revokers.End();
            if (parsed.GetValue(output) == OutputFormat.Json)
                AccessView.WriteJson(report);
            else if (!parsed.GetValue(quiet))
                AccessView.Write(report);
            foreach (var problem in living)
                Terminal.Complain(problem);
            Registers.ComplainOfDamage(job.DamagedLines);
            return budget.Interruption is not null ? ExitCode.Interrupted
                : job.DamagedLines.Count == 0 && living.Count == 0 && report.Credentials.All(static access => access.State == AccessState.Closed) ? ExitCode.Clean : ExitCode.Left;
        });
        return command;
    }
}
