using System.Text;
using Postrun.Evidence;
using Postrun.Linux;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>Finds keys where they were said to be.</summary>
internal static class Keys
{
    public const string PublicKeyVariable = "POSTRUN_PUBLIC_KEY";
    public const string PassphraseVariable = "POSTRUN_KEY_PASSPHRASE";

    /// <summary>A private key is at most some kilobytes; whatever is longer is something else.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary><c>~/.config/postrun</c>, where keys are looked for that nobody names.</summary>
    public static string DefaultDirectory => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } config ? config : Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/", ".config"),
        "postrun");

    /// <exception cref="CommandException">there is none, or it cannot be used</exception>
    public static SigningKey Signing(RunDescriptor descriptor)
    {
        var source = descriptor.SigningKey ?? new() { File = UnixPath.Of(Path.Combine(DefaultDirectory, "postrun.key")) };
        var (name, pem) = Read(source);
        try
        {
            return SigningKey.FromPem(pem, Passphrase(source));
        }
        catch (KeyException e)
        {
            throw CommandException.Usage($"signing key {name}: {e.Message}");
        }
    }

    /// <summary>The trusted public key: named, in the environment, or the one of this user.</summary>
    /// <exception cref="CommandException">there is none</exception>
    public static string Public(string? file)
    {
        if (file is null && Environment.GetEnvironmentVariable(PublicKeyVariable) is { Length: > 0 } variable)
            return variable.Contains("-----BEGIN", StringComparison.Ordinal) ? variable : Text(variable, $"public key {variable} ({PublicKeyVariable})");
        var path = file ?? Path.Combine(DefaultDirectory, "postrun.pub");
        if (file is null && !File.Exists(path))
            throw CommandException.Usage($"no public key to verify with; name one you trust with --key or {PublicKeyVariable}, or put it at {path}");
        return Text(path, $"public key {path}");
    }

    private static (string Name, string Pem) Read(SigningKeySource source)
    {
        if (source.Environment is { } variable)
            return (variable, Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
                ? value
                : throw CommandException.Usage($"signing key: the environment variable {variable} is not set"));
        if (source.FileDescriptor is { } descriptor)
            return ($"descriptor {descriptor}", FromDescriptor(descriptor));
        var path = source.File!.Value.ToString();
        return (path, Text(source.File!.Value.Bytes, $"signing key {path}", "'postrun keygen' makes one"));
    }

    private static string FromDescriptor(int descriptor)
    {
        try
        {
            return Encoding.UTF8.GetString(NamedFile.ReadAll(descriptor, MaxLength, OperatorFile.Patience));
        }
        catch (IOException e)
        {
            throw CommandException.Usage($"signing key: file descriptor {descriptor} {e.Message}; signing.key.fd names the one that holds the key");
        }
    }

    private static string? Passphrase(SigningKeySource source)
    {
        if (source.PassphraseFile is { } file)
            return Text(file.Bytes, $"passphrase file {file}", "its first line is the passphrase").Split('\n')[0].TrimEnd('\r');
        return Environment.GetEnvironmentVariable(source.PassphraseEnvironment ?? PassphraseVariable);
    }

    private static string Text(string path, string what) => Text(Encoding.UTF8.GetBytes(path), what, "name a file that holds the PEM text");

    private static string Text(ReadOnlySpan<byte> path, string what, string remedy) =>
        Encoding.UTF8.GetString(OperatorFile.Read(path, MaxLength, what, remedy));
}
