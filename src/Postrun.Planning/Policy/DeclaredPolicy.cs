using System.Text;
using System.Text.Unicode;
using Postrun.Model;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>
/// The policy that a descriptor names, read once: what decides on the first look at a workspace decides on every
/// further one.
/// </summary>
public sealed class DeclaredPolicy
{
    private readonly RunDescriptor descriptor;
    private readonly RegoBundle? bundle;
    private readonly OpaAccess access;

    private DeclaredPolicy(RunDescriptor descriptor, RegoBundle? bundle, OpaAccess access) => (this.descriptor, this.bundle, this.access) = (descriptor, bundle, access);

    /// <param name="access">What the descriptor only says where to find.</param>
    /// <param name="now">Any instant: a policy that compiles for one does for all.</param>
    /// <exception cref="PolicyException">the bundle cannot be read or is no policy</exception>
    public static DeclaredPolicy Read(RunDescriptor descriptor, OpaAccess access, DateTimeOffset now)
    {
        if (descriptor.Policy?.Bundle is not { } path)
            return new(descriptor, null, access);
        try
        {
            if (!Utf8.IsValid(path.Bytes))
                throw new BundleException($"{path}: the path of a policy must be UTF-8; rename it");
            var bundle = PolicyFiles.Read(Encoding.UTF8.GetString(path.Bytes));
            LoadedPolicy.Load(bundle, descriptor, now);
            FindingPolicy.Load(bundle, descriptor, now);
            RevocationPolicy.Load(now, bundle);
            return new(descriptor, bundle, access);
        }
        catch (Exception e) when (e is BundleException or RegoException)
        {
            throw new PolicyException(e.Message);
        }
    }

    /// <summary>The policy for one plan. Where it is <see cref="IDisposable"/> it belongs to the caller.</summary>
    /// <param name="cancellation">Ends all that waits for a server; what decides then throws.</param>
    public IRetentionPolicy For(DateTimeOffset now, TimeProvider time, CancellationToken cancellation) => descriptor.Policy?.Opa is { } opa
        ? new OpaPolicy(opa, access, descriptor, now, time, cancellation)
        : new RetentionPolicy(LoadedPolicy.Load(bundle, descriptor, now), descriptor, now);

    /// <summary>What decides on findings; a bundle counts for it, an OPA server does not.</summary>
    public IFindingPolicy ForFindings(DateTimeOffset now) => FindingPolicy.Load(bundle, descriptor, now);

    /// <summary>What decides on credentials; a bundle counts for it, an OPA server does not.</summary>
    public RevocationPolicy ForCredentials(DateTimeOffset now) => RevocationPolicy.Load(now, bundle);

    /// <summary>Every rule that decides on an item; <see langword="null"/> where another program decides.</summary>
    public PolicyTrace? Trace(SeenItem item, DateTimeOffset now) => descriptor.Policy?.Opa is null
        ? PolicyTrace.Of(LoadedPolicy.Load(bundle, descriptor, now, new() { Instrument = true }), descriptor, item.Facts, now)
        : null;
}

/// <summary>There is no policy to decide by; the message says why, and where. Nothing was touched.</summary>
public sealed class PolicyException(string message) : Exception(message);
