using System.Text;
using System.Text.Json;
using Postrun.Cli.Pipeline;
using Postrun.Model;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Output;

/// <summary>Findings as SARIF 2.1.0, without snippets (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).</summary>
internal static class SarifView
{
    /// <summary>The name and version of how fingerprints are made: SARIF 3.27.17 asks for both.</summary>
    private const string FingerprintName = "postrunValueHmac/v1";

    public static void Write(Stream output, ScanResult result)
    {
        var rules = result.Findings.Select(static found => found.Finding.Rule).DistinctBy(static rule => rule.Id).OrderBy(static rule => rule.Id, StringComparer.Ordinal).ToList();
        using (var writer = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer, rules, result.RuleSet);
            WriteInvocation(writer, result);
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteStartArray("results");
            foreach (var (path, finding) in result.Findings)
                Write(writer, path, finding, rules.FindIndex(rule => rule.Id == finding.Rule.Id));
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteTool(Utf8JsonWriter writer, List<Rule> rules, string version)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "postrun");
        writer.WriteString("semanticVersion", Machine.Version);
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            WriteText(writer, "shortDescription", rule.Name);
            if (rule.Reference.Length > 0)
                writer.WriteString("helpUri", rule.Reference);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteStartArray("tags");
            writer.WriteStringValue("security");
            writer.WriteStringValue(RuleWords.Of(rule.Category));
            writer.WriteEndArray();
            writer.WriteString("severity", RuleWords.Of(rule.Severity));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        writer.WriteString("ruleSet", version);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter writer, ScanResult result)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", result.Unread.Count == 0);
        if (result.Unread.Count > 0)
        {
            writer.WriteStartArray("toolExecutionNotifications");
            foreach (var (path, reason) in result.Unread)
            {
                writer.WriteStartObject();
                writer.WriteString("level", "error");
                WriteText(writer, "message", $"{path}: {reason}");
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, UnixPath path, Finding finding, int index)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule.Id);
        writer.WriteNumber("ruleIndex", index);
        writer.WriteString("level", Level(finding.Rule.Severity));
        WriteText(writer, "message", $"{finding.Rule.Name} ({RuleWords.Of(finding.Confidence)})");
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", Uri(path));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", finding.Line);
        writer.WriteNumber("byteOffset", finding.Offset);
        writer.WriteNumber("byteLength", finding.Length);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString(FingerprintName, finding.Fingerprint);
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteString("confidence", RuleWords.Of(finding.Confidence));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Low => "note",
        Severity.Medium => "warning",
        _ => "error",
    };

    /// <summary>A reference of RFC 3986, byte by byte: names need not be UTF-8.</summary>
    private static string Uri(UnixPath path)
    {
        var uri = new StringBuilder(path.IsAbsolute ? "file://" : "");
        foreach (var unit in path.Bytes)
            if (char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'/' or (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                uri.Append((char)unit);
            else
                uri.Append('%').Append(unit.ToString("X2", null));
        return uri.ToString();
    }
}
