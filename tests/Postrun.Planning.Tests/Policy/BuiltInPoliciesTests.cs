using Postrun.Rego;

namespace Postrun.Planning.Tests;

public sealed class BuiltInPoliciesTests
{
    /// <summary>Whoever changes a policy gives it a new version, or says here that it decides as before.</summary>
    [Fact]
    public void The_version_is_that_of_this_text() =>
        (BuiltInPolicies.Version, RegoBundle.Of("policies", [BuiltInPolicies.File(BuiltInPolicies.Retention)]).Digest)
            .ShouldBe(("2", "DIGEST"));
}
