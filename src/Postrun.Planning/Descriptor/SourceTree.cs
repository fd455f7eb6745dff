using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Postrun.Planning;

/// <summary>
/// Builds nodes from YamlDotNet's events and refuses what a descriptor has no use for: anchors and aliases (a few lines
/// of them grow to gigabytes), tags, several documents, keys that stand twice, deep nesting.
/// </summary>
internal sealed class SourceTree
{
    /// <summary>The deepest descriptor has 4.</summary>
    private const int MaxDepth = 16;

    private readonly Parser parser;
    private readonly ErrorList errors;

    private SourceTree(string text, ErrorList errors)
    {
        parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        this.errors = errors;
    }

    /// <returns><see langword="null"/> where the text could not be read to its end; the reason is among the errors.</returns>
    public static SourceNode? Read(string text, ErrorList errors)
    {
        var tree = new SourceTree(text, errors);
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
            errors.Add(Line(exception.Start), Column(exception.Start), Explain(exception, LineOf(text, exception.Start)));
            return null;
        }
#pragma warning disable CA1031 // The parser is another's code: whatever it trips over, a file must never end the program.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            var at = tree.parser.Current?.End ?? Mark.Empty;
            errors.Add(Line(at), Column(at), "not valid YAML from here on: check indentation, quotes and brackets");
            return null;
        }
    }

    private SourceNode ReadStream()
    {
        Next<StreamStart>();
        parser.MoveNext();
        if (parser.Current is not DocumentStart)
            throw Refuse(Mark.Empty, "the file holds no YAML, only comments: 'postrun init' writes a descriptor to begin with");
        parser.MoveNext();
        var root = ReadNode(0);
        Next<DocumentEnd>();
        parser.MoveNext();
        if (parser.Current is DocumentStart second)
            throw Refuse(second.Start, "a second YAML document begins here: a file describes one run, write one file for each");
        return root;
    }

    private SourceNode ReadNode(int depth)
    {
        if (depth > MaxDepth)
            throw Refuse(parser.Current!.Start, "nested too deep: a descriptor nests at most 4 levels");
        switch (parser.Current)
        {
            case AnchorAlias alias:
                throw Refuse(alias.Start, $"{ErrorList.Quote("*" + alias.Value.Value)} is a YAML alias, which is not supported: write the value out, and put a pattern that begins with '*' in quotes");
            case NodeEvent node when !node.Anchor.IsEmpty:
                throw Refuse(node.Start, $"{ErrorList.Quote("&" + node.Anchor.Value)} is a YAML anchor, which is not supported: put a text that begins with '&' in quotes");
            case NodeEvent { Tag.IsEmpty: false } node:
                // A lone '!' is the non-specific tag: its text follows as if it were a value of its own.
                throw Refuse(node.Start, "'!' begins a YAML tag here, which is not supported: put a pattern that begins with '!' in quotes");
            case Scalar scalar:
                return new SourceScalar(Line(scalar.Start), Column(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
            case SequenceStart start:
                return ReadSequence(start.Start, depth);
            case MappingStart start:
                return ReadMapping(start.Start, depth);
            default:
                throw Refuse(parser.Current?.Start ?? Mark.Empty, "a value is missing here");
        }
    }

    private SourceSequence ReadSequence(Mark start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<SourceNode>();
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        return new(Line(start), Column(start), items.ToImmutable());
    }

    private SourceMapping ReadMapping(Mark start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<SourceEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            if (ReadNode(depth + 1) is not SourceScalar key)
                throw Refuse(start, "a key of this mapping is a list or a mapping: a key is one word");
            parser.MoveNext();
            var value = ReadNode(depth + 1);
            if (lines.TryAdd(key.Text, key.Line))
                entries.Add(new(key, value));
            else
                errors.Add(key, $"the key {ErrorList.Quote(key.Text)} stands twice (first on line {lines[key.Text]}): remove one");
        }
        return new(Line(start), Column(start), entries.ToImmutable());
    }

    private void Next<T>()
    {
        parser.MoveNext();
        if (parser.Current is not T)
            throw Refuse(parser.Current?.Start ?? Mark.Empty, "not valid YAML from here on: check indentation, quotes and brackets");
    }

    private RefusedException Refuse(Mark at, string message)
    {
        errors.Add(Line(at), Column(at), message);
        return new();
    }

    private static string Explain(YamlException exception, string line)
    {
        var message = exception.Message.Trim().TrimEnd('.') is { Length: > 0 } said ? said : "the parser stopped";
        var remedy = line.Contains("${", StringComparison.Ordinal)
            ? "within [...] and {...}, a text with ${...} needs quotes"
            : "check indentation, quotes and brackets here and above";
        return $"not valid YAML: {char.ToLowerInvariant(message[0])}{message[1..]}; {remedy}";
    }

    private static string LineOf(string text, Mark mark) => text.Split('\n').ElementAtOrDefault(Line(mark) - 1) ?? "";

    private static int Line(Mark mark) => (int)Math.Max(1, mark.Line);

    private static int Column(Mark mark) => (int)Math.Max(1, mark.Column);

    /// <summary>Unwinds the recursion; never leaves this class.</summary>
    private sealed class RefusedException : Exception;
}
