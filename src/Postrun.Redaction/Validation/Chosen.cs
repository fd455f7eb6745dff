using System.Text;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Validation;

/// <summary>Tells a password that somebody chose from code that fetches one: <c>os.environ</c>, <c>config.ldap_password</c>, <c>None</c>.</summary>
internal static class Chosen
{
    private static readonly string[] Words = ["pass", "secret", "token", "input", "prompt", "environ", "getenv"];

    private static readonly string[] Nothings = ["undefined", "nullptr", "string", "optional"];

    /// <summary>What has digits or other marks is a value. Letters alone are none where they lead to an attribute, or say what they hold.</summary>
    internal static Verdict Judge(ReadOnlySpan<byte> value)
    {
        var dotted = false;
        foreach (var each in value)
        {
            if (!char.IsAsciiLetter((char)each) && each is not ((byte)'_' or (byte)'.'))
                return Verdict.Plausible;
            dotted |= each == '.';
        }
        return dotted || Holds(value) || IsNothing(value) ? Verdict.Rejected : Verdict.Plausible;
    }

    private static bool Holds(ReadOnlySpan<byte> value)
    {
        foreach (var word in Words)
            for (var at = 0; at + word.Length <= value.Length; at++)
                if (Ascii.EqualsIgnoreCase(value.Slice(at, word.Length), word))
                    return true;
        return false;
    }

    private static bool IsNothing(ReadOnlySpan<byte> value)
    {
        foreach (var nothing in Nothings)
            if (Ascii.EqualsIgnoreCase(value, nothing))
                return true;
        return false;
    }
}
