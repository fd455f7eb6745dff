using System.Text;

namespace Postrun.Rego;

/// <summary>Keys as people order them: <c>a2</c> before <c>a10</c>, letters after everything else.</summary>
internal sealed class YamlKeyOrder : IComparer<string>
{
    private static readonly YamlKeyOrder Instance = new();

    public static IEnumerable<(string Key, RegoValue Value)> Sort(IEnumerable<(string Key, RegoValue Value)> entries)
    {
        var list = entries.ToList();
        try
        {
            return [.. list.OrderBy(static entry => entry.Key, Instance)];
        }
        catch (InvalidOperationException)
        {
            // Some mixtures of digits and signs have no order of that kind.
            return list;
        }
    }

    public int Compare(string? x, string? y)
    {
        if (string.Equals(x, y, StringComparison.Ordinal))
            return 0;
        var shared = x.AsSpan().CommonPrefixLength(y);
        if (shared > 0 && char.IsHighSurrogate(x![shared - 1]))
            shared--;
        if (shared == x!.Length || shared == y!.Length)
            return x.Length.CompareTo(y!.Length);
        Rune left = Rune.GetRuneAt(x, shared), right = Rune.GetRuneAt(y, shared);
        var (leftLetter, rightLetter) = (Rune.IsLetter(left), Rune.IsLetter(right));
        if (leftLetter || rightLetter)
            return leftLetter && rightLetter ? left.CompareTo(right) : rightLetter ? -1 : 1;
        // A zero continues the number before it.
        var start = x[shared] == '0' || y[shared] == '0' ? NumberBefore(x, shared) : 0;
        var (leftNumber, leftEnd) = Number(x, shared, start);
        var (rightNumber, rightEnd) = Number(y, shared, start);
        if (leftNumber != rightNumber)
            return leftNumber.CompareTo(rightNumber);
        return leftEnd != rightEnd ? leftEnd.CompareTo(rightEnd) : left.CompareTo(right);
    }

    private static uint NumberBefore(string text, int end)
    {
        for (var i = end - 1; i >= 0 && char.IsAsciiDigit(text[i]); i--)
        {
            if (text[i] != '0')
                return 1;
        }
        return 0;
    }

    private static (UInt128 Number, int End) Number(string text, int from, uint start)
    {
        UInt128 number = start;
        var end = from;
        for (; end < text.Length && char.IsAsciiDigit(text[end]); end++)
            number = unchecked(number * 10 + (uint)(text[end] - '0'));
        return (number, end);
    }
}
