using System.Globalization;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>signing</c>.</summary>
internal static class SigningSection
{
    private const string Example = "POSTRUN_KEY";

    public static SigningKeySource? Read(Section root, Layout layout)
    {
        if (root.Open("signing") is not { } section)
            return null;
        if (!section.Has("key"))
            section.Report("'signing.key' is missing: write key: { file: PATH }, { env: NAME } or { fd: NUMBER }");
        var key = section.Open("key");
        var passphrase = section.Open("passphrase");
        key?.RequireOne("file", "env", "fd");
        passphrase?.RequireOne("env", "file");
        if (key is null)
            return null;
        return new()
        {
            File = key.File("file", layout, "the signing key"),
            Environment = key.Variable(Example),
            FileDescriptor = ReadFileDescriptor(key),
            PassphraseEnvironment = passphrase?.Variable(Example),
            PassphraseFile = passphrase?.File("file", layout, "the passphrase file"),
        };
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
