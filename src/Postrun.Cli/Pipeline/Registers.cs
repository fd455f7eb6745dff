using System.CommandLine;
using Postrun.Actions;
using Postrun.Cli.Output;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>Finds the register of credentials, and holds what is added to it against what is needed to revoke it.</summary>
internal static class Registers
{
    private const string VaultAddress = "VAULT_ADDR";
    private const string VaultNamespace = "VAULT_NAMESPACE";

    /// <summary>How tokens begin: what does is none of the handles.</summary>
    private static readonly string[] TokenBeginnings = ["hvs.", "hvb.", "hvr.", "s.", "b.", "r.", "ghs_", "ghp_", "gho_", "ghu_", "ghr_", "github_pat_", "glpat-", "hf_", "eyJ"];

    /// <summary>Names may begin so, too, and are shorter.</summary>
    private const int ShortestToken = 20;

    public static Option<string?> Option() => new("--register")
    {
        Description = $"The file that says what was issued to the run; only its owner may read it. Default: {CredentialRegister.Variable}.",
        HelpName = "FILE",
    };

    /// <summary>An option that says where a value can be read.</summary>
    public static Option<ValueSource?> Source(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "env:NAME|file:/PATH",
        CustomParser = argument =>
        {
            if (argument.Tokens is [var token] && ValueSource.TryParse(token.Value, out var source))
                return source;
            // What was given is not shown: it may be the value itself.
            argument.AddError($"{name} takes env:NAME or file:/PATH: where the value can be read, and never the value");
            return null;
        },
    };

    public static Option<string?> AuthorityFile() => new("--ca-file") { Description = "Certificates, as PEM, of an authority of your own. Default: VAULT_CACERT.", HelpName = "FILE" };

    /// <exception cref="CommandException">none is named, or it cannot be opened</exception>
    public static CredentialRegister? Open(string? path, bool create)
    {
        try
        {
            return CredentialRegister.Open(Path(path), create);
        }
        catch (IOException e)
        {
            throw CommandException.Usage($"register {e.Message}");
        }
    }

    /// <summary>Whether one is named, here or by the environment.</summary>
    public static bool IsNamed(string? path) => path is not null || Environment.GetEnvironmentVariable(CredentialRegister.Variable) is { Length: > 0 };

    public static string Path(string? path) => path ?? (Environment.GetEnvironmentVariable(CredentialRegister.Variable) is { Length: > 0 } named
        ? named
        : throw CommandException.Usage($"no register is named: give --register FILE, or set {CredentialRegister.Variable}"));

    public static Uri? Issuer(CredentialKind kind, string? address)
    {
        address ??= kind.IsOfVault() ? Environment.GetEnvironmentVariable(VaultAddress) : kind == CredentialKind.KubernetesToken ? Clusters.Address()?.AbsoluteUri : null;
        if (string.IsNullOrEmpty(address))
            return null;
        return Uri.TryCreate(address, UriKind.Absolute, out var issuer) && issuer is { UserInfo: "", Query: "", Fragment: "" } && IsProtected(issuer)
            ? issuer
            : throw CommandException.Usage("the issuer must be an address with https, or http on this machine, without user, query and fragment");
    }

    public static string? Namespace(CredentialKind kind) => kind.IsOfVault() && Environment.GetEnvironmentVariable(VaultNamespace) is { Length: > 0 } place ? place : null;

    /// <summary>A token given for its handle would be in the register, and was in the list of processes: say so, and do not show it.</summary>
    public static string? Handle(string? handle) => handle is not null && IsToken(handle)
        ? throw CommandException.Usage("the handle looks like a token itself: give its lease id or accessor, or --value env:NAME; revoke it by hand, for other processes could see it")
        : handle is null or { Length: > 0 and <= 2000 } && handle?.Any(char.IsControl) != true ? handle : throw CommandException.Usage("the handle takes one line of at most 2000 characters");

    /// <summary>The absolute path of a recipe that can be used.</summary>
    public static string? Recipe(CredentialKind kind, string? path)
    {
        if (path is null)
            return null;
        var whole = System.IO.Path.GetFullPath(path);
        return kind is not (CredentialKind.Http or CredentialKind.Command) ? throw CommandException.Usage($"only {CredentialWords.Of(CredentialKind.Http)} and {CredentialWords.Of(CredentialKind.Command)} take --recipe")
            : RecipeFile.Read(whole, kind, out var problem) is not null ? whole
            : throw CommandException.Usage($"recipe {path}: {problem}");
    }

    /// <exception cref="CommandException">something is missing without which it could not be revoked</exception>
    public static void RequireWhole(RunCredential credential)
    {
        if (Missing(credential) is { } missing)
            throw CommandException.Usage($"{CredentialWords.Of(credential.Kind)} needs {missing}: it could not be revoked");
    }

    /// <summary>The option that is missing without which it could not be revoked; null where none is.</summary>
    public static string? Missing(RunCredential credential)
    {
        return credential switch
        {
            { Kind: CredentialKind.VaultBatchToken } => null,
            { Kind: var kind } when kind.IsOnlyReported() => null,
            { Issuer: null, Kind: var kind } when kind.IsOfVault() => $"--issuer, or {VaultAddress}",
            { Kind: CredentialKind.VaultWrappingToken } => credential is { Handle: null, Value: null } ? "--value or --handle" : null,
            { Issuer: null, Kind: CredentialKind.OAuthToken or CredentialKind.GitLabToken } => "--issuer",
            { Issuer: null, Kind: CredentialKind.KubernetesToken } => "--issuer, outside of a pod",
            { Value: null, Kind: var kind } when kind is CredentialKind.VaultToken || !kind.IsOfVault() => "--value",
            { Kind: CredentialKind.OAuthToken, ClientId: null } => "--client-id",
            { Kind: CredentialKind.Http or CredentialKind.Command, Recipe: null } => "--recipe",
            { Handle: null, Kind: var kind } when kind is CredentialKind.AwsAccessKey || (kind.IsOfVault() && kind != CredentialKind.VaultToken) => "--handle",
            { Kind: CredentialKind.VaultSecretId, Role: null } => "--role",
            _ => null,
        };
    }

    public static string Name(string? name, RunCredential credential, IReadOnlyList<RunCredential> known)
    {
        if (name is { Length: >= ShortestToken } && IsToken(name))
            throw CommandException.Usage("the name looks like a token itself, and would stand in reports: give another; revoke it by hand, for other processes could see it");
        if (name is not null)
            return name.Trim().Length is > 0 and <= RunCredential.LongestName && !name.Any(char.IsControl) ? name : throw CommandException.Usage($"--name takes one line of at most {RunCredential.LongestName} characters");
        if (known.FirstOrDefault(credential.IsSame) is { } same)
            return same.Name;
        var word = CredentialWords.Of(credential.Kind);
        var number = 1;
        while (known.Any(other => other.Name == $"{word}-{number}"))
            number++;
        return $"{word}-{number}";
    }

    /// <summary>Names the lines that are no credential.</summary>
    public static void ComplainOfDamage(IReadOnlyCollection<int> lines)
    {
        if (lines.Count > 0)
            Terminal.Complain($"the register has lines that are no credential, or take the name of another: {string.Join(", ", lines)}; what they stood for may live on");
    }

    private static bool IsToken(string text) => Array.Exists(TokenBeginnings, beginning => text.StartsWith(beginning, StringComparison.Ordinal));

    private static bool IsProtected(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
