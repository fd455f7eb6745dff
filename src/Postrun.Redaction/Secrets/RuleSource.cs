using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>What the rules of one issuer share: so that a rule is a line of a table.</summary>
/// <param name="Category">Where they belong.</param>
/// <param name="Reference">Where their forms are described.</param>
internal sealed record RuleSource(RuleCategory Category, string Reference)
{
    /// <inheritdoc cref="TokenDetector"/>
    internal Rule Token(string id, string name, Severity severity, Regex pattern, string[] literals, Validator? validator = null, int lead = 0) =>
        Of(id, name, severity, new TokenDetector(pattern) { Literals = literals, Validator = validator, Lead = lead });

    /// <inheritdoc cref="AssignedDetector"/>
    internal Rule Assigned(string id, string name, Severity severity, Regex pattern, string[] literals, Validator? validator = null) =>
        Of(id, name, severity, new AssignedDetector(pattern) { Literals = literals, Validator = validator });

    /// <summary>A value whose name holds a literal, and says beside it that it is one of a secret.</summary>
    /// <inheritdoc cref="AssignedDetector"/>
    internal Rule Named(string id, string name, Severity severity, Regex pattern, string[] literals, Validator? validator = null) =>
        Of(id, name, severity, new AssignedDetector(pattern) { Literals = literals, Validator = validator, NamesSecret = true });

    /// <inheritdoc cref="FollowingDetector"/>
    internal Rule Following(string id, string name, Severity severity, Regex context, Regex value, string[] literals) =>
        Of(id, name, severity, new FollowingDetector(context, value) { Literals = literals });

    /// <inheritdoc cref="MatchDetector"/>
    internal Rule Matched(string id, string name, Severity severity, Matcher matcher, string[] literals, bool ignoreCase = false) =>
        Of(id, name, severity, new MatchDetector(matcher) { Literals = literals, IgnoreCase = ignoreCase });

    /// <summary>A rule that a shape leads to.</summary>
    internal Rule Shaped(string id, string name, Severity severity, Matcher matcher, Shape shape) =>
        Of(id, name, severity, new MatchDetector(matcher) { Shape = shape });

    private Rule Of(string id, string name, Severity severity, Detector detector) =>
        new() { Id = id, Name = name, Reference = Reference, Severity = severity, Category = Category, Detector = detector };
}
