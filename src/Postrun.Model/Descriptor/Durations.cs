using System.Globalization;

namespace Postrun.Model;

/// <summary>Lengths of time as people write them: a number and ms, s, m or h.</summary>
public static class Durations
{
    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    /// <returns><see langword="false"/> for anything else, for zero, and for more than a day</returns>
    public static bool TryParse(string text, out TimeSpan time)
    {
        time = default;
        foreach (var (unit, milliseconds) in Units)
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                && count * milliseconds is > 0 and <= 86_400_000)
            {
                time = TimeSpan.FromMilliseconds(count * milliseconds);
                return true;
            }
        return false;
    }
}
