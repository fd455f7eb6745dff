using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Linux;
using Spectre.Console;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun doctor</c>: whether this machine lets a clean-up do its work.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var config = CommonOptions.Config();
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("doctor", "Check kernel, permissions, media, keys, the evidence directory and how long credentials live, before it matters.") { config, output, quiet };
        command.Run(parsed =>
        {
            var checks = Kernels().Concat(Configured(parsed.GetValue(config)!)).Concat(Lifetimes.Check(TimeProvider.System.GetUtcNow())).ToArray();
            Write(checks, parsed.GetValue(output), parsed.GetValue(quiet));
            return Array.Exists(checks, static check => check.Verdict == Verdict.Bad) ? ExitCode.Left : ExitCode.Clean;
        });
        return command;
    }

    private static IEnumerable<DoctorCheck> Kernels()
    {
        yield return new("kernel", Verdict.Good, Kernel.Release);
        yield return Kernel.HasOpenAt2
            ? new("openat2", Verdict.Good, "available")
            : new("openat2", Verdict.Weak, "refused by the kernel or by seccomp: directories are opened one component at a time instead");
        yield return Kernel.IsRoot
            ? new("user", Verdict.Good, "root")
            : new("user", Verdict.Weak, $"user {Kernel.EffectiveUser}: only what this user may remove will go, and only its own processes are seen to hold files");
    }

    private static IEnumerable<DoctorCheck> Configured(string config)
    {
        Preparation? preparation = null;
        yield return Try("descriptor", () =>
        {
            preparation = Preparation.Load(config);
            return $"{config}: {preparation.Roots.Count} root{(preparation.Roots.Count == 1 ? "" : "s")}";
        });
        if (preparation is null)
            yield break;
        yield return Try("policy", () => Policies.Check(preparation.Policy, preparation.Roots[0], TimeProvider.System));
        yield return Try("signing key", () =>
        {
            using var key = Keys.Signing(preparation.Descriptor);
            return $"can sign; public key hint {key.PublicKey.Hint}";
        });
        yield return Try("evidence directory", () =>
        {
            using var evidence = EvidenceDirectory.Open(preparation.Descriptor.EvidenceDirectory, create: true);
            evidence.Write(".doctor", static stream => stream.Length);
            evidence.Remove(".doctor");
            return evidence.Contains(Model.JournalFormat.FileName)
                ? throw new CommandException(ExitCode.Left, $"{evidence.Path}: holds the journal of an interrupted clean-up; run 'postrun resume'")
                : $"{evidence.Path}: can be written";
        });
        var mounts = MountTable.Read();
        foreach (var root in preparation.Roots)
            yield return Medium(root.Path, mounts);
        foreach (var refused in preparation.Refused)
            yield return new($"cache {Safe.Text(refused.Path.ToString())}", Verdict.Weak, refused.Detail);
    }

    /// <summary>What deletion amounts to on the medium of a root.</summary>
    private static DoctorCheck Medium(Model.UnixPath path, MountTable mounts)
    {
        var name = $"root {Safe.Text(path.ToString())}";
        var error = DirectoryHandle.OpenAbsolute(path.Bytes, out var directory);
        if (error != Errno.None)
            return new(name, Verdict.Bad, $"cannot be opened: {error}");
        using (directory)
        {
            directory!.StatSelf(out var stat);
            var mount = mounts.Of(stat);
            return mount switch
            {
                null => new(name, Verdict.Weak, "its mount is not known"),
                { FileSystem: "tmpfs" } => new(name, Verdict.Good, "tmpfs: memory; what was swapped out may remain on the swap device"),
                { FileSystem: "overlay" } => new(name, Verdict.Weak, "overlay: files of the image layers are hidden, not removed"),
                { FileSystem: "btrfs" or "zfs" or "bcachefs" } => new(name, Verdict.Weak, $"{mount.FileSystem}: copy-on-write; snapshots keep what is deleted"),
                _ when mount.Options.Contains("ro") => new(name, Verdict.Bad, $"{mount.FileSystem}: mounted read-only"),
                _ => new(name, Verdict.Good, $"{mount.FileSystem}{(mount.Options.Contains("discard") ? ", discards freed blocks" : "")}: deletion is not sanitization (NIST SP 800-88 Rev. 2)"),
            };
        }
    }

    private static DoctorCheck Try(string name, Func<string> check)
    {
        try
        {
            return new(name, Verdict.Good, check());
        }
        catch (Exception e) when (e is CommandException or IOException or UnauthorizedAccessException)
        {
            return new(name, Verdict.Bad, Secrets.Hide(e.Message));
        }
    }

    private static void Write(DoctorCheck[] checks, OutputFormat format, bool quiet)
    {
        if (format == OutputFormat.Json)
        {
            using var output = Console.OpenStandardOutput();
            JsonSerializer.Serialize(output, checks, DoctorJson.Default.DoctorCheckArray);
            output.WriteByte((byte)'\n');
            return;
        }
        foreach (var check in checks.Where(check => !quiet || check.Verdict == Verdict.Bad))
        {
            var mark = check.Verdict switch { Verdict.Good => "[green]good[/]", Verdict.Weak => "[yellow]weak[/]", _ => "[red]bad [/]" };
            Terminal.Results.MarkupLine($"{mark} {Markup.Escape(check.Name)}: {Markup.Escape(Safe.Text(check.Detail))}");
        }
    }
}

internal sealed record DoctorCheck(string Name, Verdict Verdict, string Detail);

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
internal enum Verdict
{
    [JsonStringEnumMemberName("good")] Good,

    /// <summary>It works, but proves or does less.</summary>
    [JsonStringEnumMemberName("weak")] Weak,
    [JsonStringEnumMemberName("bad")] Bad,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n", WriteIndented = true)]
[JsonSerializable(typeof(DoctorCheck[]))]
internal sealed partial class DoctorJson : JsonSerializerContext;
