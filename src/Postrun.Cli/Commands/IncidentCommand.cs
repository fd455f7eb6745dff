using System.CommandLine;
using System.Text.Json;
using Postrun.Cli.Pipeline;
using Postrun.Evidence;
using Postrun.Model;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun incident DIR</c>: a secret was found that may not be redacted. What it is, where, and what to do, step by step.</summary>
internal static class IncidentCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The evidence directory." };
        var save = new Option<string?>("--save") { Description = "Also write the record, incident.json and incident.md, into this directory.", HelpName = "DIR" };
        var cause = new Option<string?>("--cause") { Description = "Why the value came to be there; goes into the record.", HelpName = "TEXT" };
        var action = new Option<string?>("--action") { Description = "What keeps it from coming there again; goes into the record.", HelpName = "TEXT" };
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("incident", "Show which secrets wait for a person after a clean-up, and go through what to do about them. Does not verify: see 'verify'.") { directory, save, cause, action, output, quiet };
        command.Run(parsed =>
        {
            using var evidence = EvidencePath.Open(parsed.GetValue(directory)!);
            var bytes = ReportCommand.Read(evidence, EvidenceFiles.Report);
            var record = IncidentBuilder.Build(Report(evidence, bytes), CanonicalJson.Digest(bytes), TimeProvider.System.GetUtcNow(), RevocationPages.Of, Line(parsed.GetValue(cause), "--cause"), Line(parsed.GetValue(action), "--action"));
            if (record is null)
            {
                if (!parsed.GetValue(quiet) && parsed.GetValue(output) == OutputFormat.Text)
                    Console.Out.WriteLine("no finding waits for a person");
                return ExitCode.Clean;
            }
            if (parsed.GetValue(save) is { } folder)
            {
                File.WriteAllBytes(Path.Combine(folder, IncidentRecord.FileName), EvidenceDocument.Write(record));
                File.WriteAllBytes(Path.Combine(folder, IncidentPage.FileName), IncidentPage.Write(record));
            }
            if (parsed.GetValue(output) == OutputFormat.Json)
                Console.OpenStandardOutput().Write(EvidenceDocument.Write(record));
            else if (!parsed.GetValue(quiet))
                Console.OpenStandardOutput().Write(IncidentPage.Write(record));
            return ExitCode.Left;
        });
        return command;
    }

    private static CleanupReport Report(EvidenceDirectory evidence, byte[] report)
    {
        try
        {
            return EvidenceDocument.ReadReport(report);
        }
        catch (JsonException e)
        {
            throw new CommandException(ExitCode.NotVerified, $"{evidence.Path}: the report is damaged: {e.Message}; run 'postrun verify'");
        }
    }

    private static string? Line(string? text, string option) => text is null || (text.Trim().Length > 0 && text.Length <= 2000 && !text.Any(char.IsControl))
        ? text
        : throw CommandException.Usage($"{option} takes one line of at most 2000 characters");
}
