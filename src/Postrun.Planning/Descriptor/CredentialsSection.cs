using System.Text;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>credentials</c>.</summary>
internal static class CredentialsSection
{
    private const int MaxHost = 253;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static CredentialSource Read(Section root, Layout layout)
    {
        if (root.Open("credentials") is not { } section)
            return new();
        var token = section.OpenSource("vaultToken");
        token?.RequireOne("env", "file");
        return new()
        {
            Register = section.File("register", layout, "the register of credentials"),
            VaultToken = token is null ? null : Source(token, layout),
            AuthorityFile = section.File("caFile", layout, "the file of certificates"),
            TrustedHosts = [.. section.List("trustHosts").Select(host => Host(section, host)).OfType<string>()],
            Timeout = section.Duration("timeout", Shortest, Longest, "from 1s to 1h, such as 30s"),
        };
    }

    private static ValueSource? Source(Section token, Layout layout) =>
        token.Variable("VAULT_TOKEN") is { } name ? new ValueSource(IsFile: false, name)
        : token.File("file", layout, "the token file") is { } file ? new ValueSource(IsFile: true, Encoding.UTF8.GetString(file.Bytes))
        : null;

    private static string? Host(Section section, SourceScalar scalar)
    {
        if (section.Context.Expand(scalar) is not { } host)
            return null;
        if (host.Length is > 0 and <= MaxHost && Uri.CheckHostName(host) != UriHostNameType.Unknown)
            return host;
        section.Context.Errors.Add(scalar, $"{ErrorList.Quote(scalar.Text)} is no host: write its name alone, such as oauth2.googleapis.com");
        return null;
    }
}
