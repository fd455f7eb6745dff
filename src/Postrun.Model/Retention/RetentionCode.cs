using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>
/// How long an item stays after the run has ended: <c>RET-&lt;days&gt;</c>, <c>RET-&lt;years&gt;Y</c>, or <c>HOLD</c>
/// (until released, whatever the date says).
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct RetentionCode
{
    public const int MaxDays = 36_600;
    public const int MaxYears = 100;

    private readonly int length;
    private readonly bool inYears;
    private readonly bool hold;

    private RetentionCode(int length, bool inYears, bool hold) => (this.length, this.inYears, this.hold) = (length, inYears, hold);

    /// <summary>Goes now.</summary>
    public static readonly RetentionCode Ret0;

    public static readonly RetentionCode Hold = new(0, false, hold: true);

    /// <param name="days">0 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">outside that range</exception>
    public static RetentionCode Days(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDays);
        return new(days, false, false);
    }

    /// <param name="years">1 to <see cref="MaxYears"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">outside that range</exception>
    public static RetentionCode Years(int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, MaxYears);
        return new(years, true, false);
    }

    public bool IsHold => hold;

    /// <summary>The instant after which the item is due for disposal; <see langword="null"/> for a hold.</summary>
    public DateTimeOffset? DueAfter(DateTimeOffset runEnd) =>
        hold ? null : inYears ? runEnd.AddYears(length) : runEnd.AddDays(length);

    public static bool TryParse([NotNullWhen(true)] string? text, out RetentionCode code)
    {
        code = Ret0;
        if (text == "HOLD")
        {
            code = Hold;
            return true;
        }
        if (text is null || !text.StartsWith("RET-", StringComparison.Ordinal))
            return false;
        var years = text.EndsWith('Y');
        if (!int.TryParse(text.AsSpan(4, text.Length - 4 - (years ? 1 : 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return false;
        if (years ? length is < 1 or > MaxYears : length > MaxDays)
            return false;
        code = years ? Years(length) : Days(length);
        return true;
    }

    public override string ToString() =>
        hold ? "HOLD" : string.Create(CultureInfo.InvariantCulture, $"RET-{length}{(inYears ? "Y" : "")}");

    public sealed class Converter : JsonConverter<RetentionCode>
    {
        public override RetentionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var code) ? code : throw new JsonException("not a retention code: RET-<days>, RET-<years>Y or HOLD");

        public override void Write(Utf8JsonWriter writer, RetentionCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
