namespace Postrun.Rego;

/// <summary>Versions after semver.org.</summary>
internal static class SemverBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("semver.compare", 2, Compare),
        new("semver.is_valid", 1, static (_, arguments) => RegoBoolean.Of(arguments[0] is RegoString text && Version.TryParse(text.Value, out var _))),
    ];

    private static RegoNumber Compare(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var left = Operand.String(arguments, 0);
        var right = Operand.String(arguments, 1);
        context.Budget.Spend(1 + (left.Length + right.Length) / 8);
        return RegoNumber.Of(Parse(left, 1).CompareTo(Parse(right, 2)));
    }

    private static Version Parse(string text, int operand) =>
        Version.TryParse(text, out var version) ? version : throw new BuiltinException($"operand {operand}: string {new RegoString(text)} is not a valid SemVer");

    private readonly record struct Version(long Major, long Minor, long Patch, string[] PreRelease) : IComparable<Version>
    {
        public static bool TryParse(string text, out Version version)
        {
            version = default;
            if (text.StartsWith('v'))
                text = text[1..];
            var (core, metadata) = Cut(text, '+');
            (core, var preRelease) = Cut(core, '-');
            if (!Identifiers(metadata) || !Identifiers(preRelease) || core.Split('.') is not [var major, var minor, var patch])
                return false;
            if (!Number(major, out var first) || !Number(minor, out var second) || !Number(patch, out var third))
                return false;
            version = new(first, second, third, preRelease.Length == 0 ? [] : preRelease.Split('.'));
            return true;
        }

        public int CompareTo(Version other)
        {
            var order = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
            if (order != 0)
                return Math.Sign(order);
            if (PreRelease.Length == 0 || other.PreRelease.Length == 0)
                return other.PreRelease.Length.CompareTo(0) - PreRelease.Length.CompareTo(0);
            for (var i = 0; i < PreRelease.Length && i < other.PreRelease.Length; i++)
            {
                order = CompareIdentifiers(PreRelease[i], other.PreRelease[i]);
                if (order != 0)
                    return Math.Sign(order);
            }
            return PreRelease.Length.CompareTo(other.PreRelease.Length);
        }

        private static int CompareIdentifiers(string left, string right)
        {
            var (leftNumeric, rightNumeric) = (IsNumeric(left), IsNumeric(right));
            if (leftNumeric != rightNumeric)
                return leftNumeric ? -1 : 1;
            if (!leftNumeric)
                return string.CompareOrdinal(left, right);
            (left, right) = (left.TrimStart('0'), right.TrimStart('0'));
            return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);
        }

        private static bool IsNumeric(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

        private static bool Number(string text, out long value)
        {
            value = 0;
            return text.Length > 0 && IsNumeric(text) && long.TryParse(text, out value);
        }

        private static bool Identifiers(string text)
        {
            if (text.Length == 0)
                return true;
            foreach (var part in text.Split('.'))
            {
                if (part.Length == 0 || !part.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
                    return false;
            }
            return true;
        }

        private static (string Before, string After) Cut(string text, char at) =>
            text.IndexOf(at) is >= 0 and var index ? (text[..index], text[(index + 1)..]) : (text, "");
    }
}
