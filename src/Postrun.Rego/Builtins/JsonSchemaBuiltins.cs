namespace Postrun.Rego;

internal static class JsonSchemaBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("json.verify_schema", 1, Verify),
        new("json.match_schema", 2, Match),
    ];

    private static RegoArray Verify(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        try
        {
            SchemaCompiler.Compile(context, Load(context, arguments[0]));
            return new(RegoBoolean.True, RegoNull.Value);
        }
        catch (BuiltinException broken)
        {
            return new(RegoBoolean.False, new RegoString($"jsonschema: {broken.Message}"));
        }
    }

    private static RegoArray Match(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var document = Load(context, arguments[0]);
        var schema = SchemaCompiler.Compile(context, Load(context, arguments[1]));
        var report = new SchemaValidator(context).Validate(schema, document, SchemaPlace.Root);
        return new(RegoBoolean.Of(report.Valid), new RegoArray([.. report.Errors]));
    }

    /// <summary>An object as it is; a string as the JSON text in it.</summary>
    private static RegoValue Load(BuiltinContext context, RegoValue value)
    {
        switch (value)
        {
            case RegoObject:
                return JsonForm.Of(context, value);
            case RegoString { Value: var text }:
                try
                {
                    return JsonSource.Parse(context, text);
                }
                catch (BuiltinException)
                {
                    throw new BuiltinException("invalid JSON string");
                }
            default:
                throw new BuiltinException("wrong type, expected string or object");
        }
    }
}
