namespace Postrun.Rego;

internal static class Padding
{
    /// <summary>Fills up to the width, which counts code points.</summary>
    public static string Pad(string text, in FormatFlags flags)
    {
        var missing = (flags.Width ?? 0) - CodePoints.Count(text);
        if (missing <= 0)
            return text;
        return flags.Minus ? text + new string(' ', missing) : new string(flags.Zero ? '0' : ' ', missing) + text;
    }
}
