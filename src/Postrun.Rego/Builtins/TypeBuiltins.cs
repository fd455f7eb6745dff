namespace Postrun.Rego;

internal static class TypeBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("type_name", 1, static (_, arguments) => new RegoString(arguments[0].TypeName)),
        new("is_array", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoArray)),
        new("is_boolean", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoBoolean)),
        new("is_null", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoNull)),
        new("is_number", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoNumber)),
        new("is_object", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoObject)),
        new("is_set", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoSet)),
        new("is_string", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoString)),
    ];
}
