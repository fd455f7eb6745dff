using System.Text;

namespace Postrun.Rego;

/// <summary>The query of a URL: escaped, and as pairs.</summary>
internal static class UrlQueryBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("urlquery.encode", 1, static (context, arguments) => new RegoString(Escape(context, Operand.String(arguments, 0)))),
        new("urlquery.decode", 1, static (context, arguments) => new RegoString(Unescape(context, Operand.String(arguments, 0)))),
        new("urlquery.encode_object", 1, EncodeObject),
        new("urlquery.decode_object", 1, DecodeObject),
    ];

    private static string Escape(BuiltinContext context, string text)
    {
        context.Budget.Spend(1 + text.Length / 8);
        // Three letters of two bytes for each of three bytes.
        context.Budget.Allocate(text.Length * 18L + 24);
        var escaped = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)octet;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~')
                escaped.Append(c);
            else if (c == ' ')
                escaped.Append('+');
            else
                escaped.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return escaped.ToString();
    }

    private static string Unescape(BuiltinContext context, string text)
    {
        context.Budget.Spend(1 + text.Length / 8);
        context.Budget.Allocate(text.Length * 5L + 24);
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var i = 0; i < bytes.Length; i++, length++)
        {
            if (bytes[i] != '%')
            {
                bytes[length] = bytes[i] == '+' ? (byte)' ' : bytes[i];
                continue;
            }
            if (i + 2 >= bytes.Length || !char.IsAsciiHexDigit((char)bytes[i + 1]) || !char.IsAsciiHexDigit((char)bytes[i + 2]))
                throw new BuiltinException($"invalid URL escape {QuotedText.Quote(Encoding.UTF8.GetString(bytes[i..Math.Min(i + 3, bytes.Length)]))}");
            bytes[length] = (byte)(Digit(bytes[i + 1]) << 4 | Digit(bytes[i + 2]));
            i += 2;
        }
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static RegoString EncodeObject(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var pairs = new SortedDictionary<string, RegoValue>(Comparer<string>.Create(RegoString.CompareUtf8));
        foreach (var (key, value) in Operand.Object(arguments, 0))
        {
            context.Budget.Spend();
            context.Budget.Allocate(64);
            pairs[RegoJson.KeyText(key)] = value;
        }
        var query = new StringBuilder();
        foreach (var (key, value) in pairs)
        {
            IEnumerable<RegoValue> items = value switch
            {
                RegoString => [value],
                RegoArray array => array,
                RegoSet set => set,
                _ => throw WrongValue(),
            };
            foreach (var item in items)
            {
                if (query.Length > 0)
                    query.Append('&');
                query.Append(Escape(context, key)).Append('=').Append(Escape(context, item is RegoString text ? text.Value : throw WrongValue()));
            }
        }
        return context.Text(query.ToString());
    }

    private static BuiltinException WrongValue() => new(BuiltinException.Type, "operand 1 values must be string, array[string], or set[string]");

    private static RegoObject DecodeObject(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var query = Operand.String(arguments, 0);
        context.Budget.Allocate(query.Length * 2L);
        var values = new Dictionary<string, List<RegoValue>>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            context.Budget.Spend();
            context.Budget.Allocate(128);
            if (pair.Contains(';'))
                throw new BuiltinException("invalid semicolon separator in query");
            var equals = pair.IndexOf('=');
            var key = Unescape(context, equals < 0 ? pair : pair[..equals]);
            if (!values.TryGetValue(key, out var list))
                values.Add(key, list = []);
            list.Add(new RegoString(equals < 0 ? "" : Unescape(context, pair[(equals + 1)..])));
        }
        return RegoObject.Of(values.Select(static pair => KeyValuePair.Create<RegoValue, RegoValue>(new RegoString(pair.Key), new RegoArray([.. pair.Value]))));
    }
}
