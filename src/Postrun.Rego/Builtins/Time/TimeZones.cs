namespace Postrun.Rego;

/// <summary>The zones that the machine knows.</summary>
internal static class TimeZones
{
    private const int MaxLength = 64;

    /// <exception cref="BuiltinException">there is none of the name</exception>
    public static TimeZoneInfo Find(string name)
    {
        // The clock of the machine is none of a policy's business: "Local" is UTC.
        if (name is "" or "UTC" or "Local")
            return TimeZoneInfo.Utc;
        if (name.Length > MaxLength || name.Contains("..", StringComparison.Ordinal) || name[0] is '/' or '.' || !name.All(IsNameLetter))
            throw new BuiltinException(name[0] is '/' or '\\' || name.Contains("..", StringComparison.Ordinal) ? "time: invalid location name" : $"unknown time zone {name}");
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw new BuiltinException($"unknown time zone {name}");
    }

    private static bool IsNameLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+';
}
