namespace Postrun.Rego;

public sealed class UuidBuiltinsTests
{
    [Theory]
    [InlineData("{00000000-0000-4000-8000-000000000000}", """{"variant": "RFC4122", "version": 4}""")]
    [InlineData("6bea8ef2d3d33cd184e09bab06a52ece", """{"variant": "RFC4122", "version": 3}""")]
    [InlineData(
        "urn:uuid:000003e8-48b9-21ee-b200-325096b39f47",
        """{"clocksequence": 12800, "domain": "Person", "id": 1000, "macvariables": "local:unicast", "nodeid": "32-50-96-b3-9f-47", "time": 1693566990121469600, "variant": "RFC4122", "version": 2}""")]
    [InlineData("00000000-0000-0000-0000-00000000000g", "undefined")]
    [InlineData("0000", "undefined")]
    public void Identifiers_are_taken_apart(string text, string result) => CallA.Result("uuid.parse", $"[\"{text}\"]").ShouldBe(result);

    [Fact]
    public void A_new_identifier_is_of_version_four_and_stays_the_same()
    {
        var context = CallA.Context();
        var first = CallA.Invoke(context, "uuid.rfc4122", new RegoString("k"))!;
        CallA.Invoke(context, "uuid.rfc4122", new RegoString("k")).ShouldBe(first);
        CallA.Invoke(context, "uuid.rfc4122", new RegoString("l")).ShouldNotBe(first);
        CallA.Invoke(context, "uuid.parse", first)!.ToString().ShouldBe("""{"variant": "RFC4122", "version": 4}""");
    }
}
