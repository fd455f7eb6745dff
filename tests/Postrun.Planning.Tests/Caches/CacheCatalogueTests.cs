using System.Runtime.CompilerServices;

namespace Postrun.Planning.Tests;

public sealed class CacheCatalogueTests
{
    [Fact]
    public void Names_are_unique() => CacheCatalogue.All.Select(cache => cache.Name).ShouldBeUnique();

    [Fact]
    public void Templates_start_where_templates_may() =>
        CacheCatalogue.All.SelectMany(cache => cache.Places).SelectMany(place => place.Defaults).ShouldAllBe(template =>
            template.StartsWith("{home}/", StringComparison.Ordinal) || template.StartsWith("{cache}/", StringComparison.Ordinal)
            || template.StartsWith("{tmp}/", StringComparison.Ordinal) || template.StartsWith('/'));

    [Fact]
    public void Every_place_can_be_recognised_and_referred_to()
    {
        CacheCatalogue.All.ShouldAllBe(cache => cache.Reference.StartsWith("https://", StringComparison.Ordinal) && cache.Title.Length > 0);
        CacheCatalogue.All.SelectMany(cache => cache.Places)
            .ShouldAllBe(place => place.Markers.Length > 0 && place.Defaults.Length + place.Variables.Length > 0);
    }

    [Theory]
    [InlineData("{cache}/huggingface")]
    [InlineData("{home}/.config/wandb")]
    [InlineData("{home}/.local/share/wandb")]
    [InlineData("{home}/.keras")]
    [InlineData("{home}/.npm")]
    [InlineData("{cache}/pypoetry")]
    [InlineData("{home}/.triton")]
    public void What_also_holds_credentials_settings_or_environments_is_never_taken_whole(string template) =>
        CacheCatalogue.All.SelectMany(cache => cache.Places).SelectMany(place => place.Defaults).ShouldNotContain(template);

    [Fact]
    public void The_documentation_has_the_same_table()
    {
        var rows = File.ReadLines(Documentation()).SkipWhile(line => !line.StartsWith("| name | cache |", StringComparison.Ordinal))
            .Skip(2).TakeWhile(line => line.StartsWith('|'));
        string.Join('\n', rows).ShouldBe(string.Join('\n', CacheCatalogue.All.Select(Row)));
    }

    private static string Row(CacheDefinition cache) =>
        $"| `{cache.Name}` | [{cache.Title}]({cache.Reference}) | {Cell(cache.Places.SelectMany(place => place.Defaults), "none")} | "
        + $"{Cell(cache.Places.SelectMany(place => place.Variables).Select(Text), "")} | {Cell(cache.Places.SelectMany(place => place.Markers), "")} |";

    private static string Cell(IEnumerable<string> values, string none)
    {
        var distinct = values.Distinct().Select(value => $"`{value}`").ToList();
        return distinct.Count == 0 ? none : string.Join(", ", distinct);
    }

    private static string Text(CacheVariable variable) =>
        variable.Flag.Length > 0 ? $"{variable.Name} {variable.Flag}"
            : variable.Subdirectory.Length > 0 ? $"${variable.Name}/{variable.Subdirectory}" : $"${variable.Name}";

    private static string Documentation([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "caches.md");
}
