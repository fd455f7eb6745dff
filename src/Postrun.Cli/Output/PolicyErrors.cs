using System.Text.Json;
using System.Text.Json.Serialization;
using Postrun.Rego;

namespace Postrun.Cli.Output;

/// <summary>What is wrong with a policy, in the form that <c>opa check</c> gives it.</summary>
internal sealed record PolicyErrors(PolicyError[] Errors)
{
    public static void WriteJson(IEnumerable<RegoSyntaxException> errors)
    {
        using var output = Console.OpenStandardOutput();
        var all = errors.Select(static error => new PolicyError(error.Problem, error.Code, PolicyLocation.Of(error.Place!))).ToArray();
        JsonSerializer.Serialize(output, new(all), PolicyJson.Default.PolicyErrors);
        output.WriteByte((byte)'\n');
    }
}

internal sealed record PolicyError(string Message, string Code, PolicyLocation Location);

internal sealed record PolicyLocation(string File, int Row, int Col)
{
    public static PolicyLocation Of(SourcePlace place) => new(place.File, place.Line, place.Column);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, NewLine = "\n", WriteIndented = true)]
[JsonSerializable(typeof(PolicyErrors))]
[JsonSerializable(typeof(TestEntry[]))]
[JsonSerializable(typeof(CoverageDocument))]
internal sealed partial class PolicyJson : JsonSerializerContext;
