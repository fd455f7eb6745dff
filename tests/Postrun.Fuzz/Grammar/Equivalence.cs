using Postrun.Rego;

namespace Postrun.Fuzz;

/// <summary>One policy, evaluated in ways that must not matter: twice, in another order, observed, in the older syntax.</summary>
public sealed class Equivalence(GeneratedPolicy generated, BudgetLimits limits, CancellationToken cancellation)
{
    private readonly RegoValue input = RegoJson.Parse(generated.Input);
    private readonly RegoObject data = (RegoObject)RegoJson.Parse(generated.Data);

    /// <summary>Documents that gave a value, or nothing, each way; the rest ended in an error one way, which may hide it.</summary>
    public int Compared { get; private set; }

    public int Failed { get; private set; }

    /// <returns><see langword="null"/> where there is none.</returns>
    public string? Difference(Random random)
    {
        var plain = Results(generated.Write(), RegoVersion.V1);
        return Compare("evaluated again", plain, Results(generated.Write(), RegoVersion.V1, twice: true))
            ?? Compare("observed", plain, Results(generated.Write(), RegoVersion.V1, observed: true))
            ?? Compare("in another order", plain, Results(generated.Write(shuffle: random), RegoVersion.V1))
            ?? Compare("in version 0", plain, Results(generated.Write(version0: true), RegoVersion.V0));
    }

    private string? Compare(string how, List<object?> expected, List<object?> given)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (expected[i] is RegoException || given[i] is RegoException)
            {
                Failed++;
                continue;
            }
            Compared++;
            if (!Equals(expected[i], given[i]))
                return $"{generated.Documents[i]} is {expected[i] ?? "undefined"}, and {given[i] ?? "undefined"} {how}; input {generated.Input}\n{generated.Write(how == "in version 0")}";
        }
        return null;
    }

    private List<object?> Results(string text, RegoVersion version, bool twice = false, bool observed = false)
    {
        var policy = RegoPolicy.Compile([RegoModule.Parse("generated.rego", text, version)], data, new() { Instrument = observed });
        var evaluator = policy.NewEvaluator(new() { Limits = limits, Observer = observed ? new Nobody() : null }, cancellation);
        var results = new List<object?>();
        foreach (var name in generated.Documents)
        {
            var document = policy.Document("t", name);
            try
            {
                var first = evaluator.Evaluate(document, input);
                if (!twice)
                {
                    results.Add(first);
                    continue;
                }
                evaluator.Evaluate(document, RegoJson.Parse("""{"n": 3, "s": "x", "a": [9], "o": {"a": 8}, "b": false}"""));
                results.Add(evaluator.Evaluate(document, input));
            }
            catch (RegoException e)
            {
                results.Add(e);
            }
        }
        return results;
    }

    private sealed class Nobody : IRegoObserver
    {
        public void Entered(SourcePlace rule, string name)
        {
        }

        public void Reached(SourcePlace statement)
        {
        }

        public void Held(SourcePlace statement)
        {
        }

        public void Left(SourcePlace rule, string name, RegoValue? value)
        {
        }
    }
}
