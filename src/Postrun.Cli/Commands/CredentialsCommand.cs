using System.CommandLine;
using System.Globalization;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Model;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun credentials</c>: writes down what is issued to a run, when it is issued.</summary>
internal static class CredentialsCommand
{
    public static Command Create() => new("credentials", "The register of what was issued to this run, so that it can be revoked when the run ends.")
    {
        Add(),
        List(),
        Discover(),
    };

    private static Command Add()
    {
        var kind = new Argument<CredentialKind>("KIND")
        {
            Description = $"What it is: {string.Join(", ", CredentialWords.AllKinds)}.",
            CustomParser = static argument =>
            {
                if (argument.Tokens is [var token] && CredentialWords.TryParse(token.Value, out var found))
                    return found;
                argument.AddError($"KIND is one of {string.Join(", ", CredentialWords.AllKinds)}");
                return default;
            },
        };
        var name = new Option<string?>("--name", "-n") { Description = "What a person calls it. Default: its kind and a number.", HelpName = "TEXT" };
        var issuer = new Option<string?>("--issuer") { Description = "The address of its issuer. Default for Vault: VAULT_ADDR; in a pod, for Kubernetes: its API server; of GitHub, Hugging Face and AWS: the public one.", HelpName = "URL" };
        var handle = new Option<string?>("--handle") { Description = "What its issuer knows it by: lease id, accessor, prefix, id of an access key. Never the value.", HelpName = "TEXT" };
        var value = Registers.Source("--value", "Where the value can be read when the run ends, of what nothing else identifies.");
        var place = new Option<string?>("--namespace") { Description = "Of Vault. Default: VAULT_NAMESPACE.", HelpName = "NAME" };
        var role = new Option<string?>("--role") { Description = "Of a secret id of AppRole: its role.", HelpName = "NAME" };
        var mount = new Option<string?>("--mount") { Description = "Where its authentication method is mounted.", HelpName = "PATH" };
        var client = new Option<string?>("--client-id") { Description = "Of OAuth: the client that it was issued to.", HelpName = "ID" };
        var secret = Registers.Source("--client-secret", "Where the secret of that client can be read.");
        var recipe = new Option<string?>("--recipe") { Description = "Of a system of your own: the file that says how it is revoked. Only root and you may write it.", HelpName = "FILE" };
        var owned = new Option<bool>("--run-owned") { Description = "It is the run's alone: it may be reported as leaked, for good, or what it is bound to be deleted." };
        var expires = new Option<DateTimeOffset?>("--expires-at")
        {
            Description = "When it ends by itself, such as 2026-01-31T12:00:00Z.",
            HelpName = "INSTANT",
            CustomParser = static argument =>
            {
                if (argument.Tokens is [var token] && Instants.TryParse(token.Value, out var instant))
                    return instant;
                argument.AddError("--expires-at takes an instant such as 2026-01-31T12:00:00Z; without an offset it is in UTC");
                return null;
            },
        };
        var shared = new Option<bool>("--shared") { Description = "Others use it, too: it is reported, and not revoked." };
        var register = Registers.Option();
        var command = new Command("add", "Register a credential. To do so twice changes nothing.")
        {
            kind, name, issuer, handle, value, place, role, mount, client, secret, recipe, owned, expires, shared, register,
        };
        command.Run(parsed =>
        {
            using var opened = Registers.Open(parsed.GetValue(register), create: true)!;
            var credential = new RunCredential
            {
                Name = "",
                Kind = parsed.GetValue(kind),
                Issuer = Registers.Issuer(parsed.GetValue(kind), parsed.GetValue(issuer)),
                Handle = Registers.Handle(parsed.GetValue(handle)),
                Value = parsed.GetValue(value),
                Namespace = parsed.GetValue(place) ?? Registers.Namespace(parsed.GetValue(kind)),
                Role = parsed.GetValue(role),
                Mount = parsed.GetValue(mount),
                ClientId = parsed.GetValue(client),
                ClientSecret = parsed.GetValue(secret),
                Recipe = Registers.Recipe(parsed.GetValue(kind), parsed.GetValue(recipe)),
                RunOwned = parsed.GetValue(owned),
                Shared = parsed.GetValue(shared),
                ExpiresAt = parsed.GetValue(expires),
                RegisteredAt = TimeProvider.System.GetUtcNow(),
            };
            Registers.RequireWhole(credential);
            var named = credential with { Name = Registers.Name(parsed.GetValue(name), credential, opened.Credentials) };
            try
            {
                opened.Add(named);
            }
            catch (ArgumentException e)
            {
                throw CommandException.Usage($"{named.Name}: {e.Message}");
            }
            return ExitCode.Clean;
        });
        return command;
    }

    private static Command Discover()
    {
        var register = Registers.Option();
        var add = new Option<bool>("--add") { Description = "Register what is not registered: what its value alone revokes as its kind, all else as what can only be reported." };
        var output = CommonOptions.Output();
        var command = new Command("discover", "Show what on this machine looks like a credential of the run, and whether it is registered. No value is shown, and nobody is asked.") { register, add, output };
        command.Run(parsed =>
        {
            var path = parsed.GetValue(register);
            using var opened = parsed.GetValue(add) || Registers.IsNamed(path) ? Registers.Open(path, create: parsed.GetValue(add)) : null;
            var found = Discovery.Find(opened?.Credentials ?? []);
            if (parsed.GetValue(add))
            {
                foreach (var open in found.Where(static open => open.RegisteredAs is null))
                    if (Discovery.Registration(open) is var credential && !opened!.Credentials.Any(credential.IsSame))
                        opened.Add(credential with { Name = Registers.Name(null, credential, opened.Credentials) });
                found = Discovery.Find(opened!.Credentials);
            }
            if (parsed.GetValue(output) == OutputFormat.Json)
                DiscoveryView.WriteJson(found);
            else
                DiscoveryView.Write(found);
            Registers.ComplainOfDamage(opened?.DamagedLines ?? []);
            return opened is null or { DamagedLines.Count: 0 } && found.All(static credential => credential.RegisteredAs is not null) ? ExitCode.Clean : ExitCode.Left;
        });
        return command;
    }

    private static Command List()
    {
        var register = Registers.Option();
        var command = new Command("list", "Show what is registered: names, kinds and issuers.") { register };
        command.Run(parsed =>
        {
            using var opened = Registers.Open(parsed.GetValue(register), create: false);
            foreach (var credential in opened?.Credentials ?? [])
                Console.Out.WriteLine(VisibleText.Of($"{CredentialWords.Of(credential.Kind),-19} {credential.Name}{(credential.Issuer is { } at ? $"  {at}" : "")}{(credential.ExpiresAt is { } end ? $"  ends {end.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}" : "")}"));
            Registers.ComplainOfDamage(opened?.DamagedLines ?? []);
            return opened is null or { DamagedLines.Count: 0 } ? ExitCode.Clean : ExitCode.Left;
        });
        return command;
    }
}
