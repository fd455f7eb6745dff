using System.Text;
using CsCheck;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class RetentionPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static RunDescriptor Descriptor(string finishedAt = "2026-03-01T12:00:00Z", string intermediate = "keep", string unmatched = "transient") => DescriptorReader.Read(
        Encoding.UTF8.GetBytes($$"""
            apiVersion: postrun.dev/v1
            run: { id: test, outcome: failed, finishedAt: {{finishedAt}} }
            workspace:
              roots: [./work]
              package: ./work/package
              evidence: ["/reports/**"]
              keep: ["/notes/**"]
              intermediate: ["/checkpoints/**"]
              transient: ["/tmp/**"]
              unmatched: {{unmatched}}
            retention:
              evidence: { code: RET-90, legalBasis: audit policy, responsible: ml-platform }
              intermediate: { code: RET-7, treatment: {{intermediate}} }
            evidence: { directory: ./evidence }
            """), "postrun.yaml", UnixPath.Of("/project/run"), DescriptorSamples.Environment, DescriptorSamples.KnownCaches).Descriptor!;

    private static ItemFacts Facts(
        bool package = false, bool evidence = false, bool keep = false, bool intermediate = false, bool transient = false,
        bool hardLink = false, bool ledTo = false, bool cache = false) => new()
        {
            Origin = cache ? RootOrigin.Cache : RootOrigin.Workspace,
            Cache = cache ? "pip" : null,
            Root = UnixPath.Of("/project/run/work"),
            Path = "a/b"u8,
            Type = ItemType.RegularFile,
            InPackage = package,
            Evidence = evidence ? 0 : -1,
            Keep = keep ? 0 : -1,
            Intermediate = intermediate ? 0 : -1,
            Transient = transient ? 0 : -1,
            LinkedToKept = hardLink,
            LedToByKept = ledTo,
        };

    [Fact]
    public void Evidence_stays_for_its_term_on_its_ground()
    {
        var decision = new RetentionPolicy(Descriptor(), Now).Decide(Facts(evidence: true));
        decision.ShouldSatisfyAllConditions(
            d => d.Class.ShouldBe(DataClass.Evidence),
            d => d.Treatment.ShouldBe(Treatment.Keep),
            d => d.DeleteAfter.ShouldBe(Now.AddDays(90)),
            d => d.LegalBasis.ShouldBe("audit policy"),
            d => d.Responsible.ShouldBe("ml-platform"),
            d => d.Conflict.ShouldBeFalse());
    }

    [Fact]
    public void Evidence_that_is_due_still_waits_for_a_person() =>
        new RetentionPolicy(Descriptor("2020-01-01T00:00:00Z"), Now).Decide(Facts(evidence: true)).Treatment.ShouldBe(Treatment.Keep);

    [Theory]
    [InlineData("2026-02-23T12:00:00Z", "keep", Treatment.Keep)]
    [InlineData("2026-02-22T12:00:00Z", "keep", Treatment.Delete)]
    [InlineData("2026-02-23T12:00:00Z", "delete", Treatment.Delete)]
    public void Intermediates_go_when_they_are_due_or_at_once(string finishedAt, string treatment, Treatment expected) =>
        new RetentionPolicy(Descriptor(finishedAt, treatment), Now).Decide(Facts(intermediate: true)).Treatment.ShouldBe(expected);

    [Fact]
    public void What_no_pattern_names_goes_or_waits_as_the_descriptor_says()
    {
        new RetentionPolicy(Descriptor(), Now).Decide(Facts()).Class.ShouldBe(DataClass.Transient);
        var undecided = new RetentionPolicy(Descriptor(unmatched: "undecided"), Now).Decide(Facts());
        undecided.Class.ShouldBe(DataClass.Undecided);
        undecided.Treatment.ShouldBe(Treatment.Keep);
    }

    [Fact]
    public void Whatever_says_keep_wins_over_all_that_says_delete_and_a_contradiction_is_a_conflict() => Gen.Bool.Array[8].Sample(flags =>
    {
        var policy = new RetentionPolicy(Descriptor(), Now);
        var (package, evidence, keep, intermediate, transient, hardLink, ledTo, cache) = (flags[0], flags[1], flags[2], flags[3], flags[4], flags[5], flags[6], flags[7]);
        var decision = policy.Decide(Facts(package, evidence, keep, intermediate, transient, hardLink, ledTo, cache));
        var declared = package || evidence || keep;
        var linked = hardLink || ledTo;
        decision.Reasons.ShouldNotBeEmpty();
        if (declared || linked)
        {
            decision.Class.ShouldBe(DataClass.Evidence);
            decision.Treatment.ShouldBe(Treatment.Keep);
            decision.Conflict.ShouldBe(!declared || intermediate || transient || cache);
        }
        else
            decision.Class.ShouldBe(intermediate ? DataClass.Intermediate : DataClass.Transient);
        policy.Decide(Facts(package, evidence, keep, intermediate, transient, hardLink, ledTo, cache)).ShouldBeSameAs(decision);
    });
}
