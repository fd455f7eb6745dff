using Postrun.Model;

namespace Postrun.EndToEnd.Tests;

/// <summary>Everything that was there is removed, kept or reported as left; nothing is two of these.</summary>
internal static class Accounting
{
    /// <param name="before">Paths beneath the root before the clean-up.</param>
    public static void ShouldAccountFor(this CleanupEvidence evidence, SortedSet<string> before, string root)
    {
        var after = Listing.Paths(root);
        var removed = evidence.RemovedBeneath(root);
        removed.Count.ShouldBe(evidence.Removed.Count(record => record.Path.ToString().StartsWith(root + "/", StringComparison.Ordinal)), "an entry is listed twice");
        after.Except(before).ShouldBeEmpty("something appeared");
        before.Except(after).Except(removed).ShouldBeEmpty("gone, and not listed as removed");
        removed.Except(before).ShouldBeEmpty("listed as removed, and was never there");
        removed.Intersect(after).ShouldBeEmpty("listed as removed, and still there");

        var left = evidence.Report.Left.Select(item => item.Path.ToString()).ToList();
        var open = evidence.Report.Steps.Where(step => step.Status is StepStatus.Cut or StepStatus.Unknown).Select(step => step.Path.ToString()).ToList();
        foreach (var entry in after)
        {
            var path = $"{root}/{entry}";
            if (TreatmentOf(evidence, path) == Treatment.Keep)
                continue;
            // A directory stays with what stays in it.
            (left.Exists(item => Covers(item, path) || Covers(path, item)) || open.Exists(step => Covers(step, path))
                || after.Any(other => other.StartsWith(entry + "/", StringComparison.Ordinal)))
                .ShouldBeTrue($"{path} is still there, condemned, and neither cut nor reported as left");
        }
    }

    private static Treatment TreatmentOf(CleanupEvidence evidence, string path) => evidence.Report.Steps
        .Where(step => step.Round == evidence.Report.Plans.Length - 1 && Covers(step.Path.ToString(), path))
        .MaxBy(step => step.Path.ToString().Length)?.Treatment ?? Treatment.Delete;

    private static bool Covers(string above, string path) => path == above || path.StartsWith(above + "/", StringComparison.Ordinal);
}
