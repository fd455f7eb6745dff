using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Postrun.Model;

/// <summary>
/// The JSON Canonicalization Scheme, RFC 8785: one byte sequence for one value, so that it can be hashed.
/// Numbers are limited to whole ones within 2^53, the only kind that Postrun's documents carry.
/// </summary>
public static class CanonicalJson
{
    private const long MaxExactInteger = 1L << 53;

    /// <exception cref="JsonException">a number that is not whole or not exact, or a name that stands twice</exception>
    public static byte[] Serialize(JsonElement value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Serialize<T>(T value, JsonTypeInfo<T> type) => Serialize(JsonSerializer.SerializeToElement(value, type));

    /// <summary><c>sha256:</c> and the hexadecimal SHA-256 of the canonical form.</summary>
    public static string Digest<T>(T value, JsonTypeInfo<T> type) => Digest(Serialize(value, type));

    /// <summary><c>sha256:</c> and the hexadecimal SHA-256 of these bytes.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                string? last = null;
                text.Append('{');
                // Section 3.2.3: names are ordered by their UTF-16 code units, which is what Ordinal compares.
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    if (property.Name == last)
                        throw new JsonException($"the name '{property.Name}' stands twice");
                    if (last is not null)
                        text.Append(',');
                    last = property.Name;
                    WriteString(text, property.Name);
                    text.Append(':');
                    Write(text, property.Value);
                }
                text.Append('}');
                break;
            case JsonValueKind.Array:
                var first = true;
                text.Append('[');
                foreach (var element in value.EnumerateArray())
                {
                    if (!first)
                        text.Append(',');
                    first = false;
                    Write(text, element);
                }
                text.Append(']');
                break;
            case JsonValueKind.String:
                WriteString(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                if (!value.TryGetInt64(out var number) || number is > MaxExactInteger or < -MaxExactInteger)
                    throw new JsonException($"the number {value.GetRawText()} has no exact canonical form");
                text.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    /// <summary>Section 3.2.2.2: only what JSON forbids is escaped, in its short form where there is one.</summary>
    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
        {
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append(@"\b"),
                '\t' => text.Append(@"\t"),
                '\n' => text.Append(@"\n"),
                '\f' => text.Append(@"\f"),
                '\r' => text.Append(@"\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => text.Append(unit),
            };
        }
        text.Append('"');
    }
}
