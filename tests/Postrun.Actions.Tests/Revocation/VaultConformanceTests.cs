using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>Credentials of Vault, one kind at a time.</summary>
internal sealed class VaultFixture(CredentialKind kind, bool isOpenBao = false) : IRevokerFixture
{
    private readonly VaultSample sample = new(isOpenBao);
    private int issued;

    public IRevoker Revoker => sample.Revoker;

    public IEnumerable<string> Values => sample.Secrets;

    public RunCredential Issue() => kind switch
    {
        CredentialKind.VaultLease => sample.Credential(kind, sample.Vault.With(static state => state.Lease("database/creds/train").Id)),
        CredentialKind.VaultPrefix => Prefix($"database/creds/{VaultSample.Run}/{issued++}"),
        CredentialKind.VaultAccessor => sample.Credential(kind, sample.Vault.With(static state => state.Issue().Accessor)),
        CredentialKind.VaultToken => sample.OfValue(sample.Vault.With(static state => state.Issue().Value)),
        _ => SecretId($"secret-id-{issued++}"),
    };

    public RunCredential Unknown() => kind switch
    {
        CredentialKind.VaultPrefix => sample.Credential(kind, $"database/creds/{VaultSample.Run}/never"),
        CredentialKind.VaultToken => sample.OfValue("hvs.NeverIssued0000"),
        _ => sample.Credential(kind, "never/issued", role: "train"),
    };

    public bool IsAlive(RunCredential credential) => sample.Vault.With(state => kind switch
    {
        CredentialKind.VaultLease => state.Leases.ContainsKey(credential.Handle!),
        CredentialKind.VaultPrefix => state.Leases.Keys.Any(id => id.StartsWith(credential.Handle + "/", StringComparison.Ordinal)),
        CredentialKind.VaultAccessor => state.ByAccessor(credential.Handle!) is not null,
        CredentialKind.VaultToken => state.Tokens.ContainsKey(sample.ValueOf(credential)),
        _ => state.Roles["approle/train"].ContainsKey(credential.Handle!),
    });

    public void Forbid() => sample.Vault.With(static state => state.Policies["default"] = state.Policies["revoker"] = []);

    public void AnswerAll(int status) => sample.Vault.Instead = _ => new(status);

    public void HangAll() => sample.Vault.Hangs = static _ => true;

    public void Dispose() => sample.Dispose();

    private RunCredential Prefix(string prefix)
    {
        sample.Vault.With(state => state.Lease(prefix));
        sample.Vault.With(state => state.Lease(prefix + "/deeper"));
        return sample.Credential(kind, prefix);
    }

    private RunCredential SecretId(string accessor)
    {
        sample.Vault.With(state => state.Roles["approle/train"][accessor] = "v-" + accessor);
        return sample.Credential(kind, accessor, role: "train");
    }
}

public sealed class VaultLeaseConformanceTests() : RevokerConformance(new VaultFixture(CredentialKind.VaultLease));

public sealed class VaultPrefixConformanceTests() : RevokerConformance(new VaultFixture(CredentialKind.VaultPrefix));

public sealed class VaultAccessorConformanceTests() : RevokerConformance(new VaultFixture(CredentialKind.VaultAccessor));

public sealed class VaultTokenConformanceTests() : RevokerConformance(new VaultFixture(CredentialKind.VaultToken));

public sealed class VaultSecretIdConformanceTests() : RevokerConformance(new VaultFixture(CredentialKind.VaultSecretId));

public sealed class OpenBaoAccessorConformanceTests() : RevokerConformance(new VaultFixture(CredentialKind.VaultAccessor, isOpenBao: true));

public sealed class OpenBaoTokenConformanceTests() : RevokerConformance(new VaultFixture(CredentialKind.VaultToken, isOpenBao: true));
