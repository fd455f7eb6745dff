using System.CommandLine;
using System.Text;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.Text;
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
            var files = FileScan.Scan(targets.Files, selection, new RedactionOptions { Key = used }, baseline).ToList();
            var unread = targets.Unread.Concat(files.Where(static file => file.Problem is not null).Select(static file => (file.Path, file.Problem!))).ToList();
            var result = new ScanResult(files, unread, RuleSet.Of(selection.Rules).Version);
            if (parsed.GetValue(write) is { } file)
                WriteBaseline(file, result, used);
            Show(result, parsed.GetValue(output), parsed.GetValue(quiet));
            foreach (var (path, reason) in unread)
                Terminal.Complain($"{Safe.Text(path.ToString())}: {reason}");
            return unread.Count > 0 ? ExitCode.Usage
                : parsed.GetValue(write) is null && result.FoundAt(parsed.GetValue(failAt)) ? ExitCode.Left
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

    private static void WriteBaseline(string file, ScanResult result, byte[] key)
    {
        using var content = new MemoryStream();
        Baseline.Write(content, result.Findings.Select(static found => (found.Path.ToString(), found.Finding)), key);
        WholeFile.Write(Encoding.UTF8.GetBytes(file), 0b110_100_100, stream => stream.Write(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    private static void Show(ScanResult result, ScanFormat format, bool quiet)
    {
        if (format == ScanFormat.Text)
        {
            ScanView.WriteText(Terminal.Results, result, quiet);
            return;
        }
        using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        if (format == ScanFormat.Json)
            ScanView.WriteJson(output, result);
        else
            SarifView.Write(output, result);
    }
}

/// <summary>How findings are written.</summary>
internal enum ScanFormat
{
    Text,
    Json,
    Sarif,
}
