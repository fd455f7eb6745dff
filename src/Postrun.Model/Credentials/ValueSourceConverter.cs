using System.Text.Json;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>A source of a value as its text.</summary>
public sealed class ValueSourceConverter : JsonConverter<ValueSource>
{
    public override ValueSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && ValueSource.TryParse(text, out var source) ? source : throw new JsonException("neither env:NAME nor file:/PATH");

    public override void Write(Utf8JsonWriter writer, ValueSource value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
