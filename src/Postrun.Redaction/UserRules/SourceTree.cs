using System.Text;
using System.Text.Unicode;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Postrun.Redaction.UserRules;

/// <summary>
/// Reads YAML into nodes, and refuses what a file of rules has no use for: anchors and aliases (a few lines of them grow to
/// gigabytes), tags, several documents, keys that stand twice, deep nesting.
/// </summary>
internal sealed class SourceTree
{
    /// <summary>A file of rules is written by hand.</summary>
    internal const int LargestFile = 1 << 20;

    /// <summary>The deepest file has 4.</summary>
    private const int DeepestNesting = 16;

    private const string NotYaml = "not valid YAML from here on: check indentation, quotes and brackets";

    private readonly Parser _parser;
    private readonly ErrorList _errors;

    private SourceTree(string text, ErrorList errors)
    {
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _errors = errors;
    }

    /// <returns>null where it could not be read to its end; the reason is among the errors.</returns>
    internal static SourceNode? Read(ReadOnlySpan<byte> yaml, ErrorList errors)
    {
        if (Unreadable(yaml) is { } problem)
        {
            errors.Add(1, 1, problem);
            return null;
        }
        var tree = new SourceTree(Encoding.UTF8.GetString(yaml), errors);
        try
        {
            return tree.ReadStream();
        }
        catch (RefusedException)
        {
            return null;
        }
        catch (YamlException exception)
        {
            errors.Add(Line(exception.Start), Column(exception.Start), NotYaml + "; a pattern needs single quotes around it");
            return null;
        }
#pragma warning disable CA1031 // The parser is another's code: whatever it trips over, a file must never end the program.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            var at = tree._parser.Current?.End ?? Mark.Empty;
            errors.Add(Line(at), Column(at), NotYaml);
            return null;
        }
    }

    private static string? Unreadable(ReadOnlySpan<byte> yaml) =>
        yaml.Length > LargestFile ? "the file is larger than 1 MiB, which no file of rules is: is this the right file?"
        : yaml.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? "the file begins with a byte order mark: save it as UTF-8 without one"
        : !Utf8.IsValid(yaml) || yaml.Contains((byte)0) ? "the file is not UTF-8 text: save it as UTF-8"
        : null;

    private SourceNode ReadStream()
    {
        Next<StreamStart>();
        _parser.MoveNext();
        if (_parser.Current is not DocumentStart)
            throw Refuse(Mark.Empty, "the file holds no YAML: write rules, allow, disable or forms");
        _parser.MoveNext();
        var root = ReadNode(0);
        Next<DocumentEnd>();
        _parser.MoveNext();
        if (_parser.Current is DocumentStart second)
            throw Refuse(second.Start, "a second YAML document begins here: write it into a file of its own");
        return root;
    }

    private SourceNode ReadNode(int depth)
    {
        if (depth > DeepestNesting)
            throw Refuse(_parser.Current!.Start, "nested too deep: a file of rules nests at most 4 levels");
        return _parser.Current switch
        {
            AnchorAlias alias => throw Refuse(alias.Start, "'*' begins a YAML alias here, which is not supported: put the text in quotes, or write the value out"),
            NodeEvent { Anchor.IsEmpty: false } node => throw Refuse(node.Start, "'&' begins a YAML anchor here, which is not supported: put the text in quotes"),
            NodeEvent { Tag.IsEmpty: false } node => throw Refuse(node.Start, "'!' begins a YAML tag here, which is not supported: put the text in quotes"),
            Scalar scalar => new SourceScalar(Line(scalar.Start), Column(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart start => ReadSequence(start.Start, depth),
            MappingStart start => ReadMapping(start.Start, depth),
            _ => throw Refuse(_parser.Current?.Start ?? Mark.Empty, "a value is missing here"),
        };
    }

    private SourceSequence ReadSequence(Mark start, int depth)
    {
        var items = new List<SourceNode>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        return new(Line(start), Column(start), items);
    }

    private SourceMapping ReadMapping(Mark start, int depth)
    {
        var entries = new List<SourceEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            if (ReadNode(depth + 1) is not SourceScalar key)
                throw Refuse(start, "a key of this mapping is a list or a mapping: a key is one word");
            _parser.MoveNext();
            var value = ReadNode(depth + 1);
            if (lines.TryAdd(key.Text, key.Line))
                entries.Add(new(key, value));
            else
                _errors.Add(key, $"the key {ErrorList.Quote(key.Text)} stands twice (first on line {lines[key.Text]}): remove one");
        }
        return new(Line(start), Column(start), entries);
    }

    private void Next<T>()
    {
        _parser.MoveNext();
        if (_parser.Current is not T)
            throw Refuse(_parser.Current?.Start ?? Mark.Empty, NotYaml);
    }

    private RefusedException Refuse(Mark at, string message)
    {
        _errors.Add(Line(at), Column(at), message);
        return new();
    }

    private static int Line(Mark mark) => (int)Math.Max(1, mark.Line);

    private static int Column(Mark mark) => (int)Math.Max(1, mark.Column);

    /// <summary>Unwinds the recursion; never leaves this class.</summary>
    private sealed class RefusedException : Exception;
}
