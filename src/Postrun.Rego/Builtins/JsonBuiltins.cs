namespace Postrun.Rego;

internal static class JsonBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("json.marshal", 1, static (context, arguments) => new RegoString(JsonText.Write(context, arguments[0]))),
        new("json.marshal_with_options", 2, MarshalWithOptions),
        new("json.unmarshal", 1, static (context, arguments) => JsonSource.Parse(context, Operand.String(arguments, 0))),
        new("json.is_valid", 1, static (context, arguments) => RegoBoolean.Of(arguments[0] is RegoString { Value: var text } && Succeeds(() => JsonSource.Parse(context, text)))),
        new("json.filter", 2, Filter),
        new("json.remove", 2, Remove),
        new("json.patch", 2, static (context, arguments) => new JsonPatch(context, arguments[0]).Apply(Operand.Array(arguments, 1))),
        new("yaml.marshal", 1, static (context, arguments) => new RegoString(YamlWriter.Write(context, arguments[0]))),
        new("yaml.unmarshal", 1, static (context, arguments) => YamlReader.Read(context, Operand.String(arguments, 0))),
        new("yaml.is_valid", 1, static (context, arguments) => RegoBoolean.Of(arguments[0] is RegoString { Value: var text } && Succeeds(() => YamlReader.Read(context, text)))),
    ];

    private static RegoString MarshalWithOptions(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var (indent, prefix, asked) = ("\t", "", false);
        bool? pretty = null;
        foreach (var (key, value) in Operand.Object(arguments, 1))
        {
            switch (key)
            {
                case RegoString { Value: "prefix" }:
                    prefix = Text(key, value);
                    asked = true;
                    break;
                case RegoString { Value: "indent" }:
                    indent = Text(key, value);
                    asked = true;
                    break;
                case RegoString { Value: "pretty" }:
                    pretty = value is RegoBoolean flag ? flag.Value : throw ElementError.Operand(1, "key pretty failed cast to bool");
                    break;
                default:
                    throw ElementError.Operand(1, $"object contained unknown key {key}");
            }
        }
        return pretty ?? asked
            ? new(prefix + JsonText.Write(context, arguments[0], indent, prefix))
            : new(JsonText.Write(context, arguments[0]));
    }

    private static string Text(RegoValue key, RegoValue value) =>
        value is RegoString text ? text.Value : throw ElementError.Operand(1, $"key {key} failed cast to string: operand 1 must be string but got {value.TypeName}");

    private static RegoValue Filter(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var document = Operand.Object(arguments, 0);
        return JsonSelection.Filter(context, document, JsonPaths.ToTree(context, arguments, 1));
    }

    private static RegoValue? Remove(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var document = Operand.Object(arguments, 0);
        return JsonSelection.Remove(context, document, JsonPaths.ToTree(context, arguments, 1));
    }

    private static bool Succeeds(Func<RegoValue> parse)
    {
        try
        {
            parse();
            return true;
        }
        catch (BuiltinException)
        {
            return false;
        }
    }
}
