namespace Postrun.Redaction.Tests.Samples;

/// <summary>The lines that most secrets come in, and those in which they are none.</summary>
internal static class Usual
{
    internal const string UpperHexadecimal = "0123456789ABCDEF";

    /// <summary>Samples of a value that its own bytes give away.</summary>
    /// <param name="least">The length of the shortest, where not all are as long as the one that is drawn.</param>
    internal static RuleSample Token(string rule, Func<Dice, string> token, int least = 0) => new(rule,
        [
            dice => $"export SERVICE_CREDENTIAL=⟦{token(dice)}⟧",
            dice => $$"""{"level":"info","header":"Bearer ⟦{{token(dice)}}⟧","step":3}""",
            dice => $"2026-01-02 03:04:05,678 INFO connects with '⟦{token(dice)}⟧' (attempt 2)",
            dice => $"\\u001b[31m⟦{token(dice)}⟧\\u001b[0m",
        ],
        [
            dice => $"SERVICE_CREDENTIAL={Nearly(token(dice), least)} is too short",
            dice => $"the word Word{token(dice)} goes on before it",
            .. TooLong(token, least, static token => $"value '{token}'"),
        ]);

    /// <summary>Samples of a value that the name beside it gives away.</summary>
    /// <inheritdoc cref="Token"/>
    /// <param name="anyName">Whether the literal is all that the name has to hold.</param>
    internal static RuleSample Assigned(string rule, string[] names, Func<Dice, string> value, int least = 0, bool anyName = false) => new(rule,
        [
            dice => $"export {dice.Pick<string>(names)}=⟦{value(dice)}⟧",
            dice => $$"""{"{{dice.Pick<string>(names)}}": "⟦{{value(dice)}}⟧", "step": 3}""",
            dice => $"  {dice.Pick<string>(names).ToLowerInvariant()}: '⟦{value(dice)}⟧'  # of the run",
            dice => $"docker run -e {dice.Pick<string>(names)}=⟦{value(dice)}⟧ --rm image",
        ],
        [
            dice => $"{dice.Pick<string>(names)}={Nearly(value(dice), least)}",
            dice => $"checksum={value(dice)}",
            dice => $"{dice.Pick<string>(names)} was rotated, artifact {value(dice)}",
            dice => $"{dice.Pick<string>(names)}=${{SECRET}}",
            .. TooLong(value, least, token => $"{names[0]}={token}"),
            .. anyName ? [] : (Func<Dice, string>[])[dice => $"{dice.Pick<string>(names)}_ID={value(dice)}"],
        ]);

    /// <summary>Samples of a value that what stands right before it gives away.</summary>
    /// <inheritdoc cref="Token"/>
    internal static RuleSample Following(string rule, string[] befores, Func<Dice, string> value, int least = 0) => new(rule,
        [
            .. befores.Select(before => (Func<Dice, string>)(dice => $"{before}⟦{value(dice)}⟧")),
            .. befores.Select(before => (Func<Dice, string>)(dice => $"'{before}⟦{value(dice)}⟧' --verbose")),
        ],
        [
            dice => $"{befores[0]}{Nearly(value(dice), least)}",
            dice => $"checksum/{value(dice)}",
            .. TooLong(value, least, token => $"{befores[0]}{token}"),
        ]);

    /// <summary>Samples of a prefix that counts only where a value begins.</summary>
    /// <inheritdoc cref="Token"/>
    internal static RuleSample AtStart(string rule, Func<Dice, string> value, int least = 0) => Following(rule,
        ["export SERVICE_KEY=\"", "key: '", "SERVICE_KEY=", "Authorization: Bearer ", "curl --user api:", "\\\"key\\\":\\\""], value, least);

    private static string Nearly(string token, int least) => token[..(least > 0 ? least - 1 : token.Length - 1)];

    private static IEnumerable<Func<Dice, string>> TooLong(Func<Dice, string> token, int least, Func<string, string> line) =>
        least > 0 ? [] : [dice => line(token(dice) + "0Z")];
}
