using System.Globalization;
using System.Text;

namespace Postrun.Rego;

/// <summary>Strings: found, taken apart, put together.</summary>
internal static class StringBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("concat", 2, Concat),
        new("contains", 2, static (context, arguments) => Test(context, arguments, static (text, part) => text.Contains(part, StringComparison.Ordinal))),
        new("startswith", 2, static (context, arguments) => Test(context, arguments, static (text, part) => text.StartsWith(part, StringComparison.Ordinal))),
        new("endswith", 2, static (context, arguments) => Test(context, arguments, static (text, part) => text.EndsWith(part, StringComparison.Ordinal))),
        new("format_int", 2, FormatInt),
        new("indexof", 2, IndexOf),
        new("indexof_n", 2, IndexOfN),
        new("lower", 1, static (context, arguments) => Change(context, arguments, LetterCase.Lower)),
        new("upper", 1, static (context, arguments) => Change(context, arguments, LetterCase.Upper)),
        new("replace", 3, Replace),
        new("split", 2, Split),
        new("strings.replace_n", 2, ReplaceN),
        new("strings.reverse", 1, static (context, arguments) => Change(context, arguments, Reverse)),
        new("strings.count", 2, Count),
        new("substring", 3, Substring),
    ];

    private static RegoString Concat(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var delimiter = Operand.String(arguments, 0);
        if (arguments[1] is not (RegoArray or RegoSet))
            throw Operand.Wrong(arguments, 1, "set", "array");
        var parts = StringList.Of(context, arguments, 1);
        var length = delimiter.Length * Math.Max(0L, parts.Count - 1);
        foreach (var part in parts)
            length += part.Length;
        context.Budget.Allocate(length * 2 + 24);
        return new(string.Join(delimiter, parts));
    }

    private static RegoBoolean Test(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, Func<string, string, bool> test)
    {
        var text = Operand.String(arguments, 0);
        var part = Operand.String(arguments, 1);
        context.Budget.Spend(1 + text.Length / 32);
        return RegoBoolean.Of(test(text, part));
    }

    private static RegoString Change(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, Func<string, string> change)
    {
        var text = Operand.String(arguments, 0);
        context.Budget.Spend(1 + text.Length / 8);
        context.Budget.Allocate(text.Length * 2L + 24);
        var changed = change(text);
        return changed == text ? (RegoString)arguments[0] : new(changed);
    }

    private static RegoString FormatInt(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var number = Operand.Number(arguments, 0);
        var shift = Operand.Number(arguments, 1).Text switch
        {
            "2" => 1,
            "8" => 3,
            "10" => 0,
            "16" => 4,
            _ => throw new BuiltinException(BuiltinException.Type, "operand 2 must be one of {2, 8, 10, 16}"),
        };
        var value = number.TryGetInteger(out var whole) ? whole : number.ToFloat().Truncate();
        context.Budget.Spend(1 + value.GetBitLength());
        return context.Text(shift == 0 ? value.ToString(CultureInfo.InvariantCulture) : IntegerText.InBase(value, shift));
    }

    private static RegoNumber IndexOf(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var part = Sought(arguments);
        context.Budget.Spend(1 + text.Length / 16);
        var index = text.IndexOf(part, StringComparison.Ordinal);
        return RegoNumber.Of(index < 0 ? -1 : CodePoints.Count(text[..index]));
    }

    private static RegoArray IndexOfN(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var part = Sought(arguments);
        context.Budget.Spend(1 + text.Length / 16);
        var found = new List<RegoValue>();
        int at = 0, passed = 0;
        while (text.AsSpan(at).IndexOf(part, StringComparison.Ordinal) is >= 0 and var offset)
        {
            // Overlapping ones count, so what is compared for each may be long.
            context.Budget.Spend(1 + part.Length / 32);
            context.Budget.Allocate(32);
            passed += CodePoints.Count(text.Substring(at, offset));
            found.Add(RegoNumber.Of(passed));
            at += offset + CodePoints.Width(text, at + offset);
            passed++;
        }
        return new([.. found]);
    }

    private static string Sought(ReadOnlySpan<RegoValue> arguments)
    {
        var part = Operand.String(arguments, 1);
        return part.Length > 0 ? part : throw new BuiltinException("empty search character");
    }

    private static RegoString Replace(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var replacements = new Replacements();
        replacements.Add(Operand.String(arguments, 1), Operand.String(arguments, 2));
        return new(replacements.Apply(text, context.Budget));
    }

    private static RegoString ReplaceN(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var patterns = Operand.Object(arguments, 0);
        var text = Operand.String(arguments, 1);
        var replacements = new Replacements();
        foreach (var (key, value) in patterns)
        {
            context.Budget.Spend();
            context.Budget.Allocate(64);
            if (key is not RegoString old)
                throw new BuiltinException(BuiltinException.Type, "operand 1 non-string key found in pattern object");
            if (value is not RegoString replacement)
                throw new BuiltinException(BuiltinException.Type, "operand 1 non-string value found in pattern object");
            replacements.Add(old.Value, replacement.Value);
        }
        return new(replacements.Apply(text, context.Budget));
    }

    private static RegoArray Split(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var delimiter = Operand.String(arguments, 1);
        context.Budget.Spend(1 + text.Length / 16);
        var parts = new List<RegoValue>();
        var at = 0;
        while (true)
        {
            var end = delimiter.Length == 0
                ? at < text.Length ? at + CodePoints.Width(text, at) : -1
                : text.IndexOf(delimiter, at, StringComparison.Ordinal);
            if (delimiter.Length == 0 && end < 0)
                return new([.. parts]);
            context.Budget.Spend();
            context.Budget.Allocate(16);
            parts.Add(context.Text(end < 0 ? text[at..] : text[at..end]));
            if (end < 0)
                return new([.. parts]);
            at = end + delimiter.Length;
        }
    }

    private static string Reverse(string text)
    {
        var reversed = new StringBuilder(text.Length);
        for (var end = text.Length; end > 0;)
        {
            var width = end >= 2 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            end -= width;
            reversed.Append(text, end, width);
        }
        return reversed.ToString();
    }

    private static RegoNumber Count(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var part = Operand.String(arguments, 1);
        context.Budget.Spend(1 + text.Length / 16);
        return RegoNumber.Of(part.Length == 0 ? CodePoints.Count(text) + 1 : text.AsSpan().Count(part));
    }

    private static RegoString Substring(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var offset = Operand.Int32(arguments, 1);
        var length = Operand.Int32(arguments, 2);
        if (offset < 0)
            throw new BuiltinException("negative offset");
        context.Budget.Spend(1 + text.Length / 16);
        var start = CodePoints.IndexOf(text, offset);
        var end = length < 0 ? text.Length : CodePoints.IndexOf(text, length, start);
        return start == 0 && end == text.Length ? (RegoString)arguments[0] : context.Text(text[start..end]);
    }
}
