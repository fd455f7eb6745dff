using System.Text;

namespace Postrun.Rego;

/// <summary>What stands at the ends of strings, taken away or looked for.</summary>
internal static class TrimBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("trim", 2, static (context, arguments) => Trim(context, arguments, left: true, right: true)),
        new("trim_left", 2, static (context, arguments) => Trim(context, arguments, left: true, right: false)),
        new("trim_right", 2, static (context, arguments) => Trim(context, arguments, left: false, right: true)),
        new("trim_prefix", 2, TrimPrefix),
        new("trim_suffix", 2, TrimSuffix),
        new("trim_space", 1, static (context, arguments) => context.Text(Operand.String(arguments, 0).Trim())),
        new("strings.any_prefix_match", 2, static (context, arguments) => AnyMatch(context, arguments, atEnd: false)),
        new("strings.any_suffix_match", 2, static (context, arguments) => AnyMatch(context, arguments, atEnd: true)),
    ];

    private static RegoString Trim(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, bool left, bool right)
    {
        var text = Operand.String(arguments, 0);
        var cutset = Operand.String(arguments, 1);
        context.Budget.Spend(1 + text.Length / 8 + cutset.Length / 8);
        context.Budget.Allocate(cutset.Length * 24L);
        var cut = new HashSet<Rune>();
        foreach (var rune in cutset.EnumerateRunes())
            cut.Add(rune);
        int start = 0, end = text.Length;
        while (left && start < end && Rune.DecodeFromUtf16(text.AsSpan(start), out var rune, out var width) == 0 && cut.Contains(rune))
            start += width;
        while (right && start < end && Rune.DecodeLastFromUtf16(text.AsSpan(start, end - start), out var rune, out var width) == 0 && cut.Contains(rune))
            end -= width;
        return end - start == text.Length ? (RegoString)arguments[0] : context.Text(text[start..end]);
    }

    private static RegoString TrimPrefix(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var prefix = Operand.String(arguments, 1);
        return prefix.Length > 0 && text.StartsWith(prefix, StringComparison.Ordinal) ? context.Text(text[prefix.Length..]) : (RegoString)arguments[0];
    }

    private static RegoString TrimSuffix(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var text = Operand.String(arguments, 0);
        var suffix = Operand.String(arguments, 1);
        return suffix.Length > 0 && text.EndsWith(suffix, StringComparison.Ordinal) ? context.Text(text[..^suffix.Length]) : (RegoString)arguments[0];
    }

    private static RegoBoolean AnyMatch(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, bool atEnd)
    {
        var texts = OneOrMany(context, arguments, 0);
        var parts = OneOrMany(context, arguments, 1);
        context.Budget.Allocate(parts.Count * 48L);
        // One look-up a length instead of one comparison a part.
        var known = parts.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var lengths = parts.Select(static part => part.Length).Distinct().ToArray();
        foreach (var text in texts)
        {
            foreach (var length in lengths)
            {
                context.Budget.Spend(1 + length / 32);
                if (length <= text.Length && known.Contains(atEnd ? text.AsSpan(text.Length - length) : text.AsSpan(0, length)))
                    return RegoBoolean.True;
            }
        }
        return RegoBoolean.False;
    }

    private static List<string> OneOrMany(BuiltinContext context, ReadOnlySpan<RegoValue> arguments, int index) => arguments[index] switch
    {
        RegoString text => [text.Value],
        RegoArray or RegoSet => StringList.Of(context, arguments, index),
        _ => throw Operand.Wrong(arguments, index, "string", "set", "array"),
    };
}
