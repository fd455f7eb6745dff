using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Secrets;

/// <summary>Tells what was written as the value of a secret from code, from words and from places.</summary>
internal static class SecretText
{
    private const int LongestWord = 24;

    private static readonly SearchValues<byte> s_number = SearchValues.Create("0123456789.,:-+/_TZ%^~<>=*"u8);
    private static readonly SearchValues<byte> s_marks = SearchValues.Create("!@#$%^&*?~+="u8);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_extensions = new[]
    {
        "txt", "json", "yaml", "yml", "xml", "pem", "key", "crt", "cer", "env", "cfg", "conf", "ini", "toml", "py", "js", "ts", "go", "rs", "java", "cs",
        "rb", "php", "sh", "md", "html", "log", "db", "gpg", "enc", "jks", "pfx", "properties", "com", "org", "net", "io", "local", "internal",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>It names where something is: a path, an address, a file.</summary>
    internal static bool IsPlace(ReadOnlySpan<byte> value)
    {
        if (value.IndexOf("://"u8) >= 0 || value.StartsWith("./"u8) || value.StartsWith("../"u8) || value.StartsWith("~/"u8) || value.StartsWith("arn:"u8))
            return true;
        if (value.Count((byte)'/') is var slashes && slashes > 0 && (value[0] == '/' || value[^1] == '/') && Words.Share(value) > 0.5)
            return true;
        if (value.Length > 2 && value[1] == ':' && value[2] == '\\')
            return true;
        var dot = value.LastIndexOf((byte)'.');
        Span<char> extension = stackalloc char[LongestWord];
        if (dot < 0 || value.Length - dot > LongestWord)
            return false;
        var length = 0;
        foreach (var each in value[(dot + 1)..])
            extension[length++] = (char)(each | 0x20);
        return s_extensions.Contains(extension[..length]);
    }

    /// <summary>It is a number, a date, a version, an address of a network: digits and what joins them.</summary>
    internal static bool IsNumber(ReadOnlySpan<byte> value) => !value.ContainsAnyExcept(s_number)
        || (value.Length > 2 && value[0] == '0' && value[1] == 'x' && value.Length < 12);

    /// <summary>Names joined by dots, arrows or colons, as code writes what it takes a value from: <c>settings.password</c>.</summary>
    internal static bool IsReference(ReadOnlySpan<byte> value) =>
        value.IndexOf("->"u8) >= 0 || value.IndexOf("::"u8) >= 0 || value[0] is (byte)'$' or (byte)'&' or (byte)'*' && IsWords(value[1..], 0.6)
        || (value.Contains((byte)'.') && (IsWords(value, 0.6) || !(HasDigit(value) || HasMark(value))));

    internal static bool IsWords(ReadOnlySpan<byte> value, double share) => Words.Letters(value) > 0 && Words.Share(value) >= share;

    /// <summary>It repeats what it is the value of: <c>password: "password"</c>, <c>token=my_token</c>.</summary>
    internal static bool NamesSecret(ReadOnlySpan<byte> value)
    {
        Span<byte> small = stackalloc byte[64];
        if (value.Length > small.Length)
            return false;
        Ascii.ToLower(value, small, out var length);
        var text = (ReadOnlySpan<byte>)small[..length];
        return text.IndexOf("passw"u8) >= 0 || text.IndexOf("secret"u8) >= 0 || text.IndexOf("token"u8) >= 0 || text.IndexOf("pwd"u8) >= 0
            || text.IndexOf("apikey"u8) >= 0 || text.IndexOf("api_key"u8) >= 0 || text.IndexOf("api-key"u8) >= 0 || text.IndexOf("credential"u8) >= 0
            || text.IndexOf("private_key"u8) >= 0 || text.IndexOf("privatekey"u8) >= 0;
    }

    /// <summary>The name and the value say the same, in the case that the language asks for.</summary>
    internal static bool Repeats(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name)
    {
        var length = Math.Min(value.Length, name.Length);
        return length >= 4 && Ascii.EqualsIgnoreCase(value[^length..], name[^length..]);
    }

    /// <summary>What languages write where there is no value.</summary>
    internal static bool IsNothing(ReadOnlySpan<byte> value) => Ascii.EqualsIgnoreCase(value, "none"u8) || Ascii.EqualsIgnoreCase(value, "null"u8)
        || Ascii.EqualsIgnoreCase(value, "nil"u8) || Ascii.EqualsIgnoreCase(value, "true"u8) || Ascii.EqualsIgnoreCase(value, "false"u8)
        || Ascii.EqualsIgnoreCase(value, "undefined"u8) || Ascii.EqualsIgnoreCase(value, "empty"u8);

    /// <summary><c>$pwd</c>: a variable, and no more.</summary>
    internal static bool IsVariable(ReadOnlySpan<byte> value)
    {
        if (value[0] is not ((byte)'$' or (byte)'@' or (byte)':'))
            return false;
        // With a small letter and a digit it may be a password.
        var name = value[1..];
        foreach (var each in name)
            if (!Boundary.IsWord(each))
                return false;
        return !HasDigit(name) || !name.ContainsAnyInRange((byte)'a', (byte)'z');
    }

    internal static bool HasDigit(ReadOnlySpan<byte> value) => value.ContainsAnyInRange((byte)'0', (byte)'9');

    /// <summary>Marks that people put into passwords, and names do not hold.</summary>
    internal static bool HasMark(ReadOnlySpan<byte> value) => value.ContainsAny(s_marks);
}
