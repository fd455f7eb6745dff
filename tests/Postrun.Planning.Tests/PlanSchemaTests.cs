using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NJsonSchema;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class PlanSchemaTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("postrun-plan-").FullName;

    [Theory]
    [InlineData("transient", "listed")]
    [InlineData("undecided", "hashed")]
    public async Task A_real_plan_validates(string unmatched, string confirmation)
    {
        var plan = Plan(unmatched, confirmation);
        plan.Steps.Length.ShouldBeGreaterThan(3);
        plan.Left.IsEmpty.ShouldBe(unmatched == "transient");
        (await Errors(Json(plan))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_unknown_missing_or_out_of_range_does_not_validate()
    {
        var json = Json(Plan("undecided", "listed"));
        foreach (var (good, bad) in new[]
        {
            ("\"steps\":", "\"step\":"), ("\"treatment\": \"delete\"", "\"treatment\": \"shred\""), ("\"apiVersion\": \"postrun.dev/v1\"", "\"apiVersion\": \"v1\""),
            ("\"number\": 1", "\"number\": -1"), ("\"digest\": \"sha256:", "\"digest\": \"md5:"), ("\"class\": \"EVIDENCE\"", "\"class\": \"evidence\""),
        })
        {
            json.ShouldContain(good);
            (await Errors(json.Replace(good, bad, StringComparison.Ordinal))).ShouldNotBeEmpty(bad);
        }
    }

    [Fact]
    public void Schema_and_model_have_the_same_members()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaFile()));
        var definitions = schema.RootElement.GetProperty("definitions");
        foreach (var (type, part) in new (JsonTypeInfo, JsonElement)[]
        {
            (Of<Plan>(), schema.RootElement), (Of<PlanRoot>(), definitions.GetProperty("root")), (Of<PlanStep>(), definitions.GetProperty("step")),
            (Of<Decision>(), definitions.GetProperty("decision")), (Of<LeftItem>(), definitions.GetProperty("left")),
            (Of<RunIdentity>(), definitions.GetProperty("run")), (Of<PolicyIdentity>(), schema.RootElement.GetProperty("properties").GetProperty("policy")),
        })
            part.GetProperty("properties").EnumerateObject().Select(static property => property.Name).Order(StringComparer.Ordinal)
                .ShouldBe(type.Properties.Select(static property => property.Name).Order(StringComparer.Ordinal), type.Type.Name);
    }

    [Fact]
    public void Schema_and_model_have_the_same_words()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaFile()));
        var definitions = schema.RootElement.GetProperty("definitions");
        Words(definitions.GetProperty("itemType")).ShouldBe(Names<ItemType>());
        Words(Property(definitions.GetProperty("left"), "reason")).ShouldBe(Names<LeftReason>());
        Words(Property(definitions.GetProperty("decision"), "class")).ShouldBe(Names<DataClass>());
        Words(Property(definitions.GetProperty("decision"), "treatment")).ShouldBe(Names<Treatment>());
        Words(Property(definitions.GetProperty("root"), "origin")).ShouldBe(Names<RootOrigin>());
    }

    private static JsonElement Property(JsonElement definition, string name) => definition.GetProperty("properties").GetProperty(name);

    private static IEnumerable<string> Words(JsonElement definition) =>
        definition.GetProperty("enum").EnumerateArray().Select(static word => word.GetString()!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(static value => JsonSerializer.Serialize(value).Trim('"')).Order(StringComparer.Ordinal);

    private static JsonTypeInfo Of<T>() => ModelJson.Default.GetTypeInfo(typeof(T)).ShouldNotBeNull();

    private Plan Plan(string unmatched, string confirmation)
    {
        foreach (var (path, text) in new[]
        {
            ("work/package/model.bin", "weights"), ("work/reports/metrics.json", "{}"), ("work/checkpoints/step-1.bin", "x"), ("work/tmp/a", "a"), ("work/other/b", "b"), ("work/c", "c"),
        })
        {
            var file = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        File.CreateSymbolicLink(Path.Combine(directory, "work/tmp/link"), "/etc/hostname");
        var yaml = $$"""
            apiVersion: postrun.dev/v1
            run: { id: run-1, name: demo, outcome: failed, finishedAt: 2026-01-31T12:00:00Z, links: { ci: "https://ci.example.com/1" } }
            workspace:
              roots: [./work]
              package: ./work/package
              evidence: ["/reports/**"]
              intermediate: ["/checkpoints/"]
              transient: ["/tmp/"]
              unmatched: {{unmatched}}
            retention: { evidence: { code: RET-5Y, legalBasis: law, responsible: Ada } }
            confirmation: {{confirmation}}
            """;
        var result = DescriptorReader.Read(Encoding.UTF8.GetBytes(yaml), "postrun.yaml", UnixPath.Of(directory), new Dictionary<string, string>(), DescriptorSamples.KnownCaches);
        result.Errors.ShouldBeEmpty();
        var descriptor = result.Descriptor.ShouldNotBeNull();
        var root = new PlanRootRequest { Path = descriptor.Workspace.Roots[0], Origin = RootOrigin.Workspace, Package = UnixPath.Of("package") };
        return new Planner(descriptor, new RetentionPolicy(descriptor, TimeProvider.System.GetUtcNow()), TimeProvider.System).Create([root], [], CancellationToken.None);
    }

    private static string Json(Plan plan) => JsonSerializer.Serialize(plan, ModelJson.Default.Plan);

    private static async Task<IEnumerable<string>> Errors(string json) =>
        (await JsonSchema.FromFileAsync(SchemaFile())).Validate(json).Select(static error => error.ToString());

    private static string SchemaFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../schemas/plan.schema.json");

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
