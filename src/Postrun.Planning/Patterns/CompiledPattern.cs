namespace Postrun.Planning;

/// <summary>What a pattern is compared with; the cheap forms cover nearly all patterns that people write.</summary>
internal enum PatternForm : byte
{
    /// <summary>The last component, anywhere: <c>*.ckpt</c>.</summary>
    Name,

    /// <summary>The whole path, letter by letter: <c>/reports/eval.json</c>.</summary>
    LiteralPath,

    /// <summary>Everything beneath a directory: <c>/reports/**</c>.</summary>
    Beneath,

    /// <summary>Component by component.</summary>
    Components,
}

/// <summary>One pattern, ready to match.</summary>
internal sealed class CompiledPattern
{
    private readonly PatternForm form;
    private readonly byte[] literal;
    private readonly Glob?[] components;

    /// <param name="components">A <see langword="null"/> stands for <c>**</c>; it is never the last.</param>
    public CompiledPattern(bool negated, bool directoriesOnly, bool anchored, IReadOnlyList<Glob?> components)
    {
        Negated = negated;
        DirectoriesOnly = directoriesOnly;
        this.components = [.. components];
        literal = [];
        if (!anchored)
            form = PatternForm.Name;
        else if (components is [null, not null])
        {
            form = PatternForm.Name;
            this.components = [components[1]];
        }
        else if (components.All(c => c?.Literal is not null))
        {
            form = PatternForm.LiteralPath;
            literal = Join(components);
        }
        else if (components is [.., null, { MatchesAnything: true }] && components.SkipLast(2).All(c => c?.Literal is not null))
        {
            form = PatternForm.Beneath;
            literal = [.. Join(components.SkipLast(2)), (byte)'/'];
        }
        else
            form = PatternForm.Components;
    }

    public bool Negated { get; }

    private bool DirectoriesOnly { get; }

    public bool Matches(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, bool isDirectory)
    {
        if (DirectoriesOnly && !isDirectory)
            return false;
        return form switch
        {
            PatternForm.Name => components[0]!.Matches(name),
            PatternForm.LiteralPath => path.SequenceEqual(literal),
            PatternForm.Beneath => path.Length > literal.Length && path.StartsWith(literal),
            _ => MatchesComponents(path),
        };
    }

    /// <remarks>
    /// Only the last <c>**</c> met is ever widened: what an earlier one could give up, it can take. So each component of
    /// the pattern meets each component of the path at most once.
    /// </remarks>
    private bool MatchesComponents(ReadOnlySpan<byte> path)
    {
        int part = 0, at = 0, widened = -1, widenedAt = 0;
        while (at <= path.Length)
        {
            if (part < components.Length)
            {
                if (components[part] is not { } glob)
                {
                    widened = part++;
                    widenedAt = at;
                    continue;
                }
                var end = EndOfComponent(path, at);
                if (glob.Matches(path[at..end]))
                {
                    part++;
                    at = end + 1;
                    continue;
                }
            }
            if (widened < 0)
                return false;
            at = widenedAt = EndOfComponent(path, widenedAt) + 1;
            part = widened + 1;
        }
        return part == components.Length;
    }

    private static int EndOfComponent(ReadOnlySpan<byte> path, int start)
    {
        var length = path[start..].IndexOf((byte)'/');
        return length < 0 ? path.Length : start + length;
    }

    private static byte[] Join(IEnumerable<Glob?> components)
    {
        var joined = new List<byte>();
        foreach (var component in components)
        {
            if (joined.Count > 0)
                joined.Add((byte)'/');
            joined.AddRange(component!.Literal!);
        }
        return [.. joined];
    }
}
