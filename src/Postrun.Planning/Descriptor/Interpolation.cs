using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Postrun.Planning;

/// <summary>
/// Replaces <c>${NAME}</c>, <c>${NAME:-default}</c>, <c>${NAME:?message}</c> and <c>$$</c> within one scalar. It runs
/// after YAML was parsed, so a variable can never add a key, an entry or a second value.
/// </summary>
internal static class Interpolation
{
    private const string Forms = "${NAME}, ${NAME:-default} or ${NAME:?message}";

    /// <param name="insert">Prepares the value of a variable for the place it goes to.</param>
    public static bool TryExpand(
        string text,
        IReadOnlyDictionary<string, string> environment,
        Func<string, string> insert,
        [NotNullWhen(true)] out string? expanded,
        [NotNullWhen(false)] out string? error)
    {
        expanded = null;
        error = null;
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var dollar = text.IndexOf('$', at);
            if (dollar < 0)
                dollar = text.Length;
            result.Append(text, at, dollar - at);
            at = dollar;
            if (at == text.Length)
                break;
            if (at + 1 < text.Length && text[at + 1] == '$')
            {
                result.Append('$');
                at += 2;
                continue;
            }
            if (at + 1 >= text.Length || text[at + 1] != '{')
                error = $"a lone '$': write '$$' for a dollar, or {Forms}";
            else if (text.IndexOf('}', at) is var end && end < 0)
                error = "'${' is never closed: add '}', or write '$$' for a dollar";
            else if (TryResolve(text[(at + 2)..end], environment, insert, out var value, out error))
            {
                result.Append(value);
                at = end + 1;
            }
            if (error is not null)
                return false;
        }
        expanded = result.ToString();
        return true;
    }

    public static bool IsName(ReadOnlySpan<char> name) =>
        !name.IsEmpty && !char.IsAsciiDigit(name[0]) && name.ToString().All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_');

    private static bool TryResolve(
        string reference,
        IReadOnlyDictionary<string, string> environment,
        Func<string, string> insert,
        [NotNullWhen(true)] out string? value,
        [NotNullWhen(false)] out string? error)
    {
        value = null;
        error = null;
        var colon = reference.IndexOf(':');
        var name = colon < 0 ? reference : reference[..colon];
        var form = colon >= 0 && colon + 1 < reference.Length ? reference[colon + 1] : ' ';
        if (!IsName(name) || (colon >= 0 && form is not ('-' or '?')))
            error = $"{ErrorList.Quote("${" + reference + "}")} is not a variable: write {Forms}";
        else if (reference.Contains('$'))
            error = $"{ErrorList.Quote("${" + reference + "}")} holds another variable: they do not nest, write one after the other";
        else if (environment.TryGetValue(name, out var found) && found.Length > 0)
        {
            // Bytes that are not UTF-8 arrive as U+FFFD: as a path that would name something else.
            if (found.Contains('\0') || found.EnumerateRunes().Any(rune => rune.Value == 0xFFFD))
                error = $"the environment variable {name} is not UTF-8 text: set it to text";
            else
                value = insert(found);
        }
        else if (form == '-')
            value = insert(reference[(colon + 2)..]);
        else if (form == '?' && reference.Length > colon + 2)
            error = $"the environment variable {name} is {State(found)}: {ErrorList.Quote(reference[(colon + 2)..]).Trim('\'')}";
        else if (found is not null)
            error = $"the environment variable {name} is set but empty: give it a value, or write ${{{name}:-}} where nothing is meant";
        else
            error = $"the environment variable {name} is not set: set it, or write ${{{name}:-default}}";
        return value is not null;
    }

    private static string State(string? found) => found is null ? "not set" : "empty";
}
