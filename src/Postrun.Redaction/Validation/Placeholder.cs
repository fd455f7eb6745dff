namespace Postrun.Redaction.Validation;

/// <summary>What stands where a secret would, and is none: <c>YOUR_TOKEN_HERE</c>, <c>xxxxxxxx</c>, <c>${TOKEN}</c>, <c>[REDACTED...]</c>.</summary>
internal static class Placeholder
{
    private const int FewestDistinct = 4;

    internal static bool IsOne(ReadOnlySpan<byte> value) => Distinct(value) < FewestDistinct;

    private static int Distinct(ReadOnlySpan<byte> value)
    {
        Span<bool> seen = stackalloc bool[256];
        var count = 0;
        foreach (var each in value)
        {
            count += seen[each] ? 0 : 1;
            seen[each] = true;
        }
        return count;
    }
}
