namespace Postrun.Redaction.Tests.Samples;

/// <summary>Lines that a rule must find its value in, and lines that it must leave alone.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Matches">Each makes a line with one value between <c>⟦</c> and <c>⟧</c>; the marks are taken out before it is scanned.</param>
/// <param name="Misses">Each makes a line in which this rule finds nothing: what is nearly one.</param>
internal sealed record RuleSample(string Rule, Func<Dice, string>[] Matches, Func<Dice, string>[] Misses);
