using System.Text.Json;
using Postrun.Model;

namespace Postrun.Evidence;

internal static class ReportCheck
{
    public static void Run(EvidenceReader files, CleanupReport report, InTotoStatement? statement, FindingList findings)
    {
        const string file = EvidenceFiles.Report;
        if (report.ApiVersion != RunDescriptor.ApiVersion || report.Kind != CleanupReport.DocumentKind)
            findings.Add(Check.Report, file, $"is not a {CleanupReport.DocumentKind} of {RunDescriptor.ApiVersion}");
        if (report.Plans.IsDefaultOrEmpty)
        {
            findings.Add(Check.Report, file, "names no plan");
            return;
        }
        if (statement?.Predicate is { } predicate)
        {
            Agree("run", predicate.RunId, report.Run.Id);
            Agree("plan", predicate.PlanDigest, report.Plans[0].Digest);
            Agree("outcome", predicate.Outcome.ToString(), report.Run.Outcome.ToString());
            Agree("status", predicate.Status.ToString(), report.Status.ToString());
            Agree("end", predicate.FinishedAt?.ToString("O"), report.FinishedAt?.ToString("O"));
            Agree("agent", predicate.AgentVersion, report.Agent.Version);
        }
        if (report.Revocation is { } revocation && !BearsOut(revocation, report.ExitCode))
            findings.Add(Check.Report, file, "says of the credentials as a whole what it does not say of each of them");
        Plans(files, report, statement, findings);

        void Agree(string what, string? signed, string? stated)
        {
            if (signed != stated)
                findings.Add(Check.Report, file, $"its {what} is '{Malformed.Line(stated ?? "")}', the signed statement says '{Malformed.Line(signed ?? "")}'");
        }
    }

    private static bool BearsOut(RevocationReport revocation, int exitCode) =>
        !revocation.Credentials.IsDefault && !revocation.DamagedLines.IsDefault && revocation.Credentials.All(static credential => credential is not null)
        && revocation.Clean == (revocation.Problem is null && revocation.DamagedLines.IsEmpty && !revocation.Open.Any())
        && (revocation.Clean || exitCode != 0);

    public static void RunManifest(CleanupReport report, RetentionManifest manifest, FindingList findings)
    {
        const string file = EvidenceFiles.Manifest;
        if (manifest.ApiVersion != RunDescriptor.ApiVersion || manifest.Kind != RetentionManifest.DocumentKind)
            findings.Add(Check.Manifest, file, $"is not a {RetentionManifest.DocumentKind} of {RunDescriptor.ApiVersion}");
        if (manifest.Run.Id != report.Run.Id)
            findings.Add(Check.Manifest, file, $"is of the run '{Malformed.Line(manifest.Run.Id)}', the report is of '{Malformed.Line(report.Run.Id)}'");
        if (manifest.Plans.IsDefault || report.Plans.IsDefault
            || !manifest.Plans.Select(p => (p.Round, p.Id, p.Digest)).SequenceEqual(report.Plans.Select(p => (p.Round, p.Id, p.Digest))))
            findings.Add(Check.Manifest, file, "is of other plans than the report");
        else if (manifest.Entries.IsDefault || report.Steps.IsDefault
            || !manifest.Entries.Select(e => (e.Round, e.Step, e.Path, e.Treatment)).SequenceEqual(report.Steps.Select(s => (s.Round, s.Number, s.Path, s.Treatment))))
            findings.Add(Check.Manifest, file, "its entries are not the steps of the report");
    }

    private static void Plans(EvidenceReader files, CleanupReport report, InTotoStatement? statement, FindingList findings)
    {
        findings.Begin(Check.Plan);
        for (var round = 0; round < report.Plans.Length; round++)
        {
            var plan = report.Plans[round];
            var name = EvidenceFiles.Plan(round);
            if (plan is null || plan.Round != round || plan.File != name)
            {
                findings.Add(Check.Report, EvidenceFiles.Report, $"does not name {name} as the plan of round {round}");
                return;
            }
            // One missing plan is enough to know: a report may name any number of them.
            if (files.ReadAll(name, Check.Plan) is not { } json)
                return;
            if (statement is { Subject.IsDefault: false } && !statement.Subject.Any(s => s?.Name == name))
                findings.Add(Check.Plan, name, "the signed statement does not name it");
            Plan(report, plan, name, json, findings);
        }
    }

    private static void Plan(CleanupReport report, ReportPlan stated, string name, byte[] json, FindingList findings)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var digest = CanonicalJson.Digest(CanonicalJson.Serialize(document.RootElement));
            if (digest != stated.Digest)
                findings.Add(Check.Plan, name, $"has the digest {digest}, the report names {Malformed.Line(stated.Digest)}");
            if (document.RootElement.GetProperty("run").GetProperty("id").GetString() != report.Run.Id)
                findings.Add(Check.Plan, name, "is of another run than the report");
        }
        catch (Exception e) when (Malformed.Is(e) || e is KeyNotFoundException)
        {
            findings.Add(Check.Plan, name, $"is not a plan: {Malformed.Line(e)}");
        }
    }
}
