using System.CommandLine;
using System.Globalization;
using Postrun.Cli.Output;
using Postrun.Cli.Pipeline;
using Postrun.Planning;
using Postrun.Rego;

namespace Postrun.Cli.Commands;

/// <summary><c>postrun policy test PATH...</c>: runs the tests of policies, by the conventions of <c>opa test</c>.</summary>
internal static class PolicyTestCommand
{
    public static Command Create()
    {
        var paths = PolicyCommand.Paths("Bundles, directories or files, with their tests.");
        paths.Arity = ArgumentArity.OneOrMore;
        var run = new Option<string?>("--run", "-r") { Description = "Only tests whose full name, such as data.a.test_x, holds a match of this expression.", HelpName = "REGEX" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Also show what passed, and what it printed." };
        var coverage = new Option<bool>("--coverage", "-c") { Description = "Print which lines were reached, as JSON, in place of the results." };
        var threshold = Threshold();
        var old = PolicyCommand.OldSyntax();
        var output = CommonOptions.Output();
        var quiet = CommonOptions.Quiet();
        var command = new Command("test", "Run the rules whose names begin with test_; exit with 1 where one fails.") { paths, run, verbose, coverage, threshold, old, output, quiet };
        command.Run(parsed =>
        {
            var sources = PolicySources.Read(parsed.GetValue(paths)!, PolicySources.Version(parsed.GetValue(old)), tests: true).ThrowIfWrong();
            var suite = RegoTestSuite.Of(BuiltInPolicies.Around(sources.Modules), sources.Data);
            var wanted = suite.Tests.Where(Filter(parsed.GetValue(run))).ToArray();
            if (wanted.Length == 0)
                throw CommandException.Usage(suite.Tests.IsEmpty
                    ? "there are no tests: no rule has a name that begins with test_"
                    : $"none of the {suite.Tests.Length} tests has a name that --run matches");
            var reached = parsed.GetValue(coverage) || parsed.GetValue(threshold) is not null ? new RegoCoverage() : null;
            var results = wanted.Select(test => suite.Run(test, TimeProvider.System, reached)).ToArray();
            var report = reached?.Report(sources.Modules);
            if (parsed.GetValue(coverage))
                CoverageView.WriteJson(report!);
            else if (parsed.GetValue(output) == OutputFormat.Json)
                TestView.WriteJson(results);
            else if (!parsed.GetValue(quiet))
                TestView.Write(results, parsed.GetValue(verbose));
            if (parsed.GetValue(coverage) || parsed.GetValue(quiet))
                TestView.Complain(results);
            var enough = parsed.GetValue(threshold) is not { } least || CoverageView.Complain(report!, least);
            return enough && results.All(static result => result.Outcome is TestOutcome.Passed or TestOutcome.Skipped) ? ExitCode.Clean : ExitCode.Left;
        });
        return command;
    }

    private static Func<RegoTest, bool> Filter(string? expression)
    {
        if (expression is null)
            return static _ => true;
        try
        {
            var pattern = new RegoPattern(expression);
            return test => pattern.IsMatch(test.ToString());
        }
        catch (FormatException e)
        {
            throw CommandException.Usage($"--run: is no regular expression: {e.Message}");
        }
    }

    private static Option<double?> Threshold() => new("--threshold")
    {
        Description = "Exit with 1 where less than this share of the lines was reached, and name the others.",
        HelpName = "PERCENT",
        CustomParser = static argument =>
        {
            if (argument.Tokens is [var token] && double.TryParse(token.Value.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
                return percent;
            argument.AddError("--threshold takes a number from 0 to 100");
            return null;
        },
    };
}
