using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Scanning;

/// <summary>How often a rule found something in one text.</summary>
/// <param name="Redacted">How many of them are redacted; the others are only reported.</param>
public sealed record RuleCount(Rule Rule, Confidence Confidence, long Found, long Redacted);
