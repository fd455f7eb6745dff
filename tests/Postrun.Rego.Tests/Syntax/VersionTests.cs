namespace Postrun.Rego.Tests.Syntax;

public sealed class VersionTests
{
    private static readonly string Mission = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "mission.rego"));

    [Fact]
    public void The_retention_policy_of_the_mission_runs_as_it_stands()
    {
        var policy = RegoPolicy.Compile([RegoModule.Parse("retention.rego", Mission)]);
        var input = RegoJson.Parse("""
            {
              "model.safetensors": {"class": "EVIDENCE"},
              "tmp/a": {"class": "TRANSIENT"},
              "tmp/b": {"class": "TRANSIENT", "days": 1},
              "checkpoint-1": {"class": "INTERMEDIATE", "days": 7},
              "checkpoint-2": {"class": "INTERMEDIATE", "days": 8},
              "other": {}
            }
            """);
        policy.NewEvaluator().Evaluate(policy.Document("retention"), input)!.ToString()
            .ShouldBe("""{"delete_in_days": {"checkpoint-1"}, "delete_now": {"tmp/a", "tmp/b"}, "keep": {"model.safetensors"}}""");
    }

    [Theory]
    [InlineData("p { true }", "true")]
    [InlineData("p { input.x == 2 } { input.x == 1 }", "true")]
    [InlineData("p = 3 { input.x == 1 }", "3")]
    [InlineData("p = 3", "3")]
    [InlineData("p := 3 { input.x == 1 }", "3")]
    [InlineData("default p = 4\np = 3 { input.x == 2 }", "4")]
    [InlineData("default p := 4", "4")]
    [InlineData("p = 1 { input.x == 2 } else = 2 { input.x == 3 } else = 3 { input.x == 1 }", "3")]
    [InlineData("p = 1 { false } else = 2", "2")]
    [InlineData("p { false } else { true }", "true")]
    [InlineData("p[x] { x := [1, 2][_] }", "{1, 2}")]
    [InlineData("p[1]", "{1}")]
    [InlineData("p[x] = y { y := {\"a\": 1, \"b\": 2}[x] }", "{\"a\": 1, \"b\": 2}")]
    [InlineData("p[\"a\"] = 1 { true }", "{\"a\": 1}")]
    [InlineData("p.a.b = 1 { true }", "{\"a\": {\"b\": 1}}")]
    [InlineData("f(x) = y { y := x + 1 }\np = f(1)", "2")]
    [InlineData("f(x) { x == 1 }\np = [f(1), 2]", "[true, 2]")]
    [InlineData("f(\"a\") = 1\nf(\"b\") = 2\np = f(\"b\")", "2")]
    [InlineData("p = x { x := [1 | true][0] }", "1")]
    [InlineData("in := 3\np = in", "3")]
    [InlineData("if := 3\ncontains := 4\nevery := 5\np = [if, contains, every]", "[3, 4, 5]")]
    [InlineData("import future.keywords.in\np { 1 in [1] }", "true")]
    [InlineData("import future.keywords.every\np { every x in [1] { x == 1 } }", "true")]
    [InlineData("import future.keywords.if\np if { true }", "true")]
    [InlineData("import future.keywords.if\nimport future.keywords.contains\np contains 1 if true", "{1}")]
    [InlineData("import future.keywords\np contains x if { some x in [1, 2]; x in [2] }", "{2}")]
    [InlineData("import rego.v1\np contains 1 if true", "{1}")]
    [InlineData("import rego.v1\np if contains(\"ab\", \"b\")", "true")]
    [InlineData("import input.x as y\nimport input.z\np = [y, z]", "[1, {\"w\": 2}]")]
    public void Version_0_is_read(string rules, string value) => Policies.Value(rules, """{"x": 1, "z": {"w": 2}}""", version: RegoVersion.V0).ShouldBe(value);

    [Theory]
    [InlineData("p if true", "2:3")]
    [InlineData("p contains 1", "2:3")]
    [InlineData("p { every x in [1] { true } }", "2:11")]
    [InlineData("import rego.v1\np { true }", "3:3")]
    public void In_version_0_keywords_must_be_imported_first(string rules, string place) => Policies.Error(rules, RegoVersion.V0).ShouldStartWith(place + " rego_parse_error");

    [Theory]
    [InlineData("p if true", RegoVersion.V1)]
    [InlineData("p { true }", RegoVersion.V0)]
    [InlineData("p[x] { x := 1 }", RegoVersion.V0)]
    [InlineData("p := 1", RegoVersion.V1)]
    [InlineData("import rego.v1\np if true", RegoVersion.V1)]
    public void The_version_is_found_out(string rules, RegoVersion version) => Policies.Module(rules, RegoVersion.Auto).Version.ShouldBe(version);

    [Fact]
    public void Of_what_is_neither_the_error_is_that_of_version_1() => Policies.Error("p if {\n  x :=\n}\nq { true }", RegoVersion.Auto).ShouldBe("4:1 rego_parse_error: expected a term, found '}'");

    [Fact]
    public void Import_of_version_1_in_version_0_makes_the_module_one_of_version_1() => Policies.Module("import rego.v1\np if true", RegoVersion.V0).Version.ShouldBe(RegoVersion.V1);
}
