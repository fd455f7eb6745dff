namespace Postrun.Rego;

/// <summary>Errors about what an operand contains.</summary>
internal static class ElementError
{
    /// <param name="index">The operand that contains the element.</param>
    public static BuiltinException Wrong(ReadOnlySpan<RegoValue> arguments, int index, RegoValue element, string expected) =>
        Wrong(arguments[index], index, element, expected);

    /// <inheritdoc cref="Wrong(ReadOnlySpan{RegoValue}, int, RegoValue, string)"/>
    public static BuiltinException Wrong(RegoValue operand, int index, RegoValue element, string expected) => new(
        BuiltinException.Type,
        $"operand {index + 1} must be {operand.TypeName} of {expected}s but got {operand.TypeName} containing {element.TypeName}");

    public static BuiltinException Operand(int index, string message) => new(BuiltinException.Type, $"operand {index + 1} {message}");
}
