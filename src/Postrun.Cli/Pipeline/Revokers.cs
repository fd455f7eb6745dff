using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Postrun.Actions;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>All ways to revoke, over one client.</summary>
internal sealed class Revokers : IDisposable
{
    private const string VaultAuthority = "VAULT_CACERT";
    private const string VaultToken = "VAULT_TOKEN";
    private const string RunId = "POSTRUN_RUN_ID";
    private const int LargestAuthorities = 4 << 20;

    private readonly IssuerClient client;
    private readonly IssuerClient cluster;
    private readonly VaultSession session;

    private Revokers(IssuerClient client, IssuerClient cluster, VaultSession session, VaultRevoker vault, IReadOnlyList<IRevoker> all) =>
        (this.client, this.cluster, this.session, Vault, All) = (client, cluster, session, vault, all);

    public VaultRevoker Vault { get; }

    public IReadOnlyList<IRevoker> All { get; }

    /// <param name="run">The id of the run, which a prefix has to have in it; null for <c>POSTRUN_RUN_ID</c>.</param>
    /// <param name="vaultToken">Where the token is that Vault is asked with at <c>VAULT_ADDR</c>; null for <c>VAULT_TOKEN</c>.</param>
    /// <param name="authorityFile">Certificates of an authority of one's own; null for <c>VAULT_CACERT</c>, or else those of the machine.</param>
    /// <param name="hosts">Besides an issuer's own, those that its tokens may be sent to.</param>
    /// <exception cref="CommandException">a file cannot be read</exception>
    public static Revokers Open(string? run, ValueSource? vaultToken, string? authorityFile, string[] hosts, TimeProvider time)
    {
        var client = new IssuerClient(new(IssuerAccess.DefaultTimeout, Authorities(authorityFile ?? Environment.GetEnvironmentVariable(VaultAuthority))), time);
        var cluster = new IssuerClient(new(IssuerAccess.DefaultTimeout, Authorities(authorityFile ?? Clusters.Authority)), time);
        var values = new ValueReader();
        var session = new VaultSession(client, Logins(vaultToken), values);
        var vault = new VaultRevoker(client, session, values, time, run ?? Environment.GetEnvironmentVariable(RunId));
        return new(client, cluster, session, vault,
        [
            vault,
            new OAuthRevoker(client, values, time, hosts),
            new GitHubRevoker(client, values, time),
            new GitLabRevoker(client, values, time),
            new HuggingFaceRevoker(client, values, time),
            new KubernetesRevoker(cluster, values, time, Clusters.Place()),
            new AwsKeyRevoker(client, values, time, AwsKeys()),
            new HttpRecipeRevoker(client, values, time),
            new CommandRecipeRevoker(values, time),
            new NotRevocable(values, time),
        ]);
    }

    public void Dispose()
    {
        session.Dispose();
        cluster.Dispose();
        client.Dispose();
    }

    /// <summary>A token is for one Vault: that of <c>VAULT_ADDR</c>, and not any that the register names.</summary>
    private static VaultLogin[] Logins(ValueSource? token)
    {
        token ??= Environment.GetEnvironmentVariable(VaultToken) is { Length: > 0 } ? new ValueSource(IsFile: false, VaultToken) : null;
        return token is { } source && Registers.Issuer(CredentialKind.VaultToken, address: null) is { } server
            ? [new(new(server, Registers.Namespace(CredentialKind.VaultToken)), VaultLoginMethod.Token, source)]
            : [];
    }

    /// <summary>Those of the environment, with which a key of the run is deactivated and deleted.</summary>
    private static AwsKeys? AwsKeys() => Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 } id && Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secret
        ? new(id, secret, Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN") is { Length: > 0 } session ? session : null)
        : null;

    private static X509Certificate2Collection? Authorities(string? file)
    {
        if (string.IsNullOrEmpty(file))
            return null;
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(Encoding.UTF8.GetString(OperatorFile.Read(file, LargestAuthorities, $"authority {file}", "name a file of certificates in PEM")));
        }
        catch (CryptographicException)
        {
            throw CommandException.Usage($"authority {file}: holds a certificate that cannot be read; name a file of certificates in PEM");
        }
        return authorities.Count > 0 ? authorities : throw CommandException.Usage($"authority {file}: holds no certificate; name a file of certificates in PEM");
    }
}
