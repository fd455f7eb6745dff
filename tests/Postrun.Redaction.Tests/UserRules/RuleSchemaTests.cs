using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Postrun.Redaction.UserRules;

namespace Postrun.Redaction.Tests.UserRules;

/// <summary>Reader, schema, sample and page say the same.</summary>
public sealed class RuleSchemaTests
{
    private static readonly string SchemaText = Shipped("schemas/redaction-rules.schema.json");
    private static readonly string Sample = Shipped("samples/redaction/rules.yaml");
    private static readonly string Page = Shipped("docs/redaction-rules.md");

    [Fact]
    public async Task The_sample_is_read_and_validates()
    {
        Files.Read(Sample).Errors.ShouldBeEmpty();
        (await Validate(Sample)).ShouldBeEmpty();
    }

    [Fact]
    public void The_sample_finds_allows_and_shapes()
    {
        var selection = Files.Select(Sample);
        Files.Find(selection.For("train.log").Rules, "cluster_password=tr0ub4dor&3").ShouldContain("tr0ub4dor&3");
        Files.Find(selection.For("train.log").Rules, "cluster_password=testcluster1").ShouldBeEmpty();
        Files.Find(selection.For("train.log").Rules, "acme_dt_0123456789abcdefghijklmn").ShouldNotBeEmpty();
        Files.Find(selection.For("docs/a.txt").Rules, "acme_dt_0123456789abcdefghijklmn").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_example_on_the_page_is_right()
    {
        var examples = Page.Split("```yaml\n").Skip(1).Select(static part => part.Split("\n```")[0]).ToList();
        examples.Count.ShouldBeGreaterThan(2);
        foreach (var example in examples)
        {
            Files.Read(example).Errors.ShouldBeEmpty(example);
            (await Validate(example)).ShouldBeEmpty(example);
        }
    }

    [Theory]
    [InlineData("rulez: []")]
    [InlineData("rules: [{ id: a, name: n, severity: high }]")]
    [InlineData("rules: [{ id: A, name: n, severity: high, pattern: acme }]")]
    [InlineData("rules: [{ id: a, name: n, severity: worst, pattern: acme }]")]
    [InlineData("rules: [{ id: a, name: n, severity: high, pattern: acme, literals: [ab] }]")]
    [InlineData("rules: [{ id: a, name: n, severity: high, pattern: acme, min_entropy: 9 }]")]
    [InlineData("rules: [{ id: a, name: n, severity: high, pattern: acme, ignore_case: 1 }]")]
    [InlineData("rules: [{ id: a, name: n, severity: high, pattern: acme, category: nothing }]")]
    [InlineData("allow: [{ reason: r, rules: [generic] }]")]
    [InlineData("allow: [{ paths: [a] }]")]
    [InlineData("allow: [{ reason: r, paths: ['**'] }]")]
    [InlineData("allow: [{ reason: r, fingerprints: ['0123'] }]")]
    [InlineData("forms: { generic: asterisks }")]
    public async Task Schema_and_reader_refuse_alike(string yaml)
    {
        Files.Read(yaml).Errors.ShouldNotBeEmpty();
        (await Validate(yaml)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Schema_reader_and_page_know_the_same_keys()
    {
        using var schema = JsonDocument.Parse(SchemaText);
        var definitions = schema.RootElement.GetProperty("definitions");
        (JsonElement Owner, string[] Keys)[] mappings =
        [
            (schema.RootElement, RuleFiles.Keys),
            (definitions.GetProperty("rule"), RuleReader.Keys),
            (definitions.GetProperty("rule").GetProperty("properties").GetProperty("samples"), RuleReader.SampleKeys),
            (definitions.GetProperty("allowance"), AllowanceReader.Keys),
        ];
        foreach (var (owner, keys) in mappings)
        {
            var properties = owner.GetProperty("properties").EnumerateObject().ToList();
            properties.Select(static property => property.Name).ShouldBe(keys, ignoreOrder: true);
            properties.ShouldAllBe(static property => property.Value.GetProperty("description").GetString()!.Length > 10);
            keys.ShouldAllBe(static key => Page.Contains($"`{key}`", StringComparison.Ordinal));
        }
        var words = RuleWords.Severities.Keys.Concat(RuleWords.Categories.Keys).Concat(RuleWords.Forms.Keys).ToList();
        words.Where(static word => !SchemaText.Contains($"\"{word}\"", StringComparison.Ordinal)).ShouldBeEmpty();
        words.Where(static word => !Page.Contains($"`{word}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_baseline_validates()
    {
        using var output = new MemoryStream();
        Baseline.Write(output, [("a", new(Postrun.Redaction.Rules.BuiltInRules.All[0], default, 0, 1, 1, "0123456789abcdef", Redacted: true))], new byte[32]);
        var schema = await JsonSchema.FromJsonAsync(Shipped("schemas/baseline.schema.json"), TestContext.Current.CancellationToken);
        schema.Validate(System.Text.Encoding.UTF8.GetString(output.ToArray())).ShouldBeEmpty();
        schema.Validate("""{"apiVersion":"postrun.dev/v1","key":"0","findings":[]}""").ShouldNotBeEmpty();
    }

    private static async Task<IEnumerable<string>> Validate(string yaml)
    {
        var errors = new ErrorList("sample");
        var root = SourceTree.Read(System.Text.Encoding.UTF8.GetBytes(yaml), errors);
        errors.Count.ShouldBe(0);
        var schema = await JsonSchema.FromJsonAsync(SchemaText, TestContext.Current.CancellationToken);
        return schema.Validate(ToJson(root!)!.ToJsonString()).Select(static error => error.ToString());
    }

    private static JsonNode? ToJson(SourceNode node) => node switch
    {
        SourceMapping mapping => new JsonObject(mapping.Entries.Select(static entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        SourceSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        SourceScalar { IsEmpty: true } => null,
        SourceScalar { IsPlain: true, Text: "true" or "false" } flag => flag.Text == "true",
        SourceScalar { IsPlain: true } number when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        SourceScalar scalar => scalar.Text,
        _ => throw new InvalidOperationException(),
    };

    private static string Shipped(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));
}
