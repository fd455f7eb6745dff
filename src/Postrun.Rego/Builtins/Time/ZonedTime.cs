namespace Postrun.Rego;

/// <summary>An instant in nanoseconds since 1970, as the clocks of a zone show it.</summary>
internal readonly struct ZonedTime
{
    private const long PerSecond = 1_000_000_000;

    private readonly long seconds;
    private readonly TimeZoneInfo zone;

    public ZonedTime(long nanoseconds, TimeZoneInfo zone)
    {
        (Nanoseconds, this.zone) = (nanoseconds, zone);
        var utc = CivilTime.Floor(nanoseconds, PerSecond);
        Fraction = (int)(nanoseconds - utc * PerSecond);
        var instant = DateTimeOffset.FromUnixTimeSeconds(utc).UtcDateTime;
        Offset = (int)zone.GetUtcOffset(instant).TotalSeconds;
        ZoneName = zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime && zone.Id is "UTC" or "Etc/UTC"
            ? "UTC"
            : zone.IsDaylightSavingTime(instant) ? zone.DaylightName : zone.StandardName;
        seconds = utc + Offset;
        (Year, Month, Day) = CivilTime.Date(CivilTime.Floor(seconds, CivilTime.SecondsPerDay));
    }

    public long Nanoseconds { get; }

    /// <summary>Seconds east of UTC.</summary>
    public int Offset { get; }

    public string ZoneName { get; }

    public long Year { get; }

    public int Month { get; }

    public int Day { get; }

    public int Hour => SecondOfDay / 3_600;

    public int Minute => SecondOfDay / 60 % 60;

    public int Second => SecondOfDay % 60;

    /// <summary>Nanoseconds within the second.</summary>
    public int Fraction { get; }

    public int YearDay => (int)(CivilTime.Floor(seconds, CivilTime.SecondsPerDay) - CivilTime.Days(Year, 1, 1)) + 1;

    public string Weekday => CivilTime.Weekdays[(int)(CivilTime.Floor(seconds, CivilTime.SecondsPerDay) + 4 - 7 * CivilTime.Floor(CivilTime.Floor(seconds, CivilTime.SecondsPerDay) + 4, 7))];

    private int SecondOfDay => (int)(seconds - CivilTime.Floor(seconds, CivilTime.SecondsPerDay) * CivilTime.SecondsPerDay);

    public ZonedTime In(ZonedTime other) => new(Nanoseconds, other.zone);

    /// <summary>Seconds since 1970 of the same clock time on another day of the same zone.</summary>
    public Int128 OnDay(long days)
    {
        var local = (Int128)days * CivilTime.SecondsPerDay + SecondOfDay;
        // Where the clocks are set at that time the offset of now decides, as far as it is one of the two.
        var guess = local - Offset;
        var offset = OffsetAt(guess);
        return offset == Offset ? guess : OffsetAt(local - offset) == offset ? local - offset : guess;
    }

    private int OffsetAt(Int128 utc) =>
        utc > -62_135_596_800 && utc < 253_402_300_799 ? (int)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds((long)utc).UtcDateTime).TotalSeconds : Offset;
}
