namespace Postrun.Rego;

public sealed class NetBuiltinsTests
{
    [Theory]
    [InlineData("net.cidr_contains(\"::/0\", \"10.0.0.1\")", "false")]
    [InlineData("net.cidr_contains(\"10.0.0.0/8\", \"::ffff:10.1.2.3\")", "true")]
    [InlineData("net.cidr_contains(\"2001:db8::/32\", \"2001:db8:ffff:ffff:ffff:ffff:ffff:ffff\")", "true")]
    [InlineData("net.cidr_intersects(\"10.0.0.0/9\", \"10.64.0.0/16\")", "true")]
    [InlineData("net.cidr_expand(\"255.255.255.254/31\")", "{\"255.255.255.254\", \"255.255.255.255\"}")]
    [InlineData("net.cidr_expand(\"2001:db8:0:0:1::/127\")", "{\"2001:db8:0:0:1::\", \"2001:db8::1:0:0:1\"}")]
    [InlineData("net.cidr_expand(\"::192.0.2.1/128\")", "{\"::c000:201\"}")]
    [InlineData("net.cidr_contains_matches(\"1.1.1.0/24\", {\"x\": \"1.1.1.1\", \"y\": [\"2.2.2.2\", 7]})", "{[\"1.1.1.0/24\", \"x\"]}")]
    [InlineData("net.cidr_merge([\"192.0.2.112\"])", "{\"192.0.2.112/24\"}")]
    [InlineData("net.cidr_merge([\"10.0.0.0/25\", \"10.0.0.128/25\", \"10.0.1.0/32\"])", "{\"10.0.0.0/24\", \"10.0.1.0/32\"}")]
    [InlineData("net.cidr_merge([\"::/1\", \"8000::/1\"])", "{\"::/0\"}")]
    public void Blocks_of_addresses(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Theory]
    [InlineData("192.168.1.0/33", false)]
    [InlineData("192.168.01.0/24", false)]
    [InlineData("1.2.3/8", false)]
    [InlineData("1.2.3.256/8", false)]
    [InlineData("1.2.3.4/+8", false)]
    [InlineData("1::2::3/64", false)]
    [InlineData("1:2:3:4:5:6:7:8::/64", false)]
    [InlineData("::1%eth0/64", false)]
    [InlineData(":1::/64", false)]
    [InlineData("1:2:3:4:5:6:7::/64", true)]
    [InlineData("::ffff:1.2.3.4/120", true)]
    [InlineData("::/0", true)]
    public void Blocks_are_recognized(string text, bool valid) => CallB.Result($"net.cidr_is_valid(\"{text}\")").ShouldBe(valid ? "true" : "false");

    [Theory]
    [InlineData("net.cidr_expand(\"::/0\")")]
    [InlineData("net.cidr_expand(\"0.0.0.0/0\")")]
    public void Large_blocks_are_not_written_out(string term) => CallB.ShouldExhaust(term);

    [Fact]
    public void What_is_no_block_is_named() => CallB.Error("net.cidr_intersects(\"x\", \"y\")").ShouldContain("invalid CIDR address: x");
}
