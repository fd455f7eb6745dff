using System.Globalization;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>signing</c>.</summary>
internal static class SigningSection
{
    public static SigningKeySource? Read(Section root, Layout layout)
    {
        if (root.Open("signing") is not { } section)
            return null;
        if (!section.Has("key"))
            section.Report("'signing.key' is missing: write key: { file: PATH }, { env: NAME } or { fd: NUMBER }");
        var key = section.Open("key");
        var passphrase = section.Open("passphrase");
        RequireOne(key, "file", "env", "fd");
        RequireOne(passphrase, "env", "file");
        if (key is null)
            return null;
        return new()
        {
            File = ReadFile(key, layout, "the signing key"),
            Environment = ReadVariable(key),
            FileDescriptor = ReadFileDescriptor(key),
            PassphraseEnvironment = passphrase is null ? null : ReadVariable(passphrase),
            PassphraseFile = passphrase is null ? null : ReadFile(passphrase, layout, "the passphrase file"),
        };
    }

    private static void RequireOne(Section? section, params string[] keys)
    {
        if (section is null || keys.Count(section.Has) == 1)
            return;
        section.Report($"'{section.Name}' needs exactly one of {string.Join(", ", keys)}");
    }

    private static UnixPath? ReadFile(Section section, Layout layout, string what)
    {
        if (section.Path("file") is not { } file)
            return null;
        layout.RequireOutsideRoots(file, what);
        return file.Value;
    }

    private static string? ReadVariable(Section section)
    {
        if (section.Scalar("env") is not { } scalar || section.Context.Expand(scalar) is not { } name)
            return null;
        if (Interpolation.IsName(name) && name.Length <= 256)
            return name;
        // Not quoted: somebody may have written the secret itself, or interpolated it.
        section.Context.Errors.Add(scalar, $"'{section.NameOf("env")}' is not the name of an environment variable: write the name alone, such as POSTRUN_KEY, not its value");
        return null;
    }

    private static int? ReadFileDescriptor(Section section)
    {
        if (section.Scalar("fd") is not { } scalar || section.Context.Expand(scalar) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 3 and <= 65535)
            return number;
        section.Context.Errors.Add(scalar, "'signing.key.fd' is not a file descriptor: write a number from 3 to 65535, for 0, 1 and 2 are standard input, output and errors");
        return null;
    }
}
