using System.Collections.Concurrent;
using System.Globalization;

namespace Postrun.Rego;

/// <summary>The named sets of regular expressions: <c>\d</c>, <c>[:alpha:]</c>, <c>\p{Lu}</c>, <c>\p{Greek}</c>.</summary>
internal static class RuneClasses
{
    private static readonly ConcurrentDictionary<string, RuneSet> Known = new(StringComparer.Ordinal);
    private static readonly Lazy<Dictionary<UnicodeCategory, List<(int, int)>>> Categories = new(FindCategories);

    public static readonly RuneSet Digit = RuneSet.Of([('0', '9')]);
    public static readonly RuneSet Word = RuneSet.Of([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);
    public static readonly RuneSet Space = RuneSet.Of([('\t', '\n'), ('\f', '\r'), (' ', ' ')]);

    public static RuneSet? Perl(char letter) => letter switch
    {
        'd' => Digit,
        'D' => Digit.Negate(),
        'w' => Word,
        'W' => Word.Negate(),
        's' => Space,
        'S' => Space.Negate(),
        _ => null,
    };

    public static RuneSet? Posix(string name) => name switch
    {
        "alnum" => RuneSet.Of([('0', '9'), ('A', 'Z'), ('a', 'z')]),
        "alpha" => RuneSet.Of([('A', 'Z'), ('a', 'z')]),
        "ascii" => RuneSet.Of([(0, 127)]),
        "blank" => RuneSet.Of([('\t', '\t'), (' ', ' ')]),
        "cntrl" => RuneSet.Of([(0, 31), (127, 127)]),
        "digit" => Digit,
        "graph" => RuneSet.Of([('!', '~')]),
        "lower" => RuneSet.Of([('a', 'z')]),
        "print" => RuneSet.Of([(' ', '~')]),
        "punct" => RuneSet.Of([('!', '/'), (':', '@'), ('[', '`'), ('{', '~')]),
        "space" => RuneSet.Of([('\t', '\r'), (' ', ' ')]),
        "upper" => RuneSet.Of([('A', 'Z')]),
        "word" => Word,
        "xdigit" => RuneSet.Of([('0', '9'), ('A', 'F'), ('a', 'f')]),
        _ => null,
    };

    /// <param name="name">A general category or a script.</param>
    public static RuneSet? Unicode(string name)
    {
        if (Known.TryGetValue(name, out var known))
            return known;
        var set = name == "Any" ? RuneSet.Any : Category(name) ?? Scripts.Find(name);
        if (set is not null)
            Known.TryAdd(name, set);
        return set;
    }

    private static RuneSet? Category(string name)
    {
        var wanted = Enum.GetValues<UnicodeCategory>().Where(category => category != UnicodeCategory.OtherNotAssigned && Abbreviation(category).StartsWith(name, StringComparison.Ordinal)).ToArray();
        return name.Length is 1 or 2 && wanted.Length > 0 ? RuneSet.Of(wanted.SelectMany(static category => Categories.Value.GetValueOrDefault(category) ?? [])) : null;
    }

    private static string Abbreviation(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "Cn",
    };

    private static Dictionary<UnicodeCategory, List<(int, int)>> FindCategories()
    {
        var found = new Dictionary<UnicodeCategory, List<(int, int)>>();
        var start = 0;
        for (var i = 1; i <= RuneSet.Last + 1; i++)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(start);
            if (i <= RuneSet.Last && CharUnicodeInfo.GetUnicodeCategory(i) == category)
                continue;
            if (!found.TryGetValue(category, out var ranges))
                found.Add(category, ranges = []);
            ranges.Add((start, i - 1));
            start = i;
        }
        return found;
    }
}
