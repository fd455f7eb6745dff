using System.Text;
using System.Text.Json;

namespace Postrun.Model.Tests;

public sealed class CanonicalJsonTests
{
    // RFC 8785, 3.2.3: sorting by UTF-16 code units.
    [Fact]
    public void Names_are_sorted_as_RFC_8785_sorts_them() =>
        Canonical("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""")
            .ShouldBe("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    // RFC 8785, 3.2.2: the string and the literals of its sample.
    [Fact]
    public void Strings_and_literals_are_written_as_RFC_8785_writes_them() =>
        Canonical("""{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}""")
            .ShouldBe("{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");

    [Theory]
    [InlineData("[ 1 , 2 ]", "[1,2]")]
    [InlineData("-0", "0")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("-9007199254740992", "-9007199254740992")]
    [InlineData("{}", "{}")]
    [InlineData("\"\\b\\t\\n\\f\\r\\u007f\\u2028\"", "\"\\b\\t\\n\\f\\r\u007f\u2028\"")]
    public void Whitespace_and_spelling_make_no_difference(string text, string expected) => Canonical(text).ShouldBe(expected);

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("1.5")]
    [InlineData("1e400")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"\\u0061\":2}")]
    public void What_has_no_exact_form_is_refused(string text) => Should.Throw<JsonException>(() => Canonical(text));

    private static string Canonical(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Encoding.UTF8.GetString(CanonicalJson.Serialize(document.RootElement));
    }
}
