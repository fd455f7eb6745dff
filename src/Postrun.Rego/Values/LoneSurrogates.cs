using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>Strings of JSON whose escapes name half a character.</summary>
internal static class LoneSurrogates
{
    /// <param name="escaped">The inside of a string of JSON, known to be well-formed but for its surrogates.</param>
    public static string Replace(ReadOnlySpan<byte> escaped)
    {
        var source = Encoding.UTF8.GetString(escaped);
        var text = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\')
            {
                text.Append(source[i]);
                continue;
            }
            i++;
            if (source[i] == 'u')
            {
                text.Append((char)ushort.Parse(source.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }
            text.Append(source[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        }
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
