using System.Text.Json;
using Postrun.Model;

namespace Postrun.Cli.Output;

/// <summary>Says what became of the credentials of a run: first what may live on.</summary>
internal static class RevocationView
{
    /// <param name="unclean">The names of those that the policy does not call clean, and why.</param>
    public static void Write(RevocationReport report, IReadOnlyDictionary<string, string> unclean)
    {
        foreach (var outcome in report.Credentials.OrderBy(outcome => !unclean.ContainsKey(outcome.Name)))
            Terminal.Print($"{CredentialWords.Of(outcome.Status),-17} {outcome.Name}: {outcome.Proof}{(unclean.TryGetValue(outcome.Name, out var why) ? $" ({why})" : "")}");
        var verified = report.Credentials.Count(static outcome => outcome.Status == RevocationStatus.RevokedVerified);
        Terminal.Print($"{Units.Count(verified)} of {Units.Count(report.Credentials.Length)} are revoked and proved to be; {(unclean.Count == 0 ? "nothing else is open" : $"{Units.Count(unclean.Count)} may live on")}");
    }

    public static void WriteJson(RevocationReport report)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" });
        JsonSerializer.Serialize(writer, report, RegisterJson.Default.RevocationReport);
        writer.Flush();
        output.Write("\n"u8);
    }
}
