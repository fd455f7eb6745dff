using System.Collections.Immutable;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>What a redaction policy finds in <c>data.postrun</c>: the facts of the run, and the settings of the descriptor.</summary>
internal static class RedactionFacts
{
    public static RegoObject Of(RunDescriptor descriptor, DateTimeOffset now) =>
        RegoBundle.Merge(RunFacts.Of(descriptor, now), Settings(descriptor.Redaction), "the descriptor");

    /// <summary>As policies write it.</summary>
    public static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Low => "low",
        FindingSeverity.Medium => "medium",
        FindingSeverity.High => "high",
        _ => "critical",
    };

    /// <summary>What is not set is not there, so that a policy that asks for it gets no answer.</summary>
    private static RegoObject Settings(RedactionSource source)
    {
        var fields = ImmutableArray.CreateBuilder<(string, RegoValue)>();
        if (source.FailAt is { } severity)
            fields.Add(("fail_at", new RegoString(Word(severity))));
        if (!source.Allow.IsEmpty)
            fields.Add(("allow", new RegoArray([.. source.Allow.Select(static allowed => RegoObject.Of(
                ("detector", new RegoString(allowed.Rule)), ("path", new RegoString(allowed.Path)), ("reason", new RegoString(allowed.Reason))))])));
        return RegoObject.Of(("postrun", RegoObject.Of(("settings", RegoObject.Of(("redaction", RegoObject.Of([.. fields])))))));
    }
}
