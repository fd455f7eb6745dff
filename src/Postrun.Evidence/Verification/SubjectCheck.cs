namespace Postrun.Evidence;

internal static class SubjectCheck
{
    // A plan a round, and rounds are few.
    private const int MaxSubjects = 1_000;

    public static void Run(EvidenceReader files, InTotoStatement statement, FindingList findings)
    {
        findings.Begin(Check.Subject);
        if (statement.Subject.IsDefaultOrEmpty || statement.Subject.Length > MaxSubjects)
        {
            findings.Add(Check.Statement, EvidenceFiles.Bundle, "its statement names no files, or too many");
            return;
        }
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subject in statement.Subject)
        {
            if (subject is not { Name: { } name, Digest.Sha256: { } sha256 } || !EvidenceReader.IsPlain(name) || !named.Add(name))
            {
                findings.Add(Check.Statement, EvidenceFiles.Bundle, $"its statement names '{Malformed.Line(subject?.Name ?? "")}', which is not one file beside it");
                continue;
            }
            if (files.Sha256(name, Check.Subject) is { } actual && actual != sha256)
                findings.Add(Check.Subject, name, $"has the SHA-256 {actual}, signed was {Malformed.Line(sha256)}");
        }
        string[] required = [EvidenceFiles.Report, EvidenceFiles.Manifest, EvidenceFiles.Removed, EvidenceFiles.Plan(0)];
        foreach (var name in required.Where(name => !named.Contains(name)))
            findings.Add(Check.Statement, EvidenceFiles.Bundle, $"its statement does not name {name}");
    }
}
