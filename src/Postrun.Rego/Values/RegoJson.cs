using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Postrun.Rego;

/// <summary>JSON to values and back.</summary>
public static class RegoJson
{
    /// <summary>Deeper documents are refused.</summary>
    public const int MaxDepth = 512;

    private const int MaxLength = 256 << 20;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth };

    /// <param name="utf8">One JSON text. Of a repeated key the last value counts.</param>
    /// <exception cref="JsonException">not JSON, nested too deeply, or a number out of range</exception>
    public static RegoValue Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Strict);
        reader.Read();
        var value = Read(ref reader);
        if (reader.Read())
            throw new JsonException("there is more than one JSON value");
        return value;
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static RegoValue Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads the value at which the reader stands, and leaves it on the last token of that value.</summary>
    public static RegoValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return RegoNull.Value;
            case JsonTokenType.True:
                return RegoBoolean.True;
            case JsonTokenType.False:
                return RegoBoolean.False;
            case JsonTokenType.String:
                return new RegoString(Text(ref reader));
            case JsonTokenType.Number:
                var digits = reader.HasValueSequence ? throw new JsonException("number is split") : Encoding.ASCII.GetString(reader.ValueSpan);
                return RegoNumber.TryParse(digits, out var number)
                    ? number
                    : throw new JsonException($"number is out of range: {(digits.Length > 32 ? digits[..32] + "..." : digits)}");
            case JsonTokenType.StartArray:
                var items = new List<RegoValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Read(ref reader));
                return items.Count == 0 ? RegoArray.Empty : new RegoArray([.. items]);
            case JsonTokenType.StartObject:
                var entries = new Dictionary<RegoValue, RegoValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = new RegoString(Text(ref reader));
                    reader.Read();
                    entries[key] = Read(ref reader);
                }
                return RegoObject.Of(entries);
            default:
                throw new JsonException("a JSON value is expected");
        }
    }

    /// <summary>Sets become arrays; keys that are not strings become their JSON text.</summary>
    /// <exception cref="BudgetException">the value is nested too deeply for the stack, or its text is longer than 256 MiB</exception>
    public static void Write(Utf8JsonWriter writer, RegoValue value)
    {
        switch (value)
        {
            case RegoNull:
                writer.WriteNullValue();
                break;
            case RegoBoolean boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            // Raw values are not indented.
            case RegoNumber number when decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && exact.ToString(CultureInfo.InvariantCulture) == number.Text:
                writer.WriteNumberValue(exact);
                break;
            case RegoNumber number:
                writer.WriteRawValue(number.Text, skipInputValidation: true);
                break;
            case RegoString text:
                CheckLength(writer);
                writer.WriteStringValue(text.Value);
                break;
            case RegoArray array:
                WriteItems(writer, array);
                break;
            case RegoSet set:
                WriteItems(writer, set);
                break;
            case RegoObject entries:
                Effort.Visit(entries.Count);
                CheckLength(writer);
                writer.WriteStartObject();
                foreach (var (key, entry) in entries)
                {
                    writer.WritePropertyName(KeyText(key));
                    Write(writer, entry);
                }
                writer.WriteEndObject();
                break;
        }
    }

    /// <param name="indented">Two spaces a level.</param>
    public static string ToText(RegoValue value, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = indented, MaxDepth = int.MaxValue, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static string KeyText(RegoValue key) => key is RegoString text ? text.Value : ToText(key);

    private static void WriteItems(Utf8JsonWriter writer, IReadOnlyList<RegoValue> items)
    {
        Effort.Visit(items.Count);
        CheckLength(writer);
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item);
        writer.WriteEndArray();
    }

    /// <summary>A value may hold the same long text a million times.</summary>
    private static void CheckLength(Utf8JsonWriter writer)
    {
        if (writer.BytesCommitted + writer.BytesPending > MaxLength)
            throw new BudgetException($"the JSON of the value is longer than {MaxLength >> 20} MiB");
    }

    /// <summary>Lone surrogates become U+FFFD, as they do elsewhere.</summary>
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogates.Replace(reader.ValueSpan);
        }
    }
}
