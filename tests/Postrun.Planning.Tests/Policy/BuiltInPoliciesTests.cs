using Postrun.Rego;

namespace Postrun.Planning.Tests;

public sealed class BuiltInPoliciesTests
{
    /// <summary>Whoever changes a policy gives it a new version, or says here that it decides as before.</summary>
    [Fact]
    public void The_version_is_that_of_this_text() =>
        (BuiltInPolicies.Version, RegoBundle.Of("policies", [BuiltInPolicies.File(BuiltInPolicies.Retention)]).Digest)
            .ShouldBe(("2", "sha256:6bb0083a39344e1a92f686fb4f1441a5696b44865b547706882b22cb75c60dae"));
}
