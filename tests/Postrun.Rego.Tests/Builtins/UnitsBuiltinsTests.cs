namespace Postrun.Rego;

public sealed class UnitsBuiltinsTests
{
    [Theory]
    [InlineData("units.parse", "0.0005K", "0.5")]
    [InlineData("units.parse", "\\\"100TI\\\"", "109951162777600")]
    [InlineData("units.parse", ".0", "0")]
    [InlineData("units.parse", "1.1Ki", "1126.4")]
    [InlineData("units.parse", "10Ei", "11529215046068469760")]
    [InlineData("units.parse", "-3.5E2m", "-0.35")]
    [InlineData("units.parse", "100m", "0.1")]
    [InlineData("units.parse", "3M", "3000000")]
    [InlineData("units.parse", "1e3M", "1000000000")]
    [InlineData("units.parse", "1e-2", "0.01")]
    [InlineData("units.parse", "10e", "10000000000000000000")]
    [InlineData("units.parse_bytes", "10KB", "10000")]
    [InlineData("units.parse_bytes", "10Kib", "10240")]
    [InlineData("units.parse_bytes", "1.1KB", "1100")]
    [InlineData("units.parse_bytes", ".5KB", "500")]
    [InlineData("units.parse_bytes", "10eb", "10000000000000000000")]
    [InlineData("units.parse_bytes", "3.2E2MiB", "335544320")]
    [InlineData("units.parse_bytes", "1e-2KB", "10")]
    [InlineData("units.parse_bytes", "5E", "5000000000000000000")]
    [InlineData("units.parse_bytes", "1.7", "1")]
    public void Amounts_are_read(string name, string text, string result) => CallA.Result(name, $"[\"{text}\"]").ShouldBe(result);

    [Theory]
    [InlineData("units.parse", "G", "no amount provided")]
    [InlineData("units.parse", "100 k", "spaces not allowed in resource strings")]
    [InlineData("units.parse", "1KiB", "unit Kib not recognized")]
    [InlineData("units.parse", "1MI2", "unit Mi2 not recognized")]
    [InlineData("units.parse", "1.2.3", "could not parse amount to a number")]
    [InlineData("units.parse", "1e1000000", "exponent too large")]
    [InlineData("units.parse_bytes", "", "no byte amount provided")]
    [InlineData("units.parse_bytes", ".5.2", "could not parse byte amount to a number")]
    [InlineData("units.parse_bytes", "1XB", "byte unit xb not recognized")]
    [InlineData("units.parse_bytes", "1e999999", "exponent too large")]
    public void What_is_no_amount_is_named(string name, string text, string error) =>
        CallA.Error(name, $"[\"{text}\"]").ShouldBe("eval_builtin_error: " + error);
}
