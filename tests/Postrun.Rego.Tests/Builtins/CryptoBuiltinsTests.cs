namespace Postrun.Rego;

public sealed class CryptoBuiltinsTests
{
    [Theory]
    [InlineData("crypto.md5(\"\")", "d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("crypto.sha1(\"abc\")", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [InlineData("crypto.sha256(\"abc\")", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("crypto.hmac.sha256(\"what do ya want for nothing?\", \"Jefe\")", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void Hashes_are_those_that_are_published(string term, string hash) => CallB.Result(term).ShouldBe($"\"{hash}\"");

    [Fact]
    public void Codes_are_compared() => CallB.Result("crypto.hmac.equal(\"a\", \"b\")").ShouldBe("false");
}
