namespace Postrun.Rego;

/// <summary>Instants in nanoseconds since 1970, durations, dates.</summary>
internal static class TimeBuiltins
{
    private const string OperandForms = "either number (ns) or [number (ns), string (tz)]";

    public static readonly BuiltinFunction[] All =
    [
        new("time.now_ns", 0, static (context, _) => RegoNumber.Of((context.Now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * 100)) { Deterministic = false },
        new("time.parse_ns", 2, static (context, arguments) => Parse(context, GoLayout.Resolve(Operand.String(arguments, 0)), Operand.String(arguments, 1))),
        new("time.parse_rfc3339_ns", 1, static (context, arguments) => Parse(context, GoLayout.Rfc3339, Operand.String(arguments, 0))),
        new("time.parse_duration_ns", 1, static (context, arguments) => RegoNumber.Of(DurationParser.Parse(Operand.String(arguments, 0), context.Budget))),
        new("time.format", 1, Format),
        new("time.date", 1, static (_, arguments) => Date(Read(arguments, 0, out var _))),
        new("time.clock", 1, static (_, arguments) => Clock(Read(arguments, 0, out var _))),
        new("time.weekday", 1, static (_, arguments) => new RegoString(Read(arguments, 0, out var _).Weekday)),
        new("time.add_date", 4, AddDate),
        new("time.diff", 2, Difference),
    ];

    private static RegoNumber Parse(BuiltinContext context, string layout, string value) => Safe(TimeParser.Parse(layout, value, context.Budget));

    private static RegoNumber Safe(Int128 nanoseconds) => nanoseconds >= long.MinValue && nanoseconds <= long.MaxValue
        ? RegoNumber.Of((long)nanoseconds)
        : throw new BuiltinException("time outside of valid range");

    private static RegoString Format(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var time = Read(arguments, 0, out var layout);
        return context.Text(TimeFormatter.Format(time, layout.Length == 0 ? GoLayout.Rfc3339Nano : GoLayout.Resolve(layout), context.Budget));
    }

    private static RegoArray Date(ZonedTime time) => new(RegoNumber.Of(time.Year), RegoNumber.Of(time.Month), RegoNumber.Of(time.Day));

    private static RegoArray Clock(ZonedTime time) => new(RegoNumber.Of(time.Hour), RegoNumber.Of(time.Minute), RegoNumber.Of(time.Second));

    private static RegoNumber AddDate(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var time = Read(arguments, 0, out _);
        var days = CivilTime.Days(
            time.Year + Operand.Int32(arguments, 1),
            time.Month + (long)Operand.Int32(arguments, 2),
            time.Day + (long)Operand.Int32(arguments, 3));
        return Safe(time.OnDay(days) * 1_000_000_000 + time.Fraction);
    }

    /// <summary>Years, months, days, hours, minutes and seconds from the earlier to the later, by the calendar.</summary>
    private static RegoArray Difference(BuiltinContext context, ReadOnlySpan<RegoValue> arguments)
    {
        var from = Read(arguments, 0, out _);
        var to = Read(arguments, 1, out _).In(from);
        if (from.Nanoseconds > to.Nanoseconds)
            (from, to) = (to, from);
        Span<long> parts =
        [
            to.Year - from.Year, to.Month - from.Month, to.Day - from.Day,
            to.Hour - from.Hour, to.Minute - from.Minute, to.Second - from.Second,
        ];
        ReadOnlySpan<long> sizes = [0, 12, CivilTime.DaysIn(from.Year, from.Month), 24, 60, 60];
        for (var i = parts.Length - 1; i > 0; i--)
        {
            if (parts[i] >= 0)
                continue;
            parts[i] += sizes[i];
            parts[i - 1]--;
        }
        var values = new RegoValue[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            values[i] = RegoNumber.Of(parts[i]);
        return new(values);
    }

    /// <param name="layout">Empty where the operand has none.</param>
    private static ZonedTime Read(ReadOnlySpan<RegoValue> arguments, int index, out string layout)
    {
        layout = "";
        var zone = TimeZoneInfo.Utc;
        var instant = arguments[index];
        if (instant is RegoArray { Count: > 0 } items)
        {
            instant = items[0];
            if (items.Count > 1)
                zone = TimeZones.Find(Text(items[1]));
            if (items.Count > 2)
                layout = Text(items[2]);
        }
        else if (instant is not RegoNumber)
            throw new BuiltinException(BuiltinException.Type, $"operand 1 must be {OperandForms} but got {instant.TypeName}");
        if (instant is not RegoNumber number)
            throw new BuiltinException(BuiltinException.Type, $"operand 1 must be number but got {instant.TypeName}");
        return number.TryGetInt64(out var nanoseconds) ? new(nanoseconds, zone) : throw new BuiltinException("timestamp too big");
    }

    private static string Text(RegoValue value) =>
        value is RegoString text ? text.Value : throw new BuiltinException(BuiltinException.Type, $"operand 1 must be string but got {value.TypeName}");
}
