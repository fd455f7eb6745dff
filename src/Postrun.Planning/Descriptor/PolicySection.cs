using System.Net;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>policy</c>.</summary>
internal static class PolicySection
{
    private const int MaxLength = 1024;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static PolicySource? Read(Section root, Layout layout)
    {
        if (root.Open("policy") is not { } section)
            return null;
        section.RequireOne("bundle", "opa");
        if (section.Path("bundle") is { } bundle)
        {
            layout.RequireApartFromRoots(bundle, "the policy");
            return new() { Bundle = bundle.Value };
        }
        return section.Open("opa") is { } opa && ReadOpa(opa, layout) is { } source ? new() { Opa = source } : null;
    }

    private static OpaSource? ReadOpa(Section section, Layout layout)
    {
        if (!section.Has("url"))
            section.Report("'policy.opa.url' is missing: write url: https://... of the server, without /v1/data");
        var url = ReadUrl(section);
        var path = ReadPath(section);
        var timeout = section.Duration("timeout", Shortest, Longest, "from 100ms to 1m, such as 5s") ?? OpaSource.DefaultTimeout;
        var token = section.OpenSource("token");
        token?.RequireOne("env", "file");
        var (variable, file) = (token?.Variable("OPA_TOKEN"), token?.File("file", layout, "the token file"));
        var authorities = section.File("caFile", layout, "the file of certificates");
        return url is null ? null : new()
        {
            Url = url,
            Path = path,
            Timeout = timeout,
            TokenEnvironment = variable,
            TokenFile = file,
            AuthorityFile = authorities,
        };
    }

    private static Uri? ReadUrl(Section section)
    {
        if (section.Scalar("url") is not { } scalar || section.Context.Expand(scalar) is not { } text)
            return null;
        // None of these quotes the address: what is wrong with it may be a password in it.
        var wrong = text.Length > MaxLength || text.Any(unit => unit is <= ' ' or > '~' or '\\') || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0
            ? "is not a URL: write it in full, beginning with https://"
            : url.UserInfo.Length > 0 || text.Contains('@') ? "carries a user name or password, which plan and report would show: take it out and use 'token'"
            : url.Query.Length > 0 || url.Fragment.Length > 0 || text.Contains('?') || text.Contains('#') ? "has a query or a fragment: write the address of the server alone"
            : url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsThisMachine(url)) ? null
            : "must begin with https://: whoever sits between could read the token and change the answers (http only to localhost, 127.0.0.1 or [::1])";
        if (wrong is null)
            return new(text);
        section.Context.Errors.Add(scalar, $"'policy.opa.url' {wrong}");
        return null;
    }

    private static bool IsThisMachine(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string ReadPath(Section section)
    {
        if (section.Scalar("path") is not { } scalar || section.Context.Expand(scalar) is not { } text)
            return OpaSource.DefaultPath;
        if (text.Length <= MaxLength && text.Split('/').All(static step => step.Length > 0 && step.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-')))
            return text;
        section.Context.Errors.Add(scalar, $"'policy.opa.path' cannot be {ErrorList.Quote(scalar.Text)}: write names of A-Z a-z 0-9 _ - with slashes between, such as {OpaSource.DefaultPath}");
        return OpaSource.DefaultPath;
    }
}
