using Postrun.Actions;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>What looks like a credential of the run, and how it is registered.</summary>
internal static class Discovery
{
    /// <summary>In the environment, and in the home of this user: what others have is not the run's.</summary>
    public static IReadOnlyList<FoundCredential> Find(IReadOnlyList<RunCredential> registered)
    {
        var variables = Machine.Variables();
        string?[] homes = [variables.GetValueOrDefault("HOME"), Machine.Users(variables).First(static user => user.IsCurrent).Home.ToString()];
        return [.. new CredentialSearch(new ValueReader(), variables, [.. homes.OfType<string>().Where(static home => home.StartsWith('/')).Distinct()]).Find()
            .Select(found => found with { RegisteredAs = registered.FirstOrDefault(known => known.Value == found.Where)?.Name })];
    }

    /// <summary>As its kind where its value is all that it takes to revoke it; else as one that can only be reported.</summary>
    public static RunCredential Registration(FoundCredential found)
    {
        var credential = new RunCredential
        {
            Name = "",
            Kind = found.Kind,
            Issuer = found.Kind.IsOfVault() || found.Kind == CredentialKind.KubernetesToken ? Registers.Issuer(found.Kind, address: null) : Address(found.Issuer),
            Value = found.Where,
            Namespace = Registers.Namespace(found.Kind),
            ExpiresAt = found.ExpiresAt,
            RegisteredAt = TimeProvider.System.GetUtcNow(),
        };
        return found.Kind.IsOnlyReported() || (found.IsWhole && Registers.Missing(credential) is null) ? credential : credential with { Kind = CredentialKind.Other, Namespace = null };
    }

    private static Uri? Address(string? issuer) => Uri.TryCreate(issuer, UriKind.Absolute, out var address) && address is { UserInfo: "", Query: "", Fragment: "" } && address.Scheme == Uri.UriSchemeHttps ? address : null;
}
