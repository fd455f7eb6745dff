using CsCheck;

namespace Postrun.Rego.Tests.Properties;

public sealed class ValueProperties
{
    private static readonly RegoPolicy Empty = RegoPolicy.Compile([]);

    private static RegoValue Read(string term) => Empty.NewEvaluator().Evaluate(Empty.Prepare($"x = {term}"), null).ShouldHaveSingleItem().Get("x")!;

    [Fact]
    public void A_value_written_as_Rego_and_read_again_is_the_same() => Generators.Value.Sample(static value =>
    {
        var again = Read(value.ToString());
        again.ShouldBe(value);
        again.ToString().ShouldBe(value.ToString());
    });

    [Fact]
    public void A_value_written_as_JSON_and_read_again_is_the_same() => Generators.Json.Sample(static value =>
    {
        RegoJson.Parse(RegoJson.ToText(value)).ShouldBe(value);
        RegoJson.Parse(RegoJson.ToText(value, indented: true)).ShouldBe(value);
    });

    [Fact]
    public void Equality_order_and_hash_agree() => Gen.Select(Generators.Value, Generators.Value).Sample(static (a, b) =>
    {
        a.Equals(b).ShouldBe(a.CompareTo(b) == 0);
        Math.Sign(a.CompareTo(b)).ShouldBe(-Math.Sign(b.CompareTo(a)));
        if (a.Equals(b))
            a.GetHashCode().ShouldBe(b.GetHashCode());
    });

    [Fact]
    public void The_order_of_numbers_is_that_of_what_they_are() => Gen.Select(Generators.Number, Generators.Number).Sample(static (a, b) =>
    {
        a.Equals(b).ShouldBe(a.CompareTo(b) == 0);
        if (a.Equals(b))
            a.GetHashCode().ShouldBe(b.GetHashCode());
        if (a.ToDouble() < b.ToDouble())
            a.CompareTo(b).ShouldBeLessThan(0);
    });

    [Fact]
    public void The_order_is_total() => Gen.Select(Generators.Value, Generators.Value, Generators.Value).Sample(static (a, b, c) =>
    {
        var ordered = new[] { a, b, c };
        Array.Sort(ordered);
        ordered[0].CompareTo(ordered[2]).ShouldBeLessThanOrEqualTo(0);
        ordered[0].CompareTo(ordered[1]).ShouldBeLessThanOrEqualTo(0);
        ordered[1].CompareTo(ordered[2]).ShouldBeLessThanOrEqualTo(0);
    });

    [Fact]
    public void Text_is_ordered_as_its_UTF_8_bytes() => Gen.Select(Gen.String, Gen.String).Sample(static (a, b) =>
    {
        // Half a character has no bytes of its own.
        if (a.Any(char.IsSurrogate) || b.Any(char.IsSurrogate))
            return;
        var bytes = System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b));
        Math.Sign(new RegoString(a).CompareTo(new RegoString(b))).ShouldBe(Math.Sign(bytes));
    });

    [Fact]
    public void Sets_keep_their_laws() => Gen.Select(Generators.Set, Generators.Set, Generators.Set).Sample(static (a, b, c) =>
    {
        var policy = Laws.Value;
        var input = RegoObject.Of(("a", a), ("b", b), ("c", c));
        policy.NewEvaluator().Evaluate(policy.Document("t", "broken"), input).ShouldBe(RegoSet.Empty);
    });

    private static readonly Lazy<RegoPolicy> Laws = new(static () => Policies.Compile("""
        a := input.a
        b := input.b
        c := input.c
        broken contains "union commutes" if (a | b) != (b | a)
        broken contains "intersection commutes" if (a & b) != (b & a)
        broken contains "union associates" if ((a | b) | c) != (a | (b | c))
        broken contains "distribution" if (a & (b | c)) != ((a & b) | (a & c))
        broken contains "difference" if (a - b) != {x | some x in a; not x in b}
        broken contains "intersection" if (a & b) != {x | some x in a; x in b}
        broken contains "union" if (a | b) != {x | some s in [a, b]; some x in s}
        broken contains "de Morgan" if (a - (b | c)) != ((a - b) & (a - c))
        broken contains "count" if count(a | b) != (count(a) + count(b)) - count(a & b)
        broken contains "membership" if { some x in a; not x in a }
        broken contains "order" if [x | some x in a] != sort(a)
        broken contains "absorption" if (a | (a & b)) != a
        """));
}
