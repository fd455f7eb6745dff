using System.CommandLine;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>The options that say what Vault is asked with.</summary>
internal sealed class VaultOptions
{
    private readonly Option<ValueSource?> value = Registers.Source("--vault-token",
        "Where the token can be read that Vault is asked with, or what --vault-login logs in with: a secret id or a JWT. It is sent to VAULT_ADDR alone. Default: env:VAULT_TOKEN where it is set; of kubernetes, the token of the pod.");

    private readonly Option<VaultLoginMethod> login = new("--vault-login")
    {
        Description = "Log in to Vault by this method; the token that is had so is revoked at the end.",
        HelpName = string.Join('|', VaultLoginSource.Methods.Keys),
        CustomParser = static argument =>
        {
            if (argument.Tokens is [var token] && VaultLoginSource.Methods.TryGetValue(token.Value, out var method))
                return method;
            argument.AddError($"--vault-login takes {string.Join(", ", VaultLoginSource.Methods.Keys)}");
            return default;
        },
    };

    private readonly Option<string?> role = new("--vault-role") { Description = "Of --vault-login: the role; of approle, its role id.", HelpName = "NAME" };
    private readonly Option<string?> mount = new("--vault-mount") { Description = "Of --vault-login: where its method is mounted. Default: the name of the method.", HelpName = "PATH" };

    public IReadOnlyList<Option> All => [value, login, role, mount];

    /// <exception cref="CommandException">something is missing to log in with</exception>
    public VaultLoginSource Read(ParseResult parsed)
    {
        var source = new VaultLoginSource { Method = parsed.GetValue(login), Value = parsed.GetValue(value), Role = parsed.GetValue(role), Mount = parsed.GetValue(mount) };
        var missing = source switch
        {
            { Method: VaultLoginMethod.Token, Role: null, Mount: null } => null,
            { Method: VaultLoginMethod.Token } => "--vault-role and --vault-mount need --vault-login",
            { Role: not { Length: > 0 } } => "--vault-login needs --vault-role: of approle, its role id",
            { Value: null, Method: not VaultLoginMethod.Kubernetes } => "--vault-login needs --vault-token, where the secret id or the JWT can be read",
            _ => null,
        };
        return missing is null ? source : throw CommandException.Usage(missing);
    }
}
