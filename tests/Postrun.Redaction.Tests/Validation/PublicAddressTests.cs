using System.Net;
using System.Net.Sockets;
using System.Text;
using CsCheck;
using Postrun.Redaction.Detection;
using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.0.0.53")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.1")]
    [InlineData("192.0.2.7")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.1")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("8.8.4.4")]
    [InlineData("256.1.1.1")]
    [InlineData("54.01.2.3")]
    [InlineData("54.1.2.0")]
    public void Addresses_of_nobody_in_particular_are_none(string value) => PublicAddress.Four(Encoding.ASCII.GetBytes(value)).ShouldBe(Verdict.Rejected);

    [Theory]
    [InlineData("100.63.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("198.17.0.1")]
    [InlineData("198.20.0.1")]
    [InlineData("223.255.255.1")]
    [InlineData("8.8.8.9")]
    public void Addresses_beside_those_are(string value) => PublicAddress.Four(Encoding.ASCII.GetBytes(value)).ShouldBe(Verdict.Plausible);

    [Theory]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("fe80::1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2a02::1::2")]
    [InlineData("2a02:1:2:3:4:5:6:7:8")]
    [InlineData("2a02:1:2:3:4:5:6")]
    [InlineData("2a02:12345::1")]
    [InlineData("2a02:1:")]
    public void Long_addresses_of_nobody_or_of_no_form_are_none(string value) => PublicAddress.Six(Encoding.ASCII.GetBytes(value)).ShouldBe(Verdict.Rejected);

    [Fact]
    public void Long_addresses_are_read_as_the_framework_reads_them() =>
        Gen.String[Gen.Char["2a:0:1f:"], 2, 30].Select(static rest => "2a0" + rest).Sample(value =>
        {
            var expected = IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 && (address.GetAddressBytes()[0] & 0xE0) == 0x20;
            PublicAddress.Six(Encoding.ASCII.GetBytes(value)).ShouldBe(expected ? Verdict.Plausible : Verdict.Rejected, value);
        }, iter: 20_000);
}
