using System.Text;

namespace Postrun.Rego;

public sealed class RegoString(string value) : RegoValue
{
    public static readonly RegoString Empty = new("");

    private int hash;

    public string Value { get; } = value;

    public override RegoKind Kind => RegoKind.String;

    public override int GetHashCode() => hash != 0 ? hash : hash = string.GetHashCode(Value, StringComparison.Ordinal);

    internal override void WriteTo(StringBuilder text) => Quote(text, Value);

    private protected override int CompareSameKind(RegoValue other) => CompareUtf8(Value, ((RegoString)other).Value);

    private protected override bool EqualsSameKind(RegoValue other)
    {
        var right = ((RegoString)other).Value;
        if (Value.Length != right.Length)
            return false;
        Effort.Read(Value.Length);
        return string.Equals(Value, right, StringComparison.Ordinal);
    }

    /// <summary>UTF-16 orders surrogates before U+E000; UTF-8, and so Rego, after U+FFFF.</summary>
    internal static int CompareUtf8(string left, string right)
    {
        Effort.Read(Math.Min(left.Length, right.Length));
        var shared = left.AsSpan().CommonPrefixLength(right);
        if (shared == left.Length || shared == right.Length)
            return left.Length.CompareTo(right.Length);
        char a = left[shared], b = right[shared];
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
    }

    internal static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ' or '\u007f': text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}
