namespace Postrun.Rego;

public enum TestOutcome
{
    Passed,

    /// <summary>The rule has no value, or another one than true.</summary>
    Failed,

    /// <summary>The evaluation ended without an answer.</summary>
    Error,
    Skipped,
}

/// <param name="Error">Of an evaluation that ended without an answer.</param>
/// <param name="Place">Of the statement that did not hold, or that the evaluation ended at.</param>
/// <param name="Line">The text at that place.</param>
/// <param name="Output">What <c>print</c> was given.</param>
public sealed record RegoTestResult(
    RegoTest Test, TestOutcome Outcome, TimeSpan Duration, string? Error, SourcePlace? Place, string? Line, IReadOnlyList<string> Output);
