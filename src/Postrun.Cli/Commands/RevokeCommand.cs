using System.CommandLine;
using Postrun.Actions;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Model;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun revoke</c>: revokes what is registered, and proves it. Interrupted, the same command goes on.</summary>
internal static class RevokeCommand
{
    public static Command Create()
    {
        var register = Registers.Option();
        var run = new Option<string?>("--run") { Description = "The id of the run: a prefix of Vault is revoked only where a part of it is this id. Default: POSTRUN_RUN_ID.", HelpName = "ID" };
        var vault = new VaultOptions();
        var authority = Registers.AuthorityFile();
        var hosts = new Option<string[]>("--trust-host") { Description = "A host besides the issuer's own that tokens may be sent to, where its metadata names it; may be given again.", HelpName = "HOST" };
        var force = new Option<bool>("--force") { Description = "Where the back end of a lease or prefix refuses, have Vault forget it. The credential may live on there: remove it by hand." };
        var key = CommonOptions.RedactionKey();
        var deadline = CommonOptions.Deadline();
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be revoked, and ask nobody." };
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("revoke", "Revoke the registered credentials of a run, and look whether they are dead. What was proved before is not asked again.")
        {
            register, run, authority, hosts, force, key, deadline, dryRun, output, quiet,
        };
        command.Add(vault.All);
        command.Run(parsed =>
        {
            var job = RevocationJob.Read(Registers.Path(parsed.GetValue(register)), parsed.GetValue(key));
            if (parsed.GetValue(dryRun))
            {
                foreach (var credential in job.Credentials)
                    Terminal.Print($"{CredentialWords.Of(credential.Kind),-19} {credential.Name}: {job.Policy.Denies(credential) ?? "would be revoked"}");
                return ExitCode.Clean;
            }
            using var revokers = Revokers.Open(parsed.GetValue(run), vault.Read(parsed), parsed.GetValue(authority), parsed.GetValue(hosts) ?? [], TimeProvider.System);
            using var budget = new CleanupBudget(parsed.GetValue(deadline), TimeProvider.System);
            budget.Begin();
            var report = revokers.End(job.Run(parsed.GetValue(force) ? [new ForcedRevoker(revokers.Vault), .. revokers.All] : revokers.All, budget.Cut));
            if (parsed.GetValue(output) == OutputFormat.Json)
                RevocationView.WriteJson(report);
            else if (!parsed.GetValue(quiet))
                RevocationView.Write(report);
            Registers.ComplainOfDamage(report.DamagedLines);
            return budget.Interruption is not null ? ExitCode.Interrupted : report.Clean ? ExitCode.Clean : ExitCode.Left;
        });
        return command;
    }
}
