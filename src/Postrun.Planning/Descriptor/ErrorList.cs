using System.Collections.Immutable;
using System.Globalization;
using System.Text;

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
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var unit in text.Length > MaxQuoted ? text.AsSpan(0, MaxQuoted) : text)
        {
            if (char.IsControl(unit) || char.IsSurrogate(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else
                quoted.Append(unit);
        }
        return quoted.Append(text.Length > MaxQuoted ? "...'" : "'").ToString();
    }
}
