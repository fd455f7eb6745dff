namespace Postrun.Rego.Tests;

/// <summary>The compliance suite of Rego, where it can be found; and the list of what is not held, with the reasons.</summary>
public sealed class ConformanceTests
{
    private const double MaxExceptions = 0.02;

    /// <summary>What may be excepted at all: functions that a policy does not get. The language is held whole.</summary>
    private static readonly string[] Exceptable = ["invalidkeyerror", "netlookupipaddr", "httpsend", "rendertemplate", "providers-aws", "graphql"];

    /// <summary>Lines of <c>category: note | reason</c>.</summary>
    private static readonly Dictionary<string, string> Exceptions = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conformance", "exceptions.txt"))
        .Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split(" | ", 2)).ToDictionary(static parts => parts[0], static parts => parts[1]);

    [Fact]
    public void Every_case_passes_or_is_listed_with_its_reason()
    {
        Assert.SkipWhen(ConformanceCase.Folder is null, "the compliance suite is not on this machine; POSTRUN_CONFORMANCE says where it is");
        ConformanceCase.All.ShouldNotBeEmpty();
        var failed = ConformanceCase.All.Select(static entry => (Case: entry, Problem: entry.Run())).Where(static entry => entry.Problem is not null).ToArray();
        Console.WriteLine($"figure: Rego compliance suite: {ConformanceCase.All.Count - failed.Length} of {ConformanceCase.All.Count} cases pass, {failed.Length} exceptions");
        failed.Where(static entry => !Exceptions.ContainsKey(entry.Case.ToString())).Select(static entry => $"{entry.Case} -> {entry.Problem}").ShouldBeEmpty();
        failed.Length.ShouldBeLessThanOrEqualTo((int)(ConformanceCase.All.Count * MaxExceptions));
    }

    [Fact]
    public void Only_functions_that_are_not_offered_are_excepted() =>
        Exceptions.Keys.Select(static entry => entry.Split(": ")[0]).Except(Exceptable).ShouldBeEmpty();

    [Fact]
    public void No_exception_is_listed_that_passes()
    {
        Assert.SkipWhen(ConformanceCase.Folder is null, "the compliance suite is not on this machine; POSTRUN_CONFORMANCE says where it is");
        ConformanceCase.All.Where(static entry => Exceptions.ContainsKey(entry.ToString()) && entry.Run() is null).Select(static entry => entry.ToString()).ShouldBeEmpty();
    }
}
