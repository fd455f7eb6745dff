namespace Postrun.Rego.Tests.Testing;

public sealed class RegoCoverageTests
{
    private const string Policy = """
        package a

        default size := "small"

        size := "large" if {
            input.bytes > 1000
        } else := "medium" if {
            input.bytes > 100
            not input.small
        }

        names contains name if {
            some name in input.names
            name != ""
        }
        """;

    private static FileCoverage Covered(string tests)
    {
        RegoModule[] modules = [RegoModule.Parse("a.rego", Policy), RegoModule.Parse("a_test.rego", "package a\n" + tests)];
        var suite = RegoTestSuite.Of(modules);
        var coverage = new RegoCoverage();
        foreach (var test in suite.Tests)
            suite.Run(test, TimeProvider.System, coverage).Outcome.ShouldBe(TestOutcome.Passed);
        return coverage.Report(modules).Files[0];
    }

    [Fact]
    public void Lines_count_where_statements_are_tried_and_rules_give_something()
    {
        var file = Covered("test_large if size == \"large\" with input as {\"bytes\": 2000}");
        file.Covered.ShouldBe([new(5, 6)]);
        file.NotCovered.ShouldBe([new(3, 3), new(7, 9), new(12, 14)]);
        file.Percentage.ShouldBe(22.22);
    }

    [Fact]
    public void A_rule_that_is_tried_and_gives_nothing_does_not_count()
    {
        var file = Covered("test_none if count(names) == 0 with input as {\"names\": [\"\"]}");
        file.Covered.ShouldBe([new(13, 14)]);
        file.NotCovered.ShouldContain(new LineRange(12, 12));
    }

    [Fact]
    public void Tests_that_reach_everything_are_a_hundred_percent()
    {
        var file = Covered("""
            test_sizes if {
                every bytes, wanted in {2000: "large", 200: "medium", 20: "small"} {
                    size == wanted with input as {"bytes": bytes}
                }
            }
            test_names if names == {"x"} with input as {"names": ["x", ""]}
            """);
        file.NotCovered.ShouldBeEmpty();
        file.Percentage.ShouldBe(100);
    }
}
