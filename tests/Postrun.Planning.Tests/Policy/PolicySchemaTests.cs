using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using NJsonSchema;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning.Tests;

/// <summary>What policies are given and what they answer, as <c>schemas/</c> promise it.</summary>
public sealed class PolicySchemaTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly JsonSchema Input = Schema("policy-input");
    private static readonly JsonSchema Decision = Schema("policy-decision");

    private static RunDescriptor Descriptor(string unmatched, string evidence = "RET-90") => DescriptorReader.Read(
        Encoding.UTF8.GetBytes($$"""
            apiVersion: postrun.dev/v1
            run: { id: test, name: demo, outcome: failed, finishedAt: 2026-02-25T12:00:00Z, links: { ci: "https://ci.example.com/1" } }
            workspace:
              roots: [./work]
              package: ./work/package
              evidence: ["/reports/**"]
              keep: ["/notes/**"]
              intermediate: ["/checkpoints/**"]
              transient: ["/tmp/**"]
              unmatched: {{unmatched}}
            retention: { evidence: { code: {{evidence}}, legalBasis: audit policy, responsible: ml-platform } }
            evidence: { directory: ./evidence }
            """), "postrun.yaml", UnixPath.Of("/project/run"), DescriptorSamples.Environment, DescriptorSamples.KnownCaches).Descriptor!;

    [Theory]
    [InlineData("transient", "RET-90")]
    [InlineData("undecided", "RET-5Y")]
    [InlineData("undecided", "HOLD")]
    public void The_facts_of_a_run_are_valid(string unmatched, string evidence) =>
        Errors(Schema("policy-data"), RunFacts.Of(Descriptor(unmatched, evidence), Now).Get("postrun")!).ShouldBeEmpty();

    [Theory]
    [InlineData("transient", "RET-90")]
    [InlineData("undecided", "HOLD")]
    public void Every_input_is_valid_and_so_is_every_decision_of_the_policy_that_is_built_in(string unmatched, string evidence)
    {
        var descriptor = Descriptor(unmatched, evidence);
        var policy = LoadedPolicy.Load(null, descriptor, Now);
        Gen.Select(Gen.Bool.Array[8], Gen.Enum<ItemType>(), Gen.Long[0, 1L << 50]).Sample((flags, type, size) =>
        {
            var input = new ItemRecord(new(descriptor)).Fill(Facts(flags, type, size), own: true);
            Errors(Input, input).ShouldBeEmpty();
            Errors(Decision, policy.Rego.NewEvaluator().Evaluate(policy.Decision, input).ShouldNotBeNull()).ShouldBeEmpty();
        }, iter: 200);
    }

    [Fact]
    public void The_schema_of_decisions_refuses_what_the_reader_of_decisions_refuses()
    {
        foreach (var (answer, good) in new[]
        {
            ("""{"class": "TRANSIENT", "retention": "RET-0", "treatment": "delete", "reasons": [{"rule": "r", "fact": "f"}]}""", true),
            ("""{"class": "UNDECIDED", "retention": null, "treatment": "keep", "reasons": [{"rule": "r", "fact": "f"}]}""", true),
            ("""{"class": "UNDECIDED", "treatment": "delete", "reasons": [{"rule": "r", "fact": "f"}]}""", false),
            ("""{"class": "UNDECIDED", "retention": "RET-7", "treatment": "keep", "reasons": [{"rule": "r", "fact": "f"}]}""", false),
            ("""{"class": "EVIDENCE", "retention": "RET-90", "treatment": "delete", "reasons": [{"rule": "r", "fact": "f"}]}""", false),
            ("""{"class": "INTERMEDIATE", "retention": "HOLD", "treatment": "delete", "reasons": [{"rule": "r", "fact": "f"}]}""", false),
            ("""{"class": "TRANSIENT", "treatment": "delete", "reasons": [{"rule": "r", "fact": "f"}]}""", false),
            ("""{"class": "TRANSIENT", "retention": "RET-0", "treatment": "shred", "reasons": [{"rule": "r", "fact": "f"}]}""", false),
            ("""{"class": "TRANSIENT", "retention": "7 days", "treatment": "delete", "reasons": [{"rule": "r", "fact": "f"}]}""", false),
            ("""{"class": "TRANSIENT", "retention": "RET-0", "treatment": "delete", "reasons": []}""", false),
            ("""{"class": "TRANSIENT", "retention": "RET-0", "treatment": "delete", "reasons": [{"rule": "r"}]}""", false),
            ("""{"class": "TRANSIENT", "retention": "RET-0", "treatment": "delete", "why": 1, "reasons": [{"rule": "r", "fact": "f"}]}""", false),
        })
        {
            var value = RegoJson.Parse(answer);
            Errors(Decision, value).Any().ShouldBe(!good, answer);
            Reads(value).ShouldBe(good, answer);
        }
    }

    [Theory]
    [InlineData("policy-redaction", "postrun.redaction.decision",
        """{"detector": "github-token", "kind": "credential", "severity": "critical", "confidence": "checksum", "place": "log", "path": "a.log"}""")]
    [InlineData("policy-redaction", "postrun.redaction.decision",
        """{"detector": "cpf", "kind": "personal-data", "severity": "low", "confidence": "shape", "place": "package", "path": "a.csv"}""")]
    [InlineData("policy-revocation", "postrun.revocation.decision",
        """{"name": "t", "kind": "vault-token", "issued_to_run": true, "scope": "run", "revocable": true, "needed_for_evidence": true, "expires_at": null}""")]
    [InlineData("policy-revocation", "postrun.revocation.hygiene",
        """{"name": "t", "kind": "vault-token", "issued_to_run": true, "scope": "run", "revocable": true, "needed_for_evidence": true, "expires_at": null, "status": "FAILED"}""")]
    public void The_other_policies_keep_to_their_schemas(string schema, string document, string input)
    {
        var policy = RegoPolicy.Compile(BuiltInPolicies.Around([]));
        var given = RegoJson.Parse(input);
        var made = policy.NewEvaluator().Evaluate(policy.Document(document.Split('.')), given).ShouldNotBeNull();
        var definitions = Schema(schema).Definitions;
        Errors(definitions["input"], given).ShouldBeEmpty();
        Errors(definitions[document.Split('.')[^1]], made).ShouldBeEmpty();
    }

    private static bool Reads(RegoValue answer)
    {
        try
        {
            new DecisionReader(Now).Read(answer);
            return true;
        }
        catch (PolicyAnswerException)
        {
            return false;
        }
    }

    private static ItemFacts Facts(bool[] flags, ItemType type, long size) => new()
    {
        Origin = flags[7] ? RootOrigin.Cache : RootOrigin.Workspace,
        Cache = flags[7] ? "pip" : null,
        Root = UnixPath.Of("/project/run/work"),
        Path = "a/b"u8,
        Type = type,
        Size = size,
        ModifiedTicks = Now.Ticks,
        InPackage = flags[0],
        Evidence = flags[1] ? 0 : -1,
        Keep = flags[2] ? 0 : -1,
        Intermediate = flags[3] ? 0 : -1,
        Transient = flags[4] ? 0 : -1,
        LinkedToKept = flags[5],
        LedToByKept = flags[6],
    };

    private static IEnumerable<string> Errors(JsonSchema schema, RegoValue value) => schema.Validate(RegoJson.ToText(value)).Select(static error => error.ToString());

    private static JsonSchema Schema(string name, [CallerFilePath] string here = "") =>
        JsonSchema.FromFileAsync(Path.Combine(Path.GetDirectoryName(here)!, "../../../schemas", name + ".schema.json")).GetAwaiter().GetResult();
}
