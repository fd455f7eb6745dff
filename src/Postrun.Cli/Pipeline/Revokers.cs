using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Postrun.Actions;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>All ways to revoke. An authority of one's own that is named for Vault alone counts for Vault alone.</summary>
internal sealed class Revokers : IDisposable
{
    private const string VaultAuthority = "VAULT_CACERT";
    private const string VaultToken = "VAULT_TOKEN";
    private const string RunId = "POSTRUN_RUN_ID";
    private const int LargestAuthorities = 4 << 20;

    /// <summary>It is the last thing that is asked, and may be when the time is up.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(3);

    private readonly IssuerClient client;
    private readonly IssuerClient forVault;
    private readonly IssuerClient cluster;
    private readonly VaultSession session;

    private Revokers(IssuerClient client, IssuerClient forVault, IssuerClient cluster, VaultSession session, VaultRevoker vault, IReadOnlyList<IRevoker> all) =>
        (this.client, this.forVault, this.cluster, this.session, Vault, All) = (client, forVault, cluster, session, vault, all);

    public VaultRevoker Vault { get; }

    public IReadOnlyList<IRevoker> All { get; }

    /// <param name="run">The id of the run, which a prefix has to have in it; null for <c>POSTRUN_RUN_ID</c>.</param>
    /// <param name="login">What Vault is asked with at <c>VAULT_ADDR</c>.</param>
    /// <param name="authorityFile">Certificates of an authority of one's own; null for <c>VAULT_CACERT</c>, or else those of the machine.</param>
    /// <param name="hosts">Besides an issuer's own, those that its tokens may be sent to.</param>
    /// <exception cref="CommandException">a file cannot be read</exception>
    public static Revokers Open(string? run, VaultLoginSource login, string? authorityFile, string[] hosts, TimeProvider time)
    {
        var client = new IssuerClient(new(IssuerAccess.DefaultTimeout, Authorities(authorityFile)), time);
        var forVault = new IssuerClient(new(IssuerAccess.DefaultTimeout, Authorities(authorityFile ?? Environment.GetEnvironmentVariable(VaultAuthority))), time);
        // That of the pod is the only one that its API server can have.
        var cluster = new IssuerClient(new(IssuerAccess.DefaultTimeout, Authorities(Clusters.Authority ?? authorityFile)), time);
        var values = new ValueReader();
        var session = new VaultSession(forVault, Logins(login), values);
        var vault = new VaultRevoker(forVault, session, values, time, run ?? Environment.GetEnvironmentVariable(RunId));
        return new(client, forVault, cluster, session, vault,
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

    /// <summary>Revokes the token that was had by logging in to Vault: after all else, for all else is revoked with it.</summary>
    /// <returns>What is wrong, a sentence each.</returns>
    public IReadOnlyList<string> End()
    {
        using var limit = new CancellationTokenSource(LongestEnd);
        try
        {
            return session.EndAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return [$"the token of the login could not be revoked: Vault does not answer within {LongestEnd.TotalSeconds:0} s"];
        }
    }

    /// <inheritdoc cref="End()"/>
    /// <returns>The report, and in it the token where it may live on.</returns>
    public RevocationReport End(RevocationReport report) => End() is { Count: > 0 } problems
        ? RevocationReport.Of([.. report.Credentials, .. problems.Select(static problem => new RevocationOutcome
        {
            Name = "login at Vault",
            Kind = CredentialKind.VaultToken,
            Status = RevocationStatus.Failed,
            Proof = problem,
            MayLiveOn = "it ends with the TTL of its role",
            At = TimeProvider.System.GetUtcNow(),
        })], report.DamagedLines)
        : report;

    public void Dispose()
    {
        session.Dispose();
        cluster.Dispose();
        forVault.Dispose();
        client.Dispose();
    }

    /// <summary>A token is for one Vault: that of <c>VAULT_ADDR</c>, and not any that the register names.</summary>
    private static VaultLogin[] Logins(VaultLoginSource login)
    {
        var value = login.Value ?? login.Method switch
        {
            VaultLoginMethod.Kubernetes => Clusters.Token,
            VaultLoginMethod.Token when Environment.GetEnvironmentVariable(VaultToken) is { Length: > 0 } => new ValueSource(IsFile: false, VaultToken),
            _ => null,
        };
        return value is { } source && Registers.Issuer(CredentialKind.VaultToken, address: null) is { } server
            ? [new(new(server, Registers.Namespace(CredentialKind.VaultToken)), login.Method, source, login.Mount ?? login.UsualMount, login.Role)]
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
