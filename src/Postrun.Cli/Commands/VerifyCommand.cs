using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Evidence;
using Spectre.Console;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun verify DIR</c>: signature, hashes, and that what was removed is gone.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The evidence directory." };
        var key = new Option<string?>("--key", "-k")
        {
            Description = $"The public key that you trust. Default: {Keys.PublicKeyVariable}, then ~/.config/postrun/postrun.pub. Never taken from DIR.",
            HelpName = "FILE",
        };
        var elsewhere = new Option<bool>("--elsewhere") { Description = "Not on the machine that was cleaned: do not look whether the removed paths are gone." };
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("verify", "Check evidence: signature, digests, Merkle root, plan, and that what was removed is gone.") { directory, key, elsewhere, output, quiet };
        command.Run(parsed =>
        {
            var pem = Keys.Public(parsed.GetValue(key));
            using var evidence = EvidencePath.Open(parsed.GetValue(directory)!);
            using var probe = new PathProbe();
            if (evidence.Contains(Model.JournalFormat.FileName))
                Terminal.Complain("the clean-up is not finished: its journal is here; 'postrun resume' finishes it");
            var result = EvidenceVerifier.Verify(evidence.OpenRead, pem, parsed.GetValue(elsewhere) ? null : probe.Exists);
            Write(result, parsed.GetValue(output), parsed.GetValue(quiet));
            return result.IsGood ? ExitCode.Clean : ExitCode.NotVerified;
        });
        return command;
    }

    private static void Write(VerificationResult result, OutputFormat format, bool quiet)
    {
        if (format == OutputFormat.Json)
        {
            using var output = Console.OpenStandardOutput();
            JsonSerializer.Serialize(output, new(result.IsGood, [.. result.Checked], [.. result.Findings], result.Probed), VerifyJson.Default.VerifyResult);
            output.WriteByte((byte)'\n');
            return;
        }
        foreach (var finding in result.Findings)
            // Names of the workspace: a line feed in them begins no line of ours.
            Terminal.Complain($"{Safe.Text(finding.File)}: {Safe.Text(finding.Detail)}");
        if (quiet)
            return;
        Terminal.Results.MarkupLine(result.IsGood
            ? $"[green]verified[/] run {Markup.Escape(Safe.Text(result.Report!.Run.Id))}: {(result.Report.Status == ReportStatus.Complete ? "complete" : "incomplete")}, {Units.Count(result.Report.Left.Length)} left: signature, digests, plan and {Units.Count(result.Report.Removed.Records)} removed entries hold;"
                + (result.Probed > 0 ? $" {Units.Count(result.Probed)} paths are gone" : " whether the paths are gone was not looked at")
            : $"[red]not verified[/]: {result.Findings.Length} finding{(result.Findings.Length == 1 ? "" : "s")}");
    }
}

internal sealed record VerifyResult(bool Verified, Check[] Checked, Finding[] Findings, long ProbedPaths);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n", WriteIndented = true)]
[JsonSerializable(typeof(VerifyResult))]
internal sealed partial class VerifyJson : JsonSerializerContext;
