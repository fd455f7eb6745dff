using Postrun.Redaction.Validation;

namespace Postrun.Redaction.Tests.Validation;

public sealed class EntropyTests
{
    [Fact]
    public void Entropy_counts_bits_a_byte()
    {
        Entropy.Of("aaaa"u8).ShouldBe(0);
        Entropy.Of("abab"u8).ShouldBe(1);
        Entropy.Of("0123456789abcdef"u8).ShouldBe(4, 1e-9);
    }
}
