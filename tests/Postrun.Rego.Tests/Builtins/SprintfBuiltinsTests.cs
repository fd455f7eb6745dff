namespace Postrun.Rego;

public sealed class SprintfBuiltinsTests
{
    [Theory]
    [InlineData("hi", "[]", "hi")]
    [InlineData("hi %s", """["there"]""", "hi there")]
    [InlineData("%02d|%5d|%-5d|%+d|% d|%05d", "[5, 5, 5, 5, 5, -5]", "05|    5|5    |+5| 5|-0005")]
    [InlineData("%02X.%02x %#x %#o %o %b %O", "[127, 1, 255, 8, 8, 5, 8]", "7F.01 0xff 010 10 101 0o10")]
    [InlineData("%x", "[-255]", "-ff")]
    [InlineData("%v %v", "[2e308, 100000000000000000000]", "2e308 100000000000000000000")]
    [InlineData("%s %d %v", """[true, "x", {"a": [1]}]""", "true %!d(string=x) {\"a\": [1]}")]
    [InlineData("%d %s %t", """[1.5, 5, true]""", "%!d(float64=1.5) %!s(int=5) %!t(string=true)")]
    [InlineData("%v %d", "[1]", "1 %!d(MISSING)")]
    [InlineData("%v", """[1, "x", 2.5]""", "1%!(EXTRA string=x, float64=2.5)")]
    [InlineData("100%% %!", "[]", "100% %!!(MISSING)")]
    [InlineData("%", "[]", "%!(NOVERB)")]
    [InlineData("%z", "[3]", "%!z(int=3)")]
    [InlineData("%[2]v %[1]v", """["a", "b"]""", "b a")]
    [InlineData("%[3]v", """["a", "b"]""", "%!v(BADINDEX)")]
    [InlineData("%*d|%-*d|%.*f", "[4, 7, 4, 7, 2, 1.005]", "   7|7   |1.00")]
    [InlineData("%*d", """["x", 7]""", "%!(BADWIDTH)7")]
    [InlineData("%f %.2f %8.3f|%-8.1f|%08.3f|%+.1f", "[1.5, 0.125, 3.14159, 2.25, -3.5, 2.5]", "1.500000 0.12    3.142|2.2     |-003.500|+2.5")]
    [InlineData("%e %E %.0e", "[123456.789, 0.00012, 2.5]", "1.234568e+05 1.200000E-04 2e+00")]
    [InlineData("%g %v %v %v %.3g %G", "[1.5, 123456.7, 1234567.8, 0.00001, 1234.5678, 1.5e-7]", "1.5 123456.7 1.2345678e+06 1e-05 1.23e+03 1.5E-07")]
    [InlineData("%#g %#.3g %.0f %#.0f", "[1.5, 1.0, 2.5, 2.5]", "1.50000 1.00 2 2.")]
    [InlineData("%b %x %X", "[1.5, 1.5, 0.1]", "6755399441055744p-52 0x1.8p+00 0X1.999999999999AP-04")]
    [InlineData("%T %T %T %T", """[1, 1.5, "x", 100000000000000000000]""", "int float64 string *big.Int")]
    [InlineData("%s %x %+d", "[100000000000000000000, 100000000000000000000, 100000000000000000000]", "100000000000000000000 56bc75e2d63100000 +100000000000000000000")]
    [InlineData("%q", "[100000000000000000000]", "%!q(big.Int=100000000000000000000)")]
    [InlineData("%q %+q %#q %q", """["a\"\n", "é", "b", 120]""", "\"a\\\"\\n\" \"\\u00e9\" `b` 'x'")]
    [InlineData("%x % x %#x %X", """["hé", "hi", "hi", "hi"]""", "68c3a9 68 69 0x6869 6869")]
    [InlineData("%c %c %U %#U", "[65, 128512, 128512, 65]", "A 😀 U+1F600 U+0041 'A'")]
    [InlineData("%.2s|%5s|%-5s|%05s|%.1q", """["åäö", "ab", "ab", "ab", "ab"]""", "åä|   ab|ab   |000ab|\"a\"")]
    [InlineData("%6.3d|%.0d|%+.2x", "[7, 0, 10]", "   007||+0a")]
    [InlineData("%#v %#v", """["a", 1]""", "\"a\" 1")]
    [InlineData("%99999999d", "[1]", "%!(NOVERB)%!(EXTRA int=1)")]
    public void Formats_are_those_of_Go(string format, string values, string result)
    {
        var text = CallA.Invoke(CallA.Context(), "sprintf", new RegoString(format), RegoJson.Parse(values));
        text.ShouldBeOfType<RegoString>().Value.ShouldBe(result);
    }

    [Fact]
    public void Widths_that_add_up_end_the_evaluation() =>
        Should.Throw<BudgetException>(() => CallA.Invoke(
            CallA.Context(), "sprintf", new RegoString(string.Concat(Enumerable.Repeat("%999999[1]d", 2_000))), new RegoArray(RegoNumber.Of(1))));

    [Fact]
    public void Values_must_be_an_array() =>
        CallA.Error("sprintf", """["x", 1]""").ShouldBe("eval_type_error: operand 2 must be array but got number");
}
