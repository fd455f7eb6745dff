using System.Text;
using System.Text.Json;
using Postrun.Cli.Pipeline;
using Postrun.Model;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Output;

/// <summary>Findings as SARIF 2.1.0, without snippets, as they come (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).</summary>
internal sealed class SarifView : IScanView
{
    /// <summary>The name and version of how fingerprints are made: SARIF 3.27.17 asks for both.</summary>
    private const string FingerprintName = "postrunValueHmac/v1";

    private readonly Stream _output;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Rules by where they stand in the list of them, which is in the order of the findings.</summary>
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<Rule> _rules = [];

    public SarifView(Stream output)
    {
        _output = output;
        _writer = new(output, new() { Indented = true, NewLine = "\n" });
        _writer.WriteStartObject();
        _writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _writer.WriteString("version", "2.1.0");
        _writer.WriteStartArray("runs");
        _writer.WriteStartObject();
        _writer.WriteString("columnKind", "utf16CodeUnits");
        _writer.WriteStartArray("results");
    }

    public void Write(UnixPath path, Finding finding)
    {
        if (_indexes.TryAdd(finding.Rule.Id, _rules.Count))
            _rules.Add(finding.Rule);
        Write(_writer, path, finding, _indexes[finding.Rule.Id]);
        if (_writer.BytesPending > JsonScanView.Piece)
            _writer.Flush();
    }

    public void End(ScanTotals totals)
    {
        _writer.WriteEndArray();
        WriteTool(_writer, _rules, totals.RuleSet);
        WriteInvocation(_writer, totals);
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Dispose();
        _output.WriteByte((byte)'\n');
        _output.Flush();
    }

    public void Dispose() => _writer.Dispose();

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

    private static void WriteInvocation(Utf8JsonWriter writer, ScanTotals totals)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", totals.Unread.Count == 0);
        if (totals.Unread.Count > 0)
        {
            writer.WriteStartArray("toolExecutionNotifications");
            foreach (var (path, reason) in totals.Unread)
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
