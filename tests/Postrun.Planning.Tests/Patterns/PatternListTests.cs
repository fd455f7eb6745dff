using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CsCheck;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class PatternListTests
{
    /// <summary>As the walk does it: every directory first, its result handed down.</summary>
    private static int Walk(PatternList list, ReadOnlySpan<byte> path, bool isDirectory)
    {
        var inherited = -1;
        for (var i = 0; i < path.Length; i++)
            if (path[i] == '/')
                inherited = list.LastMatch(path[..i], isDirectory: true, inherited);
        return list.LastMatch(path, isDirectory, inherited);
    }

    private static PatternList Compile(params IEnumerable<string> patterns) => new([.. patterns.Select((text, i) => new DeclaredPattern(text, i + 1))]);

    private static readonly Gen<string> Part = Gen.OneOf("a", "b", "ab", "*", "?", "[ab]", "[!a]", "[a-c]", "é", ".", "\\*", "\\a", "x.pt", "*.pt", "ba*");

    private static readonly Gen<string> Component = Gen.OneOf(Gen.Const("**"), Part.Array[1, 4].Select(string.Concat), Part.Array[1, 2].Select(string.Concat));

    private static readonly Gen<string> Pattern = Gen.Select(Gen.OneOf("", "!"), Gen.OneOf("", "/"), Component.Array[1, 4], Gen.OneOf("", "", "/"))
        .Select((negation, slash, components, end) => negation + slash + string.Join('/', components) + end)
        .Where(text => PatternList.TryValidate(text, out _));

    private static readonly Gen<byte[]> Name = Gen.OneOf<byte[]>("a"u8.ToArray(), "b"u8.ToArray(), "c"u8.ToArray(), ".pt"u8.ToArray(), "x.pt"u8.ToArray(), "é"u8.ToArray(), [0xE2, 0x82], [0xC3], "*"u8.ToArray(), "€"u8.ToArray())
        .Array[1, 4].Select(parts => parts.SelectMany(part => part).ToArray());

    private static readonly Gen<byte[]> RelativePath = Name.Array[1, 4].Select(names =>
        names.SelectMany((name, i) => i == 0 ? name : [(byte)'/', .. name]).ToArray());

    [Fact]
    public void Agrees_with_the_reference() =>
        Gen.Select(Pattern.Array[1, 5], RelativePath, Gen.Bool).Sample((patterns, path, isDirectory) =>
        {
            Walk(Compile(patterns), path, isDirectory).ShouldBe(
                ReferenceMatcher.LastMatch(patterns, path, isDirectory),
                $"{string.Join(" | ", patterns)} on {new UnixPath(path)}");
        }, iter: 30_000);

    [Fact]
    public void A_later_pattern_takes_back_what_an_earlier_one_took()
    {
        var list = Compile("checkpoints/", "!checkpoints/best.pt");
        var directory = list.LastMatch("checkpoints"u8, isDirectory: true, -1);
        list.Selects(directory).ShouldBeTrue();
        list.Selects(list.LastMatch("checkpoints/last.pt"u8, false, directory)).ShouldBeTrue();
        list.Selects(list.LastMatch("checkpoints/best.pt"u8, false, directory)).ShouldBeFalse();
    }

    [Fact]
    public void The_root_itself_is_never_matched() => Compile("**").LastMatch([], true, -1).ShouldBe(-1);

    [Fact]
    public void Any_path_takes_any_pattern_without_an_exception() =>
        Gen.Select(Gen.String[0, 20], Gen.Byte.Array[0, 40]).Sample((text, path) =>
        {
            if (PatternList.TryValidate(text, out var error))
                Walk(Compile(text), path, false).ShouldBeInRange(-1, 0);
            else
                error.ShouldNotBeNullOrWhiteSpace();
        }, iter: 20_000);

    [Theory]
    [InlineData("a*a*a*a*a*a*a*a*b")]
    [InlineData("*a*a*a*a*a*a*a*a*b*")]
    [InlineData("?*?*?*?*?*?*?*?*b")]
    [InlineData("[a]*[a]*[a]*[a]*[a]*[a]*b")]
    [InlineData("**/a/**/a/**/a/**/a/**/b")]
    public void Adversarial_patterns_take_bounded_time(string pattern)
    {
        var list = Compile(pattern);
        var name = Encoding.ASCII.GetBytes(pattern.Contains('/') ? string.Join('/', Enumerable.Repeat("a", 2000)) : new string('a', 4000));
        var clock = Stopwatch.StartNew();
        list.LastMatch(name, false, -1).ShouldBe(-1);
        // Exponential search would not end in the life of the machine; the bound leaves room for a busy one.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Matching_allocates_nothing()
    {
        var list = Compile("/reports/**", "*.ckpt", "checkpoints/", "!checkpoints/best.pt", "run-[0-9]*/**/tmp", "**/x?z/*.é", "model_card.md");
        var before = 0L;
        for (var i = 0; i < 1000; i++)
        {
            if (i == 500)
                before = GC.GetAllocatedBytesForCurrentThread();
            list.LastMatch("run-1/some/deep/path/checkpoint-100.safetensors"u8, false, -1);
            list.LastMatch("checkpoints/xyz/best.é"u8, false, -1);
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("!", "nothing follows '!'")]
    [InlineData("/", "'/' alone")]
    [InlineData("a//b", "nothing between")]
    [InlineData("./a", "'.' and '..'")]
    [InlineData("a/../b", "'.' and '..'")]
    [InlineData("[ab", "never closed")]
    [InlineData("[", "never closed")]
    [InlineData("[]", "never closed")]
    [InlineData("[a\\", "never closed")]
    [InlineData("[z-a]", "backwards")]
    [InlineData("[a/b]", "a name has none")]
    [InlineData("[[:alpha:]]", "named classes")]
    [InlineData("a\\", "nothing follows the last")]
    [InlineData("a\\/b", "is not a character")]
    [InlineData("a\0b", "NUL")]
    public void A_bad_pattern_is_refused_with_a_remedy(string pattern, string expected)
    {
        PatternList.TryValidate(pattern, out var error).ShouldBeFalse();
        error.ShouldNotBeNull().ShouldContain(expected);
        Should.Throw<ArgumentException>(() => Compile(pattern));
    }

    /// <summary>Apart from the others: an attribute cannot carry half a character.</summary>
    [Fact]
    public void Half_a_character_is_refused()
    {
        PatternList.TryValidate("a\ud800", out var error).ShouldBeFalse();
        error.ShouldNotBeNull().ShouldContain("Unicode");
    }

    public static TheoryData<string, string, bool> PageExamples()
    {
        var rows = new TheoryData<string, string, bool>();
        var page = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "docs", "patterns.md"));
        foreach (var line in page.SkipWhile(line => !line.StartsWith("| patterns |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')))
        {
            var cells = line.Trim('|').Split(" | ").Select(cell => cell.Trim().Trim('`')).ToList();
            foreach (var path in cells[1].Split("`, `").Where(path => path != "-"))
                rows.Add(cells[0], path, true);
            foreach (var path in cells[2].Split("`, `").Where(path => path != "-"))
                rows.Add(cells[0], path, false);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(PageExamples))]
    public void The_page_tells_the_truth(string patterns, string path, bool selected)
    {
        var list = Compile(patterns.Split("` `"));
        list.Selects(Walk(list, Encoding.UTF8.GetBytes(path.TrimEnd('/')), path.EndsWith('/'))).ShouldBe(selected);
    }

    [Fact]
    public void The_page_has_examples() => PageExamples().Count.ShouldBeGreaterThan(40);

    [Fact]
    public void An_empty_list_matches_nothing()
    {
        PatternList.Empty.LastMatch("a"u8, false, -1).ShouldBe(-1);
        new PatternList(default(ImmutableArray<DeclaredPattern>)).Count.ShouldBe(0);
    }
}
