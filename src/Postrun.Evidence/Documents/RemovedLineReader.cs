using System.Buffers;
using System.Text.Json;
using Postrun.Model;

namespace Postrun.Evidence;

internal static class RemovedLineReader
{
    public static bool TryParse(ReadOnlySpan<byte> line, out RemovedRecord record)
    {
        record = null!;
        try
        {
            return line.Length <= RemovedLine.MaxLength && Parse(line, out record) && IsCanonical(line, record);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // The reader speaks of malformed JSON by JsonException, of malformed UTF-8 by InvalidOperationException.
            record = null!;
            return false;
        }
    }

    private static bool Parse(ReadOnlySpan<byte> line, out RemovedRecord record)
    {
        record = null!;
        var json = new Utf8JsonReader(line);
        UnixPath? path = null;
        ItemType? type = null;
        long? size = null, freed = null;
        int? round = null, step = null;
        var held = false;
        string? sha256 = null;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "path" when UnixPath.TryParse(json.GetString() ?? "", out var parsed):
                    path = parsed;
                    break;
                case "type":
                    type = TypeOf(json.ValueSpan);
                    break;
                case "size":
                    size = json.GetInt64();
                    break;
                case "freed":
                    freed = json.GetInt64();
                    break;
                case "round":
                    round = json.GetInt32();
                    break;
                case "step":
                    step = json.GetInt32();
                    break;
                case "held":
                    held = json.GetBoolean();
                    break;
                case "sha256" when json.GetString() is { Length: 64 } digest:
                    sha256 = digest;
                    break;
                default:
                    return false;
            }
        }
        if (json.TokenType != JsonTokenType.EndObject || json.Read()
            || path is null || type is null || size is null || freed is null || round is null || step is null)
            return false;
        record = new()
        {
            Path = path.Value,
            Type = type.Value,
            Size = size.Value,
            Freed = freed.Value,
            Round = round.Value,
            Step = step.Value,
            Held = held,
            Sha256 = sha256,
        };
        return true;
    }

    private static ItemType? TypeOf(ReadOnlySpan<byte> name)
    {
        foreach (var type in Enum.GetValues<ItemType>())
            if (RemovedLine.Name(type).SequenceEqual(name))
                return type;
        return null;
    }

    /// <summary>One entry has one line: otherwise two lists that say the same would have two roots.</summary>
    private static bool IsCanonical(ReadOnlySpan<byte> line, RemovedRecord record)
    {
        var again = new ArrayBufferWriter<byte>(line.Length + 1);
        var length = RemovedLine.Write(again, new RemovedEntry
        {
            Path = record.Path.Bytes,
            Type = record.Type,
            Size = record.Size,
            Freed = record.Freed,
            Round = record.Round,
            Step = record.Step,
            Held = record.Held,
            Sha256 = record.Sha256 is null ? [] : Convert.FromHexString(record.Sha256),
        });
        return line.SequenceEqual(again.WrittenSpan[..length]);
    }
}
