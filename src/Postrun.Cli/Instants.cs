using System.Globalization;

namespace Postrun.Cli;

/// <summary>Instants as ISO 8601 writes them: a date, or a date and a time. Without an offset they are in UTC.</summary>
internal static class Instants
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <returns><see langword="false"/> for anything else</returns>
    public static bool TryParse(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
}
