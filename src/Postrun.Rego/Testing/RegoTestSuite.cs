using System.Collections.Immutable;

namespace Postrun.Rego;

/// <summary>The tests of some modules, by the conventions of <c>opa test</c>.</summary>
public sealed class RegoTestSuite
{
    private readonly RegoPolicy policy;

    private RegoTestSuite(RegoPolicy policy, ImmutableArray<RegoTest> tests) => (this.policy, Tests) = (policy, tests);

    /// <summary>In the order of the modules.</summary>
    public ImmutableArray<RegoTest> Tests { get; }

    /// <summary>Built-in functions that are not offered may be named: tests put others in their place.</summary>
    /// <exception cref="RegoSyntaxException">the modules do not make a policy, or a test is no rule with one value</exception>
    public static RegoTestSuite Of(IEnumerable<RegoModule> modules, RegoObject? data = null)
    {
        var names = new TestNames();
        var distinct = modules.Select(names.Apart).ToArray();
        return new(RegoPolicy.Compile(distinct, data, new() { AllowUnoffered = true, Instrument = true }), [.. names.Tests]);
    }

    /// <param name="test">One of <see cref="Tests"/>.</param>
    /// <param name="clock">Measures the test, and is what the test sees.</param>
    /// <param name="coverage">Gains what is reached.</param>
    public RegoTestResult Run(RegoTest test, TimeProvider clock, RegoCoverage? coverage = null, CancellationToken cancellation = default)
    {
        if (test.IsSkipped)
            return new(test, TestOutcome.Skipped, TimeSpan.Zero, null, null, null, []);
        var output = new List<string>();
        var failing = new FailingStatement(test.Place, coverage);
        var started = clock.GetTimestamp();
        try
        {
            // Each has an evaluator of its own: what one found out, the next does not take for granted.
            var evaluator = policy.NewEvaluator(new() { Clock = clock, Observer = failing, Print = (_, text) => output.Add(text) }, cancellation);
            return evaluator.Evaluate(policy.Document(test.Path), null) is RegoBoolean { Value: true }
                ? Result(TestOutcome.Passed, null, null)
                : Result(TestOutcome.Failed, null, failing.Place ?? test.Place);
        }
        catch (RegoException e)
        {
            return Result(TestOutcome.Error, e.Message, e.Place ?? test.Place);
        }

        RegoTestResult Result(TestOutcome outcome, string? error, SourcePlace? place) =>
            new(test, outcome, clock.GetElapsedTime(started), error, place, place is null ? null : Line(place), output);
    }

    private string? Line(SourcePlace place) => policy.Modules.FirstOrDefault(module => module.File == place.File)?.Line(place.Line);

    /// <summary>Tests of one name are one rule to the language, where one that fails would hide behind one that passes.</summary>
    private sealed class TestNames
    {
        private readonly Dictionary<string, int> counts = [];

        public List<RegoTest> Tests { get; } = [];

        public RegoModule Apart(RegoModule module) => module.With([.. module.Rules.Select(rule => Apart(module, rule))]);

        private RuleSyntax Apart(RegoModule module, RuleSyntax rule)
        {
            var path = rule.Head.Path;
            if (rule.Default || LastName(path) is not { } name || !RegoTest.IsName(name))
                return rule;
            if (RuleHeads.Kind(rule.Head) != RuleKind.Complete)
                throw new RegoSyntaxException(RegoSyntaxException.Type, rule.Place, $"{name} is a function, a set or an object; a test is a rule with one value");
            var test = new RegoTest(module.Package, [rule.Head.Name, .. path.Skip(1).Select(static step => RegoJson.KeyText(((ScalarTerm)step).Value))], rule.Place);
            var count = counts[test.ToString()] = counts.GetValueOrDefault(test.ToString()) + 1;
            if (count > 1)
            {
                var other = $"{name}#{count - 1:00}";
                test = test with { Name = test.Name.SetItem(test.Name.Length - 1, other) };
                rule = rule with { Head = rule.Head with { Path = path.SetItem(path.Length - 1, path.Length == 1 ? new NameTerm(rule.Place, other) : new ScalarTerm(rule.Place, new RegoString(other))) } };
            }
            Tests.Add(test);
            return rule;
        }

        /// <summary>Of a set or an object it is the name that the keys follow.</summary>
        private static string? LastName(ImmutableArray<Term> path) => path.LastOrDefault(static step => step is NameTerm or ScalarTerm { Value: RegoString }) switch
        {
            ScalarTerm { Value: RegoString step } => step.Value,
            _ => (path[0] as NameTerm)?.Name,
        };
    }
}
