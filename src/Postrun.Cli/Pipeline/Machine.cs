using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Postrun.Linux;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>Who and where we are.</summary>
internal static class Machine
{
    public static string Version { get; } =
        typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    public static AgentIdentity Agent() => new()
    {
        Version = Version,
        Host = Environment.MachineName,
        User = Environment.UserName,
        ProcessId = Environment.ProcessId,
        Kernel = Kernel.Release,
    };

    public static IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(static entry => (string)entry.Key, static entry => (string?)entry.Value ?? "", StringComparer.Ordinal);

    /// <summary>The accounts of this machine, with the current one marked.</summary>
    public static ImmutableArray<UserAccount> Users(IReadOnlyDictionary<string, string> variables) => UserAccounts.WithCurrent(
        File.Exists("/etc/passwd") ? UserAccounts.Parse(File.ReadAllBytes("/etc/passwd")) : [], Kernel.EffectiveUser, variables);
}
