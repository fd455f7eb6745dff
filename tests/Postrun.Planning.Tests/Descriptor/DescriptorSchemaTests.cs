using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Postrun.Planning.Tests;

public sealed class DescriptorSchemaTests
{
    private static readonly string SchemaText = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemas", "postrun.schema.json"));

    public static TheoryData<string> Names() => DescriptorSamples.Names("valid");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_valid_sample_validates(string name) =>
        (await Validate(File.ReadAllText(Path.Combine(DescriptorSamples.Folder("valid"), name + ".yaml")))).ShouldBeEmpty();

    [Fact]
    public async Task The_template_validates() => (await Validate(DescriptorTemplate.Write(new()))).ShouldBeEmpty();

    [Theory]
    [InlineData("unknown-key")]
    [InlineData("run-incomplete")]
    [InlineData("run-outcome-unknown")]
    [InlineData("retention-bad-code")]
    [InlineData("retention-treatment-of-evidence")]
    [InlineData("signing-two-sources")]
    [InlineData("signing-standard-input")]
    [InlineData("policy-both")]
    [InlineData("policy-opa-plain-http")]
    [InlineData("policy-opa-url-with-password")]
    [InlineData("policy-opa-token-is-a-literal")]
    [InlineData("policy-opa-path-climbs")]
    [InlineData("roots-empty")]
    [InlineData("pattern-list-is-text")]
    [InlineData("caches-unknown-word")]
    public async Task The_schema_sees_what_a_schema_can_see(string name) =>
        (await Validate(File.ReadAllText(Path.Combine(DescriptorSamples.Folder("malformed"), name + ".yaml")))).ShouldNotBeEmpty();

    [Fact]
    public void Schema_and_reader_know_the_same_keys()
    {
        using var schema = JsonDocument.Parse(SchemaText);
        KeysOf(schema.RootElement, "").Order().ShouldBe(DescriptorKeys.All.Order());
    }

    [Fact]
    public void Every_key_is_in_the_full_sample_and_on_the_page()
    {
        var full = SourceTree.Read(File.ReadAllText(Path.Combine(DescriptorSamples.Folder("valid"), "full.yaml")), new("full.yaml"));
        // Exactly one source of a key may stand in a file; the other samples have the others.
        string[] alternatives = ["signing.key.file", "signing.key.env", "signing.passphrase.file", "policy.bundle", "policy.opa.token.file", "credentials.vaultToken", "credentials.vaultToken.env", "credentials.vaultToken.file", "credentials.vaultLogin.env"];
        DescriptorKeys.All.Except(alternatives).Except(KeysOf(full!, "")).ShouldBeEmpty();
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "descriptor.md"));
        DescriptorKeys.All.Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_example_on_the_page_is_valid()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "descriptor.md"));
        var examples = page.Split("```yaml\n").Skip(1).Select(part => part.Split("\n```")[0]).Where(example => example.StartsWith("apiVersion", StringComparison.Ordinal)).ToList();
        examples.ShouldNotBeEmpty();
        foreach (var example in examples)
            DescriptorSamples.Read(example).Errors.ShouldBeEmpty(example);
    }

    [Fact]
    public void Every_key_of_the_schema_has_a_description()
    {
        using var schema = JsonDocument.Parse(SchemaText);
        Undescribed(schema.RootElement, "").ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> Validate(string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaText);
        var errors = new ErrorList("sample");
        var node = SourceTree.Read(yaml, errors);
        errors.Count.ShouldBe(0);
        return schema.Validate(ToJson(node!)!.ToJsonString()).Select(error => error.ToString());
    }

    /// <summary>As an editor sees it: YAML's core schema, which gives plain words a type.</summary>
    private static JsonNode? ToJson(SourceNode node) => node switch
    {
        SourceScalar { IsEmpty: true } => null,
        SourceScalar { IsPlain: true, Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        SourceScalar { IsPlain: true } number when int.TryParse(number.Text, out var value) => JsonValue.Create(value),
        SourceScalar text => JsonValue.Create(text.Text),
        SourceSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        SourceMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        _ => throw new ArgumentException("an unknown node"),
    };

    private static IEnumerable<string> KeysOf(SourceNode node, string prefix) =>
        node is SourceSequence sequence ? sequence.Items.SelectMany(item => KeysOf(item, prefix)).Distinct() :
        node is not SourceMapping mapping ? [] : mapping.Entries.SelectMany(entry => KeysOf(entry.Value, prefix + entry.Key.Text + ".").Prepend(prefix + entry.Key.Text));

    private static IEnumerable<string> KeysOf(JsonElement schema, string prefix) => Properties(schema)
        .SelectMany(property => KeysOf(property.Value, prefix + property.Name + ".").Prepend(prefix + property.Name));

    private static IEnumerable<string> Undescribed(JsonElement schema, string prefix) => Properties(schema)
        .SelectMany(property => Undescribed(property.Value, prefix + property.Name + ".")
            .Concat(property.Value.TryGetProperty("description", out _) ? [] : [prefix + property.Name]));

    private static IEnumerable<JsonProperty> Properties(JsonElement schema)
    {
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
                yield return property;
        if (schema.TryGetProperty("anyOf", out var choices))
            foreach (var property in choices.EnumerateArray().SelectMany(Properties))
                yield return property;
        if (schema.TryGetProperty("items", out var items))
            foreach (var property in Properties(items))
                yield return property;
    }
}
