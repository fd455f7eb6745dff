using CsCheck;

namespace Postrun.Model.Tests;

public sealed class RetentionCodeTests
{
    private static readonly DateTimeOffset End = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Text_is_read_as_it_was_written() =>
        Gen.Select(Gen.Bool, Gen.Int[1, RetentionCode.MaxYears], Gen.Int[0, RetentionCode.MaxDays]).Sample((inYears, years, days) =>
            (inYears ? RetentionCode.Years(years) : RetentionCode.Days(days)) is var code && RetentionCode.TryParse(code.ToString(), out var read) && read == code);

    [Theory]
    [InlineData("RET-")]
    [InlineData("RET--1")]
    [InlineData("RET-+1")]
    [InlineData("RET- 1")]
    [InlineData("RET-1y")]
    [InlineData("RET-0Y")]
    [InlineData("RET-Y")]
    [InlineData("RET-101Y")]
    [InlineData("RET-36601")]
    [InlineData("RET-99999999999999")]
    [InlineData("ret-1")]
    [InlineData("hold")]
    [InlineData("RET-1\n")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_code(string? text) => RetentionCode.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Terms_are_counted_from_the_end_of_the_run()
    {
        RetentionCode.Ret0.DueAfter(End).ShouldBe(End);
        RetentionCode.Days(90).DueAfter(End).ShouldBe(End.AddDays(90));
        RetentionCode.Years(1).DueAfter(End).ShouldBe(new DateTimeOffset(2025, 2, 28, 12, 0, 0, TimeSpan.Zero));
        RetentionCode.Hold.DueAfter(End).ShouldBeNull();
        RetentionCode.Hold.IsHold.ShouldBeTrue();
        (RetentionCode.Hold == RetentionCode.Ret0).ShouldBeFalse();
    }
}
