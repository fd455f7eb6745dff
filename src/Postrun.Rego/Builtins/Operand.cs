using System.Numerics;

namespace Postrun.Rego;

/// <summary>Arguments of built-in functions as what they must be, or the error that says what they are.</summary>
internal static class Operand
{
    public static string String(ReadOnlySpan<RegoValue> arguments, int index) =>
        arguments[index] is RegoString text ? text.Value : throw Wrong(arguments, index, "string");

    public static RegoNumber Number(ReadOnlySpan<RegoValue> arguments, int index) =>
        arguments[index] as RegoNumber ?? throw Wrong(arguments, index, "number");

    /// <summary>A number without fraction that fits 32 bits.</summary>
    public static int Int32(ReadOnlySpan<RegoValue> arguments, int index)
    {
        var number = Number(arguments, index);
        if (number.TryGetInt32(out var value))
            return value;
        throw new BuiltinException(BuiltinException.Type, $"operand {index + 1} must be integer number but got {(number.IsIntegral ? "one out of range" : "floating-point number")}");
    }

    public static BigInteger Integer(ReadOnlySpan<RegoValue> arguments, int index) =>
        Number(arguments, index).TryGetInteger(out var value)
            ? value
            : throw new BuiltinException(BuiltinException.Type, $"operand {index + 1} must be integer number but got floating-point number");

    public static RegoArray Array(ReadOnlySpan<RegoValue> arguments, int index) =>
        arguments[index] as RegoArray ?? throw Wrong(arguments, index, "array");

    public static RegoObject Object(ReadOnlySpan<RegoValue> arguments, int index) =>
        arguments[index] as RegoObject ?? throw Wrong(arguments, index, "object");

    public static RegoSet Set(ReadOnlySpan<RegoValue> arguments, int index) =>
        arguments[index] as RegoSet ?? throw Wrong(arguments, index, "set");

    /// <summary>The elements of an array or a set.</summary>
    public static IReadOnlyList<RegoValue> Items(ReadOnlySpan<RegoValue> arguments, int index) => arguments[index] switch
    {
        RegoArray array => array,
        RegoSet set => set,
        _ => throw Wrong(arguments, index, "array", "set"),
    };

    /// <param name="expected">The types that would do.</param>
    public static BuiltinException Wrong(ReadOnlySpan<RegoValue> arguments, int index, params ReadOnlySpan<string> expected) => new(
        BuiltinException.Type,
        expected.Length == 1
            ? $"operand {index + 1} must be {expected[0]} but got {arguments[index].TypeName}"
            : $"operand {index + 1} must be one of {{{string.Join(", ", expected)}}} but got {arguments[index].TypeName}");
}
