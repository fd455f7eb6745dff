using System.Text;

namespace Postrun.Rego;

/// <summary>Base 64 and hexadecimal digits.</summary>
internal static class EncodingBuiltins
{
    private const string InvalidByte = "encoding/hex: invalid byte: ";

    public static readonly BuiltinFunction[] All =
    [
        new("base64.encode", 1, static (context, arguments) => Encode(context, arguments, Convert.ToBase64String)),
        new("base64.decode", 1, static (context, arguments) => Decode(context, Operand.String(arguments, 0), url: false)),
        new("base64.is_valid", 1, IsValid),
        new("base64url.encode", 1, static (context, arguments) => Encode(context, arguments, static bytes => Url(Convert.ToBase64String(bytes)))),
        new("base64url.encode_no_pad", 1, static (context, arguments) => Encode(context, arguments, static bytes => Url(Convert.ToBase64String(bytes)).TrimEnd('='))),
        new("base64url.decode", 1, DecodeUrl),
        new("hex.encode", 1, static (context, arguments) => Encode(context, arguments, Convert.ToHexStringLower)),
        new("hex.decode", 1, DecodeHexadecimal),
    ];

    private static RegoString Encode(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, Func<byte[], string> encode)
    {
        var text = Operand.String(arguments, 0);
        context.Budget.Spend(1 + text.Length / 16);
        // A UTF-16 unit is three bytes at most, each two digits of two bytes.
        context.Budget.Allocate(text.Length * 16L);
        return new(encode(Encoding.UTF8.GetBytes(text)));
    }

    private static string Url(string base64) => base64.Replace('+', '-').Replace('/', '_');

    private static RegoString DecodeUrl(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        if (text.EndsWith('='))
            return Decode(context, text, url: true);
        return (Encoding.UTF8.GetByteCount(text) % 4) switch
        {
            0 => Decode(context, text, url: true),
            2 => Decode(context, text + "==", url: true),
            3 => Decode(context, text + "=", url: true),
            _ => throw new BuiltinException($"illegal base64url string: {text}"),
        };
    }

    private static RegoBoolean IsValid(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        if (arguments[0] is not RegoString text)
            return RegoBoolean.False;
        Charge(context, text.Value);
        return RegoBoolean.Of(Base64Text.TryDecode(text.Value, url: false, out _, out _));
    }

    private static RegoString Decode(BuiltinContext context, string text, bool url)
    {
        Charge(context, text);
        return Base64Text.TryDecode(text, url, out var bytes, out var wrong)
            ? new(Encoding.UTF8.GetString(bytes))
            : throw new BuiltinException($"illegal base64 data at input byte {wrong}");
    }

    private static void Charge(BuiltinContext context, string text)
    {
        context.Budget.Spend(1 + text.Length / 8);
        context.Budget.Allocate(text.Length * 3L + 24);
    }

    private static RegoString DecodeHexadecimal(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        Charge(context, text);
        var wrong = text.AsSpan().IndexOfAnyExcept(HexDigits);
        if (wrong >= 0)
        {
            // The library reads bytes, so it names the first byte of a letter beyond ASCII.
            int octet = text[wrong] < 128 ? text[wrong] : Encoding.UTF8.GetBytes(text.Substring(wrong, CodePoints.Width(text, wrong)))[0];
            throw new BuiltinException(InvalidByte + $"U+{octet:X4}" + (QuotedText.IsPrintable(octet) ? $" '{(char)octet}'" : ""));
        }
        return text.Length % 2 == 0
            ? new(Encoding.UTF8.GetString(Convert.FromHexString(text)))
            : throw new BuiltinException("encoding/hex: odd length hex string");
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
