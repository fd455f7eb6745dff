using System.Globalization;
using System.Text.Json;
using Postrun.Model;

namespace Postrun.Cli.Output;

/// <summary>Says what looks like a credential, and where: first what is not registered.</summary>
internal static class DiscoveryView
{
    public static void Write(IReadOnlyList<FoundCredential> found)
    {
        foreach (var credential in found.OrderBy(static credential => credential.RegisteredAs is not null))
            Terminal.Print($"{CredentialWords.Of(credential.Kind),-19} {credential.Where}{(credential.Issuer is { } issuer ? $"  of {issuer}" : "")}{(credential.ExpiresAt is { } end ? $"  ends {end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}" : "")}  {(credential.RegisteredAs is { } name ? $"registered as {name}" : "not registered")}");
        var open = found.Count(static credential => credential.RegisteredAs is null);
        Terminal.Print($"{Units.Count(found.Count)} look like a credential of the run; {(open == 0 ? "all are registered" : $"{Units.Count(open)} are not registered")}");
    }

    public static void WriteJson(IReadOnlyList<FoundCredential> found)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" });
        JsonSerializer.Serialize(writer, new() { Credentials = [.. found] }, RegisterJson.Default.DiscoveryReport);
        writer.Flush();
        output.Write("\n"u8);
    }
}
