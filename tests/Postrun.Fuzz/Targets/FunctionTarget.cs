using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>Every built-in function, with arguments that fit its type by chance.</summary>
internal static class FunctionTarget
{
    private static readonly BuiltinFunction[] Functions = [.. BuiltinTable.All().Where(static function => function.Body is not null)];

    public static void Run(FuzzCase fuzzed)
    {
        var random = fuzzed.Random;
        var function = Functions[random.Next(Functions.Length)];
        // One kind of argument at a time reaches more than a mixture.
        var kind = random.Next(4);
        var arguments = Enumerable.Range(0, function.Arity).Select(_ => kind switch
        {
            0 => RandomValues.Text(random),
            1 => RandomValues.Number(random),
            _ => RandomValues.Make(random),
        }).ToArray();
        fuzzed.Text = $"{function.Name}({string.Join(", ", arguments.Select(static argument => argument.ToString()))})";
        if (function.Body!(fuzzed.NewContext(), arguments) is { } result)
            RegoJson.ToText(result);
    }
}
