using System.Text;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Tests.Detection;

public sealed class NamedValueTests
{
    [Theory]
    [InlineData("password = \"abc\"", "abc", true)]
    [InlineData("password='a\\'c'", "a\\'c", true)]
    [InlineData("db.password: abc # note", "abc", false)]
    [InlineData("\"password\": \"abc\"", "abc", true)]
    [InlineData("{\\\"password\\\":\\\"abc\\\"}", "abc", true)]
    [InlineData("\"password\" => 'abc'", "abc", true)]
    [InlineData("password := `abc`", "abc", true)]
    [InlineData("password: str = \"abc\"", "abc", true)]
    [InlineData("password: Optional[str] = 'abc'", "abc", true)]
    [InlineData("password = b'abc'", "abc", true)]
    [InlineData("password := []byte(\"abc\")", "abc", true)]
    [InlineData("password = String(abc)", null, false)]
    [InlineData("config[\"password\"] = \"abc\"", "abc", true)]
    [InlineData("put(\"password\", \"abc\")", "abc", true)]
    [InlineData("setPassword(\"abc\")", "abc", true)]
    [InlineData("<password>abc</password>", "abc", true)]
    [InlineData("<add key=\"password\" value=\"abc\"/>", "abc", true)]
    [InlineData("{\"name\": \"password\", \"value\": \"abc\"}", "abc", true)]
    [InlineData("run --password abc now", "abc", false)]
    [InlineData("a?password=abc&b=c", "abc", false)]
    [InlineData("a%26password%3Dabc", "abc", false)]
    [InlineData("PASSWORD    = abc", "abc", false)]
    [InlineData("the password is abc", null, false)]
    [InlineData("password", null, false)]
    [InlineData("password:", null, false)]
    [InlineData("password = ", null, false)]
    [InlineData("password = get()", "get", false)]
    [InlineData("getPassword(user)", null, false)]
    [InlineData("password = \"never closed", null, false)]
    public void A_value_is_read_as_it_is_written(string line, string? expected, bool quoted)
    {
        var text = Encoding.ASCII.GetBytes(line);
        var at = line.IndexOf("password", StringComparison.OrdinalIgnoreCase);
        var found = NamedValue.TryRead(text, at, out var named);
        (found ? Encoding.ASCII.GetString(text[named.Start..named.End]) : null).ShouldBe(expected);
        (found && named.Quoted).ShouldBe(quoted);
    }
}
