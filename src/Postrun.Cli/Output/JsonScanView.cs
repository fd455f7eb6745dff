using System.Text.Json;
using Postrun.Model;
using Postrun.Redaction.Scanning;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Output;

/// <summary>One document of JSON, for programs: findings as they come, then what is known at the end.</summary>
internal sealed class JsonScanView : IScanView
{
    /// <summary>What is written is handed on in pieces of this size: the writer would keep all of it.</summary>
    internal const int Piece = 32 * 1024;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _writer;

    public JsonScanView(Stream output, string ruleSet)
    {
        _output = output;
        _writer = new(output, new() { Indented = true, NewLine = "\n" });
        _writer.WriteStartObject();
        _writer.WriteString("apiVersion", "postrun.dev/v1");
        _writer.WriteString("ruleSet", ruleSet);
        _writer.WriteStartArray("findings");
    }

    public void Write(UnixPath path, Finding finding)
    {
        _writer.WriteStartObject();
        _writer.WriteString("rule", finding.Rule.Id);
        _writer.WriteString("severity", RuleWords.Of(finding.Rule.Severity));
        _writer.WriteString("category", RuleWords.Of(finding.Rule.Category));
        _writer.WriteString("confidence", RuleWords.Of(finding.Confidence));
        _writer.WriteString("path", path.ToString());
        _writer.WriteNumber("line", finding.Line);
        _writer.WriteNumber("offset", finding.Offset);
        _writer.WriteNumber("length", finding.Length);
        _writer.WriteString("fingerprint", finding.Fingerprint);
        _writer.WriteEndObject();
        if (_writer.BytesPending > Piece)
            _writer.Flush();
    }

    public void End(ScanTotals totals)
    {
        _writer.WriteEndArray();
        _writer.WriteNumber("files", totals.Files);
        _writer.WriteNumber("binary", totals.Binary);
        _writer.WriteNumber("known", totals.Known);
        _writer.WriteStartArray("unread");
        foreach (var (path, reason) in totals.Unread)
        {
            _writer.WriteStartObject();
            _writer.WriteString("path", path.ToString());
            _writer.WriteString("reason", reason);
            _writer.WriteEndObject();
        }
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Dispose();
        _output.WriteByte((byte)'\n');
        _output.Flush();
    }

    public void Dispose() => _writer.Dispose();
}
