using System.Text.Json;
using Postrun.Model;

namespace Postrun.Cli.Output;

/// <summary>Says who can still get in: first what is open.</summary>
internal static class AccessView
{
    public static void Write(AccessReport report)
    {
        foreach (var access in report.Credentials.OrderBy(static access => access.State))
        {
            Terminal.Print($"{Word(access.State),-8} {access.Name} ({CredentialWords.Of(access.Kind)}): {access.Detail}{(access.RemainingSeconds is { } left ? $"; ends in {Units.Elapsed(TimeSpan.FromSeconds(left))}" : "")}");
            foreach (var holder in access.HeldBy ?? [])
                Terminal.Print($"         held by {holder}");
        }
        foreach (var advice in report.Advice)
            Terminal.Print($"advice   {advice}");
    }

    public static void WriteJson(AccessReport report)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" });
        JsonSerializer.Serialize(writer, report, RegisterJson.Default.AccessReport);
        writer.Flush();
        output.Write("\n"u8);
    }

    private static string Word(AccessState state) => state switch
    {
        AccessState.Open => "open",
        AccessState.Closed => "closed",
        _ => "unknown",
    };
}
