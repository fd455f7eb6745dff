using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>The facts of one item as they are sent, and the SHA-256 that they are known by.</summary>
internal readonly record struct OpaQuestion(UInt256 Id, byte[] Facts);

internal readonly record struct UInt256(UInt128 High, UInt128 Low);

/// <summary>Questions of one run that belong into one request.</summary>
/// <param name="First">Numbers go through the whole run: an answer to other questions is not taken for one to these.</param>
internal sealed record OpaBatch(int First, IReadOnlyList<OpaQuestion> Questions);

/// <summary>Writes questions. Belongs to one thread at a time.</summary>
internal sealed class OpaQuestions(FactValues known)
{
    private readonly ItemRecord record = new(known);
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    public static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is asked about an item; the bytes are those of this writer until its next question.</summary>
    public ReadOnlySpan<byte> Write(in ItemFacts facts, out UInt256 id)
    {
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer))
            RegoJson.Write(writer, record.Fill(facts, own: true));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        id = MemoryMarshal.Read<UInt256>(hash);
        return buffer.WrittenSpan;
    }

    /// <summary>The body of a request, as https://www.openpolicyagent.org/docs/rest-api#get-a-document-with-input has it.</summary>
    /// <param name="run">What stands in <c>data.postrun</c> where the policy is evaluated here.</param>
    public static ReadOnlyMemory<byte> Body(OpaBatch batch, RegoValue run)
    {
        var body = new ArrayBufferWriter<byte>(batch.Questions.Count * 512);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("input");
            writer.WriteStartObject("items");
            for (var i = 0; i < batch.Questions.Count; i++)
            {
                writer.WritePropertyName(Key(batch.First + i));
                writer.WriteRawValue(batch.Questions[i].Facts, skipInputValidation: true);
            }
            writer.WriteEndObject();
            writer.WritePropertyName("postrun");
            RegoJson.Write(writer, run);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return body.WrittenMemory;
    }
}
