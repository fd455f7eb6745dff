using System.Globalization;
using System.Text.RegularExpressions;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Looks for what looks like a credential: in the environment, and where programs have theirs. It changes nothing and asks nobody.</summary>
/// <param name="variables">The environment.</param>
/// <param name="homes">Absolute.</param>
public sealed partial class CredentialSearch(ValueReader values, IReadOnlyDictionary<string, string> variables, IReadOnlyList<string> homes)
{
    /// <summary>No program has more in one directory; a directory of somebody else may.</summary>
    private const int MostInDirectory = 200;

    private const int LongestIssuer = 200;

    public IReadOnlyList<FoundCredential> Find() =>
    [
        .. variables.OrderBy(static variable => variable.Key, StringComparer.Ordinal).Select(variable => KnownVariables.Find(variable.Key, variable.Value, variables)).OfType<FoundCredential>().Select(Known),
        .. KnownFile.All.SelectMany(file => file.Places(homes, variables).SelectMany(Files).SelectMany(path => Look(file, path))).Select(Known).DistinctBy(static found => (found.Kind, found.Where, found.Issuer)),
    ];

    private IEnumerable<FoundCredential> Look(KnownFile file, string path)
    {
        var where = new ValueSource(IsFile: true, path);
        if (!values.TryRead(where, out var text, out var problem))
            // What is a file, and too large or no text, holds what such files hold.
            return file.Mark.Length == 0 && !file.IsWhole && ValueReader.IsFile(problem) ? [new() { Kind = file.Kind, Where = where, Issuer = file.Issuer }] : [];
        if (!text.Contains(file.Mark, StringComparison.Ordinal))
            return [];
        if (file.Path == KnownFile.Netrc)
            return Machines(text, where);
        var formed = file.IsWhole ? TokenForm.Of(text, where) : TokenForm.Within(text, where);
        return
        [
            new()
            {
                Kind = formed is not null && (file.IsWhole || file.Kind == CredentialKind.Other) ? formed.Kind : file.Kind,
                Where = where,
                Issuer = file.Issuer ?? formed?.Issuer,
                ExpiresAt = formed?.ExpiresAt ?? Stated(text),
                IsWhole = file.IsWhole,
            },
        ];
    }

    /// <summary>One for each machine of a netrc(5): the key of Weights &amp; Biases is in such a file, too.</summary>
    private static IEnumerable<FoundCredential> Machines(string text, ValueSource where) => MachineName.Matches(text)
        .Select(static match => match.Groups[1].Value)
        .Select(machine => new FoundCredential { Kind = machine == "api.wandb.ai" ? CredentialKind.WandbKey : CredentialKind.Other, Where = where, Issuer = machine });

    /// <summary>When what the tools of AWS keep says that it ends.</summary>
    private static DateTimeOffset? Stated(string text) =>
        StatedEnd.Match(text) is { Success: true } match && DateTimeOffset.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null;

    [GeneratedRegex(@"\bmachine\s+(\S+)")]
    private static partial Regex MachineName { get; }

    [GeneratedRegex(@"""(?:expiresAt|Expiration)""\s*:\s*""([0-9TZ:.+-]{10,40})""")]
    private static partial Regex StatedEnd { get; }

    private static IEnumerable<string> Files(string path)
    {
        if (!path.EndsWith("/*", StringComparison.Ordinal))
            return [path];
        try
        {
            return [.. Directory.EnumerateFiles(path[..^2]).Order(StringComparer.Ordinal).Take(MostInDirectory)];
        }
        // One that is not there, or of somebody else, holds nothing that could be read.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>With its issuer, where the environment says it, and without what an address should not have and may be secret.</summary>
    private FoundCredential Known(FoundCredential found)
    {
        var issuer = found.Issuer ?? found.Kind switch
        {
            CredentialKind.VaultToken or CredentialKind.VaultBatchToken => Variable("VAULT_ADDR"),
            CredentialKind.GitHubToken or CredentialKind.GitHubInstallation or CredentialKind.GitHubJobToken => Variable("GITHUB_SERVER_URL") ?? "https://github.com",
            CredentialKind.GitLabToken or CredentialKind.GitLabJobToken => Variable("CI_SERVER_URL"),
            CredentialKind.HuggingFaceToken => "https://huggingface.co",
            CredentialKind.WandbKey => "https://api.wandb.ai",
            CredentialKind.KaggleKey => "https://www.kaggle.com",
            _ => null,
        };
        if (issuer?.Contains("://", StringComparison.Ordinal) == true)
            issuer = Uri.TryCreate(issuer, UriKind.Absolute, out var address) ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : null;
        return found with { Issuer = issuer is null ? null : VisibleText.Shorten(issuer, LongestIssuer) };
    }

    private string? Variable(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
