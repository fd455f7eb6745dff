using System.Text.Json;
using Postrun.Model;

namespace Postrun.Cli.Output;

/// <summary>Says what became of the credentials of a run: first what may live on.</summary>
internal static class RevocationView
{
    public static void Write(RevocationReport report)
    {
        foreach (var outcome in report.Credentials.OrderByDescending(static outcome => outcome.MayLiveOn is not null))
        {
            Terminal.Print($"{CredentialWords.Of(outcome.Status),-17} {outcome.Name}: {outcome.Proof}{(outcome.MayLiveOn is { Length: > 0 } why ? $" ({why})" : "")}");
            foreach (var holder in outcome.HeldBy ?? [])
                Terminal.Print($"                  held by {holder}");
        }
        var open = report.Open.Count();
        Terminal.Print($"{Units.Count(report.Verified)} of {Units.Count(report.Credentials.Length)} are revoked and proved to be; {(open > 0 ? $"{Units.Count(open)} may live on" : report.Clean ? "nothing else is open" : "what else was issued is not known")}");
    }

    public static void WriteJson(RevocationReport report)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" });
        JsonSerializer.Serialize(writer, report.ToShow(), RegisterJson.Default.RevocationReport);
        writer.Flush();
        output.Write("\n"u8);
    }
}
