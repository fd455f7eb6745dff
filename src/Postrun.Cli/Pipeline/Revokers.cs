using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Postrun.Actions;

namespace Postrun.Cli.Pipeline;

/// <summary>All ways to revoke, over one client.</summary>
internal sealed class Revokers : IDisposable
{
    private const string VaultAuthority = "VAULT_CACERT";
    private const int LargestAuthorities = 4 << 20;

    private readonly IssuerClient client;

    private Revokers(IssuerClient client, IReadOnlyList<IRevoker> all) => (this.client, All) = (client, all);

    public IReadOnlyList<IRevoker> All { get; }

    /// <param name="authorityFile">Certificates of an authority of one's own; null for <c>VAULT_CACERT</c>, or else those of the machine.</param>
    /// <param name="hosts">Besides an issuer's own, those that its tokens may be sent to.</param>
    /// <exception cref="CommandException">a file cannot be read</exception>
    public static Revokers Open(string? authorityFile, string[] hosts, TimeProvider time)
    {
        var client = new IssuerClient(new(IssuerAccess.DefaultTimeout, Authorities(authorityFile ?? Environment.GetEnvironmentVariable(VaultAuthority))), time);
        var values = new ValueReader();
        return new(client, [new OAuthRevoker(client, values, time, hosts), new NotRevocable(values, time)]);
    }

    public void Dispose() => client.Dispose();

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
