using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Postrun.Rego.Tests;

public sealed class UnofferedBuiltinsTests
{
    [Fact]
    public void The_page_about_policy_names_what_is_not_offered_and_nothing_else()
    {
        var page = File.ReadAllText(Page());
        var refused = page[page.IndexOf("Refused when", StringComparison.Ordinal)..page.IndexOf("Tests may replace them", StringComparison.Ordinal)];
        var named = Regex.Matches(refused, "`([^`]+)`").Select(static name => name.Groups[1].Value).ToArray();
        BuiltinTable.All().Where(static function => function.Body is null).ShouldAllBe(function => named.Any(name => IsNamed(name, function.Name)));
        named.ShouldAllBe(name => BuiltinTable.All().Any(function => IsNamed(name, function.Name)));
        BuiltinTable.All().Where(static function => function.Body is not null).ShouldAllBe(function => !named.Any(name => IsNamed(name, function.Name)));
    }

    private static bool IsNamed(string name, string function) =>
        name.EndsWith('*') ? function.StartsWith(name[..^1], StringComparison.Ordinal) : function == name;

    private static string Page([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/policy.md");
}
