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
        if (section.Has("vaultToken") && section.Has("vaultLogin"))
            section.Report("'credentials.vaultToken' is of no use beside 'credentials.vaultLogin': remove one of them");
        return new()
        {
            Register = section.File("register", layout, "the register of credentials"),
            Vault = Login(section, layout) ?? new() { Value = Token(section, layout) },
            AuthorityFile = section.File("caFile", layout, "the file of certificates"),
            TrustedHosts = [.. section.List("trustHosts").Select(host => Host(section, host)).OfType<string>()],
            Timeout = section.Duration("timeout", Shortest, Longest, "from 1s to 1h, such as 30s"),
        };
    }

    private static ValueSource? Token(Section section, Layout layout)
    {
        var token = section.OpenSource("vaultToken");
        token?.RequireOne("env", "file");
        return token is null ? null : Source(token, layout, "VAULT_TOKEN");
    }

    private static VaultLoginSource? Login(Section section, Layout layout)
    {
        if (section.Open("vaultLogin") is not { } login)
            return null;
        var method = login.Choice("method", VaultLoginSource.Methods);
        if (!login.Has("method"))
            login.Report($"'credentials.vaultLogin.method' is missing: write {string.Join(" or ", VaultLoginSource.Methods.Keys.Order(StringComparer.Ordinal))}");
        if (!login.Has("role"))
            login.Report("'credentials.vaultLogin.role' is missing: write the role; of approle, its role id");
        // A pod has the token of its service account at a place that is known.
        if (method != VaultLoginMethod.Kubernetes || (login.Has("env") && login.Has("file")))
            login.RequireOne("env", "file");
        return new() { Method = method ?? default, Role = login.Text("role"), Mount = login.Text("mount"), Value = Source(login, layout, "SECRET_ID") };
    }

    private static ValueSource? Source(Section token, Layout layout, string example) =>
        token.Variable(example) is { } name ? new ValueSource(IsFile: false, name)
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
