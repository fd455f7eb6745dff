using System.Collections.Immutable;
using System.Globalization;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>What a policy finds in <c>data.postrun</c>: the facts that all items of a run share.</summary>
internal static class RunFacts
{
    public static RegoObject Of(RunDescriptor descriptor, DateTimeOffset now)
    {
        var run = descriptor.Run;
        var runEnd = run.FinishedAt ?? now;
        return RegoObject.Of(("postrun", RegoObject.Of(
            ("run", RegoObject.Of(
                ("id", new RegoString(run.Id)),
                ("name", Text(run.Name)),
                ("owner", Text(run.Owner)),
                ("outcome", new RegoString(run.Outcome == GateOutcome.Passed ? "passed" : "failed")),
                ("finished_at", Instant(runEnd)),
                ("now", Instant(now)),
                ("links", RegoObject.Of([.. run.Links.Select(static link => (link.Key, (RegoValue)new RegoString(link.Value)))])))),
            ("workspace", RegoObject.Of(
                ("roots", new RegoArray([.. descriptor.Workspace.Roots.Select(static root => new RegoString(root.ToString()))])),
                ("package", Text(descriptor.Workspace.Package?.ToString())),
                ("unmatched", new RegoString(descriptor.Workspace.Unmatched == DataClass.Transient ? "TRANSIENT" : "UNDECIDED")),
                ("evidence", Patterns(descriptor.Workspace.Evidence)),
                ("keep", Patterns(descriptor.Workspace.Keep)),
                ("intermediate", Patterns(descriptor.Workspace.Intermediate)),
                ("transient", Patterns(descriptor.Workspace.Transient)))),
            ("terms", RegoObject.Of(
                ("EVIDENCE", Term(descriptor.Retention.Evidence, runEnd, now)),
                ("INTERMEDIATE", Term(descriptor.Retention.Intermediate, runEnd, now)),
                ("TRANSIENT", Term(descriptor.Retention.Transient, runEnd, now)))))));
    }

    /// <summary>A pattern and where it stands, as the facts of an item name the one that matches.</summary>
    public static RegoArray Patterns(ImmutableArray<DeclaredPattern> patterns) => new([.. patterns.Select(static pattern => RegoObject.Of(
        ("pattern", new RegoString(pattern.Text)), ("line", RegoNumber.Of(pattern.Line))))]);

    private static RegoObject Term(RetentionTerm term, DateTimeOffset runEnd, DateTimeOffset now)
    {
        var due = term.Code.DueAfter(runEnd);
        return RegoObject.Of(
            ("retention", new RegoString(term.Code.ToString())),
            ("days", due is { } end ? RegoNumber.Of((long)(end - runEnd).TotalDays) : RegoNull.Value),
            ("due", RegoBoolean.Of(due <= now)),
            ("before_due", new RegoString(term.BeforeDue == Treatment.Keep ? "keep" : "delete")),
            ("legal_basis", Text(term.LegalBasis)),
            ("responsible", Text(term.Responsible)));
    }

    private static RegoValue Text(string? text) => text is null ? RegoNull.Value : new RegoString(text);

    private static RegoString Instant(DateTimeOffset instant) => new(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
