using CsCheck;

namespace Postrun.Rego.Tests.Properties;

internal static class Generators
{
    public static readonly Gen<RegoNumber> Number = Gen.OneOf(
        Gen.Long[-20, 20].Select(RegoNumber.Of),
        Gen.Long.Select(RegoNumber.Of),
        Gen.Select(Gen.Long, Gen.Int[0, 80]).Select(static (value, shift) => RegoNumber.Of(new System.Numerics.BigInteger(value) << shift)),
        Gen.Select(Gen.Int[-99_999, 99_999], Gen.Int[-30, 30]).Select(static (digits, power) => Parse($"{digits}e{power}")),
        Gen.Select(Gen.Int[-999, 999], Gen.Int[0, 99]).Select(static (whole, fraction) => Parse($"{whole}.{fraction}")),
        Gen.Double[-1e6, 1e6].Select(RegoNumber.Of));

    private static readonly Gen<RegoString> Text = Gen.OneOf(
        Gen.OneOf("", "a", "b", "ab", "é", "e\u0301", "\uffff", "\U0001F600", "\\", "\"", "\n", "\0", "\u007f", "\u2028", "$\"{x}\"", "true", "1"),
        Gen.Char.Array[0, 6].Where(static chars => !chars.Any(char.IsSurrogate)).Select(static chars => new string(chars))).Select(static text => new RegoString(text));

    private static readonly Gen<RegoValue> Scalar = Gen.OneOf(
        Number.Select(static number => (RegoValue)number), Text.Select(static text => (RegoValue)text),
        Gen.OneOf<RegoValue>(RegoNull.Value, RegoBoolean.True, RegoBoolean.False));

    public static readonly Gen<RegoValue> Value = Of(3, Scalar, sets: true);

    public static readonly Gen<RegoSet> Set = Of(1, Scalar, sets: true).Array[0, 8].Select(static items => RegoSet.Of(items));

    /// <summary>What JSON can hold.</summary>
    public static readonly Gen<RegoValue> Json = Of(3, Scalar, sets: false);

    private static Gen<RegoValue> Of(int depth, Gen<RegoValue> scalar, bool sets)
    {
        if (depth == 0)
            return scalar;
        var inner = Of(depth - 1, scalar, sets);
        var array = inner.Array[0, 4].Select(static items => (RegoValue)new RegoArray(items));
        var entries = Gen.Select(sets ? inner : Text.Select(static text => (RegoValue)text), inner).Array[0, 4]
            .Select(static pairs => (RegoValue)RegoObject.Of(pairs.Select(static pair => KeyValuePair.Create(pair.Item1, pair.Item2))));
        return sets
            ? Gen.OneOf(scalar, array, entries, inner.Array[0, 4].Select(static items => (RegoValue)RegoSet.Of(items)))
            : Gen.OneOf(scalar, array, entries);
    }

    private static RegoNumber Parse(string text) => RegoNumber.TryParse(text, out var number) ? number : throw new FormatException(text);
}
