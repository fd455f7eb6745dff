using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Evidence;
using Spectre.Console;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun verify DIR</c>: signature, hashes, earlier evidence, and that what was removed is gone.</summary>
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
        var run = new Option<string?>("--run") { Description = "The report must be of this run.", HelpName = "ID" };
        var notBefore = CommonOptions.NotBefore();
        var withoutHistory = new Option<bool>("--without-history") { Description = "Do not follow the chain of earlier evidence through DIR/history." };
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("verify", "Check evidence: signature, digests, Merkle root, plan, the chain of earlier evidence, and that what was removed is gone.")
        {
            directory, key, elsewhere, run, notBefore, withoutHistory, output, quiet,
        };
        command.Run(parsed =>
        {
            var pem = Keys.Public(parsed.GetValue(key));
            using var evidence = EvidencePath.Open(parsed.GetValue(directory)!);
            using var probe = new PathProbe();
            if (evidence.Contains(Model.JournalFormat.FileName))
                Terminal.Complain("the clean-up is not finished: its journal is here; 'postrun resume' finishes it");
            var result = EvidenceVerifier.Verify(new EvidenceSource(evidence), new()
            {
                PublicKeyPem = pem,
                Exists = parsed.GetValue(elsewhere) ? null : probe.Exists,
                Run = parsed.GetValue(run),
                NotBefore = parsed.GetValue(notBefore),
                WithHistory = !parsed.GetValue(withoutHistory),
            });
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
            JsonSerializer.Serialize(output, new(result.IsGood, [.. result.Checked], [.. result.Findings], result.Probed, result.Links), VerifyJson.Default.VerifyResult);
            output.WriteByte((byte)'\n');
            return;
        }
        foreach (var finding in result.Findings)
            // Names of the workspace: a line feed in them begins no line of ours.
            Terminal.Complain($"{Safe.Text(finding.File)}: {Safe.Text(finding.Detail)}");
        if (quiet)
            return;
        var earlier = Earlier(result);
        Terminal.Results.MarkupLine(result.IsGood
            ? $"[green]verified[/] run {Markup.Escape(Safe.Text(result.Report!.Run.Id))}: {(result.Report.Status == ReportStatus.Complete ? "complete" : "incomplete")}, {Units.Count(result.Report.Left.Length)} left: signature, digests, plan and {Units.Count(result.Report.Removed.Records)} removed entries hold;"
                + (result.Probed > 0 ? $" {Units.Count(result.Probed)} paths are gone;" : " whether the paths are gone was not looked at;")
                + $" {earlier}"
            : $"[red]not verified[/]: {result.Findings.Length} finding{(result.Findings.Length == 1 ? "" : "s")}; {earlier}");
    }

    private static string Earlier(VerificationResult result) => (result.Checked.Contains(Check.History), result.Links) switch
    {
        (false, _) => "earlier evidence was not looked at",
        (true, 0) when result.IsGood => "there is no earlier evidence",
        (true, 1) => "1 earlier clean-up was checked, too",
        (true, var links) => $"{Units.Count(links)} earlier clean-ups were checked, too",
    };
}

internal sealed record VerifyResult(bool Verified, Check[] Checked, Finding[] Findings, long ProbedPaths, int EarlierCleanups);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n", WriteIndented = true)]
[JsonSerializable(typeof(VerifyResult))]
internal sealed partial class VerifyJson : JsonSerializerContext;
