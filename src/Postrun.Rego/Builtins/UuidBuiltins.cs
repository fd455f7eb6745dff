using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Postrun.Rego;

/// <summary>UUIDs after RFC 4122.</summary>
internal static class UuidBuiltins
{
    /// <summary>From the beginning of the calendar of UUIDs, 1582-10-15, to 1970, in 100 ns.</summary>
    private const long Epoch = 122_192_928_000_000_000;

    private const int DashedLength = 36;

    public static readonly BuiltinFunction[] All =
    [
        new("uuid.rfc4122", 1, static (context, arguments) => context.Draw("uuid.rfc4122", arguments[0], New)) { Deterministic = false },
        new("uuid.parse", 1, Parse),
    ];

    private static RegoString New()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(new Guid(bytes, bigEndian: true).ToString("D"));
    }

    private static RegoObject? Parse(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!TryRead(Operand.String(arguments, 0), bytes))
            return null;
        context.Budget.Allocate(1_024);
        var version = bytes[6] >> 4;
        var facts = new List<KeyValuePair<RegoValue, RegoValue>>();
        Add("version", RegoNumber.Of(version));
        Add("variant", new RegoString(Variant(bytes[8])));
        if (version is 1 or 2)
        {
            Add("time", RegoNumber.Of(Nanoseconds(bytes)));
            Add("nodeid", new RegoString(Convert.ToHexStringLower(bytes[10..]).Chunk(2).Select(static pair => new string(pair)).Aggregate(static (left, right) => left + "-" + right)));
            Add("macvariables", new RegoString(((bytes[10] & 2) != 0 ? "local:" : "global:") + ((bytes[10] & 1) != 0 ? "multicast" : "unicast")));
            Add("clocksequence", RegoNumber.Of(BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]) & 0x3FFF));
        }
        if (version == 2)
        {
            Add("id", RegoNumber.Of((long)BinaryPrimitives.ReadUInt32BigEndian(bytes)));
            Add("domain", new RegoString(bytes[9] switch { 0 => "Person", 1 => "Group", 2 => "Org", var other => $"Domain{other}" }));
        }
        return RegoObject.Of(facts);

        void Add(string key, RegoValue value) => facts.Add(new(new RegoString(key), value));
    }

    private static string Variant(byte bits) => (bits >> 5) switch
    {
        4 or 5 => "RFC4122",
        6 => "Microsoft",
        7 => "Future",
        _ => "Reserved",
    };

    private static long Nanoseconds(ReadOnlySpan<byte> bytes) => unchecked((
        (BinaryPrimitives.ReadUInt32BigEndian(bytes)
        | ((long)BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) << 32)
        | ((long)(BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) & 0xFFF) << 48)) - Epoch) * 100);

    /// <summary>With dashes, also in braces or as a URN; or 32 digits.</summary>
    private static bool TryRead(string text, Span<byte> bytes)
    {
        var digits = text.Length switch
        {
            DashedLength => text,
            DashedLength + 2 => text[1..^1],
            DashedLength + 9 when text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) => text[9..],
            32 => $"{text[..8]}-{text[8..12]}-{text[12..16]}-{text[16..20]}-{text[20..]}",
            _ => "",
        };
        return Guid.TryParseExact(digits, "D", out var value) && value.TryWriteBytes(bytes, bigEndian: true, out _);
    }
}
