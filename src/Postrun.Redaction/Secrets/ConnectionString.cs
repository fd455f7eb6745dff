using System.Text;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Passwords among the pairs that say how to reach a database.</summary>
internal static class ConnectionString
{
    private const int Reach = 256;
    private const int ShortestPassword = 3;

    /// <summary><c>Server=host;User Id=user;Password=...</c>: another pair stands before or after it.</summary>
    internal static bool TryFindPassword(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var text = candidate.Text;
        if (!Boundary.Before(text, candidate.At))
            return false;
        var near = text[..Math.Min(text.Length, candidate.At + Reach)];
        return SaysWhere(near) && TryValue(text, candidate.At + candidate.Length, out hit);
    }

    /// <summary><c>jdbc:postgresql://host/database?user=user&amp;password=...</c>.</summary>
    internal static bool TryFindJdbc(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var rest = candidate.Text[candidate.At..Math.Min(candidate.Text.Length, candidate.At + Reach * 2)];
        var space = rest.IndexOfAny((byte)' ', (byte)'"', (byte)'\'');
        var at = IndexOf(space < 0 ? rest : rest[..space], "password="u8);
        return at >= 0 && TryValue(candidate.Text, candidate.At + at + "password=".Length, out hit);
    }

    /// <summary><c>jdbc:oracle:thin:user/password@host</c>.</summary>
    internal static bool TryFindOracle(in Candidate candidate, out Hit hit)
    {
        hit = default;
        var start = candidate.At + candidate.Length;
        var at = candidate.Text[start..].IndexOf((byte)'@');
        if (at < 0)
            return false;
        var slash = candidate.Text.Slice(start, at).IndexOf((byte)'/');
        var password = candidate.Text[(start + slash + 1)..(start + at)];
        if (slash < 1 || password.Length < ShortestPassword || password.ContainsAny((byte)' ', (byte)'/', (byte)'"') || SecretText.NamesSecret(password))
            return false;
        hit = new(start + slash + 1, password.Length, Confidence.Shape);
        return true;
    }

    private static bool TryValue(ReadOnlySpan<byte> text, int at, out Hit hit)
    {
        hit = default;
        var start = NamedValue.SkipSpace(text, at);
        if (start < text.Length && text[start] is (byte)'{' or (byte)'\'')
            start++;
        var end = start;
        while (end < text.Length && !EndsValue(text[end]))
            end++;
        var value = text[start..end];
        if (value.Length < ShortestPassword || value[0] is (byte)'$' or (byte)'%' or (byte)'{' or (byte)'<' or (byte)'['
            || SecretText.IsReference(value) || SecretText.IsNothing(value))
            return false;
        hit = new(start, value.Length, Confidence.Shape);
        return true;
    }

    private static bool EndsValue(byte value) => value <= ' '
        || value is (byte)';' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'&' or (byte)'<' or (byte)'}' or (byte)'\\';

    private static bool SaysWhere(ReadOnlySpan<byte> text) =>
        Has(text, "server="u8) || Has(text, "data source="u8) || Has(text, "host="u8) || Has(text, "uid="u8) || Has(text, "user id="u8)
        || Has(text, "database="u8) || Has(text, "initial catalog="u8) || Has(text, "dbname="u8) || Has(text, "driver="u8)
        || Has(text, "username="u8) && Has(text, ";"u8);

    private static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => IndexOf(text, word) >= 0;

    private static int IndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var (small, capital) = ((byte)(word[0] | 0x20), (byte)(word[0] & ~0x20));
        for (var at = 0; at + word.Length <= text.Length; at++)
        {
            if (text[at..].IndexOfAny(small, capital) is not (>= 0 and var next) || (at += next) + word.Length > text.Length)
                return -1;
            if (Ascii.EqualsIgnoreCase(text.Slice(at, word.Length), word))
                return at;
        }
        return -1;
    }
}
