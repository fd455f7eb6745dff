using System.Text.Json;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>A Vault, what it issued to a run, and the register that says so.</summary>
internal sealed class VaultRun : IDisposable
{
    private readonly string folder;

    /// <param name="place">Where the register lies; <see langword="null"/>: in a directory of its own.</param>
    public VaultRun(string? place = null) => folder = Directory.CreateDirectory(Path.Combine(place ?? Path.GetTempPath(), $"postrun-vault-{Guid.NewGuid():N}")).FullName;

    public VaultDouble Vault { get; } = new();

    public string Register => Path.Combine(folder, "credentials.ndjson");

    /// <summary>With which the executable finds Vault and may ask it.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["VAULT_ADDR"] = Vault.Address.ToString(),
        ["VAULT_TOKEN"] = VaultState.Root,
    };

    public void Issue(int leases, int tokens)
    {
        var credentials = new List<RunCredential>();
        for (var index = 0; index < tokens; index++)
            credentials.Add(Credential($"token-{index}", CredentialKind.VaultAccessor, Vault.State.Issue().Accessor!));
        for (var index = 0; index < leases; index++)
            credentials.Add(Credential($"lease-{index}", CredentialKind.VaultLease, Vault.State.Lease("database/creds/train").Id));
        Write([.. credentials]);
    }

    public void Write(params RunCredential[] credentials)
    {
        File.WriteAllLines(Register, credentials.Select(static credential => JsonSerializer.Serialize(credential, RegisterJson.Default.RunCredential)));
        File.SetUnixFileMode(Register, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private RunCredential Credential(string name, CredentialKind kind, string handle) => new() { Name = name, Kind = kind, Issuer = Vault.Address, Handle = handle, RegisteredAt = DateTimeOffset.UtcNow };

    public void Dispose()
    {
        Vault.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
