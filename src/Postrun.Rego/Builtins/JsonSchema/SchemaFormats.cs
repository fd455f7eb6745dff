using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Postrun.Rego;

/// <summary>The formats that schemas name; unknown ones are not checked.</summary>
internal static partial class SchemaFormats
{
    private static readonly string[] Dates = ["yyyy-MM-dd"];
    private static readonly string[] Times = ["HH:mm:ss", "HH:mm:ss.FFFFFFF"];
    private static readonly string[] Instants = ["HH:mm:ss", "HH:mm:ssK", "yyyy-MM-dd"];

    public static bool Matches(BuiltinContext context, string format, string text)
    {
        context.Budget.Spend(1 + text.Length / 8);
        return format switch
        {
            "date" => IsTime(text, Dates),
            "time" => IsTime(text, Times),
            "date-time" => IsTime(text, Instants) || (Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
            "hostname" => text.Length < 256 && HostName().IsMatch(text),
            "email" or "idn-email" => MailAddress.TryCreate(text, out _),
            "ipv4" => text.Contains('.', StringComparison.Ordinal) && IpAddress.TryParse(text, out _, out _),
            "ipv6" => text.Contains(':', StringComparison.Ordinal) && IpAddress.TryParse(text, out _, out _),
            "uri" or "iri" => IsReference(text) && Scheme().IsMatch(text),
            "uri-reference" or "iri-reference" => IsReference(text),
            "uri-template" => IsReference(text) && Template().IsMatch(text),
            "uuid" => Uuid().IsMatch(text),
            "regex" => SchemaPattern.TryCreate(context, text) is not null,
            "json-pointer" => Pointer().IsMatch(text),
            "relative-json-pointer" => RelativePointer().IsMatch(text),
            _ => true,
        };
    }

    private static bool IsTime(string text, string[] formats) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsReference(string text) =>
        !text.Contains('\\', StringComparison.Ordinal) && !text.Any(char.IsControl) && !BadEscape().IsMatch(text) && !text.StartsWith(':');

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[-+]\d{2}:\d{2})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Instant();

    [GeneratedRegex(@"\A(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\-]*[A-Za-z0-9])\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HostName();

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9+.\-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex("%([^0-9a-fA-F]|.?\\z|.[^0-9a-fA-F])", RegexOptions.CultureInvariant)]
    private static partial Regex BadEscape();

    [GeneratedRegex(@"\A([^{}]|\{[^{}]*\})*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Template();

    [GeneratedRegex(@"\A[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\A(?:/(?:[^~/]|~0|~1)*)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\A(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~0|~1)*)*)\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RelativePointer();
}
