using System.Text.Json;
using NJsonSchema;

namespace Postrun.EndToEnd.Tests;

/// <summary>What is found is shown by its place, counted, and never told.</summary>
public sealed class ScanTests
{
    [Fact]
    public void Zero_where_nothing_is_found_and_one_where_something_is()
    {
        using var folder = new ScanFolder();
        folder.Write("src/a.py", "print('loss 0.5')\n");
        folder.Scan("src").ShouldExit(0).Out.Trim().ShouldBe("0 findings in 1 file");
        var token = folder.Token();
        folder.Write("src/b.py", $"x\ntoken = '{token}'\n");
        var found = folder.Scan("src").ShouldExit(1);
        found.Out.ShouldMatch(@"(?m)^src/b\.py:2: critical: ACME token \(acme-token\), shape, [0-9a-f]{16}$");
        found.Out.ShouldContain("1 finding in 2 files; 1 critical");
        folder.Scan("--quiet", "src").ShouldExit(1).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void No_output_holds_a_value(string format)
    {
        using var folder = new ScanFolder();
        var token = folder.Token();
        folder.Write("a.log", $"before {token} after\n");
        var result = folder.Scan("--output", format, "a.log").ShouldExit(1);
        (result.Out + result.Error).ShouldNotContain(token[8..16]);
        (result.Out + result.Error).ShouldNotContain("before");
        result.Out.ShouldContain("acme-token");
    }

    [Theory]
    [InlineData("json", "scan.schema.json")]
    [InlineData("sarif", "sarif-parts.schema.json")]
    public async Task What_programs_read_validates(string format, string schemaFile)
    {
        using var folder = new ScanFolder();
        folder.Write("a b/\u001b[31mé#?%.log", $"{folder.Token()}\nmatr-204817 {folder.Token()}\n");
        folder.Write("clean.log", "nothing\n");
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "schemas", schemaFile), TestContext.Current.CancellationToken);
        var found = folder.Scan("--output", format, "a b", "clean.log").ShouldExit(1).Out;
        schema.Validate(found).ShouldBeEmpty();
        schema.Validate(found.Replace("\"rule", "\"rool", StringComparison.Ordinal)).ShouldNotBeEmpty();
        schema.Validate(folder.Scan("--output", format, "clean.log").ShouldExit(0).Out).ShouldBeEmpty();
        schema.Validate(folder.Scan("--output", format, "clean.log", "missing").ShouldExit(2).Out).ShouldBeEmpty();
    }

    [Fact]
    public void Sarif_leads_to_the_bytes_and_to_the_rule()
    {
        using var folder = new ScanFolder();
        var (first, second) = (folder.Token(), folder.Token());
        var text = $"é {first}\n{second}\n{first}\n";
        folder.Write("a é.log", text);
        using var sarif = JsonDocument.Parse(folder.Scan("--output", "sarif", "a é.log").ShouldExit(1).OutBytes);
        var run = sarif.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToList();
        results.Count.ShouldBe(3);
        var bytes = File.ReadAllBytes(folder.At("a é.log"));
        foreach (var (result, value) in results.Zip([first, second, first]))
        {
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("a%20%C3%A9.log");
            var region = place.GetProperty("region");
            var offset = region.GetProperty("byteOffset").GetInt32();
            System.Text.Encoding.UTF8.GetString(bytes, offset, region.GetProperty("byteLength").GetInt32()).ShouldBe(value);
            run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("helpUri").GetString().ShouldBe("https://acme.example/tokens");
        }
        var fingerprints = results.Select(static result => result.GetProperty("partialFingerprints").GetProperty("postrunValueHmac/v1").GetString()).ToList();
        fingerprints[0].ShouldBe(fingerprints[2]);
        fingerprints[0].ShouldNotBe(fingerprints[1]);
    }

    [Fact]
    public void Links_and_git_are_not_entered_and_the_order_is_always_the_same()
    {
        using var folder = new ScanFolder();
        foreach (var name in new[] { "t/b/2", "t/b/1", "t/a", "t/c.d/x", "t/.git/config", "elsewhere/y" })
            folder.Write(name, folder.Token());
        for (var i = 0; i < 50; i++)
            folder.Write($"t/many/{i:00}", folder.Token());
        Directory.CreateSymbolicLink(folder.At("t/link"), folder.At("elsewhere"));
        File.CreateSymbolicLink(folder.At("t/file"), folder.At("elsewhere/y"));
        var output = folder.Scan("--key", "key", "--quiet", "t").ShouldExit(1).Out;
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(':')[0])
            .ShouldBe(["t/a", "t/b/1", "t/b/2", "t/c.d/x", .. Enumerable.Range(0, 50).Select(static i => $"t/many/{i:00}")]);
        folder.Scan("--key", "key", "--quiet", "t").ShouldExit(1).Out.ShouldBe(output);
        folder.Scan("t/link").ShouldExit(1).Out.ShouldContain("t/link/y:1:", customMessage: "a link that is named is followed");
    }

    [Fact]
    public void A_hostile_name_begins_no_line_and_sends_no_escape_sequence()
    {
        using var folder = new ScanFolder();
        folder.Write("t/\u001b[31m\nevil:1: x", folder.Token());
        var result = folder.Scan("t").ShouldExit(1);
        result.OutBytes.ShouldNotContain((byte)0x1b);
        result.Out.Split('\n').ShouldNotContain(static line => line.StartsWith("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("low", 1)]
    [InlineData("medium", 0)]
    public void A_gate_fails_from_a_severity_on(string severity, int exitCode)
    {
        using var folder = new ScanFolder();
        folder.Write("a.log", "matr-204817\n");
        folder.Scan("--fail-at", severity, "a.log").ShouldExit(exitCode).Out.ShouldContain("acme-number");
    }

    [Fact]
    public void A_baseline_hides_what_is_known_and_nothing_new()
    {
        using var folder = new ScanFolder();
        var (old, added) = (folder.Token(), folder.Token());
        folder.Write("a.log", old + "\n");
        folder.Scan("--key", "key", "--write-baseline", "base.json", "a.log").ShouldExit(0);
        folder.Read("base.json").ShouldNotContain(old[8..]);
        folder.Scan("--key", "key", "--baseline", "base.json", "a.log").ShouldExit(0).Out.ShouldContain("1 known from the baseline");
        folder.Write("a.log", $"moved\n{old}\n{added}\n");
        folder.Scan("--key", "key", "--baseline", "base.json", "--quiet", "a.log").ShouldExit(1).Out.ShouldStartWith("a.log:3:");
        folder.Write("other", new string('2', 64));
        folder.Scan("--key", "other", "--baseline", "base.json", "a.log").ShouldExit(2).Error.ShouldContain("another key");
    }

    [Theory]
    [InlineData("--baseline needs --key", "--baseline", "base.json", ".")]
    [InlineData("--write-baseline needs --key", "--write-baseline", "base.json", ".")]
    [InlineData("neither 32 bytes nor 64", "--key", "rules.yaml", ".")]
    [InlineData("does not exist", "--key", "missing", ".")]
    [InlineData("missing: does not exist", "missing")]
    [InlineData("rules missing.yaml", "--rules", "missing.yaml", ".")]
    [InlineData("fail-at", "--fail-at", "worst", ".")]
    public void Two_where_the_command_line_is_wrong(string message, params string[] arguments)
    {
        using var folder = new ScanFolder();
        var result = folder.Postrun(["scan", .. arguments]).ShouldExit(2);
        result.Error.ShouldContain(message);
        result.Error.ShouldStartWith("postrun: ");
    }

    [Fact]
    public void Rules_that_are_wrong_are_named_with_their_places()
    {
        using var folder = new ScanFolder();
        folder.Write("bad.yaml", "rules:\n  - id: a\n    name: n\n    severity: hihg\n    patern: x\nallow: 3\n");
        var error = folder.Postrun("scan", "--rules", "bad.yaml", ".").ShouldExit(2).Error;
        error.ShouldContain("postrun: bad.yaml:4:15: ");
        error.ShouldContain("postrun: bad.yaml:5:5: ");
        error.ShouldContain("postrun: bad.yaml:6:8: ");
    }

    [Fact]
    public void What_is_allowed_is_not_found()
    {
        using var folder = new ScanFolder();
        var token = folder.Token();
        folder.Write("docs/a.md", token);
        folder.Write("src/a.md", token);
        folder.Write("allow.yaml", "allow: [{ reason: manual, paths: [docs/] }]");
        folder.Scan("--rules", "allow.yaml", "--quiet", "docs", "src").ShouldExit(1).Out.Split('\n')[0].ShouldStartWith("src/a.md:1:");
        var fingerprint = folder.Scan("--key", "key", "--quiet", "src").ShouldExit(1).Out.Trim()[^16..];
        folder.Write("allow.yaml", $"allow: [{{ reason: old, fingerprints: ['{fingerprint}'] }}]");
        folder.Scan("--rules", "allow.yaml", "--key", "key", "docs", "src").ShouldExit(0);
        folder.Scan("--rules", "allow.yaml", "docs", "src").ShouldExit(2).Error.ShouldContain("--key");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void A_name_that_is_a_value_is_shown_as_a_label(string format)
    {
        using var folder = new ScanFolder();
        var (client, account) = (folder.Token(), folder.Token());
        folder.Write($"{client}/found.log", folder.Token());
        folder.Write($"{account}.log", [0x1F, 0x8B, 0x08, .. new byte[40]]);
        var result = folder.Scan("--output", format, ".").ShouldExit(2);
        foreach (var said in new[] { result.Out, result.Error })
        {
            said.ShouldNotContain(client);
            said.ShouldNotContain(account);
        }
        result.Out.ShouldMatch("(REDACTED(:|%3A)acme-token(:|%3A)[0-9a-f]{16}(\\]|%5D)/found.log)");
        result.Error.ShouldMatch(@"\[REDACTED:acme-token:[0-9a-f]{16}\]\.log: ");
    }

    [Fact]
    public void A_baseline_holds_no_name_that_is_a_value_and_knows_it_again()
    {
        using var folder = new ScanFolder();
        var client = folder.Token();
        folder.Write($"t/{client}.log", folder.Token());
        folder.Scan("--key", "key", "--write-baseline", "base.json", "t").ShouldExit(0);
        folder.Read("base.json").ShouldNotContain(client);
        folder.Scan("--key", "key", "--baseline", "base.json", "t").ShouldExit(0).Out.ShouldContain("1 known from the baseline");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void A_million_findings_take_the_memory_of_a_few(string format)
    {
        using var folder = new ScanFolder();
        using (var file = new StreamWriter(folder.At("a.log")))
            for (var i = 0; i < 1_000_000; i++)
                file.Write("matr-204817\n");
        // A heap beyond this ends the process.
        var result = folder.Shell($"DOTNET_GCHeapHardLimit=0x4000000 $postrun scan --rules rules.yaml --output {format} --fail-at critical a.log | tail -c 400").ShouldExit(0);
        result.Error.ShouldBeEmpty();
        result.Out.ShouldContain(format switch
        {
            "text" => "1,000,000 findings in 1 file; 1,000,000 low",
            "json" => "\"unread\": []",
            _ => "\"executionSuccessful\": true",
        });
    }
}
