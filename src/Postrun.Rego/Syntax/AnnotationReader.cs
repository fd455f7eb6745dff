namespace Postrun.Rego;

/// <summary>Finds the blocks of <c># METADATA</c> among the comments of a module.</summary>
internal static class AnnotationReader
{
    public static List<Annotation> Read(SourceText source, SortedDictionary<int, string> comments)
    {
        var lines = new SortedDictionary<int, (int Position, string Text)>();
        foreach (var (position, text) in comments)
            lines[source.LineOf(position)] = (position, text);
        var found = new List<Annotation>();
        foreach (var (line, comment) in lines)
        {
            if (comment.Text.Trim() != "METADATA")
                continue;
            var yaml = new List<string>();
            while (lines.TryGetValue(line + 1 + yaml.Count, out var next) && next.Text.Trim() != "METADATA")
                yaml.Add(next.Text);
            var place = source.Place(comment.Position);
            var content = Content(place, string.Join('\n', yaml));
            found.Add(new(place, line + yaml.Count, (content.Get("scope") as RegoString)?.Value ?? "", content));
        }
        return found;
    }

    private static RegoObject Content(SourcePlace place, string yaml)
    {
        var budget = new Budget(new(1_000_000, 16 << 20), CancellationToken.None);
        RegoValue content;
        try
        {
            content = YamlReader.Read(new(budget, TimeProvider.System), yaml);
        }
        catch (RegoException e)
        {
            throw new RegoSyntaxException(RegoSyntaxException.Parse, place, $"metadata is not YAML: {e.Message}");
        }
        if (content is not RegoObject entries)
            throw new RegoSyntaxException(RegoSyntaxException.Parse, place, "metadata is a YAML mapping");
        return RegoObject.Of(entries.Select(static entry => KeyValuePair.Create(entry.Key, entry.Key.Equals(Authors) ? People(entry.Value) : entry.Key.Equals(Related) ? Links(entry.Value) : entry.Value)));
    }

    private static readonly RegoString Authors = new("authors");
    private static readonly RegoString Related = new("related_resources");

    /// <summary><c>Name &lt;address&gt;</c> as an object.</summary>
    private static RegoValue People(RegoValue value) => value is not RegoArray people ? value : new RegoArray([.. people.Select(static person =>
    {
        if (person is not RegoString text)
            return person;
        var open = text.Value.LastIndexOf('<');
        return open < 0 || !text.Value.EndsWith('>')
            ? RegoObject.Of(("name", text))
            : RegoObject.Of(("name", new RegoString(text.Value[..open].Trim())), ("email", new RegoString(text.Value[(open + 1)..^1])));
    })]);

    private static RegoValue Links(RegoValue value) => value is not RegoArray links ? value : new RegoArray([.. links.Select(static link =>
        link is RegoString text ? RegoObject.Of(("ref", text)) : link)]);
}
