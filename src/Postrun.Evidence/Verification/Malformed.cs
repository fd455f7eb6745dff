using System.Security.Cryptography;
using System.Text.Json;
using Postrun.Model;
using ZstdSharp;

namespace Postrun.Evidence;

internal static class Malformed
{
    /// <summary>What parsers throw over input that is not theirs; anything else is a fault of ours and may surface.</summary>
    public static bool Is(Exception e) => e
        is JsonException or InvalidOperationException or FormatException or NotSupportedException or ArgumentException
        or NullReferenceException or IndexOutOfRangeException or OverflowException or CryptographicException
        or ZstdException or IOException or InvalidDataException or UnauthorizedAccessException;

    /// <summary>One line of at most 200 characters, whatever the input put into the message.</summary>
    public static string Line(Exception e) => Line(e.Message);

    public static string Line(string text) => VisibleText.Shorten(text, 200);
}
