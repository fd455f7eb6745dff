using System.Collections.Frozen;

namespace Postrun.Rego;

/// <summary>Every built-in function by its name, those that are not offered among them.</summary>
internal static class BuiltinTable
{
    private static readonly FrozenDictionary<string, BuiltinFunction> ByName = All().ToFrozenDictionary(static function => function.Name);

    public static BuiltinFunction? Find(string name) => ByName.GetValueOrDefault(name);

    public static IEnumerable<BuiltinFunction> All() =>
    [
        .. AggregateBuiltins.All,
        .. ArithmeticBuiltins.All,
        .. ArrayBuiltins.All,
        .. BitBuiltins.All,
        .. CastBuiltins.All,
        .. ComparisonBuiltins.All,
        .. CryptoBuiltins.All,
        .. EncodingBuiltins.All,
        .. GlobBuiltins.All,
        .. GraphBuiltins.All,
        .. JsonBuiltins.All,
        .. JsonSchemaBuiltins.All,
        .. NetBuiltins.All,
        .. NumberBuiltins.All,
        .. ObjectBuiltins.All,
        .. RegexBuiltins.All,
        .. SemverBuiltins.All,
        .. SetBuiltins.All,
        .. SprintfBuiltins.All,
        .. StringBuiltins.All,
        .. TimeBuiltins.All,
        .. TrimBuiltins.All,
        .. TypeBuiltins.All,
        .. UnitsBuiltins.All,
        .. UnofferedBuiltins.All,
        .. UrlQueryBuiltins.All,
        .. UuidBuiltins.All,
        // What an engine says of itself: nothing, for a policy has no business with the machine.
        new("opa.runtime", 0, static (_, _) => RegoObject.Empty),
        // An old way to explain; `print` is the one that is shown.
        new("trace", 1, static (_, arguments) => RegoBoolean.Of(Operand.String(arguments, 0) is not null)),
        // The compiler puts the annotations in their place.
        new("rego.metadata.chain", 0, static (_, _) => RegoArray.Empty),
        new("rego.metadata.rule", 0, static (_, _) => RegoObject.Empty),
    ];
}
