using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.UserRules;

namespace Postrun.Redaction.Tests.UserRules;

public sealed class BaselineTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(static i => (byte)i)];

    [Fact]
    public void What_was_written_is_known_and_nothing_else()
    {
        var baseline = Baseline.Read(Write(("a/b", Found("0123456789abcdef", 7))), Key);
        baseline.Count.ShouldBe(1);
        baseline.Contains("a/b", Found("0123456789abcdef", 99)).ShouldBeTrue("it moved within the file");
        baseline.Contains("a/c", Found("0123456789abcdef", 7)).ShouldBeFalse();
        baseline.Contains("a/b", Found("fedcba9876543210", 7)).ShouldBeFalse();
    }

    [Fact]
    public void Its_bytes_depend_on_the_findings_alone()
    {
        var (first, second) = (("b", Found("1111111111111111", 1)), ("a", Found("2222222222222222", 2)));
        Write(first, second, first).ShouldBe(Write(second, first));
        Encoding.UTF8.GetString(Write(first)).ReplaceLineEndings("\n").ShouldBe($$"""
            {
              "apiVersion": "postrun.dev/v1",
              "key": "1e2bcce30f96a020",
              "findings": [
                {
                  "rule": "{{BuiltInRules.All[0].Id}}",
                  "path": "b",
                  "fingerprint": "1111111111111111"
                }
              ]
            }

            """);
    }

    [Fact]
    public void Another_key_is_noticed() =>
        Should.Throw<InvalidDataException>(static () => Baseline.Read(Write(), new byte[32])).Message.ShouldContain("another key");

    [Theory]
    [InlineData("", "is no baseline")]
    [InlineData("[]", "is no baseline")]
    [InlineData("null", "another version")]
    [InlineData("""{"apiVersion":"postrun.dev/v2","key":"","findings":[]}""", "another version")]
    [InlineData("""{"apiVersion":"postrun.dev/v1","findings":[]}""", "is no baseline")]
    [InlineData("""{"apiVersion":"postrun.dev/v1","key":"","findings":[{"rule":"a"}]}""", "is no baseline")]
    [InlineData("""{"apiVersion":"postrun.dev/v1","key":"","findings":[],"value":"x"}""", "is no baseline")]
    public void What_is_no_baseline_is_refused(string json, string message) =>
        Should.Throw<InvalidDataException>(() => Baseline.Read(Encoding.UTF8.GetBytes(json), Key)).Message.ShouldContain(message);

    private static Finding Found(string fingerprint, long line) => new(BuiltInRules.All[0], Confidence.Shape, 10 * line, 20, line, fingerprint, Redacted: true);

    private static byte[] Write(params (string, Finding)[] findings)
    {
        using var output = new MemoryStream();
        Baseline.Write(output, findings, Key);
        return output.ToArray();
    }
}
