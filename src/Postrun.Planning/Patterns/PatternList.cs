using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>
/// An ordered list of gitignore-style patterns over bytes; the last pattern that matches a path, or any directory above
/// it, decides. The rules stand in <c>docs/patterns.md</c>.
/// </summary>
/// <remarks>
/// It differs from git (https://git-scm.com/docs/gitignore) in one point, on purpose: a match on a directory counts as
/// a match of everything beneath it at that pattern's position, and a later pattern may take a single file out again.
/// Git refuses that to spare itself a walk; here the walk happens anyway, and <c>checkpoints/</c> followed by
/// <c>!checkpoints/best.pt</c> must keep the best checkpoint. Matching allocates nothing, takes time bounded by the
/// product of the lengths of pattern and path, and is safe to call from several threads.
/// </remarks>
public sealed class PatternList
{
    private readonly ImmutableArray<DeclaredPattern> declared;
    private readonly CompiledPattern[] compiled;

    /// <exception cref="ArgumentException">a pattern that <see cref="TryValidate"/> refuses</exception>
    public PatternList(ImmutableArray<DeclaredPattern> patterns)
    {
        declared = patterns.IsDefault ? [] : patterns;
        compiled = new CompiledPattern[declared.Length];
        for (var i = 0; i < compiled.Length; i++)
            compiled[i] = PatternCompiler.TryCompile(declared[i].Text, out var pattern, out var error)
                ? pattern
                : throw new ArgumentException($"line {declared[i].Line}: {error}", nameof(patterns));
    }

    public static PatternList Empty { get; } = new([]);

    public int Count => compiled.Length;

    /// <summary>The pattern at a position that <see cref="LastMatch"/> gave.</summary>
    public DeclaredPattern this[int index] => declared[index];

    /// <summary>Whether a text is a pattern.</summary>
    /// <param name="error">What is wrong and what to write instead; one line, without the pattern itself.</param>
    public static bool TryValidate(string text, [NotNullWhen(false)] out string? error) =>
        PatternCompiler.TryCompile(text, out _, out error);

    /// <summary>
    /// The position of the last pattern, plain or negated, that matches this path, or <paramref name="inherited"/>
    /// where that is larger.
    /// </summary>
    /// <param name="relativePath">Relative to the root, without leading or trailing slash; empty for the root itself, which no pattern matches.</param>
    /// <param name="inherited">What this method gave for the parent directory; -1 at the root.</param>
    /// <returns>A position below <see cref="Count"/>, or -1.</returns>
    public int LastMatch(ReadOnlySpan<byte> relativePath, bool isDirectory, int inherited)
    {
        if (relativePath.IsEmpty)
            return inherited;
        var name = relativePath[(relativePath.LastIndexOf((byte)'/') + 1)..];
        var patterns = compiled;
        for (var i = patterns.Length - 1; i > inherited; i--)
            if (patterns[i].Matches(relativePath, name, isDirectory))
                return i;
        return inherited;
    }

    /// <summary>Whether a result of <see cref="LastMatch"/> puts the path into the list: something matched, and it was not a negation.</summary>
    public bool Selects(int index) => index >= 0 && !compiled[index].Negated;
}
