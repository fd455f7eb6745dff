using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Reads <c>run</c>.</summary>
internal static class RunSection
{
    private const int MaxIdLength = 128;
    private const int MaxLinkLength = 2048;

    private static readonly FrozenDictionary<string, GateOutcome> Outcomes = new Dictionary<string, GateOutcome>
    {
        ["passed"] = GateOutcome.Passed,
        ["failed"] = GateOutcome.Failed,
    }.ToFrozenDictionary();

    public static RunIdentity? Read(Section root)
    {
        if (!root.Has("run"))
            root.Report("'run' is missing: write run: { id: ..., outcome: passed }");
        if (root.Open("run") is not { } section)
            return null;
        if (!section.Has("id"))
            section.Report("'run.id' is missing: the evidence must name its run, write id: \"${RUN_ID}\" or the like");
        if (!section.Has("outcome"))
            section.Report("'run.outcome' is missing: write outcome: passed or outcome: failed");
        var id = ReadId(section);
        var name = section.Text("name");
        var owner = section.Text("owner");
        var outcome = section.Choice("outcome", Outcomes);
        var finishedAt = ReadFinishedAt(section);
        var links = ReadLinks(section);
        return id is null || outcome is null ? null : new()
        {
            Id = id,
            Name = name,
            Owner = owner,
            Outcome = outcome.Value,
            FinishedAt = finishedAt,
            Links = links,
        };
    }

    private static string? ReadId(Section section)
    {
        if (section.Scalar("id") is not { } scalar || section.Context.Expand(scalar) is not { } id)
            return null;
        // Letters that file systems, object stores, tickets and URLs all take; Airflow's run ids need '+' and ':'.
        if (id.Length is > 0 and <= MaxIdLength && char.IsAsciiLetterOrDigit(id[0]) && id.All(unit => char.IsAsciiLetterOrDigit(unit) || "._:/@+=-".Contains(unit)))
            return id;
        section.Context.Errors.Add(scalar, $"'run.id' cannot be {ErrorList.Quote(scalar.Text)}: write 1 to {MaxIdLength} characters of A-Z a-z 0-9 . _ : / @ + = -, a letter or digit first");
        return null;
    }

    private static DateTimeOffset? ReadFinishedAt(Section section)
    {
        if (section.Scalar("finishedAt") is not { } scalar || section.Context.Expand(scalar) is not { } text)
            return null;
        // 'K' would also take a time without offset, which means another instant on every machine.
        if ((text.EndsWith('Z') || text is [.., '+' or '-', _, _, ':', _, _])
            && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && instant.Year is >= 1970 and < 2500)
            return instant;
        section.Context.Errors.Add(scalar, $"'run.finishedAt' cannot be {ErrorList.Quote(scalar.Text)}: write an instant as in RFC 3339, such as 2026-01-31T12:00:00Z");
        return null;
    }

    private static ImmutableSortedDictionary<string, string> ReadLinks(Section section)
    {
        var links = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var errors = section.Context.Errors;
        switch (section.Find("links"))
        {
            case null:
                break;
            case SourceMapping mapping:
                foreach (var (key, node) in mapping.Entries)
                {
                    if (key.Text.Length is 0 or > 64 || !key.Text.All(unit => char.IsAsciiLetterOrDigit(unit) || "._-".Contains(unit)))
                        errors.Add(key, $"{ErrorList.Quote(key.Text)} cannot name a link: write 1 to 64 characters of A-Z a-z 0-9 . _ -");
                    else if (node is not SourceScalar { IsEmpty: false } scalar)
                        errors.Add(node, $"the link {ErrorList.Quote(key.Text)} must be a URL");
                    else if (section.Context.Expand(scalar) is { } text)
                    {
                        if (WhyNotLink(text) is { } wrong)
                            errors.Add(scalar, $"the link {ErrorList.Quote(key.Text)} {wrong}");
                        else
                            links.Add(key.Text, text);
                    }
                }
                break;
            case var other:
                errors.Add(other, "'run.links' must be a mapping of names to URLs, such as { mlflow: \"https://...\" }");
                break;
        }
        return links.ToImmutable();
    }

    private static string? WhyNotLink(string text) =>
        text.Length > MaxLinkLength ? $"is longer than {MaxLinkLength} characters: shorten it"
        : text.Any(unit => char.IsControl(unit) || char.IsWhiteSpace(unit)) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) ? "is not a URL: write it in full, beginning with https://"
        : uri.Scheme is not ("https" or "http") || uri.Host.Length == 0 ? "must be an http or https URL, for people open it from the report"
        : uri.UserInfo.Length > 0 ? "carries a user name or password, which the report would show: take it out"
        : null;
}
