using System.CommandLine;
using System.Text.Json;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Evidence;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun report DIR</c>: the evidence for people, on the terminal and as a page.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The evidence directory." };
        var html = new Option<string?>("--html") { Description = "Also write a self-contained page to this file.", HelpName = "FILE" };
        var language = new Option<string>("--language", "-l")
        {
            Description = "Language of the page.",
            DefaultValueFactory = _ => "en",
            HelpName = "en|pt-BR",
        };
        language.AcceptOnlyFromAmong("en", "pt-BR");
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("report", "Show what a clean-up did; --html writes a page that an auditor can read and print. Does not verify: see 'verify'.") { directory, html, language, output, quiet };
        command.Run(parsed =>
        {
            using var evidence = EvidencePath.Open(parsed.GetValue(directory)!);
            var bytes = Read(evidence, EvidenceFiles.Report);
            var (report, manifest) = Documents(evidence, bytes);
            if (parsed.GetValue(html) is { } target && Path.GetFileName(target) is EvidenceFiles.Report or EvidenceFiles.Manifest or EvidenceFiles.Removed or EvidenceFiles.Bundle)
                throw CommandException.Usage($"{parsed.GetValue(html)}: is the name of a signed document; name another file");
            if (parsed.GetValue(html) is { } file)
                using (var page = File.Create(file))
                    HtmlReport.Write(page, report, manifest, parsed.GetValue(language) == "en" ? ReportLanguage.English : ReportLanguage.BrazilianPortuguese, evidence.Contains(EvidenceFiles.Bundle));
            if (parsed.GetValue(output) == OutputFormat.Json)
                Console.OpenStandardOutput().Write(bytes);
            else if (!parsed.GetValue(quiet))
                ReportView.Write(Terminal.Results, report, evidence.Path);
            return ExitCode.Clean;
        });
        return command;
    }

    private static (CleanupReport Report, RetentionManifest Manifest) Documents(EvidenceDirectory evidence, byte[] report)
    {
        try
        {
            return (EvidenceDocument.ReadReport(report), EvidenceDocument.ReadManifest(Read(evidence, EvidenceFiles.Manifest)));
        }
        catch (JsonException e)
        {
            throw new CommandException(ExitCode.NotVerified, $"{evidence.Path}: a document is damaged: {e.Message}; run 'postrun verify'");
        }
    }

    /// <summary>A document of an evidence directory, whole.</summary>
    public static byte[] Read(EvidenceDirectory evidence, string name)
    {
        using var stream = evidence.OpenRead(name) ?? throw CommandException.Usage($"{evidence.Path}: holds no {name}; is it an evidence directory?");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
