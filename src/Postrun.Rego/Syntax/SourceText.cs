namespace Postrun.Rego;

/// <summary>The text of a module, and the places in it.</summary>
internal sealed class SourceText(string file, string text)
{
    /// <summary>Longer modules are refused.</summary>
    public const int MaxLength = 4 << 20;

    private readonly int[] lines = LineStarts(text);

    public string File { get; } = file;

    public string Text { get; } = text;

    public SourcePlace Place(int position)
    {
        var line = LineOf(position);
        return new(File, line, position - lines[line - 1] + 1);
    }

    public int Position(SourcePlace place) => lines[place.Line - 1] + place.Column - 1;

    /// <summary>Without the spaces around it.</summary>
    public string Line(int line) => Text[lines[line - 1]..(line < lines.Length ? lines[line] : Text.Length)].Trim();

    /// <summary>From 1.</summary>
    public int LineOf(int position)
    {
        var found = Array.BinarySearch(lines, position);
        return found >= 0 ? found + 1 : ~found;
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}
