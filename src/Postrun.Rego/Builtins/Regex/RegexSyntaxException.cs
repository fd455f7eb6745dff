namespace Postrun.Rego;

/// <summary>A text is no regular expression.</summary>
internal sealed class RegexSyntaxException(string reason, string excerpt) : Exception($"error parsing regexp: {reason}: `{excerpt}`");
