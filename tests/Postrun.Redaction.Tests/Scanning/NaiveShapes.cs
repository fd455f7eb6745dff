using System.Text;
using System.Text.RegularExpressions;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Scanning;

namespace Postrun.Redaction.Tests.Scanning;

/// <summary>The definitions of <see cref="Shape"/> as expressions that are tried at every place: what the masks are held against.</summary>
internal static class NaiveShapes
{
    private const string Free = "(?<![0-9A-Za-z_])";
    private const string End = "(?![0-9A-Za-z_])";

    private static readonly (Shape Shape, Regex Form)[] Forms =
    [
        (Shape.At, Of("(?<=[0-9A-Za-z_])@(?=[0-9A-Za-z_])")),
        (Shape.DottedQuad, Of($@"{Free}[0-9]{{1,3}}(\.[0-9]{{1,3}}){{3}}{End}")),
        (Shape.Hextets, Of("(?<![0-9A-Za-z_:])2[0-9A-Fa-f]{3}((:[0-9A-Fa-f]{1,4}){0,7}::|(:[0-9A-Fa-f]{1,4}){6}:)")),
        (Shape.HexPairs, Of($"{Free}[0-9A-Fa-f]{{2}}((:[0-9A-Fa-f]{{2}}){{5}}|(-[0-9A-Fa-f]{{2}}){{5}}){End}")),
        (Shape.International, Of(@"(?<![0-9A-Za-z+/_-])\+[1-9]")),
        (Shape.AreaCode, Of($@"\([0-9]{{2,3}}\) ?[0-9]|{Free}[0-9]{{2}}[ -][0-9]{{5}}-[0-9]{{4}}{End}")),
        (Shape.NineDigits, Of($"{Free}([0-9]{{9}}|[0-9]{{3}}-[0-9]{{2}}-[0-9]{{4}}|[0-9]{{3}} [0-9]{{2}} [0-9]{{4}}){End}")),
        (Shape.TenDigits, Of($@"({Free}([0-9]{{10}}|[0-9]{{3}}(?<mark>[. -])[0-9]{{3}}\k<mark>[0-9]{{4}})|\([0-9]{{3}}\) ?[0-9]{{3}}-[0-9]{{4}}){End}")),
        (Shape.ElevenDigits, Of($@"{Free}([0-9]{{11}}|[0-9]{{3}}\.[0-9]{{3}}\.[0-9]{{3}}-[0-9]{{2}}|[0-9]{{3}}\.[0-9]{{5}}\.[0-9]{{2}}-[0-9]|[0-9]{{9}}-[0-9]{{2}}|[0-9]{{2}}( [0-9]{{3}}){{3}}){End}")),
        (Shape.FifteenDigits, Of($"{Free}([0-9]{{15}}|[0-9]{{3}}( [0-9]{{4}}){{3}}|[0-9]( [0-9][0-9]){{2}} [0-9][0-9A-Z]( [0-9]{{3}}){{2}} [0-9]{{2}}){End}")),
        (Shape.CardNumber, Of($"{Free}(?=[2-6])([0-9]{{14,16}}|[0-9]{{4}}(?<mark>[ -])([0-9]{{4}}\\k<mark>[0-9]{{4}}\\k<mark>[0-9]{{4}}|[0-9]{{6}}\\k<mark>[0-9]{{4,5}})){End}")),
        (Shape.DottedIdentity, Of($@"{Free}[0-9]{{1,2}}\.[0-9]{{3}}\.[0-9]{{3}}-[0-9Xx]{End}")),
        (Shape.Company, Of($@"{Free}[0-9A-Z]{{2}}\.[0-9A-Z]{{3}}\.[0-9A-Z]{{3}}/[0-9A-Z]{{4}}-[0-9]{{2}}{End}")),
        (Shape.PostalCode, Of($"{Free}[0-9]{{5}}-[0-9]{{3}}{End}")),
        (Shape.DigitsAndLetter, Of($"{Free}([0-9]{{8}}|[XYZ][0-9]{{7}})-?[A-Z]{End}")),
        (Shape.BankAccount, Of($"{Free}[A-Z]{{2}}[0-9]{{2}}((?<=(?=..[0-9A-Z]*[0-9]{{9}})[A-Z]{{2}}[0-9]{{2}})[0-9A-Z]{{11,30}}{End}|( [0-9A-Z]{{4}}){{0,2}}( [0-9]{{4}}){{2}})")),
        (Shape.FiscalCode, Of($"{Free}[A-Z]{{6}}[0-9]{{2}}[A-Z][0-9]{{2}}[A-Z][0-9]{{3}}[A-Z]{End}")),
        (Shape.Base64Run, Of(@"(?<![0-9A-Za-z+/_-])(?=[0-9A-Za-z+/_-]{24})(?=(?<head>[0-9A-Za-z+/_-]{24,32}))")),
        (Shape.ValueRun, Of("(?<![0-9A-Za-z+/_-])[0-9A-Za-z+/_-]{16}")),
    ];

    internal static List<ShapeHit> Find(ReadOnlySpan<byte> text, int from, int to)
    {
        var chars = Encoding.Latin1.GetString(text);
        var hits = new List<ShapeHit>();
        for (var at = from; at < to; at++)
            foreach (var (shape, form) in Forms)
                if (form.Match(chars, at) is { Success: true } match && match.Index == at && (shape != Shape.Base64Run || IsBase64(match.Groups["head"].Value)))
                    hits.Add(new(at, shape));
        return hits;
    }

    private static bool IsBase64(string head) => head.Count(char.IsAsciiLetterUpper) >= 2
        && head.Count(char.IsAsciiLetterLower) >= 2
        && head.Any(char.IsAsciiDigit)
        && head.Count("+/_-".Contains) <= 4
        && !(head.AsSpan().ContainsAny("+/") && head.AsSpan().ContainsAny("_-"));

    private static Regex Of(string form) => new(@"\G(?:" + form + ")", RegexOptions.CultureInvariant | RegexOptions.Compiled);
}
