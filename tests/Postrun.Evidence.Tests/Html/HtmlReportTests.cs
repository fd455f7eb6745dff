using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Postrun.Model;

namespace Postrun.Evidence.Tests;

public sealed partial class HtmlReportTests
{
    public static readonly TheoryData<ReportLanguage> Languages = [ReportLanguage.English, ReportLanguage.BrazilianPortuguese];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_exists_in_every_language(ReportLanguage language)
    {
        var text = ReportText.Of(language);
        foreach (var property in typeof(ReportText).GetProperties(BindingFlags.Public | BindingFlags.Instance))
            switch (property.GetValue(text))
            {
                case string word:
                    word.ShouldNotBeNullOrWhiteSpace(property.Name);
                    break;
                case IDictionary table:
                    var keys = property.PropertyType.GenericTypeArguments[0];
                    foreach (var key in Enum.GetValues(keys))
                        table.Contains(key).ShouldBeTrue($"{language}: {property.Name} says nothing of {key}");
                    break;
            }
    }

    [Fact]
    public void The_languages_have_the_same_blanks()
    {
        foreach (var property in typeof(ReportText).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string)))
            Blanks((string)property.GetValue(ReportText.English)!).ShouldBe(Blanks((string)property.GetValue(ReportText.Portuguese)!), property.Name);
        foreach (var code in Enum.GetValues<ControlFindingCode>())
            Blanks(ReportText.English.Findings[code]).ShouldBe(Blanks(ReportText.Portuguese.Findings[code]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Protection_is_a_topic_only_where_it_lacked(ReportLanguage language)
    {
        var title = ReportText.Of(language).Protection;
        Page(Sample.Good(), language).ShouldNotContain(title);
        Page(Sample.Build(withUndecided: true, interruption: null), language).ShouldContain(title);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_page_refers_to_nothing_and_runs_nothing(ReportLanguage language)
    {
        var page = Page(Sample.Build(true, LeftReason.Deadline, hostile: true), language);
        page.ShouldContain("default-src 'none'");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<a ");
        page.ShouldNotContain("style=\"");
        page.ShouldNotContain("src=");
        page.ShouldNotContain("href");
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;[U+202E]txt.exe");
        page.ShouldContain("&lt;b&gt;credit &amp; &quot;risk&quot;&lt;/b&gt;");
        page.ShouldNotContain("\u202E");
    }

    [Fact]
    public void No_text_breaks_out() =>
        Gen.OneOf(Gen.String, Gen.Int[0, 5].Select(i => new[] { "<", ">", "\"", "'", "&", "\u2066" }[i])).Array[0, 8].Sample(parts =>
        {
            var output = new StringWriter();
            new HtmlWriter(output).Text(string.Concat(parts));
            var encoded = output.ToString();
            encoded.IndexOfAny(['<', '>', '"', '\'', '\u2066', '\0', '\u200F']).ShouldBe(-1);
        });

    [Fact]
    public void What_was_left_comes_before_everything_else()
    {
        var page = Page(Sample.Build(true, null), ReportLanguage.English);
        page.IndexOf("<code dir=\"ltr\">/w/tmp/locked</code>", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Who, when, what", StringComparison.Ordinal));
        page.ShouldContain("Clear the attribute with chattr");
        page.ShouldContain("2 items are still there");
        Page(Sample.Good(), ReportLanguage.English).ShouldNotContain("class=\"left\"");
    }

    [Fact]
    public void A_long_list_is_capped_and_says_so()
    {
        var page = Page(Sample.Build(false, null, extraSteps: 1000), ReportLanguage.English);
        page.ShouldContain("801 more rows are not shown here; all of them are in retention_manifest.json.");
        page.Length.ShouldBeLessThan(400_000);
    }

    [Fact]
    public void Numbers_are_written_as_the_language_writes_them()
    {
        ReportText.English.Bytes(1023).ShouldBe("1,023 B");
        ReportText.English.Bytes(1024).ShouldBe("1.00 KiB");
        ReportText.Portuguese.Bytes(3_400_000_000).ShouldBe("3,17 GiB");
        ReportText.Portuguese.Bytes(1_048_575).ShouldBe("1,00 MiB");
        ReportText.Portuguese.Count(1_234_567).ShouldBe("1.234.567");
        ReportText.English.Bytes(long.MaxValue).ShouldBe("8.00 EiB");
    }

    /// <summary>Also writes the pages where POSTRUN_PAGES says, for a look with a browser.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void The_page_is_well_formed_enough_to_balance(ReportLanguage language)
    {
        foreach (var (name, sample) in new[] { ("good", Sample.Good()), ("left", Sample.Build(true, null)), ("cut", Sample.Build(true, LeftReason.Deadline, hostile: true)) })
        {
            var page = Page(sample, language);
            foreach (var tag in new[] { "section", "div", "table", "tr", "td", "th", "dl", "dt", "dd", "span", "code", "p", "svg", "pre", "main", "h1", "h2", "h3" })
                Regex.Count(page, $"<{tag}[ >]").ShouldBe(Regex.Count(page, $"</{tag}>"), tag);
            if (Environment.GetEnvironmentVariable("POSTRUN_PAGES") is { } directory)
                File.WriteAllText(Path.Combine(directory, $"{name}-{language}.html"), page);
        }
    }

    private static string Page(Sample sample, ReportLanguage language)
    {
        var package = EvidencePackage.Build(sample.Execution, sample.Removed, 0, key: null);
        using var stream = new MemoryStream();
        HtmlReport.Write(stream, package.Report, package.Manifest, language, signed: true);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string[] Blanks(string text) => [.. BlankPattern().Matches(text).Select(m => m.Value).Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex BlankPattern();
}
