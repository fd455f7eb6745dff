using System.Collections.Immutable;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>Collects what is wrong, so that one reading names everything.</summary>
internal sealed class ErrorList(string file)
{
    private const int MaxQuoted = 60;

    private readonly List<DescriptorError> errors = [];

    public int Count => errors.Count;

    public void Add(int line, int column, string message) => errors.Add(new(file, line, column, message));

    public void Add(SourceNode at, string message) => Add(at.Line, at.Column, message);

    public ImmutableArray<DescriptorError> Sorted() =>
        [.. errors.OrderBy(e => e.Line).ThenBy(e => e.Column).Distinct().Take(DescriptorResult.MaxErrors)];

    /// <summary>A text of the file, fit for one line of a terminal.</summary>
    public static string Quote(string text) => $"'{VisibleText.Shorten(text, MaxQuoted)}'";
}
