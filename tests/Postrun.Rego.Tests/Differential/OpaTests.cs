using System.Globalization;
using Postrun.Fuzz;

namespace Postrun.Rego.Tests.Differential;

/// <summary>Random policies and inputs: OPA and this engine say the same. OPA_POLICIES says how many, OPA_SEED which.</summary>
public sealed class OpaTests
{
    private const string Id = "postrun-differential";

    [Fact]
    public async Task An_OPA_server_gives_the_same_documents()
    {
        using var opa = OpaServer.Named();
        Assert.SkipWhen(opa is null, "OPA_URL names no OPA server to compare with");
        var cancellation = TestContext.Current.CancellationToken;
        var (count, seed) = (Number("OPA_POLICIES", 300), Number("OPA_SEED", 1));
        var differences = new List<string>();
        for (var i = 0; i < count; i++)
        {
            // Older servers have no templates.
            var generated = PolicyGrammar.Make(new(seed + i), templates: false);
            if (await opa.PutPolicyAsync(Id, generated.Write(), cancellation) is { } refused)
            {
                differences.Add($"seed {seed + i}: OPA refuses the policy: {refused}\n{generated.Write()}");
                continue;
            }
            await opa.PutDataAsync("base", RegoJson.ToText(((RegoObject)RegoJson.Parse(generated.Data)).Get("base")!), cancellation);
            foreach (var document in generated.Documents)
            {
                var (theirs, ours) = (await opa.AskAsync($"t/{document}", generated.Input, cancellation), Ours(generated, document));
                if (!Same(theirs, ours))
                    differences.Add($"seed {seed + i}: {document} is {ours}, to OPA {theirs}; input {generated.Input}\n{generated.Write()}");
            }
        }
        differences.ShouldBeEmpty(string.Join("\n\n", differences.Take(5)));
    }

    /// <summary>Errors count as equal: their words are each engine's own. Numbers are compared by value, not as they are written.</summary>
    private static bool Same(string theirs, string ours)
    {
        if (theirs.StartsWith("error", StringComparison.Ordinal) || theirs == "undefined")
            return theirs.Split(' ')[0] == ours.Split(' ')[0];
        return ours != "undefined" && !ours.StartsWith("error", StringComparison.Ordinal) && RegoJson.Parse(theirs).Equals(RegoJson.Parse(ours));
    }

    private static string Ours(GeneratedPolicy generated, string document)
    {
        var policy = RegoPolicy.Compile([RegoModule.Parse("generated.rego", generated.Write(), RegoVersion.V1)], (RegoObject)RegoJson.Parse(generated.Data));
        try
        {
            return policy.NewEvaluator().Evaluate(policy.Document("t", document), RegoJson.Parse(generated.Input)) is { } value ? RegoJson.ToText(value) : "undefined";
        }
        catch (RegoException e)
        {
            return $"error {e.Message}";
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
