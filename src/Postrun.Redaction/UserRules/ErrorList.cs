namespace Postrun.Redaction.UserRules;

/// <summary>Collects what is wrong with one file, so that one reading names everything.</summary>
internal sealed class ErrorList(string file)
{
    /// <summary>Nobody reads more, and the first ones explain most of the others.</summary>
    private const int Most = 100;

    private const int MostQuoted = 60;

    private readonly List<RuleFileError> _errors = [];

    internal int Count => _errors.Count;

    internal void Add(int line, int column, string message) => _errors.Add(new(file, line, column, message));

    internal void Add(SourceNode at, string message) => Add(at.Line, at.Column, message);

    internal IEnumerable<RuleFileError> Sorted() => _errors.OrderBy(static error => error.Line).ThenBy(static error => error.Column).Distinct().Take(Most);

    /// <summary>A word of the file, short and on one line.</summary>
    internal static string Quote(string text)
    {
        var line = string.Concat(text.Take(MostQuoted).Select(static unit => char.IsControl(unit) ? '?' : unit));
        return $"'{line}{(text.Length > MostQuoted ? "..." : "")}'";
    }
}
