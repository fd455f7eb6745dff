namespace Postrun.Rego;

/// <summary>Simple case mappings, code point by code point.</summary>
internal static class LetterCase
{
    // The framework maps no letter beyond ASCII to one of ASCII.
    public static string Lower(string text) =>
        text.AsSpan().ContainsAny('\u0130', '\u212A')
            ? text.Replace('\u0130', 'i').Replace('\u212A', 'k').ToLowerInvariant()
            : text.ToLowerInvariant();

    public static string Upper(string text) =>
        text.AsSpan().ContainsAny('\u0131', '\u017F')
            ? text.Replace('\u0131', 'I').Replace('\u017F', 'S').ToUpperInvariant()
            : text.ToUpperInvariant();
}
