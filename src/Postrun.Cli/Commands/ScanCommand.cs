using System.CommandLine;
using System.Text;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun scan PATH...</c>: finds secrets and personal data, and changes nothing.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and directories.", Arity = ArgumentArity.OneOrMore };
        var rules = CommonOptions.Rules();
        var key = CommonOptions.RedactionKey();
        var known = new Option<string?>("--baseline", "-b") { Description = "Findings that are known: they are neither shown nor counted. Needs --key.", HelpName = "FILE" };
        var write = new Option<string?>("--write-baseline") { Description = "Write what is found now as a baseline; it holds no value. Needs --key.", HelpName = "FILE" };
        var failAt = new Option<Severity>("--fail-at")
        {
            Description = "Exit with 1 from this severity on; what is below is only shown.",
            HelpName = "low|medium|high|critical",
            DefaultValueFactory = static _ => Severity.Low,
        };
        var staged = new Option<bool>("--staged") { Description = "Read what is staged for the next commit in the Git repository around PATH, not what lies in the directory." };
        var output = new Option<ScanFormat>("--output", "-o")
        {
            Description = "text for people, json for programs, sarif for code hosts and editors.",
            HelpName = "text|json|sarif",
            DefaultValueFactory = static _ => ScanFormat.Text,
        };
        var quiet = CommonOptions.Quiet();
        var command = new Command("scan", "Find secrets and personal data in files, and change nothing; exit with 1 where something is found.")
        {
            paths, rules, key, known, write, failAt, staged, output, quiet,
        };
        command.Run(parsed =>
        {
            var secret = RedactionKeyOf(parsed.GetValue(key), parsed.GetValue(known), parsed.GetValue(write));
            var selection = RedactionRules.Read(parsed.GetValue(rules), secret);
            var baseline = ReadBaseline(parsed.GetValue(known), secret);
            var used = secret ?? RedactionRules.Fresh();
            using var targets = parsed.GetValue(staged) ? ScanTargets.Staged(parsed.GetValue(paths)!) : ScanTargets.Find(parsed.GetValue(paths)!);
            var (scanner, totals) = (new FileScanner(selection, used, baseline), new ScanTotals { RuleSet = RuleSet.Of(selection.Rules).Version });
            List<(string, Finding)>? found = parsed.GetValue(write) is null ? null : [];
            using var view = View(parsed.GetValue(output), parsed.GetValue(quiet), totals.RuleSet);
            Show(scanner, targets, view, totals, found);
            if (found is not null)
                WriteBaseline(parsed.GetValue(write)!, found, used);
            foreach (var (path, reason) in totals.Unread)
                Terminal.Complain($"{Safe.Text(path.ToString())}: {reason}");
            return totals.Unread.Count > 0 ? ExitCode.Usage
                : found is null && totals.FoundAt(parsed.GetValue(failAt)) ? ExitCode.Left
                : ExitCode.Clean;
        });
        return command;
    }

    private static byte[]? RedactionKeyOf(string? file, string? known, string? write)
    {
        var key = RedactionRules.Key(file);
        if (known is not null)
            RedactionRules.Require(key, "--baseline");
        if (write is not null)
            RedactionRules.Require(key, "--write-baseline");
        if (known is not null && write is not null)
            throw CommandException.Usage("--baseline and --write-baseline exclude each other: a new baseline has all that is found now");
        return key;
    }

    private static Baseline? ReadBaseline(string? file, byte[]? key)
    {
        if (file is null)
            return null;
        try
        {
            return Baseline.Read(OperatorFile.Read(file, Baseline.LargestFile, $"baseline {file}", "'postrun scan --write-baseline' writes one"), key);
        }
        catch (InvalidDataException e)
        {
            throw CommandException.Usage($"baseline {file}: {e.Message}");
        }
    }

    private static void WriteBaseline(string file, List<(string, Finding)> found, byte[] key)
    {
        using var content = new MemoryStream();
        Baseline.Write(content, found, key);
        WholeFile.Write(Encoding.UTF8.GetBytes(file), 0b110_100_100, stream => stream.Write(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    /// <param name="found">Takes all findings; null where nobody needs them together.</param>
    private static void Show(FileScanner scanner, ScanTargets targets, IScanView view, ScanTotals totals, List<(string, Finding)>? found)
    {
        totals.Unread.AddRange(targets.Unread.Select(unread => (scanner.Shown(unread.Path), unread.Reason)));
        foreach (var file in scanner.Scan(targets.Files))
        {
            foreach (var finding in file.Findings())
            {
                view.Write(file.Shown, finding);
                totals.Found[finding.Rule.Severity] = totals.Found.GetValueOrDefault(finding.Rule.Severity) + 1;
                found?.Add((file.Shown.ToString(), finding));
            }
            totals.Files++;
            totals.Binary += file.IsBinary ? 1 : 0;
            totals.Known += file.Known;
            if (file.Problem is { } problem)
                totals.Unread.Add((file.Shown, problem));
        }
        view.End(totals);
    }

    private static IScanView View(ScanFormat format, bool quiet, string ruleSet)
    {
        var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        return format switch
        {
            ScanFormat.Json => new JsonScanView(output, ruleSet),
            ScanFormat.Sarif => new SarifView(output),
            _ => new ScanView(output, Terminal.Results, quiet),
        };
    }
}

/// <summary>How findings are written.</summary>
internal enum ScanFormat
{
    Text,
    Json,
    Sarif,
}
